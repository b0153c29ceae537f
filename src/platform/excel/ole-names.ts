/** Thư mục của tệp OLE: the container of old Office files, and of new ones with a password; only its names are read. */

const MAGIC = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]

/** The older container of Office. */
export const isOle = (bytes: Uint8Array): boolean => MAGIC.slice(0, 3).every((b, i) => bytes[i] === b)

const HEADER = 512
const ENTRY = 128
const FAT_PLACES = 109
const MOST_SECTORS = 65_536
/** Streams smaller than this stand in pieces of 64 bytes within the stream of the root. */
const SMALL = 4096
const SMALL_PIECE = 64

type Entry = { readonly name: string; readonly first: number; readonly size: number }

/** The directory and the chains of sectors of a container. */
class Container {
  private readonly bytes: Uint8Array
  private readonly view: DataView
  private readonly size: number
  private readonly more: readonly number[]

  constructor(bytes: Uint8Array) {
    this.bytes = bytes
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    this.size = 2 ** Math.min(Math.max(this.view.getUint16(30, true), 7), 12)
    this.more = this.furtherTables()
  }

  entries(): Entry[] {
    const found: Entry[] = []
    for (const at of this.chain(this.view.getInt32(48, true), 1024))
      for (let e = at; e < at + this.size; e += ENTRY) {
        const length = Math.min(this.view.getUint16(e + 64, true), 64)
        if (length <= 2) continue
        const name = new TextDecoder('utf-16le').decode(this.bytes.subarray(e, e + length - 2))
        found.push({ name, first: this.view.getInt32(e + 116, true), size: this.view.getUint32(e + 120, true) })
      }
    return found
  }

  /** The bytes of a stream; null when its chain is broken. */
  stream(e: Entry): Uint8Array | null {
    if (e.size > this.bytes.length) return null
    if (e.size >= SMALL) return this.large(e)
    const root = this.entries()[0]
    const pieces = root === undefined || root.size > this.bytes.length ? null : this.large(root)
    const table = [...this.chain(this.view.getInt32(60, true), 1024)]
    const next = (piece: number): number => {
      const at = table[Math.floor(piece / (this.size / 4))]
      return at === undefined ? -1 : this.view.getInt32(at + (piece % (this.size / 4)) * 4, true)
    }
    const parts: Uint8Array[] = []
    let piece = e.first
    for (let i = 0; pieces !== null && i < SMALL / SMALL_PIECE && piece >= 0; i++) {
      parts.push(pieces.subarray(piece * SMALL_PIECE, (piece + 1) * SMALL_PIECE))
      piece = next(piece)
    }
    const whole = new Uint8Array(Buffer.concat(parts))
    return whole.length < e.size ? null : whole.subarray(0, e.size)
  }

  private large(e: Entry): Uint8Array | null {
    const out = new Uint8Array(e.size)
    let filled = 0
    for (const at of this.chain(e.first, MOST_SECTORS)) {
      const part = this.bytes.subarray(at, at + Math.min(this.size, e.size - filled))
      out.set(part, filled)
      filled += part.length
      if (filled >= e.size) return out
    }
    return null
  }

  private *chain(first: number, most: number): Generator<number> {
    let sector = first
    for (let i = 0; i < most && sector >= 0 && this.within(this.start(sector), this.size); i++) {
      yield this.start(sector)
      sector = this.next(sector)
    }
  }

  private start(sector: number): number {
    return (sector + 1) * this.size
  }

  private within(at: number, length: number): boolean {
    return at >= 0 && at + length <= this.bytes.length
  }

  private next(sector: number): number {
    const table = Math.floor(sector / (this.size / 4))
    const place = table < FAT_PLACES ? this.view.getInt32(76 + table * 4, true) : (this.more[table - FAT_PLACES] ?? -1)
    const at = this.start(place) + (sector % (this.size / 4)) * 4
    return place >= 0 && this.within(at, 4) ? this.view.getInt32(at, true) : -1
  }

  /** Where the tables of sectors stand that the header has no place for. */
  private furtherTables(): number[] {
    const found: number[] = []
    let sector = this.view.getInt32(68, true)
    for (let i = 0; i < 64 && sector >= 0 && this.within(this.start(sector), this.size); i++) {
      const at = this.start(sector)
      for (let k = 0; k < this.size / 4 - 1; k++) found.push(this.view.getInt32(at + k * 4, true))
      sector = this.view.getInt32(at + this.size - 4, true)
    }
    return found
  }
}

/** Names of what the container holds; empty when its directory cannot be read. */
export function oleNames(bytes: Uint8Array): ReadonlySet<string> {
  return bytes.length < HEADER ? new Set() : new Set(new Container(bytes).entries().map((e) => e.name))
}

/** The bytes of the first stream with one of these names; null when there is none that can be read. */
export function streamOf(bytes: Uint8Array, names: readonly string[]): Uint8Array | null {
  if (bytes.length < HEADER || !isOle(bytes)) return null
  const container = new Container(bytes)
  const entry = container.entries().find((e) => names.includes(e.name))
  return entry === undefined ? null : container.stream(entry)
}
