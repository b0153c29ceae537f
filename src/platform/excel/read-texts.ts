/** Chữ dùng chung: the texts that cells name by number; plain ones are read from the bytes, the rest through the parser. */
import { unescaped } from './cell-value.ts'
import type { Pieces, Spoilt } from './inflate.ts'
import { textBetween } from './xml-bytes.ts'
import { feedOf, type Listener } from './xml-events.ts'

/** Each `<si>` becomes one text; runs are joined, what is written for its reading (`rPh`) is left out. */
export function textListener(keep: (text: string) => void): Listener {
  let text = ''
  let inText = false
  let reading = 0
  return {
    open: (name) => {
      if (name === 't') inText = true
      else if (name === 'rPh') reading++
      else if (name === 'si') text = ''
    },
    close: (name) => {
      if (name === 't') inText = false
      else if (name === 'rPh') reading--
      else if (name === 'si') keep(unescaped(text))
    },
    text: (t) => {
      if (inText && reading === 0) text += t
    },
  }
}

/** Longest text with all its runs; a longer one is read by the parser alone. */
const LONGEST = 4 * 1024 * 1024

/**
 * Reads shared texts piece by piece. `push` answers false as soon as the part holds what only a whole parser may judge:
 * comments, character data, instructions, another shape.
 */
export function quickTexts(keep: (text: string) => void): {
  readonly push: (piece: Uint8Array) => boolean
  readonly end: () => boolean
} {
  let rest: Buffer = Buffer.alloc(0)
  let prefix: string | null = null
  let closed = false
  const frame = feedOf({ open: () => undefined, close: () => undefined, text: () => undefined })
  const begin = (bytes: Buffer): number => {
    const head = bytes.toString('latin1', 0, Math.min(bytes.length, 4096))
    const m = /^(?:\xEF\xBB\xBF)?(?:<\?xml[^?>]*\?>)?\s*<((?:[A-Za-z_][\w.-]*:)?)sst(?:\s[^<>]*[^/<>])?>/.exec(head)
    if (m === null) return -1
    prefix = m[1] ?? ''
    return frame.push(bytes.subarray(0, m[0].length)) ? m[0].length : -1
  }
  const push = (piece: Uint8Array): boolean => {
    const bytes =
      rest.length === 0 ? Buffer.from(piece.buffer, piece.byteOffset, piece.length) : Buffer.concat([rest, piece])
    let at = 0
    if (prefix === null) {
      if (bytes.length < 4096 && bytes.indexOf('si>') < 0) {
        rest = bytes
        return true
      }
      at = begin(bytes)
      if (at < 0 || prefix === null) return false
    }
    const took = closed ? at : items(bytes, at, prefix, keep)
    if (took < 0) return false
    at = took
    if (
      !closed &&
      bytes
        .subarray(at, at + 32)
        .toString('latin1')
        .trimStart()
        .startsWith(`</${prefix}sst>`)
    )
      closed = true
    if (closed) {
      rest = Buffer.alloc(0)
      return frame.push(bytes.subarray(at))
    }
    rest = Buffer.from(bytes.subarray(at))
    return rest.length <= LONGEST
  }
  const end = (): boolean => closed && frame.end()
  return { push, end }
}

/** Reads whole items; answers with the place after the last, or -1. */
function items(bytes: Buffer, from: number, prefix: string, keep: (text: string) => void): number {
  const open = Buffer.from(`<${prefix}si>`)
  const close = Buffer.from(`</${prefix}si>`)
  const plain = [Buffer.from(`<${prefix}t>`), Buffer.from(`<${prefix}t xml:space="preserve">`)]
  const after = Buffer.from(`</${prefix}t>`)
  let at = from
  for (;;) {
    const start = bytes.indexOf(LESS, at)
    if (start < 0 || !blank(bytes, at, start)) return start < 0 ? at : -1
    const stop = bytes.indexOf(close, start)
    if (stop < 0) return start
    if (bytes.compare(open, 0, open.length, start, start + open.length) !== 0) return -1
    const inside = start + open.length
    const text = plainText(bytes, inside, stop, plain, after) ?? parsedText(bytes.subarray(start, stop + close.length))
    if (text === null) return -1
    keep(text)
    at = stop + close.length
  }
}

const LESS = 0x3c

function blank(bytes: Buffer, from: number, to: number): boolean {
  for (let i = from; i < to; i++)
    if (bytes[i] !== 0x20 && bytes[i] !== 0x0a && bytes[i] !== 0x0d && bytes[i] !== 0x09) return false
  return true
}

/** `<t>text</t>` alone. */
function plainText(bytes: Buffer, from: number, to: number, opens: readonly Buffer[], close: Buffer): string | null {
  const open = opens.find((o) => bytes.compare(o, 0, o.length, from, Math.min(from + o.length, to)) === 0)
  const end = to - close.length
  if (open === undefined || end < from + open.length) return null
  if (bytes.compare(close, 0, close.length, end, to) !== 0) return null
  const text = textBetween(bytes, from + open.length, end)
  return text === null ? null : unescaped(text)
}

/** One item through the parser; null when it holds what could hide the true end of the item. */
function parsedText(bytes: Buffer): string | null {
  if (bytes.includes('<!') || bytes.includes('<?')) return null
  const found: string[] = []
  const feed = feedOf(textListener((text) => found.push(text)))
  const [only, more] = feed.push(bytes) && feed.end() ? found : []
  return more === undefined ? (only ?? null) : null
}

/** Both ways in one: the quick reader, and the parser from the start when the quick one gives up. */
export async function readTexts(open: () => Pieces, most: number): Promise<{ texts: string[]; bad: Spoilt | null }> {
  const quick: string[] = []
  const sound = await pushAll(
    open(),
    quickTexts((t) => quick.push(t)),
    () => quick.length > most,
  )
  if (sound !== 'damaged') return { texts: quick, bad: sound }
  const texts: string[] = []
  const bad = await pushAll(open(), feedOf(textListener((t) => texts.push(t))), () => texts.length > most)
  return { texts, bad }
}

/** Feeds pieces to a reader until it has enough; answers with what went wrong. */
export async function pushAll(
  bytes: Pieces,
  feed: { readonly push: (piece: Uint8Array) => boolean; readonly end: () => boolean },
  full: () => boolean = () => false,
): Promise<Spoilt | null> {
  for (;;) {
    const next = await bytes.next()
    if (next.done === true) return next.value ?? (feed.end() ? (full() ? 'too-large' : null) : 'damaged')
    const sound = feed.push(next.value)
    if (sound && !full()) continue
    await bytes.return(null)
    return sound ? 'too-large' : 'damaged'
  }
}
