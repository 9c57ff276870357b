"""What a passphrase costs in tests: little. It is a cost, not a behaviour."""

from app.bundles import keys, passphrase_cover

ROUNDS, WORK = keys.ROUNDS, passphrase_cover.WORK  # of the program


def lower() -> None:
    """For this process: one that a test starts calls it itself."""
    keys.ROUNDS, passphrase_cover.WORK = 2_000, 10
