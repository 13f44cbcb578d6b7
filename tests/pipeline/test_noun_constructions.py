"""Deeds said by nouns in the constructions of political prose: whose they are, and to whom, wherever these stand."""

import pytest
from said import said, who

FORCE = "fights.attacks"
SANCTION = "restrains.sanctions"
AID = "cooperates.aids"
RIVALRY = "disputes.rivals"


def pairs(text):
    return {(r.source, r.type, r.target) for r in said(text) if r.polarity == "affirmed"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a second noun, whose phrase the parser hangs higher up
        (
            "The senator criticised the tax and Kenya's exports to Somalia.",
            ("Kenya", "cooperates.collaborates", "Somalia"),
        ),
        ("Observers blamed both the drought and Morocco's raids on Mauritania.", ("Morocco", FORCE, "Mauritania")),
        ("Fiji was shaken by news of Norway's apology to Namibia.", ("Norway", "cooperates.concedes", "Namibia")),
        # a policy, campaign or habit of something
        ("Ankara's policy of hostility to Cyprus has failed.", ("Turkey", RIVALRY, "Cyprus")),
        ("Mali pursued a policy of support for Niger.", ("Mali", "cooperates.supports", "Niger")),
        ("The bishops deplored Sudan's campaign of raids on Chad.", ("Sudan", FORCE, "Chad")),
        # the answer, choice or work that a deed is
        ("Sanctions on Belarus were Lithuania's answer.", ("Lithuania", SANCTION, "Belarus")),
        ("The bombing of Asmara was Ethiopia's response.", ("Ethiopia", FORCE, "Eritrea")),
        ("The raid on Togo was the work of Benin.", ("Benin", FORCE, "Togo")),
        # the doer behind "by", wherever the parser hangs it
        ("The paper wrote of loans to Laos by the Chinese government.", ("China", AID, "Laos")),
        ("Norway warned of more raids on Israel by Lebanon.", ("Lebanon", FORCE, "Israel")),
        ("Restrictions on Australian wine by China hurt growers.", ("China", SANCTION, "Australia")),
        ("Arab hostility toward the United States grew.", ("Arab states", RIVALRY, "United States")),
        ("Backing of Eritrea by Qatar surprised many.", ("Qatar", "cooperates.supports", "Eritrea")),
        ("The Rohingya suffered persecution at the hands of Myanmar.", ("Myanmar", "restrains.coerces", "Rohingya")),
        # what moves somebody
        ("Out of fear of Sparta's heirs, Greece armed against Turkey.", ("Greece", "fights.mobilizes", "Turkey")),
        ("Norway acted out of sympathy for Finland.", ("Norway", "cooperates.supports", "Finland")),
        # what is called for
        ("Poland's call for sanctions on Belarus found support.", ("Poland", "disputes.demands", "Belarus")),
        ("Latvia backed Poland's demand for a blockade of Belarus.", ("Poland", "disputes.demands", "Belarus")),
        ("Togo's call for talks with Benin was ignored.", ("Togo", "cooperates.consults", "Benin")),
        ("Togo called for talks with Benin.", ("Togo", "cooperates.consults", "Benin")),
        # one's own, weighed
        ("Canada considered sanctions on Nicaragua.", ("Canada", SANCTION, "Nicaragua")),
        ("Japan is mulling aid to Nepal.", ("Japan", AID, "Nepal")),
    ],
)
def test_whose_deed_it_is(text, expected):
    assert expected in pairs(text)


