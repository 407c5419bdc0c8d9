"""One base error; every message says where, what, and what to do."""


class KgError(Exception):
    """Anything that a user can mend: bad input, a missing graph, a wrong query."""


class ArticleError(KgError):
    """An article that cannot be read."""


class DecisionError(KgError):
    """A file of decisions that cannot be read, or decisions that contradict each other."""


class WorldError(KgError):
    """A data file of the package (or of the user) that breaks its own rules."""


class GraphError(KgError):
    """A graph that is missing, cannot be read, or does not answer."""


class QueryError(KgError):
    """A query that cannot be parsed or is not known by name."""


class LanguageModelError(KgError):
    """A language pipeline that cannot be loaded or lacks a part that extraction needs."""
