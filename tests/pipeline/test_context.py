"""Polarity, modality and attribution of sentences, on parses of the pinned model."""

import pytest
from said import said

# sentence, source, family, target
Case = tuple[str, str, str, str]


def weak(reason: str, *values: str):
    """A sentence that the engine reads wrongly, with the reason."""
    return pytest.param(*values, marks=pytest.mark.xfail(strict=True, reason=reason), id=values[0][:60])


def read(text: str, source: str, family: str, target: str, issuer: str | None = None):
    """Return the readings of what the sentence says between two; there must be one."""
    found = [one for one in said(text, issuer) if one.family == family and (source, target) in one.orders]
    assert found, said(text, issuer)
    return found


AFFIRMED = [
    ("Few Ghanaian attacks on Togo were reported.", "Ghana", "fights", "Togo"),
    ("Ghana's king had a few kind words for Togo.", "Ghana", "cooperates", "Togo"),
    ("Ghana has done much to help Togo.", "Ghana", "cooperates", "Togo"),
    ("Peru bombed Chile.", "Peru", "fights", "Chile"),
    ("Not only did Peru bomb Chile, it also threatened Bolivia.", "Peru", "fights", "Chile"),
    ("Peru not only bombed Chile but also threatened Bolivia.", "Peru", "fights", "Chile"),
    ("Ghana did not hesitate to condemn Togo.", "Ghana", "disputes", "Togo"),
    ("Ghana never stopped supporting Togo.", "Ghana", "cooperates", "Togo"),
    ("Niger, which had not joined the talks, bombed Chad.", "Niger", "fights", "Chad"),
    ("After Niger did not attend the talks, Chad bombed Mali.", "Chad", "fights", "Mali"),
    ("Japan condemned Laos because Nepal had not condemned Bhutan.", "Japan", "disputes", "Laos"),
    ("Kenya did not invite Niger, which had bombed Chad.", "Niger", "fights", "Chad"),
    ("Kenya did not attend because Niger had bombed Chad.", "Niger", "fights", "Chad"),
    ("Niger did not leave after it bombed Chad.", "Niger", "fights", "Chad"),
    ("The Nigerien soldiers who bombed Chad did not leave.", "Niger", "fights", "Chad"),
    ("Kenya did not attend the summit and condemned Uganda.", "Kenya", "disputes", "Uganda"),
    ("No sooner had Kenya arrived than it condemned Uganda.", "Kenya", "disputes", "Uganda"),
]

NEGATED = [
    ("Ghana showed little respect for Togo.", "Ghana", "cooperates", "Togo"),
    ("Ghana has scant sympathy for Togo.", "Ghana", "cooperates", "Togo"),
    ("Ghana's king had few kind words for Togo.", "Ghana", "cooperates", "Togo"),
    ("Ghana shows little interest in talks with Togo.", "Ghana", "cooperates", "Togo"),
    ("Ghana did little to support Togo.", "Ghana", "cooperates", "Togo"),
    ("Ghana has done nothing to help Togo.", "Ghana", "cooperates", "Togo"),
    ("Ghana denied reports of closing its border with Togo.", "Ghana", "restrains", "Togo"),
    ("Ghana rejected suggestions of a secret deal with Togo.", "Ghana", "cooperates", "Togo"),
    ("Ghana rubbished rumours that it had armed the Togolese army.", "Ghana", "cooperates", "Togo"),
    ("Reports of Ghanaian arms shipments to Togo were denied in Accra.", "Ghana", "cooperates", "Togo"),
    ("Ghana contradicted reports of its support for Togo.", "Ghana", "cooperates", "Togo"),
    ("Peru did not bomb Chile.", "Peru", "fights", "Chile"),
    ("Peru didn't bomb Chile.", "Peru", "fights", "Chile"),
    ("Peru never bombed Chile.", "Peru", "fights", "Chile"),
    ("Ghana no longer supports Togo.", "Ghana", "cooperates", "Togo"),
    ("Ghana has no alliance with Togo.", "Ghana", "cooperates", "Togo"),
    ("Ghana signed no agreement with Togo.", "Ghana", "cooperates", "Togo"),
    ("There was no cooperation between Ghana and Togo.", "Ghana", "cooperates", "Togo"),
    ("Ghana failed to support Togo.", "Ghana", "cooperates", "Togo"),
    ("Sweden stopped short of condemning Finland.", "Sweden", "disputes", "Finland"),
    ("Sweden refrained from condemning Finland.", "Sweden", "disputes", "Finland"),
    ("Sweden refused to condemn Finland.", "Sweden", "disputes", "Finland"),
    ("Sweden declined to condemn Finland.", "Sweden", "disputes", "Finland"),
    ("Sweden avoided criticising Finland.", "Sweden", "disputes", "Finland"),
    ("Neither Sweden nor Norway condemned Finland.", "Sweden", "disputes", "Finland"),
    ("Neither Sweden nor Norway condemned Finland.", "Norway", "disputes", "Finland"),
    ("Sweden left without condemning Finland.", "Sweden", "disputes", "Finland"),
    ("Sweden signed the treaty without ever having criticised Finland.", "Sweden", "disputes", "Finland"),
    ("The UN prevented Ghana from attacking Togo.", "Ghana", "fights", "Togo"),
    ("Sweden is unwilling to condemn Finland.", "Sweden", "disputes", "Finland"),
    ("Sweden has yet to condemn Finland.", "Sweden", "disputes", "Finland"),
    ("Sweden did not criticise or condemn Finland.", "Sweden", "disputes", "Finland"),
    ("Sweden has not, so far, condemned Finland.", "Sweden", "disputes", "Finland"),
    ("Nepal does not think that Laos attacked Bhutan.", "Laos", "fights", "Bhutan"),
    ("Nepal denied that Laos had attacked Bhutan.", "Laos", "fights", "Bhutan"),
]

