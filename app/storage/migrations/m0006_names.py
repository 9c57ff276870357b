"""Version 6: extension and size stand with each piece of evidence, as its owner tells them: what a submission lists."""

STATEMENTS = """
ALTER TABLE "evidence" ADD COLUMN "ext" TEXT NOT NULL DEFAULT '';
ALTER TABLE "evidence" ADD COLUMN "size" INTEGER NOT NULL DEFAULT 0;
UPDATE "evidence" SET "ext" = f."ext", "size" = f."size" FROM "file" f WHERE f."digest" = "evidence"."file_id";
UPDATE "evidence" SET "ext" = l."ext", "size" = l."size"
 FROM (SELECT s."id", json_extract(f."value", '$.digest') "digest", json_extract(f."value", '$.ext') "ext",
 json_extract(f."value", '$.size') "size" FROM "submission" s, json_each(s."content", '$.files') f) l
 WHERE l."id" = "evidence"."owner" AND l."digest" = "evidence"."file_id";
"""
