"""The pages in both languages: form, progress, report, stored copy, and what goes wrong."""

import re

import pytest
from flask.testing import FlaskClient

from checker.web.faults import FAULTS
from checker.words import Channel, State

from .kept import URL, House

FORM = {"url": "reseau-pro.example/in/camille", "channel": "sms", "related_to_profession": "yes"}
PLACES = {
    "/fr/": "/en/",
    "/fr/methode": "/en/method",
    "/fr/robot": "/en/bot",
    "/fr/rapport/chk_prohibited": "/en/report/chk_prohibited",
    "/fr/rapport/chk_running": "/en/report/chk_running",
    "/fr/rapport/chk_prohibited/document/2": "/en/report/chk_prohibited/document/2",
    "/fr/rien": "/en/",
}


@pytest.mark.parametrize(
    ("accepts", "place"),
    [("fr-CA,fr;q=0.9,en;q=0.5", "/fr/"), ("en-GB,en", "/en/"), ("de", "/fr/"), ("", "/fr/")],
)
def test_the_root_leads_to_the_browsers_language(reader: FlaskClient, accepts: str, place: str) -> None:
    answer = reader.get("/", headers={"Accept-Language": accepts})
    assert (answer.status_code, answer.location) == (302, place)
    assert answer.vary.as_set() == {"accept-language"}


@pytest.mark.parametrize(("french", "english"), PLACES.items())
def test_the_switch_keeps_the_page(reader: FlaskClient, french: str, english: str) -> None:
    page = reader.get(french).text
    assert '<html lang="fr">' in page
    assert re.search(rf'<a href="{english}"\s+lang="en"\s+hreflang="en"', page)


@pytest.mark.parametrize("path", ["/fr/verifications", "/fr/rapport/chk_prohibited/usage"])
def test_reading_an_address_never_starts_a_check(reader: FlaskClient, house: House, path: str) -> None:
    assert reader.get(path).status_code == 302
    assert house.asked == []


def test_a_form_starts_a_check_and_leads_to_its_permanent_address(reader: FlaskClient, house: House) -> None:
    answer = reader.post("/fr/verifications", data=FORM)
    assert (answer.status_code, answer.location) == (303, "/fr/rapport/chk_running")
    ((request, max_age),) = house.asked
    assert request.target.url == URL
    assert (request.purpose.channel, request.purpose.related_to_profession) == (Channel.SMS, State.YES)
    assert max_age == 86_400


def test_checking_again_takes_no_stored_answer(reader: FlaskClient, house: House) -> None:
    reader.post("/en/checks", data={**FORM, "fresh": "1"})
    assert house.asked[0][1] == 0


def test_a_foreign_page_starts_nothing(reader: FlaskClient, house: House) -> None:
    for path in ("/fr/verifications", "/fr/rapport/chk_prohibited/usage"):
        answer = reader.post(path, data=FORM, headers={"Origin": "https://evil.example"})
        assert answer.status_code == 403
        assert "Cette demande vient d’un autre site" in answer.text
    assert house.asked == []


@pytest.mark.parametrize("code", [*FAULTS, "something_new"])
@pytest.mark.parametrize("path", ["/fr/verifications", "/en/checks"])
def test_bad_input_is_kept_and_explained(reader: FlaskClient, path: str, code: str) -> None:
    answer = reader.post(path, data={**FORM, "url": f"bad:{code}"})
    assert answer.status_code == 422
    assert f'value="bad:{code}"' in answer.text
    assert 'aria-describedby="fault-url hint-url"' in answer.text
    assert '<a href="#url">' in answer.text
    assert re.search(r'value="sms"\s+selected', answer.text)


def test_each_fault_has_its_own_sentence_in_french(reader: FlaskClient) -> None:
    said = set()
    for code in FAULTS:
        page = reader.post("/fr/verifications", data={"url": f"bad:{code}"}).text
        said |= set(re.findall(r'id="fault-url">([^<]+)<', page))
    assert len(said) == len(FAULTS)
    assert not said & {str(sentence._args[0]) for sentence in FAULTS.values()}


