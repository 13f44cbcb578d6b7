"""Who is named after a part of the world, a nation, a creed or by an acronym: "Asian banks", "Greek Communists"."""

import pytest
from said import who

FAMILIES = ("cooperates", "disputes", "restrains", "fights")


def acts(text: str) -> set[tuple[str, str]]:
    """Return source and target of every relation that is no affiliation, rolled up."""
    return {pair for family in FAMILIES for pair in who(text, family)}


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("Japan expelled the European missionaries in 1614.", ("Japan", "European missionaries")),
        ("Three African airlines sued France.", ("African airlines", "France")),
        ("Western European powers criticised Canada.", ("Western European powers", "Canada")),
        ("Peru arrested several Western merchants.", ("Peru", "Western merchants")),
        ("The European colonial governments criticised Siam.", ("European colonial governments", "Siam")),
        ("Fiji barred all Asian immigrants.", ("Fiji", "Asian immigrants")),
        ("Chad attacked the Latin American peoples.", ("Chad", "Latin American peoples")),
        # who speaks or fights for a part of the world, and what is its
        ("African leaders criticised France.", ("Africa", "France")),
        ("Siam attacked European troops.", ("Siam", "Europe")),
        ("Iran seized European ships.", ("Iran", "Europe")),
        # a land without a state is like a nation
        ("Georgia expelled Abkhaz traders.", ("Georgia", "Abkhazia")),
        # one that acts for itself, whatever its members are called
        ("Allied governments criticised Spain.", ("the Allies", "Spain")),
    ],
)
def test_a_part_of_the_world_only_tells_people_and_bodies_from_others(text, pair):
    assert pair in acts(text)


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("France armed the Haitian revolutionaries.", ("France", "Haitian revolutionaries")),
        ("Cuba trained the Angolan guerrillas.", ("Cuba", "Angolan guerrillas")),
        ("Norway deported Afghan asylum seekers.", ("Norway", "Afghan asylum seekers")),
        ("Polish nationalists attacked the Russian garrison.", ("Polish nationalists", "Russia")),
        ("The Afghan tribes attacked Britain.", ("Afghan tribes", "United Kingdom")),
        ("French merchants criticised Spain.", ("France", "Spain")),
        ("Peru arrested a Chilean nationalist.", ("Peru", "Chile")),
    ],
)
def test_those_of_a_creed_cause_or_tribe_are_not_their_nation(text, pair):
    assert pair in acts(text)


def test_what_people_are_not_is_not_their_name():
    assert ("Arab tribes", "Sudan") not in acts("The war began when non-Arab tribes attacked the army of Sudan.")


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        (
            "Chinese Nationalists and Communists fought each other in 1946.",
            ("Chinese Nationalists", "Chinese Communists"),
        ),
        ("The Greek Communists attacked Turkey. Bulgaria armed the Communists.", ("Bulgaria", "Greek Communists")),
        ("Irish Republicans attacked British soldiers in Belfast.", ("Irish Republicans", "United Kingdom")),
        ("American Republicans criticised Iran.", ("Republican Party", "Iran")),
    ],
)
def test_a_creed_is_called_after_the_one_nation_that_has_it(text, pair):
    assert pair in acts(text)


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        (
            "The Joint Tribunal for the Western Marches (JTWM) met. Peru criticised the JTWM.",
            ("Peru", "Joint Tribunal for the Western Marches"),
        ),
        (
            "The Lake Basin Fishing Commission (LBFC) met. The LBFC criticised Chad.",
            ("Lake Basin Fishing Commission", "Chad"),
        ),
        (
            "The Organisation de la Jeunesse du Congo (OJC) met. Belgium criticised the OJC.",
            ("Belgium", "Organisation de la Jeunesse du Congo"),
        ),
        ("The Government of Sudan (GoS) met. GoS attacked Chad.", ("Sudan", "Chad")),
        ("The Lesotho Defence Force (LDF) met. The LDF attacked Chad.", ("Lesotho", "Chad")),
        (
            "The Joint Military Tribunal (JMT) met. The Joint Military Tribunal for the Far East (JMTFE) tried Chad. "
            "Peru criticised the JMT.",
            ("Peru", "Joint Military Tribunal"),
        ),
    ],
)
def test_an_acronym_explains_all_the_words_before_it(text, pair):
    assert pair in acts(text)


def test_an_acronym_of_a_treaty_is_no_body():
    assert not acts("The Treaty of Open Skies (TOS) was signed. The TOS angered Chad.")


def test_other_hyphens_join_nations_too():
    assert ("China", "United States") in acts("Sino\u2011American tensions rose.")


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("Turkish-backed Syrian fighters attacked Kurdish troops in Afrin. Chad praised Peru.", ("Chad", "Peru")),
        ("Norway criticised Turkish-backed Syrian rebels.", ("Norway", "Syrian rebels")),
        ("The Russian-backed Syrian army attacked Chad.", ("Syria", "Chad")),
        ("Vietnamese Communists attacked France.", ("Vietnamese Communists", "France")),
        ("Labour MPs criticised the British government.", ("Labour Party", "United Kingdom")),
        ("Nicaragua's Sandinista government accused Honduras of spying.", ("Nicaragua", "Honduras")),
        ("Iran criticised leaders from Arab countries and Chad.", ("Iran", "Arab countries")),
        ("Exxon Mobil Corp. sued Chad.", ("ExxonMobil", "Chad")),
    ],
)
def test_whose_noun_it_is_when_two_names_stand_before_it(text, pair):
    assert pair in acts(text)


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        # whom a state sends
        ("Norway sent Captain Lucas Hartley to Korea. Hartley criticised China.", ("Norway", "China")),
        ("Captain Lucas Hartley was dispatched by Norway to Korea. Hartley criticised China.", ("Norway", "China")),
        ("A Norwegian court sent Lucas Hartley to prison. Hartley criticised China.", ("Lucas Hartley", "China")),
        ("Norway did not send Lucas Hartley to Korea. Hartley criticised China.", ("Lucas Hartley", "China")),
        # of whose delegation somebody is
        ("Ana Ruiz, an attaché to the Peruvian delegation, arrived. Ruiz criticised Chad.", ("Peru", "Chad")),
        # where a report was sent from
        ("MANILA, Philippines -- President Rodrigo Duterte criticised Chad.", ("Philippines", "Chad")),
        ("President Rodrigo Duterte criticised Chad.", ("Rodrigo Duterte", "Chad")),
        # a prefix is no first name
        ("Syria burns. Pro-Assad posters hang there. Assad criticised Chad.", ("Syria", "Chad")),
    ],
)
def test_for_whom_a_person_stands_by_who_sends_him_or_where(text, pair):
    assert pair in acts(text)


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("The colonists fought the Indians.", ("colonists", "Indians")),
        (
            "The Cherokee left. The colonists fought the Indians, as Native Americans say.",
            ("colonists", "Native Americans"),
        ),
    ],
)
def test_a_people_is_called_as_the_text_calls_it(text, pair):
    assert pair in acts(text)


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("Nepals government accused India of meddling.", ("Nepal", "India")),
        ("Chad criticised Irans nuclear programme.", ("Chad", "Iran")),
        ("Ethiopias intelligence chief accused Eritrea of spying.", ("Ethiopia", "Eritrea")),
        ("Honduras police criticised Chad.", ("Honduras", "Chad")),
    ],
)
def test_a_lost_apostrophe_is_set(text, pair):
    assert pair in acts(text)
