"""A stick for the communes: one folder in reading order, written whole, read back and checked."""

import re
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path, PurePosixPath
from typing import IO

from app.bundles.manifest import Kind, Role
from app.bundles.medium import part_file, unreadable
from app.bundles.trust import Light, Pin, TrustPolicy
from app.domain import text
from app.errors import AppError
from app.operations import bundling, parts, portable
from app.operations.authority import campaigning
from app.operations.keeping.whole_folder import Piece, bytes_piece, file_piece, folder_pieces, free_name, whole_folder
from app.operations.trust import trusting
from app.operations.trust.trusting import KeyInfo
from app.operations.workspace import Workspace
from app.progress import SILENT, Progress
from app.storage import people
from app.storage.campaigns import Part

PAGE = "1-DOC-TRUOC.html"
INSTALLER = "2-Cai-dat"
PORTABLE = "3-Chay-khong-can-cai-dat"
CAMPAIGN = "4-Goi-trien-khai.thuocso"
LETTER = "5-Cong-van-huong-dan.pdf"
CODE = "MA-KIEM-TRA.txt"
SUMS = "SHA256SUMS.txt"
PROGRAMS = ("thuocso.exe", "ThuocSo.exe", "thuocso")  # inside the portable folder
_INSTALLERS = re.compile(r"thuocso-[\d.]+.*setup\.exe", re.IGNORECASE)
_PORTABLES = re.compile(r"thuocso-[\d.]+.*portable(\.zip)?", re.IGNORECASE)
_REMEMBERED = "stick.programs"
_ABOUT = 400_000  # bytes of page, letter and campaign file, roughly
_BAD_ZIP = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError)
_METHODS = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}
_LONGEST_NAME = 255  # bytes, of a file or a folder


@dataclass(frozen=True, slots=True)
class Enclosed:
    """What the authority gives along: the installer, the portable copy (its zip or its folder), its own letter."""

    installer: Path | None = None
    portable: Path | None = None
    letter: Path | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """What would be written: the folder's name, about how many bytes, and whether the passphrase is needed for it."""

    name: str
    size: int
    needs_passphrase: bool
    has_key: bool


@dataclass(frozen=True, slots=True)
class Stick:
    """A folder that was written and read back: how many files and bytes, the code to compare, what was left out.

    `beside` is an earlier folder of the same name, which stays as it was; "" for none.
    """

    folder: Path
    files: int
    size: int
    check_code: str
    content_digest: str
    left_out: tuple[str, ...]
    beside: str = ""


# What is at hand --------------------------------------------------------------------------------------------------


def found(workspace: Workspace, program: Path | None = None) -> Enclosed:
    """Installer and portable copy where they usually lie: beside the program, and where they were taken from last."""
    beside = program or portable.program_folder()
    with workspace.session():
        last = people.setting(_REMEMBERED)
    own = beside if portable.find(beside) is not None else None
    places = [Path(last)] if last else []
    places += [beside, beside.parent, beside.parent / INSTALLER, beside.parent / PORTABLE]
    return Enclosed(installer=_newest(places, _INSTALLERS), portable=own or _newest(places, _PORTABLES))


def _newest(places: list[Path], called: re.Pattern[str]) -> Path | None:
    """The file or folder called so with the highest version, in the first place that has one."""
    for place in places:
        try:
            fitting = [item for item in place.iterdir() if called.fullmatch(item.name)]
        except OSError:
            continue
        if fitting:
            return max(fitting, key=lambda item: (text.code_key(item.name), item.suffix == ".zip"))
    return None


def plan(workspace: Workspace, part_id: str, enclosed: Enclosed) -> Plan:
    """What a stick will hold; raises what speaks against a file that was chosen: see `write`."""
    part = _authority(workspace, part_id)
    key = trusting.own_key(workspace, part)
    with _pieces(enclosed) as pieces:
        size = sum(piece.room for piece in pieces) + _ABOUT
    is_sealed = key is not None and _sealed(workspace, part, key) is not None
    return Plan(_folder_name(part), size, not is_sealed, key is not None)


def _authority(workspace: Workspace, part_id: str) -> Part:
    with workspace.session():
        return campaigning.authority_part(part_id)


def _folder_name(part: Part) -> str:
    return f"ThuocSo_{text.file_name_piece(part.campaign.title)}_Ban{part.campaign.revision}"


# Writing ----------------------------------------------------------------------------------------------------------


