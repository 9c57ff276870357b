"""What an authority keeps of a review, as peewee models: submissions, opinions, findings, points, results."""

from peewee import AutoField, CompositeKey, ForeignKeyField, IntegerField, TextField

from app.storage.schema import Base, BundleRow, FrameworkRow, PartRow


class SubmissionRow(Base):
    """A received submission; at most one for an agency has the state "current"."""

    part_id: str
    bundle_id: str
    framework_id: str
    id = TextField(primary_key=True)
    part = ForeignKeyField(PartRow)
    bundle = ForeignKeyField(BundleRow)
    agency = TextField()
    round = IntegerField()
    revision_number = IntegerField()
    revision_id = TextField()
    content_digest = TextField(index=True)
    framework = ForeignKeyField(FrameworkRow)
    state = TextField()
    content = TextField()
    received_at = TextField()
    received_note = TextField(default="")
    total = TextField(default="0/1")
    differing = TextField(default="[]")

    class Meta:
        table_name = "submission"
        indexes = ((("part", "agency"), False),)


class AwaitedRow(Base):
    """A file that a submission lists and that was not here when its figures came: a volume is to bring it."""

    submission_id: str
    submission = ForeignKeyField(SubmissionRow)
    digest = TextField()

    class Meta:
        table_name = "awaited"
        primary_key = CompositeKey("submission", "digest")


class RulingRow(Base):
    """What a person of the authority decided about a received submission; `over`: JSON list of those set aside."""

    id = AutoField()
    part = ForeignKeyField(PartRow)
    agency = TextField()
    act = TextField()
    content_digest = TextField()
    over = TextField(default="[]")
    reason = TextField()
    at = TextField()
    by = TextField(default="")

    class Meta:
        table_name = "ruling"
        indexes = ((("part", "agency"), False),)


class AppraisalRow(Base):
    """One assessor's opinion on one node in one round; `about`: content digest of the submission it was given on."""

    id = AutoField()
    part = ForeignKeyField(PartRow)
    agency = TextField()
    node = TextField()
    round = IntegerField()
    assessor = TextField()
    opinion = TextField()
    points = TextField(null=True)
    inputs = TextField(default="{}")
    ground = TextField(null=True)
    policy = TextField(null=True)
    reason = TextField(default="")
    internal_note = TextField(default="")
    at = TextField()
    about = TextField(default="")

    class Meta:
        table_name = "appraisal"
        indexes = ((("part", "agency", "node", "round", "assessor"), True),)


class FindingRow(Base):
    """The council's settlement of one node."""

    part = ForeignKeyField(PartRow)
    agency = TextField()
    node = TextField()
    points = TextField()
    reason = TextField()
    at = TextField()

    class Meta:
        table_name = "finding"
        primary_key = CompositeKey("part", "agency", "node")


class TieRow(Base):
    """The council's order of agencies with one value."""

    id = AutoField()
    part = ForeignKeyField(PartRow)
    ranking_table = TextField()
    order = TextField()
    reason = TextField()
    at = TextField()

    class Meta:
        table_name = "tie"


class PointsRow(Base):
    """Points that count now, for ranking and reports: text n/d and an integer to sort by."""

    part = ForeignKeyField(PartRow)
    agency = TextField()
    node = TextField()
    points = TextField(null=True)
    sort_key = IntegerField(null=True)

    class Meta:
        table_name = "points"
        primary_key = CompositeKey("part", "agency", "node")
        without_rowid = True


class FiguresRow(Base):
    """The five numbers and the total of one agency as they count now."""

    part = ForeignKeyField(PartRow)
    agency = TextField()
    figures = TextField()
    total_key = IntegerField()

    class Meta:
        table_name = "figures"
        primary_key = CompositeKey("part", "agency")
        without_rowid = True


class ReceiptRow(Base):
    """A receipt that an authority made, or one that a commune received; it acts under an accepted key only."""

    part_id: str
    id = TextField(primary_key=True)
    part = ForeignKeyField(PartRow)
    agency = TextField()
    content = TextField()
    content_digest = TextField()
    spki = TextField(default="")
    made_at = TextField()
    at = TextField()

    class Meta:
        table_name = "receipt"


class FeedbackRow(Base):
    """Feedback a commune received, or an authority sent; a return counts as no round. `made_at`: by its sender."""

    part_id: str
    id = TextField(primary_key=True)
    part = ForeignKeyField(PartRow)
    agency = TextField()
    round = IntegerField()
    content = TextField()
    content_digest = TextField()
    at = TextField()
    kind = TextField(default="appraisal")
    made_at = TextField(default="")

    class Meta:
        table_name = "feedback"


class ResultRow(Base):
    """A published result, or one received."""

    part_id: str
    id = TextField(primary_key=True)
    part = ForeignKeyField(PartRow)
    standing = TextField()
    number = IntegerField()
    content = TextField()
    content_digest = TextField()
    at = TextField()

    class Meta:
        table_name = "result"
