"""What the columns for machines mean, where a format tells it beside them."""

from __future__ import annotations

from collections.abc import Mapping

TEXTS: Mapping[str, str] = {
    # of the table
    "stable name of the report, safe in a shell and in a URL": (
        "报道的固定名称，可用于命令行和网址"
    ),
    "what is counted; key into the metrics": "统计的内容；指标代码",
    "level, share (percent of the national total) or growth": (
        "level 总量、share 占全国比重（百分比）或 growth 增速"
    ),
    "key into the zone types; national is the whole of China": ("园区类型代码；national 指全国"),
    "all, a group, or one named zone; key into the zones": (
        "all 全部、某一分组或某一园区；园区代码"
    ),
    "the year that the figure is for": "数字所属年份",
    "year, ytd (January to month), month, or point (a day of the month)": (
        "year 全年、ytd 年初至当月累计、month 当月或 point 当月某日时点"
    ),
    "last month of the period; 12 for a full year and a year-end": (
        "时期的最后一月；全年与年末为12"
    ),
    "the figure in its unit, unscaled": "以该单位计的数值，未缩放",
    "least value that digits and hedge allow; null: unbounded": (
        "数字位数与表述所容许的最小值；空：无下限"
    ),
    "greatest value that digits and hedge allow; null: unbounded": (
        "数字位数与表述所容许的最大值；空：无上限"
    ),
    "unit of value, low and high": "value、low、high 的单位",
    "the hedge: exact, about, nearly, over, at-least, under, …": (
        "表述：exact 确数、about 约、nearly 近、over 超过、at-least 至少、under 不足等"
    ),
    "the number as the source prints it": "来源原文中的写法",
    "of growth: nominal, real or unstated; null otherwise": (
        "增速口径：nominal 名义、real 实际或 unstated 未说明；非增速为空"
    ),
    "key into the series; null: of none": "数列代码；空：无数列",
    "reported, derived or forecast": "reported 来源给出、derived 推得或 forecast 预计",
    "of a derived figure, in figures; null otherwise": "推得数字的算式；非推得为空",
    "chosen among the reports of one figure by the written rule": (
        "按成文规则从同一数字的各报道中选定"
    ),
    "key into the sources": "来源代码",
    "definition, doubt, what it disagrees with": "定义、疑点、与何者不一致",
    "title of the source": "来源标题",
    "address of the source": "来源网址",
    # explain
    "report, derivation, computation or check": (
        "report 报道、derivation 推算、computation 计算或 check 核对"
    ),
    "id of the report; what is worked out; what is checked": "报道编号；计算内容；核对项目",
    "value in the unit, unscaled; null: only a bound": "以该单位计的数值，未缩放；空：仅有界限",
    "least value that digits and hedges allow; null: unbounded": (
        "各数字位数与表述所容许的最小值；空：无下限"
    ),
    "greatest value that they allow; null: unbounded": "其所容许的最大值；空：无上限",
    "unit of the three": "以上三项的单位",
    "hedge of a report; null otherwise": "报道的表述；其他为空",
    "the number as the source prints it; null: worked out": "来源原文中的写法；空：计算所得",
    "how it is worked out; null for a printed one": "算式；来源所给者为空",
    "ids of the reports that go in, separated by blanks; null: none": (
        "所用报道的编号，以空格分隔；空：无"
    ),
    "of a check: fits, does not fit, cannot tell; preferred for that report": (
        "核对结论：fits 相符、does not fit 不符、cannot tell 无法判断；preferred 为优先采用的报道"
    ),
    "why: the line of the rule that decided, a doubt, the note of the report": (
        "理由：起决定作用的规则、疑点、报道备注"
    ),
    "key into the sources; null: worked out": "来源代码；空：计算所得",
    "address of the source; null: worked out": "来源网址；空：计算所得",
    "full or excerpt: how much of the source was read; null: worked out": (
        "full 见到全文，excerpt 只见摘录；空：计算所得"
    ),
    "what the source copies; null: nothing known, or worked out": (
        "来源转载自何处；空：不详，或计算所得"
    ),
    # describe, list, search, rank
    "what is counted": "统计的内容",
    "key into the zone types": "园区类型代码",
    "all, group or zone: the kind of zones that the figures are of": (
        "all 全部、group 分组或 zone 具体园区：数字所指的范围"
    ),
    "level, share or growth": "level 总量、share 占全国比重或 growth 增速",
    "year, ytd, month or point": "year 全年、ytd 年初累计、month 当月或 point 时点",
    "first year with a figure": "有数字的首年",
    "last year with a figure": "有数字的末年",
    "first year with a figure; null: none": "有数字的首年；空：无",
    "last year with a figure; null: none": "有数字的末年；空：无",
    "years between them with no figure, separated by blanks; null: none": (
        "其间没有数字的年份，以空格分隔；空：无"
    ),
    "distinct figures": "不同数字的个数",
    "distinct figures in the table": "表中不同数字的个数",
    "reports that tell them": "给出这些数字的报道个数",
    "what to type": "在命令行中的写法",
    "in English": "英文名称",
    "in Chinese": "中文名称",
    "main unit of a level": "总量的主要单位",
    "flow (of a period) or stock (at a date)": "flow 流量（时期数）或 stock 存量（时点数）",
    "field it belongs to": "所属领域",
    "which zones these are": "是哪些园区",
    "zone, group or all": "zone 具体园区、group 分组或 all 全部",
    "zone types that it is reported under": "按哪些园区类型报道",
    "where it lies; null: a group, or unknown": "所在地；空：分组或不详",
    "zone type:YYYY-MM of its approval; null: not recorded": (
        "园区类型:批准年月（YYYY-MM）；空：未记录"
    ),
    "key of the source": "来源代码",
    "who published it": "发布者",
    "YYYY, YYYY-MM or YYYY-MM-DD; empty: undated": "YYYY、YYYY-MM 或 YYYY-MM-DD；空：未注日期",
    "official-statistic, ministry, state-media, press, reference or mirror": (
        "official-statistic 官方统计、ministry 部委、state-media 官方媒体、press 其他媒体、"
        "reference 参考资料或 mirror 转载"
    ),
    "ISO 639-1": "ISO 639-1 语言代码",
    "in full or in excerpt": "full 全文或 excerpt 摘录",
    "as published": "发布时的标题",
    "the release that it copies; null: none known": "所转载的原文；空：不详",
    "the year that figures are for": "数字所属年份",
    "level; ratio (share or growth alone); part (of the year); none (no figure "
    "published that we know of); uncollected; n/a (no zone of the type yet)": (
        "level 有总量；ratio 仅有占比或增速；part 仅有部分时期；none 未见发布；"
        "uncollected 未收集；n/a 尚无此类园区"
    ),
    "metric, type, zone, series, source or report": (
        "metric 指标、type 园区类型、zone 园区、series 数列、source 来源或 report 报道"
    ),
    "what to type, or the key of it": "在命令行中的写法，或其代码",
    "label, name or title": "名称或标题",
    "the text in which the words were found; null: in its names": (
        "所查词语所在的文字；空：在名称中"
    ),
    "figures in the table; null where it is none of a kind with figures": (
        "表中数字的个数；本身不含数字者为空"
    ),
    "best place that digits and hedges leave open, 1 is first": (
        "数字位数与表述所容许的最前名次，1为第一"
    ),
    "worst place that they leave open; equal to place where it is certain": (
        "其所容许的最后名次；名次确定时与 place 相同"
    ),
    "name of the zone": "园区名称",
    # verify, check
    "supported, close, contradicted, unknown; not-placed: nothing to judge": (
        "supported 相符、close 接近、contradicted 不符、unknown 无从判断；not-placed 未能识别"
    ),
    "the number as it is written": "文中的写法",
    "what it was taken to be of; null: could not be told": "理解为何指标；空：未能识别",
    "level, share, growth, average": "level 总量、share 占全国比重、growth 增速、average 年均增速",
    "difference, ratio, change or points against base_year; null: none": (
        "与 base_year 相比的 difference 增减额、ratio 倍数、change 增减幅度或 points 百分点；空：无"
    ),
    "all, a group, or one named zone": "all 全部、某一分组或某一园区",
    "the year that the number is for": "数字所属年份",
    "year, ytd, month or point; null: the year": (
        "year 全年、ytd 年初累计、month 当月或 point 时点；空：全年"
    ),
    "last month of the period; null: of a year": "时期的最后一月；空：全年",
    "the year that it is compared with; null: none": "比较的基年；空：无",
    "the number claimed, unscaled": "所称数值，未缩放",
    "unit of value; null: none written": "value 的单位；空：未写",
    "the hedge claimed": "所称的表述",
    "what the table has, unscaled; null: nothing": "表中数值，未缩放；空：无",
    "least value that its digits and hedge allow; null: unbounded": (
        "其位数与表述所容许的最小值；空：无下限"
    ),
    "the figure for people, with hedge, unit and time": "供阅读的数字，含表述、单位和时间",
    "ids of the reports it comes from, separated by blanks": "所出报道的编号，以空格分隔",
    "key of the source of the last of them": "其中最后一个报道的来源代码",
    "its address": "其网址",
    "kind of the mistake that fits best; null: none does": "最可能的错误类别；空：无",
    "the mistakes that fit, in words": "可能错误的文字说明",
    "what to know of the verdict": "关于结论的说明",
    "a wording that the table bears out, hedged as the source": "表中数字支持的写法，表述同来源",
    "name of the file": "文件名",
    "line of the number, from 1; in a Word document its paragraph": (
        "数字所在行，从1起；Word 文档为段落"
    ),
    "column of the number, from 1": "数字所在列，从1起",
    "line of its last character": "其最后一字所在行",
    "column behind its last character": "其最后一字之后的列",
    "of a number that was not placed: what could not be told": "未能识别的数字：缺少哪些信息",
    "the sentence that it stands in": "所在句子",
    # of compare, conflicts, cite, config, and of what is computed
    "number of the source in the answer": "来源在本次回答中的序号",
    "the reference in the style asked for": "按所要求格式著录的参考文献",
    "unit of the values, of change and its ends (points for percentages)": (
        "各数值、变化及其上下限的单位（百分比的变化为百分点）"
    ),
    "the earlier year": "较早的年份",
    "the later year": "较晚的年份",
    "the figure of the earlier year, unscaled": "较早年份的数字，未经换算",
    "the figure of the later year, unscaled": "较晚年份的数字，未经换算",
    "to_value - from_value; null where a hedge leaves it open": (
        "to_value 减 from_value；因表述而无法确定时为空"
    ),
    "least change that both allow; null: unbounded": ("两数所允许的最小变化；空：无下限"),
    "greatest change that both allow; null: unbounded": ("两数所允许的最大变化；空：无上限"),
    "change in percent of a level; null where a hedge leaves it open": (
        "总量变化的百分比；因表述而无法确定时为空"
    ),
    "least that both allow; null: unbounded or no level": (
        "两数所允许的最小值；空：无下限，或并非总量"
    ),
    "greatest that both allow; null: unbounded or no level": (
        "两数所允许的最大值；空：无上限，或并非总量"
    ),
    "compound annual growth rate of a level; null as for percent": (
        "总量的年均复合增速；为空的情形同 percent"
    ),
    "key of the earlier figure's source": "较早数字的来源代码",
    "key of the later figure's source": "较晚数字的来源代码",
    "why the two may not be comparable; null: nothing known against it": (
        "两数可能不可比的原因；空：未见不可比之处"
    ),
    "lang, format and data can be set; the others tell where things are": (
        "lang、format 和 data 可以设置；其余说明所在位置"
    ),
    "what is in force; null: there is none": "现行的值；空：没有",
    "environment, file or built-in; null: it cannot be set": (
        "environment 环境变量、file 配置文件或 built-in 内置；空：不可设置"
    ),
    "reports: of one figure; else which cross-check does not fit": (
        "reports：同一数字的不同报道；否则为不相符的核对项"
    ),
    "unit of the figure": "数字的单位",
    "one report's value, unscaled": "其中一个报道的数值，未经换算",
    "id of that report": "该报道的编号",
    "the other's, or the one worked out; null: only a bound": (
        "另一报道的数值，或计算所得的数值；空：仅有界限"
    ),
    "id of the other report, or ids of the operands": ("另一报道的编号，或所用各报道的编号"),
    "distance of the two intervals: in percent of the one value; of a percentage, in points": (
        "两个区间的差距：以其中一个数值的百分比表示；若为百分比，则以百分点表示"
    ),
    "why they differ, as far as the curators know; null: not known": (
        "就整理者所知的差异原因；空：不详"
    ),
    "of the table itself": "表格自带的列",
    "least value that the operands allow; null: unbounded": ("所用各数允许的最小值；空：无下限"),
    "ids of the reports it is worked out from": "计算所用各报道的编号",
    "whether the two fit; null: not to be compared": ("两者是否相符；空：无法比较"),
    "{what}; null: only a bound, or not to be worked out": ("{what}；空：仅有界限，或无法计算"),
    "the {measure} that a source prints; null: none": "来源所给的{measure}；空：无",
    "last month of the period": "时期的最后一个月",
    "address": "网址",
}
