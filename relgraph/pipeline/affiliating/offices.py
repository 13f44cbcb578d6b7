"""Which country a person stands for by words that are no affiliation: known offices, nations before a name."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from relgraph.pipeline.affiliating.homeland import acts_on, is_elsewhere
from relgraph.pipeline.cast import STATES
from relgraph.pipeline.denoting.denotation import Denoter
from relgraph.pipeline.naming.persons import presidents
from relgraph.pipeline.parties import Party
from relgraph.pipeline.words import Words

if TYPE_CHECKING:
    from relgraph.pipeline.nlp.parse import Doc, Token

_AMERICA = "country/USA"
_REACH = 5
_CHAMBERS = frozenset({"house", "senate"})
FOR_ISSUER = "who speaks for the issuer"
"""How an office is read whose holder speaks for whoever issued the text."""
_WITH_SECRETARIES = frozenset({"igo/NATO", "igo/OSCE", "igo/arab-league", "igo/ASEAN", "igo/OAS", "igo/OIC", "igo/GCC"})
"""Organisations beside the United Nations that have a secretary-general."""
SEAT = re.compile(r"\(\s?[DRI]\s?[-–]\s?[A-Z]")
"""How the party and the state of a member of Congress are written behind the name: "(D-N.Y.)"."""
_OF_NATION = frozenset({"demonym", "name", "alias"})


def countries(
    doc: Doc, denoter: Denoter, words: Words, stated: frozenset[str], *, main: str | None = None
) -> Iterator[tuple[str, str]]:
    """Yield persons whose country the text says without an affiliation, with that country's id.

    "Secretary of State" is an office of one country; "President" in a text about one country is that country's; "his
    Finnish counterpart, Hallonen" and "Croatia's Horvat" name the nation. `stated` are persons whose office names its
    owner; `main` is the country of the text if that is known.
    """
    main = main or _main_country(denoter)
    unsaid: list[Party] = []
    for party in denoter.named:
        actor = denoter.cast[party.actor]
        if (
            actor.kind != "person"
            or actor.parent is not None
            or party.actor in stated
            or denoter.cast.is_known(party.actor)
        ):
            continue
        country = (
            _by_title(doc, denoter, party, words)
            or _of_nation(doc, denoter, party, words)
            or _right_before(doc, denoter, party, words)
            or _of_chief(doc, denoter, party, words)
            or _by_service(doc, denoter, party, words)
            or _of_congress(doc, denoter, party, words)
        )
        if country is not None:
            yield party.actor, country
        else:
            unsaid.append(party)
    # A later mention may say it: "Secretary Ruiz's call", and below it "Secretary of State Ana Ruiz".
    yield from _of_text(denoter, [party for party in unsaid if denoter.cast[party.actor].parent is None], words, main)


def _of_text(denoter: Denoter, people: list[Party], words: Words, main: str | None) -> Iterator[tuple[str, str]]:
    """Yield persons with the title of a head of some state, with the one whose office it is in this text."""
    doc = denoter.doc
    for party in people:
        before = doc[max(0, party.start - 5) : party.start].text.lower()
        last = before.rpartition(" ")[2]
        if last not in words["offices.heads"] or "former" in before:
            continue
        known = presidents(words).get(doc[party.end - 1].text)
        if known is not None:
            if any(denoter.cast.root(named.actor) == known for named in denoter.mention_at.values()):
                yield party.actor, known  # "President Bush", in whatever country's text
            continue
        heard = _before_parliament(denoter, party)
        if heard is not None:
            yield party.actor, heard
        elif main is not None and not is_elsewhere(denoter, party, main):
            yield party.actor, main
        elif main is not None and denoter.dateline not in (None, main) and acts_on(denoter, party, main):
            yield party.actor, denoter.dateline  # who accuses the country that the text is about


def _before_parliament(denoter: Denoter, speaker: Party) -> str | None:
    """Return the state of "Address by Prime Minister Brown to the *House of Commons*": he speaks to his own."""
    doc = denoter.doc
    end = min(speaker.end + 4, len(doc))
    at = next((i for i in range(speaker.end, end) if denoter.lowers[i] in ("to", "before", "in")), None)
    party = next((denoter.mention_at[i] for i in range(at, end) if i in denoter.mention_at), None) if at else None
    if party is None or denoter.cast[party.actor].kind != "government":
        return None
    heads = denoter.words["documents.parliaments"].intersection(denoter.lowers[party.start : party.end])
    root = denoter.cast.root(party.actor)
    return root if heads and denoter.cast[root].kind in STATES else None


def domestic_bodies(denoter: Denoter, words: Words) -> Iterator[tuple[str, str]]:
    """Yield bodies that every state has one of, with the country that the text is about: "Parliament"."""
    main = _main_country(denoter)
    if main is None or main not in _named_first(denoter):
        main = None
    for party in denoter.named:
        actor = denoter.cast[party.actor]
        if actor.kind in ("organization", "government") and actor.parent is None:
            name = actor.name.lower().removeprefix("the ")
            if denoter.cast.is_known(actor.id):
                continue
            if name in _CHAMBERS and _is_of_congress(denoter, party):
                yield actor.id, _AMERICA
                continue
            if name in words["bodies.of_every_state"]:
                country = main or _only_country(denoter, party)
                if country is not None:
                    yield actor.id, country
                    continue
            at_home = denoter.homeland in (None, _AMERICA)
            if name in words["bodies.american"] and at_home and _names_america(denoter):
                yield actor.id, _AMERICA


def _is_of_congress(denoter: Denoter, chamber: Party) -> bool:
    """Tell whether a chamber is that of the United States by the office named with it, and no nation before it.

    Examples: "*House* Speaker Ana Ruiz", "Speaker of *the House*", "*Senate* Majority Leader".
    """
    lowers, before = denoter.lowers, max(0, chamber.start - 1)
    before -= lowers[before] == "the"
    if any(denoter.cast[denoter.mention_at[i].actor].kind in STATES for i in (before,) if i in denoter.mention_at):
        return False
    if lowers[max(0, before - 1) : before + 1] == ["speaker", "of"]:
        return True
    behind = " ".join(lowers[chamber.end : chamber.end + 2])
    return denoter.doc[chamber.start].text[0].isupper() and behind.startswith(
        tuple(denoter.words["offices.of_chambers"])
    )


def national_bodies(denoter: Denoter, words: Words) -> Iterator[tuple[str, str]]:
    """Yield bodies that their names call a nation's, with the nation before them: "Chile's *National Library*"."""
    for party in denoter.named:
        actor = denoter.cast[party.actor]
        name = actor.name.lower().removeprefix("the ")
        if actor.kind not in ("organization", "government") or actor.parent is not None:
            continue
        nationwide = name.partition(" ")[0] in words["bodies.nationwide"] or name in words["bodies.of_every_state"]
        if not nationwide or denoter.cast.is_known(actor.id):
            continue
        head = denoter.doc[party.start : party.end].root
        owners = [denoter.mention_at.get(child.i) for child in head.children if child.dep_ in ("poss", "amod")]
        owners.append(denoter.mention_at.get(party.start - 1))
        nations = [owner for owner in owners if owner is not None and denoter.cast[owner.actor].kind in STATES]
        if nations:
            yield actor.id, nations[0].actor


