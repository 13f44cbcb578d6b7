"""What words do not mean, beside what they do: deeds lead nobody, ruin is averted, who speaks goes on."""

import pytest
from said import said, who

LEADS = "affiliated.leads"
ACCUSES = "disputes.accuses"
LIMITS = "restrains.limits"


def found(text):
    """Return sources, types and targets that a text is found to say."""
    return {(r.source, r.type, r.target) for r in said(text)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # somebody leads, and no raid does
        ("Omar Deby led the Patriotic Front to victory.", ("Omar Deby", LEADS, "Patriotic Front")),
        ("Saudi Arabia led the coalition, for the first time.", ("Saudi Arabia", LEADS, "coalition")),
        ("The Greek envoy convinced Albania that it was safe.", ("Greece", "cooperates.consults", "Albania")),
        # a sentence that begins with a country is about its army, whosever army was named before
        (
            "Kenya's army backed Somalia. In Sudan, clashes between rebels and the army went on.",
            ("rebels", "fights.attacks", "Sudan"),
        ),
        ("In Sudan, thousands of protesters demanded that the army step down.", ("Sudan", "disputes.demands", "Sudan")),
        # aid that is held down
        ("Congress voted to curb military aid to Egypt.", ("United States", LIMITS, "Egypt")),
        ("Sweden has capped its grants to Uganda.", ("Sweden", LIMITS, "Uganda")),
        ("France agreed to limit its attacks on Mali.", ("France", "fights.attacks", "Mali")),
        # what is prevented
        ("Washington wants to prevent Iranian expansion.", ("United States", LIMITS, "Iran")),
        # status is recognised
        ("Finland recognised Estonian independence.", ("Finland", "cooperates.supports", "Estonia")),
        ("Peru recognised Juan Gil as president of Chile.", ("Peru", "cooperates.supports", "Chile")),
        # who inquires goes after somebody
        ("Auditors in Kenya targeted the Rift Bank.", ("auditors", ACCUSES, "Rift Bank")),
        ("Turkish jets targeted a base of the PKK.", ("Turkey", "fights.attacks", "PKK")),
        ("India's proposal to Pakistan was ignored.", ("India", "cooperates.agrees", "Pakistan")),
        (
            "Moscow put Kabila in place as ruler of Congo.",
            ("Russia", "cooperates.supports", "Democratic Republic of the Congo"),
        ),
        # who speaks goes on speaking
        (
            'Mario Diaz met the press. "Juan Omar is there. He is there by fraud," he argued. He also condemned Peru.',
            ("Mario Diaz", ACCUSES, "Peru"),
        ),
        (
            "Mario Diaz answered Juan Omar. He said Omar was wrong. He also condemned Peru.",
            ("Mario Diaz", ACCUSES, "Peru"),
        ),
        (
            "Mario Diaz blamed Juan Omar for it. Omar, he said, had lied. He also condemned Peru.",
            ("Mario Diaz", ACCUSES, "Peru"),
        ),
        (
            "Mario Diaz praised Juan Omar. He said Omar was brave. He had seen much, he added. He then condemned Peru.",
            ("Mario Diaz", ACCUSES, "Peru"),
        ),
        (
            "Mario Diaz told the press that Juan Omar had lied. He said he would sue Niger.",
            ("Mario Diaz", ACCUSES, "Niger"),
        ),
        # but not whom nobody named tells of, nor what only the other one does
        ("Reuters said Juan Omar had fled. He accused Mali of fraud.", ("Juan Omar", ACCUSES, "Mali")),
        ("Angela Merkel said Juan Omar had lied. He also condemned Mali.", ("Juan Omar", ACCUSES, "Mali")),
        (
            "Mario Diaz said Juan Omar was a thief. He robbed the Bank of Peru.",
            ("Juan Omar", "restrains.coerces", "Peru"),
        ),
        (
            "A spokesman said Juan Omar was ill. He will visit Chad in May.",
            ("Juan Omar", "cooperates.consults", "Chad"),
        ),
    ],
)
def test_it_is_said(text, expected):
    assert expected in found(text)


@pytest.mark.parametrize(
    ("text", "family", "pair"),
    [
        (
            "Israeli shelling of the port led General Amin, after a long debate, to leave.",
            "affiliated",
            ("Israel", "Amin"),
        ),
        ("Peru's boycott led Bolivia and, later, Chile to leave the forum.", "affiliated", ("Peru", "Bolivia")),
        ("Turkish air strikes were leading Norway, in the end, to vote.", "affiliated", ("Turkey", "Norway")),
        ("The Greek blockade convinced Albania that it was alone.", "cooperates", ("Greece", "Albania")),
        # a named event is not of whoever the sentence names
        (
            "Disputes between Peru and Chile ended the hopes for further North-South discussions.",
            "cooperates",
            ("Peru", "Chile"),
        ),
        (
            "The results of the Lisbon conference were the African Court and the Pacific Bank.",
            "cooperates",
            ("African Court", "Pacific Bank"),
        ),
        (
            "Efforts by the Arab League and the African Union went on in the wake of the 1994 Oslo initiative.",
            "cooperates",
            ("Arab League", "African Union"),
        ),
        ("The plan met with anger from a divided Senate and opposition in Bolivia.", "disputes", ("Senate", "Bolivia")),
        ("The army of Peru held the port. In Guatemala, rebels clashed with the army.", "fights", ("rebels", "Peru")),
        ("Congress voted to curb military aid to Egypt.", "cooperates", ("United States", "Egypt")),
        ("Norway acted to prevent the disintegration of Somalia.", "restrains", ("Norway", "Somalia")),
        ("The UN tried to forestall the extinction of the Yazidis.", "restrains", ("United Nations", "Yazidis")),
        ("Ministers recognise the failings of the Swedish plan.", "cooperates", ("ministers", "Sweden")),
        ("Canada recognises Haiti's difficulties.", "cooperates", ("Canada", "Haiti")),
        ("Auditors in Kenya targeted the Rift Bank.", "fights", ("auditors", "Rift Bank")),
        (
            "Juan Omar presented a proposal for the founding of the Peace Commission.",
            "cooperates",
            ("Juan Omar", "Peace Commission"),
        ),
        (
            "Ghana's proposal for the abolition of the African Union was unpopular.",
            "cooperates",
            ("Ghana", "African Union"),
        ),
        ("The French state put in place 500 judges.", "cooperates", ("France", "France")),
        (
            "After Serbia shelled Bosnia, chances of a truce all but disappeared.",
            "restrains",
            ("Serbia", "Bosnia and Herzegovina"),
        ),
    ],
)
def test_it_is_not_said(text, family, pair):
    assert pair not in who(text, family)
