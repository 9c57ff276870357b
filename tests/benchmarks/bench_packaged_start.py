"""From spawning the packaged program to its painted and its usable window, against a bare Qt window packaged alike.

python tests/benchmarks/bench_packaged_start.py [--package DIR] [--runs 7]

DIR holds the unpacked Linux package (build/linux/thuocso after a build). Nothing of the program changes: in a copy of
the package, the module that its start calls first is replaced by one that watches. Usable: the first page stands, the
window was drawn with it, and no event waits.
"""

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PYTHON = ROOT / "build" / "linux" / "venv" / "bin" / "python"
BARE = """
import os, sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel
application = QApplication(sys.argv)
class Window(QLabel):
    def paintEvent(self, event):
        super().paintEvent(event)
        print("painted", flush=True)
        os._exit(0)
window = Window("Thước Số")
window.show()
application.exec()
"""
WATCH = """
import importlib.util, os, sys

def painted(module):
    class Window(module.MainWindow):
        def paintEvent(self, event):
            super().paintEvent(event)
            if not told:
                told.append(print("painted", flush=True))
            if begun:
                from PySide6.QtCore import QTimer
                QTimer.singleShot(0, self, self.tell)
        def tell(self):
            print("usable", len(sys.modules), flush=True)
            self.context.workspace.close()  # the next start finds the folder as an orderly end leaves it
            os._exit(0)
    module.MainWindow = Window

def usable(module):
    begin = module.Session.begin
    def begin_and_tell(self):
        begin(self)
        begun.append(self)
        self._window.update()  # drawn once more, with its page
    module.Session.begin = begin_and_tell

told, begun = [], []
wanted = {"ui.main_window": painted, "ui.session": usable}

class Watch:
    @staticmethod
    def find_spec(name, path, target=None):
        if name not in wanted:
            return None
        change = wanted.pop(name)
        spec = importlib.util.find_spec(name)
        load = spec.loader.exec_module
        def exec_module(module):
            load(module)
            change(module)
        spec.loader.exec_module = exec_module
        return spec

def restore():
    sys.meta_path.insert(0, Watch)
"""
WORK = """
import sys
from pathlib import Path
from app.operations import folders, parts, workspace
from app.operations.sample import make_sample
from app.progress import SILENT
make_sample(Path(sys.argv[1]), SILENT)
opened = folders.open_workspace(Path(sys.argv[1]))
commune = next(part for part in parts.everything(opened) if part.role is parts.Role.AGENCY)
workspace.set_setting(opened, "last_part", commune.id)
opened.close()
"""
SPEC = """
import re
analysis = Analysis(["bare.py"], noarchive=True, excludes=["PySide6.QtNetwork", "PySide6.QtDBus", "tkinter"])
keep = re.compile(r"(?!PySide6/Qt/((translations|qml)/|plugins/(?!platforms/libq(xcb|offscreen)|imageformats)))")
kept = [[one for one in toc if keep.match(one[0])] for toc in (analysis.binaries, analysis.datas)]
program = EXE(PYZ([]), [one for one in analysis.scripts if one[0] == "bare"], [], exclude_binaries=True, name="bare")
COLLECT(program, *kept, name="bare")
"""


def make_bare(folder: Path) -> Path:
    (folder / "bare.py").write_text(BARE, "utf-8")
    (folder / "bare.spec").write_text(SPEC, "utf-8")
    command = [PYTHON, "-I", "-m", "PyInstaller", "--noconfirm", "--log-level", "ERROR", "bare.spec"]
    subprocess.run(command, cwd=folder, check=True)
    return folder / "dist" / "bare" / "bare"


def watched(package: Path, folder: Path) -> Path:
    copy = folder / "watched"
    shutil.copytree(package, copy, copy_function=os.link)
    source, module = folder / "surroundings.py", copy / "_internal" / "surroundings.pyc"
    source.write_text(WATCH, "utf-8")
    module.unlink()
    compile_ = "import py_compile, sys; py_compile.compile(sys.argv[1], sys.argv[2], doraise=True, invalidation_mode=I)"
    compile_ = compile_.replace("I)", "py_compile.PycInvalidationMode.UNCHECKED_HASH)")
    subprocess.run([PYTHON, "-c", compile_, source, module], check=True)
    return copy / "thuocso"


def compiled(bare: Path) -> Path:
    """The same with PySide's own modules compiled, as the package has them."""
    copy = bare.parent.with_name("compiled")
    shutil.copytree(bare.parent, copy, copy_function=os.link)
    unfold = [PYTHON, "-I", ROOT / "packaging" / "linux" / "unfold.py", copy / "_internal" / "shiboken6" / "files.dir"]
    subprocess.run(unfold, check=True)
    return copy / bare.name


def make_work(folder: Path) -> None:
    """The sample, left by a commune."""
    subprocess.run([sys.executable, "-c", WORK, folder], cwd=ROOT, check=True)


def spawn(command: list[Path | str]) -> dict[str, float]:
    """Seconds until each line the program prints."""
    environment = {"QT_QPA_PLATFORM": "offscreen", **os.environ}
    start, told = time.perf_counter(), {}
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as program:
        assert program.stdout is not None
        for line in program.stdout:
            told[line.split()[0]] = time.perf_counter() - start
    return told


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--package", type=Path, default=ROOT / "build" / "linux" / "thuocso")
    parser.add_argument("--runs", type=int, default=7)
    options = parser.parse_args()
    if not options.package.exists():
        print(f"No package in {options.package}: build one first (python3 packaging/build.py linux).")
        return
    with tempfile.TemporaryDirectory(dir=options.package.parent) as place:
        folder = Path(place)
        bare, program = make_bare(folder), watched(options.package, folder)
        make_work(folder / "work")
        commands = {
            "bare": [bare],
            "compiled": [compiled(bare)],
            "new": [program, "--data", folder / "new"],
            "work": [program, "--data", folder / "work"],
        }
        taken: dict[str, list[dict[str, float]]] = {name: [] for name in commands}
        for run in range(options.runs + 1):
            for name, command in commands.items():
                told = spawn(command)
                if run:  # the first fills the caches and makes the data folder
                    taken[name].append(told)
    report(taken)


def report(taken: dict[str, list[dict[str, float]]]) -> None:
    """Medians, each against both floors."""

    def median(name: str, moment: str) -> float:
        return statistics.median(told[moment] for told in taken[name]) * 1000

    floor, compiled_floor = median("bare", "painted"), median("compiled", "painted")
    print(f"bare Qt window, packaged alike            {floor:6.0f} ms")
    print(f"the same, PySide's own modules compiled   {compiled_floor:6.0f} ms")
    for name, words in (("new", "a new folder"), ("work", "a commune's work")):
        for moment in ("painted", "usable"):
            reached = median(name, moment)
            line = f"{words}, {moment}".ljust(42)
            times = f"{reached / floor:.2f} × the first, {reached / compiled_floor:.2f} × the second"
            print(f"{line}{reached:6.0f} ms   {times}")
    print("goal: a new folder usable within 1.7 × the first")


if __name__ == "__main__":
    main()
