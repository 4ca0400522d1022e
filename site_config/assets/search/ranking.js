/* Ranks the answers to a question. Pure: an index, a language (reading.js) and a library go in, answers come
   out. The library (MiniSearch) weighs words; what is weighed here is what a handbook needs:
   danger first, then the reader's own side, then the lightest card that fits; a formal step only when asked for.

   An answer is a record of the index: k kind, t title, a address, l line, s what people say (never shown),
   x more text, h 1 where it is heavy (formal). Records stand from light to heavy. */
globalThis.playbookRanking = (() => {
  "use strict";

  /** How much a word counts by where it stands. */
  const PLACES = { title: 1.3, said: 1, line: 0.9, text: 0.3 };
  /** How much a kind counts where words fit alike: what helps in the moment before what is read in peace. */
  const KINDS = {
    urgent: 1, you: 0.8, situation: 1.12, moment: 1.1, checklist: 1, support: 1, "my-side": 0.85, standard: 0.85, talk: 0.85, path: 0.8,
    "check-in": 0.8, paper: 0.75, measure: 0.7, word: 0.75, page: 0.8, ladder: 0.7, step: 0.8, "formal-step": 0.7,
  };
  /** What a kind gains when the question names it. */
  const ASKED = { standard: ["standard"], checklist: ["checklist"], support: ["support"], word: ["word"], step: ["step", "formal-step", "ladder"], paper: ["paper"], "check-in": ["check-in"], measure: ["measure"] };
  const NAMED = 1.6;
  const MOST = 8;
  /** An answer fits poorly when it covers less than this part of the question; one far below the best is left out. */
  const POOR = 0.4;
  const FAR = 0.22;
  /** Words in what is only searched cover less of a question, and so does a word that was mended. */
  const COVERS = { title: 1, said: 1, line: 1, text: 0.5 };
  const weightOf = { own: 1, slip: 0.75, prefix: 0.8, meaning: 1.1, light: 0.3 };

  /** All that is said of a record, one text each. */
  const textsOf = (record, more) => [
    ["title", record.t],
    ...(record.s || []).map((said) => ["said", said]),
    ...(more ? more.split(",").map((said) => ["said", said]) : []),
    ["line", record.l],
    ...(record.x || "").split(/(?<=[.?!]) /).map((text) => ["text", text]),
  ].filter(([, text]) => text);

  const partOf = (anchors, wanted) => wanted.map((start) => anchors.find((anchor) => anchor === start || anchor.startsWith(`${start}-`))).find(Boolean);

  /** A search over an index; `ask` gives its answers. Made in small steps, a text each, as the language is. */
  const search = function* (index, language, MiniSearch) {
    const { data, fillers, light } = language;
    const records = index.records;
    const vocabulary = {
      words: new Set(),
      stems: new Set(),
      has(word) { return this.words.has(word); },
      begins(start) { for (const word of this.words) if (word.startsWith(start)) return true; return false; },
    };
    const texts = [];
    const dangerous = records.map(() => new Map()); // how often an urgent card speaks of which danger
    const whole = new Map(); // what stands as a title or a saying, word for word
    const engine = new MiniSearch({
      fields: ["words"],
      storeFields: [],
      tokenize: (text) => text.split(" "),
      processTerm: (term) => term,
    });
    for (const [of, record] of records.entries()) {
      for (const [place, text] of textsOf(record, data.pages[record.a])) {
        const { words, tokens, calm, meanings } = language.about(text);
        for (const word of words) vocabulary.words.add(word);
        const stems = tokens.filter((token) => !fillers.has(token));
        for (const token of stems) vocabulary.stems.add(token);
        if (place === "title" || place === "said") {
          if (record.k === "urgent") for (const name of new Set(language.dangersIn(calm).map((one) => one.name))) dangerous[of].set(name, (dangerous[of].get(name) || 0) + 1);
        }
        const key = tokens.join(" ");
        if (place !== "text" && !whole.has(key)) whole.set(key, of);
        engine.add({ id: texts.length, words: [...stems, ...new Set(meanings.map(({ name }) => `#${name}`))].join(" ") });
        texts.push({ of, place, stems });
        yield;
      }
    }
    // What the glossary calls one thing: who types one of these words may mean the others.
    const alike = new Map();
    records.forEach((record) => {
      if (record.k !== "word") return;
      const group = [record.t, ...(record.s || [])].map((text) => language.about(text).tokens.filter((token) => !fillers.has(token)));
      const [own] = group;
      for (const other of group.slice(1)) if (other.length === 1 && own.length === 1 && !light.has(other[0])) alike.set(other[0], own[0]);
    });

    const anchors = records.filter((record) => record.k === "my-side" && record.a.includes("#")).map((record) => record.a.split("#")[1]);
    const ownSide = records.findIndex((record) => record.k === "my-side" && !record.a.includes("#"));
    const newHere = records.findIndex((record) => record.a === "new-here/");
    const urgentList = records.findIndex((record) => record.a === "urgent/");

    /** Whether an urgent card is mainly about a danger, not only near it. */
    const isAbout = (of, name) => (dangerous[of].get(name) || 0) >= Math.max(1, 0.4 * Math.max(...dangerous[of].values()));

    /** The question as words to look up, each with its weight and the places of the question it stands for. */
    const lookUp = (read) => {
      const terms = new Map();
      const put = (term, weight, places, prefix) => {
        const has = terms.get(term);
        if (has) { has.weight = Math.max(has.weight, weight); has.places.push(...places); } else terms.set(term, { weight, places: [...places], prefix });
      };
      read.words.forEach(({ stem, others, slip, prefix }, at) => {
        if (!read.left[at] || (fillers.has(stem) && !prefix)) return;
        const weight = (light.has(stem) || names(read, at) ? weightOf.light : 1) * (slip ? weightOf.slip : prefix ? weightOf.prefix : weightOf.own);
        put(stem, weight, [at], prefix);
        for (const other of others || []) if (!fillers.has(other)) put(other, weight * 0.6, [at]);
        if (alike.has(stem)) put(alike.get(stem), weight * 0.5, [at]);
      });
      for (const { name, from, to } of read.meanings) {
        const places = Array.from({ length: to - from }, (_, i) => from + i);
        put(`#${name}`, weightOf.meaning, places);
      }
      if (read.negated) for (const name of data.lighter.split(",")) put(`#${name.trim()}`, 0.6, []);
      return terms;
    };

    /** How much each place of the question matters. */
    const matter = (read) => read.words.map(({ stem }, at) => {
      if (!read.left[at] || fillers.has(stem)) return 0;
      return light.has(stem) || names(read, at) ? weightOf.light : 1;
    });
    /** Whether a word only names the kind of answer: "rules about respect". */
    const names = (read, at) => read.kinds.some(({ from, to }) => at >= from && at < to);

    /** For every record the best of its texts, what they all add, and how much of the question they cover. */
    const weighed = (read, terms, matters) => {
      const found = new Map();
      const all = matters.reduce((sum, one) => sum + one, 0) || 1;
      const asked = read.tokens.filter((token) => !fillers.has(token));
      const row = ` ${asked.join(" ")} `;
      const list = [...terms.keys()];
      if (!list.length) return found;
      const hits = engine.search(list.join(" "), {
        prefix: (term) => Boolean(terms.get(term)?.prefix),
        boostTerm: (term) => terms.get(term)?.weight || 1,
        boostDocument: (id) => PLACES[texts[id].place],
        bm25: { k: 1.2, b: 0.5, d: 0.3 },
      });
      for (const hit of hits) {
        const text = texts[hit.id];
        const record = found.get(text.of) || { best: 0, sum: 0, covered: new Map() };
        const places = hit.queryTerms.flatMap((term) => terms.get(term)?.places || []);
        const part = places.length ? [...new Set(places)].reduce((sum, at) => sum + matters[at], 0) : 0;
        const inARow = text.stems.length > 1 && asked.length > 1 && (` ${text.stems.join(" ")} `.includes(row) || row.includes(` ${text.stems.join(" ")} `));
        const sum = hit.score / hit.queryTerms.length; // the library counts a text again for each word it shares; how much is shared is weighed below
        const score = sum * (0.1 + 0.9 * Math.min(1, part / all)) * (inARow && (text.place === "title" || text.place === "said") ? 1.6 : 1);
        record.sum += score;
        for (const at of places) record.covered.set(at, Math.max(record.covered.get(at) || 0, COVERS[text.place]));
        record.best = Math.max(record.best, score);
        found.set(text.of, record);
      }
      return found;
    };

    /** Whether the question holds one of an urgent card's own sayings whole, or is itself whole in one. */
    const saysSo = (read, of) => {
      const asked = read.tokens.filter((token, at) => read.left[at] && read.calm[at] && !fillers.has(token));
      const has = new Set(asked);
      return asked.length > 0 && texts.some((text) => text.of === of && (text.place === "said" || text.place === "title")
        && text.stems.length > 0 && ((text.stems.every((stem) => has.has(stem)) && text.stems.some((stem) => !light.has(stem)))
          || (asked.length * 2 >= text.stems.length && asked.every((stem) => text.stems.includes(stem)) && asked.some((stem) => !light.has(stem) && stem.length > 4))));
    };

    /** The answers to a question, best first, and whether none of them fits well. */
    const ask = (query) => {
      const read = language.read(query, vocabulary);
      const terms = lookUp(read);
      const matters = matter(read);
      const all = matters.reduce((sum, one) => sum + one, 0) || 1;
      const scored = [...weighed(read, terms, matters)].map(([of, { best, sum, covered }]) => {
        const record = records[of];
        const part = [...covered].reduce((most, [at, full]) => most + matters[at] * full * (read.words[at].slip ? 0.6 : 1), 0) / all;
        const named = read.kinds.some(({ name }) => ASKED[name]?.includes(record.k));
        let score = (best + 0.3 * sum) * (0.5 + 0.5 * part) * (KINDS[record.k] || 0.8) * (named ? NAMED : 1) * (1.05 - 0.1 * of / records.length);
        if (record.h && !read.heavy) score *= 0.2;
        const calm = record.k !== "urgent" && record.k !== "you";
        const said = !calm && (read.dangers.length > 0 || (record.k === "urgent" && saysSo(read, of)));
        if (!calm) score *= said ? 1.5 : 0.3;
        return { of, score, part, late: (record.h && !read.heavy) || (!calm && !said) };
      });
      const top = Math.max(1, ...scored.map((one) => one.score));
      const lift = (of, times) => {
        if (of === undefined || of < 0) return;
        const has = scored.find((one) => one.of === of);
        if (has) { has.score = Math.max(has.score, 0) + top * times; has.part = 1; } else scored.push({ of, score: top * times, part: 1 });
      };
      // Word for word what stands on a card.
      const same = whole.get(read.tokens.join(" "));
      if (same !== undefined) {
        lift(same, records[same].k === "urgent" || read.tokens.length > 7 ? 6 : 3); // nobody types so many words by chance
        const found = scored.find((one) => one.of === same);
        found.late = Boolean(records[same].h) && !read.heavy;
      }
      // Somebody new; the person concerned, at the part of their side that answers; danger before all.
      if (read.newcomer) lift(newHere, 1.3);
      const wanted = topics(read.mine);
      if (wanted.length && ownSide >= 0) {
        // what a colleague does has a card of its own; the own side stands beside it
        const beside = wanted.every((topic) => topic === "affected") && scored.some((one) => one.score === top && one.part >= 0.6);
        wanted.forEach((topic, at) => lift(partAt(topic), beside ? 0.6 : (4.6 - at * 0.5) * (read.dangers.length ? 0.4 : 1)));
        lift(ownSide, beside ? 0.3 : 1.2);
      }
      if (read.dangers.length) {
        const about = records.map((_, of) => of).filter((of) => dangerous[of].size && read.dangers.some((name) => isAbout(of, name)));
        about.forEach((of) => lift(of, 5));
        if (read.firstPerson && about.length) {
          const best = about.reduce((a, b) => (scored.find((one) => one.of === b).score > scored.find((one) => one.of === a).score ? b : a));
          const you = records.findIndex((record) => record.a === `${records[best].a}#you`);
          lift(you, speaksOfSelf(read) ? 16 : 2);
        }
        if (!about.length && read.dangers.some((name) => data.dangers[name].life)) lift(urgentList, 5);
      }
      scored.sort((a, b) => b.score - a.score || a.of - b.of);
      // What is formal, or urgent without a word of danger, never comes first; where it is all there is, nothing was found.
      const first = scored.findIndex((one) => !one.late);
      if (first > 0) scored.unshift(...scored.splice(first, 1));
      if (first < 0) scored.length = 0;
      const best = scored[0];
      const answers = best ? scored.filter((one, at) => one.score >= best.score * FAR || one.score > top * 0.4 || (at < 3 && one.part >= 0.5)).slice(0, MOST) : [];
      const seen = new Set();
      return {
        answers: answers.map((one) => records[one.of]).filter((record) => !seen.has(record.a) && seen.add(record.a)),
        poor: !best || Math.max(...scored.slice(0, 3).map((one) => one.part)) < POOR,
      };
    };

    /** The parts of the reader's own side that a question is about, the longest words first. */
    const topics = (mine) => {
      const longest = new Map();
      for (const { name, length } of mine) longest.set(name, Math.max(length, longest.get(name) || 0));
      const narrow = (name) => Number(data.narrow.includes(name));
      return [...longest].sort((a, b) => narrow(b[0]) - narrow(a[0]) || b[1] - a[1]).map(([name]) => name);
    };
    const partAt = (topic) => {
      const anchor = partOf(anchors, data.parts[topic]);
      return anchor ? records.findIndex((record) => record.k === "my-side" && record.a.endsWith(`#${anchor}`)) : ownSide;
    };
    /** "I" and nobody else: the danger is the reader's own. */
    const speaksOfSelf = (read) => {
      const others = new Set(["he", "she", "him", "her", "they", "them", "his", "hi", "somebody", "someone", "colleague", "employee", "worker"]);
      return !read.tokens.some((token, at) => others.has(token) || others.has(read.words[at].word));
    };

    return { ask, records };
  };

  return { search };
})();
