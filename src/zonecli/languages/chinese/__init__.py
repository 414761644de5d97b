"""Chinese: English text → Chinese text, a module for each group of questions.

A test holds every text that the code says against these, names in braces included.
"""

from __future__ import annotations

from collections.abc import Mapping

from zonecli.languages.chinese import (
    catalogue,
    compare,
    config,
    descriptions,
    explain,
    figures,
    formats,
    plot,
    show,
    verify,
)

_MODULES = (figures, show, compare, config, explain, catalogue, verify, descriptions, plot, formats)
TEXTS: Mapping[str, str] = {
    english: chinese for module in _MODULES for english, chinese in module.TEXTS.items()
}
