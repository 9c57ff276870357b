"""``campaign``: made by an authority, sent out as one file, taken up by a commune."""

import datetime
from argparse import Namespace
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from app.cli.commands.frameworks import find
from app.cli.context import Context
from app.cli.marking import MARKED_COPY, marking
from app.cli.output import Printer
from app.cli.registry import Command, argument
from app.errors import AppError

if TYPE_CHECKING:
    from app.bundles.writing import Written
    from app.domain.agency import Authority
    from app.domain.campaign import Period, Round
    from app.domain.framework import Framework
    from app.operations.parts import Part


def day(typed: str) -> datetime.date:
    """A day typed as dd/mm/yyyy or yyyy-mm-dd; raises `ValueError`."""
    form = "%d/%m/%Y" if "/" in typed else "%Y-%m-%d"
    return datetime.datetime.strptime(typed.strip(), form).replace(tzinfo=datetime.UTC).date()


# create ------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class CampaignPart:
    """The part played here in a campaign: `agency` is the code of who plays it, `role` agency or authority."""

    part: str
    campaign: str
    title: str
    revision: int
    role: str
    agency: str
    name: str


def part_line(part: "Part") -> CampaignPart:
    """A part as it is printed."""
    campaign = part.campaign
    return CampaignPart(
        part.id, campaign.id, campaign.title, campaign.revision, part.role.value, part.agency, part.name
    )


def show_part(result: CampaignPart, printer: Printer) -> None:
    """Tells which part this is."""
    printer.fields(
        (
            (("Đợt đánh giá", "Campaign"), f"{result.title} ({result.campaign}, {result.revision})"),
            (("Phần việc", "Part"), result.part),
            (("Cơ quan, địa phương", "Agency"), f"{result.name} ({result.agency}, {result.role})"),
        )
    )


def _create(context: Context, options: Namespace) -> CampaignPart:
    from app.domain.campaign import Demand, Period
    from app.operations.authority import campaigning

    sets = dict(_set(context, item) for item in options.framework)
    groups = [group for value in sets.values() for group in value.target_groups]
    path = Path(options.agencies)
    with marking(path, options):
        agencies = campaigning.read_agencies(path, groups)
    period = Period(title=options.period, data_from=options.data_from, data_to=options.data_to)
    rounds = _rounds(options.round)
    if options.by_decision:
        period, rounds = _planned(next(iter(sets.values())), options.by_decision, period, options.round)
    part = campaigning.create(
        context.workspace(may_make=True),
        title=options.title,
        authority=_authority(options),
        period=period,
        sets=sets,
        agencies=agencies,
        rounds=rounds,
        demand=Demand(options.demand),
        guidance=options.guidance,
    )
    return part_line(part)


def _planned(
    value: "Framework", item: str, typed: "Period", days: list[datetime.date] | None
) -> "tuple[Period, tuple[Round, ...]]":
    """``thang-6:2026``: a period of the decision in that year; what was typed goes before it."""
    from app.domain import planning

    code, _, year = item.rpartition(":")
    if not year.isdecimal() or not 1900 < int(year) < 9000:
        raise AppError("period.unknown", period=item)
    known = planning.period(value, code, int(year))
    first, last = typed.data_from or known.data_from, typed.data_to or known.data_to
    period = replace(known, title=typed.title, data_from=first, data_to=last)
    return period, _rounds(days) if days else planning.rounds(value, code, int(year))


def _set(context: Context, item: str) -> "tuple[str, Framework]":
    """``xa=minh-hoa-xa`` or, for all groups, ``minh-hoa-xa``."""
    group, equals, name = item.partition("=")
    return (group, find(context, name)) if equals else ("", find(context, item))


def _authority(options: Namespace) -> "Authority":
    from app.domain.agency import Authority, Contact

    return Authority(
        code=options.authority_code,
        name=options.authority_name,
        short=options.authority_short,
        place=options.place,
        council=options.council,
        contact=Contact(name=options.contact, telephone=options.telephone),
    )


def _rounds(days: list[datetime.date] | None) -> "tuple[Round, ...]":
    """One round for each last day; without any, a single round without a deadline."""
    from app.domain.campaign import Round
    from app.domain.deadline import through_day
    from app.domain.text import date_text

    if not days:
        return (Round(number=1),)
    return tuple(
        Round(number=number, deadline=through_day(f"hết ngày {date_text(last)}", last))
        for number, last in enumerate(days, start=1)
    )


# list, show --------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class CampaignList:
    """Every part of the data folder, newest first."""

    parts: tuple[CampaignPart, ...]


def _list(context: Context, _: Namespace) -> CampaignList:
    from app.operations import parts

    return CampaignList(tuple(part_line(part) for part in parts.everything(context.workspace())))


