"""Who is in a text: persons under all their names, bodies that the text explains, groups without a name."""

import pytest
from said import extraction, who


def parties(text: str) -> set[tuple[str, str]]:
    """Return source and target of every relation that is no affiliation, rolled up."""
    return {pair for family in ("cooperates", "disputes", "restrains", "fights") for pair in who(text, family)}


def affiliated(text: str) -> set[tuple[str, str]]:
    """Return the names of members and their bodies, not rolled up."""
    found = extraction(text)
    names = {actor.id: actor.name for actor in found.actors}
    return {
        (names[relation.source.actor], names[relation.target.actor])
        for relation in found.relations
        if relation.type.startswith("affiliated.")
    }


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        # one person under all names, before and after the introduction
        ("Ortega accused Chile. Peruvian Foreign Minister Raul Ortega left.", ("Peru", "Chile")),
        ("French envoy Lord Castlemere left. Castlemere condemned Chile.", ("France", "Chile")),
        (
            "During Edwin Harlow's term as Secretary of State, it began. Harlow condemned Chile.",
            ("United States", "Chile"),
        ),
        # a nation, but no office
        ("Norwegian envoy Kari Nesse and her Finnish counterpart, Matti Hallonen, met.", ("Norway", "Finland")),
        ("Serbia's Prime Minister Ana Petrovic and Croatia's Ivo Horvat met in Vienna.", ("Serbia", "Croatia")),
        ("Jean Dupont of France and Hans Weber of Germany signed the treaty.", ("France", "Germany")),
        # administrations and governments of persons
        ("The Carter administration criticized Chile.", ("United States", "Chile")),
        (
            "Lord Harrow's government attacked Spain. British Prime Minister Lord Harrow wrote.",
            ("United Kingdom", "Spain"),
        ),
        # bodies
        ("The Homeland Security Council (HSC) met. HSC accused Peru of spying.", ("Homeland Security Council", "Peru")),
        ("The Popular Movement of Bat (PMB) met. The PMB attacked Zambia.", ("Popular Movement of Bat", "Zambia")),
        ("USS Barry attacked Libya.", ("United States", "Libya")),
        ("Peru seized a Chilean ship, the Vega.", ("Peru", "Chile")),
        ("The Jordanian 71st Armoured Brigade attacked Syria.", ("Jordan", "Syria")),
        # states of a country
        ("Texas arrested a Mexican smuggler.", ("United States", "Mexico")),
        # groups and one of a group
        ("Police killed two gunners.", ("police", "gunners")),
        ("A suspected militant attacked Kenya.", ("militant", "Kenya")),
        ("Slave traders attacked Ghana.", ("slave traders", "Ghana")),
        # people of a place, and those who are only there
        ("Protesters in the Chilean town of Temuco attacked Peru's consulate.", ("Chile", "Peru")),
        ("Hardliners in Washington condemned Iran.", ("United States", "Iran")),
        ("Rebels in Syria attacked Turkey.", ("rebels", "Turkey")),
        ("Refugees in Kenya criticised Uganda.", ("refugees", "Uganda")),
        # what is independent stays so
        ("Arab members of OPEC sanctioned Portugal. OPEC condemned Peru.", ("OPEC", "Peru")),
    ],
)
def test_actor(text: str, pair: tuple[str, str]) -> None:
    found = parties(text)
    assert pair in found or pair[::-1] in found


@pytest.mark.parametrize(
    "text",
    [
        "Near Deir Hafir, two strikes destroyed an ISIL vehicle.",
        "The Formosa Treaty angered China.",
        "The Marbella Resolution gave the president authority to defend Taiwan.",
    ],
)
def test_places_and_documents_are_no_actors(text: str) -> None:
    assert parties(text) == set()


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("British Prime Minister and Home Secretary Lord Harrow left.", ("Lord Harrow", "United Kingdom")),
        ("Kenyan President William Mboya meets Chinese President Xi Jinping in Beijing.", ("Xi Jinping", "China")),
        ("Police detained the Kenya head of aid group Oxfam, Mary Njoroge, on Monday.", ("Mary Njoroge", "Oxfam")),
    ],
)
def test_affiliation(text: str, pair: tuple[str, str]) -> None:
    assert pair in affiliated(text)


@pytest.mark.parametrize(
    "text",
    [
        "Kenyan journalist Peter Otieno criticised Uganda.",
        "Soldiers of the 3rd Battalion, 321st Artillery Regiment, trained in Peru.",
    ],
)
def test_no_affiliation(text: str) -> None:
    assert affiliated(text) == set()


def test_an_armed_group_is_not_the_nation_where_it_is_at_home() -> None:
    found = parties("Russia armed Yemen's Houthi rebels.")
    assert ("Russia", "Houthis") in found
    assert ("Russia", "Yemen") not in found


def test_an_envoy_to_a_country_is_not_its_own() -> None:
    text = "Paula Berg, special envoy for Haiti, left. Berg accused Peru."
    assert ("Haiti", "Peru") not in parties(text)


def test_who_is_meant_by_a_title_before_a_name() -> None:
    text = "Police detained the head of Oxfam, Mary Njoroge."
    assert ("police", "Mary Njoroge") in parties(text)


@pytest.mark.parametrize("title", ["Emir", "Sultan", "Queen", "Crown Prince", "Tsar", "emperor", "ruler", "Ambassador"])
def test_a_sovereign_or_envoy_of_a_country_stands_for_it(title):
    assert ("Bahrain", "Taliban") in who(f"The {title} of Bahrain met the Taliban.", "cooperates")
