"""Who is not meant: mediators by "the two", each other by "each other's rebels", a reporter's country."""

import pytest
from said import said


@pytest.mark.parametrize(
    ("text", "type_", "pair"),
    [
        (
            "Chad and Sudan quarrelled in 2008. Qatar and Libya mediated, and the two countries signed a protocol.",
            "cooperates.agrees",
            {"Chad", "Sudan"},
        ),
        (
            "The head of Benin's mission in Niamey said Togo must mediate with neighbouring Niger over the two "
            "countries' disputed border.",
            "disputes.rivals",
            {"Benin", "Niger"},
        ),
        (
            "Since the war between Ghana and Togo in 2023, Benin has accused Niger of helping Togo.",
            "fights.attacks",
            {"Ghana", "Togo"},
        ),
        ("Sudan bombed positions inside Chad.", "fights.attacks", {"Sudan", "Chad"}),
        ("Israel would invade the Sinai.", "fights.attacks", {"Israel", "Egypt"}),
        (
            "WASHINGTON (AFP) - The United States imposed sanctions on a Belarusian exporter and 12 officials.",
            "restrains.sanctions",
            {"United States", "Belarus"},
        ),
        (
            "The Popular Front for Recovery left the talks. Ghana said PFR fighters had attacked the port of Tema.",
            "fights.attacks",
            {"Popular Front for Recovery", "Ghana"},
        ),
    ],
)
def test_who_is_meant(text, type_, pair):
    found = [r for r in said(text) if r.type == type_]
    assert [{r.source, r.target} for r in found] == [pair]
    assert type_ != "fights.attacks" or "Benin" not in {r.attribution for r in found}


@pytest.mark.parametrize(
    "text",
    [
        "Chad and Sudan arm each other's rebels.",
        "Chad and Sudan bankrolled each other's insurgents.",
        "Chad and Sudan stopped supporting each other's enemies.",
        "Chad and Sudan shelled each other's rebels.",
    ],
)
def test_foes_of_each_other_are_not_each_other(text):
    assert not [r for r in said(text) if {r.source, r.target} == {"Chad", "Sudan"}]


def test_what_is_each_others_is_done_to_each_other():
    (found,) = said("Chad and Sudan expelled each other's diplomats.")
    assert ({found.source, found.target}, found.type, found.symmetric) == (
        {"Chad", "Sudan"},
        "restrains.sanctions",
        True,
    )


def test_both_countries_are_not_a_country_and_a_foreign_minister():
    text = (
        "London and Paris bombed Egypt. Washington was furious. Eisenhower refused to support the pound until Britain "
        "withdrew. Saudi Arabia imposed an oil embargo on both countries."
    )
    assert "United States" not in {r.target for r in said(text) if r.source == "Saudi Arabia"}


INTERVIEW = """Q: Minister, will Norway send ships to Ukraine?
A: We have decided to donate two, and we condemn the attacks.

Q: Moscow says you are arming Svalbard.
A: We respect the treaty and expect Russia to do the same. Russian trawlers have cut a cable. We have closed our ports,
but we cooperate with Russia in the Barents Sea.

Q: And China?
A: We have a good dialogue with Beijing.
"""


def test_we_are_not_those_with_whom_we_deal():
    found = {(r.source, r.type, r.target) for r in said(INTERVIEW)}
    assert {("Norway", "cooperates.collaborates", "Russia"), ("Norway", "cooperates.consults", "China")} <= found
    assert not {pair for pair in found if pair[0] == "Russia"}


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Ethiopian troops took the town from al-Shabaab, residents and officials said.", ("Ethiopia", "residents")),
        ("The Red Cross appealed to Chad, and Doctors Without Borders evacuated its staff.", ("Red Cross",)),
        ("The Red Cross appealed to both sides to spare civilians.", ("Red Cross", "civilians")),
        ("Beijing told its citizens not to travel to Japan.", ("cooperates.consults",)),
        ("Beijing postponed a culture ministers' meeting with South Korea.", ("culture ministers",)),
        ("Morocco left Mali. The African Union admitted the republic.", ("Morocco", "African Union")),
    ],
)
def test_nobody_else_is_meant(text, wrong):
    found = [r for r in said(text) if {r.source, r.target} != {"Red Cross", "Chad"}]
    assert not [r for r in found if set(wrong) <= {r.source, r.target, r.type}]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A spokesman for China said the islands were Chinese and accused Japan of lying.", ("China", "Japan")),
        (
            '"We stand by Japan," Ann Poe wrote on X. The Philippines, an ally, condemned China.',
            ("Philippines", "China"),
        ),
    ],
)
def test_who_accuses(text, expected):
    assert expected in {(r.source, r.target) for r in said(text) if r.type == "disputes.accuses"}


def test_a_rule_that_is_fought_is_there():
    (rule,) = (r for r in said("The front was founded in 1973 to fight Spanish rule in Togo.") if r.target == "Togo")
    assert (rule.source, rule.modality) == ("Spain", "actual")


BRIEFING = """Good morning. Let me begin with Burma.
The United States is appalled by the regime's air strike on a school in Sagaing.
We call on all to stop selling fuel to the junta, and today the Department of the Treasury is listing two firms.

On Venezuela: we congratulate Guyana on its election. Our navy held a joint exercise with the Guyana Defence Force.

QUESTION: Has Washington asked Beijing to help?

MR. MILLER: We have asked Brazil.
"""


def test_a_matter_before_a_colon_is_no_speaker_and_a_regime_is_nobodys_own():
    found = {(r.source, r.type, r.target) for r in said(BRIEFING)}
    assert {
        ("United States", "cooperates.supports", "Guyana"),
        ("United States", "disputes.demands", "Brazil"),
    } <= found
    assert ("United States", "fights.attacks", "Myanmar") not in found


def test_the_group_is_the_one_that_spoke():
    text = (
        "Amnesty International accused Egypt of beating refugees and called on the European Union, which pays Cairo, "
        "to suspend its support. The group said Libya had attacked Chad."
    )
    assert [r.attribution for r in said(text) if r.source == "Libya"] == ["Amnesty International"]
