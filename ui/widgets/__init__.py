"""The kit: small parts every page is made of, one per file. `ui.gallery` shows them all."""
