"""Who does what a verb without a subject says: control and raising, coordination, participles, infinitives."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.pipeline.arguments import OBJECTS, SUBJECTS, VERBAL, Argument
from relgraph.pipeline.syntax.errands import is_purpose, sent_to_do
from relgraph.pipeline.syntax.expletives import takes_long
from relgraph.pipeline.syntax.identified import identified
from relgraph.pipeline.syntax.infinitives import given_leave, holder_of, of_infinitive, told_to
from relgraph.pipeline.syntax.letters import writing
from relgraph.pipeline.syntax.negation import is_rather_than
from relgraph.pipeline.syntax.subjects import embodied, whose_to_do
from relgraph.pipeline.words import SOMEBODY

if TYPE_CHECKING:
    from relgraph.pipeline.nlp.parse import Token
    from relgraph.pipeline.syntax.syntax import Syntax

_WHEN = frozenset({"after", "before", "while", "without", "since"})
_SPEECH = ("verbs.speaking", "verbs.judging", "verbs.declaring")
_HAVING = frozenset({"have", "let", "make", "keep", "get"})
"""Whoever has, makes or keeps a thing is no other than who does what its gerund says: "had the aim of leaving"."""
_CHARGES = frozenset({"charge", "suspicion", "accusation", "count", "allegation"})
_CONTROLLING = frozenset({"of", "for", "from", "into", "with", "over", "against", "to", "on"})


def inherited_subjects(syntax: Syntax, verb: Token) -> list[Argument]:
    """Return the logical subjects that a verb takes from what governs it or from what it is coordinated with."""
    head = verb.head
    dep = verb.dep_
    if head.i == verb.i:
        # a headline: "Thai PM to visit Laos"
        named = [child for child in verb.lefts if child.dep_ in ("dep", "npadvmod") and child.pos_ == "PROPN"]
        return [Argument(token) for token in named[-1:]] if syntax.is_infinitive(verb) else []
    if dep == "conj" and head.dep_ == "pcomp" and verb.nbor(-1).text == "," and head.head.head.pos_ in VERBAL:
        return list(syntax.subjects(head.head.head))  # "to congratulate him on winning, *inviting* him"
    if dep == "conj":
        return _subjects_of_conjunct(syntax, verb, head)
    if dep in ("xcomp", "ccomp", "advcl", "oprd", "dep", "acomp", "attr", "parataxis"):
        return _controller(syntax, verb, head)
    if dep == "acl" and syntax.is_infinitive(verb) and is_purpose(head):
        governor = head.head.head
        if syntax.is_passive(governor):
            return [Argument(token) for token in syntax.agents(governor) or syntax.passive_subjects(governor)]
        return list(syntax.subjects(governor))
    if dep == "acl" and syntax.is_infinitive(verb) and not _controller(syntax, verb, head):
        # "a need to coordinate their activity": the possessive says whose
        return [
            Argument(token)
            for child in verb.children
            if child.dep_ == "dobj"
            for token in child.children
            if token.dep_ == "poss" and token.tag_ == "PRP$"
        ]
    if dep == "pcomp" and head.lower_ == "in" and head.head.lemma_ == "join" and not syntax.is_passive(head.head):
        # "Kenya joined Ghana in condemning it": both do
        return [*syntax.subjects(head.head), *(Argument(token) for token in syntax.objects(head.head))]
    if dep == "pcomp" or (dep == "pobj" and head.pos_ in ("ADP", "SCONJ")):
        return _controller_through_preposition(syntax, head)
    if dep in ("acl", "relcl"):
        return _of_modified_noun(syntax, verb, head)
    if is_lost_participle(verb):
        return list(syntax.subjects(head.head))
    if dep == "amod" and verb.tag_ == "VBG":
        return [Argument(head)]
    return []


def _of_modified_noun(syntax: Syntax, verb: Token, noun: Token) -> list[Argument]:
    """Return who does what a clause says that modifies a noun: "the *states* accused of it"."""
    if verb.dep_ == "relcl" and any(child.tag_ in ("WDT", "WP") and child.dep_ in OBJECTS for child in verb.children):
        return []
    if syntax.is_infinitive(verb):
        return of_infinitive(syntax, verb, noun)
    if (above := writing(verb, noun)) is not None:
        return list(syntax.subjects(above))
    one = identified(noun)
    return [Argument(one, lends=verb.tag_ == "VBG" and one.i == noun.i)]


def _subjects_of_conjunct(syntax: Syntax, verb: Token, head: Token) -> list[Argument]:
    if verb.tag_ in ("VBZ", "VBP", "VBD"):
        # A finite verb is no second half of "would harm": it belongs to the finite verb above.
        while (
            head.tag_ == "VB"
            and head.pos_ in VERBAL
            and head.head.i != head.i
            and any(c.dep_ == "aux" for c in head.children)
        ):
            head = head.head
            while head.pos_ not in VERBAL and head.head.i != head.i:
                head = head.head
    if head.pos_ in VERBAL:
        if syntax.is_passive(head):
            return [Argument(token) for token in syntax.passive_subjects(head)]
        return list(syntax.subjects(head))
    if head.pos_ in ("NOUN", "PROPN", "ADJ"):
        outer = head
        while outer.dep_ == "conj" and outer.head.i != outer.i:
            outer = outer.head
        if outer.dep_ in ("dobj", "pobj", "attr", "acomp", "ccomp", "xcomp") and outer.head.pos_ in VERBAL:
            return list(syntax.subjects(outer.head))
        if outer.dep_ in ("acl", "relcl"):
            return [Argument(outer.head)]
    return []


def is_lost_participle(verb: Token) -> bool:
    """Tell whether the parser made a participle a modifier of its object: "*Defying* warnings, India signed"."""
    noun = verb.head
    return (
        verb.dep_ == "amod"
        and verb.tag_ == "VBG"
        and noun.dep_ in ("npadvmod", "dep", "advcl")
        and noun.head.pos_ in VERBAL
        and noun.left_edge.i == verb.i
        and noun.i < noun.head.i
        and noun.right_edge.nbor().text == ","
    )


def _controller(syntax: Syntax, verb: Token, head: Token) -> list[Argument]:
    if head.pos_ in VERBAL:
        given = given_leave(syntax, head, verb)
        if given:
            return [Argument(token) for token in given]
        if told := told_to(syntax, verb, head):
            return told
        if syntax.is_infinitive(verb) and (weighed := whose_to_do(head, verb) or takes_long(head, syntax.words)):
            return [Argument(token) for token in weighed]
        doing = embodied(head) if head.lemma_ == "be" else None
        if doing is not None:
            return list(syntax.subjects(doing))
        if _object_controls(syntax, head, verb):
            objects = [token for token in syntax.objects(head) if token.i != verb.i] or _addressed(syntax, head, verb)
            if objects and (head.lemma_ in syntax.words["verbs.told"] or any(_may_act(syntax, t) for t in objects)):
                senders = sent_to_do(syntax, objects[0]) if syntax.is_infinitive(verb) else []
                return senders or [Argument(token) for token in objects]
        if syntax.is_passive(head):
            if head.lemma_ in syntax.words["verbs.purposing"]:
                return _meaning(syntax, head)
            using = head.lemma_ in syntax.words["verbs.using"]  # "could be used by Chad to attack Mali"
            disposed = head.lemma_ in syntax.words["verbs.disposing"]  # "was sold to help Chad": by whoever sells it
            if (verb.dep_ == "advcl" or using) and syntax.is_infinitive(verb):
                agents = syntax.agents(head) if head.lemma_ not in syntax.words["verbs.binding"] else []
                if agents or disposed:
                    return [Argument(token) for token in agents]
            return [Argument(token) for token in syntax.passive_subjects(head)]
        if verb.tag_ == "VBG" and verb.dep_ != "advcl" and _is_law(syntax, head):
            return []  # "the law forbids *insulting* the king"
        if verb.dep_ == "advcl" and any(
            child.dep_ == "mark" and child.lower_ in ("as", "than") and not is_rather_than(child)
            for child in verb.children
        ):
            return []
        return list(syntax.subjects(head))
    if head.pos_ == "ADJ" or (head.tag_ in ("VBN", "JJ") and head.dep_ in ("acomp", "amod")):
        copula = head.head
        if syntax.is_infinitive(verb) and copula.pos_ in VERBAL and (weighed := whose_to_do(copula, verb)):
            return [Argument(token) for token in weighed]
        return syntax.bearers(head)
    if head.pos_ == "ADV" and head.head.pos_ in VERBAL and head.lower_ == "far":
        return list(syntax.subjects(head.head))  # "went so far as to denounce"
    if head.pos_ in ("NOUN", "PROPN"):
        if head.dep_ in ("attr", "dobj") and head.head.pos_ in VERBAL:
            given = given_leave(syntax, head.head, verb)
            return [Argument(token) for token in given] or list(syntax.subjects(head.head))
        return holder_of(head)
    return []


def _is_law(syntax: Syntax, verb: Token) -> bool:
    """Tell whether a law is said to do something: by it others do or leave what a gerund after the verb says."""
    return any(child.dep_ in SUBJECTS and child.base in syntax.words["nouns.law"] for child in verb.children)


def _meaning(syntax: Syntax, participle: Token) -> list[Argument]:
    """Return who is meant to do it or means to with what is his: "*Peru* took measures designed to weaken Chile"."""
    agents = syntax.agents(participle)
    if agents:
        return [Argument(token) for token in agents]
    return [Argument(token, owner=own) for token in syntax.passive_subjects(participle) for own in (False, True)]


def _object_controls(syntax: Syntax, head: Token, verb: Token) -> bool:
    """Tell whether the object of a verb does what its infinitive says; "attacked X to punish" is no such case."""
    if head.lemma_ in syntax.words["verbs.perceiving"] and verb.tag_ in ("VBG", "VB"):
        return verb.dep_ in ("xcomp", "ccomp", "oprd", "dep") and not syntax.is_infinitive(verb)
    if head.lemma_ not in syntax.words["verbs.object_control"] or _is_phone_call(head, verb):
        return False
    if any(child.dep_ == "aux" and child.tag_ in ("MD", "VBD", "VBZ", "VBP") for child in verb.children):
        return False  # "told the press it would": a clause of its own
    if verb.dep_ == "advcl" and verb.i < head.i:
        return False  # "To contain Iran, Peru asked Chile for help"
    if verb.dep_ == "advcl":
        willing = ("verbs.intending", "verbs.impelling")
        willed = syntax.is_infinitive(verb) and any(head.lemma_ in syntax.words[name] for name in willing)
        told = syntax.objects(head) if willed else []
        if head.lemma_ in syntax.words["verbs.appealing"]:
            told = told or _addressed(syntax, head, verb)
        return any(_may_act(syntax, token) for token in told)
    return verb.dep_ in ("xcomp", "ccomp", "oprd", "dep")


def _addressed(syntax: Syntax, head: Token, verb: Token) -> list[Token]:
    """Return who is to do it in "called on Mali to attack", "appealed to Mali to leave", "relied on Mali to help"."""
    if not syntax.is_infinitive(verb):
        return []
    found = (syntax.prepositional(head, preposition) for preposition in ("on", "upon", "to", "with", "for"))
    return next(([token for token in tokens if token.i < verb.i] for tokens in found if tokens), [])


def _may_act(syntax: Syntax, token: Token) -> bool:
    """Tell whether a noun is somebody, who can be told to do something: "ordered a carrier there to deter Iran"."""
    if token.pos_ in ("PROPN", "PRON") or token.ent_type_ in ("GPE", "NORP", "ORG", "PERSON"):
        return True
    return token.base in syntax.words.either(*SOMEBODY, "nouns.pair")


def _is_phone_call(head: Token, verb: Token) -> bool:
    """Tell whether "called" means by phone: "called Macron to thank him", not "called on Macron to resign"."""
    return (
        head.lemma_ == "call"
        and any(child.dep_ == "dobj" for child in head.children)
        and any(child.dep_ == "dobj" and child.tag_ == "PRP" for child in verb.children)
    )


def _controller_through_preposition(syntax: Syntax, preposition: Token) -> list[Argument]:
    governor = preposition.head
    if governor.i == preposition.i:
        return []
    if preposition.lower_ in ("on", "about", "over") and _is_settled(syntax, governor):
        return []
    if preposition.lower_ == "for":
        thanked = _thanked(syntax, governor)
        if thanked:
            return [Argument(token) for token in thanked]
    if governor.pos_ in VERBAL:
        if governor.dep_ == "relcl" and preposition.lower_ in _WHEN and not _may_act(syntax, governor.head):
            above = next((token for token in governor.head.ancestors if token.pos_ in VERBAL), None)
            said = any(child.lemma_ in syntax.words.either(*_SPEECH) for child in preposition.children)
            if above is not None and said:
                return list(syntax.subjects(above))  # "skipped a *summit* that began after accusing Zambia"
        if preposition.i > governor.i and _controls_by(syntax, governor, preposition):
            objects = syntax.objects(governor)
            if objects and not objects[0].lower_.endswith(("self", "selves")):  # "committed itself to helping"
                apart = any(is_judged_apart(second, preposition) for token in objects for second in token.rights)
                end = preposition.i if apart else None
                return [Argument(token, ahead_of=end) for token in objects if end is None or token.i < end]
        if preposition.lower_ == "as" and governor.lemma_ in syntax.words["verbs.regarding"]:
            return [Argument(token) for token in syntax.objects(governor)]  # "quoted the general as saying"
        if preposition.lower_ == "for" and (punished := _punished(syntax, preposition, ("on", "against", "upon"))):
            # "imposed a fine on the bank for helping Iran", "filed charges against him for killing"
            return [Argument(token) for token in punished]
        if syntax.is_passive(governor):
            if governor.lemma_ in syntax.words["verbs.purposing"] and preposition.lower_ != "by":
                return _meaning(syntax, governor)
            agents = syntax.agents(governor) if preposition.lower_ == "by" else []
            return [Argument(token) for token in agents or syntax.passive_subjects(governor)]
        return list(syntax.subjects(governor))
    if governor.pos_ == "ADJ":
        return syntax.bearers(governor)
    if governor.pos_ == "ADV" and governor.head.pos_ in VERBAL:
        return list(syntax.subjects(governor.head))  # "stopped short of denouncing", "is far from denouncing"
    if governor.pos_ in ("NOUN", "PROPN"):
        if governor.dep_ == "conj" and is_judged_apart(governor, preposition):
            return [Argument(governor)]
        accused = _accused_above(syntax, governor) if preposition.lower_ == "of" else []
        accused = accused or _charged(syntax, governor)
        if accused:
            return [Argument(token) for token in accused]
        if preposition.lower_ == "for":
            # "the arrest of a general for plotting", "sanctions on the bank for helping"
            if punished := _punished(syntax, preposition, ("of", "on", "against")):
                return [Argument(token) for token in punished]
        elif (
            governor.dep_ == "dobj"
            and _controls_by(syntax, governor.head, preposition)
            and (governor.head.lemma_ not in _HAVING or _may_act(syntax, governor))
        ):
            return [Argument(governor)]  # "accused the emirate of stealing": hung on the noun
        return _accused(syntax, governor) or holder_of(governor)
    if governor.pos_ in ("ADP", "SCONJ"):
        accused = _accused_above(syntax, governor) if preposition.lower_ == "of" else []
        return [Argument(token) for token in accused] or _controller_through_preposition(syntax, governor)
    return []


def _punished(syntax: Syntax, why: Token, links: tuple[str, ...]) -> list[Token]:
    """Return on whom a measure is that stands before what it is for."""
    hit = (syntax.prepositional(why.head, link) for link in links)
    return next((tokens for tokens in hit if tokens and tokens[0].i < why.i), [])


def is_judged_apart(second: Token, preposition: Token) -> bool:
    """Tell whether somebody is judged for another thing than who stands before: "accused Chad of it and *Mali of*"."""
    own = any(
        child.dep_ == "prep" and child.lower_ == preposition.lower_ and any(c.dep_ == "pcomp" for c in child.children)
        for child in second.rights
    )
    return own and second.dep_ == "conj" and second.head.dep_ == "dobj"


def _is_settled(syntax: Syntax, governor: Token) -> bool:
    """Tell whether a phrase says what is settled: "reached an *agreement* with Chad on limiting arms"."""
    nouns = (governor, *(child for child in governor.children if child.dep_ == "dobj"))
    return any(noun.pos_ == "NOUN" and noun.lemma_ in syntax.words["nouns.settlement"] for noun in nouns)


def _accused(syntax: Syntax, noun: Token) -> list[Argument]:
    """Return who did it in "*Peru* denied accusations of arming the rebels", "allegations against *Peru* of arming"."""
    words, lemma, verb = syntax.words, noun.base, noun.head
    if lemma not in words["nouns.accusing"]:
        claimed = lemma in words["nouns.claim"] and noun.dep_ == "dobj" and verb.lemma_ in words["verbs.dismissing"]
        return list(syntax.subjects(verb)) if claimed else []
    against = syntax.prepositional(noun, "against")
    if against:
        return [Argument(token) for token in against]
    heard = verb.lemma_ in words["verbs.denying"] or verb.lemma_ in words["verbs.answering"]
    return list(syntax.subjects(verb)) if noun.dep_ == "dobj" and heard else []


def _charged(syntax: Syntax, noun: Token) -> list[Token]:
    """Return who is held for what a gerund says: "arrested *two Chileans* on charges of spying"."""
    verb = noun.head.head
    if noun.dep_ != "pobj" or noun.head.lower_ not in ("on", "under") or noun.base not in _CHARGES:
        return []
    return [token for token in syntax.objects(verb) if token.i < noun.i or syntax.is_passive(verb)]


def _controls_by(syntax: Syntax, verb: Token, preposition: Token) -> bool:
    """Tell whether a verb's object does what the gerund after a preposition says: "accused Chad of arming"."""
    return verb.lemma_ in syntax.words["verbs.object_control"] and preposition.lower_ in _CONTROLLING


def _thanked(syntax: Syntax, word: Token) -> list[Token]:
    """Return who did it in "gratitude to Mali for hosting the talks", "expressed its thanks to Mali for hosting"."""
    thanks = syntax.words["nouns.thanks"]
    if word.pos_ in ("NOUN", "PROPN"):
        return syntax.prepositional(word, "to") if word.base in thanks else []
    given = any(child.dep_ == "dobj" and child.base in thanks for child in word.children)
    return syntax.indirect(word) if given else []


def _accused_above(syntax: Syntax, adjunct: Token) -> list[Token]:
    """Return whom a verb accuses where an adjunct swallowed its of-phrase: "accused Chad, on no evidence, of lying"."""
    verb = adjunct.head.head if adjunct.dep_ == "pobj" else adjunct.head
    if verb.lemma_ not in ("accuse", "suspect", "convict"):
        return []
    return [token for token in syntax.objects(verb) if token.i < adjunct.i]
