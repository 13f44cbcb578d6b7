"""Persons and their offices: "Iranian Foreign Minister Zarif", "Fayyadh, head of the Hashd"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile
from typing import TYPE_CHECKING

from relgraph.frames import Frame, FrameSet
from relgraph.pipeline.affiliating.appointments import given_with
from relgraph.pipeline.affiliating.principals import OwnerFinder
from relgraph.pipeline.affiliating.staff import staff
from relgraph.pipeline.affiliating.titleowners import (
    headed_abroad,
    is_branch,
    is_hoped_for,
    is_of_party,
    is_where,
    leads_no_state,
)
from relgraph.pipeline.affiliating.titlesearch import TitleFinder
from relgraph.pipeline.candidates import Candidate
from relgraph.pipeline.cast import STATES
from relgraph.pipeline.denoting.denotation import Denoter
from relgraph.pipeline.denoting.examples import people_listed
from relgraph.pipeline.naming.tenures import acting_as
from relgraph.pipeline.parties import Party
from relgraph.pipeline.syntax.syntax import Syntax
from relgraph.pipeline.words import Words

if TYPE_CHECKING:
    from relgraph.pipeline.nlp.parse import Doc, Token

_COUNTERPART = "affiliated.leads/counterpart"
_MEMBER = "affiliated.member_of"
_OFFICIAL = "affiliated.member_of/official"
_PRONOUNS = frozenset({"he", "she", "He", "She"})


class TitleMatcher:
    """Finds the title of every named person in one parsed text, and whose title it is."""

    def __init__(self, doc: Doc, denoter: Denoter, syntax: Syntax, frames: FrameSet, words: Words) -> None:
        self._doc = doc
        self._denoter = denoter
        self._words = words
        self._frames = frames
        self._titles = TitleFinder(doc, denoter, frames, words)
        self._owners = OwnerFinder(doc, denoter, syntax, self._titles, words)
        self._seen: set[tuple[str, str, str]] = set()
        self._unowned: list[tuple[Party, Token, Frame]] = []
        self._found = list(self._find())
        self._found += staff(denoter, {(person, body) for person, _, body in self._seen})

    def candidates(self) -> Iterator[Candidate]:
        """Yield the affiliation of each person with each owner of a title."""
        yield from self._found

    def later(self, *, stated: bool = False) -> Iterator[Candidate]:
        """Yield what titles say whose owner only the references tell: "the country's president, Ana Ruiz".

        In a statement (`stated`), and where they act as ministers, these are of the state that they speak for.
        """
        for party, title, frame in self._unowned:
            in_state = stated or title.head.lower_ == "as"
            held = list(self._held(party, title, frame)) or list(self._given(party, title, frame))
            held = held or (self._in_state(party, title, frame) if in_state else [])
            for candidate in held:
                candidate.doubts.append(("whose title it is is only referred to", 0.9))
                yield candidate
        yield from self._of_pronouns()

    def _of_pronouns(self) -> Iterator[Candidate]:
        """Yield the offices in which somebody acts whom a pronoun means: "As head of Oxfam, *she* criticized Iran"."""
        cast = self._denoter.cast
        for pronoun in self._doc.occurrences(_PRONOUNS):
            meant = self._denoter.denote(pronoun) if "as" in pronoun.sent.lowers else []
            if len(meant) != 1 or cast[meant[0].actor].kind != "person":
                continue
            for title in acting_as(pronoun, self._words):
                frame = self._titles.frame(title)
                if frame is not None:
                    yield from self._held(meant[0], title, frame)

    def _in_state(self, party: Party, title: Token, frame: Frame) -> list[Candidate]:
        """Return the affiliation of a member of a government with the state that he was found to speak for."""
        cast, words = self._denoter.cast, self._words
        root = cast.root(party.actor)
        key = (party.actor, frame.type, root)
        if frame.type != "affiliated.leads" or cast[root].kind not in STATES or key in self._seen:
            return []
        behind = title.i > party.start and title.head.lower_ != "as"
        if title.base not in words["offices.heads"] or behind or self._has_left(title):
            return []
        if title.head.lower_ == "as" and any(
            thing.lower_ not in words["bodies.portfolios"]
            for phrase in title.children
            if phrase.lower_ == "of"
            for thing in phrase.children
        ):
            return []  # "as president of the club"
        before = self._doc[title.i - 1].lower_ if title.i > title.sent.start else ""
        fields = words["bodies.portfolios"] - {"general"}
        if title.base == "secretary" and before not in fields and self._doc[title.i + 1].lower_ != "of":
            return []  # "the union's general secretary"
        if any(actor == party.actor and kind == frame.type for actor, kind, _ in self._seen):
            return []
        others = (one for one in self._denoter.named if cast[one.actor].kind != "person")
        if not any(cast.root(one.actor) == root for one in others):
            return []  # no word of the text says of what state he is
        self._seen.add(key)
        owner = Party(root, title.i, title.i + 1, "description", how="the state spoken for")
        return [Candidate(frame, party, owner, title, title.i, title.i + 1, frame.type)]

    def _has_left(self, title: Token) -> bool:
        before = self._doc[max(title.sent.start, title.i - 5) : title.i]
        return any(token.lower_ in ("former", "ex", "late", "then", "shadow", "incoming") for token in before)

    def holders(self) -> dict[int, list[Party]]:
        """Return who is meant by a title that a name follows after a comma: "the head of Oxfam, Mary Njoroge"."""
        return {
            candidate.trigger.i: [candidate.source.widened(candidate.trigger.left_edge.i, candidate.source.end)]
            for candidate in self._found
            if self._is_apposed_later(candidate)
        }

    def _is_apposed_later(self, candidate: Candidate) -> bool:
        name, title = self._doc[candidate.source.start : candidate.source.end].root, candidate.trigger
        return (
            name.dep_ == "appos"
            and title.i < candidate.source.start
            and title.i not in self._denoter.mention_at
            and self._denoter.cast[candidate.source.actor].kind == "person"
            and name.head.i != title.i
        )

    def officers(self) -> Iterator[str]:
        """Yield persons introduced by an office of nobody named: "the Principal Secretary, Ana Brown", "my envoy"."""
        stated = {candidate.source.actor for candidate in self._found}
        for party in self._denoter.named:
            actor = self._denoter.cast[party.actor]
            if actor.kind != "person" or actor.parent is not None or actor.id in stated:
                continue
            for title, _ in self._titles.apposed(party):
                first = self._doc[title.left_edge.i].lower_
                former = any(child.lower_ in ("former", "ex", "late") for child in title.children)
                ahead = title.i < party.start or title.text[0].isupper()  # "Lord Grey, the Minister for Africa"
                if first in ("the", "our", "my", "its") and ahead and not former:
                    yield actor.id
                    break

    def _find(self) -> Iterator[Candidate]:
        for party in self._denoter.named:
            is_person = self._denoter.cast[party.actor].kind == "person"
            if party.via == "demonym" and people_listed(self._denoter, self._doc[party.end - 1]):
                continue  # "Danes such as Hans Voss were its members": these were
            for title, frame in self._titles.of_person(party) if is_person else self._titles.apposed(party):
                if title.i >= party.end and self._introduces_another(title, party):
                    continue
                held = list(self._held(party, title, frame)) or list(self._given(party, title, frame))
                if not any(one.target.actor not in self._denoter.roles for one in held):
                    self._unowned.append((party, title, frame))  # "*the party's* leader": which party comes later
                yield from held

    def _given(self, party: Party, title: Token, frame: Frame) -> Iterator[Candidate]:
        """Yield the affiliation of somebody with the country of which he is given an office: "named *him* minister"."""
        heads = frame.type == "affiliated.leads" and title.base in self._words["offices.heads"]
        for lord in given_with(self._denoter, title) if heads or frame.name == _OFFICIAL else ():
            root = self._denoter.cast.root(lord.actor)
            key = (party.actor, frame.type, root)
            if self._denoter.cast[root].kind in STATES and party.actor != lord.actor and key not in self._seen:
                self._seen.add(key)
                owner = Party(root, lord.start, lord.end, "description", how="who gives the office")
                yield Candidate(frame, party, owner, title, self._titles.first(title), title.i + 1, frame.type)

    def _introduces_another(self, title: Token, person: Party) -> bool:
        """Tell whether a title after a name is that of the next: "with Ivo Kahn, *Minister* of Trade Ana Ruiz said"."""
        following = title.right_edge.i + 1
        return following < len(self._doc) and self._titles.is_other_person(self._doc[following], person)

    def _held(self, party: Party, title: Token, frame: Frame) -> Iterator[Candidate]:
        """Yield the affiliation of somebody with each owner of his title that was not yielded before."""
        if any(child.lower_ == "colonial" for child in title.children):
            return  # "its former colonial ruler, France": it leads nobody
        if party.start <= title.i < party.end and self._denoter.cast[party.actor].kind == "igo":
            return  # "UN peacekeepers in Mali" are nobody's in Mali
        for owner in self._owners.of(title, party, frame):
            key = (party.actor, frame.type, owner.actor)
            if owner.how != "owner" and owner.start <= title.i < owner.end:
                continue  # "the Republic of Ireland": no republic of somebody's
            if self._is_craft(title, owner) or is_branch(self._denoter, owner):
                continue
            if is_hoped_for(self._denoter, title, owner) or is_where(self._denoter, title, owner):
                continue
            if frame.type == "affiliated.leads" and leads_no_state(self._denoter, title, owner):
                continue
            if frame.name == _COUNTERPART and not self._is_peer(title, party, owner):
                continue
            abroad = headed_abroad(self._denoter, title, owner) if frame.type == "affiliated.leads" else None
            first, last = self._titles.first(title), title.i + 1
            official = self._frames.frames.get(_OFFICIAL) if abroad is not None else None
            if owner.actor != party.actor and key not in self._seen:
                self._seen.add(key)
                if abroad is not None and official is not None:
                    # "the *British* viceroy of India" is an official of the one and heads the other
                    yield Candidate(official, party, owner, title, first, last, official.type)
                kind = _MEMBER if is_of_party(self._denoter, title, owner) else frame.type
                yield Candidate(frame, party, abroad or owner, title, first, last, kind)

    def _is_peer(self, title: Token, party: Party, owner: Party) -> bool:
        """Tell whether somebody has in another state the office of whom the text speaks: "his *Malian* counterpart"."""
        cast = self._denoter.cast
        if cast[owner.actor].kind not in STATES or cast[party.actor].kind != "person":
            return False
        private = self._words.either("nouns.craft", "nouns.arts", "offices.of_others")
        before = self._doc[title.sent.start : title.i]
        his = (child.i for child in title.children if child.dep_ == "poss" and child.lower_ != "its")
        return any(i < owner.start < title.i for i in his) and not any(token.base in private for token in before)

    def _is_craft(self, title: Token, owner: Party) -> bool:
        """Tell whether a word for an office is a trade that one has in a country: "Iranian film *director*"."""
        if title.base not in self._words["nouns.craft"]:
            return False
        arts = self._words["nouns.arts"]
        if self._doc[owner.start : owner.end].text.lower() in arts:
            return True  # "opera director"
        fields = takewhile(self._says_what, reversed(list(self._doc[owner.start : title.i])))
        national = self._denoter.cast[owner.actor].kind in ("country", "historic_state", "region", "place")
        return national and all(field.base in arts for field in fields)

    def _says_what(self, token: Token) -> bool:
        return token.pos_ in ("NOUN", "ADJ") and token.i not in self._denoter.mention_at
