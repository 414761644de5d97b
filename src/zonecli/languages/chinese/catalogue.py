"""`list`, `search`, `describe`, `rank`, and the nearest there is where nothing is known."""

from __future__ import annotations

from collections.abc import Mapping

TEXTS: Mapping[str, str] = {
    # headings
    "Metric": "指标",
    "Label": "名称",
    "Name": "名称",
    "Unit": "单位",
    "Type": "类型",
    "Types": "园区类型",
    "Date": "日期",
    "Kind": "类别",
    "Title": "标题",
    "Measure": "计量方式",
    "Years": "年份",
    "Without a figure": "缺数年份",
    "Figures": "数字个数",
    "Reports": "报道个数",
    # list coverage
    "# a level, of the full year or a date in it   % only a share or growth   "
    "+ only a part of the year": (
        "# 有全年数或年内时点数   % 仅有占比或增速   + 仅有年内部分时期的数字"
    ),
    ". no figure published that we know of, between years that have one   "
    "(blank) not collected   x does not apply: no zone of the type yet": (
        ". 前后年份有数，本年未见发布   （空白）未收集   x 不适用：尚无此类园区"
    ),
    # describe
    "flow, of a period": "流量，时期数",
    "stock, at a date": "存量，时点数",
    "{type}, groups": "{type}，分组",
    "{type}, named zones": "{type}，具体园区",
    "{measure} (part-years)": "{measure}（年初累计）",
    "{measure} (single months)": "{measure}（当月）",
    "Unit: {unit} ({kind}). Topic: {topic}.": "单位：{unit}（{kind}）。领域：{topic}。",
    "Also called: {names}.": "又称：{names}。",
    "A share is of the national total of: {metric}.": "占全国比重的分母为全国的{metric}。",
    "SDMX: {code}.": "SDMX：{code}。",
    "Beware: {note}": "注意：{note}",
    # rank
    "Place": "名次",
    "Rank": "位次",
    "{metric}, {year}": "{metric}，{year}年",
    "The {edition} edition, which assesses {assessed}.": "{edition}年版，评价年度为{assessed}年。",
    "{assessed} is the year assessed.": "{assessed}年为评价年度。",
    "{edition} is the year of the edition.": "{edition}年为版次年份。",
    "A span of places: digits or hedges leave the order open.": (
        "名次为一个区间者：数字的位数或表述（约、超过等）不足以定先后。"
    ),
    "Only zones with a figure are placed: 1 has one for {year}; "
    "{without} of the {all} zones that the record names have none.": (
        "只排有数字的园区：{year}年有1个；记录所列{all}个园区中，{without}个没有。"
    ),
    "Only zones with a figure are placed: {n} have one for {year}; "
    "{without} of the {all} zones that the record names have none.": (
        "只排有数字的园区：{year}年有{n}个；记录所列{all}个园区中，{without}个没有。"
    ),
    "The figures come from several sources and may not count alike.": (
        "数字出自多个来源，统计口径未必一致。"
    ),
    # rows left off, nothing found, the nearest there is
    "1 more row (--limit {limit}).": "另有1行未列（--limit {limit}）。",
    "{n} more rows (--limit {limit}).": "另有{n}行未列（--limit {limit}）。",
    "Nothing is found for '{words}'.": "未找到“{words}”。",
    "No figure for {metric} of {zones}{asked}": "没有{zones}{metric}的数字{asked}",
    "{none}.": "{none}。",
    "{none}. Nearest: {figures}.": "{none}。最接近的有：{figures}。",
    "{none}, nor any other figure for it.": "{none}，也没有该指标的其他数字。",
    "{none}: only single zones have a rank: --zone ZONE, or zonecli rank {metric_id} --year Y.": (
        "{none}：只有单个园区才有位次，可用 --zone ZONE，或 zonecli rank {metric_id} --year Y。"
    ),
    "{none}. Years with ranks: {years}.": "{none}。有位次的年份：{years}。",
    "{none}. Years with figures of single zones: {years}.": (
        "{none}。有单个园区数字的年份：{years}。"
    ),
    "{none}, nor any other figure of a single zone.": "{none}，也没有单个园区的其他数字。",
    " ({conditions})": "（{conditions}）",
    "period {period}": "--period {period}",
    "{year} to {last}": "{year}至{last}年",
    "{year} to": "{year}年起",
    "to {year}": "截至{year}年",
    "{year}": "{year}年",
    " ": "",
    "{name} {version} ({date})": "{name} {version}（{date}）",
    # codes: what search finds, units that stand alone, topics
    "metric": "指标",
    "type": "园区类型",
    "zone": "园区",
    "series": "数列",
    "source": "来源",
    "report": "报道",
    "count": "个",
    "percent": "%",
    "zones": "园区",
    "output": "产出",
    "trade": "贸易",
    "investment": "投资",
    "innovation": "创新",
    "enterprises": "企业",
    "people": "人员",
    "finance": "财税金融",
    "land": "土地",
    "environment": "资源环境",
    "ranking": "排名",
    "prices": "价格",
}
