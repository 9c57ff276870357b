"""Sets of criteria: shipped, imported, read from an annex, written, checked, handed out."""
