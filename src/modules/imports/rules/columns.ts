/**
 * Ghép cột: which field each column holds, by the words over it and by its values, with how sure that is and why. What an
 * officer chose for the same headings before is taken first.
 */

import { GROUPS, type GroupCode } from '../../people/public.ts'
import { CHOSEN_BY } from '../words.ts'
import { type Evidence, evidenceOf } from './evidence.ts'
import { withSafeExamples } from './examples.ts'
import { bareHeading, keysOf, type Layout, type TableColumn } from './header.ts'
import { PARTS, PHRASES, SOURCE_OF, type Target } from './headings.ts'
import { dateOf, goalOf, setOf } from './register.ts'
import type { SheetCell } from './sheet.ts'
import { columnName } from './sheet.ts'

/** Độ chắc. */
export type Certainty = 'chac' | 'doan' | 'khong-ro'

/** Độ chắc, in words of the screen. */
export const CERTAINTIES: Readonly<Record<Certainty, { label: string; source: string }>> = {
  chac: { label: 'chắc', source: 'Tiêu đề quen và giá trị hợp' },
  doan: { label: 'đoán', source: 'Một phần tiêu đề, hoặc chỉ giá trị' },
  'khong-ro': { label: 'không rõ', source: 'Chưa có chứng cứ' },
}

/** Một cột đã ghép. `target` null = nobody knows yet; it is not read until somebody says. */
export type MappedColumn = {
  readonly column: number
  readonly label: string
  readonly target: Target | null
  readonly certainty: Certainty
  readonly reason: string
  readonly examples: readonly string[]
}

/** Tên của trường đích, as lists and the page show it. */
export function targetLabel(target: Target): string {
  const set = setOf(target)
  const more = set === 1 ? '' : ` (${set})`
  const date = dateOf(target)
  if (date !== null) return `${groupLabel(date.group)}${more}: ${date.end === 'from' ? 'từ ngày' : 'đến ngày'}`
  const goal = goalOf(target)
  if (goal !== null)
    return goal.field.label === goal.group.label
      ? `${goal.field.label}${more}`
      : `${goal.group.label}${more}: ${goal.field.label}`
  return target === 'language.any' ? 'Ngoại ngữ: ngôn ngữ, bậc, chứng chỉ trong một ô' : (PARTS[target] ?? target)
}

const groupLabel = (code: GroupCode): string => GROUPS.find((g) => g.code === code)?.label ?? code

/** Targets that several columns may share. */
const SHARED = new Set<Target>([
  'skip',
  'never',
  'order',
  'award.award',
  'contact.phone',
  'post.position',
  'names.fullName',
])

type Guess = { readonly target: Target | null; readonly certainty: Certainty; readonly reason: string }

const NONE: Guess = { target: null, certainty: 'khong-ro', reason: 'Không nhận ra tiêu đề và giá trị' }

/** "Nam" and "Năm" are one without marks: the marks of the heading tell, else the columns beside it. */
function birthPart(column: TableColumn, layout: Layout): Guess | null {
  const leaf = column.path.at(-1) ?? ''
  const above = column.path.slice(0, -1).map(bareHeading).join(' ')
  if (!/sinh/.test(above)) return null
  const siblings = layout.columns
    .filter((c) => c !== column && c.path.slice(0, -1).map(bareHeading).join(' ') === above)
    .map((c) => bareHeading(c.path.at(-1) ?? ''))
  const own = bareHeading(leaf)
  const sure = (target: Target, reason: string): Guess => ({ target, certainty: 'chac', reason })
  if (own === 'nu') return sure('birth.female', 'Cột Nữ dưới tiêu đề ngày sinh')
  if (own === 'ngay') return sure('birth.day', 'Cột Ngày dưới tiêu đề ngày sinh')
  if (own === 'thang') return sure('birth.month', 'Cột Tháng dưới tiêu đề ngày sinh')
  if (own !== 'nam') return null
  if (/ă/iu.test(leaf.normalize('NFC')) || siblings.includes('thang') || siblings.includes('ngay'))
    return sure('birth.birth', 'Cột Năm dưới tiêu đề ngày sinh')
  return siblings.includes('nu') ? sure('birth.male', 'Cột Nam dưới tiêu đề ngày sinh') : null
}

function byHeading(column: TableColumn): Guess {
  const keys = keysOf(column.path)
  for (const key of keys) {
    const target = PHRASES.get(key)
    if (target !== undefined)
      return {
        target,
        certainty: 'chac',
        reason: `Tiêu đề thường gặp${SOURCE_OF.has(key) ? ` (${SOURCE_OF.get(key)})` : ''}`,
      }
  }
  let best: { phrase: string; target: Target } | null = null
  for (const [phrase, target] of PHRASES) {
    if (phrase.length < 4 || (best !== null && phrase.length <= best.phrase.length)) continue
    if (keys.some((k) => ` ${k} `.includes(` ${phrase} `))) best = { phrase, target }
  }
  return best === null
    ? NONE
    : { target: best.target, certainty: 'doan', reason: 'Tiêu đề có chứa cách gọi thường gặp' }
}

const MOST = 0.8

