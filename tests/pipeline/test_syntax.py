"""Who stands where around a verb, on parses written by hand, and directions in sentences that the pinned model parses.

A parse is written as ``word:tag:label:head`` with the lemma after another colon where it is not the word itself.
"""

import pytest
import spacy
from said import said, who
from spacy import tokens as spacy_tokens

from relgraph.pipeline.nlp.parse import Doc
from relgraph.pipeline.syntax.syntax import Syntax
from relgraph.pipeline.words import grammar

VOCAB = spacy.blank("en").vocab
POS = {
    "NNP": "PROPN",
    "NNPS": "PROPN",
    "NN": "NOUN",
    "NNS": "NOUN",
    "JJ": "ADJ",
    "IN": "ADP",
    "DT": "DET",
    "TO": "PART",
    "CC": "CCONJ",
    "PRP": "PRON",
    "PRP$": "PRON",
    "WDT": "PRON",
    "WP": "PRON",
    "MD": "AUX",
    ".": "PUNCT",
    ",": "PUNCT",
}


def parsed(rows: str) -> Doc:
    words, tags, deps, heads, lemmas = [], [], [], [], []
    for row in rows.split():
        word, tag, dep, head, lemma, *_ = [*row.split(":"), ""]
        words.append(word)
        tags.append(tag)
        deps.append(dep)
        heads.append(int(head))
        lemmas.append(lemma or word)
    pos = [POS.get(tag, "AUX" if dep in ("aux", "auxpass") else "VERB") for tag, dep in zip(tags, deps, strict=True)]
    return Doc(spacy_tokens.Doc(VOCAB, words=words, tags=tags, pos=pos, deps=deps, heads=heads, lemmas=lemmas))


def syntax_of(doc: Doc) -> Syntax:
    return Syntax(doc, grammar())


def texts(tokens) -> list[str]:
    return [token.text for token in tokens]


def one(doc: Doc, word: str):
    (token,) = [token for token in doc if token.text == word]
    return token


