"""The real sites of the shared material, where it is at hand."""

import gzip
import json
from pathlib import Path

import pytest

from checker.html import read

_SITES = Path(__file__).resolve().parents[3] / "shared" / "sites"
_NAMES = sorted(path.parent.name for path in _SITES.glob("*/site.json"))
_BANNERS = (
    "Accept all",
    "Tout accepter",
    "Accept All Cookies",
    "We value your privacy",
    "Reject all",
    "Tout refuser",
)
# Its archived address shows a page that sells the product, no terms.
_NO_TERMS = {"microsoftcopilot"}

pytestmark = pytest.mark.skipif(not _NAMES, reason="the shared material (../shared/sites) is not here")


@pytest.mark.parametrize("name", [name for name in _NAMES if name not in _NO_TERMS])
def test_the_terms_of_a_real_site_are_read_whole_with_headings_and_without_banner(name: str) -> None:
    site = json.loads((_SITES / name / "site.json").read_text(encoding="utf-8"))
    terms = next(page for page in site["pages"] if page["document_type"] == "Terms of Service")
    got = read(gzip.decompress((_SITES / name / terms["file"]).read_bytes()), "text/html", terms["url"])
    assert len(got.text) > 3000
    assert got.headings
    assert not [banner for banner in _BANNERS if banner in got.text]
    assert not {"truncated", "empty_shell", "undecodable"} & set(got.marks)
