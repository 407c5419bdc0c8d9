"""What a server says no to, each with its HTTP status; a query that cannot be read is a QueryError, and 400."""

from __future__ import annotations

from kg.errors import KgError, QueryError


class Refusal(KgError):  # noqa: N818  a refusal is what its users call it
    """A request that is understood and not granted."""

    status = 400


class NothingThere(Refusal):
    """A graph or a thing that this dataset does not have."""

    status = 404


class NoSuchForm(Refusal):
    """An answer is wanted in a form that there is not."""

    status = 406


class TooLong(Refusal):
    """A request whose body is too long."""

    status = 413


class UnknownContent(Refusal):
    """A request whose body is of a kind that is not read here."""

    status = 415


class Exhausted(Refusal):
    """A question that took too long, needed too much, or came when too many were waiting."""

    status = 503


def status_of(error: KgError) -> int:
    """The HTTP status of an error that is the asker's, or the graph's."""
    if isinstance(error, Refusal):
        return error.status
    return 400 if isinstance(error, QueryError) else 503
