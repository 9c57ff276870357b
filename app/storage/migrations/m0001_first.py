"""Version 1: the first tables."""

STATEMENTS = """
CREATE TABLE "campaign" ("id" TEXT NOT NULL PRIMARY KEY, "revision" INTEGER NOT NULL,
 "body" TEXT NOT NULL, "content_digest" TEXT, "added_at" TEXT NOT NULL);
CREATE TABLE "part" ("id" TEXT NOT NULL PRIMARY KEY, "campaign_id" TEXT NOT NULL, "role" TEXT NOT NULL,
 "agency" TEXT NOT NULL, "created_at" TEXT NOT NULL,
 FOREIGN KEY ("campaign_id") REFERENCES "campaign" ("id"));
CREATE INDEX "part_campaign_id" ON "part" ("campaign_id");
CREATE UNIQUE INDEX "part_campaign_id_role_agency" ON "part" ("campaign_id", "role", "agency");
CREATE TABLE "appraisal" ("id" INTEGER NOT NULL PRIMARY KEY, "part_id" TEXT NOT NULL,
 "agency" TEXT NOT NULL, "node" TEXT NOT NULL, "round" INTEGER NOT NULL, "assessor" TEXT NOT NULL,
 "opinion" TEXT NOT NULL, "points" TEXT, "inputs" TEXT NOT NULL, "ground" TEXT, "policy" TEXT,
 "reason" TEXT NOT NULL, "internal_note" TEXT NOT NULL, "at" TEXT NOT NULL,
 FOREIGN KEY ("part_id") REFERENCES "part" ("id"));
CREATE INDEX "appraisal_part_id" ON "appraisal" ("part_id");
CREATE UNIQUE INDEX "appraisal_part_id_agency_node_round_assessor" ON "appraisal" ("part_id", "agency",
 "node", "round", "assessor");
CREATE TABLE "framework" ("digest" TEXT NOT NULL PRIMARY KEY, "framework_id" TEXT NOT NULL,
 "version" TEXT NOT NULL, "title" TEXT NOT NULL, "body" TEXT NOT NULL, "added_at" TEXT NOT NULL);
CREATE INDEX "framework_framework_id" ON "framework" ("framework_id");
CREATE TABLE "assessment" ("part_id" TEXT NOT NULL PRIMARY KEY, "framework_id" TEXT NOT NULL,
 "state" TEXT NOT NULL, "round" INTEGER NOT NULL, "revision_number" INTEGER NOT NULL,
 FOREIGN KEY ("part_id") REFERENCES "part" ("id"),
 FOREIGN KEY ("framework_id") REFERENCES "framework" ("digest"));
CREATE INDEX "assessment_framework_id" ON "assessment" ("framework_id");
CREATE TABLE "bundle" ("id" TEXT NOT NULL PRIMARY KEY, "part_id" TEXT NOT NULL,
 "direction" TEXT NOT NULL, "kind" TEXT NOT NULL, "agency" TEXT NOT NULL, "round" INTEGER,
 "content_digest" TEXT NOT NULL, "seal_digest" TEXT NOT NULL, "file_digest" TEXT NOT NULL,
 "file_name" TEXT NOT NULL, "size" INTEGER NOT NULL, "verdict" TEXT NOT NULL, "envelope" TEXT NOT NULL,
 "skeleton" BLOB, "at" TEXT NOT NULL, "by" TEXT NOT NULL,
 FOREIGN KEY ("part_id") REFERENCES "part" ("id"));
CREATE INDEX "bundle_part_id" ON "bundle" ("part_id");
CREATE INDEX "bundle_content_digest" ON "bundle" ("content_digest");
CREATE TABLE "file" ("digest" TEXT NOT NULL PRIMARY KEY, "ext" TEXT NOT NULL, "size" INTEGER NOT NULL,
 "added_at" TEXT NOT NULL);
CREATE TABLE "evidence" ("id" TEXT NOT NULL PRIMARY KEY, "owner" TEXT NOT NULL, "file_id" TEXT,
 "position" INTEGER NOT NULL, "name" TEXT NOT NULL, "number" TEXT NOT NULL, "date" TEXT NOT NULL,
 "issuer" TEXT NOT NULL, "subject" TEXT NOT NULL, "added_at" TEXT NOT NULL, "added_by" TEXT NOT NULL,
 FOREIGN KEY ("file_id") REFERENCES "file" ("digest"));
CREATE INDEX "evidence_owner" ON "evidence" ("owner");
CREATE INDEX "evidence_file_id" ON "evidence" ("file_id");
CREATE TABLE "evidence_link" ("evidence_id" TEXT NOT NULL, "node" TEXT NOT NULL, "page" TEXT NOT NULL,
 PRIMARY KEY ("evidence_id", "node"),
 FOREIGN KEY ("evidence_id") REFERENCES "evidence" ("id") ON DELETE CASCADE);
CREATE INDEX "evidence_link_evidence_id" ON "evidence_link" ("evidence_id");
CREATE TABLE "feedback" ("id" TEXT NOT NULL PRIMARY KEY, "part_id" TEXT NOT NULL,
 "agency" TEXT NOT NULL, "round" INTEGER NOT NULL, "content" TEXT NOT NULL,
 "content_digest" TEXT NOT NULL, "at" TEXT NOT NULL, FOREIGN KEY ("part_id") REFERENCES "part" ("id"));
CREATE INDEX "feedback_part_id" ON "feedback" ("part_id");
CREATE TABLE "figures" ("part_id" TEXT NOT NULL, "agency" TEXT NOT NULL, "figures" TEXT NOT NULL,
 "total_key" INTEGER NOT NULL, PRIMARY KEY ("part_id", "agency"),
 FOREIGN KEY ("part_id") REFERENCES "part" ("id")) WITHOUT ROWID;
CREATE INDEX "figures_part_id" ON "figures" ("part_id");
CREATE TABLE "finding" ("part_id" TEXT NOT NULL, "agency" TEXT NOT NULL, "node" TEXT NOT NULL,
 "points" TEXT NOT NULL, "reason" TEXT NOT NULL, "at" TEXT NOT NULL, PRIMARY KEY ("part_id", "agency",
 "node"), FOREIGN KEY ("part_id") REFERENCES "part" ("id"));
CREATE INDEX "finding_part_id" ON "finding" ("part_id");
CREATE TABLE "journal" ("id" INTEGER NOT NULL PRIMARY KEY, "at" TEXT NOT NULL, "person" TEXT NOT NULL,
 "part" TEXT NOT NULL, "action" TEXT NOT NULL, "subject" TEXT NOT NULL, "field" TEXT NOT NULL,
 "before" TEXT NOT NULL, "after" TEXT NOT NULL);
CREATE INDEX "journal_part" ON "journal" ("part");
CREATE TABLE "key" ("spki" TEXT NOT NULL PRIMARY KEY, "agency" TEXT NOT NULL, "role" TEXT NOT NULL,
 "certificate" TEXT NOT NULL, "locked" BLOB NOT NULL, "created_at" TEXT NOT NULL, "closed_at" TEXT,
 "reason" TEXT NOT NULL);
CREATE TABLE "person" ("id" TEXT NOT NULL PRIMARY KEY, "name" TEXT NOT NULL, "title" TEXT NOT NULL,
 "office" TEXT NOT NULL, "is_active" INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE "pin" ("id" INTEGER NOT NULL PRIMARY KEY, "agency" TEXT NOT NULL, "role" TEXT NOT NULL,
 "spki" TEXT NOT NULL, "certificate" TEXT NOT NULL, "how" TEXT NOT NULL, "by" TEXT NOT NULL,
 "valid_from" TEXT NOT NULL, "valid_to" TEXT, "reason" TEXT NOT NULL);
CREATE INDEX "pin_agency" ON "pin" ("agency");
CREATE TABLE "points" ("part_id" TEXT NOT NULL, "agency" TEXT NOT NULL, "node" TEXT NOT NULL,
 "points" TEXT, "sort_key" INTEGER, PRIMARY KEY ("part_id", "agency", "node"),
 FOREIGN KEY ("part_id") REFERENCES "part" ("id")) WITHOUT ROWID;
CREATE INDEX "points_part_id" ON "points" ("part_id");
CREATE TABLE "response" ("part_id" TEXT NOT NULL, "node" TEXT NOT NULL, "inputs" TEXT NOT NULL,
 "not_applicable" TEXT, "explanation" TEXT NOT NULL, "evidence_level" TEXT NOT NULL, "points" TEXT,
 "is_complete" INTEGER NOT NULL, "updated_at" TEXT NOT NULL, "updated_by" TEXT NOT NULL,
 PRIMARY KEY ("part_id", "node"), FOREIGN KEY ("part_id") REFERENCES "part" ("id"));
CREATE INDEX "response_part_id" ON "response" ("part_id");
CREATE TABLE "result" ("id" TEXT NOT NULL PRIMARY KEY, "part_id" TEXT NOT NULL,
 "standing" TEXT NOT NULL, "number" INTEGER NOT NULL, "content" TEXT NOT NULL,
 "content_digest" TEXT NOT NULL, "at" TEXT NOT NULL, FOREIGN KEY ("part_id") REFERENCES "part" ("id"));
CREATE INDEX "result_part_id" ON "result" ("part_id");
CREATE TABLE "revision" ("id" TEXT NOT NULL PRIMARY KEY, "part_id" TEXT NOT NULL,
 "number" INTEGER NOT NULL, "round" INTEGER NOT NULL, "state" TEXT NOT NULL, "content" TEXT NOT NULL,
 "confirmed_by" TEXT NOT NULL, "frozen_at" TEXT NOT NULL, "frozen_by" TEXT NOT NULL,
 "content_digest" TEXT, "replaces" TEXT, "answers" TEXT, "reason" TEXT NOT NULL,
 FOREIGN KEY ("part_id") REFERENCES "part" ("id"));
CREATE INDEX "revision_part_id" ON "revision" ("part_id");
CREATE UNIQUE INDEX "revision_part_id_number" ON "revision" ("part_id", "number");
CREATE TABLE "setting" ("key" TEXT NOT NULL PRIMARY KEY, "value" TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE "submission" ("id" TEXT NOT NULL PRIMARY KEY, "part_id" TEXT NOT NULL,
 "bundle_id" TEXT NOT NULL, "agency" TEXT NOT NULL, "round" INTEGER NOT NULL,
 "revision_number" INTEGER NOT NULL, "revision_id" TEXT NOT NULL, "content_digest" TEXT NOT NULL,
 "framework_id" TEXT NOT NULL, "state" TEXT NOT NULL, "content" TEXT NOT NULL,
 "received_at" TEXT NOT NULL, "received_note" TEXT NOT NULL, "total" TEXT NOT NULL,
 "differing" TEXT NOT NULL, FOREIGN KEY ("part_id") REFERENCES "part" ("id"),
 FOREIGN KEY ("bundle_id") REFERENCES "bundle" ("id"),
 FOREIGN KEY ("framework_id") REFERENCES "framework" ("digest"));
CREATE INDEX "submission_part_id" ON "submission" ("part_id");
CREATE INDEX "submission_bundle_id" ON "submission" ("bundle_id");
CREATE INDEX "submission_content_digest" ON "submission" ("content_digest");
CREATE INDEX "submission_framework_id" ON "submission" ("framework_id");
CREATE INDEX "submission_part_id_agency" ON "submission" ("part_id", "agency");
CREATE TABLE "tie" ("id" INTEGER NOT NULL PRIMARY KEY, "part_id" TEXT NOT NULL,
 "ranking_table" TEXT NOT NULL, "order" TEXT NOT NULL, "reason" TEXT NOT NULL, "at" TEXT NOT NULL,
 FOREIGN KEY ("part_id") REFERENCES "part" ("id"));
CREATE INDEX "tie_part_id" ON "tie" ("part_id");
"""
