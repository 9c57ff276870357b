"""A whole campaign played through the public operations, with files on disk."""
