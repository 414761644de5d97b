"""A table that pyarrow reads batch by batch: any file system, bounded memory, no other engine.

The columns of the filter are read first; the others only where a batch has a row to give, and
row groups whose statistics exclude the filter not at all.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, NamedTuple

from zonecli.errors import DataError
from zonecli.table.checking import MOST_TEXT, check_columns, check_names, check_size, text_columns
from zonecli.table.columns import COLUMN_NAMES, COLUMNS
from zonecli.table.locations import DataSet, Part
from zonecli.table.made import Cells, Written, read_written
from zonecli.table.report import Report
from zonecli.table.table import Filter, enclosing

_METADATA_KEY = b"zonecli"
_BATCH = 65_536
_BATCH_BYTES = 64_000_000  # unpacked, about: fewer rows at once where they are long


class Condition(NamedTuple):
    """What one column must be: one of `among`, or from `first` to `last` (null: no end)."""

    column: str
    among: tuple[Any, ...] = ()
    first: int | None = None
    last: int | None = None

    def admits(self, cell: Any) -> bool:
        """Null is none of what is wanted, as in SQL."""
        return (
            cell is not None
            and (not self.among or cell in self.among)
            and (self.first is None or cell >= self.first)
            and (self.last is None or cell <= self.last)
        )

    def may_be_in(self, least: Any, most: Any) -> bool:
        """Whether a row group whose cells lie between the two can have one that is admitted."""
        return (
            (not self.among or any(least <= wanted <= most for wanted in self.among))
            and (self.first is None or most >= self.first)
            and (self.last is None or least <= self.last)
        )


def conditions_of(wanted: Filter) -> list[Condition]:
    """The filter column by column."""
    lists = (
        *(("metric", wanted.metrics), ("measure", wanted.measures)),
        *(("zone_type", wanted.zone_types), ("zone", wanted.zones), ("period", wanted.periods)),
        *(("status", wanted.statuses), ("year", wanted.years), ("id", wanted.ids)),
    )
    found = [Condition(column, among) for column, among in lists if among]
    if wanted.first_year is not None or wanted.last_year is not None:
        found.append(Condition("year", (), wanted.first_year, wanted.last_year))
    if wanted.only_preferred:
        found.append(Condition("preferred", (True,)))
    return found


class StreamedLayer:
    """A data set that pyarrow reads. Raises DataError: columns, or a file that is no Parquet."""

    is_large = True

    def __init__(self, data: DataSet) -> None:
        self.name = data.name
        self._data = data
        with _opened(data, data.parts[0]) as file:
            check_names(data.name, file.schema_arrow.names)
            types = _types(file, _typed_cells(data.parts[0]))
            metadata = file.metadata.metadata or {}
        check_columns(data.name, types)
        self.extra_columns = tuple(name for name in types if name not in COLUMN_NAMES)
        self.written: Written = read_written(metadata.get(_METADATA_KEY, b"{}"), data.name)

    def row_count(self) -> int:
        """Rows of all files, by their footers."""
        count = 0
        for part in self._data.parts:
            with _opened(self._data, part) as file:
                count += file.metadata.num_rows
        return count

    def check_size(self) -> None:
        """Raises DataError where a file unpacks to more than a small table."""
        for part in self._data.parts:
            with _opened(self._data, part) as file:
                check_size(part.path, file.metadata)

    def rows(self, wanted: Sequence[Filter]) -> Iterator[Cells]:
        names = (*COLUMN_NAMES, *self.extra_columns)
        conditions = conditions_of(enclosing(wanted))
        for part in self._data.parts:
            fixed = _typed_cells(part)
            for batch in self._batches(part, names, conditions):
                for row in _cells(batch, names, fixed):
                    if len(wanted) == 1 or admits(wanted, row):
                        yield row

    def distinct(self, columns: tuple[str, ...], wanted: Filter) -> Iterable[Cells]:
        for part in self._data.parts:
            fixed = _typed_cells(part)
            for batch in self._batches(part, columns, conditions_of(wanted)):
                different = batch.group_by(batch.column_names).aggregate([])
                yield from _cells(different, columns, fixed)

    def _batches(
        self, part: Part, columns: Sequence[str], conditions: Sequence[Condition]
    ) -> Iterator[Any]:
        """The rows of one file that the conditions admit, as small Arrow tables of its columns."""
        fixed = _typed_cells(part)
        if not all(c.admits(fixed[c.column]) for c in conditions if c.column in fixed):
            return
        left = [c for c in conditions if c.column not in fixed]
        # One column at least: else there are no rows to count.
        stored = [name for name in columns if name not in fixed] or ["id"]
        with _opened(self._data, part) as file:
            check_names(part.path, file.schema_arrow.names)
            check_columns(part.path, _types(file, fixed))
            _check_readable(file, [condition.column for condition in left])
            for group in range(file.metadata.num_row_groups):
                if _may_have(file.metadata.row_group(group), left):
                    yield from _admitted(file, group, stored, left)


def admits(wanted: Iterable[Filter], row: Cells) -> bool:
    """Whether one of the filters admits a row that begins with our columns.

    One without a year, which no filter can judge, is admitted: the check of the rows refuses it.
    """
    report = Report._make(row[: len(COLUMN_NAMES)])
    return report.year is None or any(one.admits(report) for one in wanted)


@contextmanager
def _opened(data: DataSet, part: Part) -> Iterator[Any]:
    """The file, open. Raises DataError for whatever goes wrong with it."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        source = part.path if data.files is None else data.files.open_input_file(part.path)
        with pq.ParquetFile(source) as file:
            about, texts = file.metadata, text_columns(file.schema_arrow)
        with pq.ParquetFile(source, metadata=about, read_dictionary=texts) as file:
            yield file
    except (pa.ArrowException, OSError, ValueError) as error:  # text may be no UTF-8
        reason = str(error).split("\n", 1)[0] or type(error).__name__
        raise DataError(f"Cannot read {part.path} as a Parquet table: {reason}") from error


