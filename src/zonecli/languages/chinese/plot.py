"""`plot`: marks, titles and the line of sources in charts."""

from __future__ import annotations

from collections.abc import Mapping

TEXTS: Mapping[str, str] = {
    # marks
    "at least so much: a bound, the source gives no more": "至少如此：来源只给出下限",
    "at most so much: a bound, the source gives no more": "至多如此：来源只给出上限",
    "derived: not printed itself, but implied by what the source prints": (
        "推得：来源未直接给出，由其所给数字推出"
    ),
    "forecast, not an outcome": "预计数，非实际数",
    "part of a year, not a full one": "年内部分月份，非全年",
    "disputed: another source or figure excludes it (zonecli conflicts)": (
        "有争议：与另一来源或数字不符（zonecli conflicts）"
    ),
    "from different sources, of no common series": "来源不同，且无共同数列",
    "another series or definition from here on: compare with care": (
        "由此起为另一数列或口径：比较须谨慎"
    ),
    "what the printed digits and the hedge allow": "数字位数与表述所允许的范围",
    "several lines at one place": "几条线在同一位置",
    "Computed by zonecli.": "由 zonecli 计算。",
    "Some counts are of another month than December.": "部分数量并非12月的数字。",
    "The axis does not begin at zero.": "纵轴不从零开始。",
    # titles
    "{n} figures": "{n}项指标",
    "{n} zones and groups": "{n}个园区或地区",
    "{place} · {prices}": "{place} · {prices}",
    "current prices": "现价",
    "at constant prices": "按不变价",
    "all": "全部",
    "{metric}: {computed}": "{metric}：{computed}",
    # the line of sources
    "Source: {publishers}{years}. {record}": "来源：{publishers}{years}。{record}",
    "{publishers} and {n} more": "{publishers}等，另有{n}个",
    " ({first}–{last})": "（{first}–{last}）",
    " ({year})": "（{year}）",
    # notes and refusals
    "No Chinese font is installed here, so the picture is in English. "
    "Noto Sans CJK is one: fonts-noto-cjk on Debian and Ubuntu.": (
        "此处没有中文字体，图中文字用英文。可安装 Noto Sans CJK："
        "Debian 与 Ubuntu 的 fonts-noto-cjk。"
    ),
    "{figure}, {place}: {warnings}.": "{figure}，{place}：{warnings}。",
    "Nothing is drawn, and {file} is not written.": "没有可画的数字，未写入 {file}。",
    "A chart draws one report of each figure: --reports goes with show.": (
        "图中每个数字只画一个报道：--reports 用于 show。"
    ),
    "--compare takes its two years and the filters of zones and measures alone.": (
        "--compare 只与两个年份及园区、口径的筛选同用。"
    ),
    "{option} takes a whole number from 1 to {most}.": "{option} 须为1至{most}的整数。",
    "No chart goes with the name {name}: end it in {endings}, or give --format.": (
        "{name} 没有对应的图形格式：请以 {endings} 结尾，或给出 --format。"
    ),
    "A picture is {width} to {most} pixels wide, and a panel {height} to {most} high.": (
        "图片宽度须为{width}至{most}像素，每幅高度须为{height}至{most}像素。"
    ),
    "A chart as a file needs matplotlib: pip install 'zonecli[plot]'.": (
        "写成文件的图需要 matplotlib：pip install 'zonecli[plot]'。"
    ),
    "A line chart in text needs plotille: pip install plotille.": (
        "文字折线图需要 plotille：pip install plotille。"
    ),
}