def organs(denoter: Denoter, words: Words) -> Iterator[tuple[str, str]]:
    """Yield bodies that a mere kind names, with the organisation of states meant: "the Alliance" in a text on NATO.

    It is the one that goes by this word, unless the text is on another, else the only one that the text names.
    """
    cast, parties = denoter.cast, denoter.named
    named = {cast.root(party.actor) for party in parties}
    named = {root for root in named if cast[root].kind == "igo" and cast.is_known(root)}
    known = {entry[0]: entry[1] for entry in words.entries("documents.organ_of")}
    times = Counter(root for party in parties if (root := cast.root(party.actor)) in named)
    foremost = next(iter(times), "")  # named first, and most: in a text of the African Union its own
    for party in parties if named else ():
        actor = cast[party.actor]
        kind = actor.name.lower().removeprefix("the ")
        if kind not in words["documents.organs"] or actor.parent is not None or cast.is_known(actor.id):
            continue
        whole = known.get(kind)
        if whole in named and not _has_another(denoter, kind, whole):
            yield actor.id, foremost if times[foremost] > times[whole] else whole
        elif len(named) == 1 and kind not in known:
            yield actor.id, next(iter(named))


def _has_another(denoter: Denoter, kind: str, whole: str) -> bool:
    """Tell whether the text speaks of a body of this kind that is none of the organisation's: "the city *council*"."""
    for noun in denoter.doc.occurrences((kind,)):
        party = denoter.mention_at.get(noun.i)
        if party is not None and denoter.cast.is_known(party.actor):
            continue  # "the Security Council", in full
        if any(child.dep_ in ("amod", "compound", "nmod", "poss") or child.lower_ == "of" for child in noun.children):
            return party is None or denoter.cast.root(party.actor) != whole
    return False


