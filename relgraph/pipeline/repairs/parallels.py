"""Lists of like phrases that the parser took apart: "arms to Chad and *money to Mali*", "Chad in May, *Mali* in June".

Where the same preposition stands behind two nouns, the nouns belong together; so do two phrases with one preposition.
Names that stand apart from the class which they list are hung on it: "Three states condemned Chad: *Mali, Togo*".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.pipeline.nlp.parse import hang
from relgraph.pipeline.repairs.dated import join_dated
from relgraph.pipeline.repairs.misplaced import replace_misplaced
from relgraph.pipeline.words import Words

if TYPE_CHECKING:
    from relgraph.pipeline.nlp.parse import Doc, Token

_JOINTS = ("and", ",", "but")
_NOUNS = frozenset({"NOUN", "PROPN"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_PLACED = frozenset({"dobj", "pobj", "conj", "nsubj", "nsubjpass", "attr", "dative", "appos", "oprd"})
_LOOSE = frozenset({"conj", "npadvmod", "appos", "dep", "pobj", "nmod", "dobj", "prep"})
_IN_PHRASE = frozenset({"DET", "ADJ", "NUM", "NOUN", "PROPN"})
_LANDS = frozenset({"GPE", "NORP"})
_ANNOUNCING = frozenset({"following", "these"})
_NUMBERS = {"Two": 2, "two": 2, "Three": 3, "three": 3, "Four": 4, "four": 4, "Five": 5, "five": 5}
_DATES = frozenset({"DATE", "TIME"})
_LONGEST = 6
"""So many words may be the object of the first of two like phrases."""


def line_up(doc: Doc, words: Words) -> None:
    """Join the second of two like phrases to the first, and names to the class that they list."""
    _of_lists(doc)
    _behind_colon(doc, words)
    _counted(doc, words)
    _among(doc)
    _behind_date(doc, words)
    _behind_doers(doc)
    _second_between(doc)
    _added(doc)
    _asked_too(doc)
    _singled_out(doc, words)
    join_dated(doc, words)
    replace_misplaced(doc, words)
    for joint in doc.occurrences(_JOINTS):
        if 2 < joint.i < len(doc) - 3:
            again = doc[joint.i + 1]
            after = next(
                (doc[i] for i in range(joint.i + 1, joint.i + 4) if i < len(doc) and doc[i].pos_ != "ADV"), again
            )
            if after.pos_ == "ADP":
                _phrases(doc, joint, after)
            elif again.pos_ in _IN_PHRASE and joint.lower_ != "but":
                _nouns(doc, joint)


def _of_lists(doc: Doc) -> None:
    """Join the things of a list that the parser hung on the verb: "got arms from Chad, *doctors* from Mali, and"."""
    for of in doc.occurrences(("from", "to", "with", "for", "in")):
        thing = of.head
        verb = thing.head
        if thing.dep_ not in ("npadvmod", "dep", "appos") or thing.tag_ not in ("NNS", "NN") or verb.pos_ != "VERB":
            continue
        if doc[thing.left_edge.i - 1].text != "," or of.i != thing.i + 1:
            continue
        first = next((child for child in verb.children if child.dep_ == "dobj" and child.i < thing.i), None)
        named = [child for child in (*verb.children, *(first.children if first else ())) if child.lower_ == of.lower_]
        if first is not None and first.pos_ == "NOUN" and any(first.i < child.i < thing.i for child in named):
            hang(thing, first, "conj")


def _added(doc: Doc) -> None:
    """Join what "as well as" adds to the phrase like it: "sent arms to Chad, as well as *to Mali*"."""
    for well in doc.occurrences(("well",)):
        if well.i + 3 >= len(doc) or doc[well.i + 1].lower_ != "as":
            continue
        again = doc[well.i + 2]
        verb = again.head.head if again.head.i == well.i + 1 else again.head
        if again.pos_ != "ADP" or verb.pos_ != "VERB" or verb.i > well.i:
            continue
        first = next((c for c in verb.rights if c.lower_ == again.lower_ and c.dep_ in ("prep", "dative")), None)
        if first is not None and first.i < again.i and _object(again) is not None and _named(first):
            hang(again, first, "conj")


def _asked_too(doc: Doc) -> None:
    """Give whom a second phrase names his own request: "called on Chad to leave and *on Mali to pay*"."""
    for again in doc.occurrences(("on", "upon")):
        noun = _object(again)
        if noun is None or again.i < 3 or noun.right_edge.i + 2 >= len(doc) or doc[again.i - 1].lower_ != "and":
            continue
        mark = noun.right_edge.nbor()
        deed = mark.head
        if mark.tag_ != "TO" or deed.tag_ != "VB":
            continue
        # the parser hangs the phrase on what the first is asked to do, or on its own deed
        done = deed.head if again.head is deed and deed.dep_ == "conj" else again.head
        asking = done.head
        if done.dep_ != "xcomp" or asking.pos_ != "VERB":
            continue
        first = next((c for c in asking.rights if c.lower_ == again.lower_ and c.dep_ == "prep" and c.i < done.i), None)
        if first is not None:
            hang(again, first, "conj")
            hang(deed, noun, "acl")


def _singled_out(doc: Doc, words: Words) -> None:
    """Hang a phrase on the noun, not on the adverb before it: "its recognition, *first* of Chad and then of Mali"."""
    for adverb in doc.occurrences(words["adverbs.singling_out"]):
        phrase = next((child for child in adverb.children if child.dep_ == "prep" and child.i == adverb.i + 1), None)
        noun = adverb.head
        if phrase is not None and adverb.pos_ == "ADV" and noun.pos_ == "NOUN" and noun.i < adverb.i:
            hang(phrase, noun)


def _phrases(doc: Doc, joint: Token, again: Token) -> None:
    """Join a phrase to the one with its preposition: "a pact with Chad in May and *with Mali* in June".

    So also on a noun or verb above: "criticised the war on Chad and later *on Mali*".
    """
    above = again.head
    apart = above.pos_ != "ADP" or above.lower_ != again.lower_
    if above.pos_ == "ADV" and not joint.i < above.i < again.i:
        return
    if again.dep_ not in ("conj", "prep") or not apart or not _named(again):
        return
    first = _same(doc, joint, again, across=above.i)
    loose = again.dep_ == "conj" or above.pos_ == "ADV" or joint.head.i < joint.i < again.i < above.i
    if first is not None and loose and _named(first):
        hang(again, first, "conj")


def _nouns(doc: Doc, joint: Token) -> None:
    """Join a noun to the one that has the same preposition behind it."""
    second = _noun_from(doc, joint.i + 1)
    if second is None:
        return
    again = doc[second.i + 1]
    first = _same(doc, joint, again)
    if first is not None:
        _unmix(doc, joint, first, second)
    if first is None or second.dep_ not in _LOOSE or again.head.i > again.i:
        return
    noun = doc[first.i - 1]
    if again.lower_ == "of" and not noun.ent_type_ == second.ent_type_ == "PERSON":
        return
    ends = _object(first), _object(again)
    if noun.pos_ not in _NOUNS or noun.dep_ not in _PLACED or None in ends:
        return
    if second.head.i == noun.i and second.dep_ == "conj":
        return
    if noun.pos_ == second.pos_ == "NOUN":
        if all(end is not None and end.pos_ == "PROPN" and not _is_date(end) for end in ends):
            _join(second, noun, again)
    elif noun.pos_ == second.pos_ == "PROPN":
        dated = [end is not None and _is_date(end) for end in ends]
        verb = noun.head.head if noun.dep_ == "pobj" else noun.head
        subject = next((child for child in verb.lefts if child.dep_ in _SUBJECTS), None)
        if dated == [True, True]:
            lands = second.ent_type_ in _LANDS, noun.ent_type_ in _LANDS
            if lands == (True, False) and subject is not None and subject.ent_type_ in _LANDS:
                noun = subject  # "Spain joined NATO in 1982 and *Poland* in 1999"
            _join(second, noun, again)
        elif dated == [False, False] and noun.ent_type_ in (second.ent_type_, "PERSON"):
            _join(second, noun, again)  # "met Petrov in Rome and *Ilves* in Riga"


def _unmix(doc: Doc, joint: Token, first: Token, second: Token) -> None:
    """Part two names of which the parser made one: "troops under *Blucher* and British *troops* under Wellington"."""
    name = doc[joint.i - 1]
    if second.dep_ != "pobj" or second.head.i != first.i or name.head.i != second.i or name.pos_ != "PROPN":
        return
    for child in [child for child in name.children if child.i > joint.i]:
        hang(child, second, "amod")
    hang(name, first, "pobj")
    hang(second, name, "conj")


def _join(second: Token, first: Token, phrase: Token) -> None:
    if second.is_ancestor(first):
        return
    hang(second, first, "conj")
    hang(phrase, second)


def _noun_from(doc: Doc, start: int) -> Token | None:
    """Return the last word of a noun phrase that starts at a place, if a preposition follows it."""
    end = start
    while end < len(doc) and doc[end].pos_ in _IN_PHRASE and end - start < _LONGEST:
        end += 1
    if end in (start, len(doc)) or doc[end].pos_ not in ("ADP", "SCONJ") or doc[end - 1].pos_ not in _NOUNS:
        return None
    return doc[end - 1]


def _same(doc: Doc, joint: Token, again: Token, across: int | None = None) -> Token | None:
    """Return the preposition of the phrase that ends at a joint if it is the same; `across` another one may stand."""
    start = joint.sent.start
    end = joint.i - 1 if doc[joint.i - 1].text != "," else joint.i - 2
    for i in range(end, max(start, end - 2 * _LONGEST), -1):
        token = doc[i]
        if token.pos_ == "ADP" and token.lower_ == again.lower_ and i < end:
            return token
        if token.pos_ not in _IN_PHRASE and i != across and token.tag_ not in ("PRP$", "POS"):
            return None
    return None


def _object(preposition: Token) -> Token | None:
    return next((child for child in preposition.children if child.dep_ == "pobj"), None)


def _named(preposition: Token) -> bool:
    named = _object(preposition)
    return named is not None and named.pos_ in _NOUNS and not _is_date(named)


def _is_date(noun: Token) -> bool:
    return noun.ent_type_ in _DATES or noun.pos_ == "NUM"


def _behind_colon(doc: Doc, words: Words) -> None:
    """Hang names at the end on the subject that announces them: "Three *states* condemned Chad: *Mali, Togo*"."""
    for colon in doc.occurrences((":",)):
        if not colon.sent.start < colon.i < colon.sent.end - 2:
            continue
        first = doc[colon.i + 1]
        while first.head.i > first.i and first.dep_ in ("compound", "det", "amod", "nmod"):
            first = first.head
        ends = first.right_edge.i + 1 - (doc[first.right_edge.i].is_punct)
        if (
            first.pos_ != "PROPN"
            or first.dep_ not in ("appos", "npadvmod", "dep")
            or ends < colon.sent.end - 1
            or not first.rights
        ):
            continue
        subject = next((child for child in colon.sent.root.lefts if child.dep_ in _SUBJECTS), None)
        if subject is None or subject.tag_ != "NNS" or first.head.i == subject.i or not _is_class(subject, words):
            continue
        if any(child.dep_ == "nummod" or child.lower_ in _ANNOUNCING for child in subject.lefts):
            hang(first, subject, "appos")


def _counted(doc: Doc, words: Words) -> None:
    """Hang as many names as are counted on those who they are: "two *members* of the League, *Chad and Mali*, left"."""
    for number in doc.occurrences(_NUMBERS):
        members = number.head
        if number.dep_ != "nummod" or members.tag_ != "NNS" or not _is_class(members, words):
            continue
        for of in members.rights:
            whole = _object(of) if of.lower_ in ("of", "in") else None
            first = next((child for child in whole.rights if child.dep_ == "conj"), None) if whole is not None else None
            if first is None or first.pos_ != "PROPN" or doc[first.left_edge.i - 1].text != ",":
                continue
            listed = 1
            last = first
            while (after := next((child for child in last.rights if child.dep_ == "conj"), None)) is not None:
                listed, last = listed + 1, after
            if listed == _NUMBERS[number.text]:
                hang(first, members, "appos")


def _among(doc: Doc) -> None:
    """Let somebody be what he is among: "*Chad* was among the *founders* of the League", "Among the founders was"."""
    for among in doc.occurrences(("among", "Among", "amongst", "Amongst")):
        copula = among.head
        some = _object(among)
        if among.dep_ != "prep" or copula.lemma_ != "be" or some is None or some.tag_ != "NNS":
            continue
        subject = next((child for child in copula.children if child.dep_ in ("nsubj", "attr")), None)
        if subject is None or any(child.dep_ in ("acomp", "neg", "expl") for child in copula.children):
            continue
        if among.i < copula.i < subject.i:
            subject.dep_ = "attr"
            hang(some, copula, "nsubj")
            among.dep_ = "advmod"
        elif subject.dep_ == "nsubj" and subject.i < copula.i < among.i:
            hang(some, copula, "attr")
            among.dep_ = "advmod"


def _behind_date(doc: Doc, words: Words) -> None:
    """Begin a list with the name that was taken into the date before it: "In May *Chad*, Niger and Mali signed"."""
    for sentence in doc.sents:
        when = sentence[0]
        verb = when.head
        if when.dep_ != "prep" or verb.pos_ != "VERB" or verb.i < when.i + 5:
            continue
        lead = next((child for child in reversed(verb.lefts) if child.dep_ in _SUBJECTS), None)
        if lead is None or lead.pos_ != "PROPN" or not any(child.dep_ == "conj" for child in lead.rights):
            continue
        name, comma = doc[lead.left_edge.i - 2], doc[lead.left_edge.i - 1]
        if comma.text != "," or name.pos_ != "PROPN" or name.i <= when.i + 1:
            continue
        if name.dep_ == lead.dep_ and name.head.i == verb.i:
            hang(lead, name, "conj")  # two subjects of one verb
        elif name.dep_ == "pobj" and name.head.i == when.i:
            date = next((child for child in name.lefts if _tells_time(child, words)), None)
            other = any(child.dep_ == "pobj" and child.i < name.i for child in when.rights)
            if date is None and not other:
                continue
            if date is not None:
                hang(date, when, "pobj")
            hang(name, verb, lead.dep_)
            hang(lead, name, "conj")


def _behind_doers(doc: Doc) -> None:
    """Hang on a verb what stands behind a list of those who do it: "imposed by Chad, Mali and Niger *on Libya*"."""
    for phrase in doc.occurrences(("on", "against", "upon")):
        doer = phrase.head
        if phrase.dep_ != "prep" or doer.pos_ != "PROPN" or doer.dep_ not in ("conj", "pobj"):
            continue
        while doer.dep_ == "conj":
            doer = doer.head
        by = doer.head
        if by.dep_ == "agent" and by.head.pos_ == "VERB" and by.i < phrase.i:
            hang(phrase, by.head)


def _second_between(doc: Doc) -> None:
    """Join what "between" needs as its second: "fighting between troops loyal to the king *and the rebels*".

    The parser hangs it on what is said of the first. A bare name may belong there: "groups backed by Chad and Mali".
    """
    for between in doc.occurrences(("between",)):
        first = _object(between)
        if first is None or any(child.dep_ == "cc" for child in first.children):
            continue
        told = [child for child in first.rights if child.dep_ in ("amod", "acl", "relcl")]
        seconds = [
            word
            for clause in told[:1]
            for word in clause.subtree
            if word.dep_ == "conj"
            and word.pos_ in _NOUNS
            and word.head.dep_ == "pobj"
            and word.i < clause.right_edge.i + 1
        ]
        if len(seconds) != 1 or doc[seconds[0].left_edge.i].pos_ != "DET":
            continue
        joint = next((child for child in seconds[0].head.children if child.dep_ == "cc"), None)
        if joint is not None and joint.lower_ == "and" and joint.i == seconds[0].left_edge.i - 1:
            hang(joint, first)
            hang(seconds[0], first, "conj")


def _tells_time(token: Token, words: Words) -> bool:
    """Tell whether a word is a year, a month or a day of the week."""
    return (token.pos_ == "NUM" and len(token.text) == len("1999")) or token.lower_ in words["parser.dates"]


def _is_class(noun: Token, words: Words) -> bool:
    """Tell whether a noun is a word for a class of actors."""
    return noun.base in words.either("nouns.country_word", "nouns.body_word", "nouns.person_word", "nouns.listed")
