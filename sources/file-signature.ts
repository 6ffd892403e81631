/** What begins files that are no text, by their first bytes (one byte a character). */
const SIGNATURES: readonly (readonly [beginning: string, what: string])[] = [
  [
    'PK\x03\x04',
    'a zip archive, or a spreadsheet or document that is one inside (xlsx, ods, docx)',
  ],
  ['PK\x05\x06', 'an empty zip archive'],
  ['%PDF', 'a PDF document'],
  ['\x1f\x8b', 'a gzip file inside the gzip file, or one whose name hides it'],
  ['BZh', 'a bzip2 file'],
  ['\xfd7zXZ', 'an xz file'],
  ['\x28\xb5\x2f\xfd', 'a zstd file'],
  ['7z\xbc\xaf', 'a 7-Zip archive'],
  ['Rar!', 'a RAR archive'],
  ['\xd0\xcf\x11\xe0', 'an old Office document (xls, doc)'],
  ['SQLite format 3', 'an SQLite database'],
  ['\x89PNG', 'a picture (PNG)'],
  ['\xff\xd8\xff', 'a picture (JPEG)'],
  ['GIF8', 'a picture (GIF)'],
  ['\xff\xfe', 'text in UTF-16'],
  ['\xfe\xff', 'text in UTF-16'],
];

/**
 * What a file that is no UTF-8 text is, from its first bytes; undefined when they
 * are none that are known here.
 */
export function signatureOf(bytes: Uint8Array): string | undefined {
  return namedBy(String.fromCharCode(...bytes.subarray(0, 16)));
}

/** The same from what a decoder made of those bytes: the characters up to 127 are left as they were. */
export function signatureOfText(text: string): string | undefined {
  return namedBy(text.slice(0, 16));
}

function namedBy(start: string): string | undefined {
  return SIGNATURES.find(([beginning]) => start.startsWith(beginning))?.[1];
}
