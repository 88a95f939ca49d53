import { type DateForm, formsOf, ISO, isWritten } from '../../keys/date-forms.js';
import type { UsualWritings } from '../../model/source.js';
import { isCodeName, wordOf } from '../../registers/codes.js';
import type { Column } from '../../registers/types.js';

/** How one column writes what it means. What it first does is its usual way; any other is unusual. */
interface Writing {
  usual(): UsualWritings[string] | undefined;
}

/** How a table writes its codes and dates, so that a finding can quote a cell as it stands. One for each table. */
export class Writings {
  private readonly columns = new Map<string, Writing>();

  /** Follows a column of codes. */
  words({ name, type }: Column): WordWriting {
    return this.followed(name, new WordWriting(type));
  }

  /** Follows a column of dates. */
  dates({ name }: Column): DateWriting {
    return this.followed(name, new DateWriting());
  }

  /** What the table writes otherwise than people read it; undefined where that is nothing. */
  usual(): UsualWritings | undefined {
    const usual = [...this.columns].flatMap(([name, writing]) => {
      const one = writing.usual();
      return one === undefined ? [] : [[name, one] as const];
    });
    return usual.length > 0 ? Object.fromEntries(usual) : undefined;
  }

  private followed<One extends Writing>(name: string, writing: One): One {
    this.columns.set(name, writing);
    return writing;
  }
}

/** Codes: each has one usual text, the first that the column gives it. */
export class WordWriting implements Writing {
  private readonly texts = new Map<string, string>();

  constructor(private readonly type: Column['type']) {}

  /** Whether a text is the usual one of a code. Which operation 结扎 is, its row decides: no table has one text for it. */
  isUsual(text: string, code: string): boolean {
    if (code === 'sterilisation') return false;
    const usual = this.texts.get(code) ?? text;
    this.texts.set(code, usual);
    return usual === text;
  }

  usual(): Readonly<Record<string, string>> | undefined {
    const { type } = this;
    const other = [...this.texts].filter(
      ([code, text]) => text !== code && !(isCodeName(type) && text === wordOf(type, code)),
    );
    return other.length > 0 ? Object.fromEntries(other) : undefined;
  }
}

/** Dates: the column has one usual form, of those that its first cells may be written in. */
export class DateWriting implements Writing {
  /** The usual form is the one that dates are stored in, whatever is yet to come. */
  isIso = false;
  private forms: readonly DateForm[] = [];

  /** Whether a text writes a day in the usual form. */
  isUsual(text: string, day: string): boolean {
    const [form, other] = this.forms;
    if (form !== undefined && other === undefined) return isWritten(form, text, day);
    const left =
      form === undefined ? formsOf(text, day) : this.forms.filter((one) => isWritten(one, text, day));
    if (left.length === 0) return false;
    this.forms = left;
    this.isIso = left.length === 1 && left[0] === ISO;
    return true;
  }

  usual(): string | undefined {
    const [form] = this.forms;
    return form === ISO ? undefined : form;
  }
}
