"""The tables, as peewee models; those of a review stand in `schema_review`, those of trust in `schema_trust`.

Points are text ``n/d`` with an integer sort key; times are ISO text with offset.
"""

from collections.abc import Sequence
from sqlite3 import Cursor
from typing import Any

from peewee import (
    AutoField,
    BlobField,
    BooleanField,
    CompositeKey,
    ForeignKeyField,
    IntegerField,
    Model,
    SqliteDatabase,
    TextField,
)

from app.storage.connection import database


class _Joined(SqliteDatabase):
    """Writes queries as SQLite understands them, and runs them on the connection this thread has open."""

    def execute_sql(self, sql: str, params: Sequence[Any] | None = None) -> Cursor:
        return database.execute(sql, params or ())


class Base(Model):
    """Common ground: the one open database, plural-free table names, no integer row id where the key is text."""

    class Meta:
        database = _Joined(None)
        legacy_table_names = False


class SettingRow(Base):
    """One remembered value, such as who is working."""

    key = TextField(primary_key=True)
    value = TextField()

    class Meta:
        table_name = "setting"
        without_rowid = True


class PersonRow(Base):
    """Somebody who works with the program."""

    id = TextField(primary_key=True)
    name = TextField()
    title = TextField(default="")
    office = TextField(default="")
    is_active = BooleanField(default=True)

    class Meta:
        table_name = "person"
        without_rowid = True


class FrameworkRow(Base):
    """One exact framework version, canonical JSON, never changed."""

    digest = TextField(primary_key=True)
    framework_id = TextField(index=True)
    version = TextField()
    title = TextField()
    body = TextField()
    added_at = TextField()

    class Meta:
        table_name = "framework"


class DraftRow(Base):
    """A framework that is being written; `based_on` is the digest of the version it began from, "" for none."""

    id = TextField(primary_key=True)
    title = TextField()
    body = TextField()
    based_on = TextField(default="")
    created_at = TextField()
    changed_at = TextField()
    changed_by = TextField(default="")

    class Meta:
        table_name = "draft"


class CampaignRow(Base):
    """The newest revision of a campaign."""

    id = TextField(primary_key=True)
    revision = IntegerField()
    body = TextField()
    content_digest = TextField(null=True)
    added_at = TextField()

    class Meta:
        table_name = "campaign"


class PartRow(Base):
    """The part this installation plays in a campaign: an authority, or the commune `agency`."""

    id = TextField(primary_key=True)
    campaign = ForeignKeyField(CampaignRow, backref="parts")
    role = TextField()
    agency = TextField()
    created_at = TextField()

    class Meta:
        table_name = "part"
        indexes = ((("campaign", "role", "agency"), True),)


class AssessmentRow(Base):
    """A commune's own work in one campaign."""

    part_id: str
    framework_id: str
    part = ForeignKeyField(PartRow, primary_key=True)
    framework = ForeignKeyField(FrameworkRow)
    state = TextField()
    round = IntegerField(default=1)
    revision_number = IntegerField(default=0)

    class Meta:
        table_name = "assessment"


class ResponseRow(Base):
    """What stands at one node; `evidence_level` is set where a person said it is incomplete."""

    part = ForeignKeyField(PartRow)
    node = TextField()
    inputs = TextField(default="{}")
    not_applicable = TextField(null=True)
    explanation = TextField(default="")
    evidence_level = TextField(default="")
    points = TextField(null=True)
    is_complete = BooleanField(default=False)
    updated_at = TextField()
    updated_by = TextField(default="")

    class Meta:
        table_name = "response"
        primary_key = CompositeKey("part", "node")


class FileRow(Base):
    """One evidence file by content; the bytes lie in the evidence store. `ext` and `size` are what was said when it
    first came: who names a file later may call it otherwise, so each piece of evidence has its own.
    """

    digest = TextField(primary_key=True)
    ext = TextField()
    size = IntegerField()
    added_at = TextField()

    class Meta:
        table_name = "file"


class EvidenceRow(Base):
    """A piece of evidence: a file as its owner calls it, or a citation alone. Owners: an assessment, a submission."""

    file_id: str | None
    id = TextField(primary_key=True)
    owner = TextField(index=True)
    file = ForeignKeyField(FileRow, null=True)
    position = IntegerField()
    name = TextField(default="")
    number = TextField(default="")
    date = TextField(default="")
    issuer = TextField(default="")
    subject = TextField(default="")
    added_at = TextField()
    added_by = TextField(default="")
    ext = TextField(default="")
    size = IntegerField(default=0)

    class Meta:
        table_name = "evidence"


