"""Whose the police, the army, the opposition and the government are where no words beside them say so."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from relgraph.pipeline.affiliating.thrones import may_rule
from relgraph.pipeline.arguments import SUBJECTS, Argument
from relgraph.pipeline.cast import STATES
from relgraph.pipeline.denoting.belongings import with_shared
from relgraph.pipeline.denoting.denotation import Denoter
from relgraph.pipeline.denoting.described import is_act
from relgraph.pipeline.denoting.employers import sits_for_many
from relgraph.pipeline.denoting.groups import is_nobody, is_partisan, themselves
from relgraph.pipeline.denoting.scenes import found_in, happens_in, scene, there
from relgraph.pipeline.naming.nostates import is_marked, is_of_no_state, is_secret_service
from relgraph.pipeline.parties import Party
from relgraph.pipeline.referring.antecedents import History
from relgraph.pipeline.referring.spokenof import SpokenOf
from relgraph.pipeline.repairs.doublesubjects import ADDRESSED
from relgraph.pipeline.syntax.standing import goes_without_article
from relgraph.pipeline.words import Words, homes

if TYPE_CHECKING:
    from relgraph.pipeline.nlp.parse import Token
    from relgraph.pipeline.nlp.spans import Span

_EARLY = 30
"""Before this token the place that a report was sent from is where it happens."""
_WHERE = frozenset({"in", "across", "throughout"})
_NEAR = frozenset({"near", "to", "along", "beside"})

_FOREIGN_MISSIONS = frozenset({"embassy", "consulate", "ambassador", "envoy", "consul"})
_OF_ANY = frozenset({"leader", "opponent", "force"})
"""Those who may be of any group: "church leaders"."""
_COUNTED = frozenset({"both"})
_ONE = frozenset({"a", "an", "another", "one"})
_NEARBY = frozenset({"in", "from", "of", "across", "at"})
_SERVING = frozenset(
    {"official", "lawmaker", "legislator", "senator", "councillor", "soldier", "mayor", "governor", "minister"}
    | {"general", "colonel", "captain", "commander", "officer", "policeman", "deputy", "congressman"}
)
_SUFFERING = frozenset({"dobj", "nsubjpass", "pobj"})
_ANY = frozenset({"any", "no", "every", "each", "either", "neither", "whatever", "which"})


class DomesticResolver:
    """Finds the country of an office or body of a state that is named without it."""

    def __init__(self, denoter: Denoter, history: History) -> None:
        self._denoter = denoter
        self._words = denoter.words
        self.spoken = SpokenOf(denoter, history)

    def resolve(self, noun: Token, sentence: Span) -> list[Party]:
        """Return whose "police" and "the opposition" are: those of the only country named, or of the one spoken of."""
        lemma = noun.base
        of_state = self._is_of_state(noun, lemma)
        one = not of_state and self._is_one_settled(noun, lemma)
        if not (of_state or one) or self._is_anothers(noun, lemma):
            return []
        if noun.dep_ in SUBJECTS and noun.tag_ == "NNS" and noun.head.lemma_ in self._words["verbs.overthrowing"]:
            return [themselves(self._denoter, noun)]  # "*soldiers* overthrew the president"
        if noun.dep_ == ADDRESSED and noun.nbor(1).text == ",":
            asked = self._asked(noun)
            return [] if asked is None else [_own(noun, asked, "country spoken to")]
        there = found_in(self._denoter, noun) if lemma in self._words["nouns.own_citizens"] else set()
        if len(there) == 1:
            return [_own(noun, there.pop(), "only country named")]  # "soldiers shot *protesters* in Hebron"
        only = self._beside(noun) or self._local(noun, lemma) or self._struck(noun)
        if not one and only is None:
            travels = lemma in self._words["offices.heads"]  # "In Rome, *the president* met the pope"
            only = None if travels else self.spoken.before_all(noun, sentence)
            only = only or self.spoken.rather_home(self.spoken.only_country(noun, sentence), noun)
        told = None if only or one else self._told(noun)
        country = only or told
        country = country or (None if one else self.spoken.rather_home(self.spoken.foremost(noun, sentence), noun))
        if country is None and not one and lemma not in _OF_ANY:
            country = self.spoken.rather_abroad(self._denoter.homeland, lemma)
        if country is None or not may_rule(self._denoter, lemma, country):
            return []
        if self._is_abroad(noun, country) or self._stays_elsewhere(noun, lemma, country) or self._hits(noun, country):
            return []
        spoken = "only country named" if only else "country spoken to" if told else "country spoken of"
        return [_own(noun, country, spoken)]

    def settled(self, noun: Token) -> list[Party]:
        """Return the country in which a sentence says that its police, a court or a judge act or are acted on."""
        lemma = noun.base
        if lemma not in self._words["nouns.settled"] or self._is_anothers(noun, lemma):
            return []
        if any(child.dep_ == "prep" and child.lower_ in _NEARBY for child in noun.children):
            return []  # "prosecutors in Lima" say it themselves
        country = self._local(noun, lemma)
        return [] if country is None else [_own(noun, country, "only country named")]

    def fronted(self, noun: Token, sentence: Span) -> list[Party]:
        """Return the country with whose name the sentence of "the army" begins, whosever army was named before."""
        if noun.base not in self._words["nouns.home_bodies"] or noun.base in self._words["offices.heads"]:
            return []  # "In Rome, *the president* met the pope"
        country = self.spoken.before_all(noun, sentence)
        return [] if country is None else [_own(noun, country, "country spoken of")]

    def _local(self, noun: Token, lemma: str) -> str | None:
        """Return the country where a noun's sentence happens, for those who do not leave their country.

        Others may be abroad where they act: "the president landed in Paris".
        """
        whole = noun.head if noun.dep_ in ("compound", "poss") else noun  # "government *forces*"
        here = self._denoter.lowers[noun.i + 1 : noun.i + 2] == ["there"]  # "*MPs* there"
        settled = lemma in self._words["nouns.settled"] or lemma == "guard"
        stays = here or settled or whole.dep_ in _SUFFERING
        if not stays:
            return None
        place = there(self._denoter, noun) or scene(self._denoter, noun)
        hit = whole.dep_ in _SUFFERING and lemma in self._words.either("nouns.ruling", "nouns.security")
        if place is None and (hit or (settled and noun.dep_ in SUBJECTS)):
            # "police arrested two Danes in Togo"
            lands = happens_in(self._denoter, noun)  # "France bombed *government* forces in Libya"
            return lands.pop() if len(lands) == 1 else None
        return place.actor if place is not None else None

    def _asked(self, address: Token) -> str | None:
        """Return the country of whom one asks what it will do: "*Minister*, will *Norway* send ships?"."""
        cast, denoter = self._denoter.cast, self._denoter
        subjects = denoter.syntax.own_subjects(address.head)
        roots = {cast.root(party.actor) for token in subjects for party in denoter.parties(Argument(token))}
        return roots.pop() if len(roots) == 1 and cast[next(iter(roots))].kind in STATES else None

    def _beside(self, noun: Token) -> str | None:
        """Return the country of those with whom people are named: "a *Belarusian* exporter and 12 *officials*"."""
        others = noun.head
        if noun.dep_ != "conj" or noun.tag_ != "NNS" or others.pos_ != "NOUN":
            return None
        cast = self._denoter.cast
        roots = {cast.root(party.actor) for party in self._denoter.modifiers(others)}
        return roots.pop() if len(roots) == 1 and cast[next(iter(roots))].kind in STATES else None

    def _struck(self, noun: Token) -> str | None:
        """Return the country that is struck by what hits its people: "raided a *Chadian* post, killing a soldier"."""
        verb = noun.head
        if noun.dep_ != "dobj" or verb.dep_ != "advcl" or verb.tag_ != "VBG" or verb.head.i > verb.i:
            return None
        cast, mentions = self._denoter.cast, self._denoter.mention_at
        named = (mentions[i] for i in range(verb.i - 1, verb.head.i, -1) if i in mentions)
        states = (cast.root(party.actor) for party in named if not (party.capital or self._is_beyond(party)))
        return next((root for root in states if cast[root].kind in STATES), None)

    def _is_beyond(self, party: Party) -> bool:
        """Tell whether a name says only whose border something is near: "a post near the border with *Niger*"."""
        name = self._denoter.doc[party.start : party.end].root
        border = name.head.head if name.dep_ == "pobj" else name.head
        near = border.dep_ == "pobj" and border.head.lower_ in _NEAR
        return near and border.base in self._words["nouns.frontier"]

    def _stays_elsewhere(self, noun: Token, lemma: str, country: str) -> bool:
        """Tell whether the sentence of those who do not leave their country happens in another one."""
        there = happens_in(self._denoter, noun) if lemma in self._words["nouns.settled"] else set()
        return bool(there) and country not in there

    def _hits(self, noun: Token, country: str) -> bool:
        """Tell whether those meant act on ships or forces of the country, which is another one's then.

        Example: "*The coast guard* fired at a Philippine boat".
        """
        words, verb = self._words, noun.head
        if noun.dep_ not in SUBJECTS or verb.pos_ != "VERB":
            return False
        things = [child for child in verb.rights if child.dep_ == "dobj"]
        things += [below for prep in verb.rights if prep.lower_ in ("at", "on", "upon") for below in prep.children]
        kinds = words.either("nouns.vessel", "nouns.vessels_hit", "nouns.aircraft")
        hit = [thing for thing in things if thing.base in kinds]
        owners = [party for thing in hit for party in self._denoter.owners(thing)]
        return any(party.via != "pronoun" and self._denoter.cast.root(party.actor) == country for party in owners)

    def _is_one_settled(self, noun: Token, lemma: str) -> bool:
        """Tell whether a noun is one of those who do not leave their country: "a judge"."""
        return (
            noun.tag_ == "NN"
            and (lemma in self._words["nouns.settled"] or (lemma in _SERVING and noun.dep_ in _SUFFERING))
            and any(child.lower_ in _ONE for child in noun.children)
        )

    def _names(self, preposition: Token) -> bool:
        """Tell whether a phrase names an actor."""
        return any(child.i in self._denoter.mention_at for child in preposition.children)

    def _is_of_state(self, noun: Token, lemma: str) -> bool:
        """Tell whether a noun is an office, a body or people of a state."""
        if lemma in self._words["offices.heads"] and _is_the_office(noun):
            return True
        several = noun.tag_ != "NN" or lemma in self._words["nouns.singular_group"]
        if several and lemma in self._words["nouns.domestic"]:
            return True
        return self._is_office(noun, lemma) or is_marked(noun, lemma, self._words) or is_secret_service(noun)

    def _is_anothers(self, noun: Token, lemma: str) -> bool:
        """Tell whether a noun's own words say whose it is, or that it is no state's or that of several."""
        if lemma in _FOREIGN_MISSIONS or (noun.tag_ == "NNS" and any(c.lower_ in _COUNTED for c in noun.children)):
            return True  # "both governments" and "the embassy" are not the country's own
        if noun.pos_ == "PROPN" and any(c.dep_ == "compound" and self._is_name(c) for c in noun.children):
            return True  # "the Galaxy Leader"
        if noun.tag_ == "NN" and any(child.lower_ in _ANY for child in noun.children):
            return True  # "no official of any government"
        if noun.i and self._denoter.lowers[noun.i - 1] == "task":
            return True  # "the task force" may be of many
        if sits_for_many(self._denoter, noun):
            return True  # "a special court in The Hague"
        if lemma == "court" and noun.dep_ == "pobj" and not any(child.i < noun.i for child in noun.children):
            return True  # "went to court"
        if (
            noun.dep_ == "dobj"
            and lemma in self._words["nouns.moved"]
            and noun.head.lemma_ in self._words["verbs.moving"]
        ):
            return True  # "massed troops": of whoever moves them
        behind = noun.doc[noun.i + 1 : noun.i + 2]
        if any(c.lower_ == "from" and c.head.i in (noun.i, noun.head.i) and self._names(c) for c in behind):
            return True  # "troops from Niger"
        if lemma not in self._words["nouns.relational"] and self._denoter.owners(noun):
            return True
        if noun.i in self._denoter.mention_at or self._denoter.modifiers(noun):
            return True
        if self._denoter.texts[noun.i + 1 : noun.i + 2] == ["-"]:
            return True  # "the emperor-in-waiting"
        if noun.dep_ == "compound" and self._denoter.owners(noun.head):
            return True  # "the government websites of Georgia"
        whose = [token for child in with_shared(noun) if child.lower_ in ("of", "from") for token in child.subtree]
        if any(token.text[0].isupper() for token in whose):
            return True  # "leaders of the Progress party", whosever that is
        if any(c.tag_ == "PRP$" or (c.dep_ == "poss" and c.i in self._denoter.mention_at) for c in noun.children):
            return True  # "its opponents", "*Chad's* opponents": whosever they are
        examples = (child for child in noun.children if child.lower_ == "including" and child.i > noun.i)
        if any(token.i in self._denoter.mention_at for child in examples for token in child.subtree):
            return True  # "a dozen officials, including the Syrian premier"
        before = [token for token in noun.subtree if token.i < noun.i]
        if any(
            ("-" in token.text and not _is_of_the_country(token, self._words))
            or (token.lower_ in self._words["nouns.foreign"] and not _is_field(token, noun, self._words))
            or (token.lower_ == "regional" and lemma in self._words["nouns.of_several_lands"])
            for token in before
        ):
            return True
        nobody = is_nobody(self._denoter, noun, lemma) or is_partisan(self._denoter, noun)
        return nobody or is_act(noun, noun.base) or is_of_no_state(noun, lemma, self._words)

    def _is_name(self, token: Token) -> bool:
        """Tell whether a word before a noun is a part of a name, and none for what states have."""
        return token.pos_ == "PROPN" and token.text[0].isupper() and token.lower_ not in self._words.all

    def _told(self, noun: Token) -> str | None:
        """Return the country that is told what the noun's clause says: "warned *Chad* that the army must"."""
        for clause in noun.ancestors:
            if clause.dep_ == "ccomp" and clause.i > clause.head.i:
                for child in clause.head.children:
                    mention = self._denoter.mention_at.get(child.i) if child.dep_ in ("dobj", "dative") else None
                    if mention is not None and self._denoter.cast[mention.actor].kind in STATES:
                        return mention.actor
        return None

    def _is_abroad(self, noun: Token, country: str) -> bool:
        """Tell whether a noun's own words say that it is in another country: "a court *in Kenya*"."""
        cast = self._denoter.cast
        places = (
            self._denoter.mention_at.get(place.i)
            for child in noun.children
            if child.dep_ == "prep" and child.lower_ in _WHERE
            for place in child.children
        )
        roots = {cast.root(place.actor) for place in places if place is not None}
        return any(cast[root].kind in STATES and root != country for root in roots)

    def of_party(self, noun: Token) -> list[Party]:
        """Return the country of "the Labour government" and "the Taliban regime": that where the party is at home."""
        if noun.base not in self._words["nouns.ruling"] or any(c.lower_ == "of" for c in noun.children):
            return []
        local = self._words["adjectives.subnational"]
        for child in noun.children:
            if child.dep_ == "det" or child.i > noun.i:
                continue
            mention = self._denoter.mention_at.get(child.i)
            if child.lower_ in local or child.dep_ == "poss" or (mention is None and child.text[0].isupper()):
                return []
            if mention is not None and child.dep_ in ("amod", "compound", "nmod") and mention.actor in homes():
                country = homes()[mention.actor]
                return [
                    Party(country, mention.start, noun.i + 1, "description", how="governed by a party at home there")
                ]
        return []

    def _is_office(self, noun: Token, lemma: str) -> bool:
        """Tell whether a noun is one office or body of a state, known to be the only one: "the president".

        So is a force or government before what it holds: "a *navy* base", "the last *junta* outpost".
        """
        held = self._words.either("nouns.held", "nouns.hit_things")
        central = lemma == "bank" and any(child.lower_ == "central" for child in noun.children)
        return (
            noun.tag_ == "NN"
            and (lemma in self._words["nouns.office"] or central)
            and (
                any(child.dep_ == "det" and child.lower_ == "the" for child in noun.children)
                or goes_without_article(noun, self._words)
                or (noun.dep_ == "compound" and lemma in self._words["nouns.commanded"] and noun.head.base in held)
            )
        )

    def ruling(self, noun: Token, sentence: Span, apart: Collection[str] = ()) -> list[Party]:
        """Return the country of "the regime" and "the junta", if one is clearly spoken of: none of those `apart`."""
        early = noun.i < _EARLY and self._denoter.dateline is not None
        country = self.spoken.only_country(noun, sentence) if early else None
        country = country or self.spoken.foremost(noun, sentence, apart)
        return [Party(country, noun.i, noun.i + 1, "description")] if country is not None else []

    def of_capital(self, noun: Token, sentence: Span) -> str | None:
        """Return the country of "the capital": the only one named so far, or the one clearly spoken of."""
        return self.spoken.only_country(noun, sentence) or self.spoken.foremost(noun, sentence)


