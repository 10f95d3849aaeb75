import { text } from "../../src/analysis/columns.js";
import type { Dataset } from "../../src/model/table.js";
import { WORKSPACE } from "../../src/model/workspace.js";
import type { Raw } from "../read/index.js";
import { THE_PUBLICATIONS } from "./texts.js";

/** Every sentence in the order of its text, in our words, with the fingerprint by which a reader's copy is known. */
export function sentencesTable({ sentences, claims }: Raw): Dataset {
  const claimsOf = (id: string) => claims.filter(({ sentence }) => sentence === id).map((claim) => claim.id);
  return {
    name: "sentences",
    title: "Sentences and their fingerprints",
    description: `Every sentence of ${WORKSPACE.publications} in order. Its own words are not kept.`,
    source: `${THE_PUBLICATIONS}, in our own words`,
    columns: [
      text("id", "id of the sentence"),
      text("publication", "id of the publication"),
      text("locator", "where it stands"),
      text("gist", "what it is about, in our words"),
      text("claims", "ids of the claims made of it, joined by ;"),
      { name: "words", type: "integer", description: "how many words it has" },
      text("fingerprint", "first 64 bits of SHA-256 over its normalised words"),
    ],
    rows: sentences.map(({ id, publication, locator, gist, words, fingerprint }) => ({
      id,
      publication,
      locator,
      gist,
      claims: claimsOf(id).join(";"),
      words,
      fingerprint,
    })),
  };
}
