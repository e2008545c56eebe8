"""The shortest sets of changes that lift a verdict."""

from law_samples import DUTIES, SILENT, clause, site, verdict


def sets(**words: object) -> list[dict[str, str]]:
    return [dict(change.set) for change in verdict(SILENT, **words).lifts]


def test_consent_lifts_a_message_to_a_consumer() -> None:
    given = verdict(recipient="consumer", address="private")
    assert {"consent_proven": "yes"} in [dict(change.set) for change in given.lifts]
    change = next(one for one in given.lifts if dict(one.set) == {"consent_proven": "yes"})
    assert change.level == "conditional"
    assert change.say.fr == "obtenir par une autre voie un accord préalable prouvé → Possible sous conditions"
    assert change.say.en == "get proven prior agreement by another route → Possible, with conditions"


def test_two_missing_duties_are_lifted_together() -> None:
    words = DUTIES | {
        "recipient": "organisation",
        "address": "generic",
        "opt_out": "no",
        "within_retention": "no",
    }
    assert sets(**words) == [{"opt_out": "yes", "within_retention": "yes"}]


def test_refusal_and_list_are_named_in_one_sentence() -> None:
    words = DUTIES | {"opt_out": "no", "suppression_list": "no", "consent_proven": "yes"}
    (change,) = verdict(**words).lifts
    assert change.say.fr == (
        "offrir un refus simple dans chaque message et appliquer une liste repoussoir avant chaque envoi"
        " → Possible sous conditions"
    )


def test_a_ban_of_the_site_is_lifted_by_asking_people_themselves() -> None:
    given = verdict(site(clause("automated_access")), **DUTIES, consent_proven="yes")
    assert [dict(change.set) for change in given.lifts] == [{"origin": "given"}]


def test_an_unchecked_list_is_lifted_by_checking_it_or_asking_people() -> None:
    words = DUTIES | {"origin": "bought", "origin_checked": "no", "consent_proven": "yes"}
    assert sets(**words) == [{"origin": "given"}, {"origin_checked": "yes"}]


def test_an_objection_is_only_lifted_by_leaving_people_out() -> None:
    (change,) = verdict(objected="yes").lifts
    assert dict(change.set) == {"objected": "no"}
    assert change.say.fr.startswith("écarter les personnes qui se sont opposées")


def test_what_is_known_of_the_recipient_cannot_be_changed() -> None:
    told = [name for change in verdict(recipient="consumer").lifts for name, _ in change.set]
    assert set(told) <= {"channel", "consent_proven"}


def test_each_lift_is_a_smallest_set_and_leads_where_it_says() -> None:
    for words in (
        {},
        {"opt_out": "no"},
        {"channel": "phone", "recipient": "consumer"},
        {"within_retention": "no"},
    ):
        given = verdict(**words)
        sizes = {len(change.set) for change in given.lifts}
        assert len(sizes) == 1
        for change in given.lifts:
            after = verdict(**words | dict(change.set))
            assert after.level == change.level
            assert after.level.severity < given.level.severity


def test_what_is_permitted_needs_no_lift() -> None:
    given = verdict(**DUTIES, origin="given", consent_proven="yes")
    assert (given.level, given.lifts) == ("permitted", ())
