/**
 * Đọc một dòng: the cells of a person become entries of the register, a record for comparing, and findings. Pure; the same row
 * gives the same answer. What cannot be read is told by its cell and never invented.
 */
import type { PartialDay } from '../../../kernel/partial-day.ts'
import type { Entry, GroupCode } from '../../people/public.ts'
import type { MappedColumn } from './columns.ts'
import type { RowFinding } from './findings.ts'
import type { Target } from './headings.ts'
import type { LanguageBooks } from './language.ts'
import { fieldsOf, takeFields } from './read-fields.ts'
import { type Known, takeBirth, takeName, takeNumbers, takeSex } from './read-person.ts'
import { finishTitles } from './read-qualification.ts'
import { takeUnit } from './read-unit.ts'
import { bareTarget, dateOf, goalOf, REQUIRED, setOf } from './register.ts'
import { isDitto } from './row-kind.ts'
import {
  EMPTY_BOOK,
  type Given,
  type Reading,
  type Ready,
  told,
  type Value,
  type Waiting,
  type Work,
} from './row-work.ts'
import type { SheetCell, SheetRow } from './sheet.ts'

/** Dòng đã đọc. */
export type RowRead = {
  readonly row: number
  /** Mã hồ sơ the file gives, or null. */
  readonly code: string | null
  readonly name: string
  readonly birth: PartialDay | null
  readonly sex: 'nam' | 'nu' | null
  /** Numbers that name the person, as read. */
  readonly cccd: string | null
  readonly cmnd: string | null
  readonly orcid: string | null
  readonly phone: string | null
  readonly email: string | null
  readonly homePlace: string | null
  readonly communeId: string | null
  readonly school: string | null
  readonly graduated: number | null
  /** Đơn vị công tác: a body of the register. */
  readonly unitId: string
  readonly entries: readonly Entry[]
  readonly findings: readonly RowFinding[]
  readonly waiting: readonly Waiting[]
}

/** Makes the reader of one sheet; rows are given in order, each with the words of the group it stands under. */
export function rowReader(reading: Reading): (row: SheetRow, unit: string | null) => RowRead {
  const ready = reading.columns.flatMap((mapped): Ready[] =>
    mapped.target === null || ['skip', 'order', 'never'].includes(mapped.target)
      ? []
      : [readyColumn(mapped, mapped.target)],
  )
  const language = languageBooks(reading)
  const last = new Map<number, SheetCell>()
  const sheet = { reading, ready, targets: ready.map((r) => r.target), fields: fieldsOf(ready), language, last }
  return (row, unit) => readRow(row, { ...sheet, unit })
}

function readyColumn(mapped: MappedColumn, target: Target): Ready {
  const goal = goalOf(target)
  const set = setOf(target)
  const date = dateOf(target)
  const group = goal?.group.code ?? date?.group ?? ''
  return {
    column: mapped.column,
    target,
    goal,
    quiet: goal?.group.tier === 'C',
    ditto: !NEVER_DITTO.test(target),
    place: set === 1 ? group : `${group}@${set}`,
    date: date?.end ?? null,
    bare: bareTarget(target),
    mapped,
  }
}

const languageBooks = ({ books }: Reading): LanguageBooks => ({
  languages: books.get('ngoai-ngu-thu-tieng') ?? EMPTY_BOOK,
  levels: books.get('ngoai-ngu') ?? EMPTY_BOOK,
  certificates: books.get('chung-chi-ngoai-ngu') ?? EMPTY_BOOK,
})

const NEVER_DITTO = /^(?:names\.|name\.|identity\.|contact\.(?:phone|email))/

function readRow(row: SheetRow, given: Given): RowRead {
  const work: Work = {
    row: row.number,
    data: new Map(),
    from: new Map(),
    to: new Map(),
    code: null,
    findings: [],
    waiting: [],
    extra: [],
    unitId: null,
    titles: [],
  }
  const cells = new Map<Target, SheetCell[]>()
  const byColumn = new Map(row.cells.map((c) => [c.column, c]))
  for (const r of given.ready) {
    const cell = settledCell(byColumn.get(r.column), r, given)
    if (cell === null) continue
    if (cell.kind === 'error') {
      told(
        work,
        cell,
        /^(?:names\.|name\.|birth\.birth|birth\.(?:fe)?male|identity\.c)/.test(r.target)
          ? 'cell.error-name'
          : 'cell.error',
      )
      continue
    }
    const same = cells.get(r.target)
    if (same === undefined) cells.set(r.target, [cell])
    else same.push(cell)
  }
  const name = takeName(work, cells)
  const birth = takeBirth(work, cells, given.reading)
  const sex = takeSex(work, cells, given.targets)
  takeNumbers(work, cells, given.reading, { birth, sex })
  takeUnit(work, cells, given)
  takeFields(work, cells, given)
  finishTitles(work, given.reading)
  return answer(work, given.reading, { name, birth, sex })
}

/** The cell of a column, or what stood above it where a ditto mark says so. */
function settledCell(cell: SheetCell | undefined, r: Ready, { last }: Given): SheetCell | null {
  if (cell === undefined || cell.text.trim() === '') return null
  if (r.ditto && isDitto(cell.text)) return last.get(r.column) ?? null
  last.set(r.column, cell)
  return cell
}

/** Groups whose start is a year or a day held in a field. */
function startOf(
  work: Work,
  group: GroupCode,
  place: string,
  data: Readonly<Record<string, Value>>,
): PartialDay | null {
  const year =
    group === 'education'
      ? data.graduated
      : group === 'academic-title'
        ? (data.appointed ?? data.recognised)
        : group === 'appraisal'
          ? data.year
          : undefined
  return year === undefined ? (work.from.get(place) ?? null) : (String(year) as PartialDay)
}

/** Fields a fact of the group is nothing without are there. */
const isWhole = (group: GroupCode, data: Readonly<Record<string, Value>>): boolean =>
  (REQUIRED.get(group) ?? []).every((name) => data[name] !== undefined)

function answer(work: Work, reading: Reading, known: Known & { readonly name: string }): RowRead {
  const entries: Entry[] = []
  const source = (group: GroupCode, no: number) => `nhap:${reading.body.code}:${group}.${no}`
  for (const [place, data] of work.data) {
    const group = bareTarget(place) as GroupCode
    if (place === 'category' && data.category !== undefined && data.main === undefined) data.main = true
    if (place === 'research-field' && data.field !== undefined && data.main === undefined) data.main = true
    if (!isWhole(group, data)) continue
    const from = startOf(work, group, place, data)
    const to = work.to.get(place)
    const days = { ...(from === null ? {} : { from }), ...(to === undefined ? {} : { to }) }
    entries.push({ group, data, level: 1, source: source(group, setOf(place)), ...days })
  }
  for (const [i, e] of work.extra.entries()) entries.push({ ...e, source: source(e.group, i + 1) })
  const text = (group: GroupCode, field: string): string | null => {
    const value = work.data.get(group)?.[field]
    return value === undefined ? null : String(value)
  }
  const graduated = work.data.get('education')?.graduated
  return {
    row: work.row,
    code: work.code,
    ...known,
    cccd: text('identity', 'cccd'),
    cmnd: text('identity', 'cmnd'),
    orcid: text('identity', 'orcid'),
    phone: text('contact', 'phone'),
    email: text('contact', 'email'),
    homePlace: text('birth', 'homePlace'),
    communeId: text('contact', 'residence'),
    school: text('education', 'school'),
    graduated: typeof graduated === 'number' ? graduated : null,
    unitId: work.unitId ?? reading.body.id,
    entries,
    findings: work.findings,
    waiting: work.waiting,
  }
}
