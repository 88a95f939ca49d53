/** Traditional characters with their simplified forms: `traditional simplified` pairs joined by `|`. */
declare module 'opencc-js/dict/TSCharacters' {
  const pairs: string;
  export default pairs;
}
