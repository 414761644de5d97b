"""Chinese: answers read as Chinese throughout, and their amounts are those of the sources."""

from __future__ import annotations

import re

import installed_command
import pytest
from installed_command import Run, run_on_terminal, without_styles
from rich.cells import cell_len

from zonecli.table.opening import open_table
from zonecli.table.table import Filter

DRAFT = (
    "2021年，国家高新区生产总值达15.3万亿元，占全国的13.4%。2021年，国家高新区生产总值达15.3亿元。"
)

# Answers that have nothing of a source in them but what the record's own texts say.
ANSWERS = [
    ("show", "gdp", "--type", "high-tech"),
    ("show", "gdp", "exports", "--type", "high-tech", "--per-zone", "--usd", "--real", "2020"),
    ("show", "gdp", "--type", "economic", "--reports"),
    ("show", "gdp", "--type", "high-tech", "--as", "sentence"),
    ("compare", "2012", "2021"),
    ("compare", "--types", "high-tech,economic", "--year", "2021"),
    ("explain", "gdp", "--type", "high-tech", "--year", "2017", "--real", "2015"),
    ("explain", "gdp", "--type", "high-tech", "--year", "2021", "--measure", "share"),
    ("explain", "exports", "--type", "high-tech", "--year", "2012"),
    ("conflicts",),
    ("rank", "gdp", "--year", "2021"),
    ("rank", "mofcom_rank", "--year", "2023", "--limit", "10"),
    ("rank", "gdp", "--year", "1985"),
    ("list",),
    ("list", "types"),
    ("list", "zones"),
    ("list", "sources"),
    ("list", "years"),
    ("list", "coverage"),
    ("describe", "gdp"),
    ("describe", "zone_count"),
    ("describe", "mofcom_rank"),
    ("describe", "exchange_rate"),
    ("search", "工业"),
    ("verify", "gdp", "15.3", "--type", "high-tech", "--year", "2021"),
    ("verify", "gdp", "153bn", "--type", "high-tech", "--year", "2021"),
    ("verify", "gdp", "15.3", "--type", "economic", "--year", "1990"),
    ("verify", "gdp", "13.4%", "--type", "high-tech", "--year", "2020"),
    ("verify", "gdp", "1.2pp", "--type", "high-tech", "--year", "2021"),
    ("verify", "foreign_invested_enterprises", "6", "--type", "economic", "--year", "2024"),
    ("check", "-"),
]
# A standard, a source of exchange rates, an English word spoken of, what stands for a name.
WORDS = {"SDMX", "FRED", "billion", "ZONE", "stdin"}


@pytest.fixture(scope="module")
def record_texts() -> list[str]:
    """All that the record has in its own words or those of a source, the longest first: ids,
    printed numbers, notes, names, titles. Nobody translates them."""
    table = open_table()
    registries = table.registries
    found = set(registries.by_hand.values())
    for report in table.select(Filter(only_preferred=False)):
        found |= {report.id, report.printed, report.note or "", report.derivation or ""}
    for source in registries.sources.values():
        found |= {source.id, source.title, source.publisher, source.url}
        found |= {source.note, source.copies}
    found |= {*registries.metrics, *registries.zone_types, *registries.zones, *registries.series}
    return sorted(filter(None, found), key=len, reverse=True)


@pytest.mark.parametrize("args", ANSWERS, ids=" ".join)
def test_no_english_is_left(args: tuple[str, ...], record_texts: list[str]) -> None:
    """Not one English word but those of the record and of sources."""
    ran = installed_command.run("--lang", "zh", *args, input=DRAFT)
    left = ran.out + ran.err
    assert re.search("[一-鿿]", left), ran
    if args[0] == "describe":  # names the metric in both languages, and as people type it
        left = re.sub(r"\A.* · .*$|^又称：.*$", "", left, flags=re.MULTILINE)
    for text in record_texts:
        left = left.replace(text, "")
    left = re.sub(r"https?://\S+|zonecli \w+|zonecli|--\w[\w-]*(?: \w+)?|\bx+\b", "", left)
    assert {*re.findall("[A-Za-z]{4,}", left)} - WORDS == set()


def chinese(run: Run, *args: str, input: str | None = None) -> installed_command.Ran:
    return run("--lang", "zh", *args, input=input)


