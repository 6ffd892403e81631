type Bytes = Uint8Array<ArrayBuffer>;

/** How each member of a gzip file begins: its mark, and the one method there is (RFC 1952). */
const MARK = [0x1f, 0x8b, 0x08];
/** A member ends in the size of what is in it, in so many bytes. */
const SIZE_BYTES = 4;

/** Bytes are no gzip, are damaged, or end too early. */
export class BrokenGzipError extends Error {
  override readonly name = 'BrokenGzipError';
}

/**
 * Undoes gzip. A file may have several members, as `cat a.gz b.gz` and programs
 * that compress in parallel make them; browsers' DecompressionStream ends with the
 * first. So bytes are cut before whatever looks like the beginning of a member:
 * where one has ended there, its stream refuses the next piece, which begins another.
 *
 * @throws BrokenGzipError, or what `bytes` throws
 */
export async function* gunzip(bytes: AsyncIterable<Bytes>): AsyncGenerator<Bytes> {
  const pieces = cutAtMarks(bytes);
  let first: Bytes | undefined = (await pieces.next()).value;
  while (first) {
    const { readable, writable } = new DecompressionStream('gzip');
    const writing = writeMember(writable.getWriter(), first, pieces);
    // Who stops reading does not ask how the writing went.
    writing.catch(() => {});
    const reader = readable.getReader();
    let size = 0;
    try {
      for (;;) {
        // Why it failed is what the writing says.
        const read = await reader.read().catch(() => undefined);
        if (!read || read.done) break;
        size += read.value.length;
        yield read.value;
      }
    } finally {
      await reader.cancel().catch(() => {});
    }
    const refused = await writing;
    if (refused && !isMemberEnd(refused, size)) {
      throw new BrokenGzipError('The bytes are no whole gzip.', { cause: refused.cause });
    }
    first = refused?.piece;
  }
}

/** What a member's stream did not take; no piece where it was the end that came too early. */
interface Refused {
  readonly piece?: Bytes;
  /** The last bytes that it took. */
  readonly before: Bytes;
  readonly cause: unknown;
}

/** Writes pieces until there are no more or one is refused. */
async function writeMember(
  writer: WritableStreamDefaultWriter<BufferSource>,
  first: Bytes,
  rest: AsyncGenerator<Bytes>,
): Promise<Refused | undefined> {
  let before: Bytes = new Uint8Array();
  for (let piece: Bytes | undefined = first; piece; ) {
    try {
      await writer.write(piece);
    } catch (cause) {
      return { piece, before, cause };
    }
    before = joined(before, piece.subarray(-SIZE_BYTES)).slice(-SIZE_BYTES);
    try {
      piece = (await rest.next()).value;
    } catch (error) {
      await writer.abort(error).catch(() => {});
      throw error;
    }
  }
  try {
    await writer.close();
    return undefined;
  } catch (cause) {
    return { before, cause };
  }
}

/**
 * Whether a piece was refused because a member had ended before it. The size must
 * be right: by the looks alone, damaged bytes could pass for the end of a member.
 * Node's stream goes on by itself, and what it refuses, by no TypeError, is damaged.
 */
function isMemberEnd({ piece, before, cause }: Refused, size: number): boolean {
  if (!(cause instanceof TypeError) || !piece || !mayBegin(piece, 0)) return false;
  if (before.length < SIZE_BYTES) return false;
  return new DataView(before.buffer).getUint32(0, true) === size % 2 ** 32;
}

/** Cuts bytes before each place at which a member may begin. */
async function* cutAtMarks(chunks: AsyncIterable<Bytes>): AsyncGenerator<Bytes> {
  // Perhaps the beginning of a mark.
  let held: Bytes = new Uint8Array();
  for await (const chunk of chunks) {
    const bytes = held.length === 0 ? chunk : joined(held, chunk);
    let start = 0;
    for (let at = bytes.indexOf(0x1f, 1); at >= 0; at = bytes.indexOf(0x1f, at + 1)) {
      if (!mayBegin(bytes, at)) continue;
      yield bytes.subarray(start, at);
      start = at;
    }
    const isCut = bytes.length - start < MARK.length;
    held = isCut ? bytes.slice(start) : new Uint8Array();
    if (!isCut) yield bytes.subarray(start);
  }
  if (held.length > 0) yield held;
}

/** Whether the mark, or what there is of it before the bytes end, stands at a place. */
function mayBegin(bytes: Bytes, at: number): boolean {
  return MARK.every((byte, index) => at + index >= bytes.length || bytes[at + index] === byte);
}

function joined(first: Bytes, second: Bytes): Bytes {
  const whole = new Uint8Array(first.length + second.length);
  whole.set(first);
  whole.set(second, first.length);
  return whole;
}
