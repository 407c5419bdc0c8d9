"""Frozen records ⇄ plain JSON values, derived from the types of their fields; nothing is ever executed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

PLAIN = (str, int, bool, NoneType)
"""What JSON has a value of its own for."""


class CodecError(ValueError):
    """A value that is not of the type it should be."""


@dataclass(frozen=True, slots=True)
class Codec:
    """How the values of one type are written and read back."""

    encode: Callable[[Any], Any]
    decode: Callable[[Any], Any]


@cache
def codec_of(kind: Any) -> Codec:
    """The codec of a plain type, a date, an enumeration, a record, or a tuple or union of such.

    Raises:
        TypeError: there is none for this type.
    """
    if kind in PLAIN:
        return Codec(lambda value: value, lambda value: _checked(kind, value))
    if kind is date:
        return Codec(date.isoformat, lambda value: date.fromisoformat(_checked(str, value)))
    if get_origin(kind) is tuple and get_args(kind)[1:] == (...,):
        return _row_codec(codec_of(get_args(kind)[0]))
    if get_origin(kind) in (Union, UnionType):
        return _union_codec(get_args(kind))
    if isinstance(kind, type) and issubclass(kind, Enum):
        return Codec(lambda value: value.value, kind)
    return _record_codec(kind, _names(kind))


def _names(kind: Any) -> tuple[str, ...]:
    """The fields of a record, in their order."""
    if is_dataclass(kind):
        return tuple(field.name for field in fields(kind))
    if isinstance(kind, type) and issubclass(kind, tuple) and hasattr(kind, "_fields"):
        return tuple(kind._fields)
    raise TypeError(f"{kind}: a type that cannot be written as JSON; use records, tuples, enumerations")


def _checked(kind: type, value: Any) -> Any:
    if type(value) is not kind:
        raise CodecError(f"{value!r:.40}: no {kind.__name__}")
    return value


def _row_codec(part: Codec) -> Codec:
    encode, decode = part.encode, part.decode
    return Codec(
        lambda values: [encode(value) for value in values],
        lambda values: tuple([decode(value) for value in _checked(list, values)]),
    )


def _record_codec(kind: Any, names: Sequence[str]) -> Codec:
    hints = get_type_hints(kind)
    parts = [codec_of(hints[name]) for name in names]
    encoders = [(name, part.encode) for name, part in zip(names, parts, strict=True)]
    decoders = [part.decode for part in parts]

    def decode(values: Any) -> Any:
        pairs = zip(decoders, _checked(list, values), strict=True)
        return kind(*[decode_field(value) for decode_field, value in pairs])

    return Codec(lambda record: [encode(getattr(record, name)) for name, encode in encoders], decode)


def _union_codec(kinds: Sequence[Any]) -> Codec:
    """Nothing, or a value of one of several types (which then says of which)."""
    some = [kind for kind in kinds if kind is not NoneType]
    one = codec_of(some[0]) if len(some) == 1 else _tagged_codec(some)
    if len(some) == len(kinds):
        return one
    return Codec(
        lambda value: None if value is None else one.encode(value),
        lambda value: None if value is None else one.decode(value),
    )


def _tagged_codec(kinds: Sequence[Any]) -> Codec:
    parts = {kind.__name__: codec_of(kind) for kind in kinds}

    def decode(pair: Any) -> Any:
        name, value = _checked(list, pair)
        if name not in parts:
            raise CodecError(f"{name!r:.40}: none of {', '.join(parts)}")
        return parts[name].decode(value)

    return Codec(lambda value: [type(value).__name__, parts[type(value).__name__].encode(value)], decode)
