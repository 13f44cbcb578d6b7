"""What the head of a document says about who issued it: "Statement by the North Atlantic Council", "The Council,"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from relgraph.pipeline.affiliating.releases import announcing, by_formula
from relgraph.pipeline.arguments import Argument
from relgraph.pipeline.cast import STATES
from relgraph.pipeline.denoting.denotation import Denoter
from relgraph.pipeline.parties import Party

if TYPE_CHECKING:
    from relgraph.pipeline.nlp.parse import Doc, Token
    from relgraph.pipeline.nlp.spans import Span

_LONGEST_HEADING = 40
_HEADINGS = 4
_OPENINGS = 4
_ENDINGS = frozenset({".", ",", ";", "?", "”", '"'})
_ISSUED_BY = frozenset({"by", "of", "from"})
# fmt: off
_ENDS = frozenset({
    "on", "to", "at", "about", "regarding", "concerning", "following", "after", "before", "with", "against", "in",
    "under", "ahead", "upon", "marking", "for", "during",
})
# fmt: on
"""Words that end the name of the issuer: what follows is the subject or the audience."""
_JOINING = frozenset({",", "and", "the", "&", "of", "republic", "kingdom", "state", "states", "people", "'s", "’s"})
_ADDRESSING = frozenset({"to", "before", "in", "at"})
_SPEAKING_FOR = frozenset({"country", "historic_state", "igo", "bloc", "armed_group"})


class Opening:
    """The first lines of one parsed text: its headings and the first sentences of its body."""

    def __init__(self, denoter: Denoter) -> None:
        self._denoter = denoter
        self._words = denoter.words
        self.headings, self.body = _split(denoter.doc)

    def issuers(self) -> list[Party]:
        """Return in whose name the text speaks, as its headings or first sentences say; all who do it jointly."""
        for heading in self.headings:
            found = (
                self._of_heading(heading)
                or self._of_office(heading)
                or self._reported(heading)
                or self._labelled(heading)
                or self._signed(heading)
                or self._letterhead(heading)
                or self._released(heading)
                or self._acting(heading)
                or announcing(self._denoter, heading, self.body, self.kind_words())
            )
            if found:
                return found
        found = self._byline() or by_formula(self._denoter, self.headings, self.body)
        if found:
            return found
        for sentence in self.body[:_OPENINGS]:
            found = self._released(sentence) or self._alone(sentence) or self._declaring(sentence) or self._we(sentence)
            if found:
                return found
        return []

    def kind_words(self) -> Iterator[Token]:
        """Yield the words of the headings that say what kind of text it is: "statement", "remarks"."""
        for heading in self.headings:
            for token in heading:
                if token.base in self._words["documents.kinds"] or token.lower_ in self._words["documents.kinds"]:
                    yield token

    def selves(self) -> frozenset[str]:
        """Return the words for bodies by which the headings and the first sentence name the issuer, in lower case."""
        known = self._words["documents.selves"]
        titled = {token.lower_ for heading in self.headings for token in heading[:12]}
        named = {token.lower_ for span in self.body[:1] for token in span[:12] if token.text[0].isupper()}
        return frozenset((titled | named) & known) | self._words["documents.offices_of_state"]

    # Headings

    def _of_heading(self, heading: Span) -> list[Party]:
        for token in self.kind_words():
            if heading.start <= token.i < heading.end:
                before = self._denoter.lowers[heading.start : token.i]
                if _ADDRESSING.intersection(before) or self._is_subject(token, heading):
                    break  # "remarks at a briefing of the Council": not the Council's remarks
                found = self._after(token, heading) or self._before(token, heading)
                if found:
                    return found
        return []

    def _reported(self, heading: Span) -> list[Party]:
        """Return the state whose army or ministry issues a report: "Morning Report of the General Staff of Chad"."""
        for token in heading:
            behind = token.i + 1
            if token.base not in self._words["documents.reports"] or behind >= heading.end:
                continue
            if self._denoter.lowers[behind] not in _ISSUED_BY:
                return []
            name = self._denoter.doc[behind + 1 : heading.end]
            known = _JOINING | self._words.either(
                "bodies.portfolios", "bodies.state_words", "documents.letterheads", "documents.reporting"
            )
            if not all(word.text[0].isupper() or word.lower_ in known for word in name):
                return []
            if not any(word.lower_ in self._words["documents.reporting"] for word in name):
                return []
            states = [party for party in self._mentions(behind + 1, heading.end) if self._kind(party) in STATES]
            return states[-1:]
        return []

    def _is_subject(self, kind: Token, heading: Span) -> bool:
        """Tell whether a text is about another one: "Comment by the Department on the *statements* of Peru"."""
        about = next((i for i in range(heading.start, kind.i) if self._denoter.lowers[i] in _ENDS), None)
        return about is not None and any(heading.start <= token.i < about for token in self.kind_words())

    def _after(self, kind: Token, heading: Span) -> list[Party]:
        """Return who is named after "statement by": all that are listed there, or the one that a person speaks for."""
        doc, lowers = self._denoter.doc, self._denoter.lowers
        start = kind.i + 1
        issuing, addressed = _ISSUED_BY, False
        while start < heading.end and lowers[start] not in issuing:
            addressed = addressed or lowers[start] in _ADDRESSING
            if (doc[start].is_punct and not addressed) or doc[start].is_space:
                return []
            if lowers[start] in _ENDS - _ADDRESSING:
                return []
            if lowers[start] in _ADDRESSING:
                issuing = frozenset({"by"})  # "remarks to the press by the minister"
            start += 1
        end = start + 1
        offices = self._words.either("documents.officeholders", "documents.officers")
        while end < heading.end and not (doc[end].is_space or doc[end].text in (":", ".", ";")):
            if lowers[end] in _ENDS and not (lowers[end] == "for" and lowers[end - 1] in offices):
                break  # but "by the Minister *for* Foreign Affairs of Chad"
            end += 1
        named = self._mentions(start, end)
        if not named:
            return []
        speaking = [party for party in named if self._kind(party) in _SPEAKING_FOR]
        if speaking and named[0] in speaking:
            listed = [*self._office_before(start, speaking[0]), *(p for p in speaking if p.via != "demonym")]
            joint = len(listed) > 1 and (listed[0] not in speaking or self._is_list(listed))
            return listed if joint else [named[0]]
        if speaking:
            return [speaking[0]]
        return self._by_audience(end, heading) or self._of_office(heading) or [named[0]]

    def _office_before(self, start: int, first: Party) -> list[Party]:
        """Return whose an office is that is listed first: "by the *High Representative* and the African Union"."""
        words = self._denoter.doc[start : first.start].text.lower().removesuffix(" the").removesuffix(" and")
        if "and" not in self._denoter.lowers[start : first.start]:
            return []
        return [
            Party(actor, start, first.start, "description", how="an office that one has")
            for phrase, actor in self._words.entries("documents.offices")
            if words.endswith(f"the {phrase}")
        ][:1]

    def _of_office(self, heading: Span) -> list[Party]:
        """Return whose an office is that only one state or body has: "Foreign Secretary's statement"."""
        if not any(heading.start <= token.i < heading.end for token in self.kind_words()):
            return []
        words = f" {heading.text.lower()} "
        for word in _ADDRESSING:
            words = words.partition(f" {word} ")[0] + " "  # "remarks at a briefing of": not theirs to whom one speaks
        for phrase, actor in self._words.entries("documents.offices"):
            if f" {phrase}" in words:
                return [Party(actor, heading.start, heading.start + 1, "description", how="an office that one has")]
        return []

    def _acting(self, heading: Span) -> list[Party]:
        """Return whose officer acts in a heading that begins with his office: "Foreign Secretary visits Chad"."""
        words = f"{heading.text.lower()} "
        for phrase, actor in self._words.entries("documents.offices"):
            named = words.startswith((f"{phrase} ", f"uk {phrase} ", f"us {phrase} "))
            if named and any(self._denoter.cast.root(party.actor) == actor for party in self._denoter.named):
                return [Party(actor, heading.start, heading.start + 1, "description", how="an office that one has")]
        return []

    def _labelled(self, heading: Span) -> list[Party]:
        """Return the body with whose name a title begins: "EUNAVFOR: Frigate frees dhow"."""
        for party in self._mentions(heading.start, min(heading.start + 6, heading.end)):
            parent = self._denoter.cast[party.actor].parent
            after = self._denoter.texts[party.end : party.end + 2]
            if (
                parent is not None
                and party.start == heading.start
                and ":" in after
                and self._kind(party) in _SPEAKING_FOR
            ):
                return [party]
        return []

    def _letterhead(self, heading: Span) -> list[Party]:
        """Return the body whose name is a line of its own: "Ministry of Defence of Latvia"."""
        words = [token for token in heading if not token.is_punct and token.lower_ != "the"]
        named = self._mentions(heading.start, heading.end)
        if not words or not named or words[0].lower_ not in self._words["documents.letterheads"]:
            return []
        states = [party for party in named if self._kind(party) in STATES]
        fields = self._words.either("bodies.portfolios", "bodies.state_words", "documents.letterheads")
        inside = {i for party in named for i in range(party.start, party.end)}
        whole = all(word.i in inside or word.lower_ in fields | _JOINING for word in words)
        return states[-1:] if whole else []

    def audience(self) -> str | None:
        """Return the state whose parliament a heading says that somebody in office speaks to."""
        cast = self._denoter.cast
        for heading in self.headings if self.in_office() else ():
            for party in self._mentions(heading.start, heading.end):
                before = self._denoter.lowers[max(heading.start, party.start - 2) : party.start]
                root = cast.root(party.actor)
                if cast[party.actor].kind == "government" and _ADDRESSING.intersection(before):
                    return root if cast[root].kind in STATES else None
        return None

    def subjects(self) -> frozenset[str]:
        """Return the countries that the headings name."""
        cast = self._denoter.cast
        named = (p for heading in self.headings for p in self._mentions(heading.start, heading.end))
        return frozenset(root for party in named if cast[root := cast.root(party.actor)].kind in STATES)

    def in_office(self) -> bool:
        """Tell whether a heading says that a member of a government speaks, though not of which: "Premier's speech"."""
        for token in self.kind_words():
            heading = next(span for span in self.headings if span.start <= token.i < span.end)
            for other in heading:
                if other.lower_ in _ADDRESSING or other.lower_ in _ENDS:
                    break
                if other.lower_ in self._words["documents.officeholders"] and not self._mentions(
                    heading.start, token.i
                ):
                    return True
        return False

    def _signed(self, heading: Span) -> list[Party]:
        """Return the side of the author in "By Ana Brown, President of Peru"; that of a mere name is not known."""
        if self._denoter.lowers[heading.start] != "by":
            return []
        people = [p for p in self._mentions(heading.start, heading.end) if self._denoter.cast[p.actor].kind == "person"]
        return [party for party in people[:1] if self._kind(party) in _SPEAKING_FOR]

    def _byline(self) -> list[Party]:
        """Return who is named with his office on the line after the title of a speech: "Ambassador Brown of Peru"."""
        if next(self.kind_words(), None) is None:
            return []
        for heading in self.headings[1:]:
            named = self._mentions(heading.start, heading.end)
            people = [party for party in named if self._denoter.cast[party.actor].kind == "person"]
            if people and people[0].start <= heading.start + 3 and self._kind(people[0]) in _SPEAKING_FOR:
                return people[:1]
            whole = [p for p in named if p.start <= heading.start + 1 and p.end == heading.end]
            if whole and self._denoter.cast[whole[0].actor].kind == "government":
                return whole  # "U.S. Mission to the United Nations", on a line of its own
        return []

    def _is_list(self, parties: list[Party]) -> bool:
        """Tell whether the names are joined by commas and "and" only."""
        lowers = self._denoter.lowers
        between = [lowers[i] for first, second in pairwise(parties) for i in range(first.end, second.start)]
        return all(word in _JOINING for word in between)

    def _by_audience(self, start: int, heading: Span) -> list[Party]:
        """Return the country of a parliament that a minister without a country speaks to."""
        lowers = self._denoter.lowers
        if start >= heading.end or lowers[start] not in _ADDRESSING:
            return []
        if not self._words["documents.parliaments"].intersection(lowers[start : heading.end]):
            return []
        return [p for p in self._mentions(start, heading.end) if self._kind(p) in STATES][:1]

    def _before(self, kind: Token, heading: Span) -> list[Party]:
        """Return who stands before "statement": "G7 Foreign Ministers' Statement", "NATO communiqué"."""
        doc = self._denoter.doc
        start = kind.i
        while start > heading.start and not (
            doc[start - 1].pos_ in ("VERB", "AUX", "ADP")
            or doc[start - 1].is_space
            or doc[start - 1].text in (":", ",", ";", "(", "[")
        ):
            start -= 1
        speaking = [p for p in self._mentions(start, kind.i) if self._kind(p) in _SPEAKING_FOR]
        return speaking[:1]

    def _mentions(self, start: int, end: int) -> list[Party]:
        at = self._denoter.mention_at
        return list(dict.fromkeys(at[i] for i in range(start, end) if i in at and at[i].how != "place"))

    def _kind(self, party: Party) -> str:
        cast = self._denoter.cast
        return cast[cast.root(party.actor)].kind

    # The first sentences

    def _released(self, sentence: Span) -> list[Party]:
        """Return who issued what follows, as the text says: "The following statement was released by Chile"."""
        lowers = self._denoter.lowers[sentence.start : sentence.end]
        if "following" not in lowers or not self._words["documents.kinds"].intersection(lowers):
            return []
        for token in sentence:
            if token.lemma_ not in self._words["verbs.issuing"] or token.pos_ != "VERB":
                continue
            by = next((i for i in range(token.i + 1, sentence.end) if self._denoter.lowers[i] == "by"), None)
            named = self._mentions(*((sentence.start, token.i) if by is None else (by + 1, sentence.end)))
            speaking = [party for party in named if self._kind(party) in _SPEAKING_FOR and party.via != "demonym"]
            if by is not None or sentence.start < token.i:
                return speaking if self._is_list(speaking) else speaking[:1]
        return []

    def _alone(self, sentence: Span) -> list[Party]:
        """Return the body of "The Security Council," which the paragraphs that follow have as their subject."""
        tokens = [token for token in sentence if not token.is_space]
        if len(tokens) < 2 or tokens[-1].text not in (",", ":"):
            return []
        root = sentence.root
        parties = self._denoter.parties(Argument(root)) if root.pos_ in ("NOUN", "PROPN") else []
        if len(tokens) > 8 or not parties or parties[0].start > tokens[0].i + 1:
            return []
        return [party for party in parties if self._kind(party) in _SPEAKING_FOR][:1]

    def _we(self, sentence: Span) -> list[Party]:
        """Return all who speak in a first sentence that says who they are: "We, the ministers of Peru and Chile,"."""
        start = next((token.i for token in sentence if not token.is_space), sentence.start)
        if self._denoter.lowers[start] != "we" or self._denoter.texts[start + 1] != ",":
            return []
        verb = next((token.i for token in sentence if token.i > start and token.tag_ in ("VBD", "VBP")), sentence.end)
        named = [p for p in self._mentions(start, verb) if self._kind(p) in STATES and p.via != "demonym"]
        return named if len(named) > 1 and self._is_list(named) else []

    def _declaring(self, sentence: Span) -> list[Party]:
        """Return the subject of a first sentence that is itself an act: "The Ministry wishes to convey"."""
        verb = sentence.root
        if verb.tag_ not in ("VBZ", "VBP") or verb.lemma_ not in self._words["verbs.declaring"]:
            return []
        for argument in self._denoter.syntax.subjects(verb):
            parties = [p for p in self._denoter.parties(argument) if self._kind(p) in _SPEAKING_FOR]
            if parties and argument.token.tag_ not in ("NNS", "PRP"):
                return parties
        return []


def _split(doc: Doc) -> tuple[list[Span], list[Span]]:
    """Part a text into its headings, which are lines without a full stop, and the sentences of its body."""
    headings: list[Span] = []
    start = 0
    for token in doc[: _HEADINGS * _LONGEST_HEADING]:
        if not (token.is_space and "\n" in token.text):
            continue
        last = doc[token.i - 1] if token.i > start else None
        ended = last is None or last.text in _ENDINGS or (token.i - start > 12 and last.text == ":")
        if ended or token.i - start > _LONGEST_HEADING or len(headings) == _HEADINGS:
            break
        headings.append(doc[start : token.i])
        start = token.i + 1
    return headings, [sentence for sentence in doc.sents if sentence.start >= start]
