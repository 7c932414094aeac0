import { Zip, ZipDeflate } from "fflate";

/** A file to be packed, whose content comes in parts. */
export interface PackedFile {
  name: string;
  content: AsyncIterable<Uint8Array>;
}

/** A zip archive of these files, part by part: no more of it is held at once than its reader has asked for. */
export async function* zipOf(files: Iterable<PackedFile>): AsyncGenerator<Uint8Array> {
  const ready: Uint8Array[] = [];
  const zip = new Zip((fault, chunk) => {
    if (fault) throw fault;
    ready.push(chunk);
  });
  for (const { name, content } of files) {
    const packed = new ZipDeflate(name);
    zip.add(packed);
    for await (const chunk of content) {
      packed.push(chunk);
      yield* ready.splice(0);
    }
    packed.push(new Uint8Array(0), true);
    yield* ready.splice(0);
  }
  zip.end();
  yield* ready.splice(0);
}
