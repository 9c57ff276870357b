"""Version 3: what became of an assessment's answers when they were carried over to another version of its framework."""

STATEMENTS = """
CREATE TABLE "move" ("id" TEXT NOT NULL PRIMARY KEY, "part_id" TEXT NOT NULL, "from_framework" TEXT NOT NULL,
 "to_framework" TEXT NOT NULL, "on_scoring" TEXT NOT NULL, "before" TEXT NOT NULL, "to_answer" TEXT NOT NULL,
 "at" TEXT NOT NULL, "by" TEXT NOT NULL, "undone_at" TEXT,
 FOREIGN KEY ("part_id") REFERENCES "part" ("id"));
CREATE INDEX "move_part_id" ON "move" ("part_id");
"""
