/** Each fixture against its golden file, which is reviewed line by line. */
import { expect, test } from 'vitest';
import { findingToJson, parsedStatementToJson } from '../../src/ingest/json.ts';
import { entryToJson } from './entry-json.ts';
import {
  baiFixtures,
  camtFixtures,
  cfonbFixtures,
  codaFixtures,
  fixturePath,
  mtFixtures,
  ofxFixtures,
  readFixture,
} from './fixtures.ts';
import { readBytes, type ReadResult } from './read-file.ts';

const goldenJson = ({ file, statements }: ReadResult): string => {
  const { findings, ...reading } = file;
  const shown = {
    ...reading,
    problems: findings.map(findingToJson),
    statements: statements.map(({ summary, entries }) => ({
      ...parsedStatementToJson(summary),
      accountAsWritten: summary.accountAsWritten,
      sequence: summary.sequence,
      period: [summary.fromDate, summary.toDate],
      line: summary.at.line,
      entries: entries.map(entryToJson),
    })),
  };
  return `${JSON.stringify(shown, null, 2)}\n`;
};

test.each([...camtFixtures, ...mtFixtures, ...baiFixtures, ...ofxFixtures, ...cfonbFixtures, ...codaFixtures])(
  'reads %s into its golden file',
  async (name) => {
    await expect(goldenJson(readBytes(readFixture(name)))).toMatchFileSnapshot(`${fixturePath(name)}.expected.json`);
  },
);
