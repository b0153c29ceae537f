/**
 * Chỗ trong chế độ: every part of a regime that has a page of its own, named as addresses name it:
 * `chung` · `han` · `doi-tuong.0` · `bieu.bieu-2` · `dong.bieu-2.tien-si` · `muc.2` · `phan.2.0` · `kiem-tra.3`.
 * `them-moi` in the last place is an item that is about to be added.
 */
import type { z } from 'zod'
import { accept, type Decision, refuse, refuseFields } from '../../../kernel/result.ts'
import { fold } from '../../../kernel/text.ts'
import { completed, emptyItem, fieldsOfItem, type ItemField, kindsOf, readItem } from './item-form.ts'
import { type Regime, RegimeSchema } from './regime.ts'

const shape = RegimeSchema.shape
const TableSchema = shape.tables.element
const SectionSchema = shape.sections.element

/** The fields of NĐ 09/2019 that are one text each. */
const GeneralSchema = RegimeSchema.pick({
  name: true,
  shortName: true,
  source: true,
  legalBasis: true,
  content: true,
  reporters: true,
  receivers: true,
  means: true,
  frequency: true,
  cycle: true,
  procedure: true,
  returnDays: true,
  appraisalDays: true,
  changeLimit: true,
  nothingStatement: true,
  trueUp: true,
})
const DeadlineSchema = RegimeSchema.pick({ opens: true, due: true, cutOff: true })

/** Loại chỗ. */
export type PlaceKind = 'chung' | 'han' | 'doi-tuong' | 'bieu' | 'dong' | 'muc' | 'phan' | 'kiem-tra'

type Kind = {
  readonly title: string
  readonly schema: z.ZodType
  /** Not typed on the page: ids, and lists whose items have pages of their own. */
  readonly fixed: readonly string[]
  /** Prefix of the words of its kinds: `check=part-of`. */
  readonly words: string
}

/** What stands at each kind of place. */
export const PLACES: Readonly<Record<PlaceKind, Kind>> = {
  chung: { title: 'Nội dung chung', schema: GeneralSchema, fixed: [], words: 'kind' },
  han: { title: 'Hạn nộp và ngày chốt', schema: DeadlineSchema, fixed: [], words: 'kind' },
  'doi-tuong': {
    title: 'Ai phải báo cáo',
    schema: shape.assignment.unwrap().element,
    fixed: [],
    words: 'kind',
  },
  bieu: { title: 'Biểu', schema: TableSchema, fixed: ['id', 'rows'], words: 'kind' },
  dong: { title: 'Dòng của biểu', schema: TableSchema.shape.rows.element, fixed: ['id'], words: 'kind' },
  muc: { title: 'Mục', schema: SectionSchema, fixed: ['no', 'parts'], words: 'kind' },
  phan: { title: 'Phần của mục', schema: SectionSchema.shape.parts.element, fixed: ['id', 'kind'], words: 'part' },
  'kiem-tra': { title: 'Phép kiểm tra', schema: shape.checks.element, fixed: ['kind', 'cases'], words: 'check' },
}

/** Kinds to choose from when an item is added: those of checks and of parts. */
export const kindsAt = (kind: PlaceKind): readonly string[] => kindsOf(PLACES[kind].schema)

/** Một chỗ đã đọc từ địa chỉ. */
export type Place = { readonly kind: PlaceKind; readonly keys: readonly string[] }

/** The place an address names, or null. Keys after the kind: id of the table, of the row; number; index. */
export function readPlace(text: string): Place | null {
  const [kind = '', ...keys] = text.split('.')
  if (!Object.hasOwn(PLACES, kind)) return null
  const want = kind === 'chung' || kind === 'han' ? 0 : kind === 'dong' || kind === 'phan' ? 2 : 1
  return keys.length === want && keys.every((k) => k !== '') ? { kind: kind as PlaceKind, keys } : null
}

/** Never the id of a row: ids come from words, and one row is called «moi». */
const NEW = 'them-moi'

/** Whether the place is for an item about to be added. */
export const isNew = (p: Place): boolean => p.keys.at(-1) === NEW