def _types(file: Any, fixed: Mapping[str, Any]) -> dict[str, str]:
    """Arrow's names of the types by column, the folders' columns last."""
    types = {f.name: _type_name(f.type) for f in file.schema_arrow if f.name not in fixed}
    ours = {column.name: column.type for column in COLUMNS}
    names = {"float64": "double"}
    return types | {n: names.get(t, t) for n in fixed for t in [ours.get(n, "string")]}


def _type_name(arrow_type: Any) -> str:
    """Of the texts in a dictionary, which is only a way to hold them."""
    import pyarrow as pa

    is_dictionary = pa.types.is_dictionary(arrow_type)
    return str(arrow_type.value_type if is_dictionary else arrow_type)


def _typed_cells(part: Part) -> dict[str, Any]:
    """The cells that the folders of a file give to all its rows, of our types."""
    types = {column.name: column.type for column in COLUMNS}
    return {name: _typed(part, name, types.get(name, "string")) for name in part.cells}


def _typed(part: Part, name: str, type_name: str) -> Any:
    cell = part.cells[name]
    try:
        if cell is None or type_name == "string":
            return cell
        if type_name == "bool":
            return {"true": True, "false": False}[cell.lower()]
        return float(cell) if type_name == "float64" else int(cell)
    except (KeyError, ValueError):
        raise DataError(f"{part.path}: {name}={cell} is no {type_name}.") from None


def _check_readable(file: Any, columns: Sequence[str]) -> None:
    """Raises pyarrow's error where these columns are encrypted: their statistics, which are asked
    for next, would end the whole process."""
    if columns and file.metadata.num_row_groups:
        next(file.iter_batches(1, [0], columns, use_threads=False), None)


def _may_have(group: Any, conditions: Sequence[Condition]) -> bool:
    """Whether the statistics of a row group leave it open that it has an admitted row."""
    if not conditions:
        return True
    columns = {group.column(n).path_in_schema: n for n in range(group.num_columns)}
    for condition in conditions:
        if condition.column not in columns:  # a footer that contradicts its own schema
            continue
        known = group.column(columns[condition.column]).statistics
        is_known = known is not None and known.has_min_max
        if is_known and not condition.may_be_in(known.min, known.max):
            return False
    return True


def _admitted(
    file: Any, group: int, stored: Sequence[str], conditions: Sequence[Condition]
) -> Iterator[Any]:
    """The admitted rows of a row group: first where they are, then what stands in them."""
    if missing := [name for name in stored if name not in file.schema_arrow.names]:
        raise ValueError(f"it lacks the columns {', '.join(missing)} of the first file")
    filtered = [condition.column for condition in conditions]
    masks = [_mask(batch, conditions) for batch in _read(file, group, filtered or stored)]
    if not any(map(_has_any, masks)):
        return
    for batch, mask in zip(_read(file, group, stored), masks, strict=True):
        if _has_any(mask):
            yield batch.filter(mask)


def _has_any(mask: Any) -> bool:
    import pyarrow.compute as pc

    return pc.any(mask).as_py() is True


def _read(file: Any, group: int, columns: Sequence[str]) -> Iterator[Any]:
    import pyarrow as pa

    wanted = list(dict.fromkeys(columns))
    about = file.metadata.row_group(group)
    row_size = about.total_byte_size / max(1, about.num_rows)
    at_once = max(1, min(_BATCH, int(_BATCH_BYTES / max(1, row_size))))
    for batch in file.iter_batches(at_once, [group], wanted, use_threads=False):
        arrays = [batch.column(name) for name in wanted]
        if sum(map(_decoded_size, arrays)) > MOST_TEXT:
            raise ValueError(f"texts of over {MOST_TEXT:,} characters in one part of it")
        table = pa.Table.from_arrays(list(map(_decoded, arrays)), names=wanted)
        table.validate(full=True)  # text may be no UTF-8
        yield table


def _decoded_size(array: Any) -> int:
    """Bytes of the texts of a dictionary array once each stands in its place; else 0."""
    import pyarrow as pa
    import pyarrow.compute as pc

    if not pa.types.is_dictionary(array.type) or not pa.types.is_string(array.dictionary.type):
        return 0
    lengths = pc.cast(pc.binary_length(array.dictionary), pa.int64())
    return pc.sum(lengths.take(array.indices)).as_py() or 0


def _decoded(array: Any) -> Any:
    import pyarrow as pa

    return array.dictionary_decode() if pa.types.is_dictionary(array.type) else array


def _mask(table: Any, conditions: Sequence[Condition]) -> Any:
    """For each row, whether all conditions admit it: null as false."""
    import pyarrow as pa
    import pyarrow.compute as pc

    mask = pa.chunked_array([pa.array([True] * table.num_rows, pa.bool_())])
    for c in conditions:
        column = table.column(c.column)
        if c.among:
            among = pa.array(c.among).cast(column.type)
            mask = pc.and_(mask, pc.is_in(column, value_set=among))
        if c.first is not None:
            mask = pc.and_(mask, pc.greater_equal(column, c.first))
        if c.last is not None:
            mask = pc.and_(mask, pc.less_equal(column, c.last))
    return mask


def _cells(table: Any, names: Sequence[str], fixed: Mapping[str, Any]) -> Iterator[Cells]:
    """The rows as tuples; the cells that the folders give are the same in all."""
    columns = [
        [fixed[n]] * table.num_rows if n in fixed else table.column(n).to_pylist() for n in names
    ]
    return zip(*columns, strict=True)
