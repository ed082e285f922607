/** The fixture files of ingest. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const bankFolder = fileURLToPath(new URL('../../fixtures/bank/', import.meta.url));

const inputsOf = (folder: string): readonly string[] =>
  readdirSync(bankFolder + folder)
    .filter((name) => !/\.(?:json|md)$/.test(name))
    .map((name) => `${folder}/${name}`);

export const camtFixtures = inputsOf('camt');
export const mtFixtures = inputsOf('mt940');
export const cfonbFixtures = inputsOf('cfonb120');
export const codaFixtures = inputsOf('coda');
export const baiFixtures = inputsOf('bai2');
export const ofxFixtures = inputsOf('ofx');
/** One per refusal, named after its code. */
export const errorFixtures = inputsOf('errors');

export const fixturePath = (name: string): string => bankFolder + name;
export const readFixture = (name: string): Uint8Array => readFileSync(fixturePath(name));
export const codeOfErrorFixture = (name: string): string => name.replace(/^errors\//, '').replace(/\.[^.]+$/, '');
