"""Persons and their offices: "Iranian Foreign Minister Zarif", "Fayyadh, head of the Hashd"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile
from typing import TYPE_CHECKING

from relgraph.frames import Frame, FrameSet
from relgraph.pipeline.apposition import is_second
from relgraph.pipeline.arguments import Argument
from relgraph.pipeline.candidates import Candidate
from relgraph.pipeline.cast import STATES
from relgraph.pipeline.copulas import said_to_be
from relgraph.pipeline.denotation import Denoter
from relgraph.pipeline.entities import NOBLE
from relgraph.pipeline.parties import Party
from relgraph.pipeline.syntax import Syntax
from relgraph.pipeline.tenures import held_as, installed_as
from relgraph.pipeline.titleowners import (
    is_branch,
    is_field,
    is_held,
    is_hoped_for,
    is_nationality,
    is_where,
    leads_no_state,
    rivalled,
)
from relgraph.pipeline.words import Words

if TYPE_CHECKING:
    from relgraph.pipeline.parse import Doc, Token

_STOPS = frozenset({",", ";", "(", ")", ":"})
_RANK = "affiliated.member_of/rank"
_OWNER_PREPOSITIONS = ("of", "for", "at", "in", "with", "to")


class TitleMatcher:
    """Finds the title of every named person in one parsed text, and whose title it is."""

    def __init__(self, doc: Doc, denoter: Denoter, syntax: Syntax, frames: FrameSet, words: Words) -> None:
        self._doc = doc
        self._denoter = denoter
        self._syntax = syntax
        self._frames = frames
        self._words = words
        self._seen: set[tuple[str, str, str]] = set()
        self._unowned: list[tuple[Party, Token, Frame]] = []
        self._found = list(self._find())

    def candidates(self) -> Iterator[Candidate]:
        """Yield the affiliation of each person with each owner of a title."""
        yield from self._found

    def later(self, *, stated: bool = False) -> Iterator[Candidate]:
        """Yield what titles say whose owner only the references tell: "the country's president, Ana Ruiz".

        In a statement (`stated`) ministers are of the state that they speak for.
        """
        for party, title, frame in self._unowned:
            held = list(self._held(party, title, frame)) or (self._in_state(party, title, frame) if stated else [])
            for candidate in held:
                candidate.doubts.append(("whose title it is is only referred to", 0.9))
                yield candidate

    def _in_state(self, party: Party, title: Token, frame: Frame) -> list[Candidate]:
        """Return the affiliation of a member of a government with the state that he was found to speak for."""
        cast, words = self._denoter.cast, self._words
        root = cast.root(party.actor)
        key = (party.actor, frame.type, root)
        if frame.type != "affiliated.leads" or cast[root].kind not in STATES or key in self._seen:
            return []
        if title.base not in words["offices.heads"] or title.i > party.start or self._has_left(title):
            return []
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
            for title, _ in self._apposed(party):
                first = self._doc[title.left_edge.i].lower_
                former = any(child.lower_ in ("former", "ex", "late") for child in title.children)
                ahead = title.i < party.start or title.text[0].isupper()  # "Lord Grey, the Minister for Africa"
                if first in ("the", "our", "my", "its") and ahead and not former:
                    yield actor.id
                    break

    def _find(self) -> Iterator[Candidate]:
        for party in self._denoter.named:
            is_person = self._denoter.cast[party.actor].kind == "person"
            for title, frame in self._titles(party) if is_person else self._apposed(party):
                if title.i >= party.end and self._introduces_another(title, party):
                    continue
                held = list(self._held(party, title, frame))
                if not held:
                    self._unowned.append((party, title, frame))
                yield from held

    def _introduces_another(self, title: Token, person: Party) -> bool:
        """Tell whether a title after a name is that of the next: "with Ivo Kahn, *Minister* of Trade Ana Ruiz said"."""
        following = title.right_edge.i + 1
        return following < len(self._doc) and self._is_other_person(self._doc[following], person)

    def _held(self, party: Party, title: Token, frame: Frame) -> Iterator[Candidate]:
        """Yield the affiliation of somebody with each owner of his title that was not yielded before."""
        if any(child.lower_ == "colonial" for child in title.children):
            return  # "its former colonial ruler, France": it leads nobody
        for owner in self._owners(title, party, frame):
            key = (party.actor, frame.type, owner.actor)
            if owner.how != "owner" and owner.start <= title.i < owner.end:
                continue  # "the Republic of Ireland": no republic of somebody's
            if self._is_craft(title, owner) or is_branch(self._denoter, owner):
                continue
            if is_hoped_for(self._denoter, title, owner) or is_where(self._denoter, title, owner):
                continue
            if frame.type == "affiliated.leads" and leads_no_state(self._denoter, title, owner):
                continue
            if owner.actor != party.actor and key not in self._seen:
                self._seen.add(key)
                yield Candidate(frame, party, owner, title, title.i, title.i + 1, frame.type)

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

    def _is_person(self, title: Token) -> bool:
        """Tell whether a title is a person's: "in Kigali, the foreign *minister*", "*workers* in Ghent, Belgium"."""
        if title.base in self._words["nouns.person_word"]:
            return True
        frame = self._frame(title)
        return frame is not None and frame.type == "affiliated.member_of" and title.tag_ == "NNS"

    def _says_what(self, token: Token) -> bool:
        return token.pos_ in ("NOUN", "ADJ") and token.i not in self._denoter.mention_at

    def _titles(self, person: Party) -> Iterator[tuple[Token, Frame]]:
        """Yield title tokens with their frames: before the name, apposed to it, after "as", or as predicate."""
        tokens = self._doc[person.start : person.end]
        head = tokens.root
        for token in reversed(list(self._doc[max(tokens[0].sent.start, person.start - 8) : person.end - 1])):
            if token.i < person.start and (token.text in _STOPS or self._is_other_person(token, person)):
                break
            if head.dep_ == "poss" and token.lower_ == "of" and token.i < person.start:
                break  # "a member of Ivo Kahn's firm": somebody else's title
            if token.lower_ in NOBLE and person.start - 1 <= token.i < person.end:
                continue  # "Lord Grey": a part of the name
            if token.i == person.start and token.lower_ in self._words["gender.male_given"]:
                continue  # "Dean Rusk"
            if (
                token.i < person.start
                and token.pos_ in ("VERB", "AUX", "ADP", "CCONJ")
                and token.lower_ not in ("of", "for", "and")
            ):
                break
            frame = self._frame(token)
            if frame is not None and (
                token.i >= person.start
                or token.dep_ in ("compound", "nmod", "appos", "amod")
                or (token.dep_ == "conj" and self._frame(token.head) is not None)
                or token.head.i in range(person.start, person.end)
                or head.dep_ == "appos"
            ):
                yield token, frame
                if frame.name == _RANK and token.i < person.start:
                    continue  # "operations director Navy Capt. Jeff Davis"
                break
        yield from self._apposed(person)
        for token in (*held_as(self._denoter, person, head), *installed_as(head, self._words)):
            frame = self._frame(token)
            if frame is not None:
                yield token, frame

    def _is_body(self, token: Token) -> bool:
        mention = self._denoter.mention_at.get(token.i)
        return mention is not None and mention.how.startswith("named entity")

    def _is_other_person(self, token: Token, person: Party) -> bool:
        mention = self._denoter.mention_at.get(token.i)
        return (
            mention is not None and mention.actor != person.actor and self._denoter.cast[mention.actor].kind == "person"
        )

    def _apposed(self, named: Party) -> Iterator[tuple[Token, Frame]]:
        """Yield titles apposed to a name, or said of it with "is": "Frontex, the border agency of the Union"."""
        head = self._doc[named.start : named.end].root
        is_person = self._denoter.cast[named.actor].kind == "person"
        apposed = [
            self._one_of(child)
            for child in head.children
            if child.dep_ == "appos" and not _follows_list(head, child) and not is_second(head, child)
        ]
        if head.dep_ == "conj":
            # "A and B, a unit of C": the parser may hang the title on the first
            apposed.extend(
                self._one_of(child)
                for child in head.head.children
                if child.dep_ == "appos" and child.i > head.i and _follows_list(head.head, child)
            )
        if head.dep_ == "appos":
            apposed.append(self._titled(head.head))
        if is_person:
            # "Ivo Kahn, Ana Ruiz and the head of Oxfam": a list, in which nobody is another one
            apposed = [token for token in apposed if not self._is_other_person(token, named)]
        if self._denoter.cast[named.actor].kind in ("organization", "igo", "government") and head.dep_ != "conj":
            apposed = [token for token in apposed if token.tag_ != "NNS" or token.dep_ == "attr"]
        if self._denoter.cast[named.actor].kind in STATES:
            apposed = [token for token in apposed if not self._is_person(token)]
        if self._denoter.cast[named.actor].kind == "place":
            # "the court in Houston, Texas": a place is no court
            frames = [(token, self._frame(token)) for token in apposed]
            apposed = [token for token, frame in frames if frame is not None and frame.id == "territory"]
        before = self._doc[named.start - 1] if named.start > 0 else head
        if (before.pos_ == "NOUN" or before.lower_ == "rival") and before.head.i in (head.i, head.head.i):
            apposed.append(before)  # "the Dutch news agency ANP"
        if head.dep_ == "compound" and head.head.i == named.end and is_held(head.head, self._denoter.cast[named.actor]):
            apposed.append(head.head)  # "News Corp's Fox unit"
        for token in apposed:
            for part in self._denoter.conjuncts(token):
                frame = self._frame(part)
                # "321st Regiment, 3rd Battalion": a name says no office
                if frame is not None and not self._is_body(part):
                    yield part, frame
        for noun in said_to_be(head):
            for title in self._denoter.conjuncts(self._one_of(noun)):
                frame = self._frame(title)
                if frame is not None:
                    yield title, frame

    def _one_of(self, token: Token) -> Token:
        """Return the title in "one of its closest *allies*", or the token itself."""
        if token.lower_ in ("one", "part"):
            for child in token.children:
                if child.lower_ == "of":
                    return next((title for title in child.children if title.dep_ == "pobj"), token)
        return token

    def _titled(self, host: Token) -> Token:
        """Return the title that a name is apposed to; the parser may hang it on a place inside the title's phrase."""
        token = host
        for _ in range(2):
            if self._frame(token) is not None:
                return token
            if token.dep_ != "pobj" or token.head.dep_ != "prep" or token.head.head.pos_ not in ("NOUN", "PROPN"):
                break
            token = token.head.head
        return token if self._frame(token) is not None else host

    def _frame(self, token: Token) -> Frame | None:
        lemma = self._denoter.word(token)
        for frame, parts in self._frames.lookup("title", lemma) or self._frames.lookup("title", token.lower_):
            before = [self._doc[i].lower_ for i in range(max(0, token.i - len(parts) + 1), token.i)]
            if list(parts[:-1]) == before:
                return frame
        return None

    def _owners(self, title: Token, person: Party, frame: Frame) -> list[Party]:
        denoter = self._denoter
        if "owner" not in frame.target:
            return [
                owner
                for preposition in frame.target
                for token in self._syntax.prepositional(title, preposition)
                for owner in denoter.parties(Argument(token), target=True, preposition=preposition)
            ]
        if frame.type == "disputes.rivals" and (others := rivalled(denoter, title, person)) is not None:
            return others
        found = [owner for owner in denoter.owners(title, allow_of=False) if owner.actor != person.actor]
        if title.dep_ == "conj" and title.head.pos_ == "NOUN" and self._frame(title.head) is not None:
            # "a German colony and a member *of the Union*": what stands before the first is not the second's
            named = any(token.pos_ == "PROPN" for token in self._syntax.prepositional(title, "of"))
            own = [owner for owner in found if owner.start > title.head.i] or self._of_title(title)
            found = own if named else own or found
        if employed := frame.name in self._words["offices.employed"]:
            found = [owner for owner in found if not is_nationality(denoter, owner)]  # works for nobody named
        # "minister to Mexico": there, for somebody else
        sent = title.base in self._words["offices.sent"] and self._is_abroad(title)
        if sent:
            found = [owner for owner in found if owner.start < title.i]
        if found and any(child.dep_ == "compound" and child.i in denoter.mention_at for child in title.children):
            # "the Kenya head of Oxfam": where, not of whom
            found = self._of_title(title) or found
        if not found:
            found = self._shared_owners(title, person)
        if not found:
            # "Iranian Foreign Minister Zarif": the demonym hangs on the name, not on the title.
            holder = self._doc[person.start : person.end].root
            found = [
                party.widened(party.start, party.start + 1)
                for child in holder.children
                if child.i < title.i and child.dep_ in ("amod", "compound", "nmod", "poss")
                for party in [denoter.mention_at.get(child.i)]
                if party is not None and party.actor != person.actor
            ]
        if not found:
            for preposition in () if sent else _OWNER_PREPOSITIONS:
                for token in self._syntax.prepositional(title, preposition):
                    found = denoter.parties(Argument(token), target=True, preposition=preposition)
                    if preposition == "for":  # "Minister for the Middle East": what the office deals with
                        found = [party for party in found if denoter.cast[party.actor].kind != "region"]
                    if found:
                        break  # "director at the institute at the university": the nearest
                if found:
                    break
        if not found and self._denoter.cast[person.actor].kind == "person":
            found = self._body_before(title, person)
        if not found:
            found = self._after_name(title, person)
            as_office = title.head.lower_ == "as"  # "the election of Edgar Lungu as president"
            if not found and frame.type == "affiliated.leads" and (title.i < person.end or as_office):
                found = self._known_country(person)
        if (lemma := title.base) in ("minister", "secretary", "spokesman", "spokeswoman"):
            # "the Europe minister": a field, not a principal
            found = [o for o in found if not is_field(denoter, o, of_state=lemma in ("minister", "secretary"))]
        if employed:
            found = [owner for owner in found if not is_nationality(denoter, owner)]
        if frame.type.startswith("affiliated.") or title.base not in self._words["nouns.minded"]:
            found = [owner for owner in found if denoter.cast[owner.actor].kind != "person"]
        # "Chad's minister Ali Deby and Malian minister Ana Ba": each his own
        own = [owner for owner in found if not self._is_behind_another(owner, title, person)]
        return own or found

    def _is_behind_another(self, owner: Party, title: Token, person: Party) -> bool:
        """Tell whether the name of another person stands between an owner and a title."""
        return any(self._is_other_person(token, person) for token in self._doc[owner.end : title.i])

    def _is_abroad(self, title: Token) -> bool:
        """Tell whether an office is held with or in another country: "minister to Mexico", "envoy in Paris"."""
        if self._syntax.prepositional(title, "to"):
            return True
        plain = not any(child.dep_ in ("amod", "compound") for child in title.children)
        return plain and bool(self._syntax.prepositional(title, "in") or self._syntax.prepositional(title, "at"))

    def _shared_owners(self, title: Token, person: Party) -> list[Party]:
        """Return the owner of the title before: "British Prime Minister and Foreign Secretary Lord Grey"."""
        name = self._doc[person.start : person.end].root
        for token in (title, name):
            if token.dep_ == "conj" and token.head.i < title.i and self._frame(token.head) is not None:
                return self._denoter.owners(token.head, allow_of=False)
        return []

    def _of_title(self, title: Token) -> list[Party]:
        """Return the body in "head of Oxfam"."""
        return [
            party
            for token in self._syntax.prepositional(title, "of")
            for party in self._denoter.parties(Argument(token), target=True, preposition="of")
            if self._denoter.cast[party.actor].kind in ("organization", "government", "igo", "armed_group")
        ]

    def _body_before(self, title: Token, person: Party) -> list[Party]:
        """Return the body that stands before the title: "Senate President", "Siemens chief executive"."""
        mentions = self._denoter.mention_at
        holder = self._doc[person.start : person.end].root
        return [
            mentions[child.i]
            for child in (*title.children, *holder.children)
            if child.dep_ in ("compound", "nmod")
            and child.i < title.i
            and child.i in mentions
            and mentions[child.i].actor != person.actor
            and not mentions[child.i].capital
        ][:1]

    def _known_country(self, person: Party) -> list[Party]:
        """Return the country that the person is known to speak for, where the sentence names it.

        Example: "met in Moscow with Minister Lavrov".
        """
        cast = self._denoter.cast
        root = cast.root(person.actor)
        sentence = self._doc[person.start].sent
        return [
            party
            for party in self._denoter.named
            if root != person.actor and party.actor == root and sentence.start <= party.start < sentence.end
        ][:1]

    def _after_name(self, title: Token, person: Party) -> list[Party]:
        """Return the owners that follow the name: "President Gloria Arroyo of the Philippines"."""
        if title.i > person.start:
            return []
        head = self._doc[person.start : person.end].root
        return [
            party
            for token in self._syntax.prepositional(head, "of")
            for party in self._denoter.parties(Argument(token), target=True, preposition="of")
        ]


def _follows_list(first: Token, title: Token) -> bool:
    """Tell whether a title of one stands behind a list that a name begins: "A and B, *a unit* of C"."""
    return title.tag_ in ("NN", "NNP") and any(
        child.dep_ == "conj" and first.i < child.i < title.i for child in first.children
    )
