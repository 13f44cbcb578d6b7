"""Which words of a text are the title of a name: "Foreign *Minister* Zarif", "Frontex, the border *agency*"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from relgraph.frames import Frame, FrameSet
from relgraph.pipeline.affiliating.copulas import said_to_be
from relgraph.pipeline.affiliating.nominations import apposed_to, offices_given, told_of
from relgraph.pipeline.affiliating.titleowners import is_held
from relgraph.pipeline.arguments import PASSIVE_SUBJECTS, SUBJECTS
from relgraph.pipeline.cast import STATES
from relgraph.pipeline.denoting.denotation import Denoter
from relgraph.pipeline.naming.entities import NOBLE
from relgraph.pipeline.naming.tenures import held_as, installed_as
from relgraph.pipeline.parties import Party
from relgraph.pipeline.syntax.apposition import is_second
from relgraph.pipeline.words import Words

if TYPE_CHECKING:
    from relgraph.pipeline.nlp.parse import Doc, Token

_STOPS = frozenset({",", ";", "(", ")", ":"})
_RANK = "affiliated.member_of/rank"
_EXPERT = "affiliated.member_of/expert"
_SET_ASIDE = frozenset({"advcl", "npadvmod", "dep"})
_BETWEEN_NAMES = frozenset({"PROPN", "CCONJ", "PUNCT"})


class TitleFinder:
    """Finds the titles of the names of one parsed text."""

    def __init__(self, doc: Doc, denoter: Denoter, frames: FrameSet, words: Words) -> None:
        self._doc = doc
        self._denoter = denoter
        self._frames = frames
        self._words = words

    def of_person(self, person: Party) -> Iterator[tuple[Token, Frame]]:
        """Yield title tokens with their frames: before the name, apposed to it, after "as", or as predicate."""
        tokens = self._doc[person.start : person.end]
        head = tokens.root
        for token in reversed(list(self._doc[max(tokens[0].sent.start, person.start - 8) : person.end - 1])):
            if token.i < person.start and (token.text in _STOPS or self.is_other_person(token, person)):
                break
            if head.dep_ == "poss" and token.lower_ == "of" and token.i < person.start:
                break  # "a member of Ivo Kahn's firm": somebody else's title
            if (
                head.dep_ == "compound"
                and head.head.i >= person.end > token.i + len(tokens)
                and (token.tag_ == "DT" or (token.dep_ == "cc" and head.head.dep_ == "conj"))
            ):
                break  # "the owner of the club and *a* Kahn critic": neither is Kahn
            field = token.head
            if token.dep_ == "compound" and field.i < person.start and field.head.lower_ in ("of", "for"):
                continue  # "Minister of *National* Defence Ana Ruiz"
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
            frame = self.frame(token) if token.i >= person.start or not self._is_in_name(token) else None
            if frame is not None and frame.type == "affiliated.part_of" and token.i < person.start:
                continue  # "spokesman *Army* Col. Ivo Kahn"
            if frame is not None and (
                token.i >= person.start
                or token.dep_ in ("compound", "nmod", "appos", "amod")
                or (token.dep_ == "conj" and self.frame(token.head) is not None)
                or token.head.i in range(person.start, person.end)
                or head.dep_ == "appos"
            ):
                yield token, frame
                if frame.name == _RANK and token.i < person.start:
                    continue  # "operations director Navy Capt. Jeff Davis"
                if frame.name == _EXPERT and token.i >= person.start:
                    continue  # "Iran's Supreme Leader Ayatollah Khamenei"
                break
        yield from self._shared(head)
        yield from self.apposed(person)
        yield from self._listed(person, head)
        held = (*held_as(self._denoter, person, head), *installed_as(head, self._words))
        for token in (*held, *offices_given(person, head, self._words)):
            frame = self.frame(token)
            if frame is not None:
                yield token, frame

    def _shared(self, name: Token) -> Iterator[tuple[Token, Frame]]:
        """Yield the title in the plural that a name shares with the first of a list: "*envoys* Ivo Kahn and *Ana*"."""
        first = name
        while first.dep_ in ("conj", "appos") and first.head.i < first.i and first.head.i in self._denoter.mention_at:
            first = first.head
        leader = self._denoter.mention_at.get(first.i)
        if first is name or leader is None or leader.start == 0:
            return
        title = self._doc[leader.start - 1]
        if title.tag_ not in ("NNS", "NNPS") or self._denoter.cast[leader.actor].kind != "person":
            return
        names = self._doc[leader.end : name.left_edge.i]
        if any(
            t.pos_ not in _BETWEEN_NAMES and t.i not in self._denoter.mention_at and t.lower_ != "of" for t in names
        ):
            return  # "ministers Ivo Kahn and his aide Ana Ruiz"
        several = sum(child.i in self._denoter.mention_at for child in title.lefts)
        frame = self.frame(title)
        if frame is not None and several < 2 and not any(child.dep_ == "conj" for child in title.lefts):
            yield title, frame

    def _listed(self, person: Party, name: Token) -> Iterator[tuple[Token, Frame]]:
        """Yield the title in the plural of which a name is an example: "Chadian *ministers*, including Ana Ruiz"."""
        if self._denoter.cast[person.actor].kind != "person":
            return
        for title in told_of(name):
            frame = self.frame(title)
            employed = title.base in self._words["nouns.employed"]
            if frame is not None and (employed or frame.type == "affiliated.leads"):
                yield title, frame

    def _is_in_name(self, token: Token) -> bool:
        """Tell whether a word is only a part of a body's name: "General Secretary of the *Communist* Party Hu"."""
        named = self._denoter.mention_at.get(token.i)
        return (
            named is not None and named.end - named.start > 1 and self._denoter.cast[named.actor].kind == "organization"
        )

    def apposed(self, named: Party) -> Iterator[tuple[Token, Frame]]:
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
        apposed.extend(_set_before(head))
        apposed.extend(_hung_above(head, named) if self._denoter.cast[named.actor].kind != "place" else ())
        apposed.extend(self._held_land(head))
        if not is_person:  # "its two rivals, Chile and *Peru*", "NATO members such as *Greece*"
            apposed.extend(apposed_to(head))
            belonging = self._words["nouns.belonging_to"]  # "EU *members* such as", "EU *member* states such as"
            told = [t for t in told_of(head) if t.base in belonging or t.nbor(-1).lower_ in belonging]
            apposed.extend(told)
        if head.dep_ == "appos" and not self._has_own_name(head.head):
            apposed.append(self._titled(head.head))
        if is_person:
            # "Ivo Kahn, Ana Ruiz and the head of Oxfam": a list, in which nobody is another one
            apposed = [token for token in apposed if not self.is_other_person(token, named)]
        if self._denoter.cast[named.actor].kind in ("organization", "igo", "government") and head.dep_ != "conj":
            apposed = [token for token in apposed if token.tag_ != "NNS" or token.dep_ == "attr"]
        if self._doc[named.end - 1].lower_ in self._words["bodies.units"]:
            # "commander of Alpha Company, *3rd Battalion*": a unit is no officer
            apposed = [token for token in apposed if token.base not in self._words["nouns.person_word"]]
        if self._denoter.cast[named.actor].kind in STATES:
            people = named.via == "demonym"  # "Americans such as Clay were *members*"
            apposed = [token for token in apposed if not self._is_person(token, of_people=people)]
        if self._denoter.cast[named.actor].kind == "place":
            # "the court in Houston, Texas": a place is no court
            frames = [(token, self.frame(token)) for token in apposed]
            apposed = [token for token, frame in frames if frame is not None and frame.id == "territory"]
        before = self._doc[named.start - 1] if named.start > 0 else head
        if (before.pos_ == "NOUN" or before.lower_ == "rival") and before.head.i in (head.i, head.head.i):
            apposed.append(before)  # "the Dutch news agency ANP"
        if head.dep_ == "compound" and head.head.i == named.end and is_held(head.head, self._denoter.cast[named.actor]):
            apposed.append(head.head)  # "News Corp's Fox unit"
        for token in apposed:
            for part in self._denoter.conjuncts(token):
                frame = self.frame(part)
                # "321st Regiment, 3rd Battalion": a name says no office
                if frame is not None and not self._is_body(part):
                    yield part, frame
        for noun in said_to_be(head):
            for title in self._denoter.conjuncts(self._one_of(noun)):
                frame = self.frame(title)
                if frame is not None:
                    yield title, frame

    def _held_land(self, name: Token) -> list[Token]:
        """Return what a land is called that another one holds: "the British *colony* of Malta"."""
        land = name.head.head
        if (
            name.dep_ != "pobj"
            or name.head.lower_ != "of"
            or land.base not in self._words.either("nouns.overseas", "nouns.federal")
        ):
            return []
        former = any(child.lower_ in ("former", "ex") for child in land.children)
        return [] if former or land.tag_ != "NN" else [land]

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
            if self.frame(token) is not None:
                return token
            if token.dep_ != "pobj" or token.head.dep_ != "prep" or token.head.head.pos_ not in ("NOUN", "PROPN"):
                break
            token = token.head.head
        return token if self.frame(token) is not None else host

    def frame(self, token: Token) -> Frame | None:
        """Return the frame of the title that a word ends, None if it is none."""
        return self._known(token)[0]

    def first(self, token: Token) -> int:
        """Return where the title begins that a word ends: "*Secretary* of State"."""
        return token.i - self._known(token)[1] + 1

    def _known(self, token: Token) -> tuple[Frame | None, int]:
        """Return the frame of the title that a word ends, and of how many words it is."""
        lemma = self._denoter.word(token)
        for frame, parts in self._frames.lookup("title", lemma) or self._frames.lookup("title", token.lower_):
            before = [self._doc[i].lower_ for i in range(max(0, token.i - len(parts) + 1), token.i)]
            if list(parts[:-1]) == before:
                return frame, len(parts)
        return None, 1

    def _has_own_name(self, land: Token) -> bool:
        """Tell whether a word for a part of a country ends a name, behind which its country stands."""
        frame = self.frame(land)
        return frame is not None and frame.id == "territory" and land.i > 0 and land.nbor(-1).pos_ == "PROPN"

    def _is_body(self, token: Token) -> bool:
        mention = self._denoter.mention_at.get(token.i)
        if mention is None:
            return False
        country = mention.end - mention.start > 1 and self._denoter.cast[mention.actor].kind in STATES
        return country or mention.how.startswith("named entity")  # "the *Republic* of China"

    def _is_person(self, title: Token, *, of_people: bool) -> bool:
        """Tell whether a title is a person's: "in Kigali, the foreign *minister*", "*workers* in Ghent, Belgium"."""
        if title.base in self._words["nouns.person_word"]:
            return True
        frame = self.frame(title)
        of_body = title.base in self._words["nouns.belonging_to"] and not of_people  # "NATO *members* Greece and Chad"
        return frame is not None and frame.type == "affiliated.member_of" and title.tag_ == "NNS" and not of_body

    def is_other_person(self, token: Token, person: Party) -> bool:
        """Tell whether a word names another person."""
        mention = self._denoter.mention_at.get(token.i)
        return (
            mention is not None and mention.actor != person.actor and self._denoter.cast[mention.actor].kind == "person"
        )


