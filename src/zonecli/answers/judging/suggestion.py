"""A wording that says what the table can bear: with the source's own hedge and digits."""

from __future__ import annotations

import re

from zonecli.answers.judging.claim import Claim
from zonecli.answers.judging.comparing import SUPPORTED, sharper
from zonecli.answers.judging.evidence import Evidence, worked_out_text
from zonecli.answers.judging.judge import Judgement
from zonecli.answers.naming import metric_label, type_label, zone_name
from zonecli.answers.time_wording import time_text
from zonecli.answers.wording import figure_text, with_unit
from zonecli.language import CHINESE, said, speak, spoken, to_be_said
from zonecli.table.registries import Registries

_HAN = re.compile(r"[一-鿿]")
_OF_MEASURE = {
    "level": to_be_said("{metric} of {zones}"),
    "share": to_be_said("{metric} of {zones}, share of the national total"),
    "growth": to_be_said("{metric} of {zones}, growth"),
    "average": to_be_said("{metric} of {zones}, average yearly growth"),
}


def suggestion(judgement: Judgement, registries: Registries) -> str | None:
    """The statement as the best evidence has it, in Chinese where that is spoken or the claim is in
    it; null where there is nothing to say it by, or nothing to better: the claim is right and as
    sharp as the record."""
    best, claim = judgement.best, judgement.claim
    if best is None or (judgement.verdict == SUPPORTED and not sharper(claim, best)):
        return None
    language = spoken()
    try:
        if _HAN.search(claim.text):
            speak(CHINESE)
        return _wording(best, claim, registries)
    finally:
        speak(language)


def _wording(evidence: Evidence, claim: Claim, registries: Registries) -> str:
    """ "GDP of national high-tech zones: 15.3 trillion CNY (2021)"; "(2021 against 2012)" where two
    years are compared."""
    what = _what(evidence, claim, registries)
    first, last = evidence.reports[0], evidence.reports[-1]
    when = time_text(last.period, last.year, last.month)
    if evidence.printed:
        amount = with_unit(figure_text(last), last.unit)
        if last.status == "forecast":
            return said(
                "{what}: {amount} ({when}, a forecast)", what=what, amount=amount, when=when
            )
    else:
        amount = worked_out_text(evidence.interval, evidence.unit, evidence.value)
        amount = with_unit(amount, evidence.unit)
        if first.year != last.year:
            when = said("{year} against {base_year}", year=last.year, base_year=first.year)
    return said("{what}: {amount} ({when})", what=what, amount=amount, when=when)


def _what(evidence: Evidence, claim: Claim, registries: Registries) -> str:
    """The metric, zones and measure; of what is worked out its first operand is one of them."""
    report = evidence.reports[0]
    zone, zone_type = registries.zones[report.zone], registries.zone_types[report.zone_type]
    return said(
        _OF_MEASURE[report.measure if evidence.printed else claim.measure],
        metric=metric_label(registries.metrics[report.metric]),
        zones=type_label(zone_type) if zone.kind == "all" else zone_name(zone),
    )
