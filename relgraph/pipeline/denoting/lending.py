"""From whom a noun without an owner borrows one: whoever does what governs it ("Peru launched *an attack*")."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.pipeline.arguments import VERBAL, Argument
from relgraph.pipeline.denoting.belongings import helped_by
from relgraph.pipeline.denoting.casualties import is_of_casualties
from relgraph.pipeline.denoting.lenders import is_shared, lent_by
from relgraph.pipeline.denoting.throughverbs import DRIVING, DURING, through_verb
from relgraph.pipeline.parties import Party
from relgraph.pipeline.syntax.bearers import called
from relgraph.pipeline.syntax.deeds import is_deed, is_said, made_in
from relgraph.pipeline.syntax.standing import is_denied, is_judged

if TYPE_CHECKING:
    from relgraph.pipeline.denoting.denotation import Denoter
    from relgraph.pipeline.nlp.parse import Token
    from relgraph.pipeline.words import Words

_NOUNS = frozenset({"NOUN", "PROPN"})
_AMID = frozenset({"amid", "amidst", "despite", "without", "because", "since", "to", "under"})
_ABOUT = frozenset({"on", "about", "over", "regarding", "concerning"})
_UNDER = frozenset({"dobj", "pobj", "attr", "prep"})
_WHEN = frozenset({"start", "beginning", "end", "close", "outset", "eve", "middle", "height"})
_AT = frozenset({"at", "by", "before", "after", "since", "until", "from", "in", "on", "during", "near", "towards"})
_BEING = frozenset({"be", "become", "remain"})
_FELT = frozenset({"about", "at", "over", "by", "regarding", "for", "on", "with"})
"""What somebody is alarmed or angry about is not his own doing."""
_ANSWERING = frozenset({"responsible", "accountable", "guilty", "culpable"})
"""Who is this for a deed has done it."""
_LENDING_TO_NOUNS = frozenset({"of", "for", "in", "on", "with", "as", "including", "during"})
_PAYING = frozenset({"settle", "pay", "meet", "satisfy"})
"""Who does so to a claim is not the one who made it."""
_SPOKEN_OF = frozenset({"of", "about", "against"})
_INCLUDING = frozenset({"include", "involve", "comprise", "encompass"})
_TOWARDS = frozenset({"on", "at", "against", "by", "from", "to", "with", "for", "over", "among", "between", "about"})


def borrowed(denoter: Denoter, noun: Token) -> list[Party]:
    """Return the subject of what governs a noun: "Israel *launched* a strike", "a *series* of attacks".

    Verbs that take a stance on the noun ("condemned the strike") lend nothing.
    """
    head, dep = noun.head, noun.dep_
    if dep in ("dobj", "nsubjpass") and head.lemma_ in denoter.words["verbs.striking"]:
        return []  # "attacked a base in Kenya": it is no base of the attacker's
    others = _is_met(denoter, noun) or _are_others(denoter, noun)
    if others or is_judged(noun, denoter.words) or _is_quashed(denoter, noun) or _is_spoken_of(noun, denoter.words):
        return []
    for clause in noun.children:
        # "the sanctions that Ghana imposed": the relative clause says whose they are
        relative = clause.dep_ == "relcl" and not is_of_casualties(denoter, clause)
        relative = relative and clause.lemma_ not in denoter.words["verbs.stepping_in"]  # into a war of others
        made = made_in(denoter.syntax, noun, clause) if relative else None
        if made is not None:
            lent = lent_by(denoter, made)
            if lent:
                return lent
    if dep in ("nsubj", "attr") and head.lemma_ in _BEING and (aiming := _whose_end(denoter, noun, head)):
        return aiming
    if dep in ("nsubj", "nsubjpass", "dobj") and head.pos_ in VERBAL:
        origin = _arisen(denoter, noun, head) or _owned_up(denoter, noun, head)
        if origin:
            return origin
    if dep == "dobj" and head.dep_ == "relcl" and head.lemma_ in _INCLUDING and head.head.pos_ == "NOUN":
        # "accused Chad of crimes that included *raids* on Mali"
        return denoter.owners(head.head, allow_of=False) or denoter.borrowed(head.head)
    if dep in ("dobj", "attr", "oprd", "dative", "ccomp") and head.pos_ in VERBAL:
        if named := called(head, noun):
            return [party for token in named for party in denoter.parties(Argument(token))]
        if dep == "ccomp":
            return []
        answers = head.lemma_ in denoter.words["verbs.answering"] and _is_known(noun)
        claimed = noun.base in denoter.words["nouns.accusing"] and head.lemma_ in _PAYING
        return [] if answers or claimed else lent_by(denoter, head, noun)
    if dep == "nsubjpass" and head.pos_ in VERBAL and head.lemma_ not in denoter.words["verbs.stance"]:
        return [party for agent in denoter.syntax.agents(head) for party in denoter.parties(Argument(agent))]
    if dep == "conj" and head.pos_ in _NOUNS:
        if head.dep_ == "attr" and any(child.dep_ == "det" for child in noun.children):
            return denoter.borrowed(head)  # "Jordan is an American partner and *a bar* to the chaos of Syria"
        if _stands_alone(denoter, noun, head):
            return []
        return denoter.owners(head, allow_of=is_deed(denoter, head)) or denoter.borrowed(head)
    if dep == "conj" and head.pos_ in VERBAL and noun.pos_ == "NOUN":
        # "drew up a plan for the invasion of Chad *and overthrow* of its king": hung on the verb
        return lent_by(denoter, head)
    linking = head.pos_ in ("ADP", "SCONJ") or (head.dep_ == "prep" and head.lower_ == "following")
    if dep in ("pobj", "pcomp") and linking:
        return _through(denoter, noun, head)
    if dep == "appos" and head.pos_ in _NOUNS:
        if head.i in denoter.mention_at or head.i in denoter.references:
            return denoter.parties(Argument(head))
        return denoter.owners(head) or denoter.borrowed(head)
    return []


def _stands_alone(denoter: Denoter, noun: Token, first: Token) -> bool:
    """Tell whether each noun has its own "the": "the Chadian war and *the* coup" is no Chadian coup."""
    if not all(any(child.lower_ == "the" for child in one.lefts) for one in (noun, first)):
        return False
    return any(child.dep_ in ("amod", "compound") and child.i in denoter.mention_at for child in first.lefts)


def _whose_end(denoter: Denoter, noun: Token, copula: Token) -> list[Party]:
    """Return whose end or answer an act is said to be: "the containment of Chile was *Peru's* goal"."""
    other = "attr" if noun.dep_ == "nsubj" else "nsubj"
    for end in copula.children:
        if end.dep_ == other and end.base in denoter.words.either("nouns.ends", "nouns.moves"):
            owned = [token for of in end.children if of.lower_ == "of" for token in of.children]
            policies = (token for token in owned if token.base in denoter.words["nouns.ends"])
            return denoter.owners(end, allow_of=True) or [p for t in policies for p in denoter.owners(t)]
    return []


def _is_met(denoter: Denoter, noun: Token) -> bool:
    """Tell whether ships and the like that carry something are only dealt with: "seized *a ship* carrying arms for"."""
    words = denoter.words
    if noun.base not in words["nouns.carriers"] or not any(child.dep_ in ("acl", "relcl") for child in noun.children):
        return False
    governor = noun.head
    while governor.pos_ not in VERBAL and governor.head is not governor:
        governor = governor.head
    return governor.lemma_ not in words.either("verbs.sending", "verbs.conveying_to", "verbs.giving", "verbs.light")


def _are_others(denoter: Denoter, noun: Token) -> bool:
    """Tell whether people are whom somebody deals with, not himself: "jailed allies of", but "has an ally in"."""
    if noun.base not in denoter.words["nouns.relational"]:
        return False
    if noun.dep_ == "pobj":
        return noun.head.lower_ in _TOWARDS
    if noun.dep_ not in ("dobj", "dative", "nsubjpass"):
        return False
    return noun.head.lemma_ not in denoter.words["verbs.befriending"] and not called(noun.head, noun)


def _is_spoken_of(noun: Token, words: Words) -> bool:
    """Tell whether somebody only says that there is a danger: "warned of a flood and *a threat* to Chad"."""
    if noun.base not in words["nouns.dangers"]:
        return False
    word, link = noun, noun
    while word.pos_ not in VERBAL and word.dep_ in ("conj", "pobj", "prep") and word.head.i < word.i:
        link, word = word, word.head
    links = [link] if link.dep_ != "conj" else list(word.children)  # the parser may join the second to the verb
    return word.lemma_ in words["verbs.speaking_of"] and any(child.lower_ in _SPOKEN_OF for child in links)


def _is_quashed(denoter: Denoter, noun: Token) -> bool:
    """Tell whether somebody does away with what another drew up: "vetoed *a resolution* that would ban"."""
    words = denoter.words
    if noun.dep_ not in ("dobj", "nsubjpass") or noun.head.lemma_ not in words["verbs.quashing"]:
        return False
    described = any(child.dep_ == "relcl" for child in noun.children)  # one's own plan is one "to ban"
    return noun.base in words["nouns.law"] or (described and noun.base in words["nouns.idea"])


def _through(denoter: Denoter, noun: Token, preposition: Token) -> list[Party]:
    """Return what a noun borrows through the preposition before it."""
    if preposition.dep_ == "conj" and preposition.head.lower_ == preposition.lower_:
        preposition = preposition.head  # "called for reforms and *for* war"
    governor = preposition.head
    traded = governor.base in denoter.words["nouns.exchange"] and is_shared(denoter, noun)
    if not traded and _is_anothers(denoter, governor, preposition):
        return []  # "in exchange for raids", but "in exchange for trade with Chile"
    beside = preposition.nbor(-1) if preposition.i else preposition
    if preposition.lower_ == "with" and beside.i != governor.i and beside.base in denoter.words["nouns.group"]:
        governor = beside  # "the citizenship of a *preacher* with links to": hung on what he has
    accusing = governor.dep_ in ("dobj", "nsubjpass") and governor.head.lemma_ in denoter.words["verbs.accusing"]
    if accusing and preposition.lower_ == "of" and governor.i in denoter.mention_at:
        return denoter.parties(Argument(governor))  # "accused *Chad* of crimes that included": hung on the name
    if _is_when(noun, governor, preposition, denoter.words):
        return []
    meeting = _met(denoter, noun, preposition)
    if meeting:
        return meeting
    culprit = _culprit(denoter, governor, preposition)
    if culprit is not None:
        return denoter.parties(Argument(culprit), target=True)
    if _is_anybodys(denoter, noun, governor, preposition):
        return []
    if governor.pos_ in _NOUNS and governor.base in denoter.words["nouns.group"]:
        # "a preacher with links to", "observers of the talks": the people themselves, whoever has to do with them
        return denoter.parties(Argument(governor)) if preposition.lower_ == "with" else []
    of_object = preposition.lower_ == "of" and governor.dep_ == "dobj" and governor.head.pos_ in VERBAL
    if of_object and is_shared(denoter, noun):
        # "welcomed a resumption of ties with Chad": whatever is said of what two share, it is the subject's
        if lent := lent_by(denoter, governor.head, noun):
            return lent
        if is_denied(governor, denoter.words):
            return [party for arg in denoter.syntax.subjects(governor.head) for party in denoter.parties(arg)]
    aid = governor.pos_ in _NOUNS and governor.base in denoter.words["nouns.assistance"]
    if preposition.lower_ == "in" and aid:
        return helped_by(denoter, governor)
    if (governor.pos_ in _NOUNS or governor.lower_ == "one") and preposition.lower_ in _LENDING_TO_NOUNS:
        shared = preposition.lower_ == "in" and governor.base in denoter.words["nouns.share"]
        return denoter.owners(governor, allow_of=shared) or denoter.borrowed(governor)
    return _through_predicate(denoter, noun, governor, preposition)


def _through_predicate(denoter: Denoter, noun: Token, governor: Token, preposition: Token) -> list[Party]:
    """Return what a noun borrows from the verb, adverb or adjective whose preposition it follows."""
    felt = governor.pos_ == "ADJ" or governor.dep_ == "acomp"
    if preposition.lower_ in _FELT and felt and governor.lower_ not in _ANSWERING:
        wished = governor.lower_ in denoter.words["adjectives.wishing"] and is_shared(denoter, noun)
        return _wishers(denoter, governor) if wished else []
    if governor.pos_ in VERBAL:
        return through_verb(denoter, noun, governor, preposition)
    if governor.lower_ == "closer" and governor.head.lemma_ in DRIVING and preposition.lower_ == "to":
        return through_verb(denoter, noun, governor.head, preposition)  # "brought Peru closer to war with Chile"
    if governor.lower_ in ("close", "closer", "near") and preposition.lower_ == "to" and is_shared(denoter, noun):
        return lent_by(denoter, governor.head) if governor.head.pos_ in VERBAL else []  # "came close to war with"
    if governor.lower_ == "out" and preposition.lower_ == "of" and governor.head.pos_ in VERBAL:
        # "acted *out of* sympathy for Chad"
        lexicon, base = denoter.lexicon, noun.base
        felt = base in denoter.words["nouns.feeling"] or base in lexicon.stances or base in lexicon.mutual
        return [p for arg in denoter.syntax.subjects(governor.head) for p in denoter.parties(arg)] if felt else []
    if governor.lower_ == "short" and governor.head.pos_ in VERBAL and preposition.lower_ == "of":
        # "stopped short of a ban on"
        return [party for arg in denoter.syntax.subjects(governor.head) for party in denoter.parties(arg)]
    if governor.pos_ == "ADV" and governor.head.pos_ in VERBAL and preposition.lower_ == "in":
        return lent_by(denoter, governor.head)  # "elsewhere in the campaign"
    if governor.pos_ == "ADJ":
        return [party for bearer in denoter.syntax.bearers(governor) for party in denoter.parties(bearer)]
    return []


def _is_when(noun: Token, governor: Token, preposition: Token, words: Words) -> bool:
    """Tell whether a noun only says when something was done: "later *in the war*", "at the start of the *session*"."""
    spoken_of = preposition.lower_ == "in" and _is_known(noun) and noun.base in words["nouns.quarrel"]
    if spoken_of and not any(child.dep_ == "prep" for child in noun.children):
        return True  # "later in the war Chile and Peru found oil": whosever war it is
    is_when = preposition.lower_ == "of" and governor.lower_ in _WHEN and governor.head.lower_ in _AT
    # "at the start of the session Chile and Peru sold bonds"
    return is_when and not any(child.dep_ == "prep" and child.lower_ == "with" for child in noun.children)


def _is_anybodys(denoter: Denoter, noun: Token, governor: Token, preposition: Token) -> bool:
    """Tell whether what governs a noun leaves open whose it is: "its *warning* of an attack", whoever attacks."""
    words = denoter.words
    if governor.base in words["nouns.culprit"] and preposition.lower_ in ("of", "for", "in"):
        return True  # "called Daesh the *perpetrator* of the raid": whoever that is
    stance = governor.pos_ in _NOUNS and governor.base in denoter.lexicon.stances
    # "a policy of hostility to Chile" is the hostility, "its acceptance of the attacks" is not its attacks
    stance = stance and not (preposition.lower_ == "of" and governor.base in words["nouns.courses"])
    wanted = preposition.lower_ == "for" and governor.base in words["nouns.asked"]
    if stance and not ((preposition.lower_ == "of" or wanted) and is_shared(denoter, noun)):
        return True  # "a policy of friendship with", "its call for talks with": what one would share
    if preposition.lower_ == "of" and governor.base in words["nouns.reporting"]:
        return True  # "its warning of an attack": whoever attacks
    if preposition.lower_ == "of" and governor.base in words["nouns.thwarting"]:
        return True  # "the disruption of the *funding* of rebels": not funded by whoever disrupts it
    counted = governor.lower_ in words["nouns.numerous"] and governor.dep_ != "attr"
    # "arrested dozens of *supporters* of the party"
    return counted and preposition.lower_ == "of" and noun.base in words["nouns.following"]


def _wishers(denoter: Denoter, adjective: Token) -> list[Party]:
    """Return who is eager for what he would share: "*Peru* was anxious for talks with Chile"."""
    verb = adjective.head
    if adjective.dep_ in ("npadvmod", "advmod", "advcl", "dep") and verb.pos_ in VERBAL:
        return lent_by(denoter, verb)  # "Eager for an alliance with Chile, *Peru* gave way"
    return [party for bearer in denoter.syntax.bearers(adjective) for party in denoter.parties(bearer)]


def _culprit(denoter: Denoter, governor: Token, preposition: Token) -> Token | None:
    """Return the noun for those who did a deed: "held three *suspects* in the attack", whatever "in" hangs on."""
    if preposition.lower_ not in ("in", "behind") or preposition.i == 0:
        return None
    noun = preposition.doc[preposition.i - 1]
    near = governor.i == noun.i or (noun.dep_ in ("dobj", "nsubjpass") and noun.head.i == governor.i)
    return noun if near and noun.base in denoter.words["nouns.culprit"] else None


def _is_anothers(denoter: Denoter, governor: Token, preposition: Token) -> bool:
    """Tell whether a phrase names what another does: "accusations of attacks", "in exchange for a promise"."""
    words, lemma = denoter.words, governor.base
    if lemma in words["nouns.accusing"] or (preposition.lower_ == "for" and lemma in words["nouns.exchange"]):
        return True
    if lemma in words["verbs.mediating"] and preposition.lower_ == "in":
        return True  # "mediated in the dispute with Chile": as one who is no party to it
    if preposition.lower_ == "to" and governor.pos_ in VERBAL and _gives_way(denoter, governor, preposition):
        return True  # "bowed to demands that Danes be freed"
    # "comments on the killing of farmers", "issued a statement on the arrest": not his who says it
    told = [governor, *(child for child in governor.children if child.dep_ == "dobj")]
    # "left the talks in protest at the arrest of monks"
    told += [
        word
        for phrase in governor.children
        if phrase.lower_ in ("in", "with") and phrase.dep_ == "prep" and phrase.i < preposition.i
        for word in phrase.children
        if word.i == preposition.i - 1
    ]
    if preposition.lower_ in _FELT and any(one.base in words["nouns.feeling"] for one in told):
        return True  # "expressed its anger at the attack"
    return preposition.lower_ in _ABOUT and any(is_said(words, one) for one in told)


def _gives_way(denoter: Denoter, verb: Token, preposition: Token) -> bool:
    """Tell whether one gives way to what is another's, unless that says what he does: "yielded to a plea *to act*"."""
    if verb.lemma_ not in denoter.words["verbs.giving_way"]:
        return verb.lemma_ == "give" and verb.nbor(1).lower_ in ("in", "way")
    return not any(
        denoter.syntax.is_infinitive(clause)
        for noun in preposition.children
        for clause in noun.children
        if clause.dep_ in ("acl", "relcl")
    )


