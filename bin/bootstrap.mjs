/**
 * Runs a command of the hub on a machine that may have nothing but git, npm and Node 20:
 *
 *     node bin/bootstrap.mjs <script.ts> [arguments]
 *
 * gets a Node that is new enough (only where the machine's own is not), installs the packages that are missing or out of
 * date, and hands over. What is already there costs a few milliseconds. Plain JavaScript, for it runs before anything else can.
 */
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { createWriteStream, existsSync, mkdirSync, readFileSync, rmSync, statfsSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { step } from "./steps.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const runtime = join(root, ".runtime");
/** The Node that is fetched, from the npm registry, for machines whose own cannot run TypeScript files. */
const nodeVersion = "22.23.3";
const bytesNeeded = 2.5e9;
/** What each command does first, for the "next" in a progress line. */
const firstWork = {
  "bin/start.ts": "the record",
  "bin/test.ts": "the tests",
  "bin/check.ts": "the checks",
  "bin/bench.ts": "the measurements",
};

/** A fault the person at the keyboard can put right; shown as one sentence. */
class Fault extends Error {}

/** What went wrong in an installation, told by what npm printed. */
const knownFaults = [
  [/ENOSPC/, "The disk is full. Free about 3 GB and run the command again"],
  [
    /EACCES|EPERM/,
    "This folder may not be written to. Give yourself the right to write here, or clone into a folder of your own, and run the command again",
  ],
  [
    /not found: make|make: not found|c\+\+: not found|g\+\+: not found|No Xcode|find Python|find Visual Studio|gyp ERR! stack Error: not found/,
    "Directus's SQLite driver has to be compiled on this machine, and there is no compiler. Install one (Debian or Ubuntu: sudo apt-get install build-essential python3; macOS: xcode-select --install) and run the command again",
  ],
  [
    /ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ECONNRESET|ECONNREFUSED|network/i,
    "The npm registry cannot be reached. Check the connection (or npm's proxy setting) and run the command again",
  ],
];

/** Whether a Node of this version runs TypeScript files as they are. */
function isNewEnough(version) {
  const [major = 0, minor = 0] = version.replace("v", "").split(".").map(Number);
  return major > 22 || (major === 22 && minor >= 18);
}

/** Runs a program, keeps what it prints in a log, and turns its failure into a sentence. */
function runLogged(program, args, { env, log }) {
  return new Promise((done, fail) => {
    mkdirSync(runtime, { recursive: true });
    const output = createWriteStream(join(runtime, log));
    let tail = "";
    const child = spawn(program, args, { cwd: root, env, stdio: ["ignore", "pipe", "pipe"] });
    for (const stream of [child.stdout, child.stderr]) {
      stream.on("data", (chunk) => {
        output.write(chunk);
        tail = (tail + chunk).slice(-20_000);
      });
    }
    child.on("error", fail);
    child.on("close", (code) => {
      output.end();
      if (code === 0) return done();
      const known = knownFaults.find(([pattern]) => pattern.test(tail));
      fail(
        new Fault(
          `${known ? known[1] : "npm could not finish the installation. Run the command again"}. What npm said is in .runtime/${log}.`,
        ),
      );
    });
  });
}

/** npm, run by a given Node, so that native packages are built for that Node. */
function npm(node, args, options) {
  const cli = process.env["npm_execpath"];
  if (cli?.endsWith(".js")) return runLogged(node.path, [cli, ...args], options);
  return runLogged(process.platform === "win32" ? "npm.cmd" : "npm", args, options);
}

/** The Node to run on: the machine's own, or one fetched into `.runtime`. */
async function findNode() {
  if (isNewEnough(process.version)) return { path: process.execPath, headers: undefined };
  const folder = join(runtime, "node_modules", "node");
  const path = join(folder, "bin", process.platform === "win32" ? "node.exe" : "node");
  const stamp = join(runtime, "node.stamp");
  if (!existsSync(path) || !existsSync(stamp) || readFileSync(stamp, "utf8") !== nodeVersion) {
    mkdirSync(runtime, { recursive: true });
    rmSync(stamp, { force: true });
    // The package's install script picks the binary for this platform out of the registry.
    const manifest = { private: true, dependencies: { node: nodeVersion }, allowScripts: { node: true } };
    writeFileSync(join(runtime, "package.json"), JSON.stringify(manifest));
    await step(`Getting Node 22 (this machine's is ${process.version})`, "packages", () =>
      npm({ path: process.execPath }, ["install", "--prefix", runtime, "--no-audit", "--no-fund"], {
        env: process.env,
        log: "install-node.log",
      }),
    );
    writeFileSync(stamp, nodeVersion);
  }
  const platform = `node-${process.platform === "win32" ? "win" : process.platform}-${process.arch}`;
  const headers = join(folder, "node_modules", platform);
  return { path, headers: existsSync(join(headers, "include", "node")) ? headers : undefined };
}

/** The environment in which npm and the commands find this Node before any other. */
function environmentFor(node) {
  const env = {
    ...process.env,
    PATH: [dirname(node.path), join(root, "node_modules", ".bin"), process.env["PATH"]].join(delimiter),
  };
  if (node.headers) env["npm_config_nodedir"] = node.headers;
  return env;
}

/** Installs a package folder when its lock file, or the Node it was built for, is not the one it was last installed with. */
async function install(node, { folder, title, next }) {
  const wanted = createHash("sha256")
    .update(readFileSync(join(root, folder, "package-lock.json")))
    .update(node.path === process.execPath ? process.versions.modules : nodeVersion)
    .digest("hex");
  const stamp = join(root, folder, "node_modules", ".installed");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return;
  const { bavail, bsize } = statfsSync(root);
  if (bavail * bsize < bytesNeeded && !existsSync(dirname(stamp))) {
    throw new Fault("The disk has less than 2.5 GB free. Free some space and run the command again.");
  }
  // Not `npm ci`, which refuses a lock file that lacks the binaries of a platform the registry did not offer when it was made.
  await step(title, next, () =>
    npm(node, ["install", "--no-save", "--prefix", join(root, folder), "--no-audit", "--no-fund", "--no-progress"], {
      env: environmentFor(node),
      log: `install-${folder === "." ? "site" : folder}.log`,
    }),
  );
  writeFileSync(stamp, wanted);
}

/** Whether the hub is to use a Directus that somebody else runs, in which case ours need not be installed. */
function hasOwnDirectus() {
  if (process.env["DIRECTUS_URL"]) return true;
  const file = join(root, ".env");
  return existsSync(file) && /^[ \t]*DIRECTUS_URL[ \t]*=[ \t]*\S/m.test(readFileSync(file, "utf8"));
}

/** Hands over to the command, in the foreground, and ends as it ends. */
function handOver(node, args) {
  const child = spawn(node.path, args, { cwd: root, env: environmentFor(node), stdio: "inherit" });
  // Ctrl-C reaches the command by itself; this process only waits for it to finish tidying up.
  process.on("SIGINT", () => {});
  process.on("SIGTERM", () => child.kill("SIGTERM"));
  process.on("SIGHUP", () => child.kill("SIGHUP"));
  child.on("close", (code) => process.exit(code ?? 1));
}

try {
  const [script, ...rest] = process.argv.slice(2);
  const runsDirectus = ["bin/test.ts", "bin/bench.ts"].includes(script);
  const needsDirectus = runsDirectus || (script === "bin/start.ts" && !hasOwnDirectus());
  const afterwards = firstWork[script] ?? "the command itself";
  const node = await findNode();
  await install(node, {
    folder: ".",
    title: "Installing the site's packages",
    next: needsDirectus ? "Directus" : afterwards,
  });
  if (needsDirectus) {
    await install(node, {
      folder: "directus",
      title: "Installing Directus (four minutes where its SQLite driver must be compiled)",
      next: afterwards,
    });
  }
  handOver(node, [script, ...rest]);
} catch (error) {
  if (!(error instanceof Fault)) throw error;
  console.error(`\n${error.message}`);
  process.exit(1);
}
