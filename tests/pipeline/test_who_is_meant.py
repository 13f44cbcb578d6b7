"""Whose officials, bodies, people and towns are, however they are called: the actor that each rolls up to."""

import pytest
from said import said


def ends(text: str) -> set[tuple[str, str]]:
    """Return who does something to whom, affiliations apart."""
    return {(one.source, one.target) for one in said(text) if one.family != "affiliated"}


@pytest.mark.parametrize(
    ("text", "source", "target"),
    [
        # after the only state that is spoken of, offices and bodies that only states have are its own
        ("Kenya had little money. The foreign ministry condemned Chad.", "Kenya", "Chad"),
        ("Kenya had little money. The foreign minister accused Chad of theft.", "Kenya", "Chad"),
        ("Peru was calm. President Joan Roe condemned Chile.", "Peru", "Chile"),
        ("Life was hard in Peru. Prime Minister Joan Roe accused Chile of theft.", "Peru", "Chile"),
        ("Peru was calm. Foreign Ministry spokeswoman Joan Roe condemned Chile.", "Peru", "Chile"),
        ("Peru was calm. Joan Roe, the defence minister, threatened Chile.", "Peru", "Chile"),
        ("Peru was calm. The Foreign Ministry condemned Chile.", "Peru", "Chile"),
        ("Peru was calm. Parliament condemned Chile.", "Peru", "Chile"),
        ("Peru was calm. The Senate rejected Chile's offer.", "Peru", "Chile"),
        # bodies, people and craft of a state, whatever the preposition
        ("The senate of Mali condemned Niger.", "Mali", "Niger"),
        ("The National Assembly of Mali condemned Niger.", "Mali", "Niger"),
        ("The judiciary in Mali condemned Niger.", "Mali", "Niger"),
        ("The office of Mali's president accused Niger of lying.", "Mali", "Niger"),
        ("Two frigates from Peru shelled the Chilean port.", "Peru", "Chile"),
        ("Niger accused lawmakers in Mali of lying.", "Niger", "Mali"),
        ("Niger condemned soldiers from Mali.", "Niger", "Mali"),
        ("Niger met farmers from Mali.", "Niger", "Mali"),
        # states in full, and names that the text explains
        ("The Federal Republic of Togo condemned Benin.", "Togo", "Benin"),
        ("The Principality of Monaco condemned Malta.", "Monaco", "Malta"),
        ("The Lake Guard, a militia in Chad, attacked Mali.", "Lake Guard", "Mali"),
        ("Mali accused the Lake Guard, a militia in Chad, of theft.", "Mali", "Lake Guard"),
        ("Petrolex is a Cuban oil company. Petrolex accused Peru of theft.", "Petrolex", "Peru"),
        ("Sunat, Peru's tax agency, accused Chile of fraud.", "Peru", "Chile"),
        ("Zoll, the German customs service, accused Malta of fraud.", "Germany", "Malta"),
        # heads and bodies of towns and provinces
        ("Kisumu's mayor condemned Chad.", "Kenya", "Chad"),
        ("The city of Kisumu sued Chad.", "Kenya", "Chad"),
        ("The Attorney General of Texas sued China.", "United States", "China"),
        ("Mayor Joan Roe of Chicago condemned China.", "United States", "China"),
        ("The U.S. is big. The New York Police Department accused China of theft.", "United States", "China"),
        ("Sen. Joan Roe (D-Ohio) condemned China.", "United States", "China"),
        # offices, envoys and troops that were named without a name
        ("The president of Kenya visited Fiji. The president condemned Chad.", "Kenya", "Chad"),
        ("Kenya's ambassador to Fiji was old. The ambassador condemned Chad.", "Kenya", "Chad"),
        ("Kenya sent an envoy to Fiji. The envoy accused Chad of lying.", "Kenya", "Chad"),
        ("Kenya sent troops to Fiji. The troops attacked Chad.", "Kenya", "Chad"),
        ("Kenya's prime minister, Joan Roe, was old. The leader condemned Chad.", "Kenya", "Chad"),
        ("A delegation led by Kenya's president visited Chad.", "Kenya", "Chad"),
        # rulers by what they rule
        ("Joan Roe's government in Kenya condemned Chad.", "Kenya", "Chad"),
        ("The Kenyan government of Joan Roe condemned Chad.", "Kenya", "Chad"),
        ("In 1950, Joan Roe came to power in Kenya. Roe attacked Chad.", "Kenya", "Chad"),
        ("Joan Roe seized the throne of Kenya. She attacked Chad.", "Kenya", "Chad"),
        ("Peru grew rich under President Joan Roe. Roe attacked Chile.", "Peru", "Chile"),
        ("The chairman of the African Union condemned Chad.", "African Union", "Chad"),
        # adjectives of lands that look like verbs
        ("Libya invaded neighbouring Chad in 1980.", "Libya", "Chad"),
        ("Troops from neighbouring Mali attacked Chad.", "Mali", "Chad"),
        ("Chad condemned landlocked Mali.", "Chad", "Mali"),
        # names behind a title that the model takes for something else
        ("Kenyan President Kim Hyun-woo condemned Chad.", "Kenya", "Chad"),
        ("Rebel leader Kim Hyun-woo condemned Chad.", "Kim Hyun-woo", "Chad"),
        ("President Bagrat Manukyan condemned Chad.", "Bagrat Manukyan", "Chad"),
        (
            "Mali was calm. General Sadio Maiga, the head of the military government, met Russia's envoy.",
            "Mali",
            "Russia",
        ),
        (
            "NIAMEY - Kenyan troops and Chadian police met. Prime Minister Joan Roe accused Mali of theft.",
            "Niger",
            "Mali",
        ),
        ("The League of Nations met. The Council of the League urged Japan to leave.", "League of Nations", "Japan"),
        # who acts in a sentence goes on acting, and not who is named for what it is
        ("Kenya protested to Fiji. The government expelled Chad's envoy.", "Kenya", "Chad"),
        ("Kenya, a neighbour of Fiji, was poor. The government condemned Chad.", "Kenya", "Chad"),
        ("Kenya was a colony of Fiji. The country attacked Chad.", "Kenya", "Chad"),
        ("The Cuban oil company Petrolex is small. The company condemned Chad.", "Petrolex", "Chad"),
    ],
)
def test_rolls_up(text: str, source: str, target: str) -> None:
    found = ends(text)
    assert (source, target) in found or (target, source) in found, found


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Kenya and Peru were poor. President Joan Roe condemned Chad.", {"Kenya", "Peru"}),
        ("Sanctions on Kenya were announced. President Joan Roe praised Chad.", {"Kenya"}),
        ("Kenya was poor. Former President Joan Roe condemned Chad.", {"Kenya"}),
        ("Kenya was poor. Company president Joan Roe praised Chad.", {"Kenya"}),
        ("Kenya was poor. President Joan Roe accused Kenya of theft.", {"United States"}),
        ("The Iraq war divided the party. Ministers accused the judges of lying.", {"Iraq"}),
        ("Rebels from Chad attacked Mali.", {"Chad"}),
        ("Mali was calm. Joan Roe, the head of the choir, thanked Russia.", {"Mali"}),
        ("Mali was calm. Joan Roe, the director, thanked Russia.", {"Mali"}),
        ("The Assad-led army attacked Chad.", {"Assad-led"}),
        ("Peru evacuated students from Chile.", {"Chile"}),
        ("The embassy in Chile condemned Peru.", {"Chile"}),
        ("The critics of Chad attacked Mali.", {"Chad"}),
        ("The streets of Kisumu shocked Chad.", {"Kenya"}),
        ("The New York Police Department accused China of theft.", {"United States"}),  # a country that is not named
        ("The Chicago Council on Global Affairs condemned China.", {"United States"}),
    ],
)
def test_is_not_taken_for(text: str, wrong: set[str]) -> None:
    assert not {end for pair in ends(text) for end in pair} & wrong


