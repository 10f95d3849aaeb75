import { describe, expect, it } from "vitest";
import { checkWith, value } from "./raw-copy.js";

const PARENTS = "ces-2023-24.satisfied.implied-share.parent";

describe("checkImpliedShares", () => {
  it("gives the interval of the share, rounded outwards", () => {
    // (38.5 - 31.5) / (47.5 - 31.5) = 0.4375 and (39.5 - 30.5) / (46.5 - 30.5) = 0.5625.
    expect(checkWith(PARENTS)).toMatchObject({
      status: "passed",
      because: expect.stringContaining("43.7 to 56.3%"),
    });
    expect(checkWith("ces-2023-24.satisfied.implied-share.contact")?.status).toBe("passed");
  });

  it("fails when no share gives the total", () => {
    const id = "ces-2023-24.online-unaided.implied-share.parent";
    expect(checkWith(id, value("online-unaided", "90"))?.status).toBe("failed");
    expect(checkWith(id, value("online-unaided", "70"))?.status).toBe("failed");
  });

  it("says where overlapping roundings leave the share open, and where interviews are in no group", () => {
    const near = [value("satisfied.parent-receiving", "39"), value("satisfied.parent-paying", "39")];
    expect(checkWith(PARENTS, ...near)).toMatchObject({
      status: "not checked",
      because: expect.stringContaining("overlap"),
    });
    expect(checkWith("ces-2023-24.satisfied.implied-share.gender")?.status).toBe("not checked");
  });
});
