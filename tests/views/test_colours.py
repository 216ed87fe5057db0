"""The contrast of every pair of colours that meet, computed from the table of colours."""

import pytest

from iopd_desktop.views.kit.colours import DARK, LIGHT, Scheme, contrast, strong

BOTH = pytest.mark.parametrize("scheme", [LIGHT, DARK, strong(LIGHT), strong(DARK)], ids=["light", "dark", "l+", "d+"])
GROUNDS = ("surface", "chrome", "sunken", "hover", "row_hover")


def too_weak(scheme: Scheme, pairs, least):
    found = {(one, other): contrast(getattr(scheme, one), getattr(scheme, other)) for one, other in pairs}
    return {pair: round(value, 2) for pair, value in found.items() if value < least}


@BOTH
def test_words_stand_out_from_every_ground(scheme):
    words = ("text", "text2", "accent", "ok", "warn", "bad")
    pairs = [(word, ground) for word in words for ground in (*GROUNDS, "soft")]
    pairs += [("text3", ground) for ground in GROUNDS]
    assert too_weak(scheme, pairs, 4.5) == {}


@BOTH
def test_words_stand_out_from_their_own_soft_fill(scheme):
    pairs = [(word, f"{word}_soft") for word in ("ok", "warn", "bad")]
    pairs += [("text", f"{word}_soft") for word in ("ok", "warn", "bad")]
    pairs += [("text2", "warn_soft"), ("text3", "warn_soft"), ("accent", "warn_soft")]
    pairs += [("on_accent", "accent"), ("surface", "text"), ("toast_undo", "text")]
    assert too_weak(scheme, pairs, 4.5) == {}


@BOTH
def test_borders_and_marks_can_be_seen(scheme):
    pairs = [("control", ground) for ground in ("surface", "chrome", "sunken")]
    pairs += [("accent", "track")]
    assert too_weak(scheme, pairs, 3.0) == {}


@pytest.mark.parametrize(
    ("ground", "word", "light", "dark"),
    [
        ("surface", "text", 16.2, 13.7), ("surface", "text2", 8.0, 9.0), ("surface", "text3", 5.6, 6.3),
        ("surface", "accent", 7.0, 7.8), ("surface", "control", 3.5, 4.4), ("chrome", "text", 14.5, 14.9),
        ("chrome", "text3", 5.0, 6.8), ("chrome", "control", 3.1, 4.7), ("sunken", "text2", 7.4, 8.1),
        ("sunken", "control", 3.2, 3.9), ("soft", "text", 13.5, 9.9), ("soft", "text2", 6.7, 6.5),
        ("soft", "accent", 5.9, 5.6), ("accent", "on_accent", 7.0, 8.4), ("line2", "accent", 4.4, 4.6),
        ("text", "toast_undo", 9.5, 7.1),
    ],
)  # fmt: skip
def test_the_table_is_the_one_that_was_designed(ground, word, light, dark):
    measured = [round(contrast(getattr(s, ground), getattr(s, word)), 1) for s in (LIGHT, DARK)]
    assert measured == pytest.approx([light, dark], abs=0.11)
