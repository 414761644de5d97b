"""The command line: Typer only, one file a command; each parses, calls an answer, writes it.

Whatever is imported here is paid for at each call, so a module is imported where it is used. The
commands do not postpone their annotations: Typer would have to evaluate each of them twice.
"""


def main() -> None:
    """The entry point of the installed command."""
    import gc
    import sys

    # A command ends soon and makes few cycles: to look for them takes a tenth of its time.
    gc.set_threshold(100_000)
    from zonecli.cli.app import run

    try:
        run()
    finally:
        if "duckdb" not in sys.modules:  # which lists on stderr what is left of it
            gc.freeze()  # nor at the end: the system takes all memory back
