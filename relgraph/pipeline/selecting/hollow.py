"""Words of relations that mean something else here: questions, grief, prizes, payments that are owed, names of shows.

Each looks only at a relation that a frame has found, so that it costs nothing where there is none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.pipeline.arguments import SUBJECTS, VERBAL
from relgraph.pipeline.relating.idlenouns import is_command, is_economic, is_only_called, is_phoned, is_setting
from relgraph.pipeline.selecting.hollowfavours import is_no_favour
from relgraph.pipeline.selecting.shunned import is_shunned
from relgraph.pipeline.syntax.errands import is_passage

if TYPE_CHECKING:
    from relgraph.pipeline.candidates import Candidate
    from relgraph.pipeline.denoting.denotation import Denoter
    from relgraph.pipeline.nlp.parse import Token
    from relgraph.pipeline.words import Words

_QUESTIONING = frozenset({"who", "whom", "what", "why", "how", "when", "where", "which", "whether", "if", "whose"})
_ASKED = frozenset({"ccomp", "dobj", "parataxis", "dative", "pcomp"})
_FAR = 14
_STEPS = 5
_NEAR = 4
_QUOTES = frozenset({'"', "“", "”", "''", "``", "'", "‘"})
_SURPRISING = frozenset({"shock", "stun", "upset", "rattle"})
_PREDICATES = frozenset({"acomp", "advmod", "attr"})
_HEARING = frozenset(
    {"court", "police", "regulator", "prosecutor", "tribunal", "watchdog", "authority", "ombudsman", "commission"}
)
_GAMES = frozenset({"test", "game", "match", "tie", "fixture", "opener", "final", "semi-final", "race", "debut", "cap"})
_RANKINGS = frozenset(
    {"awards", "charts", "chart", "ratings", "rankings", "championship", "championships", "oscars", "box"}
)
_PLEADING = frozenset({"lawyer", "attorney", "advocate", "solicitor", "barrister", "counsel", "agent", "firm"})
_VIEWS = frozenset(
    {"opposition", "criticism", "condemnation", "protest", "call", "chorus", "outcry", "appeal", "boycott"}
)
_CONTENDING = frozenset(
    {"compete", "contend", "vie", "struggle", "fight", "jockey", "battle", "competition", "contest", "rivalry", "race"}
    | {"scramble", "war", "duel", "wrangle", "clash"}
)
_JUDGING = frozenset({"court", "tribunal", "judge", "judges", "justice", "justices", "jury", "arbitrator", "panel"})
_HIRING = frozenset({"affiliated.member_of/work-for", "affiliated.member_of/employ"})
_SHUTTING_OUT = frozenset({"restrains.limits/exclude-plain", "restrains.limits/exclude"})
_LINES = frozenset({"boundary", "border", "frontier", "line", "map", "area", "territory", "zone", "perimeter"})
_TAKING = frozenset({"take", "have", "assume", "hold", "retain", "resume", "relinquish", "put", "leave", "keep"})


def is_hollow(candidate: Candidate, denoter: Denoter) -> bool:
    """Tell whether the words of a candidate mean something else than its type."""
    if is_only_called(candidate) or is_setting(candidate, denoter):
        return True
    family = candidate.type.partition(".")[0]
    if family == "disputes":
        return _is_no_dispute(candidate, denoter)
    if family == "cooperates":
        return is_no_favour(candidate, denoter)
    if family == "fights":
        return _is_no_blow(candidate, denoter) or is_passage(candidate, denoter)
    if family == "restrains":
        return _is_no_restraint(candidate, denoter)
    return _is_no_member(candidate, denoter)


def _is_no_restraint(candidate: Candidate, denoter: Denoter) -> bool:
    """Tell whether one only contends for control, or does away with what kept somebody from doing something.

    Examples: "competed for *control* of the strait", "lifted the rules that *kept* Kenyans from working there".
    """
    word, words = candidate.trigger, denoter.words
    if candidate.frame.name == "restrains.coerces/partition-among":
        return not denoter.is_power(candidate.target)  # "voters were split between supporters and opponents"
    if (
        candidate.frame.name == "restrains.coerces/stronghold-noun"
        and denoter.cast[candidate.target.actor].kind == "region"
    ):
        return word.base in words["nouns.held"]  # "the Chadian army's last stronghold in Kanem": its own land
    if candidate.frame.name == "restrains.limits/prevent-flow":
        return any(child.dep_ == "xcomp" and child.tag_ == "VBG" for child in word.children)  # "stop supplying Chad"
    if candidate.frame.name in _SHUTTING_OUT and _is_drawn(word):
        return True
    if word.pos_ == "NOUN":
        if word.base == "rule" and word.dep_ == "pobj" and word.head.lower_ == "under":
            return True  # "under Nasser's rule, Egypt": he leads it
        if word.base == "order" and is_command(word):
            return True  # "left under orders from Oslo"
        if word.base == "suspension" and candidate.target_word.base in words["nouns.law"]:
            return True  # "called for the suspension of the Act"
        contended = word.dep_ == "pobj" and word.head.lower_ in ("for", "over") and word.head.head.base in _CONTENDING
        return candidate.type == "restrains.coerces" and contended
    rule = word.head
    if word.dep_ not in ("acl", "relcl") or rule.dep_ not in ("dobj", "nsubjpass"):
        return False
    return rule.base in words["nouns.measures"] and rule.head.lemma_ in words["verbs.ending"]


def _is_drawn(verb: Token) -> bool:
    """Tell whether a line is drawn so that lands lie outside it: "borders that were redrawn to *exclude* Chad"."""
    drawing = verb.head if verb.dep_ in ("xcomp", "advcl", "relcl", "acl") else verb
    lines = [drawing, *drawing.children, *verb.children]
    return any(token.base in _LINES and token.dep_ in (*SUBJECTS, "nsubjpass", "dobj") for token in lines) or (
        drawing.base in _LINES
    )


def _is_no_dispute(candidate: Candidate, denoter: Denoter) -> bool:
    verb, words = candidate.trigger, denoter.words
    lemma = verb.base
    if candidate.type == "disputes.demands":
        if lemma == "ask":
            return is_question(verb)
        if lemma == "command" and verb.pos_ == "NOUN":
            return not any(child.dep_ in ("acl", "relcl") for child in verb.children)  # "handed command to Chad"
        if lemma == "demand" and verb.tag_ == "NN":
            return is_economic(verb)
        if lemma == "call" and verb.pos_ == "NOUN":
            return any(child.lower_ == "of" for child in verb.children) or is_phoned(verb)  # "calls of outrage from"
        if lemma == "title":
            return not any(child.lower_ in ("to", "over") for child in verb.children)
        if lemma in words["verbs.mandative"] and not candidate.frame.name.endswith("/must"):
            return _is_indicative(candidate)
        return candidate.frame.name.endswith("/must") and _is_forecast(candidate, words)
    if candidate.frame.name == "disputes.rivals/rival-verb" and is_shunned(verb, words):
        return True
    if candidate.frame.name == "disputes.rivals/quarrel" and lemma in words["verbs.speaking"]:
        doc = verb.doc
        return verb.i > 0 and doc[verb.i - 1].text == "," and candidate.target_word.i > verb.i  # "…, argued Mr Ruiz"
    if candidate.type == "disputes.threatens" and lemma == "warning":
        inside = verb.left_edge.i <= candidate.target.start <= verb.right_edge.i
        return not inside and verb.head.lemma_ in ("lead", "cause")
    if candidate.type == "disputes.accuses":
        if candidate.frame.name == "disputes.accuses/say-that-guilty" and candidate.target_word.dep_ == "nsubjpass":
            return True  # "says that Chad's mill was stolen"
        if candidate.frame.name == "disputes.accuses/hold-responsible":
            return any(
                token.lower_ == "not" for token in verb.doc[verb.i + 1 : candidate.end]
            )  # "found him not guilty"
        if candidate.frame.name == "disputes.accuses/file-suit":
            return _is_forum(candidate, denoter)
        if lemma in _SURPRISING and _is_feat(candidate, denoter):
            return True
        if candidate.frame.name == "disputes.accuses/anger" and is_shunned(verb, words):
            return True
        if lemma == "charge" and verb.pos_ == "NOUN":
            return verb.dep_ in ("dobj", "nsubjpass") and verb.head.lemma_ in _TAKING
        return _is_mourned(candidate, words)
    if candidate.frame.name == "disputes.rejects/be-against":
        source = candidate.source_word
        return source.base in words["sport.contests"] or source.base in _GAMES
    if candidate.type == "disputes.rejects" and lemma == "overlook":
        lying = [argument.token for argument in denoter.syntax.subjects(verb)]
        lying += [verb.head] if verb.dep_ in ("acl", "relcl") else []
        if any(token.base in words["nouns.heights"] for token in lying):
            return True
    if candidate.type == "disputes.rejects" and lemma in ("ignore", "disregard", "overlook", "neglect"):
        return candidate.target_word.base in words["nouns.effect"]
    return False


def _is_no_blow(candidate: Candidate, denoter: Denoter) -> bool:
    """Tell whether a measure does harm, not somebody with force: "the US *tariffs* hurt farmers"."""
    word, phrases = candidate.trigger, {child.lower_ for child in candidate.trigger.children if child.dep_ == "prep"}
    if word.base == "mission" and word.pos_ == "NOUN" and "against" not in phrases:
        return True  # "received the mission of the Forum"
    if candidate.frame.name == "fights.attacks/intervention-in" and "against" in phrases:
        return True  # where it is, not on whom
    source = candidate.source_word
    if candidate.trigger.lemma_ not in ("hurt", "harm"):
        return False
    return source.base in denoter.words["nouns.burdens"] or _is_of_plans(candidate, denoter.words)


def _is_of_plans(candidate: Candidate, words: Words) -> bool:
    """Tell whether "they" would rather be what somebody minds: "rejected the *plans*, saying they would hurt Chad"."""
    verb, saying = candidate.trigger, candidate.trigger.head
    if candidate.source.via != "pronoun" or saying.tag_ != "VBG" or saying.lemma_ not in words["verbs.speaking"]:
        return False
    before = verb.doc[verb.sent.start : saying.i]
    plural = candidate.source_word.lower_ == "they"
    minded = words.either("nouns.ideas", "nouns.contested", "nouns.burdens", "nouns.intended")
    return any(
        token.base in minded and (token.tag_ == "NNS") == plural and token.dep_ in ("dobj", "pobj", "nsubjpass")
        for token in before
    )


def _is_no_member(candidate: Candidate, denoter: Denoter) -> bool:
    word, words = candidate.trigger, denoter.words
    if candidate.source_word.base in words["nouns.chosen"] and denoter.cast[candidate.source.actor].kind == "person":
        return any(child.dep_ == "poss" for child in candidate.source_word.children)  # "Ruiz's *nominee* to head it"
    if candidate.type == "affiliated.leads" and word.base == "reign":
        return any(deep.base == "terror" for of in word.children if of.lower_ == "of" for deep in of.children)
    if candidate.frame.name == "affiliated.part_of/comprise" and word.lemma_ == "bring":
        kinds = {denoter.cast[party.actor].kind for party in (candidate.source, candidate.target)}
        return kinds == {"country"}  # "Oman brought Chad and Libya together": at one table
    if candidate.type == "affiliated.part_of" and denoter.cast[candidate.target.actor].kind == "group":
        return candidate.target_word.tag_ == "NNS"  # "partner nations include Peru": an instance, no part
    if candidate.type == "affiliated.leads" and word.lemma_ == "lead" and word.dep_ == "acl":
        # "its predecessor, led by Ana Ruiz", "his lawyers, led by"
        return word.head.base in words["nouns.peer"] or word.head.lemma_ in ("lawyer", "attorney")
    if candidate.frame.name == "affiliated.leads/take-over":
        taken = (child for child in word.children if child.base == "power" and child.tag_ == "NNS")
        return any(all(own.dep_ != "poss" for own in power.lefts) for power in taken)  # "took two *powers* to court"
    if candidate.frame.name == "affiliated.leads/lead" and denoter.cast[candidate.target.actor].kind == "person":
        return candidate.target_word.dep_ == "dobj"  # "Kahn leads Ruiz by a point": ahead of her
    if candidate.type == "affiliated.leads" and word.lemma_ == "dominate":
        return candidate.target_word.lower_ in _RANKINGS  # "dominated the awards"
    if candidate.type == "affiliated.leads" and word.lemma_ in ("rule", "run") and word.pos_ in VERBAL:
        if candidate.source.via == "description" and candidate.source_word.tag_ == "NNS":
            return True  # "which are ruled by *soldiers*": nobody's in particular
        ruling = word.doc[candidate.source.start : candidate.source.end]
        return any(token.lower_ in _JUDGING for token in ruling)  # "the court ruled banks could not"
    if candidate.frame.name == "affiliated.aligned/linked-to":
        binding = [argument.token for argument in denoter.syntax.subjects(word)]
        binding += [word.head] if word.dep_ == "relcl" else []
        return any(token.base in words["nouns.ways"] for token in binding)  # "a bridge links Chad with Mali"
    if candidate.type != "affiliated.member_of":
        return False
    if _is_local(candidate, denoter) or _is_hired(candidate, denoter):
        return True
    if word.base == "native" and denoter.cast[candidate.target.actor].kind == "organization":
        return True  # "a native of Tikrit", which the model took for a body
    if word.base == "producer" and denoter.cast[candidate.source.actor].kind != "person":
        return True  # "Denmark is Europe's largest producer"
    if word.pos_ not in VERBAL:
        return False
    target = candidate.target_word
    group = denoter.cast[candidate.target.actor].kind == "group"
    if word.lemma_ == "represent":
        source = candidate.source_word
        return group or source.base in _PLEADING
    if word.lemma_ == "join":
        fighting = words.either("nouns.armed_people", "nouns.fighting")
        if group and target.tag_ == "NNS" and target.base not in fighting:
            return True  # "joined protesters"
        joined = [child for child in word.children if child.dep_ == "dobj"]
        return any(noun.base in _VIEWS for noun in joined)
    return False


def _is_local(candidate: Candidate, denoter: Denoter) -> bool:
    """Tell whether a town only says where somebody has a private calling: "*Leeds nurse* Ann", no "Leeds mayor"."""
    title, town = candidate.trigger, denoter.mention_at.get(candidate.target.start)
    if town is None or title.base not in denoter.words["nouns.private_calling"] or town.end > title.i:
        return False
    return town.capital or denoter.cast[town.actor].kind == "place"


def _is_hired(candidate: Candidate, denoter: Denoter) -> bool:
    """Tell whether people of a nation only earn their living somewhere: "*Syrians* work for the farm", not Syria."""
    source = candidate.source
    if candidate.frame.name not in _HIRING or source.via != "demonym":
        return False
    people = denoter.doc[source.start : source.end].root
    return people.tag_ in ("NNS", "NNPS", "NNP") and people.i in denoter.mention_at and people.text[-1] == "s"


def is_question(verb: Token) -> bool:
    """Tell whether one asks to be told, not for something to be done: "asked Chile *why* it left", "asked: 'Who?'"."""
    doc, end = verb.doc, min(verb.i + _FAR, verb.sent.end)
    for i in range(verb.i + 1, end):
        token = doc[i]
        if token.tag_ == "TO" or token.lower_ in ("for", "that"):
            return False
        if token.lower_ in _QUESTIONING:
            return _is_asked_clause(token, verb)
        if token.text in _QUOTES and doc[i - 1].text in (":", ","):
            return any(doc[j].text == "?" for j in range(i, min(i + 3 * _FAR, len(doc))))
    opening = min((child.i for child in verb.children if child.dep_ in ("nsubj", "nsubjpass")), default=verb.i)
    before = [doc[j].text for j in range(max(opening - 12, 0), opening)]
    return "?" in before[-4:] and not _QUOTES.isdisjoint(before[-4:])


def _is_asked_clause(word: Token, verb: Token) -> bool:
    """Tell whether a question word opens a clause that is what one asks, no relative or adverbial one."""
    token = word
    for _ in range(_STEPS):
        if token.head.i == verb.i:
            asks_if = word.lower_ == "if" and word.i - verb.i <= _NEAR
            return (
                asks_if
                or token.dep_ in _ASKED
                or (token.dep_ in ("advcl", "relcl") and word.lower_ in ("whether", "how", "what", "why"))
            )
        if token.dep_ in ("relcl", "acl"):
            return word.lower_ in ("whether", "how", "what", "why")
        token = token.head
    return False


def _is_indicative(candidate: Candidate) -> bool:
    """Tell whether what is suggested is that something is so: "suggested that Peru is hiding them"."""
    verb = candidate.trigger
    if verb.lemma_ not in ("suggest", "insist"):
        return False
    return any(
        clause.dep_ == "ccomp"
        and (
            clause.tag_ == "VBZ"
            or any(
                child.dep_ in ("aux", "auxpass") and child.tag_ in ("VBZ", "VBD", "VBP") for child in clause.children
            )
        )
        for clause in verb.children
    )


def _is_forecast(candidate: Candidate, words: Words) -> bool:
    """Tell whether "should be" only says what is likely: "Chile *should be* safe", "should be ahead"."""
    modal = candidate.trigger
    verb = modal.head
    if modal.lower_ not in ("should", "ought") or verb.lemma_ != "be":
        return False
    likely = words["adjectives.forecast"]
    return any(child.dep_ in _PREDICATES and child.i > verb.i and child.lower_ in likely for child in verb.children)


def _is_feat(candidate: Candidate, denoter: Denoter) -> bool:
    """Tell whether somebody surprises another in a contest: "Wales *shocked* England", without saying by what deed."""
    verb = candidate.trigger
    if verb.pos_ not in VERBAL or verb.tag_ == "VBN":
        return False
    source = candidate.source_word
    if not (denoter.is_whole(candidate.target_word) and denoter.is_whole(source)):
        return False
    return not any(
        (child.dep_ in ("advcl", "ccomp") and child.tag_ != "VB")
        or (child.dep_ == "prep" and child.lower_ in ("by", "when"))
        for child in verb.children
    )


def _is_forum(candidate: Candidate, denoter: Denoter) -> bool:
    """Tell whether the target only hears a complaint against somebody else: "lodged a complaint *with the WTO*"."""
    target = candidate.target_word
    doc = candidate.trigger.doc
    if target.head.lower_ not in ("with", "to") or any(
        token.lemma_ == "protest" for token in doc[candidate.start : candidate.end]
    ):
        return False
    bodies = {"igo", "organization", "government"}
    return denoter.cast[candidate.target.actor].kind in bodies or target.base in _HEARING


def _is_mourned(candidate: Candidate, words: Words) -> bool:
    """Tell whether the one accused is the victim of what one minds: "horrified by the *deaths* of Tom and Mary"."""
    root = candidate.target_word
    return root.base in words["nouns.loss"] and any(
        child.dep_ == "poss" or (child.dep_ == "prep" and child.lower_ == "of") for child in root.children
    )
