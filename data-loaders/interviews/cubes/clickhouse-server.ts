/** An error reported by the server. */
export class ClickHouseError extends Error {
  override readonly name = "ClickHouseError";
}

/** Our statements exceed the server's default limits. */
const LIMITS = {
  max_query_size: "16000000",
  max_ast_elements: "1000000",
  max_expanded_ast_elements: "50000000",
  max_ast_depth: "10000",
};

/** A server, accessed by its HTTP interface. */
export interface Server {
  /** The result rows, as texts. */
  rows(statement: string, id?: string): Promise<string[][]>;
}

export function serverAt(url: string): Server {
  const at = new URL(url);
  const { username, password } = at;
  at.username = "";
  at.password = "";
  const headers: Record<string, string> =
    username === ""
      ? {}
      : {
          "X-ClickHouse-User": decodeURIComponent(username),
          "X-ClickHouse-Key": decodeURIComponent(password),
        };
  return {
    async rows(statement, id) {
      const asked = new URL(at);
      for (const [name, value] of Object.entries(LIMITS)) asked.searchParams.set(name, value);
      // Otherwise an error in mid-result would come after status 200.
      asked.searchParams.set("wait_end_of_query", "1");
      if (id !== undefined) asked.searchParams.set("query_id", id);
      let answer: Response;
      try {
        answer = await fetch(asked, { method: "POST", body: `${statement}\nFORMAT TabSeparated`, headers });
      } catch (error) {
        const cause =
          error instanceof Error && error.cause instanceof Error ? `: ${error.cause.message}` : "";
        throw new ClickHouseError(`${at.origin} does not answer${cause}`);
      }
      const text = await answer.text();
      if (!answer.ok) throw new ClickHouseError(`${at.origin} answers: ${text.trim().slice(0, 1000)}`);
      if (text === "") return [];
      const lines = text.replace(/\n$/, "").split("\n");
      return lines.map((line) => line.split("\t").map(unescaped));
    },
  };
}

/** Unescapes a cell of a result. */
function unescaped(cell: string): string {
  const letters: Record<string, string> = { n: "\n", t: "\t", r: "\r", b: "\b", f: "\f", 0: "\0" };
  return cell.replaceAll(/\\(.)/gs, (_, letter: string) => letters[letter] ?? letter);
}
