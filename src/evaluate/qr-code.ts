import { encode } from "uqr";

/** A QR code as the path of an SVG whose view box is `size` wide and high, with the white edge that scanners need. */
export interface QrCode {
  size: number;
  path: string;
}

/** Draws an address; a fifth of it may be smudged (level Q). */
export function drawQrCode(address: string): QrCode {
  const { size, data } = encode(address, { ecc: "Q", border: 4 });
  const dark = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : [])));
  return { size, path: dark.join("") };
}
