import { describe, expect, it } from "vitest";
import { checkWith, value } from "./raw-copy.js";

const id = (name: string) => `ces-2023-24.rounding-sum.${name}`;

describe("checkRoundingSums", () => {
  it("says what the printed health parts leave for the one that is not held", () => {
    expect(checkWith(id("health-any"))).toMatchObject({
      status: "passed",
      because: expect.stringContaining("leaves 7.5 to 10.5"),
    });
    expect(checkWith(id("health-profile"))).toMatchObject({
      status: "passed",
      because: expect.stringContaining("leaves 8 to 10 of 100"),
    });
  });

  it("fails a health part that is too large", () => {
    expect(checkWith(id("health-any"), value("health-profile.health-physical", "20"))?.status).toBe("failed");
    expect(checkWith(id("health-profile"), value("health-profile.health-any", "42"))?.status).toBe("failed");
  });

  it("fails a filled-in part that leaves a gap, and passes one that fits", () => {
    const both = (text: string) => checkWith(id("health-any"), value("health-profile.health-both", text));
    expect(both("8")?.status).toBe("passed");
    expect(both("11")?.status).toBe("passed");
    expect(both("6")?.status).toBe("failed");
    expect(both("13")?.status).toBe("failed");
  });

  it("allows rounding when satisfied and dissatisfied make 100", () => {
    expect(checkWith(id("satisfied"))?.status).toBe("passed");
    expect(checkWith(id("satisfied"), value("dissatisfied", "62"))?.status).toBe("passed");
    expect(checkWith(id("satisfied"), value("dissatisfied", "65"))?.status).toBe("failed");
    expect(checkWith(id("satisfied"), value("dissatisfied", "58"))?.status).toBe("failed");
  });

  it("keeps answers to one question to at most 100, and does not judge what the text does not say", () => {
    expect(checkWith(id("online"))?.status).toBe("passed");
    expect(checkWith(id("online"), value("online-helped", "21"))?.status).toBe("failed");
    expect(
      checkWith(id("online.parent-receiving"), value("online-helped.parent-receiving", "18"))?.status,
    ).toBe("failed");
    expect(checkWith(id("online-of-internet"), value("online-helped", "14"))?.status).toBe("not checked");
  });

  it("adds up the weights of the quarters once they are filled in", () => {
    const ends = ["2013-11", "2014-02", "2014-05", "2014-08", "2014-11", "2015-02"].concat([
      "2015-05",
      "2015-08",
      "2015-11",
      "2016-02",
      "2016-05",
      "2016-08",
    ]);
    const weights = (text: string) =>
      ends.map((end) => ({ file: "cms-2016/values.csv", id: `cms-2016.quarter-weight.${end}`, text }));
    const sum = "cms-2016.rounding-sum.quarter-weight";
    expect(checkWith(sum)?.status).toBe("not checked");
    expect(checkWith(sum, ...weights("0.083"))?.status).toBe("passed");
    expect(checkWith(sum, ...weights("0.093"))?.status).toBe("failed");
  });
});
