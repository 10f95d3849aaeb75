import type { Interval } from "../model/rounding.js";
import { boxSharePiece } from "./box-share-piece.js";
import type { Ellipse } from "./ellipse.js";
import { type JointMean, jointSharePiece, printedPartsAt } from "./joint-share-piece.js";
import { type Piece, row, type Total } from "./piece.js";
import type { ShareDefinition } from "./problem.js";
import type { Row } from "./program.js";
import { fewVertices, isBox, isFixed, type ShareSet, shareSet } from "./shares.js";
import { notSignificantPiece, significantPiece } from "./significant-piece.js";
import type { StatedDifference, System } from "./system.js";
import { vertexSharePiece } from "./vertex-share-piece.js";

type Term = Interval | { readonly id: string };
type NamedShares = { readonly name: string; readonly definition: ShareDefinition };

interface PendingMean {
  readonly parts: readonly number[];
  readonly total: Total;
  readonly path: string;
  readonly statement: number;
}

/** A system that can translate its points back. */
export interface BuiltSystem extends System {
  /** Reads the shares, and the printed numbers before rounding, at a point. */
  readonly read: (x: ArrayLike<number>) => {
    shares: Record<string, readonly number[]>;
    printed: Record<string, number>;
  };
}

/** Limit on unprinted parts of shares that serve several identities: beyond it the search does not end. */
const MAX_JOINT = 8;

/** Builds a system from statements. Order of variables: unknowns, printed parts, shares. */
export class SystemBuilder {
  private readonly low: number[] = [];
  private readonly high: number[] = [];
  private readonly ids = new Map<string, number>();
  private readonly figures: number[] = [];
  private readonly printedParts = new Map<string, number>();
  private readonly printedVariables = new Set<number>();
  /** Computes printed parts that are in no row. */
  private readonly completions: {
    readonly variables: readonly number[];
    readonly at: (x: ArrayLike<number>) => readonly number[];
  }[] = [];
  private readonly differences: StatedDifference[] = [];
  private readonly rows: Row[] = [];
  private readonly pieces: Piece[] = [];
  private readonly means = new Map<string, { set: ShareSet; uses: PendingMean[] }>();
  private readonly totals: { path: string; range: Interval; at: (x: ArrayLike<number>) => number }[] = [];

  constructor(ids: readonly string[]) {
    for (const id of ids) {
      const i = this.variable(0, 100);
      this.ids.set(id, i);
      this.figures.push(i);
    }
  }

  limit(id: string, low: number, high: number): void {
    const i = this.of(id);
    this.low[i] = Math.max(this.low[i], low);
    this.high[i] = Math.min(this.high[i], high);
  }

  difference(greater: string, less: string, least: number, statement: number): void {
    this.differences.push({ i: this.of(greater), j: this.of(less), least, statement });
  }

  weighted(terms: readonly (readonly [string, number])[], range: Interval, statement: number): void {
    this.rows.push(
      row(
        terms.map(([id, coefficient]) => [this.of(id), coefficient] as const),
        range,
        statement,
      ),
    );
  }

  significant(a: string, b: string, ellipse: Ellipse, direction: "ab" | null, statement: number): void {
    this.pieces.push(significantPiece(this.of(a), this.of(b), ellipse, direction, statement));
  }

  notSignificant(a: string, b: string, ellipse: Ellipse, statement: number): void {
    this.pieces.push(notSignificantPiece(this.of(a), this.of(b), ellipse, statement));
  }

  sum(total: Term, parts: readonly Term[], path: string, statement: number): void {
    this.linear(
      this.parts(parts, path),
      parts.map(() => 1),
      this.total(total),
      path,
      statement,
    );
  }

  mean(total: Term, parts: readonly Term[], shares: NamedShares, path: string, statement: number): void {
    const { name, definition } = shares;
    const set = shareSet(definition, parts.length, name === path ? path : `${path}, shares "${name}"`);
    const pending = { parts: this.parts(parts, path), total: this.total(total), path, statement };
    const group = this.means.get(name);
    if (group === undefined) this.means.set(name, { set, uses: [pending] });
    else {
      if (group.set.low.length !== parts.length)
        throw new RangeError(`${path}: shares "${name}" have another number of parts`);
      if (group.set.centre.some((w, i) => Math.abs(w - set.centre[i]) > 1e-12))
        throw new RangeError(`${path}: shares "${name}" have other bases in another identity`);
      group.uses.push(pending);
    }
  }

