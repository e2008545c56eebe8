"use strict";
/* Documents handed over: the bookmarklet's link, and the page that receives its text. */
(() => {
  const KEY = "gardefou-report";
  const FRESH = 24 * 3600 * 1000;
  const MOST = { address: 4000, title: 500, text: 2000000 };
  const READY = "gardefou-ready";
  const PATIENCE = 6000;
  const FIRST_LINES = 8;

  /* The report last looked at, kept in this browser only: a bookmarklet must not carry its address. */
  const remember = (report) => {
    const kept = { id: report.dataset.report, host: report.dataset.host, at: Date.now() };
    try { localStorage.setItem(KEY, JSON.stringify(kept)); } catch { /* storage refused: a new check then */ }
  };

  const remembered = () => {
    try {
      const kept = JSON.parse(localStorage.getItem(KEY));
      const fits = kept && typeof kept.id === "string" && typeof kept.host === "string";
      return fits && Date.now() - kept.at < FRESH ? kept : null;
    } catch { return null; }
  };

  const report = document.querySelector("[data-report]");
  if (report) remember(report);

  const link = document.querySelector("[data-bookmarklet]");
  if (link) {
    link.addEventListener("click", (event) => {
      event.preventDefault();
      document.querySelector("[data-drag]").hidden = false;
    });
  }

  const status = document.querySelector("[data-receive]");
  if (!status) return;
  const form = document.querySelector("[data-receive-form]");
  const { address, text } = form.elements;

  form.addEventListener("submit", () => {
    status.textContent = status.dataset.working;
    form.querySelector("button").disabled = true;
  });

  /* What a foreign page sends is checked for shape and size, and only ever shown as text. */
  const isSound = (sent) =>
    sent !== null && typeof sent === "object" && sent.gardefou === 1 &&
    Object.entries(MOST).every(([name, most]) => typeof sent[name] === "string" && sent[name].length <= most) &&
    /^https?:\/\//.test(sent.address) && sent.text.trim() !== "";

  const put = (name, value) => { document.querySelector(`[data-${name}]`).textContent = value; };

  const isOf = (host, url) => {
    const bare = (name) => name.replace(/^www\./, "").split(".").slice(-2).join(".");
    try { return bare(new URL(url).hostname) === bare(host); } catch { return false; }
  };

  const offer = (kept, url) => {
    const choice = document.querySelector("[data-check]");
    choice.value = kept.id;
    choice.checked = isOf(kept.host, url);
    put("check-host", kept.host);
    document.querySelector("[data-choose]").hidden = false;
  };

  const show = (sent) => {
    address.value = sent.address;
    text.value = sent.text;
    put("from", sent.address);
    put("title", sent.title);
    put("size", sent.text.length.toLocaleString(document.documentElement.lang));
    put("first", sent.text.trim().split("\n").filter((line) => line.trim()).slice(0, FIRST_LINES).join("\n"));
    document.querySelector("[data-received]").hidden = false;
    status.textContent = status.dataset.came;
    const kept = remembered();
    if (kept) offer(kept, sent.address);
  };

  const wait = () => {
    const nothing = () => { if (!text.value) status.textContent = status.dataset.nothing; };
    if (!window.opener) { nothing(); return; }
    status.textContent = status.dataset.waiting;
    /* Any origin may send: the user may be on any page. Nothing happens with it without a click here. */
    addEventListener("message", function take(event) {
      if (event.source !== window.opener || text.value || !isSound(event.data)) return;
      removeEventListener("message", take);
      show(event.data);
    });
    window.opener.postMessage(READY, "*");
    setTimeout(nothing, PATIENCE);
  };

  if (!text.value) wait();
})();
