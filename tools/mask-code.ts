/**
 * Blanks everything that is not code: comments, and the contents of strings, regular expressions and templates become
 * spaces. Quotes, line ends and positions stay, so that matches are at the same place in the source.
 */
export function maskCode(source: string): string {
  let mask = "";
  // An extra closing brace ends a part; the compiler reports it, and reading continues here.
  while (mask.length < source.length) {
    const end = endOfCode(source, mask.length);
    mask += end.mask + source.slice(end.position, end.position + 1);
  }
  return mask;
}

/** Reads code from `start` to the closing brace of its block, or to the end of the source. */
export function endOfCode(source: string, start: number): { position: number; mask: string } {
  let mask = "";
  let depth = 0;
  let position = start;
  const keep = (length: number) => {
    mask += source.slice(position, position + length);
    position += length;
  };
  const blank = (end: number) => {
    mask += source.slice(position, end).replace(/[^\r\n]/g, " ");
    position = end;
  };
  while (position < source.length) {
    const character = source.charAt(position);
    const two = source.slice(position, position + 2);
    if (character === "}" && depth === 0) break;
    if (two === "//") blank(endOr(source.indexOf("\n", position), source));
    else if (two === "/*") blank(endOr(source.indexOf("*/", position + 2) + 2, source, 2));
    else if (character === '"' || character === "'") {
      keep(1);
      blank(endOfQuoted(source, position, character));
      if (source.charAt(position) === character) keep(1);
    } else if (character === "`") {
      keep(1);
      while (position < source.length && source.charAt(position) !== "`") {
        if (source.slice(position, position + 2) === "${") {
          keep(2);
          const inner = endOfCode(source, position);
          mask += inner.mask;
          position = inner.position;
          keep(1);
        } else {
          blank(Math.min(source.length, position + (source.charAt(position) === "\\" ? 2 : 1)));
        }
      }
      keep(1);
    } else if (character === "/" && startsExpression(mask)) {
      keep(1);
      blank(endOfQuoted(source, position, "/"));
      if (source.charAt(position) === "/") keep(1);
    } else {
      if (character === "{") depth++;
      else if (character === "}") depth--;
      keep(1);
    }
  }
  return { position, mask };
}

function endOr(index: number, source: string, missing = 0): number {
  return index === missing - 1 ? source.length : index;
}

/** End of a string or regular expression: its closing mark, or the end of the line. */
function endOfQuoted(source: string, start: number, mark: string): number {
  let position = start;
  let inClass = false;
  while (position < source.length) {
    const character = source.charAt(position);
    if (character === "\n" || (character === mark && !inClass)) return position;
    if (mark === "/" && character === "[") inClass = true;
    else if (character === "]") inClass = false;
    position += character === "\\" ? 2 : 1;
  }
  return source.length;
}

/** Whether a slash after this code starts a regular expression, not a division. */
function startsExpression(code: string): boolean {
  const before = code.trimEnd();
  return (
    before === "" ||
    /(?:[(,=:[!&|?{;+\-*%<>~^]|\b(?:return|typeof|case|in|of|void|await|yield))$/.test(before)
  );
}
