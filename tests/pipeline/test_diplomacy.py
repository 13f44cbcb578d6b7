"""The prose of diplomatic history: named wars, answers to proposals, journeys for a treaty."""

import pytest
from said import said, who


def types(text: str) -> set[tuple[str, str, str]]:
    return {(relation.source, relation.type, relation.target) for relation in said(text)}


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        # the name of a war or treaty names both sides, whatever the model takes it for
        ("The treaty formally ended the Greco-Turkish War of 1919–22.", ("Greece", "fights.attacks", "Turkey")),
        ("The conclusion of the Polish-Lithuanian War pleased nobody.", ("Poland", "fights.attacks", "Lithuania")),
        ("The second Arab-Israeli War began in October.", ("Arab states", "fights.attacks", "Israel")),
        # forces of two nations that clash
        ("Serbian and Croatian troops clashed over a bridge.", ("Serbia", "fights.attacks", "Croatia")),
        ("Spain and Cuba clashed over tariffs.", ("Spain", "disputes.rivals", "Cuba")),
        # what is agreed to is no partner
        ("The Kenyan and Ugandan delegations agreed to a text.", ("Kenya", "cooperates.agrees", "Uganda")),
        # what one has put forward the other answers
        ("Britain proposed a conference, which Siam declined.", ("Siam", "disputes.rejects", "United Kingdom")),
        ("Madrid issued an ultimatum, which was rejected by Peru.", ("Peru", "disputes.rejects", "Spain")),
        ("The Turks offered a truce, which Greece accepted.", ("Greece", "cooperates.agrees", "Turkey")),
        ("Spain asked for an apology, but Morocco refused.", ("Morocco", "disputes.rejects", "Spain")),
        ("France made a proposal and Italy accepted it.", ("Italy", "cooperates.agrees", "France")),
        # where one goes to deal
        ("In May the Cuban leader flew to Madrid to sign a treaty.", ("Cuba", "cooperates.agrees", "Spain")),
        # forbidden trade is a sanction
        ("Denmark banned all commerce with France.", ("Denmark", "restrains.sanctions", "France")),
        ("Portugal acknowledged Brazil as a sovereign state.", ("Portugal", "cooperates.supports", "Brazil")),
        # who is told on whom, where the sentence names only one
        ("Serbia refused, and Austria declared war.", ("Austria", "fights.attacks", "Serbia")),
        ("The raid drew Peru into a war against Chile.", ("Peru", "fights.attacks", "Chile")),
        # who gets what he lives on
        ("Thereafter Greece was dependent on British aid.", ("United Kingdom", "cooperates.aids", "Greece")),
        ("Malawi relied heavily on Danish support.", ("Denmark", "cooperates.supports", "Malawi")),
        # parts, and what moves out of where
        ("Poland was partitioned among Russia and Prussia.", ("Prussia", "restrains.coerces", "Poland")),
        ("It ended with the withdrawal of the Libyan army from Chad.", ("Libya", "cooperates.concedes", "Chad")),
        # what rulers do in their country is theirs
        ("Norway condemned the arrest of students in Belarus.", ("Norway", "disputes.accuses", "Belarus")),
        # offices taken over
        ("Ana Ruiz was replaced as head of Oxfam by Ivo Kahn.", ("Ivo Kahn", "affiliated.leads", "Oxfam")),
        # feelings about a country
        ("Swedish officials viewed Russia with alarm.", ("Sweden", "disputes.rivals", "Russia")),
        ("Bulgaria sought peace with the Allies.", ("Bulgaria", "cooperates.agrees", "the Allies")),
        ("Egypt, Syria and Jordan gathered in Cairo.", ("Egypt", "cooperates.consults", "Syria")),
        # help that is returned, or that made it possible
        ("In return for Danish help, Sweden recognized Prussia.", ("Denmark", "cooperates.aids", "Sweden")),
        ("Thanks to French aid, Chad defeated Libya.", ("France", "cooperates.aids", "Chad")),
        ("Peru, with Chilean encouragement, refused to sign.", ("Chile", "cooperates.supports", "Peru")),
    ],
)
def test_read(text: str, relation: tuple[str, str, str]) -> None:
    assert relation in types(text)


@pytest.mark.parametrize(
    ("text", "family", "pair"),
    [
        # two who go to a third deal with him, not with each other
        ("Perez and Gomez flew to Madrid to sign a treaty.", "cooperates", ("Perez", "Gomez")),
        # a pair that comes later in another clause is not the pair of the dispute
        ("The clash did not end this dispute, but it did draw in Chad and Mali.", "disputes", ("Chad", "Mali")),
        ("Spain met no resistance from the French.", "cooperates", ("Spain", "France")),
        ("Denmark banned all commerce with France.", "cooperates", ("Denmark", "France")),
        # a reply that says itself what is refused, or that answers something else
        ("Spain asked for an apology, but Morocco refused Peru a loan.", "disputes", ("Morocco", "Spain")),
        # on somebody's side, where something lies, what is done by plan
        ("Romania joined the war on the side of Russia.", "fights", ("Romania", "Russia")),
        ("The valley has two regions separated by Indian territory.", "affiliated", ("India", "India")),
        ("Norway is alarmed at the detention of journalists in Eritrea.", "restrains", ("Norway", "journalists")),
        # a title that belongs to the next name
        (
            "With the help of Tom Gray and Ivo Kahn, French Minister of Trade Ana Ruiz proposed a pact.",
            "affiliated",
            ("Ivo Kahn", "France"),
        ),
        ("Shell trades with everybody with the exception of Kuwait.", "cooperates", ("Shell", "Kuwait")),
    ],
)
def test_not_read(text: str, family: str, pair: tuple[str, str]) -> None:
    assert pair not in who(text, family)


@pytest.mark.parametrize(
    "text",
    ["By the end of the Polish-Lithuanian War both were tired.", "Chile asked for help in the Peru-Bolivia War."],
)
def test_a_named_war_was_one(text: str) -> None:
    wars = [relation for relation in said(text) if relation.type == "fights.attacks"]
    assert wars
    assert all(war.polarity == "affirmed" and war.modality == "actual" for war in wars)


def test_neither_denies_what_both_wish() -> None:
    relations = said("Neither Britain nor Spain wished to jeopardize relations over the issue.")
    assert relations
    assert all(relation.polarity == "negated" for relation in relations)


def test_a_possessive_makes_no_body_of_a_government() -> None:
    text = "The French Government's shares were sold. The British Government attacked Egypt."
    assert ("United Kingdom", "Egypt") in who(text, "fights")
