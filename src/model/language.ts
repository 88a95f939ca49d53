/** The languages of sentences: Chinese first. */
export const LANGS = ['zh', 'en'] as const;

export type Lang = (typeof LANGS)[number];
