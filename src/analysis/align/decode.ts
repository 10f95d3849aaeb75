/** The kind of a file, by its first bytes; `name` only distinguishes plain text from HTML. */
export type FileKind = "pdf" | "html" | "text" | "office" | "binary";

export function kindOfFile(bytes: Uint8Array, name: string): FileKind {
  const start = String.fromCharCode(...bytes.subarray(0, 1024));
  if (start.includes("%PDF-")) return "pdf";
  if (start.startsWith("PK\u0003\u0004") || start.startsWith("\u00D0\u00CF\u0011\u00E0")) return "office";
  if (encodingOf(bytes) === null) return "binary";
  const text = decodeText(bytes.subarray(0, 1024));
  return /\.x?html?$/i.test(name) ||
    /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)?<(?:!doctype html|html)\b/i.test(text)
    ? "html"
    : "text";
}

/** Decodes text: by its byte order mark, else as UTF-16 if it has zero bytes, else as UTF-8, else as Windows-1252. */
export function decodeText(bytes: Uint8Array): string {
  const encoding = encodingOf(bytes) ?? "windows-1252";
  const text = new TextDecoder(encoding).decode(bytes);
  // Node 20 decodes Windows-1252 as Latin-1, which loses curly quotes and dashes.
  return encoding === "windows-1252"
    ? text.replace(/[\u0080-\u009F]/g, (character) => WINDOWS.charAt(character.charCodeAt(0) - 0x80))
    : text;
}

const WINDOWS = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";

/** Null for binary bytes: zeros occur only in UTF-16 text. */
function encodingOf(bytes: Uint8Array): string | null {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  const zeros = (parity: number) =>
    bytes.subarray(0, 4096).filter((byte, index) => byte === 0 && index % 2 === parity).length;
  const [even, odd] = [zeros(0), zeros(1)];
  const half = Math.min(bytes.length, 4096) / 2;
  if (odd > half / 2 && even === 0) return "utf-16le";
  if (even > half / 2 && odd === 0) return "utf-16be";
  if (even + odd > 0) return null;
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return "utf-8";
  } catch {
    return "windows-1252";
  }
}
