"""Whole documents: whose bodies, officials, groups and ships are that a text names without saying so."""

import pytest
from said import extraction, said, who


def parties(text: str) -> set[tuple[str, str]]:
    """Return source and target of every relation that is no affiliation, rolled up."""
    return {pair for family in ("cooperates", "disputes", "restrains", "fights") for pair in who(text, family)}


PERU = "Farmers marched through Cusco in southern Peru. "
KENYA = "Kenyan police shot two protesters in Kisumu. "
REBELS = "The Karamoja Freedom Army is a rebel group in Uganda. "


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        # bodies and officials of the country that a text is at home in
        (PERU + "Interior Minister Juan Salas accused Chile of meddling.", ("Peru", "Chile")),
        (PERU + "The Constitutional Tribunal rejected a request by Chile.", ("Peru", "Chile")),
        (PERU + "The National Police arrested a Chilean envoy.", ("Peru", "Chile")),
        (KENYA + "The Supreme Court ordered the police to stop. The US ambassador left.", ("Kenya", "Kenya")),
        (KENYA + "US Ambassador Marc Dill urged the government to investigate.", ("United States", "Kenya")),
        # groups that only the text makes known, and their fighters
        (REBELS + "In May the militants killed nine soldiers near Moroto.", ("Karamoja Freedom Army", "Uganda")),
        (
            "The Okapi Union is a militia in Congo. Its leader fled to Chad in May. He wrote a book. It sold well. "
            "In June Zambia expelled the group.",
            ("Zambia", "Okapi Union"),
        ),
        (
            "The insurgent Army of the Two Rivers fought on. Jordan condemned the group.",
            ("Jordan", "Army of the Two Rivers"),
        ),
        (
            "ISIS fighters attacked a base near Mosul. The Coalition killed eleven extremists.",
            ("Global Coalition", "Islamic State"),
        ),
        (
            "ISIS burned wells. The SDF and the SDF's allies advanced. The Coalition bombed the enemy.",
            ("Global Coalition", "Islamic State"),
        ),
        # acronyms of the name in another language
        ("The Patriotic Union of Kasai (UPK) fled. Chad condemned the UPK.", ("Chad", "Patriotic Union of Kasai")),
        # ships by the order of the words, and who sails in them
        ("The Chinese coastguard vessel Haijing 3303 rammed a Philippine boat.", ("China", "Philippines")),
        ("Iran seized the Maltese tanker Torm Eva.", ("Iran", "Malta")),
        ("Sailors aboard the destroyer USS Mason trained with the Egyptian navy.", ("United States", "Egypt")),
        ("HMS Ardent reached Aden. The Houthis attacked the frigate.", ("Houthis", "United Kingdom")),
        # who judges and who did it
        ("Oman denounced the invasion of Kuwait by Iraq.", ("Oman", "Iraq")),
        ("Oman denounced the invasion of Kuwait by Iraq.", ("Iraq", "Kuwait")),
        ("Algeria denounced in the clearest terms the raid by France on Libya.", ("Algeria", "France")),
        # other names, and whom the first sentence defines
        (
            'Liwa al-Jabal ("Mountain Brigade") was a Syrian rebel group. Russia bombed the Mountain Brigade.',
            ("Russia", "Liwa al-Jabal"),
        ),
        (
            "Katibat Nusrat, also known as the Victory Battalion, was a jihadist group. "
            "Egypt attacked the Victory Battalion.",
            ("Egypt", "Katibat Nusrat"),
        ),
        (
            "The Nasr Army was a Sunni group in Iraq. The Garma Union and the Basra Council quarrelled. "
            "Jordan expelled the group.",
            ("Jordan", "Nasr Army"),
        ),
        (
            "Qasim Jabbar al-Saadi is an Iraqi general. He was praised by General David Hale. "
            "The general condemned Iran.",
            ("Iraq", "Iran"),
        ),
        (
            "Harakat Tahrir al-Sahel is a militant group. France bombed the group.",
            ("France", "Harakat Tahrir al-Sahel"),
        ),
        # rebels and refugees are not their country
        ("Russia bombed Syrian rebels near Aleppo.", ("Russia", "Syrian rebels")),
        ("Jordan expelled Syrian refugees.", ("Jordan", "Syrian refugees")),
        # services of the United States in their own news
        (
            "U.S. ships came. Mobile Unit 8 and the Sailors trained with the Bahraini navy.",
            ("United States", "Bahrain"),
        ),
        (
            "U.S. jets came. Sailors with Mobile Unit 8 thanked the Soldiers and trained with the Bahraini navy.",
            ("United States", "Bahrain"),
        ),
        # where a sentence says that it happens, and a head of government in his parliament
        (PERU + "Peru slept. In neighbouring Bolivia, the police arrested a Chilean envoy.", ("Bolivia", "Chile")),
        (
            "Chancellor's address to the Bundestag on Mali\n\nI travelled to Mali. Mali is far. We thank Chad.",
            ("Germany", "Chad"),
        ),
        # an officer of the country that the first sentence says
        (
            "Rozdin Suyatmo was an Indonesian admiral. He fought in East Timor. "
            "The Supreme Court questioned a Dutch envoy.",
            ("Indonesia", "Netherlands"),
        ),
        # whom the issuer meets is another one's minister; the field of an office is not its owner
        (
            "Foreign Secretary's statement\n\nI met Foreign Minister Al Zayani in Bahrain. Bahrain will help.",
            ("United Kingdom", "Bahrain"),
        ),
        (
            "The spokesperson of the Ministry for Foreign Affairs of Norway, Ada Moen, condemned Chad.",
            ("Norway", "Chad"),
        ),
        ("Oman slept. Omani ships came. The Sultanate's coast guard thanked Chad.", ("Oman", "Chad")),
        (
            "The CIA backed the People's National Congress of Forbes Burnham.",
            ("United States", "People's National Congress"),
        ),
        # demands within a speech of several paragraphs
        (
            "Foreign Office Minister condemns attack\n\nBritish minister Ana Burt said:\n\n"
            '"I am appalled. Moscow must stop these attacks.\n\n"We urge Iran to leave."',
            ("United Kingdom", "Iran"),
        ),
        # the statement's own
        (
            "Statement of the Ministry of Foreign Affairs of the Kingdom of Morocco\n\n"
            "The Government calls on the Libyan authorities to arrest the culprits.",
            ("Morocco", "Libya"),
        ),
        (
            "PRESS RELEASE\nMinistry of Defence of Latvia\n\nThe Minister thanked Canada. We wrote to Canada.",
            ("Latvia", "Canada"),
        ),
        (
            "Prime Minister's statement on the bombing in western Uganda\n\nI spoke to President Tshisekedi of Rwanda. "
            "Uganda will not be intimidated. Uganda will stand. Uganda forgets nothing.",
            ("Uganda", "Rwanda"),
        ),
        ("Mr Speaker, I thank the Indian navy. Britain will not forget it.", ("United Kingdom", "India")),
    ],
)
def test_whose_it_is(text, pair):
    assert pair in parties(text) | {pair[::-1] for pair in parties(text)}


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        (KENYA + "The Supreme Court ordered the police to stop. The US ambassador left.", ("United States", "Kenya")),
        (KENYA + "US Ambassador Marc Dill urged the government to investigate.", ("United States", "United States")),
        # both are others than who blames them
        ("Chad fought Mali. UN peacekeepers found graves and blamed both sides.", ("United Nations", "United Nations")),
        # parties that stand for election
        ("Peru and Chile met. The ambassador of Chad met leaders of both parties.", ("Chad", "Peru")),
        # another country's officials
        (
            "The Soviet Union sent trawlers. Soviet ships fished. The Soviets paid. "
            "The opposition in Funafuti accused Prime Minister Tomasi Pua of theft.",
            ("Tuvalu", "Soviet Union"),
        ),
    ],
)
def test_whose_it_is_not(text, pair):
    assert pair not in parties(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("General Tomás Arturo Quiroga Paredes attacked Chile.", "Tomás Arturo Quiroga Paredes"),
        ("Hernán Siles Zuazo condemned Chile.", "Hernán Siles Zuazo"),
        ("Lt. Col. Paul-Henri Damira condemned Chile.", "Paul-Henri Damira"),
        ("Hadi Mansur al-Jubouri fled. Al-Jubouri condemned Chile.", "Hadi Mansur al-Jubouri"),
    ],
)
def test_persons_by_their_longest_name(text, name):
    assert name in {actor.name for actor in extraction(text).actors}
    assert [relation.source for relation in said(text)] == [name]
