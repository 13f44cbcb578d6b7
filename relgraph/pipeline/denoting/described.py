"""Whether a noun without a name means somebody in particular: by its article, his age, or how many they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from relgraph.pipeline.denoting.denotation import Denoter
    from relgraph.pipeline.nlp.parse import Token
    from relgraph.pipeline.parties import Party

_TELLING = frozenset({"acl", "amod"})
_FEW = frozenset({"one", "two", "three", "2", "3"})
_BARE = frozenset({"punct", "cc", "conj", "advmod"})
_STANDING = frozenset({"at", "under"})
_KNOWN = frozenset({"the", "these", "those", "both"})
_ONE = frozenset({"a", "an"})
_ACTS = frozenset({"opposition", "resistance"})
_OF_ACTS = frozenset({"from", "to", "against", "by", "among"})
_ADVISED = frozenset({"urge", "counsel", "advocate", "preach", "recommend"})
_UNITED = frozenset({"coalition", "alliance"})
_UNITING = frozenset({"with", "between"})
_COUNTED_UP = frozenset({"casualty"})
_BEARING = frozenset({"suffer", "sustain", "take", "inflict", "cause", "incur", "endure", "bear", "avoid", "bring"})


def is_common(token: Token) -> bool:
    """Tell whether a noun is no name: "the mayor" or, by its article, "the Prime Minister"."""
    if token.pos_ == "NOUN":
        return True
    if token.pos_ != "PROPN" or token.ent_type_ or token.dep_ not in ("dobj", "pobj"):
        return False  # who acts under a title alone is somebody's who is known
    before = list(token.lefts)
    titled = all(child.dep_ in ("det", "compound", "amod") and not child.ent_type_ for child in before)
    return titled and any(child.lower_ == "the" for child in before) and not any(token.rights)


def is_act(noun: Token, lemma: str) -> bool:
    """Tell whether a noun that may name a group is what somebody does: "opposition *from* the bank".

    So is a "coalition *with* the Greens" what one enters with them, "*an* alliance" of nobody said what is made, the
    resistance that is urged what is to be done; casualties that an army suffers are a number.
    """
    after = {child.lower_ for child in noun.children if child.dep_ == "prep"}
    if lemma in _ACTS:
        return bool(after & _OF_ACTS) or (noun.dep_ == "dobj" and noun.head.lemma_ in _ADVISED)
    if lemma in _COUNTED_UP:
        return noun.dep_ == "dobj" and noun.head.lemma_ in _BEARING
    if lemma not in _UNITED:
        return False
    new = lemma == "alliance" and "of" not in after and any(child.lower_ in _ONE for child in noun.lefts)
    led = any(child.tag_ == "VBN" for child in noun.rights)
    return bool(after & _UNITING) or (new and noun.dep_ in ("dobj", "pobj") and not led)


def has_age(token: Token) -> bool:
    """Tell whether somebody is a certain one, of whom the age is known: "a 40-year-old man"."""
    return any(
        child.dep_ == "amod" and child.lower_.endswith("old") and child.left_edge.pos_ == "NUM"
        for child in token.children
    )


def is_counted(denoter: Denoter, token: Token, lemma: str) -> bool:
    """Tell whether people are counted, so that it is certain ones: "killed 11 people", "dozens of people"."""
    if lemma not in denoter.words["nouns.counted"]:
        return False
    many = token.head.head.lower_ if token.dep_ == "pobj" and token.head.lower_ == "of" else ""
    return many in denoter.words["nouns.numerous"] or any(
        child.dep_ == "nummod" or child.lower_ == "several" for child in token.children
    )


def is_somebody(denoter: Denoter, token: Token, lemma: str) -> bool:
    """Tell whether one acts or suffers of whom nothing else is said: "shot *a man*", "*a woman* stabbed him"."""
    return (
        lemma in denoter.words["nouns.nameless"]
        and token.tag_ == "NN"
        and token.dep_ in ("dobj", "pobj", "nsubjpass", "nsubj")
        and any(child.dep_ == "det" and child.lower_ in ("a", "an", "another") for child in token.children)
    )


def is_told_apart(denoter: Denoter, noun: Token, lemma: str) -> bool:
    """Tell whether states without a name are told from others: "*nations* at war", "nearly *forty countries*".

    So are people by whom they follow: "*followers* of Aristide".
    """
    if noun.tag_ == "NNS" and lemma in denoter.words["nouns.following"] - denoter.words["nouns.role"]:
        return any(child.lower_ == "of" and child.dep_ == "prep" for child in noun.rights)
    if noun.tag_ != "NNS" or lemma not in denoter.words["nouns.told_apart"]:
        return False
    if noun.dep_ == "conj" and any(child.lower_ == "other" for child in noun.lefts):
        return False  # "Chad and other countries at war with Libya": it is said of Chad
    told = any(
        child.i > noun.i
        and (_tells(child) or (child.dep_ == "prep" and child.lower_ in _STANDING))
        and denoter.texts[child.left_edge.i - 1] != ","
        for child in noun.children
    )
    known = any(child.lower_ in _KNOWN for child in noun.children)
    # of two or three the text says who they are
    return told or (not known and any(c.dep_ == "nummod" and c.lower_ not in _FEW for c in noun.children))


def _tells(clause: Token) -> bool:
    """Tell whether a clause says more of a noun than a verb alone, as "countries that *trade*" does not."""
    if clause.dep_ == "relcl":
        return any(child.dep_ not in _BARE and child.i > clause.i for child in clause.children)
    return clause.dep_ in _TELLING


def is_without(denoter: Denoter, nation: Party) -> bool:
    """Tell whether a name says who is none of them: "*non-Arab* tribes"."""
    return denoter.lowers[max(nation.start - 2, 0) : nation.start] == ["non", "-"]
