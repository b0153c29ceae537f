/** Nhớ chữ đã gặp: the same texts come again and again in a column. */
import { KINDS, kindBetween, textOfKind } from './xml-bytes.ts'

/** Texts that are remembered, and how long they are at most, in bytes. */
const PLACES = 4096
const LONGEST = 64

/** Each text is made once while it is remembered, and stands in memory once. */
export class TextMemory {
  private readonly texts: string[] = Array.from({ length: PLACES }, () => '')
  private readonly lengths = new Uint8Array(PLACES)
  private readonly bytes = new Uint8Array(PLACES * LONGEST)

  private readonly decode: (bytes: Buffer, from: number, to: number, kind: number) => string | null

  /** `decode` makes the text; a .csv means its bytes in another way than XML does. */
  constructor(decode = textOfKind) {
    this.decode = decode
  }

  /** The text between two places; null where `decode` does not know it. */
  between(bytes: Buffer, from: number, to: number): string | null {
    const length = to - from
    if (length > LONGEST) return this.decode(bytes, from, to, kindBetween(bytes, from, to))
    let kind = 0
    let hash = 7
    for (let i = from; i < to; i++) {
      const byte = bytes[i] ?? 0
      kind |= KINDS[byte] ?? 0
      hash = (Math.imul(hash, 31) + byte) | 0
    }
    const place = (hash ^ (hash >>> 15)) & (PLACES - 1)
    if (this.lengths[place] === length && this.holds(place * LONGEST, bytes, from, to)) return this.texts[place] ?? ''
    const text = this.decode(bytes, from, to, kind)
    if (text === null) return null
    this.texts[place] = text
    this.lengths[place] = length
    for (let i = from, k = place * LONGEST; i < to; i++, k++) this.bytes[k] = bytes[i] ?? 0
    return text
  }

  private holds(start: number, bytes: Buffer, from: number, to: number): boolean {
    const own = this.bytes
    for (let i = from, k = start; i < to; i++, k++) if (own[k] !== bytes[i]) return false
    return true
  }
}
