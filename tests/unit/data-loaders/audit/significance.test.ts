import { describe, expect, it } from "vitest";
import { checkWith, rowsOf, value } from "./raw-copy.js";

const PARENTS = "ces-2023-24.satisfied.parent-receiving.significance.parent-paying";
const FEMALE = "ces-2023-24.satisfied.gender-female";
const GENDER = "ces-2023-24.satisfied.gender-female.significance.gender-male";

describe("checkSignificance", () => {
  it("gives the design effect that a difference stands up to, as printed and at the worst rounding", () => {
    // z = 0.16 / sqrt(.47 * .53 / 1152 + .31 * .69 / 1079); (z / 1.96)^2 = 16.07.
    expect(checkWith(PARENTS)).toMatchObject({
      status: "passed",
      because: expect.stringMatching(/up to a design effect of 16\.0, and of 14\.0 at the worst rounding/),
    });
  });

  it("says that the difference in internet access depends on the rounding", () => {
    expect(
      checkWith("ces-2023-24.internet-access.parent-receiving.significance.parent-paying"),
    ).toMatchObject({ status: "passed", because: expect.stringContaining("depends on the rounding") });
  });

  it("fails a difference that is called significant and is not at any rounding", () => {
    expect(checkWith(GENDER, value("satisfied.gender-male", "46"))?.status).toBe("failed");
  });

  it("passes a difference that is significant at some rounding and not as printed", () => {
    const women = Number(rowsOf("ces-2023-24/values.csv").find(({ id }) => id === FEMALE)?.printed);
    // Of 1,096 and 1,093 interviews, 4 points are 0.95 of what is needed, and 5 are 1.2.
    expect(checkWith(GENDER, value("satisfied.gender-male", String(women - 4)))).toMatchObject({
      status: "passed",
      because: expect.stringMatching(/up to a design effect of 0\.9/),
    });
  });

  it("fails a difference that goes the other way", () => {
    expect(checkWith(GENDER, value("satisfied.gender-male", "60"))).toMatchObject({
      status: "failed",
      because: expect.stringContaining("the first is the higher"),
    });
  });

  it("does not judge a pair of which the report says nothing", () => {
    expect(checkWith("ces-2023-24.satisfied.contact-new.significance.contact-change")).toMatchObject({
      status: "not checked",
      because: expect.stringContaining("says nothing"),
    });
  });

  it("says where roundings overlap", () => {
    const id = "ces-2023-24.satisfied.age-16-24.significance.age-45-54";
    expect(checkWith(id)).toBeUndefined();
    expect(checkWith(id, value("satisfied.age-45-54", "36"))?.status).toBe("passed");
    expect(checkWith(id, value("satisfied.age-45-54", "56"))?.status).toBe("failed");
  });
});
