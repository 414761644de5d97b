"""Finds the names of zone types, zones and metrics in a sentence, by the registries' own words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from zonecli.reading import vocabulary
from zonecli.table.registries import Registries

_TOKEN = re.compile(r"[A-Za-z]+(?:&[A-Za-z]+)?(?:'s?(?![a-z]))?|\d+")
_HAN = re.compile(r"[一-鿿]")
_NATION = "national"
_COUNT_ENDINGS = ("数量", "总额", "额", "数")
_REGIONS = {
    "eastern": ("eastern", "east-china"),
    "east": ("eastern", "east-china"),
    "central": ("central", "central-china"),
    "western": ("western", "western-china"),
    "west": ("western", "western-china"),
    "northeastern": ("northeast", "northeast-china"),
    "东部": ("eastern", "east-china"),
    "中部": ("central", "central-china"),
    "西部": ("western", "western-china"),
    "东北": ("northeast", "northeast-china"),
}
UNKNOWN_ZONE = "?"  # a zone is named, and the record does not know it


class Token(NamedTuple):
    word: str
    start: int
    end: int


@dataclass(frozen=True)
class Name:
    """A name at `start`…`end`: the `key` in its registry. `kind`: metric, type, zone or region."""

    start: int
    end: int
    kind: str
    key: str
    text: str


@dataclass
class Phrases:
    """Phrases by their words, and the length of the longest."""

    by_words: dict[tuple[str, ...], str] = field(default_factory=dict)
    longest: int = 0

    def add(self, words: Sequence[str], key: str) -> None:
        if words:
            self.by_words.setdefault(tuple(words), key)
            self.longest = max(self.longest, len(words))

    def find(self, tokens: Sequence[Token]) -> Iterator[tuple[int, int, str]]:
        """First and last token and key of each phrase, the longest first at every place."""
        i = 0
        while i < len(tokens):
            for length in range(min(self.longest, len(tokens) - i), 0, -1):
                key = self.by_words.get(tuple(t.word for t in tokens[i : i + length]))
                if key is not None:
                    yield i, i + length - 1, key
                    i += length - 1
                    break
            i += 1


def tokens_of(text: str) -> list[Token]:
    """The words of English text in one spelling: no plural, no possessive, synonyms made one."""
    found: list[Token] = []
    for match in _TOKEN.finditer(text):
        word = _canonical(match[0])
        found += [Token(part, match.start(), match.end()) for part in word.split()]
    return _joined(found)


def _canonical(text: str) -> str:
    word = text.lower().partition("'")[0]
    if word in vocabulary.SYNONYMS:
        return vocabulary.SYNONYMS[word]
    if len(word) > 3 and word.endswith("ies"):
        word = word[:-3] + "y"
    elif len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    if word.endswith("busine"):
        word = "business"
    return vocabulary.SYNONYMS.get(word, word)


def _joined(tokens: list[Token]) -> list[Token]:
    words = tuple(t.word for t in tokens)
    for sequence, replacement in vocabulary.SEQUENCES:
        size = len(sequence)
        for i in range(len(words) - size, -1, -1):
            if words[i : i + size] == sequence:
                start, end = tokens[i].start, tokens[i + size - 1].end
                tokens[i : i + size] = [Token(w, start, end) for w in replacement]
                words = tuple(t.word for t in tokens)
    return tokens


def _without_fillers(tokens: Iterable[Token]) -> list[Token]:
    return [t for t in tokens if t.word not in vocabulary.ZONE_FILLERS]


class Lexicon:
    """The names of one set of registries, ready to be found in text."""

    def __init__(self, registries: Registries) -> None:
        self._registries = registries
        self._english_metrics = Phrases()
        self._english_zones = Phrases()
        self._chinese: dict[str, tuple[str, str]] = {}
        self._conditions = [(k, re.compile(p, re.I)) for k, p in vocabulary.CONDITIONS]
        zones = registries.zones.values()
        self._groups = frozenset(z.name for z in zones if z.kind == "group")
        self._english_places = frozenset(
            place
            for z in zones
            for place in ((z.name.partition(" ")[0] if z.kind == "zone" else None), z.province)
            if place
        ) - {"The", "National", "China"}
        self._add_metrics()
        self._add_types()
        self._add_zones()
        words = sorted((*self._chinese, *filter(_HAN.match, _REGIONS)), key=len, reverse=True)
        self._chinese_names = re.compile("|".join(map(re.escape, words)))
        places = sorted((*self._known_places(), *vocabulary.PROVINCES), key=len, reverse=True)
        self._place_at_end = re.compile(
            rf"(?:{'|'.join(map(re.escape, places))})(?:省|市|地区)?的?(?:\d+[家个])?(?:国家级?)?$"
        )

    def names_of(self, sentence: str) -> list[Name]:
        """Every name, in order of place; of two that overlap the longer."""
        found = [*self._conditional(sentence), *self._chinese_in(sentence)]
        found += [*self._zones_in(sentence), *self._metrics_in(sentence)]
        kept: list[Name] = []
        for name in sorted(found, key=lambda n: (n.kind == "region", n.start - n.end)):
            if not any(_clash(name, other) for other in kept):
                kept.append(name)
        return sorted(kept, key=lambda n: n.start)

    def _add_metrics(self) -> None:
        for metric in self._registries.metrics.values():
            extra = vocabulary.ENGLISH.get(metric.id, ())
            for text in (metric.label, *metric.aliases, *extra):
                if text.lower() in vocabulary.VAGUE:
                    continue
                if _HAN.search(text):
                    self._add_chinese(text, "metric", metric.id)
                else:
                    self._english_metrics.add([t.word for t in tokens_of(text)], metric.id)
            for text in (metric.label_zh, *vocabulary.CHINESE.get(metric.id, ())):
                self._add_chinese(text, "metric", metric.id)

    def _add_chinese(self, text: str, kind: str, key: str) -> None:
        if len(text) < 2 or text in vocabulary.VAGUE or not _HAN.search(text):
            return
        self._chinese.setdefault(text, (kind, key))
        for ending in _COUNT_ENDINGS:
            stem = text.removesuffix(ending)
            if kind == "metric" and stem != text and len(stem) > 3 and stem not in vocabulary.VAGUE:
                self._chinese.setdefault(stem, (kind, key))

    def _add_types(self) -> None:
        for entry in self._registries.zone_types.values():
            if entry.id == _NATION:
                continue
            for text in (entry.label, *entry.aliases):
                words = [t.word for t in _without_fillers(tokens_of(text))]
                if words and words[-1] in vocabulary.ZONE_NOUNS and words != ["new", "area"]:
                    self._english_zones.add(words, f"type:{entry.id}")
            for text in (entry.label_zh, entry.short_zh, *entry.aliases):
                if text.endswith(("区", "港", "区域")):
                    self._add_chinese(text, "type", entry.id)

    def _add_zones(self) -> None:
        for zone in self._registries.zones.values():
            if zone.kind == "all":
                continue
            for text in (zone.name, zone.name_zh, *zone.aliases):
                if text.lower() in vocabulary.VAGUE or text.lower() in _REGIONS:
                    continue
                if zone.kind == "group" and text[:2] in _REGIONS:
                    continue
                if _HAN.search(text):
                    self._add_chinese(text, "zone", zone.id)
                elif zone.kind == "zone" or " " in text:
                    words = [t.word for t in _without_fillers(tokens_of(text))]
                    self._english_zones.add(words, f"zone:{zone.id}")

    def _known_places(self) -> frozenset[str]:
        """Chinese names of places that have a zone: 苏州 from 苏州高新技术产业开发区."""
        endings = re.compile(r"(?:经济技术开发区|高新技术产业开发区|工业园区|综合保税区)$")
        names = (zone.name_zh for zone in self._registries.zones.values() if zone.kind == "zone")
        return frozenset(endings.sub("", name) for name in names if endings.search(name))

    def _conditional(self, sentence: str) -> Iterator[Name]:
        for key, pattern in self._conditions:
            for match in pattern.finditer(sentence):
                yield Name(*match.span(), "metric", key, match[0])

    def _chinese_in(self, sentence: str) -> Iterator[Name]:
        for match in self._chinese_names.finditer(sentence):
            kind, key = self._chinese.get(match[0], ("region", match[0]))
            if kind == "type":
                yield self._place_before(sentence, Name(*match.span(), kind, key, match[0]))
            else:
                yield Name(*match.span(), kind, key, match[0])

    def _place_before(self, sentence: str, name: Name) -> Name:
        """A type with the name of a place before it is one zone; the record may not have it."""
        before = sentence[: name.start]
        if before.endswith("省级"):
            return Name(name.start - 2, name.end, "zone", UNKNOWN_ZONE, f"省级{name.text}")
        match = self._place_at_end.search(before)
        if match is None or match[0] in self._chinese:
            return name
        return Name(
            match.start(), name.end, "zone", UNKNOWN_ZONE, sentence[match.start() : name.end]
        )

    def _zones_in(self, sentence: str) -> Iterator[Name]:
        tokens = _without_fillers(tokens_of(sentence))
        for first, last, key in self._english_zones.find(tokens):
            start, end = tokens[first].start, tokens[last].end
            kind, _, entry = key.partition(":")
            text = sentence[start:end]
            if kind == "type":
                before = tokens[first - 1] if first else None
                yield self._one_of_type(sentence, Name(start, end, kind, entry, text), before)
            elif text[:1].isupper() or " " in text:
                yield Name(start, end, kind, entry, text)
        for match in re.finditer(r"\b(?:national|state)(?:-level)? new areas?\b", sentence, re.I):
            yield Name(*match.span(), "type", "new-area", match[0])
        for match in re.finditer(
            r"\b(?:north)?(?:east|west)(?:ern)?\b|\bcentral\b", sentence, re.I
        ):
            if match[0].lower() in _REGIONS and _by_zone_noun(sentence, match.end()):
                yield Name(*match.span(), "region", match[0].lower(), match[0])

    def _one_of_type(self, sentence: str, name: Name, before: Token | None) -> Name:
        """One zone by its place, maybe of the record: "Wuxi High-tech Zone", "the zone in Wuxi"."""
        tail = re.match(
            r"\s+(?:in|of)\s+(?:the (?:city|province) of )?([A-Z][a-z']+)", sentence[name.end :]
        )
        singular = not re.search(r"(?:zones|ports|areas|parks|s)$", name.text, re.I)
        if (
            tail
            and tail[1] not in ("China", "Chinese")
            and (singular or tail[1] in self._english_places)
        ):
            if f"zones in {tail[1]}" in self._groups:
                return name
            return self._looked_up(tail[1], name, name.start)
        if before is None or before.word in (
            "special",
            "provincial",
            "province",
            "city",
            "municipal",
        ):
            special = before is not None
            return Name(name.start, name.end, "zone", UNKNOWN_ZONE, name.text) if special else name
        said = sentence[before.start : before.end].partition("'")[0]
        adjacent = not re.search(r"[.,;:()]", sentence[before.end : name.start])
        if (
            adjacent
            and singular
            and said[:1].isupper()
            and before.start > 0
            and said not in _NO_PLACE
        ):
            return self._looked_up(said, name, before.start)
        if adjacent and said in self._english_places and f"zones in {said}" not in self._groups:
            return self._looked_up(said, name, before.start)
        return name

    def _looked_up(self, place: str, name: Name, start: int) -> Name:
        words = [t.word for t in _without_fillers(tokens_of(f"{place} {name.text}"))]
        found = self._english_zones.by_words.get(tuple(words), "")
        key = found.partition(":")[2] if found.startswith("zone:") else UNKNOWN_ZONE
        return Name(start, name.end, "zone", key, f"{place} {name.text}")

    def _metrics_in(self, sentence: str) -> Iterator[Name]:
        tokens = tokens_of(sentence)
        for first, last, key in self._english_metrics.find(tokens):
            start, end = tokens[first].start, tokens[last].end
            yield Name(start, end, "metric", key, sentence[start:end])


_NO_PLACE = frozenset(
    (
        "National",
        "China",
        "Chinese",
        "The",
        "Each",
        "Every",
        "PRC",
        "Pilot",
        "Comprehensive",
        "State",
        "New",
        "R&D",
    )
)


def _by_zone_noun(sentence: str, end: int) -> bool:
    return (
        re.match(r"(?:[\s-]+[\w-]+){0,5}?[\s-]+(?:zones?|regions?)\b", sentence[end:]) is not None
    )


def _clash(a: Name, b: Name) -> bool:
    """Two names of one place: a zone inside the name of a metric may stand beside it."""
    if not (a.start < b.end and b.start < a.end):
        return False
    zones = ("type", "zone", "region")
    return (
        (a.kind in zones) == (b.kind in zones)
        or not (_holds(a, b) or _holds(b, a))
        or (a.kind == "metric" and _holds(b, a))
        or (b.kind == "metric" and _holds(a, b))
    )


def _holds(outer: Name, inner: Name) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def region_zone(word: str, zone_type: str, registries: Registries) -> str | None:
    """The group of zones that a region's name means for a zone type; null: none in the record."""
    for zone_id in _REGIONS[word]:
        zone = registries.zones.get(zone_id)
        if zone is not None and zone_type in zone.types:
            return zone_id
    return None
