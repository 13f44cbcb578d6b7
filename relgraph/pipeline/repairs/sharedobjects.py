"""What two verbs or prepositions share, and what stands behind how it is called: "armed, but never paid, *the rebels*".

Between commas the parser loses the object that comes last; it reads "rejected as *baseless Chad's* claim" as if it were
Chad that is baseless.
"""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from relgraph.pipeline.nlp.parse import hang
from relgraph.pipeline.repairs.shifted import shift_objects

if TYPE_CHECKING:
    from relgraph.pipeline.nlp.parse import Doc, Token
    from relgraph.pipeline.words import Words

_OBJECTS = frozenset({"dobj", "pobj", "attr", "npadvmod", "appos", "dep"})
_ASTRAY = frozenset({"npadvmod", "dep"})
_LATE = _ASTRAY | {"dobj"}
_WHEN = frozenset({"on", "in", "during", "after", "before", "from"})
_TIMES = frozenset({"DATE", "TIME", "PERCENT", "MONEY", "QUANTITY", "CARDINAL"})


_LETTING = frozenset({"help", "let", "make", "watch", "see"})
_OPENING = ('"', "“", "‘", "'", "``")
_CLOSING = ('"', "”", "’", "'", "''")
_LOOSE = frozenset({"dobj", "appos", "dep", "amod", "npadvmod", "pobj", "conj", "oprd", "nmod"})


def share_objects(doc: Doc, words: Words) -> None:
    """Hang an object that comes late on the last word that takes it, and what somebody calls something on the verb."""
    shift_objects(doc)
    for mark in doc.occurrences(_OPENING):
        _quoted(mark, words)
    for link in doc.occurrences(("as",)):
        _judged_before(link, words)
    for comma in doc.occurrences((",",)):
        if 2 < comma.i < len(doc) - 2:
            _come_late(comma)
    for noun in doc:
        if noun.dep_ in ("pobj", "dobj") and any(child.dep_ == "poss" for child in noun.children):
            _called(noun, words)
        elif noun.tag_ == "VB" and noun.head.lemma_ == "call" and noun.lemma_ in words["verbs.greeting"]:
            _spoken_to(noun)
        elif noun.dep_ == "dobj" and noun.head.lemma_ in _LETTING:
            _let_do(noun)
        elif noun.dep_ == "oprd" and noun.ent_type_ == "PERSON" and noun.head.lemma_ == "call":
            _rung_up(noun)


def _let_do(first: Token) -> None:
    """Join two who are helped or let do something, where the second looks like the subject of a clause joined on.

    Example: "helped *Chad and the rebels* reach a truce".
    """
    joint = first.doc[first.right_edge.i]
    if joint.dep_ != "cc" or joint.head is not first or any(child.dep_ == "conj" for child in first.children):
        return
    deed = next((token for token in joint.doc[joint.i + 1 : joint.sent.end] if token.dep_ == "nsubj"), joint).head
    if deed.tag_ not in ("VBP", "VB") or deed.dep_ != "conj" or not deed.head.i < first.i:
        return
    second = next(child for child in deed.children if child.dep_ == "nsubj")
    if second.left_edge.i != joint.i + 1 or any(child.dep_ == "aux" for child in deed.children):
        return
    helping = first.head
    hang(second, first, "conj")
    hang(deed, helping, "ccomp")
    hang(first, deed, "nsubj")


def _spoken_to(saying: Token) -> None:
    """Make whom one calls to say something the object of the call: "called *Ana Ruiz* to thank her" is no naming."""
    call = saying.head
    if saying.dep_ not in ("xcomp", "advcl") or saying.i < call.i or not any(c.tag_ == "TO" for c in saying.lefts):
        return
    if any(child.dep_ in ("prep", "auxpass") and child.lower_ not in _WHEN for child in call.children):
        return  # "called on Chad to thank it", "was called to thank them"
    for person in call.rights:
        if person.dep_ == "oprd" and person.i < saying.i and not any(c.dep_ == "dobj" for c in call.rights):
            hang(person, call, "dobj")
    if any(child.dep_ == "dobj" and child.i < saying.i for child in call.rights):
        hang(saying, call, "advcl")


def _rung_up(person: Token) -> None:
    """Make a person the object of a call that says no name of anybody: "called *Ana Ruiz* on Sunday"."""
    call = person.head
    names = ("dobj", "auxpass", "nsubjpass", "attr", "acomp", "ccomp", "xcomp")
    deps = [child.dep_ for child in call.children]
    if person.i > call.i and "nsubj" in deps and deps.count("oprd") == 1 and not any(dep in names for dep in deps):
        hang(person, call, "dobj")


def _come_late(comma: Token) -> None:
    """Hang the noun behind a comma on the verb or bare preposition before it: "bought grain from, *Chad*"."""
    doc = comma.doc
    late = doc[comma.i + 1]
    while late.head.i > late.i and late.dep_ in ("det", "amod", "compound", "nummod", "poss", "nmod"):
        late = late.head
    above, last = late.head, doc[comma.i - 1]
    if late.dep_ not in _OBJECTS or late.left_edge.i not in (comma.i, comma.i + 1) or late.pos_ == "VERB":
        return
    if last.dep_ == "prep" and not any(child.dep_ in ("pobj", "pcomp") for child in last.children):
        if above in (last, last.head) or above.is_ancestor(last):
            hang(late, last, "pobj")
        return
    if above.i > comma.i:
        return
    verb = next((word for word in _joined_deeds(above) if word.i < comma.i and word.right_edge.i >= comma.i - 1), None)
    if verb is not None and late.dep_ in _LATE and not _has_object(verb) and verb.pos_ == "VERB":
        hang(late, verb, "dobj")
    elif late.dep_ in _ASTRAY and _is_held_back(late, above):
        hang(late, above, "dobj")


