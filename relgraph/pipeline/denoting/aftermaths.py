"""Who turns out to be behind a deed of which only the weapon is named, or nothing: "a bomb killed ten soldiers".

It is told by a phrase of the clause ("in an attack claimed by ETA"), by a noun that sums it up (", an attack that
Madrid blamed on ETA"), or by what is said right after it ("ETA claimed responsibility", "Madrid blamed ETA").
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from relgraph.pipeline.arguments import SUBJECTS, VERBAL, Argument
from relgraph.pipeline.denoting.casualties import claimants
from relgraph.pipeline.denoting.makers import blamed_for
from relgraph.pipeline.syntax.negation import has_not
from relgraph.pipeline.syntax.standing import is_nobodys

if TYPE_CHECKING:
    from relgraph.pipeline.denoting.denotation import Denoter
    from relgraph.pipeline.nlp.parse import Token
    from relgraph.pipeline.parties import Party

CHARGED = "who is blamed for it"
"""How the one is known whom others charge with a deed."""
_OWNED_UP = "who says that he did it"
_KNOWN = frozenset({"the", "that", "this"})
_BROKEN_OFF = frozenset({",", "-", "–", "—"})
_UPON = frozenset({"on", "to"})
_BY_WHICH = frozenset({"in", "after", "following"})
_ONE = frozenset({"a", "an"})


def behind_weapon(denoter: Denoter, weapon: Token) -> list[Party]:
    """Return whose a weapon or deed is: "a *bomb* killed ten in an attack claimed by ETA", "died in a *raid*"."""
    if weapon.base not in denoter.words["means.fights"]:
        return []
    within = weapon.dep_ == "pobj" and weapon.head.lower_ == "in"
    verb = weapon.head.head if within else weapon.head
    acts = within or (weapon.dep_ == "nsubj" and verb.i > weapon.i)
    if not acts or verb.pos_ != "VERB" or not _is_violent(denoter, verb):
        return []
    found = behind_deed(denoter, verb)
    return [p if p.start < verb.sent.end else replace(p, start=weapon.i, end=weapon.i + 1) for p in found]


def behind_deed(denoter: Denoter, verb: Token) -> list[Party]:
    """Return who is told to have done what a verb says was done by nobody named."""
    found, charging = next(_told(denoter, verb), ([], None))
    how = _OWNED_UP if charging is None else CHARGED
    return [replace(party, how=how) for party in found]


def charge(denoter: Denoter, verb: Token) -> Token | None:
    """Return the verb by which others say who did what a verb says, if he does not say so himself."""
    return next((charging for _, charging in _told(denoter, verb)), None)


def _told(denoter: Denoter, verb: Token) -> Iterator[tuple[list[Party], Token | None]]:
    """Yield who is told to be behind a deed, with the verb that charges him with it."""
    if not any(lemma in denoter.words.either("verbs.owning", "verbs.charging") for lemma in _lemmas_from(verb)):
        return
    for deed in _deeds_of(denoter, verb):
        if found := claimants(denoter, deed):
            yield found, None
        elif found := blamed_for(denoter, deed):
            charges = (word for word in deed.subtree if word.lemma_ in denoter.words["verbs.charging"])
            yield found, next(charges, None)
    for after in _said_next(verb):
        if found := _owning_up(denoter, after):
            yield found, None
        elif found := _charged(denoter, after):
            yield found, after


def _is_violent(denoter: Denoter, verb: Token) -> bool:
    return verb.lemma_ in denoter.words.either("verbs.striking", "verbs.killing_people", "verbs.harming", "verbs.dying")


def _lemmas_from(verb: Token) -> Iterator[str]:
    """Yield the lemmas from a verb to the end of the next sentence."""
    doc, end = verb.doc, verb.sent.end
    last = doc[end].sent.end if end < len(doc) else end
    for i in range(verb.i, last):
        yield doc[i].lemma_


def _deeds_of(denoter: Denoter, verb: Token) -> Iterator[Token]:
    """Yield the nouns for the deed that a verb tells: "in *an attack*", "after *an attack*", ", *an attack*"."""
    forces = denoter.words["means.fights"]
    for child in verb.children:
        if child.dep_ == "prep" and child.lower_ in _BY_WHICH:
            yield from (noun for noun in child.children if noun.dep_ == "pobj" and noun.base in forces)
    for noun in denoter.doc[verb.i + 1 : verb.sent.end]:
        if noun.base in forces and noun.pos_ == "NOUN":
            first = noun.left_edge
            if first.lower_ in _ONE and first.i > 0 and first.nbor(-1).text in _BROKEN_OFF:
                yield noun


def _said_next(verb: Token) -> Iterator[Token]:
    """Yield the verbs of what is said right after a deed: of the next sentence, or behind a semicolon."""
    doc, sentence = verb.doc, verb.sent
    if sentence.end < len(doc):
        yield doc[sentence.end].sent.root
    yield from (child for child in verb.children if child.dep_ in ("ccomp", "parataxis", "conj") and child.i > verb.i)
    if verb.dep_ == "ccomp" and verb.head.i > verb.i:
        yield verb.head  # "a bomb wounded two; *Hamas* claimed", as the parser hangs it


def _owning_up(denoter: Denoter, verb: Token) -> list[Party]:
    """Return who says that he did what was told: "*ETA* claimed responsibility", "*ETA* claimed the attack"."""
    words = denoter.words
    if verb.pos_ not in VERBAL or verb.lemma_ not in words["verbs.owning"] or is_nobodys(verb) or has_not(verb):
        return []
    if denoter.syntax.is_passive(verb):
        deed = next((child for child in verb.children if child.dep_ == "nsubjpass"), None)
        if deed is None or not _is_that(denoter, deed):
            return []
        return [party for token in denoter.syntax.agents(verb) for party in denoter.parties(Argument(token))]
    things = [child for child in verb.children if child.dep_ == "dobj"]
    if not any(_is_that(denoter, thing) or _is_for_that(denoter, thing) for thing in things):
        return []
    own = (child for child in verb.children if child.dep_ in SUBJECTS)
    return [party for token in own for party in denoter.parties(Argument(token))]


def _charged(denoter: Denoter, verb: Token) -> list[Party]:
    """Return who is said to have done what was told: "Madrid blamed *ETA*", "blamed the attack on *ETA*"."""
    if verb.pos_ not in VERBAL or verb.lemma_ not in denoter.words["verbs.charging"] or has_not(verb):
        return []
    if denoter.syntax.is_passive(verb):
        return []
    things = [child for child in verb.children if child.dep_ == "dobj"]
    grounds = [phrase for holder in (verb, *things) for phrase in holder.rights if phrase.dep_ == "prep"]
    if any(_is_that(denoter, thing, but=_UPON) for thing in things):
        tokens = [token for word in _UPON for token in denoter.syntax.prepositional(verb, word)]
    elif verb.lemma_ == "blame" and all(
        phrase.lower_ == "for" and all(_is_that(denoter, child) for child in phrase.children) for phrase in grounds
    ):
        tokens = things
    else:
        return []
    return [party for token in tokens for party in denoter.parties(Argument(token))]


def _is_that(denoter: Denoter, noun: Token, but: frozenset[str] = frozenset()) -> bool:
    """Tell whether a noun is the deed just told and no other: "the attack", not "the attack on the bank".

    The parser may hang a phrase with a word of `but` on it that is the verb's: "blamed the attack *on ETA*".
    """
    deed = noun.base in denoter.words.either("means.fights", "events.force", "events.killing")
    known = any(child.lower_ in _KNOWN for child in noun.lefts)
    told = (child for child in noun.rights if child.dep_ in ("prep", "acl", "relcl"))
    return deed and known and all(child.lower_ in but for child in told)


def _is_for_that(denoter: Denoter, noun: Token) -> bool:
    """Tell whether a noun is one's share in the deed just told: "responsibility", "responsibility for the raid"."""
    if noun.base not in denoter.words["nouns.share"]:
        return False
    said = [child for phrase in noun.rights if phrase.lower_ == "for" for child in phrase.children]
    return all(_is_that(denoter, child) for child in said)