ACTIVE = "Iran:NNP:nsubj:1 bombed:VBD:ROOT:1:bomb Iraq:NNP:dobj:1"
PASSIVE = "Iraq:NNP:nsubjpass:2 was:VBD:auxpass:2:be bombed:VBN:ROOT:2:bomb by:IN:agent:2 Iran:NNP:pobj:3"
AGENTLESS = "Iraq:NNP:nsubjpass:2 was:VBD:auxpass:2:be bombed:VBN:ROOT:2:bomb"
PERFECT = "Iran:NNP:nsubj:2 has:VBZ:aux:2:have bombed:VBN:ROOT:2:bomb Iraq:NNP:dobj:2"
CONTROL = "Iran:NNP:nsubj:1 wants:VBZ:ROOT:1:want to:TO:aux:3 bomb:VB:xcomp:1 Iraq:NNP:dobj:3"
OBJECT_CONTROL = "Iran:NNP:nsubj:1 urged:VBD:ROOT:1:urge Iraq:NNP:dobj:1 to:TO:aux:4 expel:VB:xcomp:1 Oman:NNP:dobj:4"
# The parser often makes what is urged the subject of the infinitive.
SMALL_CLAUSE = "Iran:NNP:nsubj:1 urged:VBD:ROOT:1:urge Iraq:NNP:nsubj:4 to:TO:aux:4 expel:VB:ccomp:1 Oman:NNP:dobj:4"
ACCUSED = (
    "Iran:NNP:nsubj:1 accused:VBD:ROOT:1:accuse Iraq:NNP:dobj:1 of:IN:prep:1 bombing:VBG:pcomp:3:bomb Oman:NNP:dobj:4"
)
AFTER = "Iran:NNP:nsubj:1 left:VBD:ROOT:1:leave after:IN:prep:1 bombing:VBG:pcomp:2:bomb Iraq:NNP:dobj:3"
CONJOINED = (
    "Iran:NNP:nsubj:1 shelled:VBD:ROOT:1:shell Iraq:NNP:dobj:1 and:CC:cc:1 bombed:VBD:conj:1:bomb Oman:NNP:dobj:4"
)
SHARED_OBJECT = "Iran:NNP:nsubj:1 shelled:VBD:ROOT:1:shell and:CC:cc:1 bombed:VBD:conj:1:bomb Oman:NNP:dobj:3"
PASSIVE_PAIR = (
    "Iraq:NNP:nsubjpass:2 was:VBD:auxpass:2:be shelled:VBN:ROOT:2:shell and:CC:cc:2 bombed:VBN:conj:2:bomb "
    "by:IN:agent:4 Iran:NNP:pobj:5"
)
SUBJECT_RELATIVE = (
    "Iran:NNP:nsubj:5 ,:,:punct:0 which:WDT:nsubj:3 bombed:VBD:relcl:0:bomb Iraq:NNP:dobj:3 left:VBD:ROOT:5:leave"
)
OBJECT_RELATIVE = (
    "rebels:NNS:nsubj:4:rebel that:WDT:dobj:3 Iran:NNP:nsubj:3 bombed:VBD:relcl:0:bomb left:VBD:ROOT:4:leave"
)
BARE_RELATIVE = "rebels:NNS:nsubj:3:rebel Iran:NNP:nsubj:2 bombed:VBD:relcl:0:bomb left:VBD:ROOT:3:leave"
REDUCED = "rebels:NNS:nsubj:4:rebel bombed:VBN:acl:0:bomb by:IN:agent:1 Iran:NNP:pobj:2 left:VBD:ROOT:4:leave"
PARTICIPLE = "rebels:NNS:nsubj:3:rebel bombing:VBG:acl:0:bomb Iraq:NNP:dobj:1 left:VBD:ROOT:3:leave"
INFINITIVE = (
    "Iran:NNP:poss:2 's:POS:case:0 plan:NN:nsubj:6 to:TO:aux:4 bomb:VB:acl:2 Iraq:NNP:dobj:4 failed:VBD:ROOT:6:fail"
)
STRAY_AGENT = (
    "Syria:NNP:nsubjpass:2 was:VBD:auxpass:2:be expelled:VBN:ROOT:2:expel from:IN:prep:2 the:DT:det:5 pact:NN:pobj:3 "
    "by:IN:prep:5 Iran:NNP:pobj:6"
)
FAR_AGENT = (
    "Iraq:NNP:nsubjpass:2 was:VBD:auxpass:2:be bombed:VBN:ROOT:2:bomb this:DT:det:4 time:NN:npadvmod:2 by:IN:prep:4 "
    "Iran:NNP:pobj:5"
)
HEADLINE_PASSIVE = "Iraq:NNP:nsubj:1 urged:VBD:ROOT:1:urge by:IN:agent:1 Iran:NNP:pobj:2"
HEADLINE_PLAN = "Iran:NNP:ROOT:0 to:TO:aux:2 free:VB:relcl:0 sailors:NNS:dobj:2:sailor"
CAUSED = "Iran:NNP:nsubj:1 had:VBD:ROOT:1:have rebels:NNS:nsubj:3:rebel shot:VBN:ccomp:1:shoot"
CLEFT = (
    "It:PRP:nsubj:1:it was:VBD:ROOT:1:be Iran:NNP:attr:1 that:IN:mark:4:that bombed:VBD:ccomp:1:bomb Iraq:NNP:dobj:4"
)
PSEUDO_CLEFT = (
    "What:WP:dobj:2:what Iran:NNP:nsubj:2 did:VBD:csubj:3:do was:VBD:ROOT:3:be bomb:VB:xcomp:3:bomb Iraq:NNP:dobj:4"
)
ONE_OF_A_SET = (
    "Iran:NNP:nsubj:1 was:VBD:ROOT:1:be among:IN:prep:1 states:NNS:pobj:2:state that:WDT:nsubj:5:that "
    "bombed:VBD:relcl:3:bomb Iraq:NNP:dobj:5"
)
THE_FIRST = (
    "Iran:NNP:nsubj:1 became:VBD:ROOT:1:become the:DT:det:4 first:JJ:amod:4:first state:NN:attr:1 to:TO:aux:6 "
    "bomb:VB:relcl:4 Iraq:NNP:dobj:6"
)
INVERTED = "Supporting:VBG:ROOT:0:support Iraq:NNP:dobj:0 were:VBD:aux:0:be Iran:NNP:attr:0"
SPLIT = (
    "Iran:NNP:nsubj:3 ,:,:punct:3 Oman:NNP:nsubj:3 said:VBD:ROOT:3:say ,:,:punct:3 has:VBZ:aux:6:have "
    "bombed:VBN:ccomp:3:bomb Iraq:NNP:dobj:6"
)
SWALLOWED = (
    "In:IN:prep:6 Oslo:NNP:pobj:0 ,:,:punct:1 the:DT:det:5 Omani:JJ:amod:5 minister:NN:appos:1 "
    "praised:VBD:ROOT:6:praise Iran:NNP:dobj:6"
)
EXPLETIVE = "Iran:NNP:nsubj:1 knew:VBD:ROOT:1:know there:EX:expl:3 was:VBD:ccomp:1:be war:NN:attr:3"
GIVEN = (
    "Syria:NNP:nsubjpass:2 was:VBD:auxpass:2:be given:VBN:ROOT:2:give arms:NNS:dobj:2:arm by:IN:agent:2 Iran:NNP:pobj:4"
)


