"""Words that may stand beside a printed number and say nothing of how exact it is.

The list need not be complete: a word that is missing makes the build ask, never guess. Left out on
purpose: words of a fall, which turn the sign of a number, and whatever hedges, doubts or denies.
"""

from __future__ import annotations

import re

_UNITS = (
    "percent per cent pct prozent pourcent pour por ciento процент процента процентов проц "
    "point points percentage pp times fold раз yuan yuans юань юаня юаней rmb cny renminbi "
    "us u s usd dollar dollars долларов eur euro euros unit units in of "
    "square sq km km² sqm m m² kilometers kilometres meters metres hectare hectares ha "
    "ton tons tonnes tce hundred thousand million millions billion billions trillion trillions"
)
_COUNTED = (
    "people person persons employees workers staff jobs company companies enterprise enterprises "
    "firm firms business businesses entity entities project projects patent patents applications "
    "zone zones area areas park parks site sites base bases platforms incubators centers centres "
    "institutes institutions laboratories labs universities countries provinces cities items "
    "cases place places entries r d"
)
_SENTENCE = (
    "a an the by to at from for and or with on all no national chinese china's state-level "
    "de des du la le les d von der die das в is are was were be been has had have "
    "reach reaches reached reaching hit hits hitting total totals totaled totalled totaling "
    "totalling amount amounts amounted amounting stand stands stood came worth account accounts "
    "accounted grow grows grew grown growing growth rise rises rose risen rising up increase "
    "increases increased increasing gain gains gained climb climbed jump jumped expand expanded "
    "add added minus first time record average annual annually yearly year years months "
    "year-on-year year-over-year yoy rank ranks ranked position"
)
_HAN_UNITS = (
    "元 圆 円 人民币 人民幣 美元 美金 ドル 米ドル 달러 위안 "
    "百分之 百分点 個百分點 个百分点 成 倍 点 點 "
    "平方公里 平方千米 公顷 公頃 亩 吨 噸 吨标准煤 トン トン標準炭 单位 單位 "
    "十 百 千 万 萬 亿 億 兆 百万 천 만 억 조"
)
_HAN_COUNTED = (
    "家 个 個 人 名 所 件 项 項 户 戶 位 条 條 座 只 笔 筆 社 "
    "か所 カ所 ヵ所 ヶ所 箇所 개 개사 명 "
    "企业 企業 高新技术企业 公司 机构 機構 园区 園區 高新区 经开区 自贸区 保税区 国家 国家级 全国 "
    "从业人员 职工 项目 专利"
)
_HAN_SENTENCE = (
    "负 負 达 達 达到 達到 高达 多达 为 為 是 有 共 共有 共计 合计 总计 总额 总量 总数 "
    "占 占比 比重 "
    "增 增加 增长 增長 同比 同比增长 年均 年均增长 平均 提高 提升 上升 首次 "
    "第 的 了 至 到 及 和 年 月 の に は"
)

KNOWN_WORDS = frozenset(f"{_UNITS} {_COUNTED} {_SENTENCE}".split())
# In running Chinese, Japanese or Korean no blank tells where a word ends: the longest goes first.
KNOWN_HAN = re.compile(
    "|".join(sorted(f"{_HAN_UNITS} {_HAN_COUNTED} {_HAN_SENTENCE}".split(), key=len, reverse=True))
)
