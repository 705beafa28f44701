// Suggestions in a field, as a combobox (WAI-ARIA Authoring Practices): of what to open, or of communes to fill in. Without this script
// the field is a plain form.
const suggest = (field) => {
  const input = field.querySelector("input:not([type=hidden])");
  const isCommune = "communes" in field.dataset;
  const list = document.createElement("ul");
  let chosen = -1;
  let asked = 0;

  list.id = `${input.id}-suggestions`;
  list.className = "suggestions";
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", field.previousElementSibling.textContent);
  list.hidden = true;
  field.append(list);
  for (const [name, value] of Object.entries({ role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": list.id })) {
    input.setAttribute(name, value);
  }

  const close = () => {
    asked++; // an answer that comes later must not open the list again
    list.hidden = true;
    chosen = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  };

  const choose = (index) => {
    const options = [...list.children];
    chosen = (index + options.length) % options.length;
    options.forEach((option, position) => option.setAttribute("aria-selected", String(position === chosen)));
    options[chosen].scrollIntoView({ block: "nearest" });
    input.setAttribute("aria-activedescendant", options[chosen].id);
  };

  const go = (option) => {
    if (isCommune) {
      input.value = option.dataset.text;
      close();
      return input.form.requestSubmit();
    }
    const address = new URL(option.dataset.address);
    const language = field.querySelector("input[name=ui]")?.value;
    if (language) address.searchParams.set("ui", language);
    location.assign(address.pathname + address.search);
  };

  const ask = async (text) => {
    const query = `q=${encodeURIComponent(text)}`;
    const answer = await fetch(isCommune ? `${field.dataset.communes}?kind=commune&pageSize=8&${query}` : `${field.dataset.suggest}?limit=8&${query}`)
      .catch(() => null);
    if (!answer?.ok) return [];
    const found = await answer.json();
    return found.suggestions ?? (found.member ?? []).map((commune) => ({
      label: commune.prefLabel.fr,
      text: `${commune.code.split(":")[1]} ${commune.prefLabel.fr}`,
      detail: (commune.within ?? []).find((place) => place.code.startsWith("departement:"))?.prefLabel.fr,
    }));
  };

  const show = (suggestions) => {
    list.replaceChildren(...suggestions.map((suggestion, index) => {
      const option = document.createElement("li");
      const detail = document.createElement("span");
      option.id = `${list.id}-${index}`;
      option.setAttribute("role", "option");
      option.setAttribute("aria-selected", "false");
      option.dataset.address = suggestion.kind === "licence" || suggestion.kind === "access-regime" ? suggestion.datasets : suggestion.iri;
      option.dataset.text = suggestion.text ?? "";
      option.textContent = suggestion.label;
      detail.className = "meta";
      detail.textContent = suggestion.detail ?? "";
      option.append(detail);
      option.addEventListener("mousedown", (event) => { event.preventDefault(); go(option); });
      return option;
    }));
    list.hidden = suggestions.length === 0;
    chosen = -1;
    input.setAttribute("aria-expanded", String(!list.hidden));
  };

  input.addEventListener("input", async () => {
    const text = input.value.trim();
    const mine = ++asked;
    if (text.length < 2) return close();
    const suggestions = await ask(text);
    if (mine === asked) show(suggestions);
  });

  input.addEventListener("keydown", (event) => {
    if (list.hidden) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      choose(event.key === "ArrowDown" ? chosen + 1 : chosen < 0 ? -1 : chosen - 1);
    } else if (event.key === "Enter" && chosen >= 0) {
      event.preventDefault();
      go(list.children[chosen]);
    } else if (event.key === "Escape") {
      event.preventDefault(); // The browser would empty the field.
      close();
    }
  });

  input.addEventListener("blur", close);
};
document.querySelectorAll("[data-suggest], [data-communes]").forEach(suggest);

// Facets: the page of a narrower search takes the place of this one, without a new start. Without this script a facet is a plain link.
if (document.querySelector(".facets")) {
  const count = document.createElement("p");
  let shown = location.pathname + location.search;
  let asked = 0;

  count.className = "visually-hidden";
  count.setAttribute("role", "status");
  document.body.append(count);

  const same = (link) => `[data-facet="${CSS.escape(link.closest("details").dataset.facet)}"] [data-value="${CSS.escape(link.dataset.value)}"]`;

  const replace = (page, focused) => {
    const opened = [...document.querySelectorAll(".facets details[open]")].map((facet) => facet.dataset.facet);
    document.title = page.title;
    for (const name of ["canonical", "alternate"]) {
      document.querySelectorAll(`link[rel=${name}]`).forEach((link) => link.remove());
      document.head.append(...page.querySelectorAll(`link[rel=${name}]`));
    }
    for (const part of ["header", "main", "footer"]) document.querySelector(part).replaceChildren(...page.querySelector(part).childNodes);
    document.querySelectorAll(".facets details").forEach((facet) => { facet.open ||= opened.includes(facet.dataset.facet); });
    document.querySelectorAll("[data-suggest], [data-communes]").forEach(suggest);
    if (focused) (document.querySelector(focused) ?? document.querySelector("main")).focus({ preventScroll: true });
    count.textContent = document.querySelector(".results").textContent;
  };

  const load = async (address, focused) => {
    const mine = ++asked;
    const answer = await fetch(address, { headers: { Accept: "text/html" } }).catch(() => null);
    const page = answer?.ok ? new DOMParser().parseFromString(await answer.text(), "text/html") : null;
    if (mine !== asked) return;
    if (!page?.querySelector(".facets")) return location.assign(address);
    if (focused) history.pushState(null, "", address);
    shown = location.pathname + location.search;
    replace(page, focused);
  };

  document.addEventListener("click", (event) => {
    const link = event.target.closest(".facets a");
    if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    load(link.href, same(link));
  });

  addEventListener("popstate", () => {
    if (location.pathname + location.search !== shown) load(location.href);
  });
}
