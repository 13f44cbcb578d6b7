"""Frames of words that are said of something else: adjectives ("hostile to A") and phrases ("in support of A")."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from relgraph.frames import Frame
from relgraph.pipeline.arguments import SUBJECTS, VERBAL, Argument
from relgraph.pipeline.candidates import Candidate, Trigger, most_specific, paired, pairs_among
from relgraph.pipeline.denoting.coordination import at_side_of
from relgraph.pipeline.parties import Party, unique
from relgraph.pipeline.referring.reciprocity import reciprocals
from relgraph.pipeline.relating.descent import descend
from relgraph.pipeline.relating.material import Material
from relgraph.pipeline.relating.unrest import FORCED
from relgraph.pipeline.syntax.agents import has_agent
from relgraph.pipeline.syntax.deeds import is_said

if TYPE_CHECKING:
    from relgraph.pipeline.nlp.parse import Token


_TRUSTED = 0.8
_AT_SIDE = "cooperates.collaborates/together-with-power"
_LEAVING = frozenset({"leave", "put", "set", "place", "bring", "keep"})
_SPANS = frozenset({"DATE", "TIME"})
_BEING = frozenset(
    {"be", "remain", "come", "fall", "stay", "live", "find", "bring", "place", "put", "leave", "keep", "suffer", "end"}
)


class AdjectiveMatcher:
    """Fires adjective frames on one parsed text."""

    def __init__(self, material: Material) -> None:
        self._material = material
        self._denoter = material.denoter
        self._syntax = material.syntax

    def candidates(self, adjective: Token, lemma: str) -> Iterator[Candidate]:
        """Yield what the frames of an adjective (or of a participle used as one) find around it.

        What names somebody says nothing else: "the *Allied* leaders" are those of the Allies.
        """
        if adjective.i in self._denoter.mention_at:
            return
        done = has_agent(adjective)  # "troops deployed *by Chad* near Mali" are not those who threaten it
        yield from most_specific(
            (frame, self._fired(adjective, Trigger(frame, adjective, [adjective])))
            for frame, parts in self._material.frames.lookup("adjective", lemma)
            if all(any(child.lower_ == part for child in adjective.children) for part in parts[:-1])
            and not (done and frame.type == "fights.mobilizes")
        )

    def _fired(self, adjective: Token, trigger: Trigger) -> Iterator[Candidate]:
        frame = trigger.frame
        # "issued a report critical of Chad": what is said is whose saying it is
        words = self._material.words
        bearers = [
            party
            for arg in self._syntax.bearers(adjective)
            for party in self._denoter.followers(arg._replace(lends=is_said(words, arg.token)))
        ]
        sources = self._fill(adjective, trigger, frame.source, bearers)
        targets = self._fill(adjective, trigger, frame.target, bearers)
        behind = self._denoter.lowers[adjective.i + 1 : adjective.i + 4] if not targets else []
        mutual = bool(behind) and behind[0] in frame.target and next(reciprocals(behind), None) is not None
        if (frame.symmetric or mutual) and not targets:
            if frame.type == "disputes.rivals" and adjective.dep_ == "amod" and adjective.head.tag_ in ("NN", "NNP"):
                return  # "a *divided* Senate and the army": divided in itself
            for first, second in pairs_among(sources):
                yield trigger.links(first, second, symmetric=True)
            return
        for source, target in paired(sources, targets):
            yield trigger.links(source, target)

    def _fill(self, adjective: Token, trigger: Trigger, slots: tuple[str, ...], bearers: list[Party]) -> list[Party]:
        """Return the parties of the first slot that has any; `bearers` are those that the adjective is said of."""
        for slot in slots:
            parties: list[Party] = []
            if slot in ("subject", "noun"):
                parties = bearers
            elif slot == "clause":
                parties = self._material.targets(self._in_clause(adjective))
                if trigger.frame.confidence < _TRUSTED:
                    # "worried that": only about what is done to others
                    parties = [
                        doer for clause in self._clauses(adjective) for doer in self._material.wrongdoers(clause)
                    ]
            else:
                for token in self._syntax.prepositional(adjective, slot) + self._from_copula(adjective, slot):
                    if (
                        trigger.frame.type == "disputes.accuses"
                        and token.lower_ in self._material.words["nouns.at_stake"]
                    ):
                        continue  # "worried about the *safety* of the crew": nobody is blamed
                    before = "" if trigger.frame.type == "cooperates.consults" else slot  # a capital that is visited
                    found = self._material.targets([token], before, target_as=trigger.frame.target_as)
                    parties = parties + (found or descend(self._material, token, trigger.frame))
            if parties:
                return unique(parties)
        return []

    def _in_clause(self, adjective: Token) -> list[Token]:
        """Return the subjects of what an adjective is about: "angry that Germany had built it"."""
        return [
            token
            for clause in self._clauses(adjective)
            for token in (*self._syntax.own_subjects(clause), *self._syntax.agents(clause))
        ]

    def _clauses(self, adjective: Token) -> list[Token]:
        return [
            clause
            for holder in (adjective, adjective.head)
            for clause in holder.children
            if clause.dep_ == "ccomp" and clause.i > adjective.i and clause.pos_ in VERBAL
        ]

    def _from_copula(self, adjective: Token, preposition: str) -> list[Token]:
        if adjective.dep_ == "acomp" and adjective.head.lemma_ == "be":
            return [token for token in self._syntax.prepositional(adjective.head, preposition) if token.i > adjective.i]
        return []


class PhraseMatcher:
    """Fires frames of prepositions of several words on one parsed text."""

    def __init__(self, material: Material) -> None:
        self._material = material
        self._denoter = material.denoter
        self._syntax = material.syntax
        self._lowers = material.denoter.lowers
        self._degrees = material.words["adjectives.of_degree"]

    def candidates(self, first: Token) -> Iterator[Candidate]:
        """Yield what the first fitting phrase that starts with a token finds."""
        for frame, parts in self._entries(first.i):
            words = self._spelt(first, parts)
            if not words:
                continue
            last = words[-1]
            tokens = [child for child in last.children if child.dep_ in ("pobj", "pcomp")]
            wanted = self._material.lexicon.companions.get(frame.name)
            if wanted is not None and not any(token.base in wanted for token in tokens):
                continue
            objects = self._material.targets(tokens)
            if frame.type == FORCED and self._is_span(first):
                objects = [party for party in objects if self._may_hold(party)]
            held = last if first.head is last else first  # "*Together* with"
            if frame.name == _AT_SIDE:
                subject = at_side_of(self._denoter, last)
                said_of = [] if subject is None else self._denoter.parties(Argument(subject))
            elif self._only_passes(first, frame):
                said_of = []
            else:
                said_of = self._left(first, frame) or self._said_of(held, last)
            said_of = said_of or (self._freed(first) if frame.type == FORCED else [])
            if not said_of and frame.type == "disputes.rejects" and first.head.dep_ == "dobj":
                said_of = self._material.doers(first.head.head)  # "ratified the pact over the objections of"
            roles = {"subject": unique(said_of), "object": objects}
            sources, targets = (
                next((roles[slot] for slot in slots if roles.get(slot)), []) for slots in (frame.source, frame.target)
            )
            trigger = Trigger(frame, first, words)
            for source, target in paired(sources, targets):
                yield trigger.links(source, target)
            if targets and sources:
                return

    def _left(self, first: Token, frame: Frame) -> list[Party]:
        """Return whom something leaves in a quarrel: "the war put *Chile* at odds with Peru"."""
        verb = first.head
        if frame.type != "disputes.rivals" or verb.lemma_ not in _LEAVING:
            return []
        left = [token for token in self._syntax.objects(verb) if token.i < first.i]
        return [party for token in left for party in self._denoter.parties(Argument(token))]

    def _only_passes(self, first: Token, frame: Frame) -> bool:
        """Tell whether a verb says nothing of in whose hands a thing is: "*waited* for a bank in the hands of"."""
        governor = first.head
        if self._is_span(first):
            return False  # "was freed after *a year* in the hands of pirates"
        return frame.type == FORCED and governor.pos_ in VERBAL and governor.lemma_ not in _BEING

    def _spelt(self, first: Token, parts: tuple[str, ...]) -> list[Token]:
        """Return the words of a phrase that begins with a token, none if it does not: "with the *full* support of".

        An adjective that only says how much may stand before its noun.
        """
        words: list[Token] = []
        for token in self._material.doc[first.i : first.i + len(parts) + 1]:
            if len(words) < len(parts) and token.lower_ == parts[len(words)]:
                words.append(token)
            elif len(words) in (0, len(parts)) or token.lower_ not in self._degrees:
                break
        return words if len(words) == len(parts) else []

    def _entries(self, start: int) -> Iterator[tuple[Frame, tuple[str, ...]]]:
        """Yield the phrases that begin with the two words from a place on, and those of one word."""
        phrases = self._material.lexicon.phrases
        first, *behind = self._lowers[start : start + 3]
        second = behind[-1] if behind and behind[0] in self._degrees else "".join(behind[:1])
        yield from phrases.get((first, second), ())
        if start + 1 < len(self._lowers):
            yield from phrases.get((self._lowers[start],), ())

    def _leaning(self, verb: Token) -> list[Party]:
        """Return whose views a phrase is said of: "the interests of *Peru* were at odds with"."""
        if verb.lemma_ not in ("be", "remain", "stand", "seem", "come", "run"):
            return []
        words = self._material.words
        views = words.either("nouns.ideas", "nouns.leaning")
        return [
            party
            for token in verb.children
            if token.dep_ in SUBJECTS and token.base in views
            for party in self._denoter.owners(token, sure_of=True)
        ]

    def _said_of(self, first: Token, last: Token) -> list[Party]:
        """Return who does what a phrase is said of: the subject of its verb, or whoever does its noun."""
        governor = first.head
        if first.dep_ not in ("prep", "agent", "advmod", "mark", "conj") or first.i <= governor.i <= last.i:
            return []
        if governor.pos_ in VERBAL:
            doers = self._material.doers(governor) or self._leaning(governor)
            if not doers and governor.dep_ == "acl" and governor.tag_ == "VBN":
                # "strikes coordinated with and in support of the army": whoever does what the participle is said of
                noun = governor.head
                doers = self._denoter.owners(noun) or self._denoter.borrowed(noun)
            return doers
        if governor.dep_ == "pobj" and governor.head.lower_ in ("at", "in", "on"):
            above = governor.head.head if governor.head.head.pos_ in VERBAL else governor.head.head.head
            return self._material.doers(above) if above.pos_ in VERBAL else []  # "spoke at a church in honour of"
        if governor.pos_ in ("NOUN", "PROPN"):
            striker = _striking(governor)
            if striker is not None:
                return self._material.doers(striker)
            said_of = self._likes_of(governor) or self._denoter.parties(Argument(governor))
            # whoever gives money to "countries at war with Peru" is not at war
            return said_of or (
                [] if governor.tag_ == "NNS" and self._denoter.is_whole(governor) else self._denoter.borrowed(governor)
            )
        return []

    def _freed(self, first: Token) -> list[Party]:
        """Return who is freed after some time in somebody's hands: "*Thais* were freed after a year in …"."""
        freed = first.head.head.head if first.head.dep_ == "pobj" else first.head
        if not self._is_span(first) or freed.lemma_ not in self._material.words["verbs.set_free"]:
            return []
        if freed.dep_ == "acl":
            return self._material.targets([freed.head])
        passive = self._syntax.passive_subjects(freed)
        # "a nurse *freed* on Friday … came home", as the parser reads it
        return self._material.targets(passive if self._syntax.objects(freed) else passive or freed.lefts)

    def _may_hold(self, party: Party) -> bool:
        """Tell whether somebody may keep people for a time: no doctors, in whose hands one is, too."""
        words, holder = self._material.words, self._material.doc[party.start : party.end].root
        return self._denoter.is_power(party) or holder.base in words.either("nouns.fighting", "nouns.armed_people")

    def _is_span(self, first: Token) -> bool:
        """Tell whether a phrase stands behind a word for a time."""
        before = first.nbor(-1) if first.i else first
        return before.ent_type_ in _SPANS or before.base in self._material.words["nouns.time"]

    def _likes_of(self, others: Token) -> list[Party]:
        """Return those of whom some unnamed are the like: "*Chad* and other countries at war with Libya"."""
        first, adjectives = others.head, {child.lower_ for child in others.lefts}
        if others.dep_ != "conj" or "other" not in adjectives or others.tag_ != "NNS":
            return []
        while first.dep_ == "conj":
            first = first.head
        return self._denoter.parties(Argument(first))


def _striking(noun: Token) -> Token | None:
    """Return the verb of what is used against a noun: "dropped bombs *on* IS targets in support of the SDF".

    Also if the noun is said to be among those hit: "*hit* targets, which include two camps in support of the SDF".
    """
    while noun.dep_ in ("conj", "appos") and noun.head.i < noun.i:
        noun = noun.head
    if noun.dep_ == "dobj" and noun.head.dep_ == "relcl" and noun.head.lemma_ in ("include", "comprise"):
        noun = noun.head.head
    if noun.dep_ == "pobj" and noun.head.lower_ in ("against", "on", "at"):
        verb = noun.head.head
        while verb.pos_ not in VERBAL and verb.head.i != verb.i:
            verb = verb.head
        return verb if verb.pos_ in VERBAL else None
    return None
