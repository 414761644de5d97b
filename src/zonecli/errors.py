"""What can go wrong, as exceptions that carry one clear line for the user.

All are caught in one place, `zonecli.cli.main`, which prints the line on stderr and
exits with the status of the class. Nothing else in zonecli prints an error.
"""

_LONGEST = 2_000  # characters: a long path and what is wrong with it are less


class ZonecliError(Exception):
    """Base of every error that zonecli raises on purpose. Its text is one line for the user."""

    exit_status = 2

    @property
    def lines(self) -> list[str]:
        """The line to be shown; where a word in it is endless, without its middle."""
        text = str(self)
        if len(text) <= _LONGEST:
            return [text]
        return [f"{text[: _LONGEST // 2]} … {text[-_LONGEST // 2 :]}"]


class UsageError(ZonecliError):
    """What was asked for cannot be asked so: options that contradict each other, a bad number."""


class TooManyError(UsageError):
    """More reports are wanted at once than an answer reads from a large table."""


class UnknownNameError(UsageError):
    """A metric, zone type, zone, column … that does not exist; the text suggests a near one."""


class DataError(ZonecliError):
    """A table that is missing, cannot be read, or is not of the expected columns."""


class OutputError(ZonecliError):
    """The answer could not be written where it was to go."""


class CurationError(ZonecliError):
    """The curated text breaks a rule. One fault a line: file, line number, what to do."""

    def __init__(self, faults: list[str]) -> None:
        super().__init__("\n".join(faults))
        self.faults = faults

    @property
    def lines(self) -> list[str]:
        return self.faults
