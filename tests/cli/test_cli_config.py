"""Settings: the language, format and table that a user has settled on, and `zonecli config`."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
from installed_command import SCRIPT, Ran, Run, assert_refused, environment

from zonecli.cli.app import COMMANDS
from zonecli.output import STDOUT_FORMATS

ENGLISH, CHINESE = "Try:", "试试："


@pytest.fixture
def config(tmp_path: Path) -> Path:
    """A config file that a test may write."""
    return tmp_path / "config.toml"


def written(config: Path, text: str) -> dict[str, str]:
    """The environment with this config file."""
    config.write_text(text, encoding="utf-8")
    return {"ZONECLI_CONFIG": str(config)}


def in_force(run: Run, env: Mapping[str, str]) -> dict[str, tuple[str, str]]:
    """Setting → value and origin."""
    rows = run("config", "--csv", env=env).rows
    return {row["setting"]: (row["value"], row["origin"]) for row in rows}


# ------------------------------------------------------------------------------- which one counts


def test_the_language_of_flag_environment_file(run: Run, config: Path) -> None:
    """Each goes before the next."""
    assert ENGLISH in run().out
    file = written(config, 'lang = "zh"\n')
    assert CHINESE in run(env=file).out
    assert ENGLISH in run(env={**file, "ZONECLI_LANG": "en"}).out
    assert CHINESE in run("--lang", "zh", env={**file, "ZONECLI_LANG": "en"}).out
    assert CHINESE in run(env={"ZONECLI_LANG": "zh"}).out
    assert CHINESE in run(env={**file, "ZONECLI_LANG": ""}).out


def test_a_language_before_or_behind_the_command(run: Run) -> None:
    """Behind it counts where both are given."""
    assert "设置" in run("config", "--lang", "zh").out
    assert "设置" in run("--lang", "zh", "config").out
    assert "Setting" in run("--lang", "zh", "config", "--lang", "en").out


def test_the_format_of_flag_environment_file(run: Run, config: Path) -> None:
    as_table, as_csv = run("list"), run("list", "--csv")
    as_json = run("list", "--format", "json")
    file = written(config, 'format = "csv"\n')
    assert run("list", env=file).stdout == as_csv.stdout
    both = {**file, "ZONECLI_FORMAT": "json"}
    assert run("list", env=both).stdout == as_json.stdout
    assert run("list", "-f", "table", env=both).stdout == as_table.stdout
    assert run("list", "--csv", env=both).stdout == as_csv.stdout


@pytest.mark.parametrize("format_name", STDOUT_FORMATS)
def test_every_format_that_may_be_settled_works(run: Run, format_name: str) -> None:
    ran = run("list", env={"ZONECLI_FORMAT": format_name})
    assert (ran.status, ran.stdout) == (0, run("list", "-f", format_name).stdout)


def test_a_settled_format_leaves_what_names_its_own(run: Run, tmp_path: Path) -> None:
    """A file's ending, references, SARIF, exports."""
    settled = {"ZONECLI_FORMAT": "csv"}
    for args in (
        ("cite", "gdp", "--style", "bibtex"),
        ("check", "-", "--format", "sarif"),
        ("show", "gdp", "--format", "md"),
    ):
        assert run(*args, env=settled).stdout == run(*args).stdout
    for name in ("x.json", "x.bib", "x.md"):
        files = []
        for env in (settled, {}):
            assert run("show", "gdp", "-o", str(tmp_path / name), env=env).status == 0
            files.append((tmp_path / name).read_bytes())
        assert files[0] == files[1]
    assert run("export", str(tmp_path / "x.json"), env=settled).status == 0
    assert (tmp_path / "x.json").read_text(encoding="utf-8").startswith("{")


def test_the_table_of_flag_environment_file(
    config: Path, articles_table: Path, tmp_path: Path
) -> None:
    """A relative path is seen from the file's folder; ZONECLI_DATA goes before it."""
    (tmp_path / "mine.parquet").write_bytes(articles_table.read_bytes())
    file = written(config, 'data = "mine.parquet"\n')
    table = command("--version", env=file)
    assert table.out.endswith("five articles 1 (2026-01-31)\n")
    assert "five articles" not in command("--version").out
    config.write_text('data = ["mine.parquet", "none.parquet"]\n', encoding="utf-8")
    assert_refused(command("list", env=file), str(tmp_path / "none.parquet"))
    assert command("list", env={**file, "ZONECLI_DATA": str(articles_table)}).status == 0
    assert command("list", "--data", str(articles_table), env=file).status == 0


