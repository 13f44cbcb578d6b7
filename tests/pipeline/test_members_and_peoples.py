"""Who is of which body or people: members without a title, lists of members, founders, tribes, parties, laws."""

import pytest
from said import said, who


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sara Lind of the Centre Party called the budget unfair.", {("Sara Lind", "Centre Party")}),
        (
            "Kenneth Roth of Human Rights Watch said the law was cruel.",
            {("Kenneth Roth", "Human Rights Watch")},
        ),
        ("Representative Barbara Lee of California voted against it.", {("United States", "United States")}),
        ("He lost to Laura Diaz of the National Action Party.", {("Laura Diaz", "National Action Party")}),
        ("She defeated Ivo Horn from the Reform Front.", {("Ivo Horn", "Reform Front")}),
        ("Ana Ruiz was affiliated with the Fabian Society.", {("Ana Ruiz", "Fabian Society")}),
        ("Fatma Sahin of Ankara bought a car.", set()),
        ("They met Ivo Horn from the Reform Club.", set()),
        ("Ana Ruiz was part of the problem in Chad.", set()),
    ],
)
def test_of_what_body_a_person_is_without_a_title(text, expected):
    assert who(text, "affiliated.member_of") == expected


def test_who_sits_for_a_land_speaks_for_its_country():
    found = who("Senator William Borah of Idaho opposed the treaty with Germany.", "disputes")
    assert found == {("United States", "Germany")}


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        (
            "Among the members of the Fabian Society were Beatrice Webb and George Shaw.",
            "affiliated.member_of",
            {("Beatrice Webb", "Fabian Society"), ("George Shaw", "Fabian Society")},
        ),
        (
            "The American Peace League counted Jane Addams among its members.",
            "affiliated.member_of",
            {("Jane Addams", "American Peace League")},
        ),
        (
            "Congress set up the Committee of Supply. On the committee were John Ross and Elias Boudinot.",
            "affiliated.member_of",
            {("John Ross", "Committee of Supply"), ("Elias Boudinot", "Committee of Supply")},
        ),
        (
            "Members of the African National Congress such as Oliver Tambo fled to Zambia.",
            "affiliated.member_of",
            {("Oliver Tambo", "African National Congress")},
        ),
        (
            "Among the strongest supporters of Israel were Germany and Denmark.",
            "cooperates.supports",
            {("Germany", "Israel"), ("Denmark", "Israel")},
        ),
        (
            "Businessmen such as Karl Weber and Otto Braun were among the founders of the German Peace Society.",
            "affiliated.leads",
            {("Karl Weber", "German Peace Society"), ("Otto Braun", "German Peace Society")},
        ),
        ("On the committee's agenda were Syria and Yemen.", "affiliated", set()),
        ("Mexico was among the supporters of the resolution.", "cooperates.supports", set()),
        ("The officials included Ana Ruiz and Ivo Horn.", "affiliated", set()),
    ],
)
def test_lists_of_members(text, kind, expected):
    assert who(text, kind) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The board elected Tim Cook to run Apple.", {("Tim Cook", "Apple")}),
        ("Ana Ruiz created the Women's League in 1920.", {("Ana Ruiz", "Women's League")}),
        ("Ivo Horn left the army to found the Democratic Alliance.", {("Ivo Horn", "Democratic Alliance")}),
        ("Carlos Fuentes formed the Workers' Front.", {("Carlos Fuentes", "Workers' Front")}),
        ("A revolt swept Hugo Banzer into power in Bolivia.", {("Hugo Banzer", "Bolivia")}),
        ("The dam brought power to towns in Ghana.", set()),
    ],
)
def test_who_is_given_a_body_to_lead_or_makes_one(text, expected):
    assert {pair for pair in who(text, "affiliated.leads") if pair[0] != pair[1]} == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Creeks attacked the Choctaw.", ("Creek Indians", "Choctaw")),
        ("Apache warriors raided villages in northern Mexico.", ("Apaches", "Mexico")),
        ("German troops massacred the Herero.", ("Germany", "Herero")),
        ("The Kalenjin attacked the Kikuyu.", ("Kalenjin", "Kikuyu")),
        ("The Whigs invaded Mexico.", ("Whigs", "Mexico")),
    ],
)
def test_peoples_and_parties_act_for_themselves(text, expected):
    assert expected in who(text, "fights")


@pytest.mark.parametrize("text", ["The Crow flew over Paris.", "He drove from Omaha to Cheyenne in Chad."])
def test_names_that_are_also_words_are_no_peoples(text):
    assert said(text) == []


def test_a_law_is_broken_by_others_than_its_makers():
    assert who("Turkish law forbids insulting the president.", "disputes") == set()
    assert who("France passed a law that allowed the police to search homes.", "cooperates") == set()
    assert who("Kenya's new law obliges foreign banks to store data.", "cooperates") == set()


def test_acronyms_of_groups_are_groups():
    assert ("Hungary", "ngos") in who("Hungary accused NGOs of spying.", "disputes.accuses")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Thaksin's Burmese backers cheered him.", {("Myanmar", "Thaksin")}),
        ("Thaksin's Burmese backers deserted him.", set()),
        ("Thaksin feared his Burmese backers might soon abandon him.", set()),
        ("Maliki's Kurdish allies have turned against him.", set()),
    ],
)
def test_supporters_who_desert_somebody_do_not_support_him(text, expected):
    assert who(text, "cooperates.supports") == expected
