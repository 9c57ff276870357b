"""Who is assessed and who reviews: codes, kinds, parents, traits, contacts, days that concern them."""

import datetime
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Profile:
    """What a framework needs to know of an agency: its kind and its traits."""

    target_group: str = ""
    traits: frozenset[str] = frozenset()


@dataclass(frozen=True, kw_only=True)
class Contact:
    """The focal officer of an agency, as the registry knows them."""

    name: str = ""
    title: str = ""
    telephone: str = ""
    email: str = ""


@dataclass(frozen=True, kw_only=True)
class Agency:
    """An agency of a campaign. `parent`: code of the agency above; `predecessors`: codes it was merged from.

    `inspection_day` and `extended_to` are its own days in this campaign; `data_from`, `data_to` narrow its data period.
    """

    code: str
    name: str
    target_group: str = ""
    parent: str = ""
    traits: frozenset[str] = frozenset()
    contact: Contact = Contact()
    valid_from: datetime.date | None = None
    valid_to: datetime.date | None = None
    predecessors: tuple[str, ...] = ()
    inspection_day: datetime.date | None = None
    extended_to: datetime.date | None = None
    data_from: datetime.date | None = None
    data_to: datetime.date | None = None

    @property
    def profile(self) -> Profile:
        """What scoring needs to know of it."""
        return Profile(target_group=self.target_group, traits=self.traits)


@dataclass(frozen=True, kw_only=True)
class Authority:
    """Who reviews; titles are data because they change. `short` stands in the window's head."""

    code: str
    name: str
    short: str = ""
    parent: str = ""
    council: str = ""
    helper_team: str = ""
    place: str = ""
    contact: Contact = Contact()


@dataclass(frozen=True, kw_only=True)
class Person:
    """Somebody who works with the program: attribution, not access control."""

    id: str
    name: str
    title: str = ""
    office: str = ""
