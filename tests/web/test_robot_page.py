"""What /bot and the method page tell site owners: how to be left out, and whether scripts are run."""

from dataclasses import replace

import pytest
from flask.testing import FlaskClient

from .kept import House

SCRIPTS = {
    "/en/bot": "they are run in a closed browser",
    "/fr/robot": "ils sont exécutés dans un navigateur fermé",
    "/en/method": "A page that is empty without its scripts is opened in a closed browser",
    "/fr/methode": "Une page vide sans ses scripts est ouverte dans un navigateur fermé",
}


def test_a_site_owner_learns_how_to_be_left_out(reader: FlaskClient) -> None:
    english, french = reader.get("/en/bot").text, reader.get("/fr/robot").text
    assert "nothing is then asked of your hosts and their sub-domains" in english
    assert "plus rien n’est alors demandé à vos hôtes ni à leurs sous-domaines" in french
    for page in (english, french):
        assert '<a href="mailto:contact@garde-fou.example">contact@garde-fou.example</a>' in page


def test_without_a_contact_the_page_names_none(reader: FlaskClient, house: House) -> None:
    house.settings = replace(house.settings, contact="")
    english = reader.get("/en/bot").text
    assert "Write to whoever runs this server" in english
    assert "mailto:" not in english


@pytest.mark.parametrize(("path", "sentence"), SCRIPTS.items())
def test_scripts_are_spoken_of_only_where_they_are_run(
    reader: FlaskClient, house: House, path: str, sentence: str
) -> None:
    assert sentence not in reader.get(path).text
    house.settings = replace(house.settings, render=True)
    assert sentence in reader.get(path).text


def test_a_site_owner_learns_how_often_it_is_visited(reader: FlaskClient, house: House) -> None:
    english, french = reader.get("/en/bot").text, reader.get("/fr/robot").text
    assert "a host is checked 120 times an hour at most" in english
    assert "What was read of an address serves for 10 minutes, unless a new visit is asked for." in english
    assert (
        "Ce qui a été lu d’une adresse sert pendant 10 minutes, sauf demande d’une nouvelle visite." in french
    )
    house.settings = replace(house.settings, cooldown=0, host_visits=7)
    english = reader.get("/en/bot").text
    assert ("checked 7 times an hour" in english, "was read of an address" in english) == (True, False)
