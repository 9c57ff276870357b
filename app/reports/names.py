"""How an office is called on paper: its full name, letterhead, symbol and place, and the block of who signs for it.

An agency's name comes from a registry ("Xã Hòa Bình", "UBND phường 1", "Sở Khoa học và Công nghệ"); what a paper
makes of it follows Nghị định 30/2020/NĐ-CP (Phụ lục I, II.2–4, II.7; Phụ lục II, III.1).
"""

import re

from app.domain import text
from app.reports.signatures import Authority, Signer

COMMITTEE = "Ủy ban nhân dân"
_COMMITTEE_SAID = ("ủy ban nhân dân ", "uỷ ban nhân dân ", "ubnd ")
_KINDS = ("xã", "phường", "đặc khu", "thị trấn", "thị xã", "thành phố", "tỉnh", "quận", "huyện")
_ALWAYS_CAPITAL = ("thành phố hồ chí minh", "thủ đô hà nội")  # Phụ lục II, III.1c
_NOT_IN_SYMBOLS = ("và", "các", "của", "về")
_CHAIR = re.compile(r"(?:(?:phó|quyền|q\.)\s+)?chủ tịch", re.IGNORECASE)
_AUTHORITIES = {"phó ": Authority.DEPUTY, "quyền ": Authority.ACTING, "q. ": Authority.ACTING}
_LONGEST = 200  # a name beyond this is no name: the head of a page can't be continued on the next


def shown(name: str) -> str:
    """A name as it may stand in a head: on one line, nothing invisible, cut where it can be none."""
    clean = text.clean_name(name)
    return clean if len(clean) <= _LONGEST else f"{clean[:_LONGEST]}…"


def office(name: str) -> str:
    """The full name inside a sentence: "Ủy ban nhân dân xã Hòa Bình"; "cơ quan thẩm định" while there is none."""
    unit = _unit(name)
    return f"{COMMITTEE} {_inside(unit)}" if unit else shown(name) or "cơ quan thẩm định"


def letterhead(name: str) -> tuple[str, ...]:
    """The issuer's lines at the head (II.2)."""
    unit = _unit(name)
    return (COMMITTEE, _inside(unit)) if unit else (shown(name) or "Cơ quan thẩm định",)


def symbol(kind: str, name: str) -> str:
    """ "BC-UBND", "TB-SKHCN" (II.3b); without `kind` that of a công văn, room left for the drafting unit."""
    words = (word for word in shown(name).split() if word.casefold() not in _NOT_IN_SYMBOLS)
    short = "UBND" if _unit(name) else "".join(word[0].upper() for word in words if word[0].isalpha())[:10]
    return f"{kind}-{short}" if kind else f"{short}-" + "\u00a0" * 8


def place(name: str) -> str:
    """Where an office of a unit sits: "Hòa Bình", "Phường 1" (II.4a); "" when the name does not tell."""
    unit = _unit(name)
    bare = text.bare_name(unit)
    return unit if bare[:1].isdigit() else bare


def kind_of_unit(name: str) -> str:
    """ "xã", "phường" …; "" for other offices."""
    plain = _unit(name).casefold()
    return next((kind for kind in _KINDS if plain.startswith(f"{kind} ")), "")


def signer(name: str, person: str, title: str) -> Signer:
    """The block for `person`, who holds `title` in the office `name` (papers of a committee: TM., KT., Q.).

    Of several posts in one title, a committee's paper carries that in the committee alone (II.7c).
    """
    is_committee = bool(_unit(name))
    chair = _CHAIR.search(title) if is_committee else None
    post = chair.group() if chair else shown(title)
    collective = COMMITTEE if is_committee and (chair or not post) else ""
    person = shown(person)
    for beginning, authority in _AUTHORITIES.items():
        if post.casefold().startswith(beginning):
            own = post if authority is Authority.DEPUTY else ""
            return Signer(person, post[len(beginning) :], own, authority, collective)
    return Signer(person, post, collective=collective)


def unnamed_signer(name: str) -> Signer:
    """The block of an office whose signer is not known yet; the name is added with the signature."""
    if _unit(name):
        return signer(name, "", "")
    return Signer("", "Giám đốc" if shown(name).casefold().startswith("sở ") else "Thủ trưởng cơ quan")


def _unit(name: str) -> str:
    """The unit whose committee the office is: "xã Hòa Bình" of "UBND xã Hòa Bình"; "" for other offices."""
    clean = shown(name)
    plain = clean.casefold()
    for said in _COMMITTEE_SAID:
        if plain.startswith(said):
            return clean[len(said) :]
    return clean if plain.startswith(tuple(f"{kind} " for kind in (*_KINDS, "thủ đô"))) else ""


def _inside(unit: str) -> str:
    """The unit within a sentence: the kind small, but "Phường 1", "Thành phố Hồ Chí Minh" (Phụ lục II, III.1)."""
    plain = unit.casefold()
    kind = next((kind for kind in _KINDS if plain.startswith(f"{kind} ")), "")
    rest = unit[len(kind) :].strip()
    if plain.startswith(_ALWAYS_CAPITAL) or rest[:1].isdigit():
        return unit[:1].upper() + unit[1:]
    return f"{kind} {rest}" if kind else unit
