"""For whom somebody stands by what he is said to head: "Ana Ruiz heads *Peru's* customs service"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from relgraph.pipeline.arguments import VERBAL, Argument
from relgraph.pipeline.cast import STATES
from relgraph.pipeline.denoting.denotation import Denoter

if TYPE_CHECKING:
    from relgraph.pipeline.nlp.parse import Token
    from relgraph.pipeline.parties import Party

_RULING = ("nouns.ruling", "nouns.of_rulers")
_FINITE = frozenset({"VBZ", "VBD", "VBP", "VBN", "VBG"})


def commanders(denoter: Denoter) -> Iterator[tuple[str, str]]:
    """Yield persons of whom nothing is known, with the group, state or state's body that they are said to head."""
    heading = denoter.words["verbs.heading"]
    if denoter.vocabulary.isdisjoint(heading):
        return
    for i, lower in enumerate(denoter.lowers):
        if lower not in heading or denoter.doc[i].pos_ not in VERBAL or not _is_stated(denoter.doc[i]):
            continue
        verb = denoter.doc[i]
        states = {state for thing in denoter.syntax.objects(verb) for state in _states(denoter, thing)}
        if len(states) != 1:
            continue
        for subject in denoter.syntax.subjects(verb):
            for party in denoter.parties(Argument(subject.token)):
                actor = denoter.cast[party.actor]
                if actor.kind == "person" and actor.parent is None and not denoter.cast.is_known(actor.id):
                    yield actor.id, next(iter(states))


def envoys(denoter: Denoter) -> Iterator[tuple[str, str]]:
    """Yield persons of whom nothing is known, with the state that sends them: "*Peru* dispatched Ana Ruiz"."""
    sending = denoter.words["verbs.commissioning"]
    cast = denoter.cast
    for party in denoter.named:
        actor = cast[party.actor]
        if actor.kind != "person" or actor.parent is not None or cast.is_known(actor.id):
            continue
        name = denoter.doc[party.start : party.end].root
        verb = name.head
        if name.dep_ not in ("dobj", "nsubjpass") or verb.pos_ not in VERBAL or verb.lemma_ not in sending:
            continue
        if not _is_stated(verb) or any(token.base in denoter.words["nouns.custody"] for token in verb.subtree):
            continue  # "sent Ana Ruiz to prison"
        if any(child.lower_ == "as" for child in verb.children):
            continue  # "sent Ana Ruiz as minister": the title says it
        passive = name.dep_ == "nsubjpass"
        doers = [Argument(agent) for agent in denoter.syntax.agents(verb)] if passive else denoter.syntax.subjects(verb)
        senders = [sender for doer in doers for sender in denoter.parties(doer) if sender.via != "pronoun"]
        states = {cast.root(sender.actor) for sender in senders}
        if len(states) == 1 and cast[state := states.pop()].kind in STATES:
            yield actor.id, state


def _is_stated(verb: Token) -> bool:
    """Tell whether a verb says what is or was so: "heads", "has led", not "may head", "wants to lead"."""
    return verb.tag_ in _FINITE and not any(
        child.dep_ == "neg" or (child.dep_ == "aux" and (child.tag_ == "MD" or child.lower_ == "to"))
        for child in verb.children
    )


def _states(denoter: Denoter, thing: Token) -> Iterator[str]:
    """Yield the states that have a body or forces, or are ruled themselves, and groups and bodies of states."""
    words, cast = denoter.words, denoter.cast
    mention = denoter.mention_at.get(thing.i)
    if mention is not None:
        root = cast.root(mention.actor)
        state = cast[mention.actor].kind in (*STATES, "government") and cast[root].kind in STATES
        if state or cast[root].kind in ("armed_group", "igo"):
            yield root
        return
    if thing.base not in words.either("bodies.heads", "nouns.security", "nouns.missions", "nouns.vessel"):
        return
    if any(child.lower_ in words["bodies.opposing"] for child in thing.children):
        return  # "the rebel army of Chad"
    yield from (
        cast.root(owner.actor)
        for owner in denoter.owners(thing)
        if owner.via != "pronoun" and cast[cast.root(owner.actor)].kind in STATES
    )


def rulers(denoter: Denoter) -> Iterator[tuple[str, str]]:
    """Yield persons after whom a government is called, with the country: "the *Pinto* regime", "*Pinto's* cabinet".

    So are leaders with officials, ministers and forces: "two *Putin* aides", "*Castro's* troops". The country is that
    which they are known to be of, else the only one that the text names, if nothing is done to that.
    """
    cast, nouns = denoter.cast, denoter.words.either(*_RULING)
    for party in denoter.named:
        actor = cast[party.actor]
        if actor.kind != "person" or actor.parent is not None:
            continue
        noun = _had_by(denoter, party)
        if noun is None:
            continue
        if noun.base in nouns:
            beside = noun.i == party.end and noun.base in denoter.words["nouns.ruling"]
            country = cast.home(actor.id) or _ruled(denoter, noun)
            country = country or (_only_state(denoter, noun) if beside else None)
        elif noun.base in denoter.words["nouns.staff"]:
            country = cast.home(actor.id)
        else:
            continue
        if country is not None and cast[country].kind in STATES:
            yield actor.id, country


