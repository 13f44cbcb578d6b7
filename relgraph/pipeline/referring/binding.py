"""Pronouns whose antecedent grammar decides: the judged object's "its", the callee's "him", "his" before its name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.pipeline.arguments import PASSIVE_SUBJECTS, SUBJECTS, VERBAL, Argument
from relgraph.pipeline.denoting.possessives import is_of_document, is_of_unknown, is_things_own
from relgraph.pipeline.denoting.suffered import is_done_to, is_struck
from relgraph.pipeline.referring.agreement import is_single_body
from relgraph.pipeline.syntax.deeds import is_deed, is_stance
from relgraph.pipeline.words import DONE_BY_ACTORS, SOMEBODY

if TYPE_CHECKING:
    from relgraph.pipeline.denoting.denotation import Denoter
    from relgraph.pipeline.nlp.parse import Token
    from relgraph.pipeline.parties import Party

_GROUNDS = frozenset({"for", "over", "about", "because", "due", "owing", "regarding", "concerning"})
_AFTER = frozenset({"after", "following", "since"})
"""With an attack they say what somebody is judged for: "condemned Iraq after its invasion"."""
_ANSWERS = frozenset({"response", "retaliation", "reaction", "revenge", "retribution", "reprisal", "protest", "answer"})
_AGAINST = ("on", "against", "upon", "with", "from")
_MAX_STEPS = 8
_FRONTED = frozenset({"prep", "advcl"})


def judged(denoter: Denoter, pronoun: Token) -> Token | None:
    """Return the object of "condemned Iran for *its* support": the grounds are the judged one's, not the judge's.

    What a deed strikes for which he is judged is the judge's: "blamed Iran for a raid on *its* embassy".
    """
    token = pronoun
    for _ in range(_MAX_STEPS):
        head = token.head
        if head.i == token.i or (token.pos_ in VERBAL and any(child.dep_ in SUBJECTS for child in token.children)):
            return None
        hostile = pronoun.head.base in denoter.words.either("events.force", "events.killing")
        if token.dep_ in ("prep", "advcl") and token.lower_ in (_GROUNDS | _AFTER if hostile else _GROUNDS):
            hit = _hit(denoter, head, token, answering=False)
            if hit is not None:
                return hit
            if thanked := _thanked(denoter, head):
                return thanked
            verb = head if head.pos_ in VERBAL else head.head if head.dep_ == "dobj" else head
            if verb.pos_ in VERBAL and (verb.lemma_ in denoter.words["verbs.judging"] or _turns_on(denoter, verb)):
                if is_struck(denoter, pronoun.head) or is_done_to(denoter, pronoun):
                    return None
                objects = denoter.syntax.passive_subjects(verb) or denoter.syntax.objects(verb)
                objects = objects or denoter.syntax.prepositional(verb, "against")
                return next((noun for noun in objects if noun.i < token.i), None)
        if token.lower_ == "in" and head.pos_ in VERBAL and any(child.lower_ in _ANSWERS for child in token.children):
            return _hit(denoter, head, token, answering=True)
        token = head
    return None


def _turns_on(denoter: Denoter, verb: Token) -> bool:
    """Tell whether a verb says that one answers what another did: "*retaliated* against Chad for its support"."""
    return verb.lemma_ in denoter.words["verbs.turning_on"] and bool(denoter.syntax.prepositional(verb, "against"))


def _thanked(denoter: Denoter, word: Token) -> Token | None:
    """Return the one to whom thanks are given: "expressed gratitude to *Chad* for its help"."""
    thanks = denoter.words["nouns.thanks"]
    holders = [word, *(child for child in word.children if child.dep_ == "dobj" and child.base in thanks)]
    if word.base not in thanks and len(holders) == 1:
        return None
    return next((noun for holder in holders for noun in denoter.syntax.prepositional(holder, "to")), None)


def _hit(denoter: Denoter, verb: Token, phrase: Token, *, answering: bool) -> Token | None:
    """Return whom an act is against in "imposed sanctions on *Chad* for its raids": they were Chad's.

    Of an act that answers them ("halted trade with *Chad* in response to") any object will do, else only a measure.
    """
    if verb.pos_ not in VERBAL:
        return None
    syntax, measures = denoter.syntax, denoter.words["nouns.measures"]
    objects = syntax.objects(verb)
    taken = [noun for noun in objects if answering or noun.base in measures]
    if not taken and not answering:
        return None
    hit = [noun for word in _AGAINST for holder in (*taken, verb) for noun in syntax.prepositional(holder, word)]
    hit += (syntax.passive_subjects(verb) or objects) if answering else []
    return next((noun for noun in hit if noun.i < phrase.i and denoter.denote(noun)), None)


def helped_in(denoter: Denoter, pronoun: Token) -> Token | None:
    """Return whom somebody helps in "help Manila in *its* fight": the fight is his who is helped."""
    preposition = pronoun.head.head
    if pronoun.tag_ != "PRP$" or pronoun.head.dep_ != "pobj" or preposition.lower_ not in ("in", "with"):
        return None
    helped = preposition.head
    verb = helped if helped.pos_ in VERBAL else helped.head if helped.dep_ == "dobj" else None
    if verb is None or verb.pos_ not in VERBAL:
        return None
    asking = verb.head
    if verb.lemma_ in denoter.words["verbs.mediating"] and verb.dep_ in ("xcomp", "ccomp", "advcl"):
        # "*Chad* asked Libya to mediate in its dispute with Sudan"
        asked = asking.lemma_ in denoter.words.either("verbs.desire", "verbs.telling")
        return next((child for child in asking.children if child.dep_ in SUBJECTS), None) if asked else None
    if pronoun.head.base not in denoter.words["nouns.fought"]:
        return None
    objects = [noun for noun in denoter.syntax.objects(verb) if noun.i < pronoun.i]
    if _helps(denoter, verb):
        return next(iter(objects), None)
    handed = verb.lemma_ in denoter.words["verbs.handing"]  # "cut aid *to Chad* in its", "gave it arms in its"
    given = [noun for noun in objects if handed or noun.base in denoter.words["nouns.assistance"]]
    helped_ones = [one for noun in (*given, *(verb,) * bool(given)) for one in denoter.syntax.prepositional(noun, "to")]
    return next((one for one in helped_ones if one.i < pronoun.i), None)


def _helps(denoter: Denoter, verb: Token) -> bool:
    return verb.lemma_ == "join" or verb.lemma_ in denoter.words["verbs.helping"]


def fearing(denoter: Denoter, pronoun: Token) -> Token | None:
    """Return who fears harm in "*Peru* is concerned that a war would harm its interests": they are his own."""
    verb = pronoun.head.head
    if pronoun.head.dep_ != "dobj" or verb.lemma_ not in denoter.words["verbs.harming"] or verb.dep_ != "ccomp":
        return None
    if any(child.lower_ == "own" for child in pronoun.head.children):
        return None
    above = verb.head if verb.head.pos_ in VERBAL and verb.head.dep_ != "acomp" else verb.head.head
    return next((child for child in above.children if child.dep_ in SUBJECTS), None)


def able(denoter: Denoter, pronoun: Token) -> Token | None:
    """Return whose ability or plan it is in "the ability of *Peru* to fund its operations": they are his own."""
    verb, words = pronoun.head.head, denoter.words
    noun = verb.head
    if pronoun.tag_ != "PRP$" or pronoun.head.dep_ != "dobj" or verb.dep_ not in ("acl", "relcl") or verb.tag_ != "VB":
        return None
    if noun.base not in words.either("nouns.powers", "nouns.refusing", "nouns.ongoing"):
        return None
    if verb.lemma_ in words["verbs.harming"] or is_done_to(denoter, pronoun):
        return None
    owners = [child for child in noun.children if child.dep_ == "poss"]
    owners += [token for child in noun.children if child.lower_ == "of" for token in child.children]
    owners += [child for child in noun.lefts if child.dep_ == "amod" and child.i in denoter.mention_at]
    return next(iter(owners), None)


def addressed(denoter: Denoter, pronoun: Token) -> Token | None:
    """Return the object of "phoned Chad to thank *it*": what the clause acts on is whom the verb above acts on.

    Not of "urged Chad to thank it", where the object of the verb itself does the thanking.
    """
    if pronoun.dep_ != "dobj":
        return None
    clause = pronoun.head
    while clause.dep_ == "conj" and clause.head.pos_ in VERBAL:
        clause = clause.head
    verb = clause.head
    if clause.dep_ not in ("xcomp", "advcl") or verb.pos_ not in VERBAL or not is_subjectless(clause):
        return None
    if verb.lemma_ not in denoter.words["verbs.contacting"]:
        return None
    objects = [*denoter.syntax.objects(verb), *denoter.syntax.prepositional(verb, "with")]
    return next((noun for noun in objects if noun.i < pronoun.i), None)


def controlled(denoter: Denoter, pronoun: Token) -> Token | None:
    """Return the object of "urged *Chad* to end its raids": what one is asked to end is one's own.

    So is what one has done with it: "asked *Chad* to pull back the troops that it had massed".
    """
    ended = _massed(pronoun) if pronoun.dep_ in SUBJECTS else pronoun.head if pronoun.dep_ == "poss" else None
    if ended is None or ended.dep_ != "dobj" or ended.head.dep_ not in ("xcomp", "ccomp"):
        return None
    verb, words = ended.head, denoter.words
    own = words["verbs.ending"] if pronoun.dep_ == "poss" else words.either("verbs.ending", "verbs.moving")
    if verb.lemma_ not in own or verb.head.lemma_ not in words.either("verbs.desire", "verbs.telling"):
        return None
    if not any(child.tag_ == "TO" for child in verb.children):
        return None
    return next((noun for noun in denoter.syntax.objects(verb.head) if noun.i < verb.i), None)


def _massed(pronoun: Token) -> Token | None:
    """Return the noun of which a clause says what the one whom a pronoun means has done with it."""
    clause = pronoun.head
    return clause.head if clause.dep_ == "relcl" and clause.head.i < pronoun.i else None


def treated_by(denoter: Denoter, pronoun: Token) -> Token | None:
    """Return the object of "harmed the *rebels* by expelling them", or who owns it: "broke the *rebels*' will by"."""
    doing = pronoun.head
    if (
        pronoun.dep_ != "dobj"
        or doing.dep_ != "pcomp"
        or doing.head.lower_ != "by"
        or doing.head.head.pos_ not in VERBAL
    ):
        return None
    for noun in denoter.syntax.objects(doing.head.head):
        owner = next((child for child in noun.children if child.dep_ == "poss"), noun)
        if owner.tag_ in ("NNS", "NNPS"):
            return owner
    return None


def obliged(denoter: Denoter, pronoun: Token) -> Token | None:
    """Return the listener of "told Chad that *it* must leave": who is told what must be done has to do it.

    So too who is asked: "asked Chad if *it* was worried".
    """
    clause = pronoun.head
    if clause.head.lemma_ == "ask" and any(c.dep_ == "mark" and c.lower_ in ("if", "whether") for c in clause.lefts):
        asked = (child for child in clause.head.children if child.dep_ in ("dobj", "dative", "nsubjpass"))
        return next((noun for noun in asked if pronoun.dep_ in SUBJECTS and noun.i < pronoun.i), None)
    verb = saying(denoter, clause)
    if verb is None and clause.dep_ == "ccomp" and clause.head.lemma_ in denoter.words["verbs.telling"]:
        verb = clause.head
    if verb is None or pronoun.dep_ not in SUBJECTS | PASSIVE_SUBJECTS or not _is_duty(denoter, clause):
        return None
    syntax = denoter.syntax
    heard = [child for child in verb.children if child.dep_ in ("dobj", "dative", "nsubjpass")]
    heard += syntax.prepositional(verb, "to")
    heard += [noun for child in verb.children if child.lower_ == "clear" for noun in syntax.prepositional(child, "to")]
    return next((noun for noun in heard if noun.i < pronoun.i and noun.pos_ != "ADP"), None)


def _is_duty(denoter: Denoter, clause: Token) -> bool:
    """Tell whether a clause says what is to be done: "must leave", "has to leave"."""
    auxiliaries = [child.lower_ for child in clause.children if child.dep_ == "aux"]
    if any(word in denoter.words["modals.demanded"] for word in auxiliaries):
        return True
    return clause.lemma_ in ("have", "need") and any(child.dep_ == "xcomp" for child in clause.children)


def saying(denoter: Denoter, clause: Token) -> Token | None:
    """Return the verb that says a clause: "*said* that", "*made* clear that", "*made* it clear that"."""
    above = clause.head
    if clause.dep_ in ("ccomp", "parataxis") and (
        above.lemma_ in denoter.words["verbs.speaking"]
        or (above.lemma_ == "make" and any(child.lower_ == "clear" for child in above.children))
    ):
        return above
    if clause.dep_ in ("ccomp", "advcl", "xcomp") and above.lower_ == "clear" and above.head.lemma_ == "make":
        return above.head
    return None


def announced(pronoun: Token) -> Token | None:
    """Return the subject that follows in "In *his* speech, Mandela praised", "Before *he* left, Mandela praised".

    Also that of "*Its* ports blockaded by Chile, Peru surrendered".
    """
    absolute = _of_absolute(pronoun)
    if absolute is not None:
        return absolute
    token = pronoun
    fronted = False
    for _ in range(_MAX_STEPS):
        head = token.head
        if head.i == token.i:
            return None
        fronted = fronted or (token.dep_ in _FRONTED and head.i > token.i)
        if fronted and head.pos_ in VERBAL and head.i > pronoun.i:
            return next(
                (
                    child
                    for child in head.children
                    if child.dep_ in SUBJECTS | PASSIVE_SUBJECTS and child.i > token.right_edge.i
                ),
                None,
            )
        token = head
    return None


def _of_absolute(pronoun: Token) -> Token | None:
    """Return the subject of a sentence that begins with whose things something has been done to."""
    noun = pronoun.head
    verb = noun.head
    if not pronoun.is_sent_start or noun.dep_ not in SUBJECTS or verb.pos_ not in VERBAL:
        return None
    if not any(child.dep_ == "acl" and child.tag_ == "VBN" for child in noun.children):
        return None
    after = [
        child for child in verb.children if child.dep_ in SUBJECTS | PASSIVE_SUBJECTS and noun.i < child.i < verb.i
    ]
    return after[0] if after and noun.doc[after[0].left_edge.i - 1].text == "," else None


def is_subjectless(clause: Token) -> bool:
    """Tell whether a clause has no subject of its own."""
    return not any(child.dep_ in SUBJECTS or child.dep_ in PASSIVE_SUBJECTS for child in clause.children)


def means_another(denoter: Denoter, token: Token, subject: Token | None, *, plural: bool) -> bool:
    """Tell whether "its" and "their" belong to a body that acts in their own clause and is nobody known.

    "It" at the head of a sentence goes on about the thing that the sentence before was about. `subject` is that of the
    pronoun's clause.
    """
    if token.tag_ == "PRP$":
        if is_of_document(denoter, token):
            return True
        if subject is None:
            return False
        if not plural and (is_things_own(denoter, token, subject) or is_of_unknown(denoter, subject)):
            return True
        body = plural and is_single_body(denoter, subject)  # "the *committee* wrote their report"
        if (subject.tag_ != ("NNS" if plural else "NN") and not body) or denoter.denote(subject):
            return False
        return subject.base in denoter.words.either(*SOMEBODY)
    start = token.sent.start
    if plural or start == 0 or token.dep_ not in SUBJECTS or token.head.dep_ != "ROOT":
        return False
    root = denoter.doc[start - 1].sent.root
    before = next((child for child in root.children if child.dep_ in SUBJECTS | PASSIVE_SUBJECTS), None)
    if before is None or before.tag_ not in ("PRP", "NN", "NNP") or denoter.denote(before):
        return False
    if before.lower_ == "it" or before.base in denoter.words["bodies.documents"]:
        return True
    return token.head.lemma_ not in denoter.words.either(*DONE_BY_ACTORS)


def deed_under(denoter: Denoter, pronoun: Token) -> Token | None:
    """Return the noun whose phrase a pronoun stands in, also where the parser hung the phrase on the noun's verb."""
    phrase = pronoun.head
    noun, before = phrase.head, pronoun.doc[phrase.i - 1]
    if phrase.dep_ != "prep" or phrase.i == 0 or noun.i > phrase.i:
        return None
    if noun.pos_ in VERBAL and before.pos_ == "NOUN" and noun.is_ancestor(before):
        done = is_deed(denoter, before) or is_stance(denoter, before)  # no "wrote Chad's name on it"
        noun = before if done else noun
    return noun if noun.pos_ == "NOUN" else None