  build(): BuiltSystem {
    const fixedShares = new Map<string, readonly number[]>();
    for (const [name, { set, uses }] of this.means) {
      const [only] = uses as [PendingMean];
      const vertices = fewVertices(set);
      const single = uses.length === 1;
      if (isFixed(set) || vertices?.length === 1 || set.low.length === 1) {
        const shares = vertices?.[0] ?? set.centre;
        fixedShares.set(name, shares);
        for (const use of uses) this.linear(use.parts, shares, use.total, use.path, use.statement);
        continue;
      }
      if (single && vertices !== null)
        this.pieces.push(vertexSharePiece(only.parts, only.total, vertices, name, only.statement));
      else if (single && isBox(set))
        this.pieces.push(boxSharePiece(only.parts, only.total, set, name, only.statement));
      else this.joint(set, uses, name);
    }
    const { pieces, printedParts, totals, completions } = this;
    const meansByName = [...this.means];
    return {
      low: this.low,
      high: this.high,
      differences: this.differences,
      rows: this.rows,
      pieces,
      figures: this.figures,
      read(point) {
        const x = Float64Array.from(point);
        for (const { variables, at } of completions) {
          const values = at(point);
          variables.forEach((i, k) => {
            x[i] = values[k];
          });
        }
        const shares: Record<string, readonly number[]> = Object.fromEntries(fixedShares);
        for (const piece of pieces) {
          const used = piece.shares?.(x);
          if (used !== undefined) shares[used[0]] = used[1];
        }
        const printed: Record<string, number> = {};
        const put = (path: string, range: Interval, value: number) => {
          printed[path] = Math.min(range.high, Math.max(range.low, value));
        };
        for (const [path, i] of printedParts) printed[path] = x[i];
        for (const { path, range, at } of totals) put(path, range, at(x));
        for (const [name, { uses }] of meansByName) {
          for (const { path, parts, total } of uses) {
            if (!("low" in total) || fixedShares.has(name)) continue;
            const w = shares[name];
            put(
              `${path}.total`,
              total,
              parts.reduce((s, p, k) => s + w[k] * x[p], 0),
            );
          }
        }
        return { shares, printed };
      },
    };
  }

  private joint(set: ShareSet, uses: readonly PendingMean[], name: string): void {
    const statement = uses[0]?.statement ?? -1;
    const unknown = Math.max(
      ...uses.map(({ parts }) => parts.filter((p) => !this.printedVariables.has(p)).length),
    );
    if (unknown > MAX_JOINT)
      throw new RangeError(
        `${uses[0]?.path}: shares "${name}" of ${unknown} parts that are not printed; at most ${MAX_JOINT} where they serve several identities or are both near their bases and in order`,
      );
    const shares = set.low.map((low, k) => this.variable(low, set.high[k]));
    this.rows.push(
      row(
        shares.map((w) => [w, 1]),
        { low: 1, high: 1 },
        statement,
      ),
    );
    if (set.nondecreasing) {
      for (let k = 1; k < shares.length; k++) {
        this.differences.push({ i: shares[k], j: shares[k - 1], least: 0, statement });
      }
    }
    if (set.growthAtMost < Infinity) {
      const terms: [number, number][] = [
        [shares[shares.length - 1], 1],
        [shares[0], -set.growthAtMost],
      ];
      this.rows.push(row(terms, { high: 0 }, statement));
    }
    const means: JointMean[] = uses.map(({ parts, total, statement }) => {
      const isPrinted = (p: number) => this.printedVariables.has(p);
      const unknown = parts.filter((p) => !isPrinted(p));
      return {
        total,
        statement,
        printed: parts.flatMap((p, k) =>
          isPrinted(p) ? [{ share: shares[k], low: this.low[p], high: this.high[p] }] : [],
        ),
        shares: shares.filter((_, k) => !isPrinted(parts[k])),
        parts: unknown,
        products: unknown.map(() => this.variable(0, 100)),
        leads: unknown.length < parts.length ? [] : parts.slice(1).map(() => this.variable(-100, 100)),
      };
    });
    uses.forEach(({ parts }, u) => {
      const printed = parts.filter((p) => this.printedVariables.has(p));
      this.completions.push({ variables: printed, at: (x) => printedPartsAt(means[u], x) });
    });
    const widths = new Map([...shares].map((w) => [w, this.high[w] - this.low[w]]));
    this.figures.push(...shares);
    this.pieces.push(jointSharePiece(shares, means, name, widths));
  }

  private linear(
    parts: readonly number[],
    weights: readonly number[],
    total: Total,
    path: string,
    statement: number,
  ): void {
    const terms = parts.map((p, k) => [p, weights[k]] as const);
    if ("variable" in total) {
      this.rows.push(row([...terms, [total.variable, -1]], { low: 0, high: 0 }, statement));
      return;
    }
    this.rows.push(row(terms, total, statement));
    this.totals.push({
      path: `${path}.total`,
      range: total,
      at: (x) => terms.reduce((s, [p, w]) => s + w * x[p], 0),
    });
  }

  private parts(parts: readonly Term[], path: string): number[] {
    return parts.map((part, k) => {
      if ("id" in part) return this.of(part.id);
      const i = this.variable(part.low, Math.min(100, part.high));
      this.printedVariables.add(i);
      this.printedParts.set(`${path}.parts[${k}]`, i);
      return i;
    });
  }

  private total(total: Term): Total {
    return "id" in total ? { variable: this.of(total.id) } : total;
  }

  private of(id: string): number {
    const i = this.ids.get(id);
    if (i === undefined) throw new RangeError(`there is no unknown "${id}"`);
    return i;
  }

  private variable(low: number, high: number): number {
    this.low.push(low);
    this.high.push(high);
    return this.low.length - 1;
  }
}
