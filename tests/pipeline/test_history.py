"""The prose of essays and encyclopaedias: states of their time, ministers sent abroad, names said once."""

import pytest
from said import said, who


def types(text: str) -> set[tuple[str, str, str]]:
    return {(relation.source, relation.type, relation.target) for relation in said(text)}


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        # who joins a state acts together with it
        ("In March 1941 Bulgaria joined Germany.", ("Bulgaria", "cooperates.collaborates", "Germany")),
        ("Greece was joined in March by France.", ("France", "cooperates.collaborates", "Greece")),
        ("Finland joined NATO in April 2023.", ("Finland", "affiliated.member_of", "NATO")),
        # a relative clause of a predicate or an apposition is about the name
        ("Hamas is a group that attacked Israel.", ("Hamas", "fights.attacks", "Israel")),
        ("The PKK is a movement whose fighters attacked Turkey.", ("PKK", "fights.attacks", "Turkey")),
        ("Juan Pardo was a captain who led Bolivia until 1934.", ("Bolivia", "affiliated.leads", "Bolivia")),
        (
            "Leaders of the PKK, an armed group that had fought Turkey for years, met Danish officials.",
            ("PKK", "fights.attacks", "Turkey"),
        ),
        # things counted and enumerated
        ("Brazil sent thousands of troops into Paraguay.", ("Brazil", "fights.attacks", "Paraguay")),
        ("Bolivia received mortars and recruits from Chile.", ("Chile", "cooperates.aids", "Bolivia")),
        # forces that nobody named moves, and what somebody has done by others
        ("Chilean troops were withdrawn from Peru.", ("Chile", "cooperates.concedes", "Peru")),
        ("Peruvian warships had been moved toward Chile.", ("Peru", "fights.mobilizes", "Chile")),
        ("President Pinto of Chile had Guy Brown arrested.", ("Chile", "restrains.coerces", "Guy Brown")),
        (
            "Bolivia accused Shell, on no good evidence, of selling oil to Peru.",
            ("Shell", "cooperates.collaborates", "Peru"),
        ),
        ("Chile stripped Bolivia of its coast.", ("Chile", "restrains.coerces", "Bolivia")),
        (
            "Peru has relations with Hezbollah, which comprises pro-Iranian militias.",
            ("pro-iranian militias", "affiliated.part_of", "Hezbollah"),
        ),
        (
            "Russia opposes banning Hezbollah, sees it as a legitimate force, and trades.",
            ("Russia", "cooperates.supports", "Hezbollah"),
        ),
        (
            "Chile and Peru have cooperated in the Middle East, but conflicting interests remain.",
            ("Chile", "disputes.rivals", "Peru"),
        ),
        (
            "Chile and Peru share an interest in Brazilian trade, but several disagreements limit their relations.",
            ("Chile", "disputes.rivals", "Peru"),
        ),
        # offices
        ("Carlos Ruiz served as Spanish minister to Mexico.", ("Spain", "affiliated.leads", "Spain")),
        # territory
        ("Denmark ceded Holstein to Prussia.", ("Denmark", "cooperates.concedes", "Prussia")),
        ("Bolivia lost its coast to Chile.", ("Chile", "restrains.coerces", "Bolivia")),
        # states of the time
        ("The Porte was weak. The Turks declared war on Serbia.", ("Ottoman Empire", "fights.attacks", "Serbia")),
        (
            "The Barbary powers preyed on ships. Algiers declared war on Spain.",
            ("Regency of Algiers", "fights.attacks", "Spain"),
        ),
        ("The Soviet Union grew. The Russians threatened Finland.", ("Soviet Union", "disputes.threatens", "Finland")),
        ("The Cherokee resisted. Jackson attacked the Indians.", ("Jackson", "fights.attacks", "Indians")),
        # administrations
        (
            "The Carter administration knew. The administration imposed sanctions on Cuba.",
            ("United States", "restrains.sanctions", "Cuba"),
        ),
        ("The Carter administration knew. Carter condemned Cuba.", ("United States", "disputes.accuses", "Cuba")),
        (
            "President Laura Pinto of Chile spoke. The administration imposed sanctions on Peru.",
            ("Chile", "restrains.sanctions", "Peru"),
        ),
        # a body by its acronym
        (
            "The Union of Patriots for the Coast (UPC; French: Union des Patriotes) rebelled. The UPC attacked Gabon.",
            ("Union of Patriots for the Coast", "fights.attacks", "Gabon"),
        ),
        # namesakes of capitals
        (
            "George Washington set out. Washington attacked the French.",
            ("George Washington", "fights.attacks", "France"),
        ),
        ("Peru presented Chile with a list of demands.", ("Peru", "disputes.demands", "Chile")),
    ],
)
def test_read(text: str, relation: tuple[str, str, str]) -> None:
    ways = types(text)
    assert relation in ways or (relation[2], relation[1], relation[0]) in {
        (r.source, r.type, r.target) for r in said(text) if r.symmetric
    }


