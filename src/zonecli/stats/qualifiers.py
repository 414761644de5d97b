"""The hedges that a figure can have, in a word each."""

EXACT, ABOUT, NEARLY, OVER, AT_LEAST, UNDER, AT_MOST = QUALIFIERS = (
    "exact",
    "about",
    "nearly",
    "over",
    "at-least",
    "under",
    "at-most",
)
