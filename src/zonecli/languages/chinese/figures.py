"""Figures: hedges, ranges, units, months, names; what every answer shares."""

from __future__ import annotations

from collections.abc import Mapping

TEXTS: Mapping[str, str] = {
    # hedges and ranges
    "about {amount}": "约{amount}",
    "nearly {amount}": "近{amount}",
    "over {amount}": "超过{amount}",
    "at least {amount}": "至少{amount}",
    "under {amount}": "不足{amount}",
    "at most {amount}": "至多{amount}",
    "{amount} exactly": "恰为{amount}",
    "{amount} or more": "{amount}及以上",
    "{amount} or less": "{amount}及以下",
    "{first} to {last}": "{first}至{last}",
    "anything": "不限",
    "direction unknown": "增减不明",
    " points": "个百分点",
    # units
    "CNY": "元",
    "USD": "美元",
    "persons": "人",
    "sq km": "平方公里",
    "times": "倍",
    "CNY per USD": "元/美元",
    "tce per 10000 CNY": "吨标准煤/万元",
    "{currency}, current prices": "{currency}，现价",
    # months
    "Jan": "1月",
    "Feb": "2月",
    "Mar": "3月",
    "Apr": "4月",
    "May": "5月",
    "Jun": "6月",
    "Jul": "7月",
    "Aug": "8月",
    "Sep": "9月",
    "Oct": "10月",
    "Nov": "11月",
    "Dec": "12月",
    "month {n}": "第{n}月",
    "Jan–{month}": "1–{month}",
    "{year} {months}": "{year}年{months}",
    # names
    "{metric}, share of China's total": "{metric}占全国比重",
    "{metric}, growth": "{metric}增速",
    "{type}, {group}": "{type}（{group}）",
    ", ": "、",
    " and ": "和",
    "{items} and {n} more": "{items}等另{n}项",
    # codes of the table
    "level": "总量",
    "share": "占全国比重",
    "growth": "增速",
    # headings that several answers have
    "Amount": "数值",
    "Change": "变化",
    "Figure": "指标",
    "Note": "备注",
    "Source": "来源",
    "When": "时间",
    "Year": "年份",
}
