"""``schema``: the JSON Schemas of what the shell reads and prints."""

import json
from argparse import Namespace
from typing import Any

from app.cli.context import Context
from app.cli.output import Printer
from app.cli.parsing import WrongUsage
from app.cli.registry import Command, Refusal, argument


def _framework(_: Context, __: Namespace) -> dict[str, Any]:
    from app.domain import schemas

    return schemas.framework_schema()


def _answers(_: Context, __: Namespace) -> dict[str, Any]:
    from app.domain import schemas

    return schemas.answers_schema()


def _output(context: Context, options: Namespace) -> dict[str, Any]:
    """The schema of one command's output, of a refusal ("error"), or the list of all commands."""
    from app.cli.commands import COMMANDS
    from app.domain import codec

    results = {command.name: command.result for command in COMMANDS} | {"error": Refusal}
    name = " ".join(options.name)
    if not name:
        return {"commands": sorted(results)}
    if name not in results:
        said = ("không có lệnh “{}”", "there is no command “{}”")[context.language == "en"]
        raise WrongUsage(said.format(name))
    if results[name] is dict:
        return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": name, "type": "object"}
    return codec.schema(results[name], name)


def _show(result: dict[str, Any], printer: Printer) -> None:
    for line in json.dumps(result, ensure_ascii=False, indent=1).splitlines():
        printer.line(line)


COMMANDS = (
    Command(
        name="schema framework",
        help=("lược đồ JSON của bộ chỉ số", "JSON Schema of a framework"),
        run=_framework,
        result=dict,
        show=_show,
    ),
    Command(
        name="schema answers",
        help=("lược đồ JSON của tệp số liệu tự đánh giá", "JSON Schema of an answers file"),
        run=_answers,
        result=dict,
        show=_show,
    ),
    Command(
        name="schema output",
        help=("lược đồ JSON của kết quả một lệnh", "JSON Schema of a command's output"),
        run=_output,
        result=dict,
        show=_show,
        arguments=(
            argument(
                "name",
                nargs="*",
                metavar="COMMAND",
                help=(
                    "tên lệnh, hoặc “error”; bỏ trống để liệt kê",
                    "name of a command, or “error”; none: list them",
                ),
            ),
        ),
    ),
)
