"""The "it" that means nobody: "It became clear that", "It was the third attack", "It took a month to"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.pipeline.arguments import PASSIVE_SUBJECTS, SUBJECTS
from relgraph.pipeline.words import Words

if TYPE_CHECKING:
    from relgraph.pipeline.nlp.parse import Token

_STATES = frozenset({"become", "remain", "prove", "seem", "appear", "look"})
_ALWAYS = frozenset({"rain", "snow", "happen", "mean", "occur"})
_REPORTING = frozenset({"emerge", "transpire", "follow", "turn", "seem", "appear", "help", "matter"})
_DONE = frozenset({"dobj", "xcomp", "ccomp", "prt"})
_WITH = {"break": ("out", "prt"), "take": ("place", "dobj")}
"""Verbs that say so with another word: "broke *out*", "took *place*"."""
_CLAUSES = frozenset({"ccomp", "csubj", "xcomp"})
_TOLD = frozenset({"tell", "ask", "teach", "show", "order", "promise"})
_FINDING = frozenset({"make", "find", "deem", "consider", "think", "feel", "render"})
_AVOWING = frozenset({"deny", "confirm", "admit", "acknowledge", "say", "believe", "mean", "regret", "know", "do"})
_SPANS = frozenset({"time", "while", "moment", "instant", "generation", "second", "minute", "hour"})


def is_expletive(token: Token, words: Words) -> bool:
    """Tell whether "it" is only the subject that grammar asks for, or means what was done, not who did it."""
    if token.dep_ == "expl" or _is_found_so(token, words):
        return True
    if token.dep_ not in SUBJECTS | PASSIVE_SUBJECTS:
        return False
    verb, lemma = token.head, token.head.lemma_
    clauses = {child.dep_ for child in verb.children if child.dep_ in _CLAUSES and child.i > verb.i}
    if token.dep_ in PASSIVE_SUBJECTS:
        told = lemma in words["verbs.taking_of"] or lemma in _TOLD
        return bool(clauses - {"xcomp"}) and not told  # "it was forced to leave" is about somebody
    if lemma == "be":
        return _is_said_of_clause(verb, bool(clauses), words)
    if lemma in _STATES and _is_impersonal(verb, words):
        return True
    if lemma in ("seem", "appear"):
        said = any(child.dep_ in ("acomp", "oprd", "attr") for child in verb.children)
        return said or "xcomp" not in clauses  # but "it seems to want war" is about somebody
    if lemma == "take":
        return any(
            child.dep_ in ("dobj", "npadvmod") and (child.base in words["nouns.time"] or child.base in _SPANS)
            for child in verb.children
        )
    return lemma in _ALWAYS or (lemma in _REPORTING and "ccomp" in clauses)


def takes_long(verb: Token, words: Words) -> list[Token]:
    """Return who needs time for what an infinitive says: "It took *Danish troops* two years to beat them"."""
    it = next((child for child in verb.lefts if child.lower_ == "it" and child.dep_ in SUBJECTS), None)
    if verb.lemma_ != "take" or it is None or not is_expletive(it, words):
        return []
    found = [child for child in verb.rights if child.dep_ in ("dobj", "dative", "npadvmod")]
    spans = [noun for noun in found if noun.base in words["nouns.time"] or noun.base in _SPANS]
    # "took *Chad* years", as the parser joins them
    joined = [child for span in spans for child in span.lefts if child.dep_ == "compound" and child.pos_ == "PROPN"]
    return [noun for noun in found if noun not in spans and noun.dep_ != "npadvmod"] + joined


def is_matter(token: Token, words: Words) -> bool:
    """Tell whether a pronoun is what is said or goes on, and nobody: "denied it", "the talks … *they* collapsed"."""
    if token.dep_ in SUBJECTS and goes_on(token.head, words):
        return True
    if token.dep_ == "dobj" and token.head.lemma_ == "put":
        return any(child.lower_ == "as" for child in token.head.children)  # "as the envoy put *it*"
    return token.dep_ == "dobj" and token.head.lemma_ in _AVOWING


def goes_on(verb: Token, words: Words) -> bool:
    """Tell whether a verb says that something goes on or ends, and nobody does it: "which *lasted* a year"."""
    if verb.lemma_ in _WITH:
        return any((child.lower_, child.dep_) == _WITH[verb.lemma_] for child in verb.children)
    return verb.lemma_ in words["verbs.of_dealings"] and not any(child.dep_ in _DONE for child in verb.children)


def _is_found_so(token: Token, words: Words) -> bool:
    """Tell whether "it" only stands for the clause that follows: "made *it* clear that", "found *it* harder to"."""
    doc, i = token.doc, token.i
    if token.lower_ != "it" or i == 0 or i + 2 >= len(doc) or doc[i - 1].lemma_ not in _FINDING:
        return False
    at = i + 1
    while at < i + 3 and doc[at].tag_ in ("RB", "RBR", "RBS") and at + 1 < len(doc):
        at += 1  # "made it much more difficult to"
    adjective = doc[at]
    if adjective.base in words["adjectives.impersonal"] or adjective.lower_ in words["adjectives.impersonal"]:
        return True
    following = {later.lower_ for later in doc[at + 1 : at + 6]}
    return adjective.pos_ in ("ADJ", "NOUN") and bool(following & {"to", "that"})


def _is_said_of_clause(verb: Token, clausal: bool, words: Words) -> bool:
    """Tell whether "it is" says something of a clause that follows or of something done."""
    personal = words["adjectives.intended"] | words["adjectives.negated"] | {"able", "capable"}
    said = [child for child in verb.children if child.dep_ in ("acomp", "attr")]
    if any(child.dep_ == "acomp" and child.base in personal for child in said):
        return False
    if any(child.dep_ == "attr" and child.tag_ == "NN" and _is_event(child, words) for child in said):
        return True
    if any(child.dep_ == "acomp" and child.lower_ in words["adjectives.of_deeds"] for child in said):
        return True
    if any(child.dep_ == "acomp" for child in said) and _is_for_somebody(verb):
        return True
    return clausal or any(
        grand.dep_ in ("ccomp", "xcomp", "advcl", "relcl") for child in said for grand in child.children
    )


def _is_for_somebody(verb: Token) -> bool:
    """Tell whether a clause says for whom something is as it is said to be: "would be wrong *for Peru to* leave"."""
    doc = verb.doc
    for word in doc[verb.i + 1 : min(verb.i + 12, verb.sent.end)]:
        if word.lower_ == "for" and any(later.tag_ == "TO" for later in doc[word.i + 1 : min(word.i + 7, len(doc))]):
            return True
    return False


def _is_event(noun: Token, words: Words) -> bool:
    return noun.base in words["nouns.said_of_events"]


def _is_impersonal(verb: Token, words: Words) -> bool:
    """Tell whether an adjective that is said of clauses follows: "became clear", "proved impossible"."""
    return any(
        child.dep_ in ("acomp", "oprd", "attr") and child.lower_ in words["adjectives.impersonal"]
        for child in verb.children
    )