MODALITY = [
    ("Peru hoped for French aid in its war against Chile.", "Peru", "fights", "Chile", "actual"),
    ("Peru wants an end to its war with Chile.", "Peru", "fights", "Chile", "actual"),
    ("Peru hoped for a war against Chile.", "Peru", "fights", "Chile", "intended"),
    ("Peru wants support for its plan to attack Chile.", "Peru", "fights", "Chile", "intended"),
    ("Ghana may attack Togo.", "Ghana", "fights", "Togo", "possible"),
    ("Ghana might attack Togo.", "Ghana", "fights", "Togo", "possible"),
    ("Ghana could attack Togo.", "Ghana", "fights", "Togo", "possible"),
    ("Perhaps Ghana attacked Togo.", "Ghana", "fights", "Togo", "possible"),
    ("Ghana will probably attack Togo.", "Ghana", "fights", "Togo", "possible"),
    ("Ghana is expected to attack Togo.", "Ghana", "fights", "Togo", "possible"),
    ("Analysts fear that Ghana will attack Togo.", "Ghana", "fights", "Togo", "possible"),
    ("There is a risk that Ghana will attack Togo.", "Ghana", "fights", "Togo", "possible"),
    ("Ghana cannot rule out attacking Togo.", "Ghana", "fights", "Togo", "possible"),
    ("Ghana is able to attack Togo.", "Ghana", "fights", "Togo", "possible"),
    ("A possible Ghanaian attack on Togo worries Benin.", "Ghana", "fights", "Togo", "possible"),
    ("If Ghana attacks Togo, Benin will protest.", "Ghana", "fights", "Togo", "conditional"),
    ("Benin will protest unless Ghana attacks Togo.", "Ghana", "fights", "Togo", "conditional"),
    ("Should Ghana attack Togo, Benin will protest.", "Ghana", "fights", "Togo", "conditional"),
    weak(
        "the parser makes Benin the subject of the inverted condition",
        "Were Ghana to attack Togo, Benin would protest.",
        "Ghana",
        "fights",
        "Togo",
        "conditional",
    ),
    ("In case Ghana attacks Togo, Benin will protest.", "Ghana", "fights", "Togo", "conditional"),
    ("If Benin protests, Ghana will attack Togo.", "Ghana", "fights", "Togo", "conditional"),
    ("Ghana would attack Togo if Benin protested.", "Ghana", "fights", "Togo", "conditional"),
    ("Ghana wants to attack Togo.", "Ghana", "fights", "Togo", "intended"),
    ("Ghana plans to attack Togo.", "Ghana", "fights", "Togo", "intended"),
    ("Ghana is planning to attack Togo.", "Ghana", "fights", "Togo", "intended"),
    ("Ghana seeks to strengthen its ties with Togo.", "Ghana", "cooperates", "Togo", "intended"),
    ("Ghana is about to attack Togo.", "Ghana", "fights", "Togo", "intended"),
    ("Ghana is ready to support Togo.", "Ghana", "cooperates", "Togo", "intended"),
    ("Ghana has a plan to attack Togo.", "Ghana", "fights", "Togo", "intended"),
    ("Ghana's planned attack on Togo was revealed.", "Ghana", "fights", "Togo", "intended"),
    ("Ghana will support Togo.", "Ghana", "cooperates", "Togo", "intended"),
    weak(
        'the parser makes the purpose a complement of "hired"',
        "Ghana hired pilots to attack Togo.",
        "Ghana",
        "fights",
        "Togo",
        "intended",
    ),
    ("Ghana decided to support Togo.", "Ghana", "cooperates", "Togo", "intended"),
    ("Benin demanded that Ghana support Togo.", "Ghana", "cooperates", "Togo", "intended"),
    ("Benin urged Ghana to support Togo.", "Ghana", "cooperates", "Togo", "intended"),
    ("Ghana attacked Togo.", "Ghana", "fights", "Togo", "actual"),
    ("Ghana is attacking Togo.", "Ghana", "fights", "Togo", "actual"),
    ("Ghana has been attacking Togo.", "Ghana", "fights", "Togo", "actual"),
    ("Ghana managed to attack Togo.", "Ghana", "fights", "Togo", "actual"),
    ("Ghana began to attack Togo.", "Ghana", "fights", "Togo", "actual"),
    ("Ghana continues to support Togo.", "Ghana", "cooperates", "Togo", "actual"),
    ("Ghana will continue to support Togo.", "Ghana", "cooperates", "Togo", "actual"),
    ("Ghana attacked Togo although it may rain.", "Ghana", "fights", "Togo", "actual"),
    ("Benin may invite Ghana, which attacked Togo.", "Ghana", "fights", "Togo", "actual"),
    ("Benin may leave since Ghana attacked Togo.", "Ghana", "fights", "Togo", "actual"),
    ("Benin could protest, as Ghana has attacked Togo.", "Ghana", "fights", "Togo", "actual"),
    ("The Ghanaian soldiers who attacked Togo may leave.", "Ghana", "fights", "Togo", "actual"),
    ("Ghana, which may leave the union, attacked Togo.", "Ghana", "fights", "Togo", "actual"),
    ("Ghana attacked Togo, and Benin might protest.", "Ghana", "fights", "Togo", "actual"),
    ("Before it could vote, Ghana attacked Togo.", "Ghana", "fights", "Togo", "actual"),
    ("Benin wants peace after Ghana attacked Togo.", "Ghana", "fights", "Togo", "actual"),
]

