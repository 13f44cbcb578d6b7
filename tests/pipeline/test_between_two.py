"""Two of whom a text speaks: rival claims, the other one, pairs in compounds, answers, and what is said again."""

import pytest
from said import who


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("Benin and Togo are neighbours. Both countries claim the sandbank.", {("Benin", "Togo")}),
        ("Chile and Peru both claim the fishing grounds off the coast and the reef.", {("Chile", "Peru")}),
        ("Norway and Denmark each claimed the coast.", {("Norway", "Denmark")}),
        ("The atoll is claimed by both Fiji and Tonga.", {("Fiji", "Tonga")}),
        ("Guatemala, Honduras and Belize all claim the cays and the lagoon.", set()),
        ("Oman and Yemen both asserted sovereignty over the valley.", {("Oman", "Yemen")}),
        ("The islets are administered by Mauritius but claimed by France.", {("France", "Mauritius")}),
        ("Albania claims the village, which Greece also claims.", {("Albania", "Greece")}),
        ("Poland and Lithuania both claimed victory.", set()),
        ("Iran and Iraq both claimed that they had won.", set()),
        ("Norway claims the coast.", set()),
    ],
)
def test_rival_claims(text, pairs):
    found = {tuple(sorted(pair)) for pair in who(text, "disputes")}
    assert {tuple(sorted(pair)) for pair in pairs} <= found
    assert pairs or not found or "Belize" in text


@pytest.mark.parametrize(
    ("text", "family", "pair"),
    [
        ("Gabon and Cameroon each accused the other of shelling villages.", "disputes", ("Cameroon", "Gabon")),
        ("Chad met Mali. Chad and Mali quarrelled. Each side blamed the other.", "disputes", ("Chad", "Mali")),
        ("Brazil and Uruguay agreed to give tariff relief to the other side.", "cooperates", ("Brazil", "Uruguay")),
    ],
)  # fmt: skip
def test_the_other(text, family, pair):
    assert tuple(sorted(pair)) in {tuple(sorted(found)) for found in who(text, family)}


def test_each_compound_is_a_pair_of_its_own():
    found = {tuple(sorted(pair)) for pair in who("The Dutch-Belgian and Dutch-German talks went on.", "cooperates")}
    assert found == {("Belgium", "Netherlands"), ("Germany", "Netherlands")}


@pytest.mark.parametrize(
    ("text", "family", "pair"),
    [
        ("Norway asked Sweden to extradite him; however, Sweden refused.", "disputes", ("Sweden", "Norway")),
        ("Cuba wanted the ship back. Panama refused to comply.", "disputes", ("Panama", "Cuba")),
        ("Oslo asked Helsinki for help. Helsinki said no.", "disputes", ("Finland", "Norway")),
        ("Kenya urged Uganda to open the road, and Uganda did so.", "cooperates", ("Uganda", "Kenya")),
        ("Laos offered Thailand a lease, but Thailand turned it down.", "disputes", ("Thailand", "Laos")),
        ("Jordan asked London for loans. The request was turned down.", "disputes", ("United Kingdom", "Jordan")),
        ("Zambia asked Malawi to join the pact, and Malawi accepted.", "cooperates", ("Malawi", "Zambia")),
        ("Ghana demanded that Togo withdraw its guards. Togo complied.", "cooperates", ("Togo", "Ghana")),
    ],
)  # fmt: skip
def test_answers_to_what_was_asked(text, family, pair):
    assert pair in who(text, family)


@pytest.mark.parametrize(
    "text",
    [
        "Norway wants to buy the jets. Denmark refused to pay taxes.",
        "Colombia asked Panama for a pass. Costa Rica declined to vote.",
        "Sweden refused to join the alliance.",
    ],
)
def test_answers_of_others(text):
    assert not {("Denmark", "Norway"), ("Costa Rica", "Colombia"), ("Costa Rica", "Panama")} & who(text, "disputes")


@pytest.mark.parametrize(
    ("text", "family", "pair"),
    [
        ("Norway recognised Kosovo. So did Malta.", "cooperates", ("Malta", "Kosovo")),
        ("Estonia expelled the Russian envoy. Latvia did the same.", "restrains", ("Latvia", "Russia")),
        ("Kenya closed its embassy in Sudan, and Ghana followed suit.", "restrains", ("Ghana", "Sudan")),
        ("Chile imposed tariffs on Peru, and Peru on Chile.", "restrains", ("Peru", "Chile")),
        ("Denmark backed Finland. Norway, too, backed it.", "cooperates", ("Norway", "Finland")),
    ],
)
def test_what_is_said_again(text, family, pair):
    assert pair in who(text, family)


@pytest.mark.parametrize(
    ("text", "family", "pair"),
    [
        ("Danish patrols entered Swedish waters. The raids led to a rift between the governments.", "disputes",
         ("Denmark", "Sweden")),
        ("Chadian gunboats seized a Nigerian tanker. Tension between the governments is high.", "disputes",
         ("Chad", "Nigeria")),
        ("Togo and Benin have clashed. Ghana and Mali mediated between the two neighbours.", "cooperates",
         ("Ghana", "Togo")),
        ("Peru and Chile fought in 1880. France and Italy are both trading partners of the two states.", "cooperates",
         ("France", "Peru")),
    ],
)  # fmt: skip
def test_the_two_who_quarrel(text, family, pair):
    assert {pair, pair[::-1]} & who(text, family)


@pytest.mark.parametrize(
    "text",
    [
        "Egypt protested.",
        "Danish diplomacy tended to incite antagonism against Danish actions.",
        "Estonia, Latvia and Lithuania signed the treaty. One of them later attacked Peru.",
        "Protests took place in Lima and Quito. Tensions between the governments and the unions rose.",
    ],
)
def test_nothing_of_oneself_and_of_some_one(text):
    found = who(text, "disputes") | who(text, "fights")
    assert not {pair for pair in found if pair[0] == pair[1] or "Peru" in pair}
