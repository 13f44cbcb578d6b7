"""What is refused, withheld, not renewed or taken back, and whose things are where the parse is odd."""

import pytest
from said import said, who

REFUSED = "disputes.rejects"
YIELDED = "cooperates.concedes"
SANCTION = "restrains.sanctions"
FORCED = "restrains.coerces"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # what will not be yielded is refused, and to whom if he has to act first
        ("Colombia will not free the Venezuelan officers.", ("Colombia", REFUSED, "Venezuela")),
        ("Turkey said it would not lift its veto on Sweden's accession.", ("Turkey", REFUSED, "Sweden")),
        ("Denmark will not lift the ban until Norway signs the treaty.", ("Denmark", REFUSED, "Norway")),
        ("Poland will not lift sanctions if Belarus does not free the students.", ("Poland", REFUSED, "Belarus")),
        ("Chile did not give permission for the Peruvian ship to dock.", ("Chile", REFUSED, "Peru")),
        ("India did not grant approval to Pakistani singers.", ("India", REFUSED, "Pakistan")),
        # what is not kept up has ended
        ("The African Union failed to renew the sanctions on Burundi.", ("African Union", YIELDED, "Burundi")),
        ("Britain did not extend the arms embargo on Eritrea.", ("United Kingdom", YIELDED, "Eritrea")),
        ("Greece approved a request from Cyprus for help.", ("Greece", YIELDED, "Cyprus")),
        (
            "In 2008 the United States returned a painting that was stolen in 1991 from a gallery in Paris to Peru.",
            ("United States", YIELDED, "Peru"),
        ),
        # who keeps watch or peace is withdrawn from a country, not from its land
        ("Norway withdrew its observers from Sri Lanka.", ("Norway", SANCTION, "Sri Lanka")),
        ("Kenya will withdraw its peacekeepers from Somalia.", ("Kenya", SANCTION, "Somalia")),
        # bodies in another country than the report
        ("PARIS (AFP) - A court in Kenya jailed a British tourist.", ("Kenya", FORCED, "United Kingdom")),
        ("LONDON - Police in Thailand arrested a Canadian actor.", ("Thailand", FORCED, "Canada")),
        ("Iraqi officials have imposed a curfew on Basra.", ("Iraq", FORCED, "Iraq")),
        ("Canada arrested Malian officers, including General Viktor Karpov.", ("Canada", FORCED, "Mali")),
        (
            "Iran issued an ultimatum to Baghdad warning of strikes if the rebels are not expelled.",
            ("Iran", "disputes.threatens", "Iraq"),
        ),
    ],
)
def test_it_is_said(text, expected):
    assert expected in {(r.source, r.type, r.target) for r in said(text) if r.polarity == "affirmed"}


@pytest.mark.parametrize(
    ("text", "family", "pair"),
    [
        ("Kenya's president declared a state of emergency in March.", "restrains", ("Kenya", "Kenya")),
        ("Spain returned a painting belonging to Portugal.", "cooperates", ("Spain", "Portugal")),
        ("Sweden will not lift the ban, Norway said.", "disputes", ("Sweden", "Norway")),
        ("Turkey gave money to fight Kurdish rebels in Syria.", "cooperates", ("Turkey", "Syria")),
    ],
)
def test_it_is_not_said(text, family, pair):
    assert pair not in who(text, family)


def test_illness_is_fought_for_those_who_have_it():
    assert ("Sweden", "Uganda") in who("Sweden gave $40 million to fight malaria in Uganda.", "cooperates")