def write(
    workspace: Workspace,
    part_id: str,
    where: Path,
    enclosed: Enclosed,
    passphrase: str = "",
    progress: Progress = SILENT,
) -> Stick:
    """Writes the folder onto the stick or into the folder `where`; it stands there when every byte was read back.

    The passphrase is needed while this revision of the campaign was not sealed yet (`Plan.needs_passphrase`). What is
    there already is left alone: a folder of the same name gets a neighbour with a number. Raises what
    `campaigning.export_campaign` and `whole_folder` raise, "stick.not_installer", "stick.not_portable",
    "stick.letter_not_pdf", "file.unreadable".
    """
    part = _authority(workspace, part_id)
    with _pieces(enclosed) as pieces:
        sealed, key = _bundle(workspace, part, passphrase, progress)
        made = _papers(workspace, part, enclosed, key, pieces, _folder_name(part))
        target = free_name(where / _folder_name(part))
        whole = [*made, *pieces, file_piece(CAMPAIGN, sealed)]
        with whole_folder(target, whole, progress) as making:
            making.add(bytes_piece(SUMS, making.sums()))
            digest = _check_bundle(workspace, part, key, making.passing / CAMPAIGN)
    _remember(workspace, part, enclosed, target)
    left_out = [name for name, given in ((INSTALLER, enclosed.installer), (PORTABLE, enclosed.portable)) if not given]
    beside = _folder_name(part) if target.name != _folder_name(part) else ""
    size = sum(piece.size for piece in whole)
    return Stick(target, len(whole) + 1, size, key.check_code, digest, tuple(left_out), beside)


def _bundle(workspace: Workspace, part: Part, passphrase: str, progress: Progress) -> tuple[Path, KeyInfo]:
    """The sealed campaign of this revision, made now where it was not yet."""
    key = trusting.own_key(workspace, part)
    known = _sealed(workspace, part, key) if key is not None else None
    if known is None or key is None:
        known = campaigning.sealed_place(workspace, part)
        known.parent.mkdir(parents=True, exist_ok=True)
        campaigning.export_campaign(workspace, part.id, known, passphrase, progress)
        key = trusting.key_in_use(workspace, part)
    return known, key


def _sealed(workspace: Workspace, part: Part, key: KeyInfo) -> Path | None:
    """The kept campaign file, if it is sound, of this revision and sealed by the key in use."""
    place = campaigning.sealed_place(workspace, part)
    if not place.is_file():
        return None
    try:
        _check_bundle(workspace, part, key, place)
    except AppError:
        return None
    return place


def _check_bundle(workspace: Workspace, part: Part, key: KeyInfo, path: Path) -> str:
    """The content digest of a campaign file; raises `AppError("medium.write_damaged")` unless it is sound and ours."""
    own = TrustPolicy((Pin(part.agency, Role.AUTHORITY, key.spki),), judges_people=False)
    verdict = bundling.verify(path, own, workspace.clock())
    claimed = bundling.inspect(path).envelope
    is_ours = claimed is not None and (claimed.kind, claimed.campaign.id, claimed.campaign.revision) == (
        Kind.CAMPAIGN, part.campaign.id, part.campaign.revision,
    )  # fmt: skip
    if not (is_ours and verdict.lights.integrity is verdict.lights.seal is Light.VALID):
        raise AppError("medium.write_damaged", detail="; ".join(reason.code for reason in verdict.reasons))
    return verdict.content_digest or ""


def _papers(
    workspace: Workspace, part: Part, enclosed: Enclosed, key: KeyInfo, pieces: list[Piece], folder: str
) -> list[Piece]:
    """The page, the letter and the code, made here."""
    from app.reports import stick_page

    names = {piece.name for piece in pieces}
    installer = next((name for name in names if name.startswith(f"{INSTALLER}/")), "")
    program = next((name for name in PROGRAMS if f"{PORTABLE}/{name}" in names), "")
    on_stick = stick_page.OnStick(
        folder=folder,
        installer_folder=INSTALLER if installer else "",
        installer=PurePosixPath(installer).name,
        portable_folder=PORTABLE if program else "",
        program=program,
        campaign=CAMPAIGN,
        letter=LETTER,
        code=CODE,
        sums=SUMS,
    )
    made = [bytes_piece(PAGE, stick_page.render(part.campaign, on_stick, PAGE))]
    if enclosed.letter is None:
        made.append(bytes_piece(LETTER, model_letter(workspace, part.id)))
    return [*made, bytes_piece(CODE, stick_page.code_text(part.campaign, key.check_code))]


def model_letter(workspace: Workspace, part_id: str) -> bytes:
    """The letter that goes with the campaign as a model (PDF); raises `AppError("key.none")` before there is a key."""
    from app.reports import guidance_letter

    part = _authority(workspace, part_id)
    sets = {value.digest: value for value in parts.frameworks_for(workspace, part_id).values()}
    return guidance_letter.render(part.campaign, tuple(sets.values()), trusting.key_in_use(workspace, part).check_code)


