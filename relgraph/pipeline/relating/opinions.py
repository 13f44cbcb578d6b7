"""Whose a view is that is held in a capital: "anger *in Cairo*", "the plan was resented *in Athens*".

Where something is felt or thought, the capital stands for its country; where something is done, it is only a place. A
country where a feeling is aroused feels it itself: "raised fears *in Greece*", "caused alarm *among Greek leaders*".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.frames import Frame
from relgraph.pipeline.arguments import VERBAL
from relgraph.pipeline.cast import STATES
from relgraph.pipeline.parties import Party, unique

if TYPE_CHECKING:
    from relgraph.pipeline.denoting.denotation import Denoter
    from relgraph.pipeline.nlp.parse import Token
    from relgraph.pipeline.words import Words

ATTITUDES = frozenset({"disputes.accuses", "disputes.rivals", "disputes.rejects", "cooperates.supports"})
"""Types of what one can feel or think about another without doing anything."""
_PLACING = frozenset({"in", "within"})
_HANGING = frozenset({"nsubj", "nsubjpass", "dobj"})


def held_in(denoter: Denoter, word: Token) -> list[Party]:
    """Return in whose capital something is felt or thought, by the phrases of a verb, or of a noun or its verb."""
    holders = [word]
    stirred = word.dep_ == "dobj" and word.head.lemma_ in denoter.words["verbs.arousing"]
    aroused = stirred or word.dep_ != "dobj"
    if word.dep_ in _HANGING and word.head.pos_ in VERBAL and aroused:
        holders.append(word.head)
    elif word.pos_ in VERBAL:
        # "viewed with suspicion in Athens"
        holders.extend(noun for phrase in word.children if phrase.lower_ == "with" for noun in phrase.children)
    return unique(
        [
            party
            for holder in holders
            for phrase in holder.children
            if phrase.dep_ == "prep" and (phrase.lower_ in _PLACING or (stirred and phrase.lower_ == "among"))
            for place in phrase.children
            if place.dep_ == "pobj"
            for part in denoter.conjuncts(place)
            for party in denoter.denote(part)
            if party.capital or (stirred and (_is_state(denoter, party) or phrase.lower_ == "among"))
        ]
    )


def _is_state(denoter: Denoter, party: Party) -> bool:
    return denoter.cast[party.actor].kind in STATES and party.via != "demonym"


def felt_in(denoter: Denoter, noun: Token, frame: Frame) -> list[Party]:
    """Return who feels what a noun without an owner says by where it is felt: "raised alarm *in Paris*"."""
    if "in" not in frame.source or frame.type not in ATTITUDES or denoter.owners(noun, allow_of=False):
        return []
    return held_in(denoter, noun)


def judged_way(verb: Token, words: Words) -> list[Token]:
    """Return whose deed a clause says that is judged: "condemned what *Chad* did", "praised how *Chad* ruled"."""
    if verb.lemma_ not in words["verbs.judging"]:
        return []
    return [
        subject
        for clause in verb.children
        if clause.dep_ == "ccomp" and clause.i > verb.i and clause.left_edge.lower_ in ("what", "how")
        for subject in clause.children
        if subject.dep_ == "nsubj" and subject.tag_ not in ("WP", "WDT")
    ]
