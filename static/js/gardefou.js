"use strict";
/* Progress of a running check, and focus moved once. Every page works without this file. */
(() => {
  const EVERY = 1000;
  const READY = "gardefou-ready";

  const remember = (id) => {
    try { sessionStorage.setItem(READY, id); } catch { /* storage refused: no focus, nothing lost */ }
  };

  const take = () => {
    try {
      const id = sessionStorage.getItem(READY);
      sessionStorage.removeItem(READY);
      return id;
    } catch { return null; }
  };

  const show = (list, now, steps) => {
    for (const step of steps.slice(list.children.length)) {
      const item = document.createElement("li");
      item.textContent = step;
      list.append(item);
      now.textContent = step;
    }
  };

  const watch = (box) => {
    const list = box.querySelector("[data-steps]");
    const now = box.querySelector("[data-now]");
    const ask = async () => {
      try {
        const answer = await fetch(box.dataset.state, { headers: { Accept: "application/json" } });
        if (answer.ok) {
          const state = await answer.json();
          show(list, now, state.steps);
          if (state.is_final) {
            now.textContent = box.dataset.done;
            remember(box.dataset.id);
            location.reload();
            return;
          }
        }
      } catch { /* the network blinked: ask again */ }
      setTimeout(ask, EVERY);
    };
    setTimeout(ask, EVERY);
  };

  const waiting = document.querySelector("[data-state]");
  if (waiting) watch(waiting);

  const verdict = document.querySelector("[data-verdict]");
  if (verdict && take() === verdict.dataset.verdict) verdict.focus();

  const fault = document.querySelector("[data-focus]");
  if (fault) fault.focus();
})();
