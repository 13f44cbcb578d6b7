"""Which country or body a definite noun means: the one named last, unless the text is clearly about another one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from relgraph.model import Actor, Kind
from relgraph.pipeline.arguments import VERBAL
from relgraph.pipeline.cast import STATES
from relgraph.pipeline.parties import Party
from relgraph.pipeline.referring.antecedents import BODIES, Antecedent, History

if TYPE_CHECKING:
    from relgraph.pipeline.nlp.parse import Token
    from relgraph.pipeline.nlp.spans import Span

_LANDS = frozenset({"country", "nation", "kingdom", "republic"})
"""Nouns that do not mean what only its seat of government stood for."""
_EMBASSIES = frozenset({"embassy", "consulate", "legation"})
_BESIDE = frozenset({"unlike", "like", "than", "besides", "alongside", "for"})
"""After these somebody is named whom the text is not about."""
_BY_THE_WAY = frozenset({"advcl", "relcl", "acl"})
_DONE_TO = frozenset({"of", "on", "against", "to", "into", "with"})
_LEADING = 4
"""How often a country was named that a text is clearly about."""
_LEADING_BODY = 3


_EXHORTING = frozenset({"warn", "urge", "tell", "exhort", "reassure", "rally", "remind", "implore"})


def last(
    history: History,
    token: Token,
    sentence: Span,
    kinds: frozenset[Kind],
    fits: Callable[[Actor], bool] | None = None,
    *,
    rather_subject: bool = False,
) -> list[Party]:
    """Return the party of some kinds that was named last before a token; never the subject of its own clause.

    `fits` says which actors the noun can be said of; `rather_subject` takes the subject of a sentence before what a
    phrase of its verb names.
    """
    if token.dep_ == "dobj" and token.lemma_ in _LANDS and token.head.lemma_ in history.denoter.words["verbs.of_own"]:
        return _own_country(history, token)
    if token.dep_ == "dobj" and token.lemma_ == "nation" and token.head.lemma_ in _EXHORTING:
        return []  # "Perez warned the nation to avoid alliances": his own, which he does not threaten
    barred = history.barred(token) | _doers(history, token)
    root = history.denoter.cast.root
    near = [
        a
        for a in history.back(sentence, 2)
        if len(a.parties) == 1
        and history.denoter.cast[a.parties[0].actor].kind in kinds
        and a.token.i < token.i
        and not a.parties[0].how.startswith("generic")
        and root(a.parties[0].actor) not in barred
        and (fits is None or fits(history.denoter.cast[a.parties[0].actor]))
        and not (a.parties[0].via == "metonym" and token.lemma_ in _LANDS)
    ]
    if token.lemma_ in _LANDS and (seat := _of_embassy(history, near, sentence)) is not None:
        return seat.parties
    near = _in_main_clauses(near, sentence)
    near = [a for a in near if not _is_coordinated(a.token)]  # "Mongolia lies between Russia and China"
    near = [a for a in near if not _employs_expert(a.token, history)]
    if any(child.lower_ in history.denoter.words["adjectives.freed"] for child in token.children):
        near = [a for a in near if not _was_left(a.token)]
    if kinds <= BODIES:
        near = [a for a in near if not _reports(a.parties[0], history)]
    # rather the country than the one in "the Iraq war" or in "let the *Iraqi* bank open"
    own = [a for a in near if (a.subject or not a.modifies) and not _of_infinitive(history, a)]
    if token.lemma_ in _LANDS:
        own = [a for a in own if a.subject or not _is_only_theirs(history, a)] or own
    best = _without_asides(own or near, rather_subject=rather_subject)
    return _rather_topic(history, best, of_bodies=kinds <= BODIES).parties if best else []


def _of_embassy(history: History, near: list[Antecedent], sentence: Span) -> Antecedent | None:
    """Return whose embassy a sentence names before "the country": "rallied at the *Thai* embassy over *its* laws"."""
    embassies = (a for a in near if a.modifies and a.token.i >= sentence.start)
    return next((a for a in embassies if history.phrase_head(a.token).base in _EMBASSIES), None)


def _is_only_theirs(history: History, antecedent: Antecedent) -> bool:
    """Tell whether a land is named only by what or who is of it, and not itself: "Ghana buys *Danish* ships"."""
    noun, words = antecedent.token, history.denoter.words
    return noun.pos_ == "NOUN" and noun.i not in history.denoter.mention_at and noun.base not in words["nouns.ruling"]


def _of_infinitive(history: History, antecedent: Antecedent) -> bool:
    """Tell whether a nation is only said of what is to do something: "let the *Iraqi* bank open"."""
    verb = history.phrase_head(antecedent.token).head
    said_of = antecedent.modifies or antecedent.token.pos_ == "NOUN"
    return said_of and verb.tag_ == "VB" and verb.dep_ in ("ccomp", "xcomp")


def _doers(history: History, token: Token) -> set[str]:
    """Return who does to a country what the noun before it says: "the *German* occupation of the country"."""
    if token.dep_ != "pobj" or token.head.lower_ not in _DONE_TO or token.head.head.pos_ != "NOUN":
        return set()
    denoter = history.denoter
    deed = token.head.head
    if deed.base not in denoter.lexicon.target_of and token.head.lower_ == "of":
        return set()
    mentions = (denoter.mention_at.get(c.i) for c in deed.children if c.dep_ in ("amod", "compound", "poss"))
    return {denoter.cast.root(mention.actor) for mention in mentions if mention is not None}


def _own_country(history: History, token: Token) -> list[Party]:
    """Return the subject's country for "the president addressed *the nation*"."""
    cast, subject = history.denoter.cast, history.clause_subject(token)
    parties = history.denoter.denote(subject) if subject is not None else []
    owned = [replace(party, actor=cast.root(party.actor)) for party in parties]
    return [party for party in owned if cast[party.actor].kind in STATES][:1]


