/** Thư mục của tệp OLE: the container of old Office files, and of new ones with a password; only its names are read. */

const MAGIC = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]

/** The older container of Office. */
export const isOle = (bytes: Uint8Array): boolean => MAGIC.slice(0, 3).every((b, i) => bytes[i] === b)

const HEADER = 512
const ENTRY = 128
const FAT_PLACES = 109
const MOST_SECTORS = 256

/** Names of what the container holds; empty when its directory cannot be read. */
export function oleNames(bytes: Uint8Array): ReadonlySet<string> {
  const names = new Set<string>()
  if (bytes.length < HEADER) return names
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const size = 2 ** Math.min(view.getUint16(30, true), 12)
  const start = (sector: number): number => (sector + 1) * size
  const within = (at: number, length: number): boolean => at >= 0 && at + length <= bytes.length
  const next = (sector: number): number => {
    const table = Math.floor(sector / (size / 4))
    if (table >= FAT_PLACES) return -1
    const at = start(view.getUint32(76 + table * 4, true)) + (sector % (size / 4)) * 4
    return within(at, 4) ? view.getInt32(at, true) : -1
  }
  let sector = view.getInt32(48, true)
  for (let i = 0; i < MOST_SECTORS && sector >= 0 && within(start(sector), size); i++) {
    for (let at = start(sector); at < start(sector) + size; at += ENTRY) {
      const length = Math.min(view.getUint16(at + 64, true), 64)
      if (length > 2) names.add(new TextDecoder('utf-16le').decode(bytes.subarray(at, at + length - 2)))
    }
    sector = next(sector)
  }
  return names
}
