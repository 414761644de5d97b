"""Names: whatever a user calls a thing finds it; a slip gets a hint; nothing is guessed."""

from __future__ import annotations

import pytest

from zonecli.errors import UnknownNameError
from zonecli.table.names import choice, key_of, metric_id, zone_ids, zone_type_id
from zonecli.table.opening import open_table
from zonecli.table.registries import Registries


@pytest.mark.parametrize(
    ("word", "metric"),
    [
        ("gdp", "gdp"),
        ("GDP", "gdp"),
        ("Gdp ", "gdp"),
        ("gross domestic product", "gdp"),
        ("Gross-Domestic-Product", "gdp"),
        ("地区生产总值", "gdp"),
        ("园区生产总值", "gdp"),
        ("ＧＤＰ", "gdp"),
        ("r&d", "rd_expenditure"),
        ("R&D", "rd_expenditure"),
        ("rd", "rd_expenditure"),
        ("rd-expenditure", "rd_expenditure"),
        ("RD_EXPENDITURE", "rd_expenditure"),
        ("R&D spending", "rd_expenditure"),
        ("研发经费", "rd_expenditure"),
        ("工业增加值", "industrial_value_added"),
        ("industrial value added", "industrial_value_added"),
    ],
)
def test_metrics_by_any_name(word: str, metric: str, registries: Registries) -> None:
    assert metric_id(word, registries) == metric


@pytest.mark.parametrize(
    ("word", "zone_type"),
    [
        ("high-tech", "high-tech"),
        ("High-Tech", "high-tech"),
        ("hightech", "high-tech"),
        ("high tech", "high-tech"),
        ("hi-tech", "high-tech"),
        ("HiTech", "high-tech"),
        ("HNTZ", "high-tech"),
        ("高新区", "high-tech"),
        ("国家高新技术产业开发区", "high-tech"),
        ("national high-tech zones", "high-tech"),
        ("etdz", "economic"),
        ("经开区", "economic"),
        ("china", "national"),
    ],
)
def test_zone_types_by_any_name(word: str, zone_type: str, registries: Registries) -> None:
    assert zone_type_id(word, registries) == zone_type


@pytest.mark.parametrize(
    ("word", "types", "zones"),
    [
        ("all", (), ("all",)),
        ("Total", (), ("all",)),
        ("全部", ("high-tech",), ("all",)),
        ("east-park", (), ("east-park",)),
        ("East Park", (), ("east-park",)),
        ("EAST PARK", ("high-tech",), ("east-park",)),
        ("东园", (), ("east-park",)),
        # a name that zones of two types share: each of them, or the one of the type asked for
        ("xinqu", (), ("east-harbour", "west-park")),
        ("xinqu", ("high-tech",), ("west-park",)),
        ("Xinqu", ("economic",), ("east-harbour",)),
    ],
)
def test_zones_by_any_name(
    word: str, types: tuple[str, ...], zones: tuple[str, ...], registries: Registries
) -> None:
    assert zone_ids(word, registries, types) == zones


@pytest.mark.parametrize(
    ("word", "message"),
    [
        ("gpd", "No metric 'gpd'. Did you mean 'gdp'?"),
        ("industrial value aded", "Did you mean 'industrial_value_added'?"),
        ("zone_cuont", "Did you mean 'zone_count'?"),
        ("工业增加植", "Did you mean 'industrial_value_added'?"),
    ],
)
def test_a_slip_gets_a_hint(word: str, message: str, registries: Registries) -> None:
    with pytest.raises(UnknownNameError) as error:
        metric_id(word, registries)
    assert str(error.value).endswith(message)
    assert f"No metric '{word}'." in str(error.value)
    assert "\n" not in str(error.value)
    assert error.value.exit_status == 2


@pytest.mark.parametrize("word", ["xyzzy", "unemployment", "失业率", "", "&&&", "   ", "42"])
def test_no_hint_when_none_is_near(word: str, registries: Registries) -> None:
    with pytest.raises(UnknownNameError) as error:
        metric_id(word, registries)
    assert str(error.value) == f"No metric '{word}'."


def test_types_and_zones_get_hints_too(registries: Registries) -> None:
    with pytest.raises(UnknownNameError, match=r"No zone type 'hihg-tech'\. .*'high-tech'\?"):
        zone_type_id("hihg-tech", registries)
    with pytest.raises(UnknownNameError, match=r"No zone 'Eastt Park'\. .*'east-park'\?"):
        zone_ids("Eastt Park", registries)


@pytest.fixture
def parks() -> Registries:
    """Three zones of Suzhou and one whose id looks more like its name than theirs do."""
    zones = {
        "suzhou-high-tech": {"name": "Suzhou High-tech Zone", "name_zh": "苏州高新区"},
        "sip": {"name": "Suzhou Industrial Park", "aliases": ["SIP"]},
        "new-suzhou": {"name": "New Suzhou"},
        "old-suzhou": {"name": "Old Suzhou"},
        "xuzhou": {"name": "Xuzhou"},
        "eastern": {"name": "eastern zones", "kind": "group"},
        "all": {"name": "all zones", "kind": "all"},
    }
    return Registries.from_dict({"metrics": {"gdp": {"label": "GDP"}}, "zones": zones})


