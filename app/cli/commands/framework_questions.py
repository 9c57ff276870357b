"""``framework questions | answer | complete``: what a decision leaves open, and a skeleton made complete."""

from argparse import Namespace
from dataclasses import dataclass
from pathlib import Path

from app.cli.commands.frameworks import FRAMEWORK, find
from app.cli.context import Context
from app.cli.output import Printer
from app.cli.registry import Command, argument


@dataclass(frozen=True, slots=True)
class OptionLine:
    """One way to answer."""

    key: str
    label: str


@dataclass(frozen=True, slots=True)
class QuestionLine:
    """One question: `asks` is "amount" or "date" where a value may be typed, `answer` "" while it is open."""

    code: str
    words: str
    article: str
    options: tuple[OptionLine, ...]
    asks: str
    answer: str
    reason: str
    told: str


@dataclass(frozen=True, slots=True)
class Questions:
    """Everything a decision leaves open; `notes` are told and not asked, `remarks` say what was seen and left."""

    id: str
    version: str
    open: int
    questions: tuple[QuestionLine, ...]
    notes: tuple[str, ...]
    remarks: tuple[str, ...]


def _questions(context: Context, options: Namespace) -> Questions:
    from app.domain import questions
    from app.wording.lacking import answer_words

    value = find(context, options.framework)
    return Questions(
        id=value.id,
        version=value.version,
        open=len(questions.unanswered(value)),
        questions=tuple(
            QuestionLine(
                code=item.code,
                words=item.words,
                article=item.article,
                options=tuple(OptionLine(option.key, option.label) for option in item.options),
                asks=item.asks.value if item.asks is not None else "",
                answer=item.answer,
                reason=item.reason,
                told=answer_words(item, context.language),
            )
            for item in questions.asked(value)
        ),
        notes=tuple(item for item in value.questions if isinstance(item, str)),
        remarks=tuple(f"{item.words} ({item.article})" if item.article else item.words for item in value.remarks),
    )


def _show_questions(result: Questions, printer: Printer) -> None:
    for item in result.questions:
        article = f" ({item.article})" if item.article else ""
        printer.line(f"{item.code}: {item.words}{article}")
        for option in item.options:
            mark = "●" if option.key == item.answer else "○"
            printer.line(f"  {mark} {option.key}: {option.label}")
        if item.asks:
            printer.line(f"  ○ {printer.term(f'value_kind.{item.asks}')}")
        if item.answer:
            printer.line(f"  → {item.told}")
    for words in (*result.notes, *result.remarks):
        printer.line(f"· {words}")
    printer.say("{count} câu hỏi chưa chọn.", "{count} questions unanswered.", count=result.open)


@dataclass(frozen=True, slots=True)
class FrameworkChanged:
    """A framework written to a file, and how many questions are still open in it."""

    path: str
    digest: str
    standing: str
    open: int


def _answer(context: Context, options: Namespace) -> FrameworkChanged:
    from app.domain import questions
    from app.operations.frameworks import authoring

    value = questions.answered(find(context, options.framework), options.question, options.answer, options.reason)
    authoring.write_framework(value, Path(options.out))
    return FrameworkChanged(options.out, value.digest, value.standing.value, len(questions.unanswered(value)))


def _complete(context: Context, options: Namespace) -> FrameworkChanged:
    from app.domain.lacking import completed
    from app.operations.frameworks import authoring

    value = completed(find(context, options.framework))
    authoring.write_framework(value, Path(options.out))
    return FrameworkChanged(options.out, value.digest, value.standing.value, 0)


def _show_changed(result: FrameworkChanged, printer: Printer) -> None:
    printer.say(
        "Đã ghi {path}. {open} câu hỏi chưa chọn.",
        "Wrote {path}. {open} questions unanswered.",
        path=result.path,
        open=result.open,
    )


_OUT = argument("--out", required=True, metavar="FILE", help=("ghi ra tệp .json hoặc .xlsx", "the file to write"))
COMMANDS = (
    Command(
        name="framework questions",
        help=("xem những điểm văn bản chưa quy định", "what the decision leaves open"),
        run=_questions,
        result=Questions,
        show=_show_questions,
        arguments=(FRAMEWORK,),
    ),
    Command(
        name="framework answer",
        help=("chọn một cách hiểu cho điểm văn bản chưa quy định", "answer an open question"),
        run=_answer,
        result=FrameworkChanged,
        show=_show_changed,
        arguments=(
            FRAMEWORK,
            argument("question", help=("mã câu hỏi", "the question's code")),
            argument("answer", help=("mã phương án, số hoặc ngày yyyy-mm-dd", "an option, a number or a day")),
            argument("--reason", default="", help=("căn cứ, ai quyết định", "on what ground, by whom")),
            _OUT,
        ),
    ),
    Command(
        name="framework complete",
        help=("chuyển bộ khung đã nhập đủ thành bộ chỉ số đầy đủ", "turn a filled skeleton into a complete framework"),
        run=_complete,
        result=FrameworkChanged,
        show=_show_changed,
        arguments=(FRAMEWORK, _OUT),
    ),
)
