/**
 * Đọc tệp gửi lên: bytes in, text out. What a file is shows in its first bytes, never in its name.
 */
import { accept, type Decision, refuse } from '../../kernel/result.ts'
import { clean } from '../../kernel/text.ts'
import { entriesOf } from './bounded-zip.ts'
import { readDocx } from './read-docx.ts'

/** Trần of an uploaded document, bytes: 20 MB. */
export const MAX_UPLOAD = 20 * 1024 * 1024

/** Trần of the text of one document, characters: some 200 pages. */
export const MAX_CHARACTERS = 500_000

/** Văn bản đã đọc: its text (NFC) and what kind of file it came in. */
export type UploadedText = { readonly text: string; readonly format: 'txt' | 'docx' }

/** Loại tệp: first bytes and what officials call it. */
const KNOWN_FILES: readonly { readonly start: readonly number[]; readonly name: string }[] = [
  { start: [0x25, 0x50, 0x44, 0x46], name: 'tệp PDF' },
  { start: [0x89, 0x50, 0x4e, 0x47], name: 'tệp ảnh PNG' },
  { start: [0xff, 0xd8, 0xff], name: 'tệp ảnh JPEG' },
  { start: [0x47, 0x49, 0x46, 0x38], name: 'tệp ảnh GIF' },
  { start: [0x42, 0x4d], name: 'tệp ảnh BMP' },
  { start: [0x49, 0x49, 0x2a, 0x00], name: 'tệp ảnh TIFF' },
  { start: [0x4d, 0x4d, 0x00, 0x2a], name: 'tệp ảnh TIFF' },
  { start: [0x52, 0x61, 0x72, 0x21], name: 'tệp nén RAR' },
  { start: [0x37, 0x7a, 0xbc, 0xaf], name: 'tệp nén 7z' },
  { start: [0x1f, 0x8b], name: 'tệp nén GZIP' },
  { start: [0x7b, 0x5c, 0x72, 0x74, 0x66], name: 'tệp RTF' },
  { start: [0x4d, 0x5a], name: 'tệp chương trình' },
]
const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
const ZIP = [0x50, 0x4b]

const begins = (bytes: Uint8Array, start: readonly number[]): boolean => start.every((b, i) => bytes[i] === b)

const notDocument = (what: string) =>
  refuse(
    'invalid',
    'document.not-a-document',
    `Đây là ${what}, hệ thống chỉ đọc tệp Word (.docx) và tệp chữ (.txt). Lưu văn bản thành .docx rồi gửi lại.`,
  )

/** Whether the words of `marker`, in the two-byte letters of old Office containers, stand in `bytes`. */
function holdsWide(bytes: Uint8Array, marker: string): boolean {
  const wide = Buffer.from(marker, 'utf16le')
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(wide)
}

/** The old Office container: a locked new file, or a file of Word, Excel or PowerPoint before 2007. */
function refuseContainer(bytes: Uint8Array) {
  if (holdsWide(bytes, 'EncryptedPackage') || holdsWide(bytes, 'EncryptionInfo')) {
    return refuse(
      'invalid',
      'document.locked',
      'Tệp được bảo vệ bằng mật khẩu nên không đọc được. Gỡ mật khẩu, lưu lại rồi gửi lại.',
    )
  }
  if (holdsWide(bytes, 'Workbook')) return notDocument('tệp Excel đời cũ (.xls)')
  if (holdsWide(bytes, 'PowerPoint Document')) return notDocument('tệp trình chiếu đời cũ (.ppt)')
  return notDocument('tệp Word đời cũ (.doc)')
}

function readPackage(bytes: Uint8Array): Decision<UploadedText> {
  const entries = entriesOf(bytes)
  if (entries === null) {
    return refuse(
      'invalid',
      'document.damaged',
      'Tệp bị hỏng hoặc chưa tải lên hết nên không đọc được. Mở lại tệp, lưu lại rồi gửi lại.',
    )
  }
  const has = (name: string): boolean => entries.some((e) => e.name.startsWith(name))
  if (!has('word/')) {
    if (has('xl/')) return notDocument('tệp Excel (.xlsx)')
    if (has('ppt/')) return notDocument('tệp trình chiếu (.pptx)')
    if (has('content.xml')) return notDocument('tệp OpenDocument')
    return notDocument('tệp nén ZIP')
  }
  const text = readDocx(bytes)
  return text.ok ? accept({ text: text.value, format: 'docx' }) : text
}

