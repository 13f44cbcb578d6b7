"""Which subject a verb lends to a noun of its own: "*Israel* launched a strike", but not "condemned the strike"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.pipeline.parties import Party
from relgraph.pipeline.syntax.deeds import is_deed
from relgraph.pipeline.syntax.standing import is_disowned

if TYPE_CHECKING:
    from relgraph.pipeline.denoting.denotation import Denoter
    from relgraph.pipeline.nlp.parse import Token

_ENACTING = frozenset(
    {"allow", "authorize", "authorise", "permit", "order", "provide", "call", "require", "mandate", "direct"}
)
"""What a law or decree does with what its maker does by it."""
ENABLED = frozenset({"declaration", "authorization", "authorisation", "authority", "permission", "mandate"})
"""What one asks one's own parliament for, to act on others."""


def lent_by(denoter: Denoter, verb: Token, noun: Token | None = None) -> list[Party]:
    """Return the subject that a verb lends; `noun` is the one it takes, if the verb's stance depends on it."""
    if noun is not None and (_ends_own(denoter, verb, noun) or _leaves_own(denoter, verb, noun)):
        return [party for arg in denoter.syntax.subjects(verb) for party in denoter.parties(arg)]
    if noun is not None and noun.base in ENABLED and verb.lemma_ in denoter.words["verbs.desire"]:
        # "asked for a *declaration* of war on Chad": who asks means to make it
        return [party for arg in denoter.syntax.subjects(verb) for party in denoter.parties(arg)]
    if noun is not None and verb.lemma_ in denoter.words["verbs.touting"] and is_shared(denoter, noun):
        return [party for arg in denoter.syntax.subjects(verb) for party in denoter.parties(arg)]
    if (
        verb.dep_ in ("acl", "relcl")
        and verb.lemma_ in _ENACTING
        and verb.head.lemma_ in denoter.words["means.restrains"]
    ):
        law = verb.head  # "issued a *decree* allowing the seizure of ships"
        return denoter.owners(law, allow_of=False) or denoter.borrowed(law)
    measure = noun is not None and noun.base in denoter.lexicon.measures
    if measure and verb.lemma_ in denoter.words["verbs.proposing"]:
        # "recommended *sanctions* on Chile": who proposes them wants them
        return [party for arg in denoter.syntax.subjects(verb) for party in denoter.parties(arg)]
    if verb.lemma_ in denoter.words["verbs.stance"] and not (
        noun is not None
        and verb.lemma_ in denoter.words["verbs.deliberating"]
        and noun.base in denoter.words["nouns.idea"]
    ):
        return []
    doers = [arg for arg in denoter.syntax.subjects(verb) if arg.token.base not in denoter.words["nouns.surveys"]]
    return [party for arg in doers for party in denoter.parties(arg)]


def is_shared(denoter: Denoter, noun: Token) -> bool:
    """Tell whether a noun is what two do, of whom only one is named: "the growing cooperation *with Chile*"."""
    holders = (noun, noun.head) if noun.dep_ == "dobj" else (noun,)  # "seeks *friendship* with both": hung on the verb
    return noun.base in denoter.lexicon.mutual and any(
        child.dep_ == "prep" and child.lower_ == "with" and child.i > noun.i
        for holder in holders
        for child in holder.children
    )


def _ends_own(denoter: Denoter, verb: Token, noun: Token) -> bool:
    """Tell whether a verb ends what its subject itself has: "ended relations with Qatar", "halted aid to Mali"."""
    return verb.lemma_ in denoter.words["verbs.ending"] and noun.base in denoter.lexicon.measures


def _leaves_own(denoter: Denoter, verb: Token, noun: Token) -> bool:
    """Tell whether a verb weighs or leaves what its subject itself might do: "*considered* sanctions", "*avoided* war".

    What another is said to do or what is known already is not its own: "avoided *the* attack", "considered Peru's aid".
    """
    if is_disowned(noun):
        return True
    if verb.lemma_ not in denoter.words.either("verbs.pondering", "verbs.forgoing"):
        return False
    told = any(child.lower_ == "of" for child in noun.rights)  # "considered the *sale of* tanks to Chad"
    if any(child.dep_ == "poss" or child.lower_ in ("by", "from") for child in noun.children):
        return False
    if not told and any(child.lower_ in ("the", "this", "that") for child in noun.lefts):
        return False
    return is_deed(denoter, noun) or noun.base in denoter.lexicon.measures or is_shared(denoter, noun)
