"""Matching frames: which verb, noun, adjective or affix of a text is a trigger, and which actors fill its slots."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from spacy.tokens import Doc, Token

from relgraph.frames import Frame, FrameSet
from relgraph.ontology import Ontology
from relgraph.pipeline.candidates import Candidate, paired, pairs_among
from relgraph.pipeline.denotation import Denoter
from relgraph.pipeline.parties import Party, unique
from relgraph.pipeline.syntax import VERBAL, Argument, Syntax
from relgraph.pipeline.words import Words

_AMONG = ("between", "among", "amongst", "including", "comprising", "involving")
_RECIPROCAL = "each other", "one another"


class Matcher:
    """Fires frames on one parsed text."""

    def __init__(
        self,
        doc: Doc,
        denoter: Denoter,
        syntax: Syntax,
        frames: FrameSet,
        ontology: Ontology,
        words: Words,
        inflected: Mapping[str, str],
    ) -> None:
        """`inflected` maps forms of the frames' verbs to their lemmas, where the lemmatiser may be wrong."""
        self._inflected = inflected
        self._doc = doc
        self._denoter = denoter
        self._syntax = syntax
        self._frames = frames
        self._ontology = ontology
        self._words = words

    def candidates(self) -> Iterator[Candidate]:
        """Yield every relation that a frame finds in the text, in the order of the triggers."""
        frames = self._frames
        for token in self._doc:
            if token.is_punct or token.is_space:
                continue
            lemma = self._denoter.word(token)
            pos = token.pos_
            if pos in VERBAL:
                if lemma not in frames.heads("verb"):
                    lemma = self._inflected.get(token.lower_, lemma)
                # "frustrated by": as an adjective it says what one feels, and then no longer what the other does.
                felt = list(self._adjective(token, token.lower_)) if token.tag_ in ("VBN", "VBG", "JJ") else []
                yield from felt or self._verb(token, lemma)
            elif pos in ("NOUN", "PROPN"):
                plural_people = token.tag_ == "NNS" and lemma in self._words["nouns.singular_only"]
                if not (plural_people or self._only_modifies(token)):
                    yield from self._noun(token, lemma)
            elif pos == "ADJ":
                yield from self._adjective(token, lemma)
            if token.lower_ in frames.heads("phrase"):
                yield from self._phrase(token)

    def _only_modifies(self, noun: Token) -> bool:
        """Tell whether a noun is no trigger: part of a name, a resolved reference, or a modifier of a noun with a meaning of its own.

        "Aid workers" give no aid, but an "aid package" is aid.
        """
        if noun.i in self._denoter.mention_at or noun.i in self._denoter.references:
            return True
        if noun.dep_ != "compound" or noun.head.pos_ not in ("NOUN", "PROPN"):
            return False
        return noun.head.lemma_.lower() not in self._words["nouns.dull"]

    # Verbs

    def _verb(self, verb: Token, lemma: str) -> Iterator[Candidate]:
        entries = self._frames.lookup("verb", lemma)
        if not entries:
            return
        around = _Companions(verb, self._syntax)
        yield from _most_specific(
            (parts, frame, self._verb_frame(verb, frame, words))
            for frame, parts in entries
            if (words := self._verb_words(verb, parts[1:], frame, around)) is not None
        )

    def _verb_words(
        self, verb: Token, particles: tuple[str, ...], frame: Frame, around: _Companions
    ) -> list[Token] | None:
        """Return the tokens of the trigger, or None if a particle or companion is missing."""
        words = [verb]
        for particle in particles:
            found = next((child for child in verb.children if child.lower_ == particle and child.i > verb.i), None)
            if found is None:
                follower = self._doc[verb.i + 1] if verb.i + 1 < len(self._doc) else None
                if follower is None or follower.lower_ != particle:
                    return None
                found = follower
            words.append(found)
        if frame.companions:
            companion = around.first(frame.companions)
            if companion is None:
                return None
            words.append(companion)
        return words

    def _verb_frame(self, verb: Token, frame: Frame, words: list[Token]) -> Iterator[Candidate]:
        sources, source_doubts = self._fill(verb, words, frame, frame.source, target=False)
        reciprocal = self._is_reciprocal(verb)
        if reciprocal or (frame.symmetric and not self._has_target(verb, frame)):
            if len(sources) > 1 and (reciprocal or self._may_be_mutual(frame, sources)):
                for first, second in pairs_among(sources):
                    yield self._candidate(frame, first, second, verb, words, symmetric=True, doubts=source_doubts)
                return
            if reciprocal:
                return
        if not sources:
            return
        targets, target_doubts = self._fill(verb, words, frame, frame.target, target=True)
        for source, target in paired(sources, targets):
            yield self._candidate(
                frame, source, target, verb, words, symmetric=frame.symmetric, doubts=[*source_doubts, *target_doubts]
            )

    def _may_be_mutual(self, frame: Frame, parties: list[Party]) -> bool:
        """Without "each other" or "with", only trusted words and named parties mean one another: not "troops and police act"."""
        kinds = [self._denoter.cast[party.actor].kind for party in parties]
        return frame.confidence >= 0.75 and any(kind != "group" for kind in kinds)

    def _is_reciprocal(self, verb: Token) -> bool:
        for child in verb.subtree:
            if child.lower_ in ("other", "another") and child.i > 0 and child.i > verb.i:
                if f"{self._doc[child.i - 1].lower_} {child.lower_}" in _RECIPROCAL:
                    return True
        return False

    def _has_target(self, verb: Token, frame: Frame) -> bool:
        return any(tokens for slot in frame.target if (tokens := self._slot_tokens(verb, slot)))

    def _slot_tokens(self, verb: Token, slot: str) -> list[Argument]:
        syntax = self._syntax
        if slot == "subject":
            return list(syntax.subjects(verb))
        if slot == "object":
            return [Argument(token) for token in syntax.objects(verb)]
        if slot == "indirect":
            return [Argument(token) for token in syntax.indirect(verb)]
        if slot == "clause":
            return [Argument(token) for token in syntax.clause_subjects(verb)]
        return [Argument(token) for token in syntax.prepositional(verb, slot)]

    def _fill(
        self, verb: Token, words: list[Token], frame: Frame, slots: Iterable[str], *, target: bool
    ) -> tuple[list[Party], list[tuple[str, float]]]:
        """Return the parties of the first slot that has any, and reasons to doubt them."""
        for slot in slots:
            parties: list[Party] = []
            doubts: list[tuple[str, float]] = []
            preposition = slot.split()[-1] if slot not in ("subject", "object", "indirect", "clause") else ""
            arguments = self._slot_tokens(verb, slot)
            if not arguments and preposition:
                # "came to terms with": the preposition may hang on the companion.
                arguments = [Argument(token) for word in words[1:] for token in self._syntax.prepositional(word, slot)]
            for argument in arguments:
                found = self._denoter.parties(argument, target=target, preposition=preposition)
                if not found and target:
                    found = self._descend(argument.token, frame)
                    if found:
                        doubts.append(("the actor stands deep in the phrase", 0.8))
                if found and argument.inherited > 1:
                    doubts.append(("the subject is inherited over several clauses", 0.9))
                parties.extend(found)
            if parties:
                return unique(parties), doubts
        return [], []

    def _descend(self, token: Token, frame: Frame) -> list[Party]:
        """Look for the actor inside an object that is none: "seized a shipment of arms to Yemen"."""
        family = frame.type.partition(".")[0]
        allowed = _DESCENT.get(frame.type) or _DESCENT.get(family, frozenset({"of"}))
        for child in token.children:
            if child.dep_ == "prep" and child.lower_ in allowed:
                for grandchild in child.children:
                    if grandchild.dep_ == "pobj":
                        found = self._denoter.parties(Argument(grandchild), target=True)
                        found = found or self._descend(grandchild, frame)
                        if found:
                            return found
        return []

    # Nouns

    def _noun(self, noun: Token, lemma: str) -> Iterator[Candidate]:
        yield from _most_specific(
            (parts, frame, self._noun_frame(noun, frame, words))
            for frame, parts in self._frames.lookup("noun", lemma)
            if (words := self._noun_words(noun, parts[:-1], frame)) is not None
        )

    def _noun_words(self, noun: Token, modifiers: tuple[str, ...], frame: Frame) -> list[Token] | None:
        words = [noun]
        around = [
            child
            for child in noun.children
            if child.dep_ in ("compound", "amod", "nmod", "poss", "npadvmod") or child.pos_ == "ADJ"
        ]
        for modifier in modifiers:
            found = next((child for child in around if modifier in (child.lemma_.lower(), child.lower_)), None)
            if found is None:
                return None
            words.append(found)
        if frame.companions:
            found = next(
                (child for child in around if {child.lemma_.lower(), child.lower_} & set(frame.companions)), None
            )
            if found is None:
                return None
            words.append(found)
        return words

    def _noun_frame(self, noun: Token, frame: Frame, words: list[Token]) -> Iterator[Candidate]:
        denoter = self._denoter
        between = self._between(noun)
        if len(between) > 1 and (frame.symmetric or "between" not in frame.target):
            yield from self._among(noun, frame, words, between)
            return
        targets, slot = self._noun_targets(noun, frame)
        owners, doubts = self._noun_sources(noun, frame, target_slot=slot)
        if owners and not targets and not frame.symmetric and self._is_possessed(noun):
            # "his strong support of the president": with an owner before it, the of-phrase is whom it is for
            targets = self._from_preposition(noun, "of")
        if frame.symmetric and not targets:
            direct = denoter.owners(noun)
            group = direct if len(direct) > 1 else owners if len(owners) > 1 else []
            if not group and not owners and frame.type in _SHARED:
                group, doubts = denoter.pair_of_sentence(noun), [("the parties are those of the sentence", 0.8)]
            yield from self._among(noun, frame, words, group, doubts)
            return
        if frame.symmetric and not owners:
            yield from self._among(noun, frame, words, targets) if self._joined_by(noun) else ()
            return
        if targets and not owners:
            yield from self._called_for(noun, frame, words, targets)
        for source, target in paired(owners, targets):
            candidate = self._candidate(frame, source, target, noun, words, symmetric=frame.symmetric, doubts=doubts)
            self._compose(candidate, noun)
            yield candidate

    def _called_for(self, noun: Token, frame: Frame, words: list[Token], targets: list[Party]) -> Iterator[Candidate]:
        """As in "Called for sanctions against Iran" is a demand in the face of Iran, whoever is to impose them."""
        verb = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "for" else noun.head
        if (
            self._ontology[frame.type].sign >= 0
            or verb.pos_ not in VERBAL
            or verb.lemma_ not in self._words["verbs.desire"]
        ):
            return
        sources = [party for arg in self._syntax.subjects(verb) for party in self._denoter.parties(arg)]
        for source, target in paired(sources, targets):
            candidate = self._candidate(
                frame,
                source,
                target,
                verb,
                [verb, *words],
                symmetric=False,
                doubts=[("the measure is only called for", 0.75)],
            )
            candidate.type, candidate.composed = "disputes.demands", True
            yield candidate

    def _is_possessed(self, noun: Token) -> bool:
        return any(
            child.dep_ == "poss" or (child.dep_ == "amod" and child.i in self._denoter.mention_at)
            for child in noun.children
        )

    def _joined_by(self, noun: Token) -> bool:
        return any(child.dep_ == "prep" and child.lower_ in ("of", "among") for child in noun.children)

    def _among(
        self,
        noun: Token,
        frame: Frame,
        words: list[Token],
        parties: list[Party],
        doubts: Iterable[tuple[str, float]] = (),
    ) -> Iterator[Candidate]:
        for first, second in pairs_among(parties):
            candidate = self._candidate(frame, first, second, noun, words, symmetric=True, doubts=list(doubts))
            self._compose(candidate, noun)
            yield candidate

    def _between(self, noun: Token) -> list[Party]:
        for holder in (noun, noun.head if noun.dep_ in ("dobj", "nsubj", "nsubjpass", "attr") else noun):
            for child in holder.children:
                if child.dep_ == "prep" and child.lower_ in _AMONG and child.i > noun.i:
                    parties = [
                        party
                        for token in child.children
                        if token.dep_ in ("pobj", "pcomp")
                        for party in self._denoter.parties(Argument(token), target=True)
                    ]
                    if len(parties) > 1:
                        return unique(parties)
        return []

    def _noun_sources(
        self, noun: Token, frame: Frame, *, target_slot: str
    ) -> tuple[list[Party], list[tuple[str, float]]]:
        denoter = self._denoter
        for slot in frame.source:
            if slot == "owner":
                owners = denoter.owners(noun, allow_of="of" not in frame.target, sure_of=target_slot not in ("", "of"))
                if "modifier" in frame.target:
                    possessive = [party for party in owners if not self._is_modifier(party, noun)]
                    owners = possessive or owners
                if owners:
                    return owners, []
                found = self._from_preposition(noun, "from")
                if found:
                    return found, []
                borrowed = denoter.borrowed(noun) or self._refuser(noun, frame)
                if borrowed:
                    return unique(borrowed), [("the noun borrows its subject", 0.9)]
            elif slot == "modifier":
                found = denoter.modifiers(noun)
                if found:
                    return found, []
            elif slot == "clause":
                continue
            else:
                found = self._from_preposition(noun, slot) or self._from_governor(noun, frame, slot)
                if found:
                    return found, []
        return [], []

    def _refuser(self, noun: Token, frame: Frame) -> list[Party]:
        """Who refuses something friendly: "rejected any cooperation with the court"."""
        verb = noun.head
        if (
            noun.dep_ != "dobj"
            or verb.lemma_ not in self._words["verbs.rejecting"]
            or self._ontology[frame.type].sign <= 0
        ):
            return []
        return [party for arg in self._syntax.subjects(verb) for party in self._denoter.parties(arg)]

    def _is_modifier(self, party: Party, noun: Token) -> bool:
        return any(child.dep_ == "compound" and party.start <= child.i < party.end for child in noun.children)

    def _from_preposition(self, noun: Token, preposition: str) -> list[Party]:
        return unique(self._all_parties(self._syntax.prepositional(noun, preposition), preposition))

    def _noun_targets(self, noun: Token, frame: Frame) -> tuple[list[Party], str]:
        """Return the targets of a noun and the slot in which they stand; its owner itself is none."""
        root = self._denoter.cast.root
        own = {
            root(party.actor) for party in self._denoter.owners(noun, allow_of=False) or self._denoter.borrowed(noun)
        }
        for slot in frame.target:
            if slot == "owner":
                found = self._denoter.owners(noun, allow_by=False)
            elif slot == "modifier":
                found = [party for party in self._denoter.modifiers(noun) if self._is_modifier(party, noun)]
            elif slot == "clause":
                found = [
                    party
                    for token in self._syntax.clause_subjects(noun)
                    for party in self._denoter.parties(Argument(token), target=True)
                ]
            else:
                found = self._from_preposition(noun, slot) or self._from_governor(noun, frame, slot)
                if not found:
                    for token in self._syntax.prepositional(noun, slot):
                        found = self._descend(token, frame)
                        if found:
                            break
            if not found and slot not in ("owner", "modifier", "clause"):
                # "its rejection and condemnation of the vote": the phrase hangs on the second noun
                for child in noun.children:
                    if child.dep_ == "conj" and child.pos_ == "NOUN":
                        found = self._from_preposition(child, slot)
            if found and (slot != "of" or not {root(party.actor) for party in found} <= own):
                return unique(found), slot
        return [], ""

    def _from_governor(self, noun: Token, frame: Frame, preposition: str) -> list[Party]:
        """Look for the noun's preposition above it: "imposed sanctions in May *on* Iran", "a series of attacks *on* Iran"."""
        if preposition == "of":
            return []
        token = noun
        for _ in range(3):
            head, dep = token.head, token.dep_
            if dep in ("dobj", "nsubjpass", "attr", "nsubj") and head.pos_ in VERBAL:
                found = [other for other in self._syntax.prepositional(head, preposition) if other.i > noun.i]
                if not found and preposition in ("to", "for") and head.lemma_ in self._words["verbs.light"]:
                    found = [other for other in self._syntax.indirect(head) if other.i != token.i]
                return self._all_parties(found, preposition)
            if dep != "pobj" or head.lower_ != "of" or head.head.pos_ != "NOUN":
                return []
            token = head.head
            found = [other for other in self._syntax.prepositional(token, preposition) if other.i > noun.i]
            if found:
                return self._all_parties(found, preposition)
        return []

    def _all_parties(self, tokens: Iterable[Token], preposition: str) -> list[Party]:
        return [
            party
            for token in tokens
            for party in self._denoter.parties(Argument(token), target=True, preposition=preposition)
        ]

    # Adjectives

    def _adjective(self, adjective: Token, lemma: str) -> Iterator[Candidate]:
        yield from _most_specific(
            (parts, frame, self._adjective_frame(adjective, frame))
            for frame, parts in self._frames.lookup("adjective", lemma)
            if all(any(child.lower_ == part for child in adjective.children) for part in parts[:-1])
        )

    def _adjective_frame(self, adjective: Token, frame: Frame) -> Iterator[Candidate]:
        bearers = [party for arg in self._syntax.bearers(adjective) for party in self._denoter.parties(arg)]
        slots: dict[bool, list[Party]] = {}
        for is_target, names in ((False, frame.source), (True, frame.target)):
            parties: list[Party] = []
            for slot in names:
                if slot in ("subject", "noun"):
                    parties = bearers
                else:
                    for token in self._syntax.prepositional(adjective, slot) + self._from_copula(adjective, slot):
                        found = self._denoter.parties(Argument(token), target=True, preposition=slot)
                        parties = parties + (found or self._descend(token, frame))
                if parties:
                    break
            slots[is_target] = unique(parties)
        if frame.symmetric and not slots[True]:
            for first, second in pairs_among(slots[False]):
                yield self._candidate(frame, first, second, adjective, [adjective], symmetric=True)
            return
        for source, target in paired(slots[False], slots[True]):
            yield self._candidate(frame, source, target, adjective, [adjective], symmetric=frame.symmetric)

    def _from_copula(self, adjective: Token, preposition: str) -> list[Token]:
        if adjective.dep_ == "acomp" and adjective.head.lemma_ == "be":
            return [token for token in self._syntax.prepositional(adjective.head, preposition) if token.i > adjective.i]
        return []

    # Phrases

    def _phrase(self, first: Token) -> Iterator[Candidate]:
        for frame, parts in self._frames.lookup("phrase", first.lower_):
            words = list(self._doc[first.i : first.i + len(parts)])
            if tuple(word.lower_ for word in words) != parts:
                continue
            objects = self._all_parties([child for child in words[-1].children if child.dep_ in ("pobj", "pcomp")], "")
            roles = {"subject": unique(self._said_of(first, words[-1])), "object": objects}
            sources, targets = (
                next((roles[slot] for slot in slots if roles.get(slot)), []) for slots in (frame.source, frame.target)
            )
            for source, target in paired(sources, targets):
                yield self._candidate(frame, source, target, first, words, symmetric=frame.symmetric)
            if targets and sources:
                return

    def _said_of(self, first: Token, last: Token) -> list[Party]:
        """Return who does what a phrase is said of: the subject of its verb, or whoever does its noun."""
        governor = first.head
        if first.dep_ not in ("prep", "agent", "advmod", "mark") or first.i <= governor.i <= last.i:
            return []
        if governor.pos_ in VERBAL:
            return [party for arg in self._syntax.subjects(governor) for party in self._denoter.parties(arg)]
        if governor.pos_ in ("NOUN", "PROPN"):
            return self._denoter.parties(Argument(governor)) or self._denoter.borrowed(governor)
        return []

    # Composition

    def _compose(self, candidate: Candidate, noun: Token) -> None:
        """Ending a hostile measure is a concession; ending a friendly one is a sanction; bad relations are a rivalry."""
        if candidate.frame.type == "cooperates.supports" and self._is_bad(noun):
            candidate.type, candidate.composed = "disputes.rivals", True
            return
        verb = noun.head
        if (
            noun.dep_ == "dobj"
            and verb.lemma_ in self._words["verbs.rejecting"]
            and self._ontology[candidate.frame.type].sign > 0
        ):
            candidate.type, candidate.composed, candidate.symmetric = "disputes.rejects", True, False
            candidate.trigger = verb
            candidate.start, candidate.end = min(candidate.start, verb.i), max(candidate.end, verb.i + 1)
            return
        ender = self._ender(noun)
        if ender is None:
            return
        sign = self._ontology[candidate.frame.type].sign
        family = candidate.frame.type.partition(".")[0]
        if sign < 0 and family in ("restrains", "fights"):
            if candidate.symmetric:
                return  # "agreed to end months of fighting": both fought, and neither yields to the other
            candidate.type = "cooperates.concedes"
        elif (
            candidate.frame.type in ("cooperates.consults", "cooperates.agrees")
            and ender.lemma_ in self._words["verbs.cancelling"]
        ):
            candidate.type = "disputes.rejects"
        elif candidate.frame.type in (
            "cooperates.aids",
            "cooperates.collaborates",
            "cooperates.supports",
            "cooperates.consults",
            "cooperates.agrees",
        ):
            candidate.type = "restrains.sanctions"
        else:
            return
        candidate.composed = True
        candidate.symmetric = False
        candidate.trigger = ender
        candidate.start = min(candidate.start, ender.i)
        candidate.end = max(candidate.end, ender.i + 1)

    def _is_bad(self, noun: Token) -> bool:
        """Tell whether relations are said to be tense, strained or the like, before or after the noun."""
        hostile = self._words["adjectives.hostile"]
        if any(child.dep_ == "amod" and child.lemma_.lower() in hostile for child in noun.children):
            return True
        verb = noun.head
        if noun.dep_ not in ("nsubj", "nsubjpass") or verb.pos_ not in VERBAL:
            return False
        verbs = [verb, *(child for child in verb.children if child.dep_ == "xcomp")]
        return any(
            child.lemma_.lower() in hostile or child.lower_ in hostile
            for clause in verbs
            for child in clause.children
            if child.dep_ in ("acomp", "oprd", "attr")
        ) or any(clause.lower_ in hostile for clause in verbs)

    def _ender(self, noun: Token) -> Token | None:
        token = noun
        for _ in range(4):
            head, dep = token.head, token.dep_
            if dep in ("dobj", "nsubjpass") and head.pos_ in VERBAL and head.lemma_ in self._words["verbs.ending"]:
                if head.lemma_ in ("call", "slash", "scale", "limit", "curb", "cut", "break") and not self._really_ends(
                    head
                ):
                    return None
                return head
            if dep == "pobj" and head.lower_ in ("of", "to", "in", "on") and head.head.pos_ == "NOUN":
                outer = head.head
                if outer.lemma_.lower() in self._words["nouns.ending"]:
                    return outer
                if self._frames.lookup("noun", outer.lemma_.lower()):
                    return None  # "lifted a ban on imports": the ban is lifted, not the imports
                token = outer
                continue
            if dep == "conj":
                token = head
                continue
            return None
        return None

    def _really_ends(self, verb: Token) -> bool:
        particles = {child.lower_ for child in verb.children if child.dep_ in ("prt", "advmod", "prep")}
        if verb.lemma_ == "call":
            return "off" in particles
        return verb.lemma_ in ("cut", "break", "slash", "scale")

    # Building

    def _candidate(
        self,
        frame: Frame,
        source: Party,
        target: Party,
        trigger: Token,
        words: list[Token],
        *,
        symmetric: bool,
        doubts: Iterable[tuple[str, float]] = (),
    ) -> Candidate:
        start = min(word.i for word in words)
        end = max(word.i for word in words) + 1
        if end - start > 6:
            start, end = trigger.i, trigger.i + 1
        return Candidate(frame, source, target, trigger, start, end, frame.type, symmetric, list(doubts))


