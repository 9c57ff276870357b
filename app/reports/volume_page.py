"""The page of a volume: to which submission its evidence belongs, which volume it is, and the files it carries."""

from collections.abc import Sequence
from datetime import datetime

from app.domain.campaign import Campaign
from app.reports import names, phrases
from app.reports.layout import Column, Paper, PaperMeta, Row, Table


def render(
    campaign: Campaign,
    agency: str,
    *,
    round_: int,
    revision: int,
    volume: int,
    volumes: int,
    submission: str,
    files: Sequence[tuple[str, int]],
    made_at: datetime,
    content_digest: str,
) -> bytes:
    """The page as PDF. `submission` is the content digest of the submission; `files` are (name, size in bytes)."""
    own = campaign.agency(agency)
    name = own.name if own is not None else agency
    paper = Paper(
        PaperMeta(
            kind=f"Tập minh chứng {volume}/{volumes}",
            issuer=names.letterhead(name),
            place=names.place(name),
            made_at=made_at,
            dated=made_at.date(),
            footer=phrases.footer(campaign, content_digest, f"tập minh chứng {volume}/{volumes}"),
            has_end_mark=False,
        )
    )
    paper.head()
    paper.title(f"của hồ sơ tự đánh giá trong đợt “{names.shown(campaign.title)}”")
    paper.body(
        f"Tập này kèm theo hồ sơ lần {round_}, bản chốt số {revision} của {names.office(name)}. Số liệu nằm trong tệp "
        f"số liệu của hồ sơ đó; tập này chỉ có {len(files)} tệp minh chứng mà tệp số liệu đã liệt kê.",
        f"Mã nội dung của hồ sơ: {phrases.spaced(submission)}.",
    )
    paper.table(
        Table(
            (Column("STT", 14, "centre"), Column("Tên tệp", 126), Column("Dung lượng (byte)", 30, "right")),
            [
                Row((str(number), names.shown(name), phrases.number(str(size))))
                for number, (name, size) in enumerate(files, 1)
            ],
            size=11,
        )
    )
    return paper.to_pdf()
