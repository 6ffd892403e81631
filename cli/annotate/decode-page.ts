import { isAscii, isUtf8 } from 'node:buffer';
import sniffEncoding from 'html-encoding-sniffer';

/**
 * A page's text from its bytes: by its byte order mark, else by its `meta`
 * element, else as UTF-8. Bytes beyond ASCII that are sound UTF-8 are UTF-8
 * whatever the element says: tools that save pages convert them and leave the
 * element as it was, and in no other encoding does a text look so by chance.
 *
 * @throws RangeError when the page names an encoding that browsers refuse to read
 */
export function decodePage(bytes: Uint8Array): string {
  const encoding =
    isUtf8(bytes) && !isAscii(bytes) ? 'UTF-8' : sniffEncoding(bytes, { defaultEncoding: 'UTF-8' });
  return new TextDecoder(encoding).decode(bytes);
}