class _Companions:
    """The words around a verb that a frame may ask for, collected once for all its frames."""

    def __init__(self, verb: Token, syntax: Syntax) -> None:
        self._found: dict[str, Token] = {}
        for child in verb.children:
            if child.dep_ in ("prep", "dative", "agent", "prt", "advmod", "mark"):
                self._found.setdefault(f"{child.lower_} *", child)
                for grandchild in child.children:
                    self._note(grandchild, f"{child.lower_} ")
                    if grandchild.dep_ == "pobj":
                        for modifier in grandchild.children:
                            if modifier.dep_ in ("amod", "compound"):
                                self._note(modifier, f"{child.lower_} ")
            if child.dep_ not in ("aux", "auxpass", "nsubj", "mark", "punct"):
                self._note(child, "")
                for grandchild in child.children:
                    self._note(child, f"{grandchild.lower_} ")
        if syntax.is_passive(verb):
            for token in syntax.passive_subjects(verb):
                self._note(token, "")

    def _note(self, token: Token, before: str) -> None:
        self._found.setdefault(before + token.lemma_.lower(), token)
        self._found.setdefault(before + token.lower_, token)

    def first(self, entries: Iterable[str]) -> Token | None:
        """Return the word that the first entry found names: a word, or a preposition and the last word of its phrase."""
        for entry in entries:
            parts = entry.split()
            token = self._found.get(entry if len(parts) < 3 else f"{parts[0]} {parts[-1]}")
            if token is not None:
                return token
        return None


