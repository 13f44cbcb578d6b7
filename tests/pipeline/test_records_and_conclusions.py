"""Records of meetings, conclusions and statements: who speaks in brackets, who goes on, what is demanded by a noun."""

import pytest
from said import said

ACCUSES, DEMANDS, SUPPORTS = "disputes.accuses", "disputes.demands", "cooperates.supports"


def found(text: str) -> set[tuple[str, str, str]]:
    return {(one.source, one.type, one.target) for one in said(text) if one.polarity == "affirmed"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # whom a record says in brackets that somebody speaks for
        ("Mr. KOENIGS (Germany) said that his country had condemned Chad.", ("Germany", ACCUSES, "Chad")),
        (
            "Ms. Okonjo (Nigeria) said that her Government had expelled the ambassador of Iran.",
            ("Nigeria", "restrains.sanctions", "Iran"),
        ),
        (
            "Mr. AL-HAYALI (Iraq) recalled that Kuwait had attacked his country's fishermen.",
            ("Kuwait", "fights.attacks", "Iraq"),
        ),
        (
            "Deputy Arne Dahl (Progress Party) asked whether Norway had condemned the attack.",
            ("Arne Dahl", "affiliated.member_of", "Progress Party"),
        ),
        # who denies something goes on himself
        ("Mali denied claims that its aircraft had bombed the village and blamed Niger.", ("Mali", ACCUSES, "Niger")),
        (
            "Hanoi rejected the charge that it had armed rebels and urged Thailand to act.",
            ("Vietnam", DEMANDS, "Thailand"),
        ),
        ("Rwanda denies that it has armed the rebels and accuses Burundi of lying.", ("Rwanda", ACCUSES, "Burundi")),
        # a clause behind "calls on", taken for its object
        (
            "Ghana therefore calls on the Togolese authorities to release all detained persons immediately and "
            "unconditionally, to withdraw the additional troops deployed opposite Aflao, and to open an investigation.",
            ("Ghana", DEMANDS, "Togo"),
        ),
        # what a noun demands
        ("The African Union repeated its demand that the rebels leave Goma.", ("African Union", DEMANDS, "rebels")),
        ("Peru's demand that Chile pay the fine was rejected.", ("Peru", DEMANDS, "Chile")),
        ("Egypt renewed its request that Ethiopia share the data.", ("Egypt", DEMANDS, "Ethiopia")),
        ("Ghana expresses its appreciation to Benin and to Togo for their mediation.", ("Ghana", SUPPORTS, "Togo")),
        # what sums up a demand is of who makes it, not of who is to meet it
        (
            "Russia warned Moldova against joining NATO, a threat that Romania condemned.",
            ("Romania", ACCUSES, "Russia"),
        ),
        ("Peru urged Chile to lift the tariffs, a request that Brazil backed.", ("Brazil", SUPPORTS, "Peru")),
        (
            "Libya invited Malta to send its ministers, an invitation that Italy welcomed.",
            ("Italy", SUPPORTS, "Libya"),
        ),
        ("Chad helped Mali to bomb the town, an attack that Niger condemned.", ("Niger", ACCUSES, "Mali")),
        # names in full, and the short ones after them
        (
            "The Liberation Tigers of Tamil Eelam attacked Sri Lanka. The Tigers asked Sweden to leave.",
            ("Liberation Tigers of Tamil Eelam", DEMANDS, "Sweden"),
        ),
        (
            "The Movement for Democracy in Chad (MDC) left the talks. France condemned the MDC.",
            ("France", ACCUSES, "Movement for Democracy in Chad"),
        ),
        # "it" is his government, not whom that dealt with
        (
            "Mrs. Larrea (Ecuador) spoke. Her Government had expelled the Colombian Ambassador. It thanked Chile.",
            ("Ecuador", SUPPORTS, "Chile"),
        ),
        (
            "Mr. Dahl (Denmark) spoke. His country had been accused by Chad of lying. It blamed Mali.",
            ("Denmark", ACCUSES, "Mali"),
        ),
        # the envoy spoken of, with a capital
        (
            "Ghana summoned the Ambassador of Togo. The Ambassador rejected the charge and accused Benin of lying.",
            ("Togo", ACCUSES, "Benin"),
        ),
        ("Oman met the Minister of Justice of Iraq. The Minister thanked Qatar.", ("Iraq", SUPPORTS, "Qatar")),
        # nothing past is demanded
        ("Peru demanded that all rebels lay down their arms and urged Chile to act.", ("Peru", DEMANDS, "Chile")),
        ("Peru demanded that all rebels lay down their arms.", ("Peru", DEMANDS, "rebels")),
        # concern conveyed to somebody is about him
        ("Canada conveyed its deep concern over the arrests to Egypt.", ("Canada", ACCUSES, "Egypt")),
        ("Finland expressed its grave concern to the Russian authorities.", ("Finland", ACCUSES, "Russia")),
        ("Kenya deplores that Uganda still occupies the island.", ("Kenya", ACCUSES, "Uganda")),
        ("Samoa regretted that Fiji had expelled two Tongan diplomats.", ("Samoa", ACCUSES, "Fiji")),
        # the authorities that an adjective tells apart are a government, too
        (
            "The coup shook Mali. Ghana urged the transitional authorities to free the minister.",
            ("Ghana", DEMANDS, "Mali"),
        ),
        ("Guinea-Bissau votes. Portugal thanked the interim authorities.", ("Portugal", SUPPORTS, "Guinea-Bissau")),
        ("The premier of Malta attacked Libya in the press.", ("Malta", ACCUSES, "Libya")),
        ("Turkey demanded that Greece put an end to the flights.", ("Turkey", DEMANDS, "Greece")),
        ("Kigali ordered the French soldiers to go.", ("Rwanda", DEMANDS, "France")),
    ],
)
def test_found(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in found(text)


COUNCIL = """Council conclusions on Georgia

The Council deplores the detention of two Georgian farmers by Russian border guards. The EU supports the OSCE and calls
on Moscow to free the men. The Council commends Tbilisi for its restraint. It invites Armenia to join the talks."""


def test_the_council_of_conclusions_is_the_unions() -> None:
    assert {
        ("European Union", ACCUSES, "Russia"),
        ("European Union", SUPPORTS, "Georgia"),
        ("European Union", "cooperates.agrees", "Armenia"),
    } <= found(COUNCIL)


def test_another_council_is_not_the_unions() -> None:
    text = (
        "LIMA - The city council of Arequipa met on Tuesday. The Council condemned Chile for closing the border. "
        "The European Union sent an observer, and the OAS two."
    )
    assert not any(source == "European Union" for source, _, _ in found(text))


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Malta and Cyprus are determined to restore peace in Libya.", ("Malta", "cooperates.agrees", "Cyprus")),
        (
            "Turkey commends the efforts of Qatar and Oman to bring peace to Yemen.",
            ("Qatar", "cooperates.agrees", "Oman"),
        ),
        ("Egypt met Jordan. Norway thanked the port authorities.", ("Norway", SUPPORTS, "Jordan")),
        (
            "The fighting in Sudan and Chad goes on. Kenya urged the military authorities to stop.",
            ("Kenya", DEMANDS, "Chad"),
        ),
        # the same pronoun means the same one
        (
            "The Foreign Secretary will meet President Okoro of Nigeria, and he will press the Saudis on oil.",
            ("Nigeria", DEMANDS, "Saudi Arabia"),
        ),
        ("He praised President Sall of Senegal, but he criticised Guinea.", ("Senegal", ACCUSES, "Guinea")),
        ("When he met President Sall of Senegal, he promised aid to Guinea.", ("Senegal", "cooperates.aids", "Guinea")),
        ("Venezuela ordered ten battalions to the Colombian border.", ("Venezuela", DEMANDS, "battalions")),
        ("Ivo Kahn/File Photo LIMA (Reuters) - Peru met Chile.", ("Ivo Kahn", "affiliated.member_of", "Reuters")),
    ],
)
def test_not_found(text: str, wrong: tuple[str, str, str]) -> None:
    assert wrong not in {(one.source, one.type, one.target) for one in said(text)}


