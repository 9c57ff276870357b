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
CREATE TABLE "checked_file" ("digest" TEXT NOT NULL PRIMARY KEY, "found" TEXT NOT NULL, "at" TEXT NOT NULL,
 "by" TEXT NOT NULL);
ALTER TABLE "revision" ADD COLUMN "report" TEXT NOT NULL DEFAULT '';
ALTER TABLE "revision" ADD COLUMN "signed_report" TEXT NOT NULL DEFAULT '';
ALTER TABLE "revision" ADD COLUMN "signed_page" TEXT NOT NULL DEFAULT '';
ALTER TABLE "key" ADD COLUMN "recipient" TEXT NOT NULL DEFAULT '';
ALTER TABLE "key" ADD COLUMN "identity" BLOB;
ALTER TABLE "pin" ADD COLUMN "recipient" TEXT NOT NULL DEFAULT '';
ALTER TABLE "journal" ADD COLUMN "previous" TEXT NOT NULL DEFAULT '';
ALTER TABLE "journal" ADD COLUMN "digest" TEXT NOT NULL DEFAULT '';
"""
