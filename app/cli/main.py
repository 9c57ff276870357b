"""``thuocso-cli``: parses the call, runs one command through the operations, and tells the outcome.

Exit codes: 0 done, 1 refused, 2 wrong usage, 3 a bug of the program, 130 interrupted; ``bundle verify`` adds 10 and 20.
"""

import functools
import io
import os
import sys
import traceback
from argparse import Namespace
from collections.abc import Sequence
from contextlib import suppress
from types import TracebackType
from typing import Any, TextIO

from app.cli.commands import COMMANDS
from app.cli.context import Context
from app.cli.output import Printer, as_json, chosen
from app.cli.parsing import HelpAsked, Parser, WrongUsage, build
from app.cli.registry import BUG, DONE, REFUSED, USAGE, Command, Refusal, Told, told
from app.errors import AppError, Several
from app.progress import Cancelled

INTERRUPTED = 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command; gives the exit code. What is no `AppError` is a bug: raised; told when this is the process."""
    if arguments is None:
        sys.excepthook = _on_bug
    given = list(sys.argv[1:] if arguments is None else arguments)
    if given[:1] == ["--helper"]:
        from app import helpers

        return helpers.main(given[1:])
    _speak_utf8()
    language = _language(given)
    try:
        parsed = _parser(language).parse_args(given, Namespace())
    except HelpAsked as asked:
        return _write(str(asked), DONE)
    except WrongUsage as wrong:
        return _wrong_usage(wrong, "--json" in given, language)
    return _run(parsed.command, parsed, language)


@functools.cache
def _parser(language: str) -> Parser:
    """Knows every command, so it is made once, however many calls a process makes."""
    return build(COMMANDS, language)


def _run(command: Command, parsed: Namespace, language: str) -> int:
    context = Context(parsed, language)
    try:
        with context.closing():
            result = command.run(context, parsed)
            besides = context.besides()
    except WrongUsage as wrong:
        return _wrong_usage(wrong, context.is_json, language)
    except AppError as error:
        return _refused(error, context.is_json, language)
    except (Cancelled, KeyboardInterrupt):
        return INTERRUPTED
    for each in besides:
        Printer(_or_nowhere(sys.stderr), language).line(told(each, language).message)
    return _write(_told(command, result, context), command.status(result))


def _told(command: Command, result: Any, context: Context) -> str:
    if context.is_json:
        return as_json(result) + "\n"
    stream = io.StringIO()
    command.show(result, Printer(stream, context.language))
    return stream.getvalue()


def _refused(error: AppError, is_json: bool, language: str) -> int:
    one = told(error, language)
    if is_json:
        return _write(as_json(Refusal(one)) + "\n", REFUSED)
    printer = Printer(_or_nowhere(sys.stderr), language)
    printer.line(one.message)
    if isinstance(error, Several):
        for inner in one.details["errors"]:
            printer.line(f"- {inner['message']}")
    return REFUSED


def _wrong_usage(wrong: WrongUsage, is_json: bool, language: str) -> int:
    if is_json:
        return _write(as_json(Refusal(Told("usage", {"usage": wrong.usage}, wrong.message))) + "\n", USAGE)
    stream = _or_nowhere(sys.stderr)
    printer = Printer(stream, language)
    if wrong.usage:
        stream.write(wrong.usage + "\n")
    printer.line(f"thuocso-cli: {wrong.message}")
    return USAGE


def _language(given: Sequence[str]) -> str:
    """The language asked for anywhere in the call: help and complaints are in it as well."""
    for at, word in enumerate(given):
        value = given[at + 1] if word == "--lang" and at + 1 < len(given) else word.removeprefix("--lang=")
        if word.startswith("--lang") and value in ("vi", "en"):
            return value
    return "vi"


# Streams -----------------------------------------------------------------------------------------------------------


def _speak_utf8() -> None:
    """UTF-8 whatever the console; half a character of a file name is told as an escape, as JSON would."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _or_nowhere(stream: TextIO | None) -> TextIO:
    """The stream; where a program without a console has none, one that forgets."""
    return io.StringIO() if stream is None else stream


def _write(told_: str, code: int) -> int:
    """Writes to standard output. Nobody reading any more changes nothing: what was to be done is done."""
    stream = _or_nowhere(sys.stdout)
    try:
        stream.write(told_)
        stream.flush()
    except BrokenPipeError:
        with suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
    return code


# Bugs --------------------------------------------------------------------------------------------------------------


def _on_bug(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """The last word of a bug: everything on stderr, one object on stdout where that was asked for, exit code 3."""
    if issubclass(kind, KeyboardInterrupt):
        raise SystemExit(INTERRUPTED)
    stream = _or_nowhere(sys.stderr)
    stream.write("".join(traceback.format_exception(kind, error, trace)))
    language = _language(sys.argv[1:])
    message = chosen(
        (
            "Phần mềm gặp một sai sót chưa lường trước nên chưa làm xong lệnh này. Dữ liệu đã lưu giữ nguyên. "
            "Sao lại nội dung trên màn hình và gửi cho người hỗ trợ phần mềm.",
            "The program met a bug and did not finish this command. Saved data stay as they are. "
            "Copy what is on the screen and send it to those who look after the program.",
        ),
        language,
    )
    if "--json" in sys.argv:
        _write(as_json(Refusal(Told("bug", {"kind": kind.__name__}, message))) + "\n", BUG)
    else:
        stream.write(message + "\n")
    raise SystemExit(BUG)
