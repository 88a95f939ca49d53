import type { z } from 'zod';

/** The value of a JSON text that a schema takes, or why it is none. */
export function parseJson<Value>(
  text: string,
  schema: z.ZodType<Value>,
): { value: Value } | { fault: string } {
  try {
    const { success, data, error } = schema.safeParse(JSON.parse(text.replace(/^\uFEFF/, '')));
    if (success) return { value: data };
    const [issue] = error.issues;
    return { fault: `${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}` };
  } catch (error) {
    return { fault: (error as Error).message };
  }
}