def _arisen(denoter: Denoter, noun: Token, verb: Token) -> list[Party]:
    """Return where something comes from: "criticism of the vote came mainly *from Chile*"."""
    if noun.dep_ != "nsubj" or verb.lemma_ not in denoter.words["verbs.arising"]:
        return []
    origins = [token for token in denoter.syntax.prepositional(verb, "from") if token.i > verb.i]
    return [party for token in origins for party in denoter.parties(Argument(token), preposition="from")]


def _owned_up(denoter: Denoter, noun: Token, verb: Token) -> list[Party]:
    """Return who says that he did it: "the raid was claimed by Hamas", "claimed responsibility for the raid"."""
    lemma = noun.base
    deed = lemma in denoter.words["events.force"] or lemma in denoter.words["events.killing"]
    share = lemma in denoter.words["nouns.share"]
    owning = verb.lemma_ in denoter.words["verbs.owning"] or (share and verb.lemma_ in denoter.words["verbs.denying"])
    if not (deed or share) or not owning or noun.dep_ == "nsubj":
        return []
    if denoter.syntax.is_passive(verb):
        return [party for token in denoter.syntax.agents(verb) for party in denoter.parties(Argument(token))]
    return [party for argument in denoter.syntax.subjects(verb) for party in denoter.parties(argument)]


