/** Script: generates books into a folder, with the options as JSON. */
import type { GeneratorOptions } from '../generator/generate.ts';
import { writeBooks } from './books.ts';

export default async function write([folder = '', options = '']: readonly string[]): Promise<null> {
  writeBooks(JSON.parse(options) as GeneratorOptions, folder);
  return null;
}