@pytest.mark.parametrize(
    ("rows", "verb", "subjects", "objects"),
    [
        (ACTIVE, "bombed", ["Iran"], ["Iraq"]),
        (PASSIVE, "bombed", ["Iran"], ["Iraq"]),
        (AGENTLESS, "bombed", [], ["Iraq"]),
        (PERFECT, "bombed", ["Iran"], ["Iraq"]),
        (CONTROL, "bomb", ["Iran"], ["Iraq"]),
        (OBJECT_CONTROL, "expel", ["Iraq"], ["Oman"]),
        (OBJECT_CONTROL, "urged", ["Iran"], ["Iraq"]),
        (SMALL_CLAUSE, "expel", ["Iraq"], ["Oman"]),
        (SMALL_CLAUSE, "urged", ["Iran"], ["Iraq"]),
        (ACCUSED, "bombing", ["Iraq"], ["Oman"]),
        (AFTER, "bombing", ["Iran"], ["Iraq"]),
        (CONJOINED, "bombed", ["Iran"], ["Oman"]),
        (CONJOINED, "shelled", ["Iran"], ["Iraq"]),
        (SHARED_OBJECT, "shelled", ["Iran"], ["Oman"]),
        (PASSIVE_PAIR, "shelled", ["Iran"], ["Iraq"]),
        (PASSIVE_PAIR, "bombed", ["Iran"], ["Iraq"]),
        (SUBJECT_RELATIVE, "bombed", ["Iran"], ["Iraq"]),
        (OBJECT_RELATIVE, "bombed", ["Iran"], ["rebels"]),
        (BARE_RELATIVE, "bombed", ["Iran"], ["rebels"]),
        (REDUCED, "bombed", ["Iran"], ["rebels"]),
        (PARTICIPLE, "bombing", ["rebels"], ["Iraq"]),
        (STRAY_AGENT, "expelled", ["Iran"], ["Syria"]),
        (FAR_AGENT, "bombed", ["Iran"], ["Iraq"]),
        (HEADLINE_PASSIVE, "urged", ["Iran"], ["Iraq"]),
        (HEADLINE_PLAN, "free", ["Iran"], ["sailors"]),
        (CAUSED, "shot", ["Iran"], ["rebels"]),
        (CLEFT, "bombed", ["Iran"], ["Iraq"]),
        (PSEUDO_CLEFT, "bomb", ["Iran"], ["Iraq"]),
        (ONE_OF_A_SET, "bombed", ["Iran"], ["Iraq"]),
        (THE_FIRST, "bomb", ["Iran"], ["Iraq"]),
        (INVERTED, "Supporting", ["Iran"], ["Iraq"]),
        (SPLIT, "bombed", ["Iran"], ["Iraq"]),
        (SWALLOWED, "praised", ["minister"], ["Iran"]),
        (EXPLETIVE, "was", [], []),
    ],
)
def test_subjects_and_objects(rows, verb, subjects, objects):
    doc = parsed(rows)
    syntax = syntax_of(doc)
    assert texts(argument.token for argument in syntax.subjects(one(doc, verb))) == subjects
    assert texts(syntax.objects(one(doc, verb))) == objects