def write_model_letter(workspace: Workspace, part_id: str, target: Path) -> Path:
    """The same as a file, for the authority's document system; raises what `part_file` raises besides."""
    letter = model_letter(workspace, part_id)
    with part_file(target, len(letter)) as made:
        made.file.write(letter)
        made.settle()
        made.keep()
    return target


def _remember(workspace: Workspace, part: Part, enclosed: Enclosed, target: Path) -> None:
    given = enclosed.installer or enclosed.portable
    with workspace.transaction():
        workspace.note("stick.written", part=part.id, subject=part.campaign.id, after=target.name)
        if given is not None:
            people.set_setting(_REMEMBERED, str(given.absolute().parent))


# What is given along ----------------------------------------------------------------------------------------------


@contextmanager
def _pieces(enclosed: Enclosed) -> Iterator[list[Piece]]:
    """The files that were chosen, as they will lie on the stick; zips are open inside the block."""
    with ExitStack() as stack:
        given: list[Piece] = []
        if enclosed.installer is not None:
            given.append(_installer_piece(enclosed.installer))
        if enclosed.portable is not None:
            given += _portable_pieces(enclosed.portable, stack)
        if enclosed.letter is not None:
            given.append(_letter_piece(enclosed.letter))
        try:
            yield given
        except _BAD_ZIP as error:
            raise AppError("stick.not_portable", file=enclosed.portable.name if enclosed.portable else "") from error


def _letter_piece(path: Path) -> Piece:
    return _begun(file_piece(LETTER, path), b"%PDF-", AppError("stick.letter_not_pdf", file=path.name))


def _installer_piece(path: Path) -> Piece:
    piece = file_piece(f"{INSTALLER}/{path.name}", path)
    return _begun(piece, b"MZ", AppError("stick.not_installer", file=path.name))


def _begun(piece: Piece, with_: bytes, otherwise: AppError) -> Piece:
    """The piece, if its first bytes are these."""
    with piece.open() as file:
        if file.read(len(with_)) != with_:
            raise otherwise
    return piece


def _portable_pieces(path: Path, stack: ExitStack) -> list[Piece]:
    """The portable copy without its own data; raises `AppError("stick.not_portable")` for anything else."""
    pieces = _portable(path, stack)
    if not {f"{PORTABLE}/{program}" for program in PROGRAMS} & {piece.name for piece in pieces}:
        raise AppError("stick.not_portable", file=path.name)
    return pieces


def _portable(path: Path, stack: ExitStack) -> list[Piece]:
    if path.is_dir():
        inside = next((item for item in (path, *path.iterdir()) if (item / portable.MARKER).is_file()), None)
        if inside is None:
            raise AppError("stick.not_portable", file=path.name)
        return list(folder_pieces(inside, PORTABLE, without=portable.is_own))
    try:
        archive = stack.enter_context(zipfile.ZipFile(path))
        return _zipped(archive, path.name)
    except OSError as error:
        raise unreadable(path, error) from error
    except (*_BAD_ZIP, ValueError) as error:
        raise AppError("stick.not_portable", file=path.name) from error


def _zipped(archive: zipfile.ZipFile, name: str) -> list[Piece]:
    """What is in the zip, without the one folder everything may lie in."""
    files = [(PurePosixPath(info.filename), info) for info in archive.infolist() if not info.is_dir()]
    top = next((place.parent for place, _ in files if place.name == portable.MARKER), None)
    is_plain = all(_is_plain(place, info) for place, info in files) and _fit_together(place for place, _ in files)
    if top is None or len(top.parts) > 1 or not is_plain:
        raise AppError("stick.not_portable", file=name)
    inside = [(place.relative_to(top), info) for place, info in files if place.is_relative_to(top)]
    return [
        Piece(str(PORTABLE / place), info.file_size, partial(_unzip, archive, info))
        for place, info in sorted(inside, key=lambda item: item[0])
        if not portable.is_own(place.parts[0])
    ]


def _is_plain(place: PurePosixPath, info: zipfile.ZipInfo) -> bool:
    """Whether a name leads nowhere but into the folder and fits there, and the bytes can be had without more ado."""
    leads_out = place.is_absolute() or ".." in place.parts or ":" in str(place)
    is_long = any(len(part.encode("utf-8", "replace")) > _LONGEST_NAME for part in place.parts)
    return not (leads_out or is_long or info.flag_bits & 1) and info.compress_type in _METHODS


def _fit_together(files: Iterable[PurePosixPath]) -> bool:
    """Whether no name is there twice, for a stick to which capitals are the same, and none is file and folder."""
    names = [PurePosixPath(text.nfc(str(place)).casefold()) for place in files]
    folders = {folder for name in names for folder in name.parents}
    return len(set(names)) == len(names) and folders.isdisjoint(names)


def _unzip(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> IO[bytes]:
    return archive.open(info)
