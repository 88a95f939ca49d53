/** Faces of official documents under their usual names, each with those that take its place where it is not installed. */
const FACES: Readonly<Record<string, string>> = {
  仿宋_GB2312: '仿宋,FangSong,FangSong_GB2312,STFangsong,Noto Serif CJK SC',
  方正小标宋简体: '方正小标宋_GBK,FZXiaoBiaoSong-B05S,华文中宋,STZhongsong,宋体,Noto Serif CJK SC',
  黑体: 'SimHei,STHeiti,Noto Sans CJK SC',
  宋体: 'SimSun,STSong,Noto Serif CJK SC',
  'Times New Roman': 'Liberation Serif',
};

/** The table of fonts of a document, by which programs choose another face (`w:altName`). */
export const FONT_TABLE = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${Object.entries(FACES)
  .map(([name, others]) => `<w:font w:name="${name}"><w:altName w:val="${others}"/></w:font>`)
  .join('')}</w:fonts>`;
