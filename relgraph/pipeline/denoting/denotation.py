"""Which actors a token denotes: the one function that every slot of every frame goes through.

A noun phrase denotes an actor if its head names one ("Hezbollah"), refers to one ("the two countries"), belongs to one
("Iranian ships", "the government of Iraq", "dozens of militias"), or is itself a generic group ("journalists").
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from relgraph.frames import TargetAs
from relgraph.pipeline.arguments import Argument
from relgraph.pipeline.cast import STATES, Cast
from relgraph.pipeline.denoting import followings, groups, lending, ownership, rewards, theirpeople, wholes
from relgraph.pipeline.denoting.belongings import drafted_by, named_before_ours, put_forward_by
from relgraph.pipeline.denoting.coordination import conjuncts
from relgraph.pipeline.denoting.inhabitants import apart, from_state
from relgraph.pipeline.denoting.kinsfolk import relatives
from relgraph.pipeline.denoting.listings import named_behind
from relgraph.pipeline.denoting.mentions import named_or_meant
from relgraph.pipeline.denoting.regional import regional
from relgraph.pipeline.denoting.serving import serving
from relgraph.pipeline.denoting.townhalls import of_place
from relgraph.pipeline.lexicon import Lexicon
from relgraph.pipeline.naming.bodies import is_make
from relgraph.pipeline.parties import Party, unique
from relgraph.pipeline.syntax.apposition import called_by_name
from relgraph.pipeline.syntax.syntax import Syntax

if TYPE_CHECKING:
    from relgraph.pipeline.nlp.parse import Doc, Token

_NO_BODIES = STATES | {"person", "region", "place"}
_NOUNS = frozenset({"NOUN", "PROPN"})
_NOMINAL = _NOUNS | {"PRON", "NUM", "ADJ", "DET", "X"}
_POWERS = frozenset({"country", "historic_state", "igo", "armed_group", "bloc"})
_DIRECTED = frozenset({"against", "on", "upon", "by"})
_WHOLE = (
    "nouns.partitive",
    "nouns.headed",
    "nouns.group",
    "nouns.singular_group",
    "nouns.pair",
    "nouns.country_word",
    "nouns.body_word",
    "nouns.person_word",
    "nouns.relational",
    "nouns.people",
    "nouns.crowds",
    "nouns.domestic",
    "nouns.security",
    "nouns.role",
    "bodies.heads",
)
"""Classes of nouns for people and bodies."""


class Denoter:
    """Answers which actors stand behind a token of one text.

    `texts` and `lowers` are the tokens as written and in lower case, for what looks at every token of the text;
    `vocabulary` is each of `lowers` once, by which rules of rare words are passed over.
    `references` maps the index of a pronoun or definite noun to the parties that it refers to; `pairs` holds the
    coordinated pairs of the text in their order ("Russia and Iran"), for words that need two parties and name none;
    `events` maps the index of a noun for something done ("the attack") to who did it earlier in the text, `grounds`
    that of a noun for a place ("the town") to whose land it is. The
    stage that resolves references fills them. `roles` collects the actors that are known only by what they are ("the
    mayor"), as they are found; `dateline` is the country that the text was sent from, if it says so, and `homeland` the
    one that it is at home in; `enemy` is the armed group that the text is about.
    """

    def __init__(self, doc: Doc, mentions: list[Party], cast: Cast, syntax: Syntax, lexicon: Lexicon) -> None:
        self.doc = doc
        self.cast = cast
        self.syntax = syntax
        self.lexicon = lexicon
        self.words = lexicon.words
        self.texts: list[str] = [token.text for token in doc]
        self.lowers: list[str] = [text.lower() for text in self.texts]
        self.vocabulary = frozenset(self.lowers)
        self.references: dict[int, list[Party]] = {}
        self.pairs: list[list[Party]] = []
        self.events: dict[int, list[Party]] = {}
        self.grounds: dict[int, Party] = {}
        self.mention_at: dict[int, Party] = {i: party for party in mentions for i in range(party.start, party.end)}
        self._mentions: tuple[Party, ...] | None = None
        syntax.name_persons(i for i, party in self.mention_at.items() if cast[party.actor].kind == "person")
        self.roles: set[str] = set()
        self.kin: set[str] = set()
        self.dateline: str | None = None
        self.homeland: str | None = None
        self.enemy: str | None = None
        self._borrowing: set[int] = set()
        self._settled = False
        self._owners: dict[tuple[int, bool, bool, bool], list[Party]] = {}
        self._lent: dict[int, list[Party]] = {}
        self._denoted: dict[tuple[int, bool, str], list[Party]] = {}
        self._first_country: int | None = None

    @property
    def named(self) -> tuple[Party, ...]:
        """The mentions, each once, in the order of the text."""
        if self._mentions is None:
            self._mentions = tuple(dict.fromkeys(self.mention_at.values()))
        return self._mentions

    def reread(self, mention: Party) -> None:
        """Take a mention for what stood at its tokens."""
        self.mention_at.update(dict.fromkeys(range(mention.start, mention.end), mention))
        self._mentions = None

    def word(self, token: Token) -> str:
        """Return the lemma under which frames are looked up: "cease-fire" is one word, whatever the tokeniser says."""
        lemma: str = token.base
        i = token.i
        if i > 1 and self.texts[i - 1] == "-" and not self.doc[i - 1].whitespace_ and not self.doc[i - 2].whitespace_:
            whole = f"{self.lowers[i - 2]}-{lemma}"
            if whole in self.lexicon.hyphenated:
                return whole
        return lemma

    def parties(
        self, argument: Argument, *, target: bool = False, preposition: str = "", target_as: TargetAs = "owner"
    ) -> list[Party]:
        """Return the actors behind an argument, those of coordinated phrases included.

        `target` admits whoever owns the thing that is acted on, unless `target_as` asks for an actor itself (see
        `relgraph.frames`); `preposition` is the one before the phrase, since a capital after "in" is only a place.
        """
        found: list[Party] = []
        for token in conjuncts(self, argument.token, ahead_of=argument.ahead_of):
            if target_as != "owner" and not self.is_whole(token, itself=target_as == "self"):
                continue
            if target_as == "body" and self._is_land_or_person(token):
                continue
            if argument.owner:
                hit = (token.base, "of") in self.lexicon.suffered  # "a blockade *of Chile*" is not Chile's
                found.extend(self.owners(token, allow_of=not hit) or self.borrowed(token))
            else:
                parties = self.denote(token, target=target, preposition=preposition)
                if not parties and argument.lends:
                    parties = self.owners(token) or self.borrowed(token)
                found.extend(parties)
        return unique(found)

    def _is_land_or_person(self, token: Token) -> bool:
        named = self.mention_at.get(token.i)
        meant = self.references.get(token.i, ()) if named is None else (named,)  # "told them to leave *the country*"
        return any(self.cast[party.actor].kind in _NO_BODIES for party in meant)

    def is_country_named(self, before: int) -> bool:
        """Tell whether the text names a country, or what belongs to one, before a token."""
        if self._first_country is None:
            self._first_country = min(
                (party.start for party in self.mention_at.values() if self.is_national(party)), default=len(self.doc)
            )
        return self._first_country < before

    def is_national(self, party: Party) -> bool:
        """Tell whether a party is a state, or a body or part of one."""
        return self.cast[self.cast.root(party.actor)].kind in STATES

    def is_power(self, party: Party) -> bool:
        """Tell whether a party is a state, a body of states or an armed group, or speaks for one."""
        return self.cast[self.cast.root(party.actor)].kind in _POWERS

    def is_whole(self, token: Token, *, itself: bool = False) -> bool:
        """Tell whether a noun names or means an actor or, unless `itself`, its people or a body of it: no thing."""
        if token.i in self.mention_at or token.i in self.references:
            return True
        if token.pos_ not in _NOUNS:
            return self._is_part_of_whole(token)
        lemma = token.base
        some = lemma in self.words["nouns.partitive"] and lemma not in self.words["nouns.role"]
        if some and not self._is_part_of_whole(token):  # but "residents of the valley" are people
            return False
        if itself:
            return not self.owners(token, allow_of=True)
        return self.is_people_word(token)

    def is_people_word(self, token: Token) -> bool:
        """Tell whether a common noun is one for people or a body of them by itself: an officer, a council, no raid."""
        titles = self.lexicon.titles
        return token.base in titles or token.lower_ in titles or token.base in self.words.either(*_WHOLE)

    def _is_part_of_whole(self, token: Token) -> bool:
        """Tell whether a number or part is not one of things: "45% of the market"."""
        parts = [thing for child in token.children if child.lower_ == "of" for thing in child.children]
        return all(self.is_whole(thing) for thing in parts if thing.dep_ == "pobj")

    def conjuncts(self, token: Token) -> Iterator[Token]:
        """Yield a noun and those that are coordinated with it, as `coordination.conjuncts` finds them."""
        return conjuncts(self, token)

    def denote(self, token: Token, *, target: bool = False, preposition: str = "") -> list[Party]:
        """Return the actors that one noun phrase denotes, by its head token; none if it denotes no actor."""
        if not self._settled or self._borrowing:
            return self._find(token, target=target, preposition=preposition)
        key = token.i, target, preposition
        known = self._denoted.get(key)
        if known is None:
            known = self._denoted[key] = self._find(token, target=target, preposition=preposition)
        return known.copy()

    def _find(self, token: Token, *, target: bool, preposition: str) -> list[Party]:
        named = named_or_meant(self, token, target=target, preposition=preposition)
        if named is not None:
            return named
        lemma = token.base
        if self._is_nobody(token, lemma, target=target):
            return []
        if described := self._described(token, target=target):
            return described
        if self._is_arena(token, lemma, target=target):
            return []
        if kindred := self._kindred(token, lemma, target=target):
            return kindred
        if (local := theirpeople.partisans_of(self, token, lemma)) is not None:
            return local
        if owners := self._owning(token, lemma, target=target):
            return owners
        if token.i in self.events:
            return self.events[token.i]
        if target and (makers := put_forward_by(self, token, lemma)):
            return makers
        return (
            followings.followed(self, token)
            or wholes.foreseen(self, token, lemma)
            or rewards.offering(self, token, lemma)
            or self._generic(token, lemma, target=target)
        )

    def _is_nobody(self, token: Token, lemma: str, *, target: bool) -> bool:
        """Tell whether a token is no word for anybody: a time, a condition, "any", a finite verb."""
        if token.pos_ == "VERB":
            if token.tag_ not in ("VBG", "VBN"):
                return True
        elif token.pos_ not in _NOMINAL:
            return True
        if lemma in self.words["nouns.time"] or wholes.is_any_one(self, token):
            return True
        return not target and lemma in self.words.either("nouns.condition", "nouns.culture")

    def _described(self, token: Token, *, target: bool) -> list[Party]:
        """Return who is named right behind what he is: "its neighbour, Ethiopia", "the group known as the Helmets"."""
        if apposed := named_behind(self, token, target=target):
            return apposed
        called = called_by_name(token) if token.pos_ == "NOUN" else None
        return [self.mention_at[called.i]] if called is not None and called.i in self.mention_at else []

    def _is_arena(self, noun: Token, lemma: str, *, target: bool) -> bool:
        """Tell whether an event is only named after a nation: "the Korean War", but not "Iran's war on Iraq"."""
        if lemma not in self.words["nouns.arena"] or (target and lemma in self.words["nouns.vote"]):
            return False  # "meddled in the Peruvian election"
        return not any(
            child.dep_ == "poss" or (child.dep_ in ("prep", "agent") and child.lower_ in _DIRECTED)
            for child in noun.children
        )

    def _kindred(self, token: Token, lemma: str, *, target: bool) -> list[Party]:
        """Return who is meant by the other side of a border, by relatives, regions, branches, parts and fellows."""
        beyond = self._beyond(token) if target and lemma in self.words["nouns.border"] else []
        return (
            beyond
            or apart(self, token, lemma)
            or relatives(self, token, lemma, acting=not target)
            or regional(self, token, lemma)
            or wholes.branches(self, token, lemma)
            or wholes.partitive(self, token, lemma, target=target)
            or wholes.fellows(self, token, lemma)
            or wholes.led(self, token, lemma)
            or from_state(self, token, lemma)
            or serving(self, token, lemma)
            or of_place(self, token, lemma, target=target)
        )

    def _owning(self, token: Token, lemma: str, *, target: bool) -> list[Party]:
        """Return to whom a noun belongs, with whom a treaty of theirs was made, but not for "Peru's *neighbour*"."""
        words = self.words
        if lemma in words["nouns.relational"] and (lemma not in words["nouns.peer"] or self._possessed(token)):
            return []
        before = (self.mention_at.get(child.i) for child in token.lefts if child.dep_ == "compound")
        if lemma in words["nouns.opposing"] and any(named and named.via == "metonym" for named in before):
            return []  # "*Kremlin* critics" are no Russians, as "Russian critics" are
        allow_of = target or lemma in words["nouns.partitive"] or self._is_craft(token, lemma)
        allow_of = allow_of or ownership.is_of_state(self, token, lemma)
        allow_of = allow_of and lemma not in words.either("nouns.opposing", "nouns.having")
        owners = ownership.kept(self, self.owners(token, allow_of=allow_of), token, target=target)
        if not owners:
            return []
        drafters = drafted_by(self, token, lemma) if target else []
        return [*named_before_ours(self, owners, lemma), *drafters]

    def _is_craft(self, token: Token, lemma: str) -> bool:
        """Tell whether a noun is a ship, aircraft or the like, with which whoever has it acts: "jets *of Peru*"."""
        if lemma == "bank":
            return any(child.lower_ == "central" for child in token.children)  # "the central bank *of Peru*"
        return lemma in self.words.either("nouns.vessel", "nouns.guns") or is_make(token, self.words)

    def followers(self, argument: Argument) -> list[Party]:
        """Return of whom an adjective is said, as `followings.followers` finds them."""
        return followings.followers(self, argument)

    def _beyond(self, border: Token) -> list[Party]:
        """Return who is on the other side: "its border with Colombia"."""
        return [party for token in self.syntax.prepositional(border, "with") for party in self.parties(Argument(token))]

    def owners(
        self, noun: Token, *, allow_of: bool = True, sure_of: bool = False, allow_by: bool = True
    ) -> list[Party]:
        """Return the actors that a noun belongs to or that do it, as `ownership.owners` finds them."""
        if not self._settled:
            return ownership.owners(self, noun, allow_of=allow_of, sure_of=sure_of, allow_by=allow_by)
        key = noun.i, allow_of, sure_of, allow_by
        known = self._owners.get(key)
        if known is None:
            known = ownership.owners(self, noun, allow_of=allow_of, sure_of=sure_of, allow_by=allow_by)
            self._owners[key] = known
        return known.copy()

    def modifiers(self, noun: Token) -> list[Party]:
        """Return the actors that stand before a noun as compound or adjective ("Iran" in "Iran sanctions")."""
        return ownership.modifiers(self, noun)

    def borrowed(self, noun: Token) -> list[Party]:
        """Return the subject that a noun borrows from what governs it, as `lending.borrowed` finds it.

        A noun that is asked for while it is being answered borrows nothing.
        """
        if noun.i in self._borrowing:
            return []
        outermost = self._settled and not self._borrowing
        if outermost and noun.i in self._lent:
            return self._lent[noun.i].copy()
        self._borrowing.add(noun.i)
        try:
            found = lending.borrowed(self, noun) or self._again(noun)
        finally:
            self._borrowing.discard(noun.i)
        if outermost:
            self._lent[noun.i] = found
        return found.copy()

    def settle(self) -> None:
        """Note that all references are resolved, so that what a noun denotes stays the same from now on."""
        self._settled = True

    def _again(self, noun: Token) -> list[Party]:
        """Return whose event a noun comes back to, if it says itself what was done ("the raid", not "the move")."""
        unsaid = self.words.either("events.general", "nouns.made_by_two")
        return self.events.get(noun.i, []) if noun.base not in unsaid else []

    def _possessed(self, token: Token) -> bool:
        return any(child.dep_ == "poss" and child.tag_ != "PRP$" for child in token.children)

    def _generic(self, token: Token, lemma: str, *, target: bool) -> list[Party]:
        """Return a group that acts without a name: "police", "rebels"; people of a place are its country's."""
        return groups.generic(self, token, lemma, target=target) or (
            theirpeople.holders(self, token, lemma) if target else []
        )
