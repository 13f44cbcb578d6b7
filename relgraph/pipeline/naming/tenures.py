"""As what somebody serves, is elected or spends his time: "served as minister", "her years as *head* of Oxfam"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from relgraph.pipeline.arguments import PASSIVE_SUBJECTS, SUBJECTS

if TYPE_CHECKING:
    from relgraph.pipeline.denoting.denotation import Denoter
    from relgraph.pipeline.nlp.parse import Token
    from relgraph.pipeline.parties import Party
    from relgraph.pipeline.words import Words


def held_as(denoter: Denoter, person: Party, head: Token) -> Iterator[Token]:
    """Yield the nouns after "as" that may be an office of a person, whose name has this head."""
    if "as" not in head.sent.lowers:
        return
    yield from _of_verb(person, head, denoter.words)
    for clause in head.children:  # "Ana Ruiz, *who* succeeded him as"
        if clause.dep_ == "relcl":
            who = (child for child in clause.children if child.lower_ == "who" and child.i < clause.i)
            for one in who:
                yield from _of_verb(person, one, denoter.words)
                yield from acting_as(one, denoter.words)
    yield from _of_term(denoter, person, head)
    yield from acting_as(head, denoter.words)


def acting_as(subject: Token, words: Words) -> Iterator[Token]:
    """Yield the nouns in which capacity a subject acts: "*As president* of Mali, Keita …", "Ruiz, as *head* of …"."""
    verb = subject.head
    if subject.dep_ not in SUBJECTS | PASSIVE_SUBJECTS:
        return
    phrases = [c for c in subject.children if c.dep_ == "prep" and (c.nbor(-1).text == "," or subject.tag_ == "WP")]
    while verb.dep_ == "conj" and verb.head.pos_ in ("VERB", "AUX") and verb.head.i > subject.i:
        verb = verb.head
    for child in (*phrases, *(c for c in verb.lefts if c.i < subject.i or subject.tag_ == "WP")):
        if child.lower_ == "as" and child.dep_ == "prep":
            yield from child.children
            continue
        if child.dep_ == "prep" and child.lower_ in ("in", "during", "throughout"):
            inner = [noun for noun in child.children if noun.base in words["nouns.tenure"] and _is_own(noun)]
        else:
            inner = [child] if child.dep_ == "advcl" and child.lemma_ in words["verbs.serving"] else []
        for noun in inner:
            for phrase in noun.children:
                if phrase.lower_ == "as" and phrase.dep_ == "prep":
                    yield from phrase.children


def _is_own(term: Token) -> bool:
    """Tell whether a time or role is the subject's own: "in *his* role as", "during *a* term as"."""
    return all(child.dep_ != "poss" or child.tag_ == "PRP$" for child in term.children)


def installed_as(head: Token, words: Words) -> Iterator[Token]:
    """Yield the noun for the office that somebody, whose name has this head, got: "was elected *president*"."""
    verb = head.head
    if head.dep_ != "nsubjpass" or verb.lemma_ not in words["verbs.installing"]:
        return
    if any(child.dep_ == "neg" or child.tag_ == "MD" or child.lower_ == "to" for child in verb.children):
        return
    yield from (child for child in verb.children if child.dep_ == "oprd" and child.i > verb.i)


def _of_verb(person: Party, head: Token, words: Words) -> Iterator[Token]:
    """Yield those of a verb: "served as", "appointed him as", "succeeded Ivo Kahn as minister"."""
    outer = head.head.head if head.dep_ == "pobj" else head  # "the election of Laura Pinto as president"
    verb = outer if head.head.dep_ == "agent" else head.head
    heir = verb.lemma_ in words["verbs.succeeding"]
    taking = head.dep_ == "nsubj" and (heir or verb.lemma_ in words["verbs.serving"] or _takes_office(verb, words))
    given = head.dep_ in ("pobj", "dobj", "nsubjpass") and not (
        (heir and head.dep_ != "pobj") or verb.lemma_ in words["verbs.removing"]
    )
    if not taking and not given:
        return
    for child in (*head.children, *head.head.children, *outer.children):
        if child.dep_ == "prep" and child.lower_ == "as" and (child.i >= person.end or (heir and verb is outer)):
            yield from child.children


def _takes_office(verb: Token, words: Words) -> bool:
    """Tell whether somebody begins or keeps an office: "took office", "came to power", "stayed on"."""
    if verb.lemma_ not in words["verbs.taking_office"]:
        return False
    nouns = (noun for child in verb.children for noun in (child, *child.children) if noun.dep_ in ("dobj", "pobj"))
    return any(noun.base in words["nouns.office_taken"] for noun in nouns) or any(
        child.dep_ == "prt" and child.lower_ in ("on", "over", "back") for child in verb.children
    )


def _of_term(denoter: Denoter, person: Party, head: Token) -> Iterator[Token]:
    """Yield those of a noun for a time in office: "Ana Ruiz's term as", "began his second term as"."""
    for phrase in head.sent:
        term = phrase.head
        if phrase.lower_ != "as" or phrase.dep_ != "prep" or term.base not in denoter.words["nouns.tenure"]:
            continue
        owners = [child for child in term.children if child.dep_ == "poss"]
        if any(owner is head for owner in owners) or (
            all(owner.tag_ == "PRP$" for owner in owners)
            and (owners or (head.dep_ == "nsubj" and head.head is term.head))
            and _is_only_person(denoter, person, term)
        ):
            yield from phrase.children


def _is_only_person(denoter: Denoter, person: Party, term: Token) -> bool:
    """Tell whether no other person is named in the sentence, who might be meant by "his"."""
    return not any(
        mention.actor != person.actor and denoter.cast[mention.actor].kind == "person"
        for token in term.sent
        if (mention := denoter.mention_at.get(token.i)) is not None
    )
