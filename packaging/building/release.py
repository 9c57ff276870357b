"""What goes out with the packages: SHA256SUMS over all of them, and the release key's signature over that file.

The signature is a plain one (ECDSA P-256 over SHA-256, DER), made and checked by openssl alone. The key never lies in
the repository: its path is an option or THUOCSO_RELEASE_KEY.
"""

import os
import shutil
from pathlib import Path

import machine
from machine import Stop, say

from building import tree

SUMS = "SHA256SUMS"
SIGNATURE = SUMS + ".sig"
PUBLIC = "release-key.pem"
VARIABLE = "THUOCSO_RELEASE_KEY"


def key_path(given):
    """Where the release key lies, by option or variable; None where neither names one. Stops where it is no key."""
    named = given or os.environ.get(VARIABLE)
    if not named:
        return None
    openssl(["pkey", "-in", Path(named).absolute(), "-noout"], "read the release key")
    return Path(named).absolute()


def write_sums(folder):
    """SHA256SUMS over every artefact in `folder`, in the form `sha256sum --check` reads; older signatures go."""
    for name in (SIGNATURE, PUBLIC):
        (folder / name).unlink() if (folder / name).exists() else None
    artefacts = [path for path in tree.files(folder) if path.parent == Path(folder) and path.name != SUMS]
    lines = "".join(f"{tree.sha256(path)}  {path.name}\n" for path in artefacts)
    (folder / SUMS).write_text(lines, "utf-8", newline="\n")


def sign(folder, key):
    """The detached signature and the public half of the key beside SHA256SUMS."""
    openssl(["dgst", "-sha256", "-sign", key, "-out", folder / SIGNATURE, folder / SUMS], "sign with the release key")
    openssl(["pkey", "-in", key, "-pubout", "-out", folder / PUBLIC], "read the release key")


def check(folder, public=None):
    """True where the signature holds, every artefact is the one that was signed, and nothing else lies there."""
    if public is None:
        public = folder / PUBLIC
        say("The key is the one in the folder itself: whose it is, that cannot show. Name one you know by --public.")
    code, output = machine.captured(
        ["openssl", "dgst", "-sha256", "-verify", public, "-signature", folder / SIGNATURE, folder / SUMS]
    )
    if code:
        say(f"The signature does not hold:\n{machine.clean(output)}")
        return False
    signed = {}
    for line in (folder / SUMS).read_text("utf-8").splitlines():
        digest, _space, name = line.partition("  ")
        signed[name] = digest
    here = {path.relative_to(folder).as_posix() for path in tree.files(folder)} - {SUMS, SIGNATURE, PUBLIC}
    wrong = sorted(name for name in signed if name not in here or tree.sha256(folder / name) != signed[name])
    strange = sorted(here - set(signed))
    for said, names in (("Not what was signed", wrong), ("Not signed at all", strange)):
        if names:
            say(f"{said}: {', '.join(names)}")
    if not wrong and not strange:
        say(f"{SUMS} and every file it names hold, and nothing else lies there.")
    return not wrong and not strange


def make_key(path):
    """A key of P-256 that only its owner reads; never over one that is there."""
    if path.exists():
        raise Stop(f"{path} is there already; a release key is never written over.")
    path.parent.mkdir(parents=True, exist_ok=True)
    os.close(os.open(str(path), os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    openssl(["genpkey", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256", "-out", path], "make a key")
    path.chmod(0o600)
    openssl(["pkey", "-in", path, "-pubout", "-out", path.with_suffix(".pub.pem")], "read the key")
    say(f"The release key is {path}: keep it away from the network. Its public half lies beside it.")


def openssl(arguments, purpose):
    if not shutil.which("openssl"):
        machine.install_packages(["openssl"], "Signing")
    code, output = machine.captured(["openssl", *arguments])
    if code:
        raise Stop(f"openssl could not {purpose}:\n{machine.clean(output)}")
