/** One thing that was or was not checked. */
export interface CertificateEntry {
  readonly id: string;
  /** What it is, in a few words. */
  readonly what: string;
  /** The reviewer's answer in words, null where there is none. */
  readonly answer: string | null;
}

/** Everything that a certificate says. */
export interface Certificate {
  readonly title: string;
  readonly reviewer: string;
  /** Hash of the raw files, shortened. */
  readonly data: string;
  readonly address: string;
  readonly seed: string;
  /** When the clock was started and stopped, as ISO text; empty where it was not. */
  readonly started: string;
  readonly stopped: string;
  readonly steps: readonly CertificateEntry[];
  readonly values: readonly CertificateEntry[];
  readonly calls: readonly CertificateEntry[];
  readonly remarks: string;
}

/** Shown where the reviewer has not answered. Never counts as a pass. */
export const UNCHECKED = "not checked";

/** Whole minutes from start to stop; null where either is invalid or they are in the wrong order. */
export function minutesBetween(started: string, stopped: string): number | null {
  const minutes = (Date.parse(stopped) - Date.parse(started)) / 60_000;
  return minutes >= 0 ? Math.round(minutes) : null;
}

/**
 * The certificate of a reviewer's checks, as YAML in the style of `codecheck.yml`. Lists every step, value and call,
 * unanswered ones as "not checked", and counts the answers of each list.
 */
export function certificateYaml(certificate: Certificate): string {
  const { steps, values, calls, started, stopped } = certificate;
  const minutes = minutesBetween(started, stopped);
  return [
    "---",
    "paper:",
    `  title: ${quoted(certificate.title)}`,
    `  reference: ${quoted(certificate.address)}`,
    "codechecker:",
    `  - name: ${quoted(certificate.reviewer === "" ? "not given" : certificate.reviewer)}`,
    `check_time: ${quoted(stopped || started || "not recorded")}`,
    `duration_minutes: ${minutes ?? quoted("not recorded")}`,
    "versions:",
    `  data: ${quoted(certificate.data)}`,
    `seed: ${quoted(certificate.seed)}`,
    "summary:",
    ...counts("steps", steps),
    ...counts("values", values),
    ...counts("close_calls", calls),
    ...list("steps", steps),
    ...list("values", values),
    ...list("close_calls", calls),
    `remarks: ${quoted(certificate.remarks)}`,
    "",
  ].join("\n");
}

function counts(name: string, entries: readonly CertificateEntry[]): string[] {
  const by = new Map<string, number>();
  for (const { answer } of entries) by.set(answer ?? UNCHECKED, (by.get(answer ?? UNCHECKED) ?? 0) + 1);
  if (by.size === 0) return [`  ${name}: {}`];
  return [`  ${name}:`, ...[...by].map(([answer, count]) => `    ${quoted(answer)}: ${count}`)];
}

function list(name: string, entries: readonly CertificateEntry[]): string[] {
  if (entries.length === 0) return [`${name}: []`];
  return [
    `${name}:`,
    ...entries.flatMap(({ id, what, answer }) => [
      `  - id: ${quoted(id)}`,
      `    what: ${quoted(what)}`,
      `    outcome: ${quoted(answer ?? UNCHECKED)}`,
    ]),
  ];
}

/** Text as a YAML scalar: a JSON string is one. */
function quoted(text: string): string {
  return JSON.stringify(text);
}
