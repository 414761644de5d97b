"""Files: sheets, sections, the folder of an export, what a format needs."""

from __future__ import annotations

from collections.abc import Mapping

TEXTS: Mapping[str, str] = {
    # sources and the table
    "undated": "未注日期",
    "version {version}": "{version}版",
    "{name} ({about})": "{name}（{about}）",
    # sections and sheets
    "Sources": "来源",
    "Notes": "说明",
    "Answer": "查询结果",
    "Columns": "各列含义",
    "data": "数据",
    "sources": "来源",
    "notes": "说明",
    "chart": "图表",
    "Printed: {number}": "原文数字：{number}",
    # the chart of a workbook
    "{what}, {zones}": "{what}，{zones}",
    "A figure that is only a bound (over, under) is drawn at its bound; a gap: no figure.": (
        "只给出界限的数字（超过、不足）按界限绘出；断开处无数字。"
    ),
    "--chart needs figures of full years or year-ends: there are none.": (
        "--chart 需要全年或年末数字，此处没有。"
    ),
    # what formats need
    "XLSX needs xlsxwriter: pip install 'zonecli[xlsx]'.": (
        "XLSX 需要 xlsxwriter：pip install 'zonecli[xlsx]'。"
    ),
    "XLSX holds no more than {most} rows: take CSV or Parquet.": (
        "XLSX 最多容纳 {most} 行：请用 CSV 或 Parquet。"
    ),
    "SDMX needs pysdmx: pip install 'zonecli[sdmx]'.": (
        "SDMX 需要 pysdmx：pip install 'zonecli[sdmx]'。"
    ),
    r"XeLaTeX or LuaLaTeX, with \usepackage{ctex} for the Chinese and Japanese titles": (
        r"用 XeLaTeX 或 LuaLaTeX 编译；中文需要 \usepackage{ctex}（或 xeCJK）"
    ),
    r"With pdfLaTeX also \usepackage[T1]{fontenc}": r"用 pdfLaTeX 时另需 \usepackage[T1]{fontenc}",
    # README of an exported folder
    """# {name}

{about}: {reports} reports of figures from {sources} sources, exported by zonecli.

| file | what it is |
|---|---|
| `metrics.csv` | the reports, one a line, with title and address of the source; UTF-8 |
| `metrics.parquet` | the same; the registries of metrics, zones and sources in its metadata |
| `datapackage.json` | what each column means (Frictionless Data Package 2.0) |
| `sources.bib` | every source, for a bibliography; the keys are those of the column `source` |

One line is one figure as one source prints it. `value` is unscaled, in `unit`; `qualifier` is the
hedge, and `low` to `high` what digits and hedge allow, empty where nothing bounds it. Where several
reports tell one figure, `preferred` is true for exactly one. A text in the CSV that a spreadsheet
could take for a formula begins with an apostrophe.

Cite the source of a figure; `zonecli cite --dataset` prints how to cite the table itself.
""": """# {name}

{about}：{sources}个来源的{reports}条数字，由 zonecli 导出。

| 文件 | 内容 |
|---|---|
| `metrics.csv` | 全部数字，每行一条，附来源标题与网址；UTF-8 |
| `metrics.parquet` | 同上；指标、园区、来源的登记表在其元数据中 |
| `datapackage.json` | 各列含义（Frictionless Data Package 2.0） |
| `sources.bib` | 全部来源，供参考文献用；键即 `source` 列 |

每行是一个来源所载的一个数字。`value` 为未缩放的数值，单位见 `unit`；`qualifier` 是表述的限定，
`low` 至 `high` 是数字位数与限定所容许的范围，无界处为空。同一数字有多条时，恰有一条的 `preferred`
为 true。CSV 中可能被电子表格当作公式的文本，前面加有撇号。

引用数字请注明其来源；`zonecli cite --dataset` 给出整个表的引用格式。
""",
}
