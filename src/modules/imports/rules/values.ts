/** Giá trị một ô theo kiểu trường: sex, numbers that name a person, phone, e-mail, figures, yes/no. Nothing is guessed in silence. */
import { parseNumber } from '../../../kernel/number.ts'
import { fold, squeeze } from '../../../kernel/text.ts'
import type { SheetCell } from './sheet.ts'

/** Một ô đọc được: the value, and what the officer should know of it (null = nothing). */
export type Read<T> = { readonly value: T; readonly note: string | null }
/** Một ô không đọc được: a stable code and what was expected. */
export type Unread = { readonly problem: string }

const read = <T>(value: T, note: string | null = null): Read<T> => ({ value, note })

const MALE = new Set(['nam', 'male', 'm', 'trai', 'ong', '1', 'nam gioi'])
const FEMALE = new Set(['nu', 'female', 'f', 'gai', 'ba', '0', '2', 'nu gioi'])

/** Giới tính, from words; `x` in a column "Nữ" is handled by the column. */
export function readSex(text: string): Read<'nam' | 'nu'> | Unread {
  const key = fold(text)
    .replace(/[^a-z0-9 ]/g, '')
    .trim()
  if (MALE.has(key)) return read('nam')
  if (FEMALE.has(key)) return read('nu')
  return { problem: 'sex' }
}

const TICKED = new Set(['x', 'v', 'co', 'yes', '1', 'true', '✓', '✔', 'da', 'dung', 'dv', 'dang vien', '+', 'la'])
const UNTICKED = new Set(['', '0', 'khong', 'no', 'false', 'chua', '-', 'k', 'ko', 'sai'])

/** Đánh dấu có hay không. */
export function readFlag(text: string): Read<boolean> | Unread {
  const key = fold(text).trim()
  if (TICKED.has(key)) return read(true)
  return UNTICKED.has(key) ? read(false) : { problem: 'flag' }
}

/** Số giấy tờ của một người: which one it is, its digits, and whether it is only proposed. */
export type IdNumber = {
  readonly scheme: 'cccd' | 'cmnd'
  readonly value: string
  /** The number lost its first noughts: taken only when place, sex and year agree with the row. */
  readonly proposed: boolean
}

const SCIENTIFIC = /^\d+(?:[.,]\d+)?\s*[Ee]\s*\+?\s*\d+$/
const NOTHING = /^(?:[-–.…x/\s]*|không|chưa có|chưa|không có)$/iu

/** CCCD, CMND in a cell, by what the sheet shows of it: 12 digits; 9 digits; 10, 11 or 8 that lost noughts; else why not. */
export function readIdNumber(cell: SheetCell): Read<IdNumber> | Unread | null {
  const shown = squeeze(cell.text).replace(/^[‘'’`]/u, '')
  if (NOTHING.test(shown)) return null
  if (SCIENTIFIC.test(shown)) return { problem: 'scientific' }
  const digits = shown.replace(/[\s.\-–]/gu, '')
  if (!/^\d+$/u.test(digits)) return { problem: 'id-letters' }
  if (digits.length === 12) return read({ scheme: 'cccd', value: digits, proposed: false })
  if (digits.length === 11 || digits.length === 10)
    return read({ scheme: 'cccd', value: digits.padStart(12, '0'), proposed: true })
  if (digits.length === 9) return read({ scheme: 'cmnd', value: digits, proposed: false })
  if (digits.length === 8 && cell.kind === 'number')
    return read({ scheme: 'cmnd', value: digits.padStart(9, '0'), proposed: true })
  return { problem: `id-length:${digits.length}` }
}

/** Điện thoại, several of them parted by "; "; the nought that a number lost is put back, +84 becomes 0. */
export function readPhone(cell: SheetCell): Read<string> | Unread | null {
  const shown = squeeze(cell.text).replace(/^['’]/u, '')
  if (NOTHING.test(shown)) return null
  if (SCIENTIFIC.test(shown)) return { problem: 'scientific' }
  const found: string[] = []
  for (const part of shown.split(/[;,/]|\s-\s|\bhoặc\b/u)) {
    const digits = part.replace(/[\s.\-()–]/gu, '').replace(/^\+?84(?=\d{9}$)/u, '0')
    if (digits === '') continue
    const whole = /^[1-9]\d{8}$/u.test(digits) ? `0${digits}` : digits
    if (!/^0\d{9,10}$/u.test(whole) && !/^\+\d{8,15}$/u.test(whole) && !/^1[89]00\d{4,6}$/u.test(whole))
      return { problem: 'phone' }
    found.push(whole)
  }
  return found.length === 0 ? null : read([...new Set(found)].join('; '))
}

const EMAIL = /^[^\s@,;<>]+@[^\s@,;<>.]+(?:\.[^\s@,;<>.]+)+$/u

/** Thư điện tử: the first one, in small letters. */
export function readEmail(text: string): Read<string> | Unread | null {
  const shown = squeeze(text)
  if (NOTHING.test(shown)) return null
  const [first = '', ...more] = shown.split(/[;,\s]+/u).filter((p) => p !== '')
  if (!EMAIL.test(first)) return { problem: 'email' }
  return read(first.toLowerCase(), more.length > 0 ? 'email-more' : null)
}

/** Một con số, as the cell holds it or as officials write it; the percent sign and the unit after it are dropped. */
export function readFigure(cell: SheetCell): Read<number> | Unread | null {
  if (cell.kind === 'number' && cell.number !== undefined) return read(cell.number)
  const shown = squeeze(cell.text)
  if (NOTHING.test(shown)) return null
  const found = parseNumber(shown.replace(/\s*(?:%|đ|đồng|giờ|năm|tiết)$/iu, ''))
  return found === null ? { problem: 'number' } : read(found)
}

/** Một năm: four digits, or the year of a day. */
export function readYear(cell: SheetCell): Read<number> | Unread | null {
  if (cell.kind === 'day' && cell.day !== undefined) return read(Number(cell.day.slice(0, 4)))
  const shown = squeeze(cell.text)
  if (NOTHING.test(shown)) return null
  const found = /(?:^|\D)((?:19|20)\d{2})$/u.exec(shown)?.[1]
  return found === undefined ? { problem: 'year' } : read(Number(found))
}

/** Chữ: one line, nothing for a dash. */
export function readText(text: string): string | null {
  const shown = squeeze(text)
  return /^[-–.…/\s]*$/u.test(shown) ? null : shown
}

/** "Không", "chưa có" where a level or title is asked: nothing is held. */
export const saysNone = (text: string): boolean => NOTHING.test(squeeze(text))
