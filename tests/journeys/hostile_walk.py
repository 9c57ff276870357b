"""Plays the whole loop with the hostile name under guard: `python -m tests.journeys.hostile_walk FOLDER window|shell`.

Prints as JSON what was noted: accesses, troubles in windows, what was painted; papers and sheets lie in FOLDER.
"""

import contextlib
import io
import json
import sys
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests import costs
from tests.journeys.guarded import Guard
from tests.journeys.hostile import (
    AGENCIES,
    AUTHORITY,
    FORMULA,
    NAME,
    PERIOD,
    ROUNDS,
    SECRET,
    answer,
    hostile_set,
    listed,
)

OUT = "ra"


# The window --------------------------------------------------------------------------------------------------------


class Walk:
    """Goes through every page of a window at each stage and keeps what is wrong."""

    def __init__(self, folder: Path) -> None:
        from PySide6.QtWidgets import QApplication

        from tests.journeys.hands import Hands
        from ui import language, theme
        from ui.scenes.collecting_world import Clock

        self.application = QApplication([])
        language.install("vi")
        theme.install(self.application, "light", 100)
        self.folder, self.out, self.hands, self.clock = folder, folder / OUT, Hands(), Clock()
        self.troubles: list[str] = []
        self.painted: dict[str, str] = {}
        self.bugs: list[str] = []
        sys.excepthook = self._on_bug
        for name in (OUT, f"{OUT}/phản hồi", f"{OUT}/kết quả", "gửi", "gửi lần 2"):
            (folder / name).mkdir()

    def _on_bug(self, kind: type[BaseException], error: BaseException, trace: Any) -> None:
        self.bugs.append(f"{kind.__name__}: {error}")
        traceback.print_exception(kind, error, trace)

    @contextmanager
    def at(self, name: str) -> Iterator[Any]:
        from tests.journeys.sitting import sitting

        self.clock.move(hours=1)
        with sitting(self.folder / name, self.hands, self.folder / "ảnh", self.clock) as here:
            yield here

    def look(self, here: Any, place: str) -> None:
        """What is on the screen now, with the dialog on top."""
        from tests.journeys import looking

        here.settle()
        here.come_round()
        troubles, painted = looking.looked(place)
        self.troubles += troubles
        self.painted[place] = "\n".join(painted)

    def pages(self, here: Any, stage: str) -> None:
        """Every page of the rail, as everything looks now."""
        from app.domain.changes import Kind

        here.settle()
        here.context.changed.emit(frozenset(Kind))
        here.settle()
        for identifier in list(here.window._specs):
            here.window.open_page(identifier)
            self.look(here, f"{stage}/{identifier}")

    def dialog(self, here: Any, place: str, opening: Callable[[], object]) -> None:
        """A dialog that something opens: looked at, then left."""
        opening()
        dialog = here.dialog()
        self.look(here, place)
        dialog.reject()
        here.until(lambda: not dialog.isVisible())

    def each_row(self, here: Any, place: str, name: str) -> None:
        """Every row of a table or tree chosen once: what stands beside it changes."""
        from PySide6.QtWidgets import QAbstractItemView

        view = here.find(name, QAbstractItemView)
        indexes = list(view.model().walk()) if hasattr(view.model(), "walk") else [
            view.model().index(row, 0) for row in range(view.model().rowCount())
        ]  # fmt: skip
        for number, index in enumerate(indexes):
            view.setCurrentIndex(index)
            self.look(here, f"{place} {number}")


def window(folder: Path) -> dict[str, Any]:
    walk = Walk(folder)
    with walk.at("trống") as here:
        walk.pages(here, "nothing yet")
    part = _campaign(walk)
    codes = {code: _commune(walk, code) for code in ("X1", "X2")}
    feedback = _appraise(walk, part, codes)
    second = _explain(walk, feedback["X1"])
    results = _publish(walk, part, second)
    with walk.at("X1") as here:
        here.session.open_file(results["X1"])
        walk.pages(here, "result")
        for kind in ("feedback", "result"):
            here.window.open_page("result", kind)
            walk.look(here, f"result/{kind}")
        for tab in ("groups", "changed", "ranking"):
            here.window.page().show_part(tab)
            walk.look(here, f"result/{tab}")
    return {"troubles": walk.troubles, "painted": walk.painted, "bugs": walk.bugs}


