"""Whom critics criticise by what they say of him: "*Critics say* Peru has broken its word"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from relgraph.frames import Frame
from relgraph.pipeline.arguments import Argument
from relgraph.pipeline.candidates import Candidate
from relgraph.pipeline.cast import STATES
from relgraph.pipeline.parties import Party

if TYPE_CHECKING:
    from relgraph.pipeline.denoting.denotation import Denoter
    from relgraph.pipeline.nlp.parse import Token

DETRACTION = Frame(id="critics-say", type="disputes.accuses", verb=("say",), target=("object",), confidence=0.72)
_CRITICS = frozenset({"critics", "detractors", "opponents"})
_FORMS = _CRITICS | {word.capitalize() for word in _CRITICS}


def detractions(denoter: Denoter) -> Iterator[Candidate]:
    """Yield whom critics accuse: he of whose acts their words tell, if they are called his or nobody's critics."""
    for critics in denoter.doc.occurrences(_FORMS):
        verb = critics.head
        if critics.dep_ != "nsubj" or verb.lemma_ not in denoter.words["verbs.detracting"]:
            continue
        accused = _accused(denoter, verb)
        owners = _whose(denoter, critics)
        if accused is None or any(child.dep_ == "neg" for child in verb.children):
            continue
        if owners is not None and owners.isdisjoint((accused.actor, denoter.cast.root(accused.actor))):
            continue
        named = any(child.dep_ == "compound" and child.i in denoter.mention_at for child in critics.lefts)
        group = Party(denoter.cast.introduce(critics.lower_, "group"), critics.i, critics.i + 1, "description")
        for source in [group] if named else denoter.parties(Argument(critics)):
            if denoter.cast[source.actor].kind != "group":
                continue
            if source.actor != accused.actor:
                yield Candidate(DETRACTION, source, accused, verb, critics.i, verb.i + 1, DETRACTION.type)


def _accused(denoter: Denoter, verb: Token) -> Party | None:
    """Return the person, state or body that does what is said of him; what befalls him is no fault of his."""
    clause = next((child for child in verb.children if child.dep_ == "ccomp"), None)
    if clause is None or clause.pos_ not in ("VERB", "AUX") or denoter.syntax.is_passive(clause):
        return None
    if clause.lemma_ == "be" or any(child.dep_ == "aux" and child.tag_ == "MD" for child in clause.children):
        return None
    subjects = [child for child in clause.children if child.dep_ == "nsubj"]
    if len(subjects) != 1:
        return None
    found = denoter.parties(Argument(subjects[0]))
    if len(found) != 1:
        return None
    kind = denoter.cast[found[0].actor].kind
    state = denoter.cast[denoter.cast.root(found[0].actor)].kind in STATES
    return found[0] if state or kind in ("person", "igo", "organization", "armed_group") else None


def _whose(denoter: Denoter, critics: Token) -> set[str] | None:
    """Return whose critics they are, None if the text does not say."""
    owners: list[Party] = []
    told = False
    for child in critics.children:
        if child.dep_ == "poss":
            told = True
            owners.extend(denoter.parties(Argument(child)))
            if not owners and child.lower_ in ("his", "her", "their", "its"):
                return None  # "*His* critics say Diaz has lied"
        elif child.dep_ == "compound" and child.i in denoter.mention_at:
            told = True
            owners.append(denoter.mention_at[child.i])  # "*Kremlin* critics"
        elif child.lower_ == "of" and child.dep_ == "prep":
            told = True
            owners.extend(party for thing in child.children for party in denoter.parties(Argument(thing), target=True))
    return {actor for party in owners for actor in (party.actor, denoter.cast.root(party.actor))} if told else None
