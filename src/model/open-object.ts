import { z } from 'zod';

/** The schema of an object to which later versions may add keys: they are kept, and of no type until they are known here. */
export function openObject<Shape extends z.ZodRawShape>(shape: Shape): z.ZodObject<Shape> {
  return z.looseObject(shape) as unknown as z.ZodObject<Shape>;
}
