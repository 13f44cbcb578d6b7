"""What the parser misread: "persona non *grata*", "a letter to Chad *threatening* to".

Unlike `relgraph.pipeline.repairs.reattach`, which moves phrases, this changes what words are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.pipeline.nlp.parse import hang, take_place
from relgraph.pipeline.repairs.missedverbs import (
    let_move,
    make_finite,
    make_infinitives,
    make_past,
    mend_doing,
    mend_founding,
    mend_latter,
    mend_massing,
    read_headlines,
)
from relgraph.pipeline.words import Words

if TYPE_CHECKING:
    from relgraph.pipeline.nlp.parse import Doc, Token

_FINITE = frozenset({"VBP", "VBZ", "VBD"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl"})
_CLAUSAL = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass"})
_DEEDS = frozenset(
    {"crackdown", "sanction", "embargo", "ban", "siege", "war", "campaign", "operation", "ambush", "intervention"}
)


def mend(doc: Doc, words: Words) -> None:
    """Mend what the parser misreads in reports of refusals, messages, captives and spokesmen."""
    let_move(doc, words)
    make_finite(doc, words)
    make_past(doc, words)
    _unwelcome(doc)
    _as_opposed(doc)
    _messages(doc, words)
    _whom(doc)
    _peers(doc)
    _without_warning(doc)
    _named_last(doc)
    read_headlines(doc, words)
    _captives(doc)
    _suffered(doc)
    _doers(doc, words)
    _names(doc)
    _classed(doc, words)
    _ranked(doc, words)
    mend_latter(doc)
    mend_doing(doc)
    make_infinitives(doc)
    _exercises(doc)
    _shoulders(doc)
    _owners(doc)
    _plural_owners(doc)
    _firing(doc, words)
    _held(doc, words)
    mend_founding(doc)
    mend_massing(doc, words)


def _as_opposed(doc: Doc) -> None:
    """Make a preposition of what opposes nobody: "*as opposed to* Chad, Mali left"."""
    for opposed in doc.occurrences(("opposed",)):
        if 0 < opposed.i < len(doc) - 2 and opposed.nbor(-1).lower_ == "as" and opposed.nbor(1).lower_ == "to":
            opposed.pos_, opposed.tag_, opposed.lemma_ = "ADP", "IN", "than"
            opposed.base = "than"
            opposed.dep_ = "prep" if opposed.head is not opposed else opposed.dep_


def _plural_owners(doc: Doc) -> None:
    """Make an owner of a name in s before an apostrophe that was taken for a quotation mark: "*Texas’* long war"."""
    for mark in doc.occurrences(("'", "’")):
        thing = mark.head
        owner = doc[mark.i - 1] if mark.i > 0 else mark
        if mark.tag_ != "''" or mark.dep_ != "punct" or thing.i <= mark.i or thing.pos_ not in ("NOUN", "PROPN"):
            continue
        beside = owner.dep_ == thing.dep_ and owner.head.i == thing.head.i
        if owner.pos_ == "PROPN" and owner.text.endswith("s") and beside and doc[mark.i].text != doc[owner.i - 1].text:
            hang(owner, thing, "poss")
            hang(mark, owner, "case")
            mark.tag_ = "POS"


def _owners(doc: Doc) -> None:
    """Hang the article on the owner of whom it is said, not on what he has: "*the* regime's main backer"."""
    for mark in doc.occurrences(("'s", "’s", "'", "’")):
        owner = mark.head
        start = owner.left_edge.i
        if mark.tag_ != "POS" or owner.dep_ != "poss" or owner.pos_ != "NOUN" or start == 0:
            continue
        article = doc[start - 1]
        if article.dep_ == "det" and article.head.i == owner.head.i:
            hang(article, owner)


def _classed(doc: Doc, words: Words) -> None:
    """Make an adjective of what only says how others are: "to *developing* nations", "at *striking* miners"."""
    for kind in doc.occurrences(words.either("adjectives.classing", "adjectives.in_protest")):
        noun = next((child for child in kind.children if child.dep_ == "dobj" and child.i == kind.i + 1), None)
        if kind.dep_ != "pcomp" or kind.tag_ != "VBG" or noun is None or noun.tag_ not in ("NNS", "NNPS"):
            continue
        hang(noun, kind.head, "pobj")
        for child in [child for child in kind.children if child.i > noun.i]:
            hang(child, noun, child.dep_)
        hang(kind, noun, "amod")
        kind.pos_ = "ADJ"


def _ranked(doc: Doc, words: Words) -> None:
    """Make a part of its name of what only says of what rank a meeting is: "a culture *ministers'* meeting"."""
    for mark in doc.occurrences(("'", "’")):
        officials = mark.head
        meeting = officials.head
        if mark.dep_ != "case" or officials.dep_ != "poss" or officials.tag_ != "NNS":
            continue
        if officials.base not in words["nouns.person_word"] or meeting.base not in words["nouns.meetings"]:
            continue
        before = doc[officials.left_edge.i : officials.i]
        if all(token.lower_ != "the" and token.pos_ != "PROPN" and not token.ent_type_ for token in before):
            hang(officials, meeting, "compound")


def _unwelcome(doc: Doc) -> None:
    """Hang on the verb who is declared unwelcome, and as what: "declared the Malian *envoy* persona non *grata*"."""
    for grata in doc.occurrences(("grata",)):
        envoy = doc[grata.i - 3] if grata.i > 3 else grata
        if grata.dep_ == "appos" and grata.head.dep_ == "dobj":
            hang(grata, grata.head.head, "oprd")
        elif envoy.dep_ == "compound" and envoy.head.i == grata.i and grata.head.pos_ == "VERB":
            for child in [child for child in grata.children if child.i < envoy.i]:
                hang(child, envoy, child.dep_)
            hang(envoy, grata.head, "dobj")
            grata.dep_ = "oprd"


def _messages(doc: Doc, words: Words) -> None:
    """Hang on a message what it says, not on who gets it: "sent a *letter* to the chief *threatening* to leave"."""
    for said in doc.occurrences(("threatening", "warning", "demanding", "urging", "asking", "accusing", "calling")):
        reader = said.head
        if said.tag_ != "VBG" or said.dep_ not in ("amod", "acl") or reader.dep_ != "pobj" or reader.i > said.i:
            continue
        to = reader.head
        sent = to.head
        message = next((c for c in sent.children if c.dep_ == "dobj"), sent) if sent.pos_ == "VERB" else sent
        if to.lower_ == "to" and message.base in words["nouns.message"]:
            hang(said, message, "acl")
            said.pos_ = "VERB"


def _without_warning(doc: Doc) -> None:
    """Make a noun of "warning" where nobody is told to be warned: "opened fire *without warning*"."""
    for word in doc.occurrences(("warning",)):
        if word.head.lower_ == "without" and word.dep_ == "pcomp" and not any(True for _ in word.children):
            word.pos_, word.tag_, word.dep_ = "NOUN", "NN", "pobj"


def _peers(doc: Doc) -> None:
    """Make a noun of "counterpart" between its owner and a name: "his *counterpart* Italian President Ana Gil"."""
    for peer in doc.occurrences(("counterpart",)):
        if peer.pos_ == "ADJ" and any(child.dep_ == "poss" for child in peer.lefts):
            peer.pos_, peer.tag_ = "NOUN", "NN"


def _whom(doc: Doc) -> None:
    """Hang "whom" on what is done to him: "rebels *whom* Chad is accused of *arming*", "accuses Mali of arming"."""
    for whom in doc.occurrences(("whom", "which", "that", "who")):
        accused = whom.head.head if whom.dep_ == "pobj" and whom.head.i > whom.i else whom.head
        if whom.dep_ not in ("dobj", "pobj", "nsubj", "dative") or accused.lemma_ not in ("accuse", "suspect"):
            continue
        if accused.dep_ != "relcl" or not _somebody_else(accused, whom):
            continue
        if whom.dep_ == "nsubj" and (whom.lower_ != "whom" or accused.lefts[-1].i == whom.i):
            continue  # "Chad, *which* accused Mali of lying"
        doing = next((d for of in accused.children if of.lower_ == "of" for d in of.children if d.i > of.i), None)
        if doing is not None and doing.lower_.endswith("ing") and not any(c.dep_ == "dobj" for c in doing.children):
            hang(whom, doing, "dobj")
            doing.pos_, doing.tag_, doing.dep_ = "VERB", "VBG", "pcomp"


def _somebody_else(accused: Token, whom: Token) -> bool:
    """Tell whether another one than "whom" is accused: "Chad is accused", "accuses Mali"."""
    passive = accused.tag_ == "VBN" and any(child.dep_ in ("auxpass", "nsubjpass") for child in accused.children)
    return passive or any(child.dep_ == "dobj" and child.i > accused.i for child in accused.children)


def _named_last(doc: Doc) -> None:
    """Hang a name on what stands before the name beside it: "a spokesman for the group *Hezbollah*, Ali Saad, said"."""
    for comma in doc.occurrences((",",)):
        name = comma.head
        if name.dep_ != "appos" or comma.i < name.i or name.head.dep_ != "pobj":
            continue
        person = next((child for child in name.children if child.dep_ == "appos" and child.i > comma.i), None)
        if person is not None and person.ent_type_ == "PERSON":
            hang(person, name.head, "appos")


def _doers(doc: Doc, words: Words) -> None:
    """Hang who does it on the deed, not on whom it is done to: "the *raids* on Kurdish villages *by* Chad"."""
    for by in doc.occurrences(("by",)):
        hit = by.head
        if hit.dep_ != "pobj" or hit.head.lower_ not in ("on", "against") or by.dep_ not in ("prep", "agent"):
            continue
        deed = hit.head.head
        if deed.pos_ == "NOUN" and (deed.base in words["events.force"] or deed.base in _DEEDS):
            hang(by, deed)


def _captives(doc: Doc) -> None:
    """Tell whom somebody holds from what he is then: "holding two Kenyan *pilots* captive", "held *hostage* by"."""
    for captive in doc.occurrences(("captive", "hostage", "prisoner")):
        verb = captive.head
        if verb.lemma_ not in ("hold", "keep", "take") or captive.i < verb.i or captive.tag_ not in ("NN", "JJ"):
            continue
        if captive.dep_ == "dobj" and any(child.dep_ == "agent" for child in verb.children):
            captive.dep_ = "oprd"  # a passive has no object
        before = doc[captive.i - 1]
        if (
            before.head.i != captive.i
            or before.dep_ not in ("compound", "nmod")
            or captive.dep_ not in ("dobj", "oprd")
        ):
            continue
        for child in [child for child in captive.lefts if child.i != before.i]:
            hang(child, before, child.dep_)
        hang(before, verb, "dobj")
        captive.dep_ = "oprd"


def _names(doc: Doc) -> None:
    """Read a name as an object that was taken for a clause: "pushed *ISIL* out of the town"."""
    for name in doc:
        if name.dep_ != "xcomp" or name.pos_ != "PROPN" or name.head.pos_ != "VERB" or name.i != name.head.i + 1:
            continue
        if not any(child.dep_ == "dobj" for child in name.head.children):
            name.dep_ = "dobj"


def _exercises(doc: Doc) -> None:
    """Make an exercise the head of its own name, whatever that means: "Chad hosted *Exercise* Desert Peace"."""
    for exercise in doc.occurrences(("Exercise", "exercise")):
        name = exercise.head
        if exercise.dep_ not in ("compound", "nmod") or name.i < exercise.i or name.pos_ != "PROPN":
            continue
        if not all(token.text[0].isupper() for token in doc[exercise.i + 1 : name.i + 1]):
            continue
        hang(exercise, exercise if name.head is name else name.head, name.dep_)
        for child in [child for child in name.children if child.i < exercise.i or child.i > name.i]:
            hang(child, exercise, child.dep_)
        hang(name, exercise, "appos")
        exercise.pos_, exercise.tag_ = "NOUN", "NN"


def _shoulders(doc: Doc) -> None:
    """Make nouns again of a verb in "stood shoulder to *shoulder* with Chad", whose "with" is the first verb's."""
    for second in doc.occurrences(("shoulder",)):
        if second.pos_ != "VERB" or second.i < 2 or doc[second.i - 2].lower_ != "shoulder":
            continue
        first, to = doc[second.i - 2], doc[second.i - 1]
        for child in [child for child in second.children if child.i > second.i]:
            hang(child, first.head, child.dep_)
        hang(to, first, "prep")
        hang(second, to, "pobj")
        to.tag_, second.pos_, second.tag_ = "IN", "NOUN", "NN"


