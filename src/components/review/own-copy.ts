import type { Aligned } from "../../analysis/align/align.js";
import { formatNumber } from "../../model/format.js";
import { make } from "../dom.js";
import type { StoredRow } from "./align-worker.js";
import { cardAnchor } from "./claim-card.js";

export interface OwnCopy {
  readonly invalidation: Promise<unknown>;
  /** The stored sentences, loaded when a file is first chosen. */
  readonly sentences: () => Promise<StoredRow[]>;
}

/**
 * Lets a reader open their own copy of a publication. Its sentences are then shown on the cards of their claims and
 * beside what is left out, and missing sentences are listed. The file never leaves the page; one button removes it.
 */
export function bindOwnCopy({ invalidation, sentences }: OwnCopy): void {
  const form = document.querySelector<HTMLElement>('[data-part="own-copy"]');
  const part = <E extends HTMLElement>(name: string) => form?.querySelector<E>(`[data-part="${name}"]`);
  const input = form?.querySelector<HTMLInputElement>("input");
  const [forget, status, notFound] = [part("forget"), part("status"), part("not-found")];
  if (!form || !input || !forget || !status || !notFound) return;
  let stored: Promise<StoredRow[]> | null = null;
  let reader: Promise<typeof import("./read-own-copy.js")> | null = null;
  // Incremented by a newer choice or by removing the file: cancels earlier work.
  let turn = 0;

  const clear = () => {
    clearCards();
    notFound.replaceChildren();
  };
  const say = (...lines: readonly string[]) =>
    status.replaceChildren(...lines.map((line) => make(document)("p", {}, line)));
  const take = async (files: readonly File[]) => {
    const mine = ++turn;
    clear();
    forget.hidden = false;
    const said: string[] = [];
    const missing: Aligned<StoredRow>[] = [];
    for (const file of files) {
      say(...said, `Reading ${file.name}…`);
      try {
        stored ??= sentences();
        reader ??= import("./read-own-copy.js");
        const alignment = await (await reader).readOwnCopy(file, await stored);
        if (mine !== turn) return;
        for (const aligned of alignment.sentences) {
          if (aligned.text === null) missing.push(aligned);
          else show(aligned.sentence, aligned.text);
        }
        const counts = `${formatNumber(alignment.found)} of ${formatNumber(alignment.sentences.length)}`;
        said.push(`${file.name}: ${counts} sentences found.`);
      } catch (error) {
        if (mine !== turn) return;
        // Retry after a failed load.
        if ((error as Error).name !== "FileFault") stored = reader = null;
        said.push(`${file.name}: ${(error as Error).message}`);
      }
    }
    say(...said);
    if (missing.length > 0) notFound.append(missingList(missing));
  };

  input.onchange = () => void take([...(input.files ?? [])]);
  forget.onclick = () => {
    turn++;
    clear();
    input.value = "";
    forget.hidden = true;
    say("Removed. The page shows our words alone.");
    input.focus();
  };
  void invalidation.then(() => {
    turn++;
    clear();
    void reader?.then(({ endReading }) => endReading());
  });
}

/** Removes the sentences of the reader's copy from all cards. */
function clearCards(): void {
  for (const place of document.querySelectorAll<HTMLElement>(".own-words")) {
    place.hidden = true;
    place.replaceChildren();
  }
}

/** Shows a sentence of the reader's copy on the cards of its claims and where it is left out. */
function show(sentence: StoredRow, text: string): void {
  const h = make(document);
  const places = [
    ...sentence.claims.split(";").map((id) => `[data-claim="${id}"] [data-part="own-words"]`),
    `[data-sentence="${sentence.id}"]`,
  ];
  for (const place of document.querySelectorAll<HTMLElement>(places.join(","))) {
    place.replaceChildren(h("span", { class: "own-words-label" }, "In your copy: "), h("q", {}, text));
    place.hidden = false;
  }
}

/** The sentences that were not found, each with the text in their place. */
function missingList(missing: readonly Aligned<StoredRow>[]): HTMLElement {
  const h = make(document);
  return h(
    "details",
    {},
    h("summary", {}, `${formatNumber(missing.length)} not found, and what the file has in their place`),
    h(
      "ol",
      {},
      missing.map((aligned) => {
        const { sentence } = aligned;
        const [claim] = sentence.claims === "" ? [] : sentence.claims.split(";");
        const about = `${sentence.gist} (${sentence.locator.replace(/^[^:]+: /, "")})`;
        const between = aligned.text === null ? aligned.between : [];
        return h(
          "li",
          {},
          claim === undefined ? about : h("a", { href: `#${cardAnchor(claim)}` }, about),
          between.length === 0
            ? h("p", {}, "Nothing: the sentences before and after follow one another.")
            : h("p", { class: "own-words-between" }, cut(between.join(" "))),
        );
      }),
    ),
  );
}

const MAX_CHARACTERS = 600;

function cut(text: string): string {
  return text.length <= MAX_CHARACTERS ? text : `${text.slice(0, MAX_CHARACTERS)}…`;
}