def _campaign(walk: Walk) -> str:
    from app.operations import workspace as workspaces
    from app.operations.authority import campaigning
    from app.operations.frameworks import authoring
    from ui.widgets.views import TableView

    value = hostile_set()
    with walk.at("Sở") as here:
        opened = here.context.workspace
        workspaces.add_person(opened, NAME, NAME, NAME)
        authoring.add(opened, value)
        part = campaigning.create(
            opened, title=NAME, authority=AUTHORITY, period=PERIOD, sets={"": value}, agencies=AGENCIES, rounds=ROUNDS
        ).id
        here.session.choose(part)
        campaigning.export_campaign(opened, part, walk.out / "gói.thuocso", SECRET)
        walk.pages(here, "authority begins")
        here.window.open_page("frameworks")
        walk.each_row(here, "frameworks", "frameworks")
        here.window.open_page("campaigns")
        here.settle()
        here.find("agencies", TableView).select_key("X1")
        for name in ("change", "remove", "send", "round-1", "act-title", "act-letter", "act-chat"):
            walk.dialog(here, f"campaigns/{name}", lambda name=name: here.click(name))
        here.click("new")
        walk.look(here, "campaigns/new")
        authoring.write_framework(value, walk.out / "bộ chỉ số.xlsx")
        campaigning.write_agencies(AGENCIES, walk.out / "danh sách.xlsx", [value])
    return part


def _commune(walk: Walk, code: str) -> str:
    """Takes the campaign up, answers, seals; its check code."""
    from app.operations import workspace as workspaces
    from app.operations.commune import assessing, submitting
    from app.operations.frameworks import authoring
    from app.operations.trust import trusting

    with walk.at(code) as here:
        opened = here.context.workspace
        workspaces.add_person(opened, NAME, NAME, NAME)
        here.session.open_file(walk.out / "gói.thuocso")
        here.find("agency-search")
        here.find("agencies").select_key(code)
        walk.look(here, f"{code} chooses its name")
        here.act()
        here.settle()
        part = here.context.part_id
        walk.pages(here, f"{code} begins")
        answer(opened, part, walk.folder / f"giấy {code}")
        if code == "X1":
            walk.pages(here, "answered")
            _desk(walk, here)
        submitting.freeze(opened, part, NAME, NAME)
        if code == "X1":
            walk.pages(here, "X1 frozen")
        submitting.print_report(opened, part, walk.out / f"báo cáo {code}.pdf")
        submitting.seal_and_export(opened, part, walk.folder / "gửi", SECRET)
        if code == "X1":
            walk.pages(here, "X1 exported")
        seen = assessing.view(opened, part)
        authoring.write_answers_form(seen.framework, walk.out / f"phiếu {code}.xlsx", seen.answers, seen.part.name)
        key = trusting.own_key(opened, seen.part)
        assert key is not None
        return key.check_code


def _desk(walk: Walk, here: Any) -> None:
    """The commune's desk and its evidence, row by row, and the dialogs they open."""
    page = here.window.open_page("assessment")
    here.settle()
    for place in page._seen.framework.index.places.values():
        page.show_place(place.id)
        walk.look(here, f"assessment/{place.id}")
    page.show_place("1.1")
    here.settle()
    here.until(lambda: len(here.seen("evidence-card")) == 3)
    cards = here.seen("evidence-card")
    for number, card in enumerate(cards):
        walk.dialog(here, f"citation {number}", lambda card=card: page._evidence_acts.edit(card.piece))
        walk.dialog(here, f"link {number}", lambda card=card: page._evidence_acts.link(card.piece))
        card._show_menu()
        walk.look(here, f"menu {number}")
        card._menu.close()
    page._evidence_acts.remove(cards[0].piece)
    walk.look(here, "removed")
    here.follow()
    here.settle()
    here.window.open_page("evidence")
    walk.each_row(here, "evidence", "evidence-table")
    here.window.open_page("submit")
    walk.dialog(here, "freeze", lambda: here.click("main"))
    here.session._show_menu()
    walk.look(here, "menu of the person")
    here.session._menu.close()


