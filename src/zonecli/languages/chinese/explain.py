"""`explain`: the story of a figure, and the lines of the rule of preference."""

from __future__ import annotations

from collections.abc import Mapping

TEXTS: Mapping[str, str] = {
    "{figure}: {place}, {when}": "{figure}：{place}，{when}",
    "{figure}, {measure}": "{figure}{measure}",
    "{zone} ({type})": "{zone}（{type}）",
    "{what}: {text}": "{what}：{text}",
    # reports
    "As printed": "原文写法",
    "Allows": "容许范围",
    "Kind of source": "来源类别",
    "Id": "编号",
    "on [{number}]: {remark}": "关于[{number}]：{remark}",
    # sources
    "How the sources were seen": "来源的查阅情况",
    "Seen": "所见",
    "Copy of": "转载自",
    "a whole table, {kind}": "整张表格（{kind}）",
    "full": "全文",
    "excerpt": "摘录",
    "* the only report of this figure": "* 该数字仅此一个报道",
    "* preferred to the next by this line of the rule: {line}": (
        "* 依规则中的这一条优先于次选报道：{line}"
    ),
    "{reason}": "人工指定（{reason}）",
    "Why they differ: {reason}": "差异原因：{reason}",
    "derived, not printed itself: {derivation}": "推得，来源未直接给出：{derivation}",
    "series: {series}": "数列：{series}",
    "growth: {basis}": "增速口径：{basis}",
    "a forecast, not an outcome": "预计数，非实际数",
    "preferred: {line}": "优先：{line}",
    # what is worked out, cross-checks
    "Worked out from it, not printed by a source": "据此计算，非来源所给",
    "What": "内容",
    "Result": "结果",
    "Formula": "算式",
    "Cross-checks": "交叉核对",
    "Check": "核对项目",
    "Worked out": "计算所得",
    "Verdict": "结论",
    "{check}, {verdict}: {why}": "{check}，{verdict}：{why}",
    # the rule of preference
    "preferred by hand": "人工指定",
    "printed by a source over derived": "来源直接给出的先于推得的",
    "outcome over forecast": "实际数先于预计数",
    "the body's main series over its others": "同一机构的主要数列先于其他数列",
    "official statistic, then a ministry's own words, then state media, "
    "then other press, then a mirror or an undated page": (
        "先官方统计，次部委自身发布，次官方媒体，次其他媒体，末为转载或未注日期的网页"
    ),
    "national totals are revised: the later vintage": "全国总量会有修订：取较晚公布的",
    "a table itself over a copy of it": "原表先于其复制件",
    "seen in full over seen in excerpt": "见到全文的先于只见摘录的",
    "narrower interval": "容许范围较窄的为先",
    "later publication": "发布较晚的为先",
    "the name of the report, for want of a better difference": "别无差别，按报道编号",
    "the only report": "仅此一个报道",
    # codes: kinds of sources
    "official-statistic": "官方统计",
    "ministry": "部委",
    "state-media": "官方媒体",
    "press": "其他媒体",
    "reference": "参考资料",
    "mirror": "转载",
    "a whole table, copied: counts as {kind}": "整表复制：视同{kind}",
}
