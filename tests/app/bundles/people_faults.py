"""Bundles whose reports people signed. Their signatures depend on chance, so a report once signed is kept: it is taken
out of the file of the conformance folder, and made anew only where that file is gone."""

from collections.abc import Callable
from pathlib import Path

from app.bundles import names
from tests.app.bundles.faults import Fault
from tests.app.bundles.fixed import COMMUNE, KEYS
from tests.app.bundles.forging import Sample, packed, sealed
from tests.app.bundles.mutating import entries_of

FOLDER = Path(__file__).resolve().parents[2] / "data" / "bundles"


def signed(file: str, way: str) -> Fault:
    """The submission that the fixtures of signed papers print, with the paper come back in this way."""

    def make(_: Sample) -> bytes:
        kept = FOLDER / file
        if kept.exists():
            entries = dict(entries_of(kept.read_bytes()))
            report = entries[names.REPORT]
            said = {name: entries[name] for name in (names.BUNDLE, names.FRAMEWORK, names.CONTENT)}
        else:
            from tests.app.bundles.people import test_received

            said = test_received.said()
            report = WAYS[way](test_received.printed)
        return packed(sealed(said, KEYS[COMMUNE], report))

    return make


def _both(printed: Callable[..., bytes]) -> bytes:
    from tests.app.bundles.people import fixtures

    return fixtures.agency(fixtures.leader(printed(), "clerk"))


def _changed(name: str) -> Callable[[Callable[..., bytes]], bytes]:
    """Signed by two, then changed as one of the fixtures does it."""

    def make(printed: Callable[..., bytes]) -> bytes:
        from tests.app.bundles.people import fixtures

        change: Callable[[bytes], bytes] = getattr(fixtures, name)
        return change(_both(printed))

    return make


def _other_figures(printed: Callable[..., bytes]) -> bytes:
    from tests.app.bundles.people import fixtures

    return fixtures.leader(printed(fixtures.other_points()), "clerk")


def _unsigned_other_figures(printed: Callable[..., bytes]) -> bytes:
    from tests.app.bundles.people import fixtures

    return printed(fixtures.other_points())


def _written(printed: Callable[..., bytes]) -> bytes:
    from tests.app.bundles.people import fixtures

    return fixtures.painted(_both(printed), 1, fixtures.text("da xem", 20, 20))


def _hidden(printed: Callable[..., bytes]) -> bytes:
    from tests.app.bundles.people import fixtures

    return fixtures.with_layer(_both(printed), is_hidden=True)


WAYS: dict[str, Callable[[Callable[..., bytes]], bytes]] = {
    "two": _both,
    "outside": _written,
    "figure": _changed("over_figure"),
    "digit": _changed("before_figure"),
    "hidden": _hidden,
    "script": _changed("with_script"),
    "manifests": _changed("second_manifest"),
    "manifest": _changed("other_manifest_later"),
    "figures": _other_figures,
    "unsigned": _unsigned_other_figures,
    "genuine": lambda printed: printed(),
}

SIGNED: tuple[tuple[str, str, str, str], ...] = (
    # folder, what is wrong, code, way
    ("unknown", "signed by two whom nobody vouches for", "signature.no_authorities", "two"),
    ("unknown", "signed, with words outside the reserved areas", "signed_pdf.content_added", "outside"),
    ("invalid", "signed, then a figure painted over", "signed_pdf.content_covered", "figure"),
    ("invalid", "signed, then a digit put before a figure", "signed_pdf.content_covered", "digit"),
    ("invalid", "signed, with a hidden layer", "signed_pdf.layers_hidden", "hidden"),
    ("invalid", "signed, with a script", "signed_pdf.script", "script"),
    ("invalid", "signed, then a second manifest attached", "report.manifest_count", "manifests"),
    ("invalid", "signed, then the manifest replaced", "report.other_manifest", "manifest"),
    ("invalid", "signed, with other figures than in the data", "report.other_figures", "figures"),
    ("invalid", "not signed, with other figures than in the data", "report.other_figures", "unsigned"),
    ("valid", "not signed, with the figures of the data", "", "genuine"),
)
