import { type Dataset, defineTable, text, whole } from "../../src/model/table.js";
import { THE_PUBLICATIONS } from "../../src/model/the-publications.js";
import { WORKSPACE } from "../../src/model/workspace.js";
import type { Raw } from "../read/index.js";
import { recordsTable } from "./dataset.js";

const SENTENCES = defineTable({
  name: "sentences",
  title: "Sentences and their fingerprints",
  description: `Every sentence of ${WORKSPACE.publications} in order. Its own words are not kept.`,
  source: `${THE_PUBLICATIONS}, in our own words`,
  columns: {
    id: text("id of the sentence"),
    publication: text("id of the publication"),
    locator: text("where it stands"),
    gist: text("what it is about, in our words"),
    claims: text("ids of the claims made of it, joined by ;"),
    words: whole()("how many words it has"),
    fingerprint: text("first 64 bits of SHA-256 over its normalised words"),
  },
});

/** Every sentence in the order of its text, in our words, with the fingerprint by which a reader's copy is known. */
export function sentencesTable({ sentences, claims }: Pick<Raw, "sentences" | "claims">): Dataset {
  const claimsOf = (id: string) => claims.filter(({ sentence }) => sentence === id).map((claim) => claim.id);
  return recordsTable(SENTENCES, sentences, ({ id }) => ({ claims: claimsOf(id).join(";") }));
}
