import { describe, expect, it } from "vitest";
import { checksOf } from "../../../../data-loaders/audit/index.js";
import { checkReconciliations } from "../../../../data-loaders/audit/reconciliations.js";
import { readRaw } from "../../../../data-loaders/read/index.js";
import { RAW, rawWith, rowsOf } from "./raw-copy.js";

const TOTAL = { file: "ces-2023-24/bases.csv", id: "ces-2023-24.base.used-govuk" } as const;

describe("checkReconciliations", () => {
  it("has one check for each row and names total, parts and residual", () => {
    const checks = checkReconciliations(readRaw(RAW));
    expect(checks.map(({ id }) => id)).toEqual(
      rowsOf("ces-2023-24/reconciliations.csv").map((row) => row.id),
    );
    expect(checks.every(({ status }) => status === "passed")).toBe(true);
    const gender = checks.find(({ id }) => id === "ces-2023-24.reconciliation.answered.gender");
    for (const text of ["2,231", "1,096", "1,093", "42 in no part"]) expect(gender?.because).toContain(text);
  });

  it("does not check a sum of which a part is not in the text", () => {
    const raw = rawWith({ ...TOTAL, text: "" }, { ...TOTAL, column: "status", text: "tabled" });
    const check = checksOf(raw).find(({ id }) => id === "ces-2023-24.reconciliation.used-govuk.parent");
    expect(check).toMatchObject({
      status: "not checked",
      because: "not in the text we hold: ces-2023-24.base.used-govuk",
    });
  });
});