type Item = Record<string, unknown>

/** The list an item stands in, and its index there; -1 = not in it. Null when the place is no list or its owner is gone. */
function listAt(r: Regime, p: Place): { readonly list: readonly Item[]; readonly index: number } | null {
  const [first = '', second = ''] = p.keys
  const index = (n: string, list: readonly unknown[]): number =>
    /^\d+$/.test(n) && Number(n) < list.length ? Number(n) : -1
  switch (p.kind) {
    case 'doi-tuong':
      return { list: r.assignment ?? [], index: index(first, r.assignment ?? []) }
    case 'kiem-tra':
      return { list: r.checks, index: index(first, r.checks) }
    case 'bieu':
      return { list: r.tables, index: r.tables.findIndex((t) => t.id === first) }
    case 'muc':
      return { list: r.sections, index: r.sections.findIndex((s) => String(s.no) === first) }
    case 'dong': {
      const rows = r.tables.find((t) => t.id === first)?.rows
      return rows ? { list: rows, index: rows.findIndex((x) => x.id === second) } : null
    }
    case 'phan': {
      const parts = r.sections.find((s) => String(s.no) === first)?.parts
      return parts ? { list: parts, index: index(second, parts) } : null
    }
    default:
      return null
  }
}

/** The regime with another list at the place; sections are numbered anew. */
function withList(r: Regime, p: Place, list: readonly Item[]): unknown {
  const [first = ''] = p.keys
  switch (p.kind) {
    case 'doi-tuong':
      return { ...r, assignment: list }
    case 'kiem-tra':
      return { ...r, checks: list }
    case 'bieu':
      return { ...r, tables: list }
    case 'muc':
      return { ...r, sections: list.map((s, i) => ({ ...s, no: i + 1 })) }
    case 'dong':
      return { ...r, tables: r.tables.map((t) => (t.id === first ? { ...t, rows: list } : t)) }
    case 'phan':
      return { ...r, sections: r.sections.map((s) => (String(s.no) === first ? { ...s, parts: list } : s)) }
    default:
      return r
  }
}

const ABSENT = refuse('absent', 'regime.place', 'Phần này của chế độ không còn; có thể vừa được bỏ.')

/** The item at a place; a new one of `kind` is empty. */
export function itemAt(r: Regime, p: Place, kind = ''): Decision<Item> {
  if (p.kind === 'chung' || p.kind === 'han') return accept({ ...r })
  const found = listAt(r, p)
  if (!found) return ABSENT
  if (isNew(p)) return accept(emptyItem(PLACES[p.kind].schema, kind || (kindsAt(p.kind)[0] ?? '')))
  const item = found.list[found.index]
  return item ? accept(item) : ABSENT
}

/** The fields on the page of a place. */
export const fieldsAt = (p: Place, item: Item): readonly ItemField[] =>
  fieldsOfItem(PLACES[p.kind].schema, item, PLACES[p.kind].fixed)

/** The regime with what was typed at a place, and where the item stands now; one sentence per field that cannot be read. */
export function withItem(
  r: Regime,
  p: Place,
  raw: Readonly<Record<string, unknown>>,
): Decision<{ readonly regime: Regime; readonly place: string }> {
  const before = itemAt(r, p, typeof raw.loai === 'string' ? raw.loai : '')
  if (!before.ok) return before
  const read = readItem(fieldsAt(p, before.value), before.value, raw)
  if (Object.keys(read.wrong).length > 0) return refuseFields('regime.item', read.wrong)
  const { schema } = PLACES[p.kind]
  const typed = completed(schema, read.item)
  const fit = schema.safeParse(typed)
  if (!fit.success) return refuseFields('regime.item', misfits(p, before.value, fit.error))
  if (p.kind === 'chung' || p.kind === 'han') return checked({ ...r, ...typed }, p.kind)
  const at = listAt(r, p)
  if (!at) return ABSENT
  const item = isNew(p) ? named(r, p, typed, at.list) : typed
  const list = isNew(p) ? inserted(p, at.list, item) : at.list.map((x, i) => (i === at.index ? item : x))
  const index = isNew(p) ? list.indexOf(item) : at.index
  return checked(withList(r, p, list), placeText(p, item, index))
}

