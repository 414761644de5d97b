"""What another metric may do to a verdict: name a mistake, stand in, or cast a doubt."""

from __future__ import annotations

import pytest

from zonecli.answers.choosing import scope_of
from zonecli.answers.findings import findings_of
from zonecli.answers.judging.judge import Judgement, judge
from zonecli.answers.judging.siblings import SIBLINGS
from zonecli.answers.verify import claim_of_words
from zonecli.reading.documents import Document
from zonecli.table.table import Filter, Table


def verified(
    record: Table, metric: str, value: str, year: int, *, zone_type: str = "", zone: str = ""
) -> Judgement:
    types, zones = [zone_type] if zone_type else [], [zone] if zone else []
    scope = scope_of(record.registries, [metric], types=types, zones=zones)
    return judge(record, claim_of_words(record, scope, year, value, None))


def checked(record: Table, text: str) -> Judgement:
    (finding,) = findings_of(record, [Document("text", text)])
    assert finding.judgement is not None, finding.statement.missing
    return finding.judgement


def kinds(judgement: Judgement) -> set[str]:
    return {mistake.kind for mistake in judgement.mistakes}


def test_the_figure_of_another_metric_confirms_nothing(record: Table) -> None:
    """In 2002 gross industrial output was 790 billion, industrial value added 220 billion."""
    for metric, value in (
        ("gross_industrial_output", "220bn"),
        ("industrial_value_added", "790bn"),
    ):
        judgement = verified(record, metric, value, 2002, zone_type="economic")
        assert judgement.verdict == "contradicted"
        assert "metric" in kinds(judgement)


def test_a_rank_in_another_evaluation_confirms_nothing(record: Table) -> None:
    """Suzhou Industrial Park was 1st of the economic zones, 5th of the high-tech zones."""
    judgement = verified(record, "mofcom_rank", "5", 2019, zone="SIP")
    assert judgement.verdict == "contradicted"
    assert "metric" in kinds(judgement)
    assert verified(record, "evaluation_rank", "5", 2019, zone="SIP").verdict == "supported"


@pytest.mark.parametrize("year", [2020, 2022])
def test_a_bound_is_not_borne_out_by_another_metric(record: Table, year: int) -> None:
    """The record has the enterprises of high-tech industries only, certified or not."""
    judgement = verified(
        record, "high_tech_enterprises", "over 60,000", year, zone_type="high-tech"
    )
    assert judgement.verdict == "unknown"
    assert judgement.evidence == ()


def test_no_metric_named_to_verify_is_confirmed_by_the_figure_of_another(record: Table) -> None:
    """Each figure of a metric that a loose word can mean, claimed of the metric that it names."""
    tried = 0
    for named, others in SIBLINGS.items():
        for report in record.select(Filter(metrics=others, measures=("level",))):
            own = Filter(
                metrics=(named,),
                zone_types=(report.zone_type,),
                zones=(report.zone,),
                first_year=report.year,
                last_year=report.year,
                only_preferred=False,
            )
            if report.zone_type == "national" or any(True for _ in record.select(own)):
                continue
            value = f"{report.value:.0f}"
            zone = "" if report.zone == "all" else report.zone
            judgement = verified(
                record, named, value, report.year, zone_type=report.zone_type, zone=zone
            )
            assert judgement.verdict != "supported", (named, report.id)
            tried += 1
    assert tried > 20


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("SIP ranked 5th in the MOFCOM evaluation of 2019.", "contradicted"),
        ("SIP ranked 1st in the MOFCOM evaluation of 2019.", "supported"),
        ("SIP ranked fifth among the national high-tech zones in 2019.", "supported"),
        ("SIP ranked first among the national high-tech zones in 2019.", "contradicted"),
        ("SIP ranked fifth in 2019.", "unknown"),
    ],
)
def test_a_rank_is_of_the_evaluation_that_is_named(record: Table, text: str, verdict: str) -> None:
    assert checked(record, text).verdict == verdict


def test_in_a_text_a_metric_stands_in_where_the_record_knows_nothing_of_the_named(
    record: Table,
) -> None:
    """In 2020 only the net profit is known: 3.0442 trillion."""
    judgement = checked(record, "In 2020 the high-tech zones made profits of 3.04 trillion yuan.")
    assert judgement.verdict == "supported"
    assert judgement.remarks == ("it is the figure of: Net profit",)
    # A bound that the other keeps is not its figure.
    bound = checked(record, "In 2020 the high-tech zones made profits of under 5 trillion yuan.")
    assert bound.verdict == "unknown"


def test_in_a_text_a_fitting_figure_of_another_metric_only_casts_a_doubt(record: Table) -> None:
    """In 2017 taxes with fees were 1.73 trillion, without them 1.20: "taxes" may mean either."""
    text = "In 2017 the high-tech zones paid {} yuan in taxes."
    doubtful = checked(record, text.format("1.20 trillion"))
    assert doubtful.verdict == "unknown"
    assert doubtful.remarks == ("the words can mean: Tax revenue without fees",)
    assert "metric" in kinds(doubtful)
    assert checked(record, text.format("1.73 trillion")).verdict == "supported"
    assert checked(record, text.format("1.50 trillion")).verdict == "contradicted"
    # A bound that the other figure happens to keep says nothing of which was meant.
    assert checked(record, text.format("less than 1.5 trillion")).verdict == "contradicted"


def test_to_verify_the_metric_is_named(record: Table) -> None:
    judgement = verified(record, "tax_revenue", "1.20tn", 2017, zone_type="high-tech")
    assert judgement.verdict == "contradicted"
    assert "metric" in kinds(judgement)
