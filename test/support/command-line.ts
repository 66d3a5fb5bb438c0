import { spawn } from "node:child_process";
import { resolve } from "node:path";

export const CLI = resolve("dist/cli.js");

export interface Answer {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Surroundings {
  readonly stdin?: string | Uint8Array;
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs the built command and gives back everything that it said. */
export function engagementLint(
  args: readonly string[],
  { stdin = "", cwd, env = {} }: Surroundings = {},
): Promise<Answer> {
  return new Promise((done, failed) => {
    const child = spawn(process.execPath, [CLI, ...args], { cwd, env: { ...process.env, ...env } });
    const [stdout, stderr] = [collect(child.stdout), collect(child.stderr)];
    child.on("error", failed);
    child.on("close", (code) => done({ code, stdout: stdout(), stderr: stderr() }));
    // A command that reads nothing may be gone before its input is written.
    child.stdin.on("error", () => {});
    child.stdin.end(stdin);
  });
}

function collect(stream: NodeJS.ReadableStream): () => string {
  const chunks: Buffer[] = [];
  stream.on("data", (chunk: Buffer) => chunks.push(chunk));
  return () => Buffer.concat(chunks).toString("utf8");
}
