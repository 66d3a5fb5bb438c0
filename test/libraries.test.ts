import assert from "node:assert/strict";
import { readFileSync } from "node:fs";

interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}

const { dependencies, devDependencies }: Manifest = JSON.parse(readFileSync("package.json", "utf8"));
const ROW = /^\| (\S+) \| (\d\S*) \| ([^|]+) \| [^|]+ \|$/gm;
const rows = [...readFileSync("README.md", "utf8").matchAll(ROW)].map(([, name, version, licence]) => ({
  name: name!,
  version: version!,
  licence: licence!,
}));

suite("Libraries in the README", () => {
  test("are those of the manifest, in the versions that are installed", () => {
    const named = Object.fromEntries(rows.map(({ name, version }) => [name, version]));
    assert.deepEqual(named, { ...dependencies, ...devDependencies });
  });

  test("have the licences that they name themselves", () => {
    for (const { name, licence } of rows) {
      const own = JSON.parse(readFileSync(`node_modules/${name}/package.json`, "utf8")).license;
      assert.equal(licence, own.replace(" OR ", " or "), name);
    }
  });

  test("stand in the order of what is shipped and what is not", () => {
    const shipped = rows.slice(
      0,
      rows.findIndex(({ name }) => name === "esbuild"),
    );
    assert.deepEqual(shipped.map(({ name }) => name).sort(), Object.keys(dependencies).sort());
  });
});