def _rather_topic(history: History, near: list[Antecedent], *, of_bodies: bool) -> Antecedent:
    """Return the last of some antecedents, or the one that the text is about if that one only modifies a name.

    "India has a new airline. The UK entrepreneur Richard Branson said that *the country* needs more." Of bodies the
    topic is rather "the organization" than of countries "the country", which "it" means.
    """
    most, times = (_LEADING_BODY, 2) if of_bodies else (_LEADING, 3)
    last = near[-1]
    root = history.denoter.cast.root
    leading = [a for a in near if a.subject and history.counts[root(a.parties[0].actor)] >= most]
    count = history.counts[root(last.parties[0].actor)]
    leading = [a for a in leading if history.counts[root(a.parties[0].actor)] >= times * count]
    if leading and not last.subject:
        return leading[-1]  # what the sentences before are about, too
    beside = last.token.dep_ == "pobj" and last.token.head.lower_ in _BESIDE
    if not beside and not (last.modifies and history.phrase_head(last.token).pos_ == "PROPN"):
        return last
    others = [
        a for a in near if history.counts[root(a.parties[0].actor)] >= (count + 1 if beside else max(3, 2 * count))
    ]
    return others[-1] if others else last


def last_of(history: History, token: Token, sentence: Span, countries: frozenset[str]) -> list[Party]:
    """Return the one of some countries that was named last; never the subject of the token's own clause.

    Of two in one sentence it is the one that acts.
    """
    barred = history.barred(token)
    near: list[tuple[Antecedent, Party]] = []
    together = -1
    for antecedent in history.back(sentence, 3):
        found = [
            p for p in antecedent.parties if p.actor in countries and history.denoter.cast.root(p.actor) not in barred
        ]
        if len(found) > 1 and antecedent.token.i < token.i:
            together = antecedent.token.i
        if len(found) == 1 and antecedent.token.i < token.i:
            near.append((antecedent, found[0]))
    if not near or near[-1][0].token.i <= together:
        return []  # "Spain and Belgium are monarchies. *The kingdom*": either of them
    start = near[-1][0].token.sent.start
    acting = [party for antecedent, party in near if antecedent.subject and antecedent.token.i >= start]
    return acting[-1:] or [near[-1][1]]


def only_one(history: History, token: Token, kinds: frozenset[Kind]) -> list[Party]:
    """Return the only one of some kinds that the text has named before a token, however long ago."""
    cast = history.denoter.cast
    barred = history.barred(token)
    named = {
        party.actor: party
        for a in history.said
        for party in a.parties
        if cast[party.actor].kind in kinds and cast[party.actor].parent is None and a.token.i < token.i
    }
    return [party for party in named.values() if len(named) == 1 and cast.root(party.actor) not in barred]


def only_other(history: History, token: Token, sentence: Span, owners: set[str]) -> list[Party]:
    """Return the only country beside the owners that this sentence or the one before named."""
    cast = history.denoter.cast
    others = [
        replace(party, actor=cast.root(party.actor))
        for a in history.back(sentence, 1)
        if a.token.i < token.i and (a.subject or not (a.modifies or a.parties[0].how == "owner"))
        for party in a.parties
        if cast[cast.root(party.actor)].kind in STATES and cast.root(party.actor) not in owners
    ]
    return others[-1:] if len({party.actor for party in others}) == 1 else []


