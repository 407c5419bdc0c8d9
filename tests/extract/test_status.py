"""Status: whether what a sentence tells took place, is meant to, may, did not, or was called off."""

from __future__ import annotations

import pytest
from hypothesis import given
from texts import any_text, marked_token, unmarked

from kg.extract.predicates import Predicate, noun_predicate, verb_predicate
from kg.extract.rules import load_rules
from kg.extract.status import STRENGTH, status_of
from kg.extract.status_words import status_words
from kg.extract.verbs import VERBAL
from kg.language.document import Document, Token
from kg.language.pipeline import read_document
from kg.model import Status

SUPPORT = frozenset().union(*(rule.support for file in ("meetings", "visits") for rule in load_rules(file)))


def predicate(doc: Document, trigger: Token) -> Predicate:
    return verb_predicate(doc, trigger) if trigger.pos in VERBAL else noun_predicate(doc, trigger, SUPPORT)


def status(marked: str) -> Status:
    """The status of the event that the bracketed word reports."""
    text, (span,) = unmarked(marked)
    doc = read_document(text)
    return status_of(doc, predicate(doc, marked_token(doc, span)))


@pytest.mark.parametrize(
    "text",
    [
        # the past
        "The envoy [met] the rebels.",
        # the perfect
        "The envoy has [met] the rebels.",
        # the pluperfect
        "The envoy had [met] the rebels before.",
        # the passive
        "The rebels were [met] by the envoy.",
        # the present of a report
        "The envoy [meets] the rebels in Juba.",
        # going on
        "The envoy is [meeting] the rebels.",
        # in somebody's words
        "Tonga said that its envoy had [met] the rebels.",
        # in an agreement that reports
        "They agreed that the talks had [helped].",
        # a participle
        "Speaking after [meeting] the rebels, the envoy left.",
        # a relative clause below a plan
        "The envoy, who [met] the rebels, plans to write a book.",
        # beside a plan
        "The envoy [met] the rebels and will travel to Fiji.",
        "Neither Mary Banda nor King Felipe made a statement following their [meeting] in Lima.",
        "The envoy travelled to Suva to [meet] the rebels.",
        # a reason for a plan
        "The envoy will rest because he [met] the rebels.",
        # a time clause below a plan
        "After he [met] the rebels, the envoy planned to rest.",
        # a noun
        "The [visit] ended on Sunday.",
        # a noun with a light verb
        "The ministers held [talks] in Accra.",
        # a noun behind a preposition
        "He left after [talks] with Oman.",
        # what is refused at the talks is not the talks
        "At the [talks] he refused to sign.",
        # what was not done afterwards
        "The king did not rest after [meeting] the rebels.",
        # what is not done at or after the talks
        "At the [talks] the ministers did not agree.",
        "After the [meeting] nobody spoke.",
        # what the talks did not bring
        "The [talks] did not end the war.",
        # managed to
        "The envoy managed to [visit] the camp.",
        # what an event failed to bring
        "The [talks] failed to end the war.",
        # where talks or proposals are heard
        "They had talks in their first [meeting] in Suva.",
        "They heard his proposal at the [meeting] in Suva.",
        # before what did not come about
        "His journey would have come days after a [visit] by the queen.",
        # what an agreement was made at
        "They will resume trade as agreed during the king's [visit] to Lima.",
        # for what somebody is thanked
        "The king praised the envoy for the [visit].",
        "Tonga criticised the envoy for his [meeting] with the rebels.",
        # hours before a past one
        "The king rested hours before he [met] the envoy.",
        # on the occasion of one
        "On his [visit] to Samoa the king proposed a pact.",
        # a goal of the talks, not to have them
        "Peace was the goal of the [talks].",
        # of no set length
        "A [visit] expected to last a week began on Monday.",
        # at what was so at the time
        "Trade was discussed as the king [met] the envoy.",
        # a visit that has begun
        "The king landed on Monday for his first [visit] to Oslo.",
        # on the occasion of which something was discussed
        "They discussed relations between the states during the king's March [visit] to Oslo.",
    ],
)
def test_held(text: str) -> None:
    assert status(text) is Status.HELD