def test_a_home_in_a_path(config: Path, articles_table: Path) -> None:
    file = written(config, f'data = "~/{articles_table.name}"\n')
    home = {"HOME": str(articles_table.parent), "USERPROFILE": str(articles_table.parent)}
    assert "five articles" in command("--version", env={**file, **home}).out


@pytest.mark.skipif(os.name == "nt", reason="every name has a home there")
def test_a_home_that_is_not(config: Path) -> None:
    nobody = "~nobody-of-that-name/x.parquet"
    assert_refused(command("list", env={"ZONECLI_DATA": nobody}), nobody)
    assert_refused(command("list", "--data", nobody), nobody)
    assert_refused(command("list", env=written(config, f'data = "{nobody}"')), nobody)


def command(*args: str, env: Mapping[str, str] | None = None, without: tuple[str, ...] = ()) -> Ran:
    """The command on the table that the environment picks, without some variables."""
    kept = {name: text for name, text in environment(env).items() if name not in without}
    done = subprocess.run([str(SCRIPT), *args], capture_output=True, env=kept, check=False)
    return Ran(done.returncode, done.stdout, done.stderr)


@pytest.mark.skipif(
    os.name == "nt" or sys.platform == "darwin", reason="XDG is the custom of other systems"
)
def test_the_place_of_the_file(tmp_path: Path) -> None:
    """XDG_CONFIG_HOME, else ~/.config."""
    found = {"XDG_CONFIG_HOME": str(tmp_path)}, {"HOME": str(tmp_path / "home")}
    for env, folder in zip(found, (tmp_path, tmp_path / "home" / ".config"), strict=True):
        without = (
            ("ZONECLI_CONFIG",) if "HOME" not in env else ("ZONECLI_CONFIG", "XDG_CONFIG_HOME")
        )
        place = folder / "zonecli" / "config.toml"
        assert command("config", "--path", env=env, without=without).out == f"{place}\n"
        place.parent.mkdir(parents=True)
        place.write_text('lang = "zh"\n', encoding="utf-8")
        assert CHINESE in command(env=env, without=without).out


@pytest.mark.parametrize("name", ["", os.devnull])
def test_no_config_file_for_scripts(run: Run, name: str) -> None:
    ran = run("config", "--csv", env={"ZONECLI_CONFIG": name})
    assert (ran.status, ran.err) == (0, "")
    assert {row["origin"] for row in ran.rows if row["setting"] in ("lang", "format")} == {
        "built-in"
    }


# ------------------------------------------------------------------------------ what is not right

FAULTS = {
    'lnag = "zh"\n': ("No setting 'lnag'", "lang, format, data"),
    'lang = "zhh"\n': ("lang", "No language 'zhh'. Did you mean 'zh'?"),
    "lang = 3\n": ("lang", "en, zh"),
    'format = "xlsx"\n': ("format", "No format 'xlsx'", "csv"),
    'format = ["csv"]\n': ("format", "csv"),
    "data = true\n": ("data", "path"),
    "data = []\n": ("data", "path"),
    'data = ["x.parquet", 1]\n': ("data", "path"),
    "lang = zh\n": ("TOML", "line 1"),
    '[lang]\nname = "zh"\n': ("lang", "en, zh"),
    'lang = "zh"\nlang = "en"\n': ("TOML", "line 2"),
}


@pytest.mark.parametrize("text", FAULTS)
def test_a_fault_in_the_file_is_one_line(run: Run, config: Path, text: str) -> None:
    """It names the file and the key; help and the file's place can still be had."""
    env = written(config, text)
    for args in (("list",), (), ("config",)):
        assert_refused(run(*args, env=env), str(config), *FAULTS[text])
    for args in (("--help",), ("list", "--help"), ("config", "--help"), ("config", "--path")):
        assert run(*args, env=env).status == 0


