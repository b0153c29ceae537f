/** Mở một mục của tệp nén, piece after piece, with a cap: a zip bomb is stopped while it unfolds. */
import { Inflate } from 'fflate'
import { type Decision, refuse } from '../../kernel/result.ts'
import type { ZipEntry } from '../word/bounded-zip.ts'

const CHUNK = 64 * 1024

/** Why an entry could not be read to its end. */
export type Spoilt = 'too-large' | 'damaged'

/** The pieces of an entry; answers with what went wrong, or null at its sound end. */
export function* pieces(entry: ZipEntry, limit: number): Generator<Uint8Array, Spoilt | null> {
  if (entry.encrypted || (entry.method !== 0 && entry.method !== 8)) return 'damaged'
  if (entry.method === 0) {
    if (entry.packed.length > limit) return 'too-large'
    yield entry.packed
    return null
  }
  const ready: Uint8Array[] = []
  let total = 0
  let ended = false
  const inflate = new Inflate((piece, final) => {
    total += piece.length
    ready.push(piece)
    ended ||= final
  })
  for (let at = 0; at < entry.packed.length; at += CHUNK) {
    try {
      inflate.push(entry.packed.subarray(at, at + CHUNK), at + CHUNK >= entry.packed.length)
    } catch {
      return 'damaged'
    }
    if (total > limit) return 'too-large'
    yield* ready.splice(0)
  }
  return ended ? null : 'damaged'
}

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
