"""The data folder of one person's work: SQLite (queries by peewee), and evidence files kept once by digest.

Everything here runs inside a workspace opened by `app.operations.folders`; one database is open in a process at a
time. Rows stay in this room: callers get and give values of `app.domain` or the frozen rows defined beside a query.
"""
