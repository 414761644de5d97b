"""Words on the command line that nobody means: a right answer, or one clear line, soon."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from installed_command import Ran, assert_refused, run
from test_cli_hostile_tables import STRANGE

EVIL = "\x1b]8;;http://evil\x1b\\\x1b[2J[bold]x[/bold]\u202e\u2066y\n\r\u2028z\x07\x9b1m"
LONG = 100_000  # characters; a system takes no word of more than some 130,000 bytes
CLAIM = ("--type", "high-tech", "--year", "2021")


def shown(word: str) -> str:
    """What a test of this word is called."""
    return word[:12].encode("ascii", "backslashreplace").decode()


def assert_in_order(ran: Ran) -> None:
    """Done, found or refused: no traceback, no order to the terminal, nothing endless."""
    assert ran.status in (0, 1, 2), ran
    assert "Traceback" not in ran.err
    assert STRANGE.findall((ran.out + ran.err).replace("\n", "")) == []
    if ran.status == 2:
        assert_refused(ran)
        assert len(ran.err) < 3_000


# ----------------------------------------------------------------------------------------- verify

NO_NUMBERS = [
    *("", " ", "nan", "inf", "-inf", "1e400", "1e-400", "0x10", "1/0", "5²", "--", "'\"", "½½"),
    *("trillion", "5 trillion trillion trillion", "3 or 4", "1,2,3", "1..2", EVIL, f"5 {EVIL} 6"),
    *("9" * LONG, "0." + "0" * LONG + "1", "1" + "0" * 400, "9" * 400 + "%", f"{'9' * 300} tn"),
    *("a" * LONG, "over " * 20_000 + "5", "[" * LONG, "1," * 50_000, "亿" * 30_000),
]  # fmt: skip


@pytest.mark.parametrize("value", NO_NUMBERS, ids=shown)
def test_what_is_no_number_is_no_claim(value: str) -> None:
    assert_refused(run("verify", "gdp", *CLAIM, "--", value), "No number can be read in")


@pytest.mark.parametrize(
    ("value", "word"),
    [
        ("perhaps 15.3 trillion", "perhaps"),
        ("15.3 trillion [bold]", "bold"),
        ("15.3 trillion \x1b[31m", ""),
        ("15.3 trillion \u202e", ""),
        (f"15.3 trillion {'x' * 300}", "xxx"),
    ],
    ids=shown,
)
def test_a_word_that_may_hedge_is_named(value: str, word: str) -> None:
    """Taken as exact it would be a claim that nobody made."""
    assert_refused(run("verify", "gdp", *CLAIM, "--", value), word)


@pytest.mark.parametrize(
    ("value", "status", "verdict"),
    [
        ("15.3 trillion", 0, "supported"),
        ("１５.３ trillion", 0, "supported"),  # full width
        ("15.3　trillion", 0, "supported"),  # a blank of Chinese
        ("١٥.٣ trillion", 0, "supported"),  # the digits of Arabic
        ("-15.3 trillion", 1, "contradicted"),
        ("0", 1, "contradicted"),
        ("-0", 1, "contradicted"),
        ("9999999999999999", 1, "contradicted"),
        ("0.000000000000001", 1, "contradicted"),
        ("9999 trillion", 1, "contradicted"),
    ],
)
def test_odd_numbers_are_judged(value: str, status: int, verdict: str) -> None:
    """The table has 15.3 trillion yuan."""
    ran = run("verify", "gdp", *CLAIM, "--csv", "--", value)
    assert (ran.status, ran.rows[0]["verdict"]) == (status, verdict), ran


@pytest.mark.parametrize("option", ["--year", "--month"])
@pytest.mark.parametrize(
    "word", ["", "nan", "1e400", "2021.0", "0x7e5", "二〇二一", EVIL, "9" * 5_000, "-" * 5_000]
)
def test_a_year_or_month_that_is_none(option: str, word: str) -> None:
    """What is meant is named; never another year."""
    ask = ("verify", "gdp", "5", "--type", "high-tech", "--period", "ytd")
    others = {"--year": "2021", "--month": "9"} | {option: word}
    ran = run(*ask, *(f"{name}={value}" for name, value in others.items()))
    assert (ran.status, ran.out) == (2, "")
    assert option.strip("-") in ran.err
    assert "Traceback" not in ran.err


@pytest.mark.parametrize("year", ["-1", "0", "99999", "1" + "0" * 400, "２０２２0"])
def test_a_year_beyond_all_is_unknown(year: str) -> None:
    """No figure, no crash; --strict alone makes a fault of it."""
    ask = ("verify", "gdp", "15.3tn", "--type", "high-tech", f"--year={year}", "--csv")
    for strict, status in (((), 0), (("--strict",), 1)):
        ran = run(*ask, *strict)
        assert (ran.status, ran.rows[0]["verdict"]) == (status, "unknown"), ran


# ------------------------------------------------------------------------------- names of all kinds

NAMES = [
    *("", EVIL, "a\nb", "x" * LONG, "'; DROP TABLE", "../../etc", "=1+1", "[bold]gdp[/bold]"),
    *("%s{x}", "国" * 30_000),
]
ASKED = {
    "verify": ("verify", "{}", "5", "--year=2021"),
    "verify type": ("verify", "gdp", "5", "--year=2021", "--type={}"),
    "verify zone": ("verify", "gdp", "5", "--year=2021", "--zone={}"),
    "verify period": ("verify", "gdp", "5", "--year=2021", "--period={}"),
    "cite": ("cite", "{}"),
    "cite style": ("cite", "gdp", "--style={}"),
    "describe": ("describe", "{}"),
    "explain": ("explain", "{}"),
    "rank": ("rank", "{}", "--year=2023"),
    "conflicts": ("conflicts", "{}"),
    "compare": ("compare", "2012", "2021", "{}"),
    "plot": ("plot", "{}"),
    "list": ("list", "{}"),
    "columns": ("show", "gdp", "--columns={}"),
    "format": ("show", "gdp", "--format={}"),
    "lang": ("show", "gdp", "--lang={}"),
}


@pytest.mark.parametrize("name", NAMES, ids=shown)
def test_a_name_of_nothing_is_refused_in_one_line(name: str) -> None:
    """By every command that takes one: quoted without its orders, cut where it is endless."""
    for asked in ASKED.values():
        given = [word for word in asked if "{}" not in word]
        options = [word.format(name) for word in asked if word.startswith("--") and "{}" in word]
        names = [name] if "{}" in asked else []
        if asked[0] == "verify" and names:
            given.remove("5")
            names.append("5")
        ran = run(*given, *options, "--", *names)
        assert_in_order(ran)
        assert ran.status == 2, (asked, ran)


@pytest.mark.parametrize("words", [*NAMES, "A" * 9_000 + " gdp"], ids=shown)
def test_any_words_can_be_searched_for(words: str) -> None:
    ran = run("search", "--", words)
    assert ran.status in (0, 2), ran
    assert "Traceback" not in ran.err
    assert STRANGE.findall((ran.out + ran.err).replace("\n", "")) == []
    assert len(ran.err.splitlines()) <= 1


@pytest.mark.parametrize("setting", ["lang", "format", "data"])
def test_odd_settings_leave_the_file(tmp_path: Path, setting: str) -> None:
    """Whatever is to be set, the file stays one that can be read."""
    config = tmp_path / "a" / "b" / "c" / "c.toml"
    config.parent.mkdir(parents=True)
    for word in NAMES:
        config.write_text('lang = "en" # mine\n')
        env = {"ZONECLI_CONFIG": str(config)}
        ran = run("config", "set", setting, "--", word, env=env, cwd=config.parent)
        assert_in_order(ran)
        if "://" in word and setting == "data":  # an address, which nobody has opened yet
            continue
        assert ran.status == 2, (word, ran)
        assert config.read_text() == 'lang = "en" # mine\n'
        assert run("config", "--csv", env=env, cwd=config.parent).status == 0


@pytest.mark.parametrize(
    "args",
    [
        ("compare", "9" * 5_000, "2021"),
        ("compare", "1" + "0" * 400, "2021"),
        ("show", "gdp", "--type=high-tech", "--real=1" + "0" * 400),
        ("show", "gdp", "--type=high-tech", "--index=1" + "0" * 400),
        ("show", "gdp", "--limit=1" + "0" * 400),
        ("rank", "gdp", "--year=1" + "0" * 400),
        ("explain", "gdp", "--type=high-tech", "--year=2021", "--real=1" + "0" * 400),
        ("plot", "gdp", "--type=high-tech", "--width=1" + "0" * 400),
        ("plot", "gdp", "--type=high-tech", "--height=99999999"),
    ],
    ids=lambda args: " ".join(args)[:40],
)
def test_numbers_without_end(args: tuple[str, ...]) -> None:
    assert_in_order(run(*args))


def test_a_long_word_is_cut_in_its_middle_in_the_refusal() -> None:
    """What is wrong, and what there is, stay."""
    ran = run("show", "gdp", f"--format={'x' * 9_000}")
    assert_refused(ran, "No format 'xxx", " … ", "It is one of table, csv")
    assert len(ran.err) < 2_100
    assert re.search(r"x … x", ran.err)
