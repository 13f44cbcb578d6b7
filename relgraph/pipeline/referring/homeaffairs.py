"""Bodies of one country that deal with each other: "Peru's opposition accused *the army*", no state its own acts."""

from __future__ import annotations

from collections.abc import Container
from typing import TYPE_CHECKING

from relgraph.pipeline.arguments import PASSIVE_SUBJECTS, SUBJECTS, VERBAL, Argument
from relgraph.pipeline.cast import STATES
from relgraph.pipeline.denoting.denotation import Denoter
from relgraph.pipeline.parties import Party

if TYPE_CHECKING:
    from relgraph.pipeline.candidates import Candidate
    from relgraph.pipeline.nlp.parse import Token

_LETTING = "cooperates.concedes/allow"
_OPEN = frozenset({"disputes", "cooperates"})
_GOING = frozenset({"to", "into", "from"})
_HELD = ("nouns.vessel", "nouns.moved", "nouns.forces", "nouns.country_word", "nouns.body_word")
"""Classes of nouns for what acts for a state, whatever follows them."""
_AT_HOME = ("nouns.home_bodies", "nouns.home_authorities", "nouns.home_rulers")
_TELLING_WHOSE = frozenset({"det", "poss", "prep", "relcl", "acl", "compound", "amod", "conj"})
_PLANNED = frozenset({"will", "would", "'ll", "’ll", "wo"})


def of_its_own(denoter: Denoter, noun: Token) -> list[Party]:
    """Return the country whose own court, opposition or government has to do with a bare "the army" in its clause.

    The courts and the opposition of a country are concerned with its own government, army and police; so are its
    government and parliament with the army and the police, but they may deal with the government of another country.
    """
    lemma = noun.base
    words = denoter.words
    # "police held *opposition* leader Ana Ruiz"
    opposed = lemma == "opposition" and noun.dep_ == "compound" and denoter.is_people_word(noun.head)
    if not opposed and (lemma not in words["nouns.home_bodies"] or not _is_bare(noun, denoter.mention_at)):
        return []
    for clause in noun.ancestors:
        if clause.pos_ not in VERBAL:
            continue
        for argument in denoter.syntax.subjects(clause):
            actor = argument.token
            if actor.i >= noun.i or noun.is_ancestor(actor):
                continue
            ruling = actor.base in words["nouns.home_rulers"] and lemma in words["nouns.home_forces"]
            ruling = ruling or (opposed and actor.base in words.either(*_AT_HOME))
            at_home = words.either("nouns.home_judges", "nouns.own_citizens")
            called = {token.base for token in denoter.doc[actor.left_edge.i : actor.i + 1] if token.pos_ != "ADJ"}
            if not ruling and at_home.isdisjoint(called if actor.pos_ == "PROPN" else {actor.base}):
                return []  # "*opposition* leader Ana Ruiz" is called what she is
            return _country(denoter, actor, noun)
    return []


def speaking_for(denoter: Denoter, noun: Token) -> list[Party]:
    """Return the country whose plans its minister tells: "*The minister* said that Chad would not pay".

    What another country must do he tells, too, but not what it will.
    """
    verb = noun.head
    if noun.dep_ not in SUBJECTS or verb.lemma_ not in denoter.words["verbs.speaking"] or noun.i in denoter.mention_at:
        return []
    if noun.base not in denoter.words["offices.heads"] or denoter.is_country_named(noun.i):
        return []
    if noun.left_edge.lower_ != "the" or any(child.dep_ in ("prep", "poss", "relcl") for child in noun.children):
        return []
    for clause in verb.children:
        if clause.dep_ == "ccomp" and clause.i > verb.i:
            planned = any(child.dep_ == "aux" and child.lower_ in _PLANNED for child in clause.children)
            planned = planned and not denoter.syntax.is_passive(clause)
            ready = any(word.lower_ in denoter.words["adjectives.intended"] for word in (clause, *clause.children))
            subject = next((child for child in clause.children if child.dep_ in SUBJECTS | PASSIVE_SUBJECTS), None)
            if subject is not None and (planned or ready) and _is_state(denoter, subject):
                return _country(denoter, subject, noun)
    return []