def test_an_answer_that_is_not_offered_is_told_at_its_field(reader: FlaskClient, house: House) -> None:
    answer = reader.post("/fr/verifications", data={**FORM, "channel": "pigeon"})
    assert answer.status_code == 422
    assert 'aria-describedby="fault-channel"' in answer.text
    assert "Choisissez l’une des réponses proposées." in answer.text
    assert house.asked == []


def test_the_switch_keeps_what_was_typed(reader: FlaskClient) -> None:
    page = reader.post("/fr/verifications", data={"url": "bad:ip_literal"}).text
    assert 'href="/en/?url=bad:ip_literal"' in page


def test_the_form_can_be_filled_by_a_link(reader: FlaskClient, house: House) -> None:
    page = reader.get('/fr/?url="><script>alert(1)</script>').text
    assert "<script>alert" not in page
    assert 'value="&#34;&gt;&lt;script&gt;' in page
    assert house.asked == []


def test_samples_are_offered_as_one_button_each(reader: FlaskClient) -> None:
    page = reader.get("/fr/").text
    assert page.count('<button class="sample"') == 2
    assert 'value="https://annuaire-libre.example/"' in page


def test_progress_comes_back_by_itself_and_the_report_does_not(reader: FlaskClient) -> None:
    running, done = reader.get("/fr/rapport/chk_running"), reader.get("/fr/rapport/chk_prohibited")
    assert '<meta http-equiv="refresh" content="2"' in running.text
    assert "http-equiv" not in done.text
    assert 'role="status"' in running.text
    assert running.headers["Cache-Control"] == "no-store"
    assert "En attente de son tour" in reader.get("/fr/rapport/chk_queued").text


def test_the_state_of_a_check_is_json_in_the_language_of_the_page(reader: FlaskClient) -> None:
    answer = reader.get("/en/report/chk_running/state")
    assert answer.json == {
        "is_final": False,
        "steps": ["robots.txt read: /in/ forbidden (line 8).", "3 links to terms."],
    }
    assert reader.get("/fr/rapport/chk_prohibited/etat").json["is_final"] is True


LEVELS = {
    "prohibited": ("À ne pas faire", "Don’t do this"),
    "undetermined": ("Impossible à dire", "Can’t tell"),
    "consent": ("Accord préalable requis", "Consent needed first"),
    "conditional": ("Possible sous conditions", "Possible, with conditions"),
    "permitted": ("Autorisé", "Permitted"),
}


@pytest.mark.parametrize(("id", "words"), LEVELS.items())
def test_a_report_says_its_verdict_as_its_main_heading(
    reader: FlaskClient, id: str, words: tuple[str, str]
) -> None:
    for path, word in zip((f"/fr/rapport/chk_{id}", f"/en/report/chk_{id}"), words, strict=True):
        page = reader.get(path).text
        (heading,) = re.findall(r"<h1[^>]*>([^<]+)</h1>", page)
        assert heading == word
        assert page.count('<details class="tile') == 6
        assert f"/api/v1/checks/chk_{id}" in page
        assert "2026.11-4f1c9a" in page


def test_a_report_travels_with_its_disclaimer_and_is_unlisted(reader: FlaskClient) -> None:
    answer = reader.get("/fr/rapport/chk_prohibited")
    assert "Aide à la décision, pas un avis juridique." in answer.text
    assert answer.headers["X-Robots-Tag"] == "noindex, nofollow"
    assert "Disallow: /fr/rapport/" in reader.get("/robots.txt").text


def test_a_report_shows_site_and_law_as_two_lines(reader: FlaskClient) -> None:
    page = reader.get("/fr/rapport/chk_prohibited").text
    site, law = page.index("Ce que dit le site"), page.index("Ce que dit la loi pour votre usage")
    assert page.index("Interdit par les conditions lues.") > site
    assert page.index("Accord préalable nécessaire.") > law > site


