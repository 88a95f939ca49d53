import stringWidth from 'string-width';

const LINE = 15;

/** Points that a row needs so that no wrapped cell is cut; some programs do not measure rows themselves. */
export function wrappedHeight(cells: readonly string[], widths: readonly number[]): number {
  const lines = cells.map((text, at) =>
    Math.ceil(stringWidth(text) / ((widths[at] ?? Number.POSITIVE_INFINITY) - 1)),
  );
  return LINE * Math.max(1, ...lines) + 2;
}
