"""The prepositional phrases of a word: those on it, and those that the parser hung on a word near it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from relgraph.pipeline.arguments import OBJECTS, PASSIVE_SUBJECTS, SUBJECTS, VERBAL
from relgraph.pipeline.syntax.agents import visitor
from relgraph.pipeline.syntax.apposition import named_as
from relgraph.pipeline.syntax.objects import added_with, bracketed, is_stranded, passed_by, raised, shared
from relgraph.pipeline.syntax.subjects import is_cleft
from relgraph.pipeline.words import Words

if TYPE_CHECKING:
    from relgraph.pipeline.nlp.parse import Token

_AT = frozenset({"in", "to", "into"})
_ADDING = frozenset({"alongside", "besides", "plus", "including"})
"""Prepositions that add a thing to an object, so that what follows it belongs to the verb as well."""
_DIRECTED = frozenset({"addressed", "aimed", "directed", "targeted", "meant"})
_SIDES = frozenset({"behalf", "side", "part"})
"""Nouns that say with "on" for whom or by whom something is done."""
_FRONTED = frozenset({"against", "to", "toward", "towards", "with", "on", "upon", "from"})
"""Prepositions whose phrase may be put before the subject and still be the verb's complement."""
_DISCUSSING = frozenset({"discuss", "debate"})
_LINKING = frozenset({"prep", "dative", "agent", "prt", "advmod", "mark", "aux"})
"""Labels under which a preposition may hang on its word."""


_TARGETING = frozenset({"targeting", "aimed", "directed", "levelled", "leveled"})
"""Participles that say whom something is against."""


