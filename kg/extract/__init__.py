"""A parsed article → what its sentences say: one module and one rule file for each kind of statement."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from kg.extract.agreements import extract_agreements
from kg.extract.ceremonies import extract_ceremonies
from kg.extract.characterized import with_status_of_meant
from kg.extract.claims import claimants, extract_claims
from kg.extract.context import Context, build_context
from kg.extract.exchanges import extract_exchanges
from kg.extract.interactions import extract_interactions
from kg.extract.known_meetings import extract_known_meetings
from kg.extract.meetings import extract_meetings
from kg.extract.pledges import date_pledges
from kg.extract.pointing import point_back
from kg.extract.relations import extract_relations
from kg.extract.signed_there import sign_where_they_met
from kg.extract.visits import extract_visits
from kg.language.document import Document
from kg.language.lexicon import Lexicon
from kg.model import Article, EventMention, Reading

Extractor = Callable[[Context], Iterator[EventMention]]

EXTRACTORS: tuple[Extractor, ...] = (
    extract_meetings,
    extract_known_meetings,
    extract_exchanges,
    extract_visits,
    extract_ceremonies,
    extract_agreements,
    extract_interactions,
    extract_relations,
)


def read_statements(article: Article, doc: Document, lexicon: Lexicon) -> Reading:
    """Run every extractor over an article."""
    context = build_context(article, doc, lexicon)
    told = [event for extract in EXTRACTORS for event in extract(context)]
    told += point_back(context, told)
    told += sign_where_they_met(context, told)
    told = list(with_status_of_meant(context, told))
    events = list(date_pledges(context, told))
    referents = (*context.referents.things.values(), *claimants(context))
    return Reading(article, referents, tuple(events), tuple(extract_claims(context, events)))
