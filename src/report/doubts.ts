/** Notes of a run that make its verdict say less than it seems to: they are said at the top, wherever it is shown. */
export const DOUBTS: readonly string[] = ['absent-since-last', 'no-period', 'no-events'];
