"use strict";
/* The training room: progress kept in this browser only, and a name that never leaves the page. */
(() => {
  const KEY = "gardefou-training";
  const nothing = () => ({ lessons: [], sets: 0, best: 0 });

  const read = () => {
    try {
      const kept = JSON.parse(localStorage.getItem(KEY));
      const fits = kept && Array.isArray(kept.lessons) && Number.isInteger(kept.sets) && Number.isInteger(kept.best);
      return fits ? kept : nothing();
    } catch { return nothing(); }
  };

  const write = (kept) => {
    try { localStorage.setItem(KEY, JSON.stringify(kept)); } catch { /* storage refused: no progress, nothing lost */ }
  };

  const lesson = document.querySelector("[data-lesson-read]");
  if (lesson) {
    const kept = read();
    if (!kept.lessons.includes(lesson.dataset.lessonRead)) {
      write({ ...kept, lessons: [...kept.lessons, lesson.dataset.lessonRead] });
    }
  }

  const done = document.querySelector("[data-set-done]");
  if (done) {
    const kept = read();
    write({ ...kept, sets: kept.sets + 1, best: Math.max(kept.best, Number(done.dataset.setDone)) });
  }

  const home = document.querySelector("[data-progress-home]");
  if (home) {
    const kept = read();
    const put = (name, value) => { home.querySelector(`[data-progress-${name}]`).textContent = value; };
    put("lessons", kept.lessons.length);
    put("sets", kept.sets);
    put("best", kept.best);
    home.hidden = !kept.lessons.length && !kept.sets;
    for (const card of document.querySelectorAll("[data-lesson]")) {
      card.classList.toggle("is-read", kept.lessons.includes(card.dataset.lesson));
    }
    home.querySelector("[data-progress-clear]").addEventListener("click", () => {
      try { localStorage.removeItem(KEY); } catch { /* nothing was kept */ }
      home.hidden = true;
      for (const card of document.querySelectorAll(".is-read")) card.classList.remove("is-read");
    });
  }

  const name = document.querySelector("[data-trainee]");
  if (name) {
    const shown = document.querySelector("[data-trainee-shown]");
    name.addEventListener("input", () => { shown.textContent = name.value; });
    const button = document.querySelector("[data-print]");
    button.hidden = false;
    button.addEventListener("click", () => print());
  }
})();