def test_a_file_that_is_no_text(run: Run, config: Path, tmp_path: Path) -> None:
    config.write_bytes(b'lang = "\xff\xfe"\n')
    assert_refused(run("list", env={"ZONECLI_CONFIG": str(config)}), str(config), "TOML")
    assert_refused(run("list", env={"ZONECLI_CONFIG": str(tmp_path)}), str(tmp_path))


def test_a_file_of_windows_own_editor(run: Run, config: Path) -> None:
    """It begins with a byte order mark and has other line ends."""
    config.write_bytes('\ufefflang = "zh"\r\n'.encode())
    assert CHINESE in run(env={"ZONECLI_CONFIG": str(config)}).out


@pytest.mark.parametrize("variable", ["ZONECLI_LANG", "ZONECLI_FORMAT"])
def test_a_fault_in_the_environment_is_one_line(run: Run, variable: str) -> None:
    assert_refused(run("list", env={variable: "nonsense"}), variable, "'nonsense'")


# ---------------------------------------------------------------------------------- zonecli config


def test_config_tells_what_is_in_force_and_from_where(
    run: Run, config: Path, articles_table: Path
) -> None:
    env = {**written(config, 'lang = "en"\nformat = "md"\n'), "ZONECLI_FORMAT": "tsv"}
    found = in_force(run, env)
    assert found["lang"] == ("en", "file")
    assert found["format"] == ("tsv", "environment")
    assert found["data"] == (str(articles_table), "environment")
    assert found["config"] == (str(config), "environment")
    assert found["version"] == ("five articles 1 (2026-01-31)", "")
    cache = os.environ["LOCALAPPDATA" if os.name == "nt" else "XDG_CACHE_HOME"]
    assert sys.platform == "darwin" or found["cache"][0].startswith(cache)
    assert in_force(run, {})["lang"] == ("en", "built-in")


def test_config_in_every_format(run: Run) -> None:
    assert run("config").line("lang") == ["lang", "en", "built-in"]
    rows = run("config", "--format", "json").json["rows"]
    assert rows[0] == {"setting": "lang", "value": "en", "origin": "built-in"}


def test_config_of_a_table_that_does_not_open(run: Run) -> None:
    """One looks there for what is wrong."""
    ran = run("config", "--csv", env={"ZONECLI_DATA": "none.parquet"})
    assert ran.status == 0
    assert "There is no table none.parquet." in ran.err
    assert ran.rows[-1] == {"setting": "version", "value": "", "origin": ""}


def test_set_and_unset(run: Run, config: Path) -> None:
    """The folder is made, other lines and comments stay."""
    config = config.parent / "new" / "config.toml"
    env = {"ZONECLI_CONFIG": str(config)}
    assert run("config", "set", "lang", "ZH", env=env).out == f"Written: {config}\n"
    assert config.read_text(encoding="utf-8") == 'lang = "zh"\n'
    config.write_text('# mine\n  lang="zh" # for now\n\n# more\n', encoding="utf-8")
    assert command("config", "set", "format", "csv", "--lang", "en", env=env).status == 0
    assert command("config", "set", "lang", "en", env=env).status == 0
    assert config.read_text(encoding="utf-8") == ('# mine\nlang = "en"\n\n# more\nformat = "csv"\n')
    assert command("config", "unset", "lang", env=env).status == 0
    assert config.read_text(encoding="utf-8") == '# mine\n\n# more\nformat = "csv"\n'
    again = command("config", "unset", "lang", env=env)
    assert (again.status, again.err) == (0, f"{config} stays as it was.\n")


