import iconv from "iconv-lite";

/**
 * The text of a file in whichever encoding it was saved: UTF-8 or UTF-16 with a byte order mark, UTF-16 without one,
 * UTF-8, and otherwise Windows-1252, which is what spreadsheets and older government files use. A byte order mark is left out.
 */
export function decodeText(bytes: Uint8Array): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const marked = buffer.length >= 2 ? buffer.readUInt16BE(0) : 0;
  if (marked === 0xfffe) return iconv.decode(buffer, "utf16le");
  if (marked === 0xfeff) return iconv.decode(buffer, "utf16be");
  const wide = wideEncoding(buffer);
  if (wide) return iconv.decode(buffer, wide);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(buffer);
  } catch {
    // Bytes that are not UTF-8 are one-byte letters: é as a single E9.
    return iconv.decode(buffer, "win1252");
  }
}

/** UTF-16 without a mark shows itself by a zero in every other byte of plain headings. */
function wideEncoding(buffer: Buffer): "utf16le" | "utf16be" | undefined {
  const start = buffer.subarray(0, 200);
  let even = 0;
  let odd = 0;
  for (const [index, byte] of start.entries()) {
    if (byte !== 0) continue;
    if (index % 2 === 0) even += 1;
    else odd += 1;
  }
  const many = start.length / 4;
  if (odd > many && even === 0) return "utf16le";
  if (even > many && odd === 0) return "utf16be";
  return undefined;
}