function decode(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** UTF-16 without a mark shows by its zero bytes: letters of Latin origin have one in every pair. */
function wideEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (begins(bytes, [0xff, 0xfe])) return 'utf-16le'
  if (begins(bytes, [0xfe, 0xff])) return 'utf-16be'
  const head = bytes.subarray(0, 4096 - (4096 % 2))
  if (head.length < 4 || bytes.length % 2 !== 0) return null
  let even = 0
  let odd = 0
  for (let i = 0; i + 1 < head.length; i += 2) {
    if (head[i] === 0) even++
    if (head[i + 1] === 0) odd++
  }
  const pairs = head.length / 2
  if (odd > pairs * 0.4 && even === 0) return 'utf-16le'
  return even > pairs * 0.4 && odd === 0 ? 'utf-16be' : null
}

function readPlain(bytes: Uint8Array): Decision<UploadedText> {
  const text = decode(bytes, wideEncoding(bytes) ?? 'utf-8')
  if (text === null) {
    const what = bytes.includes(0) ? 'tệp nhị phân' : null
    if (what) return notDocument(what)
    return refuse(
      'invalid',
      'document.encoding',
      'Tệp chữ không ở bảng mã Unicode (UTF-8) nên không đọc được. Lưu lại với bảng mã UTF-8 rồi gửi lại.',
    )
  }
  // Control characters other than tab, line ends and form feed do not occur in documents.
  const controls = [...text.slice(0, 20_000)].filter((c) => c < ' ' && !'\t\n\r\f\v'.includes(c)).length
  if (controls > 0) return notDocument('tệp nhị phân')
  const cleaned = clean(text)
  if (cleaned.trim() === '')
    return refuse('invalid', 'document.empty', 'Tệp không có chữ nào. Kiểm tra lại tệp rồi gửi lại.')
  return accept({ text: cleaned, format: 'txt' })
}

/**
 * Reads an uploaded document of at most 20 MB into text. Refuses, by name of what it is: empty and huge files, damaged
 * and locked Word files, PDF, Excel, pictures, archives, binary files, text in a code page other than Unicode.
 */
export function readUpload(bytes: Uint8Array, fileName: string): Decision<UploadedText> {
  const decision = bounded(read(bytes))
  if (decision.ok || fileName.trim() === '') return decision
  return { ...decision, message: `Tệp “${fileName.trim()}”: ${decision.message}` }
}

function bounded(read: Decision<UploadedText>): Decision<UploadedText> {
  if (!read.ok || read.value.text.length <= MAX_CHARACTERS) return read
  const message = 'Văn bản dài hơn 500.000 ký tự. Tách phần kế hoạch thành tệp riêng rồi gửi lại.'
  return refuse('invalid', 'document.too-long', message)
}

function read(bytes: Uint8Array): Decision<UploadedText> {
  if (bytes.length === 0) return refuse('invalid', 'document.empty', 'Tệp rỗng (0 byte). Kiểm tra lại tệp rồi gửi lại.')
  if (bytes.length > MAX_UPLOAD) {
    return refuse('invalid', 'document.too-large', 'Tệp lớn hơn 20 MB. Bỏ ảnh trong văn bản hoặc tách tệp rồi gửi lại.')
  }
  if (begins(bytes, OLE)) return refuseContainer(bytes)
  if (begins(bytes, ZIP) && (bytes[2] ?? 0) < 9) return readPackage(bytes)
  const known = KNOWN_FILES.find((k) => begins(bytes, k.start))
  if (known && !(known.start.length === 2 && looksLikeText(bytes))) return notDocument(known.name)
  return readPlain(bytes)
}

/** Two letters alone ("BM", "MZ") may begin a text: a text has no zero bytes near its start. */
const looksLikeText = (bytes: Uint8Array): boolean => !bytes.subarray(0, 512).includes(0)
