"""Who speaks in a document and to whom: its issuer, as the user, its title or its first words say, and its turns."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from relgraph.actors import ActorIndex
from relgraph.errors import UnknownActorError, UsageError
from relgraph.model import Document
from relgraph.pipeline.affiliating.homeland import titled_by_state
from relgraph.pipeline.affiliating.releases import by_formula, own_words
from relgraph.pipeline.cast import STATES
from relgraph.pipeline.denoting.denotation import Denoter
from relgraph.pipeline.qualifying.attribution import SpeakerFinder
from relgraph.pipeline.qualifying.reports import reporting
from relgraph.pipeline.referring.headings import Opening
from relgraph.pipeline.referring.turns import Turn, find_turns
from relgraph.pipeline.repairs.doublesubjects import ADDRESSED

if TYPE_CHECKING:
    from relgraph.pipeline.nlp.parse import Token

_FIRST = frozenset({"we", "our", "us", "ours", "i", "my"})
_ISSUERS = frozenset({"country", "igo", "government", "bloc", "historic_state"})
_DEALING = frozenset({"with", "against", "to"})
_CLEARLY = 2
_OPENING = 80
"""Within so many words a government's text says what it has decided."""
_NAMING = frozenset({"call", "declare"})
"""Verbs of declaring that also give a name: "they call us brothers"."""


@dataclass(frozen=True, slots=True)
class Profile:
    """What a text is as a whole.

    `issuers` are the ids of those in whose name it speaks, none if nobody says "we" in it; `is_stated` tells whether
    the text (or the user) says so, rather than that it is only likely. `turns` are the parts that single persons speak;
    `selves` are words by which the issuer names itself ("the Council"). `reporter` is the organisation whose findings
    the text tells, which speaks where nobody else does: "Amnesty said today … The army should free them".
    """

    issuers: tuple[str, ...] = ()
    is_stated: bool = False
    turns: tuple[Turn, ...] = ()
    selves: frozenset[str] = frozenset()
    reporter: str | None = None

    @property
    def issuer(self) -> str | None:
        """The one in whose name the text speaks; None if there are several or none."""
        return self.issuers[0] if len(self.issuers) == 1 else None

    def turn_at(self, index: int) -> Turn | None:
        """Return the turn that a token stands in."""
        return next((turn for turn in self.turns if turn.start <= index < turn.end), None)

    def speakers_at(self, index: int) -> tuple[str, ...]:
        """Return who "we" are at a token outside quotation marks."""
        turn = self.turn_at(index)
        if turn is None:
            return self.issuers
        if turn.asks:
            return ()
        return (turn.speaker,) if turn.speaker is not None else self.issuers

    def addressed_at(self, index: int) -> tuple[str, ...]:
        """Return who "you" are at a token: the issuer whom a question is put to."""
        turn = self.turn_at(index)
        return self.issuers if turn is not None and turn.asks else ()


def find_profile(document: Document, denoter: Denoter, speakers: SpeakerFinder, index: ActorIndex) -> Profile:
    """Return the profile of a text; `Document.issuer` decides who issued it if it is given."""
    turns = find_turns(denoter)
    opening = Opening(denoter)
    if document.issuer is not None:
        try:
            given = index.find(document.issuer).id
        except (UnknownActorError, UsageError):
            given = denoter.cast.introduce(document.issuer, "organization")
        return Profile((given,), is_stated=True, turns=turns, selves=_selves(opening, denoter, (given,)))
    stated = opening.issuers()
    declaring = _declaring(denoter, speakers) if _first_we(denoter, speakers) is not None else None
    if stated:
        actors = tuple({denoter.cast.root(party.actor): party.actor for party in stated}.values())
        lonely = all(_is_lonely(denoter, actor) for actor in actors)
        formula = by_formula(denoter, opening.headings, opening.body) if lonely else []
        declaring = formula[0].actor if formula else declaring
        if lonely and declaring is None and opening.in_office():
            declaring = _of_own_offices(denoter)
        if lonely and declaring is not None:
            denoter.cast.adopt(actors[0], declaring)  # the minister of the state that the text speaks for
        return Profile(actors, is_stated=True, turns=turns, selves=_selves(opening, denoter, actors))
    home = denoter.homeland
    if opening.in_office():
        speaking = opening.audience() or _of_own_offices(denoter)
        if speaking is None and home in opening.subjects():
            speaking = _most_acting(denoter, speakers, turns)
        speaking = speaking or home
        if speaking is not None:
            return Profile((speaking,), is_stated=True, turns=turns, selves=_selves(opening, denoter, (speaking,)))
    house = _of_house(denoter) or _on_behalf(denoter, speakers) or _by_government(denoter, speakers)
    if house is None and declaring is not None and any(_is_of_office(denoter, turn) for turn in turns):
        house = declaring
    if house is not None:
        return Profile((house,), is_stated=True, turns=turns, selves=_selves(opening, denoter, (house,)))
    likely = (
        _questioned(denoter, turns)
        or declaring
        or _most_acting(denoter, speakers, turns)
        or _going_on(denoter, speakers)
    )
    return Profile((likely,) if likely is not None else (), turns=turns, reporter=reporting(denoter))


