"""Whose a text is that governments, armies, unions and organisations issue, and whom they mean by their own words."""

import pytest
from said import extractor, who


def issuers(text: str) -> set[str]:
    reading = extractor().reading(text)
    return {reading.cast[reading.cast.root(actor)].name for actor in reading.profile.issuers}


@pytest.mark.parametrize(
    ("text", "issuer"),
    [
        (
            "Press release: National Miners' Federation rejects tax\n\nThe Federation rejects the tax. We will march.",
            "National Miners' Federation",
        ),
        (
            "Callao Dockers' Union calls strike\n\nThe Union has called a strike. Our members are angry.",
            "Callao Dockers' Union",
        ),
        (
            "Address by Prime Minister Ada Fell to the House of Commons\n\nMr. Speaker, I have met the Peruvian envoy.",
            "United Kingdom",
        ),
        (
            "Comment by the Press Department on the Statements of the Peruvian Ministry\n\n"
            "Ministry of Foreign Affairs of the Republic of Chile\n\nWe reject this. Peru must apologise.",
            "Chile",
        ),
    ],
)
def test_who_issued_it(text, issuer):
    assert {name.lower() for name in issuers(text)} == {issuer.lower()}


@pytest.mark.parametrize(
    "text",
    [
        "National Miners' Federation loses case\n\nA court in Lima fined the miners. They will appeal.",
        'Callao Dockers\' Union calls strike\n\nA strike has begun. "We are angry," a docker said.',
        "Reuters: Peru closes its ports\n\nWe have learned that Peru closed its ports.",
    ],
)
def test_news_about_a_body_are_not_its_own(text):
    assert not issuers(text) & {"National Miners' Federation", "Callao Dockers' Union", "Reuters"}


def test_a_later_mention_says_whose_secretary_it_is():
    text = (
        "Secretary Fell's Call with Peruvian Foreign Minister Ruiz\n\n"
        "Secretary of State Ann Fell spoke today with Peruvian Foreign Minister Ana Ruiz. "
        "The Secretary thanked the Foreign Minister for her help. Peru and Chile are friends. Peru thanked Chile."
    )
    assert ("United States", "Peru") in who(text, "cooperates.consults")
    assert ("United States", "Peru") in who(text, "cooperates.supports")
    assert ("Peru", "Peru") not in who(text, "cooperates")


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Norway and Iceland align themselves with this statement.",
            {("Norway", "European Union"), ("Iceland", "European Union")},
        ),
        ("Norway associates itself with this declaration.", {("Norway", "European Union")}),
        ("Norway aligned itself with the statement of Peru.", {("Norway", "Peru")}),
        ("Norway found fault with this statement.", set()),
    ],
)
def test_who_joins_a_statement(sentence, expected):
    title = "Statement by the High Representative on behalf of the European Union"
    text = f"{title}\n\nThe vote was held on Sunday. {sentence}"
    found = who(text, "cooperates")
    assert found >= expected
    assert not expected or {frozenset(pair) for pair in found} == {frozenset(pair) for pair in expected}
    assert expected or not found


def test_those_who_speak_jointly_met():
    text = "Joint Statement of the Foreign Ministers of Poland, Lithuania and Romania\n\nWe met today in Bucharest."
    assert {frozenset(pair) for pair in who(text, "cooperates.consults")} == {
        frozenset({"Poland", "Lithuania"}),
        frozenset({"Poland", "Romania"}),
        frozenset({"Lithuania", "Romania"}),
    }
    assert not who(text, "cooperates.agrees")  # a statement is no agreement


@pytest.mark.parametrize(
    "text",
    [
        "Daily Briefing by the Spokesperson for the Secretary-General\n\nThe Secretary-General condemns the Houthis.",
        "The United Nations sent envoys. The Secretary-General condemned the Houthis on Monday.",
    ],
)
def test_the_secretary_general(text):
    assert who(text, "disputes") == {("United Nations", "Houthis")}


def test_the_secretary_general_of_one_of_two():
    assert not who("NATO and the United Nations met. The Secretary-General condemned the Houthis.", "disputes")


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Chile expressed its condolences on the death of two American diplomats.", {("Chile", "United States")}),
        ("Chile conveyed condolences over the deaths of eleven Kenyan soldiers.", {("Chile", "Kenya")}),
        ("Chile expressed condolences over the killing of tourists by al-Shabaab.", set()),
        ("Her Majesty's Government thanked Chile.", {("United Kingdom", "Chile")}),
    ],
)
def test_sympathy(sentence, expected):
    assert who(sentence, "cooperates") == expected


def test_an_operation_is_whose_it_was():
    text = "U.S. forces raided a house in Bol. The operation was conducted in close coordination with Chad."
    assert ("United States", "Chad") in who(text, "cooperates.collaborates")
