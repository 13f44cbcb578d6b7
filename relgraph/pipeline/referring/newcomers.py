"""Bodies, people and things that a text brings in without a name: later words may mean these and nobody named."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from relgraph.pipeline.arguments import PASSIVE_SUBJECTS, SUBJECTS, Argument
from relgraph.pipeline.denoting.denotation import Denoter
from relgraph.pipeline.parties import Party
from relgraph.pipeline.referring.agreement import is_single_body
from relgraph.pipeline.syntax.expletives import is_expletive

if TYPE_CHECKING:
    from relgraph.pipeline.nlp.parse import Token

_BODIES = frozenset({"igo", "armed_group", "organization", "government", "bloc", "group"})
_ARMED = frozenset({"armed_group", "organization"})
_NEW = frozenset({"a", "an", "another", "one"})
_ACTING = SUBJECTS | PASSIVE_SUBJECTS | {"dobj", "pobj", "agent"}
_LIKENING = frozenset({"as", "like", "into"})
_OWN_PLANS = frozenset({"will", "would", "'ll", "’ll"})


class Newcomers:
    """The bodies that one text brings in with "a" or says what they are, by the nouns for that."""

    def __init__(self, denoter: Denoter) -> None:
        self._denoter = denoter
        self._at: dict[str, int] = {}
        self._called: dict[str, dict[str, Party]] = {}
        self._fighters: dict[str, dict[str, Party]] = {}

    def name(self, body: Party) -> None:
        """Remember what a named body is said to be: "a peacekeeping *force*, UNIFIL", "the Lions, a *militia*"."""
        cast = self._denoter.cast
        if cast[body.actor].kind not in _BODIES:
            return
        root = self._denoter.doc[body.start : body.end].root
        nouns = [child for child in root.children if child.dep_ == "appos" and child.i >= body.end]
        nouns += [child for child in root.children if child.dep_ in ("compound", "nmod") and child.i == body.start - 1]
        nouns += [root.head] if root.dep_ == "appos" else []
        if root.dep_ in SUBJECTS and root.head.lemma_ == "be":
            nouns += [child for child in root.head.children if child.dep_ == "attr"]
        if cast[body.actor].kind in _ARMED:
            self._note_fighters(body, root)
        kinds = self._denoter.words["nouns.said_of_bodies"]
        for noun in nouns:
            if noun.tag_ == "NN" and noun.i not in self._denoter.mention_at and noun.base in kinds:
                self._called.setdefault(noun.base, {})[body.actor] = body

    def _note_fighters(self, group: Party, root: Token) -> None:
        """Remember what those are called who fight for a group: "the *rebel* Houthi movement", "M23 *rebels*"."""
        words = [*self._denoter.doc[group.start : group.end], *(word for left in root.lefts for word in left.subtree)]
        if root.dep_ in ("compound", "amod", "nmod", "appos"):
            words += [root.head, *(c for c in root.head.children if c.dep_ in ("amod", "compound"))]
        words += [word for child in root.children if child.dep_ == "appos" for word in child.lefts]
        kinds = self._denoter.words["nouns.armed_people"]
        for word in words:
            if word.base in kinds or word.lower_ in kinds:
                self._fighters.setdefault(word.base, {})[self._denoter.cast.root(group.actor)] = group

    def called(self, noun: Token) -> list[Party]:
        """Return the only body that the text has said to be what a bare noun says: "the force", "the rebels"."""
        bodies = (self._fighters if noun.tag_ == "NNS" else self._called).get(noun.base, {})
        if len(bodies) != 1 or noun.tag_ not in ("NN", "NNS"):
            return []
        children = [child for child in noun.children if child.dep_ != "punct"]
        if len(children) != 1 or children[0].lower_ != "the":
            return []
        return [body for body in bodies.values() if body.start < noun.i]

    def note(self, noun: Token) -> None:
        """Remember a body without a name: "*a* farmers' *group*", but not "Hezbollah, *a* Shia *group*"."""
        if noun.tag_ != "NN" or noun.dep_ not in _ACTING or noun.base not in self._denoter.words["nouns.body_word"]:
            return
        if noun.left_edge.lower_ not in _NEW:
            return
        if noun.head.lower_ in _LIKENING or any(child.dep_ == "appos" for child in noun.children):
            return
        if any(child.dep_ == "acl" and child.lemma_ in ("call", "know", "name") for child in noun.children):
            return
        self._at[noun.base] = noun.i

    def hide(self, noun: Token, found: Sequence[Party]) -> bool:
        """Tell whether "the group" may be one that the text brought in after it last named those found."""
        at = self._at.get(noun.base, -1)
        if noun.tag_ != "NN" or not 0 <= at < noun.i:
            return False
        actors = {party.actor for party in found}
        return not any(at < party.start < noun.i for party in self._denoter.named if party.actor in actors)


def thing_between(denoter: Denoter, antecedent: Token, token: Token, *, objects: bool) -> bool:
    """Tell whether a singular thing stands between that "it" may mean: a subject, or an object if "it" is one.

    A body of which only the kind is known is such a thing, too: "the council will meet, and *it* will".
    """
    roles = SUBJECTS | PASSIVE_SUBJECTS | ({"dobj"} if objects else set())
    if token.dep_ not in SUBJECTS and not objects:
        return False
    own = token.head.head if token.dep_ == "pobj" else token.head  # what it acts on itself is another thing
    if token.dep_ == "dobj" and own.lemma_ in denoter.words.either("verbs.accusing", "verbs.telling"):
        return False  # "accused it of"
    return any(
        other.dep_ in roles and other.tag_ in ("NN", "NNP") and other.head.i != own.i and _is_nameless(denoter, other)
        for other in denoter.doc[antecedent.i : token.i]
    )


def overshadowed(denoter: Denoter, antecedent: Token, pronoun: Token, *, plural: bool) -> bool:
    """Tell whether somebody is only named to say which thing is meant: "the *talks* that Peru began … them"."""
    clause = next((token for token in antecedent.ancestors if token.dep_ == "relcl"), None)
    if clause is None or clause.is_ancestor(pronoun):
        return False
    noun = clause.head
    return noun.tag_ == ("NNS" if plural else "NN") and (not denoter.is_whole(noun) or is_single_body(denoter, noun))


def it_before(denoter: Denoter, start: Token, pronoun: Token) -> bool:
    """Tell whether an "it" that means nobody known is a subject there, which a later "it" or "its" goes on about."""
    return any(
        other.lower_ == "it"
        and other.dep_ in SUBJECTS | PASSIVE_SUBJECTS
        and other.i not in denoter.references
        and not is_expletive(other, denoter.words)
        for other in denoter.doc[start.i : pronoun.i]
    )


def _is_nameless(denoter: Denoter, noun: Token) -> bool:
    """Tell whether a noun denotes nobody, or a body of which only the kind is known."""
    parties = denoter.denote(noun)
    bodies = denoter.words.either("nouns.body_word", "nouns.domestic", "bodies.heads")
    return not denoter.is_whole(noun) or (
        noun.base in bodies and all(denoter.cast[party.actor].kind == "group" for party in parties)
    )


def said_by_unknown(denoter: Denoter, pronoun: Token) -> bool:
    """Tell whether people without a name say what "they" have done: "*police* said *they* had fired"."""
    clause = pronoun.head
    if pronoun.dep_ not in SUBJECTS | PASSIVE_SUBJECTS or clause.dep_ != "ccomp" or clause.head.i == clause.i:
        return False
    if clause.head.lemma_ not in denoter.words["verbs.speaking"]:
        return False
    if any(child.dep_ == "aux" and child.lower_ in _OWN_PLANS for child in clause.children):
        return False
    return any(
        child.dep_ == "nsubj"
        and child.tag_ == "NNS"
        and child.i < pronoun.i
        and all(denoter.cast[party.actor].kind == "group" for party in denoter.denote(child))
        for child in clause.head.children
    )


def claiming(denoter: Denoter, pronoun: Token) -> list[Party]:
    """Return the fighters who say what they have done themselves: "The *rebels* said they had shelled a barracks"."""
    clause = pronoun.head
    if pronoun.dep_ not in SUBJECTS or clause.dep_ != "ccomp" or clause.i < clause.head.i:
        return []
    if clause.head.lemma_ not in denoter.words["verbs.speaking"] or denoter.syntax.is_passive(clause):
        return []
    fighters = denoter.words.either("nouns.armed_people", "nouns.fighting")
    for child in clause.head.children:
        if child.dep_ == "nsubj" and child.tag_ == "NNS" and child.i < pronoun.i and child.base in fighters:
            return denoter.parties(Argument(child))
    return []


def caused_by_own(denoter: Denoter, pronoun: Token, cause: Token | None) -> list[Party] | None:
    """Return whose thing does something to "it": "*Chile's* victory enabled it to". None if the cause is no thing.

    Nobody if the thing has to do with another one, too: "Iran's support for Hamas helped it".
    """
    if cause is None or cause.pos_ != "NOUN" or pronoun.dep_ not in ("dobj", "dative", "nsubj"):
        return None
    owners = [child for child in cause.children if child.dep_ == "poss" and child.i in denoter.mention_at]
    if len(owners) != 1 or denoter.is_whole(cause):
        return None
    own = denoter.mention_at[owners[0].i]
    inside = {denoter.mention_at[i].actor for i in range(cause.i, cause.right_edge.i + 1) if i in denoter.mention_at}
    return [own] if inside <= {own.actor} else []
