"""Where a sentence happens: whose police and judges are hit there, and against whom people protest who name nobody."""

import pytest
from said import who


@pytest.mark.parametrize(
    ("text", "family", "pair"),
    [
        # policemen, judges and mayors of the country where it happens
        ("Gunmen killed three policemen near the Nigerian city of Jos.", "fights", ("gunmen", "Nigeria")),
        ("Gunmen shot dead a judge in the Colombian province of Cauca.", "fights", ("gunmen", "Colombia")),
        ("Attackers wounded a mayor and his driver in northern Peru.", "fights", ("attackers", "Peru")),
        ("Police fired on three miners in a Zambian village.", "fights", ("Zambia", "Zambia")),
        ("Gunmen stormed a prison in Quito and killed two guards.", "fights", ("gunmen", "Ecuador")),
        # protests without an addressee
        ("Thousands marched in Lima against the new pension law.", "disputes", ("thousands", "Peru")),
        ("Students demonstrated in Algiers on Friday.", "disputes", ("students", "Algeria")),
        ("Hundreds of people rallied in Ankara over the arrest of a writer.", "disputes", ("people", "Turkey")),
        ("Truck drivers blocked roads across Paraguay to protest against prices.", "disputes",
         ("truck drivers", "Paraguay")),
        ("Teachers walked out across Zambia on Monday.", "disputes", ("teachers", "Zambia")),
        ("Thousands of Hondurans marched in Tegucigalpa over the count.", "disputes", ("Honduras", "Honduras")),
        ("Nurses in Malawi went on strike over unpaid wages.", "disputes", ("Malawi", "Malawi")),
        ("A demonstration by monks of all ages in the Burmese city of Pegu ended at dusk.", "disputes",
         ("monks", "Myanmar")),
        # gangs of a nation and fighters of a people without a state
        ("Haitian gangs attacked a prison in Port-au-Prince.", "fights", ("Haitian gangs", "Haiti")),
        ("Tuareg rebels attacked the Malian army.", "fights", ("Tuareg rebels", "Mali")),
        ("Turkey shelled Kurdish fighters in Syria.", "fights", ("Turkey", "Kurdish fighters")),
    ],
)  # fmt: skip
def test_it_is_the_country_of_the_place(text, family, pair):
    assert pair in who(text, family)


@pytest.mark.parametrize(
    ("text", "family", "pair"),
    [
        ("Muslims protested in Nairobi against the war in Gaza.", "disputes", ("Muslims", "Kenya")),
        ("Thousands rallied in Cairo in support of the president.", "disputes", ("thousands", "Egypt")),
        ("Thousands took to the streets in Rabat to celebrate the victory.", "disputes", ("thousands", "Morocco")),
        ("Thousands marched in Bogota against violence.", "disputes", ("thousands", "Colombia")),
        ("Supporters of the president rallied in Harare.", "disputes", ("supporters", "Zimbabwe")),
        ("Peace activists rallied in Tokyo.", "disputes", ("peace activists", "Japan")),
        ("Vietnamese police broke up a protest outside the Chinese embassy.", "cooperates", ("Vietnam", "China")),
        ("Vietnamese police broke up a protest outside the Chinese embassy.", "disputes", ("Vietnam", "China")),
        ("Soldiers marched in Warsaw on the anniversary.", "disputes", ("Poland", "Poland")),
        ("Delegates walked out of the talks in Geneva.", "disputes", ("delegates", "Switzerland")),
        ("Workers at a copper mine in Peru went on strike for better pay.", "disputes", ("workers", "Peru")),
        ("Iranian exiles demonstrated in Berlin.", "disputes", ("Iranian exiles", "Germany")),
        ("France said gunmen had killed two policemen in Mali.", "fights", ("gunmen", "France")),
        ("Kurds attacked the Turkish army.", "fights", ("Kurdish", "Turkey")),
    ],
)
def test_it_is_not(text, family, pair):
    assert pair not in who(text, family)


