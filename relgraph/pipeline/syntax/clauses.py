"""The subjects of a word's complement clause: who is asked to do it, or is said to have done it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.pipeline.arguments import PASSIVE_SUBJECTS, SUBJECTS, VERBAL

if TYPE_CHECKING:
    from collections.abc import Iterator

    from relgraph.pipeline.nlp.parse import Token
    from relgraph.pipeline.syntax.syntax import Syntax


def clause_subjects(syntax: Syntax, word: Token) -> list[Token]:
    """Return the subjects of a word's clause: "demanded that Iran stop", "a call for Iran to stop"."""
    found: list[Token] = []
    if word.pos_ == "NOUN":
        # "a demand for Iran to stop", with Iran as the noun's own
        for child in word.children:
            if child.dep_ == "acl" and syntax.is_infinitive(child):
                found.extend(argument.token for argument in syntax.subjects(child) if not argument.owner)
    for child in (*word.children, *_joined_wishes(word)):
        if (
            not (child.dep_ in ("ccomp", "xcomp", "acl", "relcl", "oprd", "conj") or _is_for_clause(child))
            or child.i < word.i
            or (child.dep_ == "conj" and not _has_that(child))
            or not (_is_wished(syntax, child) or _may_be_subjunctive(syntax, child, word))
        ):
            continue
        own = syntax.own_subjects(child) + [token for token in child.children if token.dep_ in PASSIVE_SUBJECTS]
        if not own and child.dep_ == "xcomp":
            # "told Islamabad to close the camps"
            own = syntax.objects(word) if word.pos_ in VERBAL else []
        found.extend(own)
    if not found and word.dep_ == "csubj" and word.head.lemma_ == "be":
        # "What Chad wants is for Mali to leave"
        found = [token for clause in word.head.children if _is_for_clause(clause) for token in clause.children]
        return [token for token in found if token.dep_ in SUBJECTS or token.dep_ in PASSIVE_SUBJECTS]
    return found


def _joined_wishes(word: Token) -> Iterator[Token]:
    """Yield the further that-clauses of one: "demanded that Chad leave and *that Mali pay*"."""
    for first in word.children:
        if first.dep_ == "ccomp" and first.i > word.i:
            yield from (joined for joined in first.children if joined.dep_ == "conj" and _has_that(joined))


def _has_that(clause: Token) -> bool:
    return any(child.dep_ == "mark" and child.lower_ == "that" for child in clause.children)


def statement_subjects(syntax: Syntax, verb: Token) -> list[Token]:
    """Return who does what a verb's complement clause says was done: "alleged that Iran had broken the treaty"."""
    found: list[Token] = []
    for clause in verb.children:
        if clause.dep_ == "ccomp" and clause.i > verb.i and not _is_wished(syntax, clause):
            found.extend(syntax.agents(clause) if syntax.is_passive(clause) else syntax.own_subjects(clause))
    return found


def meant_by_reflexive(syntax: Syntax, pronoun: Token, verb: Token) -> Token:
    """Return the subject above if the token is reflexive ("Chad found *itself* forced to leave"), else the token."""
    reflexive = pronoun.tag_ == "PRP" and pronoun.lower_.endswith(("self", "selves"))
    if reflexive and pronoun.dep_ in SUBJECTS | PASSIVE_SUBJECTS and verb.head.i < pronoun.i:
        return next((argument.token for argument in syntax.subjects(verb.head)), pronoun)
    return pronoun


def _is_wished(syntax: Syntax, clause: Token) -> bool:
    """Tell whether a clause says what shall be, not what is: an infinitive, a subjunctive, or one with "should"."""
    auxiliaries = [child.lower_ for child in clause.children if child.dep_ in ("aux", "auxpass")]
    if "would" in auxiliaries and (
        clause.head.lemma_ in syntax.words["verbs.speaking"] or clause.head.lemma_ in ("propose", "suggest")
    ):
        return False  # "told them that Iran would not talk", "proposed that Iran would open the strait"
    if clause.tag_ in ("VB", "VBG") or "be" in auxiliaries:
        return all(word in ("to", "be", "should", "must", "not", "shall", "would") for word in auxiliaries)
    return "should" in auxiliaries or "must" in auxiliaries


def _may_be_subjunctive(syntax: Syntax, clause: Token, word: Token) -> bool:
    """Tell whether a verb after "demanded that" or "its demand that" is wished for, though it looks like a present."""
    # "demanded that they *put* down their arms": no past tense, though it looks like one
    alike = clause.tag_ == "VBD" and clause.lower_ in syntax.words["verbs.same_in_past"]
    past = alike and clause.dep_ == "ccomp" and word.lemma_ in syntax.words["verbs.desire"]
    return (
        (clause.tag_ == "VBP" or past)
        and (clause.dep_ in ("ccomp", "conj") or (clause.dep_ == "acl" and _has_that(clause)))
        and word.lemma_ in syntax.words.either("verbs.mandative", "nouns.directive")
        and not any(child.dep_ in ("aux", "auxpass") for child in clause.children)
    )


def _is_for_clause(clause: Token) -> bool:
    """Tell whether a clause is one like "for the troops to leave"."""
    return clause.dep_ == "advcl" and any(child.dep_ == "mark" and child.lower_ == "for" for child in clause.children)
