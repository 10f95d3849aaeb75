import { expect, it } from "vitest";
import { readRaw } from "../../../../data-loaders/read/index.js";
import { ANSWERS, MARKED, markName } from "../../../../src/analysis/review/marks.js";
import { readState, writeState } from "../../../../src/components/link-state.js";
import type { Control } from "../../../../src/model/control.js";

const { values, bases, claims } = readRaw("data-loaders/raw");
const ids = [...values, ...bases, ...claims].map(({ id }) => id);

it("every value, base and claim has a short name of its own in a link", () => {
  const names = ids.map((id) => markName("value", id));
  expect(new Set(names).size).toBe(ids.length);
  for (const name of names) expect(name).toMatch(/^value-[0-9a-z]{1,7}$/);
  expect(markName("call", ids[0] ?? "")).not.toBe(names[0]);
});

it("a link gives back each answer, and holds nothing for what was not answered", () => {
  const controls = MARKED.map(
    (marked): Control => ({
      name: markName(marked, "an.id"),
      type: "choice",
      legend: marked,
      options: ["", ...Object.keys(ANSWERS[marked])].map((code) => ({ code, label: code })),
      default: "",
    }),
  );
  for (const { name, options } of controls)
    for (const { code } of options) {
      const link = writeState({ [name]: code }, controls);
      expect(link).toBe(code === "" ? "" : `?v=1&${name}=${code}`);
      expect(readState(link, controls)[name]).toBe(code);
    }
  expect(readState(`?v=1&${markName("value", "an.id")}=agree`, controls)).toEqual(readState("", controls));
});
