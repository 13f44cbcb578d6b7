"""Reading one parsed text: the stages in their order, and the plain values that come out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from relgraph.actors import ActorIndex
from relgraph.frames import FrameSet
from relgraph.memory import cycles_left
from relgraph.model import (
    Actor,
    Attribution,
    Document,
    Evidence,
    Extraction,
    Mention,
    Relation,
    Span,
    relation_id,
    trusted,
)
from relgraph.ontology import Ontology
from relgraph.pipeline.affiliating.adoption import Adoption
from relgraph.pipeline.affiliating.armed import arm
from relgraph.pipeline.affiliating.dateline import sent_from
from relgraph.pipeline.affiliating.followers import followings
from relgraph.pipeline.affiliating.memberlists import member_lists
from relgraph.pipeline.affiliating.parentbodies import parent_bodies
from relgraph.pipeline.affiliating.rosters import ROSTER, rosters
from relgraph.pipeline.affiliating.saidagain import said_again
from relgraph.pipeline.affiliating.statebodies import namesakes, settle
from relgraph.pipeline.affiliating.titles import TitleMatcher
from relgraph.pipeline.candidates import Candidate
from relgraph.pipeline.cast import Cast
from relgraph.pipeline.denoting.aftermaths import CHARGED, charge
from relgraph.pipeline.denoting.denotation import Denoter
from relgraph.pipeline.denoting.groups import fits
from relgraph.pipeline.lexicon import Lexicon
from relgraph.pipeline.naming.actors import find_mentions
from relgraph.pipeline.naming.namefinder import NameFinder
from relgraph.pipeline.nlp.joins import Origin
from relgraph.pipeline.nlp.parse import Doc
from relgraph.pipeline.parties import Party
from relgraph.pipeline.qualifying.attribution import Speaker, SpeakerFinder
from relgraph.pipeline.qualifying.ceasing import is_end_demanded, is_prevented
from relgraph.pipeline.qualifying.context import ContextReader
from relgraph.pipeline.qualifying.qualification import Context
from relgraph.pipeline.qualifying.reports import voices
from relgraph.pipeline.qualifying.tellings import Tellings
from relgraph.pipeline.qualifying.times import TimeReader
from relgraph.pipeline.referring.homeaffairs import is_of_own_things
from relgraph.pipeline.referring.operatives import imply_issuer
from relgraph.pipeline.referring.profile import find_profile
from relgraph.pipeline.referring.references import ReferenceResolver
from relgraph.pipeline.relating.acts import ActComposer
from relgraph.pipeline.relating.affixes import AffixMatcher
from relgraph.pipeline.relating.extraditions import is_handed_over
from relgraph.pipeline.relating.matching import Matcher
from relgraph.pipeline.relating.material import Material
from relgraph.pipeline.relating.reigns import OWN
from relgraph.pipeline.relating.senses import advised, is_beside
from relgraph.pipeline.repairs.capitals import settle_capitals, settle_lower_case
from relgraph.pipeline.repairs.reattach import reattach
from relgraph.pipeline.selecting.alternatives import OR_ELSE, held_out
from relgraph.pipeline.selecting.calibration import Calibration, signs
from relgraph.pipeline.selecting.demands import MUST, DemandMatcher
from relgraph.pipeline.selecting.ellipsis import completed
from relgraph.pipeline.selecting.hollow import is_hollow
from relgraph.pipeline.selecting.joining import joined
from relgraph.pipeline.selecting.jointly import done_jointly
from relgraph.pipeline.selecting.ownpeople import among_themselves
from relgraph.pipeline.selecting.patients import aimed, asked_of_holders
from relgraph.pipeline.selecting.recasting import recast
from relgraph.pipeline.selecting.refusals import denied_deeds, settle_refusal
from relgraph.pipeline.selecting.remonstrance import remonstrated
from relgraph.pipeline.selecting.respective import in_order
from relgraph.pipeline.selecting.samefoe import of_the_same_foe
from relgraph.pipeline.selecting.selection import select
from relgraph.pipeline.selecting.thirdparties import passed_on
from relgraph.pipeline.selecting.unpolitical import (
    is_about_sport,
    is_business,
    is_contest,
    is_meant_in_sport,
    is_merger,
    is_review,
    is_vote,
)
from relgraph.pipeline.syntax.syntax import Syntax
from relgraph.pipeline.words import Words, grammar

if TYPE_CHECKING:
    from spacy import tokens as spacy_tokens
    from spacy.language import Language

_BESIDE_NAME = frozenset({"compound", "nmod", "appos"})
LEAST_PROBABLE = 0.44
"""Relations that are less probable than this are not reported: they cost more precision than they bring recall."""


class Reading:
    """Everything that was seen in one parsed text: mentions, references, candidates and their contexts."""

    def __init__(
        self,
        parsed: spacy_tokens.Doc,
        document: Document,
        knowledge: Knowledge,
        *,
        given: Sequence[tuple[int, int]] = (),
    ) -> None:
        """`given` are token offsets of actors that somebody else found: they replace the mentions there."""
        self._knowledge = knowledge
        self._words = words = knowledge.words
        self.document = document
        self.doc = doc = reattach(Doc(parsed), words)
        self.cast = Cast(knowledge.index)
        settle_capitals(doc, words)
        settle_lower_case(doc, words)
        self.mentions = _with_given(find_mentions(doc, knowledge.finder, self.cast, words), given, doc, self.cast)
        self.syntax = Syntax(doc, words)
        self.denoter = Denoter(doc, self.mentions, self.cast, self.syntax, knowledge.lexicon)
        self._affiliate()
        found = self._refer()
        found.extend(self._relate())
        self.found = self._political(self._aimed(found))
        self.contexts = ContextReader(self.denoter, self.syntax, self._speakers, words)
        self.times = TimeReader(doc, document.published)
        self.found.extend(list(done_jointly(self.found, self.cast, self._is_denied)))
        self.selected = select(self.found, self.cast)
        self._in_sentence: defaultdict[int, list[Candidate]] = defaultdict(list)
        for candidate in self.selected:
            self._in_sentence[candidate.trigger.sent.start].append(candidate)
        self._confidence: dict[int, float] = {}
        kept = [candidate for candidate in self.selected if self.confidence(candidate) >= LEAST_PROBABLE]
        self.kept = [*kept, *denied_deeds(kept, words)]

    def _affiliate(self) -> None:
        """Settle for whom the persons and bodies of the text stand, who speaks in it and who issued it."""
        denoter, knowledge = self.denoter, self._knowledge
        self.mentions = namesakes(self.mentions, denoter)
        self._titles = TitleMatcher(self.doc, denoter, self.syntax, knowledge.frames, self._words)
        arm(denoter)
        self._adoption = adoption = Adoption(denoter, self._titles)
        adoption.of_holders(self._titles.candidates())
        denoter.dateline = sent_from(self.document.text, self.cast)
        self.mentions = settle(self.mentions, denoter, knowledge.stems)
        self.mentions = adoption.of_stated(self.mentions)
        self._speakers = SpeakerFinder(denoter, self.syntax, self._words)
        self.profile = find_profile(self.document, denoter, self._speakers, knowledge.index)
        self.issuer = self.profile.issuer
        adoption.of_issuer(self.profile)
        adoption.of_home(self.profile)
        imply_issuer(denoter, self.profile)
        self._offices = sorted(self._titles.candidates(), key=lambda candidate: candidate.source.start)

    def _refer(self) -> list[Candidate]:
        """Resolve what refers back; returns the affiliations that titles state, "its president" included."""
        denoter, knowledge = self.denoter, self._knowledge
        denoter.references.update(self._titles.holders())
        tellings = Tellings(self.doc, lambda: Matcher(Material(denoter, knowledge.frames, knowledge.ontology)))
        resolver = ReferenceResolver(
            denoter, self._speakers, profile=self.profile, offices=self._offices, tellings=tellings
        )
        resolver.resolve()
        stated = [*self._offices, *self._adoption.later(stated=self.profile.is_stated)]
        return [*stated, *said_again(denoter, stated, knowledge.frames)]

    def _relate(self) -> Iterator[Candidate]:
        """Yield what the frames find, and what hyphened words and lists of members say."""
        denoter, knowledge = self.denoter, self._knowledge
        yield from AffixMatcher(self.doc, denoter, knowledge.frames, knowledge.stems, self._words).candidates()
        yield from rosters(denoter)
        yield from member_lists(denoter)
        yield from parent_bodies(denoter)
        yield from followings(denoter)
        denoter.settle()
        matcher = Matcher(Material(denoter, knowledge.frames, knowledge.ontology))
        acts = ActComposer(knowledge.ontology, self._words).composed(matcher.candidates())
        yield from remonstrated(recast(passed_on(joined(acts, self.cast), denoter), denoter), denoter)

    def _aimed(self, found: list[Candidate]) -> list[Candidate]:
        """Return the candidates with those at their ends whom the sentence around them means, and what is demanded."""
        denoter = self.denoter
        found = [candidate for candidate in completed(found, denoter) if fits(candidate, denoter)]
        found = list(asked_of_holders(of_the_same_foe(found, denoter), denoter))
        found = [one for one in in_order(found, denoter.lowers) if not is_beside(one, denoter)]
        asking = DemandMatcher(
            denoter, self.syntax, self._words, self._speakers, self.profile, voices=voices(self._offices, self.cast)
        )
        found = list(aimed([*advised(found, denoter), *asking.candidates()], denoter))
        found = list(held_out(found, self._words))
        # Grammar knows some types by itself, which may not be among those that are read for.
        return [one for one in among_themselves(found, denoter) if one.type in self._knowledge.ontology]

    def _political(self, found: list[Candidate]) -> list[Candidate]:
        """Return the candidates that are meant as they are said: no sport, business or review, nothing prevented."""
        words = self._words
        if is_about_sport(self.doc, self.denoter.lowers, words):
            found = [candidate for candidate in found if is_meant_in_sport(candidate, words)]
        found = [
            one
            for one in found
            if not (is_hollow(one, self.denoter) or is_contest(one, words) or is_business(one, words))
            and not is_of_own_things(one, self.denoter)
            and not is_handed_over(one)
        ]
        found = [one for one in found if not is_prevented(one.trigger, one.type, words)]
        found = [one for one in found if not is_end_demanded(one.trigger, one.frame.name, words)]
        found = [one for one in found if not (is_merger(one, self.cast, words) or is_vote(one, self.cast, words))]
        return [one for one in found if not is_review(one, words)]

    def confidence(self, candidate: Candidate) -> float:
        """Return how probably a candidate is what a careful reader would write down."""
        known = self._confidence.get(id(candidate))
        if known is None:
            others = self._in_sentence[candidate.trigger.sent.start]
            known = Calibration.shipped().probability(signs(candidate, others, self.cast))
            self._confidence[id(candidate)] = known
        return known

    def context(self, candidate: Candidate) -> Context:
        """Return how a candidate is said."""
        frame = candidate.frame
        context = self.contexts.read(candidate.trigger, polarity=frame.polarity, modality=frame.modality)
        context.negated = context.negated != candidate.turned
        if candidate.ongoing:
            context.negated, context.modality = False, "actual"
        settle_refusal(candidate, context, self.denoter)
        if frame is MUST and any(child.dep_ == "neg" for child in candidate.trigger.head.children):
            context.negated = not context.negated  # "must not" demands, too
        if frame in (MUST, OR_ELSE) and context.modality == "intended":
            context.modality = "actual"  # what is to be done is still to come, the demand is made
        belongs = candidate.type.startswith("affiliated.")
        if belongs and frame.polarity == "negated" and not context.negated and context.modality != "conditional":
            context.modality = "actual"  # who "will not leave NATO" is a member now
        own_words = belongs and (frame is OWN or frame.word_class in ("title", "prefix", "suffix"))
        listed = frame is ROSTER and candidate.trigger.pos_ == "PROPN"  # "shut out the bloc (Peru, Chile)"
        if own_words or listed:
            return Context(speaker=None)
        title = candidate.trigger
        beside = title.dep_ in _BESIDE_NAME or title.i + 1 == candidate.source.start
        if frame.word_class == "title" and beside:
            context.negated, context.modality = False, "actual"  # "wants to visit *its ally* Chad": an ally it is
        if candidate.source.how == CHARGED and (charging := charge(self.denoter, candidate.trigger)) is not None:
            context.attribute(self._speakers.of_verb(charging), charging)
        if context.speaker is not None:
            source = self.cast.chain(candidate.source.actor)
            context.speaker = context.speaker.among(source)
            if candidate.type.startswith("disputes.") and context.speaker.actor in source:
                context.speaker = None  # who accuses, demands or rejects says so himself
        return context

    def _is_denied(self, candidate: Candidate) -> bool:
        """Tell whether the words around a candidate deny it."""
        frame = candidate.frame
        return self.contexts.read(candidate.trigger, polarity=frame.polarity, modality=frame.modality).negated


def _with_given(mentions: list[Party], given: Sequence[tuple[int, int]], doc: Doc, cast: Cast) -> list[Party]:
    """Put the given actors in the place of the mentions that they touch."""
    if not given:
        return mentions
    rest = [m for m in mentions if not any(start < m.end and m.start < end for start, end in given)]
    made = [
        Party(cast.introduce(doc[start:end].text, "group"), start, end, "name", how="given") for start, end in given
    ]
    return sorted([*rest, *made], key=lambda party: party.start)


class Knowledge:
    """What reading needs to know beside the text: actors, relation types, frames and word classes."""

    def __init__(self, index: ActorIndex, ontology: Ontology, frames: FrameSet, nlp: Language) -> None:
        self.index = index
        self.ontology = ontology
        self.frames = frames
        self.words: Words = grammar()
        self.finder = NameFinder(index, nlp)
        self.lexicon = Lexicon.of(frames, self.words)
        self.stems = {
            surface: names[0].actor for surface, names in index.names.items() if index[names[0].actor].kind != "place"
        }


def read_doc(doc: spacy_tokens.Doc, origin: Origin, knowledge: Knowledge) -> Extraction:
    """Read the relations out of a parsed text.

    `doc` holds the text that `origin` tells the place of (its length, not necessarily its characters, since text repair
    blanks some). Returns the extraction with offsets into the document's text.
    """
    with cycles_left():
        return Writer(Reading(doc, origin.document, knowledge), origin).extraction()


class Writer:
    """Turns a reading into plain values."""

    def __init__(self, reading: Reading, origin: Origin) -> None:
        self._reading = reading
        self._origin = origin
        self._spans: dict[tuple[int, int], Span] = {}

    def extraction(self) -> Extraction:
        """Return the relations, mentions and actors of the reading."""
        reading = self._reading
        relations = {relation.id: relation for relation in map(self._relation, reading.kept)}
        mentions = self._mentions(relations.values())
        ids = {mention.actor for mention in mentions}
        ids |= {
            relation.attribution.actor
            for relation in relations.values()
            if relation.attribution and relation.attribution.actor
        }
        return Extraction(
            document=reading.document,
            actors=self._actors(ids),
            mentions=mentions,
            relations=tuple(sorted(relations.values(), key=_position)),
        )

    def _actors(self, ids: Iterable[str]) -> tuple[Actor, ...]:
        cast = self._reading.cast
        wanted = {ancestor for actor in ids for ancestor in cast.chain(actor)}
        return tuple(cast[actor] for actor in sorted(wanted))

    def _mentions(self, relations: Iterable[Relation]) -> tuple[Mention, ...]:
        reading = self._reading
        parties = dict.fromkeys(reading.mentions)
        for found in reading.denoter.references.values():
            parties.update(dict.fromkeys(found))
        mentions = {(m.span.start, m.span.end, m.actor): m for m in map(self._mention, parties)}
        for relation in relations:
            for mention in (relation.source, relation.target):
                mentions.setdefault((mention.span.start, mention.span.end, mention.actor), mention)
        return tuple(mentions[key] for key in sorted(mentions))

    def _mention(self, party: Party) -> Mention:
        return trusted(Mention, actor=party.actor, span=self._span(party.start, party.end), via=party.via)

    def _span(self, start: int, end: int) -> Span:
        """Return the span of tokens, without white space at its ends; the same one each time."""
        span = self._spans.get((start, end))
        if span is None:
            inside = self._reading.doc.tokens[start:end]
            while len(inside) > 1 and inside[-1].is_space:
                inside.pop()
            first = next((token for token in inside if not token.is_space), inside[-1])
            span = self._origin.span(first.idx, inside[-1].idx + len(inside[-1]))
            self._spans[start, end] = span
        return span

    def _relation(self, candidate: Candidate) -> Relation:
        reading = self._reading
        context = reading.context(candidate)
        sentence = candidate.trigger.sent
        source, target = self._mention(candidate.source), self._mention(candidate.target)
        evidence = trusted(
            Evidence,
            document=reading.document.id,
            sentence=self._span(sentence.start, sentence.end),
            source=source.span,
            target=target.span,
            trigger=self._span(candidate.start, candidate.end),
            frame=candidate.frame.name,
        )
        return trusted(
            Relation,
            id=relation_id(source.actor, candidate.type, target.actor, evidence),
            source=source,
            target=target,
            type=candidate.type,
            symmetric=candidate.symmetric,
            polarity=context.polarity,
            modality=context.modality,
            attribution=self._attribution(context.speaker),
            when=reading.times.at(candidate.trigger, self._origin),
            where=reading.times.where(candidate.trigger, (candidate.target.start, candidate.target.end)),
            confidence=reading.confidence(candidate),
            evidence=(evidence,),
        )

    def _attribution(self, speaker: Speaker | None) -> Attribution | None:
        if speaker is None:
            return None
        span = self._span(speaker.start, speaker.end)
        name = self._reading.cast[speaker.actor].name if speaker.actor else span.text
        return trusted(Attribution, name=name, actor=speaker.actor, span=span)


def _position(relation: Relation) -> tuple[int, int, int, str, str]:
    main = relation.evidence[0]
    return main.sentence.start, main.trigger.start, main.source.start, relation.type, relation.id