def risen(denoter: Denoter) -> Iterator[tuple[str, str]]:
    """Yield unknown persons, with the state in which they are said to get to power: "took power in"."""
    cast, words = denoter.cast, denoter.words
    for power in denoter.doc.occurrences(words["nouns.of_power"]):
        verb = power.head if power.dep_ == "dobj" else power.head.head
        if verb.pos_ != "VERB" or verb.lemma_ not in words["verbs.getting_power"] or not _is_stated(verb):
            continue
        phrases = [child for thing in (verb, power) for child in thing.children if child.lower_ in ("in", "of")]
        lands = [denoter.mention_at.get(name.i) for phrase in phrases for name in phrase.children]
        states = {cast.root(land.actor) for land in lands if land is not None and cast[land.actor].kind in STATES}
        for subject in denoter.syntax.subjects(verb) if len(states) == 1 else ():
            for party in denoter.parties(Argument(subject.token)):
                actor = cast[party.actor]
                if actor.kind == "person" and actor.parent is None and not cast.is_known(actor.id):
                    yield actor.id, next(iter(states))


def reigning(denoter: Denoter) -> Iterator[tuple[str, str]]:
    """Yield unknown persons under whom a state is said to be or do something: "Under Ana Ruiz, *Peru* grew rich"."""
    cast = denoter.cast
    for under in denoter.doc.occurrences(("under", "Under")):
        named = [denoter.mention_at.get(child.i) for child in under.children if child.dep_ == "pobj"]
        if len(named) != 1 or named[0] is None or under.dep_ != "prep":
            continue
        actor = cast[named[0].actor]
        above = under.head
        if actor.kind != "person" or actor.parent is not None or cast.is_known(actor.id):
            continue
        if above.pos_ in VERBAL:
            subjects = [argument.token for argument in denoter.syntax.subjects(above)]
        else:
            subjects = [above] if above.dep_ in ("nsubj", "nsubjpass") else []
        lands = [denoter.mention_at.get(subject.i) for subject in subjects]
        states = {land.actor for land in lands if land is not None and cast[land.actor].kind in STATES}
        if len(states) == 1 and len(lands) == 1:
            yield actor.id, states.pop()


def _ruled(denoter: Denoter, noun: Token) -> str | None:
    """Return the state that is of somebody's government: "the *Malian* government of Ana Ruiz", "in *Mali*"."""
    if noun.base not in denoter.words["nouns.ruling"]:
        return None
    names = [child for child in noun.children if child.dep_ in ("amod", "compound", "nmod", "poss")]
    names += [name for child in noun.children if child.lower_ in ("in", "of") for name in child.children]
    lands = [denoter.mention_at[name.i] for name in names if name.i in denoter.mention_at]
    states = {land.actor for land in lands if denoter.cast[land.actor].kind in STATES}
    return states.pop() if len(states) == 1 else None


def _had_by(denoter: Denoter, person: Party) -> Token | None:
    """Return the noun of what a person has: "the *Pinto government*", "Castro's *troops*", "the *regime* of Assad"."""
    last = denoter.doc[person.end - 1]
    noun = last.head
    if last.dep_ == "pobj" and noun.lower_ == "of":
        return noun.head if noun.head.base in denoter.words.either(*_RULING) else None
    if noun.i < person.end or last.dep_ not in ("compound", "nmod", "amod", "poss"):
        return None
    close = noun.i == person.end or last.dep_ == "poss" or noun.base not in denoter.words.either(*_RULING)
    return noun if close else None


def _only_state(denoter: Denoter, noun: Token) -> str | None:
    """Return the only state that a text names, unless it stands as a party of its own beside a noun."""
    named = [party for party in denoter.named if denoter.cast[denoter.cast.root(party.actor)].kind in STATES]
    states = {denoter.cast.root(party.actor) for party in named}
    if len(states) != 1:
        return None
    for party in named:
        name = denoter.doc[party.start : party.end].root
        place = name.dep_ == "pobj" and name.head.lower_ in ("in", "of", "across")
        if (
            noun.sent.start <= party.start < noun.sent.end
            and not place
            and name.dep_ not in ("poss", "amod", "compound")
        ):
            return None
    return states.pop()
