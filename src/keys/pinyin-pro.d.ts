/** The readings of every character, the usual one first, with tones: `zhāng`, `lóu lǘ`. */
declare module 'pinyin-pro/dist/esm/data/dict1.mjs' {
  const readings: { get(character: string): string | undefined };
  export default readings;
}
