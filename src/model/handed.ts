import type { RegisterName } from '../registers/types.js';

/** A register that was handed in: by which point, and for which community where its file was named after one. */
export interface Handed {
  register: RegisterName;
  point: string;
  community?: string;
}
