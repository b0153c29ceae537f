/** Nhận dạng tệp: what a file is by its bytes; its name may say anything. */
import { entriesOf } from '../word/bounded-zip.ts'
import type { PackedEntry } from './inflate.ts'
import { isOle, oleNames } from './ole-names.ts'

/** Tệp là gì: a table that can be read, or the name of what else it is in a sentence ("tệp PDF"). */
export type Sniffed =
  | { readonly kind: 'xlsx'; readonly macros: boolean }
  | { readonly kind: 'xls'; readonly macros: boolean }
  | { readonly kind: 'text' }
  | { readonly kind: 'empty' | 'locked' | 'damaged' }
  | { readonly kind: 'other'; readonly name: string }

const other = (name: string): Sniffed => ({ kind: 'other', name })

const begins = (bytes: Uint8Array, marks: string, at = 0): boolean =>
  [...marks].every((c, i) => bytes[at + i] === c.charCodeAt(0))

/** First bytes and what they stand for. */
const MARKS: readonly (readonly [string, string])[] = [
  ['%PDF', 'tệp PDF'],
  ['\x89PNG', 'tệp ảnh'],
  ['\xff\xd8\xff', 'tệp ảnh'],
  ['GIF8', 'tệp ảnh'],
  ['II*\0', 'tệp ảnh'],
  ['MM\0*', 'tệp ảnh'],
  ['Rar!', 'tệp nén RAR'],
  ["7z\xbc\xaf'\x1c", 'tệp nén 7z'],
  ['\x1f\x8b', 'tệp nén GZ'],
  ['{\\rtf', 'văn bản Word (.rtf)'],
  ['MZ', 'chương trình'],
  ['\x7fELF', 'chương trình'],
  ['SQLite format 3', 'cơ sở dữ liệu SQLite'],
]

/** What a file is. */
export function sniff(bytes: Uint8Array): Sniffed {
  if (bytes.length === 0) return { kind: 'empty' }
  if (begins(bytes, 'PK\x03\x04') || begins(bytes, 'PK\x05\x06')) return zipped(entriesOf(bytes))
  if (isOle(bytes)) return contained(bytes)
  const mark = MARKS.find(([marks]) => begins(bytes, marks))
  if (mark !== undefined) return other(mark[1])
  if (begins(bytes, 'RIFF') && begins(bytes, 'WEBP', 8)) return other('tệp ảnh')
  if (begins(bytes, 'ftyp', 4)) return other('tệp ảnh hoặc phim')
  if (isBareBiff(bytes)) return { kind: 'xls', macros: false }
  return textual(bytes)
}

/** What a zip is, by the names of its entries; null = its directory cannot be read. */
export function zipped(entries: readonly Pick<PackedEntry, 'name'>[] | null): Sniffed {
  if (entries === null) return { kind: 'damaged' }
  const names = new Set(entries.map((e) => e.name))
  if (names.has('xl/workbook.xml'))
    return { kind: 'xlsx', macros: entries.some((e) => e.name.endsWith('vbaProject.bin')) }
  if (names.has('xl/workbook.bin')) return other('tệp Excel nhị phân (.xlsb)')
  if (names.has('word/document.xml')) return other('văn bản Word')
  if (names.has('ppt/presentation.xml')) return other('tệp trình chiếu PowerPoint')
  if (names.has('content.xml') && names.has('mimetype')) return other('tệp OpenDocument (.ods, .odt)')
  return other('tệp nén ZIP')
}

function contained(bytes: Uint8Array): Sniffed {
  const names = oleNames(bytes)
  if (names.has('EncryptedPackage')) return { kind: 'locked' }
  if (names.has('Workbook') || names.has('Book'))
    return { kind: 'xls', macros: names.has('_VBA_PROJECT_CUR') || names.has('VBA') }
  if (names.has('WordDocument')) return other('văn bản Word (.doc)')
  if (names.has('PowerPoint Document')) return other('tệp trình chiếu PowerPoint (.ppt)')
  return names.size === 0 ? { kind: 'damaged' } : other('tệp Office khác')
}

/** Excel before 1997 wrote sheets without a container: record 09, kind 00, 02, 04 or 08, then its length. */
const isBareBiff = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x09 && [0, 2, 4, 8].includes(bytes[1] ?? -1) && [4, 6, 8, 16].includes(bytes[2] ?? -1) && bytes[3] === 0

const LOOK_AT = 64 * 1024

function textual(bytes: Uint8Array): Sniffed {
  const wide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
  const start = bytes.subarray(0, LOOK_AT)
  const head = Buffer.from(start).toString('latin1').replaceAll('\0', '')
  const begun = head.replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*/, '').slice(0, 4096)
  if (/^<\?xml[\s\S]*urn:schemas-microsoft-com:office:spreadsheet/i.test(begun))
    return other('bảng tính XML của Excel 2003')
  if (
    /^(?:<!doctype html|<html|<head|<body|<table|<style|<meta)/i.test(begun) ||
    /^<!--[\s\S]*?--\s*>\s*<(?:html|table)/i.test(begun)
  )
    return other('trang HTML')
  if (/^<\?xml/i.test(begun)) return other('tệp XML')
  if (/^MIME-Version:/i.test(begun)) return other('trang web lưu dạng MHTML')
  if (/^\s*[[{]\s*"/.test(begun) && /"\s*:/.test(begun)) return other('tệp JSON')
  const strange = start.reduce((n, b) => n + (b < 0x20 && b !== 9 && b !== 10 && b !== 13 && b !== 12 ? 1 : 0), 0)
  // Text of two bytes a letter has a zero in most of its pairs; other text has next to no control characters.
  const zeros = start.reduce((n, b) => n + (b === 0 ? 1 : 0), 0)
  const pairs = wide || (zeros > start.length / 5 && zeros <= start.length * 0.6 && strange === zeros)
  return pairs || strange <= start.length / 200 ? { kind: 'text' } : other('tệp nhị phân')
}
