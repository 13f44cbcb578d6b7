"""Pronouns that mean whom what governs them names: "*Chile's* claim that it", "gave *Cuba* its freedom"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from relgraph.pipeline.arguments import PASSIVE_SUBJECTS, SUBJECTS, VERBAL

if TYPE_CHECKING:
    from relgraph.pipeline.denoting.denotation import Denoter
    from relgraph.pipeline.nlp.parse import Token

_WITHIN = frozenset({"in", "for", "over", "during", "after", "since"})
_MAX_STEPS = 5


def governor(denoter: Denoter, pronoun: Token) -> Token | None:
    """Return the noun that what governs a pronoun makes it mean, whoever that is."""
    if pronoun.tag_ != "PRP$":
        return _who_claims(denoter, pronoun)
    return _given(denoter, pronoun) or _taking_part(denoter, pronoun) or _complaining(denoter, pronoun)


def _who_claims(denoter: Denoter, pronoun: Token) -> Token | None:
    """Return whose claim it is in "*Chile's* claim that it owned the desert": he claims it of himself.

    An accusation may be of either: "denied Chile's charge that it".
    """
    clause, noun = pronoun.head, pronoun.head.head
    if pronoun.dep_ not in SUBJECTS | PASSIVE_SUBJECTS or clause.dep_ not in ("acl", "ccomp") or noun.pos_ != "NOUN":
        return None
    if not any(child.dep_ == "mark" and child.lower_ == "that" for child in clause.children):
        return None
    if noun.base in denoter.words["nouns.accusing"] and pronoun.lower_ == "it":
        return None
    return next(
        (
            child
            for child in noun.lefts
            if child.dep_ == "poss" or (child.dep_ == "amod" and child.i in denoter.mention_at)
        ),
        None,
    )


def _complaining(denoter: Denoter, pronoun: Token) -> Token | None:
    """Return whose claim it is that another one hit what is his: "*Chile's* claim that Peru seized its ships"."""
    thing, clause = pronoun.head, pronoun.head.head
    claim = clause.head
    if thing.dep_ != "dobj" or clause.dep_ not in ("acl", "ccomp") or claim.base not in denoter.words["nouns.accusing"]:
        return None
    if not any(denoter.denote(child) for child in clause.children if child.dep_ in SUBJECTS):
        return None
    return next((child for child in claim.lefts if child.dep_ == "poss" or child.i in denoter.mention_at), None)


def _given(denoter: Denoter, pronoun: Token) -> Token | None:
    """Return who gets what only a nation has: "granted *Cuba* its freedom"."""
    noun = pronoun.head
    if noun.dep_ != "dobj" or noun.base not in denoter.words.either("nouns.of_nations_alone", "nouns.of_free_nations"):
        return None
    return next((child for child in noun.head.children if child.dep_ == "dative" and child.i < pronoun.i), None)


def _taking_part(denoter: Denoter, pronoun: Token) -> Token | None:
    """Return who does what a phrase tells more of: "success of *Hamas* in its war", "sought by *Hamas* in its war"."""
    phrase = pronoun.head.head
    if pronoun.head.dep_ != "pobj" or phrase.lower_ not in _WITHIN or phrase.dep_ != "prep":
        return None
    doing = phrase.head
    if doing.dep_ == "acl" and doing.tag_ == "VBN" and phrase.lower_ in ("in", "during"):
        return next((noun for noun in denoter.syntax.agents(doing) if noun.i < pronoun.i), None)
    if doing.pos_ != "NOUN" or (doing.base, "of") in denoter.lexicon.suffered:
        return None
    of = (token for child in doing.children if child.lower_ == "of" for token in child.children)
    return next((token for token in of if token.dep_ == "pobj" and token.i < pronoun.i), None)


def enabled(denoter: Denoter, pronoun: Token) -> Token | None:
    """Return the subject of "*Hamas* sells oil, enabling it to buy arms": what it does enables itself.

    Nobody, if another one is named beside it.
    """
    verb = pronoun.head
    if verb.dep_ in ("ccomp", "xcomp") and pronoun.dep_ in SUBJECTS:
        verb = verb.head
    elif pronoun.dep_ not in ("dobj", "dative"):
        return None
    if verb.dep_ != "advcl" or verb.tag_ != "VBG" or verb.lemma_ not in denoter.words["verbs.enabling"]:
        return None
    named = denoter.mention_at
    subject = next((arg.token for arg in denoter.syntax.subjects(verb.head) if arg.token.i < verb.head.i), None)
    if subject is None or any(i in named and denoter.is_power(named[i]) for i in range(verb.head.i, pronoun.i)):
        return None
    return subject


def above(denoter: Denoter, pronoun: Token) -> Iterator[int]:
    """Yield the subjects of the clauses above a pronoun's own one, the nearest first."""
    verb = next((token for token in pronoun.ancestors if token.pos_ in VERBAL), None)
    for _ in range(_MAX_STEPS):
        if verb is None or verb.head.i == verb.i:
            return
        verb = next((token for token in verb.ancestors if token.pos_ in VERBAL), None)
        if verb is not None:
            yield from (arg.token.i for arg in denoter.syntax.subjects(verb) if not arg.owner)
            yield from (noun.i for noun in denoter.syntax.passive_subjects(verb))


def doer_above(denoter: Denoter, token: Token, nouns: Iterable[Token]) -> Token | None:
    """Return who does what an infinitive says that names nobody: "*France* found it useful to bribe them".

    `nouns` are those that it is said of, which may say themselves whose it is: "condemned *Chile's* plan to bomb them".
    """
    if any(child.dep_ == "poss" or child.i in denoter.mention_at for noun in nouns for child in noun.children):
        return None
    inside = {token.i, *(ancestor.i for ancestor in token.ancestors)}
    relative = {clause.head.i for clause in token.ancestors if clause.dep_ == "relcl"}
    over = (denoter.doc[i] for i in above(denoter, token))
    found = next((noun for noun in over if noun.lower_ != "it" and (noun.i in relative or noun.i not in inside)), None)
    return found if found is not None and found.i not in inside else None


def put_to_court(denoter: Denoter, pronoun: Token) -> Token | None:
    """Return who asks a court or body to settle what is his: "*Chad* asked the court to settle its row with Mali"."""
    quarrel, words = pronoun.head, denoter.words
    verb, asking = quarrel.head, quarrel.head.head
    if quarrel.dep_ != "dobj" or quarrel.base not in words["nouns.quarrel"] or verb.dep_ not in ("xcomp", "ccomp"):
        return None
    if verb.lemma_ not in words["verbs.settling"] or asking.lemma_ not in words.either("verbs.desire", "verbs.telling"):
        return None
    asked = next((noun for noun in denoter.syntax.objects(asking) if noun.i < verb.i), None)
    if asked is None:
        return None
    judges = asked.base in words["nouns.judging"] or asked.lower_ in words["nouns.judging"]
    if not judges and not any(denoter.cast[party.actor].kind == "igo" for party in denoter.denote(asked)):
        return None
    return next((child for child in asking.children if child.dep_ in SUBJECTS), None)
