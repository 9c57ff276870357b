"""Puts keys and certificates on a SoftHSM token: ``python fill_token.py MODULE LABEL PIN`` with JSON on stdin.

Its own process, because a driver reads its settings once in the life of a process.
"""

import base64
import json
import struct
import sys
from typing import Any

import pkcs11
from asn1crypto.keys import ECPrivateKey, PrivateKeyInfo
from pkcs11 import Attribute
from pkcs11.attributes import AttributeMapper
from pkcs11.util.ec import decode_ec_private_key
from pkcs11.util.rsa import decode_rsa_private_key
from pkcs11.util.x509 import decode_x509_certificate


def fill(module: str, label: str, pin: str, things: list[dict[str, Any]]) -> None:
    mapper = AttributeMapper()
    mapper.register_handler(
        Attribute.ALLOWED_MECHANISMS, lambda kinds: struct.pack(f"{len(kinds)}L", *kinds), lambda data: data
    )
    token = pkcs11.lib(module).get_token(token_label=label)
    with token.open(rw=True, user_pin=pin, attribute_mapper=mapper) as session:
        for number, thing in enumerate(things, 1):
            common: dict[Attribute, Any] = {Attribute.TOKEN: True, Attribute.ID: bytes([number])}
            certificate = decode_x509_certificate(base64.b64decode(thing["certificate"]))
            session.create_object({**certificate, **common})
            if thing.get("key"):
                session.create_object({**key_template(base64.b64decode(thing["key"])), **common, **extras(thing)})


def key_template(der: bytes) -> dict[Attribute, Any]:
    info = PrivateKeyInfo.load(der)
    if info.algorithm == "rsa":
        template = decode_rsa_private_key(info["private_key"].parsed.dump())
    else:
        key = ECPrivateKey.load(info["private_key"].parsed.dump())
        key["parameters"] = info["private_key_algorithm"]["parameters"]
        template = decode_ec_private_key(key.dump())
    return {**template, Attribute.PRIVATE: True, Attribute.SENSITIVE: True, Attribute.SIGN: True}


def extras(thing: dict[str, Any]) -> dict[Attribute, Any]:
    told: dict[Attribute, Any] = {}
    if thing.get("allowed"):
        told[Attribute.ALLOWED_MECHANISMS] = [pkcs11.Mechanism[name].value for name in thing["allowed"]]
    if thing.get("always_authenticate"):
        told[Attribute.ALWAYS_AUTHENTICATE] = True
    return told


if __name__ == "__main__":
    fill(*sys.argv[1:4], json.load(sys.stdin))
