"""The guidance that travels with a campaign: what is assessed, by which sets, until when, and the code to compare.

Told in the form of a công văn (Nghị định 30/2020/NĐ-CP, Phụ lục III, Mẫu 1.5), for the authority to send as such.
"""

from collections.abc import Iterator

from app.domain import text
from app.domain.agency import Agency
from app.domain.campaign import Campaign, Round
from app.domain.framework import Criterion, EvidencePolicy, Framework, Ground, Group, Placed, RoundField
from app.domain.rules import Policy
from app.reports import names, phrases, rows
from app.reports.flowables import paragraph, style
from app.reports.fonts import SERIF_BOLD
from app.reports.layout import LANDSCAPE, Column, Paper, PaperMeta, Row, Table
from app.reports.phrases import NOTHING, Words, lowered, sentences
from app.wording import word
from app.wording.lacking import settled_words
from app.wording.rules import rule_sentences

_COMMUNES = ("xã", "phường", "đặc khu")


def render(campaign: Campaign, frameworks: tuple[Framework, ...], check_code: str, content_digest: str) -> bytes:
    """The page as PDF, each set with its criteria and the list of agencies as annexes."""
    told = [] if campaign.revision == 1 else [f"bản điều chỉnh số {campaign.revision}"]
    paper = begun(campaign, frameworks, phrases.footer(campaign, content_digest, "gói triển khai", *told))
    _body(paper, campaign, frameworks, check_code)
    paper.signature(names.unnamed_signer(campaign.authority.name), ("Như trên", "Lưu: VT"))
    annexes(paper, campaign, frameworks)
    return paper.to_pdf()


def begun(campaign: Campaign, frameworks: tuple[Framework, ...], footer: str) -> Paper:
    """The letter's head and whom it is for."""
    authority = campaign.authority
    subject = (
        f"hướng dẫn tự đánh giá, chấm điểm {lowered(names.shown(frameworks[0].title))}" if len(frameworks) == 1 else ""
    )
    subject = phrases.of_period(subject or "hướng dẫn tự đánh giá, chấm điểm các bộ chỉ số", campaign)
    paper = Paper(
        PaperMeta(
            kind="",
            issuer=names.letterhead(authority.name),
            parent=names.shown(authority.parent),
            symbol=names.symbol("", authority.name),
            place=authority.place or names.place(authority.name),
            letter_subject=f"V/v {subject}",
            made_at=phrases.NO_TIME,
            footer=footer,
            title=names.shown(campaign.title),
        )
    )
    paper.head()
    paper.addressees(_addressee(campaign))
    return paper


def _addressee(campaign: Campaign) -> str:
    kinds = {names.kind_of_unit(agency.name) for agency in campaign.agencies}
    if kinds and kinds <= set(_COMMUNES):
        return f"Ủy ban nhân dân các {', '.join(kind for kind in _COMMUNES if kind in kinds)}"
    return "Các cơ quan, địa phương tại Phụ lục I"


def _body(paper: Paper, campaign: Campaign, frameworks: tuple[Framework, ...], check_code: str) -> None:
    opening(paper, campaign, frameworks)
    paper.heading("1. Kỳ số liệu và bộ chỉ số", 2)
    paper.body(*period_lines(campaign))
    paper.table(sets_table(campaign, frameworks))
    paper.body(*(f"{framework.title}: {framework.notice}" for framework in frameworks if framework.notice))
    paper.heading("2. Thời hạn", 2)
    evidence = lowered(shared_term(frameworks, "evidence"))
    paper.table(rounds_table(campaign, evidence))
    paper.heading(f"3. Hồ sơ và {evidence}", 2)
    paper.body(f"Xác nhận hồ sơ: {lowered(word(f'demand.{campaign.demand.value}'))}.")
    paper.body(*evidence_lines(frameworks))
    if campaign.guidance.strip():
        paper.heading("4. Hướng dẫn thêm", 2)
        paper.body(*filter(str.strip, campaign.guidance.splitlines()))
    paper.heading(f"{5 if campaign.guidance.strip() else 4}. Mã đối chiếu khóa niêm phong", 2)
    _code(paper, check_code)
    person = contact_line(campaign)
    closing = f"{phrases.capital(names.office(campaign.authority.name))} đề nghị các cơ quan, địa phương thực hiện."
    paper.body(f"Đầu mối hướng dẫn: {person}. {closing}" if person else closing)


def opening(paper: Paper, campaign: Campaign, frameworks: tuple[Framework, ...]) -> None:
    """What is carried out, and by whom."""
    behind = [known for known in map(phrases.regulation, frameworks) if known]
    done = f"Thực hiện {'; '.join(dict.fromkeys(behind))}, " if behind else ""
    office = names.office(campaign.authority.name)
    office = office if done else phrases.capital(office)
    paper.body(
        f"{done}{office} hướng dẫn {len(campaign.agencies)} cơ quan, địa phương tự đánh giá, chấm điểm trong "
        f"đợt “{names.shown(campaign.title)}”, cụ thể như sau:"
    )
    if campaign.is_sample:
        paper.body("Đợt đánh giá này dùng để tập huấn, dùng thử; kết quả không dùng để xếp hạng.")


