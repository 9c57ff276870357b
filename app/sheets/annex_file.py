"""An annex from a file that anybody may have sent, by what is in it."""

from pathlib import Path

from app.domain.annex import Annex
from app.errors import AppError
from app.progress import SILENT, Progress
from app.sheets.annex_opening import Kind, recognise


def read_annex(path: Path, progress: Progress = SILENT) -> Annex:
    """The tables of a .docx or .xlsx.

    Raises what `recognise` raises, `AppError("annex.no_table")`, annex.damaged, annex.too_big, or for a workbook what
    `open_book` raises.
    """
    if recognise(path) is Kind.WORD:
        from app.sheets.annex_docx import read_word

        annex = read_word(path, progress)
    else:
        from app.sheets.annex_xlsx import read_excel

        annex = read_excel(path, progress)
    if not annex.tables:
        raise AppError("annex.no_table", name=path.name)
    return annex
