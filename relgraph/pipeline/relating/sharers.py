"""Who share what a noun says: "talks *between Chad and Mali*", "its allies, *including Chad*"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from relgraph.pipeline.arguments import Argument
from relgraph.pipeline.denoting.denotation import Denoter
from relgraph.pipeline.denoting.listings import second_of
from relgraph.pipeline.parties import Party, unique
from relgraph.pipeline.relating.infighting import factions
from relgraph.pipeline.relating.material import Material
from relgraph.pipeline.syntax.deeds import measures

if TYPE_CHECKING:
    from relgraph.pipeline.nlp.parse import Token

_REACH = 25
_PLACING = frozenset({"in", "at", "near", "on", "along", "around", "over"})
_WHEN_WHERE = frozenset({"DATE", "TIME", "GPE", "LOC", "FAC"})
_PERSONS = ("ers", "ors", "ists")
_PEOPLE = ("nouns.relational", "nouns.following", "nouns.group", "nouns.role", "nouns.person_word")
_AMONG = ("between", "among", "amongst", "including", "comprising", "involving")


class Sharers:
    """Finds those of whom a noun is said together."""

    def __init__(self, material: Material) -> None:
        self._material = material
        self._denoter = material.denoter
        self._words = material.words

    def between(self, noun: Token, *, far: bool = True) -> list[Party]:
        """Return the parties of "between A and B" after a noun, if they are more than one.

        `far` looks beyond the noun and what it is so much of.
        """
        near = [child for holder in (noun, *measures(noun, self._words)) for child in holder.children]
        near += noun.doc[noun.i + 1 : noun.i + 2] if noun.dep_ == "pobj" else []  # "a sense of unity between"
        going_on = (child for child in noun.rights if child.dep_ == "acl" and child.tag_ == "VBG")
        near += [child for clause in going_on for child in clause.rights]  # "the mistrust prevailing between"
        for preposition in self._among_after(noun) if far else near:
            before = preposition.i < noun.i and preposition.head.i == noun.i
            if preposition.lower_ not in _AMONG or preposition.dep_ not in ("prep", "acl") or before:
                continue
            if ")" in (behind := self._denoter.lowers[noun.i : preposition.i]) and "(" not in behind:
                continue  # "the border (as drawn by the *Treaty* of Paris) between"
            person = noun.base in self._words.either(*_PEOPLE) or noun.lower_.endswith(_PERSONS)
            if preposition.lower_ == "including" and person:
                continue  # "its allies, including A and B": not of one another
            inside = [token for token in preposition.children if token.dep_ in ("pobj", "pcomp", "dobj")]
            parties = self._material.targets(inside)
            if len(parties) == 1 and preposition.lower_ == "between":
                parties += second_of(self._denoter, parties[0])
            if len(parties) < 2:
                parties = factions(self._denoter, preposition)
            if len(parties) > 1:
                return unique(parties)
        return []

    def also_between(self, noun: Token) -> list[Party]:
        """Return the parties of a second "between": "talks between Chad and Mali and *between Niger and Togo*"."""
        for i in range(noun.i + 1, min(noun.i + _REACH, noun.sent.end)):
            again = noun.doc[i]
            first = again.head
            if again.lower_ == "between" and again.dep_ == "conj" and (first.lower_ == "between" or first.i == noun.i):
                return unique(self._material.targets([child for child in again.children if child.dep_ == "pobj"]))
        return []

    def instances(self, noun: Token) -> list[Party]:
        """Return the parties that are named as some of a class: "its *allies*, including Chad"."""
        if noun.base not in self._words["nouns.relational"]:
            return []
        named = [
            token
            for preposition in noun.children
            if preposition.dep_ == "prep" and preposition.lower_ == "including" and preposition.i > noun.i
            for token in preposition.children
            if token.dep_ == "pobj"
        ]
        return self._material.targets(named)

    def _among_after(self, noun: Token) -> Iterator[Token]:
        """Yield the prepositions after a noun that may name who shares it, nearest first.

        They hang on the noun itself, on what it is part of ("decades of rivalry between"), on what is said of it ("a
        treaty signed in May between", "talks opened on Monday between"), or on a date or place in between.
        """
        wholes = [*measures(noun, self._words)]
        made = [child for child in noun.children if child.dep_ in ("acl", "relcl") and child.tag_ != "VB"]
        top = wholes[-1] if wholes else noun
        governor = top.head if top.dep_ in ("dobj", "nsubj", "nsubjpass", "attr") else noun
        for holder in (noun, *made, *wholes, governor):
            for child in holder.children:
                linking = child.dep_ in ("prep", "acl") and child.lower_ in _AMONG
                if linking and (child.i > noun.i or _is_there(holder)):
                    yield child
        lowers = self._denoter.lowers
        if noun.dep_ == "pobj" and lowers[noun.i + 1 : noun.i + 2] == ["between"]:
            yield noun.doc[noun.i + 1]  # "led to war between": the parser may hang it on the verb
        for i in range(noun.i + 1, min(noun.i + _REACH, len(lowers))):
            if lowers[i] == "between" and noun.doc[i].sent.start == noun.sent.start:
                host = noun.doc[i].head
                placed = (
                    host.dep_ == "pobj" and host.head.lower_ in _PLACING and host.head.head.i in (noun.i, governor.i)
                )
                own = self._material.frames.lookup("noun", host.base)
                placed = placed and all(frame.companions for frame, _ in own)  # "disputed areas along the *border*"
                if host.i > noun.i and (host.ent_type_ in _WHEN_WHERE or host.pos_ == "NUM" or placed):
                    yield noun.doc[i]
                return


def are_one_side(material: Material, first: Party, second: Party) -> bool:
    """Tell whether two are named as what one side of it is: "war between France and its foes *Spain* and *Britain*"."""
    one, other = (material.doc[party.start : party.end].root for party in (first, second))
    kind = one.head
    joined = one.dep_ == "appos" and other.dep_ == "conj" and other.head.i == one.i
    return joined and kind.tag_ == "NNS" and kind.dep_ == "conj"


def _is_there(verb: Token) -> bool:
    """Tell whether a verb says only that there is something: "Between Chad and Mali *there is* a dispute"."""
    return any(child.dep_ == "expl" for child in verb.children)


def along_with(denoter: Denoter, verb: Token) -> list[Party]:
    """Return with whom those work who do something for it: "Chad and Mali worked *with Niger* to draft a treaty"."""
    above = verb.head
    if verb.tag_ != "VB" or verb.dep_ not in ("xcomp", "advcl") or above.i > verb.i:
        return []
    if above.lemma_ not in denoter.words["verbs.working_with"]:
        return []
    partners = [token for token in denoter.syntax.prepositional(above, "with") if token.i < verb.i]
    return [party for token in partners for party in denoter.parties(Argument(token), target=True)]
