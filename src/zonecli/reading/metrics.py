"""Which of the metrics that a sentence names a number is of."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from zonecli.reading import measures
from zonecli.reading.lexicon import Name
from zonecli.reading.measures import Meaning
from zonecli.reading.numbers import POINTS, RANK, SQ_KM, TIMES, Mention
from zonecli.table.columns import CURRENCIES
from zonecli.table.registries import Metric

ZONE_COUNT = "zone_count"
GDP = "gdp"
_AREA, _PLANNED = "area", "planned_area"
_NEAR = 45  # characters between a number and the noun it counts
_FAR = 400
# Between a number and the noun that it counts stand adjectives, and no verb or clause.
_ADJECTIVES = re.compile(r"[\w&\s\"“”(-]*")
_MOST_WORDS = 8
_CLAUSE = re.compile(r"[,;:，；：、]|\b(?:while|and|with|which|whereas|generating|hosting)\b")
# "produced 15.3 trillion yuan in 2021, 13.4 percent of GDP": what was produced is GDP.
_PRODUCED = re.compile(r"\b(?:produced|generated|created|turned out)\s+(?:a total of )?$", re.I)
_PART_OF_GDP = re.compile(
    r"[^.;\d]{0,20}(?:\d{4})?\s?,\s(?:[a-z]+\s){0,3}[\d.]+\s?(?:%|percent|per cent) of "
    r"(?:the |China's |the country's |the nation's |national )?(?:GDP|gross domestic product)\b",
    re.I,
)
_ZONES = re.compile(
    r"^(?:\s|-)?(?:of )?(?:these |such |the |of these )?(?:new |existing |such )?(?:zones|parks)\b",
    re.I,
)
_COUNT_NOUN = re.compile(r"(?:number|count|total|数量|总数|家数)", re.I)
_COUNTING = re.compile(
    r"^(?:'s?)?\s*(?:的)?(?:底|末)?(?:数量|总数|总量|家数|扩大|规模)?(?:在|已经|已|共有|共|合计|总计|一共|"
    r"现|现在|目前|如今)?"
    r"(?:有|达到|达|增至|增加到|增加至|扩容至|扩大到|为|是|从|由|"
    r"reach\w*|stood at|rose to|grew to|numbered|"
    r"total(?:l)?ed|increased|had (?:risen|grown)|now number|later|became|becomes|of|climbed to|"
    r"was|is|from|[\s\d年月底末在已,，截至至的到家个]|in|by|the end of|at|to)*$",
    re.I,
)


def fits_unit(metric: Metric, mention: Mention, meaning: Meaning) -> bool:
    """Whether a number in this unit can be a figure of the metric."""
    if mention.unit in ("percent", POINTS, TIMES):
        return metric.unit != "rank"
    if mention.unit in CURRENCIES:
        return metric.unit in CURRENCIES
    if mention.unit in (RANK, SQ_KM):
        return metric.unit == mention.unit
    if meaning.relation is not None or not mention.counted:
        return metric.unit not in ("percent", "rank", "sq_km", "CNY_per_USD") and (
            metric.unit not in CURRENCIES or mention.number.step >= 1e6
        )
    return metric.unit in ("count", "persons")


def metric_of(
    sentence: str,
    mention: Mention,
    meaning: Meaning,
    names: Sequence[Name],
    *,
    others: Sequence[Mention],
    registry: Mapping[str, Metric],
) -> str | None:
    """The metric of a number: the noun it counts, else the nearest one that its unit fits."""
    zones = [n for n in names if n.kind in ("type", "zone", "region")]
    fitting = [
        n
        for n in names
        if n.kind == "metric" and n.key in registry and fits_unit(registry[n.key], mention, meaning)
    ]
    counts = mention.unit is None and mention.number.step < 1e8
    of_zones = next((n.key for n in fitting if n.key.startswith("zones_")), None)
    if counts:
        noun = _noun_counted(sentence, mention, fitting, zones)
        if noun is not None:
            return of_zones or noun if noun == ZONE_COUNT else noun
    if mention.unit in CURRENCIES and _produced_gdp(sentence, mention):
        return GDP if GDP in registry else None
    scored = [(_distance(sentence, mention, meaning, n, others), n.start, n.key) for n in fitting]
    near = min(scored, default=None)
    if near is None and mention.unit == SQ_KM:
        return _PLANNED if re.search(r"planned|planning|规划", sentence, re.I) else _AREA
    if counts and _counts_the_zones(sentence, mention, zones, near):
        return of_zones or ZONE_COUNT
    return near[2] if near is not None and near[0] < _FAR else None


def _produced_gdp(sentence: str, mention: Mention) -> bool:
    produced = _PRODUCED.search(sentence[: mention.start])
    return produced is not None and _PART_OF_GDP.match(sentence[mention.end :]) is not None


def _noun_counted(  # noqa: PLR0911
    sentence: str, mention: Mention, fitting: Sequence[Name], zones: Sequence[Name]
) -> str | None:
    """ "115,000 high-tech companies", "173 national high-tech zones", 178家国家高新区."""
    after = sorted(
        [n for n in (*fitting, *zones) if n.start >= mention.end - 2],
        key=lambda n: (n.start, n.end),
    )
    if _ZONES.match(sentence[mention.end :]) and not (after and after[0].start < mention.end + 2):
        return ZONE_COUNT
    if not after:
        return None
    between = sentence[mention.end : after[0].start]
    if (
        len(between) > _NEAR
        or not _ADJECTIVES.fullmatch(between)
        or len(between.split()) > _MOST_WORDS
        or re.search(r"\b(?:in|of) ", between + " ")
    ):
        return None
    if mention.counted and re.search(r"[，。；、]", between):
        return None
    if after[0].kind == "metric":
        return after[0].key
    if after[0].kind == "zone":
        return None
    following = sentence[after[0].end :]
    # 232家国家级经开区实现…: the zones are counted. 115,000家高新区企业: they are not.
    return (
        None if re.match(r"企业|的企业| (?:enterprises|companies|firms)", following) else ZONE_COUNT
    )


def _counts_the_zones(
    sentence: str, mention: Mention, zones: Sequence[Name], near: tuple[float, int, str] | None
) -> bool:
    """ "The number of national high-tech zones reached 178", 国家高新区达到178家."""
    if near is not None and near[1] > 0 and near[0] < _NEAR and not zones:
        return False
    before = [z for z in zones if z.end <= mention.start]
    if not before:
        said = re.search(
            r"number of (?:such|these|the) zones(.*)$", sentence[: mention.start], re.I
        )
        return bool(said and _COUNTING.match(said[1]))
    zone = before[-1]
    between = sentence[zone.end : mention.start]
    if not _COUNTING.match(between):
        return False
    ahead = sentence[: zone.start]
    lead = re.search(
        r"number of (?:China's |the country's )?(?:national(?:-level)? )?$", ahead, re.I
    )
    counting = re.search(
        r"number|total|reach|grew|rose|beca?ome?|became|increased", ahead + between, re.I
    )
    return bool(lead) or mention.counted or (near is None and counting is not None)


def _distance(
    sentence: str, mention: Mention, meaning: Meaning, name: Name, others: Sequence[Mention]
) -> float:
    """How far a name is from a number, in characters and in what stands between."""
    behind = name.start >= mention.end
    between = sentence[mention.end : name.start] if behind else sentence[name.end : mention.start]
    if name.start < mention.end and mention.start < name.end:
        between = ""
    if behind:  # "16.9 trillion yuan (2.36 trillion dollars) in regional GDP"
        aside = re.match(r"\s*\([^)]*\)", between)
        start = mention.end + (aside.end() if aside else 0)
        others = [m for m in others if m.start >= start or m.start < mention.start]
        between = sentence[start : name.start]
    numbers = sum(
        1
        for m in others
        if (mention.end <= m.start < name.start) or (name.end <= m.start < mention.start)
    )
    score = len(between) / (1 if re.search(r"[a-zA-Z]", between) else 0.4)
    score += 25 * len(_CLAUSE.findall(between)) + 30 * numbers
    if not behind:
        return score
    if numbers:
        return score + _FAR
    if meaning.measure == measures.SHARE:  # "84% of China's State Key Laboratories"
        of = re.match(
            r"\s*(?:of|to|in)\s+(?!the national total|China's total|the total)", between, re.I
        )
        return score - 80 if of and not _CLAUSE.search(between) else score + 60
    if meaning.measure == measures.GROWTH:
        of = re.match(
            r"\s*(?:\w+[\s-])*?(?:growth|increase|rise|decline|drop|decrease|fall)? ?(?:in|of) ",
            between,
        )
        return score - 40 if of and not _CLAUSE.search(between) else score + 120
    if mention.unit in CURRENCIES or mention.number.step >= 1e6:
        of = re.match(
            r"\s*(?:\([^)]*\)\s*)?(?:yuan |dollars? )?(?:in|of|on|worth of|from|as)\b", between
        )
        return score - 60 if of and not re.search(r"[,;，；]", between) else score + 90
    return score + 100
