"""Whom one believes and why, as peewee models: codes from letters, certificates, revocation lists, signers."""

from peewee import AutoField, BlobField, CompositeKey, ForeignKeyField, TextField

from app.storage.schema import Base, PartRow


class RegistryRow(Base):
    """What an authority knows of an agency from elsewhere than its files: telephone, contact, code of a letter."""

    part = ForeignKeyField(PartRow)
    agency = TextField()
    telephone = TextField(default="")
    contact = TextField(default="")
    check_code = TextField(default="")
    source = TextField(default="")
    at = TextField()
    by = TextField(default="")

    class Meta:
        table_name = "registry"
        primary_key = CompositeKey("part", "agency")


class SignerRow(Base):
    """A certificate's subject accepted for one agency and one role of people: how, when, by whom, until when."""

    id = AutoField()
    agency = TextField(index=True)
    role = TextField()
    subject = TextField()
    how = TextField(default="")
    by = TextField(default="")
    valid_from = TextField()
    valid_to = TextField(null=True)
    reason = TextField(default="")

    class Meta:
        table_name = "signer"


class CertificateRow(Base):
    """A certificate of a certification authority, imported as a file."""

    digest = TextField(primary_key=True)
    der = BlobField()
    subject = TextField()
    issuer = TextField()
    not_before = TextField()
    not_after = TextField()
    added_at = TextField()
    added_by = TextField(default="")

    class Meta:
        table_name = "certificate"


class RevocationListRow(Base):
    """A list of revoked certificates, imported as a file."""

    digest = TextField(primary_key=True)
    der = BlobField()
    issuer = TextField(index=True)
    this_update = TextField()
    next_update = TextField(null=True)
    added_at = TextField()
    added_by = TextField(default="")

    class Meta:
        table_name = "revocation_list"


class CheckedFileRow(Base):
    """What was found of the signatures in a piece of evidence when it was first looked at; JSON as found then."""

    digest = TextField(primary_key=True)
    found = TextField()
    at = TextField()
    by = TextField(default="")

    class Meta:
        table_name = "checked_file"


class LaterVerdictRow(Base):
    """What was found when a received file was looked at again; the first finding stands with the file."""

    id = AutoField()
    bundle = TextField(index=True)
    found = TextField()
    judged_at = TextField()
    at = TextField()
    by = TextField(default="")

    class Meta:
        table_name = "later_verdict"
