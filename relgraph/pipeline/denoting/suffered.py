"""What befalls somebody and is never his own who does it: "accused Peru of raiding *its* ports"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.pipeline.arguments import PASSIVE_SUBJECTS, SUBJECTS, VERBAL
from relgraph.pipeline.syntax.deeds import is_deed

if TYPE_CHECKING:
    from relgraph.pipeline.denoting.denotation import Denoter
    from relgraph.pipeline.nlp.parse import Token

_SUBJECT_PEOPLE = frozenset({"citizen", "people", "population", "populace"})
_DEEDS = (
    ("fighting", "forces"),
    ("fighting", "people"),
    ("jailing", "people"),
    ("seizing", "holdings"),
    ("seizing", "craft"),
    ("weakening", "means"),
    ("cutting", "lines"),
    ("receiving", "envoys"),
)
"""What is done to whom or what of an enemy, as classes of words."""
_RESCUE = frozenset({"aid", "rescue", "defense", "defence", "assistance", "help", "relief"})
_STRUCK = frozenset({"on", "against", "upon"})
_BESIDE = frozenset({"with", "between"})
_MAX_STEPS = 4


def is_done_to(denoter: Denoter, pronoun: Token) -> bool:
    """Tell whether what a possessive's noun suffers is never done to one's own: "accused Peru of attacking its"."""
    noun = pronoun.head
    if noun.base in _SUBJECT_PEOPLE:
        return False  # a regime does it to its own
    if _is_told_of_another(denoter, pronoun):
        return True
    noun = _whole(denoter, noun)
    if noun.dep_ == "pobj" and noun.head.head.pos_ in VERBAL:
        verb = noun.head.head
    elif noun.dep_ == "dobj":
        verb = noun.head
    else:
        return False
    if verb.lemma_ in denoter.words["verbs.trespassing"] and noun.base not in denoter.words["bodies.documents"]:
        return True  # "after Peru had bombed its ships": in no clause its own
    if _is_of_foe(denoter, verb, pronoun.head):
        return True  # "government forces killed its commander": another's
    if verb.lemma_ in denoter.words["verbs.answering"] and noun.base in denoter.words["nouns.addressed"]:
        return True  # "ignored its orders": who answers did not say it
    if noun.dep_ == "pobj" and noun.head.lower_ == "to" and noun.base in _RESCUE:
        return True  # "sent soldiers to its aid"
    first = verb.head if verb.dep_ == "conj" and verb.tag_ == verb.head.tag_ else verb
    return first.dep_ in ("pcomp", "xcomp", "acl") and verb.lemma_ in denoter.words["verbs.against_others"]


def _whole(denoter: Denoter, part: Token) -> Token:
    """Return the number or share of which a noun is the whole, or what a leader or the like has: "two of its bases"."""
    governor = part.head.head
    if part.dep_ != "pobj" or part.head.lower_ != "of" or part.head.head.i == part.i:
        return part
    counts = denoter.syntax.is_partitive(governor) or governor.base in denoter.words["nouns.amount"]
    return governor if counts or governor.base in denoter.words["foes.holdings"] else part


def _is_of_foe(denoter: Denoter, verb: Token, noun: Token) -> bool:
    """Tell whether a verb does to a thing or to people what is done only to an enemy's: "cut its supply lines"."""
    words, lemma = denoter.words, noun.base
    return any(verb.lemma_ in words[f"foes.{deed}"] and lemma in words[f"foes.{held}"] for deed, held in _DEEDS)


def is_struck(denoter: Denoter, noun: Token) -> bool:
    """Tell whether something is what a deed strikes: "an attack on its *embassy*", "the shelling of its *town*"."""
    if noun.dep_ != "pobj":
        return False
    deed, preposition = noun.head.head, noun.head.lower_
    if preposition == "of":
        return deed.base in denoter.words["means.fights"] and (deed.base, "of") in denoter.lexicon.suffered
    return preposition in _STRUCK and deed.pos_ == "NOUN" and is_deed(denoter, deed)


def _is_told_of_another(denoter: Denoter, pronoun: Token) -> bool:
    """Tell whether somebody says what another did to him: "Peru says that Chile massed troops near *its* border"."""
    verb = pronoun.head
    for _ in range(_MAX_STEPS):
        if verb.pos_ in VERBAL:
            break
        verb = verb.head
    if verb.pos_ not in VERBAL or not (is_struck(denoter, pronoun.head) or _is_at_frontier(denoter, verb, pronoun)):
        return False
    speaker, doer = _telling(denoter, verb)
    if speaker is None or doer is None:
        return False
    own = {denoter.cast.root(party.actor) for party in denoter.denote(speaker)}
    others = {denoter.cast.root(party.actor) for party in denoter.denote(doer)}
    return bool(own) and bool(others) and own.isdisjoint(others)


def _is_at_frontier(denoter: Denoter, verb: Token, pronoun: Token) -> bool:
    """Tell whether forces are brought to somebody's border or enter his land: "massed tanks near *its* border"."""
    noun, words = pronoun.head, denoter.words
    if noun.base not in words.either("nouns.frontier", "nouns.land") or any(c.lower_ in _BESIDE for c in noun.children):
        return False
    if noun.dep_ == "pobj" and noun.head.lower_ == "into" and noun.base in words["nouns.land"]:
        return True
    moved = (child for child in verb.children if child.dep_ in SUBJECTS | PASSIVE_SUBJECTS | {"dobj"})
    return any(counted(denoter, token).base in words["nouns.forces"] for token in moved)


def counted(denoter: Denoter, noun: Token) -> Token:
    """Return the noun for what there is some number of: "thousands of *troops*"."""
    for _ in range(2):
        if not denoter.syntax.is_partitive(noun):
            break
        noun = next((thing for of in noun.children if of.lower_ == "of" for thing in of.children), noun)
    return noun


def _telling(denoter: Denoter, verb: Token) -> tuple[Token | None, Token | None]:
    """Return who tells of a clause, and whose deed it is: "*Peru* accused *Chile* of massing troops"."""
    words = denoter.words
    while verb.dep_ == "conj" and verb.head.pos_ in VERBAL:
        verb = verb.head
    doer = next((child for child in verb.children if child.dep_ in SUBJECTS), None)
    saying = verb.head
    if verb.dep_ == "pcomp" and saying.dep_ == "prep" and saying.head.pos_ in VERBAL:
        saying = saying.head
        doer = next(iter(denoter.syntax.objects(saying)), None)
        says = saying.lemma_ in words["verbs.accusing"]
    else:
        says = verb.dep_ == "ccomp" and saying.lemma_ in words.either(
            "verbs.speaking", "verbs.supposing", "verbs.accusing"
        )
    return (next((child for child in saying.children if child.dep_ in SUBJECTS), None) if says else None), doer
