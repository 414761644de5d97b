"""Statements about zones in a text: each number with its metric, zones, year and meaning."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from zonecli.language import to_be_said
from zonecli.reading import measures
from zonecli.reading.context import Context, year_of_text
from zonecli.reading.documents import Document
from zonecli.reading.lexicon import Lexicon
from zonecli.reading.measures import Meaning
from zonecli.reading.metrics import GDP, metric_of
from zonecli.reading.numbers import POINTS, RANK, TIMES, Mention
from zonecli.reading.periods import DECADE, When, whole_years
from zonecli.reading.scene import Scene, base_of, meaning_at, scene_of, when_of
from zonecli.reading.sentences import Sentence, sentences_of
from zonecli.reading.subjects import Subject, speaks_of_zones, subject_in, subject_of
from zonecli.table.registries import Registries

# Who evaluates zones: some zones have a rank of each in the same year.
_COMMERCE = re.compile(
    r"\bMOFCOM\b|commerce ministry|ministry of commerce|\bamong [\w' ]{0,30}economic\b|"
    r"商务部|经开区(?:中|里|内)?(?:综合)?(?:评价|排名)",
    re.I,
)
_SCIENCE = re.compile(
    r"\bTorch (?:Center|Centre|Program)|\b(?:ministry of science|science ministry)\b|"
    r"\bamong [\w' ]{0,30}high-tech\b|火炬|科技部|科学技术部|"
    r"高新区(?:中|里|内)?(?:综合)?(?:评价|排名)",
    re.I,
)
_ADDRESS = re.compile(r"(?:url|source_id|https?)\s*:")
_NEAR = 4  # paragraphs in which a metric alone still speaks of the zones named before


@dataclass(frozen=True)
class Statement:
    """One number about zones, and what it was understood to say.

    `start`…`end` in the document's text. `missing` names what could not be told (metric, zones,
    year, measure, period): with any of them the statement is not placed. `doubts` are what was
    taken over from elsewhere, so that a mismatch proves nothing; `other_years`: years that may be
    meant where the sentence names none. `now`: it is said to be so at present; `year` is then that
    of the text, null where that is not known.
    """

    start: int
    end: int
    sentence: str
    mention: Mention
    metric: str | None = None
    meaning: Meaning = field(default_factory=lambda: Meaning(None))
    zone_type: str | None = None
    zone: str | None = None
    year: int | None = None
    period: str | None = None
    month: int | None = None
    base_year: int | None = None
    now: bool = False
    other_years: tuple[int, ...] = ()
    missing: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()

    @property
    def placed(self) -> bool:
        return not self.missing


@dataclass(frozen=True)
class _Time:
    """The time of a number as the table has it, and what is not sure about it."""

    year: int | None
    period: str | None = None
    month: int | None = None
    now: bool = False
    other_years: tuple[int, ...] = ()
    doubts: tuple[str, ...] = ()


class Reader:
    """Reads documents by the words of one set of registries."""

    def __init__(self, registries: Registries) -> None:
        self._registries = registries
        self._lexicon = Lexicon(registries)

    def statements(self, document: Document, date: int | None = None) -> list[Statement]:
        """The numbers about zones in order. `date`: the year of the text, where it is known."""
        context = Context(date or year_of_text(document.text))
        found: list[Statement] = []
        for sentence in sentences_of(document.text):
            if not _ADDRESS.match(sentence.text):
                found += self._read(sentence, context)
        return found

    def _read(self, sentence: Sentence, context: Context) -> Iterator[Statement]:
        scene = scene_of(sentence.text, self._lexicon.names_of(sentence.text))
        context.metric_of_number = None
        if scene.zones or self._goes_on(sentence, context, scene):
            for place in range(len(scene.mentions)):
                statement = self._place(sentence, scene, place, context)
                context.metric_of_number = statement.metric
                yield statement
        self._remember(sentence, scene, context)

    def _goes_on(self, sentence: Sentence, context: Context, scene: Scene) -> bool:
        """Whether a sentence without zones still speaks of those named before it."""
        if context.subject is None:
            return False
        away = sentence.paragraph - context.subject_paragraph
        return (
            speaks_of_zones(sentence.text) or away == 0 or (away <= _NEAR and bool(scene.metrics))
        )

    def _place(self, sentence: Sentence, scene: Scene, place: int, context: Context) -> Statement:
        mention = scene.mentions[place]
        base, meaning = base_of(scene, place), meaning_at(scene, place)
        if meaning.measure is None and _behind_gdp(scene, place, context):
            meaning = measures.of_gdp(scene.text[mention.end :], mention)
        metric = self._metric(sentence, scene, place, meaning, context=context)
        if metric is not None and self._registries.metrics[metric].unit == "percent":
            meaning = replace(meaning, measure=measures.LEVEL, relation=None)
        subject, doubts = self._subject(
            sentence, scene, mention, meaning, context=context, of=metric
        )
        when = when_of(scene, mention)
        time = self._time(sentence, when, metric, context)
        if mention.unit == RANK and not _evaluator_named(scene):
            doubts += (to_be_said("no word says of which evaluation the rank is"),)
        if not meaning.sure:
            doubts += (to_be_said("no word says of which whole the share is"),)
        if metric == context.metric and not _named(scene, metric):
            doubts += (to_be_said("the metric was named before"),)
        return Statement(
            start=sentence.start + mention.start,
            end=sentence.start + mention.end,
            sentence=sentence.text,
            mention=mention,
            metric=metric,
            meaning=meaning,
            zone_type=subject.zone_type if subject else None,
            zone=subject.zone if subject else None,
            year=time.year,
            period=time.period,
            month=time.month,
            base_year=_base_year(base, when, meaning, context.date or time.year),
            now=time.now,
            other_years=time.other_years,
            missing=_missing(meaning, metric, subject, time),
            doubts=(*doubts, *time.doubts),
        )

    def _metric(
        self, sentence: Sentence, scene: Scene, place: int, meaning: Meaning, *, context: Context
    ) -> str | None:
        """The metric of a number: named in the sentence, else taken over from the one before."""
        mention, registry = scene.mentions[place], self._registries.metrics
        if mention.unit == RANK:
            return self._rank(scene)
        if meaning.relation == measures.DIFFERENCE and context.metric_of_number is not None:
            return context.metric_of_number  # "173 zones, 84 more than in 2012"
        others = [m for m in scene.mentions if m is not mention]
        found = metric_of(
            scene.text, mention, meaning, scene.names, others=others, registry=registry
        )
        if meaning.measure == measures.OF_ANOTHER and found is not None:
            of_city = f"{found}_share_of_city"
            return of_city if re.search(r"\bcity|市", scene.text) and of_city in registry else None
        if found is not None or mention.unit not in ("percent", TIMES, POINTS):
            return found
        return context.metric if sentence.paragraph == context.metric_paragraph else None

    def _rank(self, scene: Scene) -> str:
        """By who evaluates; without that of the ministry which evaluates the zones of the type."""
        if _COMMERCE.search(scene.text):
            return "mofcom_rank"
        metrics = self._registries.metrics
        if _SCIENCE.search(scene.text):
            return "evaluation_rank"
        named = [n.key for n in scene.metrics if metrics[n.key].unit == RANK]
        if named:
            return named[0]
        zone = scene.zones[0].key if scene.zones else ""
        return "evaluation_rank" if zone.endswith("high-tech") else "mofcom_rank"

    def _subject(
        self,
        sentence: Sentence,
        scene: Scene,
        mention: Mention,
        meaning: Meaning,
        *,
        context: Context,
        of: str | None,
    ) -> tuple[Subject | None, tuple[str, ...]]:
        """The zones of a number of the metric `of`, and what is not sure about them."""
        name = next((n for n in scene.metrics if n.key == of), None)
        subject = subject_in(
            scene.text, mention, meaning, scene.names, metric=name, registries=self._registries
        )
        if subject is not None or context.subject is None:
            return subject, ()
        return context.subject, context.doubts_of_subject(sentence.paragraph)

    def _time(
        self, sentence: Sentence, when: When | None, metric: str | None, context: Context
    ) -> _Time:
        """The time of a number: said, else taken over, else the year of the text."""
        if when is not None:
            return self._as_table_has_it(when, metric, context)
        also = (context.date,) if context.date is not None else ()
        if context.when is None:
            return _Time(context.date, doubts=(to_be_said("no year is named"),))
        time = self._as_table_has_it(context.when, metric, context)
        doubts = context.doubts_of_when(sentence.paragraph)
        return replace(time, other_years=also, doubts=(*doubts, *time.doubts))

    def _as_table_has_it(self, when: When, metric: str | None, context: Context) -> _Time:
        year, doubts = when.year, []
        if year is None and when.shift is not None:
            year = context.date + when.shift if context.date is not None else None
            if year is None and context.when is not None and when.shift == 0 and not when.now:
                year, doubts = context.when.year, [to_be_said("the year was named before")]
        if when.now:
            doubts.append(to_be_said("it says only that it is so now"))
        stock = metric is not None and self._registries.metrics[metric].kind == "stock"
        period, month = when.period, when.month
        if stock and period == "month":
            period = "point"
        # "From January to July, the 173 zones": of a stock, some time in the year.
        if period in ("span", "year", "ytd" if stock else "point"):
            period, month = None, None
        return _Time(year, period, month, now=when.now and when.year is None, doubts=tuple(doubts))

    def _remember(self, sentence: Sentence, scene: Scene, context: Context) -> None:
        if scene.zones:
            context.subject = subject_of(scene.zones[0], scene.names, self._registries)
            context.subject_paragraph = sentence.paragraph
        named = [t for t in whole_years(scene.times) if t.year is not None or t.shift is not None]
        if named:
            context.when, context.when_paragraph = named[-1], sentence.paragraph
            context.one_year = len({(t.year, t.shift) for t in named}) == 1
        if scene.metrics:
            context.metric = scene.metrics[-1].key
            context.metric_paragraph = sentence.paragraph


def _behind_gdp(scene: Scene, place: int, context: Context) -> bool:
    """Whether the number before is one of GDP, and nothing else is named in between."""
    before, start = scene.free_space(place)[0], scene.mentions[place].start
    named = any(before <= name.start < start for name in scene.metrics)
    return context.metric_of_number == GDP and not named


def _evaluator_named(scene: Scene) -> bool:
    patterns = (_COMMERCE, _SCIENCE)
    return any(p.search(scene.text) for p in patterns) or any(
        "rank" in name.key for name in scene.metrics
    )


def _named(scene: Scene, metric: str | None) -> bool:
    return any(name.key == metric for name in scene.metrics)


def _base_year(
    base: When | None, when: When | None, meaning: Meaning, now: int | None
) -> int | None:
    """The year compared with; `now`: the year of the text, from which a decade counts back."""
    if base is not None and base.period == DECADE:
        return now - 10 if now is not None else None
    if base is not None:
        return base.since or base.year
    return when.since if when is not None and meaning.relation else None


def _missing(
    meaning: Meaning, metric: str | None, subject: Subject | None, time: _Time
) -> tuple[str, ...]:
    known = {
        "metric": metric is not None,
        "zones": subject is not None and subject.zone is not None,
        # What is so now can be looked up; what it is compared with cannot.
        "year": time.year is not None or (time.now and meaning.relation is None),
        "measure": meaning.measure is not None and meaning.measure != measures.OF_ANOTHER,
        "period": time.period != "other",
    }
    return tuple(name for name, told in known.items() if not told)
