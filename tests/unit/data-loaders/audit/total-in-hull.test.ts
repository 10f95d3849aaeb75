import { describe, expect, it } from "vitest";
import { checkWith, value } from "./raw-copy.js";

const INTERNET = "ces-2023-24.internet-access.total-in-hull.parent";

describe("checkTotalsInHull", () => {
  it("passes a total between its groups", () => {
    expect(checkWith("ces-2023-24.satisfied.total-in-hull.parent")?.status).toBe("passed");
    expect(checkWith("ces-2023-24.satisfied.total-in-hull.contact")?.status).toBe("passed");
  });

  it("fails a total above or below all of its groups", () => {
    expect(checkWith(INTERNET, value("internet-access", "97"))).toMatchObject({
      status: "failed",
      because: expect.stringContaining(
        "97 (96.5 to 97.5) lies outside the range of its groups, 91.5 to 95.5",
      ),
    });
    expect(checkWith(INTERNET, value("internet-access", "90"))?.status).toBe("failed");
  });

  it("passes a total that only meets the range by rounding", () => {
    expect(checkWith(INTERNET, value("internet-access", "96"))?.status).toBe("passed");
    expect(checkWith(INTERNET, value("internet-access", "91"))?.status).toBe("passed");
    expect(checkWith(INTERNET, value("internet-access", "96.0"))?.status).toBe("failed");
  });

  it("does not check groups that leave interviews out, or that are not all held", () => {
    const gender = checkWith("ces-2023-24.satisfied.total-in-hull.gender");
    expect(gender).toMatchObject({
      status: "not checked",
      because: expect.stringContaining("42 interviews"),
    });
    const age = checkWith("ces-2023-24.satisfied.total-in-hull.age");
    expect(age).toMatchObject({ status: "not checked", because: expect.stringContaining("4 of 5 groups") });
  });

  it("checks a chart as soon as its bars are filled in", () => {
    const id = "ces-2023-24.time-to-outcome.contact-new.total-in-hull.parent";
    const bars = (receiving: string, paying: string) => [
      value("time-to-outcome.parent-receiving.contact-new", receiving),
      value("time-to-outcome.parent-paying.contact-new", paying),
    ];
    expect(checkWith(id)).toBeUndefined();
    expect(checkWith(id, ...bars("62", "50"))?.status).toBe("passed");
    expect(checkWith(id, ...bars("55", "50"))?.status).toBe("failed");
  });
});
