"""Plain news sentences: who is known only by what he is, deeds that are threatened, forces that go somewhere."""

import pytest
from said import who

import relgraph as rg


@pytest.mark.parametrize(
    ("text", "family", "pair"),
    [
        ("The mayor met the strikers.", "cooperates", ("mayor", "strikers")),
        ("A tribunal convicted the senator.", "restrains", ("tribunal", "senator")),
        ("The appeals court fined the airline.", "restrains", ("appeals court", "airline")),
        ("Oman pardoned the convicts.", "cooperates", ("Oman", "convicts")),
        ("The cardinal praised Chile.", "cooperates", ("cardinal", "Chile")),
    ],
)
def test_somebody_is_known_by_what_he_is(text, family, pair):
    assert pair in who(text, family)


@pytest.mark.parametrize(
    "text",
    [
        "The mayor destroyed the singer's house.",  # a thing is hit, nobody
        "No court condemned the minister.",
        "Chad and Togo held elections. The minister praised the teachers.",  # of which of them is not known
    ],
)
def test_nobody_is_made_up(text):
    assert not who(text, "fights") | who(text, "cooperates") | who(text, "disputes")


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("Chad warned it would attack Niger.", ("Chad", "Niger")),
        ("Hamas swore to punish Egypt.", ("Hamas", "Egypt")),
        ("Togo threatened to open the dam and flood Benin.", ("Togo", "Benin")),
        ("Peru's general warned that his pilots would turn Bolivia into rubble.", ("Peru", "Bolivia")),
    ],
)
def test_deeds_are_threatened(text, pair):
    assert pair in who(text, "disputes")


@pytest.mark.parametrize(
    ("text", "family"),
    [
        ("Chad warned that rain would spread to Niger.", "disputes"),
        ("Togo vowed to help Benin.", "disputes"),
        ("Chad sent flowers to its border with Niger.", "fights"),
        ("Kenya put its doctors on alert after flu in Somalia.", "fights"),
    ],
)
def test_nothing_is_threatened(text, family):
    assert not who(text, family)


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("Chad moved troops to its border with Niger.", ("Chad", "Niger")),
        ("Kenya stationed rockets on an island claimed by Somalia.", ("Kenya", "Somalia")),
        ("Indian marines stood guard in Colombo.", ("India", "Sri Lanka")),
        ("Peru doubled its patrols along the border with Chile.", ("Peru", "Chile")),
    ],
)
def test_forces_go_where_they_are_meant(text, pair):
    assert pair in who(text, "fights")


@pytest.mark.parametrize(
    ("text", "family", "pair"),
    [
        ("Peru said that Chile was behind the raid.", "disputes", ("Peru", "Chile")),
        ("Peru stopped buying wheat from Chile.", "restrains", ("Peru", "Chile")),
        ("Chilean soldiers have left Peru.", "cooperates", ("Chile", "Peru")),
        ("Danish officials placed a Swedish minister in custody.", "restrains", ("Denmark", "Sweden")),
    ],
)
def test_companions_of_verbs(text, family, pair):
    assert pair in who(text, family)


@pytest.mark.parametrize(
    ("text", "family", "pair"),
    [
        ("The Danish-Dutch programme was praised.", "cooperates", ("Denmark", "Netherlands")),
        ("Envoys left the Chadian-Nigerien Baga Forum.", "cooperates", ("Chad", "Niger")),
        ("The talks between the Biden and Putin administrations failed.", "cooperates", ("United States", "Russia")),
        ("Peru values its pact with Chile (and with Bolivia).", "cooperates", ("Peru", "Bolivia")),
        ("In Lusaka @EdgarLungu, President of Zambia, met the Angolan envoy.", "cooperates", ("Zambia", "Angola")),
        ("The aid that Berlin sent to Niger was late.", "cooperates", ("Germany", "Niger")),
        ("The views that Togo shares with Benin are old.", "cooperates", ("Togo", "Benin")),
    ],
)
def test_partners_by_the_form_of_the_phrase(text, family, pair):
    assert pair in who(text, family)


@pytest.mark.parametrize(
    "text",
    [
        "The Chadian Baga Forum opened.",
        "Chad reached an agreement with Mali on limiting its arsenal.",
        "Oman is sceptical about talks with Yemen over disarming its militias.",
    ],
)
def test_what_is_settled_limits_nobody_yet(text):
    assert not who(text, "restrains")


def test_two_names_in_one_handle_are_parted():
    (met,) = rg.extract(text="Togo's leader met with @MarthaKoffi.").relations("Togo")
    assert met.target.name == "Martha Koffi"
    assert met.target_span.text == "@MarthaKoffi"


@pytest.mark.parametrize(
    "text",
    [
        "Peru and Chile had fleets. After the war both powers were wary of one another's strength.",
        "The American treaty confirmed American rights in Chad.",
    ],
)
def test_nobody_belongs_to_or_helps_himself(text):
    assert not {(a, b) for a, b in who(text, "affiliated") | who(text, "cooperates") if a == b}
    assert not who(text, "affiliated")
