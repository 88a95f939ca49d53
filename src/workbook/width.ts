/** Columns of a digit's width that a text takes: characters beyond Latin take two. */
export function displayWidth(text: string): number {
  return [...text].reduce((width, character) => width + (character > '\u2e7f' ? 2 : 1), 0);
}

const LINE = 15;

/** Points that a row needs so that no wrapped cell is cut; some programs do not measure rows themselves. */
export function heightOf(cells: readonly string[], widths: readonly number[]): number {
  const lines = cells.map((text, at) =>
    Math.ceil(displayWidth(text) / ((widths[at] ?? Number.POSITIVE_INFINITY) - 1)),
  );
  return LINE * Math.max(1, ...lines) + 2;
}
