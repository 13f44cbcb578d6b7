"""Words in a sense that says nothing about actors, by the words around them: "in the second *row*"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from relgraph.pipeline.arguments import VERBAL
from relgraph.pipeline.cast import STATES
from relgraph.pipeline.relating.acts import own_deeds
from relgraph.pipeline.words import Words

if TYPE_CHECKING:
    from relgraph.pipeline.candidates import Candidate
    from relgraph.pipeline.cast import Cast
    from relgraph.pipeline.denoting.denotation import Denoter
    from relgraph.pipeline.nlp.parse import Token
    from relgraph.pipeline.parties import Party

_PLACES = frozenset({"front", "back", "top", "bottom", "middle", "rear", "outer", "inner", "single", "double", "long"})
_SAID = frozenset(
    {"call", "appeal", "letter", "message", "statement", "speech", "resolution", "note", "report", "order"}
)
_STRIVING = frozenset({"fight", "battle", "war", "duel", "clash", "struggle", "combat", "spar"})
_PLOTTING = frozenset({"plot", "conspire", "prepare", "threaten", "deploy", "send"})
_SETTLING = "cooperates.agrees/settle-with"
_SAILING = "cooperates.collaborates/drill-with"
_TRUSTING = "cooperates.supports/mutual-trust"
_AMID = frozenset({"between", "among"})
_NEAR = 3
_FAR = 10
_FIRE = frozenset({"fights.attacks/come-under-fire", "fights.attacks/under-attack-by"})
_WITHIN = frozenset({"in", "across", "throughout", "over"})


def is_line(noun: Token) -> bool:
    """Tell whether a "row" is a line of things or times, no quarrel: "the *second* row", "four times in a row".

    So are "odds" chances unless one is "at" them.
    """
    if noun.base == "cash" and noun.dep_ == "compound":
        return True  # "a cash bid"
    if noun.base in ("odds", "odd"):
        return not (noun.dep_ == "pobj" and noun.head.lower_ == "at")
    if noun.base != "row":
        return False
    if any(
        (child.dep_ == "amod" and (child.lower_ in _PLACES or child.ent_type_ == "ORDINAL"))
        or (child.dep_ == "prep" and child.lower_ == "of")
        for child in noun.children
    ):
        return True
    return noun.dep_ == "pobj" and noun.head.lower_ == "in" and [c.lower_ for c in noun.children] == ["a"]


def is_satisfied(verb: Token) -> bool:
    """Tell whether costs or needs are met, nobody: "the bill has been met through aid from Mali and Chad"."""
    return verb.lemma_ == "meet" and not any(child.dep_ == "agent" for child in verb.children) and _is_passive(verb)


def is_beside(candidate: Candidate, denoter: Denoter) -> bool:
    """Tell whether the target of a candidate is only where, about what or in whose memory something is done."""
    root = candidate.target_word
    if any(child.lower_ == "another" for child in root.children) and root.i in denoter.mention_at:
        return True  # "to prevent *another* Cuba"
    if candidate.frame.name == _SETTLING and _settles_anothers(candidate, denoter):
        return True  # "the court settled their dispute *with Chad*"
    if candidate.frame.name == _SAILING and denoter.cast[candidate.target.actor].kind == "group":
        return True  # "sailed with 30 passengers"
    if candidate.frame.name == _TRUSTING:
        trust = candidate.trigger  # "trust in the banks of Chad and Mali"
        return not any(child.lower_ in _AMID for holder in (trust, trust.head) for child in holder.children)
    return (
        is_stationed(candidate, denoter.cast)
        or is_of_content(candidate, denoter)
        or is_memorial(candidate, denoter)
        or is_event(candidate, denoter)
        or is_outdone(candidate, denoter)
    )


def is_stationed(candidate: Candidate, cast: Cast) -> bool:
    """Tell whether a part of the world is only where forces are: "deployed missiles *in Eastern Europe*"."""
    if candidate.type != "fights.mobilizes" or cast[candidate.target.actor].kind != "region":
        return False
    doc = candidate.trigger.doc
    root = doc[candidate.target.start : candidate.target.end].root
    return root.dep_ == "pobj" and root.head.lower_ in _WITHIN


def _is_unarmed(candidate: Candidate, denoter: Denoter) -> bool:
    """Tell whether a war or battle is fought without arms: "a war *of words*", "a *custody* battle", of two firms."""
    noun, words = candidate.trigger, denoter.words
    if candidate.type == "fights.attacks" and noun.base in _STRIVING:
        kinds = {denoter.cast[party.actor].kind for party in (candidate.source, candidate.target)}
        if kinds == {"organization"}:
            return True
    if noun.pos_ == "VERB":  # "launched a *trade* war against"
        noun = next((child for child in noun.rights if child.dep_ == "dobj"), noun)
    if candidate.type != "fights.attacks" or noun.base not in ("war", "battle", "fight"):
        return False
    return any(
        (child.dep_ in ("compound", "amod") and child.lower_ in words["nouns.unarmed"])
        or (child.lower_ == "of" and any(part.lower_ in ("words", "nerves", "wills") for part in child.children))
        or (child.lower_ == "for" and any(part.base in words["nouns.prizes"] for part in child.children))
        for child in noun.children
    ) or _is_about_rules(noun, words)


def _is_about_rules(noun: Token, words: Words) -> bool:
    """Tell whether two quarrel over what nobody fights for: "a battle with Chad *over its budget*", "over breaking it".

    The phrase may hang on the verb, or be taken for one of the other's.
    """
    behind = noun.doc[noun.i + 1 : min(noun.i + _FAR, noun.sent.end)]
    over = next((token for token in behind if token.lower_ == "over" or token.pos_ == "VERB"), noun)
    if over.lower_ != "over" or over.dep_ != "prep":
        return False
    unarmed = words.either("nouns.contested", "nouns.ideas", "nouns.quarrelled_over")
    return any(thing.dep_ == "pcomp" or thing.base in unarmed for thing in over.children)


def _is_walkout(candidate: Candidate, denoter: Denoter) -> bool:
    """Tell whether a strike is one of people who do not work: "a *one-day* strike", "a strike by *dockers*".

    So also if a verb has it as its object ("began a *hunger* strike"), and where they strike: "*striking* doctors".
    """
    word, words = candidate.trigger, denoter.words
    if candidate.type != "fights.attacks":
        return False
    if word.lower_ == "striking" and candidate.target_word.base in words["nouns.working"]:
        between = word.doc.tokens[word.i + 1 : candidate.target_word.i]
        return len(between) < _NEAR and all(token.pos_ in ("ADJ", "NOUN", "PROPN") for token in between)
    held = [token for token in word.doc.tokens[candidate.start : candidate.end] if token.base == "strike"]
    noun = next((token for token in held if token.pos_ == "NOUN"), None)
    if noun is None:
        return False
    return candidate.source_word.base in words["nouns.working"] or any(
        child.base in words["nouns.time"] or child.lower_ in words["adjectives.striking"]
        for child in noun.children
        if child.dep_ in ("compound", "amod", "nmod", "npadvmod") and child.i < noun.i
    )


def _is_held_against(candidate: Candidate) -> bool:
    """Tell whether it is said of a strike itself against whom it is: not "the strike hit exports *to China*"."""
    word = candidate.trigger
    phrases = [*word.children, *(child for thing in word.children if thing.dep_ == "dobj" for child in thing.children)]
    return any(
        child.lower_ in ("against", "over", "at", "outside")
        and any(
            t.left_edge.i < candidate.target.end and candidate.target.start <= t.right_edge.i for t in child.children
        )
        for child in phrases
        if child.dep_ == "prep" and child.i > word.i
    )


def _is_cause(candidate: Candidate, denoter: Denoter) -> bool:
    """Tell whether what moves somebody is a thing that happened, no demand: "its *fall* convinced Spain to leave"."""
    verb = candidate.trigger
    if candidate.type != "disputes.demands" or verb.lemma_ not in denoter.words["verbs.moving_minds"]:
        return False
    root = verb.doc[candidate.source.start : candidate.source.end].root
    return root.pos_ == "NOUN" and root.dep_ == "nsubj" and not denoter.is_whole(root) and root.lemma_ not in _SAID


def _is_in_words(candidate: Candidate, denoter: Denoter) -> bool:
    """Tell whether an attack is one of words: "attacked the cabinet *over its plans*", not "over the weekend"."""
    verb, words = candidate.trigger, denoter.words
    if candidate.frame.name != "fights.attacks/attack" or verb.lemma_ not in ("attack", "assail"):
        return False
    if denoter.cast[candidate.source.actor].kind == "armed_group" or verb.head.lemma_ in _PLOTTING:
        return False
    objects = [child for child in verb.children if child.dep_ == "dobj"]
    over = [token for holder in (verb, *objects) for token in holder.children if token.lower_ == "over"]
    if any(
        child.dep_ == "pobj" and child.base not in words.either("nouns.time", "nouns.frontier")
        for token in over
        for child in token.children
    ):
        return True
    return any(  # "attacked the party for wanting to leave"
        (child.tag_ == "VBG" and child.dep_ == "pcomp") or any(owner.tag_ == "PRP$" for owner in child.children)
        for token in verb.children
        if token.lower_ == "for"
        for child in token.children
    )


def advised(candidates: Iterable[Candidate], denoter: Denoter) -> Iterator[Candidate]:
    """Yield the candidates; an attack over something is an accusation, a warning of what others do no threat.

    "Warned tourists *to* leave" asks them to; "warned tourists of thieves" says nothing about them.
    """
    cast, words = denoter.cast, denoter.words
    for candidate in candidates:
        verb = candidate.trigger
        if _is_cause(candidate, denoter):
            continue
        if _is_walkout(candidate, denoter):
            if not _is_held_against(candidate):
                continue
            candidate.type = "disputes.protests"
        if _is_unarmed(candidate, denoter):
            candidate.type, candidate.composed = "disputes.rivals", True
        if _is_in_words(candidate, denoter) or _is_verbal_fire(candidate, denoter):
            candidate.type, candidate.composed = "disputes.accuses", True
        if candidate.type != "disputes.threatens" or verb.lemma_ not in words["verbs.cautioning"]:
            yield candidate
            continue
        if _is_of_others(candidate, denoter):
            continue
        target = verb.doc[candidate.target.start : candidate.target.end].root
        punished = candidate.frame.target == ("claim",)  # "warned that the strikers would be sacked"
        if punished and not _has_power(candidate, denoter):
            continue
        own = any(own_deeds(verb))  # "warned that it would retaliate against militants"
        if (
            punished
            or own
            or (cast[candidate.target.actor].kind != "group" and target.base not in words["nouns.public"])
        ):
            yield candidate
        elif any(
            child.dep_ in ("xcomp", "ccomp")
            and child.tag_ == "VB"
            and not any(part.tag_ == "MD" for part in child.children)
            for child in verb.children
        ):
            candidate.type, candidate.composed = "disputes.demands", True
            yield candidate


def _has_power(candidate: Candidate, denoter: Denoter) -> bool:
    """Tell whether who warns of a punishment can mete it out: "the *mayor* warned that", not "*unions* warned that"."""
    root = denoter.cast[denoter.cast.root(candidate.source.actor)]
    offices = denoter.words.either("nouns.office", "nouns.settled", "nouns.armed_people", "nouns.ranks")
    return root.kind in (*STATES, "armed_group") or candidate.source_word.base in offices


def _is_of_others(candidate: Candidate, denoter: Denoter) -> bool:
    """Tell whether somebody is warned of what a third party does: "warned Chile *of a Peruvian attack*"."""
    root = denoter.cast.root
    own = {root(candidate.source.actor), root(candidate.target.actor)}
    feared: list[Party] = []
    verb = candidate.trigger
    told = [child for token in verb.children if token.dep_ == "dobj" for child in token.children if child.i > token.i]
    for child in (*verb.children, *told):
        if child.dep_ == "ccomp":
            subjects = [token for token in child.children if token.dep_ == "nsubj" and token.tag_ != "PRP"]
            feared.extend(party for token in subjects for party in denoter.denote(token))
        elif child.dep_ == "prep" and child.lower_ in ("of", "about"):
            feared.extend(party for token in child.children for party in denoter.owners(token))
    return bool(feared) and own.isdisjoint(root(party.actor) for party in feared)


def is_memorial(candidate: Candidate, denoter: Denoter) -> bool:
    """Tell whether a visit is to what is somebody's, who is not there: "visited the *tomb* of Arafat"."""
    travels = candidate.frame.name in ("cooperates.consults/visit", "cooperates.consults/travel-to")
    if not travels or denoter.cast[candidate.target.actor].kind != "person":
        return False
    return not denoter.is_whole(candidate.target_word)


