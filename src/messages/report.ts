/** Sentences of the report room. */
export const report = {} as const satisfies Record<string, { zh: string; en: string }>;
