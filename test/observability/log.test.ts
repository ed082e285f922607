import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { describeError } from '../../src/observability/describe-error.ts';
import { openLog } from '../../src/observability/log.ts';
import { redact } from '../../src/observability/redact.ts';

const iban = 'FR7630006000011234567890189';

/** A log that keeps its lines. */
function keepingLog() {
  const lines: string[] = [];
  return { log: openLog('info', { write: (line) => void lines.push(line) }), lines };
}

describe('redact', () => {
  test.each([
    ['an IBAN', `account ${iban} unknown`, 'account [iban] unknown'],
    ['an IBAN in groups', 'FR76 3000 6000 0112 3456 7890 189.', '[iban].'],
    ['an IBAN in lower case', iban.toLowerCase(), '[iban]'],
    ['a short IBAN', 'NO9386011117947', '[iban]'],
    ['a national account number', 'account 30006000011234567890', 'account [number]'],
  ])('takes out %s', (_, text, expected) => {
    expect(redact(text)).toBe(expected);
  });

  test.each([
    'duplicate key value violates unique constraint "statement_chain"',
    'payment 0b1c2d3e-4f50-8a61-8b72-93a4b5c6d7e8 is not in ledger 3',
    `file ${'0123456789abcdef'.repeat(4)}`,
    'took 12345678 ms',
  ])('leaves %s as it is', (text) => {
    expect(redact(text)).toBe(text);
  });

  test('leaves no run of nine digits, wherever it stands', () => {
    const words = fc.array(fc.oneof(fc.string(), fc.constant(iban), fc.bigInt(10n ** 8n, 10n ** 30n).map(String)));
    const withoutIds = words.filter((parts) => !/[\da-f]{8}-|[\da-f]{64}/.test(parts.join(' ')));
    fc.assert(
      fc.property(withoutIds, (parts) => {
        expect(redact(parts.join(' '))).not.toMatch(/\d{9}/);
      }),
    );
  });
});

describe('describeError', () => {
  test('says type, code, constraint and place, and follows the causes', () => {
    const cause = Object.assign(new RangeError('inner'), { code: '23505', constraint: 'entry_once' });
    const described = describeError(new Error('outer', { cause }));
    expect(described).toMatchObject({ type: 'Error', message: 'outer', code: null });
    expect(described.at[0]).toContain('log.test.ts');
    expect(described.cause).toMatchObject({ type: 'RangeError', code: '23505', constraint: 'entry_once' });
  });

  test.each([
    ['the parameters of a failed query', new Error('Failed query: select 1 where name = $1\nparams: Anna Martin')],
    ['the value that PostgreSQL could not read', new Error('invalid input syntax for type uuid: "Anna Martin"')],
    [
      'the row that PostgreSQL quotes',
      Object.assign(new Error('duplicate key'), { detail: 'Key (name)=(Anna Martin)' }),
    ],
    ['what was thrown and is no error', 'Anna Martin'],
  ])('does not repeat %s', (_, error) => {
    expect(JSON.stringify(describeError(error))).not.toContain('Anna');
  });

  test('ends with causes that go in circles', () => {
    const error = new Error('round');
    error.cause = error;
    expect(JSON.stringify(describeError(error)).match(/"round"/g)).toHaveLength(5);
  });
});

describe('the log', () => {
  test('writes one JSON line with level, time and words', () => {
    const { log, lines } = keepingLog();
    log.info({ chunkCount: 3 }, 'applied');
    log.debug('not at this level');
    expect(lines).toHaveLength(1);
    const line: unknown = JSON.parse(lines[0] ?? '');
    expect(line).toMatchObject({ level: 'info', chunkCount: 3, msg: 'applied' });
    expect(line).toHaveProperty('time', expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/));
  });

  test('writes an error without what it quotes', () => {
    const { log, lines } = keepingLog();
    log.error({ err: new Error(`account ${iban}`) }, 'unexpected');
    expect(lines.join('')).toContain('[iban]');
    expect(lines.join('')).not.toContain(iban);
  });
});
