"""Version 5: no table changes. Campaigns and what was sent or received are kept in forms that programs before 0.4 can't
read, or would read wrongly: so they refuse the data as newer, without a byte changed.
"""

STATEMENTS = ""
