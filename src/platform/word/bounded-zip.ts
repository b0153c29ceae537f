/**
 * Tệp nén có giới hạn: takes named entries out of a zip without trusting the sizes it declares. A zip bomb is stopped
 * while it unfolds.
 */
import { Inflate } from 'fflate'
import { accept, type Decision, refuse } from '../../kernel/result.ts'

/** Một mục of a zip: its name, how it is packed, and its packed bytes. */
export type ZipEntry = {
  readonly name: string
  readonly method: number
  readonly encrypted: boolean
  readonly packed: Uint8Array
}

const END = 0x06054b50
const CENTRAL = 0x02014b50
const LOCAL = 0x04034b50
const MAX_ENTRIES = 20_000

const decoder = new TextDecoder()

/** Place of the end record, searched from the back; -1 when there is none. */
function endRecord(view: DataView): number {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 22 - 65_535); at--) {
    if (view.getUint32(at, true) === END) return at
  }
  return -1
}

/** The entries of a zip, or null when its directory cannot be read to the end. */
export function entriesOf(bytes: Uint8Array): ZipEntry[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = endRecord(view)
  if (end < 0) return null
  const count = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  if (count > MAX_ENTRIES) return null
  const entries: ZipEntry[] = []
  for (let i = 0; i < count; i++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== CENTRAL) return null
    const nameLength = view.getUint16(at + 28, true)
    const size = view.getUint32(at + 20, true)
    const local = view.getUint32(at + 42, true)
    if (local + 30 > bytes.length || view.getUint32(local, true) !== LOCAL) return null
    const from = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
    if (from + size > bytes.length) return null
    entries.push({
      name: decoder.decode(bytes.subarray(at + 46, at + 46 + nameLength)),
      method: view.getUint16(at + 10, true),
      encrypted: (view.getUint16(at + 8, true) & 1) === 1,
      packed: bytes.subarray(from, from + size),
    })
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return entries
}

const tooLarge = () =>
  refuse(
    'invalid',
    'document.inflated-too-large',
    'Tệp giải nén ra quá lớn nên không được đọc. Lưu lại văn bản thành tệp mới rồi gửi lại.',
  )
const broken = () =>
  refuse('invalid', 'document.damaged', 'Tệp Word bị hỏng nên không đọc được. Mở tệp bằng Word, lưu lại rồi gửi lại.')

const CHUNK = 64 * 1024

/** Unfolds one entry; refuses one that is damaged or grows over `limit` bytes. */
export function unfold(entry: ZipEntry, limit: number): Decision<Uint8Array> {
  if (entry.method === 0) return entry.packed.length > limit ? tooLarge() : accept(entry.packed)
  if (entry.method !== 8) return broken()
  const parts: Uint8Array[] = []
  let total = 0
  let ended = false
  const inflate = new Inflate((part, final) => {
    parts.push(part)
    total += part.length
    ended ||= final
  })
  try {
    for (let at = 0; at < entry.packed.length && total <= limit; at += CHUNK) {
      inflate.push(entry.packed.subarray(at, at + CHUNK), at + CHUNK >= entry.packed.length)
    }
  } catch {
    return broken()
  }
  if (total > limit) return tooLarge()
  return ended ? accept(joined(parts, total)) : broken()
}

function joined(parts: readonly Uint8Array[], total: number): Uint8Array {
  const out = new Uint8Array(total)
  let at = 0
  for (const part of parts) {
    out.set(part, at)
    at += part.length
  }
  return out
}
