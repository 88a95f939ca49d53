import { Command } from 'commander';
import { say } from '../messages/index.js';
import type { Lang } from '../model/language.js';
import { collect } from './choice.js';

/** What commander hands over of options that take a value once. */
export type Texts<Name extends string> = Partial<Record<Name, string>>;
/** The same of options that may be given several times, and of those that take no value. */
export type Lists<Name extends string> = Partial<Record<Name, string[]>>;
export type Flags<Name extends string> = Partial<Record<Name, boolean>>;

/** A command of this program. Options that several commands share are groups, so that they are written and explained alike. */
export class Verb extends Command {
  constructor(
    name: string | undefined,
    private readonly lang: Lang,
  ) {
    super(name);
  }

  override createCommand(name?: string): Verb {
    return new Verb(name, this.lang);
  }

  /** Of when the ledgers are, and how they are taken. */
  ledgerOptions(): this {
    return this.option('-p, --period <period>', say(this.lang, 'cli.period-option'))
      .option('--as-of <date>', say(this.lang, 'cli.as-of-option'))
      .option('--point <glob=point>', say(this.lang, 'cli.point-option'), collect)
      .option('--config <file>', say(this.lang, 'cli.config-option'));
  }

  /** In which formats a result is reported, and where to. */
  reportOptions(): this {
    return this.option('-f, --format <format>', say(this.lang, 'cli.format-option'))
      .option('-o, --out <file>', say(this.lang, 'cli.out-option'))
      .option('-r, --report <file>', say(this.lang, 'reports.cli-report-option'), collect);
  }

  /** What a run says of itself, and what it may use. */
  runOptions(): this {
    return this.option('-q, --quiet', say(this.lang, 'cli.quiet-option'))
      .option('--memory <size>', say(this.lang, 'cli.memory-option'))
      .option('--threads <n>', say(this.lang, 'cli.threads-option'));
  }

  /** Where the tables are. */
  engineOptions(): this {
    return this.option('--engine <engine>', say(this.lang, 'spark.engine-option')).option(
      '--remote <address>',
      say(this.lang, 'spark.remote-option'),
    );
  }
}