def test_a_call_with_a_reason_is_a_talk():
    text = "Israel's prime minister called the Kenyan president to explain the importance of the treaty."
    assert ("Israel", "Kenya") in who(text, "cooperates")
    assert ("Israel", "Kenya") not in who(text, "disputes")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # crowds of which only the number is told
        ("Thousands rallied in Athens against Germany.", ("thousands", "disputes.protests", "Germany")),
        ("Hundreds of people marched against the Polish government.", ("people", "disputes.protests", "Poland")),
        # truces and operations in a country, and soldiers who keep peace there
        ("Saudi Arabia announced a truce in Yemen.", ("Saudi Arabia", YIELDED, "Yemen")),
        ("Ethiopia halted military operations in Somalia.", ("Ethiopia", YIELDED, "Somalia")),
        (
            "Ghana announced the deployment of 300 soldiers to Liberia on a peacekeeping mission.",
            ("Ghana", "cooperates.aids", "Liberia"),
        ),
        ("India contributed troops to the UN mission in Congo.", ("India", "cooperates.aids", "United Nations")),
        # towns that are threatened, offices with capitals, people of a certain age
        ("North Korea threatened to bomb Busan.", ("North Korea", "disputes.threatens", "South Korea")),
        ("Jane Roe sued the Attorney General.", ("Jane Roe", "disputes.accuses", "attorney general")),
        ("Authorities in Canada deported a 70-year-old man.", ("Canada", FORCED, "man")),
        ("Japan will not send troops to Syria.", ("Japan", REFUSED, "Syria")),
    ],
)
def test_it_is_said_of_those_who_are_not_named(text, expected):
    assert expected in {(r.source, r.type, r.target) for r in said(text) if r.polarity == "affirmed"}


def test_a_plan_that_is_scrapped_is_denied():
    [planned] = [r for r in said("Cyprus scrapped a plan to buy Russian missiles.") if r.target == "Russia"]
    assert (planned.type, planned.polarity) == ("cooperates.collaborates", "negated")


def test_own_money_is_kept_from_nobody():
    text = "US President Joe Stone wrote to the head of UNESCO threatening to pull US funding."
    assert ("United States", "United States") not in who(text, "restrains")


@pytest.mark.parametrize(
    ("text", "deed", "modality"),
    [
        # what will not be done is denied beside its refusal; with "until" it waits for something
        ("Chad will not free the Nigerian pilots until ransom is paid.", ("Chad", YIELDED, "Nigeria"), "conditional"),
        ("Kenya will not lift the embargo on Somalia.", ("Kenya", YIELDED, "Somalia"), "intended"),
        ("The Houthis will not begin talks with Saudi Arabia until the blockade ends.",
         ("Houthis", "cooperates.consults", "Saudi Arabia"), "conditional"),
        ("Peru has cancelled a planned visit to Chile.", ("Peru", "cooperates.consults", "Chile"), "actual"),
        ("Peru called off its talks with Chile.", ("Peru", "cooperates.consults", "Chile"), "actual"),
    ],
)  # fmt: skip
def test_what_will_not_be_done_is_denied_too(text, deed, modality):
    source, _, target = deed
    assert ("negated", modality) in {
        (r.polarity, r.modality) for r in said(text) if (r.source, r.type, r.target) == deed
    }
    assert (source, REFUSED, target) in {(r.source, r.type, r.target) for r in said(text) if r.polarity == "affirmed"}


@pytest.mark.parametrize(
    "text",
    [
        "Kenya will not accept any more Somali refugees.",
        "Chad will not allow Libyan planes to land.",
        "Chad refused to lift the embargo on Mali.",
        "Chad did not lift the embargo on Mali.",
    ],
)
def test_only_what_will_not_be_done_is_told_twice(text):
    told = [(r.source, r.target) for r in said(text)]
    assert len(told) == len(set(told))


@pytest.mark.parametrize(
    ("text", "deed", "modality"),
    [
        ("Peru said it would not withdraw until Paraguay recognized Bolivia.",
         ("Paraguay", "cooperates.supports", "Bolivia"), "conditional"),
        ("Chad will not talk to Mali until Niger releases the Sudanese crew.",
         ("Niger", "cooperates.concedes", "Sudan"), "conditional"),
        ("Kenya fought on until Uganda recognized Somaliland.",
         ("Uganda", "cooperates.supports", "Somaliland"), "actual"),
    ],
)  # fmt: skip
def test_what_a_refusal_waits_for_is_not_done(text, deed, modality):
    assert {r.modality for r in said(text) if (r.source, r.type, r.target) == deed} == {modality}
