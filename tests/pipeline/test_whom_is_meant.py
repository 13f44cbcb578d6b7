"""Who is meant where nobody is named: whose treaty, war, land or removal it is, and groups without a name."""

import pytest
from said import said


def triples(text: str) -> set[tuple[str, str, str]]:
    return {(one.source, one.family, one.target) for one in said(text)}


@pytest.mark.parametrize(
    ("text", "triple"),
    [
        # a treaty that one side judges
        ("In 1902 Britain and Chile signed a treaty. The Chilean Senate refused to ratify the treaty.",
         ("Chile", "disputes", "United Kingdom")),
        ("France and Morocco concluded a trade agreement in 1998. Many Moroccans opposed the agreement.",
         ("Morocco", "disputes", "France")),
        ("Bolivia and Chile settled their border with a treaty in 1904. The treaty was repudiated by Bolivia in 1920.",
         ("Bolivia", "disputes", "Chile")),
        ("Britain and Chile signed a treaty in 1902. Chile questioned the validity of the treaty.",
         ("Chile", "disputes", "United Kingdom")),
        ("Envoy Ann Lee negotiated a pact with Peru for Ecuador. Norway signed a deal with Chad. "
         "The Chadian senate rejected the deal on grounds of cost.", ("Chad", "disputes", "Norway")),
        # where others invade, and the land of a war into which they come
        ("Washington hoped to improve relations with Nicaragua, where U.S. Marines had invaded in 1912.",
         ("United States", "fights", "Nicaragua")),
        ("A war broke out in Angola in 1975, in which Cuban and South African forces also intervened.",
         ("Cuba", "fights", "Angola")),
        ("What followed in Lebanon was a war in which Syrian and Israeli forces intervened.",
         ("Israel", "fights", "Lebanon")),
        # force that is used
        ("Belgium resorted to armed force in the Congo.", ("Belgium", "fights", "Democratic Republic of the Congo")),
        ("Britain used military force to restore order in Cyprus.", ("United Kingdom", "fights", "Cyprus")),
        # who puts people out
        ("Norway ordered the deportation of Ghanaians from Finland.", ("Norway", "restrains", "Ghana")),
        ("The Burmese army drove the Rohingya from their homes.", ("Myanmar", "restrains", "Rohingya")),
        ("Settlers pushed the Cherokee off their lands.", ("settlers", "restrains", "Cherokee")),
        # a state that moved to another land
        ("In 1943 the leaders of Britain and the Republic of China met in Cairo. The war ended in 1952.",
         ("United Kingdom", "cooperates", "China")),
        ("In 1958 the Republic of China and the United States signed a pact.",
         ("Taiwan", "cooperates", "United States")),
        ("In the early 1950s, Chiang Kai-shek's forces on Taiwan attacked China.", ("Taiwan", "fights", "China")),
        ("In 1978 the Federal Republic of Germany signed a treaty with Peru.", ("West Germany", "cooperates", "Peru")),
        ("The Federal Republic of Germany signed a treaty with Peru in 2012.", ("Germany", "cooperates", "Peru")),
        ("East Germany and the Federal Republic of Germany signed a treaty.",
         ("East Germany", "cooperates", "West Germany")),
        # limits on what two have with each other, and on those who come
        ("Norway placed restrictions on trade with Cuba.", ("Norway", "restrains", "Cuba")),
        ("Norway imposed a ban on cooperation with Cuba.", ("Norway", "restrains", "Cuba")),
        ("Chile put limits on contacts with Peru.", ("Chile", "restrains", "Peru")),
        ("Norway lifted the ban on trade with Cuba.", ("Norway", "cooperates", "Cuba")),
        ("Canada set a cap on immigration from India into Canada.", ("Canada", "restrains", "India")),
        # others with whom a state has to do
        ("Tensions between Ethiopia and its neighbors rose.", ("Ethiopia", "disputes", "neighbors")),
        ("Serbia quarreled with its neighbors.", ("Serbia", "disputes", "neighbors")),
        ("A crisis between Venezuela and its creditors broke out.", ("Venezuela", "disputes", "creditors")),
        # trust that is lost
        ("Trust quickly broke down among Chad, Mali and Niger.", ("Mali", "disputes", "Niger")),
        ("Confidence between Peru and Chile crumbled.", ("Peru", "disputes", "Chile")),
        # shares and mines that change hands
        ("Turkey hoped that it could purchase the French Government's shares.", ("Turkey", "cooperates", "France")),
        ("Britain transferred the mines to France.", ("United Kingdom", "cooperates", "France")),
        # groups set apart by two words, or by a creed
        ("Clashes broke out between Christian and Muslim militias in Beirut.",
         ("christian militias", "fights", "muslim militias")),
        ("The rift between rich and poor nations widened.", ("rich nations", "disputes", "poor nations")),
        ("The pact set out cooperation between nuclear and non-nuclear states.",
         ("nuclear states", "cooperates", "non-nuclear states")),
        ("Government and rebel forces fought near Goma.", ("government forces", "fights", "rebel forces")),
        ("Herders and farmers clashed in Kaduna.", ("herders", "fights", "farmers")),
        ("France recognized the Juarez government, and in 1861 Liberal forces captured Mexico City.",
         ("liberal forces", "restrains", "Mexico")),
        ("The United States was dedicated to containing the spread of communist regimes.",
         ("United States", "restrains", "communist regimes")),
    ],
)  # fmt: skip
def test_is_meant(text, triple):
    assert triple in triples(text)


@pytest.mark.parametrize(
    ("text", "triple"),
    [
        ("Colombia and Panama signed a treaty. The treaty was written on vellum for Colombia.",
         ("Colombia", "disputes", "Panama")),
        ("What followed in Lebanon was a war in which Syrian and Israeli forces intervened.",
         ("Syria", "fights", "Israel")),
        ("Norway ordered the deportation of Ghanaians from Finland.", ("Finland", "restrains", "Ghana")),
        ("Norway ordered the deportation of Ghanaians from Finland.", ("Norway", "cooperates", "Finland")),
        ("The Burmese army drove the Rohingya from their homes.", ("Myanmar", "fights", "Rohingya")),
        ("France recognized the Juarez government, and in 1861 Liberal forces captured Mexico City.",
         ("France", "restrains", "Mexico")),
        ("Trust in the banks of Peru and Chile collapsed.", ("Peru", "disputes", "Chile")),
        ("Relations broke down between Peru and Chile.", ("Peru", "cooperates", "Chile")),
        ("Norway imposed curbs on trade with Cuba.", ("Norway", "cooperates", "Cuba")),
        ("Norway put a ban on travel to Cuba.", ("Norway", "cooperates", "Cuba")),
        ("Congress set quotas on immigration to the United States.", ("United States", "restrains", "United States")),
        ("Norway fought the slave trade in Chad.", ("Norway", "fights", "Chad")),
        ("The big and famous states met nobody.", ("big states", "cooperates", "famous states")),
    ],
)  # fmt: skip
def test_is_not_meant(text, triple):
    assert triple not in triples(text)