@pytest.mark.parametrize(
    ("text", "source", "target"),
    [
        ("Chad will not allow its soil to be used for attacks on Niger.", "Chad", "Niger"),
        ("Oman refused to allow its ports to be used for strikes on Yemen.", "Oman", "Yemen"),
        ("Kenya has never allowed its soil to be used for raids on Ethiopia.", "Kenya", "Ethiopia"),
    ],
)
def test_what_land_may_not_be_used_for_is_denied(text: str, source: str, target: str) -> None:
    assert {one.polarity for one in said(text) if (one.source, one.target) == (source, target)} == {"negated"}


@pytest.mark.parametrize(
    "text",
    [
        "Norway does not want a pact with Russia.",
        "Norway never wanted war with Russia.",
        "Norway did not seek talks with Russia.",
    ],
)
def test_what_is_not_wanted_is_denied(text: str) -> None:
    assert {one.polarity for one in said(text)} == {"negated"}


ANSWER = """Questions: Fiji
Answer by the Minister for Foreign Affairs of Australia, Mr. Gareth Whitcombe

At the request of Prime Minister Tovosia, Australia sent police to the Solomon Islands. We have withdrawn our ambassador
from Suva. Fiji has expelled two of our diplomats. President Leota has told me that his country condemns Fiji."""


