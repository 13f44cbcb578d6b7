"""References: which actors pronouns and definite nouns mean. Unsure means nothing: a wrong antecedent costs two errors.

Candidates are ranked by what is known to carry in newspaper prose: the subject of an earlier clause of the sentence, then the
subject of the sentence before; number and kind must agree, and an object never means its own clause's subject.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Span, Token

from relgraph.model import Kind
from relgraph.pipeline.attribution import SpeakerFinder
from relgraph.pipeline.denotation import Denoter
from relgraph.pipeline.parties import Party, unique
from relgraph.pipeline.syntax import PASSIVE_SUBJECTS, SUBJECTS, VERBAL, Argument, Syntax
from relgraph.pipeline.words import Words

_COUNTRIES: frozenset[Kind] = frozenset({"country", "historic_state"})
_BODIES: frozenset[Kind] = frozenset({"igo", "armed_group", "organization", "government", "bloc"})
_ARMED: frozenset[Kind] = frozenset({"armed_group"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "both"})


@dataclass(slots=True)
class _Antecedent:
    """Parties that were mentioned together, with where and in which role."""

    parties: list[Party]
    token: Token
    subject: bool
    plural: bool


class ReferenceResolver:
    """Resolves the references of one parsed text, sentence by sentence, into `Denoter.references`."""

    def __init__(
        self,
        doc: Doc,
        denoter: Denoter,
        syntax: Syntax,
        words: Words,
        issuer: str | None,
        offices: Mapping[str, Party],
        speakers: SpeakerFinder,
    ) -> None:
        """`issuer` is the id of the actor in whose name the text speaks; `offices` maps titles to the person introduced with them."""
        self._offices = offices
        self._speakers = speakers
        self._doc = doc
        self._denoter = denoter
        self._syntax = syntax
        self._words = words
        self._issuer = issuer
        self._history: list[_Antecedent] = []
        self._pairs: list[list[Party]] = []
        self._same_head: dict[str, list[Party]] = {}
        self._enemy = self._main_group()

    def resolve(self) -> None:
        """Fill `Denoter.references` for every pronoun and definite noun that can be resolved safely."""
        for sentence in self._doc.sents:
            for token in sentence:
                if token.i in self._denoter.mention_at and token.tag_ not in ("PRP", "PRP$"):
                    if token.dep_ not in ("compound",) or token.i + 1 == self._denoter.mention_at[token.i].end:
                        self._remember(token)
                    continue
                found = self._reference(token, sentence)
                self._note_head(token)
                if found:
                    self._denoter.references[token.i] = unique(found)
                    self._remember(token)
                elif token.pos_ == "NOUN" and token.dep_ in SUBJECTS | PASSIVE_SUBJECTS | {"dobj", "pobj"}:
                    self._remember(token)

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
        """Remember "the Assad regime" for a later "the regime"."""
        if (
            token.pos_ == "NOUN"
            and token.i not in self._denoter.references
            and token.lemma_.lower() in self._words["nouns.reusable"]
        ):
            owners = self._denoter.owners(token)
            if len(owners) == 1:
                self._same_head[token.lemma_.lower()] = owners

    # Remembering

    def _remember(self, token: Token) -> None:
        if token.dep_ == "conj" and token.head.i in {a.token.i for a in self._history[-6:]}:
            first = token
            while first.dep_ == "conj" and first.head.i != first.i:
                first = first.head
            group = self._denoter.parties(Argument(first))
            if len(group) > 1 and not _is_place(first) and not any(child.dep_ == "conj" for child in token.children):
                subject = any(a.subject for a in self._history if a.token.i == first.i)
                self._history.append(_Antecedent(group, token, subject, plural=True))
                self._pair(group)
            if token.i in self._denoter.mention_at:
                party = self._denoter.mention_at[token.i]
                self._history.append(_Antecedent([party], token, False, plural=False))
            return
        mention = self._denoter.mention_at.get(token.i)
        top = self._phrase_head(token)
        subject = top.dep_ in SUBJECTS | PASSIVE_SUBJECTS
        if mention is not None and top.i != token.i:
            parties = [mention]
        else:
            parties = self._denoter.denote(token)
        if not parties:
            return
        plural = len(parties) > 1 or (top.tag_ in ("NNS", "NNPS") and self._names_people(top, parties))
        self._history.append(_Antecedent(parties, token, subject, plural))
        if len(parties) > 1:
            self._pair(parties)

    def _names_people(self, top: Token, parties: list[Party]) -> bool:
        """As in "Turkish officials" are "they", not "it"; so are nameless groups."""
        lemma = top.lemma_.lower()
        people = any(lemma in self._words[name] for name in ("nouns.group", "nouns.domestic", "nouns.partitive"))
        return people or self._denoter.cast[parties[0].actor].kind == "group"

    def _pair(self, parties: list[Party]) -> None:
        roots = {self._denoter.cast.root(party.actor) for party in parties}
        if len(parties) == 2 and len(roots) == 2 and not _is_place(self._doc[parties[0].start : parties[0].end].root):
            self._pairs.append(parties)
            self._denoter.pairs.append(parties)

    def _phrase_head(self, token: Token) -> Token:
        """Return the head of the noun phrase that a token modifies."""
        while (
            token.dep_ in ("compound", "amod", "poss", "nmod", "conj")
            and token.head.pos_ in ("NOUN", "PROPN")
            and token.head.i != token.i
        ):
            token = token.head
        return token

    # Resolving

    def _reference(self, token: Token, sentence: Span) -> list[Party]:
        words = self._words
        lower = token.lower_
        if token.tag_ in ("PRP", "PRP$"):
            if lower in words["pronouns.first_plural"]:
                return self._speaker(token)
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
            return self._hostile(token) or self._definite(token, sentence) or self._domestic(token, sentence)
        return []

    def _hostile(self, noun: Token) -> list[Party]:
        """As in "The enemy", "enemy fighters" in a text that names one armed group."""
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
        """As in "Police", "the opposition" where the text has named one country only: that country's."""
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
        """Return the one country that the text has named before a noun, or in its sentence if none before."""
        cast = self._denoter.cast
        found: dict[str, int] = {}
        for party in dict.fromkeys(self._denoter.mention_at.values()):
            root = cast.root(party.actor)
            if party.start < sentence.end and not party.capital and cast[root].kind in _COUNTRIES:
                found.setdefault(root, party.start)
        before = [root for root, start in found.items() if start < noun.i]
        countries = before or list(found)
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
                    return self._mark(self._recent_pair(sentence), noun, "the pair named last")
            return []
        if any(
            child.i in self._denoter.mention_at or child.dep_ in ("relcl", "acl") or child.dep_ == "prep"
            for child in modified
        ):
            return []
        if not modified and lemma in self._same_head:
            return self._mark(self._same_head[lemma], noun, "named before by the same noun")
        if lemma in words["nouns.country_word"] and len(modified) <= 1:
            return self._mark(self._last(noun, sentence, _COUNTRIES), noun, "the country named last")
        if lemma in words["nouns.body_word"] and len(modified) <= 1:
            armed = any(child.lower_ in self._words["nouns.armed"] for child in modified)
            return self._mark(
                self._last(noun, sentence, _ARMED if armed else _BODIES), noun, "the organisation named last"
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
                via="pronoun" if token.tag_ in ("PRP", "PRP$") else "description",
                how=how,
                capital=False,
                adjective=False,
            )
            for party in parties
        ]

    def _near(self, sentence: Span) -> list[_Antecedent]:
        """Return the antecedents of this sentence and of the two before it."""
        start = sentence.start
        for _ in range(2):
            if start > 0:
                start = self._doc[start - 1].sent.start
        return [a for a in self._history if a.token.i >= start]

    def _last(self, token: Token, sentence: Span, kinds: frozenset[Kind]) -> list[Party]:
        near = [
            a
            for a in self._near(sentence)
            if len(a.parties) == 1
            and self._denoter.cast[a.parties[0].actor].kind in kinds
            and a.token.i < token.i
            and not a.parties[0].how.startswith("generic")
        ]
        if not near:
            return []
        roots = {a.parties[0].actor for a in near if a.token.sent.start == near[-1].token.sent.start}
        if len(roots) == 1:
            return near[-1].parties
        subjects = [a for a in near if a.subject]
        if kinds is _COUNTRIES and subjects:
            own = self._clause_subject(token)
            free = [
                a for a in near if own is None or a.parties[0].actor not in {p.actor for p in self._denoter.denote(own)}
            ]
            return free[-1].parties if free else []
        return near[-1].parties

    def _clause_subject(self, token: Token) -> Token | None:
        """Return the subject token of the clause that a token stands in, if it is not the token itself or above it."""
        verb = token
        while verb.pos_ not in VERBAL and verb.head.i != verb.i:
            verb = verb.head
        subjects = (
            [arg.token for arg in self._syntax.subjects(verb)] + self._syntax.passive_subjects(verb)
            if verb.pos_ in VERBAL
            else []
        )
        ancestors = {token.i, *(ancestor.i for ancestor in token.ancestors)}
        return next((subject for subject in subjects if subject.i not in ancestors), None)

    def _it(self, token: Token, sentence: Span) -> list[Party]:
        if token.tag_ == "PRP" and self._is_expletive(token):
            return []
        found = self._ranked(token, sentence, plural=False, persons=False)
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
        return self._mark(self._ranked(token, sentence, plural=False, persons=True), token, "person named last")

    def _they(self, token: Token, sentence: Span) -> list[Party]:
        found = self._ranked(token, sentence, plural=True, persons=False)
        if not found:
            pair = self._recent_pair(sentence)
            found = pair if token.head.pos_ in ("NOUN", "ADP") and pair else []
        return self._mark(found, token, "plural named last")

    def _both(self, token: Token) -> list[Party]:
        return self._mark(self._recent_pair(token.sent), token, "the pair named last")

    def _recent_pair(self, sentence: Span) -> list[Party]:
        """Return the last coordinated pair, or the two countries that the text is about."""
        start = sentence.start
        for _ in range(3):
            if start > 0:
                start = self._doc[start - 1].sent.start
        for pair in reversed(self._pairs):
            if pair[-1].start >= start:
                return pair
        return self._main_pair()

    def _main_pair(self) -> list[Party]:
        """The two countries or groups that are named most so far, if they stand out from the third."""
        counts: dict[str, int] = {}
        first: dict[str, Party] = {}
        for antecedent in self._history:
            for party in antecedent.parties:
                root = self._denoter.cast.root(party.actor)
                if self._denoter.cast[root].kind in _COUNTRIES | {"armed_group", "igo"}:
                    counts[root] = counts.get(root, 0) + 1
                    first.setdefault(root, replace(party, actor=root))
        ranked = sorted(counts, key=lambda root: (-counts[root], root))
        if len(ranked) == 2 or (len(ranked) > 2 and counts[ranked[1]] >= 2 * counts[ranked[2]]):
            return [first[root] for root in ranked[:2]]
        return []

    def _ranked(self, token: Token, sentence: Span, *, plural: bool, persons: bool) -> list[Party]:
        """Return the best antecedent of a pronoun: subjects of this sentence, then of the one before."""
        own = self._clause_subject(token) if token.tag_ == "PRP" else None
        barred = {party.actor for party in self._denoter.denote(own)} if own is not None else set()
        fitting = [
            a
            for a in self._near(sentence)
            if a.token.i < token.i
            and self._agrees(a, plural=plural, persons=persons)
            and not ({party.actor for party in a.parties} & barred)
        ]
        here = [a for a in fitting if a.token.i >= sentence.start]
        subjects = [a for a in here if a.subject]
        if token.tag_ == "PRP$" and subjects:
            clause = self._clause_subject(token)
            if clause is not None:
                matching = [a for a in subjects if a.token.i == clause.i or a.parties == self._denoter.denote(clause)]
                if matching:
                    return matching[-1].parties
        if subjects:
            acted_on = token.dep_ in PASSIVE_SUBJECTS or token.dep_ == "dobj"
            if (
                not persons
                and not plural
                and token.tag_ == "PRP"
                and self._thing_between(subjects[-1].token, token, objects=acted_on)
            ):
                return []
            return subjects[-1].parties
        if here:
            actors = {tuple(party.actor for party in a.parties) for a in here}
            if len(actors) == 1 or persons or plural:
                return here[-1].parties
            return []
        before = self._doc[sentence.start - 1].sent if sentence.start > 0 else None
        if before is None:
            return []
        previous = [a for a in fitting if a.token.i >= before.start]
        subjects = [a for a in previous if a.subject]
        if subjects:
            return subjects[0].parties if not persons else subjects[-1].parties
        actors = {tuple(party.actor for party in a.parties) for a in previous}
        return previous[-1].parties if len(actors) == 1 else []

    def _thing_between(self, antecedent: Token, token: Token, *, objects: bool) -> bool:
        """Tell whether a singular thing stands between that "it" may mean: a subject, or an object if "it" is acted on."""
        roles = SUBJECTS | PASSIVE_SUBJECTS | ({"dobj"} if objects else set())
        if token.dep_ not in SUBJECTS and not objects:
            return False
        for other in self._doc[antecedent.i + 1 : token.i]:
            if other.dep_ in roles and other.tag_ in ("NN", "NNP") and not self._denoter.denote(other):
                return True
        return False

    def _agrees(self, antecedent: _Antecedent, *, plural: bool, persons: bool) -> bool:
        kinds = {self._denoter.cast[party.actor].kind for party in antecedent.parties}
        if any(party.capital for party in antecedent.parties) and not antecedent.subject and not plural:
            return False
        if persons:
            return kinds == {"person"} and len(antecedent.parties) == 1
        if plural:
            if len(antecedent.parties) > 1 or antecedent.plural:
                return True
            token = antecedent.token
            return token.tag_ in ("NNS", "NNPS") and token.dep_ not in ("compound", "amod")
        if antecedent.plural or len(antecedent.parties) > 1 or "person" in kinds:
            return False
        return kinds <= _COUNTRIES | _BODIES | {"region"} and antecedent.token.tag_ not in ("NNS", "NNPS")

    # Who speaks

    def _speaker(self, token: Token) -> list[Party]:
        """As in "We" in quotation marks is the speaker's side; elsewhere the issuer of the text."""
        actor = None
        if self._speakers.is_quoted(token):
            party = self._speakers.of_quotation(token)
            actor = party.actor if party is not None else None
        actor = actor or self._issuer
        if actor is None:
            return []
        return [Party(self._denoter.cast.root(actor), token.i, token.i + 1, "pronoun", how="who speaks")]


def _is_place(token: Token) -> bool:
    """Tell whether a noun only says where: "in Iraq and Syria"."""
    return token.dep_ == "pobj" and token.head.lower_ in ("in", "from", "near", "across", "into", "throughout")
