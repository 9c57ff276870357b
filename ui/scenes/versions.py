"""A corrected framework: offered to a commune, carried over, and brought into a campaign by its authority."""

import dataclasses
from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QWidget

from app.domain.codec import Amount
from app.domain.framework import Criterion, Framework, Group, Input
from app.domain.rules import Bands, Scored
from app.operations import parts
from app.operations.authority import campaigning, correcting
from app.operations.commune import assessing, moving
from app.operations.frameworks import authoring
from app.operations.workspace import Workspace
from ui.dialogs.correct_campaign import CorrectCampaignDialog
from ui.dialogs.move_version import MovedDialog, MoveVersionDialog
from ui.scenes import authority_collect, commune_send
from ui.scenes.collecting_world import World

Change = Callable[[Criterion], Criterion | None]


def corrected(value: Framework) -> Framework:
    """The next version: another threshold, one more figure, other words, and a criterion less."""
    changes: dict[str, Change] = {
        "6.1": lambda node: dataclasses.replace(node, rule=_lower(node.rule)),
        "6.2": lambda node: dataclasses.replace(
            node, inputs=(*node.inputs, Input(key="xin_loi", label="Số hồ sơ quá hạn có văn bản xin lỗi", unit="hồ sơ"))
        ),
        "3.1": lambda node: dataclasses.replace(
            node, title=f"{node.title} trở lên", guidance="Không tính máy tính dùng chung."
        ),
        "1.2": lambda node: None,
    }
    groups = tuple(_corrected(group, changes) for group in value.nodes if isinstance(group, Group))
    return dataclasses.replace(value, version=f"{value.version}.1", nodes=groups)


def _corrected(group: Group, changes: dict[str, Change]) -> Group:
    nodes = [changes.get(node.code, _same)(node) for node in group.nodes if isinstance(node, Criterion)]
    return dataclasses.replace(group, nodes=tuple(node for node in nodes if node is not None))


def _same(node: Criterion) -> Criterion | None:
    return node


def _lower(rule: object) -> Any:
    """The same bands ten points lower."""
    assert isinstance(rule, Scored)
    assert isinstance(rule.scale, Bands)
    bands = []
    for band in rule.scale.bands:
        sides: dict[str, Any] = {side: Amount("70%") for side in ("at_least", "below") if getattr(band, side)}
        bands.append(dataclasses.replace(band, **sides))
    return dataclasses.replace(rule, scale=dataclasses.replace(rule.scale, bands=tuple(bands)))


def bring(opened: Workspace, part: str) -> None:
    """The commune takes up the campaign's next revision, which asks for the corrected version."""
    value = corrected(assessing.view(opened, part).framework)
    authoring.add(opened, value)
    own = parts.find(opened, part).campaign
    with opened.transaction():
        reference = dataclasses.replace(own.frameworks[0], version=value.version, digest=value.digest)
        campaigning.keep_revision(own, frameworks=(reference,), earlier=own.frameworks)


def _overview(*, is_moved: bool) -> QWidget:
    shown = commune_send.window("half", "overview")
    workspace, part = shown.context.workspace, shown.context.part_id
    bring(workspace, part)
    if is_moved:
        moving.carry_over(workspace, part)
    page = shown.page()
    assert page is not None
    page.refresh()
    return shown


def _desk() -> QWidget:
    """The commune's desk on the corrected version, at the criterion that asks for one more figure."""
    shown = commune_send.window("half", "assessment")
    workspace, part = shown.context.workspace, shown.context.part_id
    bring(workspace, part)
    moving.carry_over(workspace, part)
    page = shown.page()
    assert page is not None
    page.refresh()
    authority_collect.settle(shown)
    place = assessing.view(workspace, part).framework.index.find("6.2")
    assert place is not None
    page.show_place(place.id)
    return shown


def _offer() -> QWidget:
    shown = commune_send.window("half", "overview")
    workspace, part = shown.context.workspace, shown.context.part_id
    bring(workspace, part)
    offer = moving.offer(workspace, part)
    assert offer is not None
    return MoveVersionDialog(offer, lambda way: moving.preview(workspace, part, way), None)


def _moved() -> QWidget:
    shown = commune_send.window("half", "overview")
    workspace, part = shown.context.workspace, shown.context.part_id
    bring(workspace, part)
    moving.carry_over(workspace, part)
    report = moving.last(workspace, part)
    assert report is not None
    return MovedDialog(report, lambda: None, True, None)


def _correcting() -> QWidget:
    made: list[QWidget] = []

    def act(_: object, known: World, opened: Workspace) -> None:
        value = corrected(next(iter(parts.frameworks_for(opened, known.part).values())))
        told = correcting.effect(opened, known.part, value)
        made.append(CorrectCampaignDialog([("", value)], lambda _, done: done(told), None))

    authority_collect._scene("campaigns", act)()
    return made[0]


SCENES: dict[str, Callable[[], QWidget]] = {
    "commune-version-offer": lambda: _overview(is_moved=False),
    "commune-version-moved": lambda: _overview(is_moved=True),
    "commune-version-desk": _desk,
    "dialog-move-version": _offer,
    "dialog-moved": _moved,
    "dialog-correct-campaign": _correcting,
}
