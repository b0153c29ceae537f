/**
 * Trả lại gì trong tệp lỗi: who may open sensitive data takes back the very workbook that was sent; anybody else the list with
 * the columns known to hold none. What the reader of the file did not recognise counts as sensitive: nobody has looked at it.
 */
import { GROUPS } from '../../people/public.ts'
import { PARTS } from './headings.ts'
import type { Plan, SheetPlan } from './plan.ts'
import { dateOf, goalOf } from './register.ts'

/** `whole`: the workbook as it was sent; `list`: the sheets that are read, without what may be sensitive. */
export type GivenBack = 'whole' | 'list'

/** Columns whose content nobody looked at, or that must not be collected at all. */
const UNREAD: ReadonlySet<string> = new Set(['skip', 'never'])

/** Whether a column is known to hold nothing of tier C. */
function isPlain(target: string | null): boolean {
  if (target === null || UNREAD.has(target)) return false
  const date = dateOf(target)
  const group = date === null ? goalOf(target)?.group : GROUPS.find((g) => g.code === date.group)
  return group === undefined ? target in PARTS : group.tier !== 'C'
}

/** What comes back of a file. */
export function givenBack(plan: Plan, maySeeSensitive: boolean): GivenBack {
  const plain = plan.sheets.every((s) => s.taken && s.columns.every((c) => isPlain(c.target)))
  return maySeeSensitive || plain ? 'whole' : 'list'
}

/** Columns of a sheet that come back in a list. */
export const plainColumns = (sheet: SheetPlan): ReadonlySet<number> =>
  new Set(sheet.columns.filter((c) => isPlain(c.target)).map((c) => c.column))

/** What is said of the others, or an empty text. */
export function blankNote(sheet: SheetPlan): string {
  const left = sheet.columns.filter((c) => !isPlain(c.target)).map((c) => `«${c.label}»`)
  if (left.length === 0) return ''
  return `Trang «${sheet.sheet}»: cột ${left.join(', ')} để trống vì chứa hoặc có thể chứa dữ liệu nhạy cảm. Muốn gửi lại cả các cột này, sửa trong tệp gốc.`
}
