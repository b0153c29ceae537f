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

/** Bytes from the back in which the end record must lie. */
export const ZIP_TAIL = 22 + 65_535

/** Where the directory of a zip stands: read from its last bytes; null when there is none there. */
export function directoryOf(
  tail: Uint8Array,
): { readonly count: number; readonly from: number; readonly size: number } | null {
  const view = new DataView(tail.buffer, tail.byteOffset, tail.byteLength)
  const end = endRecord(view)
  if (end < 0) return null
  const count = view.getUint16(end + 10, true)
  if (count > MAX_ENTRIES) return null
  return { count, size: view.getUint32(end + 12, true), from: view.getUint32(end + 16, true) }
}

/** One line of a directory. */
export type DirectoryLine = Omit<ZipEntry, 'packed'> & {
  readonly size: number
  readonly local: number
  readonly length: number
}

/** The line at a place of a directory, or null. */
export function lineAt(bytes: Uint8Array, at: number): DirectoryLine | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (at + 46 > bytes.length || view.getUint32(at, true) !== CENTRAL) return null
  const nameLength = view.getUint16(at + 28, true)
  return {
    name: decoder.decode(bytes.subarray(at + 46, at + 46 + nameLength)),
    method: view.getUint16(at + 10, true),
    encrypted: (view.getUint16(at + 8, true) & 1) === 1,
    size: view.getUint32(at + 20, true),
    local: view.getUint32(at + 42, true),
    length: 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true),
  }
}

/** How far behind its local header the bytes of an entry begin; null when there is no header. */
export function headLength(head: Uint8Array): number | null {
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength)
  if (head.length < 30 || view.getUint32(0, true) !== LOCAL) return null
  return 30 + view.getUint16(26, true) + view.getUint16(28, true)
}

/** Place of the end record, searched from the back; -1 when there is none. */
function endRecord(view: DataView): number {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 22 - 65_535); at--) {
    if (view.getUint32(at, true) === END) return at
  }
  return -1
}

/** The entries of a zip, or null when its directory cannot be read to the end. */
export function entriesOf(bytes: Uint8Array): ZipEntry[] | null {
  const directory = directoryOf(bytes)
  if (directory === null) return null
  let at = directory.from
  const entries: ZipEntry[] = []
  for (let i = 0; i < directory.count; i++) {
    const line = lineAt(bytes, at)
    if (line === null) return null
    const head = headLength(bytes.subarray(line.local, line.local + 30))
    const from = line.local + (head ?? 0)
    if (head === null || from + line.size > bytes.length) return null
    const { name, method, encrypted } = line
    entries.push({ name, method, encrypted, packed: bytes.subarray(from, from + line.size) })
    at += line.length
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
