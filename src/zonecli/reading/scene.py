"""One sentence with all that was found in it, and what stands around each of its numbers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from zonecli.reading.lexicon import Name
from zonecli.reading.measures import Meaning, meaning_of
from zonecli.reading.numbers import Mention, numbers_of
from zonecli.reading.periods import When, times_of, whole_years

_LONGEST = 110  # characters between a number and the time behind it that is its own
_LOOKED_BACK = 20  # numbers; in a row of hundreds no word far before them explains one
_UNTIL = re.compile(r"(?:\bas of|\bby|截至|截止)\s*$", re.I)
_ONLY_WORD = re.compile(r"[A-Za-z]+")


@dataclass(frozen=True)
class Scene:
    """A sentence with its names, times and numbers, each in order of place."""

    text: str
    names: Sequence[Name]
    times: Sequence[When]
    mentions: Sequence[Mention]

    @property
    def zones(self) -> list[Name]:
        return [name for name in self.names if name.kind in ("type", "zone")]

    @property
    def metrics(self) -> list[Name]:
        return [name for name in self.names if name.kind == "metric"]

    def free_space(self, place: int) -> tuple[int, int]:
        """From the end of the number before to the start of the next one."""
        before = self.mentions[place - 1].end if place else 0
        last = place + 1 == len(self.mentions)
        return before, len(self.text) if last else self.mentions[place + 1].start


def scene_of(text: str, names: Sequence[Name]) -> Scene:
    """Finds times and numbers; a number inside a time or inside a name is none."""
    times = times_of(text)
    taken = [(t.start, t.end) for t in times if re.search(r"\d", text[t.start : t.end])]
    taken += [(t.start, t.end) for t in times if t.period != "ignored"]
    taken += [(n.start, n.end) for n in names if re.search(r"\d|\b(?:ten|top)\b", n.text)]
    mentions = [m for m in numbers_of(text, taken) if _counts(m, names)]
    return Scene(text, names, times, mentions)


def _counts(mention: Mention, names: Sequence[Name]) -> bool:
    """A number word counts zones or what the record counts; else it is a word ("three steps")."""
    word = _ONLY_WORD.fullmatch(mention.text.split()[-1]) and mention.unit is None
    if not word or mention.number.value >= 1000:
        return True
    return any(0 <= name.start - mention.end < 25 for name in names)


def base_of(scene: Scene, place: int) -> When | None:
    """The time that a number is compared with: behind it, or (比2012年) before it."""
    mention, (before, after) = scene.mentions[place], scene.free_space(place)
    bases = [t for t in scene.times if (t.base or t.since) and t.period != "ignored"]
    behind = [t for t in bases if mention.end <= t.start <= after]
    ahead = [t for t in bases if before <= t.start < mention.start]
    return behind[0] if behind else ahead[-1] if ahead else None


def meaning_at(scene: Scene, place: int) -> Meaning:
    """The meaning of a number; a percentage that no word explains is what the one before it is:
    "3.2% of exports in 2012 and 24.4% in 2021"."""
    own = _own_meaning(scene, place)
    if own.measure is not None or scene.mentions[place].unit != "percent":
        return own
    for earlier in range(place - 1, max(-1, place - 1 - _LOOKED_BACK), -1):
        if scene.mentions[earlier].unit == "percent":
            meaning = _own_meaning(scene, earlier)
            if meaning.measure is not None:
                return replace(meaning, relation=None)
    return own


def _own_meaning(scene: Scene, place: int) -> Meaning:
    before, after = scene.free_space(place)
    has_base = base_of(scene, place) is not None
    return meaning_of(scene.text, scene.mentions[place], before, after, has_base=has_base)


def when_of(scene: Scene, mention: Mention) -> When | None:
    """The time of a number: right behind it, else the last one before it, else the only one."""
    usable = list(whole_years(scene.times))
    behind = [t for t in usable if t.start >= mention.end]
    if behind and _belongs(scene, mention, behind[0]):
        return behind[0]
    before = [t for t in usable if t.end <= mention.start]
    if before:
        return _first_or_last(scene.text, mention, _framing(scene, before))
    return usable[0] if len(usable) == 1 else None


def _framing(scene: Scene, before: Sequence[When]) -> When:
    """The last time before a number, but of "as of 2021 there are now 169" the year; which "in 2021
    there are now 169" means is not sure: the year, said to be now."""
    last = before[-1]
    frame = before[-2] if last.now and len(before) > 1 else None
    if frame is None or frame.year is None:
        return last
    if any(frame.end <= m.start < last.start for m in scene.mentions):
        return last
    until = frame.period == "point" or _UNTIL.search(scene.text[: frame.start])
    return frame if until else replace(last, year=frame.year)


def _belongs(scene: Scene, mention: Mention, when: When) -> bool:
    """Whether a time behind a number is its own: no other number and no new clause between."""
    between = scene.text[mention.end : when.start]
    if when.now and re.search(r",|\b(?:and|but)\b", between):
        return False
    free = not any(mention.end <= m.start < when.start for m in scene.mentions)
    new_clause = re.search(r"[;；，。]|, (?:up|compared|a |an )|[一-鿿]", between)
    return free and len(between) < _LONGEST and new_clause is None


def _first_or_last(text: str, mention: Mention, when: When) -> When:
    """Of a span the last year, but: "from 2012 to 2021 GDP grew *from 5.4* to 15.3 trillion"."""
    if when.since is None or not re.search(r"(?:from|从|由)\s*$", text[: mention.start]):
        return when
    return replace(when, year=when.since, since=None)
