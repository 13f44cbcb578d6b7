"""What somebody is judged for, and words of denial in an aside: "thanked Chad at the summit *for arming them*"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.pipeline.nlp.parse import hang, take_place

if TYPE_CHECKING:
    from relgraph.pipeline.nlp.parse import Doc, Token
    from relgraph.pipeline.words import Words


_CLAIMS = ("events.accusation", "events.said", "events.statement", "events.finding", "nouns.claim")


def hang_charges(doc: Doc, words: Words) -> None:
    """Hang deeds on the verb that judges them, "not" on the phrase behind it, and denials on what is said."""
    for phrase in doc.occurrences(("of", "for")):
        if _charge_second(phrase, words):
            continue
        verb = _judging(phrase, words)
        if verb is not None:
            hang(phrase, verb)
    for article in doc.occurrences(("a", "an")):
        if article.head.base in words.either("events.accusation", "nouns.claim"):
            _set_behind(article.head, words)
    for that in doc.occurrences(("that",)):
        _claimed(that, words)
    for denial in doc.occurrences(("not",)):
        _deny_phrase(denial)
    for which in doc.occurrences(("which",)):
        _deny_said(which, words)
    for deed in doc.occurrences(words.either(*_CLAIMS, *words.names("events."))):
        _sum_up(deed, words)


def _charge_second(phrase: Token, words: Words) -> bool:
    """Join the second of two who are each judged for their own: "accused Chad of shelling towns and *Mali of* looting".

    Returns whether there is one: the phrase is left on the name then.
    """
    name = phrase.nbor(-1) if phrase.i > phrase.sent.start else phrase
    if name.pos_ != "PROPN" or name.dep_ not in ("conj", "appos", "dobj", "pobj"):
        return False
    if phrase.doc[name.left_edge.i - 1].lower_ not in ("and", "but", ","):
        return False
    first = next((above for above in name.ancestors if above.dep_ == "prep" and above.lower_ == phrase.lower_), None)
    if first is None or first.head.pos_ != "VERB" or not (_says_deed(phrase, words) and _says_deed(first, words)):
        return False
    verb = first.head
    judged = [child for child in verb.children if child.dep_ == "dobj" and verb.i < child.i < name.i]
    if not judged or judged[0].pos_ != "PROPN":
        return False
    hang(name, judged[0], "conj")
    hang(phrase, name)
    return True


def _says_deed(phrase: Token, words: Words) -> bool:
    """Tell whether a phrase says for what somebody is judged: "of shelling towns", with a verb of judging "for it"."""
    deeds = [child for child in phrase.rights if child.dep_ in ("pcomp", "pobj")]
    judging = words.either("verbs.accusing", "verbs.between_people")
    judged = phrase.head.lemma_ in judging or any(above.lemma_ in judging for above in phrase.ancestors)
    return any(deed.dep_ == "pcomp" or deed.tag_ == "VBG" or (judged and not deed.ent_type_) for deed in deeds)


def _set_behind(claim: Token, words: Words) -> None:
    """Hang an answer on the claim that it is to: "says Chad is arming them, *a charge Chad rejects*"."""
    answerer = claim.head
    answer = answerer.head
    told = next((child for child in answer.lefts if child.dep_ == "ccomp"), None)
    if claim.dep_ != "compound" or answerer.dep_ != "nsubj" or told is None or told.i > claim.i:
        return
    if answer.lemma_ not in words["verbs.dismissing"] or claim.nbor(-2).text != ",":
        return
    take_place(told, answer)
    hang(claim, told, "npadvmod")
    hang(answer, claim, "relcl")


def _claimed(that: Token, words: Words) -> None:
    """Hang a clause on the claim that it is, past what is put in: "*claims*, never proved, *that* Chad left"."""
    clause = that.head
    verb = clause.head
    if that.dep_ != "mark" or clause.dep_ != "ccomp" or that.nbor(-1).text != "," or that.i < verb.i:
        return
    claims = [child for child in verb.rights if child.dep_ == "dobj" and child.base in words["nouns.claim"]]
    if claims and claims[0].i < that.i and verb.lemma_ not in words["verbs.speaking"]:
        hang(clause, claims[0], "acl")


def _judging(phrase: Token, words: Words) -> Token | None:
    """Return the verb that judges for a deed, where the parser hung the deed on a phrase in between.

    "blamed Chad *in an angry letter* for arming them", "accused Chad, *on no good evidence*, of lying", "accused *the
    opposition* of plotting".
    """
    if not any(child.dep_ == "pcomp" and child.tag_ in ("VBG", "VBN") for child in phrase.children):
        return None
    above = phrase.head
    if above.dep_ == "dobj" and phrase.lower_ == "of":
        return above.head if above.head.lemma_ in words.either("verbs.accusing_of", "verbs.clearing") else None
    between = above.head if above.dep_ == "pobj" else above
    if between.dep_ != "prep" or above.i > phrase.i or above.base in words["nouns.done_for"]:
        return None
    if phrase.lower_ == "of" and phrase.nbor(-1).text != ",":
        return None
    verb = between.head
    if verb.pos_ != "VERB" or verb.lemma_ not in words["verbs.judging"]:
        return None
    judged = any(child.dep_ == "dobj" and child.i < between.i for child in verb.children)
    return verb if judged and verb.i < between.i else None


def _deny_phrase(denial: Token) -> None:
    """Hang "not" on the phrase before which it stands in an aside: "accused Chad, *not without reason*, of lying"."""
    verb = denial.head
    if denial.dep_ != "neg" or denial.i <= verb.i + 1 or denial.i + 1 >= len(denial.doc):
        return
    after = denial.nbor(1)
    if after.dep_ == "prep" and after.head.i == verb.i and denial.nbor(-1).text == ",":
        hang(denial, after, "neg")


def _deny_said(which: Token, words: Words) -> None:
    """Hang the denial of what is said on the verb that says it: "said Chad had shelled the town, *which Chad denies*".

    The parser hangs it on the last noun; what somebody claims or proposes may be denied itself.
    """
    verb = which.head
    noun = verb.head
    if which.dep_ != "dobj" or verb.dep_ != "relcl" or verb.lemma_ not in words["verbs.denying"]:
        return
    if (
        which.nbor(-1).text != ","
        or noun.base in words.either(*_CLAIMS)
        or not any(c.dep_ == "nsubj" for c in verb.children)
    ):
        return
    says = _speaking_above(noun, words)
    if says is not None:
        hang(verb, says, "conj")


def _sum_up(deed: Token, words: Words) -> None:
    """Hang on the clause before it what sums it up: "accused Chad of arming Mali's rebels, *a charge* that it denied".

    A claim is what the verb of speech above says; a deed is what the nearest verb says.
    """
    first, name = deed.left_edge, deed.head
    if first.lower_ not in ("a", "an") or first.i == 0 or first.nbor(-1).text != ",":
        return
    if deed.dep_ == "dobj" and any(c.dep_ in ("dobj", "nsubjpass") and c.i < deed.i for c in name.children):
        deed.dep_ = "npadvmod"  # "killed ten soldiers, *an attack* claimed by"
    if deed.dep_ != "appos":
        return
    if not any(child.dep_ in ("acl", "relcl") for child in deed.children):
        return
    verb = _speaking_above(deed, words) if deed.base in words.either(*_CLAIMS) else None
    if verb is None and name.base not in words.either(*words.names("events.")):
        verb = next((above for above in deed.ancestors if above.pos_ == "VERB"), None)
    if verb is not None:
        hang(deed, verb, "npadvmod")


def _speaking_above(noun: Token, words: Words) -> Token | None:
    """Return the verb that says what a noun is part of."""
    says = next((above for above in noun.ancestors if above.lemma_ in words["verbs.speaking"]), None)
    return says if says is not None and says.pos_ == "VERB" else None
