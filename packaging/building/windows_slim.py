"""What of the interpreter and of the wheels travels to Windows, by path among the modules.

Qt is listed by what stays: the program needs five of its modules, one platform and three formats of pictures.
`opengl32sw.dll` (20 MB, pictures drawn by the processor for OpenGL) stays behind: no widget of ours uses OpenGL.
"""

import re

# Of the embeddable Python: its own two starters (ours take their place), sounds, the signed catalogue of files, and
# questions to WMI: without them `platform` reads the registry, at once and also where that service hangs.
PYTHON_DROPPED = ("python.exe", "pythonw.exe", "python.cat", "winsound.pyd", "_wmi.pyd")

QT_MODULES = ("Core", "Gui", "Network", "PrintSupport", "Svg", "Widgets")
QT_PLUGINS = (
    "iconengines/qsvgicon.dll",
    "imageformats/qgif.dll",
    "imageformats/qico.dll",
    "imageformats/qjpeg.dll",
    "imageformats/qsvg.dll",
    "platforms/qwindows.dll",
)
_PYSIDE = [
    r"PySide6/(__init__|_config|_git_pyside_version)\.py",
    r"PySide6/support/.*\.py",
    r"PySide6/pyside6\.abi3\.dll",
    r"PySide6/(msvcp|vcruntime|concrt)140\w*\.dll",
    *(rf"PySide6/(Qt6{module}\.dll|Qt{module}\.pyd)" for module in QT_MODULES),
    *(rf"PySide6/plugins/{re.escape(plugin)}" for plugin in QT_PLUGINS),
]
KEPT_OF_QT = re.compile("|".join(f"(?:{pattern})" for pattern in _PYSIDE))

DROPPED = re.compile(
    r"(.*/)?(tests?|testing|testsuite|__pycache__)/.*"
    r"|.*\.(pyi|pyx|pxd|pxi|c|cpp|h|hpp|lib|a|typed|toml|cmake|map)"
    r"|lxml/(includes|html|isoschematron)/.*"
    r"|PIL/(_avif|_imagingtk|ImageTk).*"
    r"|docx/templates/default-docx-template/.*"
    r"|(pypdfium2_cli|reportlab/graphics/samples|pycparser)/.*|reportlab/graphics/barcode/test\.py"
)

# Of what says who made a wheel: its name and version, which the libraries ask for; the texts lie in `licences`.


def is_kept(name):
    """Whether the file at `name` of a wheel travels."""
    if ".dist-info/" in name:
        return name.endswith("/METADATA")
    if name.startswith("PySide6/"):
        return bool(KEPT_OF_QT.fullmatch(name))
    return not DROPPED.fullmatch(name)