def test_where_a_number_comes_from(run: Run) -> None:
    """Half a unit of the last printed digit of 15.3 trillion is 0.05 trillion."""
    ran = chinese(run, "explain", "gdp", "--type", "high-tech", "--year", "2021")
    assert ran.out.startswith("生产总值：国家高新技术产业开发区，2021年\n")
    headings = ["数值", "原文写法", "容许范围", "来源", "编号"]
    assert headings in ran.lines
    report = "gdp-high-tech-2021-flanders-china-2022"
    figure = ["*", "15.3万亿元", "15.3 trillion", "15.25至15.35万亿", "1", report]
    assert ran.line("*") == figure
    assert "* 该数字仅此一个报道\n" in ran.out
    assert ran.line("1") == ["1", "其他媒体", "全文", "China Daily, 2022-09"]


def test_a_share_is_said_as_one(run: Run) -> None:
    ran = chinese(run, "explain", "gdp", "-t", "高新区", "-y", "2021", "--measure", "share")
    assert ran.out.startswith("生产总值占全国比重：国家高新技术产业开发区，2021年\n")
    assert ran.line("*")[1:4] == ["13.4%", "13.4%", "13.35%至13.45%"]


def test_which_report_is_preferred_and_why() -> None:
    """The line of the rule that decides is told in Chinese; it is the same line."""
    args = ("explain", "gdp", "--type", "high-tech", "--year", "2017")
    english = installed_command.run(*args)
    ran = installed_command.run("--lang", "zh", *args)
    assert "by this line of the rule: narrower interval\n" in english.out
    assert "* 依规则中的这一条优先于次选报道：容许范围较窄的为先\n" in ran.out


def test_what_a_metric_is(run: Run) -> None:
    ran = chinese(run, "describe", "gdp")
    assert ran.out.startswith("生产总值 · GDP\n")
    assert "单位：元（流量，时期数）。领域：产出。\n" in ran.out
    headings = ["园区", "计量方式", "年份", "缺数年份", "数字个数", "报道个数"]
    assert headings in ran.lines
    assert ["国家高新技术产业开发区", "占全国比重", "2021", "1", "1"] in ran.lines


def test_what_there_is(run: Run) -> None:
    """Names in Chinese alone; the id stays what it is in every language."""
    ran = chinese(run, "list")
    assert ran.lines[0][:5] == ["编号", "名称", "单位", "数字个数", "年份"]
    assert ran.line("gdp")[:3] == ["gdp", "生产总值", "元"]
    assert ran.line("high_tech_enterprises")[2] == "个"
    zones = chinese(run, "list", "zones")
    types = "国家级经济技术开发区、国家高新技术产业开发区"  # no short names in this table
    assert zones.line("suzhou-industrial-park")[1:3] == ["苏州工业园区", types]


def test_zones_in_order(run: Run) -> None:
    ran = chinese(run, "rank", "mofcom_rank", "--year", "2023")
    assert ran.line("1")[:3] == ["1", "苏州工业园区", "1"]
    assert [cells[:2] for cells in ran.lines if cells[0] == "名次"] == [["名次", "园区名称"]]


@pytest.mark.parametrize(
    ("value", "verdict", "status"),
    [
        ("15.3万亿元", "相符", 0),
        ("15.3tn", "相符", 0),
        ("15.2万亿", "接近", 0),  # cut off, or rounded the other way
        ("16万亿", "不符", 1),
    ],
)
def test_verdicts(run: Run, value: str, verdict: str, status: int) -> None:
    """The exit code is that of the English answer; both languages are read."""
    args = ("verify", "gdp", value, "--type", "high-tech", "--year", "2021")
    ran = chinese(run, *args)
    assert ran.line("结论") == ["结论", verdict]
    assert ran.line("所称") == ["所称", value]
    assert ran.line("表中数字") == ["表中数字", "15.3万亿元（2021年） [1]"]
    assert ran.status == run(*args).status == status


def test_a_mistake_and_a_better_wording(run: Run) -> None:
    """Fewer than 20,000 in 2012, says the source."""
    args = ("--type", "high-tech", "--year", "2012")
    ran = chinese(run, "verify", "high_tech_enterprises", "超过2万家", *args)
    assert ran.line("可能错误")[1] == "超过与不足颠倒：来源为不足2万（2012年）"
    assert ran.line("建议写法")[1].startswith("2012年国家高新技术产业开发区高新技术企业")
    assert ran.status == 1


