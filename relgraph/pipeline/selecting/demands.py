"""What speakers demand, condemn and grant without a verb that says so: "Y must …", "Y has every right to …".

The speaker is the one who says so, or in a statement its issuer.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from relgraph.frames import Frame
from relgraph.pipeline.arguments import VERBAL, Argument
from relgraph.pipeline.candidates import Candidate, paired
from relgraph.pipeline.denoting.denotation import Denoter
from relgraph.pipeline.parties import Party
from relgraph.pipeline.qualifying.attribution import SpeakerFinder
from relgraph.pipeline.referring.binding import saying
from relgraph.pipeline.referring.profile import Profile
from relgraph.pipeline.syntax.negation import has_not
from relgraph.pipeline.syntax.standing import is_inverted
from relgraph.pipeline.syntax.syntax import Syntax
from relgraph.pipeline.words import Words

if TYPE_CHECKING:
    from relgraph.pipeline.nlp.parse import Token

_CLAUSES = frozenset({"ccomp", "csubj", "advcl", "relcl", "xcomp", "acl"})

MUST = Frame(
    id="must",
    type="disputes.demands",
    verb=("must", "should", "ought"),
    source=("subject",),
    target=("clause",),
    confidence=0.75,
)
UNACCEPTABLE = Frame(
    id="unacceptable",
    type="disputes.accuses",
    adjective=("unacceptable", "inexcusable"),
    source=("subject",),
    target=("clause", "subject"),
    confidence=0.75,
)
RIGHTFUL = Frame(
    id="has-right",
    type="cooperates.supports",
    noun=("right",),
    source=("owner",),
    target=("clause",),
    confidence=0.75,
)


class DemandMatcher:
    """Finds what speakers say that another actor must do."""

    def __init__(
        self,
        denoter: Denoter,
        syntax: Syntax,
        words: Words,
        speakers: SpeakerFinder,
        profile: Profile,
        *,
        voices: Mapping[str, str] | None = None,
    ) -> None:
        """`voices` are those who speak for organisations that watch others, by their ids: "said Oxfam's director"."""
        self._doc = denoter.doc
        self._denoter = denoter
        self._syntax = syntax
        self._words = words
        self._speaking = speakers
        self._profile = profile
        self._voices = voices or {}

    def candidates(self) -> Iterator[Candidate]:
        """Yield a demand or a condemnation for every word of duty or judgement whose speaker is known."""
        words = self._words
        demanding, required, condemned = (
            words["modals.demanded"],
            words["adjectives.required"],
            words["adjectives.condemned"],
        )
        wanted, needing = words["adjectives.wanted"], words["modals.needing"]
        blame, rights = words["nouns.blame"], words["nouns.rights"]
        expected = words["modals.expecting"] if self._profile.is_stated else frozenset()
        for i, lower in enumerate(self._denoter.lowers):
            if lower in demanding:
                yield from self._of_modal(self._doc[i])
            elif lower in wanted:
                yield from self._of_change(self._doc[i])
                if lower in required:
                    yield from self._of_need(self._doc[i])
            elif lower in needing:
                yield from self._of_duty(self._doc[i])
            elif lower in required:
                yield from self._of_need(self._doc[i])
            elif lower in condemned:
                yield from self._of_judgement(self._doc[i])
            elif lower in blame:
                yield from self._of_blame(self._doc[i])
            elif lower in rights:
                yield from self._of_right(self._doc[i])
            elif lower in expected:
                yield from self._of_expectation(self._doc[i])
            elif lower == "let":
                yield from self._of_wish(self._doc[i])

    def _of_modal(self, modal: Token) -> Iterator[Candidate]:
        verb = modal.head
        if modal.dep_ != "aux" or verb.pos_ not in VERBAL:
            return
        if is_inverted(verb) or any(child.dep_ == "mark" and child.lower_ == "if" for child in verb.children):
            return  # "should Peru agree": a condition
        if modal.lower_ == "must" and (verb.tag_ == "VBG" or _is_perfect(verb)):
            return  # "must be joking", "must have known": a guess
        subjects = self._syntax.own_subjects(verb) or self._syntax.passive_subjects(verb)
        if verb.lemma_ in self._words["modals.owed"] and self._syntax.is_passive(verb):
            return  # "Chad's borders must be respected": others are asked to
        if any(token.lower_ in ("we", "i") for token in subjects) or self._is_granted(modal, verb, subjects):
            return  # "we should not be pessimistic" asks nobody else
        addressed = [party for token in subjects for party in self._denoter.parties(Argument(token))]
        for source, target in paired(self._speakers(verb), addressed):
            end = verb.i + 1 if verb.i - modal.i < 4 else modal.i + 1
            yield Candidate(MUST, source, target, modal, modal.i, end, MUST.type)

    def _is_granted(self, modal: Token, verb: Token, subjects: list[Token]) -> bool:
        """Tell whether what should be is what somebody is to have or a thing's: "*Chad should have* the sole right"."""
        if modal.lower_ not in ("should", "ought"):
            return False
        if verb.lemma_ in ("have", "get", "receive", "keep"):
            return any(child.dep_ == "dobj" for child in verb.children)
        return verb.lemma_ == "be" and not any(
            self._denoter.is_whole(token) or token.pos_ == "PRON" for token in subjects
        )

    def _of_need(self, word: Token) -> Iterator[Candidate]:
        """Yield the demand of "it is vital that Y stop", "it is time for Y to stop"."""
        verb = word.head
        if word.dep_ not in ("acomp", "attr") or verb.lemma_ != "be" or not self._is_impersonal(verb):
            return
        clauses = [c for host in (verb, word) for c in host.children if c.dep_ in _CLAUSES and c.i > word.i]
        addressed = [party for clause in clauses for party in self._subject_parties(clause)]
        for on in (token for token in word.rights if token.lower_ in ("on", "upon")):
            # "it is incumbent on Y to stop"
            addressed += [party for token in on.rights for party in self._denoter.parties(Argument(token))]
        for source, target in paired(self._speakers(verb), addressed):
            yield Candidate(MUST, source, target, word, word.i, word.i + 1, MUST.type)

    def _of_duty(self, verb: Token) -> Iterator[Candidate]:
        """Yield the demand of "said Y needs to stop"; what it needs to have or be is no deed."""
        done = next((child for child in verb.children if child.dep_ == "xcomp" and child.i > verb.i), None)
        if verb.dep_ not in ("ccomp", "ROOT") or done is None or done.i > verb.i + 2 or done.tag_ != "VB":
            return
        if done.lemma_ in ("have", "get", "receive", "be", "know", "go") or self._syntax.is_passive(done):
            return
        if any(child.dep_ in ("aux", "neg") for child in verb.children):
            return
        subjects = [token for token in self._syntax.own_subjects(verb) if token.lower_ not in ("we", "i", "it")]
        addressed = [party for token in subjects for party in self._denoter.parties(Argument(token))]
        addressed = [party for party in addressed if self._denoter.is_power(party)]
        for source, target in paired(self._speakers(verb), addressed):
            yield Candidate(MUST, source, target, verb, verb.i, done.i + 1, MUST.type)

    def _of_change(self, word: Token) -> Iterator[Candidate]:
        """Yield the demand of "said that a reform of Y was needed": whose change is wanted has to make it."""
        verb = word if word.tag_ == "VBN" and word.dep_ not in ("amod", "acl") else word.head
        if verb.i != word.i and (word.dep_ not in ("acomp", "attr") or verb.lemma_ != "be"):
            return
        if any(child.dep_ == "neg" for child in verb.children):
            return
        for noun in (*self._syntax.own_subjects(verb), *self._syntax.passive_subjects(verb)):
            if noun.base in self._words["nouns.changes"]:
                owners = self._denoter.owners(noun, sure_of=True)
                for source, target in paired(self._speakers(verb), owners):
                    yield Candidate(MUST, source, target, word, word.i, word.i + 1, MUST.type)

    def _of_judgement(self, word: Token) -> Iterator[Candidate]:
        """Yield whom "it is unacceptable that Y …" and "Y's attack is unacceptable" condemn."""
        verb = word.head
        if word.dep_ not in ("acomp", "attr") or verb.lemma_ != "be" or has_not(verb):
            return
        if self._is_impersonal(verb):
            clauses = [c for host in (verb, word) for c in host.children if c.dep_ in _CLAUSES and c.i > word.i]
            judged = [party for clause in clauses for party in self._subject_parties(clause)]
        else:
            judged = [
                party for token in self._syntax.own_subjects(verb) for party in self._denoter.parties(Argument(token))
            ]
        for source, target in paired(self._speakers(verb), judged):
            yield Candidate(UNACCEPTABLE, source, target, word, word.i, word.i + 1, UNACCEPTABLE.type)

    def _of_blame(self, noun: Token) -> Iterator[Candidate]:
        """Yield whom "the responsibility for it lies with Y" condemns."""
        verb = noun.head
        if noun.dep_ != "nsubj" or verb.lemma_ not in self._words["verbs.weighing_on"] or has_not(verb):
            return
        if noun.lower_ == "responsibility" and not self._is_for_harm(noun):
            return  # "responsibility for the hospitals lies with Y"
        phrases = [child for child in verb.rights if child.lower_ in ("with", "on", "upon", "at")]
        blamed = [party for phrase in phrases for token in phrase.rights for party in self._blamed(token)]
        for source, target in paired(self._speakers(verb), blamed):
            yield Candidate(UNACCEPTABLE, source, target, noun, noun.i, verb.i + 1, UNACCEPTABLE.type)

    def _of_wish(self, let: Token) -> Iterator[Candidate]:
        """Yield the demand of "Let Y stop": whoever says so wants it of Y."""
        if let.tag_ != "VB" or let.pos_ != "VERB" or let.dep_ not in ("ROOT", "ccomp", "conj"):
            return
        if any(child.i < let.i and not child.is_punct for child in let.lefts):
            return  # "to let", "will let Y do it"
        wished = next((c for c in let.rights if c.dep_ == "ccomp" and c.tag_ == "VB" and c.pos_ in VERBAL), None)
        if wished is None or wished.lemma_ in self._words["modals.idly_wished"]:
            return
        asked = [party for party in self._subject_parties(wished) if self._denoter.is_power(party)]
        for source, target in paired(self._speakers(let), [party for party in asked if party.via != "pronoun"]):
            yield Candidate(MUST, source, target, let, let.i, wished.i + 1, MUST.type)

    def _of_expectation(self, verb: Token) -> Iterator[Candidate]:
        """Yield the demand of a statement that "Y is expected to stop", if it does not say by whom."""
        root = self._denoter.cast.root
        passive = any(child.dep_ == "auxpass" and child.tag_ in ("VBZ", "VBP") for child in verb.children)
        done = next((child for child in verb.children if child.dep_ == "xcomp" and child.tag_ == "VB"), None)
        if not passive or verb.dep_ not in ("ROOT", "conj") or done is None or has_not(verb):
            return
        if any(child.dep_ == "agent" for child in verb.children) or self._speaking.is_quoted(verb):
            return
        asked = [p for token in self._syntax.passive_subjects(verb) for p in self._denoter.parties(Argument(token))]
        for source, target in paired(self._speakers(verb), [p for p in asked if self._denoter.is_power(p)]):
            if root(source.actor) != root(target.actor):
                yield Candidate(MUST, source, target, verb, verb.i, done.i + 1, MUST.type)

    def _of_right(self, noun: Token) -> Iterator[Candidate]:
        """Yield whom "Y has every right to defend itself" backs, if the speaker is another."""
        verb, root = noun.head, self._denoter.cast.root
        if noun.dep_ != "dobj" or verb.lemma_ != "have" or has_not(verb) or is_inverted(verb):
            return
        given = any(child.lower_ in ("a", "the", "every", "full") for child in noun.lefts)
        to_do = any(child.dep_ in ("acl", "relcl") and child.tag_ == "VB" for child in noun.rights)
        if not given or not (to_do or any(child.lower_ == "to" for child in noun.rights)):
            return
        if any(child.dep_ == "mark" and child.lower_ in ("if", "whether") for child in verb.children):
            return
        holders = [p for token in self._syntax.own_subjects(verb) for p in self._denoter.parties(Argument(token))]
        for source, target in paired(self._speakers(verb), [p for p in holders if self._denoter.is_power(p)]):
            if root(source.actor) != root(target.actor):
                yield Candidate(RIGHTFUL, source, target, noun, noun.i, noun.i + 1, RIGHTFUL.type)

    def _is_for_harm(self, noun: Token) -> bool:
        words = self._words
        harm = words.either("events.force", "events.killing") | words.either(
            "nouns.abuse", "nouns.death", "nouns.failings"
        )
        return any(token.base in harm for token in self._syntax.prepositional(noun, "for"))

    def _blamed(self, token: Token) -> list[Party]:
        parts = self._denoter.conjuncts(token)
        return [party for part in parts for party in self._denoter.parties(Argument(part), target=True)]

    def _is_impersonal(self, verb: Token) -> bool:
        return any(child.dep_ in ("nsubj", "expl") and child.lower_ == "it" for child in verb.children)

    def _subject_parties(self, clause: Token) -> list[Party]:
        subjects = self._syntax.own_subjects(clause) or self._syntax.passive_subjects(clause)
        return [party for token in subjects for party in self._denoter.parties(Argument(token))]

    def _speakers(self, verb: Token) -> list[Party]:
        """Return who says what a verb is in, an organisation for those who speak for it."""
        return [
            replace(party, actor=self._voices[party.actor]) if party.actor in self._voices else party
            for party in self._saying(verb)
        ]

    def _saying(self, verb: Token) -> list[Party]:
        clause = verb
        while clause.dep_ == "conj" and clause.head.pos_ in VERBAL:
            clause = clause.head
        above = saying(self._denoter, clause)
        if above is not None:
            return [party for arg in self._syntax.subjects(above) for party in self._denoter.parties(arg)]
        for child in clause.children:
            if child.dep_ in ("parataxis", "ccomp") and child.lemma_ in self._words["verbs.speaking"]:
                return [party for arg in self._syntax.subjects(child) for party in self._denoter.parties(arg)]
        if clause.dep_ != "ROOT":
            return []
        if self._speaking.is_quoted(verb):
            speaker = self._speaking.of_quotation(verb)
            if speaker is None or _near(speaker, verb):
                return [speaker] if speaker else []
            side = self._voices.get(speaker.actor) or self._denoter.cast.root(speaker.actor)
            if side == self._profile.reporter:
                return self._reporter(verb)
            issuing = {self._denoter.cast.root(actor) for actor in self._profile.speakers_at(verb.i)}
            if side not in issuing or not (self._profile.is_stated or self._profile.turns):
                return []
            return [Party(side, verb.i, verb.i + 1, "description", how="the issuer of the text")]
        if not self._profile.is_stated and not self._profile.turns:
            return self._reporter(verb)  # in whose name the text speaks is only likely
        roots = dict.fromkeys(self._denoter.cast.root(actor) for actor in self._profile.speakers_at(verb.i))
        return [Party(root, verb.i, verb.i + 1, "description", how="the issuer of the text") for root in roots]

    def _reporter(self, verb: Token) -> list[Party]:
        """Return the organisation whose report the text is, for what it asks of others there."""
        reporter = self._profile.reporter
        if reporter is None:
            return []
        return [Party(reporter, verb.i, verb.i + 1, "description", how="the issuer of the text")]


def _near(speaker: Party, verb: Token) -> bool:
    """Tell whether the speaker is named in the verb's own sentence, where the evidence shows it."""
    return bool(verb.sent.start <= speaker.start < verb.sent.end)


def _is_perfect(verb: Token) -> bool:
    return verb.tag_ == "VBN" and any(child.dep_ == "aux" and child.lower_ == "have" for child in verb.children)