@pytest.mark.parametrize(
    "text",
    [
        # the future
        "The envoy will [meet] the rebels.",
        # the future of the past
        "The minister said she would [visit] Lima in May.",
        # a plan
        "The envoy plans to [meet] the rebels.",
        # an intention as a noun
        "He told of his plan to [visit] Samoa.",
        # set to
        "The envoy was set to [meet] the rebels.",
        # due to
        "The envoy is due to [visit] Samoa on Friday.",
        # scheduled
        "The envoy is scheduled to [visit] Samoa.",
        # expected
        "The envoy is expected to [visit] Samoa.",
        # agreed to
        "The two agreed to [meet] again.",
        # promised
        "She promised to [visit] Samoa.",
        # preparing
        "The envoy is preparing to [visit] Samoa.",
        # going to
        "The envoy is going to [visit] Samoa.",
        # to come
        "The leaders are to [meet] in Dakar.",
        # joined to a future
        "The envoy will travel to Suva and [meet] the rebels.",
        "The envoy travels to Suva to [meet] the rebels.",
        # the noun planned
        "The planned [visit] was welcomed.",
        # the noun upcoming
        "Nobody knew of the upcoming [summit].",
        # the noun scheduled
        "The [summit] is scheduled for May.",
        # the noun as a subject of the future
        "The [summit] will take place in Dakar.",
        # ahead of
        "Prices rose ahead of [talks] between Chad and Niger.",
        # on the eve of
        "On the eve of the [summit], prices rose.",
        # until
        "They wait until the [summit] in Dakar.",
        # a meeting agreed
        "They agreed on a [meeting] in Dakar.",
        # the announcement of a noun
        "The palace announced a [visit] to Samoa.",
        # in the making
        "Chad is negotiating a [meeting] between the two kings.",
        # supposed to
        "The envoy was supposed to [meet] the rebels.",
        # about to
        "The envoy was about to [meet] the rebels.",
        # set for a day
        "A [visit] planned for June comes amid a dispute.",
        # in a relative clause
        "The [talks], which will take place in Suva, are the first.",
        # hours before one
        "The king rested hours before a [meeting] with the envoy.",
        # what is agreed on
        "The ministers concurred on holding [talks] in Apia.",
        # before a meeting in a participle
        "The king rested days before [meeting] the envoy.",
        # for what is still to come
        "The king praised the envoy for the planned [visit].",
        # ahead of one
        "Ahead of a [meeting] with the king, the envoy rested.",
        # the announcement of a future
        "The palace announced that the king would [visit] Samoa.",
        # for what somebody is there
        "The king is in Oslo to [meet] the envoy.",
        # when what is to come is to come
        "Trade will be discussed as the king [hosts] the envoy.",
        # a visit that has yet to begin
        "The king will land on Monday for his first [visit] to Oslo.",
    ],
)
def test_planned(text: str) -> None:
    assert status(text) is Status.PLANNED


@pytest.mark.parametrize(
    "text",
    [
        # may
        "The envoy may [meet] the rebels.",
        # could
        "The envoy could [visit] Samoa.",
        # should
        "The envoy should [visit] Samoa.",
        # a wish
        "The envoy wants to [meet] the rebels.",
        # a hope
        "He hopes to [visit] Samoa.",
        # an invitation
        "Samoa invited the king to [visit].",
        # an urging
        "Samoa urged the two to [meet].",
        # a proposal
        "Samoa proposed a [summit] in Apia.",
        # a call
        "The opposition called for [talks] with the king.",
        # a condition
        "If the envoys [meet], prices will fall.",
        # a condition on what will not be
        "If the envoys [meet], the king will not speak.",
        # a condition without "if"
        "Had the king [met] the rebels, the war would have ended.",
        # a condition on a plan
        "The king will travel unless the envoys [meet].",
        # whether
        "Nobody knows whether the envoys [met].",
        # a question
        "Did the envoys [meet]?",
        # a question about the future
        "Will the king [visit] Samoa?",
        # a question with a noun
        "Was there a [meeting] in Apia?",
        # a possibility as a noun
        "The possibility of a [summit] was raised.",
        # an adjective
        "A possible [visit] was discussed.",
        # likely
        "The king is likely to [visit] Samoa.",
        # an offer
        "The king offered to [meet] the rebels.",
        # for what something is made
        "The council was formed in May to [meet] the rebels.",
        # a noun by what may be done
        "The envoy has a mandate to [meet] the rebels.",
        "There is a will in Apia to return to [talks].",
        # considering
        "The king is considering a [visit] to Samoa.",
        # rumours
        "There were rumours of a [meeting] in Apia.",
        # seems
        "The two seem to have [met].",
        # perhaps
        "Perhaps the envoys [met].",
        # reportedly
        "The king may have [visited] Samoa.",
        # to what somebody is inclined
        "Critics were alarmed by the king's alacrity to [meet] the rebels.",
        # for which one presses others
        "The king has been pushing Oman and Iraq to quickly [meet] the rebels.",
        # not done, it may be
        "The envoy may not [meet] the rebels.",
        "The [talks] might not be held in June.",
    ],
)
def test_possible(text: str) -> None:
    assert status(text) is Status.POSSIBLE


