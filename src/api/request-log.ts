/** One line per request: method, pattern of the route, status, milliseconds. Never a URL: it holds names and codes. */
import { LogController, type FastifyReply, type FastifyRequest } from 'fastify';

/** What Fastify logs by itself, said in our words. */
export class RequestLog extends LogController {
  constructor() {
    super({ requestIdLogLabel: 'requestId' });
  }

  override incomingRequest(): void {}

  override routeNotFound(): void {}

  override requestCompleted(error: Error | null | undefined, request: FastifyRequest, reply: FastifyReply): void {
    const line = {
      method: request.method,
      route: request.routeOptions.url ?? 'unknown',
      status: reply.statusCode,
      milliseconds: Math.round(reply.elapsedTime),
    };
    if (error === null || error === undefined) request.log.info(line, 'request');
    else request.log.warn({ ...line, err: error }, 'reply not delivered');
  }
}
