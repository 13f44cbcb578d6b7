"""Whose deed cost lives: "the raid by Hamas *in which* two died", "a bombing *for which* ETA claimed responsibility".

The clause says what the deed did, or who owns up to it; the deed itself stands before it, or above the place named
there ("an attack on a church in Jolo, where nine were killed").
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.pipeline.arguments import VERBAL, Argument

if TYPE_CHECKING:
    from relgraph.pipeline.denoting.denotation import Denoter
    from relgraph.pipeline.nlp.parse import Token
    from relgraph.pipeline.parties import Party
    from relgraph.pipeline.relating.material import Material

_MAX_STEPS = 6
_WHILE = frozenset({"as", "when", "after", "while"})
_WITHIN = frozenset({"in", "during"})
_LOST = frozenset({"life", "limb", "death", "end"})
_NOUNS = frozenset({"NOUN", "PROPN"})
_WHICH = frozenset({"WDT", "WP"})


def is_of_casualties(denoter: Denoter, clause: Token) -> bool:
    """Tell whether a clause says that people died: "in which two men *died*", "*lost* their lives"."""
    if clause.lemma_ in denoter.words["verbs.dying"]:
        return True
    return any(child.dep_ == "dobj" and child.lemma_ in _LOST for child in clause.children)


def within_which(denoter: Denoter, pronoun: Token, clause: Token) -> list[Party] | None:
    """Return whose deed "which" is in "in which two men died"; None if its clause says no such thing."""
    within = pronoun.dep_ == "pobj" and pronoun.head.lower_ in _WITHIN
    return culprits(denoter, clause) if within and is_of_casualties(denoter, clause) else None


def attackers(material: Material, verb: Token) -> list[Party]:
    """Return who attacks as somebody is killed: "nine were shot when *Chilean* troops stormed the camp".

    So also whose deed it was in which he was killed.
    """
    means = material.words["means.fights"]
    for clause in verb.children:
        if clause.dep_ != "advcl" or clause.pos_ not in VERBAL:
            continue
        if any(child.lower_ in _WHILE and child.dep_ in ("mark", "advmod") for child in clause.children):
            blows = any(
                frame.type == "fights.attacks" and len(parts) == 1 and not frame.companions
                for frame, parts in material.frames.lookup("verb", clause.lemma_)
            )
            if blows or any(token.base in means for token in material.syntax.objects(clause)):
                return material.doers(clause)
    return culprits(material.denoter, verb)


def culprits(denoter: Denoter, verb: Token) -> list[Party]:
    """Return whose deed it was in which a relative clause says that somebody was killed."""
    clause = _relative(verb)
    if clause is None or not (_says_in_which(verb) or _says_in_which(clause)):
        return []
    deed = _deed_above(denoter, clause.head)
    return [] if deed is None else denoter.owners(deed) or denoter.borrowed(deed)


def claimants(denoter: Denoter, deed: Token) -> list[Party]:
    """Return who says that he did a deed: "the bombing, for which *ETA* claimed responsibility", "claimed by *ETA*"."""
    if deed.pos_ not in _NOUNS or not _is_deed(denoter, deed):
        return []
    owning = denoter.words["verbs.owning"]
    if owning.isdisjoint(token.lemma_ for token in deed.sent):
        return []
    if deed.dep_ == "nsubjpass" and deed.head.lemma_ in owning:  # "the raid, which cost lives, was claimed by *ETA*"
        return [party for token in denoter.syntax.agents(deed.head) for party in denoter.parties(Argument(token))]
    for clause in denoter.doc[deed.i + 1 : deed.sent.end]:
        if clause.lemma_ not in owning or clause.pos_ not in VERBAL or any(c.dep_ == "neg" for c in clause.children):
            continue
        if clause.dep_ == "acl" and clause.tag_ in ("VBN", "VBD") and deed.is_ancestor(clause):
            tokens = denoter.syntax.agents(clause)
            found = [party for token in tokens for party in denoter.parties(Argument(token))]
        elif (above := _relative(clause)) is not None and (_owns_up(denoter, clause) or _owns(clause)):
            deed_of_clause = _deed_above(denoter, above.head)
            if deed_of_clause is None or deed_of_clause.i != deed.i:
                continue
            own = (argument for argument in denoter.syntax.subjects(clause) if argument.token.i > deed.i)
            found = [party for argument in own for party in denoter.parties(argument)]
        else:
            continue
        if found:
            return found
    return []


def _relative(verb: Token) -> Token | None:
    """Return the relative clause that a verb heads or is joined to."""
    clause = verb
    for _ in range(_MAX_STEPS):
        if clause.dep_ == "relcl":
            return clause
        if clause.dep_ != "conj" or clause.head.pos_ not in VERBAL:
            return None
        clause = clause.head
    return None


def _says_in_which(clause: Token) -> bool:
    return any(
        (child.dep_ == "advmod" and child.lower_ == "where")
        or (child.dep_ == "prep" and child.lower_ in _WITHIN and any(c.tag_ in _WHICH for c in child.children))
        for child in clause.lefts
    )


def _owns_up(denoter: Denoter, clause: Token) -> bool:
    """Tell whether a clause says that somebody has done what is spoken of: "*for which* ETA claimed responsibility"."""
    shares = [child for child in clause.children if child.dep_ == "dobj" and child.base in denoter.words["nouns.share"]]
    return any(
        phrase.lower_ == "for" and any(child.tag_ in _WHICH for child in phrase.children)
        for holder in (clause, *shares)
        for phrase in holder.children
    )


def _owns(clause: Token) -> bool:
    """Tell whether what somebody claims is what the clause is about: "an attack *that ETA claimed*"."""
    things = [child for child in clause.children if child.dep_ == "dobj"]
    return clause.dep_ == "relcl" and all(thing.tag_ in _WHICH or thing.lower_ == "that" for thing in things)


def _deed_above(denoter: Denoter, noun: Token) -> Token | None:
    """Return the deed that a noun is or at whose place it stands: "an *attack* on a church in Jolo"."""
    for _ in range(_MAX_STEPS):
        if _is_deed(denoter, noun):
            return noun
        if noun.dep_ not in ("pobj", "prep", "conj", "appos", "npadvmod") or noun.head.pos_ in VERBAL:
            break
        noun = noun.head
    return _object_before(denoter, noun)


def _object_before(denoter: Denoter, noun: Token) -> Token | None:
    """Return the deed beside whose place a clause stands, hung on the verb: "launched an *attack* on Jolo, where"."""
    verb = noun.head.head if noun.dep_ == "pobj" and noun.head.dep_ == "prep" else noun.head
    if verb.pos_ not in VERBAL or noun.dep_ not in ("pobj", "conj"):
        return None  # "condemned the attacks in Jos and the city of Kano, where": the parser joins the last to the verb
    objects = (child for child in verb.children if child.dep_ == "dobj" and child.i < noun.i)
    return next((child for child in objects if _is_deed(denoter, child)), None)


def _is_deed(denoter: Denoter, noun: Token) -> bool:
    return noun.base in denoter.words.either("means.fights", "events.killing")