/** A value out of its bounds, said at its box. */
const misfits = (p: Place, item: Item, error: z.ZodError): Record<string, string> =>
  Object.fromEntries(
    error.issues.map((issue) => {
      const path = issue.path.join('.')
      const box = fieldsAt(p, item).find((f) => path === f.path || path.startsWith(`${f.path}.`))
      return [box?.path ?? path, `${box?.label ?? path}: giá trị ngoài mức cho phép`]
    }),
  )

/** A new section stands before the last one, which is the check; everything else at the end. */
const inserted = (p: Place, list: readonly Item[], item: Item): readonly Item[] =>
  p.kind === 'muc' ? [...list.slice(0, -1), item, ...list.slice(-1)] : [...list, item]

function placeText(p: Place, item: Item, index: number): string {
  const own =
    p.kind === 'bieu' || p.kind === 'dong' ? String(item.id) : p.kind === 'muc' ? String(index + 1) : String(index)
  return [p.kind, ...p.keys.slice(0, -1), own].join('.')
}

const FREE_ID = /[^a-z0-9]+/g

/** A new table, row or paragraph gets an id from its name, which never changes afterwards: figures are kept under it. */
function named(r: Regime, p: Place, item: Item, list: readonly Item[]): Item {
  if (p.kind === 'muc') return { ...item, no: list.length, parts: [] }
  const isParagraph = p.kind === 'phan' && item.kind === 'paragraph'
  if (p.kind !== 'bieu' && p.kind !== 'dong' && !isParagraph) return item
  const words = String(item.title ?? item.label ?? '').split('.')[0] ?? ''
  const wish = fold(words).replace(FREE_ID, '-').replace(/^-|-$/g, '').slice(0, 40).replace(/-$/, '') || 'moi-1'
  const taken = new Set(
    isParagraph
      ? r.sections.flatMap((s) => s.parts.flatMap((x) => (x.kind === 'paragraph' ? [x.id] : [])))
      : list.map((x) => String(x.id)),
  )
  const free =
    taken.has(wish) || wish === NEW
      ? [2, 3, 4, 5, 6, 7, 8, 9].map((n) => `${wish}-${n}`).find((x) => !taken.has(x))
      : wish
  return { ...item, id: free ?? `${wish}-${list.length + 1}`, ...(p.kind === 'bieu' ? { rows: [] } : {}) }
}

/** Moves an item up or down in its list, or takes it away. The last section, the check, stays the last. */
export function arranged(r: Regime, p: Place, how: 'len' | 'xuong' | 'bo'): Decision<Regime> {
  const at = listAt(r, p)
  if (!at || at.index < 0) return ABSENT
  const to = how === 'len' ? at.index - 1 : at.index + 1
  const last = at.list.length - 1
  if (p.kind === 'muc' && (at.index === last || (how !== 'bo' && to >= last))) {
    return refuse(
      'conflict',
      'regime.last-section',
      'Mục kiểm tra và trình luôn đứng cuối, không chuyển và không bỏ được.',
    )
  }
  const list = [...at.list]
  const [item] = list.splice(at.index, 1)
  if (item !== undefined && how !== 'bo') list.splice(Math.max(0, Math.min(to, last)), 0, item)
  const next = checked(withList(r, p, list), '')
  return next.ok ? accept(next.value.regime) : next
}

/** The regime as its schema reads it; what does not fit is said in one sentence. */
function checked(next: unknown, place: string): Decision<{ readonly regime: Regime; readonly place: string }> {
  const parsed = RegimeSchema.safeParse(next)
  if (parsed.success) return accept({ regime: parsed.data, place })
  const issue = parsed.error.issues[0]
  return refuse('invalid', 'regime.shape', `Chế độ sai cấu trúc tại '${issue?.path.join('.') ?? ''}'. Chưa ghi gì.`)
}
