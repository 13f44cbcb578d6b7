"""Values of the model as columns of Arrow, and back; needs pyarrow.

Strings of Arrow are UTF-8, which lacks lone surrogates: these become U+FFFF and four hexadecimal digits, as does U+FFFF
itself, so that every string comes back.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from types import NoneType, UnionType
from typing import TYPE_CHECKING, Any, Literal, Union, get_args, get_origin

from pydantic import AwareDatetime

from relgraph.errors import MissingDependencyError
from relgraph.model import Value

if TYPE_CHECKING:
    import pyarrow

_RARE = re.compile("[\ud800-\udfff\uffff]")
_ESCAPED = re.compile("\uffff([0-9a-f]{4})")


def load_pyarrow() -> Any:  # noqa: ANN401 - a module without types
    """Return pyarrow; raises `MissingDependencyError` if it is not installed."""
    try:
        import pyarrow  # noqa: PLC0415 - optional, and slow to load
    except ImportError:
        raise MissingDependencyError.named("pyarrow", "parquet") from None
    return pyarrow


def arrow_type(annotation: Any) -> pyarrow.DataType:  # noqa: ANN401 - a type as pydantic sees it
    """Return the type of a column that holds a field of the model, or a value of it; raises `TypeError` for others."""
    pa = load_pyarrow()
    plain = {str: pa.string(), int: pa.int64(), float: pa.float64(), bool: pa.bool_(), date: pa.date32()}
    if annotation in plain:
        return plain[annotation]
    if annotation in (datetime, AwareDatetime):
        return pa.timestamp("us", tz="UTC")
    origin, arguments = get_origin(annotation), [each for each in get_args(annotation) if each is not NoneType]
    if origin is Literal:
        return pa.string()
    if origin in (Union, UnionType) and len(arguments) == 1:
        return arrow_type(arguments[0])
    if origin is tuple and len(arguments) == 2 and arguments[1] is Ellipsis:
        return pa.list_(arrow_type(arguments[0]))
    if isinstance(annotation, type) and issubclass(annotation, Value):
        return struct_of({name: field.annotation for name, field in annotation.model_fields.items()})
    raise TypeError(f"no column can hold {annotation!r}")


def struct_of(annotations: dict[str, Any]) -> pyarrow.DataType:
    """Return the type of a column that holds dicts with values of these types."""
    pa = load_pyarrow()
    return pa.struct([(name, arrow_type(annotation)) for name, annotation in annotations.items()])


def column(values: Sequence[Any], kind: pyarrow.DataType) -> pyarrow.Array:
    """Return plain values, of which any may be None, as a column."""
    pa = load_pyarrow()
    if all(value is None for value in values):
        return pa.nulls(len(values), kind)
    if _may_be_rare(values, pa.types.is_string(kind), pa.types.is_nested(kind)):
        values = [escaped(value) for value in values]
    return pa.array(values, kind)


def plain(values: pyarrow.ChunkedArray) -> list[Any]:
    """Return a column as plain values, as `column` was given them."""
    pa = load_pyarrow()
    found: list[Any] = values.to_pylist()
    if _may_be_rare(found, pa.types.is_string(values.type), pa.types.is_nested(values.type)):
        return [unescaped(value) for value in found]
    return found


def _may_be_rare(values: Iterable[Any], strings: bool, nested: bool) -> bool:
    # A whole column of strings is looked through at once, which is several times as fast as one by one.
    return nested or (strings and bool(_RARE.search("".join(filter(None, values)))))


def escaped(value: Any) -> Any:  # noqa: ANN401 - any plain value
    """Return a plain value with strings that are UTF-8."""
    if isinstance(value, str):
        return _RARE.sub(lambda found: f"\uffff{ord(found[0]):04x}", value) if _RARE.search(value) else value
    return _within(value, escaped)


def unescaped(value: Any) -> Any:  # noqa: ANN401 - any plain value
    """Return the plain value that `escaped` was given."""
    if isinstance(value, str):
        return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), value) if "\uffff" in value else value
    return _within(value, unescaped)


def _within(value: Any, change: Any) -> Any:  # noqa: ANN401
    if isinstance(value, dict):
        return {name: change(each) for name, each in value.items()}
    return [change(each) for each in value] if isinstance(value, list | tuple) else value