class EvidenceLinkRow(Base):
    """Where a piece of evidence proves something."""

    evidence_id: str
    evidence = ForeignKeyField(EvidenceRow, backref="links", on_delete="CASCADE")
    node = TextField()
    page = TextField(default="")

    class Meta:
        table_name = "evidence_link"
        primary_key = CompositeKey("evidence", "node")


class RevisionRow(Base):
    """A frozen state of an assessment; `content` is the submission's content.json.

    `report`, `signed_report`, `signed_page` name files of the evidence store by digest: the paper handed out for
    signing, what came back, the scan of a print signed in ink. `signer` is who the paper is made out for, "name, title"
    in two lines, when it is not the person who confirmed. `envelope` is the head of the bundle as fixed at freezing.
    """

    id = TextField(primary_key=True)
    part = ForeignKeyField(PartRow)
    number = IntegerField()
    round = IntegerField()
    state = TextField()
    content = TextField()
    confirmed_by = TextField(default="")
    frozen_at = TextField()
    frozen_by = TextField(default="")
    content_digest = TextField(null=True)
    replaces = TextField(null=True)
    answers = TextField(null=True)
    reason = TextField(default="")
    report = TextField(default="")
    signed_report = TextField(default="")
    signed_page = TextField(default="")
    signer = TextField(default="")
    envelope = TextField(default="")

    class Meta:
        table_name = "revision"
        indexes = ((("part", "number"), True),)


class BundleRow(Base):
    """A file that travelled, in or out; the skeleton of a received one is kept byte for byte.

    `volume_of`: the content digest of the submission whose evidence it carries, "" for what is no volume.
    """

    part_id: str
    id = TextField(primary_key=True)
    part = ForeignKeyField(PartRow)
    direction = TextField()
    kind = TextField()
    agency = TextField(default="")
    round = IntegerField(null=True)
    content_digest = TextField(index=True)
    seal_digest = TextField(default="")
    file_digest = TextField()
    file_name = TextField()
    size = IntegerField()
    verdict = TextField(default="{}")
    envelope = TextField()
    skeleton = BlobField(null=True)
    at = TextField()
    by = TextField(default="")
    volume_of = TextField(default="")

    class Meta:
        table_name = "bundle"


class MoveRow(Base):
    """Answers carried over from one framework version to another; `before` holds everything as it stood."""

    part_id: str
    id = TextField(primary_key=True)
    part = ForeignKeyField(PartRow)
    from_framework = TextField()
    to_framework = TextField()
    on_scoring = TextField()
    before = TextField()
    to_answer = TextField()
    at = TextField()
    by = TextField()
    undone_at = TextField(null=True)

    class Meta:
        table_name = "move"


class KeyRow(Base):
    """A sealing key of our own, encrypted with its passphrase; it also opens what is encrypted to `recipient` (age)."""

    spki = TextField(primary_key=True)
    agency = TextField()
    role = TextField()
    certificate = TextField()
    locked = BlobField()
    created_at = TextField()
    closed_at = TextField(null=True)
    reason = TextField(default="")
    recipient = TextField(default="")

    class Meta:
        table_name = "key"


class PinRow(Base):
    """A key accepted for an agency: how, when, by whom, until when."""

    id = AutoField()
    agency = TextField(index=True)
    role = TextField()
    spki = TextField()
    certificate = TextField(default="")
    how = TextField(default="")
    by = TextField(default="")
    valid_from = TextField()
    valid_to = TextField(null=True)
    reason = TextField(default="")
    recipient = TextField(default="")

    class Meta:
        table_name = "pin"


class JournalRow(Base):
    """Who changed what, when, from what to what; `digest` covers the line and the `previous` one's digest."""

    id = AutoField()
    at = TextField()
    person = TextField(default="")
    part = TextField(default="", index=True)
    action = TextField()
    subject = TextField(default="")
    field = TextField(default="")
    before = TextField(default="")
    after = TextField(default="")
    previous = TextField(default="")
    digest = TextField(default="")

    class Meta:
        table_name = "journal"