@pytest.mark.parametrize(
    ("word", "hint"),
    [
        ("suzhou", " Did you mean 'suzhou-high-tech', 'sip' or 'new-suzhou'?"),
        ("Suzhou I", " Did you mean 'sip'?"),
        ("苏州", " Did you mean 'suzhou-high-tech'?"),
        ("xuzho", " Did you mean 'xuzhou'?"),
        ("xuhzou", " Did you mean 'xuzhou'?"),  # a slip: no name contains it
        ("z", ""),
        ("?", ""),
    ],
)
def test_zones_with_the_word_in_their_name_come_first(
    word: str, hint: str, parks: Registries
) -> None:
    """Whoever types "suzhou" means a zone of Suzhou, not Xuzhou; three are offered at most."""
    with pytest.raises(UnknownNameError) as error:
        zone_ids(word, parks)
    assert str(error.value) == f"No zone '{word}'.{hint}"


@pytest.mark.parametrize(
    ("word", "zone"),
    [("SIP", "sip"), ("suzhou industrial park", "sip"), ("eastern", "eastern")],
)
def test_a_zone_in_place_of_a_metric_is_said_to_be_one(
    word: str, zone: str, parks: Registries
) -> None:
    """With the option that takes it."""
    with pytest.raises(UnknownNameError) as error:
        metric_id(word, parks)
    assert str(error.value) == f"'{word}' is a zone: zonecli show METRIC --zone {zone}"


@pytest.mark.parametrize("word", ["all", "", "?"])
def test_all_zones_are_no_zone_to_ask_for(word: str, parks: Registries) -> None:
    with pytest.raises(UnknownNameError) as error:
        metric_id(word, parks)
    assert str(error.value) == f"No metric '{word}'."


def test_a_zone_of_another_type_is_not_found(registries: Registries) -> None:
    """Asked for among the economic zones, a high-tech zone must not turn up unnoticed."""
    with pytest.raises(UnknownNameError):
        zone_ids("east-park", registries, ("economic",))


def test_an_id_is_itself_before_it_is_another_ones_alias() -> None:
    registries = Registries.from_dict(
        {
            "metrics": {
                "gdp": {"label": "GDP"},
                "trade": {"label": "Trade", "aliases": ["gdp", "Exports"]},
                "exports": {"label": "Goods sold abroad"},
            }
        }
    )
    assert metric_id("gdp", registries) == "gdp"
    assert metric_id("GDP", registries) == "gdp"
    assert metric_id("EXPORTS", registries) == "exports"


@pytest.mark.parametrize(
    ("word", "meant"), [("level", "level"), ("Share", "share"), ("GROWTH", "growth")]
)
def test_choices_in_any_case(word: str, meant: str) -> None:
    assert choice("measure", word, ("level", "share", "growth")) == meant


def test_a_wrong_choice_lists_what_there_is() -> None:
    with pytest.raises(UnknownNameError) as error:
        choice("measure", "colour", ("level", "share"))
    assert str(error.value) == "No measure 'colour'. It is one of level, share."
    with pytest.raises(UnknownNameError, match="Did you mean 'share'"):
        choice("measure", "shrae", ("level", "share"))


@pytest.mark.parametrize(
    ("name", "key"),
    [("R&D ", "rd"), ("r-d", "rd"), ("Ｒ＆Ｄ", "rd"), ("高新区", "高新区"), ("ß", "ss"), ("&", "")],
)
def test_key_of(name: str, key: str) -> None:
    assert key_of(name) == key


@pytest.mark.parametrize("word", ["gdp", "GDP", "生产总值", "国内生产总值"])
def test_the_words_of_the_design_find_gdp(word: str) -> None:
    assert metric_id(word, open_table().registries) == "gdp"


@pytest.mark.parametrize(
    ("word", "zone_type"),
    [
        ("高新区", "high-tech"),
        ("hi-tech", "high-tech"),
        ("etdz", "economic"),
        ("FTZ", "free-trade"),
    ],
)
def test_the_words_of_the_design_find_types(word: str, zone_type: str) -> None:
    assert zone_type_id(word, open_table().registries) == zone_type


def test_each_entry_answers_to_each_of_its_names() -> None:
    """No alias in the real registries leads to another entry."""
    registries = open_table().registries
    for metric in registries.metrics.values():
        for name in (metric.id, metric.label, metric.label_zh, *metric.aliases):
            assert not name or metric_id(name, registries) == metric.id, name
    for kind in registries.zone_types.values():
        names = (kind.id, kind.label, kind.label_zh, kind.short, kind.short_zh, *kind.aliases)
        for name in names:
            assert not name or zone_type_id(name, registries) == kind.id, name
