import assert from "node:assert/strict";
import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { resolve } from "../../server/src/config/resolve";
import { nodeFiles } from "../../server/src/files/node-files";
import { withFiles } from "../support/temporary-folder";

const uriOf = (...path: string[]): string => pathToFileURL(join(...path)).href;

suite("Files of this machine", () => {
  test("are read up to their limit, as UTF-8, and what is no file is not there", () =>
    withFiles(
      {
        "a b.yaml": "é",
        "big.yaml": "#".repeat(262_145),
        "full.yaml": "#".repeat(262_144),
        "bytes.yaml": Buffer.from([255]),
      },
      async (folder) => {
        const read = (name: string) => nodeFiles.read(uriOf(folder, name));
        assert.deepEqual(await read("a b.yaml"), { text: "é" });
        assert.deepEqual(await read("big.yaml"), { wrong: "too large" });
        assert.ok("text" in (await read("full.yaml")));
        assert.deepEqual(await read("bytes.yaml"), { wrong: "not text" });
        assert.deepEqual(await read("none.yaml"), { wrong: "missing" });
        assert.deepEqual(await nodeFiles.read(uriOf(folder)), { wrong: "missing" });
        assert.deepEqual(await nodeFiles.read("untitled:Untitled-1"), { wrong: "missing" });
      },
    ));

  test("a link out of the workspace is refused, and an installed package that is one is not", () =>
    withFiles(
      {
        "secret/base.yaml": "framework: nihr",
        "team/engagement-lint.yaml": "extends: [./base.yaml, pack]",
        "store/node_modules/pack/engagement-lint.yaml": "framework: scie",
        "team/node_modules/.keep": "",
      },
      async (folder) => {
        symlinkSync(join(folder, "secret/base.yaml"), join(folder, "team/base.yaml"));
        symlinkSync(join(folder, "store/node_modules/pack"), join(folder, "team/node_modules/pack"), "junction");
        const found = await resolve(uriOf(folder, "team/plan.md"), {
          files: nodeFiles,
          roots: [uriOf(folder, "team")],
        });
        assert.equal(found.settings.framework, "scie");
        assert.deepEqual(
          found.problems.map(({ line, column, message }) => `${line}:${column} ${message.slice(0, 50)}`),
          ["1:11 “./base.yaml” lies outside the workspace and is no"],
        );
      },
    ));
});
