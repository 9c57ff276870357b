"""Commands as argparse knows them: common options before or behind the command, helps in the language asked for."""

import argparse
import re
import unicodedata
from collections.abc import Iterable, Sequence
from typing import Any, NoReturn

from app import VERSION
from app.cli.output import Words, chosen
from app.cli.registry import Argument, Command, argument

PROGRAM = "thuocso-cli"
COMMON = (
    argument("--data", metavar="DIR", help=("thư mục dữ liệu (hoặc THUOCSO_DATA)", "data folder (or THUOCSO_DATA)")),
    argument("--json", action="store_true", help=("in một đối tượng JSON", "print one JSON object")),
    argument("--lang", choices=("vi", "en"), help=("ngôn ngữ: vi hoặc en", "language: vi or en")),
    argument(
        "--part", metavar="ID", help=("phần việc, khi thư mục có nhiều phần", "the part, where there are several")
    ),
    argument(
        "--person",
        metavar="NAME[, TITLE]",
        help=("người thao tác, ghi vào nhật ký", "who is working, as the journal names them"),
    ),
    argument(
        "--passphrase-file",
        metavar="FILE",
        help=("tệp chứa mật khẩu khóa niêm phong (hoặc THUOCSO_PASSPHRASE)", "passphrase file (or THUOCSO_PASSPHRASE)"),
    ),
)
_USAGE: Words = ("Cách dùng: ", "Usage: ")
_ARGUMENTS: Words = ("Tham số", "Arguments")
_COMMON: Words = ("Tùy chọn chung", "Common options")
_COMMANDS: Words = ("Lệnh", "Commands")
_HELP: Words = ("in hướng dẫn này", "print this help")
_VERSION: Words = ("in phiên bản", "print the version")
_ABOUT: Words = (
    "Thước Số: tự đánh giá, thẩm định và xếp hạng chuyển đổi số, không cần mạng.",
    "Thước Số: self-assessment, appraisal and ranking of digital transformation, without a network.",
)
_CODES: Words = (
    "Mã kết thúc: 0 đã làm xong, 1 không thực hiện được, 2 dùng sai cách, 3 phần mềm có sai sót. "
    "bundle verify: 0 hợp lệ, 10 chưa đủ căn cứ, 20 không hợp lệ.",
    "Exit codes: 0 done, 1 refused, 2 wrong usage, 3 bug. bundle verify: 0 valid, 10 unknown, 20 invalid.",
)
_FILES = ("FILE", "DIR", "PATH", "CERT")
_NAMES: dict[str, Words] = {
    "schema": ("lược đồ JSON của các tệp và kết quả", "JSON Schemas of files and outputs"),
    "framework": ("bộ chỉ số", "frameworks"),
    "draft": ("bộ chỉ số đang soạn", "frameworks being written"),
    "campaign": ("đợt đánh giá", "campaigns"),
    "assessment": ("bản tự đánh giá của xã", "a commune's self-assessment"),
    "key": ("khóa niêm phong", "sealing keys"),
    "token": ("thiết bị ký số (USB ký số)", "signing devices"),
    "registry": ("danh bạ và khóa của các cơ quan", "the authority's book of agencies and their keys"),
    "registration": ("phiếu báo nhận gói triển khai", "reporting that the campaign has come"),
    "signature": ("chữ ký trên báo cáo", "people's signatures on the report"),
    "submission": ("hồ sơ tự đánh giá gửi đi", "the submission going out"),
    "bundle": ("kiểm tra tệp gói hồ sơ", "bundles as files"),
    "collect": ("tiếp nhận hồ sơ", "taking submissions in"),
    "appraisal": ("thẩm định", "appraisal"),
    "result": ("kết quả đã nhận", "results received"),
    "certificate": ("nơi cấp chứng thư và danh sách thu hồi", "issuers and revocation lists"),
    "signer": ("người ký đã ghi nhận", "accepted signers"),
    "verification": ("kết quả kiểm tra tệp đã nhận", "what was found of a file that came in"),
    "folder": ("thư mục dữ liệu", "the data folder"),
    "backups": ("bản sao theo ngày của dữ liệu", "dated copies of the data"),
    "handover": ("bàn giao dữ liệu cho người khác", "handing the data over"),
    "journal": ("nhật ký: ai đã sửa gì", "the journal: who changed what"),
}
_ARGPARSE_SAYS = (
    (r"the following arguments are required: (.*)", "còn thiếu: {0}"),
    (r"unrecognized arguments: (.*)", "không có tham số này: {0}"),
    (r"argument (.*): expected one argument", "{0}: cần một giá trị"),
    (r"argument (.*): expected at least one argument", "{0}: cần ít nhất một giá trị"),
    (r"argument (.*): invalid choice: (.*) \(choose from (.*)\)", "{0}: {1} không có trong các lựa chọn {2}"),
    (r"argument (.*): invalid .* value: (.*)", "{0}: giá trị {1} chưa đúng"),
    (r"argument (.*): not allowed with argument (.*)", "{0}: không dùng cùng với {1}"),
    (r"one of the arguments (.*) is required", "cần một trong các tham số {0}"),
    (r"ambiguous option: (.*) could match (.*)", "{0} có thể là {1}; ghi đầy đủ tên"),
)


