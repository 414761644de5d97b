"""`show`: headings, marks, notes."""

from __future__ import annotations

from collections.abc import Mapping

TEXTS: Mapping[str, str] = {
    "Of China's total": "占全国",
    "Printed": "原文",
    "* preferred among the reports of its figure": "* 同一数字的多个报道中优先采用者",
    "c computed by zonecli from the levels; everything else as its source prints it": (
        "c 由 zonecli 据总量计算；其余均为来源原数"
    ),
    "! another source or figure excludes it, beyond all rounding: zonecli conflicts": (
        "! 与另一来源或数字不符，超出舍入误差：zonecli conflicts"
    ),
    "s of another series than the line above, or of none: compare with care": (
        "s 与上一行不属同一数列，或无数列可归：比较须谨慎"
    ),
    "r growth at constant prices": "r 按不变价计算的增速",
    "d derived: not printed itself, but implied by what the source prints": (
        "d 推得：来源未直接给出，由其所给数字推出"
    ),
    "f forecast, not an outcome": "f 预计数，非实际数",
    "the figure as a sentence, its source in brackets": "以一句话表述的数字，括号内为来源",
    "{n} kinds of zones": "{n}类园区",
    "{metric}: no level is known here, only {said_measure} (--measure {measure}).": (
        "{metric}：此处无总量，仅有{said_measure}（--measure {measure}）。"
    ),
    "Not a full year: {metric} {years} (--period {period}).": (
        "非全年：{metric} {years}（--period {period}）。"
    ),
    "{metric}: only the {said_measure} is known for {years} (--measure {measure}).": (
        "{metric}：以下年份仅有{said_measure}：{years}（--measure {measure}）。"
    ),
    "Sources disagree on {metric}, {type} {years}: "
    "zonecli conflicts {metric_id} --type {type_id}.": (
        "各来源不一致：{metric}，{type}，{years}：zonecli conflicts {metric_id} --type {type_id}。"
    ),
}
