"""By what name somebody is known: for whom heads of bodies speak, coalitions, states of their time, rebels."""

import pytest
from said import who


def acts(text: str) -> set[tuple[str, str]]:
    """Return source and target of every relation that is no affiliation, rolled up."""
    return {pair for family in ("cooperates", "disputes", "restrains", "fights") for pair in who(text, family)}


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        # what somebody heads, by a verb
        ("Ana Torres heads the Bolivian customs agency. Torres criticised Chile.", ("Bolivia", "Chile")),
        ("Omar Farah leads Somalia's navy. Farah criticised Yemen.", ("Somalia", "Yemen")),
        ("Ivan Petrov, who runs the Bulgarian port authority, criticised Turkey.", ("Bulgaria", "Turkey")),
        ("The Chadian delegation, led by Ali Koro, left. Koro thanked Libya.", ("Chad", "Libya")),
        ("Luis Vega leads the opposition in Chile. Vega criticised Peru.", ("Luis Vega", "Peru")),
        ("Luis Vega may head the Chilean army. Vega criticised Peru.", ("Luis Vega", "Peru")),
        ("Luis Vega runs a shop in Chile. Vega criticised Peru.", ("Luis Vega", "Peru")),
        ("Luis Vega directed a film on Chile. Vega criticised Peru.", ("Luis Vega", "Peru")),
        # what office somebody got
        ("Ana Silva was appointed Portugal's finance minister in May. Silva criticised Malta.", ("Portugal", "Malta")),
        ("Eva Lund was elected prime minister of Denmark. She criticised Norway.", ("Denmark", "Norway")),
        ("Paul Biyaga took office as Gabon's president in March. Biyaga praised France.", ("Gabon", "France")),
        ("Luis Vega was not elected president of Chile. Vega criticised Peru.", ("Luis Vega", "Peru")),
        ("Luis Vega was elected president of the Rowers' Union of Chile. Vega criticised Peru.", ("Luis Vega", "Peru")),
        # who has ruled stands for the state, who has served it does not
        ("Idriss Koro, a former president of Chad, condemned Libya.", ("Chad", "Libya")),
        ("Idriss Koro, the former prime minister of Chad, condemned Libya.", ("Chad", "Libya")),
        ("Idriss Koro, a former ambassador of Chad, condemned Libya.", ("Idriss Koro", "Libya")),
        # coalitions
        ("A US-led coalition invaded Iraq in 2003.", ("US-led coalition", "Iraq")),
        ("U.S.-led coalition forces attacked Chinese positions.", ("US-led coalition", "China")),
        ("The U.S.-led coalition struck Islamic State positions.", ("Global Coalition", "Islamic State")),
        ("US-led coalition forces struck Islamic State positions.", ("Global Coalition", "Islamic State")),
        ("An international coalition attacked Libya in 2011.", ("international coalition", "Libya")),
        # states of their time
        ("In 1910 Japan condemned Korea.", ("Japan", "Korea")),
        ("In 1991 Japan condemned Korea.", ("Japan", "South Korea")),
        ("In 1913 Chile condemned the Republic of China.", ("Chile", "China")),
        (
            "Moscow's troops invaded Czechoslovakia. The Czech government condemned Hungary.",
            ("Czechoslovakia", "Hungary"),
        ),
        (
            "Czechoslovakia is no more. The Czech Republic left. Czech envoys condemned Hungary.",
            ("Czechia", "Hungary"),
        ),
        ("Zaire was poor. Kinshasa condemned Angola.", ("Zaire", "Angola")),
        # rebels are not their land
        ("France armed Sudan's rebels.", ("France", "rebels")),
        ("The rebel army of Chad attacked Libya.", ("rebel army", "Libya")),
        ("Yemen's Houthi rebels attacked Oman.", ("Houthis", "Oman")),
        ("The army of Chad attacked Libya.", ("Chad", "Libya")),
    ],
)
def test_stands_for(text: str, pair: tuple[str, str]) -> None:
    assert pair in acts(text)


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        # a body brought in since
        ("Boko Haram attacked Niger. A vigilante group formed. The group praised Chad.", {("Boko Haram", "Niger")}),
        (
            "The Labour Party criticised Spain. A farmers' group left. The group criticised Portugal.",
            {("Labour Party", "Spain")},
        ),
        (
            "Hezbollah, a Shia group, attacked Israel. The group praised Iran.",
            {("Hezbollah", "Israel"), ("Hezbollah", "Iran")},
        ),
        # what a charity is not called
        ("Greenpeace praised Chile. The company said it would sue Peru.", {("Greenpeace", "Chile")}),
        (
            "Greenpeace praised Chile. The organisation said it would sue Peru.",
            {("Greenpeace", "Chile"), ("Greenpeace", "Peru")},
        ),
        # people without a name who say what "they" did
        ("Kenya praised Togo. Villagers said they had shot a Somali boy.", {("Kenya", "Togo")}),
        # whose victory it was
        ("Chile's victory enabled it to attack Bolivia.", {("Chile", "Bolivia")}),
        ("Iran's support for Hamas helped it to attack Israel.", {("Iran", "Hamas")}),
        # whom a paper quotes
        (
            '"We will help Chad," Reuters quoted Togo\'s president, Ali Koro, as saying.',
            {("Togo", "Chad")},
        ),
        ("The report described Iran as arming the Houthis.", {("Iran", "Houthis")}),
    ],
)
def test_means(text: str, pairs: set[tuple[str, str]]) -> None:
    assert acts(text) == pairs


