"""Runs in the Windows package: files whose checksum is wrong, and the campaigns a portable copy finds beside it."""

import hashlib
import json
import sys
import tempfile
from pathlib import Path

from app.operations import beside
from app.operations.folders import open_workspace

folder, program = map(Path, sys.argv[1:])
wrong, count = [], 0
for line in (folder / "SHA256SUMS.txt").read_text("utf-8").splitlines():
    digest, name = line.split("  ", 1)
    count += 1
    with (folder / name).open("rb") as file:
        if hashlib.file_digest(file, "sha256").hexdigest() != digest:
            wrong.append(name)
with tempfile.TemporaryDirectory() as place:
    opened = open_workspace(Path(place) / "dữ liệu")
    try:
        found = beside.look(opened, beside.places(program))
    finally:
        opened.close()
offers = [(str(item.path), item.offer.campaign.title, item.offer.verdict.check_code) for item in found if item.offer]
print(json.dumps({"wrong": wrong, "count": count, "offers": offers}))
