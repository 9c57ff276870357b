#!/usr/bin/env python3
"""Builds the packages of Thước Số, compares two builds, signs and checks a release.

Runs on any python3 from 3.9 with the standard library alone, like `dev.py`; packaging/README.md tells what goes in.
"""

import argparse
import sys
from pathlib import Path

import machine
from building import inputs, linux, release, tree, windows
from machine import ROOT, Stop, say

SYSTEMS = {"linux": linux, "windows": windows}


def build(options):
    """Build one system's packages; checksums go over everything in the folder, signed where a key is named."""
    if not machine.PYTHON.exists():
        machine.prepare(dev=False)
    key = release.key_path(options.key)  # before an hour of building
    out = Path(options.out).absolute()
    out.mkdir(parents=True, exist_ok=True)
    say(f"Thước Số {inputs.version()} for {options.command}, time {inputs.epoch()}")
    made = options.system.build(out, options)
    release.write_sums(out)
    if key:
        release.sign(out, key)
    for path in made:
        say(f"{path.stat().st_size / 1e6:7.1f} MB  {path}")
    say(f"{'Signed' if key else 'Not signed (no release key named)'}: {out / release.SUMS}")


def compare(options):
    return tree.compare(options.first, options.second)


def sign(options):
    key = release.key_path(options.key)
    if not key:
        raise Stop(f"Name the release key by --key or {release.VARIABLE}; release-key makes one.")
    release.write_sums(options.folder.absolute())
    release.sign(options.folder.absolute(), key)


def check(options):
    return release.check(options.folder.absolute(), options.public)


def release_key(options):
    release.make_key(options.path.absolute())


def parse(arguments):
    parser = argparse.ArgumentParser(prog="build.py", description="Builds the packages.")
    commands = parser.add_subparsers(metavar="COMMAND", required=True, dest="command")

    def command(name, function, summary):
        added = commands.add_parser(name, help=summary, description=summary)
        added.set_defaults(function=function)
        return added

    for name, system in SYSTEMS.items():
        building = command(name, build, f"build the packages for {name.capitalize()}")
        building.set_defaults(system=system)
        building.add_argument("--out", type=Path, default=ROOT / "dist", help="where they go (dist)")
        building.add_argument("--key", type=Path, help=f"release key that signs the checksums ({release.VARIABLE})")
        system.add_arguments(building)
    comparing = command("compare", compare, "tell two folders of builds apart, file by file")
    comparing.add_argument("first", type=Path)
    comparing.add_argument("second", type=Path)
    signing = command("sign", sign, "write SHA256SUMS over a folder anew and sign it")
    signing.add_argument("folder", type=Path)
    signing.add_argument("--key", type=Path, help=f"the release key ({release.VARIABLE})")
    checking = command("check", check, "check a release: signature and every file")
    checking.add_argument("folder", type=Path)
    checking.add_argument("--public", type=Path, help="public key from elsewhere than the folder itself")
    making = command("release-key", release_key, "make a release key, outside the repository")
    making.add_argument("path", type=Path)
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(machine.carried_out(parse(sys.argv[1:]), "begins anew"))
