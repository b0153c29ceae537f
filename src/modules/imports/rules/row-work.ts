/** Chỗ làm việc của một dòng: what the cells of a person have given so far, and what the reading of a sheet knows. */
import type { Day } from '../../../kernel/day.ts'
import { holdsLongNumber } from '../../../kernel/mask.ts'
import type { PartialDay } from '../../../kernel/partial-day.ts'
import type { CitizenIdCheck, CitizenIdContext, Entry } from '../../people/public.ts'
import { type Codebook, codeOf, wordsKey } from './codes.ts'
import type { MappedColumn } from './columns.ts'
import type { DayReading } from './dates.ts'
import { type FindingCode, finding, type RowFinding } from './findings.ts'
import type { Target } from './headings.ts'
import type { LanguageBooks } from './language.ts'
import type { TitleFound } from './names.ts'
import { bareTarget, type Goal } from './register.ts'
import type { UnitReader } from './resolve-unit.ts'
import type { SheetCell } from './sheet.ts'

/** Cách ghi đã quyết định: code by target and words; null = leave it out. */
export type Decisions = ReadonlyMap<string, string | null>

/** What was decided for these words: a code, null to leave them out, undefined when nobody has. */
export const decidedFor = (decisions: Decisions, target: Target, words: string): string | null | undefined =>
  decisions.size === 0 ? undefined : decisions.get(decisionKey(target, words))

/** Key of a decision. */
export const decisionKey = (target: Target, words: string): string => `${bareTarget(target)}\n${wordsKey(words)}`

/** Bối cảnh đọc một trang tính. */
export type Reading = {
  readonly today: Day
  /** Day the figures of the file are of. */
  readonly asOf: Day
  readonly body: { readonly id: string; readonly code: string; readonly name: string }
  /** Whether a unit lies in what the batch may write. */
  readonly inScope: (unitId: string) => boolean
  readonly columns: readonly MappedColumn[]
  readonly days: ReadonlyMap<number, DayReading>
  readonly books: ReadonlyMap<string, Codebook>
  /** Xếp loại chất lượng as the list of a year has it. */
  readonly ratingsOf: (year: number) => Codebook
  readonly decisions: Decisions
  readonly unitOf: UnitReader
  readonly placeOf: UnitReader
  readonly checkCitizenId: (given: string, context: CitizenIdContext) => CitizenIdCheck
}

/** Cách ghi chờ ghép. */
export type Waiting = { readonly target: Target; readonly words: string; readonly column: number | null }

/** Giá trị của một trường. */
export type Value = string | number | boolean

/** What the row has given so far. */
export type Work = {
  readonly row: number
  /** By group, the second and later sets as `education@2`. */
  readonly data: Map<string, Record<string, Value>>
  readonly from: Map<string, PartialDay>
  readonly to: Map<string, PartialDay>
  code: string | null
  readonly findings: RowFinding[]
  readonly waiting: Waiting[]
  readonly extra: Entry[]
  unitId: string | null
  titles: readonly TitleFound[]
}

/** Puts a value into a group. */
export const put = (work: Work, group: string, field: string, value: Value): void => {
  const data = work.data.get(group)
  if (data === undefined) work.data.set(group, { [field]: value })
  else data[field] = value
}

/** Tells of a cell; `quiet` = its words are not repeated. */
export const told = (work: Work, cell: SheetCell, code: FindingCode, more = '', quiet = false): void => {
  work.findings.push(finding(work.row, cell.column, code, quiet ? '' : cell.text.trim(), more))
}

/** Puts a way of writing into the queue. A number that strayed into the column is no way of writing anything. */
export const queued = (work: Work, waiting: Waiting): void => {
  if (!holdsLongNumber(waiting.words)) work.waiting.push(waiting)
}

/** Một cột đã sẵn sàng đọc. */
export type Ready = {
  readonly column: number
  readonly target: Target
  readonly goal: Goal | null
  /** Its values are not repeated in findings. */
  readonly quiet: boolean
  /** A ditto mark there means the value above it. */
  readonly ditto: boolean
  /** Where its value goes: the group, or `education@2`. */
  readonly place: string
  /** Start or end of an entry. */
  readonly date: 'from' | 'to' | null
  /** `group.field` without the number of the set. */
  readonly bare: Target
  readonly mapped: MappedColumn
}

/** A list the system does not have. */
export const EMPTY_BOOK: Codebook = { entries: [], labelOf: new Map(), marked: new Map(), plain: new Map() }

/** Everything a row is read with. */
export type Given = {
  readonly reading: Reading
  readonly ready: readonly Ready[]
  readonly targets: readonly Target[]
  /** Columns whose cells become fields, each by its kind. */
  readonly fields: readonly Ready[]
  readonly language: LanguageBooks
  /** Words of the group the row stands under. */
  readonly unit: string | null
  /** The last value of each column, for ditto marks. */
  readonly last: Map<number, SheetCell>
}

/** A column without a decision of its own. */
export const PLAIN_DAYS: DayReading = { order: 'dmy', century: 'ask', turned: false, sure: true, reason: '' }

/** The cells of a row by what their columns hold. */
export type Cells = ReadonlyMap<Target, readonly SheetCell[]>

/** The code an officer decided for these words, else that of the list. */
export function decidedOrCode(
  reading: Reading,
  target: Target,
  text: string,
  list: string,
): { code: string | null; decided: boolean } {
  const decided = decidedFor(reading.decisions, target, text)
  if (decided !== undefined) return { code: decided, decided: true }
  const book = reading.books.get(list)
  return { code: book === undefined ? null : codeOf(book, text), decided: false }
}
