/**
 * What the API itself refuses, before or beside the ledger: status and sentence. `docs/errors.md` lists the same codes.
 */
export const apiErrors = {
  'api.request_invalid': { status: 400, says: 'The request does not have the form that this route asks for.' },
  'api.cursor_invalid': { status: 400, says: 'The cursor in `after` is not one that this list gave out.' },
  'api.currency_missing': {
    status: 400,
    says: 'Amounts are compared within one currency: say which, as `currency`.',
  },
  'api.preview_changed': {
    status: 409,
    says: 'The list is not the one that this token was made of: preview it again and accept what it says.',
  },
  'api.body_missing': { status: 400, says: 'The request has no body; send the bytes of the statement file.' },
  'api.body_incomplete': { status: 400, says: 'The request ended before its body was complete; send it again.' },
  'api.credentials_missing': {
    status: 401,
    says: 'Nobody is named; send an API key or a token as `Authorization: Bearer …`.',
  },
  'api.credentials_refused': {
    status: 401,
    says: 'This API key or token opens nothing: it is unknown, over or not for here.',
  },
  'api.permission_missing': { status: 403, says: 'The role of who asks does not include this.' },
  'api.idempotency_key_missing': {
    status: 400,
    says: 'This request needs an `Idempotency-Key`: a UUID made before asking, and the same when asking again.',
  },
  'api.if_match_missing': {
    status: 428,
    says: 'This request needs `If-Match` with the ETag that the record was read with.',
  },
  'api.if_match_invalid': { status: 400, says: 'The ETag in `If-Match` is not one of this kind of record.' },
  'api.too_many_requests': { status: 429, says: 'Too many requests; try again after the seconds in `Retry-After`.' },
  'api.origin_foreign': { status: 403, says: 'Pages of other sites may not use this API.' },
  'api.host_unknown': {
    status: 421,
    says: 'The request names another host than this service; use its address, or the name in LETTRAGE_HOST.',
  },
  'api.route_unknown': { status: 404, says: 'There is no such route; GET /openapi.json lists them.' },
  'api.body_too_large': { status: 413, says: 'The body is larger than this route accepts.' },
  'api.media_type_unsupported': { status: 415, says: 'This route does not read bodies of this Content-Type.' },
  'api.unexpected': { status: 500, says: 'Something failed that should not; `instance` names the line in the log.' },
  'api.not_ready': { status: 503, says: 'The service stops, or its database does not answer: it takes no work now.' },
  'api.database_unavailable': {
    status: 503,
    says: 'The database does not answer, or all its connections are busy; try again after the seconds in `Retry-After`.',
  },
  'api.database_slow': {
    status: 503,
    says: 'The database was given up on: a statement took longer than any may. Ask for less, with a filter or a smaller page.',
  },
  'api.streams_busy': { status: 503, says: 'Too many follow matching at this moment; ask for its state instead.' },
  'api.export_not_ready': { status: 409, says: 'This export is not made; its `state` says whether it will be.' },
  'api.export_expired': {
    status: 410,
    says: 'This export was kept for LETTRAGE_EXPORT_DAYS and is deleted; ask for it again.',
  },
  'api.webhook_failed': { status: 502, says: 'The receiver did not take it; its `problem` and the log say more.' },
  'api.uploads_busy': { status: 503, says: 'Too many files are being uploaded at this moment; try again shortly.' },
} as const satisfies Record<`api.${string}`, { status: number; says: string }>;

export type ApiErrorCode = keyof typeof apiErrors;

/** Thrown by a route; the error handler makes the problem document. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly code: ApiErrorCode;

  constructor(code: ApiErrorCode, options?: ErrorOptions) {
    super(apiErrors[code].says, options);
    this.code = code;
  }
}
