/** What an ASCII character is to a reader of bank texts. */
export const asciiKind = { other: 0, letter: 1, digit: 2, joiner: 3, listMark: 4, blank: 5, lineEnd: 6 } as const;

/** {@link asciiKind} of each of the 128 characters. */
export const asciiKinds = new Uint8Array(128);
for (let code = 65; code <= 90; code += 1)
  asciiKinds.fill(asciiKind.letter, code, code + 1).fill(asciiKind.letter, code + 32, code + 33);
asciiKinds.fill(asciiKind.digit, 48, 58);
for (const [marks, kind] of [
  ['-/._', asciiKind.joiner],
  [',;+&|', asciiKind.listMark],
  [' \t\v\f', asciiKind.blank],
  ['\n\r', asciiKind.lineEnd],
] as const)
  for (const mark of marks) asciiKinds[mark.charCodeAt(0)] = kind;

/** The capital of an ASCII letter; a digit as it is. */
export const capitalOf = (code: number): number => (code >= 97 ? code - 32 : code);