class WrongUsage(Exception):
    """The call does not say what to do; `message` says why, `usage` how."""

    def __init__(self, message: str, usage: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.usage = usage


class Parser(argparse.ArgumentParser):
    """An argument parser that speaks the chosen language and raises `WrongUsage` instead of leaving the process."""

    def __init__(self, language: str = "vi", **options: Any) -> None:
        self.language = language
        super().__init__(
            add_help=False,
            allow_abbrev=False,
            formatter_class=lambda prog: _Formatter(prog, language),
            **options,
        )

    def error(self, message: str) -> NoReturn:
        if self.language == "vi":
            for pattern, told in _ARGPARSE_SAYS:
                found = re.fullmatch(pattern, message)
                if found is not None:
                    message = told.format(*found.groups())
                    break
        raise WrongUsage(message, self.format_usage().strip())


class _Formatter(argparse.HelpFormatter):
    def __init__(self, prog: str, language: str) -> None:
        super().__init__(prog, max_help_position=32, width=100)
        self._language = language

    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
        super().add_usage(usage, actions, groups, chosen(_USAGE, self._language) if prefix is None else prefix)


def build(commands: Iterable[Command], language: str) -> Parser:
    """The parser of the whole shell; a parsed call bears its `command`."""
    parser = _parser(PROGRAM, _ABOUT, language, epilog=chosen(_CODES, language))
    top = _subparsers(parser, language)
    nouns: dict[str, Any] = {}
    for command in commands:
        noun, _, verb = command.name.partition(" ")
        if verb and noun not in nouns:
            told = chosen(_NAMES[noun], language)
            inner = top.add_parser(noun, language=language, help=told, description=told)
            _common(inner, language)
            nouns[noun] = _subparsers(inner, language)
        told = chosen(command.help, language)
        place = nouns[noun] if verb else top
        one = place.add_parser(verb or noun, language=language, help=told, description=told)
        _own(one, command.arguments, language)
        _common(one, language)
        one.set_defaults(command=command)
    return parser


def _parser(prog: str, description: Words, language: str, epilog: str) -> Parser:
    parser = Parser(language, prog=prog, description=chosen(description, language), epilog=epilog)
    _common(parser, language)
    return parser


def _subparsers(parser: Parser, language: str) -> Any:
    return parser.add_subparsers(
        title=chosen(_COMMANDS, language),
        metavar=chosen(("LỆNH", "COMMAND"), language),
        parser_class=Parser,
        required=True,
    )


def _own(parser: Parser, arguments: Sequence[Argument], language: str) -> None:
    group = parser.add_argument_group(chosen(_ARGUMENTS, language))
    for item in arguments:
        group.add_argument(*item.flags, help=chosen(item.help, language), **_typed(item))


def _typed(item: Argument) -> dict[str, Any]:
    """What people type is text in NFC; what names a file is taken as it is."""
    options = dict(item.options)
    metavar = str(options.get("metavar", ""))
    if options.get("action") != "store_true" and not any(word in metavar for word in _FILES):
        options.setdefault("type", words)
    return options


def words(typed: str) -> str:
    """Text in NFC; half a character (bytes that are no UTF-8) is no text."""
    typed.encode("utf-8")
    return unicodedata.normalize("NFC", typed)


def _common(parser: Parser, language: str) -> None:
    """Left out of the namespace unless given, so that an option in front is not undone behind the command."""
    group = parser.add_argument_group(chosen(_COMMON, language))
    for item in COMMON:
        group.add_argument(*item.flags, default=argparse.SUPPRESS, help=chosen(item.help, language), **item.options)
    group.add_argument("-h", "--help", action=_Help, nargs=0, help=chosen(_HELP, language))
    group.add_argument("--version", action=_Version, nargs=0, help=chosen(_VERSION, language))


class HelpAsked(Exception):
    """Somebody asked for help; the text is the message."""


class _Help(argparse.Action):
    def __init__(self, option_strings: Sequence[str], dest: str, **options: Any) -> None:
        super().__init__(option_strings, argparse.SUPPRESS, default=argparse.SUPPRESS, **options)

    def __call__(self, parser: argparse.ArgumentParser, *_: Any, **__: Any) -> None:
        raise HelpAsked(parser.format_help())


class _Version(_Help):
    def __call__(self, parser: argparse.ArgumentParser, *_: Any, **__: Any) -> None:
        raise HelpAsked(f"{PROGRAM} {VERSION}\n")
