/* Finds in a text what the rules of its language name, sentence by sentence: the same rules and the same
   steps as the command line (playbook/wording/), which the tests hold against this. Nothing here touches
   the page. A text is read in JavaScript's own units; lines and columns are told in characters. */
(() => {
  "use strict";

  const BLOT = "¤";
  const SHOWN = 60;
  const BLANKS = /[\n\r\t\u00a0*_~]|(?<= )>(?= )/g;
  const APOSTROPHE = /(?<=\w)[’ʼ](?=\w)/g;
  const WORDS = /[a-z]+/g;

  /** A pattern to search with, made when it is first needed. */
  const pattern = (source) => {
    const made = {};
    const of = (flags) => made[flags] || (made[flags] = new RegExp(source, flags));
    return {
      get all() { return of("g"); },
      has: (text) => of("").test(text),
      at: (text, start) => {
        const found = of("y");
        found.lastIndex = start;
        return found.exec(text);
      },
    };
  };

  /** The rules as they came, with every pattern ready to search with. */
  const ready = (data) => {
    const made = (source) => pattern(source.replace(/\{([a-z_]+)\}/g, (_, name) => data.pieces[name]));
    const each = (sources) => sources.map(made);
    return {
      checks: data.checks.map((check) => ({
        ...check,
        find: check.find.map(({ source, needs }) => ({ words: made(source), needs: new Set(needs) })),
        before: each(check.before),
        after: each(check.after),
        sentence: each(check.sentence),
      })),
      advice: each(data.advice),
      badList: made(data.bad_list),
      badHeading: made(data.bad_heading),
      firstNames: new Set(data.first_names),
      notNames: new Set(data.not_names),
      reading: Object.fromEntries(Object.entries(data.reading).map(([name, source]) => [name, pattern(source)])),
    };
  };

  /* The text in the pieces that are judged -------------------------------------------------------- */

  /** Paragraphs, items, cells and headings, with their place; `bad` ones are announced as bad examples. */
  const passages = (text, rules) => {
    const { reading, badHeading, badList } = rules;
    const found = [];
    let [opener, columns, code, start, current] = ["", null, false, 0, null];
    for (const line of text.split("\n")) {
      const end = start + line.length;
      const [heading, item] = [reading.heading.at(line, 0), reading.item.at(line, 0)];
      const row = reading.row.at(line, 0);
      if (reading.fence.at(line, 0)) {
        code = !code;
        current = null;
      } else if (code || !line.trim()) {
        current = null;
      } else if (heading) {
        found.push({ start: start + heading[0].length, end, heading: true });
        opener = badHeading.has(line.toLowerCase()) ? line : "";
        current = null;
      } else if (row) {
        const cells = [...line.matchAll(reading.cell.all)];
        if (columns === null) {
          columns = new Set(cells.keys());
          cells.forEach((cell, index) => badList.has(cell[0].toLowerCase()) || columns.delete(index));
        } else if (!reading.ruler.at(line, 0)) {
          cells.forEach((cell, index) => found.push({
            start: start + cell.index, end: start + cell.index + cell[0].length, bad: columns.has(index),
          }));
        }
        current = null;
      } else if (item) {
        current = { start: start + item[0].length, end, bad: Boolean(opener) };
        found.push(current);
      } else if (current) {
        current.end = end;
      } else {
        current = { start: start + reading.indent.at(line, 0)[0].length, end };
        found.push(current);
        opener = "";
      }
      if (!row) columns = null;
      if (current && line.trimEnd().endsWith(":") && !item) {
        const passage = text.slice(current.start, end);
        opener = badList.has(passage.toLowerCase()) ? passage : "";
      }
      start = end + 1;
    }
    return found;
  };

  /** One sign for each of its own: plain apostrophes, no emphasis, quotations blotted out. */
  const plain = (text, { reading }) => text
    .replace(APOSTROPHE, "'").replace(BLANKS, " ")
    .replace(reading.quotes.all, (quote) => quote[0] + BLOT.repeat(quote.length - 2) + quote.slice(-1));

  const split = (text, { reading }) => {
    const found = [];
    let start = 0;
    for (const mark of text.matchAll(reading.end.all)) {
      const end = mark.index + mark[0].length;
      if (!reading.short.has(text.slice(0, end).trimEnd())) {
        found.push([start, end]);
        start = end;
      }
    }
    if (text.slice(start).trim()) found.push([start, text.length]);
    return found;
  };

  /** In small letters; only what looks like a name keeps its capital. */
  const cased = (text, { reading, firstNames, notNames }) => {
    let first = -1;
    return text.replace(reading.letters.all, (word, place) => {
      if (first < 0) first = place;
      const small = word.toLowerCase();
      if (reading.capital.at(word, 0)?.[0] !== word || notNames.has(small)) return small;
      return firstNames.has(small) || place !== first ? word : small;
    });
  };

  const sentences = (text, rules) => passages(text, rules).filter(({ bad }) => !bad)
    .flatMap(({ start, end, heading }) => {
      const words = plain(text.slice(start, end), rules);
      return split(words, rules).map(([from, to]) => (
        { start: start + from, text: cased(words.slice(from, to), rules), heading: Boolean(heading) }));
    });

  /* What the rules find --------------------------------------------------------------------------- */

  /** Whether what stands around shows that nobody is judged: advice, a condition, an example beside it. */
  const silent = (text, start, end, check, { advice }) => {
    const before = text.slice(0, start);
    return [...advice, ...check.before].some((one) => one.has(before))
      || check.after.some((one) => one.at(text, end))
      || check.sentence.some((one) => one.has(text));
  };

  /** What a sentence holds; the same words are found once, by the check that ranks first. */
  const inSentence = (sentence, rules) => {
    const said = [...new Set(sentence.text.toLowerCase().match(WORDS))];
    const taken = [];
    for (const check of rules.checks) {
      if (check.heading && !sentence.heading) continue;
      for (const { words, needs } of check.find) {
        if (needs.size && !said.some((word) => needs.has(word))) continue;
        for (const match of sentence.text.matchAll(words.all)) {
          const [start, end] = [match.index, match.index + match[0].length];
          const free = taken.every((one) => end <= one.start || start >= one.end);
          if (free && !silent(sentence.text, start, end, check, rules)) taken.push({ start, end, check });
        }
      }
    }
    return taken;
  };

  const remark = (text, sentence, { start, end, check }) => {
    const lead = sentence.text.slice(start, end).match(/^[ ,;]*/)[0].length;
    const [begin, stop] = [sentence.start + start + lead, sentence.start + end];
    const words = [...text.slice(begin, stop).trim().split(/\s+/).join(" ")];
    const shown = words.length <= SHOWN ? words.join("") : `${words.slice(0, SHOWN).join("").trimEnd()}…`;
    return {
      line: text.slice(0, begin).split("\n").length,
      column: [...text.slice(text.lastIndexOf("\n", begin - 1) + 1, begin)].length + 1,
      length: [...text.slice(begin, stop)].length,
      check: check.id,
      message: check.says.replace("{words}", () => shown),
      hint: check.hint,
      begin,
      stop,
    };
  };

  /** Everything found in a text, in reading order. */
  const find = (text, rules) => sentences(text, rules)
    .flatMap((sentence) => inSentence(sentence, rules).map((found) => remark(text, sentence, found)))
    .sort((one, other) => one.begin - other.begin || (one.check < other.check ? -1 : 1));

  globalThis.playbookWording = { ready, find };
})();
