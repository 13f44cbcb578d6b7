"""For whom the persons and bodies of a text stand: the country, organisation or group that each gets as its parent."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from relgraph.pipeline.affiliating.armed import main_group
from relgraph.pipeline.affiliating.commands import commanders, envoys, reigning, risen, rulers
from relgraph.pipeline.affiliating.heirs import heirs
from relgraph.pipeline.affiliating.homeland import homeland, lawmakers, officials, state_bodies
from relgraph.pipeline.affiliating.nationals import nationals
from relgraph.pipeline.affiliating.nearhome import near_home
from relgraph.pipeline.affiliating.offices import countries, domestic_bodies, national_bodies, organs
from relgraph.pipeline.affiliating.statebodies import of_leagues, units_of
from relgraph.pipeline.affiliating.thrones import holders
from relgraph.pipeline.affiliating.titleowners import leads_no_state
from relgraph.pipeline.arguments import PASSIVE_SUBJECTS, SUBJECTS
from relgraph.pipeline.cast import STATES
from relgraph.pipeline.naming.units import AMERICA, is_american, is_unit, members, servicemen

if TYPE_CHECKING:
    from relgraph.model import Actor
    from relgraph.pipeline.affiliating.titles import TitleMatcher
    from relgraph.pipeline.candidates import Candidate
    from relgraph.pipeline.denoting.denotation import Denoter
    from relgraph.pipeline.nlp.parse import Token
    from relgraph.pipeline.parties import Party
    from relgraph.pipeline.referring.profile import Profile

_PRINCIPALS = frozenset({"country", "historic_state", "igo", "armed_group", "bloc", "region"})
_PAST = frozenset({"former", "ex", "late", "then"})


class Adoption:
    """Gives persons and bodies of one text the actor that they stand for, step by step as more is known."""

    def __init__(self, denoter: Denoter, titles: TitleMatcher) -> None:
        self._denoter = denoter
        self._cast = denoter.cast
        self._words = denoter.words
        self._titles = titles

    def of_holders(self, offices: Iterable[Candidate]) -> None:
        """Let those who have an office of a state, group or body of states speak for it."""
        for affiliation in offices:
            if self._speaks_for(affiliation):
                self._cast.adopt(affiliation.source.actor, affiliation.target.actor)

    def later(self, *, stated: bool) -> list[Candidate]:
        """Return the affiliations whose owner is only referred to, for whom the persons speak from then on."""
        found = list(self._titles.later(stated=stated))
        self.of_holders(found)
        for person, state in heirs(self._denoter):
            self._cast.adopt(person, state)
        return found

    def of_stated(self, mentions: list[Party]) -> list[Party]:
        """Adopt for the country that words beside them, or the text as a whole, say that they are of.

        Returns the mentions, with those of servicemen whose nation goes without saying.
        """
        denoter = self._denoter
        denoter.enemy = main_group(denoter)
        if is_american(denoter):
            for party in servicemen(denoter):
                denoter.reread(party)
            mentions = list(denoter.named)
            for actor in members(denoter, self._stated()):
                self._cast.adopt(actor, AMERICA)
        denoter.homeland = homeland(denoter)
        for person, country in (
            *lawmakers(denoter),
            *commanders(denoter),
            *risen(denoter),
            *reigning(denoter),
            *rulers(denoter),
            *holders(denoter),
        ):
            self._cast.adopt(person, country)
        for party in mentions:
            if denoter.dateline is not None and self._cast.home(party.actor) == denoter.dateline:
                self._cast.adopt(party.actor, denoter.dateline)  # "MANILA, Philippines -- President Duterte"
        for person, country in envoys(denoter):
            self._cast.adopt(person, country)
        words = self._words
        for body, country in (
            *organs(denoter, words),
            *of_leagues(denoter),
            *units_of(denoter),
            *domestic_bodies(denoter, words),
            *national_bodies(denoter, words),
        ):
            self._cast.adopt(body, country)
        for person, country in countries(denoter.doc, denoter, self._words, self._stated()):
            self._cast.adopt(person, country)
        for person, country in nationals(denoter):
            self._cast.adopt(person, country)
        led = {party.actor for party in mentions if is_unit(self._cast[party.actor].name, words)}
        if led:  # units that have found their country by now
            self.of_holders(one for one in self._titles.candidates() if one.target.actor in led)
        return mentions

    def of_issuer(self, profile: Profile) -> None:
        """Give the issuer its people and bodies that the text names without it: "The Ministry", "Secretary Brown"."""
        if profile.issuer is None or not profile.is_stated:
            return
        side = self._cast.root(profile.issuer)
        if self._cast[side].kind == "organization":
            self._own_bodies(profile, side)
        if self._cast[side].kind not in _PRINCIPALS:
            return
        for person in (*self._titles.officers(), *self._envoys()):
            self._cast.adopt(person, side)
        if self._cast[side].kind in STATES:
            for person, country in countries(self._denoter.doc, self._denoter, self._words, self._stated(), main=side):
                if self._acts(person):
                    self._cast.adopt(person, country)
        self._own_bodies(profile, side)

    def _envoys(self) -> list[str]:
        """Return persons right after an envoy's title that says nobody's: "Special Envoy Ana Brown"."""
        doc, found = self._denoter.doc, []
        for party in self._denoter.named:
            actor = self._cast[party.actor]
            if actor.kind != "person" or actor.parent is not None or party.start == 0:
                continue
            title = doc[party.start - 1]
            start = title.i
            while start > 0 and doc[start - 1].text[0].isupper() and not doc[start].is_sent_start:
                start -= 1
            if title.lower_ not in self._words["offices.envoys"] or not title.text[0].isupper():
                continue
            owned = any(i in self._denoter.mention_at for i in range(start, party.start))
            before = self._denoter.lowers[start - 1] if start > 0 else ""
            if not owned and before not in ("'s", "’s", "a", "an") and self._denoter.lowers[start] not in _PAST:
                found.append(actor.id)
        return found

    def _own_bodies(self, profile: Profile, side: str) -> None:
        """Let what the issuer calls itself, if it was taken for a name, be the issuer's: "the Association"."""
        for party in self._denoter.named:
            actor = self._cast[party.actor]
            if actor.parent is None and actor.name.lower() in profile.selves and actor.id != side:
                self._cast.adopt(actor.id, side)

    def of_home(self, profile: Profile) -> None:
        """Give the bodies and officials that a text names without a country the one that it is at home in.

        What a state says about another one speaks of the other's police and courts, and of its own ministries.
        """
        about = self._denoter.homeland
        stated = profile.issuer is not None and profile.is_stated
        side = self._cast.root(profile.issuer) if stated and profile.issuer is not None else None
        own = side if side is not None and self._cast[side].kind in STATES else about
        home = self._denoter.homeland = about or own
        if own is None or home is None:
            for actor, country in list(near_home(self._denoter)):
                self._cast.adopt(actor, country)
            if self._denoter.dateline is not None:
                for actor in list(officials(self._denoter, self._denoter.dateline)):
                    self._cast.adopt(actor, self._denoter.dateline)  # "NIAMEY - … Prime Minister Ana Ruiz said"
            return
        for actor in state_bodies(self._denoter, home):
            offices = self._words["documents.letterheads"]
            mine = bool(offices.intersection(self._cast[actor].name.lower().split())) and self._acts(actor)
            self._cast.adopt(actor, own if mine else home)
        for actor in officials(self._denoter, own):
            self._cast.adopt(actor, own if own == home or self._acts(actor) else home)

    def _acts(self, actor: str) -> bool:
        """Tell whether somebody is the subject anywhere in the text: whom the issuer met is not the issuer's own."""
        for party in self._denoter.named:
            if party.actor == actor:
                token = self._denoter.doc[party.start : party.end].root
                while token.dep_ in ("appos", "conj", "compound", "poss", "nmod") and token.head.i != token.i:
                    token = token.head
                if token.dep_ in SUBJECTS | PASSIVE_SUBJECTS:
                    return True
        return False

    def _stated(self) -> frozenset[str]:
        """Return the persons and bodies whose titles say whose they are."""
        return frozenset(affiliation.source.actor for affiliation in self._titles.candidates())

    def _speaks_for(self, affiliation: Candidate) -> bool:
        """Tell whether somebody stands for the owner of the office: a country, group or body of states, no employer."""
        title, doc = affiliation.trigger, self._denoter.doc
        if leads_no_state(self._denoter, title, affiliation.target):
            return False
        if not affiliation.type.startswith("affiliated."):
            return False  # "a critic of the Kremlin"
        if affiliation.frame.name in self._words["offices.private"]:
            return False
        nation = doc[affiliation.target.start]
        if nation.dep_ in ("amod", "compound", "nmod") and nation.head.base in self._words["offices.of_trades"]:
            return False  # "head of *UK* equities"
        source, owner = (self._cast[self._cast.root(end.actor)] for end in (affiliation.source, affiliation.target))
        if source.kind == "armed_group" and owner.kind not in ("armed_group", "igo"):
            return False  # "Harakat al-Sabireen, a Palestinian faction"
        target = affiliation.target.start
        if affiliation.frame.name == "affiliated.member_of/official" and doc[target - 1].lower_ in ("to", "for"):
            return False  # "envoy to Haiti" is somebody else's
        before = doc[title.i - 1].lower_ if title.i > 0 else ""
        if (before in _PAST or any(child.lower_ in _PAST for child in title.children)) and not self._ruled(
            title, owner
        ):
            return False
        if title.dep_ == "attr" and title.head.tag_ == "VBD" and affiliation.frame.type == "affiliated.member_of":
            return False  # "was an adviser to the White House"
        return owner.kind in _PRINCIPALS

    def _ruled(self, title: Token, owner: Actor) -> bool:
        """Tell whether an office is one that makes somebody his country's for good: "the former prime minister"."""
        lemma = title.base
        first = title.i > 0 and self._denoter.lowers[title.i - 1] == "prime"
        return owner.kind in STATES and (lemma in self._words["offices.rulers"] or (lemma == "minister" and first))
