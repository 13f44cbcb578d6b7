"""What stands between commas beside a name, where the parser made something else of it: "Turkey, *an ally*, left"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.pipeline.arguments import PASSIVE_SUBJECTS, SUBJECTS, VERBAL
from relgraph.pipeline.nlp.parse import hang

if TYPE_CHECKING:
    from relgraph.pipeline.nlp.parse import Doc, Token
    from relgraph.pipeline.words import Words

_ASIDE = frozenset({"DATE", "TIME"})
_DASHES = ("—", "–", "--", ":")
_LOOSE = frozenset({"npadvmod", "dep", "conj", "dobj", "attr", "oprd", "appos"})
_SECOND = frozenset({"dobj", "npadvmod", "dep"})
"""What the parser makes of a name behind an object that it does not take for one with it."""
_PLACING = frozenset({"in", "at", "on", "during", "near"})
_SPAN = 12


def hang_appositives(doc: Doc, words: Words) -> None:
    """Hang on a name what is said of it between commas, and on a noun the names that it or a dash announces."""
    for name in doc:
        if name.pos_ == "PROPN" and name.dep_ in _SECOND and name.i > 0:
            _called_so(name, words)
        elif name.pos_ == "PROPN" and name.dep_ == "nsubj" and name.left_edge.i > name.sent.start:
            _titled_before(name, words)
    for comma in doc.occurrences((",",)):
        if 0 < comma.i < len(doc) - 1:
            _beside_subject(comma)
            _beside_place(comma)
            _closed(comma)
    for teller in doc.occurrences(("According", "according")):
        _told_by(teller)
    for dash in doc.occurrences(_DASHES):
        _listed_after(dash)


def _closed(comma: Token) -> None:
    """Hang on the verb the phrase behind an appositive's second comma: "met Ana Ruiz, leader of a party, *in Lima*"."""
    phrase = comma.nbor(1)
    noun = phrase.head
    name = noun.head
    if phrase.dep_ != "prep" or phrase.lower_ not in _PLACING or noun.dep_ != "appos" or noun.i > comma.i:
        return
    opened = noun.left_edge.i > 0 and noun.doc[noun.left_edge.i - 1].text == "," and name.i < noun.i
    verb = name.head
    if opened and name.dep_ in ("dobj", "nsubjpass") and verb.pos_ == "VERB" and verb.i < name.i:
        hang(phrase, verb)


def _called_so(name: Token, words: Words) -> None:
    """Hang a name on the noun right before it that says what it is: "fined the Swiss *miner Glencore*"."""
    noun, verb = name.nbor(-1), name.head
    if noun.dep_ != "dobj" or noun.head is not verb or noun.tag_ != "NN" or name.ent_type_ in _ASIDE:
        return
    described = any(child.dep_ in ("det", "amod", "poss", "compound") for child in noun.lefts)
    if described and noun.base in words.either("nouns.business", "nouns.body_word", "nouns.person_word"):
        hang(name, noun, "appos")


def _titled_before(name: Token, words: Words) -> None:
    """Hang a name on the title right before it, deep in the true subject: "troops loyal to the warlord *Aziz* fled"."""
    title, verb = name.doc[name.left_edge.i - 1], name.head
    if title.tag_ != "NN" or title.dep_ != "pobj" or title.base not in words.either("nouns.person_word", "nouns.role"):
        return
    subject = title
    while subject.head.i < subject.i and subject.head is not verb:
        subject = subject.head
    if subject.head is verb and subject.tag_ == "NNS" and subject.dep_ in SUBJECTS | {"npadvmod"}:
        hang(subject, verb, "nsubj")
        hang(name, title, "appos")