def test_an_answer_is_of_the_minister_who_gives_it() -> None:
    relations = found(ANSWER)
    assert ("Australia", "restrains.sanctions", "Fiji") in relations
    assert ("Fiji", "restrains.sanctions", "Australia") in relations


def test_who_deals_with_the_issuer_is_none_of_its_own() -> None:
    assert ("Tovosia", DEMANDS, "Australia") in found(ANSWER)
    assert ("Australia", ACCUSES, "Fiji") not in found(ANSWER)


AFRICAN = """Communiqué of the Peace and Security Council of the African Union on Madagascar

The African Union condemns the coup in Madagascar. The African Union thanks the European Union for its aid.
France met the Commission in Addis Ababa. The African Union suspends Madagascar."""


def test_the_commission_is_that_of_the_organisation_spoken_of() -> None:
    assert ("France", "cooperates.consults", "African Union") in found(AFRICAN)


CLAUSES = (
    "Communiqué of the Peace and Security Council of the African Union on the Comoros\n\n"
    "The Peace and Security Council,\n\n"
    "6. Reiterates its support for the Government of the Comoros; pays tribute to Tanzania, Sudan and Senegal for the "
    "troops which they have contributed to the operation; and appeals to the international partners, in particular the "
    "League of Arab States and the European Union, to finance the mission;\n"
)


def test_a_resolution_goes_on_with_what_its_body_does() -> None:
    relations = found(CLAUSES)
    assert ("African Union", DEMANDS, "European Union") in relations
    assert ("African Union", SUPPORTS, "Sudan") in relations
    assert not any(kind == SUPPORTS and source != "African Union" for source, kind, _ in relations)


@pytest.mark.parametrize(
    "asked",
    [
        "appealed to",
        "implored",
        "begged",
        "invited",
        "petitioned",
        "exhorted",
        "lobbied",
        "directed",
        "reminded",
        "urged",
    ],
)
def test_what_somebody_is_asked_to_do_is_not_done_as_yet(asked: str) -> None:
    relations = {(one.source, one.target, one.modality) for one in said(f"Ghana {asked} Togo to arm Kenya.")}
    assert ("Togo", "Kenya", "intended") in relations
    assert ("Togo", "Kenya", "actual") not in relations
