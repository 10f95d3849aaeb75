import type { CodedInterviews } from "../../../../src/analysis/interviews/index.js";
import { CES_2023_24 } from "../../../codebooks/ces-2023-24.js";
import type { Raw } from "../../../read/index.js";
import { madeInterviews } from "../../made-interviews.js";
import { randomOf } from "../../random.js";
import { inOrder } from "../in-order.js";
import { printedOf } from "../printed.js";
import { makeContact } from "./contact.js";
import { makeDates } from "./dates.js";
import { makeDrivers } from "./drivers.js";
import { fitHealthAndEthnicity } from "./health-profile.js";
import { makeOnline } from "./online.js";
import { makePeople } from "./people.js";
import { makeSatisfaction } from "./satisfaction.js";
import { makeWeights } from "./weights.js";

/**
 * One attempt at the interviews of 2023/24: people, weights, then answers, each matching what is printed. Null if no
 * answers fit; the next attempt may succeed.
 *
 * @param stream seed of this attempt's random numbers
 */
export function drawCes(raw: Raw, stream: number, simulated: string): CodedInterviews | null {
  const random = randomOf(stream);
  const printed = printedOf(raw, "ces-2023-24");
  const draft = makePeople(random, printed);
  if (!makeWeights(draft, random)) return null;
  if (!fitHealthAndEthnicity(draft, random, printed)) return null;
  if (!makeSatisfaction(draft, random, printed)) return null;
  makeContact(draft, random, printed);
  if (!makeDrivers(draft, random, printed)) return null;
  if (!makeOnline(draft, random, printed)) return null;
  makeDates(draft, random);
  return madeInterviews(CES_2023_24, inOrder(draft, CES_2023_24), simulated);
}
