"""Whose a title is: the state, body or person that its holder leads, belongs to or speaks for."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from relgraph.frames import Frame
from relgraph.pipeline.affiliating.titleowners import HELD, is_field, is_nationality, rivalled
from relgraph.pipeline.affiliating.titlesearch import TitleFinder
from relgraph.pipeline.arguments import PASSIVE_SUBJECTS, SUBJECTS, Argument
from relgraph.pipeline.cast import STATES
from relgraph.pipeline.denoting.denotation import Denoter
from relgraph.pipeline.denoting.theirpeople import fighters_before
from relgraph.pipeline.parties import Party
from relgraph.pipeline.syntax.syntax import Syntax
from relgraph.pipeline.words import Words

if TYPE_CHECKING:
    from relgraph.pipeline.nlp.parse import Doc, Token

_BODIES = frozenset({"organization", "government", "igo", "armed_group", "bloc"})
_PAST = frozenset({"former", "ex", "erstwhile", "one-time", "onetime", "old-time"})
_PREPOSITIONS = ("of", "for", "at", "in", "with", "to")


class OwnerFinder:
    """Finds the owners of the titles of one parsed text."""

    def __init__(self, doc: Doc, denoter: Denoter, syntax: Syntax, titles: TitleFinder, words: Words) -> None:
        self._doc = doc
        self._denoter = denoter
        self._syntax = syntax
        self._titles = titles
        self._words = words

    def of(self, title: Token, person: Party, frame: Frame) -> list[Party]:
        """Return the owners of a title that somebody holds or is said to hold."""
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
        employed = frame.name in self._words["offices.employed"]
        # "minister to Mexico": there, for somebody else
        sent = title.base in self._words["offices.sent"] and self._is_abroad(title)
        found = self._beside(title, person, employed=employed, sent=sent)
        if not found:
            found = self._shared(title, person) or self._of_holder(title, person)
        if not found and not sent:
            found = self._after_preposition(title)
        if not found and denoter.cast[person.actor].kind == "person":
            found = self._body_before(title, person) or self._body_behind(title, person)
        if not found:
            found = self._after_name(title, person)
            as_office = title.head.lower_ == "as"  # "the election of Edgar Lungu as president"
            if not found and frame.type == "affiliated.leads" and (title.i < person.end or as_office):
                found = self._known_country(person)
        if not found and frame.type == "affiliated.leads" and self._doc[title.i - 1].pos_ != "ADJ":
            fighters = fighters_before(denoter, title, self._words["nouns.armed_people"])
            found = [replace(group, end=title.i) for group in fighters]
        return self._admitted(found, title, person, frame, employed=employed)

    def _beside(self, title: Token, person: Party, *, employed: bool, sent: bool) -> list[Party]:
        """Return the owners that the title's own phrase names: "the *Iranian* minister", "*Chad's* president"."""
        denoter = self._denoter
        found = [owner for owner in denoter.owners(title, allow_of=False) if owner.actor != person.actor]
        ruling = {noun.i for noun in title.children if noun.dep_ == "poss" and noun.base in self._words["nouns.ruling"]}
        if any(self._doc[i].nbor(-1).lower_ == "the" for i in ruling if i > 0):
            # of whom the references tell: "*the regime's* leader"
            found = [owner for owner in found if denoter.cast[owner.actor].kind != "group"]
        if title.dep_ == "conj" and title.head.pos_ == "NOUN" and self._titles.frame(title.head) is not None:
            # "a German colony and a member *of the Union*": what stands before the first is not the second's
            named = any(token.pos_ == "PROPN" for token in self._syntax.prepositional(title, "of"))
            own = [owner for owner in found if owner.start > title.head.i] or self._of_title(title)
            found = own if named else own or found
        if employed:
            found = [owner for owner in found if not is_nationality(denoter, owner)]  # works for nobody named
        if sent:
            found = [owner for owner in found if owner.start < title.i]
        compound = any(child.dep_ == "compound" and child.i in denoter.mention_at for child in title.children)
        if found and (compound or title.base in self._words["nouns.branch"] | HELD):
            # "the Kenya head of Oxfam", "the Syrian branch of al-Qaeda": where, not of whom
            found = self._of_title(title) or found
        return found

    def _of_holder(self, title: Token, person: Party) -> list[Party]:
        """Return the owners that hang on the name, not on the title: "*Iranian* Foreign Minister Zarif"."""
        holder = self._doc[person.start : person.end].root
        before = [c for c in holder.children if c.i < title.i and c.dep_ in ("amod", "compound", "nmod", "poss")]
        past = any(child.lower_ in _PAST for child in (*before, *title.lefts))  # "its former ally France"
        related = title.base in self._words["nouns.relational"] and not past
        own = [child for child in before if child.tag_ == "PRP$" and related]
        meant = [party for child in own for party in self._denoter.references.get(child.i, [])]
        return [
            party.widened(party.start, party.start + 1)
            for party in (*(self._denoter.mention_at.get(child.i) for child in before), *meant)
            if party is not None and party.actor != person.actor
        ]

    def _after_preposition(self, title: Token) -> list[Party]:
        """Return the nearest owners behind the title: "director at the *institute* at the university"."""
        where = title.base in self._words["nouns.opposing"]  # "rivals *in Persia*"
        for preposition in ("of", "to") if where else _PREPOSITIONS:
            for token in self._syntax.prepositional(title, preposition):
                found = self._denoter.parties(Argument(token), target=True, preposition=preposition)
                if preposition == "for":  # "Minister for the Middle East": what the office deals with
                    found = [party for party in found if self._denoter.cast[party.actor].kind != "region"]
                if not found and preposition == "of" and title.base in self._words["offices.local"]:
                    found = self._land_of(token)
                if found:
                    return found
        return []

    def _land_of(self, place: Token) -> list[Party]:
        """Return the country of a town or province that somebody governs: "governor of *Helmand*"."""
        mention = self._denoter.mention_at.get(place.i)
        named = (self._denoter.mention_at.get(child.i) for child in place.children if child.dep_ == "compound")
        mention = mention or next((name for name in named if name is not None), None)
        if mention is None or mention.how != "place":
            return []
        country = self._denoter.cast.root(mention.actor)
        if self._denoter.cast[country].kind not in STATES:
            return []
        return [Party(country, mention.start, mention.end, "metonym", how="the country of the place")]

    def _admitted(
        self, found: list[Party], title: Token, person: Party, frame: Frame, *, employed: bool
    ) -> list[Party]:
        """Return those of the found who can own the title, rather none behind another's name."""
        denoter = self._denoter
        if (lemma := title.base) in ("minister", "secretary", "spokesman", "spokeswoman"):
            # "the Europe minister": a field, not a principal
            found = [o for o in found if not is_field(denoter, o, of_state=lemma in ("minister", "secretary"))]
        if employed:
            found = [owner for owner in found if not is_nationality(denoter, owner)]
        if frame.type.startswith("affiliated.") or title.base not in self._words["nouns.minded"]:
            found = [owner for one in found if (owner := self._stood_for(one, title)) is not None]
        own = [owner for owner in found if not self._is_behind_another(owner, title, person)]
        return own or found

    def _stood_for(self, owner: Party, title: Token) -> Party | None:
        """Return an owner that is no person, or for whom one stands whose servant a title names: "his *aide*"."""
        cast, words = self._denoter.cast, self._words
        root = cast.root(owner.actor)
        if cast[owner.actor].kind != "person":
            return owner
        if title.base not in words["offices.of_persons"] or cast[root].kind == "person":
            return None
        around = self._doc[min(owner.start, title.i) : max(owner.end, title.i) + 3]
        if any(token.lower_ in words["offices.private_affairs"] for token in around):
            return None  # "*campaign* adviser", "an aide to Ruiz's *campaign*"
        return replace(owner, actor=root, via="description", how="owner")

    def _is_behind_another(self, owner: Party, title: Token, person: Party) -> bool:
        """Tell whether the name of another person stands between an owner and a title."""
        return any(self._titles.is_other_person(token, person) for token in self._doc[owner.end : title.i])

    def _is_abroad(self, title: Token) -> bool:
        """Tell whether an office is held with or in another country: "minister to Mexico", "envoy in Paris"."""
        if there := self._syntax.prepositional(title, "to"):
            return not any(
                token.base in self._words["nouns.missions"] for token in there
            )  # "to the Peruvian delegation"
        plain = not any(child.dep_ in ("amod", "compound") for child in title.children)
        return plain and bool(self._syntax.prepositional(title, "in") or self._syntax.prepositional(title, "at"))

    def _shared(self, title: Token, person: Party) -> list[Party]:
        """Return the owner of the title before: "British Prime Minister and Foreign Secretary Lord Grey"."""
        name = self._doc[person.start : person.end].root
        for token in (title, name):
            if token.dep_ == "conj" and token.head.i < title.i and self._titles.frame(token.head) is not None:
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
        nearest = mentions.get(title.i - 1)
        if (
            nearest is not None
            and title.dep_ == "appos"
            and title.i < person.start
            and nearest.actor != person.actor
            and nearest.end - nearest.start > 1
            and self._denoter.cast[nearest.actor].kind in _BODIES
        ):
            return [nearest]  # "Operation Serval spokesman Ivo Kahn": the parser may hang the title on the body
        return [
            mentions[child.i]
            for child in (*title.children, *holder.children)
            if child.dep_ in ("compound", "nmod")
            and child.i < title.i
            and child.i in mentions
            and mentions[child.i].actor != person.actor
            and not mentions[child.i].capital
        ][:1]

    def _body_behind(self, title: Token, person: Party) -> list[Party]:
        """Return the body that a comma parts from a bare title behind a name: "Ana Ruiz, director, *Oxfam*, said"."""
        doc, behind = self._doc, title.i + 2
        if title.i < person.end or behind >= len(doc) or doc[title.i + 1].text != ",":
            return []
        behind += doc[behind].lower_ == "the"
        body = self._denoter.mention_at.get(behind)
        if body is None or body.start != behind or self._denoter.cast[body.actor].kind not in _BODIES:
            return []
        head = doc[body.start : body.end].root
        return [] if head.dep_ in SUBJECTS | PASSIVE_SUBJECTS or head.dep_ == "poss" else [body]

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
        found = [
            party
            for token in self._syntax.prepositional(head, "of")
            for party in self._denoter.parties(Argument(token), target=True, preposition="of")
        ]
        return found or self._body_from(person)

    def _body_from(self, person: Party) -> list[Party]:
        """Return the body from which a holder is said to be: "candidate Pedro Soto *from the Radical Party*"."""
        doc, at = self._doc, person.end + 1
        if at + 1 >= len(doc) or doc[person.end].lower_ != "from":
            return []
        body = self._denoter.mention_at.get(at + (doc[at].lower_ == "the"))
        return [body] if body is not None and self._denoter.cast[body.actor].kind == "organization" else []
