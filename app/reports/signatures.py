"""Who signs a paper and in which words (Nghị định 30/2020/NĐ-CP, Điều 13; Phụ lục I, II.7–8)."""

from dataclasses import dataclass
from enum import StrEnum


class Authority(StrEnum):
    """By which authority a person signs, as the sign printed before the title (Phụ lục I, II.7b)."""

    OWN = ""
    DEPUTY = "KT."  # for the head, own title below
    ACTING = "Q."
    BY_ORDER = "TL."  # head of a unit, own title below
    AUTHORISED = "TUQ."  # in writing and for a time, own title below


@dataclass(frozen=True, slots=True)
class Signer:
    """One signature: the issuer decides the words, not taste.

    ======================================================  ===============================================
    `Signer(name, "Chủ tịch")`                              CHỦ TỊCH
    `… "Chủ tịch", "Phó Chủ tịch", Authority.DEPUTY`        KT. CHỦ TỊCH / PHÓ CHỦ TỊCH
    `… collective="Ủy ban nhân dân"`                        TM. ỦY BAN NHÂN DÂN / before either of these
    `… "Chủ tịch", authority=Authority.ACTING`              Q. CHỦ TỊCH
    `… "Chủ tịch", "Trưởng phòng …", Authority.BY_ORDER`    TL. CHỦ TỊCH / TRƯỞNG PHÒNG …
    `… "Chủ tịch", collective="Hội đồng", office="Phó Chủ   TM. HỘI ĐỒNG / CHỦ TỊCH / … / PHÓ CHỦ TỊCH UBND
    tịch UBND tỉnh"`                                        TỈNH / name: a council that uses the agency's seal
    ======================================================  ===============================================

    `name` carries no degree or honour (II.7c). `is_sealed`: the agency's seal or signature joins it.
    """

    name: str
    head: str
    own: str = ""
    authority: Authority = Authority.OWN
    collective: str = ""
    office: str = ""
    is_sealed: bool = True

    @property
    def lines(self) -> tuple[str, ...]:
        """The lines above the signature, in capitals."""
        head = f"{self.authority} {self.head}".strip()
        collective = f"TM. {self.collective}" if self.collective else ""
        return tuple(line.upper() for line in (collective, head, self.own) if line)
