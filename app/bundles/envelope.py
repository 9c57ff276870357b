"""Reading bundle.json and the promises it makes about the other entries, field by field, refusing what is not known."""

import re
from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import TypeVar

from app.bundles import names
from app.bundles.manifest import (
    FORMAT,
    SCHEMA,
    SUPPORTED,
    CampaignRef,
    Envelope,
    FrameworkRef,
    Kind,
    Listed,
    Part,
    Receiver,
    RevisionRef,
    Role,
    Sender,
    Standing,
    sha256,
)
from app.bundles.refusal import Refused
from app.domain import canonical
from app.domain.canonical import Json
from app.domain.moments import read_moment
from app.errors import AppError

MAX_TEXT = 2_000
MAX_FRAMEWORKS = 64
MAX_AWAITED = 20_000

_DIGEST = re.compile(r"[0-9a-f]{64}")
_FIRST = {"format", "schema", "kind", "id", "sender", "receiver", "campaign", "frameworks", "round", "revision"} | {
    *("answers", "replaces", "standing", "claimed_time", "software", "part", "forks", "people", "entries")
}
_KEYS = {1: _FIRST, 2: _FIRST | {"key"}}
_STEPS: dict[int, Callable[[dict[str, Json]], dict[str, Json]]] = {1: lambda fields: {**fields, "key": None}}
"""What each schema holds, and how to read one as the next."""
_T = TypeVar("_T")
_E = TypeVar("_E", bound=StrEnum)


def decode_json(name: str, data: bytes) -> Json:
    """The value of a JSON entry; `Refused("bundle.json_form")` when its bytes are not canonical."""
    try:
        return canonical.decode(data)
    except AppError as error:
        raise Refused("bundle.json_form", name, entry=name) from error


def read_envelope(data: bytes) -> tuple[Envelope, tuple[Listed, ...]]:
    """The envelope and the entries that bundle.json lists.

    Raises `Refused`: `bundle.newer_format` before anything else is looked at, `bundle.kind_reserved` for a kind
    of a later release, `bundle.json_form` and `bundle.malformed` for the rest.
    """
    fields = decode_json(names.BUNDLE, data)
    if not isinstance(fields, dict) or fields.get("format") != FORMAT:
        raise Refused("bundle.malformed", "bundle.json: format")
    check_schema(fields)
    schema: int = fields["schema"]
    if set(fields) != _KEYS[schema]:
        raise Refused("bundle.malformed", f"bundle.json: fields {sorted(set(fields) ^ _KEYS[schema])[:5]}")
    for step in range(schema, SCHEMA):
        fields = _STEPS[step](fields)
    envelope = _envelope(fields)
    check_envelope(envelope)
    return envelope, tuple(_list(fields, "entries", _listed, 2 * 10**4))


def check_schema(fields: Mapping[str, Json]) -> None:
    """Raises `Refused("bundle.newer_format")` for a schema later than the one known here."""
    schema = fields.get("schema")
    if not isinstance(schema, int) or isinstance(schema, bool) or schema < 1:
        raise Refused("bundle.malformed", "bundle.json: schema")
    if schema > SCHEMA:
        raise Refused("bundle.newer_format", f"schema {schema}", version=str(fields.get("software", ""))[:40])


def check_envelope(envelope: Envelope) -> None:
    """What must hold between the fields; the writer asks the same. Raises `Refused`."""
    carries = SUPPORTED.get(envelope.kind)
    if carries is None:
        raise Refused("bundle.kind_reserved", envelope.kind.value)
    if envelope.sender.role not in carries.roles:
        raise Refused("bundle.malformed", f"{envelope.kind} from {envelope.sender.role}")
    if not envelope.frameworks:
        raise Refused("bundle.malformed", "no framework is named")
    if (envelope.standing is not None) != carries.standing:
        raise Refused("bundle.malformed", "standing")
    if envelope.kind is Kind.SUBMISSION and None in (envelope.receiver, envelope.round, envelope.revision):
        raise Refused("bundle.malformed", "a submission names receiver, round and revision")
    if envelope.kind is Kind.REGISTRATION and envelope.receiver is None:
        raise Refused("bundle.malformed", "a registration names its receiver")
    if envelope.kind is Kind.RECEIPT and None in (envelope.receiver, envelope.answers):
        raise Refused("bundle.malformed", "a receipt names its receiver and what it answers")
    _check_part(envelope)
    if envelope.forks or envelope.people:
        raise Refused("bundle.newer_format", "reserved fields", version=envelope.software[:40])


