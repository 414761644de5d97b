"""Which zones a number is about: named in its sentence, or by an earlier one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from zonecli.reading.lexicon import UNKNOWN_ZONE, Name, region_zone
from zonecli.reading.measures import SHARE, Meaning
from zonecli.reading.numbers import Mention
from zonecli.table.registries import Registries

ALL, NATIONAL, PORT = "all", "national", "free-trade-port"
_NATION = re.compile(
    r"(?:China's|(?:the )?(?:country|nation)'s|national|nationwide|全国|我国|中国)(?:的|\s)*"
    r"(?:total |overall |annual |whole )?$",
    re.I,
)
_PRONOUN = re.compile(
    r"\b(?:these|the|such|those|all|its?|their|they|both|of them)\b.{0,12}\bzones\b|\b(?:they|"
    r"their|them)\b|这些|上述|其中|园区|各区",
    re.I,
)


@dataclass(frozen=True)
class Subject:
    """The zones: type and zone ids. `carried`: how many paragraphs back they were named; 0 in the
    same; null: in the sentence itself. Null ids: a zone that the record does not know."""

    zone_type: str | None
    zone: str | None
    carried: int | None = None
    text: str = ""


def subject_in(
    sentence: str,
    mention: Mention,
    meaning: Meaning,
    names: Sequence[Name],
    *,
    metric: Name | None,
    registries: Registries,
) -> Subject | None:
    """The zones that the sentence itself names for a number; null: it names none."""
    if meaning.measure != SHARE and metric is not None and _of_the_nation(sentence, metric, names):
        return Subject(NATIONAL, ALL, text="China")
    zones = [n for n in names if n.kind in ("type", "zone")]
    if not zones:
        return None
    before = [n for n in zones if n.start < mention.start]
    behind = [n for n in zones if n.start >= mention.end]
    # "173 national high-tech zones": what is counted comes right behind.
    counted = (
        behind
        and len(sentence[mention.end : behind[0].start].split()) <= 2
        and mention.unit is None
    )
    chosen = behind[0] if (counted and behind) or not before else _governing(sentence, before)
    return subject_of(chosen, names, registries)


def _governing(sentence: str, before: Sequence[Name]) -> Name:
    """The last zones named before a number, but not those of an aside such as "among China's
    national economic zones" or "competition from free trade zones"."""
    for name in reversed(before):
        lead = sentence[: name.start]
        aside = re.search(
            r"(?:among|of all|by these|by the|outside|unlike|within|from|compared with|"
            r"supported by these) (?:\w+'s )?(?:national )?$",
            lead,
        )
        if not aside or name is before[0]:
            return name
    return before[-1]


def _of_the_nation(sentence: str, metric: Name, names: Sequence[Name]) -> bool:
    """ "China's GDP": not where "national" belongs to the name, as in national incubators, nor
    where zones stand before it in the clause."""
    clause = re.split(r"[,;，；]", sentence[: metric.start])[-1]
    if any(
        n.kind in ("type", "zone")
        and n.start >= metric.start - len(clause)
        and n.start < metric.start
        for n in names
    ):
        return False
    behind = re.match(
        r"\s*(?:\([^)]*\)\s*)?(?:of|in|from) (?:the |all |these |such |"
        r"China's )?(?:\d+ )?(?:national )?",
        sentence[metric.end :],
    )
    if behind and any(
        n.kind in ("type", "zone") and abs(n.start - metric.end - behind.end()) < 3 for n in names
    ):
        return False
    return bool(_NATION.search(sentence[: metric.start]))


def subject_of(name: Name, names: Sequence[Name], registries: Registries) -> Subject:
    """The zones that a name stands for, with the region or group named beside it."""
    if name.kind == "zone":
        if name.key == UNKNOWN_ZONE:
            return Subject(None, None, text=name.text)
        zone = registries.zones[name.key]
        return Subject(zone.types[0] if zone.types else None, name.key, text=name.text)
    if name.key == PORT:
        return Subject(PORT, "hainan", text=name.text)
    for region in (n for n in names if n.kind == "region"):
        if abs(region.end - name.start) < 30 or abs(name.end - region.start) < 15:
            found = region_zone(region.key, name.key, registries)
            return Subject(name.key if found else None, found, text=f"{region.text} {name.text}")
    for group in (n for n in names if n.kind == "zone" and n.key in registries.zones):
        zone = registries.zones[group.key]
        if (
            zone.kind == "group"
            and min(abs(group.end - name.start), abs(name.end - group.start)) < 6
        ):
            return Subject(name.key, group.key if name.key in zone.types else None, text=name.text)
    return Subject(name.key, ALL, text=name.text)


def speaks_of_zones(sentence: str) -> bool:
    """Whether a pronoun or a bare "zones" points to zones named before."""
    return _PRONOUN.search(sentence) is not None
