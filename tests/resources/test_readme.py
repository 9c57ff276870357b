"""README.md: its pictures and links are there, pages and buttons bear the window's names, its commands work."""

import hashlib
import html
import re
import subprocess
from pathlib import Path

from app.bundles.manifest import Kind
from app.resources import FOLDER
from tests.app.bundles.forging import make_sample

ROOT = FOLDER.parent
TEXT = (ROOT / "README.md").read_text("utf-8")
PICTURES = ROOT / "docs" / "pictures"
MOST = 1_500_000  # bytes of all pictures: the repository is copied by stick
VIETNAMESE = TEXT.partition("\n## In English\n")[0]
OF_WINDOWS = {"Command Prompt", "Thông tin thêm", "Vẫn chạy", '"Windows đã bảo vệ máy tính của bạn"'}

OF_INSTALLER = {"Chọn thư mục cài đặt", "Hoàn thành"}  # in makensis' own Vietnamese


def test_every_picture_shown_is_there_and_every_one_there_is_shown():
    shown = set(re.findall(r"\]\(docs/pictures/([^)]+)\)", TEXT))
    assert shown == {path.name for path in PICTURES.iterdir()}


def test_the_pictures_stay_small():
    assert sum(path.stat().st_size for path in PICTURES.iterdir()) < MOST


def test_every_file_it_links_to_exists():
    linked = re.findall(r"\]\((?!#|http)([^)]+)\)", TEXT)
    assert [name for name in linked if not (ROOT / name).exists()] == []


def test_every_heading_it_links_to_exists():
    heads = [re.sub(r"[^\w\- ]", "", line.lstrip("# ").lower()).replace(" ", "-")
             for line in TEXT.splitlines() if line.startswith("##")]  # fmt: skip
    assert [name for name in re.findall(r"\]\(#([^)]+)\)", TEXT) if name not in heads] == []


def shown_words() -> set[str]:
    """What the window says in Vietnamese."""
    text = (FOLDER / "i18n" / "vi.ts").read_text("utf-8")
    return {html.unescape(told) for told in re.findall(r"<translation>([^<]+)<", text)}


def test_a_page_or_button_bears_the_name_it_has_in_the_window():
    """A name in italics begins with a capital letter; a term that is explained does not."""
    slanted = re.findall(r"(?<!\*)\*([^*\n]+)\*(?!\*)", VIETNAMESE)
    names = {each for each in slanted if each.strip('"')[0].isupper()}
    assert "Lưu thành một tệp…" in names
    assert names - OF_WINDOWS - OF_INSTALLER - shown_words() == set()


def test_pages_in_pictures_and_among_the_authority_s_steps_bear_their_names():
    pictured = re.findall(r"!\[Trang ([A-ZĐ][^\]:]*)", VIETNAMESE)
    (steps,) = re.findall(r"^## Dành cho cơ quan thẩm định\n(.*?)^###", VIETNAMESE, re.M | re.S)
    named = [name for each in re.findall(r"^\d\. \*\*(.+?)\.\*\*", steps, re.M) for name in each.split(", ")]
    assert (len(pictured), len(named)) == (3, 7)
    capital = {name[0].upper() + name[1:] for name in (*pictured, *named)}
    assert capital - shown_words() == set()


def test_systems_that_were_not_tried_are_called_so():
    lines = [line for line in TEXT.splitlines() if re.search(r"Ubuntu|Debian (?!12)", line)]
    assert lines
    assert [line for line in lines if "chưa thử" not in line and "not tried" not in line] == []
    (stores,) = [line for line in VIETNAMESE.splitlines() if "kho chứng thư của Windows" in line]
    assert "cả hai chưa thử trên thiết bị thật" in stores


def test_a_bundle_is_checked_by_the_commands_as_they_stand(tmp_path: Path):
    made = make_sample(tmp_path, Kind.SUBMISSION)
    (tmp_path / "goi.thuocso").write_bytes(made.path.read_bytes())
    (tmp_path / "khoa-cua-xa.pem").write_bytes(made.key.pem)
    (block,) = re.findall(r"^## Kiểm tra một gói .*?```sh\n(.*?)^```", TEXT, re.M | re.S)
    commands = block[: block.index("pdfsig ")]  # what follows is for bundles that are signed or encrypted
    done = subprocess.run(["sh", "-e", "-c", commands], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "Verification successful" in done.stderr
    manifest = (tmp_path / "goi" / "manifest.json").read_text("utf-8")
    assert hashlib.sha256(manifest.encode("utf-8")).hexdigest() == made.written.content_digest
    found = {name: digest for digest, name in re.findall(r"^([0-9a-f]{64})  (.+)$", done.stdout, re.M)}
    said = {name for name, digest in found.items() if digest in manifest}
    assert len(said) > len(made.files)
    assert found.keys() - said == {"manifest.json", "report.pdf"}
