import type { z } from 'zod';

/**
 * The value of a JSON text that a schema takes.
 * @returns it; or the first place that is wrong (`JSON` where the text is none), and what is wrong there
 */
export function parseJson<Value>(
  text: string,
  schema: z.ZodType<Value>,
): { value: Value } | { at: string; fault: string } {
  try {
    const { success, data, error } = schema.safeParse(JSON.parse(text.replace(/^\uFEFF/, '')));
    if (success) return { value: data };
    const [issue] = error.issues;
    const at = issue?.path.join('.') ?? '';
    return { at: at || 'schema', fault: `${at}: ${issue?.message ?? ''}` };
  } catch (error) {
    return { at: 'JSON', fault: (error as Error).message };
  }
}
