import { describe, expect, test } from 'vitest';
import { ApiError, apiErrors } from '../../src/api/errors.ts';
import { problemOf } from '../../src/api/problem-json.ts';
import { LedgerError, ledgerErrors } from '../../src/ledger/errors.ts';
import { CursorInvalid } from '../../src/ledger/queries/page.ts';

const id = '01234567-89ab-4cde-8f01-23456789abcd';
const isKeyOf = <Table extends object>(table: Table, key: string): key is Extract<keyof Table, string> =>
  Object.hasOwn(table, key);
const ledgerCodes = Object.keys(ledgerErrors).filter((code) => isKeyOf(ledgerErrors, code));
const apiCodes = Object.keys(apiErrors).filter((code) => isKeyOf(apiErrors, code));

describe('a problem document', () => {
  test.each(ledgerCodes)('of %s has its status, its address and its values', (code) => {
    const problem = problemOf(new LedgerError(code, { payment: '42' }), id);
    expect(problem).toMatchObject({ code, type: `/errors/${code}`, status: ledgerErrors[code].status });
    expect(problem).toMatchObject({ title: ledgerErrors[code].says, details: { payment: '42' } });
    expect(problem.detail).toContain('payment 42');
  });

  test.each(apiCodes)('of %s has its status and its address', (code) => {
    const problem = problemOf(new ApiError(code), id);
    expect(problem).toMatchObject({ code, type: `/errors/${code}`, status: apiErrors[code].status });
    expect(problem.instance).toBe(`urn:uuid:${id}`);
  });

  test('of a cursor that is none is the fault of the request', () => {
    expect(problemOf(new CursorInvalid(), id)).toMatchObject({ status: 400, code: 'api.cursor_invalid' });
  });

  test.each([
    ['an error', new Error('secret')],
    ['an error with a code', Object.assign(new Error('secret'), { code: '22P02', detail: 'secret' })],
    [
      "an error with a client's status that is not the framework's",
      Object.assign(new Error('secret'), { statusCode: 400 }),
    ],
    ['something else', 'secret'],
  ])('of %s that nobody expected says nothing of it', (_, error) => {
    const problem = problemOf(error, id);
    expect(problem).toMatchObject({ status: 500, code: 'api.unexpected' });
    expect(JSON.stringify(problem)).not.toContain('secret');
  });

  test.each([
    ['FST_ERR_CTP_BODY_TOO_LARGE', 413, 'api.body_too_large'],
    ['FST_ERR_CTP_INVALID_MEDIA_TYPE', 415, 'api.media_type_unsupported'],
    ['FST_ERR_CTP_EMPTY_JSON_BODY', 400, 'api.request_invalid'],
  ])("of the framework's %s is %i", (code, statusCode, expected) => {
    const error = Object.assign(new Error('x'), { code, statusCode });
    expect(problemOf(error, id)).toMatchObject({ status: statusCode, code: expected });
  });
});