def _beside_subject(comma: Token) -> None:
    """Make one subject of a name and of what is said of it: "*Turkey*, NATO's member, left", "*X*, then head, fell".

    The parser leaves the name loose, or takes both for subjects.
    """
    name, verb = comma.nbor(-1), comma.nbor(-1).head
    roles = SUBJECTS | PASSIVE_SUBJECTS
    if name.pos_ != "PROPN" or name.dep_ not in roles | {"npadvmod"} or verb.pos_ not in VERBAL:
        return
    first = name.left_edge.i
    if name.ent_type_ in _ASIDE or (first != name.sent.start and name.doc[first - 1].dep_ != "cc"):
        return
    then = comma.nbor(1)
    loose = then.pos_ == "ADV" and then.head is verb
    for said in verb.children:
        if (
            said.dep_ in roles
            and said.pos_ == "NOUN"
            and said.left_edge.i == comma.i + 1 + loose
            and _closes(said, name)
        ):
            if name.dep_ == "npadvmod":
                hang(name, verb, said.dep_)
            hang(said, name, "appos")
            if loose:
                hang(then, said, "advmod")
            return


def _told_by(according: Token) -> None:
    """Hang on an office who holds it: "According to the Danish minister, *Ida Kahn*, the talks failed"."""
    doc = according.doc
    links = [to for to in according.children if to.lower_ == "to"]
    office = next((noun for to in links for noun in to.children if noun.dep_ == "pobj" and noun.pos_ == "NOUN"), None)
    if office is None or office.i + 2 >= len(doc) or doc[office.i + 1].text != ",":
        return
    end = office.i + 2
    while end < len(doc) and doc[end].pos_ == "PROPN" and doc[end].ent_type_ == "PERSON":
        end += 1
    if end == office.i + 2 or end >= len(doc) or doc[end].text not in (",", "."):
        return
    name = doc[end - 1]
    if not name.is_ancestor(office):
        hang(name, office, "appos")
        for part in doc[office.i + 2 : end - 1]:
            hang(part, name, "compound")


def _closes(noun: Token, name: Token) -> bool:
    """Tell whether a comma ends what is said of a name, which may be lacking behind a title with its body."""
    if noun.right_edge.text == ",":
        return True
    after = noun.right_edge.i + 1
    if after < len(noun.doc) and noun.doc[after].text == ",":
        return True
    # "Ana Ruiz, *Oxfam spokeswoman* will speak"
    body = any(child.dep_ == "compound" and child.ent_type_ == "ORG" for child in noun.lefts)
    return body and noun.tag_ == "NN" and name.ent_type_ == "PERSON"


def _beside_place(comma: Token) -> None:
    """Hang on a name what was taken for a verb's object behind it: "lives in *Chad*, the union's *member*"."""
    name, link = comma.nbor(-1), comma.nbor(-1).head
    verb = link.head
    if name.pos_ != "PROPN" or name.dep_ != "pobj" or verb.pos_ not in VERBAL or link.i == 0:
        return
    if link.nbor(-1).text == ",":
        return  # "gave, in Chad, a speech"
    for said in verb.children:
        if said.dep_ == "dobj" and said.pos_ == "NOUN" and said.left_edge.i == comma.i + 1:
            hang(said, name, "appos")
            return


def _listed_after(dash: Token) -> None:
    """Hang names on the plural that announces them: "sent two *envoys* to Lima—*Jorge Huneeus* and Carlos Walker"."""
    doc = dash.doc
    if dash.i + 1 >= len(doc):
        return
    name = next((token for token in doc[dash.i + 1 : dash.i + 4] if token.dep_ != "compound"), dash)
    if name.ent_type_ != "PERSON" or name.dep_ not in _LOOSE or name.left_edge.i != dash.i + 1:
        return
    if not any(child.dep_ == "conj" for child in name.children):
        return
    for plural in reversed(list(doc[max(dash.sent.start, dash.i - _SPAN) : dash.i])):
        if plural.tag_ == "NNS" and any(child.dep_ == "nummod" for child in plural.children):
            if name.head is not plural and not name.is_ancestor(plural):
                hang(name, plural, "appos")
            return
