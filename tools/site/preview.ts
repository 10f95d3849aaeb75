import { existsSync, watch } from "node:fs";
import { utimes } from "node:fs/promises";
import { join } from "node:path";
import { filesBelow } from "./files.js";
import { FRAMEWORK } from "./framework.js";
import { isInput, readManifest, WATCHED } from "./inputs.js";
import { PROBLEMS_FILE, SOURCE } from "./paths.js";
import { refresh } from "./refresh.js";
import { endChildrenOnExit, exitCode, start } from "./run.js";
import { seedVersionAnswers } from "./version-answers.js";

/** How long files must rest after a change before it is acted upon, in milliseconds. */
const REST = 60;

/**
 * The live preview: Framework's server, with tables, results and figures made anew whenever their inputs change. An open
 * page then shows the new numbers; an error in the raw files leaves the last good page and is shown on it.
 */
export async function preview(port: number): Promise<number> {
  endChildrenOnExit();
  seedVersionAnswers();
  const code = await refresh();
  if (code !== 0 && (code !== 2 || readManifest() === null)) return code;
  const server = start([FRAMEWORK, "preview", "--host", "127.0.0.1", "--port", String(port), "--no-open"], {
    env: { SITE_MODE: "preview" },
  });
  watchInputs();
  return exitCode(server);
}

function watchInputs(): void {
  let timer: NodeJS.Timeout | undefined;
  let busy = false;
  let again = false;
  const run = async () => {
    if (busy) {
      again = true;
      return;
    }
    busy = true;
    do {
      again = false;
      const hadProblems = existsSync(PROBLEMS_FILE);
      const code = await refresh(() => void touchPages());
      if (code === 0 && hadProblems) await touchPages();
      if (code === 2) await touchPages();
      if (code !== 0 && code !== 2)
        process.stderr.write("The tables could not be made; pages keep their last numbers.\n");
    } while (again);
    busy = false;
  };
  for (const folder of WATCHED) {
    watch(folder, { recursive: true }, (_event, name) => {
      if (name === null || !isInput(join(folder, name))) return;
      clearTimeout(timer);
      timer = setTimeout(run, REST);
    });
  }
}

/** Makes Framework read its pages again and send open ones what changed. */
async function touchPages(): Promise<void> {
  const now = new Date();
  const pages = filesBelow(SOURCE, (path) => path.includes("/.")).filter((path) => path.endsWith(".md"));
  await Promise.all(pages.map((page) => utimes(page, now, now)));
}