@pytest.mark.parametrize(
    ("rows", "verb", "passive"),
    [
        (ACTIVE, "bombed", False),
        (PASSIVE, "bombed", True),
        (AGENTLESS, "bombed", True),
        (PERFECT, "bombed", False),
        (REDUCED, "bombed", True),
        (PASSIVE_PAIR, "bombed", True),
        (CONTROL, "bomb", False),
        (PARTICIPLE, "bombing", False),
    ],
)
def test_passives(rows, verb, passive):
    doc = parsed(rows)
    assert syntax_of(doc).is_passive(one(doc, verb)) is passive


def test_the_subject_of_a_nouns_infinitive_is_who_owns_the_noun():
    doc = parsed(INFINITIVE)
    (argument,) = syntax_of(doc).subjects(one(doc, "bomb"))
    assert (argument.token.text, argument.owner) == ("plan", True)
    assert argument.inherited > 0


def test_what_stands_in_the_verbs_own_clause_is_not_inherited():
    doc = parsed(ACTIVE)
    assert [argument.inherited for argument in syntax_of(doc).subjects(one(doc, "bombed"))] == [0]


def test_recipients():
    doc = parsed("Iran:NNP:nsubj:1 gave:VBD:ROOT:1:give Syria:NNP:dative:1 arms:NNS:dobj:1:arm")
    assert texts(syntax_of(doc).indirect(one(doc, "gave"))) == ["Syria"]
    doc = parsed("Iran:NNP:nsubj:1 gave:VBD:ROOT:1:give arms:NNS:dobj:1:arm to:IN:dative:1 Syria:NNP:pobj:3")
    assert texts(syntax_of(doc).indirect(one(doc, "gave"))) == ["Syria"]
    doc = parsed(GIVEN)
    syntax = syntax_of(doc)
    assert texts(syntax.indirect(one(doc, "given"))) == ["Syria"]
    assert texts(syntax.objects(one(doc, "given"))) == ["arms"]
    assert texts(argument.token for argument in syntax.subjects(one(doc, "given"))) == ["Iran"]


def test_prepositions_of_several_words_are_followed_down():
    doc = parsed("Iran:NNP:nsubj:1 spoke:VBD:ROOT:1:speak in:IN:prep:1 favor:NN:pobj:2 of:IN:prep:3 Iraq:NNP:pobj:4")
    syntax = syntax_of(doc)
    assert texts(syntax.prepositional(one(doc, "spoke"), "in favor of")) == ["Iraq"]
    assert syntax.prepositional(one(doc, "spoke"), "of") == []
    assert syntax.prepositional(one(doc, "spoke"), "against") == []


def test_a_preposition_that_hangs_on_the_object_is_the_verbs_too():
    doc = parsed("Iran:NNP:nsubj:1 held:VBD:ROOT:1:hold talks:NNS:dobj:1:talk with:IN:prep:2 Iraq:NNP:pobj:3")
    syntax = syntax_of(doc)
    assert texts(syntax.prepositional(one(doc, "held"), "with")) == ["Iraq"]
    assert texts(syntax.prepositional(one(doc, "talks"), "with")) == ["Iraq"]


