/** Reads PDFs back, with another program than the one that writes them. */
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";

/** A part of a tagged PDF. */
export interface Tag {
  role: string;
  alt?: string;
  children: Tag[];
}

/** What a PDF says of itself, and all that stands in it. */
export interface ReadPdf {
  pages: number;
  title: string;
  language: string;
  isTagged: boolean;
  /** The text of each page. */
  texts: string[];
  /** Every tag of all pages, in reading order. */
  tags: Tag[];
}

interface Node {
  role?: string;
  alt?: string;
  children?: Node[];
}

const tagsOf = ({ role, alt, children = [] }: Node): Tag[] => {
  const below = children.flatMap(tagsOf);
  return role === undefined || role === "Root" ? below : [{ role, ...(alt ? { alt } : {}), children: below }, ...below];
};

/** Reads a PDF. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
  const document = await task.promise;
  const { info } = (await document.getMetadata()) as { info: Record<string, unknown> };
  const marked = await document.getMarkInfo();
  const texts: string[] = [];
  const tags: Tag[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    texts.push(items.map((item) => ("str" in item ? item.str + (item.hasEOL ? "\n" : "") : "")).join(""));
    tags.push(...tagsOf((await page.getStructTree()) as Node));
  }
  const read = {
    pages: document.numPages,
    title: String(info["Title"]),
    language: String(info["Language"]),
    isTagged: (marked as Map<string, boolean> | null)?.get("Marked") === true,
    texts,
    tags,
  };
  await task.destroy();
  return read;
}