def contact_line(campaign: Campaign) -> str:
    """The focal officer of the authority in one line; "" while none is named."""
    contact = campaign.authority.contact
    return ", ".join(part for part in (contact.name, contact.title, contact.telephone, contact.email) if part)


def period_lines(campaign: Campaign) -> Iterator[str]:
    """The period assessed and that of its data, in sentences."""
    period = campaign.period
    span = phrases.span(period.data_from, period.data_to)
    cumulative = "lấy số lũy kế đến ngày cuối kỳ" if period.is_cumulative else ""
    yield sentences(
        f"Kỳ đánh giá: {phrases.period(campaign)}", f"Kỳ số liệu: {span}" if span else "", phrases.capital(cumulative)
    )


def sets_table(campaign: Campaign, frameworks: tuple[Framework, ...]) -> Table:
    """Which set applies to whom, with its version, number of criteria and maximum."""
    columns = (
        Column(word("framework"), 66),
        Column(word("framework_version"), 14, "centre"),
        Column("Áp dụng cho", 45),
        Column(f"Số {lowered(shared_term(frameworks, 'criterion'))}", 18, "right"),
        Column(word("maximum"), 22, "right"),
    )
    known = {framework.digest: framework for framework in frameworks}
    lines = []
    for reference in campaign.frameworks:
        framework = known.get(reference.digest)
        if framework is None:
            continue
        group = reference.target_group
        count = sum(place.criterion is not None for place in rows.in_scope(framework, group))
        maximum = next((item.maximum for item in framework.target_groups if item.code == group), None)
        points = maximum.value if maximum is not None else framework.index.maximum("", group)
        applies = _group_name(framework, group) if group else "Tất cả"
        lines.append(Row((framework.title, framework.version, applies, str(count), Words(framework).points(points))))
    return Table(columns, lines, size=11)


def _group_name(framework: Framework, code: str) -> str:
    return next((group.name for group in framework.target_groups if group.code == code), code)


def shared_term(frameworks: tuple[Framework, ...], key: str) -> str:
    """The word all sets use for a term; the program's where they differ."""
    names = {Words(framework).term(key) for framework in frameworks}
    return names.pop() if len(names) == 1 else word(key)


def rounds_table(campaign: Campaign, evidence: str) -> Table:
    """What is done in each round and until when; `evidence` is the word used for it."""
    columns = (Column("Lần", 12, "centre"), Column("Nội dung thực hiện", 75), Column("Thời hạn", 78))
    lines = [Row((str(item.number), _opened(item, evidence), _deadline(item, evidence))) for item in campaign.rounds]
    return Table(columns, lines, size=11)


def _opened(round_: Round, evidence: str) -> str:
    if round_.number == 1:
        return f"Tự đánh giá: nhập số liệu, giải trình, {evidence}"
    own = {RoundField.EVIDENCE: evidence}
    fields = ", ".join(own.get(field, lowered(word(f"round_field.{field.value}"))) for field in round_.opens)
    return f"Giải trình, bổ sung sau thẩm định: {fields}" if fields else "Giải trình, bổ sung sau thẩm định"


def _deadline(round_: Round, evidence: str) -> str:
    deadline = round_.deadline
    if deadline is None:
        return "Theo thông báo riêng"
    shown = phrases.capital(deadline.shown())
    wording = "" if deadline.wording.casefold() == shown.casefold() else f" ({deadline.wording})"
    later = f"\nTệp {evidence} được gửi tiếp trong {round_.evidence_days} ngày" if round_.evidence_days else ""
    return f"{shown}{wording}{later}"


def evidence_lines(frameworks: tuple[Framework, ...]) -> Iterator[str]:
    """What each set says of missing and incomplete evidence."""
    for framework in frameworks:
        told, name = framework.evidence, Words(framework).inside("evidence")
        article = f" ({told.article})" if told.article else ""
        policies = ((f"Thiếu {name}", told.missing), (f"{phrases.capital(name)} chưa đủ", told.incomplete))
        lines = [f"{case}: {_policy('evidence_policy', policy)}{article}" for case, policy in policies if policy]
        if lines:
            before = f"{framework.title}. " if len(frameworks) > 1 else ""
            yield before + sentences(*lines)


def _policy(kind: str, policy: EvidencePolicy | Policy) -> str:
    return lowered(word(f"{kind}.{policy.value}"))


def _code(paper: Paper, check_code: str) -> None:
    paper.body(
        "Gói triển khai được niêm phong bằng khóa của cơ quan thẩm định, có mã đối chiếu gồm sáu nhóm, mỗi nhóm năm "
        "chữ số:"
    )
    code_line(paper, check_code)
    paper.body(
        "Trước khi ghi nhận khóa trong phần mềm, so mã hiển thị trên máy với mã ghi trong công văn nhận qua hệ thống "
        "quản lý văn bản, hoặc hỏi qua số điện thoại đã biết từ trước. Mã in trong chính gói này chưa đủ căn cứ."
    )