@pytest.mark.parametrize(
    "text",
    [
        # not
        "The envoy did not [meet] the rebels.",
        # shortened
        "The envoy didn't [meet] the rebels.",
        # with the other apostrophe
        "The envoy didn’t [meet] the rebels.",
        # never
        "The envoy never [met] the rebels.",
        # has not
        "The envoy has not yet [met] the rebels.",
        # denied
        "The envoy denied having [met] the rebels.",
        # a rumour that is denied
        "The envoy denied rumours that he had [met] the rebels.",
        # a story that is dismissed
        "The palace denied a report that the envoy had [met] the rebels.",
        # kept from
        "The envoy was prevented from [meeting] the rebels.",
        # far from
        "The envoy was far from [meeting] the rebels.",
        # stayed away from
        "The king skipped a [summit] with the envoy.",
        # denied in a clause
        "The envoy denied that he had [met] the rebels.",
        # refused
        "The envoy refused to [meet] the rebels.",
        # declined
        "The envoy declined to [meet] the rebels.",
        # a purpose not pursued
        "The king did not travel to Suva to [meet] the rebels.",
        # refused as a noun
        "His refusal to [meet] the rebels was noted.",
        # ruled out
        "The king ruled out a [visit] to Samoa.",
        # rejected
        "The rebels rejected [talks] with the king.",
        # no
        "No [meeting] took place.",
        # it did not happen
        "The [meeting] did not take place.",
        # it was not held
        "The [summit] was never held.",
        # there were none
        "There were no [talks] in Apia.",
        # without
        "The envoy left without [meeting] the rebels.",
        # instead of
        "Instead of [visiting] Samoa, the king stayed.",
        # failed to
        "The envoys failed to [meet].",
        # the noun negated by its verb
        "The envoys did not hold [talks].",
        # neither
        "Neither envoy [visited] Samoa.",
        # neither of two
        "Neither Chad nor Niger [visited] Samoa.",
        # not yet
        "The king has yet to [visit] Samoa.",
        # almost
        "The king almost [visited] Samoa.",
        # nobody
        "Nobody [visited] the camp.",
        # what could not be done
        "The envoy could not [meet] the rebels.",
    ],
)
def test_denied(text: str) -> None:
    assert status(text) is Status.DENIED


@pytest.mark.parametrize(
    "text",
    [
        # cancelled
        "The king cancelled his [visit] to Samoa.",
        # in the passive
        "The [summit] was cancelled.",
        # called off
        "The king called off his [visit] to Samoa.",
        # put off
        "The [meeting] was put off.",
        # in a headline
        "Border [talks] deferred",
        # postponed
        "The king postponed a [visit] to Samoa.",
        # as an adjective
        "They mourned the cancelled [summit].",
        # as a noun
        "The cancellation of the [summit] surprised them.",
        # a plan negated
        "The king will not [visit] Samoa.",
        # a plan no longer
        "The king will no longer [visit] Samoa.",
        # shortened
        "The king won't [visit] Samoa.",
        # a plan scrapped
        "The king scrapped plans to [visit] Samoa.",
        # unable
        "The king was unable to [visit] Samoa.",
        # had planned, but
        "The king had planned to [visit] Samoa but fell ill.",
        # was to have
        "The king was to have [visited] Samoa, but the trip was cancelled.",
        # put on hold
        "The king put his [visit] to Paris on hold.",
        # a plan put on hold
        "The king put on hold a plan to [visit] Paris.",
        # pushed back
        "The king pushed back his [visit] to Paris.",
        # pulled out of
        "The king pulled out of [talks] with the rebels.",
        # an invitation taken back
        "Samoa withdrew an invitation for the king to [visit] Apia.",
        # told in a relative clause
        "The ministers discussed the king's [visit], which was postponed in May.",
    ],
)
def test_cancelled(text: str) -> None:
    assert status(text) is Status.CANCELLED


@given(any_text)
def test_everything_has_a_status(text: str) -> None:
    doc = read_document(text)
    for token in doc.tokens:
        assert status_of(doc, predicate(doc, token)) in STRENGTH


@pytest.mark.parametrize("kind", sorted(status_words()))
def test_each_kind_of_word_is_a_status(kind: str) -> None:
    assert Status(kind.capitalize()) is not Status.HELD


def test_no_word_says_two_things() -> None:
    """A lemma of one kind has one status."""
    listed = [
        (kind, word) for words in status_words().values() for kind, listed in words.items() for word in listed
    ]
    assert sorted({pair for pair in listed if listed.count(pair) > 1}) == []
