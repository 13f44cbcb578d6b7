"""Made-up extractions for the tests of the graph."""

from __future__ import annotations

from datetime import date

from relgraph.model import Actor, Attribution, Document, Evidence, Extraction, Mention, Relation, TimeRef

ACTORS = {
    actor.id: actor
    for actor in (
        Actor(
            id="country/RUS",
            name="Russia",
            kind="country",
            code="RUS",
            aliases=("Russian Federation",),
            demonyms=("Russian", "Russians"),
            metonyms=("Kremlin",),
            capitals=("Moscow",),
        ),
        Actor(id="country/IRN", name="Iran", kind="country", code="IRN", demonyms=("Iranian",), capitals=("Tehran",)),
        Actor(
            id="country/ISR", name="Israel", kind="country", code="ISR", demonyms=("Israeli",), capitals=("Jerusalem",)
        ),
        Actor(id="country/SYR", name="Syria", kind="country", code="SYR", demonyms=("Syrian",), capitals=("Damascus",)),
        Actor(id="country/FRA", name="France", kind="country", code="FRA", demonyms=("French",), capitals=("Paris",)),
        Actor(id="group/hezbollah", name="Hezbollah", kind="armed_group", sector="REB"),
        Actor(
            id="government/russia-mfa",
            name="Russian Foreign Ministry",
            kind="government",
            sector="GOV",
            parent="country/RUS",
        ),
        Actor(id="person/sergey-lavrov", name="Sergey Lavrov", kind="person", parent="government/russia-mfa"),
        Actor(id="government/russia-navy", name="Russian Navy", kind="government", sector="MIL", parent="country/RUS"),
        Actor(id="place/moscow", name="Moscow", kind="place"),
    )
}
BY_NAME = {actor.name: actor.id for actor in ACTORS.values() if actor.kind != "place"}


def clause(
    source: str,
    type: str,
    target: str,
    *,
    words: str = "deals with",
    by: str | None = None,
    when: TimeRef | None = None,
    **fields: object,
) -> dict[str, object]:
    """One sentence of a made-up document and the relation that it states."""
    return {"source": source, "type": type, "target": target, "words": words, "by": by, "when": when, "fields": fields}


def extraction(
    *clauses: dict[str, object],
    id: str = "",
    title: str | None = None,
    published: date | None = None,
    source: str | None = None,
    copies: tuple[str, ...] = (),
    extra: tuple[str, ...] = (),
) -> Extraction:
    """An extraction whose text is the clauses, a sentence each: "<source> <words> <target>."."""
    sentences = [f"{each['source']} {each['words']} {each['target']}." for each in clauses]
    text = " ".join(sentences) or "Nothing."
    document = Document(id=id, text=text, title=title, published=published, source=source, copies=copies)
    mentions, relations, used = [], [], set(extra)
    start = 0
    for each, sentence in zip(clauses, sentences, strict=True):
        at_words = start + len(str(each["source"])) + 1
        at_target = at_words + len(str(each["words"])) + 1
        source = Mention(
            actor=BY_NAME[each["source"]], span=document.span(start, start + len(str(each["source"]))), via="name"
        )
        target = Mention(
            actor=BY_NAME[each["target"]], span=document.span(at_target, start + len(sentence) - 1), via="name"
        )
        by = each["by"]
        mentions += [source, target]
        used |= {source.actor, target.actor} | ({BY_NAME[by]} if by in BY_NAME else set())
        relations.append(
            Relation(
                source=source,
                target=target,
                type=each["type"],
                when=each["when"],
                attribution=Attribution(name=by, actor=BY_NAME.get(by)) if by else None,
                evidence=(
                    Evidence(
                        document=document.id,
                        sentence=document.span(start, start + len(sentence)),
                        source=source.span,
                        target=target.span,
                        trigger=document.span(at_words, at_target - 1),
                        frame=f"{each['type']}/made-up",
                    ),
                ),
                **each["fields"],
            )
        )
        start += len(sentence) + 1
    return Extraction(
        document=document,
        actors=tuple(ACTORS[id_] for id_ in closed(used)),
        mentions=tuple(mentions),
        relations=tuple(relations),
    )


def closed(ids: set[str]) -> list[str]:
    """The ids with those of all ancestors, sorted."""
    found = set()
    open_ids = set(ids)
    while open_ids:
        found |= open_ids
        open_ids = {parent for id_ in open_ids if (parent := ACTORS[id_].parent)}
    return sorted(found)


def triples(relations: object) -> list[tuple[str, str, str]]:
    """What the relations show, without the family of the type."""
    return [(r.source.name, r.type.partition(".")[2], r.target.name) for r in relations]