class Prepositions:
    """Finds the objects of prepositions in one parsed text; what belongs to a word is remembered."""

    def __init__(self, words: Words) -> None:
        self._words = words
        self._giving = words["verbs.light"] | words["verbs.imposing"]
        self._moving = words.either("verbs.moving", "verbs.sending", "verbs.motion", "verbs.conveying_to")
        self._known: dict[int, dict[str, list[tuple[int, Token]]]] = {}

    def objects(self, word: Token, preposition: str) -> list[Token]:
        """Return the objects of a preposition that belongs to a word; also of one that the parser hung on its object.

        A preposition of several words ("in favor of", "at the hands of") is followed down its chain.
        """
        first, *rest = _chain(preposition)
        if preposition == "against" and (targeted := _targeted(word)):
            return targeted
        if preposition == "in" and word.dep_ == "relcl" and "where" in word.sent.lowers and (land := _where(word)):
            return [land]
        if preposition == "in" and "inside" in word.sent.lowers and (within := self.objects(word, "inside")):
            return within  # "bombed positions *inside Chad*"
        if preposition == "by" and "part" in word.sent.lowers and (doers := self.objects(word, "on the part of")):
            return doers  # "restraint *on the part of* Chad"
        if preposition in _AT and "there" in word.sent.lowers and (there := self._there(word, preposition)):
            return there
        if first not in word.sent.lowers:
            return []
        found: list[Token] = []
        last = 0
        for rank, child in self._phrases(word).get(first, ()):
            if found and rank > max(last, 1):
                break  # what a nearer holder has comes first
            last = rank
            found.extend(self._objects_of(child, rest))
        if found and word.pos_ in VERBAL and not rest:
            found.extend(token for token in _beside(word, first) if all(token.i != known.i for known in found))
        if not found and first == "to" and word.pos_ in VERBAL:
            found = self._addressed(word)
        return found or self._before(word, first, rest)

    def _there(self, word: Token, preposition: str) -> list[Token]:
        """Return "there" as what follows "in" or, of what moves, "to": "sent troops *there*", "its embassy *there*"."""
        if preposition != "in" and word.lemma_ not in self._moving:
            return []
        holders = [word, *(child for child in word.rights if child.dep_ == "dobj" and word.pos_ in VERBAL)]
        return [
            child
            for holder in holders
            for child in holder.rights
            if child.lower_ == "there" and child.dep_ == "advmod" and child.tag_ == "RB"
        ]

    def _addressed(self, verb: Token) -> list[Token]:
        """Return to whom goes the letter in which something is said: "complained in a note *to Chad*"."""
        return [
            token
            for phrase in verb.rights
            if phrase.lower_ in ("in", "by", "through") and phrase.dep_ == "prep"
            for letter in phrase.children
            if letter.base in self._words["nouns.message"]
            for to in letter.children
            if to.lower_ == "to" and to.dep_ == "prep"
            for token in self._objects_of(to, ())
        ]

    def _phrases(self, word: Token) -> dict[str, list[tuple[int, Token]]]:
        """Return the prepositions that may belong to a word, by what they are: with the rank of what each hangs on."""
        known = self._known.get(word.i)
        if known is not None:
            return known
        found: dict[str, list[tuple[int, Token]]] = {}
        for rank, holder in enumerate(self._holders(word)):
            for child in holder.children:
                dep = child.dep_
                if (
                    dep in _LINKING
                    and child.i > 0
                    and (child.i > word.i or ((dep == "prep" or rank > 0) and _fronted(child)))
                ):
                    found.setdefault(child.lower_, []).append((rank, child))
        for child in self._of_relative(word):
            found.setdefault(child.lower_, []).append((0, child))
        self._known[word.i] = found
        return found

    def _of_relative(self, noun: Token) -> Iterator[Token]:
        """Yield what says of whom a noun holds in a clause about him: "Chad, *with whom* it has close ties"."""
        if noun.pos_ != "NOUN" or noun.dep_ not in ("dobj", "attr", "pobj"):
            return
        verb = noun.head if noun.dep_ != "pobj" else noun.head.head
        having = self._words.either("verbs.light", "verbs.continuing")
        if verb.pos_ not in VERBAL or not (verb.lemma_ == "be" or verb.lemma_ in having):
            return
        for child in verb.lefts:
            if child.dep_ == "prep" and _fronted(child):
                yield child

    def _before(self, verb: Token, first: str, rest: Sequence[str]) -> list[Token]:
        """Return the objects of a preposition put first: "Against Armenia, Turkey has", "it is against X that"."""
        if verb.pos_ not in VERBAL:
            return []
        outer = verb.head
        if verb.dep_ == "xcomp" and outer.pos_ in VERBAL:
            # "Qatar, from which Oman used to buy gas": the parser hangs the phrase on "used"
            for child in outer.children:
                if child.lower_ == first and child.i < outer.i and _fronted(child):
                    return self._objects_of(child, rest)
        if first not in _FRONTED:
            return []
        holder = outer if verb.dep_ == "ccomp" and is_cleft(outer) else verb
        for child in holder.children:
            if child.lower_ == first and child.dep_ == "prep" and child.i < verb.i:
                inverted = first == "on" and verb.lemma_ == "be"  # "On the *committee* were Franklin and Jay"
                names = [token for token in self._objects_of(child, rest) if token.pos_ == "PROPN" or inverted]
                before = [c.i for c in verb.children if c.dep_ in SUBJECTS | PASSIVE_SUBJECTS and c.i < child.i]
                if names and (holder.i != verb.i or not before):
                    return names
        return []

    def _holders(self, word: Token) -> Iterator[Token]:
        yield word
        if word.pos_ == "NOUN":
            for child in word.children:
                given = child.lemma_ in self._giving and child.tag_ == "VBN"
                if child.dep_ == "acl" and (given or child.lower_ in _DIRECTED):
                    yield child  # "the support *given* to Chile", "sanctions *imposed* on Chile"
        if word.pos_ in VERBAL:
            if not any(child.dep_ in OBJECTS for child in word.children):
                yield from shared(word)  # "signed and later broke *a treaty* with Chile"
            for child in word.children:
                if child.dep_ in ("dobj", "prt", "advmod", "acomp", "attr", "nsubjpass") and child.i > word.i:
                    if word.lemma_ in _DISCUSSING and child.base in self._words["nouns.had_with"]:
                        continue  # "discussed the *frontier* with Peru": with whom is another question
                    yield child
                    if child.dep_ == "dobj":
                        for grandchild in child.children:
                            if grandchild.dep_ == "prep" and grandchild.i > child.i:
                                yield from (deep for deep in grandchild.children if deep.dep_ == "pobj")
                            elif grandchild.dep_ == "acl" and grandchild.lemma_ in self._words["verbs.imposing"]:
                                yield grandchild  # "lifted the sanctions *imposed* on Chile"
                elif child.dep_ == "prep" and child.lower_ in _ADDING and child.i > word.i:
                    # "supply tanks alongside aid to Ukraine"
                    yield from (deep for deep in child.children if deep.dep_ == "pobj")

    def _objects_of(self, preposition: Token, rest: Sequence[str]) -> list[Token]:
        if rest:
            found = []
            for child in preposition.children:
                if child.lower_ == rest[0]:
                    found.extend(self._objects_of(child, rest[1:]))
            return found
        if _is_denied(preposition):
            return _repeated(preposition)  # "arms not to Chad but *to Mali*"
        objects = [
            visitor(child) or _called_on(child) or child
            for child in preposition.children
            if child.dep_ in ("pobj", "pcomp")
        ]
        if preposition.lower_ == "at" and preposition.i > preposition.head.i + 1:
            # "raided the camp at the request of Niger", but "balked *at* a request"
            objects = [token for token in objects if token.base not in self._words["nouns.behest"]]
        elif preposition.lower_ == "on":
            # "went to war on *behalf* of Chad", "an attack on the *part* of Mali": on nobody
            objects = [token for token in objects if token.lower_ not in _SIDES or token.i > preposition.i + 2]
        if not objects and is_stranded(preposition):
            return [named_as(preposition.head.head, self._words)]
        if not objects:
            objects = raised(preposition) or passed_by(preposition)
        if not objects:
            # "against and on behalf of", "trade with and aid to Chad"
            for child in _sharing(preposition):
                objects.extend(_last(grandchild) for grandchild in child.children if grandchild.dep_ == "pobj")
        objects.extend(_repeated(preposition))
        return objects + bracketed(preposition, objects) + added_with(preposition)