def _own(noun: Token, country: str, spoken: str) -> Party:
    """Return a country as the words of a noun for a body or people of its own mean it."""
    before = (child.i for child in noun.children if child.dep_ in ("amod", "compound") and child.i < noun.i)
    return Party(country, min(before, default=noun.i), noun.i + 1, "description", how=f"of the {spoken}")


def _is_field(foreign: Token, noun: Token, words: Words) -> bool:
    """Tell whether "foreign" is with what an office or ministry is charged: "the *foreign* ministry"."""
    return foreign.lower_ == "foreign" and foreign.i == noun.i - 1 and noun.base in words["nouns.of_foreign_affairs"]


def _is_the_office(noun: Token) -> bool:
    """Tell whether a title without a name is the only one of its kind: "the foreign minister"."""
    return noun.tag_ in ("NN", "NNP") and any(child.lower_ == "the" for child in noun.children)


def _is_of_the_country(hyphen: Token, words: Words) -> bool:
    """Tell whether a hyphen is behind nobody from abroad: "*army*-backed", "the anti-*corruption* commission"."""
    if hyphen.i == 0:
        return False
    before, behind = hyphen.nbor(-1).lower_, hyphen.nbor(1).lower_
    return before in words["nouns.at_home"] or (before == "anti" and behind in words["nouns.evils"])
