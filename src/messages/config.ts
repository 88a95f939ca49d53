/** Sentences about `plumbline.yaml`. */
export const configMessages = {
  'config.absent': {
    zh: '找不到配置文件 {path}。请检查 --config 后的路径。',
    en: 'There is no configuration file {path}. Check the path after --config.',
  },
  'config.targets-absent': {
    zh: '找不到目标文件 {path}。请检查 --targets 后的路径。',
    en: 'There is no file of targets {path}. Check the path after --targets.',
  },
  'config.unreadable': {
    zh: '配置文件 {path} 无法读取（{code}）。请检查它是不是文件，以及是否有读取权限。',
    en: 'The configuration file {path} cannot be read ({code}). Check that it is a file and that you may read it.',
  },
  'config.no-yaml': {
    zh: '配置文件 {path} 第 {line} 行不是有效的 YAML（{detail}）。请检查缩进、冒号后的空格和引号。',
    en: 'Line {line} of the configuration file {path} is not valid YAML ({detail}). Check indentation, the space after colons, and quotes.',
  },
  'config.unknown': {
    zh: '配置文件 {path} 第 {line} 行：不认识“{name}”，最接近的是“{nearest}”。可用：{valid}。',
    en: 'Configuration file {path}, line {line}: “{name}” is unknown; the nearest valid name is “{nearest}”. Valid: {valid}.',
  },
  'config.missing': {
    zh: '配置文件 {path} 第 {line} 行：缺少“{name}”。请补上。',
    en: 'Configuration file {path}, line {line}: “{name}” is missing. Add it.',
  },
  'config.twice': {
    zh: '配置文件 {path} 第 {line} 行：“{name}”已另有所指，不能再用一次。请改名或删去一处。',
    en: 'Configuration file {path}, line {line}: “{name}” already means something else. Rename or remove one of the two.',
  },
  'config.expected-list': {
    zh: '配置文件 {path} 第 {line} 行：“{name}”应为列表，例如 [甲, 乙]。',
    en: 'Configuration file {path}, line {line}: “{name}” must be a list, such as [one, two].',
  },
  'config.expected-map': {
    zh: '配置文件 {path} 第 {line} 行：“{name}”下面应为“名称: 内容”。',
    en: 'Configuration file {path}, line {line}: “{name}” must hold “name: value” lines.',
  },
  'config.expected-flag': {
    zh: '配置文件 {path} 第 {line} 行：“{name}”应为 true 或 false。',
    en: 'Configuration file {path}, line {line}: “{name}” must be true or false.',
  },
  'config.expected-number': {
    zh: '配置文件 {path} 第 {line} 行：“{name}”应为数字。',
    en: 'Configuration file {path}, line {line}: “{name}” must be a number.',
  },
  'config.range': {
    zh: '配置文件 {path} 第 {line} 行：“{name}”应为 {limit} 的数字。',
    en: 'Configuration file {path}, line {line}: “{name}” must be a number {limit}.',
  },
  'config.bad-period': {
    zh: '配置文件 {path} 第 {line} 行：看不懂期间“{name}”。请写成 2023、2023-05、2023年5月、2023Q1、2023年1季度或 2023上半年。',
    en: 'Configuration file {path}, line {line}: the period “{name}” cannot be understood. Write 2023, 2023-05, 2023年5月, 2023Q1, 2023年1季度 or 2023上半年.',
  },
  'config.never-scored': {
    zh: '配置文件 {path} 第 {line} 行：“{name}”不能计分。只能按数据质量计分：{valid}。对出生、增长、政策、征收等指标计分，等于奖励瞒报；这类目标请写在 targets 下，只列是否达到。',
    en: 'Configuration file {path}, line {line}: “{name}” is never scored. Areas are scored on the quality of their data alone: {valid}. To score births, growth, policy or fees is to reward concealment; put such targets under targets, where they are shown as met or missed.',
  },
  'config.scale-and-steps': {
    zh: '配置文件 {path} 第 {line} 行：有了 steps 就不要再写 full 和 zero，请留一种。',
    en: 'Configuration file {path}, line {line}: an item has steps, or full and zero; leave one of the two out.',
  },
  'config.scale-upside-down': {
    zh: '配置文件 {path} 第 {line} 行：zero 应当比 full 差（差错率越低越好，符合率、及时率等越高越好）。',
    en: 'Configuration file {path}, line {line}: zero must be worse than full (of errors less is better; of agreement, timeliness and coverage, more).',
  },
  'config.expected-text': {
    zh: '配置文件 {path} 第 {line} 行：“{name}”应为文字，不能空白。',
    en: 'Configuration file {path}, line {line}: “{name}” must be text, and not blank.',
  },
} as const satisfies Record<string, { zh: string; en: string }>;
