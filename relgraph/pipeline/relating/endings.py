"""By which verb or noun a measure or state of affairs ends: "*lifted* the siege", "an *end* to years of support"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.pipeline.arguments import VERBAL
from relgraph.pipeline.qualifying.ceasing import is_over, stopper
from relgraph.pipeline.relating.material import Material

if TYPE_CHECKING:
    from relgraph.pipeline.nlp.parse import Token
    from relgraph.pipeline.words import Words

ENDING_WITH = {
    "call": ("off",),
    "roll": ("back",),
    "phase": ("out",),
    "wind": ("down", "up"),
    "scale": ("back", "down"),
    "shut": ("off", "down"),
    "turn": ("off",),
    "switch": ("off",),
    "choke": ("off",),
    "give": ("up",),
    "strike": ("down",),
}
"""Verbs that end a thing only with a particle."""
_MAX_STEPS = 4
_SHARES = frozenset({"most", "much", "some", "all", "half", "part"})
_TRADED = frozenset({"cooperates.aids", "cooperates.collaborates"})


def ender_of(material: Material, noun: Token) -> Token | None:
    """Return the verb or noun that says that a measure ends."""
    words = material.words
    token = noun
    apart = False
    for _ in range(_MAX_STEPS):
        head, dep = token.head, token.dep_
        if dep in ("dobj", "nsubjpass") and head.pos_ in VERBAL:
            over = own_stopper(head, words) if head.lemma_ in words["verbs.light"] else None
            if over is not None:
                return over
            if head.lemma_ in words["verbs.banning"] or head.lemma_ in words["verbs.restricting"]:
                return head
            if head.lemma_ in words["verbs.ending"] or head.lemma_ in ENDING_WITH:
                if really_ends(head):
                    return head
                if head.lemma_ in words["verbs.ending"]:
                    return None
        share = head.lower_ == "of" and head.head.lower_ in _SHARES
        if dep == "pobj" and head.lower_ in ("of", "to", "in", "on") and (share or head.head.pos_ == "NOUN"):
            token = head.head
            lemma = token.base
            if lemma in words["nouns.ending"]:
                # "the end of the war and *the* invasion of Chad": two events
                return None if apart and head.lower_ == "of" and _is_known(token) else token
            course = head.lower_ == "of" and lemma in words["nouns.courses"]  # "ended its *policy* of support"
            looked_up = () if course else material.frames.lookup("noun", lemma)
            if any(frame.type not in _TRADED for frame, _ in looked_up):
                return None  # "lifted a ban on imports": the ban is lifted, not the imports
        elif dep == "conj":
            apart = apart or _is_known(token)
            token = head
        else:
            return None
    return None


def own_stopper(doing: Token, words: Words) -> Token | None:
    """Return the verb that says that its own subject no longer does something, or means to do so no longer."""
    verb = stopper(doing, words)
    return verb if verb is not None and is_over(verb, words) else None


def really_ends(verb: Token) -> bool:
    """Tell whether a verb of ending does end the thing: "called off talks", but not "limited them", "called talks"."""
    particles = ENDING_WITH.get(verb.lemma_)
    if particles is not None:
        return any(child.lower_ in particles and child.dep_ in ("prt", "advmod", "prep") for child in verb.children)
    return verb.lemma_ not in ("limit", "curb")


def is_only_meant(verb: Token, words: Words) -> bool:
    """Tell whether nobody has ended anything yet: "vowed to *block* it", "will *halt* it"."""
    if verb.tag_ != "VB":
        return False
    if any(child.dep_ == "aux" and child.tag_ == "MD" for child in verb.children):
        return True
    above = verb.head
    meant = above.base if above.pos_ == "NOUN" else above.lemma_
    means = words["nouns.intended"] if above.pos_ == "NOUN" else words["verbs.intending"]
    return verb.dep_ in ("xcomp", "ccomp", "acl", "relcl") and meant in means


def _is_known(noun: Token) -> bool:
    return any(child.dep_ == "det" and child.lower_ == "the" for child in noun.children)
