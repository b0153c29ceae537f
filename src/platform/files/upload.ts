/** Tệp tải lên: as it comes from a form, an address for machines or the command line. */
import { createHash } from 'node:crypto'

/** Tệp trong bộ nhớ: at most `MAX_FILE` of it. */
export type Upload = { readonly name: string; readonly mediaType: string; readonly bytes: Uint8Array }

/** Tệp lớn: it lies on the disk, sealed, while the request lasts (`spool.ts`). */
export type LargeUpload = {
  readonly name: string
  readonly mediaType: string
  readonly size: number
  /** Hash of the bytes, hexadecimal. */
  readonly sha256: string
  /** The bytes from their start, some at a time. */
  readonly pieces: () => AsyncIterable<Uint8Array>
  /** Where it lies: another thread of this process reads it by that. */
  readonly lies: Spooled
}

/** Chỗ tệp nằm: a descriptor of this process, and the key of this one file. */
export type Spooled = { readonly fd: number; readonly size: number; readonly key: string; readonly iv: string }

/** Largest file of an ordinary form, bytes (20 MB). */
export const MAX_FILE = 20 * 1024 * 1024

/** Largest file of a route that takes large ones, bytes (100 MB). */
export const MAX_LARGE_FILE = 100 * 1024 * 1024

/** Bytes of the pieces a file is kept in. */
const PIECE = 1024 * 1024

/** Nội dung tệp: size, hash and pieces, wherever the bytes lie. */
export type Content = Pick<LargeUpload, 'size' | 'sha256' | 'pieces'> & Partial<Pick<LargeUpload, 'lies'>>

/** What a file holds. */
export function contentOf(file: Upload | LargeUpload): Content {
  if (!('bytes' in file)) return file
  const { bytes } = file
  return {
    size: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    pieces: async function* () {
      for (let at = 0; at < bytes.length; at += PIECE) yield bytes.subarray(at, at + PIECE)
    },
  }
}
