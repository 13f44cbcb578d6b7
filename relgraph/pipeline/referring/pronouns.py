"""Whom pronouns mean: "it", "his", "they"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.pipeline.arguments import PASSIVE_SUBJECTS, SUBJECTS
from relgraph.pipeline.denoting.possessives import beside
from relgraph.pipeline.parties import Party, unique
from relgraph.pipeline.qualifying.attribution import SpeakerFinder
from relgraph.pipeline.referring.agreement import is_any_of_several
from relgraph.pipeline.referring.antecedents import History
from relgraph.pipeline.referring.binding import (
    able,
    addressed,
    announced,
    controlled,
    fearing,
    helped_in,
    judged,
    means_another,
    obliged,
    owner_before,
    treated_by,
)
from relgraph.pipeline.referring.biographies import whose_life
from relgraph.pipeline.referring.conditions import warned
from relgraph.pipeline.referring.continued import answered_in, paralleled, subject_again
from relgraph.pipeline.referring.foretold import foretold
from relgraph.pipeline.referring.governors import enabled, governor, put_to_court
from relgraph.pipeline.referring.grounds import Grounds
from relgraph.pipeline.referring.issuing import IssuerResolver
from relgraph.pipeline.referring.joining import joined, judged_next, outlawed
from relgraph.pipeline.referring.kin import means_relative, with_whom
from relgraph.pipeline.referring.newcomers import claiming, said_by_unknown
from relgraph.pipeline.referring.people import (
    acted_on,
    collective,
    forces,
    land,
    person,
    speaking_body,
    speaking_side,
)
from relgraph.pipeline.referring.ranking import find_antecedent
from relgraph.pipeline.referring.replied import asked_before
from relgraph.pipeline.referring.several import marked
from relgraph.pipeline.referring.spokesmen import spoken_for
from relgraph.pipeline.syntax.expletives import is_expletive, is_matter

if TYPE_CHECKING:
    from relgraph.pipeline.nlp.parse import Token
    from relgraph.pipeline.nlp.spans import Span

_ASKED = "who was asked before"
_AMONG = frozenset({"between", "among", "of", "with"})
_BODIES = frozenset({"organization", "igo", "armed_group", "government"})


class PronounResolver:
    """Resolves the pronouns of one parsed text."""

    def __init__(self, history: History, speakers: SpeakerFinder, *, grounds: Grounds, issuing: IssuerResolver) -> None:
        """`grounds` says which nouns for places an "it" may take up, `issuing` in whose name the text speaks."""
        self._denoter = history.denoter
        self._words = self._denoter.words
        self._history = history
        self._speakers = speakers
        self._grounds = grounds
        self._issuing = issuing

    def resolve(self, token: Token, sentence: Span) -> list[Party]:
        """Return whom a pronoun means; of "itself" nobody, nor of what is unsure."""
        words, lower = self._words, token.lower_
        if lower.endswith(("self", "selves")):
            return []  # the subject once more: it does nothing to anybody else
        if lower in words["pronouns.second"]:
            return self._issuing.addressed(token)
        first = subject_again(token)
        if first is not None and not is_expletive(first, words) and not is_matter(first, words):
            return marked(self._denoter.references.get(first.i, []), token, "the same as before")
        if lower in ("it", "them") and (coming := self._foretold(token, sentence)) is not None:
            return marked(coming, token, "the subject that follows")
        if lower in words["pronouns.singular_thing"]:
            return self._it(token, sentence)
        if lower in words["pronouns.singular_person"]:
            return self._person(token, sentence)
        if lower in words["pronouns.plural"]:
            return self._they(token, sentence)
        return []

    def _foretold(self, token: Token, sentence: Span) -> list[Party] | None:
        """Return whom the main clause behind is about, nobody if unsure; None for other pronouns."""
        noun, plural = foretold(self._denoter, token), token.lower_ == "them"
        coming = self._history.fitting(noun, plural=plural, persons=False) if noun is not None else []
        if not coming:
            return None
        before = find_antecedent(self._history, token, sentence, plural=plural, persons=False)
        return coming if not before or before[0].actor == coming[0].actor else []

    def _it(self, token: Token, sentence: Span) -> list[Party]:
        verb = token.head.head
        if token.tag_ == "PRP$" and token.head.dep_ == "dobj" and self._denoter.syntax.is_implied(verb):
            return marked(self._denoter.references[verb.i], token, "the issuer of the text")
        if token.tag_ == "PRP" and (is_expletive(token, self._words) or is_matter(token, self._words)):
            return []
        shared = beside(self._history, token, plural=False)
        if shared is not None:
            return marked(shared, token, "the one beside whom it is named")
        if body := spoken_for(self._denoter, token):
            return marked(body, token, "whose spokesman says so")
        if token.tag_ == "PRP" and is_any_of_several(self._denoter, token):
            return []
        meant = self._bound(token)
        if meant is not None:
            bound = self._history.fitting(meant, plural=False, persons=False)
            if bound or token.tag_ == "PRP$":
                return marked(bound, token, "whom the clause judges or addresses")
        if asked := asked_before(self._history, token, plural=False, persons=False):
            return marked(asked, token, _ASKED)
        announced = self._announced(token, persons=False) if token.tag_ == "PRP$" else []
        if announced:
            return marked(announced, token, "the subject that follows")
        if self._grounds.takes_up(token):
            return []
        if central := self._topical(token, told_before=True):
            return central
        found = find_antecedent(self._history, token, sentence, plural=False, persons=False)
        subject = token.dep_ in SUBJECTS | PASSIVE_SUBJECTS
        ahead = self._announced(token, persons=False) if subject else []
        if ahead and (not found or (found[0].start < sentence.start and found[0].actor != ahead[0].actor)):
            # "Although it lost, Peru kept the port": of another one than before it is said of neither for sure
            found = ahead if not found else []
        if not found and (doer := enabled(self._denoter, token)) is not None:
            found = self._history.fitting(doer, plural=False, persons=False)
        side = speaking_side(self._denoter, token)
        if side and not any(self._denoter.doc[p.start : p.end].root.dep_ in SUBJECTS | PASSIVE_SUBJECTS for p in found):
            return marked(side, token, "for whom the speaker stands")
        return marked(found, token, "subject named last") or self._topical(token)

    def _topical(self, token: Token, *, told_before: bool = False) -> list[Party]:
        """Return the body that the text is about from its first sentence on, for an "it" that leads a sentence.

        `told_before` asks that the sentence before speaks of it, too.
        """
        topic = self._history.topic
        if topic is None or topic.party.start > token.i or token.left_edge.i > token.sent.start + 1:
            return []
        if self._denoter.cast[topic.party.actor].kind not in _BODIES:
            return []
        leading = token.head if token.tag_ == "PRP$" else token
        if leading.dep_ not in SUBJECTS | PASSIVE_SUBJECTS or leading.head.dep_ != "ROOT":
            return []
        if told_before and not self._is_told_of(topic.party.actor, token.sent.start):
            return []
        return marked([topic.party], token, "the one that the text is about")

    def _is_told_of(self, actor: str, end: int) -> bool:
        """Tell whether the sentence that ends there names an actor, or comes back to it."""
        start = self._denoter.doc[end - 1].sent.start if end else 0
        named, meant = self._denoter.mention_at, self._denoter.references
        return any(
            actor in {party.actor for party in (*meant.get(i, ()), *([named[i]] if i in named else ()))}
            for i in range(start, end)
        )

    def _bound(self, token: Token) -> Token | None:
        """Return the noun that grammar makes a possessive or object pronoun mean, whoever it is."""
        if token.tag_ == "PRP$":
            return (
                owner_before(self._denoter, token)
                or put_to_court(self._denoter, token)
                or governor(self._denoter, token)
                or able(self._denoter, token)
                or controlled(self._denoter, token)
                or judged(self._denoter, token)
                or helped_in(self._denoter, token)
                or fearing(self._denoter, token)
                or joined(self._denoter, token)
                or judged_next(self._denoter, token)
            )
        found = governor(self._denoter, token) or obliged(self._denoter, token) or addressed(self._denoter, token)
        return (
            found
            or controlled(self._denoter, token)
            or with_whom(self._denoter, token)
            or warned(self._denoter, token)
            or answered_in(self._denoter, token)
            or paralleled(self._denoter, token)
            or joined(self._denoter, token)
            or outlawed(self._denoter, token)
        )

    def _announced(self, token: Token, *, persons: bool, plural: bool = False) -> list[Party]:
        if not persons and any(i in self._denoter.mention_at for i in range(token.sent.start, token.i)):
            return []  # "To help Chad pay *its* soldiers, Peru"
        noun = announced(token)
        return self._history.fitting(noun, plural=plural, persons=persons) if noun is not None else []

    def _person(self, token: Token, sentence: Span) -> list[Party]:
        meant = self._bound(token)
        bound = self._history.fitting(meant, plural=False, persons=True) if meant is not None else []
        if bound and self._history.genders.admits(bound[0], token):
            return marked(bound, token, "whom the clause judges or addresses")
        asked = asked_before(self._history, token, plural=False, persons=True)
        if asked and self._history.genders.admits(asked[0], token):
            return marked(asked, token, _ASKED)
        announced = self._announced(token, persons=True)
        if announced and self._history.genders.admits(announced[0], token):
            return marked(announced, token, "the subject that follows")
        shared = beside(self._history, token, plural=False, persons=True)
        if shared and self._history.genders.admits(shared[0], token):
            return marked(shared, token, "the one beside whom it is named")
        if not self._speakers.is_quoted(token) and (told := whose_life(self._history, token, sentence)):
            return marked(told, token, "the person that the text is about")
        others = {party.actor for party in [self._quoting(token)] if party is not None}
        found = person(self._history, token, sentence, others)
        genders = self._history.genders
        if found and not genders.assures(found[0], token) and means_relative(self._denoter, token, found[0]):
            return []
        return marked(found or land(self._history, token, sentence), token, "person named last")

    def _quoting(self, token: Token) -> Party | None:
        """Return who says what a pronoun is quoted in, who says "I" of himself: "*He* lied," Carter said."""
        return self._speakers.of_quotation(token) if self._speakers.is_quoted(token) else None

    def _they(self, token: Token, sentence: Span) -> list[Party]:
        if is_matter(token, self._words):
            return []
        speaking = speaking_body(self._denoter, token)
        if speaking:
            return marked(speaking, token, "who says what they do")
        shared = beside(self._history, token, plural=True)
        if shared is not None:
            return marked(shared, token, "the ones beside whom it is named")
        if claims := claiming(self._denoter, token):
            return marked(claims, token, "who says what they did")
        if asked := asked_before(self._history, token, plural=True, persons=False):
            return marked(asked, token, _ASKED)
        if said_by_unknown(self._denoter, token):
            return []
        governing = governor(self._denoter, token)
        if governing is not None and (
            named := self._denoter.denote(governing)
            if governing.dep_ == "amod"  # "the *Portuguese* fear that they"
            else self._history.fitting(governing, plural=True, persons=False)
        ):
            return marked(named, token, "whom the clause judges or addresses")
        theirs = with_whom(self._denoter, token)
        if theirs is not None and (named := self._denoter.denote(theirs)):
            return marked(named, token, "whose friends or foes act")
        treated = treated_by(self._denoter, token)
        if treated is not None:
            treated_parties = self._history.fitting(treated, plural=True, persons=False)
            if treated_parties or not self._denoter.is_whole(treated):
                return marked(treated_parties, token, "to whom that is done by it")
        announced = self._announced(token, persons=False, plural=True) if token.tag_ == "PRP$" else []
        if announced:
            return marked(announced, token, "the subject that follows")
        own = self._collective_doer(token)
        if own:
            return marked(own, token, "the group that does it with its own")
        found = find_antecedent(self._history, token, sentence, plural=True, persons=False)
        if not found and token.dep_ in SUBJECTS and token.head.dep_ == "ROOT":
            met = self._history.twosomes.met_before(sentence)
            if met:
                return marked(met, token, "who met in the sentence before")
        if found and token.dep_ in SUBJECTS and found[0].start < sentence.start:
            head = self._denoter.doc[found[0].start : found[0].end].root
            if head.dep_ in ("dobj", "pobj"):
                # "Hamas freed two hostages. They demanded": rather the one that acted
                found = collective(self._history, token, sentence) or found
        if not found and token.dep_ in SUBJECTS | PASSIVE_SUBJECTS | {"poss"}:
            group = collective(self._history, token, sentence)
            group = group or forces(self._denoter, token, sentence) or acted_on(self._history, token, sentence)
            if group:
                return marked(group, token, "group named last")
        if not found:
            if means_another(self._denoter, token, self._history.clause_subject(token), plural=True):
                return []
            found = self._pair(token, sentence)
        if not found:
            return marked(speaking_side(self._denoter, token), token, "for whom the speaker stands")
        return marked(found, token, "plural named last")

    def _pair(self, token: Token, sentence: Span) -> list[Party]:
        """Return the two whom "they" may be among or between whom something is: also "*their* armies clashed"."""
        if token.head.pos_ != "NOUN" and token.head.lower_ not in _AMONG:
            return []
        pair = self._history.twosomes.recent_pair(sentence, near=True)
        held = token.head if token.tag_ == "PRP$" else None
        if not pair and held is not None and held.tag_ == "NNS" and held.dep_ in SUBJECTS:
            two = held.base in self._words["nouns.pair"]
            pair = self._history.twosomes.only_two(sentence, sentence.start) if two else []
        return pair

    def _collective_doer(self, token: Token) -> list[Party]:
        """Return the group whose own what it is to act on is: "the ability of *Hamas* to reinforce their positions"."""
        verb = token.head.head
        while verb.dep_ == "conj" and verb.head.pos_ == "VERB":
            verb = verb.head
        if token.tag_ != "PRP$" or token.head.dep_ != "dobj" or not self._denoter.syntax.is_infinitive(verb):
            return []
        found = unique([p for subject in self._denoter.syntax.subjects(verb) for p in self._denoter.parties(subject)])
        return found if len(found) == 1 and self._denoter.cast[found[0].actor].kind in _BODIES else []
