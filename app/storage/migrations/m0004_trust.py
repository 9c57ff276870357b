"""Version 4: whom one believes and why; reports that people sign; a journal whose lines are chained."""

STATEMENTS = """
CREATE TABLE "registry" ("part_id" TEXT NOT NULL, "agency" TEXT NOT NULL, "telephone" TEXT NOT NULL,
 "contact" TEXT NOT NULL, "check_code" TEXT NOT NULL, "source" TEXT NOT NULL, "at" TEXT NOT NULL, "by" TEXT NOT NULL,
 PRIMARY KEY ("part_id", "agency"), FOREIGN KEY ("part_id") REFERENCES "part" ("id"));
CREATE INDEX "registry_part_id" ON "registry" ("part_id");
CREATE TABLE "signer" ("id" INTEGER NOT NULL PRIMARY KEY, "agency" TEXT NOT NULL, "role" TEXT NOT NULL,
 "subject" TEXT NOT NULL, "how" TEXT NOT NULL, "by" TEXT NOT NULL, "valid_from" TEXT NOT NULL, "valid_to" TEXT,
 "reason" TEXT NOT NULL);
CREATE INDEX "signer_agency" ON "signer" ("agency");
CREATE TABLE "certificate" ("digest" TEXT NOT NULL PRIMARY KEY, "der" BLOB NOT NULL, "subject" TEXT NOT NULL,
 "issuer" TEXT NOT NULL, "not_before" TEXT NOT NULL, "not_after" TEXT NOT NULL, "added_at" TEXT NOT NULL,
 "added_by" TEXT NOT NULL);
CREATE TABLE "revocation_list" ("digest" TEXT NOT NULL PRIMARY KEY, "der" BLOB NOT NULL, "issuer" TEXT NOT NULL,
 "this_update" TEXT NOT NULL, "next_update" TEXT, "added_at" TEXT NOT NULL, "added_by" TEXT NOT NULL);
CREATE INDEX "revocation_list_issuer" ON "revocation_list" ("issuer");
CREATE TABLE "later_verdict" ("id" INTEGER NOT NULL PRIMARY KEY, "bundle" TEXT NOT NULL, "found" TEXT NOT NULL,
 "judged_at" TEXT NOT NULL, "at" TEXT NOT NULL, "by" TEXT NOT NULL);
CREATE INDEX "later_verdict_bundle" ON "later_verdict" ("bundle");
CREATE TABLE "checked_file" ("digest" TEXT NOT NULL PRIMARY KEY, "found" TEXT NOT NULL, "at" TEXT NOT NULL,
 "by" TEXT NOT NULL);
CREATE TABLE "ruling" ("id" INTEGER NOT NULL PRIMARY KEY, "part_id" TEXT NOT NULL, "agency" TEXT NOT NULL,
 "act" TEXT NOT NULL, "content_digest" TEXT NOT NULL, "over" TEXT NOT NULL, "reason" TEXT NOT NULL, "at" TEXT NOT NULL,
 "by" TEXT NOT NULL, FOREIGN KEY ("part_id") REFERENCES "part" ("id"));
CREATE INDEX "ruling_part_id" ON "ruling" ("part_id");
CREATE INDEX "ruling_part_id_agency" ON "ruling" ("part_id", "agency");
INSERT INTO "ruling" ("part_id", "agency", "act", "content_digest", "over", "reason", "at", "by")
 SELECT s."part_id", s."agency", 'choose', s."content_digest",
 (SELECT json_group_array(o."content_digest") FROM "submission" o WHERE o."part_id" = s."part_id"
 AND o."agency" = s."agency" AND o."revision_number" = s."revision_number" AND o."id" <> s."id"),
 s."received_note", s."received_at", '' FROM "submission" s WHERE s."state" = 'current' AND EXISTS
 (SELECT 1 FROM "submission" o WHERE o."part_id" = s."part_id" AND o."agency" = s."agency"
 AND o."revision_number" = s."revision_number" AND o."id" <> s."id");
CREATE TABLE "receipt" ("id" TEXT NOT NULL PRIMARY KEY, "part_id" TEXT NOT NULL, "agency" TEXT NOT NULL,
 "content" TEXT NOT NULL, "content_digest" TEXT NOT NULL, "spki" TEXT NOT NULL, "made_at" TEXT NOT NULL,
 "at" TEXT NOT NULL, FOREIGN KEY ("part_id") REFERENCES "part" ("id"));
CREATE INDEX "receipt_part_id" ON "receipt" ("part_id");
CREATE TABLE "awaited" ("submission_id" TEXT NOT NULL, "digest" TEXT NOT NULL, PRIMARY KEY ("submission_id", "digest"),
 FOREIGN KEY ("submission_id") REFERENCES "submission" ("id"));
CREATE INDEX "awaited_submission_id" ON "awaited" ("submission_id");
ALTER TABLE "bundle" ADD COLUMN "volume_of" TEXT NOT NULL DEFAULT '';
ALTER TABLE "appraisal" ADD COLUMN "about" TEXT NOT NULL DEFAULT '';
ALTER TABLE "feedback" ADD COLUMN "kind" TEXT NOT NULL DEFAULT 'appraisal';
ALTER TABLE "feedback" ADD COLUMN "made_at" TEXT NOT NULL DEFAULT '';
ALTER TABLE "revision" ADD COLUMN "report" TEXT NOT NULL DEFAULT '';
ALTER TABLE "revision" ADD COLUMN "signed_report" TEXT NOT NULL DEFAULT '';
ALTER TABLE "revision" ADD COLUMN "signed_page" TEXT NOT NULL DEFAULT '';
ALTER TABLE "revision" ADD COLUMN "signer" TEXT NOT NULL DEFAULT '';
ALTER TABLE "revision" ADD COLUMN "envelope" TEXT NOT NULL DEFAULT '';
ALTER TABLE "key" ADD COLUMN "recipient" TEXT NOT NULL DEFAULT '';
ALTER TABLE "pin" ADD COLUMN "recipient" TEXT NOT NULL DEFAULT '';
ALTER TABLE "journal" ADD COLUMN "previous" TEXT NOT NULL DEFAULT '';
ALTER TABLE "journal" ADD COLUMN "digest" TEXT NOT NULL DEFAULT '';
"""
