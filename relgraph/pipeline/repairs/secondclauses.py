"""Clauses that the parser joined to a noun: a second main clause, by its subject, and the clause that one is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.pipeline.arguments import VERBAL
from relgraph.pipeline.nlp.parse import hang
from relgraph.pipeline.repairs.contrasts import part_contrasts
from relgraph.pipeline.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from relgraph.pipeline.nlp.parse import Doc, Token

_FINITE = frozenset({"VBP", "VBZ", "VBD"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl", "csubj"})
_DASHES = frozenset({"–", "—", "-"})
_JOINED = frozenset({"dobj", "pobj", "attr", "conj"})
_SECOND = frozenset({"conj", "dep"})
_TOLD = frozenset({"VBD", "VBZ"})
_ASTRAY = frozenset({"dobj", "dep", "npadvmod"})
"""What the parser makes of a name behind "and" that it hangs on the verb before: no object stands there."""
_OWN_DEEDS = (
    *("verbs.accusing", "verbs.judging", "verbs.declaring", "verbs.telling", "verbs.contacting", "verbs.expelling"),
    *("verbs.against_others", "verbs.rejecting", "verbs.sending"),
)
"""Classes of verbs that say what somebody does, no thing."""
_ANSWERS = (
    "verbs.accusing",
    "verbs.desire",
    "verbs.declaring",
    "verbs.contacting",
    "verbs.expelling",
    "verbs.rejecting",
)
"""Classes of verbs that say how somebody answers what he tells of another one."""
_SPEECHES = ("verbs.judging", "verbs.siding")
"""Classes of verbs that say how somebody speaks of another one."""
_DOERS = (
    *("nouns.person_word", "nouns.group", "nouns.role", "nouns.relational", "nouns.body_word", "nouns.ruling"),
    *("nouns.country_word", "nouns.vague", "nouns.armed", "nouns.home_bodies"),
)
"""Classes of nouns for whoever may act."""
_TIMES = frozenset({"after", "before", "when", "while", "since", "until", "once", "although", "though", "because"})
_PLAIN = frozenset({"be", "have", "do"})
_ASIDES = frozenset({"prep", "advcl", "advmod"})
_JOINING = frozenset({"and", "but", "while", "so", "yet"})


def part_clauses(doc: Doc, words: Words) -> None:
    """Give clauses back what the parser took into a noun before them; what each step mends is said there."""
    part_contrasts(doc)
    _begin_first(doc)
    _begin_second(doc)
    _begin_parted(doc)
    _begin_own(doc, words)
    _share_auxiliary(doc)
    _go_on_past(doc)
    _go_on(doc, words)
    _tell_that(doc, words)
    for sentence in doc.sents:
        _part_first(sentence.root)


def _part_first(verb: Token) -> None:
    """Part from a main verb the clause before it, which says when, or is the first half of what somebody says.

    "The day *after* Chad left, Mali demanded talks"; "'Chad left,' *he said*, 'and Mali stayed'".
    """
    first = next((child for child in verb.lefts if child.dep_ == "ccomp"), None)
    if first is None or verb.pos_ not in VERBAL:
        return
    if any(child.dep_ == "mark" and child.lower_ in _TIMES for child in first.children):
        first.dep_ = "advcl"
        return
    if _is_contrasted(first, verb):
        first.dep_ = "parataxis"
        return
    said = next((child for child in verb.lefts if child.dep_ == "parataxis" and child.i > first.i), None)
    beside = [*verb.lefts, *(said.children if said is not None else ())]
    joint = next((child for child in beside if child.dep_ == "cc"), None)
    own = next((child for child in verb.lefts if child.dep_ in _SUBJECTS), None)
    if said is not None and joint is not None and own is not None and said.i < joint.i < own.i:
        hang(first, first, "ROOT")
        hang(said, first, "parataxis")
        hang(joint, first, "cc")
        hang(verb, first, "conj")


def _is_contrasted(first: Token, verb: Token) -> bool:
    """Tell whether a dash parts two clauses of which neither is said: "Chad wants a cap – Mali *wants* none"."""
    own = next((child for child in verb.lefts if child.dep_ in _SUBJECTS), None)
    if own is None or own.i < first.i or own.left_edge.nbor(-1).text not in _DASHES:
        return False
    return first.lemma_ == verb.lemma_ and any(child.dep_ in _SUBJECTS for child in first.children)


def _begin_first(doc: Doc) -> None:
    """Give a verb the noun before it that was taken into the opening phrase: "Under his rule *Mali* left".

    So also where a comma parts them: "In a snub to Chad, *Mali's parliament* ratified it" is of no Chad that it is.
    """
    for sentence in doc.sents:
        verb = sentence.root
        if verb.i < sentence.start + 4 or any(child.dep_ in _SUBJECTS for child in verb.children):
            continue
        if verb.tag_ not in _FINITE:
            continue
        name = doc[verb.i - 1]
        if name.dep_ == "appos" and name.pos_ == "PROPN" and name.head.i == name.i - 1:
            opens = name.head.head.i == sentence.start and any(child.tag_ == "PRP$" for child in name.head.lefts)
            if opens:
                hang(name, verb, "nsubj")
        elif doc[sentence.start].dep_ == "prep" and (noun := _behind_opening(verb, doc[sentence.start])) is not None:
            hang(noun, verb, "nsubj")


def _behind_opening(verb: Token, opening: Token) -> Token | None:
    """Return the noun behind a comma, with an owner, that was taken for what the last name of an opening phrase is."""
    doc = verb.doc
    for noun in doc[opening.i + 1 : verb.i]:
        if noun.dep_ != "appos" or noun.pos_ != "NOUN" or not opening.is_ancestor(noun):
            continue
        owned = any(child.dep_ == "poss" for child in noun.lefts) and doc[noun.left_edge.i - 1].text == ","
        between = doc[noun.right_edge.i + 1 : verb.i]
        if owned and all(token.head is verb or token.head.head is verb for token in between):
            return noun
    return None


def _begin_second(doc: Doc) -> None:
    """Give a second verb the noun right before it, behind the only "and" that can join the clauses.

    "The traders built a post in Siam and *their dealings* grew": no "and" joins "grew" to "built".
    """
    for verb in doc:
        if verb.dep_ != "conj" or verb.tag_ not in _FINITE or verb.head.tag_ not in _FINITE or verb.head.i > verb.i:
            continue
        subject = _before(verb)
        if subject is not None:
            hang(subject, verb, "nsubj")
            continue
        own = next((child for child in verb.lefts if child.dep_ in _SUBJECTS), None)
        if own is not None:
            _keep_within(own, verb)


def _begin_parted(doc: Doc) -> None:
    """Give a second verb the name behind the "and" from which an aside parts it: "…, and *Chad* in turn *left*"."""
    for joint in doc.occurrences(("and", "but", "while")):
        if joint.i == 0 or joint.i + 1 >= joint.sent.end or joint.nbor(-1).text != ",":
            continue
        name = next((token for token in _upwards(joint.nbor(1)) if token.left_edge.i == joint.i + 1), None)
        if name is None or name.pos_ != "PROPN" or name.head.i > joint.i:
            continue
        beside = name.head.pos_ in VERBAL
        if name.dep_ != "conj" and not (beside and name.dep_ in _ASTRAY):
            continue
        first = name.head if beside else name.head.head
        listed = name.head.dep_ == "conj" or any(c.dep_ == "conj" and c.i < joint.i for c in name.head.children)
        if first.tag_ not in _FINITE or (listed and not beside):
            continue
        later = (c for c in first.children if c.dep_ in _SECOND and c.tag_ in _FINITE and c.i > name.i)
        verb = next(later, None)
        if verb is None or any(child.dep_ in _SUBJECTS for child in verb.children):
            continue
        aside = doc[name.right_edge.i + 1 : verb.i]
        if len(aside) and not any(token.pos_ in (*VERBAL, "CCONJ") for token in aside):
            hang(name, verb, "nsubj")
            hang(verb, first, "conj")
            _keep_within(name, verb)


def _keep_within(subject: Token, verb: Token) -> None:
    """Hang what stands between a second verb and its subject on that verb: "Chad, *under pressure*, left"."""
    for aside in verb.head.children:
        if subject.i < aside.i < verb.i and aside.dep_ in _ASIDES:
            hang(aside, verb, aside.dep_)


def _begin_own(doc: Doc, words: Words) -> None:
    """Set a deed behind a comma beside the verb that says something, not beside what is said.

    "Mali held that the pact was void, and in May *it invaded* Chad" is no part of what Mali held.
    """
    deeds = words.either(*_OWN_DEEDS)
    for pronoun in doc.occurrences(("it", "he", "she", "they")):
        verb = pronoun.head
        said = verb.head
        if pronoun.dep_ != "nsubj" or verb.dep_ != "conj" or said.dep_ != "ccomp" or verb.lemma_ not in deeds:
            continue
        saying = said.head
        if verb.tag_ != "VBD" or saying.tag_ not in _TOLD or saying.i > said.i:
            continue
        joint = next((doc[i] for i in range(said.i + 1, pronoun.i) if doc[i].dep_ == "cc"), None)
        if joint is None or doc[joint.i - 1].text != "," or any(child.dep_ == "mark" for child in verb.children):
            continue
        subject = next((child for child in said.children if child.dep_ in _SUBJECTS), None)
        if subject is not None and subject.tag_ in ("NN", "NNS"):
            hang(verb, saying, "conj")


def _share_auxiliary(doc: Doc) -> None:
    """Let a second verb that looks like its base form share the auxiliary: "would share news and *set* up patrols"."""
    for verb in doc:
        if verb.tag_ != "VBD" or verb.dep_ != "conj" or verb.lower_ != verb.lemma_ or verb.head.tag_ != "VB":
            continue
        modal = any(child.dep_ == "aux" and child.tag_ == "MD" for child in verb.head.children)
        if modal and not any(child.dep_ in _SUBJECTS for child in verb.children):
            verb.tag_ = "VB"


def _go_on_past(doc: Doc) -> None:
    """Set a past deed beside the verb above a gerund: "banned it from taking part *and barred* banks from paying"."""
    for gerund in doc:
        phrase = gerund.head
        main = phrase.head
        if gerund.tag_ != "VBG" or gerund.dep_ != "pcomp" or main.tag_ != "VBD" or main.pos_ not in VERBAL:
            continue
        for deed in [child for child in gerund.rights if child.dep_ == "conj" and child.tag_ in ("VBD", "VBN")]:
            thing = any(child.dep_ == "dobj" and child.i > deed.i for child in deed.children)
            if thing and not any(child.dep_ in ("aux", "auxpass", *_SUBJECTS) for child in deed.children):
                deed.tag_ = "VBD"
                hang(deed, main, "conj")


def _go_on(doc: Doc, words: Words) -> None:
    """Set a deed beside the verb that tells or thinks something, where it is no part of what is told or thought.

    "Mali feared that Chad *would close* the river and *sent* a fleet": the forms part them. "Mali suspected that Chad
    armed the rebels, and expelled its envoy": the comma does, unless somebody tells it, who may tell two things. Who
    "denied that he armed Mali and *accused* Chad", or "the charge that he did", answers it himself.
    """
    for joint in doc.occurrences(("and", "but")):
        said = joint.head
        saying = said.head
        told = said.dep_ == "acl" and saying.dep_ == "dobj" and any(child.dep_ == "mark" for child in said.children)
        saying = saying.head if told else saying
        if joint.dep_ != "cc" or not (told or said.dep_ == "ccomp") or saying.tag_ not in _TOLD or saying.i > said.i:
            continue
        deed = next((child for child in said.children if child.dep_ == "conj" and child.i > joint.i), None)
        if deed is None or deed.lemma_ in _PLAIN:
            continue
        since = deed.tag_ == "VBN" and any(child.dep_ == "aux" and child.base == "have" for child in deed.children)
        if deed.tag_ != saying.tag_ and not (since and _is_of_thing(said, words)):
            continue
        if not any(child.dep_ in _SUBJECTS and child.i < saying.i for child in saying.children):
            continue
        own = any(child.dep_ in _SUBJECTS or child.dep_ == "mark" for child in deed.children)
        if own or (said.tag_ == "VBP" and not since):
            # "demanded that Mali *remain* neutral, and Chad *broke* off relations"
            apart = saying.lemma_ in words["verbs.mandative"] and said.tag_ in ("VB", "VBP")
        elif said.tag_ in ("VB", "VBG"):
            apart = any(child.dep_ == "aux" for child in said.children)
        elif _is_of_thing(said, words) and deed.lemma_ in words.either(*_ANSWERS):
            apart = True  # "said the islands were Chinese and *accused* Japan"
        elif saying.lemma_ in words.either("verbs.supposing", "verbs.opining"):
            apart = doc[joint.i - 1].text == ","
        else:
            answers = said.tag_ in ("VBN", "VBD", "VBZ") and deed.lemma_ in words.either(*_ANSWERS)
            # no past tense is demanded: "demanded that rebels *put* down their arms and *urged* Chad"
            denied = told or saying.lemma_ in words.either("verbs.dismissing", "verbs.mandative")
            apart = answers and (denied or (said.tag_ == "VBN" and doc[joint.i - 1].text == ","))
            # "said that Chad had to do more *but praised* Mali"
            apart = apart or (joint.lower_ == "but" and deed.lemma_ in words.either(*_ANSWERS, *_SPEECHES))
        if apart:
            hang(deed, saying, "conj")
            hang(joint, saying, "cc")


def _is_of_thing(verb: Token, words: Words) -> bool:
    """Tell whether the subject of a verb is a thing, which answers nobody."""
    subject = next((child for child in verb.children if child.dep_ in _SUBJECTS), None)
    if subject is None or subject.pos_ != "NOUN" or subject.ent_type_:
        return False
    return subject.base not in words.either(*_DOERS)


def _upwards(word: Token) -> Iterator[Token]:
    """Yield a word and the nouns that it is part of."""
    while word.pos_ in ("PROPN", "ADJ", "DET"):
        yield word
        if word.head.i <= word.i:
            return
        word = word.head


def _before(verb: Token) -> Token | None:
    doc = verb.doc
    if any(child.dep_ in _SUBJECTS for child in verb.children) or verb.nbor(-1).text == ",":
        return None
    if any(child.dep_ == "cc" and verb.head.i < child.i < verb.i for child in verb.head.children):
        return None
    for noun in (verb.nbor(-1), *verb.nbor(-1).ancestors):
        if noun.i <= verb.head.i:
            return None
        first = noun.left_edge.i
        joined = noun.dep_ == "conj" and noun.head.dep_ in _JOINED and noun.head.pos_ in ("NOUN", "PROPN")
        if joined and doc[first - 1].lower_ in _JOINING and doc[first - 1].head.i == noun.head.i:
            ends = noun.right_edge.i == verb.left_edge.i - 1
            return noun if ends and noun.pos_ in ("NOUN", "PROPN", "PRON") else None
    return None


def _tell_that(doc: Doc, words: Words) -> None:
    """Hang a whole clause on the verb that tells it, not on whom it tells: "convinced the chief *that Chad would pay*".

    The "that" of a relative clause is a pronoun with a part in it; here it only marks the clause.
    """
    for mark in doc.occurrences(("that", "That")):
        if mark.dep_ != "mark" or mark.head.dep_ not in ("relcl", "acl"):
            continue
        clause, told = mark.head, mark.head.head
        verb = told.head
        if told.dep_ != "dobj" or verb.lemma_ not in words["verbs.telling_that"] or clause.i < told.i < verb.i:
            continue
        if any(child.dep_ in _SUBJECTS for child in clause.children):
            hang(clause, verb, "ccomp")
