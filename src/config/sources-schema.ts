/** What LETTRAGE_SOURCES may say: one schema per kind of source. `fix` is what a person reads when a value is not right. */
import { Type, type TSchema } from 'typebox';

const text = (fix: string, options: Readonly<{ pattern?: string; maxLength?: number }> = {}) =>
  Type.String({ minLength: 1, maxLength: 4_096, ...options, fix });
const whole = (smallest: number, largest: number) =>
  Type.Integer({ minimum: smallest, maximum: largest, fix: `use a whole number from ${smallest} to ${largest}` });
const oneOf = (values: readonly string[]) => Type.Enum([...values], { fix: `use one of ${values.join(', ')}` });

// Without `..`: what a source may reach is written out, not walked to. Without control characters: it is shown.
const path = '^(?!(?:.*/)?\\.\\.(?:/|$))[^\\u0000-\\u001F\\u007F]+$';
const pathFix = 'use a path without ".." and control characters';

export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof weekdays)[number];

const ofEverySource = {
  name: text('use 1 to 63 lower-case letters, digits, "-" or "_", beginning with a letter or digit', {
    pattern: '^[a-z0-9][a-z0-9_-]{0,62}$',
  }),
  ledger: text('name the ledger by its code', { maxLength: 35 }),
  folders: Type.Array(text(pathFix, { pattern: path }), {
    minItems: 1,
    maxItems: 100,
    uniqueItems: true,
    fix: 'list 1 to 100 different folders',
  }),
  doneFolder: Type.Optional(text(pathFix, { pattern: path })),
  pollSeconds: Type.Optional(whole(5, 86_400)),
  settledSeconds: Type.Optional(whole(0, 3_600)),
  incompleteAfterHours: Type.Optional(whole(0, 720)),
  expectedBy: Type.Optional(text('write the time as 07:00', { pattern: '^(?:[01]\\d|2[0-3]):[0-5]\\d$' })),
  timezone: Type.Optional(text('name a time zone, as Europe/Paris')),
  days: Type.Optional(
    Type.Array(oneOf(weekdays), { minItems: 1, uniqueItems: true, fix: 'list days of the week, as ["mon", "tue"]' }),
  ),
  notOn: Type.Optional(
    Type.Array(text('write a day as 2026-12-25', { pattern: '^\\d{4}-\\d{2}-\\d{2}$' }), {
      maxItems: 1_000,
      fix: 'list days, as ["2026-12-25"]',
    }),
  ),
  expectedWithinHours: Type.Optional(whole(1, 168)),
};

export const folderSourceSchema = Type.Object(
  { kind: oneOf(['folder']), ...ofEverySource },
  { additionalProperties: false },
);

const fingerprintFix = 'write fingerprints as `lettrage sources check` and `ssh-keygen -lf` print them: SHA256:…';

export const sftpSourceSchema = Type.Object(
  {
    kind: oneOf(['sftp']),
    ...ofEverySource,
    host: text('name the server', { pattern: '^[A-Za-z0-9.:_-]+$', maxLength: 253 }),
    port: Type.Optional(whole(1, 65_535)),
    user: text('name the account on the server', { maxLength: 255 }),
    /** Empty until a person has looked at it: without a pin nothing is pulled. */
    hostKeySha256: Type.Optional(
      Type.Array(text(fingerprintFix, { pattern: '^SHA256:[A-Za-z0-9+/]{43}$' }), {
        maxItems: 20,
        uniqueItems: true,
        fix: fingerprintFix,
      }),
    ),
    passwordFile: Type.Optional(text('name a file')),
    privateKeyFile: Type.Optional(text('name a file')),
    passphraseFile: Type.Optional(text('name a file')),
  },
  { additionalProperties: false },
);

/** The part of a schema that an instance path such as `/folders/0` means; null when there is none. */
export function schemaAt(schema: TSchema, instancePath: string): TSchema | null {
  let found: unknown = schema;
  for (const step of instancePath.split('/').slice(1)) {
    const { properties, items } = found as { properties?: Record<string, unknown>; items?: unknown };
    found = properties === undefined ? items : properties[step];
    if (typeof found !== 'object' || found === null) return null;
  }
  return found as TSchema;
}