def officer(denoter: Denoter, noun: Token, issuers: tuple[str, ...]) -> list[Party]:
    """Return the side of an officer without a name: "the Foreign Secretary" in a statement of the British government.

    Outside such statements only of an office that one country has, where the text names the country.
    """
    words = denoter.words
    if _office(noun) not in words["documents.officers"] or not noun.text[0].isupper() or noun.i in denoter.mention_at:
        return []
    children = list(noun.children)
    if not any(child.lower_ in ("the", "our", "my") and child.i < noun.i for child in children):
        return []
    field = [child for child in children if child.dep_ in ("compound", "amod", "nmod", "poss") and child.i < noun.i]
    if any(child.i in denoter.mention_at or not child.text[0].isupper() for child in field if child.tag_ != "PRP$"):
        return []
    state = next((child for child in children if child.i > noun.i and child.lower_ == "of"), None)
    if state is not None and not all(deep.lower_ in words["documents.fields"] for deep in state.children):
        return []  # "the Minister of Chad"
    if noun.dep_ in ("compound", "nmod", "appos") or any(
        child.dep_ == "appos" or child.lower_ in ("for", "to") for child in children if child.i > noun.i
    ):
        return []  # "the Minister Ana Brown", "the Envoy to Chad"
    start = noun.left_edge.i
    title = noun.doc[start : (noun if state is None else state.right_edge).i + 1]
    roots = dict.fromkeys(denoter.cast.root(actor) for actor in issuers) or _of_only(denoter, title.text.lower())
    return [Party(root, start, title.end, "description", how=FOR_ISSUER) for root in roots]


def _office(noun: Token) -> str:
    """Return the word for an office, in one if the parser parts it: "Secretary-General"."""
    doc, at = noun.doc, noun.i - 1
    if noun.lower_ != "general" or at < 1:
        return noun.lower_
    first = doc[at - 1 if doc[at].text in ("-", "–") else at]
    return f"{first.lower_}-{noun.lower_}"


def _of_only(denoter: Denoter, title: str) -> list[str]:
    """Return the one that has an office of this name, if the text names it."""
    named = {denoter.cast.root(party.actor) for party in denoter.mention_at.values() if not party.capital}
    title = title.replace(" - ", "-").replace("secretary general", "secretary-general")
    if title.endswith("-general"):
        others = {root for root in named if denoter.cast[root].kind in ("igo", "organization", "bloc")} - {"igo/UN"}
        if named & _WITH_SECRETARIES:
            return []  # "the Secretary-General" of which?
        if not others and title.endswith("secretary-general"):
            return ["igo/UN"]  # whom the world calls so
    return [
        actor
        for phrase, actor in denoter.words.entries("documents.offices")
        if title.endswith(phrase) and actor in named
    ][:1]


