import { it } from 'vitest';
import { changesNothing } from '../ingest/cache/edits.js';

it('a cache changes nothing that an audit sees, whatever becomes of the files', { timeout: 240_000 }, () =>
  changesNothing(12),
);