def check_listed(listed: tuple[Listed, ...], sizes: Mapping[str, int]) -> None:
    """bundle.json lists exactly the entries it must, with their sizes and media types; else `bundle.malformed`."""
    expected = {
        name: Listed(name, names.media_type(name), size)
        for name, size in sizes.items()
        if name in (names.FRAMEWORK, names.CONTENT) or names.is_evidence(name)
    }
    if [entry.name for entry in listed] != sorted(expected, key=lambda name: names.place(name) or (0, "")):
        raise Refused("bundle.malformed", "bundle.json lists other entries than there are")
    wrong = [entry.name for entry in listed if entry != expected[entry.name]]
    if wrong:
        raise Refused("bundle.malformed", f"bundle.json lists another size or type: {wrong[0]}")


def check_framework(envelope: Envelope, framework: bytes | None) -> None:
    """framework.json is there exactly when the kind carries it (a volume never), with the digests the envelope names.

    One framework is the entry itself; several (a campaign with one set for each target group) are a JSON list in
    the envelope's order. Raises `Refused`.
    """
    is_carried = SUPPORTED[envelope.kind].framework and not envelope.is_volume
    if (framework is not None) != is_carried:
        raise Refused("bundle.malformed", f"framework.json in {envelope.kind}")
    if framework is None:
        return
    found = [sha256(each) for each in split_frameworks(envelope, framework)]
    if found != [reference.digest for reference in envelope.frameworks]:
        raise Refused("bundle.malformed", "framework.json has another digest than bundle.json says")


def split_frameworks(envelope: Envelope, framework: bytes) -> tuple[bytes, ...]:
    """The canonical bytes of each framework in framework.json, in the envelope's order."""
    value = decode_json(names.FRAMEWORK, framework)
    if len(envelope.frameworks) == 1:
        return (framework,)
    if not isinstance(value, list) or len(value) != len(envelope.frameworks):
        raise Refused("bundle.malformed", "framework.json holds another number of frameworks")
    return tuple(canonical.encode(each) for each in value)


def check_files(envelope: Envelope, content: Json, sizes: Mapping[str, int]) -> None:
    """``content["files"]`` and the evidence entries name the same files, both ways.

    Each of `files` has ``digest``, ``ext``, ``size`` and ``name`` (and whatever else the domain keeps there); two
    may name one content. Part 1 of a submission lists what its volumes carry and carries none of it.
    Raises `Refused("evidence.not_listed")` or `Refused("evidence.not_there")`.
    """
    there = {(*names.evidence_parts(name), size) for name, size in sizes.items() if names.is_evidence(name)}
    if not SUPPORTED[envelope.kind].evidence:
        if there:
            raise Refused("evidence.not_listed", f"{envelope.kind} carries no evidence", count=len(there))
        return
    if not isinstance(content, dict):
        raise Refused("bundle.malformed", "content.json: files")
    told = set(_list(content, "files", _file, 10**5))
    if envelope.is_first_part:
        _check_awaited(there, told)
        return
    if there - told:
        raise Refused("evidence.not_listed", min(there - told)[0], count=len(there - told))
    if told - there:
        raise Refused("evidence.not_there", min(told - there)[0], count=len(told - there))


def _check_part(envelope: Envelope) -> None:
    part = envelope.part
    if part is None:
        return
    if envelope.kind is not Kind.SUBMISSION or part.volume > part.volumes:
        raise Refused("bundle.malformed", f"part {part.volume} of {part.volumes} of {envelope.kind}")
    if (part.submission is None) != envelope.is_first_part:
        raise Refused("bundle.malformed", "a volume, and only a volume, names its submission")


def _check_awaited(there: set[tuple[str, str, int]], told: set[tuple[str, str, int]]) -> None:
    """Part 1 carries no evidence and awaits only what a volume may carry."""
    if there or not told:
        raise Refused("bundle.malformed", "part 1 lists evidence and carries none")
    if len({digest for digest, _, _ in told}) != len(told):
        raise Refused("bundle.malformed", "one content with two extensions or sizes")
    if len(told) > MAX_AWAITED:
        raise Refused("bundle.too_large", f"{len(told)} files", limit=MAX_AWAITED)
    for digest, ext, size in told:
        if ext not in names.EVIDENCE_TYPES or size > names.MAX_EVIDENCE:
            raise Refused("bundle.malformed", f"no evidence may be {digest}.{ext[:20]} of {size} bytes")


