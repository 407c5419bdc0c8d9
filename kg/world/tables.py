"""The data files of this package, read strictly: a slip in a key or value is named aloud."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import cast

from kg.errors import WorldError


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a data file, with the file and key that an error has to name."""

    file: str
    key: str
    fields: Mapping[str, object]

    def text(self, field: str) -> str:
        """A required string."""
        value = self.fields.get(field)
        if not isinstance(value, str) or not value.strip():
            raise self.error(f"needs `{field}`, a string")
        return value

    def optional_text(self, field: str) -> str | None:
        """A string that may be absent."""
        return self.text(field) if field in self.fields else None

    def texts(self, field: str) -> tuple[str, ...]:
        """A list of strings, empty where absent; none twice and none with stray spaces."""
        value = self.fields.get(field, [])
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise self.error(f"`{field}` must be a list of strings")
        untidy = [item for item in value if item != " ".join(item.split()) or not item]
        if untidy or len(set(value)) != len(value):
            raise self.error(f"`{field}` has an empty, untidy or repeated string: {untidy or value}")
        return tuple(value)

    def year(self, field: str) -> int | None:
        """A whole number that may be absent."""
        value = self.fields.get(field)
        if value is not None and not isinstance(value, int):
            raise self.error(f"`{field}` must be a year, written without quotes")
        return value

    def flag(self, field: str) -> bool:
        """True or false; false where absent."""
        value = self.fields.get(field, False)
        if not isinstance(value, bool):
            raise self.error(f"`{field}` must be true or false, written without quotes")
        return value

    def only(self, *known: str) -> None:
        """Refuse a field that nobody reads, for it is most likely a slip of the pen."""
        unknown = sorted(set(self.fields) - set(known))
        if unknown:
            raise self.error(f"has unknown fields {unknown}; known are {sorted(known)}")

    def error(self, complaint: str) -> WorldError:
        """The error that says where and what."""
        return WorldError(f"kg/world/{self.file}: entry {self.key!r} {complaint}.")


@cache
def read_table(file: str) -> dict[str, object]:
    """A data file of this package as TOML tells it."""
    source = files("kg.world").joinpath(file)
    try:
        return tomllib.loads(source.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise WorldError(f"kg/world/{file} cannot be read: {error}. Mend or restore the file.") from error


def entries(file: str, section: Mapping[str, object]) -> Iterator[Entry]:
    """The entries of a section, each of which must be a table."""
    for key, fields in section.items():
        if not isinstance(fields, dict):
            raise WorldError(f"kg/world/{file}: {key!r} must be a table of fields, not {fields!r}.")
        yield Entry(file, key, cast(dict[str, object], fields))


def sections(file: str, known: Iterable[str]) -> Iterator[tuple[str, dict[str, object]]]:
    """The sections of a file, each of which must be known and a table."""
    for name, section in read_table(file).items():
        if name not in set(known) or not isinstance(section, dict):
            raise WorldError(f"kg/world/{file}: [{name}] is not one of its sections {sorted(known)}.")
        yield name, cast(dict[str, object], section)
