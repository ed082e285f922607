/**
 * The one form in which people ask the ledger to do something: a POST or PUT at what it is about, with an
 * `Idempotency-Key`, which is the id of the command, and, where a version is held to, an `If-Match`. Asking again with the
 * same key gives the same answer and does nothing more.
 *
 * @see draft-ietf-httpapi-idempotency-key-header; RFC 9110, 13.1.1 (If-Match)
 */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Static, TObject, TProperties } from 'typebox';
import { permissionFor } from '../../../domain/access.ts';
import type { Command, CommandKind, CommandRequests } from '../../../domain/command.ts';
import { carryOut } from '../../../ledger/commands/carry-out.ts';
import type { LedgerErrorCode } from '../../../ledger/errors.ts';
import { ApiError, type ApiErrorCode } from '../../errors.ts';
import { commandResultSchema, exampleReason, reasonSchema, toCommandResult } from '../../schemas/command.ts';
import { ledgerCodeSchema, strictObject } from '../../schemas/shared.ts';
import type { ServerOptions } from '../../server.ts';

export type CommandRoute<
  Kind extends CommandKind,
  Path extends TProperties,
  Body extends TProperties,
  Outcome extends TProperties,
> = Readonly<{
  kind: Kind;
  method: 'POST' | 'PUT';
  /** Under the ledger: `/payments/:paymentId/settle`. */
  path: string;
  operationId: string;
  summary: string;
  description?: string;
  tag: string;
  params: Path;
  body: Body;
  /** Whether the record of the path is held to the version in `If-Match`. */
  isVersioned: boolean;
  example: Static<TObject<Body>>;
  outcome: TObject<Outcome>;
  refusals: readonly LedgerErrorCode[];
  /** @param version - of the record when it was looked at; 0 when the route asks for none. */
  toRequest(
    asked: Readonly<{ params: Static<TObject<Path>>; body: Static<TObject<Body>>; version: number }>,
  ): CommandRequests[Kind];
}>;

// A settlement of two thousand lines.
const bodyLimitBytes = 512 * 1024;

const refusalsOfAll = [
  'ledger.command_reused',
  'ledger.command_running',
  'ledger.reason_missing',
  'api.idempotency_key_missing',
] as const;
const refusalsOfVersioned = ['api.if_match_missing', 'api.if_match_invalid', 'ledger.stale'] as const;

/** Adds the route of a kind of command. */
export function addCommand<
  Kind extends CommandKind,
  Path extends TProperties,
  Body extends TProperties,
  Outcome extends TProperties,
>(app: FastifyInstance, { pool, now }: ServerOptions, route: CommandRoute<Kind, Path, Body, Outcome>): void {
  const { kind, isVersioned, refusals, outcome, example } = route;
  const ownRefusals: readonly (ApiErrorCode | LedgerErrorCode)[] = [
    ...refusalsOfAll,
    ...(isVersioned ? refusalsOfVersioned : []),
    ...refusals,
  ];
  const answer = commandResultSchema(outcome);
  app.route({
    method: route.method,
    url: `/v1/ledgers/:ledger${route.path}`,
    bodyLimit: bodyLimitBytes,
    config: {
      permission: permissionFor(kind),
      refusals: ownRefusals,
      swaggerTransform: isVersioned ? describeKeyAndVersion : describeKey,
    },
    schema: {
      operationId: route.operationId,
      summary: route.summary,
      ...(route.description !== undefined && { description: route.description }),
      tags: [route.tag],
      params: strictObject({ ledger: ledgerCodeSchema, ...route.params }),
      body: {
        ...strictObject({ ...route.body, reason: reasonSchema }),
        examples: [{ ...example, reason: exampleReason }],
      },
      response: {
        200: { ...answer, description: 'It is done, or was, or will not be: see `state`.' },
        202: { ...answer, description: 'A second person has to agree: `approval` says why.' },
      },
    },
    handler: async (request, reply) => {
      const id = idempotencyKeyOf(request);
      const version = isVersioned ? versionOf(request) : 0;
      // Validated by the schema above, which is made of the same parts as these types.
      const { reason, ...body } = request.body as Static<TObject<Body>> & { reason: string };
      const params = request.params as Static<TObject<Path>>;
      const asked = route.toRequest({ params, body: body as Static<TObject<Body>>, version });
      const command = { id, kind, reason, request: asked } as Command;
      const act = { actor: request.principal.actor, now: now() };
      const result = await carryOut(pool, request.ledgerId, command, act);
      return reply.code(result.state === 'waiting' ? 202 : 200).send(toCommandResult(id, result));
    },
  });
}

const keyHeader = {
  'Idempotency-Key': {
    type: 'string',
    format: 'uuid',
    description: 'The id of the command, made before asking; the same when asking again.',
    examples: ['4f9d2b1c-7a3e-4c58-9d60-1e2f3a4b5c6d'],
  },
};
const versionHeader = {
  'If-Match': { type: 'string', description: 'The ETag that the record was read with.', examples: ['"3"'] },
};

/** Checked by hand, for refusals of their own: only the document has a schema of the headers. */
const describeHeaders =
  (properties: Readonly<Record<string, object>>) =>
  <Schema extends object>({ schema, url }: { schema: Schema; url: string }) => ({
    schema: { ...schema, headers: { type: 'object', required: Object.keys(properties), properties } },
    url,
  });
export const describeKey = describeHeaders(keyHeader);
const describeKeyAndVersion = describeHeaders({ ...keyHeader, ...versionHeader });

const uuidPattern = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/;

/** @throws ApiError `api.idempotency_key_missing` */
export function idempotencyKeyOf({ headers }: Pick<FastifyRequest, 'headers'>): string {
  const key = headers['idempotency-key'];
  // As a structured field it is in quotation marks; most clients leave them away.
  const id = typeof key === 'string' ? key.replaceAll('"', '').toLowerCase() : '';
  if (!uuidPattern.test(id)) throw new ApiError('api.idempotency_key_missing');
  return id;
}

/** @throws ApiError `api.if_match_missing`, `api.if_match_invalid` */
function versionOf({ headers }: FastifyRequest): number {
  const tag = headers['if-match'];
  if (tag === undefined) throw new ApiError('api.if_match_missing');
  const version = /^"(?<version>[1-9]\d{0,8})"$/.exec(tag)?.groups?.['version'];
  if (version === undefined) throw new ApiError('api.if_match_invalid');
  return +version;
}

/** The ETag of a record that is held to versions. */
export const entityTag = (version: number): string => `"${version}"`;
