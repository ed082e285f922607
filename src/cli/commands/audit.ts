import { readFile } from 'node:fs/promises';
import type { ChainLink } from '../../ledger/plan/audit-chain.ts';
import { readAuditHead } from '../../ledger/queries/audit-chain.ts';
import { inLedger } from '../../ledger/transaction.ts';
import { InputRefused, requireFile } from '../input-file.ts';
import { exitCodes, toJson, type ExitCode, type Output } from '../output.ts';
import { ledgerFor, type Session } from '../session.ts';

/** `lettrage audit head`: `SEQUENCE:HASH` of the last event and when it happened, for `lettrage verify --anchor` later. */
export async function auditHead(
  session: Session,
  output: Output,
  { ledger }: Readonly<{ ledger: string }>,
): Promise<ExitCode> {
  const ledgerId = await ledgerFor(session, ledger, 'use');
  const head = await inLedger(session.context.pool, ledgerId, (tx) => readAuditHead(tx, ledgerId), 'snapshot');
  if (output.isJson) output.write(`${toJson({ ledger, ...head })}\n`);
  else output.write(`${head.sequence}:${head.hash}${head.at === null ? '' : ` ${head.at}`}\n`);
  return exitCodes.done;
}

/**
 * Reads a head as {@link auditHead} printed it, as text or JSON.
 *
 * @param anchor - the head itself, or a file that begins with it.
 * @throws InputRefused when it is neither.
 */
export async function readAnchor(anchor: string): Promise<ChainLink> {
  const given = linkOf(anchor);
  if (given !== null) return given;
  await requireFile(anchor);
  const kept = linkOf(await readFile(anchor, 'utf8'));
  if (kept === null)
    throw new InputRefused(`${anchor} has no head of an audit chain. \`lettrage audit head\` prints one.`);
  return kept;
}

function linkOf(text: string): ChainLink | null {
  const [, sequence, hash] =
    /^\s*(\d{1,18}):([0-9a-f]{64})(?!\S)/.exec(text) ??
    /^\s*\{.{0,200}"sequence":"(\d{1,18})","hash":"([0-9a-f]{64})"/.exec(text) ??
    [];
  return sequence === undefined || hash === undefined ? null : { sequence: BigInt(sequence), hash };
}
