"""The proof sheet: what the decision says beside what the program will do, row by row, for the leader to sign off.

A working form, not a decision: it bears no number. Its footer names version and digest, so that what was signed is
what is published.
"""

from datetime import datetime

from app.domain.framework import Criterion, Framework, GradeBands, Group, Placed, Role
from app.domain.intervals import SIDES
from app.domain.rules import Policy
from app.progress import SILENT, Progress
from app.reports import names, phrases
from app.reports.figures import LANDSCAPE
from app.reports.layout import Paper, PaperMeta, Signer
from app.reports.phrases import NOTHING, Words, lowered, sentences
from app.reports.tables import Column, Row, Table
from app.wording import word
from app.wording.figures import number
from app.wording.grounds import ground_sentence
from app.wording.intervals import interval_text
from app.wording.lacking import lack_words, settled_words
from app.wording.rules import rule_sentences

_MARK = "□ Đúng\n□ Sửa"  # ticked by hand


def render(framework: Framework, made_at: datetime, progress: Progress = SILENT) -> bytes:
    """The sheet as PDF."""
    regulation = framework.regulation
    paper = Paper(
        PaperMeta(
            kind="Phiếu đối chiếu",
            issuer=names.letterhead(regulation.issuer if regulation is not None else ""),
            made_at=made_at,
            place=None,
            footer=f"Bản {framework.version} · mã nội dung {framework.digest}",
            title=f"Phiếu đối chiếu {framework.title}",
            has_end_mark=False,
            page=LANDSCAPE,
        )
    )
    paper.head()
    paper.title(framework.title)
    paper.body(*_facts(framework))
    paper.body("Cột thứ hai chép theo văn bản, cột thứ tư là điều phần mềm sẽ làm với từng dòng.")
    paper.table(_rows(framework))
    paper.heading("Quy định chung", 2)
    paper.table(_whole(framework))
    paper.body(
        "Người soạn đối chiếu từng dòng với văn bản ban hành; lãnh đạo xem, ghi chỗ cần sửa và ký trước khi ban hành "
        "bộ chỉ số trong phần mềm."
    )
    paper.signatures(Signer("", "Người soạn"), Signer("", "Lãnh đạo"))
    return paper.to_pdf(progress)


def _facts(framework: Framework) -> list[str]:
    count = sum(1 for _ in framework.index.criteria())
    declared = framework.totals.maximum.value
    scale = f"thang điểm {number(declared)}" if declared else "chưa có thang điểm"
    behind = phrases.regulation(framework)
    lacks = lack_words(framework)
    told = [
        f"Căn cứ {lowered(behind)}" if behind else "",
        f"Bản {framework.version}, {count} {Words(framework).inside('criterion')}, {scale}",
        phrases.capital(lacks),
    ]
    return [sentences(*told), *([framework.notice] if framework.notice else [])]


# Row by row --------------------------------------------------------------------------------------------------------


def _rows(framework: Framework) -> Table:
    words = Words(framework)
    columns = (
        Column("Mã", 15),
        Column("Theo văn bản", 100),
        Column("Điểm tối đa", 18, "right"),
        Column("Phần mềm sẽ làm", 108),
        Column("Đối chiếu", 15),
    )
    return Table(columns, [_row(words, place) for place in framework.index.places.values()], size=11)


def _row(words: Words, place: Placed) -> Row:
    node, maximum = place.node, number(place.maximum) if place.maximum else NOTHING
    if isinstance(node, Group):
        return Row((node.code, _original(node) or node.title, maximum, _sum(node), ""), is_group=True)
    does = " ".join(rule_sentences(words.framework, node))
    does = "\n".join((does, *_asked(node, does), *_policies(words, node)))
    role = "" if place.role is Role.SCALE else f"{word(f'role.{place.role.value}')}. "
    return Row((node.code, _said(words, node), maximum, f"{role}{does}", _MARK))


def _original(node: Criterion | Group) -> str:
    return "\n".join(f"{heading}: {words}" for heading, words in node.original.items() if words.strip())


def _said(words: Words, node: Criterion) -> str:
    """The decision's row as it stands there; where it was not kept, what was entered from it."""
    return _original(node) or "\n".join(part for part in (node.title, node.method, _proof(words, node)) if part.strip())