def doers_of_noun(denoter: Denoter, pronoun: Token) -> list[Party]:
    """Return whose deed it is that is done to an object pronoun: "*Peru's* raid on it", "the *Peruvian* claims to it".

    It means others than them, and may well mean the subject of the clause: "Chile condemned Peru's raid on *it*".
    """
    if pronoun.tag_ != "PRP" or pronoun.dep_ != "pobj":
        return []
    noun = deed_under(denoter, pronoun)
    if noun is None:
        return []
    return denoter.owners(noun, allow_of=False)


def within(pronoun: Token) -> Token:
    """Return the pronoun, or the verb that it is the object of in sense: "wanted *it* to end"."""
    verb = pronoun.head
    infinitive = verb.tag_ == "VB" and any(child.tag_ == "TO" for child in verb.children)
    return verb.head if pronoun.dep_ in SUBJECTS and infinitive and verb.dep_ in ("ccomp", "xcomp") else pronoun


def told(denoter: Denoter, token: Token) -> set[str]:
    """Return whom a statement is only told: "the firm told the BBC that *it* would sell" is not about the BBC."""
    clause = token.head
    if token.dep_ not in SUBJECTS | PASSIVE_SUBJECTS or clause.dep_ != "ccomp" or clause.head.lemma_ != "tell":
        return set()
    hearers = [child for child in clause.head.children if child.dep_ in ("dobj", "dative")]
    return {party.actor for hearer in hearers for party in denoter.denote(hearer)}