def _set_before(name: Token) -> list[Token]:
    """Return the title that the parser made a second subject: "A *commander* of the rebels, Omar Said was killed"."""
    if name.dep_ not in SUBJECTS | PASSIVE_SUBJECTS or name.pos_ != "PROPN":
        return []
    return [
        child
        for child in name.head.lefts
        if (child.dep_ == name.dep_ or child.dep_ in _SET_ASIDE)
        and child.pos_ == "NOUN"
        and child.right_edge.i + 2 == name.left_edge.i
        and child.right_edge.nbor().text == ","
    ]


def _hung_above(name: Token, named: Party) -> list[Token]:
    """Return the title behind a name that the parser hung on a noun before: "talks in Malta, the Union's *member*"."""
    at = named.end + 1
    if name.dep_ != "pobj" or at >= len(name.doc) or name.doc[at - 1].text != ",":
        return []
    hosts = [above for above in name.ancestors if above.pos_ in ("NOUN", "PROPN", "VERB")]
    return [
        title
        for host in hosts
        for above in (host, *host.lefts)
        for title in above.children
        if title.dep_ == "appos" and title.left_edge.i == at
    ][:1]


def _follows_list(first: Token, title: Token) -> bool:
    """Tell whether a title of one stands behind a list that a name begins: "A and B, *a unit* of C"."""
    return title.tag_ in ("NN", "NNP") and any(
        child.dep_ == "conj" and first.i < child.i < title.i for child in first.children
    )
