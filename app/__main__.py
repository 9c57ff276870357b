"""``python -m app``: the shell, or one of its helpers."""

import sys


def main() -> int:
    """Helpers first: they import nothing of the shell."""
    if sys.argv[1:2] == ["--helper"]:
        from app import helpers

        return helpers.main(sys.argv[2:])
    from app.cli.main import main as shell

    return shell()


if __name__ == "__main__":
    sys.exit(main())
