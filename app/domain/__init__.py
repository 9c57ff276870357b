"""The rules of scoring, appraising and ranking: frozen values and pure functions, no files, clock or database."""
