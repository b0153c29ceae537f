/**
 * Bảng mã của tệp chữ: found by what the bytes are, never by a guess that nothing speaks for. Text typed before Unicode is
 * known by its words: those no Vietnamese could write must become words that one could.
 */
import { isUtf8 } from 'node:buffer'
import { CODE_PAGE_NAMES, type CodePage } from '../../kernel/before-unicode.ts'
import { type Conversion, mendByLetters, tellConversion } from '../../kernel/mend-encoding.ts'
import { accept, type Decision, refuse } from '../../kernel/result.ts'

/** Cách đọc byte: how they become text, the code page the letters are then in, and the evidence as sentences. */
export type Encoding = {
  readonly bytes: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'
  readonly page: CodePage | null
  /** Bytes of the mark at the beginning. */
  readonly mark: number
  readonly notes: readonly string[]
  readonly conversions: readonly Conversion[]
}

/** Bytes of a sample, and how many samples are taken across the file. */
const SAMPLE = 32 * 1024
const SAMPLES = 6

const plain = (bytes: Encoding['bytes'], mark: number, note: string): Encoding => ({
  bytes,
  page: null,
  mark,
  notes: [note],
  conversions: [],
})

/** Finds it. Refuses a file whose letters mean nothing in any code page known, or are in two of them. */
export function encodingOf(bytes: Uint8Array): Decision<Encoding> {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return accept(plain('utf-16le', 2, 'Tệp mã UTF-16.'))
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return accept(plain('utf-16be', 2, 'Tệp mã UTF-16.'))
  const mark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0
  const wide = mark === 0 ? wideWithoutMark(bytes) : null
  if (wide !== null) return accept(plain(wide, 0, 'Tệp mã UTF-16.'))
  if (isUtf8(bytes)) return inUnicode(bytes, mark)
  return mostlyUtf8(bytes)
    ? accept(plain('utf-8', mark, 'Tệp mã UTF-8, có chữ hỏng ngay trong tệp: chỗ ấy hiện dấu «\uFFFD».'))
    : beforeUnicode(bytes)
}

/** Text of two bytes a letter that does not say so: Western letters leave a zero in each pair. */
function wideWithoutMark(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const start = bytes.subarray(0, SAMPLE)
  const zeros = [0, 0]
  for (let i = 0; i < start.length; i++) if (start[i] === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1
  const [even = 0, odd = 0] = zeros
  const many = Math.max(4, start.length / 10)
  if (odd > many && even < odd / 10) return 'utf-16le'
  return even > many && odd < even / 10 ? 'utf-16be' : null
}

/** Letters only Unicode has. */
const UNICODE_ONLY = /[ăđĩũơưĂĐĨŨƠƯ\u1ea0-\u1ef9]|[\u0300-\u036f]/u

/** Unicode bytes may still carry letters of an older font, saved as the Western letters they looked like. */
function inUnicode(bytes: Uint8Array, mark: number): Decision<Encoding> {
  const text = samplesOf(bytes)
    .map((s) => new TextDecoder('utf-8').decode(s))
    .join('\n')
  const note = /[^\0-\x7f]/.test(text) ? 'Tệp mã UTF-8.' : 'Tệp chỉ có chữ không dấu.'
  if (UNICODE_ONLY.test(text)) return accept(plain('utf-8', mark, 'Tệp mã UTF-8.'))
  const { conversions } = mendByLetters(text)
  const page = onePage(conversions)
  return page === null
    ? accept(plain('utf-8', mark, note))
    : accept({ bytes: 'utf-8', page, mark, notes: [note, ...tellAll(page, conversions)], conversions })
}

/** Whether nearly all marks of UTF-8 are sound: a few letters were cut, the rest is what it says. */
function mostlyUtf8(bytes: Uint8Array): boolean {
  const text = samplesOf(bytes)
    .map((s) => new TextDecoder('utf-8').decode(s))
    .join('')
  const lost = text.match(/\uFFFD/g)?.length ?? 0
  const sound = text.match(/[\u1ea0-\u1ef9\u0103\u0111\u01a1\u01b0\u00c0-\u00fd]/g)?.length ?? 0
  return sound > 20 * lost
}

function beforeUnicode(bytes: Uint8Array): Decision<Encoding> {
  const text = samplesOf(bytes)
    .map((s) => new TextDecoder('windows-1252').decode(s))
    .join('\n')
  const { conversions } = mendByLetters(text)
  const page = onePage(conversions)
  if (page !== null)
    return accept({ bytes: 'windows-1252', page, mark: 0, notes: tellAll(page, conversions), conversions })
  const strange = text.match(/[^\0-\x7f]/g)?.length ?? 0
  if (conversions.length === 0 && strange <= text.length / 500)
    return accept(
      plain('windows-1252', 0, 'Tệp không ghi bảng mã; vài ký tự ngoài chữ không dấu được đọc theo Windows-1252.'),
    )
  return conversions.length > 1
    ? refuse(
        'invalid',
        'csv.two-encodings',
        `Tệp .csv lẫn chữ của nhiều bảng mã (${conversions.map((c) => CODE_PAGE_NAMES[c.from]).join(', ')}) nên không đọc chắc được. Mở tệp gốc bằng Excel, lưu lại thành .xlsx rồi gửi lại.`,
      )
    : refuse(
        'invalid',
        'csv.unknown-encoding',
        'Không nhận ra bảng mã chữ Việt của tệp .csv. Mở tệp bằng Excel, lưu thành «CSV UTF-8» hoặc .xlsx rồi gửi lại.',
      )
}

const tellAll = (page: CodePage, conversions: readonly Conversion[]): string[] =>
  conversions
    .filter((c) => c.from === page)
    .map((c) => `Trong phần xem thử: ${tellConversion(c)} («${c.before}» thành «${c.after}»).`)

/** The page nearly all letters are in; null when there is none. */
function onePage(conversions: readonly Conversion[]): CodePage | null {
  const all = conversions.reduce((n, c) => n + c.characters, 0)
  const most = [...conversions].sort((a, b) => b.characters - a.characters)[0]
  return most !== undefined && most.characters >= 0.95 * all ? most.from : null
}

/** The beginning and parts across the file, cut at line ends so that no letter is halved. */
function samplesOf(bytes: Uint8Array): Uint8Array[] {
  if (bytes.length <= SAMPLE * SAMPLES) return [bytes]
  const step = Math.floor((bytes.length - SAMPLE) / (SAMPLES - 1))
  return Array.from({ length: SAMPLES }, (_, i) => {
    const part = bytes.subarray(i * step, i * step + SAMPLE)
    const from = i === 0 ? 0 : part.indexOf(0x0a) + 1
    const to = part.lastIndexOf(0x0a)
    return part.subarray(from, to > from ? to : part.length)
  })
}
