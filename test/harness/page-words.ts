/** The words that stand in the source of pages and sentences, for tests that read all of them. */
import { globSync, readFileSync } from "node:fs";
import ts from "typescript";

/** Shorter strings are keys, names and labels rather than sentences. */
const fewestInSentence = 6;

/** The parts of an Astro file as one program: its frontmatter, and its template as JSX. */
function programOf(file: string): string {
  const text = readFileSync(file, "utf8");
  if (!file.endsWith(".astro")) return text;
  const [, frontmatter = "", template = ""] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text) ?? [];
  const jsx = template
    .replaceAll(/<(style|script)[\s\S]*?<\/\1>|<!--[\s\S]*?-->|<!doctype html>/gi, "")
    .replaceAll(/<(input|br|wbr|meta|link|img|hr)\b((?:[^>{}]|\{[^}]*\})*?)\/?>/g, "<$1$2/>");
  return `${frontmatter}\nconst page = <>${jsx}</>;`;
}

/** A text that is put together: what changes in it is read as one word. */
function wordsOf(node: ts.Node): string | null {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return node.text;
  if (ts.isTemplateExpression(node))
    return node.head.text + node.templateSpans.map(({ literal }) => `word${literal.text}`).join("");
  return ts.isJsxText(node) ? node.text : null;
}

/** Everything in some files that is written like a sentence: text of pages, and strings of six words or more. */
export function sentencesIn(patterns: readonly string[]): { file: string; texts: string[] }[] {
  return globSync([...patterns])
    .sort()
    .map((file) => {
      const source = ts.createSourceFile("page.tsx", programOf(file), ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
      const texts: string[] = [];
      const visit = (node: ts.Node): void => {
        if (ts.isImportDeclaration(node)) return;
        const words = wordsOf(node)?.replaceAll(/\s+/g, " ").trim() ?? "";
        if (words.split(" ").length >= fewestInSentence && /^[\p{Lu}“\d ]|[.,?]/u.test(words)) texts.push(words);
        ts.forEachChild(node, visit);
      };
      visit(source);
      return { file, texts };
    });
}
