// tsc copies no SQL: the migrations that run beside dist/ledger are copied here.
import { cpSync, rmSync } from 'node:fs';

const target = new URL('../dist/ledger/migrations/', import.meta.url);
rmSync(target, { recursive: true, force: true });
cpSync(new URL('../src/ledger/migrations/', import.meta.url), target, { recursive: true });
