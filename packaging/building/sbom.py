"""The bill of materials of a package: CycloneDX 1.6, the same bytes for the same parts."""

import datetime
import json
import re
import uuid

from building import inputs

NAMESPACE = uuid.UUID("a3f0b8f2-54d5-5b8e-9f0e-6a2f6d7b1c11")
IDENTIFIER = re.compile(r"[A-Za-z0-9.+-]+")


def write(path, system, components):
    """Write the bill of the package for `system` ("linux", "windows")."""
    document = bill(system, components)
    path.write_text(json.dumps(document, ensure_ascii=False, indent=2) + "\n", "utf-8", newline="\n")


def bill(system, components):
    program = f"pkg:generic/{inputs.NAME}@{inputs.version()}?platform={system}"
    parts = [_component(one) for one in sorted(components, key=lambda one: one.purl)]
    serial = uuid.uuid5(NAMESPACE, json.dumps([program, inputs.epoch(), parts], sort_keys=True))
    moment = datetime.datetime.fromtimestamp(inputs.epoch(), datetime.timezone.utc)
    return {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{serial}",
        "version": 1,
        "metadata": {
            "timestamp": moment.strftime("%Y-%m-%dT%H:%M:%SZ"),
            "component": {
                "type": "application",
                "bom-ref": program,
                "name": "Thước Số",
                "version": inputs.version(),
                "licenses": [{"license": {"id": "GPL-3.0-or-later"}}],
                "purl": program,
            },
        },
        "components": parts,
        "dependencies": [{"ref": program, "dependsOn": [one["bom-ref"] for one in parts]}],
    }


def _component(one):
    return {
        "type": one.kind,
        "bom-ref": one.purl,
        "name": one.name,
        "version": one.version,
        "licenses": [_licence(one.licence)],
        "purl": one.purl,
    }


def _licence(words):
    """An expression of SPDX names, one SPDX name, or somebody's own words."""
    if re.search(r" (OR|AND|WITH) ", words):
        return {"expression": words}
    return {"license": {"id": words} if IDENTIFIER.fullmatch(words) else {"name": words}}
