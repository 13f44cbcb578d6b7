"""Main verbs that the parser lost: behind an aside, a list or a word of time it takes a past tense for a participle.

"Chad, which had stayed neutral, *accepted* inspections" then is a sentence about Chad with nothing said of it, and
"accepted" belongs to the inspections. Only sentences that are left without a main verb or its subject are mended.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.pipeline.arguments import VERBAL
from relgraph.pipeline.nlp.parse import hang, take_place
from relgraph.pipeline.repairs.longsubjects import end_subjects

if TYPE_CHECKING:
    from collections.abc import Iterator

    from relgraph.pipeline.nlp.parse import Doc, Token
    from relgraph.pipeline.nlp.spans import Span

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl", "csubj"})
_ASTRAY = frozenset({"npadvmod", "dep", "advmod", "intj", "nmod", "appos"})
"""What the parser makes of a name in front that it does not take for the subject."""
_WITHIN = frozenset({"poss", "compound", "nmod", "amod"})
_CLOSES = frozenset({".", "!", "?", '"', "”", "'", "’"})
_NOUNS = frozenset({"NOUN", "PROPN"})
_OPENING = frozenset({"DET", "ADJ", "PROPN", "NOUN", "NUM"})
_TIMES = frozenset({"DATE", "TIME"})
_PAST = frozenset({"VBD", "VBN", "JJ"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_TRANSITIVE = frozenset({"VBD", "VBZ", "VBP", "VB", "VBG"})
_NO_MAIN = frozenset({"agent", "aux", "auxpass"})
"""What the children of a verb say that has another form than the past, or is passive."""
_GIVING = frozenset(
    {"give", "award", "offer", "send", "pay", "deny", "grant", "teach", "tell", "show", "ask", "hand", "lend"}
)
_WHERE = frozenset({"in", "on", "at", "during"})
_LONGEST_OPENING = 8


def find_main_verbs(doc: Doc) -> None:
    """Make main verbs of what only can be one; what each step mends is said there."""
    _named_beside(doc)
    end_subjects(doc)
    for sentence in doc.sents:
        _taken_for_noun(sentence.root)
        _between_two(sentence)
        if sentence.end - sentence.start > 3 and doc[sentence.end - 1].text in _CLOSES:
            _listed(sentence)
            _with_object(sentence)
            _parted(sentence)


def _named_beside(doc: Doc) -> None:
    """Give a verb the name right beside it that was taken for a time or an adverb: "*USAID* provided tents"."""
    for name in doc:
        if name.dep_ in ("npadvmod", "advmod") and name.pos_ == "PROPN" and name.ent_type_ not in _TIMES:
            if name.i < name.head.i:
                _make_subject(name, name.head)
            else:
                _make_object(name, name.head)


def _between_two(sentence: Span) -> None:
    """Make a main verb of a participle behind those between whom something is: "Ties between both *soured* again"."""
    shared = sentence.root
    if shared.pos_ != "NOUN" or sentence[-1].text not in _CLOSES:
        return
    for between in shared.rights:
        pair = next((child for child in between.children if child.dep_ == "pobj"), None)
        if between.lower_ != "between" or pair is None:
            continue
        said = next((child for child in pair.rights if child.dep_ == "acl" and child.tag_ == "VBN"), None)
        if said is not None and not any(child.dep_ in _NO_MAIN for child in said.children):
            _make_main(said, shared, shared)


def _make_subject(name: Token, verb: Token) -> None:
    """Make a subject of the name right before a verb that has none: "*La Paz* severed ties"."""
    between = name.doc[name.i + 1 : verb.i]
    auxiliaries = [child for child in verb.children if child.dep_ in ("aux", "auxpass") and child.i < verb.i]
    if (verb.tag_ not in _FINITE and not auxiliaries) or any(token.head is not verb for token in between):
        return
    if any(child.dep_ in _SUBJECTS for child in verb.children) or verb.dep_ in ("relcl", "acl"):
        return
    if all(token.dep_ in ("aux", "auxpass", "neg", "advmod") for token in between):
        name.dep_ = "nsubjpass" if any(child.dep_ == "auxpass" for child in auxiliaries) else "nsubj"


def _make_object(name: Token, verb: Token) -> None:
    """Make an object of the name right behind a verb that has none: "attacked *Mali*, Chad, and Niger"."""
    if verb.i + 1 != name.i or verb.tag_ not in _TRANSITIVE:
        return
    if not any(child.dep_ in ("dobj", "auxpass") for child in verb.children):
        name.dep_ = "dobj"


def _taken_for_noun(root: Token) -> None:
    """Make a verb of a noun with a subject before and an object behind it: "Chad and Mali *list* the front as"."""
    if root.tag_ not in ("NN", "NNS"):
        return
    subject = any(child.dep_ == "nsubj" and child.i < root.i for child in root.children)
    if subject and any(child.dep_ == "dobj" and child.i > root.i for child in root.children):
        root.pos_, root.tag_ = "VERB", "VBP" if root.tag_ == "NN" else "VBZ"


def _with_object(sentence: Span) -> None:
    """Make a main verb of a participle that has an object of its own: "The president *named* Chad as the culprit".

    Only what is given leaves another object to a passive: "The man offered the post".
    """
    subject = sentence.root
    if subject.pos_ not in _NOUNS or sentence.start == subject.i:
        return
    said = next((child for child in subject.rights if child.dep_ == "acl" and child.tag_ == "VBN"), None)
    if said is None or said.i != subject.i + 1 or said.lemma_ in _GIVING or not _could_be_main(said, subject):
        return
    slots = {child.dep_ for child in said.children}
    judged = "oprd" in slots and any(child.lower_ == "as" for child in said.children)
    if "dobj" in slots or judged:
        for child in said.children:
            child.dep_ = "dobj" if child.dep_ == "oprd" and judged else child.dep_
        _make_main(said, subject, subject)


def _listed(sentence: Span) -> None:
    """Join the last name of a list before its verb to the others: "Chad, Mali, and *Togo* signed it"."""
    doc = sentence.doc
    comma = doc[sentence.start + 1]
    first = doc[sentence.start]
    if comma.text != "," or first.pos_ not in _NOUNS:
        return
    joint = next((child for child in first.rights if child.dep_ == "cc"), None)
    if joint is None or any(token.pos_ not in ("PROPN", "PUNCT") for token in doc[first.i : joint.i][1:]):
        return
    last = next((token for token in _names_after(joint) if token.head.i > joint.i or token.head is first), None)
    verb = None if last is None else _verb_of(last, first)
    if last is None or verb is None:
        return
    if verb.head is first or first.is_ancestor(verb):
        behind = [child for child in first.rights if child.i > last.right_edge.i and child is not verb]
        take_place(verb, first)
        for child in behind:
            hang(child, verb, child.dep_)
    passive = any(child.dep_ == "auxpass" for child in verb.children)
    hang(first, verb, "nsubjpass" if passive else "nsubj")
    first.pos_ = "PROPN"
    for name in [child for child in first.rights if child.dep_ == "appos" and child.i < joint.i]:
        name.dep_ = "conj"
    hang(last, first, "conj")
    verb.tag_ = "VBD" if verb.tag_ == "VBN" and not passive else verb.tag_


def _names_after(joint: Token) -> Iterator[Token]:
    """Yield the words of a name behind a joint."""
    for token in joint.doc[joint.i + 1 : joint.sent.end]:
        if token.pos_ != "PROPN":
            return
        yield token


def _verb_of(last: Token, first: Token) -> Token | None:
    """Return the verb right behind the last name of a list of which it is said, unless the whole list has it."""
    if last.dep_ in _SUBJECTS and last.head.pos_ == "VERB":
        verb = last.head
        return verb if verb.head is first or first.head is verb else None
    if last.dep_ == "conj" and first.head is first:
        return next((child for child in last.rights if child.dep_ == "acl" and child.i == last.i + 1), None)
    return None


def _parted(sentence: Span) -> None:
    """Give a sentence its main verb, or that its subject, where an aside parts them: "Chad, for its part, *left*"."""
    found = _opening(sentence)
    if found is None:
        return
    subject, end = found
    root = sentence.root
    if root.pos_ in VERBAL:
        bare = not any(child.dep_ in _SUBJECTS for child in root.children)
        if bare and subject.head is root and subject.dep_ in _ASTRAY and subject.pos_ == "PROPN" and root.i > end:
            passive = any(child.dep_ == "auxpass" for child in root.children)
            hang(subject, root, "nsubjpass" if passive else "nsubj")
            bare = False
        if not bare and root.tag_ == "VBN" and not any(c.dep_ in ("aux", "auxpass") for c in root.children):
            root.tag_ = "VBD"
        return
    if root.pos_ == "ADJ" and root.lower_.endswith("ed") and subject.head is root and subject.dep_ == "nsubj":
        root.pos_, root.tag_ = "VERB", "VBD"
        return
    if root.pos_ not in _NOUNS or (root is not subject and not root.is_ancestor(subject)):
        return
    verb = _main(sentence, subject, end)
    if verb is not None:
        _make_main(verb, subject, root)


def _opening(sentence: Span) -> tuple[Token, int] | None:
    """Return the noun with which a sentence begins, and where its phrase ends: at a comma, a time or a verb."""
    doc = sentence.doc
    start = _after_date(sentence)
    if doc[start].pos_ not in _OPENING:
        return None
    end = start
    for token in doc[start : min(start + _LONGEST_OPENING, sentence.end)]:
        if token.text == "," or token.ent_type_ in _TIMES or token.pos_ in ("ADV", "VERB", "AUX", "PUNCT"):
            break
        if (token.tag_ in ("IN", "TO") and token.lower_ != "of") or (token.i > start and _has_named_object(token)):
            break
        end = token.i + 1
    outer = [token for token in doc.tokens[start:end] if token.head is token or not start <= token.head.i < end]
    if end == sentence.end or len(outer) != 1 or outer[0].pos_ not in _NOUNS or outer[0].ent_type_ in _TIMES:
        return None
    return outer[0], end


def _after_date(sentence: Span) -> int:
    """Return where a sentence begins behind a date in front and its comma: "On Friday, *Ruiz*, the envoy, said"."""
    doc, at = sentence.doc, sentence.start
    at += doc[at].pos_ == "ADP"
    while at < sentence.end - 1 and doc[at].ent_type_ in _TIMES:
        at += 1
    dated = at > sentence.start and doc[at - 1].ent_type_ in _TIMES and doc[at].text == ","
    return at + 1 if dated and at + 1 < sentence.end else sentence.start


def _main(sentence: Span, subject: Token, end: int) -> Token | None:
    """Return the one word behind the aside that can be the main verb, the last of two if the first opens the aside."""
    doc = sentence.doc
    if doc[end].text != ",":
        return _after_time(sentence, end)
    found = [
        token
        for token in doc.tokens[end + 1 : sentence.end]
        if doc[token.i - 1].text == "," and _could_be_main(token, subject)
    ]
    if len(found) > 1 and found[0].i == end + 1:
        del found[0]
    if not found:
        behind = doc.tokens[end + 1 : sentence.end]
        found = [token for token in behind if _is_behind_phrase(token) and _could_be_main(token, subject)]
    return next((token for token in found if token.tag_ == "VBD"), found[0] if found else None)


def _is_behind_phrase(token: Token) -> bool:
    """Tell whether a word was taken to describe what ends an aside: "Ruiz, the envoy, in a letter *condemned* it"."""
    noun = token.head
    if token.dep_ != "acl" or noun.dep_ != "pobj" or token.i != noun.i + 1:
        return False
    phrase = noun.head
    return phrase.lower_ in _WHERE and phrase.i > 0 and phrase.nbor(-1).text == ","


def _after_time(sentence: Span, end: int) -> Token | None:
    """Return the word that can be the main verb behind adverbs and times: "Laos last year *borrowed* from China"."""
    doc = sentence.doc
    for token in doc.tokens[end : sentence.end]:
        if token.ent_type_ in _TIMES or token.pos_ == "ADV" or token.lower_ in ("on", "in", "not"):
            continue
        if token.i == end:
            return token if _has_named_object(token) else None
        return token if _could_be_main(token, sentence.root) else None
    return None


def _could_be_main(token: Token, subject: Token) -> bool:
    """Tell whether a word may be the past tense of a main verb: nothing makes a participle of it."""
    if token.pos_ != "VERB" and not (token.pos_ == "ADJ" and token.lower_.endswith("ed")):
        return False
    if token.tag_ not in _PAST:
        return False
    if token.i + 1 >= token.sent.end or token.nbor(1).lower_ == "by":
        return False
    if any(child.dep_ in _NO_MAIN or (child.dep_ in _SUBJECTS and child is not subject) for child in token.children):
        return False
    return token.dep_ != "conj" or token.head.pos_ not in VERBAL or subject.head is token


def _has_named_object(token: Token) -> bool:
    """Tell whether a word between two names can only be a verb: "Chile *armed* Bolivia", not "Chile armed forces"."""
    if token.dep_ != "amod" or token.tag_ not in _PAST or not token.lower_.endswith("ed") or token.head.i < token.i:
        return False
    return all(one.pos_ == "PROPN" for one in token.doc[token.i + 1 : token.head.i + 1]) and (
        token.nbor(-1).pos_ == "PROPN"
    )


def _make_main(verb: Token, subject: Token, root: Token) -> None:
    """Make a word the main verb of its sentence, with what was taken for the noun that it describes as its object."""
    thing = None
    if verb.dep_ in ("amod", "acl") and verb.head.i > verb.i:
        thing = verb.head
        while thing.dep_ in _WITHIN and thing.head.i > thing.i:
            thing = thing.head
    strays = [] if thing is None else [child for child in thing.lefts if child.i < verb.i and child is not subject]
    hang(verb, verb, "ROOT")
    verb.pos_, verb.tag_ = "VERB", "VBD"
    if thing is not None:
        hang(thing, verb, "dobj")
    hang(subject, verb, "nsubj")
    for child in strays:
        hang(child, subject, child.dep_)
    for noun in {id(one): one for one in (subject, root)}.values():
        for child in [child for child in noun.children if noun is not thing and child.i > verb.i]:
            hang(child, verb, "dobj" if child.dep_ == "appos" else child.dep_)
