import { describe, expect, it } from "vitest";
import { checksOf } from "../../../../data-loaders/audit/index.js";
import { base, type Change, checkWith, rawWith } from "./raw-copy.js";

const failing = (...changes: Change[]) =>
  checksOf(rawWith(...changes))
    .filter(({ status }) => status === "failed")
    .map(({ id }) => id);

describe("checkBaseConsistency", () => {
  it("compares each question's parents with all parents", () => {
    for (const population of ["answered", "accurate", "live-contact", "knew-next", "tailored"]) {
      for (const parent of ["receiving", "paying"]) {
        const id = `ces-2023-24.base.${population}.parent-${parent}.within.all.parent-${parent}`;
        expect(checkWith(id)?.status, id).toBe("passed");
      }
    }
  });

  it("fails an answered base above its population, though the parts still add up", () => {
    const changes = [base("answered.parent-receiving", "1,190"), base("answered.parent-paying", "1,041")];
    expect(failing(...changes)).toEqual([
      "ces-2023-24.base.answered.parent-receiving.within.all.parent-receiving",
    ]);
    expect(
      checkWith("ces-2023-24.base.answered.parent-receiving.within.all.parent-receiving", ...changes)
        ?.because,
    ).toMatch(/^1,190 is more than 1,179/);
  });

  it("uses the definitions: who answered among new applicants, and kinds of contact", () => {
    expect(failing(base("answered.contact-new", "1,010"), base("answered.contact-change", "1,221"))).toEqual([
      "ces-2023-24.base.answered.contact-new.within.new.contact-new",
    ]);
    expect(
      failing(base("accurate.parent-paying", "1,030"), base("accurate.parent-receiving", "993")),
    ).toEqual(["ces-2023-24.base.accurate.parent-paying.within.live-contact.parent-paying"]);
  });

  it("keeps a filled-in group to its total", () => {
    const quarter = (group: string, text: string): Change => ({
      file: "cms-2016/bases.csv",
      id: `cms-2016.base.all.${group}2013-11`,
      text,
    });
    const id = "cms-2016.base.all.parent-paying.2013-11.within.all.2013-11";
    expect(checkWith(id, quarter("", "500"), quarter("parent-paying.", "260"))?.status).toBe("passed");
    expect(checkWith(id, quarter("", "500"), quarter("parent-paying.", "600"))?.status).toBe("failed");
  });
});