def _appraise(walk: Walk, part: str, codes: dict[str, str]) -> dict[str, Path]:
    from app.domain.appraisal import Opinion
    from app.operations.authority import appraising, collecting, overseeing, replying
    from app.operations.trust import trusting
    from ui.widgets.views import TableView

    with walk.at("Sở") as here:
        opened = here.context.workspace
        (walk.folder / "gửi" / f"{NAME.replace('/', '_')}.thuocso").write_bytes(b"PK\x03\x04")
        page = here.window.open_page("collecting")
        page.load([walk.folder / "gửi"])
        walk.look(here, "collecting")
        walk.dialog(here, "each file", here.follow)
        walk.each_row(here, "board", "board")
        board = here.find("board", TableView)
        for name in ("accept", "time"):
            board.select_key("X1")
            here.settle()
            walk.dialog(here, f"board/{name}", lambda name=name: here.click(f"act-{name}"))
        board.select_key("X3")
        here.settle()
        walk.dialog(here, "board/remind", lambda: here.click("act-remind"))
        walk.pages(here, "received")
        for code, told in codes.items():
            trusting.accept_code(opened, code, told, NAME)
        for node in ("1.1", "1.2", "2.1"):
            appraising.give(opened, part, "X1", f"n{node}", Opinion.AGREE, internal_note=NAME)
        for node in ("1.3", "2.3"):
            appraising.give(
                opened, part, "X1", f"n{node}", Opinion.REJECT, reason=f"{NAME} {FORMULA}", internal_note=NAME
            )
        appraising.give(opened, part, "X1", "n2.2", Opinion.ASK_SUPPLEMENT, reason=FORMULA)
        appraising.agree_with(opened, part, "X2")
        walk.pages(here, "appraised")
        here.window.open_page("appraising", ("X1", "n1.3"))
        walk.look(here, "appraising/X1")
        walk.dialog(here, "round", lambda: here.click("round"))
        walk.dialog(here, "internal note", lambda: here.click("internal-note"))
        words = {state.value: NAME for state in collecting.BoardState}
        overseeing.write_board(opened, part, walk.out / "bảng.xlsx", words)
        sent = replying.export_feedback(opened, part, walk.out / "phản hồi", SECRET, note=NAME)
        replying.close_round(opened, part)
        return {code: path for code, (path, _) in sent.files.items()}


def _explain(walk: Walk, feedback: Path) -> Path:
    from app.operations.commune import assessing, submitting

    with walk.at("X1") as here:
        opened = here.context.workspace
        here.session.open_file(feedback)
        walk.look(here, "feedback comes")
        part = here.context.part_id
        walk.pages(here, "feedback")
        walk.dialog(here, "key of the sender", lambda: (here.window.open_page("result"), here.click("accept-key")))
        here.window.open_page("assessment", "n1.3")
        walk.look(here, "feedback/assessment")
        for node in ("n1.3", "n2.2", "n2.3"):
            assessing.answer(opened, part, node, explanation=f"Lần 2 {NAME}", is_complete=True)
        submitting.freeze(opened, part, NAME, NAME)
        return submitting.seal_and_export(opened, part, walk.folder / "gửi lần 2", SECRET).path


def _publish(walk: Walk, part: str, second: Path) -> dict[str, Path]:
    from app.domain.appraisal import Opinion
    from app.operations import workspace as workspaces
    from app.operations.authority import appraising, collecting, publishing
    from app.sheets.results_book import write_results

    with walk.at("Sở") as here:
        opened = here.context.workspace
        collecting.import_paths(opened, part, [second])
        first = workspaces.persons(opened)[0]
        appraising.agree_with(opened, part, "X1", ["n1.3", "n2.2"])
        appraising.give(opened, part, "X1", "n2.3", Opinion.REJECT, reason=NAME)
        workspaces.add_person(opened, f"Thành viên {NAME}", NAME)
        appraising.give(opened, part, "X1", "n2.3", Opinion.AGREE)
        walk.pages(here, "opinions differ")
        here.window.open_page("council")
        walk.each_row(here, "council", "matters")
        workspaces.act_as(opened, first.id)
        appraising.conclude(opened, part, "X1", "n2.3", "12.5", f"{NAME} {FORMULA}")
        walk.pages(here, "before publication")
        here.window.open_page("ranking")
        walk.each_row(here, "ranking", "ranking")
        done = publishing.publish(
            opened, part, walk.out / "kết quả", SECRET, note=NAME, key_reason=FORMULA, signature_reason=FORMULA
        )
        ranked = publishing.compute(opened, part)
        for code, score in ranked.scores.items():
            target = walk.out / f"chi tiết {code}.xlsx"
            write_results(ranked.frameworks[""], NAME, score, target, score, ranked.dossiers[code].settled)
        walk.pages(here, "published")
        return {code: path for code, (path, _) in done.files.items()}


# The shell ---------------------------------------------------------------------------------------------------------


