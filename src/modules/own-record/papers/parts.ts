/** Phần dùng chung của các bản lý lịch: entries of a group as rows, oldest or newest first; what is empty says so. */
import { showPartialDay } from '../../../kernel/partial-day.ts'
import {
  type Block,
  type Column,
  type Content,
  heading,
  paragraph,
  roman,
} from '../../../platform/word/official-paper.ts'
import type { Dossier, Fact } from '../../people/public.ts'
import { type Group, groupNamed, type Speak, showValue, timeOf, whenOf, yearIn } from '../rules/showing.ts'

/** Nguồn của một bản lý lịch. `least` = the lowest level of proof that is printed. */
export type Source = {
  readonly dossier: Dossier
  readonly speak: Speak
  readonly today: string
  readonly least: 0 | 1
}

/** What stands where nothing is known. */
export const NOTHING_YET = 'Chưa có thông tin.'

/** Dấu của mục tự khai. */
export const DECLARED_MARK = ' (*)'

/** The sentence that explains the mark. */
export const DECLARED_NOTE = '(*) Mục do chủ hồ sơ khai, cơ quan quản lý hồ sơ chưa xác nhận.'

/** Entries of a group that may be printed, by their year or first day. */
export function entriesOf(s: Source, group: Group['code'], order: 'oldest' | 'newest' = 'oldest'): Fact[] {
  const list = s.dossier.facts.filter((f) => f.group === group && f.level >= s.least)
  const sorted = list.sort((a, b) => (timeOf(a) < timeOf(b) ? -1 : 1))
  return order === 'oldest' ? sorted : sorted.reverse()
}

/** Năm or khoảng thời gian of an entry, as far as it is known. */
export function timeWords(f: Fact): string {
  const year = yearIn(f)
  if (year !== undefined) return String(year)
  if (f.to === null) return whenOf(f)
  return f.from === null ? `đến ${showPartialDay(f.to)}` : `${showPartialDay(f.from)} – ${showPartialDay(f.to)}`
}

/** One value of an entry in words. */
export function wordsOf(s: Source, f: Fact, field: string): string {
  const found = groupNamed(f.group).fields.find((x) => x.name === field)
  return found === undefined ? '' : showValue(found, f.data, s.speak)
}

/** The values that are there, with `separator` between them. */
export const joined = (separator: string, ...values: readonly string[]): string =>
  values.filter((v) => v !== '').join(separator)

/** The mark of an entry nobody confirmed yet. */
export const markOf = (f: Fact): string => (f.level === 0 ? DECLARED_MARK : '')

/** Whether anything printed carries the mark. */
export const hasDeclared = (s: Source): boolean => s.least === 0 && s.dossier.facts.some((f) => f.level === 0)

/** "Họ và tên: Nguyễn Văn A". */
export const stated = (label: string, value: string): Block =>
  paragraph(
    `${label}: `,
    value === '' ? { text: 'chưa có thông tin', italic: true } : { text: value, bold: label === 'Họ và tên' },
  )

/** A section: its heading, then a table, or the sentence that nothing is known. */
export function tableSection(
  number: number,
  title: string,
  columns: readonly Column[],
  rows: readonly (readonly Content[])[],
): Block[] {
  if (rows.length === 0) return [heading(1, roman(number), title), paragraph(NOTHING_YET)]
  return [
    heading(1, roman(number), title),
    { kind: 'table', columns, rows: rows.map((cells) => ({ kind: 'row', cells })) },
  ]
}

/** A section of dash items. */
export function listSection(number: number, title: string, items: readonly string[]): Block[] {
  const list: Block[] = items.map((text) => ({ kind: 'item', text }))
  return [heading(1, roman(number), title), ...(list.length === 0 ? [paragraph(NOTHING_YET)] : list)]
}