def _judged_before(link: Token, words: Words) -> None:
    """Hang on a verb what stands behind how it is judged: "dismissed as a bluff *the offer* by Chad"."""
    verb = link.head
    judging = ("verbs.glossing", "verbs.stance", "verbs.dismissing", "verbs.judging")
    if verb.i + 1 != link.i or verb.lemma_ not in words.either(*judging) or _has_object(verb):
        return
    judged = next((child for child in link.rights if child.dep_ == "pobj"), None)
    if judged is None:
        return
    first = next((child for child in judged.rights if child.dep_ == "appos"), None)
    if first is not None and first.left_edge.dep_ == "det":
        hang(first, verb, "dobj")
        return
    article = next((child for child in judged.lefts if child.dep_ == "det"), None)
    qualities = [child for child in judged.lefts if child.dep_ == "amod"]
    if article is not None and qualities and qualities[-1].i < article.i:
        hang(judged, verb, "dobj")
        hang(qualities[-1], link, "pobj")


def _quoted(mark: Token, words: Words) -> None:
    """Hang on the verb what somebody calls a thing in quotation marks: "called its plan to leave '*a betrayal*'"."""
    sentence, doc = mark.sent, mark.doc
    callers = [token for token in doc[sentence.start : mark.i] if token.lemma_ in words["verbs.glossing"]]
    verb = callers[-1] if callers else None
    if verb is None or verb.pos_ != "VERB" or any(child.dep_ in ("oprd", "attr") for child in verb.rights):
        return
    things = [child for child in verb.rights if child.dep_ == "dobj" and child.i < mark.i]
    last = doc[mark.i - 1]
    if len(things) != 1 or not (things[0].i == last.i or things[0].is_ancestor(last) or verb.is_ancestor(last)):
        return
    quoted = list(takewhile(lambda token: token.text not in _CLOSING, doc[mark.i + 1 : sentence.end]))
    inside = {token.i for token in quoted}
    judgement = next((t for t in quoted if t.pos_ in ("NOUN", "ADJ") and t.head.i not in inside), None)
    if judgement is not None and judgement.dep_ in _LOOSE and not judgement.is_ancestor(verb):
        hang(judgement, verb, "oprd")


def _is_held_back(late: Token, verb: Token) -> bool:
    """Tell whether a noun is the object of a verb right behind which something is put in: "expelled, in May, *him*"."""
    doc, end = late.doc, late.right_edge.i + 1
    if verb.pos_ != "VERB" or doc[verb.i + 1].text != "," or _has_object(verb) or late.ent_type_ in _TIMES:
        return False
    return late.pos_ in ("NOUN", "PROPN") and (end >= len(doc) or doc[end].is_punct)


def _joined_deeds(verb: Token) -> list[Token]:
    """Return the verbs joined to one, the last first, and instead of a verb like "refused" what it is refused to do."""
    found = []
    for child in reversed(list(verb.children)):
        if child.dep_ == "conj" and child.pos_ == "VERB" and not any(c.dep_ == "nsubj" for c in child.children):
            deed = next((c for c in child.children if c.dep_ == "xcomp" and c.tag_ == "VB"), child)
            found.extend([*_joined_deeds(child), deed])
    return found


def _has_object(verb: Token) -> bool:
    return any(child.dep_ in ("dobj", "dative", "ccomp", "xcomp") for child in verb.children)


def _called(noun: Token, words: Words) -> None:
    """Part from a noun how it is called: "rejected as *baseless* Chad's claim", "called *illegal* Mali's raid"."""
    doc, start = noun.doc, noun.left_edge.i
    owner = next(child for child in noun.children if child.dep_ == "poss")
    named = next((i for i in range(start, owner.i + 1) if doc[i].pos_ == "PROPN"), None)
    before = doc[start - 1] if start else noun
    if named is None or named == start or owner.tag_ == "PRP$":
        return
    qualities = [doc[i] for i in range(start, named)]
    if any(word.text[0].isupper() or word.pos_ not in ("ADJ", "ADV", "NOUN", "VERB") for word in qualities):
        return
    verb = noun.head.head if noun.dep_ == "pobj" else noun.head
    judged = verb.lemma_ in words["verbs.glossing"]
    if noun.dep_ == "pobj":
        judged = judged or verb.lemma_ in words.either("verbs.stance", "verbs.dismissing", "verbs.judging")
        judged = judged and noun.head.lower_ == "as" and before.i == noun.head.i
    elif before.i != verb.i or any(word.pos_ != "ADJ" for word in qualities):
        return
    if not judged or verb.pos_ != "VERB" or before.i < verb.i:
        return
    quality, link = qualities[-1], noun.head
    for word in qualities[:-1]:
        hang(word, quality, "advmod")
    hang(noun, verb, "dobj")
    hang(quality, link if link.lower_ == "as" else verb, "pobj" if link.lower_ == "as" else "oprd")