def _met(denoter: Denoter, noun: Token, preposition: Token) -> list[Party]:
    """Return who meets or quarrels in "said in talks with Chad", "amid its war with Mali", whatever the verb says."""
    lemma = noun.base
    meeting = lemma in denoter.lexicon.meetings and preposition.lower_ in DURING
    if not meeting and (lemma not in denoter.lexicon.mutual or preposition.lower_ not in DURING | _AMID):
        return []
    if not any(child.dep_ == "prep" and child.lower_ in ("with", "to") for child in noun.children):
        return []
    if any((child.dep_ == "poss" and child.tag_ != "PRP$") or child.lower_ in ("of", "by") for child in noun.children):
        return []  # "the visit of the actress to Chad"
    verb = preposition.head
    while verb.pos_ in ("NOUN", "PROPN", "ADP") and verb.head.i != verb.i and verb.dep_ in _UNDER:
        verb = verb.head
    if verb.pos_ not in VERBAL:
        return []
    if denoter.syntax.is_passive(verb):
        # "it was agreed by Mali in talks with Chad", "because of its war with Chad Mali was shunned"
        tokens = denoter.syntax.agents(verb) if meeting else denoter.syntax.passive_subjects(verb)
        return [party for token in tokens for party in denoter.parties(Argument(token))]
    return [party for arg in denoter.syntax.subjects(verb) for party in denoter.parties(arg)]


def _is_known(noun: Token) -> bool:
    """Tell whether a noun is one spoken of before: "refused the offer", but "refused entry" itself."""
    if noun.base == "sale" and any(child.lower_ == "of" for child in noun.children):
        return False  # "approved the sale of tanks to Chad"
    return any(
        child.dep_ == "det" and child.lower_ in ("the", "this", "that", "these", "those") for child in noun.children
    )
