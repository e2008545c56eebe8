"""Looking for the site's own terms: its links first, then a hub, the sitemap, a few paths, the register."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from urllib.parse import urljoin

from checker import discovery
from checker.address import origin
from checker.discovery import DiscoveryBook
from checker.model import BRIEF, Candidate, Exhibit, Missing, Page, Target, Text
from checker.visit.asking import Asker, Means
from checker.visit.reading import read_page
from checker.visit.scripts import with_scripts
from checker.words import Cause, Role

MOST_TERMS = 5
MOST_PARTS = 2
IMPRINT = "Imprint"


def find_terms(
    target: Target, pages: Sequence[Exhibit], asker: Asker, means: Means, book: DiscoveryBook
) -> tuple[Exhibit, ...]:
    """Give the documents looked for as terms, read or not, in the order in which they weigh."""
    hunt = _Hunt(asker, means, book)
    hunt.try_pasted(pages)
    linked = _merge(discovery.candidates(e.reading, _address(e), book) for e in pages if e.reading)
    means.tell("links", _links_step(linked))
    hunt.try_all(linked)
    hunt.follow_hubs()
    if not hunt.has_terms:
        hunt.try_all(discovery.registered(target.host, book))
    if not hunt.has_terms and any(exhibit.is_read for exhibit in pages):
        hunt.try_sitemap(target)
        hunt.try_probes(target, pages)
    means.tell("terms", _terms_step(hunt.exhibits))
    return tuple(hunt.exhibits)


class _Hunt:
    def __init__(self, asker: Asker, means: Means, book: DiscoveryBook) -> None:
        self._asker, self._means, self._book = asker, means, book
        self._tried: set[str] = set()
        self.exhibits: list[Exhibit] = []

    @property
    def has_terms(self) -> bool:
        return any(exhibit.is_read and exhibit.document_type != IMPRINT for exhibit in self.exhibits)

    def try_pasted(self, pages: Sequence[Exhibit]) -> None:
        """Take the page that was pasted as terms, when it is."""
        for exhibit in pages:
            if exhibit.role is Role.PAGE and exhibit.is_read:
                candidate = Candidate(
                    url=exhibit.url, document_type="", link_text="", found_by="pasted_address"
                )
                judged = self._judge(candidate, exhibit)
                if judged.missing is None:
                    self._keep(judged)

    def try_all(self, candidates: Sequence[Candidate]) -> None:
        """Ask for the candidates not tried yet, as far as the budget goes."""
        fresh = [one for one in candidates if one.url not in self._tried]
        room = min(MOST_TERMS - len(self.exhibits), self._asker.left)
        chosen = fresh[: max(0, room)]
        self._tried.update(one.url for one in chosen)
        for candidate, got in zip(chosen, self._asker.ask([c.url for c in chosen]), strict=True):
            exhibit = read_page(Role.TERMS, candidate.url, got, self._means.read)
            exhibit = with_scripts(exhibit, self._asker, self._means)
            self._keep(self._judge(candidate, exhibit))

    def follow_hubs(self) -> None:
        """Go one hop further from pages that list terms instead of being terms."""
        hubs = [e for e in self.exhibits if e.missing and e.missing.cause is Cause.NOT_TERMS and e.reading]
        for hub in hubs:
            assert hub.reading is not None  # noqa: S101 - said by the line above, for the type checker
            found = discovery.hub_links(hub.reading, _address(hub), self._book)
            fresh = [one for one in found if one.url not in self._tried]
            if fresh:
                self.exhibits.remove(hub)
                self.exhibits.append(replace(hub, role=Role.HUB, missing=None))
            self.try_all(fresh)

    def try_sitemap(self, target: Target) -> None:
        """Ask for the sitemap, for two parts of an index at most, and for what in them is called terms."""
        known = self._asker.rules(target.url)
        listed = [urljoin(origin(target.url), url) for url in known.sitemaps] if known is not None else []
        first = next(iter(discovery.likeliest_sitemaps(listed, self._book)), None) or next(iter(listed), None)
        pages = self._sitemaps([first or urljoin(origin(target.url), "/sitemap.xml")])
        parts = [
            url for page in pages for url in discovery.sitemap_parts(page.body, page.final_url, self._book)
        ]
        pages += self._sitemaps(parts[:MOST_PARTS])
        self.try_all(
            [
                candidate
                for page in pages
                for candidate in discovery.sitemap_candidates(page.body, page.final_url, self._book)
            ]
        )

    def _sitemaps(self, urls: list[str]) -> list[Page]:
        """Ask for sitemaps as long as two requests are left over for what they list."""
        got = self._asker.ask(urls[: max(0, self._asker.left - 2)])
        return [one for one in got if isinstance(one, Page) and one.status == 200]

    def try_probes(self, target: Target, pages: Sequence[Exhibit]) -> None:
        """Ask for a few usual addresses, two at a time, until one is terms."""
        language = next((exhibit.language for exhibit in pages if exhibit.is_read), "")
        paths = [
            urljoin(origin(target.url), path) for path in discovery.probes(target.host, language, self._book)
        ]
        while paths and self._asker.left > 0 and not self.has_terms:
            urls, paths = paths[:2][: self._asker.left], paths[2:]
            for url, got in zip(urls, self._asker.ask(urls), strict=True):
                candidate = Candidate(
                    url=url, document_type="Terms of Service", link_text="", found_by="probe"
                )
                judged = self._judge(candidate, read_page(Role.TERMS, url, got, self._means.read))
                if judged.missing is None:
                    self._keep(judged)

    def _judge(self, candidate: Candidate, exhibit: Exhibit) -> Exhibit:
        exhibit = replace(
            exhibit,
            role=Role.TERMS,
            document_type=candidate.document_type,
            found_by=candidate.found_by,
            link_text=candidate.link_text,
        )
        if exhibit.missing is not None or exhibit.reading is None:
            return exhibit
        standing = discovery.standing(exhibit.reading, exhibit.language, self._book, exhibit.url)
        if not standing.is_terms:
            return _without(exhibit, Cause.NOT_TERMS)
        marks = (*exhibit.reading.marks, BRIEF) if standing.is_brief else exhibit.reading.marks
        return replace(
            exhibit,
            reading=replace(exhibit.reading, marks=marks),
            document_type=discovery.typed(exhibit.reading, candidate, self._book),
            versions=discovery.other_versions(
                exhibit.reading, _address(exhibit), exhibit.language, self._book
            ),
        )

    def _keep(self, exhibit: Exhibit) -> None:
        same = [e for e in self.exhibits if e.page and exhibit.page and e.page.sha256 == exhibit.page.sha256]
        self._tried.add(exhibit.url)
        if not same:
            self.exhibits.append(exhibit)


def _without(exhibit: Exhibit, cause: Cause) -> Exhibit:
    assert exhibit.page is not None  # noqa: S101 - a reading comes from a page
    page = exhibit.page
    missing = Missing(
        url=exhibit.url, cause=cause, status=page.status, taken_at=page.taken_at, final_url=page.final_url
    )
    return replace(exhibit, missing=missing)


def _address(exhibit: Exhibit) -> str:
    return exhibit.page.final_url if exhibit.page else exhibit.url


def _merge(lists: Iterable[Sequence[Candidate]]) -> list[Candidate]:
    """Give the candidates of several pages without doubles, the best score first."""
    best: dict[str, Candidate] = {}
    for candidate in (one for each in lists for one in each):
        if candidate.url not in best or candidate.score > best[candidate.url].score:
            best[candidate.url] = candidate
    return sorted(best.values(), key=lambda one: -one.score)


def _links_step(linked: Sequence[Candidate]) -> Text:
    count = len(linked)
    if not count:
        return Text(fr="Aucun lien vers des conditions.", en="No link to terms.")
    names = ", ".join(one.link_text or one.url for one in linked[:3])
    if count == 1:
        return Text(fr=f"1 lien vers des conditions : {names}.", en=f"1 link to terms: {names}.")
    return Text(fr=f"{count} liens vers des conditions : {names}.", en=f"{count} links to terms: {names}.")


def _terms_step(exhibits: Sequence[Exhibit]) -> Text:
    read = sum(1 for exhibit in exhibits if exhibit.is_read)
    return Text(
        fr=f"Documents lus : {read} sur {len(exhibits)}.", en=f"Documents read: {read} of {len(exhibits)}."
    )