def code_line(paper: Paper, check_code: str) -> None:
    """The code, large enough to be compared across a desk."""
    paper.flowable(paragraph(check_code, style(22, SERIF_BOLD, "centre", spaceBefore=12, spaceAfter=12)))


# Annexes -----------------------------------------------------------------------------------------------------------


def annexes(paper: Paper, campaign: Campaign, frameworks: tuple[Framework, ...]) -> None:
    """The list of agencies, and each set with its criteria."""
    paper.annex("I", "Danh sách cơ quan, địa phương tham gia")
    paper.table(_agencies(campaign, frameworks))
    for number, framework in enumerate(frameworks, 2):
        paper.annex(phrases.roman(number), framework.title, page=LANDSCAPE)
        paper.table(_criteria(framework))
        if framework.grounds:
            paper.heading(f"{Words(framework).term('ground')} của {Words(framework).inside('criterion')}", 2)
            paper.table(_grounds(framework))
        settled = settled_words(framework)
        if settled:
            paper.heading("Cách hiểu những điểm văn bản chưa quy định", 2)
            columns = (Column("Nội dung chưa quy định", 120), Column("Đã chọn", 122))
            paper.table(Table(columns, [Row(line) for line in settled], size=11))


def _agencies(campaign: Campaign, frameworks: tuple[Framework, ...]) -> Table:
    columns = [
        Column("TT", 12, "centre"),
        Column("Mã", 24),
        Column("Cơ quan, địa phương", 65),
        Column(word("target_group"), 64),
    ]
    groups = {group.code: group.name for framework in frameworks for group in framework.target_groups}
    days = [_own_days(agency) for agency in campaign.agencies]
    if any(days):
        columns.append(Column("Thời hạn, kỳ số liệu riêng", 40))
    lines = []
    for at, (agency, own) in enumerate(zip(campaign.agencies, days, strict=True), 1):
        group = groups.get(agency.target_group, agency.target_group)
        lines.append(Row((str(at), agency.code, agency.name, group, *([own] if any(days) else []))))
    return Table(tuple(columns), lines, size=11)


def _own_days(agency: Agency) -> str:
    days = (("Gia hạn đến hết ngày", agency.extended_to), ("Kiểm tra thực tế ngày", agency.inspection_day))
    lines = [f"{words} {text.date_text(value)}" for words, value in days if value]
    span = phrases.span(agency.data_from, agency.data_to)
    return "\n".join([*lines, *([f"Số liệu {span}"] if span else [])])


def _criteria(framework: Framework) -> Table:
    words = Words(framework)
    columns = (
        Column("Mã", 16),
        Column(words.term("criterion"), 70),
        Column(word("maximum"), words.points_width(framework.totals.maximum.value), "right"),
        Column(word("scoring_rule"), 88),
        Column(words.term("evidence"), 60),
    )
    lines = [_line(words, place) for place in framework.index.places.values()]
    return Table(columns, lines, size=11)


def _line(words: Words, place: Placed) -> Row:
    node, maximum, framework = place.node, words.points(place.maximum), words.framework
    only = ", ".join(_group_name(framework, code) for code in node.target_groups)
    only = f"Chỉ áp dụng cho: {only}." if only else ""
    if isinstance(node, Group):
        return Row((node.code, node.title, maximum, only, ""), is_group=True)
    return Row((node.code, node.title, maximum, f"{_method(framework, node)}\n{only}".strip(), _proof(node)))


def _grounds(framework: Framework) -> Table:
    columns = (
        Column("Lý do", 88),
        Column(f"Mã {Words(framework).inside('criterion')}", 34),
        Column("Cách tính điểm", 50),
        Column("Căn cứ", 34),
        Column("Bên xác định", 46),
    )
    return Table(columns, [Row(_ground(framework, ground)) for ground in framework.grounds], size=11)


def _ground(framework: Framework, ground: Ground) -> tuple[str, ...]:
    places = (framework.index.find(name) for name in ground.nodes)
    codes = ", ".join(place.node.code or place.node.title for place in places if place)
    proof = f"; phải có {Words(framework).inside('evidence')}" if ground.proof_required else ""
    stated = word(f"stated_by.{ground.stated_by.value}") + proof
    codes = codes or "Tất cả"
    if ground.target_groups:
        codes += f"\nChỉ với: {', '.join(_group_name(framework, code) for code in ground.target_groups)}"
    return ground.words, codes, word(f"policy.{ground.policy.value}"), ground.article or NOTHING, stated


def _method(framework: Framework, criterion: Criterion) -> str:
    """The decision's own wording of the method; the rule in words where it has none."""
    method = criterion.method or " ".join(rule_sentences(framework, criterion))
    return "\n".join(part for part in (method, criterion.guidance) if part.strip())


def _proof(criterion: Criterion) -> str:
    if criterion.evidence_guidance:
        return "\n".join(f"- {line}" for line in criterion.evidence_guidance)
    return NOTHING if criterion.evidence_required else "Không yêu cầu"
