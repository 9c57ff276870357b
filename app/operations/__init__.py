"""One function per user intention, one module per step of the loop; window and shell call the same ones.

Every operation takes the open `Workspace` first, runs in one transaction, writes the journal, and gives back `Changes`
(alone or as `.changes` of what it returns). Readers give back frozen values. Nothing here knows a screen.
"""