@pytest.mark.parametrize(
    ("text", "pair", "there"),
    [
        ("The British and French governments wavered. They held talks with Israel.", ("France", "Israel"), True),
        ("Danish and Dutch troops landed. They attacked Boko Haram.", ("Netherlands", "Boko Haram"), True),
        ("Danish and Dutch envoys left. Pinto met Kahn, and they condemned Chad.", ("Denmark", "Chad"), False),
        # taken up by what it was said to be
        (
            "The Okapi Front, a rebel movement, left. The Lions, a militia, left. The movement praised Chad.",
            ("Okapi Front", "Chad"),
            True,
        ),
        # who acts only beside another one
        (
            "Omar Deby fled to Libya, whose leader Ali Koro helped him. There he met Ivan Petrov, the Russian envoy.",
            ("Omar Deby", "Russia"),
            True,
        ),
        ("Mercenaries from the Russian company Wagner attacked Mali.", ("Wagner Group", "Mali"), True),
        # the state of the years that a text tells of
        ("In 1975 the Kremlin threatened China.", ("Soviet Union", "China"), True),
        ("In 1956 Russian tanks attacked Budapest.", ("Soviet Union", "Hungary"), True),
        ("It was the worst winter since 1975. The Kremlin threatened China.", ("Russia", "China"), True),
        ("In 2015 the Kremlin threatened China, as in 1975.", ("Russia", "China"), True),
        ("In 1904 Russian ships attacked Japan.", ("Russia", "Japan"), True),
        # whose ministers speak
        (
            "Foreign Secretary visits Chad\n\nThe Foreign Secretary, Ana Brown, left.\n\nLord Grey, the Minister "
            "for Africa, praised Niger. The UK is a friend of Chad.",
            ("United Kingdom", "Niger"),
            True,
        ),
        (
            "Mali is at war. Malian troops fought. The Foreign Secretary, Ana Brown, praised Niger.",
            ("United Kingdom", "Niger"),
            True,
        ),
    ],
)
def test_taken_up(text: str, pair: tuple[str, str], there: bool) -> None:
    assert (pair in acts(text)) == there


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        # by what a country has or is a member of
        ("Armenia praised India. The South Caucasus country also sued Turkey.", ("Armenia", "Turkey")),
        ("Niger praised India. The Sahel country also sued Turkey.", ("Niger", "Turkey")),
        ("Vietnam praised India. The communist country also sued Turkey.", ("Vietnam", "Turkey")),
        ("Chad praised India. The landlocked nation also sued Turkey.", ("Chad", "Turkey")),
        ("Chad praised India. The former French colony also sued Turkey.", ("Chad", "Turkey")),
        ("Georgia praised India. The former Soviet republic also sued Turkey.", ("Georgia", "Turkey")),
        ("France praised India. The NATO member also sued Turkey.", ("France", "Turkey")),
        # after whom a government is called
        ("Georgia's new leader accused the Shevardnadze regime of bribery.", ("Georgia", "Georgia")),
        (
            "The Blair government left. Iraq praised Iran. The Blair government condemned Iran.",
            ("United Kingdom", "Iran"),
        ),
        # units
        ("The 10th Mountain Division attacked the Taliban.", ("United States", "Taliban")),
        ("The Golani Brigade fought Hezbollah.", ("Israel", "Hezbollah")),
    ],
)
def test_is_called_otherwise(text: str, pair: tuple[str, str]) -> None:
    assert pair in acts(text)


@pytest.mark.parametrize(
    ("text", "pair", "there"),
    [
        (
            "President Luis Vega of Chile has accused Ana Ruiz of treason. The socialist leader is backed by Russia.",
            ("Russia", "Chile"),
            True,
        ),
        ("The CIA gave money to the Christian Democrats.", ("United States", "Democratic Party"), False),
        ("The CIA gave money to the Democrats.", ("United States", "Democratic Party"), True),
        ("Iraq is at war. The task force thanked Jordan.", ("Iraq", "Jordan"), False),
        (
            "Nixon criticised Chile. Moscow refused to help the new regime of Chad and its army.",
            ("Russia", "Chile"),
            False,
        ),
    ],
)
def test_is_not_taken_for(text: str, pair: tuple[str, str], there: bool) -> None:
    assert (pair in acts(text)) == there
