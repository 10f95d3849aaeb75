import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { gunzipSync, inflateSync } from "node:zlib";
import { tableFromIPC } from "@uwdata/flechette";
import { unzipSync } from "fflate";

/** A text, or a number as its eight bytes, that no file may hold. */
export type Needle = string | number;

/** Every file below a folder that holds one of the needles, and which: as bytes, unpacked, and as decoded tables. */
export function filesWith(folder: string, needles: readonly Needle[]): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .flatMap((path) =>
      needlesIn(readFileSync(path), needles).map((needle) => `${relative(folder, path)}: ${needle}`),
    )
    .sort();
}

function needlesIn(bytes: Uint8Array, needles: readonly Needle[]): string[] {
  const layers = unpacked(Buffer.from(bytes));
  const found = needles.filter((needle) => {
    const sought = typeof needle === "string" ? Buffer.from(needle) : doubleBytes(needle);
    return layers.some((layer) => layer.includes(sought));
  });
  return [...new Set(found.map(String))];
}

/** The bytes themselves, and all that is packed in them. */
function unpacked(bytes: Buffer): Buffer[] {
  const inner = [...zipped(bytes), ...gzipped(bytes), ...pngTexts(bytes), ...arrowTexts(bytes)];
  return [bytes, ...inner.flatMap(unpacked)];
}

function zipped(bytes: Buffer): Buffer[] {
  if (bytes.length < 4 || bytes.readUInt32BE(0) !== 0x504b0304) return [];
  return Object.entries(unzipSync(bytes)).flatMap(([name, content]) => [
    Buffer.from(name),
    Buffer.from(content),
  ]);
}

function gzipped(bytes: Buffer): Buffer[] {
  return bytes[0] === 0x1f && bytes[1] === 0x8b ? [gunzipSync(bytes)] : [];
}

/** The texts of a picture, unpacked where they are. */
function pngTexts(bytes: Buffer): Buffer[] {
  if (bytes.subarray(1, 4).toString() !== "PNG") return [];
  const texts: Buffer[] = [];
  for (let at = 8; at + 8 <= bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    const type = bytes.subarray(at + 4, at + 8).toString();
    const data = bytes.subarray(at + 8, at + 8 + length);
    const end = data.indexOf(0);
    if (type === "tEXt") texts.push(data);
    if (type === "zTXt") texts.push(inflateSync(data.subarray(end + 2)));
    if (type === "iTXt") {
      const text = data.subarray(data.indexOf(0, data.indexOf(0, end + 3) + 1) + 1);
      texts.push(data[end + 1] === 1 ? inflateSync(text) : text);
    }
    at += length + 12;
  }
  return texts;
}

/** Every cell of an Arrow file, as text. */
function arrowTexts(bytes: Buffer): Buffer[] {
  if (bytes.subarray(0, 6).toString() !== "ARROW1") return [];
  const table = tableFromIPC(new Uint8Array(bytes));
  const cells = table.toArray().flatMap((row) => Object.values(row as object).map(String));
  return [Buffer.from(cells.join("\n"))];
}

function doubleBytes(number: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeDoubleLE(number);
  return bytes;
}
