/** Sentences of the command line. */
export const cli = {
  'cli.internal': {
    zh: '程序内部错误：{message}。请加 --debug 重新运行，并把输出交给维护人员。',
    en: 'Internal error: {message}. Run again with --debug and hand the output to the maintainers.',
  },
} as const satisfies Record<string, { zh: string; en: string }>;
