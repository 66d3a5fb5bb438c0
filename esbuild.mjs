/**
 * Builds everything that runs: the extension and the language server, each for Node and for the browser, and the
 * command line. `--tests` adds the tests, `--watch` builds again at every change, `--production` shortens the code and
 * leaves out the source maps, `--quiet` says nothing unless something is wrong.
 */
import { chmodSync, readFileSync, rmSync } from "node:fs";
import { build, context, formatMessages } from "esbuild";
import { globSync } from "tinyglobby";
import { rulebookPlugin } from "./server/src/rulebook/esbuild-plugin.mjs";

const flags = new Set(process.argv.slice(2));
const production = flags.has("--production");
const { version } = JSON.parse(readFileSync("package.json", "utf8"));

/** The protocol packages have only `exports` and CommonJS inside: an ES module bundle of them dies when it is loaded. */
const common = {
  bundle: true,
  format: "cjs",
  mainFields: ["module", "main"],
  target: "es2022",
  define: { __VERSION__: JSON.stringify(version) },
  sourcemap: production ? false : "linked",
  sourcesContent: false,
  minify: production,
  legalComments: "none",
  logLevel: "warning",
  plugins: [rulebookPlugin()],
};

/** Some packages ask where their own module stands, which a CommonJS bundle knows by another name. */
const MODULE_URL = 'const moduleUrl = require("node:url").pathToFileURL(__filename).href;';
const onNode = {
  ...common,
  platform: "node",
  banner: { js: MODULE_URL },
  define: { ...common.define, "import.meta.url": "moduleUrl" },
};
const inBrowser = { ...common, platform: "browser" };

/** The command line starts the language server that is built beside it, rather than carrying a second one inside. */
const serverBeside = {
  name: "server-beside",
  setup(pluginBuild) {
    pluginBuild.onResolve({ filter: /\/lsp\/node$/ }, () => ({ path: "./server.js", external: true }));
  },
};

/** The engine must run anywhere: a neutral bundle fails where it asks for anything that only one platform has. */
const pureEngine = {
  ...common,
  entryPoints: ["server/src/engine/analyse.ts"],
  platform: "neutral",
  format: "esm",
  write: false,
  outfile: "engine.js",
};

/** The tests that Node runs by itself. Those that run inside an editor are built for that editor. */
function tests() {
  const entryPoints = globSync("test/**/*.test.ts", { ignore: ["test/{editor,hosts,neovim,screenshots}/**"] });
  return {
    ...onNode,
    entryPoints: entryPoints.sort(),
    outdir: "out/test",
    outbase: "test",
    external: ["esbuild"],
  };
}

const external = ["vscode"];
const bundles = [
  { ...onNode, entryPoints: ["client/src/node.ts"], outfile: "dist/client.js", external },
  { ...inBrowser, entryPoints: ["client/src/browser.ts"], outfile: "dist/client.browser.js", external },
  { ...inBrowser, entryPoints: ["client/webview/ladder.ts"], outfile: "dist/ladder.js", format: "iife" },
  { ...onNode, entryPoints: ["server/src/lsp/node.ts"], outfile: "dist/server.js" },
  { ...inBrowser, entryPoints: ["server/src/lsp/browser.ts"], outfile: "dist/server.browser.js", format: "iife" },
  {
    ...onNode,
    entryPoints: ["server/src/cli/main.ts"],
    outfile: "dist/cli.js",
    banner: { js: `#!/usr/bin/env node\n${MODULE_URL}` },
    plugins: [...common.plugins, serverBeside],
  },
  pureEngine,
  ...(flags.has("--tests") ? [tests()] : []),
];

/** Says when building begins and when all is built, in the words that the editor's task waits for. */
let building = 0;
const announcer = {
  name: "announcer",
  setup(pluginBuild) {
    pluginBuild.onStart(() => {
      if (building === 0) console.log("[watch] build started");
      building += 1;
    });
    pluginBuild.onEnd(() => {
      building -= 1;
      if (building === 0) console.log("[watch] everything is built");
    });
  },
};

async function watch() {
  const contexts = await Promise.all(
    bundles.map((bundle) => context({ ...bundle, plugins: [...bundle.plugins, announcer] })),
  );
  await Promise.all(contexts.map((one) => one.watch()));
}

async function buildOnce() {
  const results = await Promise.allSettled(bundles.map((bundle) => build({ ...bundle, logLevel: "silent" })));
  const failures = results.flatMap(({ status, reason }) => (status === "rejected" ? [reason] : []));
  for (const failure of failures) if (!failure.errors) throw failure;
  if (failures.length) {
    await report(failures.flatMap(({ errors }) => errors));
    process.exit(1);
  }
  chmodSync("dist/cli.js", 0o755);
  if (!flags.has("--quiet")) console.log(`Built ${bundles.length - 1} bundles; the engine is pure.`);
}

/** Writes each error once: a broken rule is met by every bundle that holds the rules. */
async function report(errors) {
  const once = new Map(errors.map((error) => [`${error.location?.file}:${error.location?.line} ${error.text}`, error]));
  const color = process.stderr.isTTY === true;
  console.error((await formatMessages([...once.values()], { kind: "error", color })).join("\n"));
}

// A test whose file was taken away must not go on being run.
if (flags.has("--tests")) rmSync("out/test", { recursive: true, force: true });
await (flags.has("--watch") ? watch() : buildOnce());
