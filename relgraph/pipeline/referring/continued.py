"""Whom a clause or sentence goes on about by a pronoun: "cut its ties with *Chad*, accusing it of"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.pipeline.arguments import SUBJECTS, VERBAL
from relgraph.pipeline.referring.binding import is_subjectless, own_side
from relgraph.pipeline.words import SOMEBODY

if TYPE_CHECKING:
    from relgraph.pipeline.denoting.denotation import Denoter
    from relgraph.pipeline.nlp.parse import Token

_AGAINST = ("on", "against", "upon", "with", "from", "to")
_LINKING = frozenset({*_AGAINST, "toward", "towards"})
_TO_ACTORS = ("verbs.judging", "verbs.accusing", "verbs.telling", "verbs.object_control")
"""Classes of verbs whose object is no thing."""
_OF_ACTORS = (
    *("verbs.accusing", "verbs.judging", "verbs.declaring", "verbs.telling", "verbs.contacting", "verbs.promising"),
    *("verbs.against_others", "verbs.rejecting", "verbs.expelling", "verbs.sending", "verbs.desire"),
)
"""Classes of verbs that no thing is the subject of where an actor may be."""
_WHEN = frozenset({"after", "before", "while", "without", "since"})
_AS_WELL = frozenset({"also", "too", "likewise", "similarly"})
_LETTING = frozenset(
    {"make", "let", "have", "get", "allow", "permit", "enable", "leave", "keep", "authorize", "expect"}
)


def subject_again(pronoun: Token) -> Token | None:
    """Return the pronoun that one says again as a subject: "*he* met President Sall, and he will visit Mali".

    So also before the main clause: "when *he* met President Sall, he promised".
    """
    verb = pronoun.head
    if pronoun.dep_ not in SUBJECTS or verb.pos_ not in VERBAL:
        return None
    clauses = [child for child in verb.lefts if child.dep_ == "advcl" and child.i < pronoun.i]
    if verb.dep_ == "conj" and verb.head.i < pronoun.i:
        clauses.append(verb.head)
    for clause in clauses:
        for first in clause.lefts:
            if first.dep_ in SUBJECTS and first.lower_ == pronoun.lower_ and first.pos_ == "PRON":
                return first
    return None


def answered_in(denoter: Denoter, pronoun: Token) -> Token | None:
    """Return whom a clause goes on about: "cut its ties with *Chad*, accusing it of", "broke with *Chad* and sued it".

    Only the one actor whom the verb before the clause names beside its subject; a thing that it acts on may be meant.
    """
    clause = _deed_to(denoter, pronoun)
    if clause is None or not is_subjectless(clause):
        return None
    verb = clause.head
    goes_on = clause.dep_ == "advcl" and clause.tag_ == "VBG" and verb.i < clause.i
    if clause.dep_ == "pcomp" and verb.lower_ in _WHEN and clause.tag_ == "VBG":
        verb, goes_on = verb.head, verb.i > verb.head.i
    if not (goes_on or (clause.dep_ == "conj" and verb.tag_ == clause.tag_)) or verb.pos_ not in VERBAL:
        return None
    syntax = denoter.syntax
    own = own_side(denoter, next(iter(arg.token for arg in syntax.subjects(verb)), verb))
    between = denoter.doc[verb.i + 1 : clause.left_edge.i if goes_on else clause.i]
    anywhere = clause.lemma_ in denoter.words["verbs.accusing"]
    if any(token.tag_ == "PRP" for token in between):
        return None  # "sees it as a force in Chad and maintains relations with it"
    named = {
        denoter.cast.root(party.actor): token
        for token in between
        for party in [denoter.mention_at.get(token.i)]
        if party is not None and denoter.is_power(party) and (anywhere or _is_dealt_with(token))
    }
    others = [token for actor, token in named.items() if actor not in own]
    return others[0] if len(others) == 1 else None


def _is_dealt_with(name: Token) -> bool:
    """Tell whether a name stands where whom one deals with does: "ties with *Chad*", no place: "a base in *Chad*"."""
    while name.dep_ in ("compound", "amod", "nmod", "poss") and name.head.pos_ in ("NOUN", "PROPN"):
        name = name.head
    return name.dep_ in ("dobj", "dative") or (name.dep_ == "pobj" and name.head.lower_ in _LINKING)


def _deed_to(denoter: Denoter, pronoun: Token) -> Token | None:
    """Return the verb of what is done to an object pronoun, if it is done to actors alone: "accusing *it* of"."""
    verb, words = pronoun.head, denoter.words
    if verb.pos_ in VERBAL and pronoun.dep_ in SUBJECTS and verb.tag_ == "VB" and verb.dep_ in ("ccomp", "xcomp"):
        verb = verb.head  # "urging it to leave"
    elif pronoun.dep_ == "pobj":
        verb = verb.head
        if verb.dep_ == "dobj" and verb.base in denoter.lexicon.measures | denoter.lexicon.stances:
            return verb.head if pronoun.head.lower_ in _AGAINST else None
        return None
    elif pronoun.dep_ != "dobj":
        return None
    known = any(verb.lemma_ in words[name] for name in _TO_ACTORS)
    return verb if verb.pos_ in VERBAL and known and verb.lemma_ not in words["verbs.causing"] | _LETTING else None


def paralleled(denoter: Denoter, pronoun: Token) -> Token | None:
    """Return whom the same was done to in the sentence before: "Peru backed *Chad*. Mali, too, backed it".

    The sentence must say that another one does it as well, or say it by the same verb.
    """
    verb, start = pronoun.head, pronoun.sent.start
    if pronoun.dep_ != "dobj" or verb.dep_ != "ROOT" or start == 0:
        return None
    before = pronoun.doc[start - 1].sent.root
    again = any(child.lower_ in _AS_WELL and child.i < pronoun.i for child in verb.children)
    again = again or any(denoter.lowers[i] in ("too", "likewise") for i in range(start, verb.i))
    if before.pos_ not in VERBAL or not (again or before.lemma_ == verb.lemma_):
        return None
    if any(arg.token.tag_ == "PRP" for arg in denoter.syntax.subjects(verb)):
        return None
    objects = denoter.syntax.passive_subjects(before) or denoter.syntax.objects(before)
    return objects[0] if len(objects) == 1 and denoter.denote(objects[0]) else None


def is_taken_up(denoter: Denoter, subject: Token, pronoun: Token) -> bool:
    """Tell whether "it" is the subject of the clause before, whatever that says: "*Chad* held …, and it sued Mali".

    A body or a text spoken of between them may do so as well.
    """
    verb, words = pronoun.head, denoter.words
    if pronoun.dep_ not in SUBJECTS or pronoun.tag_ != "PRP" or verb.tag_ not in ("VBD", "VBZ", "VBP"):
        return False
    first = verb.head if verb.dep_ == "conj" else next((c for c in verb.lefts if c.dep_ == "ccomp"), None)
    if first is None or subject.head.i != first.i or first.tag_ != verb.tag_:
        return False
    if any(child.dep_ in ("auxpass", "acomp", "attr") for child in verb.children):
        return False
    if verb.lemma_ not in words.either(*_OF_ACTORS):
        return False
    doers = words.either(*SOMEBODY, "bodies.documents")
    between = denoter.doc[subject.i + 1 : pronoun.i]
    return not any(t.dep_ in SUBJECTS and t.tag_ in ("NN", "NNP") and t.base in doers for t in between)