def test_between_holds_the_first_of_two():
    doc = parsed(
        "talks:NNS:nsubj:5:talk between:IN:prep:0 Iran:NNP:pobj:1 and:CC:cc:2 Iraq:NNP:conj:2 failed:VBD:ROOT:5:fail"
    )
    assert texts(syntax_of(doc).prepositional(one(doc, "talks"), "between")) == ["Iran"]


@pytest.mark.parametrize(
    ("rows", "word", "found"),
    [
        (
            "Iran:NNP:nsubj:1 demanded:VBD:ROOT:1:demand that:IN:mark:4 Iraq:NNP:nsubj:4 stop:VB:ccomp:1",
            "demanded",
            ["Iraq"],
        ),
        (
            "Iran:NNP:nsubj:1 demanded:VBD:ROOT:1:demand that:IN:mark:5 Iraq:NNP:nsubj:5 should:MD:aux:5 "
            "stop:VB:ccomp:1",
            "demanded",
            ["Iraq"],
        ),
        # What is, is not demanded.
        (
            "Iran:NNP:nsubj:1 insisted:VBD:ROOT:1:insist that:IN:mark:4 Iraq:NNP:nsubj:4 stopped:VBD:ccomp:1:stop",
            "insisted",
            [],
        ),
    ],
)
def test_the_subject_of_what_is_demanded(rows, word, found):
    doc = parsed(rows)
    assert texts(syntax_of(doc).clause_subjects(one(doc, word))) == found


@pytest.mark.parametrize(
    ("rows", "adjective", "bearers"),
    [
        ("Iran:NNP:nsubj:1 is:VBZ:ROOT:1:be hostile:JJ:acomp:1 to:IN:prep:2 Iraq:NNP:pobj:3", "hostile", ["Iran"]),
        ("a:DT:det:2 hostile:JJ:amod:2 Iran:NNP:nsubj:3 left:VBD:ROOT:3:leave", "hostile", ["Iran"]),
    ],
)
def test_what_an_adjective_is_said_of(rows, adjective, bearers):
    doc = parsed(rows)
    assert texts(argument.token for argument in syntax_of(doc).bearers(one(doc, adjective))) == bearers


def test_a_parse_that_goes_round_ends():
    rows = "a:NN:ROOT:0 " + " ".join(f"v{i}:VB:xcomp:{i - 1}" for i in range(1, 40))
    doc = parsed(rows)
    assert syntax_of(doc).subjects(doc[39]) == ()


# ------------------------------------------------------------------------------------------------- on the pinned model


