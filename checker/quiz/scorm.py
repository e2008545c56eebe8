"""A set of questions as a SCORM 1.2 package: a zip with a manifest, a page, its script, data and style.

ADL SCORM 1.2 Content Aggregation Model; IMS Content Packaging 1.1.2.
"""

import io
import zipfile
from collections.abc import Mapping
from xml.etree import ElementTree

from checker.codec import encode
from checker.quiz.book import Item, QuizBook
from checker.quiz.draw import Ask, draw, shuffled
from checker.quiz.marking import PASS_PERCENT

CP = "http://www.imsproject.org/xsd/imscp_rootv1p1p2"
ADL = "http://www.adlnet.org/xsd/adlcp_rootv1p2"
XSI = "http://www.w3.org/2001/XMLSchema-instance"
LOCATION = f"{CP} imscp_rootv1p1p2.xsd {ADL} adlcp_rootv1p2.xsd"
_OLDEST = (1980, 1, 1, 0, 0, 0)


def package(title: str, identifier: str, files: Mapping[str, bytes]) -> bytes:
    """Give the zip of a package whose first file is its page; the same files give the same bytes.

    `identifier` must be an XML name.
    """
    held = {"imsmanifest.xml": manifest(title, identifier, tuple(files)), **files}
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, body in held.items():
            entry = zipfile.ZipInfo(name, _OLDEST)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, body)
    return out.getvalue()


def manifest(title: str, identifier: str, names: tuple[str, ...]) -> bytes:
    """Give `imsmanifest.xml`: one organization of one item, launched by the first file."""
    for prefix, uri in (("", CP), ("adlcp", ADL), ("xsi", XSI)):
        ElementTree.register_namespace(prefix, uri)
    root = ElementTree.Element(f"{{{CP}}}manifest", {"identifier": identifier, "version": "1.0"})
    root.set(f"{{{XSI}}}schemaLocation", LOCATION)
    metadata = ElementTree.SubElement(root, f"{{{CP}}}metadata")
    ElementTree.SubElement(metadata, f"{{{CP}}}schema").text = "ADL SCORM"
    ElementTree.SubElement(metadata, f"{{{CP}}}schemaversion").text = "1.2"
    organizations = ElementTree.SubElement(root, f"{{{CP}}}organizations", {"default": "organization"})
    organization = ElementTree.SubElement(
        organizations, f"{{{CP}}}organization", {"identifier": "organization"}
    )
    ElementTree.SubElement(organization, f"{{{CP}}}title").text = title
    item = ElementTree.SubElement(
        organization, f"{{{CP}}}item", {"identifier": "item", "identifierref": "resource"}
    )
    ElementTree.SubElement(item, f"{{{CP}}}title").text = title
    ElementTree.SubElement(item, f"{{{ADL}}}masteryscore").text = str(PASS_PERCENT)
    resources = ElementTree.SubElement(root, f"{{{CP}}}resources")
    about = {"identifier": "resource", "type": "webcontent", "href": names[0]}
    resource = ElementTree.SubElement(resources, f"{{{CP}}}resource", about)
    resource.set(f"{{{ADL}}}scormtype", "sco")
    for name in names:
        ElementTree.SubElement(resource, f"{{{CP}}}file", {"href": name})
    return bytes(ElementTree.tostring(root, encoding="utf-8", xml_declaration=True))


def data(book: QuizBook, ask: Ask, lang: str, words: Mapping[str, str]) -> bytes:
    """Give the script that holds a set for the package's page: questions, answers, reasons, our own words."""
    told = {
        "words": dict(words),
        "pass": PASS_PERCENT,
        "questions": [_question(book, item, ask.seed, lang) for item in draw(book, ask)],
        "misconceptions": {
            name: {"title": getattr(tag.title, lang), "advice": getattr(tag.advice, lang)}
            for name, tag in book.misconceptions.items()
        },
    }
    return b"window.GARDEFOU = " + encode(told) + b";\n"


def _question(book: QuizBook, item: Item, seed: str, lang: str) -> dict[str, object]:
    clause = item.clause
    return {
        "id": item.id,
        "rule": item.rule,
        "ask": getattr(item.ask, lang),
        "material": getattr(item.material, lang) if item.material else clause.text if clause else "",
        "language": clause.language if clause else lang,
        "file": item.robots.file.strip("\n") if item.robots else "",
        "multiple": item.is_multiple,
        "reason": getattr(item.reason, lang),
        "sources": [
            {"title": getattr(book.sources[name].title, lang), "url": book.sources[name].url}
            for name in item.sources
        ],
        "options": [
            {"key": key, "say": getattr(book.say(one), lang), "right": one.right, "tag": one.tag}
            for key, one in shuffled(item, seed)
        ],
    }
