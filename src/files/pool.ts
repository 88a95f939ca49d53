/** Things that one user at a time may have, such as threads or connections. */
export class Pool<Thing> {
  /** Those that nobody has. */
  readonly idle: Thing[];
  /** Users that wait for one, the first of them first. */
  private readonly waiting: ((thing: Thing) => void)[] = [];
  readonly size: number;

  constructor(things: readonly Thing[]) {
    this.idle = [...things];
    this.size = things.length;
  }

  /** Lends one as soon as there is one, and hands it on when `use` has ended, with a result or an error. */
  async lend<Result>(use: (thing: Thing) => Promise<Result>): Promise<Result> {
    const thing = this.idle.pop() ?? (await new Promise<Thing>((resolve) => this.waiting.push(resolve)));
    try {
      return await use(thing);
    } finally {
      const next = this.waiting.shift();
      if (next) next(thing);
      else this.idle.push(thing);
    }
  }
}