ATTRIBUTED = [
    ("Benin said that Ghana had attacked Togo.", "Ghana", "fights", "Togo", "Benin"),
    ("Benin says Ghana attacked Togo.", "Ghana", "fights", "Togo", "Benin"),
    ("Ghana attacked Togo, Benin said.", "Ghana", "fights", "Togo", "Benin"),
    ("Ghana attacked Togo, according to Benin.", "Ghana", "fights", "Togo", "Benin"),
    ("According to Benin, Ghana attacked Togo.", "Ghana", "fights", "Togo", "Benin"),
    ("Benin accused Ghana of attacking Togo.", "Ghana", "fights", "Togo", "Benin"),
    ("Ghana was accused by Benin of attacking Togo.", "Ghana", "fights", "Togo", "Benin"),
    ("Benin blamed Ghana for attacking Togo.", "Ghana", "fights", "Togo", "Benin"),
    ("Benin claimed that Ghana had attacked Togo.", "Ghana", "fights", "Togo", "Benin"),
    ("Benin denied that Ghana had attacked Togo.", "Ghana", "fights", "Togo", "Benin"),
    ("Ghana reportedly attacked Togo.", "Ghana", "fights", "Togo", "reportedly"),
    ("Ghana allegedly attacked Togo.", "Ghana", "fights", "Togo", "allegedly"),
    ("Ghana's alleged attack on Togo shook Benin.", "Ghana", "fights", "Togo", "alleged"),
    ("Israeli sources said that Ghana had attacked Togo.", "Ghana", "fights", "Togo", "Israeli sources"),
    ("According to Israeli media, Ghana attacked Togo.", "Ghana", "fights", "Togo", "Israeli media"),
    ("Ghana is said to have attacked Togo.", "Ghana", "fights", "Togo", "said"),
    ('"Ghana attacked Togo," said Foreign Minister Ana Brown of Benin.', "Ghana", "fights", "Togo", "Ana Brown"),
    (
        'Foreign Minister Ana Brown said: "This is a dark day. Ghana attacked Togo."',
        "Ghana",
        "fights",
        "Togo",
        "Ana Brown",
    ),
    (
        '"Ghana attacked Togo. It was a dark day," Foreign Minister Ana Brown said.',
        "Ghana",
        "fights",
        "Togo",
        "Ana Brown",
    ),
    ("Benin told reporters that Ghana had attacked Togo.", "Ghana", "fights", "Togo", "Benin"),
]

