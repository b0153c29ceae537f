/** Nguồn byte: a file that is read where it lies, a range at a time, so that it never stands in memory whole. */

/** Bytes somewhere. `read` gives those from `from` up to, not with, `to`. */
export type ByteSource = {
  readonly size: number
  readonly read: (from: number, to: number) => Promise<Uint8Array>
}

const PIECE = 1024 * 1024

/** A range of a source, some at a time. */
export async function* rangeOf(source: ByteSource, from: number, to: number): AsyncGenerator<Uint8Array> {
  for (let at = from; at < to; at += PIECE) yield source.read(at, Math.min(to, at + PIECE))
}
