"""One function per user intention, one module per step of the loop; window and shell call the same ones.

Every operation takes the open `Workspace` first, runs in one transaction, writes the journal, and gives back `Changes`
(alone or as `.changes` of what it returns). Readers give back frozen values. Nothing here knows a screen.

Rooms: `frameworks`, `commune` and `authority` are the loop; `trust` is who is who; `keeping` is the data themselves.
What several of them share stands beside them.
"""