def shell(folder: Path) -> dict[str, Any]:
    """Each command with and without --json: what it printed."""
    from app.cli.main import main

    said: list[dict[str, Any]] = []
    secret = folder / "mật khẩu.txt"
    secret.write_text(SECRET + "\n", "utf-8")

    def call(data: str, *given: str | Path, only: str = "") -> str:
        """Both ways; a command that changes something once, `only` "json" or "words"."""
        told = ""
        for way in ("words", "json"):
            if only and only != way:
                continue
            out, err = io.StringIO(), io.StringIO()
            arguments = ["--data", str(folder / data), "--passphrase-file", str(secret), *map(str, given)]
            with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
                code = main([*arguments, "--json"] if way == "json" else arguments)
            said.append({"command": [str(one) for one in given[:2]], "way": way, "code": code,
                         "out": out.getvalue(), "err": err.getvalue()})  # fmt: skip
            told = out.getvalue()
        return told

    _play(folder, call)
    return {"said": said}


def _play(folder: Path, call: Callable[..., str]) -> None:
    out = folder / OUT
    out.mkdir()
    paper = folder / (NAME.replace("/", "_") + ".pdf")
    paper.write_bytes(b"%PDF-1.4 x")
    value = folder / "bộ.json"
    from app.operations.frameworks import authoring

    authoring.write_framework(hostile_set(), value)
    call("sở", "framework", "import", value, only="words")
    for words in (("framework", "list"), ("framework", "show", "thu"), ("framework", "check", "thu")):
        call("sở", *words)
    call("sở", "framework", "export", "thu", out / "bộ.xlsx", only="words")
    call(
        "sở", "campaign", "create", "--title", NAME, "--framework", "thu", "--agencies", listed(folder),
        "--authority-code", "S", "--authority-name", NAME, "--period", NAME, "--round", "31/12/2099",
        "--round", "2100-01-31", "--person", f"{NAME}, {NAME}", only="words",
    )  # fmt: skip
    call("sở", "campaign", "export", "--to", out, only="words")
    bundle = next(out.glob("*.thuocso"))
    call("xã", "campaign", "import", bundle, "--as", "X1", only="words")
    call(
        "xã", "assessment", "answer", "1.1", "online=1", "total=2", "--explanation", FORMULA, "--complete", only="words"
    )
    call("xã", "assessment", "attach", "1.1", paper, only="json")
    call("xã", "assessment", "attach", "1.2", paper, folder / NAME.replace("/", "_"), only="words")
    call("xã", "assessment", "cite", "1.1", "--number", NAME, "--subject", FORMULA, "--issuer", NAME, only="words")
    for words in (("assessment", "show"), ("assessment", "check"), ("campaign", "list"), ("campaign", "show")):
        call("xã", *words)
    call("xã", "assessment", "answer", NAME, "x=1")
    call("xã", "submission", "export", "--to", folder / "gửi", "--leader", NAME, "--title", NAME, only="json")
    sent = next((folder / "gửi").glob("*.thuocso"))
    call("xã", "submission", "report", out / "báo cáo.pdf", only="words")
    for words in (("submission", "show"), ("key", "show"), ("key", "list"), ("journal", "list"), ("doctor",)):
        call("xã", *words)
    call("sở", "collect", "import", folder / "gửi", folder / "không có", only="words")
    for words in (("bundle", "verify", sent), ("bundle", "inspect", sent), ("collect", "status"), ("key", "list")):
        call("sở", *words)
    call("sở", "appraisal", "set", "X1", "1.1", "reject", "--reason", NAME, "--internal-note", FORMULA, only="words")
    call("sở", "appraisal", "agree-rest", "X1", only="words")
    call("sở", "appraisal", "show", "X1")
    call("sở", "rank", "--to", out / "hạng.pdf", "--to", out / "hạng.xlsx")
    call("sở", "publish", "--to", out / "kết quả", "--reason", NAME, "--note", FORMULA, only="words")
    result = next((out / "kết quả").glob("*.thuocso"))
    call("xã", "receive", result, only="words")
    call("xã", "result", "show")
    call("sở", "journal", "list")


def main(arguments: list[str]) -> None:
    folder, way = Path(arguments[0]), arguments[1]
    guard = Guard(folder)
    told = {"window": window, "shell": shell}[way](folder)
    print(json.dumps({**told, "accesses": guard.seen}))


if __name__ == "__main__":
    costs.lower()
    main(sys.argv[1:])
