/** Sentences of `plumbline spot draw`. */
export const spotDraw = {
  'spot-draw.absent': {
    zh: '没有抽样文件 {path}。请检查路径；抽样文件由 plumbline spot draw --out 写成。',
    en: 'There is no draw {path}. Check the path; draws are written by plumbline spot draw --out.',
  },
  'spot-draw.cannot-read': {
    zh: '读不了 {path}（{reason}）。请检查文件和权限。',
    en: 'Cannot read {path} ({reason}). Check the file and its permissions.',
  },
  'spot-draw.not-a-draw': {
    zh: '{path} 不是抽样文件（{reason}）。请给出 plumbline spot draw --out 写成的文件。',
    en: '{path} is no draw ({reason}). Name a file written by plumbline spot draw --out.',
  },
  'spot-draw.altered': {
    zh: '抽样文件 {path} 写成之后被改动过：内容与抽样号 {code} 不符。请用原件，或用 plumbline spot draw --verify 查对。',
    en: 'The draw {path} was changed after it was written: it does not agree with its code {code}. Use the original, or check it with plumbline spot draw --verify.',
  },
} as const satisfies Record<string, { zh: string; en: string }>;
