"""What is there whatever happens to it ("will not affect its aid"), and who does the second of two deeds."""

import pytest
from said import said, who


def hows(text: str, source: str, target: str) -> set[tuple[str, str, str]]:
    return {
        (one.family, one.polarity, one.modality)
        for one in said(text)
        if (source, target) in one.orders and one.family != "affiliated"
    }


@pytest.mark.parametrize(
    ("text", "source", "target", "family"),
    [
        ("The dispute will not affect Turkish aid to Libya.", "Turkey", "Libya", "cooperates"),
        ("Such attacks will not weaken the support of Finland for Ukraine.", "Finland", "Ukraine", "cooperates"),
        ("The minister said the scandal had not shaken Polish support for Kyiv.", "Poland", "Ukraine", "cooperates"),
        ("A change of government would not alter Norway's cooperation with Sweden.", "Norway", "Sweden", "cooperates"),
        ("The row could jeopardise Greek aid to Armenia.", "Greece", "Armenia", "cooperates"),
        ("Nothing will undermine the alliance between Serbia and Russia.", "Serbia", "Russia", "cooperates"),
        ("The new law will not disrupt Canadian trade with Cuba.", "Canada", "Cuba", "cooperates"),
        ("The embargo would not diminish Libya's attacks on Chad.", "Libya", "Chad", "fights"),
        # who offers what is said, says it
        ("The European Parliament offered scathing criticism of Malta.", "European Union", "Malta", "disputes"),
        ("Gabon offered an apology to Benin.", "Gabon", "Benin", "cooperates"),
        ("Peru extended its condolences to Chile.", "Peru", "Chile", "cooperates"),
        # a quarrel for which somebody is blamed is there
        ("Mali blamed the policies of Chad for the upsurge in tensions with Niger.", "Mali", "Niger", "disputes"),
        # what somebody was able to do is done, and so is what he managed
        ("France was able to negotiate a treaty with Siam.", "France", "Siam", "cooperates"),
        ("British officials managed to negotiate peace with the Senecas.", "United Kingdom", "Senecas", "cooperates"),
        ("Kenya succeeded in negotiating a truce with Somalia.", "Kenya", "Somalia", "cooperates"),
        # nor is it demanded, where the forms part it from the demand
        (
            "Santiago demanded that Lima remain neutral, and when Prado would not repudiate it, Chile attacked Peru.",
            "Chile",
            "Peru",
            "fights",
        ),
        # a strike held to protest is the protest
        ("Two Kurdish poets have begun a hunger strike to protest against Turkey.", "Kurds", "Turkey", "disputes"),
    ],
)
def test_it_is_there(text, source, target, family):
    assert (family, "affirmed", "actual") in hows(text, source, target)


@pytest.mark.parametrize(
    ("text", "source", "target", "how"),
    [
        ("Bulgaria did not increase its aid to Moldova.", "Bulgaria", "Moldova", ("cooperates", "negated", "actual")),
        ("Oman will not end its aid to Yemen.", "Oman", "Yemen", ("restrains", "negated", "intended")),
        ("France is able to attack Siam.", "France", "Siam", ("fights", "affirmed", "possible")),
        ("France was unable to attack Siam.", "France", "Siam", ("fights", "negated", "actual")),
        ("Peru did not weaken Bolivia.", "Peru", "Bolivia", ("restrains", "negated", "actual")),
        ("The sale would damage Peru's relations with Chile.", "Peru", "Chile", ("disputes", "affirmed", "possible")),
        ("The union will march to protest against Turkey.", "union", "Turkey", ("disputes", "affirmed", "intended")),
    ],
)
def test_it_is_not(text, source, target, how):
    assert how in hows(text, source, target)


@pytest.mark.parametrize(
    ("text", "source", "target", "family"),
    [
        # a second deed is not part of what is told or thought
        (
            "The Chileans suspected that the Americans favored Peru, and rejected their proposals.",
            "Chile",
            "United States",
            "disputes",
        ),
        (
            "Moscow feared that Ankara would close the straits, and sent a fleet to Varna.",
            "Russia",
            "Bulgaria",
            "fights",
        ),
        (
            "Kenya said that Somalia had broken the accord, and recalled its ambassador.",
            "Kenya",
            "Somalia",
            "restrains",
        ),
        (
            "Sweden reported that Serbia was arming the rebels and urged Austria to act.",
            "Sweden",
            "Austria",
            "disputes",
        ),
        (
            "Hanoi claimed that Chinese ships had rammed its boats, and condemned Beijing.",
            "Vietnam",
            "China",
            "disputes",
        ),
        ("The king thought that Prussia would waver and offered Austria an alliance.", "king", "Austria", "cooperates"),
        # and here it is
        ("Peru claimed that Ecuador had crossed the river and attacked its outposts.", "Ecuador", "Peru", "fights"),
        (
            "Officials said that gunmen had attacked a convoy, and killed six Malian soldiers.",
            "gunmen",
            "Mali",
            "fights",
        ),
        (
            "Morocco says that Algeria arms the Polisario Front and trains its fighters.",
            "Algeria",
            "Polisario Front",
            "cooperates",
        ),
        # a name before a verb that has no subject
        ("La Paz severed relations with Santiago again.", "Bolivia", "Chile", "restrains"),
        ("In 1978 Peru objected, and La Paz severed relations with Santiago.", "Bolivia", "Chile", "restrains"),
        # orders, threats and ships
        ("The Somali cabinet ordered the withdrawal of Ethiopian troops.", "Somalia", "Ethiopia", "disputes"),
        ("Mali's junta ordered the departure of French soldiers.", "Mali", "France", "disputes"),
        ("Bulgaria threatened the annexation of Macedonian land.", "Bulgaria", "North Macedonia", "disputes"),
        ("Chinese ships rammed Vietnamese trawlers.", "China", "Vietnam", "fights"),
        ("The Peruvian ironclad Huáscar harassed Chilean transports.", "Peru", "Chile", "restrains"),
        ("The French navy boarded the British steamer Trent.", "France", "United Kingdom", "restrains"),
    ],
)
def test_who_does_it(text, source, target, family):
    assert (source, target) in who(text, family)


@pytest.mark.parametrize(
    ("text", "source", "target"),
    [
        ("Mali told Chad that the rebels were losing and were unlikely to fight Niger.", "Mali", "Niger"),
        ("Chad ordered the withdrawal of its troops from Mali.", "Chad", "Chad"),
        ("Passengers boarded a Turkish ferry.", "passengers", "Turkey"),
    ],
)
def test_who_does_nothing(text, source, target):
    assert not hows(text, source, target)


def test_second_verb_shares_the_auxiliary():
    text = "Ghana and Togo said they would share intelligence and set up joint patrols."
    assert {one.modality for one in said(text) if one.type == "cooperates.collaborates"} == {"intended"}


def test_opposition_criticises_its_own_government():
    text = (
        "NAIROBI, May 15 - Kenya asked Somalia for help.\n\n"
        "Opposition leader Raila Mwangi criticised the government for acting in haste."
    )
    assert {(one.source, one.target) for one in said(text) if one.type == "disputes.accuses"} == {("Kenya", "Kenya")}


def test_government_of_a_statement_is_its_issuers():
    text = (
        "Statement by the Ministry of Foreign Affairs of the Republic of Estonia\n\n"
        "We thank Finland for its help. The government rejects the claims of Russia."
    )
    assert ("Estonia", "Russia") in who(text, "disputes")
    assert ("Finland", "Russia") not in who(text, "disputes")
