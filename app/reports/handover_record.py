"""The record of a handover, one page in two copies: who gave what to whom, by which digest it is known again.

After the model of a record of handing over papers (Nghị định 30/2020/NĐ-CP, Phụ lục V): parties, what, how much,
condition, list, two copies.
"""

from dataclasses import dataclass

from app.reports import names, phrases
from app.reports.figures import Sizes
from app.reports.layout import Column, Paper, PaperMeta, Row, Signer, Table

_SIZES = Sizes(body=13, signer=13)  # the smallest of the decree: all stands on one page
_TRIES = ((4, 130), (2, 130), (1, 60))  # lines of a list, letters of a remark: the first that leaves one page


@dataclass(frozen=True, slots=True)
class Content:
    """What the record says; a party is (name, title, office), `keys` are (owner, check code), `at` ISO time.

    `missing` names the evidence files that belong to the data and are gone.
    """

    giver: tuple[str, str, str]
    receiver: tuple[str, str, str]
    owner: str
    whose: tuple[str, ...]
    file: str
    size: int
    files: int
    damaged: int
    missing: tuple[str, ...]
    sha256: str
    check_code: str
    keys: tuple[tuple[str, str], ...]
    note: str
    at: str


def render(content: Content) -> bytes:
    """The record as PDF; long lists are cut so that it stays one page."""
    for most, longest in _TRIES:
        printed = _paper(content, most, longest).lay_out()
        if printed.pages == 1:
            break
    return printed.pdf


def _paper(content: Content, most: int, longest: int) -> Paper:
    made_at = phrases.moment(content.at)
    paper = Paper(
        PaperMeta(
            kind="Biên bản",
            issuer=names.letterhead(content.owner),
            symbol=names.symbol("BB", content.owner),
            place=None,
            made_at=made_at,
            dated=made_at.date(),
            footer=f"Biên bản bàn giao · {content.file} · mã đối chiếu {content.check_code}",
            title="Biên bản bàn giao dữ liệu Thước Số",
            sizes=_SIZES,
        )
    )
    paper.head()
    paper.title("Bàn giao dữ liệu, minh chứng và khóa niêm phong của phần mềm Thước Số")
    paper.body(
        f"Hôm nay, {phrases.long_day(made_at.date())}, tại {names.office(content.owner)}, hai bên gồm:",
        f"Bên giao: {_cut(_person(content.giver), longest)}.",
        f"Bên nhận: {_cut(_person(content.receiver), longest)}.",
        "Đã bàn giao một tệp mã hóa gồm toàn bộ dữ liệu, minh chứng và khóa niêm phong:",
    )
    rows = [Row((head, value)) for head, value in _facts(content, most, longest)]
    paper.table(Table((Column("Nội dung", 46), Column("Thông tin", 124)), rows, size=11))
    paper.body(
        "Bên nhận so mã đối chiếu của tệp với mã phần mềm hiện ra trước khi nhận. Mật khẩu mở tệp và mật khẩu của khóa "
        "niêm phong giao riêng, không ghi vào biên bản; khóa vẫn khóa bằng mật khẩu của nó.",
        _condition(content, most, longest),
    )
    if content.note.strip():
        paper.body(f"Ghi chú: {_cut(content.note, longest).rstrip('.')}.")
    paper.body("Biên bản lập thành 02 bản có giá trị như nhau, mỗi bên giữ 01 bản.")
    paper.signatures(
        Signer(names.shown(content.giver[0]), "Bên giao", is_sealed=False),
        Signer(names.shown(content.receiver[0]), "Bên nhận", is_sealed=False),
    )
    return paper


def _person(party: tuple[str, str, str]) -> str:
    return ", ".join(names.shown(part) for part in party if part.strip())


def _cut(words: str, longest: int) -> str:
    shown = names.shown(words)
    return shown if len(shown) <= longest else f"{shown[:longest]}…"


def _facts(content: Content, most: int, longest: int) -> list[tuple[str, str]]:
    digest = " ".join(content.sha256[at : at + 8] for at in range(0, len(content.sha256), 8))
    keys = [f"{names.shown(owner)}: {code}" for owner, code in content.keys]
    return [
        ("Dữ liệu của", _lines([_cut(one, longest) for one in content.whose], most)),
        ("Tên tệp", names.shown(content.file)),
        ("Dung lượng", f"{phrases.number(str(content.size))} byte"),
        ("Số tệp minh chứng", phrases.number(str(content.files))),
        ("Mã SHA-256 của tệp", digest),
        ("Mã đối chiếu của tệp", content.check_code),
        ("Khóa niêm phong (mã đối chiếu)", _lines(keys, most)),
    ]


def _lines(lines: list[str], most: int) -> str:
    """At the most so many lines: the record is one page."""
    shown = lines[:most] + ([f"và {len(lines) - most} mục khác trong tệp"] if len(lines) > most else [])
    return "\n".join(shown) or phrases.NOTHING


def _condition(content: Content, most: int, longest: int) -> str:
    said = ["Tình trạng: tệp đã được phần mềm đọc lại và kiểm tra toàn vẹn sau khi ghi"]
    if content.damaged:
        said.append(f"{content.damaged} tệp minh chứng đã hỏng từ trước và được giao nguyên trạng")
    if content.missing:
        more = len(content.missing) - most
        shown = [_cut(name, longest) for name in content.missing[:most]] + ([f"và {more} tệp khác"] if more > 0 else [])
        said.append(f"{len(content.missing)} tệp minh chứng không còn trong máy nên không có trong tệp bàn giao")
        said[-1] += f" ({', '.join(shown)})"
    if not content.damaged and not content.missing:
        said.append("các tệp minh chứng nguyên vẹn")
    return f"{'; '.join(said)}."
