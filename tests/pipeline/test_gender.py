"""Whom "he" and "she" can mean: by title, given name and the nouns around a name."""

import pytest
from said import who


@pytest.mark.parametrize(
    ("text", "family", "expected"),
    [
        ("Ms Farrow's lawsuit accuses Mr Bates of fraud, alleging he threatened Chad.", "disputes.threatens",
         ("Bates", "Chad")),
        ("The actress Mia Long sued Paul Hart. His lawyers accused Chad of lying.", "disputes.accuses",
         ("Paul Hart", "Chad")),
        ("Margaret Olsen invited Mikhail Petrov. He criticised Poland.", "disputes.accuses",
         ("Mikhail Petrov", "Poland")),
        ("Mr Boyle praised Ms Reed. She had visited Iran.", "cooperates.consults", ("Reed", "Iran")),
        ("Chairman Janet Moyo met the envoy. She praised Japan.", "cooperates.supports", ("Janet Moyo", "Japan")),
        ("Angela Brandt met the minister. Talks lasted two hours. She then thanked Chad.", "cooperates.supports",
         ("Angela Brandt", "Chad")),
    ],
)  # fmt: skip
def test_a_pronoun_means_a_person_of_its_gender(text, family, expected):
    assert expected in who(text, family)


def test_nobody_is_meant_by_a_pronoun_of_the_other_gender():
    assert who("Mrs Gray was ill. He condemned Chad.", "disputes") == set()
