import { readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
export const rulesFolder = join(here, "../../../rules");

/** Every YAML file under `rules/`, by its path with forward slashes, sorted. */
export function rulebookFiles(folder = rulesFolder) {
  const files = {};
  const walk = (directory) => {
    for (const name of readdirSync(directory).sort()) {
      const path = join(directory, name);
      if (statSync(path).isDirectory()) walk(path);
      else if (name.endsWith(".yaml")) files[relative(folder, path).split(sep).join("/")] = readFileSync(path, "utf8");
    }
  };
  walk(folder);
  return files;
}

/** Loads a reader that stands beside this file, which is TypeScript, as a module. */
async function loadReader(file) {
  const bundle = await build({
    entryPoints: [join(here, file)],
    bundle: true,
    format: "esm",
    platform: "browser",
    write: false,
    logLevel: "silent",
  });
  const source = Buffer.from(bundle.outputFiles[0].contents).toString("base64");
  return import(`data:text/javascript;base64,${source}`);
}

/** The weights of the learned reader, or null where none were trained yet. */
function learnedWeights() {
  try {
    return JSON.parse(readFileSync(join(rulesFolder, "learned/weights.json"), "utf8"));
  } catch (error) {
    if (error.code === "ENOENT") return null;
    throw error;
  }
}

/**
 * Makes `virtual:rulebook` resolve to the compiled rules, facts and words. A broken file fails the build with its
 * name, line and cure.
 */
export function rulebookPlugin() {
  return {
    name: "rulebook",
    setup(pluginBuild) {
      pluginBuild.onResolve({ filter: /^virtual:rulebook$/ }, () => ({ path: "rulebook", namespace: "rulebook" }));
      pluginBuild.onLoad({ filter: /.*/, namespace: "rulebook" }, async () => {
        const files = rulebookFiles();
        const { readRulebook } = await loadReader("read-rulebook.ts");
        const { problems: troubles, ...definitions } = readRulebook(files);
        const { readSentences } = await loadReader("read-sentences.ts");
        const { sentences, problems: others } = readSentences(files);
        const { readTerms } = await loadReader("read-terms.ts");
        const frameworks = [...definitions.frameworks, ...definitions.overlays].map(({ id }) => id);
        const { terms, problems: unclear } = readTerms(files, frameworks);
        const { readReference } = await loadReader("read-reference.ts");
        const { problems: unknown, ...reference } = readReference(files);
        const problems = [...troubles, ...others, ...unclear, ...unknown];
        const watchFiles = Object.keys(files).map((path) => join(rulesFolder, path));
        const watchDirs = [
          rulesFolder,
          ...["facts", "words", "frameworks", "overlays", "sentences", "terms", "reference"].map((name) =>
            join(rulesFolder, name),
          ),
        ];
        if (problems.length) return { errors: problems.map(toError), watchFiles, watchDirs };
        const contents = JSON.stringify({ definitions, weights: learnedWeights(), sentences, terms, reference });
        return { contents, loader: "json", watchFiles, watchDirs };
      });
    },
  };
}

function toError({ file, line, column, message }) {
  return { text: message, location: { file: join("rules", file), line, column: Math.max(0, column - 1) } };
}
