"use strict";
/* A set of questions inside a SCORM 1.2 package: it marks itself and tells the platform the score. */
(() => {
  const { questions, misconceptions, words, pass } = window.GARDEFOU;
  const MOST_PARENTS = 10;

  /* SCORM 1.2 run-time: the API object stands in a parent of this window, or in a parent of its opener. */
  const search = (start) => {
    let here = start;
    for (let up = 0; here && up <= MOST_PARENTS; up += 1) {
      try { if (here.API) return here.API; } catch { return null; }
      if (here.parent === here) return null;
      here = here.parent;
    }
    return null;
  };
  const api = search(window) || (window.opener ? search(window.opener) : null);
  if (api) {
    api.LMSInitialize("");
    if (api.LMSGetValue("cmi.core.lesson_status") === "not attempted") {
      api.LMSSetValue("cmi.core.lesson_status", "incomplete");
    }
  }

  let isOver = false;
  const finish = () => {
    if (!api || isOver) return;
    isOver = true;
    api.LMSFinish("");
  };
  addEventListener("pagehide", finish);

  const tell = (percent) => {
    if (!api || isOver) return;
    api.LMSSetValue("cmi.core.score.min", "0");
    api.LMSSetValue("cmi.core.score.max", "100");
    api.LMSSetValue("cmi.core.score.raw", String(percent));
    api.LMSSetValue("cmi.core.lesson_status", percent >= pass ? "passed" : "failed");
    api.LMSCommit("");
  };

  const make = (tag, text, parts = {}) => {
    const one = Object.assign(document.createElement(tag), parts);
    if (text) one.textContent = text;
    return one;
  };

  const material = (question) => {
    if (question.file) return make("pre", question.file, { tabIndex: 0 });
    if (!question.material) return "";
    const quote = make("blockquote", "", { className: "material", lang: question.language });
    quote.append(make("p", question.material));
    return quote;
  };

  const choice = (question, option) => {
    const label = make("label", "", { className: "quiz-choice" });
    const type = question.multiple ? "checkbox" : "radio";
    label.append(make("input", "", { type, name: question.id, value: option.key }), make("span", option.say));
    return label;
  };

  const asked = (question, index) => {
    const box = make("fieldset", "", { className: "quiz-question" });
    const legend = make("legend", "");
    legend.append(make("h2", `${index + 1}. ${question.ask}`, { className: "quiz-ask" }));
    const choices = make("div", "", { className: "quiz-choices" });
    choices.append(...question.options.map((option) => choice(question, option)));
    box.append(legend, question.multiple ? make("p", words.several, { className: "hint" }) : "", material(question), choices);
    return box;
  };

  const explain = (box, question, chosen) => {
    const right = question.options.filter((one) => one.right).map((one) => one.key);
    const isRight = right.length === chosen.length && right.every((key) => chosen.includes(key));
    box.classList.add(isRight ? "is-right" : "is-wrong");
    for (const input of box.querySelectorAll("input")) {
      input.disabled = true;
      const tags = [];
      if (right.includes(input.value)) tags.push(`✓ ${words.right_answer}`);
      if (chosen.includes(input.value)) tags.push(words.your_answer);
      for (const tag of tags) input.parentNode.append(make("strong", tag, { className: "tag" }));
    }
    const outcome = isRight ? `✓ ${words.right}` : chosen.length ? `✗ ${words.wrong}` : `– ${words.unanswered}`;
    const why = make("p", "");
    why.append(make("strong", words.why), ` ${question.reason}`);
    const sources = make("p", `${words.sources} – `, { className: "hint" });
    question.sources.forEach((one, place) => {
      if (place) sources.append(" · ");
      sources.append(make("a", one.title, { href: one.url, rel: "noopener noreferrer", target: "_blank" }));
    });
    box.append(make("p", outcome, { className: "quiz-outcome" }), why, sources);
    return isRight;
  };

  const form = document.querySelector("[data-questions]");
  const boxes = questions.map(asked);
  const button = make("button", words.mark, { type: "submit", className: "go" });
  form.append(...boxes, button);

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const counts = new Map();
    let right = 0;
    questions.forEach((question, index) => {
      const chosen = [...boxes[index].querySelectorAll("input:checked")].map((one) => one.value);
      for (const option of question.options) {
        if (chosen.includes(option.key) && option.tag) counts.set(option.tag, (counts.get(option.tag) || 0) + 1);
      }
      if (explain(boxes[index], question, chosen)) right += 1;
    });
    button.remove();
    const percent = questions.length ? Math.floor((100 * right) / questions.length) : 0;
    tell(percent);
    const score = document.querySelector("[data-score]");
    score.append(make("h2", `${words.score} – ${right}/${questions.length} (${percent} %)`));
    score.append(make("p", api ? words.sent : words.alone));
    const worst = [...counts].sort((one, other) => other[1] - one[1]);
    if (worst.length) score.append(make("h3", words.advice));
    for (const [name] of worst) {
      const box = make("p", "", { className: "quiz-misconception" });
      box.append(make("strong", misconceptions[name].title), ` ${misconceptions[name].advice}`);
      score.append(box);
    }
    score.focus();
  });
})();
