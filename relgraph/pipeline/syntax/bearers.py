"""Of what an adjective, a participle used as one, or a noun of what somebody is called, is said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.pipeline.arguments import SUBJECTS, VERBAL, Argument
from relgraph.pipeline.syntax.apposition import named_as

if TYPE_CHECKING:
    from relgraph.pipeline.nlp.parse import Token
    from relgraph.pipeline.syntax.syntax import Syntax


_CALLING = frozenset(
    {"call", "name", "brand", "label", "dub", "term", "consider", "deem", "declare", "make", "proclaim"}
)


def called(verb: Token, predicate: Token) -> list[Token]:
    """Return who is called or made what a noun says: "calls *Chad* a puppet of Mali", "*Chad* was called a puppet"."""
    if verb.lemma_ not in _CALLING or predicate.head.i != verb.i:
        return []
    if predicate.dep_ == "ccomp" and predicate.pos_ == "NOUN":
        # to the parser a clause of its own: "made *Chad* an ally of Mali"
        return [child for child in predicate.lefts if child.dep_ in SUBJECTS]
    if predicate.dep_ not in ("oprd", "dobj"):
        return []
    passive = [child for child in verb.children if child.dep_ == "nsubjpass"]
    return passive or [c for c in verb.children if c.dep_ in ("dobj", "oprd") and verb.i < c.i < predicate.i]


def bearers(syntax: Syntax, adjective: Token) -> list[Argument]:
    """Return what an adjective (or a participle used as one) is said of."""
    head = adjective.head
    dep = adjective.dep_
    own = [child for child in adjective.children if child.dep_ in SUBJECTS]
    if adjective.pos_ in VERBAL and any(child.dep_ == "nsubjpass" for child in adjective.children):
        return [Argument(token) for token in syntax.passive_subjects(adjective)]  # "Peru said that Chile was occupied"
    if dep == "ccomp" and own and adjective.pos_ == "ADJ":
        return [Argument(token) for token in own]  # "found the regime guilty"
    if dep == "advcl" and own and adjective.pos_ == "ADJ":
        return [Argument(token) for token in own]  # "With the army unwilling to fight"
    if dep in ("acomp", "oprd", "xcomp", "attr", "ccomp") and head.pos_ in VERBAL:
        if dep == "oprd" and not syntax.is_passive(head):
            objects = syntax.objects(head)
            if objects:
                return [Argument(token) for token in objects]
        if syntax.is_passive(head):
            return [Argument(token) for token in syntax.passive_subjects(head)]
        following = [c for c in head.children if c.dep_ == "attr" and adjective.i < head.i < c.i]
        return [Argument(token) for token in following] or list(syntax.subjects(head))
    if dep in ("amod", "acl", "relcl", "appos") and head.pos_ in ("NOUN", "PROPN", "PRON"):
        behind = dep in ("amod", "acl") and head.dep_ == "appos" and adjective.i > head.i
        return [Argument(named_as(head, syntax.words) if behind else head)]  # "Amnesty, a group *critical* of Chad"
    if dep == "conj" and head.i != adjective.i:
        if head.pos_ in ("ADJ", "VERB") and head.dep_ != "ROOT":
            return bearers(syntax, head)
        return list(syntax.subjects(head)) if head.pos_ in VERBAL else []
    if dep in ("advcl", "advmod", "dep") and head.pos_ in VERBAL:
        return list(syntax.subjects(head))
    if adjective.pos_ in VERBAL:
        passive = syntax.passive_subjects(adjective) if syntax.is_passive(adjective) else []
        return [Argument(token) for token in passive] or list(syntax.subjects(adjective))
    return [Argument(token) for token in own]
