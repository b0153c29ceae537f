/** Mở một mục của tệp nén, piece after piece, with a cap: a zip bomb is stopped while it unfolds. */

import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createInflateRaw } from 'node:zlib'
import { type Decision, refuse } from '../../kernel/result.ts'
import type { ZipEntry } from '../word/bounded-zip.ts'

/** Mục của tệp nén: its packed bytes stand in memory, or are read when they are asked for. */
export type PackedEntry = Omit<ZipEntry, 'packed'> & { readonly packed: Uint8Array | (() => AsyncIterable<Uint8Array>) }

/** Bytes that come out at a time: few turns, little memory. */
const PIECE = 256 * 1024

/** Why an entry could not be read to its end. */
export type Spoilt = 'too-large' | 'damaged'

/** Bytes of a part, one piece after another; answers with what went wrong, or null at its sound end. */
export type Pieces = AsyncGenerator<Uint8Array, Spoilt | null>

/** The pieces of an entry. It is unpacked beside the main thread, as fast as its pieces are taken. */
export async function* pieces(entry: PackedEntry, limit: number): Pieces {
  if (entry.encrypted || (entry.method !== 0 && entry.method !== 8)) return 'damaged'
  let total = 0
  try {
    for await (const piece of entry.method === 0 ? packedBytes(entry) : unpacked(entry)) {
      total += piece.length
      if (total > limit) return 'too-large'
      yield piece
    }
  } catch (error) {
    if (isZlibError(error)) return 'damaged'
    throw error
  }
  return null
}

const packedBytes = (entry: PackedEntry): Iterable<Uint8Array> | AsyncIterable<Uint8Array> =>
  typeof entry.packed === 'function' ? entry.packed() : [entry.packed]

function unpacked(entry: PackedEntry): AsyncIterable<Uint8Array> {
  const inflate = createInflateRaw({ chunkSize: PIECE })
  if (typeof entry.packed !== 'function') inflate.end(entry.packed)
  // What goes wrong on the way is told by the stream that is read; who stops reading ends the feeding as well.
  else pipeline(Readable.from(entry.packed(), { highWaterMark: 1 }), inflate).catch(() => undefined)
  return inflate as AsyncIterable<Uint8Array>
}

const isZlibError = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' && error.code.startsWith('Z_')

/** Most that is taken in. */
export type Caps = { readonly part: number; readonly cells: number; readonly texts: number }

/** 512 MB a part, 8 million cells a sheet, 2 million shared texts: well over 100.000 people with 40 columns. */
export const CAPS: Caps = { part: 512 * 1024 * 1024, cells: 8_000_000, texts: 2_000_000 }

/** What is said of a file that cannot be read. */
export const DAMAGED = 'Tệp Excel bị hỏng nên không đọc được. Mở tệp bằng Excel, lưu lại thành .xlsx rồi gửi lại.'

/** The refusal of a part that could not be read to its end. */
export const spoilt = (why: Spoilt): Decision<never> =>
  why === 'damaged'
    ? refuse('invalid', 'excel.damaged', DAMAGED)
    : refuse(
        'invalid',
        'excel.too-large',
        'Tệp Excel giải nén ra quá lớn nên không được đọc. Tách thành nhiều tệp nhỏ hơn rồi gửi lại.',
      )
