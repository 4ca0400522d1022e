/* Reads a question: its words, what they mean, and who seems to ask. Pure: words in, findings out; no page,
   no index. What it knows of a language is data (words.js). Ranking stands in ranking.js. */
globalThis.playbookReading = (() => {
  "use strict";

  const plain = (text) => text.normalize("NFKD").toLowerCase().replace(/[\u0300-\u036f'’`´]/g, "");
  /** The words of a text as they are written, without accents, capitals and apostrophes. */
  const wordsOf = (text) => plain(text).match(/[\p{L}\p{N}]+/gu) || [];
  const listed = (text) => text.trim().split(/\s+/);
  const entries = (text) => text.split(";").map((line) => line.split(":").map((part) => part.trim())).filter(([name]) => name);

  /** How many slips of a finger lie between two words, up to two; a swap of neighbours is one slip. */
  const slips = (a, b, most) => {
    if (a === b) return 0;
    if (Math.abs(a.length - b.length) > most) return most + 1;
    let [before, last] = [[], Array.from({ length: b.length + 1 }, (_, j) => j)];
    for (let i = 1; i <= a.length; i += 1) {
      const row = [i];
      for (let j = 1; j <= b.length; j += 1) {
        row[j] = Math.min(row[j - 1] + 1, last[j] + 1, last[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
        if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
      }
      if (Math.min(...row) > most) return most + 1;
      [before, last] = [last, row];
    }
    return last[b.length];
  };

  /** A language made ready: stems, patterns, and the questions that can be asked of a text. Made in small
      steps, so that who runs them may let the page answer in between; the last one gives the language. */
  const language = function* (data) {
    const forms = new Map();
    for (const [stem, others] of entries(data.forms)) for (const other of [stem, ...listed(others || stem)]) forms.set(other, stem);
    const stems = new Map();
    const stemOf = (word) => {
      if (!/^[a-z]{4,}$/.test(word)) return word;
      let short = word;
      for (const [ending, instead] of data.endings) {
        const cut = short.replace(ending, instead);
        if (cut.length > 2) short = cut;
        if (forms.has(short)) return forms.get(short);
      }
      return short;
    };
    /** One stem for all forms of a word: "shouted", "shouts" and "shouting" meet. */
    const stem = (word) => {
      let found = forms.get(word) || stems.get(word);
      if (!found) stems.set(word, (found = stemOf(word)));
      return found;
    };

    const known = new Set([...forms.keys()]); // every word of the language's own lists: none of them is a slip
    const note = (word) => { known.add(word); return stem(word); };
    const stemmed = (text) => new Set(listed(text).map(note));
    const fillers = stemmed(data.fillers);
    const light = stemmed(data.light);
    const spellings = new Map(entries(data.spellings));
    const spelledFrom = new Map(); // by its first word what is written otherwise, the longest first
    for (const [from, to] of spellings) {
      if (!to) continue;
      const row = from.split(" ");
      const others = [...(spelledFrom.get(row[0]) || []), { row, to: to.split(" ") }];
      spelledFrom.set(row[0], others.sort((a, b) => b.row.length - a.row.length));
    }
    for (const [from, to] of spellings) for (const word of `${from} ${to}`.split(" ")) known.add(word);

    /** Words with other spellings made one: "e-mail" is "email", "can't" is "can not". */
    const spelled = (raw) => {
      const words = [];
      for (let at = 0; at < raw.length; at += 1) {
        const other = spelledFrom.get(raw[at])?.find(({ row }) => row.every((word, i) => word === raw[at + i]));
        if (!other) { words.push(raw[at]); continue; }
        words.push(...other.to);
        at += other.row.length - 1;
      }
      return words;
    };

    /* Patterns ------------------------------------------------------------------------------------ */

    // A pattern is a row of places; a place is what may stand there: single words, longer parts, or a gap.
    const GAPS = { "*": { most: 3 }, "**": { most: 6 } };
    const groups = new Map();
    const split = (list) => list.split(",").map((text) => text.trim().replace(/\s+/g, " ")).filter(Boolean);
    const readPlace = (slot) => {
      if (GAPS[slot]) return GAPS[slot];
      const may = slot.length > 1 && slot.endsWith("?");
      const made = { may, words: new Set(), parts: [] };
      const texts = (may ? slot.slice(0, -1) : slot).split("|");
      const groupOf = (text) => (text.startsWith("@") ? groups.get(text.slice(1)) : undefined);
      if (texts.length === 1 && groupOf(texts[0])) return { ...groupOf(texts[0]), may };
      for (const text of texts) {
        const more = groupOf(text) || { words: [note(text)], parts: [] };
        for (const word of more.words) made.words.add(word);
        made.parts.push(...more.parts);
      }
      return made;
    };
    const places = new Map(); // the same places come back in many patterns
    const place = (slot) => {
      if (!places.has(slot)) places.set(slot, readPlace(slot));
      return places.get(slot);
    };
    const pattern = (text) => text.split(" ").map(place);
    for (const [name, members] of Object.entries(data.groups)) {
      const group = { words: new Set(), parts: [] };
      for (const text of split(members)) {
        const places = pattern(text);
        if (places.length === 1 && !places[0].parts.length) for (const word of places[0].words) group.words.add(word);
        else group.parts.push(places);
      }
      groups.set(name, group);
      places.clear(); // a name that was not there yet is from now on
      yield;
    }
    /** Where a pattern that begins at a place of the text ends; -1 where it does not fit. */
    const ends = (tokens, at, places, done = 0) => {
      if (done === places.length) return at;
      const { words, parts, may, most } = places[done];
      if (most) {
        for (let skip = 0; skip <= most && at + skip <= tokens.length; skip += 1) {
          const end = ends(tokens, at + skip, places, done + 1);
          if (end >= 0) return end;
        }
        return -1;
      }
      if (words.has(tokens[at])) {
        const end = ends(tokens, at + 1, places, done + 1);
        if (end >= 0) return end;
      }
      for (const part of parts) {
        const after = ends(tokens, at, part);
        const end = after < 0 ? -1 : ends(tokens, after, places, done + 1);
        if (end >= 0) return end;
      }
      return may ? ends(tokens, at, places, done + 1) : -1;
    };
    /** Words one of which begins every text that fits. */
    const firsts = (places, found = new Set()) => {
      const [first, ...rest] = places;
      for (const word of first.words) found.add(word);
      for (const part of first.parts) firsts(part, found);
      return first.may && rest.length ? firsts(rest, found) : found;
    };
    /** A book of patterns: `find` says which of them stand in a row of stems, and where. */
    const book = function* (named) {
      const byFirst = new Map();
      for (const [name, list] of named) {
        for (const text of split(list)) {
          const found = { name, places: pattern(text) };
          for (const word of firsts(found.places)) {
            if (byFirst.has(word)) byFirst.get(word).push(found);
            else byFirst.set(word, [found]);
          }
          yield;
        }
      }
      // Plain loops: this runs for every word of every text of the index.
      const find = (tokens) => {
        const all = [];
        for (let from = 0; from < tokens.length; from += 1) {
          for (const { name, places } of byFirst.get(tokens[from]) || []) {
            const to = ends(tokens, from, places);
            if (to >= 0) all.push({ name, from, to });
          }
        }
        return all;
      };
      return { find };
    };
    const one = (list) => book([["", list]]);
    const books = {
      meanings: yield* book(Object.entries(data.meanings)),
      dangers: yield* book(Object.entries(data.dangers).map(([name, danger]) => [name, danger.say])),
      mine: yield* book(Object.entries(data.mine)),
      kinds: yield* book(Object.entries(data.kinds)),
      idioms: yield* one(data.idioms),
      theirs: yield* one(data.theirs),
      newcomer: yield* one(data.newcomer),
      heavy: yield* one(data.heavy),
      negated: yield* one(data.negated),
    };
    for (const text of Object.values(data.pages)) for (const word of wordsOf(text)) known.add(word);

    const marked = (tokens, found, mark) => {
      const copy = [...tokens];
      for (const { from, to } of found) copy.fill(mark, from, to);
      return copy;
    };
    const BLANK = "·";

    /** What a text is about: its words, their stems, and the names of the meanings in it. Made once for every text of the index. */
    const about = (text) => {
      const words = spelled(wordsOf(text));
      const tokens = words.map(stem);
      const calm = marked(tokens, books.idioms.find(tokens), BLANK);
      return { words, tokens, calm, meanings: books.meanings.find(calm) };
    };
    /** The dangers in a text; `calm` is what `about` tells of it. */
    const dangersIn = (calm) => books.dangers.find(calm);

    /* Slips ----------------------------------------------------------------------------------------- */

    /** Which letters a word has, as bits: words that differ in many are not near, and need no closer look. */
    const letters = (word) => {
      let bits = 0;
      for (let at = 0; at < word.length; at += 1) bits |= 1 << (word.charCodeAt(at) % 31);
      return bits;
    };
    const differ = (a, b) => {
      let bits = a ^ b;
      let count = 0;
      for (; bits; count += 1) bits &= bits - 1;
      return count;
    };
    const bits = new Map();
    const bitsOf = (word) => {
      if (!bits.has(word)) bits.set(word, letters(word));
      return bits.get(word);
    };
    /** The nearest words that are known, for one that is not; words of the cards come before others. */
    const mended = (word, vocabulary) => {
      if (word.length < 3 || /\d/.test(word)) return [];
      const most = word.length < 7 ? 1 : 2;
      const near = [];
      const seek = (typed, candidate, cost) => {
        if (candidate.length < 3 || Math.abs(candidate.length - typed.length) > most) return;
        if (differ(bitsOf(typed), bitsOf(candidate)) > 2 * most) return;
        const sameStart = candidate[0] === typed[0];
        const far = sameStart || typed.length > 4 ? slips(typed, candidate, most) : most + 1;
        const swapped = typed.length === candidate.length && bitsOf(typed) === bitsOf(candidate); // nothing lost, nothing new
        if (far <= most) near.push({ candidate, cost: far + cost + (sameStart ? 0 : 0.4) - (swapped ? 0.15 : 0) });
      };
      const own = stem(word);
      for (const candidate of vocabulary.words) seek(word, candidate, -0.25);
      for (const candidate of known) seek(word, candidate, 0);
      if (own !== word) for (const candidate of vocabulary.stems) seek(own, candidate, -0.2);
      if (own !== word) for (const candidate of known) seek(own, candidate, 0.05);
      return [...new Set(near.sort((a, b) => a.cost - b.cost).map(({ candidate }) => candidate))].slice(0, 3);
    };
    /** Two known words that were written as one. */
    const parted = (word, vocabulary) => {
      for (let at = 2; at < word.length - 1; at += 1) {
        const pair = [word.slice(0, at), word.slice(at)];
        if (pair.every((part) => part.length > 1 && vocabulary.has(part) && (part.length > 2 || fillers.has(part)))) return pair;
      }
      return [];
    };

    /** The words of a question, each with what else it may have meant; the last one may not be typed to its end. */
    const understood = (query, vocabulary) => {
      const raw = spelled(wordsOf(query));
      const open = !/\s$/.test(query);
      return raw.flatMap((word, at) => {
        const own = stem(word);
        if (vocabulary.has(word) || known.has(word) || vocabulary.stems.has(own)) return [{ word, stem: own, known: true }];
        if (open && at === raw.length - 1 && word.length > 1 && vocabulary.begins(word)) return [{ word, stem: word, prefix: true }];
        const pair = parted(word, vocabulary);
        if (pair.length) return pair.map((part) => ({ word: part, stem: stem(part), known: true }));
        const [first, ...others] = mended(word, vocabulary).map(stem);
        return [first ? { word, stem: first, others: [...new Set(others)].filter((other) => other !== first), slip: true } : { word, stem: own }];
      });
    };

    const names = (found) => [...new Set(found.map(({ name }) => name))];
    /** Everything that can be told of a question. `vocabulary` holds the words of the index. */
    const read = (query, vocabulary) => {
      const words = understood(query, vocabulary);
      const tokens = words.map((word) => word.stem);
      const sayings = books.idioms.find(tokens);
      const calm = marked(tokens, sayings, BLANK);
      const own = books.mine.find(calm);
      const skipped = own.some(({ name }) => name === "skipped");
      const negated = skipped ? [] : books.negated.find(calm);
      const meant = marked(calm, negated, BLANK);
      const about = marked(tokens, negated, BLANK);
      const kinds = books.kinds.find(tokens);
      const theirs = books.theirs.find(tokens).length > 0 || kinds.some(({ name }) => name === "word");
      return {
        words,
        tokens,
        calm: calm.map((token) => token !== BLANK), // false: part of a saying
        left: about.map((token) => token !== BLANK), // false: what the reader does not want
        // a saying may still be about something ("my laptop died"), only not about danger
        meanings: books.meanings.find(about).filter(({ name, from, to }) => !data.grave.includes(name) || calm.slice(from, to).every((token) => token !== BLANK)),
        dangers: names(books.dangers.find(calm)),
        mine: theirs ? [] : own.filter(({ from, to }) => !marked(tokens, negated, BLANK).slice(from, to).includes(BLANK)).map(({ name, from, to }) => ({ name, length: to - from })),
        firstPerson: tokens.some((token) => token === "i" || token === "me" || token === "my"),
        newcomer: books.newcomer.find(tokens).length > 0,
        kinds,
        heavy: books.heavy.find(meant).length > 0,
        negated: negated.length > 0,
      };
    };

    return { data, fillers, light, about, dangersIn, read };
  };

  return { language, wordsOf, slips };
})();
