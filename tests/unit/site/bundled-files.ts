import { build } from "esbuild";
import { filesBelow } from "../../../tools/site/files.js";

/** Every file of the project, but for packages, that the commands of the build, its configuration and the pages' modules load. */
export async function bundledFiles(root: string): Promise<string[]> {
  const modules = filesBelow("src", (path) => path.includes("/.")).filter((path) => path.endsWith(".ts"));
  const { metafile } = await build({
    entryPoints: [
      "tools/site.ts",
      "tools/site/generate.ts",
      "tools/site/maker.ts",
      "tools/site/framework-process.js",
      "tools/bundled.js",
      "observablehq.config.ts",
      ...modules,
    ],
    absWorkingDir: root,
    outdir: "out",
    write: false,
    bundle: true,
    packages: "external",
    platform: "node",
    format: "esm",
    metafile: true,
    logLevel: "error",
  });
  return Object.keys(metafile.inputs).sort();
}