def test_set_data_is_seen_from_where_one_stands(
    config: Path, articles_table: Path, tmp_path: Path
) -> None:
    """So that it is the same table from every folder afterwards."""
    env = environment({"ZONECLI_CONFIG": str(config)})
    place = articles_table.name
    args = [str(SCRIPT), "config", "set", "data", place, "https://example.org/x.parquet"]
    subprocess.run(args, cwd=articles_table.parent, env=env, check=True, capture_output=True)
    assert config.read_text(encoding="utf-8") == (
        f'data = ["{articles_table}", "https://example.org/x.parquet"]\n'.replace("\\", "\\\\")
    )
    refused = command("config", "set", "data", str(tmp_path / "none"), env=env)
    assert_refused(refused, "There is no table", "none")


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (("set", "lang", "fr"), ("lang", "'fr'")),
        (("set", "lang", "en", "zh"), ("lang",)),
        (("set", "format", "parquet"), ("format", "'parquet'")),
        (("set", "colour", "red"), ("No setting 'colour'",)),
        (("unset", "colour"), ("No setting 'colour'",)),
        (("set", "lang"), ("set NAME VALUE",)),
        (("lang", "zh"), ("set NAME VALUE",)),
        (("unset", "lang", "format"), ("unset NAME",)),
    ],
    ids=" ".join,
)
def test_what_cannot_be_set_leaves_the_file(
    run: Run, config: Path, args: tuple[str, ...], words: tuple[str, ...]
) -> None:
    env = written(config, 'lang = "en"  # mine\n')
    assert_refused(run("config", *args, env=env), *words)
    assert config.read_text(encoding="utf-8") == 'lang = "en"  # mine\n'


@pytest.mark.parametrize("text", ['data = [\n  "x",\n]\n', '"data" = "x"\n', "data = '''\nx'''\n"])
def test_a_setting_of_several_lines_is_left_to_its_writer(
    run: Run, config: Path, articles_table: Path, text: str
) -> None:
    env = written(config, text)
    for args in (("set", "data", str(articles_table)), ("unset", "data")):
        assert_refused(run("config", *args, env=env), str(config), "data", "edit the file")
    assert config.read_text(encoding="utf-8") == text


@pytest.mark.parametrize("name", ["", os.devnull])
def test_nothing_is_set_where_there_is_no_file(run: Run, name: str) -> None:
    ran = run("config", "set", "lang", "zh", env={"ZONECLI_CONFIG": name})
    assert_refused(ran, "file")


def test_set_tells_of_a_variable_that_goes_before_it(run: Run, config: Path) -> None:
    env = {"ZONECLI_CONFIG": str(config), "ZONECLI_LANG": "en"}
    ran = run("config", "set", "lang", "zh", env=env)
    assert (ran.status, ran.err) == (0, "ZONECLI_LANG goes before it.\n")


def test_help_warns_scripts(run: Run) -> None:
    text = " ".join(run("config", "--help").out.split())
    for words in ("Scripts", "ZONECLI_LANG", "ZONECLI_FORMAT", "ZONECLI_CONFIG", "/dev/null"):
        assert words in text


# -------------------------------------------------------------------------------------- completion


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        *((f"zonecli {name} --lang ", ["en", "zh"]) for name in COMMANDS),
        ("zonecli --lang z", ["zh"]),
        ("zonecli config ", ["set", "unset"]),
        ("zonecli config set ", ["lang", "format", "data"]),
        ("zonecli config unset f", ["format"]),
        ("zonecli config set lang ", ["en", "zh"]),
        ("zonecli config set format md", ["md"]),
    ],
)
def test_completion(run: Run, line: str, offered: list[str]) -> None:
    position = len(line.split()) - (not line.endswith(" "))
    asked = {"COMP_WORDS": line, "COMP_CWORD": str(position), "_ZONECLI_COMPLETE": "complete_bash"}
    ran = run(env=asked)
    assert (ran.status, ran.err, ran.out.split()) == (0, "", offered)


@pytest.mark.parametrize(
    ("line", "word"),
    [("zonecli show gd", "生产总值"), ("zonecli show gdp --type high", "高新技术产业开发区")],
)
def test_completion_says_what_words_mean_in_the_language_spoken(
    run: Run, line: str, word: str
) -> None:
    asked = {"_ZONECLI_COMPLETE": "complete_zsh", "_TYPER_COMPLETE_ARGS": line}
    assert word in run(env={**asked, "ZONECLI_LANG": "zh"}).out
    assert word not in run(env=asked).out


def test_completion_with_a_damaged_file_is_silent(run: Run, config: Path) -> None:
    asked = {
        "COMP_WORDS": "zonecli show g",
        "COMP_CWORD": "2",
        "_ZONECLI_COMPLETE": "complete_bash",
    }
    ran = run(env={**asked, **written(config, "lang = zh")})
    assert (ran.status, ran.out.strip(), ran.err) == (0, "", "")