def _most_specific(matches: Iterable[tuple[tuple[str, ...], Frame, Iterator[Candidate]]]) -> Iterator[Candidate]:
    """Yield what the most specific frames of one word find; a plainer frame adds only pairs that they left out.

    Frames come most specific first: "logistical support" is aid, and then no longer mere support for the same pair.
    """
    taken: set[tuple[str, str]] = set()
    for _, frame, found in matches:
        pairs: set[tuple[str, str]] = set()
        for candidate in found:
            pair = candidate.source.actor, candidate.target.actor
            if pair in taken or (frame.symmetric and pair[::-1] in taken):
                continue
            pairs.add(pair)
            yield candidate
        taken |= pairs


_SHARED = frozenset(
    {"cooperates.supports", "cooperates.collaborates", "cooperates.agrees", "cooperates.consults", "disputes.rivals"}
)
"""Types whose nouns take both parties from the sentence if they name none: "several disagreements remain"."""

_DESCENT: dict[str, frozenset[str]] = {
    "fights": frozenset({"of", "in", "on", "at", "against"}),
    "restrains": frozenset({"of", "in", "to", "on", "against", "by"}),
    "cooperates.aids": frozenset({"of", "to", "for", "in"}),
    "cooperates.concedes": frozenset({"of", "to", "on", "against"}),
    "cooperates.consults": frozenset({"of", "with"}),
    "disputes.rejects": frozenset({"of", "by", "from"}),
    "disputes.accuses": frozenset({"of", "by"}),
    "disputes.demands": frozenset({"of", "to", "by"}),
}
