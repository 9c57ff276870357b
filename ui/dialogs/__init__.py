"""Dialogs: only where a person must choose, or must know before anything else."""