def _show_list(result: CampaignList, printer: Printer) -> None:
    printer.table(
        (("Phần việc", "Part"), ("Cơ quan, địa phương", "Agency"), ("Vai", "Role"), ("Đợt đánh giá", "Campaign")),
        [(part.part, f"{part.name} ({part.agency})", part.role, part.title) for part in result.parts],
    )


@dataclass(frozen=True, slots=True)
class AgencyLine:
    """One agency of a campaign, with the last day of each round as it holds for it ("" : none)."""

    code: str
    name: str
    target_group: str
    traits: tuple[str, ...]
    contact: str
    telephone: str


@dataclass(frozen=True, slots=True)
class RoundLine:
    """One round and its deadline: the decision's words, and the last day meant (yyyy-mm-dd, null for none)."""

    number: int
    wording: str
    last_day: str | None


@dataclass(frozen=True, slots=True)
class CampaignFramework:
    """Which framework a target group answers ("" : all groups)."""

    target_group: str
    id: str
    version: str
    digest: str


@dataclass(frozen=True, slots=True)
class CampaignShown:
    """A campaign in full, with the part played in it here."""

    part: CampaignPart
    authority: str
    period: str
    demand: str
    guidance: str
    frameworks: tuple[CampaignFramework, ...]
    rounds: tuple[RoundLine, ...]
    agencies: tuple[AgencyLine, ...]


def _show(context: Context, _: Namespace) -> CampaignShown:
    part = context.part()
    campaign = part.campaign
    return CampaignShown(
        part=part_line(part),
        authority=campaign.authority.name,
        period=campaign.period.title,
        demand=campaign.demand.value,
        guidance=campaign.guidance,
        frameworks=tuple(
            CampaignFramework(item.target_group, item.id, item.version, item.digest) for item in campaign.frameworks
        ),
        rounds=tuple(_round_line(item) for item in campaign.rounds),
        agencies=tuple(
            AgencyLine(
                item.code,
                item.name,
                item.target_group,
                tuple(sorted(item.traits)),
                item.contact.name,
                item.contact.telephone,
            )
            for item in campaign.agencies
        ),
    )


def _round_line(item: "Round") -> RoundLine:
    last = item.deadline.last_day() if item.deadline is not None else None
    return RoundLine(item.number, item.deadline.wording if item.deadline else "", last.isoformat() if last else None)


def _show_shown(result: CampaignShown, printer: Printer) -> None:
    show_part(result.part, printer)
    printer.fields(
        (
            (("Cơ quan thẩm định", "Authority"), result.authority),
            (("Kỳ đánh giá", "Period"), result.period),
            (("Bộ chỉ số", "Frameworks"), ", ".join(f"{item.id}@{item.version}" for item in result.frameworks)),
            (("Hạn gửi", "Deadlines"), " · ".join(f"{item.number}: {item.wording or '–'}" for item in result.rounds)),
        )
    )
    printer.line()
    printer.table(
        (("Mã", "Code"), ("Tên", "Name"), ("Đầu mối", "Focal officer"), ("Điện thoại", "Telephone")),
        [(item.code, item.name, item.contact, item.telephone) for item in result.agencies],
    )


# export, import ----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class BundleWritten:
    """A sealed file that was written and verified: size in bytes, digests, and the code of the key that sealed it."""

    path: str
    size: int
    content_digest: str
    seal_digest: str
    check_code: str


def bundle_line(path: Path, written: "Written", check_code: str) -> BundleWritten:
    """A written bundle as it is printed."""
    return BundleWritten(str(path), written.size, written.content_digest, written.seal_digest, check_code)


def show_bundle(result: BundleWritten, printer: Printer) -> None:
    """Tells where the bundle is and the code to compare."""
    printer.fields(
        (
            (("Đã ghi và kiểm tra xong", "Written and checked"), result.path),
            (("Dung lượng (byte)", "Size (bytes)"), str(result.size)),
            (("Mã nội dung", "Content digest"), result.content_digest),
            (("Mã đối chiếu khóa", "Check code"), result.check_code),
        )
    )


def key_code(context: Context, part: "Part") -> str:
    """The check code of the key in use for a part."""
    from app.operations.trust import trusting

    key = trusting.own_key(context.workspace(), part)
    return key.check_code if key is not None else ""


def _export(context: Context, options: Namespace) -> BundleWritten:
    from app.operations.authority import campaigning

    part = context.part()
    folder = Path(options.to)
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / campaigning.suggested_name(part)
    written = campaigning.export_campaign(context.workspace(), part.id, target, context.passphrase(), context.progress)
    return bundle_line(target, written, key_code(context, part))


