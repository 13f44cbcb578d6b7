"""Which adjuncts ("in March", "in Vienna") speak of a trigger: those of its own clause and of the clauses it shares.

The trigger's holders are the words whose adjuncts are its own as well: itself, the light verb or the verb that it is
an argument of, the verb that it depends on as an infinitive, the first of coordinated verbs. An adjunct that the parser
hung on an object within reach counts too. Finite subordinate clauses, relative clauses and reported speech are closed.
"""

from __future__ import annotations

from collections.abc import Container
from typing import TYPE_CHECKING, NamedTuple

from relgraph.pipeline.arguments import PASSIVE_SUBJECTS, SUBJECTS, VERBAL
from relgraph.pipeline.words import Words

if TYPE_CHECKING:
    from relgraph.pipeline.nlp.parse import Token

_MAX_STEPS = 8
_MAX_HOPS = 6
_ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "attr", "dative", "acomp", "oprd", "npadvmod", "prt", "advmod"})
_MODIFIERS = frozenset({"compound", "amod", "nmod"})
_SHARED_PREPOSITIONS = frozenset({"of", "in", "with", "by", "through", "during", "as", "via"})
_PARTICIPLE_PREPOSITIONS = frozenset({"by", "in", "through", "with", "while"})
_DESCENT = frozenset({"pobj", "dobj", "prep", "dative", "agent", "attr", "oprd", "acomp", "prt", "advmod", "npadvmod"})


_NAMES = frozenset({"PERSON", "NORP", "ORG", "GPE"})
_STANDING = (
    "nouns.relational",
    "nouns.group",
    "nouns.pair",
    "nouns.country_word",
    "nouns.body_word",
    "nouns.person_word",
    "nouns.security",
)


class Holder(NamedTuple):
    """A word whose adjuncts are the trigger's: `level` steps away; only adjuncts that stand before `until` count."""

    token: Token
    level: int
    until: int | None = None


def holders(trigger: Token, words: Words, *, fronted: bool = False) -> list[Holder]:
    """Return the trigger and the words above it whose adjuncts are its own, nearest first.

    With `fronted` a coordinated verb shares only what stands before the first one. Words for people and bodies have
    nobody's adjuncts but their own: the minister is not a minister in March because he travels in March.
    """
    found = [Holder(trigger, 0)]
    if names_a_party(trigger, words):
        return found
    token, until = trigger, None
    for level in range(1, _MAX_STEPS):
        step = _step(token, words)
        if step is None:
            break
        if fronted and token.dep_ == "conj":
            step = step[0], step[0].i
        token, limit = step
        if limit is not None:
            until = limit if until is None else min(until, limit)
        found.append(Holder(token, level, until))
    return found


def names_a_party(trigger: Token, words: Words) -> bool:
    """Tell whether a trigger is a word for people or a body, not for something that happens."""
    if trigger.pos_ not in ("NOUN", "PROPN"):
        return False
    return trigger.ent_type_ in _NAMES or trigger.base in words.either(*_STANDING)


def _step(token: Token, words: Words) -> tuple[Token, int | None] | None:
    """Return the word above that shares its adjuncts, and the position before which they must stand."""
    head, dep = token.head, token.dep_
    if head.i == token.i:
        return None
    if dep in ("aux", "auxpass"):
        return head, None
    if dep == "ccomp" and token.i < head.i and head.pos_ in VERBAL:
        # "In March Iran struck back, officials said": the parser may hang the date on "said"
        return head, token.i
    if token.pos_ in VERBAL or dep in ("xcomp", "advcl", "relcl"):
        return _step_from_verb(token, head, dep)
    if dep in _MODIFIERS:
        return (head, None) if token.pos_ == "NOUN" and head.pos_ == "NOUN" else None
    if dep in _ARGUMENTS and head.pos_ in VERBAL:
        return None if _takes_a_stance(head, words) and dep not in SUBJECTS else (head, None)
    if dep == "pobj" and head.lower_ in _SHARED_PREPOSITIONS and head.head.i != head.i:
        governor = head.head
        return None if _takes_a_stance(governor, words) else (governor, None)
    if dep == "conj":
        return head, None
    return None


