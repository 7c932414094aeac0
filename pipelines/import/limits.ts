/** More rows than this are refused: it is what keeps the memory of an import within bounds. */
export const mostRows = 500_000;

/** A workbook may unpack to this much and no more, in bytes. One with 200,000 rows of ten columns unpacks to about 80 MB. */
export const mostUnpacked = 200_000_000;

/** A sheet's rows times its columns, the empty ones included: the cells that reading it makes room for. */
export const mostCells = 20_000_000;

/** How many refused rows the preview of an upload lists; the rest are in the file of refused rows. */
export const shownRefusals = 2_000;

/** How many rows of each other outcome it lists. */
export const shownLines = 500;
