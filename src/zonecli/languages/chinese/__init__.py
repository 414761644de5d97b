"""Chinese: English text → Chinese text, a module for each group of questions.

A test holds every text that the code says against these, names in braces included.
"""

from __future__ import annotations

from collections.abc import Mapping

from zonecli.languages.chinese import compare, figures, show

_MODULES = (figures, show, compare)
TEXTS: Mapping[str, str] = {
    english: chinese for module in _MODULES for english, chinese in module.TEXTS.items()
}