def _firing(doc: Doc, words: Words) -> None:
    """Let fighters who are struck do what a participle right behind them says: "to hit gunmen *firing* on Chadians"."""
    for shot in doc.occurrences(("firing", "shooting", "attacking", "advancing", "shelling")):
        struck, verb = doc[shot.i - 1] if shot.i else shot, shot.head
        fighters = words.either("nouns.armed_people", "nouns.forces", "nouns.fighting")
        if shot.dep_ == "advcl" and struck.dep_ == "dobj" and struck.head is verb and struck.base in fighters:
            hang(shot, struck, "acl")


def _held(doc: Doc, words: Words) -> None:
    """Set a word for a place beside its name: "retook Gwoza, *the last town* held by rebels"."""
    for town in doc.occurrences(words.either("nouns.strongholds", "nouns.towns")):
        verb, first = town.head, town.left_edge
        if town.dep_ != "npadvmod" or verb.pos_ != "VERB" or first.i < 2 or doc[first.i - 1].text != ",":
            continue
        name = doc[first.i - 2]
        if name.dep_ == "dobj" and name.head is verb and name.pos_ == "PROPN":
            hang(town, name, "appos")


def _suffered(doc: Doc) -> None:
    """Make a noun, not the participle behind it, the subject: "a *nun* held by rebels was freed"."""
    for by in doc.occurrences(("by",)):
        participle = by.head
        if by.dep_ != "agent" or participle.pos_ != "VERB" or participle.tag_ not in ("VBN", "VBD"):
            continue
        if any(child.dep_ in ("aux", "auxpass", "mark", "cc") for child in participle.children):
            continue
        nouns = [c for c in participle.lefts if c.dep_ in _SUBJECTS and c.pos_ in ("NOUN", "PROPN")]
        if len(nouns) != 1:
            continue
        if participle.dep_ in _CLAUSAL and participle.i < participle.head.i:
            hang(nouns[0], participle.head, participle.dep_.replace("csubj", "nsubj"))
        else:
            verb = next((c for c in participle.rights if c.dep_ == "conj" and c.i > by.i and _is_clause(c)), None)
            if verb is None or any(child.dep_ == "punct" and child.i < verb.i for child in participle.rights):
                continue
            passive = any(child.dep_ == "auxpass" for child in verb.children)
            take_place(verb, participle)
            hang(nouns[0], verb, "nsubjpass" if passive else "nsubj")
        hang(participle, nouns[0], "acl")
        participle.tag_ = "VBN"


def _is_clause(verb: Token) -> bool:
    """Tell whether a verb is finite and has no subject of its own."""
    finite = verb.tag_ in _FINITE or any(child.dep_ in ("aux", "auxpass") for child in verb.children)
    return finite and not any(child.dep_ in _SUBJECTS for child in verb.children)
