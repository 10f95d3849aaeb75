import type { Cubed } from "../../data-loaders/interviews/cubes/index.js";
import { aligned } from "../aligned.js";
import type { Request } from "./request.js";
import type { Written } from "./write-cubes.js";

/** Outcome of the command. */
export interface Report {
  readonly request: Request;
  readonly cubed: Cubed;
  readonly written: readonly Written[];
  readonly seconds: number;
  /** Peak memory of this process in megabytes, not of a server. */
  readonly peakMegabytes: number;
}

/** The report as text. */
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

/** The report as JSON. */
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

/** Warning printed with each written cube. */
export function warning({ written }: Pick<Report, "written">): string {
  const lone = Math.max(0, ...written.map((each) => each.lone));
  const part =
    lone === 0
      ? ""
      : ` Up to ${lone.toLocaleString("en-GB")} of its cells hold one interview, with its answers and its weight.`;
  return `A cube is nearly the interviews themselves, and not for publication.${part}`;
}
