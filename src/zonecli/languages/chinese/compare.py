"""`compare`, `conflicts`, cross-checks, and what is worked out."""

from __future__ import annotations

from collections.abc import Mapping

TEXTS: Mapping[str, str] = {
    # compare
    "{zones}, {first} and {last} · money in CNY unless marked": (
        "{zones}，{first}年与{last}年 · 金额未注明者为人民币元"
    ),
    "Zones": "园区",
    "Zone": "园区名称",
    "A year": "年均",
    "Change and yearly growth are computed by zonecli, within what each hedge allows.": (
        "变化与年均增速由 zonecli 在各数字的表述所允许的范围内计算。"
    ),
    "Change is computed by zonecli, within what each hedge allows.": (
        "变化由 zonecli 在各数字的表述所允许的范围内计算。"
    ),
    "s of another series than the earlier figure, or of none: compare with care": (
        "s 与较早的数字不属同一数列，或无数列可归：比较须谨慎"
    ),
    "{figures}: not of one series, compare with care.": "{figures}：前后不属同一数列，比较须谨慎。",
    "The set of zones changed: {type}, {before}, {after}.": (
        "园区范围有变：{type}，{before}，{after}。"
    ),
    "{count} in {time}": "{count}个（{time}）",
    "{count}, {status}": "{count}（{status}）",
    "{metric} {change}: {zones} zones, and {each} per zone.": (
        "{metric}{change}：园区数量{zones}，每个园区平均{each}。"
    ),
    "No figure is known in both {first} and {last}.": "没有在{first}年和{last}年都有数字的指标。",
    "{year} does not fit other figures: {where}": "{year}年与其他数字不符：{where}",
    "{years} do not fit other figures: {where}": "{years}年与其他数字不符：{where}",
    "two series: {first}, then {then}": "前后不属同一数列：先{first}，后{then}",
    "of none": "无数列",
    "two sources and no common series": "来源不同，且无共同数列",
    "periods differ: {first}, then {then}": "时期不同：先{first}，后{then}",
    "not the same month: {first}, then {then}": "月份不同：先{first}，后{then}",
    "growth {first}, then {then}": "增速口径：先{first}，后{then}",
    "{year} is derived, not printed": "{year}年为推得，来源未直接给出",
    "{year} is a forecast, not an outcome": "{year}年为预计数，非实际数",
    # compare --types
    "Zone types side by side, {year} · money in CNY unless marked": (
        "各类园区并列，{year}年 · 金额未注明者为人民币元"
    ),
    "Zone types are never added together: they overlap. Suzhou Industrial Park, for one, "
    "is counted among the economic zones and ranked among the high-tech ones.": (
        "各类园区从不相加：它们互有重叠。例如苏州工业园区统计在经开区内，又在高新区中排名。"
    ),
    "Beware": "注意",
    "units differ": "单位不同",
    "not the same month: {times}": "月份不同：{times}",
    "growth on different bases": "增速口径不同",
    "not all printed": "并非都由来源直接给出",
    "; ": "；",
    # conflicts and cross-checks
    "One says": "一说",
    "Another says": "另一说",
    "Apart": "相差",
    "Why": "原因",
    "Apart: the distance left when both are read as widely as digits and hedges allow.": (
        "相差：按数字位数与表述所允许的最宽范围理解后，两者仍有的差距。"
    ),
    "c worked out from the levels that are quoted": "c 由所引总量计算",
    "No conflict is known here.": "此处未见矛盾。",
    "{figure} ({place})": "{figure}（{place}）",
    "{kind}. {why}": "{kind}。{why}",
    "reports": "同一数字的不同报道",
    "share against levels": "比重与总量",
    "growth against levels": "增速与总量",
    "dollars against yuan": "美元数与人民币数",
    "running count": "累计个数",
    "years beside it": "与前后年份",
    "parts against the whole": "分项与合计",
    "fits": "相符",
    "does not fit": "不符",
    "cannot tell": "无法判断",
    "the printed growth is real, the levels are at current prices": (
        "来源所给为实际增速，总量则按现价"
    ),
    "the printed growth may be of the amounts in yuan": "来源所给增速可能按人民币计",
    "the source does not say whether its growth is real or nominal, nor of which zones": (
        "来源未说明是实际增速还是名义增速，也未说明包括哪些园区"
    ),
    "with an earlier figure of the national total": "与较早的全国数相符",
    "not below a": "不低于 a",
    "least / {times} to greatest × {times}": "最小值 / {times} 至最大值 × {times}",
    # computed
    "a × (GDP of base / GDP of year) × real growth between them": (
        "a ×（基年国内生产总值 / 当年国内生产总值）× 其间实际增长"
    ),
    "growth over the year before, from the levels of one series": (
        "比上年增长，由同一数列的总量计算"
    ),
    "Change, computed": "变化（计算）",
    "share of the national total, from the levels": "占全国比重，由总量计算",
    "Of China's total, computed": "占全国（计算）",
    "Per zone": "每个园区平均",
    "Per: {metric}": "每单位{metric}",
    "the figure divided by {metric} of the same zones and year": "该数除以同年同园区的{metric}",
    "the figure where that of {year} is 100": "以{year}年为100",
    "in US dollars at the average rate of the year": "按当年平均汇率折合美元",
    "in yuan of {year}, by the implied deflator of national GDP": (
        "按{year}年价格，用国内生产总值隐含平减指数折算，元"
    ),
    "Prices of {year}": "{year}年价格",
    # codes of the table
    "year": "全年",
    "ytd": "年初累计",
    "month": "当月",
    "point": "时点",
    "reported": "来源给出",
    "derived": "推得",
    "forecast": "预计",
    "nominal": "名义",
    "real": "实际",
    "unstated": "未说明",
}