def own_side(denoter: Denoter, subject: Token, *, all_of: bool = False) -> set[str]:
    """Return whom a subject denotes and for whom it speaks, which an object of its verb cannot mean.

    With `all_of` also those who are coordinated with it: "neither Chad nor *Mali* will fund it".
    """
    cast, named = denoter.cast, denoter.mention_at.get(subject.i)
    denoted = denoter.parties(Argument(subject)) if all_of else denoter.denote(subject)
    parties = [*denoted, *([named] if named is not None else [])]
    return {actor for party in parties for actor in cast.chain(party.actor)}


def unknown_people(denoter: Denoter, start: int, end: int) -> bool:
    """Tell whether people of whom it is not known who they are act there: "they" may be these."""
    return any(
        token.tag_ == "NNS"
        and token.dep_ in SUBJECTS | PASSIVE_SUBJECTS
        and token.base in denoter.words["nouns.people_acting"]
        and not denoter.denote(token)
        for token in denoter.doc[start:end]
    )


def owner_before(denoter: Denoter, possessive: Token) -> Token | None:
    """Return the name to which "its" adds somebody: "sued *Gazprom*, its unit Sibneft and Rosneft"."""
    i = possessive.i
    if i < 2 or possessive.nbor(-1).text != "," or i - 2 not in denoter.mention_at:
        return None
    mention, noun = denoter.mention_at[i - 2], possessive.head
    while noun.dep_ in ("compound", "nmod", "poss") and noun.head.i > i:
        noun = noun.head
    for _ in range(2):
        if noun.dep_ not in ("appos", "conj"):
            return None
        noun = noun.head
        if mention.start <= noun.i < mention.end:
            return noun
    return None
