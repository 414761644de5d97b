"""A font for Chinese characters, if this machine has one that matplotlib finds."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

_FAMILIES = (
    *("Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", "Noto Sans CJK JP"),
    *("WenQuanYi Zen Hei", "WenQuanYi Micro Hei", "Droid Sans Fallback"),
    *("PingFang SC", "Hiragino Sans GB", "Heiti SC", "STHeiti"),
    *("Microsoft YaHei", "SimHei", "SimSun", "DengXian"),
    *("Arial Unicode MS", "Noto Serif CJK SC", "Noto Serif CJK JP"),
)
_FILES = re.compile(r"cjk|wqy|sourcehan|notosanssc|droidsansfallback|pingfang|msyh|simhei", re.I)


@cache
def chinese_font() -> str | None:
    """The name of a family that has Chinese characters; null where there is none. Raises
    ImportError without matplotlib."""
    from matplotlib.font_manager import findSystemFonts, fontManager

    def known() -> str | None:
        names = {font.name for font in fontManager.ttflist}
        return next((family for family in _FAMILIES if family in names), None)

    if (found := known()) is not None:
        return found
    for path in findSystemFonts():  # installed since matplotlib last looked
        if _FILES.search(Path(path).name):
            fontManager.addfont(path)
    return known()