@pytest.mark.parametrize(
    ("text", "family", "pair"),
    [
        # sent there, for somebody else
        ("The Spanish sent Carlos Ruiz as minister to Mexico.", "affiliated", ("Carlos Ruiz", "Mexico")),
        ("Ana Brown, ambassador to Chile, resigned.", "affiliated", ("Ana Brown", "Chile")),
        ("Jean Petit, then minister in Madrid, resigned.", "affiliated", ("Jean Petit", "Spain")),
        # with whom somebody's friend goes
        ("Peru's friend Juan Pardo marched with Chile.", "cooperates", ("Peru", "Chile")),
        # what a treaty allows its parties do not do
        ("The Franco-Spanish treaty allowed attacks on British ships.", "fights", ("France", "United Kingdom")),
        # "it" is the thing that was spoken of
        ("The treaty bound France. It limited the British navy.", "restrains", ("France", "United Kingdom")),
        ("Peru ratified the convention. The Peruvian senate opposed it.", "disputes", ("Peru", "Peru")),
        ("His campaign angered Spain, and it strengthened his hand with Peru.", "cooperates", ("Spain", "Peru")),
        # "its" belongs to the subject, known or not
        (
            "The junta watched Chile and Togo closely. The cabinet imposed a tax and increased its aid to Peru.",
            "cooperates",
            ("Chile", "Peru"),
        ),
        # nobody recognises his own country
        ("President Truman of the United States recognized the new nation.", "cooperates", ("United States",) * 2),
        # the name follows
        ("Palestine was divided. Truman decided to recognize the state Israel.", "cooperates", ("Truman", "Palestine")),
        ("Bolivia accused Shell, on no good evidence, of selling oil to Peru.", "cooperates", ("Bolivia", "Peru")),
        ("Peru had two soldiers killed by Chile.", "fights", ("Peru", "Peru")),
        ("The treaty ended the war between Chile and Peru and their allies.", "cooperates", ("Chile", "Peru")),
        ("Togo and Benin agreed to consult in the event of a crisis.", "disputes", ("Togo", "Benin")),
        # a second name is no second party
        ("Brazil helped Peru's Progress Party, or Kuomintang.", "fights", ("Progress Party", "Kuomintang")),
        ("Brazil received weapons and recruits from Peru.", "cooperates", ("Brazil", "recruits")),
    ],
)
def test_not_read(text: str, family: str, pair: tuple[str, str]) -> None:
    assert pair not in who(text, family)


@pytest.mark.parametrize(
    "text", ["Neither Tunis nor Algeria attacked Spain.", "Not one Chilean soldier was withdrawn from Spain."]
)
def test_negated(text: str) -> None:
    relations = said(text)
    assert relations
    assert all(relation.polarity == "negated" for relation in relations)


def test_possessions_overseas_are_their_owners_and_no_part_of_the_world() -> None:
    assert who("Spain helped defend Portugal's colonies in Africa.", "cooperates") == {("Spain", "Portugal")}
    assert who("Spain attacked its colonies in Angola.", "fights") == {("Spain", "Angola")}


def test_somebodys_enemies_are_aligned_and_not_he() -> None:
    text = "Edmond Genet came from France. Genet feared that his pro-British enemies would win."
    assert not [one for one in said(text) if one.type == "affiliated.aligned" and one.source in ("France", "Genet")]


def test_who_is_invited_to_take_an_office_is_offered_nothing_by_another() -> None:
    text = (
        "James Blaine lost the vote in the United States. President Harrison invited him to become Secretary of State."
    )
    assert not who(text, "cooperates")


def test_american_countries_are_not_the_united_states() -> None:
    assert ("United States", "United States") not in who(
        "The United States cultivated friendly ties with all American countries.", "cooperates"
    )


@pytest.mark.parametrize(
    "text",
    [
        "War between France and the monarchal nations Great Britain and Spain was inevitable.",
        "War between France and its foes Great Britain and Spain broke out.",
    ],
)
def test_what_are_one_side_of_it_do_not_fight_each_other(text: str) -> None:
    assert {frozenset(pair) for pair in who(text, "fights")} == {
        frozenset({"France", "United Kingdom"}),
        frozenset({"France", "Spain"}),
    }


@pytest.mark.parametrize(
    "text",
    ["The envoy was unable to obtain Omar Ba's release.", "Sweden secured Omar Ba's release from prison."],
)
def test_whose_release_it_is_releases_nobody(text: str) -> None:
    assert "Omar Ba" not in {one.source for one in said(text)}


def test_a_drive_for_something_is_no_attack() -> None:
    assert not who("Roosevelt led a drive for U.S. overseas expansion.", "fights")
    assert ("Eritrea", "Ethiopia") in who("Eritrea led a drive into Ethiopia.", "fights")


def test_democratic_republicans_are_no_republicans() -> None:
    text = "Thomas Jefferson led the Democratic-Republicans. They condemned Britain."
    assert "Republican Party" not in {one.target for one in said(text)} | {one.source for one in said(text)}


def test_the_allies_of_one_are_not_each_others() -> None:
    text = "The United States sold arms to its Latin American and Asian allies."
    assert ("Latin America", "Asia") not in who(text, "cooperates")
    assert ("United States", "Asia") in who(text, "cooperates")


def test_somebodys_decision_is_not_invaded() -> None:
    text = "The Soviet invasion of Afghanistan and Carter's decision to boycott the Games poisoned relations."
    assert {target for _, target in who(text, "fights")} == {"Afghanistan"}


def test_who_speaks_for_his_country_does_not_aid_it() -> None:
    text = "Truman was the president of the United States. He would defend the interests of the United States."
    assert ("United States", "United States") not in who(text, "cooperates")


def test_treaties_and_weapons_are_no_actors() -> None:
    assert not said("SALT II limited the nuclear forces of Chad.")
    text = "The Soviets tried to limit American deployment of Air-Launched Cruise Missiles (ALCMs)."
    assert {one.target for one in said(text)} == {"United States"}
