"""Single news sentences: refused talks, what a state does to its own, two creeds of one noun, misread infinitives."""

import pytest
from said import said, who


@pytest.mark.parametrize(
    ("text", "family", "pair"),
    [
        # let, allowed or told to do what the parser takes for a noun
        ("Sudan let Egyptian planes land at Khartoum.", "cooperates", ("Sudan", "Egypt")),
        ("Malta let a Libyan tanker dock.", "cooperates", ("Malta", "Libya")),
        ("Kenya has refused to allow Somali planes to land.", "restrains", ("Kenya", "Somalia")),
        ("Slovenia refused to let Croatian trucks cross the bridge.", "restrains", ("Slovenia", "Croatia")),
        # a state and people of its own
        ("Bangladesh barred its opposition leader from travelling abroad.", "restrains", ("Bangladesh", "Bangladesh")),
        ("Iran jailed its critics.", "restrains", ("Iran", "Iran")),
        ("Belarus arrested dozens of its own citizens.", "restrains", ("Belarus", "Belarus")),
        ("Egypt pardoned an opposition leader.", "cooperates", ("Egypt", "Egypt")),
        # declared unwelcome
        ("Nicaragua declared the Brazilian envoy persona non grata.", "restrains", ("Nicaragua", "Brazil")),
        ("Sweden has declared an Iranian diplomat persona non grata over the plot.", "restrains", ("Sweden", "Iran")),
        # soldiers of a nation against rebels who are not its own
        ("Clashes between Sudanese soldiers and rebels from Darfur left ten dead.", "fights", ("Sudan", "rebels")),
        ("Talks between Colombian officials and guerrillas resumed.", "cooperates", ("Colombia", "guerrillas")),
        # two groups of one noun
        ("Clashes between Christian and Muslim youths killed 12.", "fights", ("christian youths", "muslim youths")),
        # the next phrase, where the first one only names what is one's own
        ("Manila lodged a protest with China over a raid on its boats.", "disputes", ("Philippines", "China")),
        # who joins in an act, and beside whom
        ("Ireland joined Spain in recognising Kosovo.", "cooperates", ("Spain", "Kosovo")),
        ("Peru and Chile fought side by side.", "cooperates", ("Peru", "Chile")),
        # who is meant by "whom", by a number, and by a nation's plural
        ("The Houthis, whom Kampala is accused of arming, fled.", "cooperates", ("Uganda", "Houthis")),
        ("Italy expelled 30 Russian diplomats and 10 from Belarus.", "restrains", ("Italy", "Belarus")),
        ("Relatives of the Danes held by Chad appealed for help.", "restrains", ("Chad", "Denmark")),
        # a participle that the parser makes the main verb
        ("Militants linked to Islamic State killed six Chadian soldiers.", "fights", ("Islamic State", "Chad")),
        # time to comply
        ("Ankara gave Budapest two months to repeal the law.", "disputes", ("Turkey", "Hungary")),
        # strikes of people who do not work
        ("Nurses held a one-day strike against the Greek government.", "disputes", ("nurses", "Greece")),
        # a seat of a league
        ("Brussels fined Poland.", "restrains", ("European Union", "Poland")),
        ("Brussels police arrested a Malian.", "restrains", ("Belgium", "Mali")),
        ("Brussels expelled two Congolese diplomats.", "restrains", ("Belgium", "Democratic Republic of the Congo")),
        ("French soldiers evacuated 200 foreign nationals.", "cooperates", ("France", "foreign nationals")),
    ],
)  # fmt: skip
def test_it_is_said(text, family, pair):
    assert pair in who(text, family)


@pytest.mark.parametrize(
    ("text", "family", "pair"),
    [
        ("Nurses held a one-day strike against the Greek government.", "fights", ("nurses", "Greece")),
        ("Monks marched through Mandalay.", "fights", ("monks", "Myanmar")),
        ("Angola asked UNITA to silence its guns.", "restrains", ("UNITA", "Angola")),
        ("Ghana asked the Malian minister about the leak.", "disputes", ("Ghana", "Mali")),
        ("Joining NATO doubled the border of Finland with Russia.", "fights", ("Finland", "Russia")),
        ("Ukraine will send experts to Iran to investigate the crash.", "cooperates.aids", ("Ukraine", "Iran")),
        ("Serbia wants to protect its ties with China.", "cooperates.aids", ("Serbia", "China")),
        ("Egypt recalled its ambassador.", "restrains", ("Egypt", "Egypt")),
        ("France urged its own citizens to leave Mali.", "disputes", ("France", "France")),
    ],
)  # fmt: skip
def test_it_is_not_said(text, family, pair):
    found = {(r.source, r.target) for r in said(text) if r.type.startswith(family)}
    assert pair not in found


