/** Sentences of the read room. */
export const read = {} as const satisfies Record<string, { zh: string; en: string }>;
