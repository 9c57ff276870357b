"""LibreOffice at work on our workbooks: one start for many files, in a profile of its own."""

import subprocess
from collections.abc import Sequence
from pathlib import Path

CSV = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"  # every sheet, as it is shown


def convert(files: Sequence[Path], to: str, out: Path) -> Path:
    """Opens every file and saves it as `to` ("xlsx", "ods", `CSV`) into the new folder `out`; gives `out` back."""
    out.mkdir()
    profile = out.with_name(f"{out.name}.profile")
    command = ["soffice", f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore"]
    ran = subprocess.run(
        [*command, "--convert-to", to, "--outdir", out, *files],
        capture_output=True,
        text=True,
        check=False,
        timeout=600,
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr
    return out