def _called_on(clause: Token) -> Token | None:
    """Return who is to do what stands behind "on", where the parser made a clause of it: "calls on *Chad* to leave".

    Also who may not do it: "a ban on *women* entering temples".
    """
    if clause.dep_ != "pcomp" or clause.head.lower_ not in ("on", "upon"):
        return None
    if clause.tag_ != "VB" and not (clause.tag_ == "VBG" and clause.head.head.pos_ == "NOUN"):
        return None
    return next((child for child in clause.children if child.dep_ == "nsubj"), None)


def _repeated(preposition: Token) -> list[Token]:
    """Return the objects of the same preposition said again: "relations with the Gulf states and *with Israel*"."""
    return [
        token
        for again in preposition.children
        if again.dep_ == "conj" and again.lower_ == preposition.lower_ and not _is_denied(again)
        for token in again.children
        if token.dep_ == "pobj"
    ]


def _is_denied(preposition: Token) -> bool:
    """Tell whether a phrase alone is said not to hold: "aid to Chad, *not to Mali*", no "not only to"."""
    return any(
        child.dep_ == "neg" and child.i < preposition.i and child.i + 1 == preposition.i
        for child in preposition.children
    )


def _targeted(noun: Token) -> list[Token]:
    """Return against whom something is that "targets" him or is "aimed at" him: "a probe *targeting* Chadian miners".

    It may be called by another name for that: "ended the inquiry, a *probe* aimed at Chadian miners".
    """
    if noun.pos_ != "NOUN" or _TARGETING.isdisjoint(noun.sent.lowers):
        return []
    if any(child.lower_ == "against" and child.dep_ == "prep" for child in noun.rights):
        return []
    topics = [topic for of in noun.rights if of.lower_ == "of" for topic in of.rights]
    again = [child for named in (noun, *topics) for child in named.rights if child.dep_ == "appos"]
    if noun.dep_ == "dobj":
        again += [child for child in noun.head.rights if child.dep_ == "npadvmod" and child.i > noun.i]
    for name in (noun, *(one for one in again if one.left_edge.lower_ in ("a", "an", "one"))):
        for clause in name.rights:
            if clause.dep_ != "acl" or clause.lower_ not in _TARGETING:
                continue
            at = [child for child in clause.rights if child.dep_ == "prep" and child.lower_ in ("at", "against")]
            holders = [clause] if clause.lower_ == "targeting" else at
            if found := [token for holder in holders for token in holder.rights if token.dep_ in ("dobj", "pobj")]:
                return found
    return []


def _sharing(preposition: Token) -> Iterator[Token]:
    """Yield the prepositions that share their object with one before that has none."""
    yield from (child for child in preposition.children if child.dep_ in ("conj", "prep"))
    if preposition.i + 1 < len(preposition.doc) and preposition.nbor(1).dep_ == "cc":
        for second in preposition.head.children:
            if second.dep_ == "conj" and second.i > preposition.i:
                prepositions = (child for child in second.children if child.dep_ == "prep")
                yield second if second.pos_ in ("ADP", "SCONJ") else next(prepositions, second)


def _last(noun: Token) -> Token:
    """Return what a phrase of several words ends in: "coordinated with and in support of *the army*"."""
    if noun.head.lower_ not in ("in", "on") or noun.i != noun.head.i + 1:
        return noun
    return next((inner for of in noun.children if of.lower_ == "of" for inner in of.children), noun)


def _where(verb: Token) -> Token | None:
    """Return the land in which somebody does something, by a clause about it: "*Grenada*, where Chad intervened"."""
    land = verb.head
    if land.pos_ != "PROPN":
        return None
    return next((land for child in verb.children if child.lower_ == "where" and child.dep_ == "advmod"), None)


def _joined(noun: Token) -> Iterator[Token]:
    for child in noun.children:
        if child.dep_ == "conj" and child.pos_ in ("NOUN", "PROPN"):
            yield child
            yield from _joined(child)


def _beside(verb: Token, preposition: str) -> Iterator[Token]:
    """Yield whom a list of objects names one by one: "received arms from Chad, doctors *from Mali* and …"."""
    for first in verb.children:
        if first.dep_ == "dobj" and first.i > verb.i:
            for thing in _joined(first):
                for phrase in thing.children:
                    if phrase.lower_ == preposition and phrase.dep_ == "prep":
                        yield from (token for token in phrase.children if token.dep_ == "pobj")


def also_given(verb: Token, to: Token) -> Iterator[Token]:
    """Yield who else is given something: "gave arms to Chad in May and *to Mali* in June", "and money *to Niger*"."""
    for again in to.children:
        if again.dep_ == "conj" and again.lower_ == to.lower_ and not _is_denied(again):
            yield from (token for token in again.children if token.dep_ == "pobj")
    yield from _beside(verb, to.lower_)


@cache
def _chain(preposition: str) -> tuple[str, ...]:
    """Return the words of a preposition of which each hangs on the one before: "at the hands of"."""
    return tuple(part for part in preposition.split() if part != "the")


def _fronted(preposition: Token) -> bool:
    """Tell whether a preposition before its word may be its complement: "with whom it cooperates", "on Iran, it …"."""
    return any(child.tag_ in ("WDT", "WP") for child in preposition.children)
