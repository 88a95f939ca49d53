import { expect, test } from 'vitest';
import { isAtLeast, SEVERITIES } from '../../src/model/severity.js';

test.each([
  ['error', 'error', true],
  ['error', 'notice', true],
  ['warning', 'warning', true],
  ['warning', 'error', false],
  ['notice', 'warning', false],
] as const)('%s is at least %s: %s', (severity, least, expected) =>
  expect(isAtLeast(severity, least)).toBe(expected),
);

test('the order begins with the gravest', () => expect(SEVERITIES[0]).toBe('error'));
