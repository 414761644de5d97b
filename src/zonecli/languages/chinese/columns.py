"""Headings of the columns that machines write, where a spreadsheet is made for people."""

from __future__ import annotations

from collections.abc import Mapping

HEADINGS: Mapping[str, str] = {
    "id": "编号",
    "metric": "指标",
    "measure": "计量方式",
    "zone_type": "园区类型",
    "type": "园区类型",
    "types": "园区类型",
    "zone": "园区",
    "zones": "园区",
    "year": "年份",
    "period": "时期",
    "month": "月份",
    "value": "数值",
    "low": "下限",
    "high": "上限",
    "unit": "单位",
    "qualifier": "表述",
    "printed": "原文",
    "basis": "增速口径",
    "series": "数列",
    "status": "性质",
    "derivation": "推算",
    "preferred": "优先",
    "source": "来源",
    "note": "备注",
    "source_title": "来源标题",
    "source_url": "来源网址",
    "source_seen": "来源所见",
    "source_copies": "来源转载自",
    "sentence": "句子",
    # computed
    "growth": "增速（计算）",
    "share": "占全国比重（计算）",
    "per_zone": "每个园区平均",
    "index": "指数",
    "usd": "折合美元",
    "real": "不变价",
    # compare
    "change": "变化",
    "percent": "变化百分比",
    "cagr": "年均增速",
    "warning": "提示",
    # explain, conflicts, rank, describe, list, search
    "step": "步骤",
    "what": "内容",
    "formula": "算式",
    "operands": "所用报道",
    "kind": "类别",
    "other_value": "另一数值",
    "other_id": "另一编号",
    "apart": "相差",
    "explanation": "说明",
    "place": "名次",
    "place_last": "并列末位",
    "name": "名称",
    "name_zh": "中文名称",
    "label": "英文名称",
    "label_zh": "中文名称",
    "topic": "领域",
    "definition": "定义",
    "province": "省份",
    "designated": "批准时间",
    "publisher": "发布者",
    "published": "发布日期",
    "language": "语言",
    "seen": "所见",
    "title": "标题",
    "url": "网址",
    "copies": "转载",
    "figures": "数字个数",
    "reports": "报道个数",
    "first_year": "首年",
    "last_year": "末年",
    "coverage": "覆盖",
    "missing": "缺年",
    "gaps": "缺年",
    "text": "文字",
    "number": "序号",
    "citation": "引文",
    # verify, check
    "file": "文件",
    "line": "行",
    "column": "列",
    "end_line": "末行",
    "end_column": "末列",
    "verdict": "结论",
    "reason": "理由",
    "claimed": "所称",
    "relation": "关系",
    "base_year": "基年",
    "mistake": "错误类别",
    "mistake_text": "错误",
    "suggestion": "建议",
    "remark": "说明",
    "table_says": "表中数字",
    "table_value": "表中数值",
    "table_low": "表中下限",
    "table_high": "表中上限",
    "table_unit": "表中单位",
    # config
    "setting": "设置",
    "origin": "出处",
}

# What stands before or behind the name of another column.
BEFORE: Mapping[str, str] = {"from_": "期初", "to_": "期末"}
BEHIND: Mapping[str, str] = {
    "_low": "下限",
    "_high": "上限",
    "_unit": "单位",
    "_operands": "所用报道",
    "_printed": "原数",
    "_fits": "是否相符",
}


def heading(name: str) -> str:
    """What a column is headed; its own name where it is none of ours, as in a user's table."""
    if name in HEADINGS:
        return HEADINGS[name]
    for part, word in BEFORE.items():
        if name.startswith(part):
            return word + heading(name.removeprefix(part))
    for part, word in BEHIND.items():
        if name.endswith(part) and name != part:
            return heading(name.removesuffix(part)) + word
    return name