def is_outdone(candidate: Candidate, denoter: Denoter) -> bool:
    """Tell whether somebody is only said to come after another: "said that Spain is *behind* the United States"."""
    if candidate.frame.name != "disputes.accuses/say-that-guilty":
        return False
    return any(
        word.lower_ == "behind" and any(c.dep_ == "pobj" and c.i in denoter.mention_at for c in word.children)
        for clause in candidate.trigger.children
        if clause.dep_ == "ccomp"
        for word in clause.children
    )


def is_event(candidate: Candidate, denoter: Denoter) -> bool:
    """Tell whether somebody only holds or attends an event with a name: "will host the World Social *Forum*"."""
    if candidate.type != "cooperates.consults" or denoter.cast.is_known(candidate.target.actor):
        return False
    named = denoter.cast[candidate.target.actor].kind == "organization" and candidate.target.via == "name"
    return named and denoter.lowers[candidate.target.end - 1] in denoter.words["bodies.events"]


def is_of_content(candidate: Candidate, denoter: Denoter) -> bool:
    """Tell whether a target is only what somebody calls for deals with: "their call for a quota *on* migrants"."""
    if candidate.type != "disputes.demands" or candidate.frame.word_class != "noun":
        return False
    if candidate.frame.type.startswith("restrains.") and denoter.is_power(candidate.target):
        return False  # "called for an embargo *on* Chad"
    noun = candidate.trigger
    between = noun.doc[noun.i + 1 : candidate.target.start]
    words = [token.lower_ for token in between]
    return "on" in words and "for" in words[: words.index("on")]


