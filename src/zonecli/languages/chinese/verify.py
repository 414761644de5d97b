"""`verify` and `check`: verdicts, mistakes, remarks, suggestions."""

from __future__ import annotations

from collections.abc import Mapping

TEXTS: Mapping[str, str] = {
    # headings
    "Claimed": "所称",
    "The table has": "表中数字",
    "Mistake": "可能错误",
    "Better": "建议写法",
    "Where": "位置",
    "Written": "文中写法",
    "Read as": "理解为",
    # verdicts
    "supported": "相符",
    "close": "接近",
    "contradicted": "不符",
    "unknown": "无从判断",
    "not placed": "未能识别",
    # the count of what was found
    "No number about zones was found.": "未发现有关园区的数字。",
    "1 number about zones: {parts}.": "有关园区的数字1个：{parts}。",
    "{n} numbers about zones: {parts}.": "有关园区的数字{n}个：{parts}。",
    "{n} {verdict}": "{verdict}{n}个",
    # what could not be told, what a number compares
    "could not tell {what}": "未能识别{what}",
    "the metric": "指标",
    "the zones": "园区",
    "the year": "年份",
    "the measure": "计量方式",
    "the period": "时期",
    "average": "年均增速",
    "of-another": "占其他总体比重",
    "difference": "增减额",
    "ratio": "倍数",
    "change": "增减幅度",
    "percentage points": "增减百分点",
    "{relation} from {year}": "较{year}年的{relation}",
    # what the table has
    "{amount} ({when})": "{amount}（{when}）",
    "{amount} {measure} ({when})": "{amount}（{measure}，{when}）",
    "{amount} ({when}, a forecast)": "{amount}（{when}，预计数）",
    "{amount} (worked out: {formula})": "{amount}（计算所得：{formula}）",
    "{formula}, a = {before}, b = {after}": "{formula}，其中 a = {before}，b = {after}",
    "b − a, in points": "b − a，单位为百分点",
    # remarks
    "it is the figure of: {metric}": "这是另一指标的数字：{metric}",
    "the words can mean: {metric}": "此说法也可指：{metric}",
    "the table has no figure to judge by": "表中没有可供判断的数字",
    "another source has {figure}": "另有来源为{figure}",
    "the table has only a bound": "表中只有上限或下限",
    "what is worked out is too rough": "计算所得过于粗略",
    "not sure: {doubt}": "不能确定：{doubt}",
    "so it was at another time of the year, or between two that are known": (
        "年内另一时点如此，或介于两个已知时点之间"
    ),
    "the zones were named paragraphs before": "园区在前面的段落中提到",
    "the year was named paragraphs before": "年份在前面的段落中提到",
    "the year was named before": "年份在前文提到",
    "the metric was named before": "指标在前文提到",
    "no year is named": "未写明年份",
    "no word says of which whole the share is": "未写明是占哪一总体的比重",
    "no word says of which evaluation the rank is": "未写明是哪一项评价的排名",
    "it says only that it is so now": "只说目前如此",
    # mistakes
    "; or ": "；或",
    "{mistake}: the source has {figure}": "{mistake}：来源为{figure}",
    "the hedge is turned round: the source has {figure}": "超过与不足颠倒：来源为{figure}",
    "the hedge is dropped: the source has {figure}": "略去了约数表述：来源为{figure}",
    "{n} times too large": "扩大到{n}倍",
    "{n} times too small": "缩小到{n}分之一",
    "{times}; 亿 (100 million) read as billion": "{times}，似把“亿”当作 billion（十亿）",
    "{times}; 万亿 (trillion) read as billion": "{times}，似把“万亿”当作 billion（十亿）",
    "{times}; 万 (10,000) read as thousand": "{times}，似把“万”当作 thousand（千）",
    "{times}; a 万 too many or too few": "{times}，多写或少写了一个“万”",
    "{times}; a misprint by a power of ten": "{times}，似为小数点或位数之误",
    "{claimed} growth is claimed, the source's is {printed}": (
        "所称为{claimed}增速，来源为{printed}增速"
    ),
    "part of the year taken for it: {figure}": "把年内部分时期当作全年：{figure}",
    "the full year taken for the time claimed: {figure}": "把全年当作所称时期：{figure}",
    "another point of the year taken for the time claimed: {figure}": (
        "把年内另一时点当作所称时点：{figure}"
    ),
    "the figure of another year: {figure}": "是另一年的数字：{figure}",
    "{claimed} for {printed}: {figure}": "把{printed}写成{claimed}：{figure}",
    "percent for percentage points: {figure}": "把百分点写成百分比：{figure}",
    "percentage points for percent: {figure}": "把百分比写成百分点：{figure}",
    "the {claimed} claimed is the {printed}: {figure}": "所称{claimed}实为{printed}：{figure}",
    "the total of all China: {figure}": "是全国总量：{figure}",
    "the figure of another zone type, {type}: {figure}": "是另一类园区的数字，{type}：{figure}",
    "the figure of {zone}: {figure}": "是{zone}的数字：{figure}",
    "the figure of another metric, {metric}: {figure}": "是另一指标的数字，{metric}：{figure}",
    "a forecast, not the outcome: {figure}": "是预计数，非实际数：{figure}",
    "an older or another source's figure: {figure}": "是较早的或另一来源的数字：{figure}",
    # SARIF
    "The table's sources say otherwise.": "与表中来源不符。",
    "Off by rounding, by a dropped hedge, or by the time of the year.": (
        "因舍入、略去约数表述或年内时点不同而有出入。"
    ),
    "The table has no figure to judge by.": "表中没有可供判断的数字。",
    "A number about zones of which it could not be told what it counts.": (
        "有关园区的数字，但未能识别所指。"
    ),
    "the table has {figure}": "表中为{figure}",
    "better: {wording}": "建议写法：{wording}",
    # suggestions
    "{metric} of {zones}": "{zones}{metric}",
    "{metric} of {zones}, share of the national total": "{zones}{metric}占全国比重",
    "{metric} of {zones}, growth": "{zones}{metric}增速",
    "{metric} of {zones}, average yearly growth": "{zones}{metric}年均增速",
    "{what}: {amount} ({when})": "{when}{what}：{amount}",
    "{what}: {amount} ({when}, a forecast)": "{when}{what}：{amount}（预计数）",
    "{year} against {base_year}": "{year}年与{base_year}年相比，",
}
