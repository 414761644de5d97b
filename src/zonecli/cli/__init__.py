"""The command line: Typer only, one file a command; each parses, calls an answer, writes it."""

from zonecli.cli.app import main

__all__ = ["main"]
