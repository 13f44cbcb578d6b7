"""Whom definite nouns mean: "the two countries", "the Andean nation", "the regime", "the prime minister"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from relgraph.model import Kind
from relgraph.pipeline.affiliating.officeholders import OfficeHolders
from relgraph.pipeline.affiliating.thrones import ruler
from relgraph.pipeline.arguments import SUBJECTS
from relgraph.pipeline.candidates import Candidate
from relgraph.pipeline.denoting.belongings import with_shared
from relgraph.pipeline.denoting.denotation import Denoter
from relgraph.pipeline.denoting.twosomes import is_place
from relgraph.pipeline.naming.persons import ADMINISTRATION
from relgraph.pipeline.parties import Party
from relgraph.pipeline.referring.antecedents import BODIES, History
from relgraph.pipeline.referring.bodykinds import is_of_people, may_be
from relgraph.pipeline.referring.countries import CountryNouns
from relgraph.pipeline.referring.domestic import DomesticResolver
from relgraph.pipeline.referring.homeaffairs import flown_by, of_its_own, speaking_for
from relgraph.pipeline.referring.kin import seated
from relgraph.pipeline.referring.latest import last, only_one, superpower
from relgraph.pipeline.referring.newcomers import Newcomers
from relgraph.pipeline.referring.officessaid import OfficesSaid
from relgraph.pipeline.referring.opponents import Opponents
from relgraph.pipeline.referring.reciprocity import DISTRIBUTIVE
from relgraph.pipeline.referring.retold import Retold
from relgraph.pipeline.referring.several import Several, marked
from relgraph.pipeline.referring.shortforms import ShortForms, is_restrictive
from relgraph.pipeline.syntax.apposition import takes_of

if TYPE_CHECKING:
    from relgraph.pipeline.nlp.parse import Token
    from relgraph.pipeline.nlp.spans import Span

_DEFINITE = frozenset({"the", "this", "that", "these", "those", "both"})
_ARMED: frozenset[Kind] = frozenset({"armed_group"})
_GROUPS = frozenset({"group", "movement", "organisation", "organization", "militia", "faction", "outfit", "insurgency"})
_STATE_BODIES: frozenset[Kind] = frozenset({"government"})
_FIRMS: frozenset[Kind] = frozenset({"organization"})
_PACTS: frozenset[Kind] = frozenset({"igo", "bloc"})
_COALITIONS: frozenset[Kind] = frozenset({"bloc", "organization", "armed_group"})
_LEAGUES: frozenset[Kind] = BODIES - _ARMED
_FORMATIONS = frozenset({"brigade", "battalion", "division", "regiment", "unit", "force", "formation", "detachment"})
"""What a group of fighters may call itself."""
_FADED = 120
"""After how many tokens "the government" may be another one than that said last with its owner."""
_BETWEEN_STATES = frozenset({"body", "bloc", "grouping", "organisation", "organization", "alliance"})
"""What a "regional" one is of is states, not a part of one."""
_JOINING = frozenset({"between", "among", "with", "against"})


class DefiniteResolver:
    """Resolves definite nouns of one parsed text, in the order of the text."""

    def __init__(
        self,
        denoter: Denoter,
        history: History,
        offices: Sequence[Candidate],
        *,
        domestic: DomesticResolver,
        opponents: Opponents,
        issuer: str | None,
    ) -> None:
        """`offices` are the affiliations that titles in the text state, in their order.

        `domestic` says whose a state's bodies are, `opponents` who is against whom, `issuer` in whose name the text
        speaks.
        """
        self._denoter = denoter
        self._words = denoter.words
        self._history = history
        self._holders = OfficeHolders(denoter, offices)
        self._domestic = domestic
        self._countries = CountryNouns(history, domestic)
        self._same_head: dict[str, list[Party]] = {}
        self._offices_said = OfficesSaid(denoter)
        self._strikers: dict[str, Party] = {}
        self._enemy = denoter.enemy
        self._newcomers = Newcomers(denoter)
        self._opponents = opponents
        self._retold = Retold(history)
        self._several = Several(history, opponents)
        self._issuer = issuer
        self._short_forms = ShortForms(denoter, history, self._enemy)

    def resolve(self, noun: Token, sentence: Span) -> list[Party]:
        """Return whom a noun means by what was named before it."""
        found = (
            self._domestic.settled(noun)
            or self._strike(noun)
            or self._domestic.of_party(noun)
            or of_its_own(self._denoter, noun)
            or speaking_for(self._denoter, noun)
            or flown_by(self._denoter, noun)
            or self._against(noun)
            or marked(seated(self._denoter, noun), noun, "where they sit")
            or marked(ruler(self._denoter, noun), noun, "the state of which he is the ruler")
            or self._short_forms.hostile(noun)
            or marked(self._short_forms.vessel(noun), noun, "the ship named last")
            or marked(self._short_forms.bare_fighters(noun), noun, "the armed group of the text")
            or self._definite(noun, sentence)
        )
        called = self._newcomers.called(noun)
        if called and self._denoter.cast.root(called[0].actor) not in self._history.barred(noun):
            found = marked(called, noun, "what the text said it to be")
        if found:
            return [] if self._newcomers.hide(noun, found) else found
        if noun.i in self._holders.undecided:
            return []
        again = marked(self._retold.resolve(noun), noun, "the group told of before")
        return again or self._countries.other(noun, sentence) or self._domestic.resolve(noun, sentence)

    def of_pair(self, token: Token) -> list[Party]:
        """Return whom "the former" and "the latter" mean: one of the pair that was named last."""
        if token.i == 0 or token.nbor(-1).lower_ != "the" or token.i + 1 == len(token.doc):
            return []
        if token.nbor().pos_ in ("NOUN", "PROPN", "ADJ"):
            return []
        pair = self._history.twosomes.recent_pair(token.sent, near=True)
        if pair and token.lower_ == "latter" and "former" not in token.sent.lowers and self._names_since(pair, token):
            return []  # "Laos and Nepal attacked Chad. *The latter*" may be Chad
        pair = pair or self._history.twosomes.only_two(token.sent, token.sent.start)
        pair = pair or self._history.twosomes.only_named(token)
        found = pair[:1] if token.lower_ == "former" else pair[1:]
        return marked(found, token, "one of the pair named last")

    def _names_since(self, pair: list[Party], token: Token) -> bool:
        """Tell whether another actor is named between a pair and a word."""
        roots = {self._denoter.cast.root(party.actor) for party in pair}
        return any(
            pair[-1].end <= party.start < token.i
            and self._denoter.cast.root(party.actor) not in roots
            and not party.capital
            and not is_place(self._denoter.doc[party.start])
            for party in self._denoter.named
        )

    def note(self, token: Token) -> None:
        """Remember by their nouns whom the text has spoken of: "the Assad regime" for a later "the regime".

        So also "the Bush administration" for "the administration", and whose strikes are reported.
        """
        if token.base in self._words["nouns.strikes"]:
            doers = self._denoter.owners(token) or self._denoter.borrowed(token)
            self._strikers.update({self._denoter.cast.root(party.actor): party for party in doers})
        mention = self._denoter.mention_at.get(token.i)
        if mention is None:
            self._newcomers.note(token)
            self._retold.note(token)
        else:
            self._newcomers.name(mention)
            self._short_forms.note(mention)
            if mention.how == ADMINISTRATION:
                self._same_head["administration"] = [mention]
            return
        if (
            token.pos_ in ("NOUN", "PROPN")
            and token.i not in self._denoter.references
            and token.base in self._words["nouns.reusable"]
        ):
            owners = self._denoter.owners(token)
            if len(owners) == 1 and not self._is_firm_of_others(token, owners[0]):
                self._same_head[token.base] = owners
        self._offices_said.note(token)

    def _is_firm_of_others(self, noun: Token, owner: Party) -> bool:
        """Tell whether a firm is only at home or owned where the words beside it say: "the Italian dairy company"."""
        return noun.base in self._words["nouns.firm"] and self._denoter.cast[owner.actor].kind not in BODIES

    def _strike(self, noun: Token) -> list[Party]:
        """Return whose the strikes of a report are: "Near Abs, two strikes destroyed …"."""
        counted = noun.base in self._words["nouns.strikes"] or noun.base == "destruction"
        if not counted or noun.dep_ not in SUBJECTS:
            return []
        bare = all(
            child.dep_ in ("nummod", "det", "punct") or child.tag_ in ("JJS", "RBS")
            for child in noun.children
            if child.i < noun.i
        )
        if not bare or len(self._strikers) != 1:
            return []
        return marked(self._strikers.values(), noun, "whose strikes the text reports")

    def _against(self, noun: Token) -> list[Party]:
        """Return whom "the enemy" and "the invaders" mean, by who is told to fight whom."""
        if noun.lower_ == "enemy" and noun.dep_ != "compound" and noun.left_edge.lower_ == "the":
            bare = all(child.dep_ in ("det", "punct", "prep") for child in noun.children)
            return marked(self._opponents.foe(noun, self._issuer) if bare else [], noun, "who is fought with")
        return marked(self._opponents.assailant(noun), noun, "of whom such a deed is told")

    def _definite(self, noun: Token, sentence: Span) -> list[Party]:
        determiner = next((child.lower_ for child in noun.children if child.dep_ in ("det", "predet")), "")
        if not determiner and noun.left_edge.dep_ == "det":
            determiner = noun.left_edge.lower_  # "the telecoms giant": the parser may hang it on the first noun
        if determiner in DISTRIBUTIVE and noun.tag_ == "NN":
            return self._several.resolve(noun, sentence, [])  # "each side"
        if determiner not in _DEFINITE or self._is_named(noun):
            return []
        taken_up = self._short_forms.resolve(noun, sentence) if determiner == "the" else []
        if taken_up:
            return marked(taken_up, noun, "a short form of what was named")
        modified = [
            child
            for child in with_shared(noun)
            if child.dep_ in ("amod", "compound", "nmod", "poss")
            or is_restrictive(child)
            or (child.dep_ == "prep" and child.lower_ == "of" and not takes_of(noun, self._words))
        ]
        if noun.tag_ == "NNS":
            found = self._several.resolve(noun, sentence, modified) or self._again(noun, noun.base, modified)
            called = bool(modified) and all(child.dep_ == "amod" for child in modified)
            if found or not called or noun.base not in self._words["nouns.ruling"]:
                return found  # but "the transitional authorities" are a government
        return self._singular(noun, modified, sentence)

    def _singular(self, noun: Token, modified: list[Token], sentence: Span) -> list[Party]:
        """Return whom a definite noun in the singular means; `modified` says which one: "the *Andean* nation"."""
        lemma = noun.base
        if lemma not in self._words["nouns.ruling"]:  # "the Marxist regime" may be any
            modified = [child for child in modified if child.lower_ not in self._words["nouns.creeds"]]
        if lemma == "superpower":
            return marked(superpower(self._history, noun), noun, "the superpower spoken of")
        if described := self._countries.described(noun, lemma, sentence):
            return described
        if member := self._countries.member(noun, lemma, modified, sentence):
            return member
        if any(
            child.i in self._denoter.mention_at or child.dep_ in ("relcl", "acl") or child.dep_ == "prep"
            for child in modified
        ):
            return []
        if lemma == "militia" and self._denoter.enemy is not None:
            return marked(self._short_forms.of_main_group(noun), noun, "the armed group of the text")
        if self._denoter.owners(noun, sure_of=True):
            return []  # "the new government in Kabul"
        seats = [own for child in noun.children if child.lower_ == "in" for own in child.children]
        seated = [self._denoter.mention_at[own.i] for own in seats if own.i in self._denoter.mention_at]
        if seated:  # "the leadership in Kabul"
            return marked(seated, noun, "where it sits") if lemma in self._words["nouns.ruling"] else []
        local = self._words["adjectives.subnational"] | {"federal"}
        if lemma not in _BETWEEN_STATES and any(child.lower_ in local for child in modified):
            return []  # "the regional government", and a federal one of which no federation was named
        return self._spoken_of(noun, lemma, modified, sentence)

    def _spoken_of(self, noun: Token, lemma: str, modified: list[Token], sentence: Span) -> list[Party]:
        """Return whom a noun means that does not say so itself, by what was named before: "the government"."""
        if not modified and (here := self._domestic.fronted(noun, sentence)):
            return here
        if not modified and lemma in self._same_head and not self._is_stale(lemma, noun):
            return marked(self._same_head[lemma], noun, "named before by the same noun")
        if not modified and lemma == "administration":
            return marked(self._holders.administration(noun), noun, "the government of the president spoken of")
        if lemma in self._words["nouns.country_word"] and sum(child.dep_ != "amod" for child in modified) <= 1:
            return self._countries.meant(noun, lemma, modified, sentence)
        if lemma in self._words["nouns.body_word"] and len(modified) <= 1:
            return self._body(noun, lemma, modified, sentence)
        if lemma in _FORMATIONS and not modified:
            return marked(self._short_forms.of_topic(noun, "group"), noun, "the group that the text is about")
        if lemma in self._words.either("nouns.person_word", "nouns.said_before_names"):
            return self._person(noun, lemma, modified)
        return self._again(noun, lemma, modified)

    def _person(self, noun: Token, lemma: str, modified: list[Token]) -> list[Party]:
        """Return whom "the chairman" or "the president" means."""
        topic = self._history.topic
        bare = not modified and noun.is_lower and topic is not None and self._history.is_person(topic.party)
        if bare and topic is not None and lemma in topic.nouns and topic.party.start < noun.i:
            return marked([topic.party], noun, "the person that the text is about")
        held = marked(self._holders.holder(noun), noun, "the person introduced with the office")
        if held and self._offices_said.may_be_others(noun, lemma, held[0]):
            return []
        return held or self._again(noun, lemma, modified)

    def _again(self, noun: Token, lemma: str, modified: list[Token]) -> list[Party]:
        """Return whose the office or fleet is that the text has spoken of without a name."""
        again = [] if modified else self._offices_said.again(noun, lemma)
        return marked([party for party in again if party.actor not in self._history.barred(noun)], noun, "named before")

    def _body(self, noun: Token, lemma: str, modified: list[Token], sentence: Span) -> list[Party]:
        """Return whom "the organisation", "the party" or "the alliance" means."""
        if any(child.dep_ == "prep" and child.lower_ in _JOINING for child in noun.children):
            return []  # "the alliance between Chad and Mali" is said for the first time
        if any(child.text[0].isupper() or child.lower_ in self._words["nouns.telling_apart"] for child in modified):
            return []  # "the only firm", "the Social-Democratic party": a name that is not known
        if lemma == "body" and not is_of_people(noun, modified, self._words):
            return []
        kinds = self._kinds(lemma, noun)
        topical = self._short_forms.of_topic(noun, lemma)
        if topical:
            return marked(topical, noun, "the one that the text is about")
        acts = lemma in _GROUPS and noun.dep_ in SUBJECTS  # "Amnesty accused the Union. *The group* said"
        found = last(
            self._history, noun, sentence, kinds, lambda one: may_be(lemma, one, self._words), rather_subject=acts
        )
        if lemma in ("group", "militia") and not any(self._denoter.cast[p.actor].kind == "armed_group" for p in found):
            found = self._short_forms.of_main_group(noun) or found
        if lemma == "party" and not found:
            found = last(self._history, noun, sentence, _ARMED)  # "the Tigray People's Liberation Front"
            if found and {p.actor for p in only_one(self._history, noun, _ARMED | _FIRMS)} == {found[0].actor}:
                return marked(found, noun, "the only party or armed group spoken of")
        if not found and kinds in (_PACTS, _ARMED):
            found = only_one(self._history, noun, kinds)
        if not found and self._enemy is not None and (kinds == _ARMED or lemma in _GROUPS):
            found = self._short_forms.of_main_group(noun)
        if kinds in (_PACTS, _COALITIONS) and any(self._denoter.cast[party.actor].parent for party in found):
            return []  # no alliance is an organ of another
        actors = [self._denoter.cast[party.actor] for party in found]
        if not all(may_be(lemma, actor, self._words) for actor in actors):
            return []
        return marked(found, noun, "the organisation named last")

    def _is_stale(self, lemma: str, noun: Token) -> bool:
        """Tell whether "the government" was last said with its owner so long ago that it may be another one's."""
        owners = self._same_head[lemma]
        if lemma not in self._words["nouns.country_word"] or owners[0].how == ADMINISTRATION:
            return False
        return noun.i - owners[0].start > _FADED and not self._history.is_topic(owners[0])

    def _is_named(self, noun: Token) -> bool:
        """Tell whether the name itself follows: "the state Israel", "the company, Merrow Resources"."""
        mentions = self._denoter.mention_at
        if any(child.dep_ == "appos" and child.i in mentions for child in noun.children):
            return True
        after = noun.nbor(1) if noun.i + 1 < len(noun.doc) else noun
        return after.pos_ == "PROPN" and after.i in mentions and after.head.i == noun.i and after.dep_ != "nsubj"

    def _kinds(self, lemma: str, noun: Token) -> frozenset[Kind]:
        """Return what kinds of actor a noun for a body can mean."""
        if lemma in self._words["nouns.armed_body"] or any(
            child.lower_ in self._words["nouns.armed"] for child in noun.children
        ):
            return _ARMED
        if lemma in self._words["nouns.state_body"]:
            return _STATE_BODIES  # no army is the World Bank
        if lemma in self._words["nouns.firm"]:
            return _FIRMS
        if lemma in ("group", "movement"):
            return BODIES - _STATE_BODIES  # no office of a state is a group
        if lemma in self._words["nouns.bond"]:
            return _PACTS
        if lemma == "coalition":
            return _COALITIONS
        return _LEAGUES if lemma in self._words["nouns.league"] else BODIES
