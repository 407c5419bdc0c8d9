"""What is wrong with a query that the engine cannot read: one line, with the place, and why where that is plain."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from kg.graph.binding import FORMS, depths, tokens

REASONS: Mapping[str, str] = {
    "The SELECT contains a variable that is unbound": "SELECT names a variable that GROUP BY does not",
    "SELECT * is not authorized with GROUP BY": "SELECT * cannot stand with GROUP BY",
    "overrides an existing variable": "AS gives a name that is taken",
}
"""What the engine says, and what that means."""
_POSITION = re.compile(r"error at (\d+):(\d+): ")
_FIRST_WORD = re.compile(
    r"(?:\s+|\#[^\n]*\n|PREFIX\s+[\w.-]*:\s*<[^>]*>|BASE\s*<[^>]*>)*+(\w+)", re.IGNORECASE
)
_WORD_BEGUN = re.compile(r"[\w:.-]+$")
_SHOWN = 40


def explain_mistake(text: str, message: str) -> str:
    """Where the engine stopped in a text, before what, and why."""
    position = _POSITION.match(message)
    if position is None:
        return f"query: cannot be parsed: {' '.join(message.split())}"
    line, column = int(position[1]), int(position[2])
    written = "".join(text.splitlines()[line - 1 : line])
    read, rest = written[: column - 1], written[column - 1 :]
    # The engine may stop within a word: a reader looks for the whole of it.
    begun = (_WORD_BEGUN.search(read) or [""])[0] if rest[:1].strip() else ""
    shown = (begun + rest).strip()[:_SHOWN]
    before = f"before “{shown}”" if shown else "at the end of the line"
    why = _reason(text, read, message)
    return f"query: line {line}, column {column}: cannot be parsed {before}{why and ': '}{why}"


def _reason(text: str, read: str, message: str) -> str:
    if "Prefix not found" in message:
        return f"the prefix of “{''.join(read.split()[-1:])}” is not declared"
    told = (why for said, why in REASONS.items() if said in message)
    return next(told, "") or _form(text) or _brackets(list(tokens(text)))


def _form(text: str) -> str:
    """Whether a question is empty, or begins with a word that no question begins with."""
    if not text.strip():
        return "nothing is asked"
    first = _FIRST_WORD.match(text)
    if first is None or first[1].upper() in FORMS:
        return ""
    return f"a question begins with SELECT, ASK, CONSTRUCT or DESCRIBE, not “{first[1][:_SHOWN]}”"


def _brackets(found: Sequence[re.Match[str]]) -> str:
    """Whether brackets are left open, or more closed than were opened."""
    open_ = 0
    for i, depth in depths(found):
        open_ = depth + (1 if found[i][0] in "{([" else -1)
        if open_ < 0:
            return f"“{found[i][0]}” closes nothing"
    return "a bracket is left open" if open_ else ""