@pytest.mark.parametrize(
    ("text", "family", "expected"),
    [
        ("Norway and Sweden's cooperation pleased Oslo.", "cooperates", {("Norway", "Sweden")}),
        ("Moscow and Beijing's rivalry grew.", "disputes", {("Russia", "China")}),
        ("Moscow's and Beijing's talks failed.", "cooperates", {("Russia", "China")}),
        ("The bishops praised Chad and Niger's attack on Mali.", "fights", {("Chad", "Mali"), ("Niger", "Mali")}),
        ("Russia's war on Chechnya and later on Ukraine cost it much.", "fights", {("Russia", "Ukraine")}),
        (
            "Peru's aid first to Haiti and then to Cuba surprised many.",
            "cooperates",
            {("Peru", "Haiti"), ("Peru", "Cuba")},
        ),
        ("Iran's raids, first on Iraq and then on Oman, ended.", "fights", {("Iran", "Iraq"), ("Iran", "Oman")}),
        (
            "Spain's alliance not only with France but also with Britain surprised many.",
            "cooperates",
            {("Spain", "France"), ("Spain", "United Kingdom")},
        ),
        ("Mali's attack on Niger as well as Chad surprised many.", "fights", {("Mali", "Niger"), ("Mali", "Chad")}),
        (
            "The bishops condemned Mali's attack on Niger as well as Chad.",
            "fights",
            {("Mali", "Niger"), ("Mali", "Chad")},
        ),
        (
            "Chile's hatred of Peru, Bolivia, and Ecuador was known.",
            "disputes",
            {("Chile", "Peru"), ("Chile", "Ecuador")},
        ),
        ("Kenya's offensive into Sudan and into Somalia failed.", "fights", {("Kenya", "Sudan"), ("Kenya", "Somalia")}),
    ],
)
def test_all_parties_are_found(text, family, expected):
    assert expected <= who(text, family)


@pytest.mark.parametrize(
    ("text", "family", "pair"),
    [
        # what another does to "it" may be done to who speaks of it, never to who does it
        ("Eritrea condemned Ethiopia's attack on it.", "fights", ("Ethiopia", "Eritrea")),
        ("Iran protested against American sanctions on it.", "restrains", ("United States", "Iran")),
        ("Togo and Benin deplored Ghana's embargo on them.", "restrains", ("Ghana", "Benin")),
        ("Sadat resented Begin's criticism of him.", "disputes", ("Begin", "Sadat")),
        ("Georgia, angered by Russia's bombing of it, left the talks.", "fights", ("Russia", "Georgia")),
        ("Malta closed its ports after Libya's attack on it.", "fights", ("Libya", "Malta")),
        # clauses about a deed without a pronoun
        ("The offensive Chad mounted against Libya in May failed.", "fights", ("Chad", "Libya")),
        ("The talks Mali held with Niger failed.", "cooperates", ("Mali", "Niger")),
        ("The contacts Oman has with Iran worry Kuwait.", "cooperates", ("Oman", "Iran")),
        # whose role it is
        ("The role of Uganda in the attack on Rwanda is known.", "fights", ("Uganda", "Rwanda")),
        ("Having begun its apology to Congo, Belgium opened its archives.", "cooperates", ("Belgium", None)),
    ],
)
def test_it_is_of_whom_the_words_around_it_tell(text, family, pair):
    found = who(text, family)
    assert pair in found if pair[1] is not None else pair[0] in {source for source, _ in found}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Neither the tax nor Ghana's attack on Togo surprised the press.",
            ("Ghana", FORCE, "Togo", "affirmed", "actual"),
        ),
        ("Neither Ghana nor Benin attacked Togo.", ("Ghana", FORCE, "Togo", "negated", "actual")),
        ("Sudan sought to justify its raids on Chad.", ("Sudan", FORCE, "Chad", "affirmed", "actual")),
        ("Peru could not justify an attack on Chile.", ("Peru", FORCE, "Chile", "negated", "possible")),
        ("Kenya said that its war on Somalia would go on.", ("Kenya", FORCE, "Somalia", "affirmed", "actual")),
        ("Canada's sanctions on Iran will remain in force.", ("Canada", SANCTION, "Iran", "affirmed", "actual")),
        ("Canada may remain an ally of Haiti.", ("Canada", "cooperates.supports", "Haiti", "affirmed", "possible")),
        (
            "Mali refused to explain its support for Niger.",
            ("Mali", "cooperates.supports", "Niger", "affirmed", "actual"),
        ),
    ],
)
def test_how_it_is_said(text, expected):
    assert expected in {(r.source, r.type, r.target, r.polarity, r.modality) for r in said(text)}


