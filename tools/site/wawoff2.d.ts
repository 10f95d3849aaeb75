declare module "wawoff2" {
  /** Extracts the TrueType font from a WOFF2 file. */
  export function decompress(woff2: Uint8Array): Promise<Uint8Array>;
}
