"""What a copula says that somebody is: "Cuba was its *ally*", "its *ally* was Cuba"; and to whom something matters."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from relgraph.pipeline.arguments import VERBAL, Argument
from relgraph.pipeline.parties import Party

if TYPE_CHECKING:
    from relgraph.pipeline.nlp.parse import Token
    from relgraph.pipeline.relating.material import Material

_BEING = frozenset({"be", "become", "remain"})
_SEEMING = _BEING | {"seem", "appear", "prove"}
_FACING = frozenset({"face", "confront", "menace", "haunt", "stalk"})
_BELONGING = frozenset({"member", "signatory", "ally", "partner", "neighbour", "neighbor"})
_MATTERING = ("to", "for", "of", "in")


def said_to_be(name: Token) -> Iterator[Token]:
    """Yield the nouns that a copula says a name is; "not" says it of nobody."""
    listed = name
    while listed.dep_ == "conj" and listed.head.i < listed.i:
        listed = listed.head
    listed = _class_of(listed)
    yield from _called_by_as(listed)
    yield from _in_clause(name)
    counted = listed.head.lemma_ == "include" and listed.dep_ == "dobj"  # "its allies include Cuba"
    if counted or listed.dep_ in ("attr", "nsubj"):
        name = listed  # "its oldest members were Chile and *Peru*"
    copula = name.head
    if not (counted or copula.lemma_ in _BEING) or any(child.dep_ == "neg" for child in copula.children):
        return
    if name.dep_ in ("nsubj", "nsubjpass"):
        yield from (child for child in copula.children if child.dep_ == "attr")
    elif counted or (name.dep_ == "attr" and name.i > copula.i):
        # "its closest ally was Cuba": only what is somebody's
        for child in copula.children:
            person = name.ent_type_ == "PERSON"  # "the *Chilean* minister is Ana Ruiz"
            owned = any(
                own.dep_ == "poss" or own.lower_ == "of" or (person and own.text[0].isupper() and own.dep_ != "det")
                for own in child.children
            )
            several = not counted or child.tag_ == "NNS"
            if child.dep_ == "nsubj" and child.pos_ == "NOUN" and child.i < copula.i and owned and several:
                yield child


def _class_of(name: Token) -> Token:
    """Return the noun of whose kind a name is: "*Danes* such as Hans Voss were its members"."""
    phrase = name.head
    is_example = name.dep_ == "pobj" and phrase.lower_ in ("as", "including", "like") and phrase.head.dep_ == "nsubj"
    such = phrase.lower_ != "as" or (phrase.i > 0 and phrase.nbor(-1).lower_ == "such")
    return phrase.head if is_example and such and phrase.head.tag_ in ("NNS", "NNPS") else name


def _in_clause(name: Token) -> Iterator[Token]:
    """Yield what a relative clause says that somebody is: "Ana Ruiz, who was Peru's *minister*"."""
    for clause in name.children:
        if clause.dep_ != "relcl" or clause.lemma_ != "be":
            continue
        parts = list(clause.children)
        if any(part.dep_ == "nsubj" and part.lower_ == "who" for part in parts) and not any(
            part.dep_ == "neg" or part.tag_ == "MD" for part in parts
        ):
            yield from (part for part in parts if part.dep_ == "attr")


def _called_by_as(name: Token) -> Iterator[Token]:
    """Yield what a subject is by an "as" set apart: "Peru, as a *member* of the Union, left"."""
    doc, verb = name.doc, name.head
    if name.dep_ not in ("nsubj", "nsubjpass"):
        return
    for phrase in (*name.children, *verb.children):
        if phrase.dep_ != "prep" or phrase.lower_ != "as" or phrase.i > verb.i:
            continue
        after = phrase.right_edge.i + 1
        behind = phrase.head.i == name.i and doc[phrase.i - 1].text == ","
        before = phrase.i == name.sent.start and after + 1 == name.left_edge.i
        if (behind or before) and doc[after].text == ",":
            yield from (noun for noun in phrase.children if noun.dep_ == "pobj" and noun.lemma_ in _BELONGING)


def mattering(material: Material, noun: Token) -> list[Party]:
    """Return to whom what a noun says matters: "friendship with Chile was vital to *Peruvian* policy"."""
    copula = noun.head
    if noun.dep_ != "nsubj" or copula.pos_ not in VERBAL:
        return []
    if copula.lemma_ in material.words["verbs.mattering"]:
        return material.targets(material.syntax.objects(copula))  # "tensions with Chile dominated Peruvian policy"
    if copula.lemma_ not in _SEEMING:
        return []
    for word in copula.children:
        if word.dep_ in ("acomp", "attr") and word.i > copula.i:
            for preposition in _MATTERING:
                tokens = material.syntax.prepositional(word, preposition)
                found = [p for token in tokens for p in material.denoter.parties(Argument(token), target=True)]
                if found:
                    return found
    return []


def confronting(material: Material, noun: Token) -> tuple[list[Party], list[Party]]:
    """Return who is a threat to whom in "the greatest danger facing *Chile* was *Peru*", nobody if none is."""
    syntax, denoter = material.syntax, material.denoter
    faced = [
        token
        for clause in noun.children
        if clause.dep_ in ("acl", "relcl") and clause.lemma_ in _FACING
        for token in syntax.objects(clause)
    ]
    targets = material.targets(faced)
    whole = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "of" else noun
    copula = whole.head
    if not targets or whole.dep_ not in ("nsubj", "attr") or copula.lemma_ not in _BEING:
        return [], targets
    others = [child for child in copula.children if child.dep_ in ("nsubj", "attr") and child.i != whole.i]
    return [party for other in others for party in denoter.parties(Argument(other), target=True)], targets