def test_numbers_in_a_text(run: Run) -> None:
    """The second sentence of the draft has 亿 for 万亿: one ten-thousandth."""
    ran = chinese(run, "check", "-", input=DRAFT)
    right, share, wrong = ran.lines[1:4]
    figure = "生产总值、国家高新技术产业开发区、2021年"
    assert right[1:5] == ["相符", "15.3万亿元", figure, "15.3万亿元（2021年）"]
    assert share[1:3] == ["相符", "13.4%"]
    assert wrong[1:3] == ["不符", "15.3亿元"]
    assert "缩小到10,000分之一，多写或少写了一个“万”：来源为15.3万亿元（2021年）" in wrong[5]
    assert ran.err == "有关园区的数字3个：不符1个、相符2个。\n"
    assert ran.status == 1


def test_nothing_known_names_the_nearest(run: Run) -> None:
    ran = chinese(run, "show", "gdp", "--type", "economic", "--year", "1985")
    assert ran.out == ""
    expected = "没有国家级经济技术开发区生产总值的数字（1985年）。最接近的有："
    assert ran.err.startswith(expected)
    assert ran.err.endswith("。\n")


def test_where_no_zone_is_ranked_the_years_with_ranks_are_told(run: Run) -> None:
    """The articles have the rank of one park, for 2017 and 2023."""
    ran = chinese(run, "rank", "mofcom_rank", "--year", "2020")
    assert ran.out == ""
    assert ran.err.endswith("（2020年）。有位次的年份：2017、2023。\n")


@pytest.mark.parametrize(
    "args",
    [
        ("explain", "gdp", "--type", "high-tech", "--year", "2021"),
        ("verify", "gdp", "15.3万亿元", "--type", "high-tech", "--year", "2021"),
        ("check", "-"),
        ("list", "metrics"),
        ("describe", "gdp"),
        ("rank", "mofcom_rank", "--year", "2023"),
    ],
    ids=lambda args: args[0],
)
def test_codes_and_values_are_the_same_in_every_language(run: Run, args: tuple[str, ...]) -> None:
    """What a program goes by does not change: names of columns, ids, codes, numbers."""
    said = {"what", "reason", "name", "table_says", "mistake_text", "remark", "suggestion"}
    rows = run(*args, "--format", "json", input=DRAFT).json["rows"]
    answer = chinese(run, *args, "--format", "json", input=DRAFT).json
    codes = [{name: row[name] for name in row.keys() - said} for row in rows]
    assert [{name: row[name] for name in row.keys() - said} for row in answer["rows"]] == codes
    assert all(re.search("[一-鿿]", column["description"]) for column in answer["columns"])


def test_documents_are_chinese_too(run: Run) -> None:
    as_markdown = chinese(run, "describe", "gdp", "--format", "md").out
    assert "| 园区 | 计量方式 | 年份 | 缺数年份 | 数字个数 | 报道个数 |" in as_markdown
    as_html = chinese(run, "rank", "mofcom_rank", "--year", "2023", "--format", "html").out
    assert ">名次</th>" in as_html


@pytest.mark.parametrize("columns", [80, 120])
@pytest.mark.parametrize(
    "args",
    [
        ("explain", "gdp", "--type", "high-tech", "--year", "2021"),
        ("describe", "gdp"),
        ("search", "工业园区"),
    ],
    ids=lambda args: args[0],
)
def test_lines_of_a_terminal(columns: int, args: tuple[str, ...]) -> None:
    """No line begins with a closing mark, and no number is broken."""
    on_terminal = run_on_terminal(columns, "--lang", "zh", *args)
    lines = without_styles(on_terminal).splitlines()
    assert [line for line in lines if line.strip().startswith(tuple("，。、；：）”"))] == []
    whole = installed_command.run("--lang", "zh", *args).out
    numbers = re.findall(r"\d+\.\d+万亿元?", whole)
    assert {n for n in numbers if not any(n in line for line in lines)} == set()


def test_columns_line_up(run: Run) -> None:
    """A Chinese character takes two cells."""
    ran = chinese(run, "list", "types")
    heading, *lines = ran.out.splitlines()
    years = [re.search(r"  \d{4}(-\d{4})?(?=  )", line) for line in lines]
    starts = {cell_len(line[: m.start()]) for line, m in zip(lines, years, strict=True) if m}
    assert starts == {cell_len(heading.partition("  年份")[0])}
