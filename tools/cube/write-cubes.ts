import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { type Cube, cubeBytes, cubeSize } from "../../src/stats/index.js";
import type { Request } from "./request.js";

/** A written cube. */
export interface Written {
  readonly id: string;
  readonly file: string;
  readonly cells: number;
  /** Cells with a single interview. */
  readonly lone: number;
  readonly bytes: number;
}

/** Writes all cubes or none: first under temporary names. */
export function writeCubes(cubes: ReadonlyMap<string, Cube>, { kind, path }: Request["out"]): Written[] {
  mkdirSync(kind === "folder" ? path : dirname(path), { recursive: true });
  const written = [...cubes].map(([id, cube]): Written & { partial: string } => {
    const file = kind === "folder" ? join(path, `${id}.cube`) : path;
    const { cells, loneInterviews, bytes } = cubeSize(cube);
    return { id, file, partial: `${file}.part`, cells, lone: loneInterviews, bytes };
  });
  try {
    for (const { id, partial } of written) writeFileSync(partial, cubeBytes(cubes.get(id) as Cube));
    for (const { partial, file } of written) renameSync(partial, file);
  } finally {
    for (const { partial } of written) rmSync(partial, { force: true });
  }
  return written.map(({ partial: _, ...rest }) => rest);
}