def test_a_quote_is_in_its_own_language_with_its_source(reader: FlaskClient) -> None:
    page = reader.get("/en/report/chk_prohibited").text
    assert '<blockquote lang="fr" cite="https://reseau-pro.example/cgu">' in page
    assert "read on 24 November 2026 at 09:05 UTC" in page
    assert "lu le 24 novembre 2026 à 09:05 UTC" in reader.get("/fr/rapport/chk_prohibited").text
    assert 'href="/en/report/chk_prohibited/document/2#c2"' in page


def test_text_of_the_site_is_never_markup_and_its_tricks_are_seen(reader: FlaskClient) -> None:
    page = reader.get("/fr/rapport/chk_prohibited").text
    assert "<script>alert" not in page
    assert "(&lt;script&gt;alert(1)&lt;/script&gt;)" in page
    assert "[U+202E]" in page
    assert "\u202e" not in page


def test_links_away_tell_nobody_where_they_come_from(reader: FlaskClient) -> None:
    page = reader.get("/fr/rapport/chk_prohibited").text
    away = re.findall(r'<a href="https?://[^>]*>', page)
    assert len(away) > 5
    assert all('rel="noopener noreferrer nofollow ugc"' in link for link in away)
    assert not re.findall(r'(?:src|srcset|poster|data)="https?:', page)


def test_what_was_not_read_says_what_to_do(reader: FlaskClient) -> None:
    page = reader.get("/fr/rapport/chk_undetermined").text
    assert "Le site refuse de nous servir cette page (erreur 403)." in page
    assert "Ouvrez la page dans votre navigateur" in page


def test_the_purpose_can_be_changed_on_the_report(reader: FlaskClient, house: House) -> None:
    page = reader.get("/fr/rapport/chk_prohibited").text
    assert 'action="/fr/rapport/chk_prohibited/usage"' in page
    answer = reader.post("/fr/rapport/chk_prohibited/usage", data={"channel": "post", "opt_out": "yes"})
    assert (answer.status_code, answer.location) == (303, "/fr/rapport/chk_rejudged")
    purpose = house.checks.get("chk_rejudged").request.purpose
    assert (purpose.channel, purpose.opt_out) == (Channel.POST, State.YES)
    assert house.asked == []


def test_a_stored_copy_marks_and_lists_every_finding(reader: FlaskClient) -> None:
    page = reader.get("/en/report/chk_prohibited/document/2").text
    assert [page.count(f'id="c{number}"') for number in range(3)] == [1, 1, 1]
    assert [page.count(f'href="#c{number}"') for number in range(3)] == [1, 1, 1]
    assert '<div class="copy-text" lang="fr">' in page
    assert page.count("<mark>") == 3


@pytest.mark.parametrize(
    "path",
    ["/fr/rapport/chk_nobody", "/fr/rapport/chk_prohibited/document/0", "/fr/rapport/chk_running/document/2"],
)
def test_what_does_not_exist_has_a_way_on(reader: FlaskClient, path: str) -> None:
    answer = reader.get(path)
    assert answer.status_code == 404
    assert "Cette page n’existe pas" in answer.text
    assert 'class="go" href="/fr/"' in answer.text


def test_a_check_that_broke_off_can_be_started_again(reader: FlaskClient) -> None:
    page = reader.get("/en/report/chk_failed").text
    assert "The check broke off. That says nothing about the site." in page
    assert f'value="{URL}"' in page


def test_the_robot_says_how_to_refuse_it(reader: FlaskClient) -> None:
    answer = reader.get("/bot", headers={"Accept-Language": "en"})
    assert "User-agent: GardeFouBot\nDisallow: /" in answer.text
    assert "contact@garde-fou.example" in answer.text
    assert "Comment le refuser" in reader.get("/bot", headers={"Accept-Language": "fr"}).text


def test_the_method_explains_the_five_words(reader: FlaskClient) -> None:
    page = reader.get("/fr/methode").text
    assert page.count("<dt>") == 5
    assert page.index("À ne pas faire") < page.index("Impossible à dire") < page.index("Autorisé")


def test_no_page_has_inline_script_or_style(reader: FlaskClient) -> None:
    for path in [*PLACES, *PLACES.values()]:
        page = reader.get(path).text
        assert not re.findall(r"<style|\sstyle=|\son[a-z]+=|<script(?! src=)", page)
