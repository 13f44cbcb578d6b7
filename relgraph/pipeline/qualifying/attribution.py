"""Who says so: the speaker of a reported statement."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from relgraph.pipeline.arguments import VERBAL
from relgraph.pipeline.denoting.denotation import Denoter
from relgraph.pipeline.parties import Party
from relgraph.pipeline.syntax.syntax import Syntax
from relgraph.pipeline.words import Words

if TYPE_CHECKING:
    from relgraph.pipeline.nlp.parse import Token
    from relgraph.pipeline.nlp.spans import Span

_MARKS = frozenset({"“", '"', "``", "''"})
_SAYING = frozenset({"person", "government", "igo", "organization"})
"""Kinds of actors that speak where they stand before a colon; a country is rather what a headline is about."""
_LONGEST = 4
"""Over so many sentences a quotation is followed to its speaker."""


def quoted_tokens(texts: Sequence[str]) -> list[bool]:
    """Tell for each token whether it stands in quotation marks.

    Straight marks alternate, and the end of a paragraph closes them.
    """
    inside = False
    found = []
    for text in texts:
        if text == "“":
            inside = True
        elif text == "”":
            inside = False
        elif text in ('"', "``", "''"):
            inside = not inside
        elif "\n" in text and text.isspace():
            inside = False
        found.append(inside)
    return found


@dataclass(slots=True)
class Speaker:
    """Who says so: the tokens that name the speaker and, if it is one, the actor; and who says it with him."""

    start: int
    end: int
    actor: str | None = None
    others: tuple[Speaker, ...] = ()

    def among(self, actors: Collection[str]) -> Speaker:
        """Return the one of all who say so that is one of these actors, or else this one: "Mali and *Niger* said"."""
        return next((one for one in (self, *self.others) if one.actor in actors), self)


def joint(speakers: Sequence[Speaker]) -> Speaker:
    """Return the first of several who say the same, with the others beside it."""
    first, *others = speakers
    return replace(first, others=(*first.others, *others)) if others else first


class SpeakerFinder:
    """Finds speakers in one parsed text."""

    def __init__(self, denoter: Denoter, syntax: Syntax, words: Words) -> None:
        self._denoter = denoter
        self._syntax = syntax
        self._words = words
        self._quoted = quoted_tokens(denoter.texts)

    def is_quoted(self, token: Token) -> bool:
        """Tell whether a token stands in quotation marks."""
        return self._quoted[token.i]

    def of_quotation(self, token: Token) -> Party | None:
        """Return who speaks in the quotation that a token stands in: the subject of the nearest speech verb outside it.

        It is looked for in the token's sentence, then in those around it that the quotation runs over.
        """
        for span in self._spans_of_quotation(token.sent):
            for verb in span:
                if verb.pos_ in VERBAL and verb.lemma_ in self._words["verbs.quoting"] and not self._quoted[verb.i]:
                    for argument in self._syntax.subjects(verb):
                        for party in self._denoter.parties(argument):
                            return party
        return None

    def _spans_of_quotation(self, sentence: Span) -> Iterator[Span]:
        """Yield a sentence, those that its quotation runs on to, and then those around it."""
        doc = self._denoter.doc
        yield sentence
        following = self._after(sentence)
        for _ in range(_LONGEST):
            if following is None or not self._runs_on(following):
                break
            yield following
            following = self._after(following)
        before = sentence
        for count in range(_LONGEST):
            if before.start == 0 or (count > 1 and not self._runs_on(before)):
                break
            before = doc[before.start - 1].sent
            while before.start > 0 and all(t.text in _MARKS or t.is_space for t in before):
                before = doc[before.start - 1].sent  # an opening mark alone, after a line's end
            yield before
            if count == 0 and following is not None:
                yield following

    def _after(self, sentence: Span) -> Span | None:
        doc = self._denoter.doc
        return doc[sentence.end].sent if sentence.end < len(doc) else None

    def _runs_on(self, sentence: Span) -> bool:
        """Tell whether a quotation that began before runs on in a sentence."""
        first = self._denoter.doc[sentence.start]
        return self._quoted[first.i] and self._denoter.texts[first.i] not in _MARKS

    def of_verb(self, verb: Token) -> Speaker | None:
        """Return who speaks by a speech verb; for "it was reported" the source that is named, or the verb itself."""
        if self._syntax.is_passive(verb):
            for token in self._syntax.agents(verb):
                return self.of_noun(token)
            return self._source_phrase(verb) or Speaker(verb.i, verb.i + 1)
        heads = [arg.token for arg in self._syntax.subjects(verb) if not arg.owner]
        tokens = [token for head in heads for token in self._denoter.conjuncts(head)]
        speakers = [speaker for speaker in map(self.of_noun, tokens) if speaker is not None]
        # "The news agency Sputnik" can be two subjects to the parser: the name says more than the noun.
        named = [speaker for speaker in speakers if speaker.actor is not None]
        return joint(named) if named else next(iter(speakers), None)

    def of_denial(self, verb: Token) -> Speaker | None:
        """Return who denies something by a verb; nobody if it does not say who: "was dismissed"."""
        speaker = self.of_verb(verb)
        return None if speaker is not None and speaker.start == verb.i else speaker

    def of_noun(self, token: Token) -> Speaker | None:
        """Return the speaker that a noun or pronoun names: the actor, or the words ("Israeli sources")."""
        parties = self._denoter.denote(token)
        named = bool(parties) and parties[0].how not in ("owner", "generic group", "people of the place")
        if named and token.base not in self._words["nouns.source"]:
            return joint([Speaker(party.start, party.end, party.actor) for party in parties])
        if token.pos_ in ("PROPN", "NOUN"):
            modifiers = [child.left_edge.i for child in token.children if child.i < token.i and child.dep_ != "det"]
            return Speaker(min(modifiers, default=token.i), token.i + 1)
        if token.lower_ in ("many", "some", "others", "he", "she", "they", "we"):
            return Speaker(token.i, token.i + 1)
        return None

    def of_claim(self, noun: Token) -> Speaker:
        """Return whose claim a noun is ("Colombia's claim"), or the words ("reports", "unconfirmed rumours")."""
        for party in self._denoter.owners(noun, allow_of=False):
            return Speaker(party.start, party.end, party.actor)
        modifiers = [child.left_edge.i for child in noun.children if child.dep_ == "amod" and child.i < noun.i]
        return Speaker(min(modifiers, default=noun.i), noun.i + 1)

    def of_sentence(self, trigger: Token) -> Speaker | None:
        """Return the speaker of "according to X" anywhere in the sentence, or of "X:" before it."""
        sentence, lowers = trigger.sent, self._denoter.lowers
        if sentence.start > 1 and lowers[sentence.start - 1] == ":":
            return self._of_label(self._denoter.doc[sentence.start - 1].sent)
        for i in range(sentence.start, min(sentence.end, len(lowers) - 1)):
            if lowers[i] == "according" and lowers[i + 1] == "to":
                for child in trigger.doc[i + 1].children:
                    if child.dep_ == "pobj":
                        return self.of_noun(child)
            if lowers[i] in self._words["nouns.viewpoints"]:
                view = trigger.doc[i]
                seen = view.head.head
                if (seen.i == trigger.i or seen.is_ancestor(trigger)) and (viewer := self._of_view(view)) is not None:
                    return viewer
        return None

    def _of_view(self, view: Token) -> Speaker | None:
        """Return who sees it so: "in *Chad's* view", "in the words of *Mali's* envoy"; not "in view of"."""
        whose = any(child.dep_ in ("poss", "det") for child in view.lefts)
        if (
            view.dep_ != "pobj"
            or view.head.lower_ not in ("in", "by")
            or not whose
            or view.head.head.pos_ not in VERBAL
        ):
            return None
        for child in view.children:
            viewers = child.children if child.lower_ == "of" else [child] if child.dep_ == "poss" else []
            for viewer in viewers:
                parties = self._denoter.denote(viewer) if viewer.dep_ in ("pobj", "poss") else []
                if parties:
                    return self.of_noun(viewer)
        return None

    def _of_label(self, label: Span) -> Speaker | None:
        """Return who says a headline by what stands before it: "Kremlin: …", "Guterres: …", but not "Ghana: …"."""
        party = self._denoter.mention_at.get(label.root.i)
        if party is None or party.start != label.start or party.end != label.end - 1:
            return None
        says = self._denoter.cast[party.actor].kind in _SAYING or (party.via == "metonym" and not party.capital)
        return Speaker(party.start, party.end, party.actor) if says else None

    def _source_phrase(self, verb: Token) -> Speaker | None:
        """Return the source of "it was reported in the American media that"."""
        for preposition in verb.children:
            if preposition.dep_ == "prep" and preposition.lower_ in ("in", "by", "on"):
                for noun in preposition.children:
                    if noun.dep_ == "pobj" and noun.base in self._words["nouns.source"]:
                        return self.of_noun(noun)
        return None
