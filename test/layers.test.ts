import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { runInNewContext } from "node:vm";
import { build } from "esbuild";
import { globSync } from "tinyglobby";

/** What each layer may not name, so that the arrows between them go one way only. */
const LAWS: readonly Law[] = [
  {
    layer: "server/src/engine",
    why: "the engine is pure: texts and rules go in, findings come out, on any platform",
    forbidden: [/^node:/, /^vscode/, /^yaml$/, /^server\/src\/(lsp|cli|rulebook)/, /^client/],
  },
  {
    layer: "server/src/rulebook",
    why: "rules know nothing of who reads the findings",
    forbidden: [/^vscode/, /^server\/src\/(lsp|cli)/, /^client/],
  },
  {
    layer: "server/src/word",
    why: "a Word document becomes text without knowing who will read it, on any platform",
    forbidden: [/^node:/, /^vscode/, /^server\/src\/(engine|rulebook|config|lsp|cli)/, /^client/],
  },
  {
    layer: "server/src/config",
    why: "a configuration means the same wherever its files lie",
    forbidden: [/^node:/, /^vscode/, /^server\/src\/(files|lsp|cli)/, /^client/],
  },
  {
    layer: "server/src/words",
    why: "words are said without knowing what they are about, on any platform",
    forbidden: [/^node:/, /^vscode/, /^server\/src\/(?!words)/, /^client/],
  },
  {
    layer: "server/src/lsp",
    why: "the server is not the command line",
    forbidden: [/^server\/src\/cli/, /^client/, /^vscode$/],
  },
  {
    layer: "server/src/cli",
    why: "the command line is not the server, though it may start it",
    forbidden: [/^server\/src\/lsp/, /^client/, /^vscode$/],
    allowed: (use) => use.lazy && use.names === "server/src/lsp/node",
  },
  { layer: "client", why: "the client speaks to the server over the protocol only", forbidden: [/^server/] },
];

interface Law {
  readonly layer: string;
  readonly why: string;
  readonly forbidden: readonly RegExp[];
  readonly allowed?: (use: Use) => boolean;
}

/** One file naming another, or a package. */
interface Use {
  readonly file: string;
  /** A package's name, or a path from the root of the repository. */
  readonly names: string;
  /** It is loaded when it is needed, and not before. */
  readonly lazy: boolean;
}

const IMPORT = /\b(?:from|import|require)\s*(\(?)\s*["']([^"']+)["']/g;

function usesIn(file: string): Use[] {
  return [...readFileSync(file, "utf8").matchAll(IMPORT)].map(([, bracket, name]) => ({
    file,
    names: name!.startsWith(".") ? normalize(join(dirname(file), name!)).replaceAll("\\", "/") : name!,
    lazy: bracket === "(",
  }));
}

function filesOf(layer: string): string[] {
  return globSync(`${layer}/**/*.ts`).sort();
}

function breaches({ layer, forbidden, allowed = () => false }: Law): Use[] {
  const uses = filesOf(layer).flatMap(usesIn);
  return uses.filter((use) => forbidden.some((name) => name.test(use.names)) && !allowed(use));
}

suite("Layers", () => {
  for (const law of LAWS) {
    test(`${law.layer}: ${law.why}`, () => {
      assert.ok(filesOf(law.layer).length > 0, "there is nothing to look at");
      assert.deepEqual(breaches(law), []);
    });
  }

  test("imports are seen however they are written", () => {
    const seen = usesIn("test/fixtures/imports.ts.txt").map(({ names, lazy }) => `${names}${lazy ? " lazily" : ""}`);
    assert.deepEqual(seen, [
      "node:fs",
      "test/shared",
      "vscode",
      "test/fixtures/near",
      "node:path lazily",
      "yaml lazily",
    ]);
  });

  test("the engine asks neither the time nor chance nor the machine", () => {
    const impure = /\b(?:Date\.now|new Date|performance|Math\.random|console|process|globalThis|setTimeout|fetch)\b/;
    const found = filesOf("server/src/engine").flatMap((file) => {
      const code = readFileSync(file, "utf8").replace(/\/\*[\s\S]*?\*\/|\/\/.*|"[^"\n]*"|`[^`]*`/g, "");
      const match = impure.exec(code);
      return match ? [`${file}: ${match[0]}`] : [];
    });
    assert.deepEqual(found, []);
  });

  test("the engine can be bundled for no platform at all, and runs where there is none", async () => {
    const bundle = await build({
      entryPoints: ["server/src/engine/analyse.ts"],
      bundle: true,
      platform: "neutral",
      format: "iife",
      globalName: "engine",
      mainFields: ["module", "main"],
      write: false,
      logLevel: "silent",
    });
    const kinds = runInNewContext(`${bundle.outputFiles[0]!.text}; typeof engine.analyse + " " + typeof engine.judge`);
    assert.equal(kinds, "function function");
  });
});