def _by_title(doc: Doc, denoter: Denoter, party: Party, words: Words) -> str | None:
    """Return the country of an office that only one country has, before the name or after "as"."""
    before = doc[max(0, party.start - 6) : party.start].text.lower().rstrip(", ")  # "the Foreign Secretary, Ana Brown"
    after = doc[party.end : party.end + 9].text.lower()
    if "shadow " in before:
        return None  # of a party
    known = words.entries("offices.known")
    titles = tuple(title for title, _ in known)
    if not (before.endswith(titles) or " as " in after or after.startswith(", ")):
        return next(iter(_of_only(denoter, before)), None)
    for title, country in known:
        if (title in words["offices.common"] or before.endswith(f"under-{title}")) and not any(
            denoter.cast.root(named.actor) == country for named in denoter.mention_at.values()
        ):
            continue
        if before.endswith(title) or f" as {title}" in after or after.startswith((f", {title}", f", the {title}")):
            return country
    return next(iter(_of_only(denoter, before)), None)


def _of_nation(doc: Doc, denoter: Denoter, party: Party, words: Words) -> str | None:
    """Return the nation in "his Finnish counterpart, Hallonen", "Croatia's Horvat" and "Dupont of France"."""
    name = doc[party.start : party.end].root
    for child in name.children:
        if child.dep_ == "poss" and child.i < party.start and name.i - child.i <= 4:
            return _nation(denoter, child)
        if child.dep_ == "prep" and child.lower_ == "of" and child.i == party.end:
            found = (token for token in child.children if token.dep_ == "pobj")
            return next((_nation(denoter, token) or _of_town(denoter, party, token) for token in found), None)
    titles = [name.head] if name.dep_ == "appos" else []
    titles.extend(child for child in name.children if child.dep_ in ("compound", "appos") and child.pos_ == "NOUN")
    if party.start > 0:
        titles.append(doc[party.start - 1])  # the parser may hang the name on the verb
    for title in titles:
        if title.base in words["offices.peers"]:
            for child in title.children:
                if child.dep_ in ("amod", "compound") and child.i < title.i:
                    country = _nation(denoter, child)
                    if country is not None:
                        return country
    return None


def _of_town(denoter: Denoter, party: Party, token: Token) -> str | None:
    """Return the country of "Mayor Ana Ruiz of *Lima*"."""
    place, before = denoter.mention_at.get(token.i), denoter.lowers[party.start - 1] if party.start > 0 else ""
    if place is None or not place.capital or before not in denoter.words["nouns.local_heads"]:
        return None
    root = denoter.cast.root(place.actor)
    return root if denoter.cast[root].kind in STATES else None


def _right_before(doc: Doc, denoter: Denoter, party: Party, words: Words) -> str | None:
    """Return the nation of "Soviet Premier Orlov" by the order of the words, however the parser hangs them."""
    at = party.start - 1
    if at < 1 or doc[at].base not in words["nouns.person_word"]:
        return None
    at -= 1
    while at > 0 and party.start - at < _REACH and doc[at].lower_ in words["bodies.portfolios"]:
        at -= 1
    mention = denoter.mention_at.get(at)
    if mention is None or mention.via != "demonym":
        return None
    before = doc[mention.start - 1].lower_ if mention.start > 0 else ""
    return None if before in ("former", "ex", "late", "then", "anti", "-") else _nation(denoter, doc[at])


def _of_chief(doc: Doc, denoter: Denoter, party: Party, words: Words) -> str | None:
    """Return the country of whom "his" means in "King Charles of Spain dismissed his prime minister, Godoy"."""
    name = doc[party.start : party.end].root
    titles = [name.head] if name.dep_ in ("appos", "conj") else []
    titles.extend(child for child in name.children if child.dep_ in ("compound", "appos") and child.i < party.start)
    for title in titles:
        if title.base not in words["nouns.person_word"]:
            continue
        his = next((c for c in (*title.children, *name.children) if c.lower_ in ("his", "her") and c.i < title.i), None)
        if his is None or doc[his.i + 1].lower_ in ("former", "late", "predecessor"):
            continue
        chiefs = {
            denoter.cast.root(other.actor)
            for other in denoter.mention_at.values()
            if title.sent.start <= other.start < his.i and denoter.cast[other.actor].kind == "person"
        }
        if len(chiefs) == 1:
            root = chiefs.pop()
            return root if denoter.cast[root].kind in STATES else None
    return None