def _envelope(fields: Mapping[str, Json]) -> Envelope:
    return Envelope(
        kind=_choice(fields, "kind", Kind),
        id=_text(fields, "id"),
        sender=_sender(_object(fields, "sender", "code name role")),
        receiver=_optional(fields, "receiver", _receiver),
        campaign=_campaign(_object(fields, "campaign", "id revision title")),
        frameworks=tuple(_list(fields, "frameworks", _framework, MAX_FRAMEWORKS)),
        claimed_time=_time(fields, "claimed_time"),
        software=_text(fields, "software"),
        round=_optional(fields, "round", _whole),
        revision=_optional(fields, "revision", _revision),
        answers=_optional(fields, "answers", _digest),
        replaces=_optional(fields, "replaces", _digest),
        standing=_optional(fields, "standing", lambda f, key: _choice(f, key, Standing)),
        part=_optional(fields, "part", _part),
        forks=tuple(_list(fields, "forks", _same, MAX_FRAMEWORKS)),
        people=tuple(_list(fields, "people", _same, MAX_FRAMEWORKS)),
        key=_optional(fields, "key", _digest),
        schema=_whole(fields, "schema"),
    )


def _sender(part: Mapping[str, Json]) -> Sender:
    return Sender(_text(part, "code"), _text(part, "name"), _choice(part, "role", Role))


def _receiver(fields: Mapping[str, Json], key: str) -> Receiver:
    part = _object(fields, key, "code name")
    return Receiver(_text(part, "code"), _text(part, "name"))


def _campaign(part: Mapping[str, Json]) -> CampaignRef:
    return CampaignRef(_text(part, "id"), _whole(part, "revision"), _text(part, "title"))


def _revision(fields: Mapping[str, Json], key: str) -> RevisionRef:
    part = _object(fields, key, "number id")
    return RevisionRef(_whole(part, "number"), _text(part, "id"))


def _part(fields: Mapping[str, Json], key: str) -> Part:
    part = _object(fields, key, "volume volumes submission")
    volume = part["volume"]
    number = 0 if volume == 0 and not isinstance(volume, bool) else _whole(part, "volume")
    return Part(number, _whole(part, "volumes"), _optional(part, "submission", _digest))


def _framework(item: Json) -> FrameworkRef:
    part = _object({"frameworks": item}, "frameworks", "id version digest")
    return FrameworkRef(_text(part, "id"), _text(part, "version"), _digest(part, "digest"))


def _listed(item: Json) -> Listed:
    part = _object({"entries": item}, "entries", "name media_type size")
    return Listed(_text(part, "name"), _text(part, "media_type"), _whole(part, "size"))


def _file(item: Json) -> tuple[str, str, int]:
    if not isinstance(item, dict):
        raise Refused("bundle.malformed", "content.json: files")
    _text(item, "name")
    return _digest(item, "digest"), _text(item, "ext"), _whole(item, "size")


def _same(item: Json) -> Json:
    return item


def _bad(key: str) -> Refused:
    return Refused("bundle.malformed", f"field {key}")


def _object(fields: Mapping[str, Json], key: str, keys: str) -> Mapping[str, Json]:
    value = fields[key]
    if not isinstance(value, dict) or set(value) != set(keys.split()):
        raise _bad(key)
    return value


def _list(fields: Mapping[str, Json], key: str, read: Callable[[Json], _T], most: int) -> list[_T]:
    value = fields.get(key)
    if not isinstance(value, list) or len(value) > most:
        raise _bad(key)
    return [read(item) for item in value]


def _optional(fields: Mapping[str, Json], key: str, read: Callable[[Mapping[str, Json], str], _T]) -> _T | None:
    return None if fields[key] is None else read(fields, key)


def _text(fields: Mapping[str, Json], key: str) -> str:
    value = fields.get(key)
    if not isinstance(value, str) or not 0 < len(value) <= MAX_TEXT:
        raise _bad(key)
    return value


def _whole(fields: Mapping[str, Json], key: str) -> int:
    value = fields.get(key)
    if not isinstance(value, int) or isinstance(value, bool) or value < 1:
        raise _bad(key)
    return value


def _digest(fields: Mapping[str, Json], key: str) -> str:
    value = _text(fields, key)
    if not _DIGEST.fullmatch(value):
        raise _bad(key)
    return value


def _choice(fields: Mapping[str, Json], key: str, values: type[_E]) -> _E:
    try:
        return values(_text(fields, key))
    except ValueError as error:
        raise _bad(key) from error


def _time(fields: Mapping[str, Json], key: str) -> str:
    value = _text(fields, key)
    try:
        read_moment(value)
    except ValueError as error:
        raise _bad(key) from error
    return value
