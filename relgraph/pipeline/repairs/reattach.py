"""Phrases that the parser hung on the wrong word, hung where they belong before anything else looks at the parse."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.pipeline.nlp.parse import hang, take_place
from relgraph.pipeline.repairs.appositives import hang_appositives
from relgraph.pipeline.repairs.asides import mend_asides
from relgraph.pipeline.repairs.behind import stand
from relgraph.pipeline.repairs.charges import hang_charges
from relgraph.pipeline.repairs.colons import name_ends
from relgraph.pipeline.repairs.doers import name_doers
from relgraph.pipeline.repairs.doublesubjects import keep_one_subject
from relgraph.pipeline.repairs.engagements import mend_engaged
from relgraph.pipeline.repairs.given import name_given, people_given
from relgraph.pipeline.repairs.glosses import unwrap
from relgraph.pipeline.repairs.goals import hang_goals
from relgraph.pipeline.repairs.headlines import read_headlines
from relgraph.pipeline.repairs.hyphened import mend_hyphened
from relgraph.pipeline.repairs.interjected import go_on
from relgraph.pipeline.repairs.inversions import turn_back
from relgraph.pipeline.repairs.lasting import mend_lasting
from relgraph.pipeline.repairs.mainverbs import find_main_verbs
from relgraph.pipeline.repairs.misread import mend
from relgraph.pipeline.repairs.neighbouring import mend_lands
from relgraph.pipeline.repairs.parallels import line_up
from relgraph.pipeline.repairs.participles import mend_participles
from relgraph.pipeline.repairs.passivesjoined import join_passives
from relgraph.pipeline.repairs.pasttimes import pass_times
from relgraph.pipeline.repairs.piecemeal import part_pieces
from relgraph.pipeline.repairs.postings import name_posted
from relgraph.pipeline.repairs.raids import mend_raids
from relgraph.pipeline.repairs.relatives import mend_relatives
from relgraph.pipeline.repairs.secondclauses import part_clauses
from relgraph.pipeline.repairs.semicolons import part_at_marks
from relgraph.pipeline.repairs.series import keep_together
from relgraph.pipeline.repairs.sharedobjects import share_objects
from relgraph.pipeline.repairs.sharedowners import share_owners
from relgraph.pipeline.repairs.swallowed import free_swallowed
from relgraph.pipeline.repairs.whence import hang_home
from relgraph.pipeline.words import Words

if TYPE_CHECKING:
    from relgraph.pipeline.nlp.parse import Doc, Token

_FINITE = frozenset({"VBP", "VBZ", "VBD"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl"})
_FIELDS = frozenset({"affairs", "relations", "security", "planning", "trade", "development", "cooperation"})
_OFFICES = frozenset(
    {"ministry", "minister", "department", "secretary", "secretariat", "commission", "committee", "council"}
)
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "latest", "last")
_CALLING = (
    *("call", "calls", "called", "calling", "brand", "brands", "branded", "branding", "label", "labels", "labelled"),
    *("labeled", "labelling", "labeling", "deem", "deems", "deemed", "deeming", "consider", "considers", "considered"),
)
_NAMES = frozenset({"NOUN", "PROPN"})
_SAYING = frozenset({"say", "tell", "think", "believe", "know"})


def reattach(doc: Doc, words: Words) -> Doc:
    """Return the text with its phrases where they belong; what each step mends is said there."""
    find_main_verbs(doc)
    mend_lasting(doc)
    free_swallowed(doc, words)
    read_headlines(doc, words)
    turn_back(doc)
    mend_lands(doc, words)
    name_doers(doc, words)
    _of_offices(doc, words)
    pass_times(doc, words)
    part_pieces(doc)
    _bracketed(doc)
    _perfect(doc)
    _behind_comma(doc)
    _behind_that(doc)
    part_at_marks(doc, words)
    part_clauses(doc, words)
    mend_relatives(doc, words)
    share_owners(doc, words)
    share_objects(doc, words)
    join_passives(doc, words)
    keep_one_subject(doc, words)
    line_up(doc, words)
    _some_of(doc, words)
    _deeds_listed(doc)
    _summing_up(doc, words)
    _caused(doc)
    hang_goals(doc, words)
    _counted(doc)
    _branded(doc, words)
    _rivals(doc)
    _of_two_nations(doc)
    mend_engaged(doc, words)
    mend(doc, words)
    mend_participles(doc, words)
    hang_appositives(doc, words)
    name_posted(doc, words)
    stand(doc, words)
    keep_together(doc)
    unwrap(doc, words)
    _going_on(doc, words)
    _set_apart(doc)
    go_on(doc, words)
    name_ends(doc, words)
    mend_asides(doc, words)
    name_given(doc, words)
    people_given(doc, words)
    hang_charges(doc, words)
    mend_raids(doc, words)
    hang_home(doc, words)
    return doc


def _of_offices(doc: Doc, words: Words) -> None:
    """Hang a country on the office and not on its field: "the Ministry for Foreign Affairs *of Norway*"."""
    mend_hyphened(doc, words)
    fields = words["bodies.portfolios"] | _FIELDS
    for of in doc.occurrences(("of",)):
        field = of.head
        if field.dep_ != "pobj" or field.lower_ not in fields or not field.text[0].isupper() or field.i > of.i:
            continue
        office = field.head.head
        if field.head.lower_ in ("of", "for") and office.base in _OFFICES and office.i < field.i:
            hang(of, office)


def _behind_comma(doc: Doc) -> None:
    """Give a main verb the subject that was taken into the phrase before: "In talks with Chad, *Mali and Niger* left".

    The phrase or clause opens the sentence; between its comma and the verb there is nothing else than the subject.
    """
    for sentence in doc.sents:
        verb = sentence.root
        if verb.tag_ not in _FINITE or verb.pos_ != "VERB" or verb.i < sentence.start + 4:
            continue
        first = sentence[0]
        perfect = first.text == "Having" and first.dep_ == "aux"
        opens = perfect or (first.dep_ in ("prep", "mark", "advmod", "csubj") and first.text[0].isupper())
        if not opens or any(child.dep_ in _SUBJECTS for child in verb.children):
            continue
        clausal = next((child for child in verb.children if child.dep_ == "csubj"), None)
        if clausal is not None and clausal.tag_ != "VBG" and not perfect:
            continue
        last = doc[verb.i - 1]
        subject = last
        for above in (last, *last.ancestors):
            if above.i == verb.i or doc[above.left_edge.i].i == sentence.start:
                break
            begins = doc[subject.left_edge.i - 1].text == "," and subject.dep_ in ("conj", "appos")
            if begins and not (above.pos_ == "PROPN" and doc[above.left_edge.i - 1].text == ","):
                break
            subject = above
        if subject.dep_ not in ("conj", "appos") or subject.pos_ not in ("PROPN", "NOUN", "PRON"):
            continue
        if doc[subject.left_edge.i - 1].text == "," and subject.right_edge.i == last.i and subject.head.i < subject.i:
            hang(subject, verb, "nsubj")
            if clausal is not None:
                clausal.dep_ = "advcl"  # "*Invoking* the treaty, Peru sent": no deed is its subject


def _behind_that(doc: Doc) -> None:
    """Give a clause the subject taken into its first phrase: "said that given the odds, *Mali* would yield"."""
    for mark in doc.occurrences(("that",)):
        verb = mark.head
        if mark.dep_ != "mark" or verb.pos_ != "VERB" or any(child.dep_ in _SUBJECTS for child in verb.children):
            continue
        phrase = next((child for child in verb.lefts if child.i == mark.i + 1 and child.dep_ == "prep"), None)
        start = next((child.i for child in verb.lefts if child.dep_ in ("aux", "auxpass")), verb.i)
        for noun in phrase.subtree if phrase is not None else ():
            taken = noun.dep_ in ("conj", "appos") and noun.pos_ in ("PROPN", "NOUN", "PRON")
            if taken and doc[noun.left_edge.i - 1].text == "," and noun.right_edge.i == start - 1:
                hang(noun, verb, "nsubj")
                break


def _caused(doc: Doc) -> None:
    """Make whom something is caused the verb's, not the feeling's: "the raids caused *officials* great concern"."""
    for verb in doc.occurrences(("caused", "causes", "cause", "causing", "gave", "gives", "give", "giving")):
        for thing in verb.children if verb.pos_ == "VERB" else ():
            if thing.dep_ != "dobj" or thing.pos_ != "NOUN" or thing.i < verb.i:
                continue
            feeling = [child for child in thing.children if child.dep_ == "nsubj" and verb.i < child.i < thing.i]
            if len(feeling) == 1 and feeling[0].left_edge.i == verb.i + 1:
                hang(feeling[0], verb, "dative")


def _summing_up(doc: Doc, words: Words) -> None:
    """Take a noun that sums up a clause from its objects: "made France withdraw, *a decision* praised by Chad"."""
    for article in doc.occurrences(("a", "an")):
        deed = article.head
        if deed.dep_ == "dobj" and deed.base in words["events.general"] and article.i > 0:
            verb = deed.head
            others = [c for c in verb.children if c.dep_ in ("dobj", "ccomp", "xcomp") and verb.i < c.i < article.i]
            if others and doc[article.i - 1].text == "," and not any(c.dep_ == "cc" for c in others):
                deed.dep_ = "npadvmod"


def _deeds_listed(doc: Doc) -> None:
    """Join deeds that the parser put into one another: "has made *a pact* with Chad, *held* talks, and armed Mali"."""
    for comma in doc.occurrences((",",)):
        second = doc[comma.i + 1] if comma.i + 1 < len(doc) else comma
        first = second.head
        if second.dep_ != "ccomp" or second.tag_ not in ("VBD", "VBN") or first.i >= comma.i or first.pos_ != "VERB":
            continue
        if first.lemma_ in _SAYING or any(child.dep_ == "dobj" for child in first.rights):
            continue
        taken = next((child for child in second.lefts if child.dep_ in _SUBJECTS), None)
        if taken is None or taken.pos_ != "NOUN" or taken.left_edge.i != first.i + 1:
            continue
        if taken.right_edge.i not in (comma.i - 1, comma.i):
            continue
        hang(taken, first, "dobj")
        hang(second, first, "conj")


def _some_of(doc: Doc, words: Words) -> None:
    """Hang members on the class that they are of: "six nations condemned the raid, *including Chad and Niger*"."""
    classes = words.either("nouns.country_word", "nouns.body_word", "nouns.person_word", "nouns.listing")
    for including in doc.occurrences(("including",)):
        thing = including.head
        if including.dep_ != "prep" or thing.tag_ not in ("NN", "NNP") or doc[including.i - 1].text != ",":
            continue
        verb = next((above for above in thing.ancestors if above.pos_ in ("VERB", "AUX")), thing)
        for subject in [child for child in verb.lefts if child.dep_ in _SUBJECTS]:
            inside = [grandchild for of in subject.children if of.lower_ == "of" for grandchild in of.children]
            members = next((one for one in (subject, *inside) if one.tag_ == "NNS" and one.base in classes), None)
            if members is not None:
                hang(including, members)


def _perfect(doc: Doc) -> None:
    """Make a participle after "having" the verb that it is: "*Having broken* relations with Chad, Peru" has none."""
    for having in doc.occurrences(("having", "Having")):
        i = having.i + 1
        if having.tag_ != "VBG" or i >= len(doc):
            continue
        done = doc[i]
        thing = done.head
        if done.tag_ != "VBN" or done.dep_ != "amod" or thing.head.i != having.i or thing.dep_ != "dobj":
            continue
        if thing.left_edge.i != i:
            continue  # "having *a* broken leg"
        children = [child for child in having.children if child.i != thing.i]
        above, dep = having.head, having.dep_
        hang(done, above, dep)
        done.pos_ = "VERB"
        hang(having, done, "aux")
        having.pos_ = "AUX"
        for child in (thing, *children):
            hang(child, done, child.dep_)


def _bracketed(doc: Doc) -> None:
    """Hang an acronym in brackets on the name before it: "a letter to the Arab League *(AL)* demanding" is not its."""
    for bracket in doc.occurrences(("(",)):
        i = bracket.i
        if not 0 < i < len(doc) - 2 or doc[i + 2].text != ")":
            continue
        acronym, name = doc[i + 1], doc[i - 1]
        participle = acronym.head
        doing = participle.tag_ in ("VBG", "VBN") and not any(child.dep_ == "aux" for child in participle.children)
        taken = acronym.dep_ in _SUBJECTS and acronym.is_upper and doing and participle.i > i
        if taken and name.pos_ in ("PROPN", "NOUN"):
            hang(acronym, name, "appos")


def _counted(doc: Doc) -> None:
    """Hang on a deed what is said of it as one of several: "the visit, the first *by a Dane to Cuba*, was short"."""
    for ordinal in doc.occurrences(_ORDINALS):
        deed = ordinal.head
        if ordinal.dep_ != "appos" or deed.pos_ != "NOUN" or deed.i > ordinal.i:
            continue
        own = {child.lower_ for child in deed.children}
        for phrase in [child for child in ordinal.children if child.dep_ in ("prep", "agent")]:
            if phrase.i > ordinal.i and phrase.lower_ not in own:
                hang(phrase, deed)


def _of_two_nations(doc: Doc) -> None:
    """Make people the head of the names before them: "*Kazakh* and *Uzbek* engineers", which are no three."""
    for joint in doc.occurrences(("and",)):
        first, end = joint.head, joint.i + 2
        if first.i != joint.i - 1 or end >= len(doc) or first.pos_ != "PROPN" or first.lefts:
            continue
        second, people = doc[joint.i + 1], doc[end]
        joined = (
            second.dep_ == people.dep_ == "conj" and second.head.i == first.i and people.head.i in (first.i, second.i)
        )
        if joined and second.pos_ == "PROPN" and people.tag_ == "NNS" and people.pos_ == "NOUN":
            take_place(people, first)
            for child in [child for child in first.children if child.i > people.i]:
                hang(child, people, child.dep_)
            hang(first, people, "amod")


def _branded(doc: Doc, words: Words) -> None:
    """Take a judgement from the noun before it that is judged: "called *Chad's government* reckless"."""
    for verb in doc.occurrences(_CALLING):
        judgement = next((child for child in verb.rights if child.dep_ in ("dobj", "oprd")), None)
        if verb.pos_ != "VERB" or judgement is None or judgement.base not in words["judgements.bad"]:
            continue
        before = [child for child in judgement.lefts if child.i == judgement.i - 1]
        named = next((c for c in before if c.dep_ in ("compound", "nmod") and c.pos_ in ("NOUN", "PROPN")), None)
        if named is None or any(child.dep_ == "dobj" for child in verb.rights if child.i < named.i):
            continue
        for child in [child for child in judgement.lefts if child.i < named.i]:
            hang(child, named, child.dep_)
        hang(named, verb, "dobj")
        judgement.dep_ = "oprd"


def _going_on(doc: Doc, words: Words) -> None:
    """Hang a finite verb on the one that it goes on with: "we commend Chad for hosting talks and *thank* Mali"."""
    for joint in doc.occurrences(("and", "but")):
        for verb in (child for child in joint.head.children if child.dep_ == "conj" and child.i > joint.i):
            if _is_finite_after(joint.head, verb) or _is_declared(joint.head, verb, words):
                first = next((above for above in joint.head.ancestors if above.tag_ in _FINITE), None)
                if first is not None and not any(child.dep_ in _SUBJECTS for child in verb.children):
                    hang(verb, first, "conj")
            elif joint.head.dep_ == "oprd" and joint.head.head.tag_ == "VBD" and _has_object(verb):
                verb.tag_ = "VBD"  # "called the vote illegal and *recalled* its envoy"
                hang(verb, joint.head.head, "conj")


def _has_object(verb: Token) -> bool:
    """Tell whether a form taken for a participle has an object of its own."""
    return verb.tag_ == "VBN" and any(child.dep_ == "dobj" and child.i > verb.i for child in verb.children)


def _is_finite_after(first: Token, second: Token) -> bool:
    """Tell whether a finite verb cannot go on with the one it was hung on: "refused to join and *has sought* help"."""
    if second.tag_ not in _FINITE and not any(child.dep_ == "aux" and child.tag_ in _FINITE for child in second.lefts):
        return False
    if first.tag_ == "VBG":
        return first.dep_ == "pcomp" and second.tag_ in _FINITE
    infinitive = first.tag_ == "VB" and any(child.tag_ == "TO" for child in first.children)
    return infinitive and second.tag_ != "VBP"


def _is_declared(first: Token, second: Token, words: Words) -> bool:
    """Tell whether "we" go on to say what we think: "we welcome Chad's decision to help and *commend* Mali"."""
    if second.tag_ != "VB" or second.lemma_ not in words["verbs.declaring"] or first.tag_ != "VB":
        return False
    above = next((above for above in first.ancestors if above.tag_ == "VBP"), None)
    if above is None or above.lemma_ not in words["verbs.declaring"] or first.lemma_ in words["verbs.declaring"]:
        return False
    return any(child.lower_ in ("we", "i") for child in above.children) and first.head.pos_ == "NOUN"


def _set_apart(doc: Doc) -> None:
    """Give a subject its verb behind a participle between commas: "The police, trained *by* Chad, beat them"."""
    for by in doc.occurrences(("by",)):
        participle = by.head
        noun = participle.head
        if participle.tag_ != "VBN" or participle.dep_ != "acl" or noun.head is not noun or noun.pos_ not in _NAMES:
            continue
        for verb in participle.rights:
            own = verb.dep_ == "conj" and verb.tag_ in ("VBD", "VBN") and verb.i > by.i
            if own and doc[verb.i - 1].text == "," and doc[participle.i - 1].text == ",":
                hang(verb, verb, "ROOT")
                hang(noun, verb, "nsubj")
                break


def _rivals(doc: Doc) -> None:
    """Read "rival" as a noun where a name follows that says who is one: "Chad's *rival* Mali left"."""
    for rival in doc.occurrences(("rival", "archrival", "arch-rival")):
        name = rival.head
        if rival.dep_ != "amod" or name.pos_ != "PROPN" or name.i < rival.i or name.head is name:
            continue
        before = [child for child in name.lefts if child.i < rival.i]
        if not any(child.dep_ == "poss" for child in before):
            continue
        take_place(rival, name)
        hang(name, rival, "appos")
        for child in before:
            hang(child, rival, child.dep_)
        rival.pos_, rival.tag_ = "NOUN", "NN"
