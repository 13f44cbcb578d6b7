"""E-mails: what the sender wrote."""

from email.message import EmailMessage
from email.policy import SMTP

import pytest

from relgraph.errors import ReadError
from relgraph.readers import read

NEWS = "The minister of Togo met the envoy of Benin in the capital on Monday."
MORE = "Chile accused Peru of a breach of the treaty that the two countries signed after the war."
OLD = "Norway and Sweden praised the talks, which had been prepared by Finland for months."


def mail(text="", html=None, subject="Togo and Benin", **parts):
    message = EmailMessage()
    message["From"] = parts.get("sender", "Jane Example <jane@example.org>")
    message["To"] = "desk@example.org"
    message["Subject"] = subject
    message["Date"] = "Wed, 04 Aug 2021 10:00:00 +0200"
    message["Message-ID"] = "<1@example.org>"
    message.set_content(text)
    if html is not None:
        message.add_alternative(html, subtype="html")
    for attached in parts.get("attached", ()):
        message.add_attachment(attached)
    return message


def sent(message):
    return message.as_bytes(policy=SMTP)


def test_text_title_date_and_sender(tmp_path):
    path = tmp_path / "a.eml"
    path.write_bytes(sent(mail(f"{NEWS}\n\n{MORE}\n", subject="Re: AW: Togo and São Tomé")))
    found = read(path)
    assert found.text == f"{NEWS}\n\n{MORE}"
    assert (found.title, str(found.published)) == ("Togo and São Tomé", "2021-08-04")
    assert found.authors == ("Jane Example",)
    assert read(path.read_bytes()).title == "Togo and São Tomé"


def test_html_if_there_is_no_plain_part():
    assert read(sent(mail(NEWS, f"<p>{MORE}</p>"))).text == NEWS
    assert read(sent(mail("  ", f"<p>{MORE}</p><p>{NEWS}</p><style>p {{}}</style>"))).text == f"{MORE}\n\n{NEWS}"


QUOTATIONS = [
    f"On Mon, 2 Aug 2021 at 10:00, John <j@example.org> wrote:\n> {OLD}\n>\n> {MORE}\n",
    f"On Mon, 2 Aug 2021 at 10:00, John Sample\n<j@example.org> wrote:\n> {OLD}\n",
    f"-----Original Message-----\nFrom: John\nSent: Monday\nTo: Jane\nSubject: Togo\n\n{OLD}\n",
    f"From: John Sample\nSent: Monday, August 2, 2021\nTo: Jane\nSubject: Togo\n\n{OLD}\n",
    f"> {OLD}\n",
]


@pytest.mark.parametrize("quotation", QUOTATIONS)
def test_quoted_replies_go(quotation):
    data = sent(mail(f"{NEWS}\n\n{quotation}", subject="Re: Togo"))
    assert read(data).text == NEWS
    assert OLD in read(data, keep="all").text


def test_answers_between_quotations_stay():
    text = f"> {OLD}\n\n{NEWS}\n\n> Something else.\n\n{MORE}\n\n-- \nJane Example\nForeign Desk\n"
    assert read(sent(mail(text))).text.split("\n\n") == [NEWS, MORE]


def test_what_is_forwarded_stays():
    text = f"See below.\n\n---------- Forwarded message ---------\nFrom: John\nSubject: Talks\n\n{OLD}\n"
    assert OLD in read(sent(mail(text, subject="Fwd: Talks"))).text
    assert OLD in read(sent(mail(f"See below.\n\n{QUOTATIONS[2]}", subject="FW: Talks"))).text
    assert read(sent(mail(f"> {OLD}\n> {MORE}\n", subject="Talks"))).text == f"{OLD}\n{MORE}"
    inner = mail(OLD, subject="Talks")
    assert read(sent(mail(NEWS, attached=[inner]))).text.split("\n\n") == [NEWS, "Talks", OLD]


def test_a_text_that_begins_like_a_letter_is_no_mail():
    text = f"From: the minister\nSubject: the border\n\n{NEWS}"
    assert read(text).text == text


def test_flowed_text_and_other_encodings():
    head = b"From: J <j@example.org>\r\nMessage-ID: <1>\r\nSubject: =?utf-8?q?S=C3=A3o_Tom=C3=A9?=\r\n"
    flowed = (
        head
        + b"Content-Type: text/plain; charset=utf-8; format=flowed\r\n\r\nTogo met \r\nBenin.\r\n\r\nPeru left.\r\n"
    )
    assert read(flowed).text == "Togo met Benin.\n\nPeru left."
    assert read(flowed).title == "São Tomé"
    wrong = head + b"Content-Type: text/plain; charset=us-ascii\r\n\r\n" + "São Tomé met Benin.".encode()
    assert read(wrong).text == "São Tomé met Benin."
    unknown = head + b"Content-Type: text/plain; charset=x-klingon\r\n\r\nTogo met Benin."
    assert read(unknown).text == "Togo met Benin."


def test_mails_that_are_bad(tmp_path):
    message = mail("")
    message.add_attachment(b"%PDF-1.4", maintype="application", subtype="pdf", filename="brief.pdf")
    with pytest.raises(ReadError, match=r"no text but attachments \(brief\.pdf\)"):
        read(sent(message))
    deep = b"From: a@b.c\r\nMessage-ID: <1>\r\n" + b"Content-Type: message/rfc822\r\n\r\n" * 3000 + NEWS.encode()
    with pytest.raises(ReadError, match="too deeply"):
        read(deep)
    assert read(b"From: " + b"(" * 5000 + b"\nMessage-ID: <1>\n\n" + NEWS.encode()).text == NEWS
    path = tmp_path / "a.eml"
    path.write_bytes(b"PK\x03\x04")
    with pytest.raises(ReadError, match="not an e-mail"):
        read(path)
