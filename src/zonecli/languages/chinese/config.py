"""Settings and `config`, the greeting, byte order marks, what is told while one waits."""

from __future__ import annotations

from collections.abc import Mapping

TEXTS: Mapping[str, str] = {
    # the greeting
    "zonecli: figures on China's development zones that can be quoted.": (
        "zonecli：可供引用的中国开发区数字。"
    ),
    "Figures: {figures}. Sources: {sources}. Metrics: {metrics}. Zone types: {types}. "
    "Years: {first} to {last}.": (
        "数字 {figures} 个，来源 {sources} 个，指标 {metrics} 项，园区类型 {types} 种，"
        "{first}–{last} 年。"
    ),
    "Version {version} of the record, {date}.": "数据版本 {version}，{date}。",
    "Try:": "试试：",
    "Every command: zonecli --help": "全部命令：zonecli --help",
    # config
    "Setting": "设置",
    "Value": "值",
    "From": "来自",
    "built-in": "内置",
    "config file": "配置文件",
    "An option of a command goes before the environment, and that before the file.": (
        "命令行选项优先于环境变量，环境变量优先于配置文件。"
    ),
    "There is no config file yet: zonecli config set lang zh makes it.": (
        "尚无配置文件：zonecli config set lang zh 会创建它。"
    ),
    "Written: {path}": "已写入：{path}",
    "{path} stays as it was.": "{path} 未作改动。",
    "{variable} goes before it.": "环境变量 {variable} 优先于此设置。",
    "config takes nothing, set NAME VALUE or unset NAME.": (
        "config 之后或为空，或为 set NAME VALUE，或为 unset NAME。"
    ),
    "{name} takes one value.": "{name} 只取一个值。",
    "There is no table {path}.": "没有数据表 {path}。",
    "ZONECLI_CONFIG is empty: there is no config file.": "ZONECLI_CONFIG 为空：没有配置文件。",
    # settings that cannot be
    "{path}: there is no such home.": "{path}：没有此主目录。",
    "It takes a path in quotes, or a list of them.": "应为加引号的路径，或若干路径的列表。",
    "It takes one of {kinds}, in quotes.": "应为下列之一，加引号：{kinds}。",
    "No setting '{name}'. It is one of {known}.": "没有设置“{name}”。可选：{known}。",
    "{path} is no TOML: {reason}.": "{path} 不是 TOML：{reason}。",
    "{path} is no file to write to.": "{path} 不是可写的文件。",
    "The line of {name} cannot be changed by itself: edit the file.": (
        "无法只改 {name} 这一行：请编辑该文件。"
    ),
    "Cannot read {path}: {reason}.": "无法读取 {path}：{reason}。",
    "Cannot make {path}: {reason}.": "无法创建 {path}：{reason}。",
    # formats
    "--bom goes with CSV and TSV, not with {name}.": "--bom 只用于 CSV 和 TSV，不用于 {name}。",
    # what is asked wrongly
    "'{word}' is no year.": "“{word}”不是年份。",
    "compare has no --as: only zonecli show writes sentences.": (
        "compare 没有 --as：只有 zonecli show 可输出成句文字。"
    ),
    "Of which figures? Name a metric, a zone or a year, or say --all: zonecli cite gdp.": (
        "要引用哪些数字？请给出指标、园区或年份，或用 --all：zonecli cite gdp。"
    ),
    # what is told while one waits
    "Working … {seconds} s": "处理中 … {seconds} 秒",
    "Working … {done}, {seconds} s": "处理中 … {done}，{seconds} 秒",
    "{number} of {total}": "{number}/{total}",
}
