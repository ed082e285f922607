/** Stored with every file that was read: grows with any change of what a parser gives, so that a file can be read again. */
export const parserVersion = 'ingest/2';