def test_accusing_its_own_president_is_no_relation_of_a_state_with_itself() -> None:
    assert ("Kenya", "Kenya") not in ends("Kenya accused President Joan Roe of lying.")


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("The president of Kenya met the president of Fiji. The president condemned Chad.", ("Kenya", "Chad")),
        ("The Kenyan president met President Otto Roe of Fiji. The president condemned Chad.", ("Fiji", "Chad")),
        ("Joan Roe wanted to take power in Kenya. Roe attacked Chad.", ("Kenya", "Chad")),
    ],
)
def test_abstains_where_two_may_be_meant(text: str, pair: tuple[str, str]) -> None:
    assert pair not in ends(text)


HOME = """{} sparks new row

Ministers accused the judges of lying. Downing Street said so on Monday. The British government denied the claims.
The House of Commons met in London, and the British press and the UK parliament discussed what the UK does in {}.
"""


def test_a_country_that_only_names_what_is_spoken_of_has_no_ministers() -> None:
    assert ("United Kingdom", "United Kingdom") in ends(HOME.format("Iraq advice claim", "Iraq"))
    assert ("Iraq", "Iraq") not in ends(HOME.format("Iraq advice claim", "Iraq"))


def test_refugees_are_not_their_country() -> None:
    assert ("Kenya", "refugees") in ends("Kenya detained refugees from Somalia.")
