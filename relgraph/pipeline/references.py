"""References: which actors pronouns and definite nouns mean.

Unsure means nothing: a wrong antecedent costs two errors.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from relgraph.model import Kind
from relgraph.pipeline.antecedents import BODIES, COUNTRIES, History
from relgraph.pipeline.arguments import PASSIVE_SUBJECTS, SUBJECTS
from relgraph.pipeline.attribution import SpeakerFinder
from relgraph.pipeline.denotation import Denoter
from relgraph.pipeline.parties import Party, unique
from relgraph.pipeline.profile import Profile

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_ARMED: frozenset[Kind] = frozenset({"armed_group"})
_PRONOUNS = frozenset({"PRP", "PRP$"})
_REFERRING = frozenset({"NOUN", "PROPN", "PRON", "NUM", "DET"})
_MODIFYING = frozenset({"amod", "compound", "nmod", "relcl", "acl"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "both"})


class ReferenceResolver:
    """Resolves the references of one parsed text, sentence by sentence, into `Denoter.references`."""

    def __init__(
        self, denoter: Denoter, speakers: SpeakerFinder, *, profile: Profile, offices: Mapping[str, Party]
    ) -> None:
        """Start before the first sentence.

        `profile` says in whose name the text speaks; `offices` maps titles to the person introduced with them.
        """
        self._denoter = denoter
        self._words = denoter.words
        self._speakers = speakers
        self._profile = profile
        self._offices = offices
        self._history = History(denoter)
        self._same_head: dict[str, list[Party]] = {}
        self._strikers: dict[str, Party] = {}
        self._enemy = self._main_group()

    def resolve(self) -> None:
        """Fill `Denoter.references` for every pronoun and definite noun that can be resolved safely."""
        for sentence in self._denoter.doc.sents:
            for token in sentence:
                is_pronoun = token.tag_ in _PRONOUNS
                if token.i in self._denoter.mention_at and not is_pronoun:
                    if token.dep_ not in ("compound",) or token.i + 1 == self._denoter.mention_at[token.i].end:
                        self._history.remember(token)
                    continue
                if not is_pronoun and token.pos_ not in _REFERRING:
                    continue
                found = self._reference(token, sentence)
                self._note_head(token)
                if found:
                    self._denoter.references[token.i] = unique(found)
                    self._history.remember(token)
                elif token.pos_ == "NOUN" and token.dep_ in SUBJECTS | PASSIVE_SUBJECTS | {"dobj", "pobj"}:
                    self._history.remember(token)

    def _main_group(self) -> str | None:
        """Return the armed group that the text names at least twice as often as any other."""
        counts = Counter(
            party.actor
            for party in set(self._denoter.mention_at.values())
            if self._denoter.cast[party.actor].kind == "armed_group"
        )
        ranked = sorted(counts, key=lambda actor: (-counts[actor], actor))
        if not ranked or (len(ranked) > 1 and counts[ranked[0]] < 2 * counts[ranked[1]]):
            return None
        return ranked[0]

    def _note_head(self, token: Token) -> None:
        """Remember "the Assad regime" for a later "the regime", and whose strikes the text reports."""
        if token.lemma_.lower() in self._words["nouns.strikes"]:
            doers = self._denoter.owners(token) or self._denoter.borrowed(token)
            self._strikers.update({self._denoter.cast.root(party.actor): party for party in doers})
        if (
            token.pos_ == "NOUN"
            and token.i not in self._denoter.references
            and token.lemma_.lower() in self._words["nouns.reusable"]
        ):
            owners = self._denoter.owners(token)
            if len(owners) == 1:
                self._same_head[token.lemma_.lower()] = owners

    # Resolving

    def _reference(self, token: Token, sentence: Span) -> list[Party]:
        words = self._words
        lower = token.lower_
        if token.tag_ in _PRONOUNS:
            if lower in words["pronouns.first"]:
                return self._speaker(token)
            if lower in words["pronouns.second"]:
                return self._addressed(token)
            if lower in words["pronouns.singular_thing"]:
                return self._it(token, sentence)
            if lower in words["pronouns.singular_person"]:
                return self._person(token, sentence)
            if lower in words["pronouns.plural"]:
                return self._they(token, sentence)
            return []
        if (
            lower in ("both", "two")
            and token.dep_ in SUBJECTS | PASSIVE_SUBJECTS | {"dobj", "pobj"}
            and token.pos_ in ("NUM", "PRON", "DET", "NOUN")
        ):
            return self._both(token)
        if token.pos_ in ("NOUN", "PROPN"):
            return (
                self._itself(token)
                or self._strike(token)
                or self._hostile(token)
                or self._definite(token, sentence)
                or self._domestic(token, sentence)
            )
        return []

    def _itself(self, noun: Token) -> list[Party]:
        """Return the issuer for "the Council" and "this Ministry" in its own text."""
        if noun.lower_ not in self._profile.selves or not noun.text[0].isupper():
            return []
        children = list(noun.children)
        if not any(child.lower_ in ("the", "this", "our") for child in children if child.i < noun.i):
            return []
        if any(child.dep_ in _MODIFYING or (child.dep_ == "prep" and child.lower_ == "of") for child in children):
            return []
        roots = dict.fromkeys(self._denoter.cast.root(actor) for actor in self._profile.issuers)
        return [Party(root, noun.i, noun.i + 1, "description", how="the issuer itself") for root in roots]

    def _strike(self, noun: Token) -> list[Party]:
        """Return whose the strikes of a report are: "Near Abs, two strikes destroyed …"."""
        if noun.lemma_.lower() not in self._words["nouns.strikes"] or noun.dep_ not in SUBJECTS:
            return []
        bare = all(
            child.dep_ in ("nummod", "det", "punct") or child.tag_ in ("JJS", "RBS")
            for child in noun.children
            if child.i < noun.i
        )
        if not bare or len(self._strikers) != 1:
            return []
        return self._mark(self._strikers.values(), noun, "whose strikes the text reports")

    def _hostile(self, noun: Token) -> list[Party]:
        """Return whom "the enemy" and "enemy fighters" mean in a text that names one armed group."""
        if self._enemy is None:
            return []
        modifier = next((c for c in noun.children if c.dep_ in ("compound", "amod") and c.lower_ == "enemy"), None)
        if modifier is None and noun.lower_ != "enemy":
            return []
        if noun.lower_ == "enemy" and (noun.dep_ == "compound" or any(c.dep_ == "poss" for c in noun.children)):
            return []
        return [
            Party(
                self._enemy,
                modifier.i if modifier else noun.i,
                noun.i + 1,
                "description",
                how="the armed group of the text",
            )
        ]

    def _domestic(self, noun: Token, sentence: Span) -> list[Party]:
        """Return whose "police" and "the opposition" are where the text has named one country only: that country's."""
        lemma = noun.lemma_.lower()
        if lemma not in self._words["nouns.domestic"] or (
            noun.tag_ == "NN" and lemma not in self._words["nouns.singular_group"]
        ):
            return []
        if lemma not in self._words["nouns.relational"] and self._denoter.owners(noun):
            return []
        if noun.i in self._denoter.mention_at or self._denoter.modifiers(noun):
            return []
        if noun.dep_ == "compound" and self._denoter.owners(noun.head):
            return []  # "the government websites of Georgia"
        if any("-" in child.text or child.lower_ in self._words["nouns.foreign"] for child in noun.children):
            return []
        country = self._only_country(noun, sentence)
        if country is None:
            return []
        start = min(
            (child.i for child in noun.children if child.dep_ in ("amod", "compound") and child.i < noun.i),
            default=noun.i,
        )
        return [Party(country, start, noun.i + 1, "description", how="of the only country named")]

    def _only_country(self, noun: Token, sentence: Span) -> str | None:
        """Return the one country that the text has named before a noun, or else the one where its sentence happens."""
        cast = self._denoter.cast
        before: set[str] = set()
        around: set[str] = set()
        for party in dict.fromkeys(self._denoter.mention_at.values()):
            root = cast.root(party.actor)
            if party.start >= sentence.end or party.capital or cast[root].kind not in COUNTRIES:
                continue
            if party.start < noun.i:
                before.add(root)
            elif self._denoter.doc[party.start : party.end].root.head.lower_ in ("in", "across", "throughout"):
                around.add(root)
        countries = sorted(before or around)
        return countries[0] if len(countries) == 1 else None

    def _definite(self, noun: Token, sentence: Span) -> list[Party]:
        lemma = noun.lemma_.lower()
        words = self._words
        determiner = next((child.lower_ for child in noun.children if child.dep_ in ("det", "predet")), "")
        if determiner not in _DEFINITE:
            return []
        modified = [
            child
            for child in noun.children
            if child.dep_ in ("amod", "compound", "nmod", "poss", "relcl", "acl")
            or (child.dep_ == "prep" and child.lower_ == "of")
        ]
        if noun.tag_ == "NNS":
            if lemma in words["nouns.pair"] and all(
                child.lower_ in ("two", "respective", "both") or child.dep_ == "nummod" for child in modified
            ):
                two = any(child.lower_ in ("two", "both") for child in noun.children)
                if two or lemma in ("country", "side", "nation", "party", "state", "neighbor", "neighbour"):
                    countries = lemma in ("country", "nation", "state", "neighbor", "neighbour")
                    pair = self._history.recent_pair(sentence, countries=countries)
                    return self._mark(pair, noun, "the pair named last")
            return []
        if any(
            child.i in self._denoter.mention_at or child.dep_ in ("relcl", "acl") or child.dep_ == "prep"
            for child in modified
        ):
            return []
        if not modified and lemma in self._same_head:
            return self._mark(self._same_head[lemma], noun, "named before by the same noun")
        if lemma in words["nouns.country_word"] and len(modified) <= 1:
            return self._mark(self._history.last(noun, sentence, COUNTRIES), noun, "the country named last")
        if lemma in words["nouns.body_word"] and len(modified) <= 1:
            armed = any(child.lower_ in self._words["nouns.armed"] for child in modified)
            return self._mark(
                self._history.last(noun, sentence, _ARMED if armed else BODIES), noun, "the organisation named last"
            )
        if lemma in words["nouns.person_word"] and not modified:
            holder = self._offices.get(lemma)
            return self._mark([holder] if holder is not None else [], noun, "the person introduced with the office")
        return []

    def _mark(self, parties: Iterable[Party], token: Token, how: str) -> list[Party]:
        start = token.left_edge.i if token.pos_ == "NOUN" and token.i - token.left_edge.i <= 4 else token.i
        return [
            replace(
                party,
                start=start,
                end=token.i + 1,
                via="pronoun" if token.tag_ in _PRONOUNS else "description",
                how=how,
                capital=False,
            )
            for party in parties
        ]

    def _it(self, token: Token, sentence: Span) -> list[Party]:
        verb = token.head.head
        if token.tag_ == "PRP$" and token.head.dep_ == "dobj" and self._denoter.syntax.is_implied(verb):
            return self._mark(self._denoter.references[verb.i], token, "the issuer of the text")
        if token.tag_ == "PRP" and self._is_expletive(token):
            return []
        found = self._history.ranked(token, sentence, plural=False, persons=False)
        return self._mark(found, token, "subject named last")

    def _is_expletive(self, token: Token) -> bool:
        if token.dep_ == "expl":
            return True
        verb = token.head
        if token.dep_ not in ("nsubj", "nsubjpass"):
            return False
        clausal = any(child.dep_ in ("ccomp", "csubj", "xcomp") and child.i > verb.i for child in verb.children)
        adjectival = any(child.dep_ in ("acomp", "attr") for child in verb.children)
        personal = self._words["adjectives.intended"] | self._words["adjectives.negated"] | {"able", "capable"}
        if any(child.dep_ == "acomp" and child.lemma_.lower() in personal for child in verb.children):
            return False
        if verb.lemma_ == "be" and (adjectival or clausal):
            return clausal or any(
                grand.dep_ in ("ccomp", "xcomp", "advcl", "relcl")
                for child in verb.children
                if child.dep_ in ("acomp", "attr")
                for grand in child.children
            )
        return verb.lemma_ in ("seem", "appear", "happen", "rain", "snow", "take") or (
            token.dep_ == "nsubjpass" and clausal
        )

    def _person(self, token: Token, sentence: Span) -> list[Party]:
        return self._mark(self._history.ranked(token, sentence, plural=False, persons=True), token, "person named last")

    def _they(self, token: Token, sentence: Span) -> list[Party]:
        found = self._history.ranked(token, sentence, plural=True, persons=False)
        if not found:
            pair = self._history.recent_pair(sentence)
            found = pair if token.head.pos_ in ("NOUN", "ADP") and pair else []
        return self._mark(found, token, "plural named last")

    def _both(self, token: Token) -> list[Party]:
        return self._mark(self._history.recent_pair(token.sent), token, "the pair named last")

    # Who speaks

    def _speaker(self, token: Token) -> list[Party]:
        """Return who "we" are: in quotation marks the speaker's side, elsewhere the issuer of the text."""
        actors: tuple[str, ...] = ()
        if self._speakers.is_quoted(token):
            party = self._speakers.of_quotation(token)
            actors = (party.actor,) if party is not None else ()
        actors = actors or self._profile.speakers_at(token.i)
        roots = dict.fromkeys(self._denoter.cast.root(actor) for actor in actors)
        return [Party(root, token.i, token.i + 1, "pronoun", how="who speaks") for root in roots]

    def _addressed(self, token: Token) -> list[Party]:
        """Return who "you" are in a question: the one who is asked."""
        if self._speakers.is_quoted(token):
            return []
        roots = dict.fromkeys(self._denoter.cast.root(actor) for actor in self._profile.addressed_at(token.i))
        return [Party(root, token.i, token.i + 1, "pronoun", how="who is asked") for root in roots]
