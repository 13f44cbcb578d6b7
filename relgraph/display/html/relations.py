"""Relations as a table, one relation as a card, and ties."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from relgraph.display.html import parts
from relgraph.display.html.markup import Html, element, joined
from relgraph.display.html.parts import Column
from relgraph.display.html.quotes import quoted
from relgraph.graph.query import Relations, Tie, Ties
from relgraph.graph.table import counted
from relgraph.graph.view import RelationView

ROWS = 25
_QUOTE, _WHOLE_QUOTE, _SHORT_QUOTE = 320, 2000, 180
_EXAMPLES, _FURTHER = 50, 10


def relations_view(relations: Relations) -> Html:
    """Return relations as a table with their words, and what was included and set aside."""
    shown = list(relations[:ROWS])
    documents = {view.document.id: view.document for view in shown}
    only = next(iter(documents.values())) if len(documents) == 1 else None
    if len(relations) > ROWS and only is not None and any(view.document != only for view in relations):
        only = None
    aside = joined("from ", parts.document(only)) if only else ""
    return joined(
        parts.heading(counted(len(relations), "relation"), aside),
        _table(shown, with_documents=only is None),
        parts.left_out(len(relations) - ROWS, "relation", f"relations[{ROWS}:]"),
        parts.notes(relations.included, relations.set_aside),
        _legend() if shown else "",
    )


def _table(views: Sequence[RelationView], *, with_documents: bool) -> Html:
    documents = [parts.document(view.document) if with_documents else "" for view in views]
    return parts.table(
        (
            Column("source", [parts.actor(view.source, view.source_actor) for view in views]),
            Column("relation", [_kind(view) for view in views]),
            Column("target", [parts.actor(view.target, view.target_actor) for view in views]),
            Column("words", [_words(view, _QUOTE) for view in views], look="words"),
            Column("when", [parts.time_of(view.when) for view in views]),
            Column("said by", [parts.said_by(view) for view in views]),
            Column("confidence", [f"{view.confidence:.2f}" for view in views], look="number"),
            Column("document", documents),
        )
    )


def _kind(view: RelationView) -> Html:
    return joined(parts.relation_type(view.type, view.symmetric), parts.qualifiers(view))


def _words(view: RelationView, limit: int) -> Html:
    return element(
        "span", quoted(view, view.evidence[0], limit), look="quote", of_text=True, lang=view.document.language
    )


def _legend() -> Html:
    signs = (
        element("mark", "source", look="source"),
        element("strong", "words of the type", look="trigger"),
        element("mark", "target", look="target"),
    )
    return element("p", "in the words: ", *(piece for sign in signs for piece in (sign, " ")), look="line muted legend")


def relation_view(view: RelationView) -> Html:
    """Return a relation as a card: who does what to whom, the words that say so, and all that is known of it."""
    head = element(
        "p",
        parts.actor(view.source, view.source_actor),
        " ",
        parts.relation_type(view.type, view.symmetric),
        " ",
        parts.actor(view.target, view.target_actor),
        parts.qualifiers(view),
        look="head",
    )
    language = view.document.language
    quote = element(
        "blockquote", quoted(view, view.evidence[0], _WHOLE_QUOTE), look="quote", of_text=True, lang=language
    )
    return element("div", head, quote, _facts(view), _further(view), look="card")


def _facts(view: RelationView) -> Html:
    sentence = view.sentence
    place = f", characters {sentence.start:,} to {sentence.end:,}"
    facts: dict[str, Html | str] = {
        "when": parts.time_of(view.when),
        "where": element("bdi", view.where) if view.where else "",
        "said by": parts.said_by(view),
        "confidence": f"{view.confidence:.2f}",
        "document": joined(parts.document(view.document), element("span", place, look="muted")),
        "frame": element("code", view.frame),
    }
    pairs = (joined(element("dt", name), element("dd", fact)) for name, fact in facts.items() if fact)
    return element("dl", *pairs, look="facts")


def _further(view: RelationView) -> Html:
    others = view.evidence[1:]
    if not others:
        return Html("")
    quotes = (
        element("blockquote", quoted(view, evidence, _QUOTE), look="quote", of_text=True)
        for evidence in others[:_FURTHER]
    )
    more = f", the first {_FURTHER} of them" if len(others) > _FURTHER else ""
    return element("details", element("summary", f"{counted(len(others), 'more place')} that say so{more}"), *quotes)


def ties_view(ties: Ties) -> Html:
    """Return ties as a table, each with an example."""
    return joined(
        parts.heading(counted(len(ties), "tie")),
        ties_table(ties[:ROWS]),
        parts.left_out(len(ties) - ROWS, "tie", f"ties[{ROWS}:]"),
    )


def ties_table(ties: Sequence[Tie]) -> Html:
    """Return a table of ties with how often each is stated, by how many documents, when, and an example."""
    found = list(ties)
    most = max((tie.count for tie in found), default=0)
    examples = [example(tie) for tie in found]
    counts = [len(tie.documents) for tie in found]
    return parts.table(
        (
            Column("source", [parts.actor(tie.source) for tie in found]),
            Column("relation", [parts.relation_type(tie.type, tie.symmetric) for tie in found]),
            Column("target", [parts.actor(tie.target) for tie in found]),
            Column("times", [parts.size(tie.count, most) for tie in found], look="times"),
            Column("documents", [f"{count:,}" if max(counts) > 1 else "" for count in counts], look="number"),
            Column("when", [parts.days(tie.first, tie.last) for tie in found]),
            Column("for example", [_words(view, _SHORT_QUOTE) for view in examples], look="words"),
        )
    )


def example(tie: Tie) -> RelationView:
    """Return the relation that shows a tie best: a plain statement before a guess, a sure reading before a doubtful."""
    some = islice(tie.relations, _EXAMPLES)
    return min(some, key=lambda each: (len(each.qualifiers), bool(each.attribution), -each.confidence))


def tie_view(tie: Tie) -> Html:
    """Return a tie as its relations under a line that names it."""
    head = element(
        "p",
        parts.actor(tie.source),
        " ",
        parts.relation_type(tie.type, tie.symmetric),
        " ",
        parts.actor(tie.target),
        look="head",
    )
    return joined(head, relations_view(tie.relations))
