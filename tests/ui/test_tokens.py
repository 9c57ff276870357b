"""The look in numbers: contrast of every pair of colours that may meet."""

import pytest

from app.reports import stick_pictures
from ui import tokens


def luminance(colour: str) -> float:
    def linear(channel: int) -> float:
        share = channel / 255
        return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(int(colour[start : start + 2], 16)) for start in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def test_contrast_of_known_pairs():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("appearance", tokens.APPEARANCES)
@pytest.mark.parametrize(("text", "ground"), tokens.TEXT_PAIRS)
def test_text_can_be_read(appearance, text, ground):
    colours = tokens.APPEARANCES[appearance]
    assert contrast(colours[text], colours[ground]) >= 4.5


@pytest.mark.parametrize("appearance", tokens.APPEARANCES)
@pytest.mark.parametrize(("edge", "ground"), tokens.EDGE_PAIRS)
def test_edges_can_be_seen(appearance, edge, ground):
    colours = tokens.APPEARANCES[appearance]
    assert contrast(colours[edge], colours[ground]) >= 3


def test_both_appearances_name_the_same_tokens():
    assert tokens.LIGHT.keys() == tokens.DARK.keys()
    assert set(tokens.TONES) <= tokens.LIGHT.keys()


def test_every_tinted_tone_has_its_ground():
    assert all(f"tint-{tone}" in tokens.LIGHT for tone in tokens.TINTED)


def test_the_page_on_a_stick_draws_the_main_action_as_the_window_does():
    assert tokens.LIGHT["lead"] == stick_pictures.LEAD