@pytest.mark.parametrize(
    ("text", "family", "pairs"),
    [
        ("Ghana bombed Togo.", "fights", {("Ghana", "Togo")}),
        ("Togo was bombed by Ghana.", "fights", {("Ghana", "Togo")}),
        ("Togo has been bombed by Ghana.", "fights", {("Ghana", "Togo")}),
        ("Togo was bombed.", "fights", set()),
        ("Togo, bombed by Ghana, asked for help.", "fights", {("Ghana", "Togo")}),
        ("Ghana, which bombed Togo, asked for help.", "fights", {("Ghana", "Togo")}),
        ("Togo, which Ghana bombed, asked for help.", "fights", {("Ghana", "Togo")}),
        ("Togo, which was bombed by Ghana, asked for help.", "fights", {("Ghana", "Togo")}),
        ("It was Ghana that bombed Togo.", "fights", {("Ghana", "Togo")}),
        ("Ghana's bombing of Togo went on.", "fights", {("Ghana", "Togo")}),
        ("The bombing of Togo by Ghana went on.", "fights", {("Ghana", "Togo")}),
        ("Ghana launched an attack on Togo.", "fights", {("Ghana", "Togo")}),
        ("An attack on Togo was launched by Ghana.", "fights", {("Ghana", "Togo")}),
        ("Ghana, after bombing Togo, left.", "fights", {("Ghana", "Togo")}),
        ("Having bombed Togo, Ghana broke the truce.", "fights", {("Ghana", "Togo")}),
        ("Ghana and Benin bombed Togo.", "fights", {("Ghana", "Togo"), ("Benin", "Togo")}),
        ("Ghana bombed Togo and Benin.", "fights", {("Ghana", "Togo"), ("Ghana", "Benin")}),
        ("Ghana bombed Togo and invaded Benin.", "fights", {("Ghana", "Togo"), ("Ghana", "Benin")}),
        ("Ghana bombed and invaded Togo.", "fights", {("Ghana", "Togo")}),
        ("Togo was bombed and invaded by Ghana.", "fights", {("Ghana", "Togo")}),
        ("Ghana bombed Togo, and Benin invaded Niger.", "fights", {("Ghana", "Togo"), ("Benin", "Niger")}),
        ("Ghana helped Benin bomb Togo.", "fights", {("Benin", "Togo")}),
        ("Ghana forced Benin to bomb Togo.", "fights", {("Benin", "Togo")}),
        ("Benin was forced by Ghana to bomb Togo.", "fights", {("Benin", "Togo")}),
        ("Ghana promised Benin to bomb Togo.", "fights", {("Ghana", "Togo")}),
        ("Ghana sent troops to Benin to bomb Togo.", "fights", {("Ghana", "Togo")}),
        ("Ghana condemned Benin's attack on Togo.", "fights", {("Benin", "Togo")}),
        ("Ghana condemned Benin for bombing Togo.", "fights", {("Benin", "Togo")}),
        ("Ghana was condemned by Benin for bombing Togo.", "fights", {("Ghana", "Togo")}),
        ("Ghana gave Togo weapons.", "cooperates.aids", {("Ghana", "Togo")}),
        ("Ghana gave weapons to Togo.", "cooperates.aids", {("Ghana", "Togo")}),
        ("Togo was given weapons by Ghana.", "cooperates.aids", {("Ghana", "Togo")}),
        ("Togo received weapons from Ghana.", "cooperates.aids", {("Ghana", "Togo")}),
        ("Sanctions were imposed on Togo by Ghana.", "restrains.sanctions", {("Ghana", "Togo")}),
        ("Togo was expelled from the pact by Ghana.", "restrains.sanctions", {("Ghana", "Togo")}),
        ("Talks between Ghana and Togo failed.", "cooperates.consults", {("Ghana", "Togo"), ("Togo", "Ghana")}),
        ("Ghana and Togo met in Lima.", "cooperates.consults", {("Ghana", "Togo"), ("Togo", "Ghana")}),
        ("Ghana met with Togo.", "cooperates.consults", {("Ghana", "Togo"), ("Togo", "Ghana")}),
        ("Ghana and Togo accused each other of lying.", "disputes", {("Ghana", "Togo"), ("Togo", "Ghana")}),
    ],
)
def test_who_does_what_to_whom(text, family, pairs):
    assert who(text, family) == pairs, said(text)


@pytest.mark.parametrize(
    ("text", "family"),
    [
        ("The sanctions that Ghana imposed on Togo hurt farmers.", "restrains.sanctions"),
        ("The attack that Ghana launched on Togo failed.", "fights.attacks"),
        ("The talks that Ghana held with Togo failed.", "cooperates.consults"),
    ],
)
def test_what_was_done_in_a_relative_clause_was_done(text, family):
    assert ("Ghana", "Togo") in who(text, family)


@pytest.mark.parametrize(
    "text",
    [
        "Ghana played Togo in the cup final.",
        "Ghana lies east of Togo.",
        "Ghana and Togo grow cocoa.",
        "The map shows Ghana and Togo.",
        "Ghana's exports rose while Togo's fell.",
    ],
)
def test_two_actors_in_a_sentence_are_no_relation(text):
    assert said(text) == []
