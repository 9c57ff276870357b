"""What a kept skeleton holds: every entry of a bundle but its evidence."""

from app.bundles import names
from app.bundles.container import layout_of_tail, local_header, unpack
from app.bundles.refusal import Refused


def entry_of(skeleton: bytes, name: str) -> bytes:
    """The bytes of one entry; raises `Refused("bundle.malformed")` when there is none, "bundle.foreign_form"."""
    at = 0
    for member in layout_of_tail(skeleton).members:
        at += len(local_header(member))
        if names.is_evidence(member.name):
            continue
        if member.name == name:
            return unpack(member, skeleton[at : at + member.packed])
        at += member.packed
    raise Refused("bundle.malformed", name)