@pytest.mark.parametrize(
    ("text", "expected", "modality"),
    [
        ("Eritrea refrained from raids on Djibouti.", ("Eritrea", FORCE, "Djibouti"), "actual"),
        ("Germany stopped short of sanctions on Hungary.", ("Germany", SANCTION, "Hungary"), "actual"),
        ("Peru avoided war with Ecuador.", ("Peru", FORCE, "Ecuador"), "actual"),
        ("Rwanda denied any attack on Burundi.", ("Rwanda", FORCE, "Burundi"), "actual"),
        ("Rwanda ended the year without any war with Burundi.", ("Rwanda", FORCE, "Burundi"), "actual"),
    ],
)
def test_it_is_not_done(text, expected, modality):
    assert (*expected, "negated", modality) in {
        (r.source, r.type, r.target, r.polarity, r.modality) for r in said(text)
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Washington ended its policy of hostility toward Cuba.", ("United States", "cooperates.concedes", "Cuba")),
        ("Paris abandoned its policy of support for Chad.", ("France", SANCTION, "Chad")),
        ("Paris gave up its support for Chad.", ("France", SANCTION, "Chad")),
        ("Tunisia gave up its opposition to Libya.", ("Tunisia", "cooperates.concedes", "Libya")),
        ("Egypt gave up its blockade of Gaza.", ("Egypt", "cooperates.concedes", "Palestine")),
    ],
)
def test_the_end_of_a_policy_is_the_end_of_the_deed(text, expected):
    assert expected in pairs(text)


@pytest.mark.parametrize(
    ("text", "family", "pair"),
    [
        ("Peru gave aid to Haiti but not to Cuba.", "cooperates", ("Peru", "Cuba")),
        ("Peru's attack on Haiti but not Cuba went on.", "fights", ("Peru", "Cuba")),
        ("Peru sent arms not to Haiti but to Cuba.", "cooperates", ("Peru", "Haiti")),
        ("Norway and Sweden's king met in Oslo.", "cooperates", ("Sweden", "Sweden")),
        ("Fear of attacks by Chad grew in Mali.", "fights", ("Mali", "Chad")),
        ("Peru avoided an attack by Chile.", "fights", ("Peru", "Chile")),
        ("Peru considered Chile's attack on Bolivia.", "fights", ("Peru", "Bolivia")),
        ("Peru considered the attack on Bolivia a crime.", "fights", ("Peru", "Bolivia")),
        ("Poland meant to deny any haven for Belarusian spies.", "cooperates", ("Poland", "Belarus")),
        ("Reuters published a story on Mali by Ana Ruiz.", "fights", ("Ana Ruiz", "Mali")),
        ("Peru stood by Chile in the war on Bolivia.", "fights", ("Chile", "Peru")),
        ("Ghana's warning of an attack on Togo was ignored.", "fights", ("Ghana", "Togo")),
        ("Sanctions on Togo were the price of Ghana's friendship.", "restrains", ("Ghana", "Togo")),
        ("The siege of Aden was the work of pirates, Oman said.", "restrains", ("Oman", "Yemen")),
        ("Denmark's acceptance of the attacks on Mali was known.", "fights", ("Denmark", "Mali")),
    ],
)
def test_it_is_not_said(text, family, pair):
    assert pair not in who(text, family)


def test_what_was_not_to_one_was_to_the_other():
    assert ("Peru", "Cuba") in who("Peru sent arms not to Haiti but to Cuba.", "cooperates")
    assert ("Peru", FORCE, "Haiti") in pairs("Peru's attack on Haiti but not Cuba went on.")
