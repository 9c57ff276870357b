"""Item models: thin adapters over plain Python lists and trees of frozen row objects."""