@pytest.mark.parametrize(
    "text",
    [
        "The Taliban said they will not begin talks with Pakistan.",
        "The Taliban would not negotiate with Pakistan.",
        "The Taliban ruled out talks with Pakistan.",
        "The Taliban rejected any dialogue with Pakistan.",
    ],
)
def test_talks_that_one_side_will_not_have_are_refused(text):
    found = [r for r in said(text) if (r.source, r.target) == ("Taliban", "Pakistan")]
    affirmed = [r.type for r in found if r.polarity == "affirmed"]
    assert affirmed == ["disputes.rejects"]


def test_talks_that_neither_side_will_have_are_only_negated():
    assert ("cooperates.consults", "negated") in {
        (r.type, r.polarity) for r in said("Iran and Iraq will not meet this week.")
    }


@pytest.mark.parametrize(
    ("text", "type_", "pair"),
    [
        ("Turkey says it will cross into Syria if Chad does not leave.", "disputes.threatens", ("Turkey", "Syria")),
        ("Gunmen said they would kill a Kenyan hostage unless Mali left.", "disputes.threatens", ("gunmen", "Kenya")),
        ("The Kurdish leader threatened to pull out of the Iraqi cabinet.", "disputes.threatens", ("Kurds", "Iraq")),
        ("Iran and Britain ended four rounds of talks.", "cooperates.consults", ("Iran", "United Kingdom")),
        ("Iran ended its talks with Britain.", "restrains.sanctions", ("Iran", "United Kingdom")),
        ("Turkey's top court overturned a ban on a Kurdish party.", "cooperates.concedes", ("Turkey", "Kurds")),
        ("Lawmakers in Bern voted down a treaty with Chad.", "disputes.rejects", ("Switzerland", "Chad")),
        ("A mob lynched two Indian drivers.", "fights.attacks", ("mob", "India")),
        ("Kenya ruled out an agreement with Sudan.", "disputes.rejects", ("Kenya", "Sudan")),
        ("Malian soldiers threatened the president with a coup.", "disputes.threatens", ("Mali", "Mali")),
        ("The central bank of Nigeria fined two Chadian traders.", "restrains.sanctions", ("Nigeria", "Chad")),
        ("Saudi judges executed a Sri Lankan maid.", "fights.attacks", ("Saudi Arabia", "Sri Lanka")),
    ],
)
def test_its_type_is(text, type_, pair):
    assert pair in {(r.source, r.target) for r in said(text) if r.type == type_}


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Turkey says it will visit Syria if Chad does not leave.", "disputes.threatens"),
        ("Lawmakers in Bern voted down a treaty with Chad.", "cooperates.agrees"),
        ("The striker protested his innocence to the French judge.", "disputes.accuses"),
        ("Paraguay denied it had sheltered a Brazilian banker.", "disputes.rejects"),
    ],
)
def test_its_type_is_not(text, type_):
    assert type_ not in {r.type for r in said(text)}


@pytest.mark.parametrize(
    ("text", "type_", "pair"),
    [
        # who protests demands something, and shows it
        (
            "Serbian students held a rally demanding that the ministers resign.",
            "disputes.protests",
            ("Serbia", "Serbia"),
        ),
        ("Doctors went on strike to demand that Nigeria pay them.", "disputes.protests", ("doctors", "Nigeria")),
        # whose the police are who act in a capital
        ("Police used batons against nurses in Harare.", "restrains.coerces", ("Zimbabwe", "Zimbabwe")),
        ("Turkish police detained 110 individuals.", "restrains.coerces", ("Turkey", "individuals")),
        ("Civil servants held a strike against Greek pension cuts.", "disputes.protests", ("civil servants", "Greece")),
    ],
)
def test_domestic_protest(text, type_, pair):
    assert pair in {(r.source, r.target) for r in said(text) if r.type == type_}


@pytest.mark.parametrize(
    "text",
    ["The strike by Chilean miners hit copper exports to China.", "A strike in France delayed British tourists."],
)
def test_whom_a_strike_merely_hits(text):
    assert said(text) == []
