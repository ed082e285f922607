/**
 * Generated books on disk, a folder for each company: what is measured reads them row by row, so that the memory it
 * takes is that of the index and not of the generator.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateBenchmark, type GeneratorOptions } from '../generator/generate.ts';
import { writeDataFolder } from '../generator/write.ts';
import type { BenchData } from '../types.ts';

/** Row counts of one company, which a database would be asked for before it is read. */
export type Company = Readonly<{
  id: number;
  folder: string;
  itemCount: number;
  customerCount: number;
  ibanCount: number;
  /** Of document numbers, structured references and purchase orders together. */
  textBytes: number;
  lineCount: number;
}>;

const listOf = (folder: string): string => join(folder, 'companies.json');

/** Makes the books of all companies and writes them. */
export function writeBooks(options: GeneratorOptions, folder: string): void {
  const data = generateBenchmark(options);
  const companies = data.companies.map(({ id }) => writeCompany(data, id, join(folder, `company-${id}`)));
  writeFileSync(listOf(folder), JSON.stringify(companies));
}

/** The companies of books written before, the largest first. */
export const readCompanies = (folder: string): readonly Company[] =>
  JSON.parse(readFileSync(listOf(folder), 'utf8')) as readonly Company[];

function writeCompany(data: BenchData, id: number, folder: string): Company {
  const isOwn = ({ company }: Readonly<{ company: number }>): boolean => company === id;
  const own = {
    customers: data.customers.filter(isOwn),
    items: data.items.filter(isOwn),
    closed: data.closed.filter(isOwn),
    batches: data.batches.filter(isOwn),
    history: data.history.filter(isOwn),
    lines: data.lines.filter(isOwn),
  };
  writeDataFolder({ ...data, ...own, truth: [] }, folder);
  let textBytes = 0;
  for (const documents of [own.items, own.closed])
    for (const { number, sref, po } of documents) textBytes += number.length + sref.length + po.length;
  return {
    id,
    folder,
    itemCount: own.items.length + own.closed.length,
    customerCount: own.customers.length,
    ibanCount: own.customers.reduce((count, { ibans }) => count + ibans.length, 0),
    textBytes,
    lineCount: own.lines.length,
  };
}