def _by_service(doc: Doc, denoter: Denoter, party: Party, words: Words) -> str | None:
    """Return the United States for "Marine Gen. Lou Barton" in a text that names them: the style of their services."""
    title = doc[max(0, party.start - 4) : party.start]
    before = [token.lower_ if token.text[0].isupper() else "" for token in title]  # "its air force chief" is no title
    for i, word in enumerate(before[1:], 1):
        if word in words["offices.ranks"] and before[i - 1] in words["offices.services"]:
            first = max(0, party.start - len(before)) + i - 1
            if first and doc[first - 1].text[0].isupper() and not doc[first].is_sent_start:
                return None  # "Royal Navy Capt."
            return _AMERICA if _names_america(denoter) else None
    return None


def _of_congress(doc: Doc, denoter: Denoter, party: Party, words: Words) -> str | None:
    """Return the United States for "Senator Lou Barton" in a text that speaks of them more than of anybody else."""
    if SEAT.match(doc[party.end : party.end + 8].text):
        return _AMERICA
    before = doc[party.start - 1] if party.start > 0 else None
    if before is None or before.lower_ not in words["offices.lawmakers"] or not before.text[0].isupper():
        return None
    first = doc[before.i - 1] if before.i > 0 else before
    if first.i in denoter.mention_at or first.lower_ in ("former", "ex", "then", "state", "-", "special"):
        return None  # "the Philippine Senator", "the State Representative"
    counts = Counter(denoter.cast.root(named.actor) for named in denoter.named if not named.capital)
    ranked = [root for root, _ in counts.most_common() if denoter.cast[root].kind in STATES]
    return _AMERICA if ranked[:1] == [_AMERICA] else None


def _names_america(denoter: Denoter) -> bool:
    return any(denoter.cast.root(party.actor) == _AMERICA for party in denoter.mention_at.values())


def _nation(denoter: Denoter, token: Token) -> str | None:
    mention = denoter.mention_at.get(token.i)
    if mention is None or mention.capital or mention.via not in _OF_NATION:
        return None
    return mention.actor if denoter.cast[mention.actor].kind in STATES else None


def _named_first(denoter: Denoter) -> set[str]:
    """Return the countries that the first two sentences name or speak of."""
    sentences = [sentence.end for _, sentence in zip(range(2), denoter.doc.sents, strict=False)]
    end = sentences[-1] if sentences else 0
    return {denoter.cast.root(party.actor) for i, party in denoter.mention_at.items() if i < end}


def _only_country(denoter: Denoter, body: Party) -> str | None:
    """Return the only country that the text names, if it does so before a body or as where the body acts."""
    doc, cast = denoter.doc, denoter.cast
    named = [p for p in denoter.mention_at.values() if not p.capital and cast[cast.root(p.actor)].kind in STATES]
    roots = {cast.root(party.actor) for party in named}
    sure = any(p.start < body.start or doc[p.start : p.end].root.head.lower_ == "in" for p in named)
    return roots.pop() if len(roots) == 1 and sure else None


def _main_country(denoter: Denoter) -> str | None:
    """Return the country that the text names at least twice as often as any other, in more than two sentences."""
    cast = denoter.cast
    counts = Counter(cast.root(party.actor) for party in denoter.named if not party.capital)
    ranked = sorted((root for root in counts if cast[root].kind in STATES), key=lambda r: (-counts[r], r))
    if not ranked or counts[ranked[0]] < 4 or (len(ranked) > 1 and counts[ranked[0]] < 2 * counts[ranked[1]]):
        return None
    return ranked[0]