def _questioned(denoter: Denoter, turns: tuple[Turn, ...]) -> str | None:
    """Return the state of whose plans somebody in office is asked: "Q: *Minister*, will *Norway* send ships?"."""
    heads = denoter.words["offices.heads"]
    for party in denoter.named:
        token = denoter.doc[party.start : party.end].root
        root = denoter.cast.root(party.actor)
        if token.dep_ != "nsubj" or denoter.cast[root].kind not in STATES:
            continue
        addressed = any(child.dep_ == ADDRESSED and child.lower_ in heads for child in token.head.lefts)
        if addressed and any(turn.asks and turn.start <= token.i < turn.end for turn in turns):
            return root
    return None


def _of_own_offices(denoter: Denoter) -> str | None:
    """Return the one state of which a president or premier speaks as his own: "my *Secretary of Defense*", "COBR"."""
    text = f" {denoter.doc.text.lower()}"
    spoken = {owner for phrase, owner in denoter.words.entries("documents.own") if f" {phrase}" in text}
    common = denoter.words["offices.common"]
    known = denoter.words.entries("offices.known")
    spoken |= {owner for title, owner in known if title not in common and f" the {title}" in text}
    named = {denoter.cast.root(party.actor) for party in denoter.named if not party.capital}
    return spoken.pop() if len(spoken) == 1 and spoken <= named else None


def _of_house(denoter: Denoter) -> str | None:
    """Return the state to whose parliament a text is spoken, by the forms of address there: "hon. Members"."""
    named = {denoter.cast.root(party.actor) for party in denoter.named}
    text = denoter.doc.text
    for phrase, actor in denoter.words.entries("documents.addresses"):
        if actor in named and phrase in text:
            return actor
    return None


def _on_behalf(denoter: Denoter, speakers: SpeakerFinder) -> str | None:
    """Return the one state or body for which a text says that it speaks: "On *behalf* of Norway, I thank"."""
    doc, found = denoter.doc, set[str]()
    for behalf in doc.occurrences(("behalf",)):
        behind = next((child for child in behalf.rights if child.lower_ == "of" and child.i == behalf.i + 1), None)
        if behind is None or speakers.is_quoted(behind):
            continue
        if any(child.dep_ == "nsubj" and child.lower_ in _FIRST for child in behalf.head.head.children):
            named = (denoter.mention_at.get(i) for i in range(behind.i + 1, behind.right_edge.i + 1))
            found |= {denoter.cast.root(party.actor) for party in named if party is not None}
    found = {root for root in found if denoter.cast[root].kind in _ISSUERS}
    return found.pop() if len(found) == 1 else None


def _by_government(denoter: Denoter, speakers: SpeakerFinder) -> str | None:
    """Return the state whose government, so written, the first sentences say has decided or does something.

    "*the Government of Japan* has decided to send tents": a newspaper writes of "the government".
    """
    for party in denoter.named:
        name = denoter.doc[party.start : party.end].root
        government = name.head.head if name.dep_ == "pobj" else name.head
        verb = government.head
        if party.start > _OPENING or denoter.cast[denoter.cast.root(party.actor)].kind not in STATES:
            continue
        own = government.text == "Government" and government.dep_ == "nsubj" and not speakers.is_quoted(government)
        present = verb.tag_ in ("VBZ", "VBP") or any(child.tag_ == "VBZ" for child in verb.lefts)
        if own and present and verb.dep_ == "ROOT":
            return denoter.cast.root(party.actor)
    return None


def _is_of_office(denoter: Denoter, turn: Turn) -> bool:
    """Tell whether a part of a text is spoken by somebody with an office of which it does not say whose it is."""
    if turn.asks or turn.speaker is None or denoter.cast[turn.speaker].parent is not None:
        return False
    return any(titled_by_state(denoter, party) for party in denoter.named if party.actor == turn.speaker)


def _is_lonely(denoter: Denoter, actor: str) -> bool:
    """Tell whether an issuer is a person or a state's body of which the head does not say of which state it is."""
    root = denoter.cast[denoter.cast.root(actor)]
    of_state = any(word in denoter.words["documents.offices_of_state"] for word in root.name.lower().split())
    return root.kind == "person" or (root.kind in ("organization", "government") and of_state)


def _selves(opening: Opening, denoter: Denoter, issuers: tuple[str, ...]) -> frozenset[str]:
    """Return the words by which the issuer names itself; an organisation of states also by its organs."""
    states_own = all(denoter.cast[denoter.cast.root(issuer)].kind == "igo" for issuer in issuers)
    named = frozenset[str]().union(*(own_words(denoter, issuer) for issuer in issuers))
    return opening.selves() | named | (denoter.words["documents.organs"] if states_own else frozenset())