@pytest.mark.parametrize(
    ("text", "family", "pair"),
    [
        # the members that are listed of a part of the world, and of people of many nations
        ("Six Arab states, including Jordan and Oman, condemned the Israeli raid.", "disputes", ("Jordan", "Israel")),
        ("Several countries, among them Chile and Peru, recognised Kosovo.", "cooperates", ("Peru", "Kosovo")),
        ("Pirates seized eleven sailors, including four from Angola.", "restrains", ("pirates", "Angola")),
        ("Latin American governments, among them Brazil's, criticised Cuba.", "disputes", ("Brazil", "Cuba")),
        ("Twelve people, among them two Kenyans, were killed by al-Shabaab.", "fights", ("al-Shabaab", "Kenya")),
        ("Gulf states criticised Iran.", "disputes", ("Gulf states", "Iran")),
        # states told from others by a clause, a number or a participle, and the world as one
        ("Britain lent money to nations fighting Napoleon.", "cooperates", ("United Kingdom", "nations")),
        ("The Soviet Union sent grain to countries hit by the drought.", "cooperates", ("Soviet Union", "countries")),
        ("Sixty-six countries signed the pact with Japan.", "cooperates", ("countries", "Japan")),
        ("Norway gave technical help to developing nations.", "cooperates", ("Norway", "developing nations")),
        ("North Korea has defied the international community for years.", "disputes",
         ("North Korea", "international community")),
        # revolutionaries are not their country, and a deed is the culprits'
        ("Revolutionaries in Hungary attacked Austrian troops.", "fights", ("revolutionaries", "Austria")),
        ("Police held two suspects in the killing of the Danish consul.", "fights", ("suspects", "Denmark")),
        ("The Kenyan police detained several suspects in the attack on the Ugandan minister.", "fights",
         ("suspects", "Uganda")),
        # whose soldier it is that is hit with what else is hit
        ("The Nigerian group Boko Haram raided a Cameroonian post, killing a soldier.", "fights",
         ("Boko Haram", "Cameroon")),
        # people of whom nothing is known but where they were killed
        ("Gunmen killed four people in the Kenyan town of Garissa.", "fights", ("gunmen", "Kenya")),
        ("A suicide bomber killed nine people at a market in Kabul.", "fights", ("suicide bomber", "Afghanistan")),
        ("Nine people were killed by a suicide bomber in the Pakistani city of Quetta.", "fights",
         ("suicide bomber", "Pakistan")),
        ("Rebels killed two civilians in Mali.", "fights", ("rebels", "civilians")),
        ("A gunman killed two French people in Burkina Faso.", "fights", ("gunman", "France")),
        # a class whose members "include" counts: what its clause says is said of each
        ("Countries that have recognised Kosovo include Norway, Japan and Peru.", "cooperates", ("Peru", "Kosovo")),
        ("Nations that have imposed sanctions on Belarus include Canada and Japan.", "restrains",
         ("Japan", "Belarus")),
        ("Countries attacked by Russia include Moldova and Georgia.", "fights", ("Russia", "Georgia")),
        ("The countries Iran has threatened include Israel and Kuwait.", "disputes", ("Iran", "Kuwait")),
        ("Those accusing Rwanda of theft include Belgium, Germany and the United States.", "disputes",
         ("Germany", "Rwanda")),
        ("ASEAN nations that have condemned the junta in Myanmar include Brunei.", "disputes", ("Brunei", "Myanmar")),
        ("ASEAN nations that have signed the code include Brunei and Laos.", "affiliated", ("Laos", "ASEAN")),
        # crowds, attackers and fighters at the head of a sentence
        ("A crowd burned down the courthouse in the Guinean town of Labe.", "fights", ("crowd", "Guinea")),
        ("An election official was shot dead by unknown attackers in northern Kenya.", "fights",
         ("attackers", "Kenya")),
        ("Rebels backed by Rwanda captured the Congolese town of Bukavu.", "restrains",
         ("rebels", "Democratic Republic of the Congo")),
        ("Clashes between farmers and herders in the Ghanaian region of Ashanti killed nine.", "fights",
         ("farmers", "herders")),
    ],
)  # fmt: skip
def test_who_acts_without_a_name(text, family, pair):
    assert pair in who(text, family)


