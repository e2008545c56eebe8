"""Listeners on loopback that note whoever comes, and a page that tries every way to reach them."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager

PAGE = """<!DOCTYPE html><html><head>
<link rel="prefetch" href="http://{four}/prefetch">
<link rel="preconnect" href="http://{four}">
<link rel="dns-prefetch" href="http://{four}">
<link rel="modulepreload" href="http://{four}/modulepreload">
<link rel="preload" as="script" href="http://{four}/preload">
<link rel="stylesheet" href="http://{four}/style">
<link rel="icon" href="http://{four}/icon">
<link rel="manifest" href="http://{four}/manifest">
<script type="speculationrules">{"prefetch": [{"urls": ["http://{four}/speculation"], "eagerness": "immediate"}]}</script>
<style>@font-face {font-family: f; src: url(http://{four}/font)} body {font-family: f; background: url(http://{four}/css)}</style>
</head><body><p>Here.</p>
<img src="http://{four}/image"><video src="http://{four}/video" autoplay></video><embed src="http://{four}/embed">
<object data="http://{four}/object"></object><iframe src="http://{four}/frame"></iframe>
<iframe src="http://169.254.169.254/latest/meta-data/"></iframe><iframe src="http://[fe80::1]/"></iframe>
<script src="http://{four}/script"></script>
<script>
const tries = {
  fetch: () => fetch("http://{four}/fetch", {mode: "no-cors"}),
  six: () => fetch("http://{six}/six", {mode: "no-cors"}),
  name: () => fetch("http://localhost:{port}/name", {mode: "no-cors"}),
  local: () => fetch("http://169.254.169.254/", {mode: "no-cors"}),
  local6: () => fetch("http://[fe80::1]/", {mode: "no-cors"}),
  post: () => fetch("http://{four}/post", {mode: "no-cors", method: "POST", body: "x", keepalive: true}),
  xhr: () => {const x = new XMLHttpRequest(); x.open("GET", "http://{four}/xhr"); x.send()},
  beacon: () => navigator.sendBeacon("http://{four}/beacon", "x"),
  socket: () => new WebSocket("ws://{four}/socket"),
  events: () => new EventSource("http://{four}/events"),
  transport: () => new WebTransport("https://127.0.0.1:{udp}/"),
  worker: () => new Worker(URL.createObjectURL(new Blob([
    'fetch("http://{four}/worker", {mode: "no-cors"}); self.kept = new WebSocket("ws://{four}/worker-socket")']))),
  shared: () => new SharedWorker(URL.createObjectURL(new Blob(['fetch("http://{four}/shared", {mode: "no-cors"})']))),
  service: () => navigator.serviceWorker.register("http://{four}/service"),
  rtc: () => {
    const servers = ["stun:127.0.0.1:{udp}", "turn:127.0.0.1:{udp}", "turn:{four}?transport=tcp", "stun:169.254.169.254:3478"];
    const peer = new RTCPeerConnection({iceServers: servers.map(urls => ({urls, username: "u", credential: "c"}))});
    peer.createDataChannel("x"); peer.createOffer().then(offer => peer.setLocalDescription(offer));
  },
  form: () => {
    const form = document.createElement("form");
    Object.assign(form, {action: "http://{four}/form", method: "post", target: "_blank"});
    document.body.append(form); form.submit();
  },
  open: () => window.open("http://{four}/open"),
  download: () => {  // in a frame: the link leads elsewhere, and would take away the page with its workers
    const frame = document.createElement("iframe");
    frame.srcdoc = '<a href="http://{four}/download" download="x" ping="http://{four}/ping"></a>';
    frame.onload = () => frame.contentDocument?.querySelector("a")?.click();
    document.body.append(frame);
  },
};
window.kept = [];
for (const name in tries) try {
  const made = tries[name](); kept.push(made); Promise.resolve(made).catch(() => 0);
} catch {}
document.querySelector("p").textContent = "All was tried.";
</script></body></html>"""


class Outlet:
    """Where a page would come out: `reached` names the paths, `udp` for datagrams, `bare` for whoever connects."""

    def __init__(self) -> None:
        self.reached: set[str] = set()
        self.four = socket.create_server(("127.0.0.1", 0))
        self.six = socket.create_server(("::1", 0), family=socket.AF_INET6)
        self.udp = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self.udp.bind(("127.0.0.1", 0))
        for one in (self.four, self.six, self.udp):
            one.settimeout(0.1)

    @property
    def page(self) -> str:
        ports = [one.getsockname()[1] for one in (self.four, self.six, self.udp)]
        page = PAGE.replace("{four}", f"127.0.0.1:{ports[0]}").replace("{port}", str(ports[0]))
        return page.replace("{six}", f"[::1]:{ports[1]}").replace("{udp}", str(ports[2]))

    def accept(self, server: socket.socket) -> None:
        caller, _ = server.accept()
        self.reached.add("bare")
        threading.Thread(target=self.hear, args=(caller,), daemon=True).start()

    def hear(self, caller: socket.socket) -> None:
        """Note what the caller asks for: a browser may connect long before it has anything to say."""
        with caller:
            caller.settimeout(30)
            try:
                head = caller.recv(4096).split(b" ")
                if len(head) > 1:
                    self.reached.add(head[1].decode())
                caller.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
            except OSError:
                return

    def datagram(self, server: socket.socket) -> None:
        server.recvfrom(2048)
        self.reached.add("udp")


@contextmanager
def outlet() -> Iterator[Outlet]:
    made, ended = Outlet(), threading.Event()

    def serve(take: object, server: socket.socket) -> None:
        while not ended.is_set():
            try:
                take(server)  # type: ignore[operator]
            except TimeoutError:
                continue

    pairs = [(made.accept, made.four), (made.accept, made.six), (made.datagram, made.udp)]
    threads = [threading.Thread(target=serve, args=pair) for pair in pairs]
    for thread in threads:
        thread.start()
    try:
        yield made
    finally:
        ended.set()
        for thread in threads:
            thread.join()
        for _, server in pairs:
            server.close()
