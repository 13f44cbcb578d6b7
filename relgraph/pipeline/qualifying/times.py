"""When and where: the time expression and the place that belong to a trigger."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from relgraph.model import TimeRef
from relgraph.pipeline.arguments import PASSIVE_SUBJECTS, SUBJECTS, VERBAL
from relgraph.pipeline.nlp.joins import Origin
from relgraph.pipeline.qualifying.calendar import depends_on_year, resolve
from relgraph.pipeline.qualifying.expressions import Expression, find
from relgraph.pipeline.qualifying.periods import Interval
from relgraph.pipeline.qualifying.places import place_of, places_in
from relgraph.pipeline.qualifying.reach import Holder, holders, names_a_party, rank
from relgraph.pipeline.qualifying.timewords import time_grammar
from relgraph.pipeline.words import grammar

if TYPE_CHECKING:
    from relgraph.pipeline.nlp.parse import Doc, Token
    from relgraph.pipeline.nlp.spans import Span

_INNER = frozenset({"nummod", "compound", "amod", "nmod", "poss", "appos", "det"})
_TIES = frozenset({"prep", "mark", "pcomp", "agent"})
_BACK = 3
"""How many sentences back a year may stand that a month without a year is read by."""


class _Adjunct(NamedTuple):
    """A time expression in the parse: its tokens (end excluded), and the word that it modifies."""

    expression: Expression
    start: int
    end: int
    governor: Token
    inner: bool


class _Scene(NamedTuple):
    """What one sentence says of times and places."""

    times: tuple[_Adjunct, ...]
    places: list[tuple[Token, Span]]


class TimeReader:
    """Finds the time expression and the place that belong to a trigger.

    Times without a year are read from `published`, the day of publication, or from the year that the same paragraph
    speaks of. What was found in a sentence is remembered.
    """

    def __init__(self, doc: Doc, published: date | None) -> None:
        self._doc = doc
        self._published = published
        self._grammar = grammar()
        self._making = frozenset(time_grammar().words.making)
        self._scenes: dict[int, _Scene] = {}

    def at(self, trigger: Token, origin: Origin) -> TimeRef | None:
        """Return when the trigger happens, or None; the words are those of the document that `origin` names."""
        scene = self._scene(trigger.sent)
        if not scene.times:
            return None
        reach = holders(trigger, self._grammar)
        best: tuple[tuple[int, int, bool, int], _Adjunct, Interval | None] | None = None
        for adjunct in scene.times:
            near = self._rank(reach, adjunct)
            if near is None:
                continue
            interval = self._resolve(adjunct)
            key = (*near, interval is None, abs(adjunct.start - trigger.i))
            if best is None or key < best[0]:
                best = key, adjunct, interval
        if best is None:
            return None
        _, adjunct, interval = best
        first, last = self._doc[adjunct.start], self._doc[adjunct.end - 1]
        span = origin.span(first.idx, last.idx + len(last))
        words = " ".join(span.text.split())
        if interval is None:
            return TimeRef(text=words, span=span)
        return TimeRef(text=words, start=interval.start, end=interval.end, granularity=interval.granularity, span=span)

    def where(self, trigger: Token, avoid: tuple[int, int] | None = None) -> str | None:
        """Return where the trigger happens, or None.

        `avoid` may give the tokens (end excluded) of the relation's target, which is no place then.
        """
        scene = self._scene(trigger.sent)
        if not scene.places:
            return None
        return place_of(holders(trigger, self._grammar, fronted=True), scene.places, self._grammar, avoid)

    def _scene(self, sentence: Span) -> _Scene:
        found = self._scenes.get(sentence.start)
        if found is None:
            times = (self._adjunct(expression, sentence) for expression in find(sentence.text))
            found = _Scene(tuple(adjunct for adjunct in times if adjunct is not None), places_in(sentence))
            self._scenes[sentence.start] = found
        return found

    def _adjunct(self, expression: Expression, sentence: Span) -> _Adjunct | None:
        """Find an expression's tokens and the word that it modifies; None for a number that is no year."""
        shift = sentence.start_char
        span = self._doc.touched(shift + expression.start, shift + expression.end)
        if span is None:
            return None
        root = span.root
        inner = root.dep_ in _INNER and root.head.i >= span.end and root.head.pos_ in ("NOUN", "PROPN")
        if expression.bare_year and not self._is_year(span, root, inner=inner):
            return None
        governor = root
        while governor.head.i != governor.i and (span.start <= governor.i < span.end or _links(governor)):
            governor = governor.head
        return _Adjunct(expression, span.start, span.end, governor, inner)

    def _is_year(self, span: Span, root: Token, *, inner: bool) -> bool:
        """Tell whether a number of four digits is a year: no count ("1500 soldiers"), no number of a resolution."""
        number = span[-1]
        if number.dep_ == "nummod" and number.head.tag_ in ("NNS", "NNPS"):
            return False
        if len(span) > 1 or number.ent_type_ == "DATE":
            return True
        if inner:
            return root.head.tag_ in ("NN", "NNP") and "1800" <= number.text <= "2100"
        return number.dep_ in ("pobj", "npadvmod") or (number.i > 0 and self._doc[number.i - 1].text == "(")

    def _frames_the_clause(self, noun: Token) -> bool:
        return noun.dep_ == "pobj" and noun.head.lower_ in ("during", "in", "throughout")

    def _rank(self, reach: list[Holder], adjunct: _Adjunct) -> tuple[int, int] | None:
        noun, trigger = adjunct.governor, reach[0].token
        near = rank(reach, noun, adjunct.start, self._grammar, self._making)
        if self._stands_on_subject(adjunct):
            if near is None:
                near = rank(reach, noun.head, adjunct.start, self._grammar)
            elif names_a_party(trigger, self._grammar):
                return None
        before_brackets = near == (0, 0) and trigger.pos_ not in VERBAL
        if not before_brackets and self._in_other_brackets(adjunct, trigger):
            return None
        if near is None or not adjunct.inner:
            return near
        own = trigger.i == noun.i or (trigger.head.i == noun.i and trigger.dep_ in ("compound", "amod", "nmod"))
        if own:
            return near
        # "the 1979 seizure" dates the seizure, not what is said of it; "during the 1973 war" dates what happened then
        return near if self._frames_the_clause(noun) else None

    def _stands_on_subject(self, adjunct: _Adjunct) -> bool:
        """Tell whether the parser hung a time on a subject that has none: "Iran on Monday rejected"."""
        subject = adjunct.governor
        if (
            adjunct.inner
            or subject.dep_ not in SUBJECTS | PASSIVE_SUBJECTS
            or not subject.i < adjunct.start < subject.head.i
        ):
            return False
        if subject.pos_ in ("PROPN", "PRON"):
            return True
        interval = self._resolve(adjunct)
        return interval is not None and interval.granularity in ("day", "week")

    def _in_other_brackets(self, adjunct: _Adjunct, trigger: Token) -> bool:
        first, last = sorted((adjunct.start, trigger.i))
        depth = 0
        for token in self._doc[first:last]:
            depth += (token.text in "([") - (token.text in ")]") if len(token) == 1 else 0
        return depth != 0

    # What the words mean

    def _resolve(self, adjunct: _Adjunct) -> Interval | None:
        text = adjunct.expression.text
        year = self._year_of_paragraph(adjunct) if depends_on_year(text) else None
        return resolve(text, self._published, future=self._lies_ahead(adjunct.governor), year=year)

    def _lies_ahead(self, governor: Token) -> bool:
        """Tell whether the clause speaks of the future: "will meet on Monday", "plans to visit in May"."""
        token = governor
        for _ in range(4):
            if token.pos_ in VERBAL or token.head.i == token.i:
                break
            token = token.head
        ahead = time_grammar().words.future
        if any(child.dep_ == "aux" and child.lower_ in ahead for child in token.children):
            return True
        infinitive = token.tag_ == "VB" and any(child.tag_ == "TO" for child in token.children)
        if not infinitive or token.head.i == token.i:
            return False
        plan = token.head
        return (
            plan.lemma_ in self._grammar["verbs.intending"]
            or plan.lemma_ in self._grammar["nouns.intended"]
            or plan.lemma_ in ("go", "be")
        )

    def _year_of_paragraph(self, adjunct: _Adjunct) -> int | None:
        """The year that a sentence shortly before is about, if it is not that of the publication."""
        sentence = self._doc[adjunct.start].sent
        for _ in range(_BACK):
            if sentence.start == 0:
                return None
            previous = self._doc[sentence.start - 1]
            sentence = previous.sent
            if previous.is_space and previous.text.count("\n") > 1:
                return None
            for other in reversed(self._scene(sentence).times):
                root = sentence.root
                if other.governor.i != root.i or other.inner:
                    continue
                found = resolve(other.expression.text, None)
                if found is None or found.start is None or found.end is None or found.start.year != found.end.year:
                    continue
                return found.start.year if self._published is None or found.end.year < self._published.year else None
        return None


def _links(token: Token) -> bool:
    """Tell whether a word only ties a time to what it modifies."""
    return token.dep_ == "advmod" or (token.pos_ in ("ADP", "SCONJ") and token.dep_ in _TIES)
