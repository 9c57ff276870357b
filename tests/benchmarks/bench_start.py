"""From spawning the program to its first painted window, against a bare Qt window in the same run; median of --runs.

python tests/benchmarks/bench_start.py [--runs 7]
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FLOOR = """
import sys
from PySide6.QtWidgets import QApplication, QLabel
application = QApplication(sys.argv)
class Window(QLabel):
    def paintEvent(self, event):
        super().paintEvent(event)
        print("painted", flush=True)
        import os; os._exit(0)
window = Window("Thước Số")
window.show()
application.exec()
"""
PROGRAM = """
import importlib.util, os, sys
sys.argv = ["thuocso", "--data", sys.argv[1]]

class Watch:
    # the start path imports in its own order; only the window's class is swapped when it comes
    @staticmethod
    def find_spec(name, path, target=None):
        if name != "ui.main_window":
            return None
        sys.meta_path.remove(Watch)
        spec = importlib.util.find_spec(name)
        load = spec.loader.exec_module
        def exec_module(module):
            load(module)
            class Window(module.MainWindow):
                def paintEvent(self, event):
                    super().paintEvent(event)
                    print("painted", flush=True)
                    heavy = {"openpyxl", "reportlab", "pyhanko", "pikepdf", "docx", "cryptography", "pypdfium2"}
                    print("heavy:", sorted(heavy & set(sys.modules)), flush=True)
                    os._exit(0)
            module.MainWindow = Window
        spec.loader.exec_module = exec_module
        return spec

sys.meta_path.insert(0, Watch)
from ui.__main__ import main
main()
"""


def surroundings(folder: str) -> dict[str, str]:
    """An environment as a user has it: no screen needed, and bytecode kept from one start to the next."""
    given = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {"QT_QPA_PLATFORM": "offscreen", **given, "PYTHONPYCACHEPREFIX": f"{folder}/bytecode"}


def spawn(environment: dict[str, str], code: str, *arguments: str) -> tuple[float, str]:
    """Seconds until the process says "painted" and ends, and what it printed."""
    start = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments], cwd=ROOT, env=environment, capture_output=True, text=True, check=True
    )
    if "painted" not in done.stdout:
        raise SystemExit(done.stderr)
    return time.perf_counter() - start, done.stdout


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--runs", type=int, default=7)
    runs = parser.parse_args().runs
    with tempfile.TemporaryDirectory() as folder:
        user, data = surroundings(folder), f"{folder}/data"
        spawn(user, FLOOR)
        spawn(user, PROGRAM, data)
        pairs = [(spawn(user, FLOOR)[0], spawn(user, PROGRAM, data)) for _ in range(runs)]
    floor = statistics.median(pair[0] for pair in pairs)
    program = statistics.median(pair[1][0] for pair in pairs)
    print(f"bare Qt window   {floor * 1000:6.0f} ms")
    print(f"Thước Số         {program * 1000:6.0f} ms   {program / floor:.2f} × the floor, goal ≤ 2")
    print(pairs[-1][1][1].splitlines()[-1], "(goal: none)")


if __name__ == "__main__":
    main()
