"""Version 2: frameworks that are being written."""

STATEMENTS = """
CREATE TABLE "draft" ("id" TEXT NOT NULL PRIMARY KEY, "title" TEXT NOT NULL, "body" TEXT NOT NULL,
 "based_on" TEXT NOT NULL, "created_at" TEXT NOT NULL, "changed_at" TEXT NOT NULL, "changed_by" TEXT NOT NULL);
"""
