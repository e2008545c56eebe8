"""The bookmarklet: a `javascript:` link that carries the text of the page being looked at to this Garde-fou.

It opens our receiving page and hands the text over by `postMessage`, so the page it runs on makes no request
and its Content-Security-Policy has nothing to forbid. A page can read the bookmarklets that run on it: this
one holds our address and nothing else, above all not the unguessable address of a report.
"""

from urllib.parse import quote, urlsplit

MOST_CHARACTERS = 2_000_000
READY = "gardefou-ready"
_CODE = (
    "(()=>{const o='%(origin)s',w=open(o+'%(path)s');if(!w)return;"
    "addEventListener('message',function f(e){if(e.source!==w||e.origin!==o||e.data!=='%(ready)s')return;"
    "removeEventListener('message',f);"
    "w.postMessage({gardefou:1,address:location.href,title:document.title,"
    "text:document.body.innerText.slice(0,%(most)d)},o)})})()"
)


def bookmarklet(here: str, path: str) -> str:
    """Give the link for the Garde-fou at an address (`here`), whose receiving page is at a path."""
    parts = urlsplit(here)
    origin = f"{parts.scheme}://{parts.netloc}"
    code = _CODE % {"origin": origin, "path": path, "ready": READY, "most": MOST_CHARACTERS}
    return "javascript:" + quote(code, safe="()=>{}';,!|.:/")
