"""Several data folders, one open at a time, as on several computers."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from app.operations import folders
from app.operations import workspace as workspaces
from app.operations.authority import campaigning
from app.operations.commune import assessing, evidencing, submitting
from app.operations.workspace import Workspace
from tests.app.operations.sets import AGENCIES, AUTHORITY, PERIOD, ROUNDS, pdf, small_set

SECRET = "mật khẩu của xã"


class Houses:
    """`at(name)` opens the folder of that name; `authority_part` and `parts` are made by `open_campaign`."""

    def __init__(self, folder: Path, clock: Callable[[], object]) -> None:
        self.folder = folder
        self.clock = clock
        self.out = folder / "USB của văn thư"
        self.out.mkdir(exist_ok=True)
        self.authority_part = ""
        self.parts: dict[str, str] = {}
        self.campaign = folder / "goi-trien-khai.thuocso"

    def copied(self, folder: Path, clock: Callable[[], object]) -> "Houses":
        """The same houses in another place: made once, copied for each test, since sealing keys take their time."""
        shutil.copytree(self.folder, folder, dirs_exist_ok=True)
        other = Houses(folder, clock)
        other.authority_part, other.parts = self.authority_part, dict(self.parts)
        return other

    @contextmanager
    def at(self, name: str) -> Iterator[Workspace]:
        opened = folders.open_workspace(self.folder / name, self.clock)  # type: ignore[arg-type]
        try:
            if opened.acting is None:
                workspaces.add_person(opened, f"Người ở {name}", "Công chức")
            yield opened
        finally:
            opened.close()

    def open_campaign(self) -> None:
        """The authority opens the campaign and seals it into a file."""
        with self.at("SKHCN") as here:
            part = campaigning.create(
                here, title="Chuyển đổi số 2026", authority=AUTHORITY, period=PERIOD, sets={"": small_set()},
                agencies=AGENCIES, rounds=ROUNDS,
            )  # fmt: skip
            self.authority_part = part.id
            campaigning.export_campaign(here, part.id, self.campaign, SECRET)

    def fill_in(self, code: str, online: int = 1506, lines: int = 10, points: str = "8.5") -> None:
        """A commune takes the campaign up and answers everything."""
        with self.at(code) as here:
            part = campaigning.accept(here, self.campaign, code).id
            self.parts[code] = part
            assessing.answer(here, part, "1.1", inputs={"online": str(online), "total": "2000"}, is_complete=True)
            evidencing.attach(here, part, "1.1", [pdf(self.folder, f"Báo cáo của {code}.pdf", code)])
            assessing.answer(here, part, "1.2", inputs={"issued": "yes"}, explanation="Kế hoạch 12", is_complete=True)
            evidencing.attach(here, part, "1.2", [pdf(self.folder, f"Báo cáo của {code}.pdf", code)])
            assessing.answer(here, part, "2.1", inputs={"lines": str(lines)}, is_complete=True)
            assessing.answer(here, part, "2.2", points=points, explanation="Tự chấm", is_complete=True)
            evidencing.attach(here, part, "2.2", [pdf(self.folder, f"Ảnh {code}.pdf", code * 2)])

    def send(self, code: str) -> Path:
        """Freezes, seals and writes the commune's file."""
        with self.at(code) as here:
            submitting.freeze(here, self.parts[code], "Nguyễn Văn An", "Chủ tịch")
            return submitting.seal_and_export(here, self.parts[code], self.out, SECRET).path