def acting(history: History, noun: Token) -> set[str]:
    """Return whose people or bodies act in a noun's clause, and whom it cannot mean."""
    subject = history.clause_subject(noun)
    parties = history.denoter.denote(subject) if subject is not None else []
    return history.barred(noun) | {history.denoter.cast.root(party.actor) for party in parties}


def superpower(history: History, noun: Token) -> list[Party]:
    """Return the superpower that was named, if it is the only one but for him who acts on it."""
    words = [child.lower_ for child in noun.children]
    if not history.denoter.words["adjectives.of_another"].isdisjoint(words):
        return []
    others = acting(history, noun) | ({"country/USA"} if "communist" in words else set())
    found = [party for party in history.twosomes.superpowers_named(noun) if party.actor not in others]
    return found if len(found) == 1 else []


def _is_coordinated(token: Token) -> bool:
    """Tell whether a name is one of several: "Russia and China"."""
    return token.dep_ == "conj" or any(child.dep_ == "conj" and child.pos_ == "PROPN" for child in token.children)


def _in_main_clauses(near: list[Antecedent], sentence: Span) -> list[Antecedent]:
    """Return antecedents without what earlier sentences only name by the way, if they name another one before it.

    Example: "*Chad* closed its border after rebels attacked Niger. The country called up its reserves".
    """
    first: dict[int, str] = {}
    kept = []
    for antecedent in near:
        start, actor = antecedent.token.sent.start, antecedent.parties[0].actor
        if start == sentence.start or not is_by_the_way(antecedent.token):
            first.setdefault(start, actor)
            kept.append(antecedent)
        elif first.get(start, actor) == actor:
            kept.append(antecedent)
    return kept


def _without_asides(near: list[Antecedent], *, rather_subject: bool) -> list[Antecedent]:
    """Return antecedents without the last if it is only named for what the subject of its sentence is.

    Examples: "Chad, a neighbour of *Mali*, was poor", "Chad was a colony of *France*"; for who acts in its next
    sentence also "Chad protested to *Mali*. The government".
    """
    if len(near) < 2 or near[-1].subject:
        return near
    start, named_last = near[-1].token.sent.start, near[-1].parties[0].actor
    # "appealed to the *Union* to end its aid"
    last = next(a.token for a in near if a.parties[0].actor == named_last and a.token.sent.start == start)
    if last.dep_ != "pobj" or last.head.lower_ == "by":
        return near
    above = last.head.head
    while above.pos_ == "NOUN" and above.dep_ == "pobj":
        above = above.head.head
    described = above.dep_ in ("appos", "attr") and above.pos_ == "NOUN"
    while above.pos_ in VERBAL and above.dep_ == "conj" and above.head.pos_ in VERBAL:
        above = above.head  # "Chad accused Mali and appealed to *Peru*"
    for subject in reversed(near[:-1]):
        if subject.token.sent.start != last.sent.start:
            break
        if not subject.subject or subject.parties[0].actor == near[-1].parties[0].actor:
            continue
        governed = rather_subject and above.pos_ in VERBAL and above.i == _phrase(subject.token).head.i
        if described or governed:
            return [a for a in near if a.token.i < last.i]
    return near


def _phrase(token: Token) -> Token:
    """Return the head of the phrase in which a name stands as a subject: "the president of *Chad*"."""
    while token.dep_ not in ("nsubj", "nsubjpass") and token.head.i != token.i:
        token = token.head
    return token


def is_by_the_way(token: Token) -> bool:
    """Tell whether a name stands in a clause beside the main one, or as an example: "clients *such as Chad*"."""
    if token.dep_ == "pobj" and token.head.lower_ in ("as", "like") and token.head.dep_ == "prep":
        return True
    while token.head.i != token.i:
        if token.dep_ in _BY_THE_WAY:
            return True
        if token.dep_ == "ccomp":
            return False
        token = token.head
    return False


def _was_left(token: Token) -> bool:
    """Tell whether a country is the one that another became free from: "won independence *from Britain*"."""
    return token.dep_ == "pobj" and token.head.lower_ == "from"


def _reports(body: Party, history: History) -> bool:
    """Tell whether a body is a newspaper or agency that the text is not about: the others are only its subject."""
    actor = history.denoter.cast[body.actor]
    return (
        actor.name.lower().rpartition(" ")[2] in history.denoter.words["nouns.of_media"]
        and history.counts[history.denoter.cast.root(body.actor)] < _LEADING_BODY
    )


def _employs_expert(token: Token, history: History) -> bool:
    """Tell whether a firm only employs somebody who speaks of another one: "an analyst at Harlow Brothers"."""
    return (
        token.dep_ == "pobj"
        and token.head.lower_ in ("at", "with", "of", "for")
        and token.head.head.base in history.denoter.words["nouns.experts"]
    )
