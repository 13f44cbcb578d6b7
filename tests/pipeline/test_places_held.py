"""What place somebody gets, has, leaves or serves in: offices of states and bodies, seats, memberships, commands."""

import pytest
from said import said


def pairs(text, family="affiliated"):
    return {(s.source, s.target, s.polarity) for s in said(text) if s.type.startswith(family)}


@pytest.mark.parametrize(
    ("text", "source", "target"),
    [
        # whose servant: for whom his lord stands
        ("Russia denied it, said Putin's spokesman Peter Hansen.", "Russia", "Russia"),
        # what the copula says the holder of an office is called
        ("The Danish foreign minister is Peter Hansen.", "Denmark", "Denmark"),
        # offices given and gained
        ("Chile's parliament elected Laura Pinto president.", "Chile", "Chile"),
        ("Laura Pinto, who succeeded Peter Hansen as president of Chile, disagreed.", "Chile", "Chile"),
        ("Laura Pinto wants to become Chile's president.", "Laura Pinto", "Chile"),
        ("Peter Hansen ascended to the Danish throne.", "Peter Hansen", "Denmark"),
        ("Rebel leader Peter Hansen fled to Chad.", "Peter Hansen", "rebels"),
        # seats and memberships
        ("Laura Pinto was elected to the Peruvian Congress in 2001.", "Laura Pinto", "Peru"),
        ("Laura Pinto won a seat in the Peruvian Congress.", "Laura Pinto", "Peru"),
        ("The appointment of Laura Pinto to the Peruvian Senate came late.", "Laura Pinto", "Peru"),
        ("Ukraine hopes to become a NATO member.", "Ukraine", "NATO"),
        ("Finland's NATO membership took effect in April.", "Finland", "NATO"),
        ("Finland was admitted as a member of NATO in 2023.", "Finland", "NATO"),
        ("The talks were held in Germany, the EU's biggest member state.", "Germany", "European Union"),
        ("Greece and Malta, both EU members, objected.", "Malta", "European Union"),
        ("EU member states such as Malta objected.", "Malta", "European Union"),
        ("Many farmers counted themselves members of the Grange.", "farmers", "Grange"),
        ("Peter Hansen, with Human Rights Watch, objected.", "Peter Hansen", "Human Rights Watch"),
        ("Oxfam's Peter Hansen objected.", "Peter Hansen", "Oxfam"),
        ("Peter Hansen, a lawyer, was active in Amnesty International.", "Peter Hansen", "Amnesty International"),
        # of what a force is made up
        ("The African Union force is made up of Kenyan and Ghanaian troops.", "Ghana", "African Union"),
        ("NATO's force in Kosovo consists of Danish and Polish soldiers.", "Denmark", "NATO"),
        # under whom
        ("Under Laura Pinto, Chile rejoined the talks.", "Chile", "Chile"),
        ("Chile, under Laura Pinto, rejoined the talks.", "Chile", "Chile"),
        ("Chilean rebels under Laura Pinto seized the port.", "Laura Pinto", "Chilean rebels"),
        ("Peruvian troops were beaten by Chilean forces under the command of Laura Pinto.", "Laura Pinto", "Chile"),
        ("Somalia, which had been under Italian administration, became independent.", "Italy", "Somalia"),
        # what a state runs
        ("China's state-run Xinhua news agency accused Chile of lying.", "Xinhua news agency", "China"),
        ("Sudan's government-backed militias burned villages.", "government-backed militias", "Sudan"),
    ],
)
def test_a_place_that_is_held(text, source, target):
    assert (source, target, "affirmed") in pairs(text)


@pytest.mark.parametrize(
    ("text", "source", "target"),
    [
        ("Laura Pinto stepped down as Chilean president.", "Laura Pinto", "Chile"),
        ("Laura Pinto was ousted as president of Chile.", "Laura Pinto", "Chile"),
        ("Laura Pinto was dismissed as Chile's foreign minister.", "Laura Pinto", "Chile"),
        ("Qatar left OPEC in 2019.", "Qatar", "OPEC"),
    ],
)
def test_a_place_that_is_given_up(text, source, target):
    assert (source, target, "negated") in pairs(text)


@pytest.mark.parametrize(
    "text",
    [
        "Trump campaign adviser Peter Hansen left Washington.",
        "Peter Hansen was appointed to Peru.",
        "The king appointed Laura Pinto, his former rival, to his cabinet as foreign minister.",
        "The coup left the army in chaos.",
        "The vote left the Labour Party with Malta.",
        "Villagers under the Rwenzori fled Chad.",
        "Troops under fire left Chad.",
        "Prominent Danes comprised a majority in the House of Lords.",
        "The state-owned bank cut its rates in Peru.",
        "The revolutionary leader Peter Hansen wept.",
        "The BBC's Peter Hansen reports.",
    ],
)
def test_no_place_is_held(text):
    assert not pairs(text)


def test_who_is_congratulated_on_an_office_has_it():
    text = "Peter Hansen congratulated Laura Pinto on becoming Chile's president."
    assert pairs(text, "affiliated.leads") == {("Laura Pinto", "Chile", "affirmed")}


@pytest.mark.parametrize("verb", ["hopes", "hoped"])
def test_what_is_hoped_for_is_intended(verb):
    assert {s.modality for s in said(f"Ukraine {verb} to join NATO.")} == {"intended"}


def test_who_controls_a_bank_leads_it():
    found = {s.type for s in said("The Chilean government controls the Andean Bank.")}
    assert "affiliated.leads" in found
    assert not any(kind.startswith("restrains") for kind in found)


def test_a_party_that_wins_a_chamber_leads_it():
    assert any(s.type == "affiliated.leads" for s in said("Republicans recaptured the Senate in November."))


@pytest.mark.parametrize("office", ["His spokesman is Peter Hansen.", "His deputy, Peter Hansen, took over."])
def test_whose_servant_somebody_is_by_a_pronoun(office):
    found = said(f"Danish President Lars Holm resigned. {office}")
    assert [(s.source, s.target) for s in found if s.family == "affiliated"] == [("Denmark", "Denmark")] * 2


def test_a_country_that_one_has_to_leave_is_no_body():
    assert not pairs("Peru ordered three Chilean diplomats to leave the country.")
    assert ("Niger", "ECOWAS", "negated") in pairs("Mali quit ECOWAS. Niger left the organisation, too.")
