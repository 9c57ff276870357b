"""The data themselves: backups, restoring, handover, checking and mending, a newer or an older program."""