def _sum(group: Group) -> str:
    if not group.nodes:
        return "Chưa có mục nào bên trong"
    reached = sum((node.maximum.value for node in group.nodes if node.role is group.role), group.maximum.value * 0)
    fits = "khớp" if reached == group.maximum.value else "không khớp"
    return f"Các mục bên trong cộng {number(reached)} điểm, {fits}"


def _asked(node: Criterion, does: str) -> list[str]:
    """What is asked for beyond what the rule names already."""
    labels = [
        f"{item.label} ({item.unit})" if item.unit else item.label for item in node.inputs if item.label not in does
    ]
    return [f"Số liệu phải nhập: {'; '.join(labels)}."] if labels else []


def _policies(words: Words, node: Criterion) -> list[str]:
    name = words.inside("evidence")
    told = ((f"Thiếu {name}", node.missing_evidence), (f"{phrases.capital(name)} chưa đủ", node.incomplete_evidence))
    return [f"{case}: {lowered(word(f'evidence_policy.{policy.value}'))}." for case, policy in told if policy]


def _proof(words: Words, node: Criterion) -> str:
    asked = "; ".join(line.rstrip(".;") for line in node.evidence_guidance)
    if not asked:
        asked = "có, văn bản không nêu cụ thể" if node.evidence_required else "không yêu cầu"
    return f"{words.term('evidence')}: {asked}."


# The whole ---------------------------------------------------------------------------------------------------------


def _whole(framework: Framework) -> Table:
    columns = (Column("Nội dung", 92), Column("Phần mềm sẽ làm", 147), Column("Đối chiếu", 17))
    lines = [*_totals(framework), *_missing(framework)]
    lines += [(f"{word('ground')}: {item.words}", ground_sentence(framework, item)) for item in framework.grounds]
    lines += [(f"{word('pillar')}: {item.name}", _nodes(framework, item.nodes)) for item in framework.pillars]
    lines += [(item.name or word("grade_band"), _bands(item)) for item in framework.bands]
    lines += [
        (f"{word('ranking_table')}: {item.title}", f"Xếp theo {lowered(word(f'figure.{item.measure.value}'))}.")
        for item in framework.ranking_tables
    ]
    lines += [
        (f"Bước: {step.name}", phrases.capital(step.deadline.shown()) if step.deadline else "Không có thời hạn riêng")
        for step in framework.steps
    ]
    lines += list(settled_words(framework))
    lines += [("Ghi nhận", item.words) for item in framework.remarks]
    return Table(columns, [Row((*line, _MARK)) for line in lines], size=11)


def _totals(framework: Framework) -> list[tuple[str, str]]:
    totals = framework.totals
    caps = (("Điểm thưởng không quá", totals.bonus_cap), ("Điểm trừ không quá", totals.penalty_cap))
    lines = [("Thang điểm", f"{number(totals.maximum.value)} điểm" if totals.maximum.value else "Chưa nhập")]
    rescaled = word(f"rescale.{totals.rescale.value}")
    lines.append(("Quy về thang chung", f"{rescaled}, thang {number(totals.rescale_to.value)} điểm"))
    if totals.rescale.value == "no":
        lines[-1] = ("Quy về thang chung", rescaled)
    return lines + [(words, f"{number(cap.value)} điểm") for words, cap in caps if cap is not None]


def _missing(framework: Framework) -> list[tuple[str, str]]:
    told, name = framework.evidence, Words(framework).inside("evidence")
    article = f" ({told.article})" if told.article else ""
    zero = framework.zero_denominator_article
    cases = ((f"Thiếu {name}", told.missing), (f"{phrases.capital(name)} chưa đủ", told.incomplete))
    lines = [(case, f"{word(f'evidence_policy.{policy.value}')}{article}") for case, policy in cases if policy]
    denominator = _policy(framework.zero_denominator) + (f" ({zero})" if zero else "")
    return [*lines, ("Mẫu số bằng 0", denominator)]


def _policy(policy: Policy) -> str:
    return word(f"policy.{policy.value}")


def _nodes(framework: Framework, names: tuple[str, ...]) -> str:
    places = [framework.index.find(name) for name in names]
    return "; ".join(f"{place.node.code} {place.node.title}".strip() for place in places if place) or NOTHING


def _bands(table: GradeBands) -> str:
    told = []
    for band in table.bands:
        sides = {side: number(value.value) for side in SIDES if (value := getattr(band, side)) is not None}
        told.append(f"{band.name}: {interval_text(sides)}")
    return f"Theo {lowered(word(f'figure.{table.reads.value}'))}. {'; '.join(told)}"
