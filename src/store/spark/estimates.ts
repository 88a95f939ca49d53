/**
 * Spark takes the size of a join for the product of the sizes of its sides, and what it keeps of a result bears that
 * estimate on, as a number without limit: after some dozen steps it has millions of digits, and one multiplication takes
 * minutes. So digits are counted here, and where there are too many, what is kept is measured.
 */
const MOST = 20_000;
/** Digits of the size of a table that Spark has measured. */
const MEASURED = 10;

/** Upper bounds of the digits of Spark's estimates of how large tables and views are. */
export class Estimates {
  private readonly digits = new Map<string, number>();

  /** Of a table that is made anew from a SELECT, or a view of it. */
  set(name: string, digits: number): void {
    this.digits.set(name, digits);
  }

  /** Of a table that more is added to. */
  add(name: string, digits = MEASURED): void {
    this.digits.set(name, Math.max(this.ofTable(name), digits) + 1);
  }

  forget(name: string): void {
    this.digits.delete(name);
  }

  /** Of what a SELECT returns: it may join all tables that it names. */
  ofSelect(sql: string): number {
    const read = sql.matchAll(/\b(?:FROM|JOIN)\s+(\w+)/g);
    return [...read].reduce((sum, [, name = '']) => sum + this.ofTable(name), MEASURED);
  }

  /** Of what is kept of a SELECT, which is measured where the estimate is too long. */
  ofKept(sql: string): number {
    return this.mustMeasure(sql) ? MEASURED : this.ofSelect(sql);
  }

  /** Whether what a SELECT returns must be measured before it is kept. */
  mustMeasure(sql: string): boolean {
    return this.ofSelect(sql) > MOST;
  }

  private ofTable(name: string): number {
    return this.digits.get(name) ?? MEASURED;
  }
}
