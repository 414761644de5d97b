"""Words that say what the registries' labels and aliases do not: synonyms and usual phrases."""

from __future__ import annotations

# Spellings and synonyms that are made one before phrases are compared, on both sides.
SYNONYMS = {
    **dict.fromkeys(("company", "firm", "business", "corporation"), "enterprise"),
    **dict.fromkeys(("centre", "center", "institute", "institution"), "center"),
    **dict.fromkeys(("spending", "outlay", "budget", "expense"), "expenditure"),
    **dict.fromkeys(("econ", "economical"), "economic"),
    **dict.fromkeys(("staff", "personnel", "worker", "employment", "workforce"), "employee"),
    **dict.fromkeys(("funded", "owned"), "invested"),
    **dict.fromkeys(("laboratory", "lab"), "laboratory"),
    "labour": "labor",
    "hi": "high",
    "technology": "tech",
    "technological": "tech",
    "technical": "tech",
    "tech": "tech",
    "oversea": "overseas",
    "programme": "program",
    "ftz": "free trade zone",
    "etdz": "economic zone",
    "netdz": "economic zone",
    "htz": "high tech zone",
    "hidz": "high tech zone",
    "nidz": "innovation demonstration zone",
    "cbz": "bonded zone",
    "becz": "border zone",
    "hitech": "high tech",
    "hightech": "high tech",
    "makerspace": "maker space",
    "valued": "value",
    "r&d": "r&d",
}

# Sequences of canonical words that are one thing.
SEQUENCES = (
    (("research", "and", "development"), ("r&d",)),
    (("added", "value"), ("value", "added")),
    (("gross", "domestic", "product"), ("gdp",)),
    (("gross", "regional", "product"), ("gdp",)),
    (("regional", "gdp"), ("gdp",)),
    (("foreign", "direct", "investment"), ("fdi",)),
)

# Words that stand in the long names of zones and may be left out.
ZONE_FILLERS = frozenset(
    [
        "industrial",
        "industry",
        "development",
        "and",
        "national",
        "level",
        "state",
        "chinas",
        "pilot",
        "comprehensive",
        "the",
    ]
)
ZONE_NOUNS = frozenset(("zone", "port", "park", "area"))

# Names that say too little by themselves in running text.
VAGUE = frozenset(
    [
        "zones",
        "size",
        "area",
        "approvals",
        "west",
        "east",
        "economic zone",
        "surplus",
        "staff",
        "workers",
        "jobs",
        "trade surplus",
        "total value added",
        "productivity",
        "foreign companies",
        "patents filed",
        "中国",
        "国家",
        "全国",
        "示范区",
        "新区",
        "外资",
        "进口",
        "total",
        "whole",
        "contribution rate",
        "研发",
        "面积",
        "年均增长",
        "贡献率",
        "industrial investment funds",
        "规模以上企业",
        "total income",
        "merged zones",
        "zones assessed",
        "new zones",
    ]
)

# Usual English phrases, by metric, beyond the registry's: verbs, and words in another order.
ENGLISH = {
    "gdp": ("economic output", "gdp", "regional economic output", "combined gdp", "grp"),
    "exports": ("exported", "export value", "export volume", "total exports", "sold abroad"),
    "imports": ("imported",),
    "trade": (
        "trade",
        "foreign trade",
        "imports and exports",
        "exports and imports",
        "import and export",
        "trade volume",
        "total trade",
        "import and export volume",
        "trade with the world",
        "foreign-trade",
    ),
    "fdi": ("foreign capital", "foreign investment", "utilized foreign capital", "fdi inflows"),
    "rd_expenditure": (
        "invested in r&d",
        "spent on r&d",
        "investment in r&d",
        "r&d investment",
        "spending on r&d",
        "r&d funding",
        "expenditure on r&d",
        "r&d outlays",
    ),
    "employees": (
        "employed",
        "employ",
        "on their payrolls",
        "people working",
        "people were working",
    ),
    "industrial_value_added": (
        "industrial value-added",
        "value-added industrial output",
        "industrial added value",
        "value added of industry",
    ),
    "gross_industrial_output": (
        "industrial output",
        "gross industrial output value",
        "gross output of industry",
    ),
    "operating_revenue": ("revenues", "business income", "operating income", "took in"),
    "tax_revenue": (
        "taxes",
        "paid in tax",
        "paid in taxes",
        "tax payments",
        "tax receipts",
        "tax take",
    ),
    "net_profit": ("net profits",),
    "little_giants": ("little giant", "little giant enterprise", "little giant firms"),
    "high_tech_enterprises": (
        "high-tech companies",
        "high-tech firms",
        "high and new technology enterprises",
        "new and high-tech enterprises",
    ),
    "foreign_invested_enterprises": (
        "foreign-invested firms",
        "foreign-funded firms",
        "foreign-owned enterprises",
    ),
    "incubators_and_maker_spaces": (
        "national incubators and maker spaces",
        "state-level incubators and maker spaces",
    ),
    "foreign_researchers": ("foreign researchers",),
    "returnees": (
        "experts who returned",
        "returned home after studying abroad",
        "overseas returnees",
    ),
    "overseas_research_institutions": (
        "overseas research institutions",
        "research institutions abroad",
        "overseas r&d institutions",
    ),
    "pct_patents": (
        "patent cooperation treaty",
        "international patents filed",
        "pct international patents",
    ),
    "state_key_laboratories": ("state key laboratories",),
    "zones_with_internationalization_policies": (
        "policies to support internationalization",
        "implemented policies to support internationalization",
    ),
}