def flown_by(denoter: Denoter, noun: Token) -> list[Party]:
    """Return the country whose craft are sent against somebody, as it tells so: "Chad said that *jets* had hit them".

    Also whose forces act in the clause that the craft's own is joined to: "Chad attacked, and *helicopters* shelled".
    """
    words, verb = denoter.words, noun.head
    if noun.base not in words["nouns.war_craft"] or noun.tag_ != "NNS" or noun.dep_ != "nsubj":
        return []
    if noun.i in denoter.mention_at or any(child.dep_ in _TELLING_WHOSE for child in noun.children):
        return []
    if verb.lemma_ not in words.either("foes.fighting", "events.force") or verb.dep_ not in ("ccomp", "conj", "advcl"):
        return []
    above = verb.head
    if verb.dep_ == "ccomp" and above.lemma_ not in words["verbs.speaking"]:
        return []
    roots = {denoter.cast.root(party.actor) for one in denoter.syntax.subjects(above) for party in denoter.parties(one)}
    if len(roots) != 1 or denoter.cast[next(iter(roots))].kind not in STATES:
        return []
    hit = [party for thing in denoter.syntax.objects(verb) for party in denoter.denote(thing, target=True)]
    if verb.dep_ == "ccomp" and (not hit or any(denoter.cast.root(party.actor) in roots for party in hit)):
        return []  # "Chad said that *jets* had hit two of its bases"
    return [Party(roots.pop(), noun.left_edge.i, noun.i + 1, "description", how="whose forces act")]


def _is_state(denoter: Denoter, noun: Token) -> bool:
    """Tell whether a noun is a state or its government, and the sentence names no other one."""
    cast = denoter.cast
    named = {cast.root(party.actor) for party in denoter.named if noun.sent.start <= party.start < noun.sent.end}
    alone = sum(cast[root].kind in STATES for root in named) == 1
    return alone and (noun.i in denoter.mention_at or noun.base in denoter.words["nouns.ruling"])


def _country(denoter: Denoter, actor: Token, noun: Token) -> list[Party]:
    """Return the one country whose body acts, as the words of a noun mean it."""
    if actor.i in denoter.references:
        return []
    cast = denoter.cast
    roots = {cast.root(party.actor) for party in denoter.parties(Argument(actor))}
    if len(roots) != 1:
        return []
    root = roots.pop()
    if cast[root].kind == "person" and denoter.dateline is not None:
        root = denoter.dateline  # whose country is not said is of the one that the text was sent from
    if cast[root].kind not in STATES:
        return []
    return [Party(root, noun.left_edge.i, noun.i + 1, "description", how="of the country spoken of")]


def _is_bare(noun: Token, named: Container[int]) -> bool:
    """Tell whether "the" is all that a noun has with it, but for what says nothing of whose it is."""
    children = list(noun.children)
    return any(child.lower_ == "the" for child in children) and all(
        child.lower_ == "the"
        or child.dep_ in ("cc", "conj", "punct")
        # "accused the government *of corruption*", as the parser hangs it
        or (child.lower_ == "of" and not any(token.i in named for token in child.subtree))
        for child in children
    )


def is_of_own_things(candidate: Candidate, denoter: Denoter) -> bool:
    """Tell whether what a state does or has only touches other things of its own: "Peru's policy hurt its aims".

    Where bodies or people of one country deal with each other, both are named.
    """
    root = denoter.cast.root
    if candidate.type.startswith("restrains.") and _is_destination(denoter, candidate.target):
        return root(candidate.source.actor) == candidate.target.actor
    if candidate.type.partition(".")[0] not in _OPEN or root(candidate.source.actor) != root(candidate.target.actor):
        return False
    if candidate.frame.name == _LETTING:
        body = denoter.doc[candidate.target.start : candidate.target.end].root.base
        return body in denoter.words.either("nouns.home_rulers", "nouns.home_forces")  # "allowed the police to search"
    return _is_thing(denoter, candidate.target) and candidate.source.how == "owner"


def _is_destination(denoter: Denoter, party: Party) -> bool:
    """Tell whether a state is only where something goes: "limits on immigration *to the United States*"."""
    word = denoter.doc[party.start : party.end].root
    return party.actor == denoter.cast.root(party.actor) and word.dep_ == "pobj" and word.head.lower_ in _GOING


def _is_thing(denoter: Denoter, party: Party) -> bool:
    """Tell whether words name only what a state has or does: "American actions", not "American troops"."""
    if party.how != "owner":
        return False
    words = denoter.doc[party.start : party.end]
    named = [denoter.mention_at[word.i] for word in words if word.i in denoter.mention_at]
    if any(one.how == "named entity (government)" for one in named):
        return False  # "a *Supreme Court* order" is the court's
    nouns = [word for word in words if word.pos_ == "NOUN" and word.i not in denoter.mention_at]
    acting = any(denoter.is_whole(noun) or noun.base in denoter.words.either(*_HELD) for noun in nouns)
    return bool(nouns) and not acting
