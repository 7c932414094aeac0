import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import ts from "typescript";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "..");
const files = globSync(["bin/**/*.{ts,mjs}", "directus/**/*.ts", "pipelines/**/*.ts", "src/**/*.{ts,astro}"], {
  cwd: root,
  exclude: ["**/node_modules/**"],
}).sort();

/** The TypeScript of a file: all of it, or the frontmatter and scripts of an Astro page. */
function typescriptOf(file: string): string {
  const text = readFileSync(join(root, file), "utf8");
  if (!file.endsWith(".astro")) return text;
  const frontmatter = /^---\n([\s\S]*?)\n---/.exec(text)?.[1] ?? "";
  const scripts = [...text.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)].map((match) => match[1]);
  return [frontmatter, ...scripts].join("\n");
}

/** What a file imports: packages by name, our own files by their path from the root. */
function importsOf(file: string): string[] {
  return ts
    .preProcessFile(typescriptOf(file), true, true)
    .importedFiles.map(({ fileName }) =>
      fileName.startsWith(".") ? relative(root, join(root, dirname(file), fileName)) : fileName,
    );
}

const imports = new Map(files.map((file) => [file, importsOf(file)]));
const isOurs = (path: string) => /^(bin|directus|pipelines|src|test)\//.test(path);

/** Every import of ours from the files under one folder that `allowed` does not accept, as "file → import". */
function strays(folder: string, allowed: (path: string) => boolean): string[] {
  return [...imports]
    .filter(([file]) => file.startsWith(folder))
    .flatMap(([file, paths]) =>
      paths.filter((path) => isOurs(path) && !allowed(path)).map((path) => `${file} → ${path}`),
    );
}

test("there are files to read", () => {
  expect(files.length).toBeGreaterThan(50);
});

test("the record knows nobody", () => {
  expect(strays("directus/", (path) => path.startsWith("directus/"))).toEqual([]);
});

test("the pipeline knows Directus only by its API", () => {
  expect(strays("pipelines/", (path) => path.startsWith("pipelines/"))).toEqual([]);
});

test("the site knows the pipeline only by what it publishes", () => {
  const shared = ["pipelines/contract.ts", "pipelines/config.ts", "pipelines/errors.ts"];
  expect(strays("src/", (path) => path.startsWith("src/") || shared.includes(path))).toEqual([]);
});

test("no stage of the pipeline reaches back to a later one", () => {
  const stages = ["extract", "staging", "marts", "checks", "measures", "disclosure", "release"];
  const late = stages.flatMap((stage, position) =>
    strays(
      `pipelines/${stage}/`,
      (path) => !stages.slice(position + 1).some((later) => path.startsWith(`pipelines/${later}/`)),
    ),
  );
  expect(late).toEqual([]);
});

test("one file opens DuckDB, and pages never do", () => {
  const openers = [...imports].filter(([, paths]) => paths.includes("@duckdb/node-api")).map(([file]) => file);
  expect(openers).toEqual(["pipelines/warehouse.ts"]);
});

test("release files are opened in one place", () => {
  const readers = [...imports]
    .filter(([file, paths]) => file.startsWith("src/") && paths.some((path) => path.startsWith("node:fs")))
    .map(([file]) => file)
    .filter((file) => !file.startsWith("src/data/"));
  expect(readers).toEqual([]);
});

test("the environment is read in one place", () => {
  const readers = files.filter((file) => /^(pipelines|src)\//.test(file) && /process\.env/.test(typescriptOf(file)));
  expect(readers).toEqual(["pipelines/config.ts"]);
});

test("every exported name says what it is", () => {
  const bare = files
    .filter((file) => file.endsWith(".ts"))
    .flatMap((file) => {
      const source = ts.createSourceFile(file, readFileSync(join(root, file), "utf8"), ts.ScriptTarget.Latest, true);
      return source.statements
        .filter(
          (statement) =>
            ts.canHaveModifiers(statement) &&
            ts.getModifiers(statement)?.some((modifier) => modifier.kind === ts.SyntaxKind.ExportKeyword) &&
            !ts.isVariableStatement(statement) &&
            !ts.isTypeAliasDeclaration(statement) &&
            ts.getJSDocCommentsAndTags(statement).length === 0,
        )
        .map((statement) => `${file}: ${statement.getText().split("\n")[0]}`);
    });
  expect(bare).toEqual([]);
});

test("what the README names is there", () => {
  const readme = readFileSync(join(root, "README.md"), "utf8");
  const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
    scripts: Record<string, string>;
  };
  const commands = [...readme.matchAll(/npm (?:run )?([a-z]+)\b/g)].map((match) => match[1]!);
  expect(commands).toEqual(expect.arrayContaining(["start", "test"]));
  expect(commands.filter((command) => !(command in scripts))).toEqual([]);
  const links = [...readme.matchAll(/\]\(([^):]+)\)/g)].map((match) => match[1]!);
  expect(links.filter((link) => !existsSync(join(root, link)))).toEqual([]);
});

test("every setting is listed in .env.example", () => {
  const listed = readFileSync(join(root, ".env.example"), "utf8");
  const settings = [...readFileSync(join(root, "pipelines/config.ts"), "utf8").matchAll(/^ {2}([A-Z_]+): /gm)].map(
    (match) => match[1]!,
  );
  expect(settings.length).toBeGreaterThan(10);
  expect(settings.filter((setting) => !listed.includes(`\n${setting}=`))).toEqual([]);
});

test("no file has grown past reading in one sitting", () => {
  const long = files.filter((file) => readFileSync(join(root, file), "utf8").split("\n").length > 300);
  expect(long).toEqual([]);
});
