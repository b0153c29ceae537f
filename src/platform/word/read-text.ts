/**
 * Đọc tệp gửi lên: bytes in, text out. What a file is shows in its first bytes, never in its name.
 */
import { addConversion, type Conversion, mendByLetters } from '../../kernel/mend-encoding.ts'
import { accept, type Decision, refuse } from '../../kernel/result.ts'
import { clean } from '../../kernel/text.ts'
import { readPdf } from '../pdf/read-pdf.ts'
import { entriesOf } from './bounded-zip.ts'
import { readDocx } from './read-docx.ts'
import { plainSymbols } from './read-runs.ts'

/** Trần of an uploaded document, bytes: 20 MB. */
export const MAX_UPLOAD = 20 * 1024 * 1024

/** Trần of the text of one document, characters: some 200 pages. */
export const MAX_CHARACTERS = 500_000

/** Văn bản đã đọc. */
export type UploadedText = {
  /** NFC. */
  readonly text: string
  /** What kind of file it came in. */
  readonly format: 'txt' | 'docx' | 'pdf'
  /** What was turned into Unicode; the file itself stays as it is. */
  readonly conversions: readonly Conversion[]
  /** Pages of a PDF, from 1, that hold pictures only and were not read. */
  readonly imagePages: readonly number[]
}

/** Loại tệp: first bytes and what officials call it. */
const KNOWN_FILES: readonly { readonly start: readonly number[]; readonly name: string; readonly way: Way }[] = [
  { start: [0x89, 0x50, 0x4e, 0x47], name: 'tệp ảnh PNG', way: 'picture' },
  { start: [0xff, 0xd8, 0xff], name: 'tệp ảnh JPEG', way: 'picture' },
  { start: [0x47, 0x49, 0x46, 0x38], name: 'tệp ảnh GIF', way: 'picture' },
  { start: [0x42, 0x4d], name: 'tệp ảnh BMP', way: 'picture' },
  { start: [0x49, 0x49, 0x2a, 0x00], name: 'tệp ảnh TIFF', way: 'picture' },
  { start: [0x4d, 0x4d, 0x00, 0x2a], name: 'tệp ảnh TIFF', way: 'picture' },
  { start: [0x52, 0x61, 0x72, 0x21], name: 'tệp nén RAR', way: 'packed' },
  { start: [0x37, 0x7a, 0xbc, 0xaf], name: 'tệp nén 7z', way: 'packed' },
  { start: [0x1f, 0x8b], name: 'tệp nén GZIP', way: 'packed' },
  { start: [0x7b, 0x5c, 0x72, 0x74, 0x66], name: 'tệp RTF (.rtf)', way: 'resave' },
  { start: [0x4d, 0x5a], name: 'tệp chương trình', way: 'other' },
]

/** Chữ mở đầu of files that are text but not a document's text. */
const KNOWN_TEXTS: readonly { readonly pattern: RegExp; readonly name: string }[] = [
  { pattern: /^\s*<\?xml[^>]*>[\s\S]{0,400}<(?:w:wordDocument|pkg:package)/u, name: 'tệp Word lưu dạng XML (.xml)' },
  { pattern: /^\s*<\?xml[^>]*>[\s\S]{0,400}<office:document/u, name: 'tệp OpenDocument dạng XML (.fodt)' },
  { pattern: /^\s*(?:<!DOCTYPE\s+html|<html|<!--[\s\S]{0,200}-->\s*<html)/iu, name: 'trang web (.html)' },
  { pattern: /^MIME-Version:/iu, name: 'trang web lưu thành một tệp (.mht)' },
]

/** Việc cần làm with a file that is not read. */
type Way = 'resave' | 'picture' | 'packed' | 'other'
const WAYS: Readonly<Record<Way, string>> = {
  resave: 'Mở tệp bằng Word hoặc LibreOffice, lưu thành .docx rồi gửi lại.',
  picture:
    'Đề nghị nơi gửi cung cấp bản .docx hoặc PDF có lớp chữ; nếu chỉ có ảnh thì nhận dạng chữ (OCR), soát lại rồi dán nội dung.',
  packed: 'Giải nén rồi gửi tệp .docx, .pdf hoặc .txt ở trong.',
  other: 'Chọn tệp .docx, .pdf hoặc .txt của văn bản rồi gửi lại.',
}
const PDF = [0x25, 0x50, 0x44, 0x46]
const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
const ZIP = [0x50, 0x4b]

const begins = (bytes: Uint8Array, start: readonly number[]): boolean => start.every((b, i) => bytes[i] === b)

const notDocument = (what: string, way: Way) =>
  refuse(
    'invalid',
    'document.not-a-document',
    `Đây là ${what}, hệ thống chỉ đọc tệp Word (.docx), PDF có lớp chữ và tệp chữ (.txt). ${WAYS[way]}`,
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
  if (holdsWide(bytes, 'Workbook')) return notDocument('tệp Excel đời cũ (.xls)', 'other')
  if (holdsWide(bytes, 'PowerPoint Document')) return notDocument('tệp trình chiếu đời cũ (.ppt)', 'other')
  return notDocument('tệp Word đời cũ (.doc)', 'resave')
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
    if (has('xl/')) return notDocument('tệp Excel (.xlsx)', 'other')
    if (has('ppt/')) return notDocument('tệp trình chiếu (.pptx)', 'other')
    if (has('content.xml')) return notDocument('tệp OpenDocument (.odt)', 'resave')
    return notDocument('tệp nén ZIP', 'packed')
  }
  const read = readDocx(bytes)
  return read.ok ? accept(finished(read.value.text, 'docx', read.value.conversions)) : read
}