def _declaring(denoter: Denoter, speakers: SpeakerFinder) -> str | None:
    """Return the one state or body that condemns, welcomes or expresses something in the present tense."""
    doc, words = denoter.doc, denoter.words
    found: set[str] = set()
    for party in denoter.named:
        token = doc[party.start : party.end].root
        while token.dep_ in ("compound", "amod", "poss", "appos", "pobj", "prep") and token.head.i != token.i:
            token = token.head
        verb = token.head
        if (
            token.dep_ == "nsubj"
            and verb.dep_ in ("ROOT", "conj")
            and verb.tag_ in ("VBZ", "VBP")
            and verb.lemma_ in words["verbs.declaring"]
            and verb.lemma_ not in _NAMING
            and token.sent.start > 0
            and not speakers.is_quoted(token)
        ):
            found.update(denoter.cast.root(p.actor) for p in denoter.denote(token))
    found = {root for root in found if denoter.cast[root].kind in _ISSUERS}
    return found.pop() if len(found) == 1 else None


def _most_acting(denoter: Denoter, speakers: SpeakerFinder, turns: tuple[Turn, ...]) -> str | None:
    """Return the body that acts as subject most often in a text that says "we" outside quotation marks.

    In a transcript only the answers count.
    """
    asked = [turn for turn in turns if turn.asks]
    first = _first_we(denoter, speakers)
    if first is None:
        return None
    doc, words = denoter.doc, denoter.words
    subjects: Counter[str] = Counter()
    nearest: str | None = None
    others = _dealt_with_by_us(denoter)
    for party in denoter.named:
        token = doc[party.start : party.end].root
        while token.dep_ in ("compound", "amod", "poss", "appos") and token.head.i != token.i:
            token = token.head
        root = denoter.cast.root(party.actor)
        if (
            denoter.cast[root].kind not in _ISSUERS
            or token.dep_ not in ("nsubj", "nsubjpass", "ROOT")
            or root in others
        ):
            continue
        if any(turn.start <= token.i < turn.end for turn in asked) or _is_told_by_us(token.head):
            continue
        weight = 1 if token.sent.start > 0 else 2  # the headline says first of all whose doing it is
        if token.head.lemma_ in words["verbs.stance"] | words["verbs.speaking"]:
            weight += 1
        subjects[root] += weight
        if party.start < first:
            nearest = root
    if nearest is not None:
        subjects[nearest] += 1
    ranked = sorted(subjects, key=lambda actor: (-subjects[actor], actor))
    if not ranked or (len(ranked) > 1 and subjects[ranked[0]] < _CLEARLY * subjects[ranked[1]]):
        return None
    return ranked[0]


def _dealt_with_by_us(denoter: Denoter) -> set[str]:
    """Return with whom "we" have to do, who are others: "we cooperate with *Chad*", "we expect *Chad* to leave"."""
    found: set[str] = set()
    for party in denoter.named:
        token = denoter.doc[party.start : party.end].root
        above = token.head
        behind = token.dep_ == "pobj" and above.lower_ in _DEALING
        if behind or (token.dep_ == "nsubj" and above.tag_ == "VB" and above.dep_ in ("ccomp", "xcomp")):
            above = above.head
        elif token.dep_ != "dobj":
            continue
        if any(child.dep_ == "nsubj" and child.lower_ == "we" for child in above.children):
            found.add(denoter.cast.root(party.actor))
    return found


def _is_told_by_us(clause: Token) -> bool:
    """Tell whether "we" say what somebody does or shall do, who is then another: "we demand that *Peru* stop"."""
    within = False
    while clause.dep_ in ("ccomp", "xcomp", "relcl", "acl", "conj") and clause.head.i != clause.i:
        within |= clause.dep_ != "conj"  # "we call on all to stop, and today *the ministry* lists two firms"
        clause = clause.head
        if within and any(child.dep_ == "nsubj" and child.lower_ in _FIRST for child in clause.children):
            return True
    return False


def _going_on(denoter: Denoter, speakers: SpeakerFinder) -> str | None:
    """Return whom the headline and the sentence before "we" begin with: "The Coalition obeys the law. *We* will"."""
    first = _first_we(denoter, speakers)
    if first is None or denoter.doc[first].sent.start == 0:
        return None
    before = denoter.doc[denoter.doc[first].sent.start - 1].sent
    opening = [_named_at(denoter, sentence.start) for sentence in (denoter.doc[0].sent, before)]
    same = opening[0] is not None and opening[0] == opening[1] and denoter.cast[opening[0]].kind in _ISSUERS
    told = before.root.tag_ == "VBD" or any(child.tag_ == "VBD" for child in before.root.children)
    return opening[0] if same and not told else None


def _named_at(denoter: Denoter, start: int) -> str | None:
    """Return for whom the name stands that a sentence begins with; not one that only modifies what follows."""
    party = denoter.mention_at.get(start + (denoter.lowers[start] == "the"))
    if party is None or party.via not in ("name", "description"):
        return None
    if denoter.doc[party.end - 1].dep_ in ("poss", "amod", "appos"):
        return None
    return denoter.cast.root(party.actor)


def _first_we(denoter: Denoter, speakers: SpeakerFinder) -> int | None:
    """Return the index of the first "we" outside quotation marks."""
    tokens = (denoter.doc[i] for i, lower in enumerate(denoter.lowers) if lower in _FIRST)
    return next((t.i for t in tokens if t.tag_ in ("PRP", "PRP$") and not speakers.is_quoted(t)), None)