@dataclass(frozen=True, slots=True)
class CampaignImported:
    """A campaign taken up: the part played, and the check of the file it came in."""

    part: CampaignPart
    verdict: str
    check_code: str


def _import(context: Context, options: Namespace) -> CampaignImported:
    from app.operations.authority import campaigning

    workspace, path = context.workspace(may_make=True), Path(options.file)
    offer = campaigning.look(workspace, path, context.progress)
    part = campaigning.accept(workspace, path, options.code, context.progress)
    return CampaignImported(part_line(part), offer.verdict.light.value, offer.verdict.check_code or "")


def _show_imported(result: CampaignImported, printer: Printer) -> None:
    show_part(result.part, printer)
    printer.fields(
        (
            (("Kết quả kiểm tra tệp", "Verdict"), printer.term(result.verdict)),
            (("Mã đối chiếu khóa", "Check code"), result.check_code),
        )
    )


TO = argument("--to", required=True, metavar="DIR", help=("thư mục ghi tệp", "folder to write to"))
COMMANDS = (
    Command(
        name="campaign create",
        help=("tạo đợt đánh giá (cơ quan thẩm định)", "make a campaign (authority)"),
        run=_create,
        result=CampaignPart,
        show=show_part,
        arguments=(
            argument("--title", required=True, help=("tên đợt", "title")),
            argument(
                "--framework",
                required=True,
                action="append",
                metavar="[GROUP=]FILE_OR_ID",
                help=(
                    "bộ chỉ số; ghi nhiều lần khi mỗi nhóm đối tượng một bộ",
                    "the framework; repeated for target groups",
                ),
            ),
            argument(
                "--agencies",
                required=True,
                metavar="FILE",
                help=("danh sách xã, phường: .xlsx hoặc .json", "list of agencies: .xlsx or .json"),
            ),
            MARKED_COPY,
            argument("--authority-code", required=True, metavar="CODE", help=("mã cơ quan thẩm định", "its code")),
            argument("--authority-name", required=True, metavar="NAME", help=("tên cơ quan thẩm định", "its name")),
            argument("--authority-short", default="", metavar="NAME", help=("tên gọn", "its short name")),
            argument("--place", default="", help=("địa danh", "place, for papers")),
            argument("--council", default="", metavar="NAME", help=("tên Hội đồng", "name of the council")),
            argument("--contact", default="", metavar="NAME", help=("đầu mối", "focal officer")),
            argument("--telephone", default="", help=("điện thoại đầu mối", "its telephone")),
            argument("--period", required=True, help=("tên kỳ đánh giá, như “Năm 2026”", "the period, as “2026”")),
            argument(
                "--by-decision",
                default="",
                metavar="PERIOD:YEAR",
                help=("kỳ của văn bản và năm, như thang-6:2026", "a period of the decision, as thang-6:2026"),
            ),
            argument("--data-from", type=day, metavar="DAY", help=("số liệu từ ngày", "first day of the data")),
            argument("--data-to", type=day, metavar="DAY", help=("số liệu đến ngày", "last day of the data")),
            argument(
                "--round",
                action="append",
                type=day,
                metavar="DAY",
                help=("ngày cuối của mỗi lần gửi; ghi lần lượt", "last day of each round, in order"),
            ),
            argument(
                "--demand",
                default="confirmed",
                choices=("confirmed", "wet_signed", "leader", "leader_and_agency"),
                help=("cách xác nhận được yêu cầu", "which confirmation is asked for"),
            ),
            argument("--guidance", default="", help=("lời hướng dẫn gửi kèm", "guidance sent along")),
        ),
    ),
    Command(
        name="campaign list",
        help=("các phần việc trong thư mục dữ liệu", "the parts in the data folder"),
        run=_list,
        result=CampaignList,
        show=_show_list,
    ),
    Command(
        name="campaign show",
        help=("xem đợt đánh giá", "show a campaign"),
        run=_show,
        result=CampaignShown,
        show=_show_shown,
    ),
    Command(
        name="campaign export",
        help=("niêm phong và xuất gói triển khai", "seal the campaign into one file"),
        run=_export,
        result=BundleWritten,
        show=show_bundle,
        arguments=(TO,),
    ),
    Command(
        name="campaign import",
        help=("nạp gói triển khai (xã, phường)", "take up a campaign (commune)"),
        run=_import,
        result=CampaignImported,
        show=_show_imported,
        arguments=(
            argument("file", metavar="FILE", help=("gói triển khai", "the campaign bundle")),
            argument(
                "--as", dest="code", required=True, metavar="CODE", help=("mã của xã, phường mình", "one's own code")
            ),
        ),
    ),
)
