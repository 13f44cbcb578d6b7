"""Hyphenated words that carry a relation: "pro-Iranian militias", "a Saudi-led coalition", "U.S.-backed forces"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from relgraph.frames import Frame, FrameSet
from relgraph.pipeline.arguments import Argument
from relgraph.pipeline.candidates import Candidate, paired
from relgraph.pipeline.cast import STATES
from relgraph.pipeline.denoting.denotation import Denoter
from relgraph.pipeline.denoting.inhabitants import apart
from relgraph.pipeline.parties import Party
from relgraph.pipeline.syntax.apposition import called_by_name, named_as
from relgraph.pipeline.words import Words, homes

if TYPE_CHECKING:
    from relgraph.pipeline.nlp.parse import Doc, Token

_HYPHENS = ("-", "–", "‑")
_DEEDS = ("disputes.protests", "restrains.sanctions", "fights.attacks")
"""What somebody does to whom it is against: "anti-American riots", where "anti-American" alone is an attitude."""
_HYPHEN = re.compile("[" + "".join(_HYPHENS) + "]")


class AffixMatcher:
    """Fires prefix and suffix frames on one parsed text."""

    def __init__(self, doc: Doc, denoter: Denoter, frames: FrameSet, stems: dict[str, str], words: Words) -> None:
        """`stems` maps names to actor ids, for words that the tokeniser leaves whole ("U.S.-led")."""
        self._doc = doc
        self._denoter = denoter
        self._frames = frames
        self._stems = stems
        self._words = words
        self._prefixes = frames.heads("prefix")
        self._suffixes = frames.heads("suffix")
        self._ruled = {word: actor for word, actor in words.entries("regimes.known") if actor in denoter.cast}

    def candidates(self) -> Iterator[Candidate]:
        """Yield every relation that an affix states."""
        for i, text in enumerate(self._denoter.texts):
            if text in _HYPHENS and 0 < i < len(self._doc) - 1:
                before, after = self._doc[i - 1], self._doc[i + 1]
                if before.lower_ in self._prefixes and after.i in self._denoter.mention_at:
                    stem = self._denoter.mention_at[after.i]
                    if stem.start < after.i:
                        continue  # "the World Anti-Doping Agency", "the Anti-balaka": a part of the name
                    yield from self._fire(
                        self._frames.lookup("prefix", before.lower_), stem, after, (before.i, stem.end)
                    )
                elif after.lower_ in self._suffixes and before.lower_ in self._words["nouns.ruling_stem"]:
                    yield from self._of_state(before, after)
                elif after.lower_ in self._suffixes and (before.i in self._denoter.mention_at):
                    stem = self._denoter.mention_at[before.i]
                    if stem.end > after.i and before.text in self._stems:
                        # "the U.S.-led coalition" is a name as a whole
                        stem = Party(self._stems[before.text], before.i, before.i + 1, "alias")
                    yield from self._fire(
                        self._frames.lookup("suffix", after.lower_), stem, after, (stem.start, after.i + 1)
                    )
            elif len(text) > 4 and _HYPHEN.search(text):
                yield from self._whole(self._doc[i])

    def _whole(self, token: Token) -> Iterator[Candidate]:
        for hyphen in _HYPHENS:
            stem, found, suffix = token.text.rpartition(hyphen)
            if found and suffix.lower() in self._suffixes and stem in self._stems:
                party = Party(self._stems[stem], token.i, token.i + 1, "alias")
                yield from self._fire(
                    self._frames.lookup("suffix", suffix.lower()), party, token, (token.i, token.i + 1)
                )
                return
            prefix, found, rest = token.text.partition(hyphen)
            if found and prefix.lower() in self._prefixes and rest in self._stems:
                party = Party(self._stems[rest], token.i, token.i + 1, "demonym")
                yield from self._fire(
                    self._frames.lookup("prefix", prefix.lower()), party, token, (token.i, token.i + 1)
                )
                return

    def _of_state(self, before: Token, after: Token) -> Iterator[Candidate]:
        """Yield what a state does that only the words around name: "*state*-run Xinhua", "*regime*-backed militias"."""
        noun = self._modified(after, after.i + 1)
        cast, denoter = self._denoter.cast, self._denoter
        if noun is None:
            return
        named = [party for party in (denoter.mention_at.get(noun.i), *denoter.owners(noun)) if party is not None]
        around = [homes().get(party.actor) or cast.root(party.actor) for party in named]
        country = next((actor for actor in (*around, denoter.homeland) if actor and cast[actor].kind in STATES), None)
        if country is not None:
            stem = Party(country, before.i, before.i + 1, "description", how="the state of whoever it is said of")
            frames = self._frames.lookup("suffix", after.lower_)
            if any(not frame.type.endswith(".aligned") for frame, _ in frames):
                if noun.i not in denoter.mention_at and noun.head.i not in denoter.mention_at:
                    return
                frames = self._frames.lookup("suffix", "owned")  # what a state runs is a part of it
            elif noun.base not in self._words.either("nouns.group", "nouns.singular_group", "nouns.body_word"):
                return
            yield from self._fire(frames, stem, after, (before.i, after.i + 1))

    def _fire(
        self, entries: Iterable[tuple[Frame, tuple[str, ...]]], stem: Party, anchor: Token, span: tuple[int, int]
    ) -> Iterator[Candidate]:
        start, end = span
        noun = self._modified(anchor, end)
        if noun is None:
            return
        ruled = self._ruled.get(self._doc[stem.start].lower_) if stem.end - stem.start == 1 else None
        if ruled is not None:
            stem = replace(stem, actor=ruled, via="metonym", how="the state that he rules")  # "pro-Assad militias"
        nouns: list[Party] | None = None
        against = next((frame for frame, _ in entries if frame.type == "disputes.rejects"), None)
        deed = self._deed(noun) if against is not None else None
        if against is not None and deed is not None:
            for source, target in paired(self._doers(noun, stem), [stem]):
                yield Candidate(against, source, target, anchor, start, noun.i + 1, deed)
            return
        for frame, _ in entries:
            if nouns is None:
                shared = frame.type == "cooperates.consults"
                nouns = self._sharing(noun) if shared else self._group(noun, start, stem)
            roles = {"stem": [stem, *self._beside(stem)], "noun": nouns}
            for slot in frame.target:
                if slot not in roles:
                    roles[slot] = self._after(noun, slot)
            pairs = list(paired(_first(roles, frame.source), _first(roles, frame.target)))
            for source, target in pairs:
                yield Candidate(frame, source, target, anchor, start, end, frame.type)
            if pairs:
                return

    def _beside(self, stem: Party) -> list[Party]:
        """Return who else is meant by a suffix: "*Cuban* and Soviet-backed Angolan forces"."""
        before = [
            child.i for child in self._doc[stem.end - 1].children if child.dep_ == "nmod" and child.i < stem.start
        ]
        return [self._denoter.mention_at[i] for i in before if i in self._denoter.mention_at]

    def _deed(self, noun: Token) -> str | None:
        """Return what is done to whom a noun is against: "anti-American *riots*", "anti-Iranian *sanctions*"."""
        types = [
            frame.type
            for frame, parts in self._frames.lookup("noun", noun.base)
            if len(parts) == 1 and not frame.companions
        ]
        campaign = noun.base in self._words["nouns.dull"]  # "China's anti-Soviet campaign" is no war
        return next((deed for deed in _DEEDS if deed in types and not (campaign and deed.startswith("fights."))), None)

    def _doers(self, noun: Token, stem: Party) -> list[Party]:
        """Return whose the deed is: "Cuban anti-American riots", "anti-American riots broke out *in Panama*"."""
        own = [party for party in self._denoter.owners(noun) if party.start != stem.start]
        if own or (own := self._denoter.borrowed(noun)):
            return own
        cast = self._denoter.cast
        verb = [noun.head] if noun.dep_ == "nsubj" and noun.head.pos_ == "VERB" else []
        for holder in (noun, *verb):
            for phrase in holder.children:
                if phrase.dep_ == "prep" and phrase.lower_ in ("in", "across") and phrase.i > noun.i:
                    places = (self._denoter.mention_at.get(token.i) for token in phrase.children)
                    for place in places:
                        home = cast[cast.root(place.actor)] if place is not None else None
                        if place is not None and home is not None and home.kind in STATES:
                            return [replace(place, actor=home.id, capital=False, how="people of the place")]
        return []

    def _after(self, noun: Token, preposition: str) -> list[Party]:
        """Return the parties after a preposition of the noun: "the UN-brokered talks between Iran and Iraq"."""
        tokens = self._denoter.syntax.prepositional(noun, preposition)
        return [
            party
            for token in tokens
            for party in self._denoter.parties(Argument(token), target=True, preposition=preposition)
        ]

    def _modified(self, anchor: Token, end: int) -> Token | None:
        """Return the noun that the hyphenated word modifies, whatever the parser hung it on."""
        head = anchor
        for _ in range(4):
            if head.pos_ in ("NOUN", "PROPN") and head.i >= end:
                return head
            if head.head.i == head.i:
                break
            head = head.head
        for token in self._doc[end : end + 4]:
            if token.pos_ in ("NOUN", "PROPN"):
                head = token
                while head.head.pos_ in ("NOUN", "PROPN") and head.head.i > head.i and head.dep_ == "compound":
                    head = head.head
                return head
            if token.pos_ not in ("ADJ", "PUNCT", "CCONJ", "NUM"):
                break
        return None

    def _sharing(self, noun: Token) -> list[Party]:
        """Return the parties of what somebody brings about: "Omani-brokered talks between *Chile and Peru*".

        Talks may be held anywhere; a truce in a town is one in its country.
        """
        for prepositions in (("between", "among"), ("in", "with")):
            found = [
                party
                for preposition in noun.children
                if preposition.dep_ == "prep" and preposition.lower_ in prepositions
                for token in preposition.children
                if token.dep_ == "pobj"
                for party in self._denoter.parties(Argument(token), target=True, preposition=preposition.lower_)
            ]
            if found:
                return found
        if noun.base in self._words["nouns.truces"]:
            for place in self._denoter.syntax.prepositional(noun, "in"):
                town = self._denoter.mention_at.get(place.i)
                home = self._denoter.cast.root(town.actor) if town is not None else None
                if town is not None and home is not None and self._denoter.cast[home].kind in STATES:
                    return [replace(town, actor=home, capital=False, how="people of the place")]
        return []

    def _called(self, noun: Token) -> Party | None:
        """Return the group of which the noun is said, or by whose name: "the *Zouave Front*, a Tunis-backed group"."""
        if noun.base not in self._words.either("nouns.group", "nouns.singular_group", "nouns.body_word"):
            return None
        host = named_as(noun, self._words)
        name = called_by_name(noun) if host.i == noun.i else host
        mention = self._denoter.mention_at.get(name.i) if name is not None else None
        kinds = ("organization", "armed_group", "government")
        return mention if mention is not None and self._denoter.cast[mention.actor].kind in kinds else None

    def _group(self, noun: Token, start: int, stem: Party) -> list[Party]:
        """Return the actors that the noun names, or the generic group that it is with its hyphenated word."""
        named = noun.head if noun.dep_ == "compound" else noun
        mention = self._denoter.mention_at.get(named.i)
        if mention is not None and mention.start >= start:
            return [mention]  # "the Saudi-backed candidate Omar Said", too
        called = self._called(noun)
        if called is not None:
            return [called]
        if noun.i in self._denoter.references:
            return self._denoter.references[noun.i]
        whole = self._denoter.mention_at.get(start)
        if whole is not None and stem.end < whole.end <= noun.i and self._denoter.cast[whole.actor].kind == "bloc":
            return [whole]  # "the US-led coalition forces"
        lemma = noun.base
        own = apart(self._denoter, noun, lemma)
        if own and own[0].start > stem.end:
            return own  # "Turkish-backed Syrian rebels"
        # "Iraqi and Saudi-backed forces" does not say that the Iraqi ones are backed
        owners = [o for o in self._denoter.owners(noun) if o.start != stem.start and o.actor != stem.actor]
        owners = [o for o in owners if not (o.start == stem.start - 2 and self._doc[stem.start - 1].lower_ == "and")]
        if lemma in self._words["nouns.fighting"]:  # so are "Turkish-backed Syrian fighters" no state's
            owners = [o for o in owners if o.via != "demonym" or self._denoter.cast[o.actor].kind not in STATES]
        if owners and lemma not in self._words["nouns.relational"]:  # "his pro-Russian opponents" are not he
            return owners  # "the Rwandan-backed M23 rebels", "the Western-backed government in Kabul"
        if not any(
            lemma in self._words[name]
            for name in ("nouns.group", "nouns.singular_group", "nouns.domestic", "nouns.body_word")
        ):
            # "an ISIL-held building" is no actor, but "pursued a pro-Chilean policy" says whose friend one is
            judged = noun.head.lemma_ in self._words.either("verbs.stance", "verbs.turning_down")
            return self._denoter.borrowed(noun) if lemma in self._words["nouns.ideas"] and not judged else []
        # The hyphenated adjective belongs to the group's name: "pro-Iranian militias".
        parties = [party for party in self._denoter.denote(noun) if party.how == "part of"]
        if parties:
            return parties
        name = self._doc[start : noun.i + 1].text
        actor = self._denoter.cast.introduce(name, "group")
        group = [Party(actor, start, noun.i + 1, "description", how="group named by its loyalty")]
        self._denoter.references[noun.i] = group  # whatever else the sentence says of it, it is this group
        return group


def _first(roles: dict[str, list[Party]], slots: tuple[str, ...]) -> list[Party]:
    return next((roles[slot] for slot in slots if roles.get(slot)), [])
