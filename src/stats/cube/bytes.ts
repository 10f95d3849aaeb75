import type { Sums } from "./double-double.js";

/** Payload bits of a byte; the eighth bit marks a continuation. */
const DIGIT_BITS = 7;
const MORE = 0x80;
/** Payload bytes that a double holds exactly. */
const EXACT_DIGITS = 7;
const HIGH_UNIT = 2 ** (DIGIT_BITS * EXACT_DIGITS);

/** Appends numbers as bytes; whole numbers as varints, least significant group first. */
export class ByteWriter {
  private bytes = new Uint8Array(1024);
  private length = 0;

  unsigned(value: number): void {
    let rest = value;
    while (rest >= MORE) {
      this.byte((rest % MORE) + MORE);
      rest = Math.floor(rest / MORE);
    }
    this.byte(rest);
  }

  /** A sum of two doubles that is a whole number: the lowest bit is the sign. */
  sum(high: number, low: number): void {
    const value = BigInt(high) + BigInt(low);
    let rest = value < 0n ? -2n * value + 1n : 2n * value;
    while (rest >= 128n) {
      this.byte(Number(rest & 127n) + MORE);
      rest >>= 7n;
    }
    this.byte(Number(rest));
  }

  double(value: number): void {
    this.reserve(8);
    new DataView(this.bytes.buffer).setFloat64(this.length, value, true);
    this.length += 8;
  }

  byte(value: number): void {
    this.reserve(1);
    this.bytes[this.length++] = value;
  }

  all(bytes: Uint8Array): void {
    this.reserve(bytes.length);
    this.bytes.set(bytes, this.length);
    this.length += bytes.length;
  }

  done(): Uint8Array {
    return this.bytes.slice(0, this.length);
  }

  private reserve(count: number): void {
    if (this.length + count <= this.bytes.length) return;
    const larger = new Uint8Array((this.length + count) * 2);
    larger.set(this.bytes);
    this.bytes = larger;
  }
}

/** Reads what `ByteWriter` wrote. */
export class ByteReader {
  private at = 0;
  private readonly view: DataView;

  constructor(private readonly bytes: Uint8Array) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  unsigned(): number {
    let value = 0;
    let unit = 1;
    for (let byte = this.byte(); ; byte = this.byte()) {
      value += (byte % MORE) * unit;
      if (byte < MORE) return value;
      unit *= MORE;
    }
  }

  /** Reads the next sum into `into` at `place`, as the nearest double and the remainder. */
  sum(into: Sums, place: number): void {
    let low = 0;
    let high = 0;
    let lowUnit = 1;
    let highUnit = 1;
    let negative = false;
    for (let digits = 0; ; digits++) {
      const byte = this.byte();
      const digit = byte % MORE;
      if (digits === 0) {
        negative = digit % 2 === 1;
        low = Math.floor(digit / 2);
        lowUnit = MORE / 2;
      } else if (digits < EXACT_DIGITS) {
        low += digit * lowUnit;
        lowUnit *= MORE;
      } else {
        high += digit * highUnit;
        highUnit *= MORE;
      }
      if (byte < MORE) break;
    }
    const large = high * (HIGH_UNIT / 2);
    const nearest = large + low;
    const left = low - (nearest - large);
    into.high[place] = negative ? -nearest : nearest;
    into.low[place] = negative && left !== 0 ? -left : left;
  }

  double(): number {
    if (this.at + 8 > this.bytes.length) throw new RangeError("the bytes of the cube end early");
    const value = this.view.getFloat64(this.at, true);
    this.at += 8;
    return value;
  }

  byte(): number {
    const byte = this.bytes[this.at++];
    if (byte === undefined) throw new RangeError("the bytes of the cube end early");
    return byte;
  }

  take(length: number): Uint8Array {
    if (this.at + length > this.bytes.length) throw new RangeError("the bytes of the cube end early");
    this.at += length;
    return this.bytes.subarray(this.at - length, this.at);
  }

  get left(): number {
    return this.bytes.length - this.at;
  }
}
