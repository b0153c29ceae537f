/**
 * XML trên byte: the few things a quick reader of sheets asks of bytes. Whatever is rare in such files is not known here:
 * the answer is then null or -1, and the reader that knows all of XML takes over.
 */

const LESS = 0x3c
const PLAIN = 0
const MARKED = 1
const WIDE = 2
const UNKNOWN = 4

/** What each byte asks of a text: nothing, a second look, more than one byte to a letter, or that another reads it. */
export const KINDS: Readonly<Uint8Array> = Uint8Array.from({ length: 256 }, (_, byte) => {
  if (byte >= 0x80) return WIDE
  if (byte === 0x26 || byte === 0x0d || byte === 0x3e) return MARKED
  return byte === LESS || (byte < 0x20 && byte !== 0x09 && byte !== 0x0a) ? UNKNOWN : PLAIN
})

/** Where the text that starts at `at` ends: the next `<`, or `end`. */
export function textEnd(bytes: Buffer, at: number, end: number): number {
  let i = at
  while (i < end && bytes[i] !== LESS) i++
  return i
}

/** The text between two places as XML means it; null when it holds what is not known here. */
export function textBetween(bytes: Buffer, from: number, to: number): string | null {
  return textOfKind(bytes, from, to, kindBetween(bytes, from, to))
}

/** What all bytes between two places ask for together. */
export function kindBetween(bytes: Buffer, from: number, to: number): number {
  let kind = PLAIN
  for (let i = from; i < to; i++) kind |= KINDS[bytes[i] ?? 0] ?? UNKNOWN
  return kind
}

/** As `textBetween`, of bytes whose kind is known. */
export function textOfKind(bytes: Buffer, from: number, to: number, kind: number): string | null {
  if (kind === PLAIN) return bytes.toString('latin1', from, to)
  if (kind >= UNKNOWN) return null
  const text = bytes.toString('utf8', from, to)
  if (kind === WIDE) return /[\uFFFE\uFFFF]/.test(text) ? null : text
  return meant(text)
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** Entities and line ends. A number of a character is left to the other reader unless it is an ordinary one. */
function meant(text: string): string | null {
  if (text.includes(']]>') || /[\uFFFE\uFFFF]/.test(text)) return null
  const lines = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text
  if (!lines.includes('&')) return lines
  let sound = true
  const out = lines.replace(/&([^&;]{0,8};?)/g, (_, body: string) => {
    const letter = body.endsWith(';') ? entity(body.slice(0, -1)) : null
    if (letter === null) sound = false
    return letter ?? ''
  })
  return sound ? out : null
}

function entity(name: string): string | null {
  const named = Object.hasOwn(ENTITIES, name) ? ENTITIES[name] : undefined
  if (named !== undefined) return named
  const m = /^#(?:x([0-9a-fA-F]{1,5})|(\d{1,6}))$/.exec(name)
  if (m === null) return null
  const code = m[1] === undefined ? Number(m[2]) : Number.parseInt(m[1], 16)
  const ordinary =
    code === 9 || code === 10 || code === 13 || (code >= 0x20 && code < 0xd800) || (code >= 0xe000 && code < 0xfffe)
  return ordinary ? String.fromCharCode(code) : null
}

const ZERO = 0x30
const NINE = 0x39
/** Whole numbers of so many digits are exact. */
const EXACT_DIGITS = 15

/** The whole number written between two places in digits alone; -1 when something else stands there. */
export function wholeBetween(bytes: Buffer, from: number, to: number): number {
  if (to <= from || to - from > EXACT_DIGITS) return -1
  let n = 0
  for (let i = from; i < to; i++) {
    const byte = bytes[i] ?? 0
    if (byte < ZERO || byte > NINE) return -1
    n = n * 10 + byte - ZERO
  }
  return n
}

/** Whether `word` stands at a place. */
export function standsAt(bytes: Buffer, at: number, word: Buffer): boolean {
  for (let i = 0; i < word.length; i++) if (bytes[at + i] !== word[i]) return false
  return true
}

/** The next place that is no space. */
export function afterSpace(bytes: Buffer, at: number): number {
  let i = at
  for (;;) {
    const byte = bytes[i]
    if (byte !== 0x20 && byte !== 0x0a && byte !== 0x0d && byte !== 0x09) return i
    i++
  }
}

/** Names and values between the name of a tag and its end; null when they are written in a way not known here. */
export function plainAttributes(text: string): ReadonlyMap<string, string> | null {
  const found = new Map<string, string>()
  let at = 0
  for (const m of text.matchAll(/\s+([A-Za-z_][\w:.-]*)="([^"<&\t\r\n]*)"/gy)) {
    if (m[1] === undefined || m[2] === undefined || found.has(m[1])) return null
    found.set(m[1], m[2])
    at = m.index + m[0].length
  }
  return /^\s*$/.test(text.slice(at)) ? found : null
}