function byValues(e: Evidence): Guess {
  if (e.filled < 3) return NONE
  const guess = (target: Target, what: string, part: number): Guess => ({
    target,
    certainty: 'doan',
    reason: `${Math.round(100 * part)}% giá trị là ${what}`,
  })
  if (e.emails >= MOST) return guess('contact.email', 'thư điện tử', e.emails)
  if (e.names >= MOST) return guess('names.fullName', 'họ tên', e.names)
  if (e.sexes >= MOST) return guess('birth.sex', 'giới tính', e.sexes)
  if (e.phones >= MOST) return guess('contact.phone', 'số điện thoại', e.phones)
  if (e.idNumbers >= MOST) return guess('identity.any', 'số giấy tờ 9 hoặc 12 chữ số', e.idNumbers)
  return NONE
}

/** Values that speak against what the heading says; null when they do not. */
function against(target: Target, e: Evidence): string | null {
  if (e.filled < 3) return null
  if (target === 'birth.birth' && e.years + e.days < 0.3 && e.figures < 0.3) return 'giá trị không phải ngày'
  if (target === 'names.fullName' && e.figures > 0.5) return 'giá trị là số'
  if (target.startsWith('identity.c') && e.idNumbers < 0.3 && e.figures < 0.3) return 'giá trị không phải số giấy tờ'
  if (target === 'birth.sex' && e.sexes < 0.3) return 'giá trị không phải giới tính'
  return target === 'contact.email' && e.emails < 0.3 ? 'giá trị không phải thư điện tử' : null
}

/** Sex columns: a tick is a tick, years in them are years of birth. */
function settled(guess: Guess, e: Evidence): Guess {
  if (guess.target !== 'sex.male' && guess.target !== 'sex.female') return guess
  const part = guess.target === 'sex.male' ? 'birth.male' : 'birth.female'
  if (e.years + e.days >= MOST)
    return { target: part, certainty: 'doan', reason: 'Tiêu đề là giới tính, giá trị là năm sinh' }
  if (guess.target === 'sex.female' && e.sexes >= MOST) return { ...guess, target: 'birth.sex' }
  return guess
}

/** Second columns of one field, and the mates of parts. */
function resolved(columns: readonly MappedColumn[], layout: Layout): MappedColumn[] {
  const first = new Map<Target, number>()
  return columns.map((c) => {
    if (c.target === null || SHARED.has(c.target)) return named(c, layout, first)
    const before = first.get(c.target)
    if (before === undefined) {
      first.set(c.target, c.column)
      return c
    }
    return { ...c, target: null, certainty: 'khong-ro', reason: `Cùng trường với cột ${columnName(before)}` }
  })
}

/** A second name column is taken only where the heading of the first one covers it. */
function named(c: MappedColumn, layout: Layout, first: Map<Target, number>): MappedColumn {
  if (c.target !== 'names.fullName') return c
  const before = first.get(c.target)
  if (before === undefined) {
    first.set(c.target, c.column)
    return c
  }
  const covered = layout.columns.find((x) => x.column === c.column)?.continues === true
  return covered && c.column === before + 1
    ? { ...c, reason: `Tiêu đề của cột ${columnName(before)} trùm cả cột này: nối vào họ tên` }
    : { ...c, target: null, certainty: 'khong-ro', reason: `Cùng trường với cột ${columnName(before)}` }
}

/** Cột ghép lần trước: target by column, for the same headings. */
export type Remembered = ReadonlyMap<number, Target>

/**
 * Maps every column. `samples` = some cells of each column from rows of persons; `remembered` = what was chosen for the same
 * headings of the same body before.
 */
export function mapColumns(
  layout: Layout,
  samples: ReadonlyMap<number, readonly SheetCell[]>,
  remembered: Remembered | null = null,
): MappedColumn[] {
  const hasGiven = layout.columns.some((c) => keysOf(c.path).some((k) => PHRASES.get(k) === 'name.given'))
  const columns = layout.columns.map((column): MappedColumn => {
    const cells = samples.get(column.column) ?? []
    const e = evidenceOf(cells)
    const examples = [...new Set(cells.map((c) => c.text.trim()).filter((t) => t !== ''))].slice(0, 3)
    const as = (g: Guess): MappedColumn => ({ column: column.column, label: column.label, examples, ...g })
    const before = remembered?.get(column.column)
    if (before !== undefined) return as({ target: before, certainty: 'chac', reason: CHOSEN_BY.officerBefore })
    const read = birthPart(column, layout) ?? byHeading(column)
    const heading =
      read.target === 'names.fullName' && hasGiven && !/\bten\b/.test(bareHeading(column.label))
        ? { ...read, target: 'name.family' }
        : read
    const guess = settled(heading, e)
    if (guess.target === null) return as(byValues(e))
    const doubt = against(guess.target, e)
    return as(doubt === null ? guess : { ...guess, certainty: 'doan', reason: `${guess.reason}, nhưng ${doubt}` })
  })
  return resolved(columns, layout).map(withSafeExamples)
}

/** What a person must have, and no column gives: told before anything is checked. */
export function missingTargets(columns: readonly MappedColumn[]): Target[] {
  const has = (...targets: Target[]) => columns.some((c) => c.target !== null && targets.includes(c.target))
  const name = has('names.fullName') || (has('name.family') && has('name.given'))
  const birth = has('birth.birth', 'birth.male', 'birth.female')
  return [...(name ? [] : ['names.fullName']), ...(birth ? [] : ['birth.birth'])]
}
