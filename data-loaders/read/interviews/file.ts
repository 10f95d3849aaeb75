import { closeSync, openSync, readFileSync, readSync } from "node:fs";
import { InputError } from "../problem.js";

/** Reads a file into a buffer of its own. Throws an InputError when it cannot be read. */
export function bytesOf(path: string): Uint8Array<ArrayBuffer> {
  try {
    const bytes = readFileSync(path);
    // Arrow reads numbers in place, so the buffer must start at the file's first byte.
    const whole = bytes.buffer.byteLength === bytes.length;
    return whole ? new Uint8Array(bytes.buffer as ArrayBuffer) : new Uint8Array(bytes);
  } catch (error) {
    throw unreadable(path, error);
  }
}

/** Reads the first bytes of a file. Throws an InputError when it cannot be read. */
export function startOf(path: string, length: number): Uint8Array<ArrayBuffer> {
  try {
    const file = openSync(path, "r");
    try {
      const bytes = new Uint8Array(length);
      return bytes.subarray(0, readSync(file, bytes, 0, length, 0));
    } finally {
      closeSync(file);
    }
  } catch (error) {
    throw unreadable(path, error);
  }
}

function unreadable(path: string, error: unknown): unknown {
  if (!(error instanceof Error && "code" in error)) return error;
  const [message, expected] = faultOf(String(error.code));
  return new InputError([{ file: path, line: 1, column: 1, message, expected }]);
}

function faultOf(code: string): [message: string, expected: string] {
  switch (code) {
    case "ENOENT":
    case "ENOTDIR":
      return ["the file is absent", "a CSV, Parquet or Arrow file"];
    case "EISDIR":
      return ["this is a folder", "a CSV, Parquet or Arrow file"];
    case "EACCES":
    case "EPERM":
      return ["the file may not be read", "permission to read it"];
    case "ERR_FS_FILE_TOO_LARGE":
      return ["the file is too large", "at most 2 GB"];
    default:
      return [`the file cannot be read (${code})`, "a CSV, Parquet or Arrow file"];
  }
}
