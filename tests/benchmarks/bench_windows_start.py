"""The same of the Windows package under wine: its painted and its usable window against a bare Qt window of its Qt.

THUOCSO_WINDOWS_PACKAGES=DIR python -m tests.benchmarks.bench_windows_start [--runs 5]

Both are started by the package's own Python through the same launcher, on a screen of Xvfb. wine starts a process in
another time than Windows does: the ratio is what can be compared.
"""

import argparse
import statistics
import subprocess
import tempfile
import time
import zipfile
from pathlib import Path

from tests.benchmarks.bench_packaged_start import BARE, WATCH
from tests.packages.conftest import shown_screen
from tests.packages.wine import building
from tests.packages.wine.computer import Computer
from tests.packages.wine.interpreter import Interpreter

BEGIN = """
restore()
sys.argv = ["thuocso", "--data", sys.argv[1]]
from ui.__main__ import main
sys.exit(main())
"""


def spawn(computer: Computer, program: Path, *arguments: str) -> dict[str, float]:
    """Seconds until each line the script prints."""
    start, told = time.perf_counter(), {}
    command = ["wine", str(program), *arguments]
    with subprocess.Popen(command, env=computer.environment, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        for line in process.stdout:
            told[line.split()[0]] = time.perf_counter() - start
    return told


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--runs", type=int, default=5)
    runs = parser.parse_args().runs
    with tempfile.TemporaryDirectory(prefix="thuocso-wine-") as place, shown_screen() as screen:
        computer = Computer(Path(place) / "máy", screen)
        with zipfile.ZipFile(building.portable()) as archive:
            archive.extractall(computer.drive)
        (program,) = computer.drive.glob("ThuocSo-*")
        computer.make_runnable(program)
        python = Interpreter(computer, program, computer.drive / "copy")
        (computer.drive / "bare.py").write_text(BARE, "utf-8")
        (computer.drive / "start.py").write_text(WATCH + BEGIN, "utf-8")
        computer.run("cmd", "/c", "ver")  # and the computer stays on
        floors, starts = [], []
        for run in range(runs + 1):
            floor = spawn(computer, python.program, "C:\\bare.py")["painted"]
            start = spawn(computer, python.program, "C:\\start.py", "C:\\data")
            if run:  # the first fills the caches and makes the data folder
                floors.append(floor)
                starts.append(start)
        computer.end()
    floor = statistics.median(floors)
    print(f"bare Qt window of the package    {floor * 1000:6.0f} ms")
    for moment in ("painted", "usable"):
        taken = statistics.median(start[moment] for start in starts)
        print(f"Thước Số, {moment:<23}{taken * 1000:6.0f} ms   {taken / floor:.2f} × the floor")


if __name__ == "__main__":
    main()