UNATTRIBUTED = [
    ("Ghana attacked Togo.", "Ghana", "fights", "Togo"),
    ("Benin condemned Ghana.", "Benin", "disputes", "Ghana"),
    ("Benin accused Ghana of attacking Togo.", "Benin", "disputes", "Ghana"),
    ("Benin said it condemned Ghana.", "Benin", "disputes", "Ghana"),
    ("Benin spoke at noon. Ghana attacked Togo.", "Ghana", "fights", "Togo"),
    ('"We are sad," Benin said. Ghana attacked Togo.', "Ghana", "fights", "Togo"),
    ("Benin said nothing, and Ghana attacked Togo.", "Ghana", "fights", "Togo"),
    ("Ghana, which said it was ready, attacked Togo.", "Ghana", "fights", "Togo"),
]


@pytest.mark.parametrize(("text", "source", "family", "target"), AFFIRMED)
def test_what_is_said_to_be_so_is_affirmed(text, source, family, target):
    assert {one.polarity for one in read(text, source, family, target)} == {"affirmed"}


@pytest.mark.parametrize(("text", "source", "family", "target"), NEGATED)
def test_what_is_said_not_to_be_so_is_negated(text, source, family, target):
    assert {one.polarity for one in read(text, source, family, target)} == {"negated"}


@pytest.mark.parametrize(("text", "source", "family", "target", "modality"), MODALITY)
def test_modality(text, source, family, target, modality):
    assert {one.modality for one in read(text, source, family, target)} == {modality}


@pytest.mark.parametrize(("text", "source", "family", "target", "speaker"), ATTRIBUTED)
def test_who_says_so(text, source, family, target, speaker):
    assert {one.attribution for one in read(text, source, family, target)} == {speaker}


@pytest.mark.parametrize(("text", "source", "family", "target"), UNATTRIBUTED)
def test_what_the_text_itself_says_has_no_speaker(text, source, family, target):
    assert {one.attribution for one in read(text, source, family, target)} == {None}


@pytest.mark.parametrize(
    "text",
    [
        "Kenya did not condemn Niger's attack on Chad.",
        "Kenya refused to condemn Niger's attack on Chad.",
        "Kenya may condemn Niger's attack on Chad.",
        "Kenya wants to condemn Niger's attack on Chad.",
    ],
)
def test_an_act_that_is_not_condemned_happened_nevertheless(text):
    found = read(text, "Niger", "fights", "Chad")
    assert {(one.polarity, one.modality) for one in found} == {("affirmed", "actual")}


def test_what_is_denied_without_a_word_of_who_denies_it_has_no_speaker():
    found, *_ = read("Claims of Ghanaian support for Togo were dismissed.", "Ghana", "cooperates", "Togo")
    assert found.attribution is None


def test_who_denies_reports_of_an_attack_is_not_the_attacker():
    assert not said("Ghana denied reports of an attack on tourists from Togo.")


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Kenya accused Ghana of waging war on Togo.", "fights.attacks"),
        ("Kenya accused Ghana of aggression against Togo.", "fights.attacks"),
        ("Ghana was accused by Kenya of support for the Togolese junta.", "cooperates.supports"),
        ("Kenya condemned Ghana for an attack on Togo.", "fights.attacks"),
    ],
)
def test_who_is_accused_does_what_a_noun_says(text, type_):
    assert {("Ghana", "Togo")} == {(one.source, one.target) for one in said(text) if one.type == type_}


def test_a_shot_that_is_taken_at_somebody_is_one_of_words():
    assert [one.type for one in said("Norway took a shot at Iceland over its quotas.")] == ["disputes.accuses"]


def test_what_somebody_is_called_is_said_of_him():
    for text in ("Kenya calls Ghana a vassal of Togo.", "Ghana was called a puppet of Togo by Kenya."):
        pairs = [(one.source, one.target) for one in said(text) if one.family == "affiliated"]
        assert pairs == [("Ghana", "Togo")]


def test_what_one_protests_at_is_another_ones_doing():
    text = "Ghana withdrew its envoy from Togo in protest at the arrest of Kenyan journalists."
    assert [(one.source, one.type, one.target) for one in said(text)] == [("Ghana", "restrains.sanctions", "Togo")]


@pytest.mark.parametrize(
    ("text", "polarity", "modality"),
    [
        ("Iceland will not leave NATO.", "affirmed", "actual"),
        ("Canada does not expect Iceland to leave NATO.", "affirmed", "actual"),
        ("Iceland may leave NATO.", "negated", "possible"),
        ("Iceland left NATO in May.", "negated", "actual"),
    ],
)
def test_who_will_not_leave_is_a_member(text, polarity, modality):
    found = read(text, "Iceland", "affiliated", "NATO")
    assert {(one.polarity, one.modality) for one in found} == {(polarity, modality)}
