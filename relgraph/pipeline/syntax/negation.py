"""Words that deny what they stand with, and clauses on which it depends: "not", "no country", "if Peru agrees"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from relgraph.pipeline.syntax.standing import is_inverted, takes_for_granted

if TYPE_CHECKING:
    from relgraph.pipeline.nlp.parse import Token
    from relgraph.pipeline.words import Words

_UPON = frozenset({"to", "on", "into", "over", "for", "of", "about"})

_OBSTACLES = frozenset(
    {"time", "doubt", "secret", "bone", "hesitation", "qualm", "scruple", "effort", "expense", "compunction", "mistake"}
)
"""What one has, makes, spares or loses none of who does something all the same."""
_SCARCE = frozenset({"scant", "scanty", "meagre", "meager", "minimal", "negligible"})
_AMOUNTS = frozenset(
    {"nothing", "little", "much", "more", "lot", "everything", "all", "something", "anything", "enough"}
)
_FEW = frozenset({"only", "just", "merely"})
_WILL = frozenset({"will", "wo", "would", "'ll", "’ll", "shall"})
_DOERS = frozenset({"nsubj", "nsubjpass"})
_HARDLY = frozenset({"hardly", "scarcely", "barely"})
_DENYING_FIRST = _HARDLY | {"never", "neither", "nor", "little", "seldom", "nowhere"}
"""Before an inverted clause these deny it; "only", "rarely" and "not only" do not."""
_CHOICES = frozenset({"choice", "option", "alternative", "recourse"})


def negates(child: Token, token: Token, words: Words) -> bool:
    """Tell whether a child of a token denies it: "not", "never", "no longer"; not "not only"."""
    lower = child.lower_
    if lower == "not" and child.i > 1 and child.nbor(-1).lower_ == "or":
        return False  # "whether or not to arm them"
    if child.dep_ == "advmod" and lower == "longer":
        return any(word.lower_ == "no" for word in child.children)
    if takes_for_granted(token) or _is_doubled(child, token):
        return False
    if lower in _DENYING_FIRST and _stands_before_inversion(child, token):
        return lower not in _HARDLY or not _is_followed_at_once(token)
    if child.dep_ == "advmod" and is_missed(child, token, words):
        return True
    if child.i < token.i and is_rather_than(child):
        between = token.doc[child.i + 1 : token.i]
        return token.pos_ == "VERB" and not any(word.pos_ == "VERB" for word in between)
    if child.dep_ == "neg" or (
        child.dep_ in ("advmod", "preconj", "cc")
        and lower in ("never", "hardly", "scarcely", "barely", "neither", "nor")
    ):
        if lower == "never" and any(
            word.tag_ in ("JJR", "RBR") for word in token.children if word.dep_ in ("acomp", "advmod", "oprd", "attr")
        ):
            return False  # "have never been better"
        following = child.doc[child.i + 1].lower_ if child.i + 1 < len(child.doc) else ""
        return not (child.dep_ == "cc" and child.i > token.i) and following not in (
            "only",
            "just",
            "merely",
            "simply",
            "least",
        )
    return False


def _is_doubled(negation: Token, verb: Token) -> bool:
    """Tell whether two negations are none: "its decision to leave was *not without* risk"."""
    if negation.dep_ != "neg" or verb.lemma_ != "be":
        return False
    return any(child.lower_ == "without" and child.i == negation.i + 1 for child in verb.children)


def is_taken_for_granted(neither: Token, token: Token, trigger: Token, words: Words) -> bool:
    """Tell whether a deed did happen though a clause about it is denied: "*neither* the tax nor its raid hurt them"."""
    if neither.lower_ not in ("neither", "nor") or trigger.pos_ != "NOUN" or neither.dep_ not in ("preconj", "cc"):
        return False
    while token.dep_ == "conj":
        token = token.head
    verb = token.head
    denied = verb.lemma_ in words["verbs.occurring"] or verb.lemma_ == "be"
    return token.pos_ == "NOUN" and token.dep_ in ("nsubj", "csubj") and not denied


def joined_by_nor(verb: Token) -> bool:
    """Tell whether a verb goes on with what is not done: "neither recognises *nor trades* with Chad"."""
    joint = next((child for child in reversed(verb.head.children) if child.dep_ == "cc" and child.i < verb.i), None)
    return joint is not None and joint.lower_ == "nor" and joint.i > verb.head.i


def _stands_before_inversion(first: Token, verb: Token) -> bool:
    """Tell whether a word stands before an auxiliary before its subject: "*Neither* did Chile attack"."""
    auxiliary = next((c for c in verb.children if c.dep_ in ("aux", "auxpass") and c.i == first.i + 1), None)
    return auxiliary is not None and any(c.dep_ in _DOERS and c.i > auxiliary.i for c in verb.children)


def _is_followed_at_once(verb: Token) -> bool:
    """Tell whether a deed was hardly done when the next one was: "*Hardly* had Peru left when Chile invaded"."""
    return any(
        child.dep_ == "advcl"
        and child.i > verb.i
        and any(c.lower_ in ("when", "than", "before") for c in child.children)
        for child in verb.children
    )


def has_not(verb: Token) -> bool:
    """Tell whether a verb has a "not" or "never" of its own: "did *not* claim it"."""
    return any(child.dep_ == "neg" for child in verb.children)


def is_refused(verb: Token) -> bool:
    """Tell whether a verb says what somebody will not do: "will not lift"; not "would not have lifted"."""
    return (
        any(child.dep_ == "aux" and child.lower_ in _WILL for child in verb.children)
        and any(child.dep_ == "neg" for child in verb.children)
        and not any(child.dep_ == "aux" and child.lower_ == "have" for child in verb.children)
    )


def is_missed(adverb: Token, verb: Token, words: Words) -> bool:
    """Tell whether an adverb says that something did not quite happen: "*nearly* invaded Chile"; not "nearly all"."""
    if adverb.lower_ not in ("nearly", "almost") or verb.lemma_ in words["verbs.scaling"]:
        return False
    return verb.tag_ in ("VBD", "VBN") and adverb.i == verb.i - 1


def is_none(noun: Token) -> bool:
    """Tell whether a noun says that there is none: "no country supports Iran", "none", "gave no aid"."""
    if noun.lower_ in ("none", "nobody", "neither"):
        return True
    if any(c.dep_ == "nummod" and c.lower_ == "one" and c.nbor(-1).lower_ == "not" for c in noun.children if c.i):
        return True  # "not one soldier"
    return any(c.dep_ in ("preconj", "det") and c.lower_ == "neither" for c in noun.children) or any(
        c.dep_ == "det" and c.lower_ == "no" for c in noun.children
    )


def denies_noun(determiner: Token, noun: Token, trigger: Token) -> bool:
    """Tell whether a determiner says that there is no such thing: "*no* agreement", but not "lost *no* time in"."""
    if determiner.lower_ not in ("no", "neither") or noun.pos_ not in ("NOUN", "PROPN"):
        return False
    return noun.i == trigger.i or not is_no_obstacle(noun)


def is_scarce(adjective: Token, noun: Token) -> bool:
    """Tell whether an adjective says that there is hardly any: "*little* support", "*few* kind words"; not "a few"."""
    lower = adjective.lower_
    if adjective.dep_ != "amod":
        return False
    if any(child.dep_ in ("det", "poss") and child.i < adjective.i for child in noun.children):
        return False
    if lower in ("little", "few"):
        return noun.tag_ == ("NN" if lower == "little" else "NNS")
    return lower in _SCARCE


def amount_done(infinitive: Token) -> str | None:
    """Return the word that says how much is done to do something: "did *little* to help"; None for all else."""
    if not any(child.tag_ == "TO" for child in infinitive.children):
        return None
    head = infinitive.head
    if head.lower_ in _AMOUNTS and head.dep_ == "dobj" and head.head.lemma_ == "do":
        return head.lower_
    if head.lemma_ != "do":
        return None
    return next((child.lower_ for child in head.children if child.dep_ == "dobj" and child.lower_ in _AMOUNTS), None)


def is_no_obstacle(noun: Token) -> bool:
    """Tell whether "no" denies only that something stood in the way: "lost *no time* in", "had *no choice* but to"."""
    lemma = noun.base
    if lemma in _OBSTACLES:
        return True
    return lemma in _CHOICES and any(token.lower_ in ("but", "except") for token in noun.doc[noun.i + 1 : noun.i + 4])


def is_neither(noun: Token) -> bool:
    """Tell whether a subject of the verb above says that none of them does: "neither Chile nor Peru wished to"."""
    return noun.lower_ == "nothing" or any(
        child.dep_ in ("preconj", "det") and child.lower_ == "neither" for child in noun.children
    )


def is_aim(preposition: Token, words: Words) -> bool:
    """Tell whether a phrase says what something is done for: "*in a bid* to preserve its ties"."""
    return preposition.lower_ in ("in", "with") and any(
        noun.lower_ in words["adverbial.purposes"] for noun in preposition.children if noun.dep_ == "pobj"
    )


def exclusion(dep: str, verb: Token, words: Words) -> Literal["denied", "cancelled", "open"] | None:
    """Return what a verb that excludes makes of what it governs as `dep`; None if it excludes nothing.

    It is denied ("ruled out a pact"); a "not" that is met later cancels that ("cannot rule out a pact"); or it is left
    open at once, where no "not" reaches the clause ("did not rule out that there is a pact").
    """
    if verb.lemma_ not in words["verbs.excluding"]:
        return None
    if verb.lemma_ == "rule":
        if not any(child.lower_ == "out" for child in verb.children):
            return None
    elif dep not in ("xcomp", "dobj", "nsubjpass"):
        return None
    refused = verb.dep_ == "xcomp" and verb.head.lemma_ in words["verbs.negating"]
    if not any(child.dep_ == "neg" for child in verb.children):
        return "open" if refused and dep == "ccomp" else "denied"
    return "open" if dep == "ccomp" else "cancelled"


def is_agreed_on(preposition: Token, pact: Token, words: Words) -> bool:
    """Tell whether a pact is on what is still to be done: "an agreement *on joint patrols*", not "on the war"."""
    if preposition.lower_ != "on" or pact.base not in words["nouns.pact"]:
        return False
    settled = [noun for noun in preposition.children if noun.dep_ == "pobj"]
    violent = words.either("events.force", "events.killing", "nouns.quarrel")
    known = any(child.lower_ in ("the", "their") for noun in settled for child in noun.children)
    return not known and not any(noun.base in violent for noun in settled)


def is_put_right(noun: Token) -> bool:
    """Tell whether a noun is what is so instead of what is denied: "is not a member *but an ally* of Chile"."""
    first = noun.head
    if noun.dep_ != "conj" or not any(child.lower_ == "but" and child.i < noun.i for child in first.children):
        return False
    denials = [child for holder in (first, first.head) for child in holder.children if child.i < first.i]
    return any(child.dep_ == "neg" or (child.dep_ == "det" and child.lower_ == "no") for child in denials)


def is_condition(clause: Token) -> bool:
    """Tell whether a clause is a condition: "if X", "unless X", "should X happen"; "even if X" is none."""
    return is_inverted(clause) or any(
        child.lower_ in ("if", "unless", "provided")
        and child.dep_ in ("mark", "advmod")
        and (child.i == 0 or child.nbor(-1).lower_ != "even")
        for child in clause.children
    )


def waits_for(verb: Token, clause: Token) -> bool:
    """Tell whether somebody will do a thing only once another is done: "will not free them *until* they pay"."""
    return is_refused(verb) and any(
        child.dep_ == "mark" and child.lower_ in ("until", "till") for child in clause.children
    )


def has_condition(verb: Token) -> bool:
    """Tell whether a verb, or the clause that it is part of, depends on a condition."""
    clause = verb
    for _ in range(5):
        if any(child.dep_ == "advcl" and is_condition(child) for child in clause.children):
            return True
        if clause.dep_ not in ("relcl", "conj", "xcomp", "ccomp", "advcl"):
            return False
        clause = clause.head
    return False


def is_instead(preposition: Token) -> bool:
    """Tell whether what follows was not done: "instead of attacking", "stopped short of it", "came close to it"."""
    if is_rather_than(preposition):
        return True
    if preposition.lower_ == "to":
        return preposition.head.lower_ in ("close", "near") and preposition.head.head.lemma_ == "come"
    if preposition.lower_ == "from":
        return preposition.i > 0 and "far" in (preposition.head.lower_, preposition.nbor(-1).lower_)
    if preposition.lower_ != "of":
        return False
    before = {preposition.head.lower_, *(child.lower_ for child in preposition.children)}
    return not before.isdisjoint(("instead", "lieu", "short", "deprived", "bereft", "devoid", "stripped"))


def is_rather_than(word: Token) -> bool:
    """Tell whether a "than" says what one would not do: "*rather than* attack Chad"."""
    return word.lower_ == "than" and word.i > 0 and word.nbor(-1).lower_ in ("rather", "sooner")


def is_defied(noun: Token, words: Words) -> bool:
    """Tell whether what one is asked or means to do is not done: "*ignored* an order to go", "*vetoed* a plan to"."""
    if noun.dep_ not in ("dobj", "nsubjpass"):
        return False
    verb = noun.head
    if verb.lemma_ in words["verbs.defying"] or waves_away(verb, words):
        return noun.base in words.either("nouns.asked", "nouns.directive", "nouns.drafts")
    if verb.lemma_ in words["verbs.ending"]:
        return False  # what a plan ends by it is read as an end
    return verb.lemma_ in words["verbs.quashing"] and noun.base in words["nouns.drafts"]


def waves_away(verb: Token, words: Words) -> bool:
    """Tell whether a verb and its particle say no: "*brushed* it *aside*"."""
    return any(f"{verb.lemma_} {child.lower_}" in words["replies.no_phrasal"] for child in verb.children)


def is_history(trigger: Token, words: Words) -> bool:
    """Tell whether a trigger is the name of a war, which was one, whatever is asked or planned about it."""
    return (
        trigger.pos_ == "PROPN"
        and trigger.text[0].isupper()
        and trigger.base in words["nouns.quarrel"]
        and trigger.i > 0
        and trigger.nbor(-1).text[:1].isupper()
    )


def is_reacted_to(preposition: Token, head: Token, words: Words) -> bool:
    """Tell whether what follows happened, though no reaction to it may have: "the lack of a response *to* the raid"."""
    if preposition.dep_ != "prep" or preposition.lower_ not in _UPON:
        return False
    return head.base in words["nouns.reaction"] or (
        preposition.lower_ == "for" and head.lemma_ in words.either("verbs.atoning", "verbs.turning_on")
    )


def is_wished(clause: Token, verb: Token, words: Words) -> bool:
    """Tell whether a clause says what shall be: "suggested that Peru *send* troops", not "that Peru sends them"."""
    if verb.lemma_ not in words["verbs.mandative"] or any(c.dep_ in ("aux", "auxpass") for c in clause.children):
        return False
    past = verb.tag_ in ("VBD", "VBN")
    return clause.tag_ == "VB" or (clause.tag_ == "VBP" and past)


def permits_only(verb: Token) -> bool:
    """Tell whether only some are let do something, so that the rest are kept from it: "let *only* women land"."""
    for child in verb.children:
        noun = child
        if child.dep_ in ("ccomp", "xcomp") and child.i > verb.i:
            noun = next((word for word in child.children if word.dep_ in _DOERS), child)
        if noun.dep_ not in _DOERS and noun.dep_ not in ("dobj", "dative"):
            continue
        start = verb.i + 1 if noun.i > verb.i else noun.left_edge.i
        before = [word.lower_ for word in verb.doc[start : noun.i]]
        if (noun.i > verb.i or noun.dep_ == "nsubjpass") and (
            (_FEW.intersection(before) and "not" not in before)
            or any(before[i : i + 3] == ["no", "more", "than"] for i in range(len(before)))
        ):
            return True
    return False