async function readPages(bytes: Uint8Array): Promise<Decision<UploadedText>> {
  const read = await readPdf(bytes)
  if (!read.ok) return read
  const { text, conversions, imagePages } = read.value
  return accept({ ...finished(text, 'pdf', conversions), imagePages })
}

/** Turns into Unicode what fonts did not tell, then cleans. Soft hyphens are letters of TCVN3: cleaning comes after. */
function finished(raw: string, format: UploadedText['format'], byFont: readonly Conversion[]): UploadedText {
  const mended = mendByLetters(raw)
  const conversions = mended.conversions.reduce<readonly Conversion[]>(addConversion, byFont)
  const text = clean(mended.text.split('\n').map(plainSymbols).join('\n'))
  return { text, format, conversions, imagePages: [] }
}

/** Pasted text: the same turning and cleaning as for a file. */
export const readPasted = (text: string): UploadedText => finished(text, 'txt', [])

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

/** Control characters other than tab, line ends and form feed do not occur in documents. */
const holdsControls = (text: string): boolean =>
  [...text.slice(0, 20_000)].some((c) => c < ' ' && !'\t\n\r\f\v'.includes(c))

/** Bytes of one of the code pages before Unicode, as Western letters; null when no Vietnamese comes out of them. */
function readBytes(bytes: Uint8Array): UploadedText | null {
  const western = new TextDecoder('windows-1252').decode(bytes)
  const read = finished(western, 'txt', [])
  return read.conversions.length === 0 ? null : read
}

function readPlain(bytes: Uint8Array): Decision<UploadedText> {
  const text = decode(bytes, wideEncoding(bytes) ?? 'utf-8')
  if (text === null) {
    if (bytes.includes(0)) return notDocument('tệp nhị phân', 'other')
    const turned = readBytes(bytes)
    if (turned !== null && !holdsControls(turned.text)) return accept(turned)
    return refuse(
      'invalid',
      'document.encoding',
      'Tệp chữ không ở bảng mã Unicode (UTF-8) và không nhận ra bảng mã cũ nào (TCVN3, VNI) nên không đọc được. Lưu lại với bảng mã UTF-8 rồi gửi lại.',
    )
  }
  const known = KNOWN_TEXTS.find((k) => k.pattern.test(text.slice(0, 2000)))
  if (known) return notDocument(known.name, 'resave')
  if (holdsControls(text)) return notDocument('tệp nhị phân', 'other')
  const read = finished(text, 'txt', [])
  if (read.text.trim() === '')
    return refuse('invalid', 'document.empty', 'Tệp không có chữ nào. Kiểm tra lại tệp rồi gửi lại.')
  return accept(read)
}

/**
 * Reads an uploaded document of at most 20 MB into text: Word, PDF with a text layer, plain text, also in the code pages before
 * Unicode. Refuses, by name of what it is: empty and huge files, damaged and locked files, a PDF of pictures, old Word, Excel,
 * pictures, archives, binary files.
 */
export async function readUpload(bytes: Uint8Array, fileName: string): Promise<Decision<UploadedText>> {
  const decision = bounded(await read(bytes))
  if (decision.ok || fileName.trim() === '') return decision
  return { ...decision, message: `Tệp “${fileName.trim()}”: ${decision.message}` }
}

function bounded(read: Decision<UploadedText>): Decision<UploadedText> {
  if (!read.ok || read.value.text.length <= MAX_CHARACTERS) return read
  const message = 'Văn bản dài hơn 500.000 ký tự. Tách phần kế hoạch thành tệp riêng rồi gửi lại.'
  return refuse('invalid', 'document.too-long', message)
}

async function read(bytes: Uint8Array): Promise<Decision<UploadedText>> {
  if (bytes.length === 0) return refuse('invalid', 'document.empty', 'Tệp rỗng (0 byte). Kiểm tra lại tệp rồi gửi lại.')
  if (bytes.length > MAX_UPLOAD) {
    return refuse('invalid', 'document.too-large', 'Tệp lớn hơn 20 MB. Bỏ ảnh trong văn bản hoặc tách tệp rồi gửi lại.')
  }
  if (begins(bytes, OLE)) return refuseContainer(bytes)
  if (begins(bytes, ZIP) && (bytes[2] ?? 0) < 9) return readPackage(bytes)
  if (startsPdf(bytes)) return readPages(bytes)
  const known = KNOWN_FILES.find((k) => begins(bytes, k.start))
  if (known && !(known.start.length === 2 && looksLikeText(bytes))) return notDocument(known.name, known.way)
  return readPlain(bytes)
}

/** A PDF may have some bytes of its carrier before its mark. */
const startsPdf = (bytes: Uint8Array): boolean => {
  for (let i = 0; i <= 1024 && i < bytes.length; i++)
    if (PDF.every((b, k) => bytes[i + k] === b)) return i === 0 || bytes.includes(0)
  return false
}

/** Two letters alone ("BM", "MZ") may begin a text: a text has no zero bytes near its start. */
const looksLikeText = (bytes: Uint8Array): boolean => !bytes.subarray(0, 512).includes(0)