def is_perfect(verb: Token) -> bool:
    """Tell whether a participle is what its subject has done, not how it is: "that Russia had *deployed*"."""
    return any(child.dep_ == "aux" and child.lemma_ == "have" for child in verb.children) and not _is_passive(verb)


def _is_passive(verb: Token) -> bool:
    return verb.pos_ in VERBAL and any(child.dep_ == "auxpass" for child in verb.children)


def _is_verbal_fire(candidate: Candidate, denoter: Denoter) -> bool:
    """Tell whether "fire" is criticism: "came *under fire* from lawmakers", "drew *fire* over the contract"."""
    if candidate.frame.name not in _FIRE:
        return False
    words, doc = denoter.words, candidate.trigger.doc
    if not any(token.lower_ in ("fire", "attack") for token in doc[candidate.start : candidate.end]):
        return False
    source, target = candidate.source_word, candidate.target_word
    if any(token.base in words["nouns.forces"] for token in (source, target)):
        return False
    kinds = {denoter.cast[party.actor].kind for party in (candidate.source, candidate.target)}
    if "armed_group" in kinds or source.base in words["nouns.armed_people"]:
        return False
    if kinds & {"person", "organization", "igo"} or source.base in words.either("nouns.role", "nouns.group"):
        return True
    verb = candidate.trigger if candidate.trigger.pos_ in VERBAL else candidate.trigger.head
    return any(child.dep_ == "prep" and child.lower_ in ("over", "for") for child in verb.children)


def _settles_anothers(candidate: Candidate, denoter: Denoter) -> bool:
    """Tell whether the quarrel that somebody settles is said to be another's."""
    root = denoter.cast.root
    things = (child for child in candidate.trigger.rights if child.dep_ == "dobj")
    owners = [child for thing in things for child in thing.lefts if child.dep_ == "poss"]
    parties = {root(party.actor) for owner in owners for party in denoter.denote(owner)}
    return bool(parties) and root(candidate.source.actor) not in parties
