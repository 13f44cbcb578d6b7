"""Relative clauses that the parser took apart, hung too high or did not see: "the war *Chad began*"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.pipeline.nlp.parse import hang, take_place
from relgraph.pipeline.words import DONE_BY_ACTORS, SOMEBODY

if TYPE_CHECKING:
    from relgraph.pipeline.nlp.parse import Doc, Token
    from relgraph.pipeline.words import Words

_PRONOUNS = ("that", "which", "whom", "who")
_OBJECT = frozenset({"dobj", "pobj", "dative", "mark"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl", "csubj"})
_DEEDS = frozenset({"VBD", "VBZ", "VBP", "VBN"})
_PERSONS = ("nouns.person_word", "nouns.calling", "nouns.private_calling", "nouns.role", "nouns.people", "nouns.born")
_TELLING = frozenset(
    {"deny", "admit", "confirm", "explain", "suggest", "report", "complain", "indicate", "confess", "signal"}
)
_CLAIMING = frozenset({"claim", "take", "accept", "assume", "admit"})
_AT_PLACES = frozenset({"in", "at", "from", "near"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_IN_NAME = frozenset({"PROPN", "DET", "ADJ"})
_ADVERBS = frozenset({"ADV", "AUX", "PART"})
_LONGEST = 4
_OBJECT_BEGINS = frozenset({"DET", "PRON", "NOUN", "PROPN", "ADJ", "NUM"})
_PARTED = ("and", "but")
_DONE_BY = (
    ("events.force", ("verbs.casualties", "verbs.of_blows")),
    ("events.blockade", ("verbs.preventing",)),
)
"""Deeds, and what they do to people."""
_WITHIN = frozenset({"pobj", "conj", "appos", "compound"})
_STRUCK = frozenset({"on", "against", "at", "in", "near", "outside"})
_POWERS = frozenset({"GPE", "NORP", "ORG"})


def mend_relatives(doc: Doc, words: Words) -> None:
    """Hang relative clauses on what they are said of; what each step mends is said there."""
    _of_the_name_before(doc, words)
    _of_the_deed(doc, words)
    _claimed(doc, words)
    _second(doc)
    _contact(doc, words)
    _closed(doc)
    _done_to(doc)
    _singled_out(doc)
    _of_people(doc, words)
    _of_the_person(doc, words)
    _told(doc)


def _told(doc: Doc) -> None:
    """Make a clause what is denied or admitted, not said of the hearer: "denied to the panel *that it arms rebels*"."""
    for that in doc.occurrences(("that",)):
        clause, hearer = that.head, that.head.head
        if clause.dep_ != "relcl" or that.dep_ != "mark" or hearer.dep_ != "pobj" or hearer.i != that.i - 1:
            continue
        verb = hearer.head.head
        if hearer.head.lower_ == "to" and verb.lemma_ in _TELLING:
            hang(clause, verb, "ccomp")


def _of_the_person(doc: Doc, words: Words) -> None:
    """Hang on a person what is said behind the place he is from: "a Serb, *born in Zaječar*, *who* led the party"."""
    for who in doc.occurrences(("who", "whom")):
        clause = who.head if who.dep_ != "pobj" else who.head.head
        place = clause.head
        if clause.dep_ != "relcl" or place.dep_ != "pobj" or place.pos_ != "PROPN" or place.text.endswith("s"):
            continue
        person = place.head.head
        at = place.head.lower_ in _AT_PLACES or (place.head.lower_ == "of" and person.base in words["nouns.born"])
        if at and person.dep_ == "acl" and person.pos_ == "VERB":
            person = person.head
        if person.dep_ == "appos" and person.base in words["nouns.born"]:
            person = person.head
        human = person.ent_type_ == "PERSON" or (person.pos_ == "NOUN" and person.base in words.either(*_PERSONS))
        if at and human and person.i < place.i:
            hang(clause, person, "relcl")


def _of_people(doc: Doc, words: Words) -> None:
    """Hang what is said of people on the people named last: "a pact against the *Houthis*, with *whom* it talks"."""
    for whom in doc.occurrences(("who", "whom")):
        clause = whom.head if whom.dep_ != "pobj" else whom.head.head
        body = clause.head
        if clause.dep_ != "relcl" or body.tag_ != "NN" or body.base not in words["nouns.body_word"]:
            continue
        first = whom.head if whom.dep_ == "pobj" else whom
        last = first.nbor(-2) if first.nbor(-1).text == "," else first.nbor(-1)
        people = last.pos_ in ("PROPN", "NOUN") and last.text.endswith("s") and body.is_ancestor(last)
        if people and not clause.is_ancestor(last):
            hang(clause, last, "relcl")


def _singled_out(doc: Doc) -> None:
    """Hang a cleft clause on who it was, not on who it was not: "It was *Chad* rather than Mali *that left*"."""
    for who in doc.occurrences(("who", "that", "which")):
        deed, other = who.head, who.head.head
        than = other.head
        if deed.dep_ != "relcl" or who.dep_ not in _SUBJECTS or other.i > who.i:
            continue
        contrasted = other.dep_ == "pobj" and than.lower_ == "than" and than.nbor(-1).lower_ == "rather"
        denied = other.dep_ == "conj" and "not" in (other.left_edge.lower_, other.left_edge.nbor(-1).lower_)
        first = than.head if contrasted else than
        if (contrasted or denied) and first.dep_ == "attr" and first.head.lemma_ == "be":
            hang(deed, first, "relcl")


def _done_to(doc: Doc) -> None:
    """Make an object of the first of two subjects of a relative clause: "Chile, *which* it holds responsible"."""
    for which in doc.occurrences(("which", "whom")):
        verb = which.head
        if which.dep_ != "nsubj" or verb.dep_ != "relcl" or verb.pos_ != "VERB":
            continue
        subjects = [child for child in verb.lefts if child.dep_ == "nsubj" and child.i > which.i]
        if subjects and not any(child.dep_ in ("dobj", "ccomp", "xcomp") for child in verb.children):
            which.dep_ = "dobj"


def _closed(doc: Doc) -> None:
    """Hang an infinitive behind the comma that ends a clause on the verb before: "asked Oman, which knew, *to* act"."""
    for to in doc.occurrences(("to",)):
        verb, clause = to.head, to.head.head
        if to.tag_ != "TO" or to.i == 0 or to.nbor(-1).text != "," or verb.dep_ not in ("xcomp", "advcl"):
            continue
        noun = clause.head
        opened = clause.dep_ == "relcl" and clause.left_edge.i > 0 and clause.left_edge.nbor(-1).text == ","
        if any(token.text == "," for token in doc[clause.i : max(clause.i, to.i - 1)]):
            continue  # "which refused, to nobody's surprise, to pay": the commas are those of an aside
        if opened and clause.i < to.i and noun.dep_ == "dobj" and noun.head.pos_ == "VERB" and noun.head.i < noun.i:
            hang(verb, noun.head, "xcomp")


def _of_the_name_before(doc: Doc, words: Words) -> None:
    """Hang on a name the clause right behind it that says what only somebody does: no campaign *plays a role*."""
    for which in doc.occurrences(("which", "that")):
        deed = which.head
        name = which.nbor(-1) if which.i > 0 else which
        if which.dep_ != "nsubj" or deed.dep_ != "relcl" or name.pos_ != "PROPN" or deed.head.pos_ != "NOUN":
            continue
        while name.dep_ in ("compound", "poss", "nmod") and name.head.i < which.i:
            name = name.head
        above = deed.head
        if (
            name.base in words["bodies.documents"]
            or name is above
            or not above.is_ancestor(name)
            or above.base in words.either(*SOMEBODY)
        ):
            continue
        part = any(c.dep_ == "dobj" and c.base in ("role", "part", "hand") for c in deed.children)
        if part or deed.lemma_ in words.either(*DONE_BY_ACTORS):
            hang(deed, name, "relcl")


def _of_the_deed(doc: Doc, words: Words) -> None:
    """Hang on an attack what it has done, not on what it struck: "a raid on a hotel in Lima *that killed* nine".

    Those who fight may do so themselves: "attacks on a militia that killed nine". A blockade keeps from something.
    """
    fighting = words.either("nouns.forces", "nouns.armed_people", "nouns.fighting")
    for that in doc.occurrences(("that", "which")):
        harm, struck = that.head, that.head.head
        if that.dep_ != "nsubj" or harm.dep_ != "relcl" or struck.base in fighting:
            continue
        done = next((kind for kind, by in _DONE_BY if harm.lemma_ in words.either(*by)), None)
        deeds = words[done] if done is not None else frozenset[str]()
        deed, where = struck, ""
        while deed.dep_ in _WITHIN and deed.base not in deeds:
            deed, where = (deed.head.head, deed.head.lower_) if deed.dep_ == "pobj" else (deed.head, where)
        if deed.pos_ == "NOUN" and deed.base in deeds and where in _STRUCK:
            hang(harm, deed, "relcl")


def _claimed(doc: Doc, words: Words) -> None:
    """Hang on a deed by whom it was claimed: "the murder of six teachers near Gao, *for which* ETA claimed it"."""
    for which in doc.occurrences(("which",)):
        clause = which.head.head
        if which.dep_ != "pobj" or which.head.lower_ != "for" or clause.dep_ != "relcl":
            continue
        if clause.lemma_ not in _CLAIMING or not any(child.lower_ == "responsibility" for child in clause.rights):
            continue
        deeds = words.either("events.force", "events.killing", "nouns.said_of_events")
        deed = next((above for above in clause.ancestors if above.base in deeds and above.pos_ == "NOUN"), None)
        if deed is not None and deed is not clause.head:
            hang(clause, deed, "relcl")


def _second(doc: Doc) -> None:
    """Hang the second of two clauses without a pronoun, "whom Chad armed *and Mali trained*", on the first's noun.

    The name before its verb is its subject. Only where the first has the noun as its object, and nothing stands behind
    the second verb that could be its own.
    """
    for joint in doc.occurrences(_PARTED):
        first = _clause_before(joint)
        if first is None:
            continue
        name, verb = _name_and_verb(joint)
        if name is None or verb is None or _is_whole(first, name, verb):
            continue
        if any(child.dep_ in _SUBJECTS and child.i < joint.i for child in verb.children):
            continue  # the verb is that of the sentence
        hang(verb, first.head, "relcl")
        for child in [child for child in verb.children if child.i < verb.i and child.dep_ in _SUBJECTS]:
            child.dep_ = "dep"
        hang(name, verb, "nsubj")
        verb.pos_ = "VERB"


def _contact(doc: Doc, words: Words) -> None:
    """Make the name behind a deed the subject of the clause about it: "the raid *Chad launched* on Mali failed"."""
    making = words.either("verbs.light", "verbs.imposing", "verbs.starting", "works.making")
    for name in (entity.root for entity in doc.ents if entity.label_ in _POWERS):
        deed, at = name.head, name.i + 1
        if name.dep_ != "appos" or deed.pos_ != "NOUN" or name.left_edge.i != deed.i + 1 or name.right_edge.i != name.i:
            continue
        while at < len(doc) - 1 and doc[at].pos_ in _ADVERBS and doc[at].dep_ in ("advmod", "aux"):
            at += 1
        verb = doc[at] if at < len(doc) else name
        if verb.tag_ not in _DEEDS or verb.pos_ != "VERB" or verb.lemma_ not in making:
            continue
        if any(child.dep_ == "dobj" or (child.dep_ in _SUBJECTS and child.i != deed.i) for child in verb.children):
            continue
        if verb.head is deed and verb.dep_ == "acl":
            verb.dep_ = "relcl"
            hang(name, verb, "nsubj")
        elif deed.head is verb and deed.dep_ in _SUBJECTS:
            _part_from_main(deed, name, verb)


def _part_from_main(deed: Token, name: Token, verb: Token) -> None:
    """Give a deed the verb behind the clause about it: "the raid Chad launched on Mali *failed*"."""
    main = next(
        (child for child in verb.rights if child.tag_ in _FINITE and child.dep_ in ("advcl", "ccomp", "conj")), None
    )
    if main is None or any(child.dep_ in (*_SUBJECTS, "mark", "cc") for child in main.children):
        return
    if verb.doc[main.left_edge.i - 1].text == "," or any(child.dep_ == "cc" for child in verb.children):
        return
    take_place(main, verb)
    for child in [child for child in verb.rights if child.i > main.i]:
        hang(child, main, child.dep_)
    hang(deed, main, "nsubj")
    hang(verb, deed, "relcl")
    hang(name, verb, "nsubj")


def _clause_before(joint: Token) -> Token | None:
    """Return the relative clause before a joint that has a subject of its own and its noun as its object."""
    for i in range(joint.i - 1, max(joint.sent.start, joint.i - 2 * _LONGEST), -1):
        verb = joint.doc[i]
        if verb.dep_ != "relcl" or verb.pos_ != "VERB":
            continue
        pronoun = any(child.dep_ in _OBJECT and child.lower_ in _PRONOUNS for child in verb.subtree if child.i < verb.i)
        doer = any(child.dep_ in _SUBJECTS and child.lower_ not in _PRONOUNS for child in verb.children)
        own = any(child.dep_ == "dobj" and child.i > verb.i for child in verb.children)
        return verb if pronoun and doer and not own else None
    return None


def _name_and_verb(joint: Token) -> tuple[Token | None, Token | None]:
    """Return the name that begins behind a joint and the verb right behind it, if nothing can be the verb's object."""
    doc, at = joint.doc, joint.i + 1
    end = min(joint.sent.end, at + _LONGEST)
    while at < end and (doc[at].pos_ in _IN_NAME and doc[at].tag_ not in _DEEDS):
        at += 1
    name = doc[at - 1]
    while at < end + 1 and at < joint.sent.end and doc[at].pos_ in _ADVERBS:
        at += 1
    if at + 1 >= joint.sent.end or name.pos_ != "PROPN":
        return None, None
    verb, after = doc[at], doc[at + 1]
    if verb.tag_ not in _DEEDS or verb.pos_ != "VERB" or after.pos_ in _OBJECT_BEGINS:
        return None, None
    return name, verb


def _is_whole(first: Token, name: Token, verb: Token) -> bool:
    """Tell whether the parse has two such clauses already."""
    return verb.dep_ == "relcl" and verb.head.i == first.head.i and name.head.i == verb.i