# Usual Chinese words, by metric. Labels lose their 数量 and 额 by themselves.
CHINESE = {
    "gdp": ("GDP", "园区生产总值", "经济总量"),
    "rd_expenditure": ("研发经费投入", "研发投入", "研发经费", "研究与试验发展经费"),
    "enterprise_rd_expenditure": (
        "企业研发经费投入",
        "企业研发经费",
        "企业研发投入",
        "企业研发费用",
    ),
    "trade": ("进出口总值", "外贸进出口", "对外贸易", "进出口"),
    "exports": ("出口总值", "出口"),
    "imports": ("进口总值", "进口额"),
    "fdi": ("实际利用外资", "利用外资", "使用外资", "吸收外资", "外商直接投资"),
    "operating_revenue": ("营收", "营业总收入"),
    "tax_revenue": ("税收", "上缴税收", "上缴税费"),
    "employees": ("从业人员", "就业人员", "从业人数"),
    "high_tech_enterprises": ("高新技术企业", "高企"),
    "enterprises": ("入统企业", "企业数量", "企业总数", "企业数"),
    "overseas_research_institutions": ("境外研发机构", "海外研发机构"),
    "zones_approved": ("新批准",),
}

# Metrics whose names hold a number or a condition: the whole phrase is the name.
CONDITIONS = (
    (
        "zones_revenue_over_100bn",
        r"(?:(?<=zones )|(?<=zone )|(?<=parks ))(?:with|whose|having|that had|report(?:ing|"
        r"ed))[^.;]{0,25}?revenues?[^.;]{0,20}?"
        r"(?:more than|over|above|exceed\w*|at least|of)[^.;\d]{0,8}(?:CNY|RMB|"
        r"¥)?\s?100 billion(?: yuan)?|"
        r"(?:营业收入|营收)[^，。；]{0,6}(?:超|突破|达|过)[^，。；]{0,4}(?:千亿|1000亿)元?(?:以上)?(?=的?(?:园区|国家高新区|高新区))",
    ),
    (
        "invention_patents_per_10000_employees",
        r"invention patents per 10,000 (?:employees|workers|staff)|"
        r"每?万名从业人员[^，。；]{0,8}发明专利数?",
    ),
    (
        "enterprises_revenue_over_100m",
        r"(?:enterprises|companies|firms) with revenues? (?:above|over|"
        r"of more than) 100 million yuan|(?:营业收入|营收)[超过]+(?:1)?亿元的?企业",
    ),
    (
        "fortune500_companies",
        r"Fortune (?:Global )?500 (?:companies|enterprises|firms)|世界500强企业",
    ),
    (
        "rd_institutions_provincial",
        r"provincial(?:-level)? (?:or higher|and above|or above)(?:-level)? (?:R&D|"
        r"research)[\w ]{0,25}(?:institutions|institutes|centers)|"
        r"省级(?:及)?以上(?:各类)?研发机构|省级研发机构",
    ),
    (
        "zones_merged_with_high_tech",
        r"(?:integrated|merged|"
        r"been combined) with (?:national )?high[- ]tech(?: industrial)?(?: development)?|"
        r"与高新区(?:整合|合并)",
    ),
    (
        "innovation_index_average_change",
        r"innovation index(?:es)?[^.;]{0,40}(?:average annual|annual average|a year on average)|"
        r"创新能力总?指数[^。；]{0,8}年均",
    ),
    ("construction_land", r"construction land|建设用地"),
)

# Provinces as Chinese texts write them: zones of one are not all zones.
PROVINCES = (
    "北京",
    "天津",
    "上海",
    "重庆",
    "河北",
    "山西",
    "辽宁",
    "吉林",
    "黑龙江",
    "江苏",
    "浙江",
    "安徽",
    "福建",
    "江西",
    "山东",
    "河南",
    "湖北",
    "湖南",
    "广东",
    "海南",
    "四川",
    "贵州",
    "云南",
    "陕西",
    "甘肃",
    "青海",
    "内蒙古",
    "广西",
    "西藏",
    "宁夏",
    "新疆",
    "长三角",
    "珠三角",
    "京津冀",
    "长江经济带",
    "粤港澳",
)
