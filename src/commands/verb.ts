import { Command } from 'commander';
import { type MessageKey, say } from '../messages/index.js';
import { collect } from './choice.js';
import type { CommandContext } from './context.js';

/** What commander hands over of options that take a value once. */
export type Texts<Name extends string> = Partial<Record<Name, string>>;
/** The same of options that may be given several times, and of those that take no value. */
export type Lists<Name extends string> = Partial<Record<Name, string[]>>;
export type Flags<Name extends string> = Partial<Record<Name, boolean>>;

/**
 * A command of this program; it and all that it takes are explained by sentences, named by their keys. Options that several
 * commands share are groups, so that they are written and explained alike.
 */
export class Verb extends Command {
  constructor(
    name: string | undefined,
    private readonly context: Pick<CommandContext, 'lang' | 'finish'>,
  ) {
    super(name);
  }

  override createCommand(name?: string): Verb {
    return new Verb(name, this.context);
  }

  private say(key: MessageKey): string {
    return say(this.context.lang, key);
  }

  /** Adds a command to this one. */
  verb(name: string, about: MessageKey): Verb {
    return this.command(name).description(this.say(about));
  }

  takes(argument: string, about: MessageKey): this {
    return this.argument(argument, this.say(about));
  }

  /** An option; `more` is what holds without it, or `collect` where it may be given several times. */
  with(flags: string, about: MessageKey, more?: string | typeof collect): this {
    return this.option(flags, this.say(about), more as string);
  }

  /** An option that must be given. */
  requires(flags: string, about: MessageKey): this {
    return this.requiredOption(flags, this.say(about));
  }

  /** What the command does, and that its run ends with the exit code that this comes to. */
  ends<Words extends unknown[]>(work: (...words: Words) => Promise<number>): this {
    return this.action(async (...words) => this.context.finish(await work(...(words as Words))));
  }

  /** Of when the ledgers are, and how they are taken. */
  ledgerOptions(): this {
    return this.with('-p, --period <period>', 'cli.period-option')
      .with('--as-of <date>', 'cli.as-of-option')
      .with('--point <glob=point>', 'cli.point-option', collect)
      .with('--config <file>', 'cli.config-option');
  }

  /** In which formats a result is reported, and where to. */
  reportOptions(): this {
    return this.with('-f, --format <format>', 'cli.format-option')
      .with('-o, --out <file>', 'cli.out-option')
      .with('-r, --report <file>', 'reports.cli-report-option', collect);
  }

  /** What a run says of itself, and what it may use. */
  runOptions(): this {
    return this.with('-q, --quiet', 'cli.quiet-option')
      .with('--memory <size>', 'cli.memory-option')
      .with('--threads <n>', 'cli.threads-option');
  }

  /** Where the tables are. */
  engineOptions(): this {
    this.with('--engine <engine>', 'spark.engine-option');
    return this.with('--remote <address>', 'spark.remote-option');
  }
}
