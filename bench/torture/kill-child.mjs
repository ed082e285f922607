/**
 * Carries out a list of commands, to be killed: `node kill-child.mjs DIST`. It loads the program, then waits for its work on
 * stdin, so that a kill costs no start: one line of JSON, `{ serviceUrl, list, first, acknowledged, failpoint }`.
 *
 * The list's commands from `first` up to `acknowledged` were answered before, and are asked again. Failpoint `before:7` kills
 * it before the seventh statement after those is sent, `sent:7` when it has been sent, `after:7` when it has been answered.
 * Writes `go` when the new ones begin, `(` and `)` around each transaction, `,` after each answer, and where it kills itself.
 */
import { readFileSync, writeSync } from 'node:fs';
import pg from 'pg';

const load = (path) => import(new URL(path, process.argv[2]).href);
const { openPool } = await load('database/connections.js');
const { carryOut, decideApproval } = await load('ledger/commands/carry-out.js');

const { serviceUrl, list, first, acknowledged, failpoint } = JSON.parse(readFileSync(0, 'utf8'));
const { ledgerId, commands } = JSON.parse(readFileSync(list, 'utf8'));
const act = { actor: 'test', now: new Date('2026-03-31T08:15:00.000Z') };
const tell = (text) => writeSync(1, text);

/** What a statement does, in few words: `insert posting_line`, `select open_item for update`, `commit`. */
function nameOf(text) {
  const words = text.trim().replaceAll(/\s+/g, ' ').toLowerCase();
  const [, verb, into] = /^(insert into|update) "?(\w+)/.exec(words) ?? [];
  if (verb !== undefined) return `${verb.replace(' into', '')} ${into}`;
  const [, from] = /\bfrom "?(\w+)/.exec(words) ?? [];
  if (!words.startsWith('select') && !words.startsWith('with')) return words;
  return from === undefined ? words.slice(0, 30) : `select ${from}${words.endsWith('for update') ? ' for update' : ''}`;
}

let index = null;
function dieAt(when, at, text) {
  if (failpoint !== `${when}:${at}`) return;
  tell(`{${when} ${nameOf(text)}}`);
  process.kill(process.pid, 'SIGKILL');
}

const send = Reflect.get(pg.Client.prototype, 'query');
pg.Client.prototype.query = async function watched(text, values) {
  const at = index === null ? null : index++;
  dieAt('before', at, text);
  if (text.startsWith('begin')) tell('(');
  const answer = Reflect.apply(send, this, [text, values]);
  dieAt('sent', at, text);
  const result = await answer;
  if (text === 'commit' || text === 'rollback') tell(')');
  dieAt('after', at, text);
  return result;
};

const pool = openPool(serviceUrl, { poolSize: 1 });
for (const [number, command] of commands.entries()) {
  if (number < first) continue;
  if (number === acknowledged) {
    index = 1;
    tell('go');
  }
  let answer = await carryOut(pool, ledgerId, command, act);
  if (answer.state === 'waiting') {
    const { requestSha256 } = answer;
    const decision = { requestId: command.id, requestSha256, decision: 'approved', reason: 'torture' };
    answer = await decideApproval(pool, ledgerId, decision, { ...act, actor: 'second' });
  }
  if (answer.state !== 'done') throw new Error(`command ${command.id} is ${answer.state}`);
  if (number >= acknowledged) tell(',');
}
await pool.end();