@pytest.mark.parametrize(
    ("text", "family", "pair"),
    [
        ("Six Arab states, including Jordan, condemned the Israeli raid.", "disputes", ("Arab states", "Israel")),
        ("European leaders discussed Ukraine, including its debts.", "cooperates", ("Europe", "Ukraine")),
        ("A soldier was honoured in the French town of Albi.", "fights", ("soldier", "France")),
        ("China's reforms demonstrated the bankruptcy of communism.", "disputes", ("China", "China")),
        ("America extended security commitments to two nations in Asia.", "cooperates", ("United States", "nations")),
        ("The Nigerian group Boko Haram raided a Cameroonian post, killing a soldier.", "fights",
         ("Boko Haram", "Nigeria")),
        ("Clashes between farmers and herders in the Ghanaian region of Ashanti killed nine.", "fights",
         ("Ghana", "herders")),
    ],
)  # fmt: skip
def test_nobody_else_acts(text, family, pair):
    assert pair not in who(text, family)


@pytest.mark.parametrize(
    ("text", "family", "pair"),
    [
        # who has links is whoever stands before them
        ("Belgium expelled a preacher with ties to the Muslim Brotherhood.", "affiliated",
         ("preacher", "Muslim Brotherhood")),
        ("Qatar has links with Hamas.", "cooperates", ("Qatar", "Hamas")),
        # an island is not the part of the world
        ("U.S. marines landed on the Caribbean island of Grenada.", "fights", ("United States", "Grenada")),
        ("Ukraine praised the Pacific nation of Tuvalu.", "cooperates", ("Ukraine", "Tuvalu")),
        # two of one nation, and forces that guard
        ("U.S. marines and paratroopers fought Cuban soldiers.", "fights", ("United States", "Cuba")),
        ("Germany will station a brigade in Lithuania to defend it.", "cooperates", ("Germany", "Lithuania")),
        # a minister's country is not that of his counterpart, nor the one next door
        ("Foreign Minister Ali Hassan met his Kenyan counterpart in Nairobi.", "cooperates", ("Ali Hassan", "Kenya")),
        ("Kosovo voted. Prime Minister Arben Krasniqi accused neighbouring Serbia.", "disputes",
         ("Kosovo", "Serbia")),
    ],
)  # fmt: skip
def test_whose_it_is(text, family, pair):
    assert pair in who(text, family)


@pytest.mark.parametrize(
    ("text", "family", "pair"),
    [
        ("Belgium expelled a preacher with ties to the Muslim Brotherhood.", "cooperates",
         ("Belgium", "Muslim Brotherhood")),
        ("Chad freed a Chinese trader with no connection to Hamas.", "cooperates", ("China", "Hamas")),
        ("The cable links Estonia with Finland.", "affiliated", ("Estonia", "Finland")),
        ("Rebels captured a hill overlooking the Syrian town of Idlib.", "disputes", ("rebels", "Syria")),
        ("A Dutch jet shot down a drone that had crossed into Polish airspace.", "fights", ("Netherlands", "Poland")),
        ("The Dutch trade unionist Karin de Boer met the Qatari emir.", "cooperates", ("Boers", "Qatar")),
        ("Germany will station a brigade in Lithuania to defend it.", "fights", ("Germany", "Lithuania")),
        ("Italy stationed a brigade in Latvia to protect NATO's flank against Russia.", "cooperates",
         ("Italy", "Russia")),
        ("Prime Minister Ali Hassan accused neighbouring Serbia of lying.", "affiliated", ("Ali Hassan", "Serbia")),
    ],
)  # fmt: skip
def test_whose_it_is_not(text, family, pair):
    assert pair not in who(text, family)


@pytest.mark.parametrize(
    ("text", "family", "pair"),
    [
        ("The Aleppo Brigade attacked a Turkish convoy.", "fights", ("Aleppo Brigade", "Turkey")),
        ("The Wa State Army shelled Chinese troops.", "fights", ("Wa State Army", "China")),
        ("Jordan armed the Ba'ath Brigades.", "cooperates", ("Jordan", "Ba'ath Brigades")),
        ("The Syrian army attacked a Turkish convoy.", "fights", ("Syria", "Turkey")),
    ],
)
def test_an_army_is_called_after_a_town_or_party(text, family, pair):
    assert pair in who(text, family)


def test_on_which_side_of_a_border_is_not_said():
    assert ("Israel", "Syria") not in who("Israeli jets bombed a village near the Syrian border.", "fights")
    assert ("Israel", "Syria") in who("Israeli jets bombed a village near the Syrian town of Homs.", "fights")