def _step_from_verb(token: Token, head: Token, dep: str) -> tuple[Token, int | None] | None:
    if dep == "conj":
        own_subject = any(child.dep_ in SUBJECTS or child.dep_ in PASSIVE_SUBJECTS for child in token.children)
        # "was founded in 1988 and is run by": a passive tells how things are since
        passive = any(child.dep_ in ("auxpass", "agent") for child in token.children)
        return head, head.i if own_subject or passive else token.i
    if dep == "xcomp":
        return head, None
    if dep == "advcl":
        marked = any(child.dep_ in ("mark", "advmod") and child.i < token.i for child in token.children)
        return (head, None) if not marked and (token.tag_ == "VBG" or _is_infinitive(token)) else None
    if dep == "acl":
        return (head, None) if _is_infinitive(token) else None
    if dep == "pcomp" and head.lower_ in _PARTICIPLE_PREPOSITIONS and head.head.i != head.i:
        return head.head, None
    if dep in ("compound", "amod", "nmod"):
        return head, None
    if dep in ("dobj", "pobj", "nsubj"):
        # a noun that was tagged as a verb
        return (head, None) if head.pos_ in VERBAL else None
    return None


def _is_infinitive(token: Token) -> bool:
    return token.tag_ == "VB" and any(child.tag_ == "TO" for child in token.children)


def _takes_a_stance(verb: Token, words: Words) -> bool:
    """Tell whether the verb's time is not that of the noun it takes: "on Monday condemned the attack"."""
    return verb.lemma_ in words["verbs.stance"] or verb.lemma_ in words["verbs.accusing"]


def rank(
    reach: list[Holder], governor: Token, start: int, words: Words, making: Container[str] = ()
) -> tuple[int, int] | None:
    """Return how near an adjunct is that stands at token `start` and modifies `governor`: steps up, then steps down.

    None if it does not speak of the trigger. `making` are verbs that tell of their noun's own coming about, so that
    "the agreement, which was signed in 2001" is one of 2001.
    """
    by_index = {holder.token.i: holder for holder in reversed(reach)}
    token = governor
    for hops in range(_MAX_HOPS):
        holder = by_index.get(token.i)
        if holder is not None:
            return (holder.level, hops) if holder.until is None or start < holder.until else None
        if token.dep_ == "conj" and token.pos_ not in VERBAL:
            token = token.head
            continue
        if token.dep_ in ("aux", "auxpass"):
            token = token.head
            continue
        if token.pos_ in VERBAL:
            if token.head.i == reach[0].token.i and _tells_of_noun(token, making):
                # "the agreement signed in March"
                return 0, hops
            return None
        if token.dep_ not in _DESCENT:
            return None
        above = token.head
        if (
            token.pos_ == "NOUN"
            and token.dep_ in ("dobj", "pobj")
            and _stance_above(token, words)
            and not _contains(reach, token)
        ):
            return None
        token = above
    return None


def _tells_of_noun(verb: Token, making: Container[str]) -> bool:
    """Tell whether a clause about a noun says when the noun itself comes about."""
    passive = verb.tag_ == "VBN" and not any(child.dep_ in SUBJECTS for child in verb.children)
    return passive and verb.dep_ in ("acl", "relcl") and verb.lemma_ in making


def _stance_above(noun: Token, words: Words) -> bool:
    """Tell whether the noun's adjunct is the noun's alone: "condemned the attack in March"."""
    verb = noun.head if noun.dep_ == "dobj" else noun.head.head
    return verb.pos_ in VERBAL and _takes_a_stance(verb, words)


def _contains(reach: list[Holder], token: Token) -> bool:
    return any(holder.token.i == token.i for holder in reach)
