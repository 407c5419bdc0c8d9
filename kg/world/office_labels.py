"""One label for the many ways to write an office: "Deputy Foreign Minister" is a "vice foreign minister"."""

from __future__ import annotations

import re
from functools import cache

from kg.world.countries import NameKind, country_senses
from kg.world.name_patterns import organization_heads
from kg.world.offices import (
    Level,
    dropped_words,
    find_office,
    label_spellings,
    office_heads,
    plain_office,
    plural_heads,
    portfolios,
    split_office,
)
from kg.world.organizations import Organization, OrganizationKind, find_organization, organization_senses
from kg.world.places import PlaceKind, place_senses

OWN = frozenset({NameKind.NAME, NameKind.ACRONYM, NameKind.DEMONYM})
SEATS = frozenset({NameKind.CAPITAL, NameKind.METONYM})
WORLDLY = frozenset({OrganizationKind.INTERNATIONAL_BODY, OrganizationKind.BLOC, OrganizationKind.BLOC_ORGAN})
LONGEST_COUNTRY = 6
END_OF_NAME = re.compile(r"(?= (?:to|for|and|at|in) )|(?=,)|$")
OF = re.compile(r" of (?:the )?")
FORMAL = re.compile(r" (?:extraordinary(?: and plenipotentiary)?|ad interim)\b")
"""What ambassadors and chargés are called in full."""
TAIL = re.compile(r" (?:of|to|for|at|in|on) ")
FIELD = re.compile(r" (?:for|at) ")
"""Behind what an office is of, not whose it is: "professor of history at the University of Oslo"."""
BODY_TAIL = re.compile(r"^(?P<head>.+?) (?:of|for|at) (?:the )?(?P<body>[^,]+)$")


def normalize_office(words: str) -> str:
    """One label for the ways to write an office, in lower case and without its holder's own country."""
    bare = _without_country_after(_without_country_before(_singular(_without_dropped(words))))
    return _one_order(_one_head(_body_first(bare)))


def _without_dropped(words: str) -> str:
    """The office without "former", "then-", "the" … before it."""
    text = " ".join(words.replace("’", "'").split())
    pattern = re.compile(rf"^(?:{'|'.join(map(re.escape, dropped_words()))})[ -]+", re.IGNORECASE)
    while (shorter := pattern.sub("", text)) != text:
        text = shorter
    return text


def _singular(text: str) -> str:
    """The office of each of several: "foreign ministers" is "foreign minister"."""
    front = TAIL.split(text, maxsplit=1)[0]
    tokens = front.split() if text and plain_office(text).split()[-1] not in office_heads() else []
    for i in range(len(tokens)):
        plural = plain_office(" ".join(tokens[i:]))
        if plural in plural_heads() and plural not in office_heads():
            return " ".join([*tokens[:i], plural_heads()[plural].noun]) + text[len(front) :]
    return text


def _without_country_before(text: str) -> str:
    """The office without "Chinese", "U.S.", "China's" before it, unless that would leave no office."""
    tokens = text.split()
    for size in range(min(LONGEST_COUNTRY, len(tokens) - 1), 0, -1):
        prefix, rest = " ".join(tokens[:size]), " ".join(tokens[size:])
        if _is_elsewhere(prefix):
            return text
        if _names_own_country(prefix, rest):
            return _without_dropped(rest)
    return text


def _is_elsewhere(prefix: str) -> bool:
    """Whether the words name a region or a body without a country, of which the country's name is a part."""
    regions = any(place.kind is not PlaceKind.CITY for place in place_senses(prefix))
    bodies = any(body.country is None or body.is_media for body in organization_senses(prefix))
    return (regions or bodies) and not country_senses(prefix)


def _names_own_country(prefix: str, rest: str) -> bool:
    """Whether the words before an office are its own country's; "North Korea envoy" is one to it."""
    owner = re.sub(r"'s?$", "", prefix)
    kinds = {sense.kind for sense in country_senses(owner)}
    head = find_office(rest)
    if head is None or not kinds & (OWN | (SEATS if owner != prefix else set())):
        return False
    return owner != prefix or head.level is not Level.AMBASSADOR or bool(kinds - {NameKind.NAME})


def _without_country_after(text: str) -> str:
    """The office without "of China", but with "of the Bank of China"."""
    for found in OF.finditer(text):
        before = text[: found.start()]
        blocked = before.split()[-1].lower() in organization_heads()
        ends = [end.start() for end in END_OF_NAME.finditer(text, found.end())]
        for end in reversed(ends):
            kinds = {sense.kind for sense in country_senses(text[found.end() : end])}
            if kinds & {NameKind.NAME, NameKind.ACRONYM} and not blocked:
                return before + text[end:]
    return text


def _body_first(text: str) -> str:
    """The office with its body in front: "President of the European Commission" turned round."""
    found = BODY_TAIL.match(text)
    if not found or not split_office(text)[1] or find_office(found["head"]) is None:
        return _short_body(text)
    body = find_organization(found["body"])
    named = found["body"].split()[-1].lower() in organization_heads() and not FIELD.search(found["body"])
    return f"{_body_label(body, found['body'])} {found['head']}" if body or named else text


def _short_body(text: str) -> str:
    """The office with the body before its head under the body's usual short name."""
    tokens = text.split()
    for size in range(len(tokens) - 1, 0, -1):
        if body := find_organization(" ".join(tokens[:size])):
            return f"{_body_label(body, ' '.join(tokens[:size]))} {' '.join(tokens[size:])}"
    return text


def _body_label(body: Organization | None, written: str) -> str:
    """The acronym of a world body where it has one of its own, else the words as written."""
    if body is None or body.kind not in WORLDLY:
        return written
    short = (name for name in body.names if name.isalpha() and name.isupper() and name not in body.weak)
    return next(short, body.name)


def _one_head(text: str) -> str:
    """The office in lower case with its head in the one form that labels use."""
    front, tail = split_office(text)
    tokens = front.split()
    head = find_office(front)
    if head is None:
        return front + tail
    longest = next(i for i in range(len(tokens)) if find_office(" ".join(tokens[i:])) is head)
    kept = next(i for i in range(longest, len(tokens) + 1) if _is_form(tokens[i:], head.noun, head.variants))
    return plain_office(" ".join([*tokens[:kept], head.noun])) + tail


def _is_form(tokens: list[str], *forms: str | tuple[str, ...]) -> bool:
    written = " ".join(tokens)
    flat = [form for item in forms for form in ((item,) if isinstance(item, str) else item)]
    return written in {plain_office(form) for form in flat}


def _one_order(label: str) -> str:
    """The label with the ministry's field before the minister, and a deputy minister as a vice minister."""
    fields = portfolios()
    after, before, deputy = _order_patterns()
    label = after.sub(lambda m: f"{fields[m['field']]} minister", label)
    label = before.sub(lambda m: f"{fields[m['field']]} minister", label)
    label = FORMAL.sub("", label)
    label = deputy.sub("vice ", label).replace("minister for ", "minister of ")
    return " ".join(label_spellings().get(word, word) for word in label.split())


@cache
def _order_patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    field = "|".join(re.escape(name) for name in sorted(portfolios(), key=len, reverse=True))
    canonical = "|".join(
        re.escape(name) for name in sorted(set(portfolios().values()), key=len, reverse=True)
    )
    return (
        re.compile(rf"\bminister (?:of|for) (?:the )?(?P<field>{field})$"),
        re.compile(rf"\b(?P<field>{field}) minister\b"),
        re.compile(rf"\bdeputy (?=(?:(?:{canonical}) )?minister\b)"),
    )
