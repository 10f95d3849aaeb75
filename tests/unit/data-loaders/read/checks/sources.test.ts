import { expect, it } from "vitest";
import { readRaw } from "../../../../../data-loaders/read/index.js";
import { RAW } from "../../audit/raw-copy.js";
import { changed, faults } from "../raw-folder.js";

const FACTS = "context/facts.csv";
const EVENTS = "context/events.csv";
const SOURCES = "context/sources.csv";

it("reports an outside fact or event without a source, and one that names a source that is not there", () => {
  expect(faults(changed(FACTS, ",context.source.calls,", ",,"))).toEqual([
    `${FACTS}:2:101: grade A without a source; expected the id of a row of sources.csv`,
  ]);
  expect(faults(changed(EVENTS, ",context.source.notice", ","))).toEqual([
    `${EVENTS}:2:61: grade B without a source; expected the id of a row of sources.csv`,
  ]);
  expect(faults(changed(EVENTS, ",context.source.notice", ",context.source.letter"))).toEqual([
    `${EVENTS}:2:61: source_id is "context.source.letter"; expected the id of a row of sources.csv`,
  ]);
});

it("reports a source without an address, and a publication without one", () => {
  const expected = "expected an address such as https://www.gov.uk/page";
  expect(faults(changed(SOURCES, "https://example.org/calls", ""))).toContainEqual(
    expect.stringMatching(new RegExp(`^${SOURCES}:2:\\d+: source_url is .*; ${expected}$`)),
  );
  expect(
    faults(changed("alpha-2016/publication.csv", "https://example.org", "not stated in the texts held")),
  ).toContainEqual(expect.stringContaining(expected));
});

it("reports a fact of grade A whose page is a report of it by others", () => {
  expect(faults(changed(FACTS, "context.source.calls", "context.source.notice"))).toEqual([
    `${FACTS}:2:101: grade A with context.source.notice, which is second hand; expected grade B, or the publisher's own page`,
  ]);
});

it("reports an event of a publication that names an outside source", () => {
  expect(faults(changed(EVENTS, ",B,", ",P,"))).toEqual([
    `${EVENTS}:2:61: source_id is "context.source.notice"; expected none, since the publication says so`,
  ]);
});

it("finds an address for every publication and every outside fact and event of the project", () => {
  const raw = readRaw(RAW);
  const pages = new Map(raw.sources.map((source) => [source.id, source]));
  const outside = [...raw.facts, ...raw.events].filter(({ grade }) => grade !== "P");
  expect(outside.length).toBeGreaterThan(70);
  for (const { id, sourceId } of outside)
    expect(pages.get(sourceId ?? "")?.sourceUrl, id).toMatch(/^https?:\/\//);
  for (const { id, sourceUrl } of raw.publications)
    expect(sourceUrl, id).toMatch(/^https:\/\/www\.gov\.uk\//);
  const cited = new Set(outside.map(({ sourceId }) => sourceId));
  for (const { id } of raw.sources) expect(cited, id).toContain(id);
});
