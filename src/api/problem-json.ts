/**
 * Every answer that is not a success is a problem document, made here and nowhere else. People read `detail`;
 * programs compare `code`.
 *
 * @see RFC 9457
 */
import type { FastifyInstance, FastifyReply, FastifyRequest, FastifySchemaValidationError } from 'fastify';
import { LedgerError, ledgerErrors, type LedgerErrorCode } from '../ledger/errors.ts';
import { isTimedOut, isUnavailable } from '../ledger/transaction/retry.ts';
import { CursorInvalid } from '../ledger/queries/page.ts';
import { ApiError, apiErrors, type ApiErrorCode } from './errors.ts';
import type { Fault, Problem } from './schemas/problem.ts';

const problemMediaType = 'application/problem+json';

/** @param requestId - a UUID that the log lines of the request carry. */
export function problemOf(error: unknown, requestId: string): Problem {
  if (error instanceof LedgerError) {
    const { code, details } = error.refusal;
    return { ...ofCode(code, requestId), detail: error.message, details };
  }
  if (error instanceof ApiError) return ofCode(error.code, requestId);
  if (error instanceof CursorInvalid) return ofCode('api.cursor_invalid', requestId);
  if (!(error instanceof Error)) return ofCode('api.unexpected', requestId);
  const faults = faultsOf(error);
  if (faults !== null) {
    const detail = faults.map(({ in: part, at, says }) => `${part} ${at} ${says}`).join('; ');
    return { ...ofCode('api.request_invalid', requestId), detail, faults };
  }
  return ofCode(codeOfDatabase(error) ?? codeOfFramework(error), requestId);
}

/** Null for what is not the state of the database. */
function codeOfDatabase(error: Error): ApiErrorCode | null {
  if (isUnavailable(error)) return 'api.database_unavailable';
  return isTimedOut(error) ? 'api.database_slow' : null;
}

/** The problem of a code, in its general words. */
export function ofCode(code: ApiErrorCode | LedgerErrorCode, requestId: string): Problem {
  const { status, says } = { ...apiErrors, ...ledgerErrors }[code];
  return { type: `/errors/${code}`, title: says, status, detail: says, code, instance: `urn:uuid:${requestId}` };
}

const parts: Readonly<Record<string, Fault['in']>> = { querystring: 'query', params: 'path', headers: 'header' };

/** Fastify's own word for a request that its schema refuses. Null for any other error. */
function faultsOf(error: Error & { validation?: unknown; validationContext?: unknown }): Fault[] | null {
  const { validation, validationContext } = error;
  if (!isValidation(validation)) return null;
  const part = parts[String(validationContext)] ?? 'body';
  return validation.map((fault) => ({ in: part, at: placeOf(fault), says: fault.message ?? 'is not valid' }));
}

const isValidation = (value: unknown): value is FastifySchemaValidationError[] => Array.isArray(value);

/** A parameter that is missing, or not known, is no place yet: its name is in the fault. */
function placeOf({ instancePath, params }: FastifySchemaValidationError): string {
  const name = params['missingProperty'] ?? params['additionalProperty'];
  return typeof name === 'string' ? `${instancePath}/${name}` : instancePath;
}

const frameworkCodes: Readonly<Record<string, ApiErrorCode>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'api.body_too_large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'api.media_type_unsupported',
};

function codeOfFramework(error: Error & { code?: unknown; statusCode?: unknown }): ApiErrorCode {
  const { code, statusCode } = error;
  if (typeof code !== 'string' || !code.startsWith('FST_')) return 'api.unexpected';
  const isOfClient = typeof statusCode === 'number' && statusCode >= 400 && statusCode < 500;
  return frameworkCodes[code] ?? (isOfClient ? 'api.request_invalid' : 'api.unexpected');
}

/** Answers with the problem. What is our own fault goes to the log with all that may be told of it. */
export function sendProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const problem = problemOf(error, request.id);
  if (problem.code === 'api.unexpected') request.log.error({ err: error }, 'unexpected');
  else if (problem.code === 'api.database_unavailable') request.log.warn({ err: error }, 'database unavailable');
  else if (problem.code === 'api.database_slow') request.log.error({ err: error }, 'statement timed out');
  else request.log.info({ code: problem.code }, 'refused');
  if (problem.status === 401) void reply.header('www-authenticate', 'Bearer');
  // Asked again, a statement that was given up would take as long.
  if (problem.status === 503 && problem.code !== 'api.database_slow') void reply.header('retry-after', '1');
  void reply.code(problem.status).type(problemMediaType).send(problem);
}

/** For the whole server. */
export function answerWithProblems(app: FastifyInstance): void {
  app.setErrorHandler(sendProblem);
  app.setNotFoundHandler((request, reply) => sendProblem(new ApiError('api.route_unknown'), request, reply));
}
