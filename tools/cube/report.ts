import type { Cubed } from "../../data-loaders/interviews/cubes/index.js";
import { aligned } from "../aligned.js";
import type { Request } from "./request.js";
import type { Written } from "./write-cubes.js";

/** How it went. */
export interface Report {
  readonly request: Request;
  readonly cubed: Cubed;
  readonly written: readonly Written[];
  readonly seconds: number;
  /** Most memory of this process at any time, in megabytes; a server's is its own. */
  readonly peakMegabytes: number;
}

/** For people. */
export function reportText({ cubed, written, seconds, peakMegabytes }: Report): string {
  const number = (value: number) => value.toLocaleString("en-GB");
  return `${[
    ...aligned([
      ["cube", "cells", "of one interview", "bytes", "file"],
      ...written.map(({ id, cells, lone, bytes, file }) => [
        id,
        number(cells),
        number(lone),
        number(bytes),
        file,
      ]),
    ]),
    "",
    `${number(cubed.interviews)} interviews${cubed.simulated === null ? "" : `, made up: ${cubed.simulated}`}, ${seconds.toFixed(1)} seconds, at most ${number(Math.round(peakMegabytes))} MB of memory`,
  ].join("\n")}\n`;
}

/** As one object. */
export function reportJson({ request, cubed, written, seconds, peakMegabytes }: Report): object {
  return {
    survey: request.plan.codebook.id,
    dimensions: request.plan.dimensions.map(({ name, levels }) => ({ name, levels: levels.length })),
    interviews: cubed.interviews,
    simulated: cubed.simulated,
    cubes: written,
    seconds: Number(seconds.toFixed(3)),
    peakMegabytes: Math.round(peakMegabytes),
    statement: cubed.statement,
  };
}

/** What a cube is, said each time that one is written. */
export function warning({ written }: Pick<Report, "written">): string {
  const lone = Math.max(0, ...written.map((each) => each.lone));
  const part =
    lone === 0
      ? ""
      : ` Up to ${lone.toLocaleString("en-GB")} of its cells hold one interview, with its answers and its weight.`;
  return `A cube is nearly the interviews themselves, and not for publication.${part}`;
}
