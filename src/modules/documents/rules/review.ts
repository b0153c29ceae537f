/**
 * Rà soát bản đọc: the officer accepts, edits, rejects, adds and merges; the reading itself is never changed, the decisions
 * lie over it. What is sure and undecided counts as read; what is unsure must be looked at.
 */
import { accept, type Decision, refuse, refuseFields } from '../../../kernel/result.ts'
import { squeeze } from '../../../kernel/text.ts'
import type { PlanReading, Span } from '../words.ts'
import { fieldErrors } from './item-errors.ts'
import {
  type Edits,
  goalValues,
  headValues,
  referenceValues,
  reportValues,
  signerValues,
  taskValues,
} from './item-values.ts'

/** Quyết định về một mục. `added` = an officer's own item, `merged` = part of another one, `open` = taken back. */
export type Verdict = 'accepted' | 'edited' | 'rejected' | 'added' | 'merged' | 'open'

/** Nhãn của quyết định. */
export const VERDICT_LABEL: Readonly<Record<Verdict, string>> = {
  accepted: 'Đã chấp nhận',
  edited: 'Đã sửa',
  rejected: 'Đã bỏ',
  added: 'Cán bộ thêm',
  merged: 'Đã gộp',
  open: 'Đã hoàn tác',
}

/** Loại mục đọc được. */
export type ItemKind = 'goal' | 'task' | 'recipient' | 'reference' | 'report' | 'head' | 'signer'

/** What a decision says; the one before it is kept for undoing. */
export type Stand = { readonly verdict: Verdict; readonly edits: Edits }

/** Quyết định đã lưu. */
export type ItemDecision = Stand & {
  readonly item: string
  readonly version: number
  /** What stood before; null when the item was as read. */
  readonly before: Stand | null
  /** Decisions of one press share it. */
  readonly batch: string | null
  readonly decidedBy: string
  readonly decidedAt: Temporal.Instant
}

/** Mục đọc được, with what was decided about it. */
export type ReviewItem = {
  /** `goal:II.1.1a`, `task:III.3.3`, `recipient:1`; `goal:+…` for one that an officer added. Unique in the document. */
  readonly key: string
  readonly kind: ItemKind
  readonly clause: string
  readonly span: Span
  readonly confidence: number
  /** What stands now: as read, or as edited. */
  readonly values: Edits
  readonly text: string
  readonly duty: boolean
  readonly verdict: Exclude<Verdict, 'open'> | null
  /** «Đã sửa»; null while nobody decided. */
  readonly verdictLabel: string | null
  readonly version: number
  readonly decidedBy: string | null
  readonly unsure: boolean
  /** Key of the item it became part of. */
  readonly mergedInto: string | null
  readonly batch: string | null
}

/** Below this the reader asks for a look. */
export const SURE = 0.8

/** An item as read, or as added. */
export type Bare = Pick<ReviewItem, 'key' | 'kind' | 'clause' | 'span' | 'confidence' | 'values' | 'duty'>

/** Whether an item of this key was added by an officer. */
export const isAdded = (key: string): boolean => key.includes(':+')

const kindOf = (key: string): ItemKind => key.split(':')[0] as ItemKind

/** Everything the reader found, in the order of the document within each kind. */
export function readItems(r: PlanReading): Bare[] {
  const bare = (
    kind: ItemKind,
    no: string,
    clause: string,
    span: Span,
    values: Edits,
    confidence = 1,
    duty = false,
  ) => ({
    key: `${kind}:${no}`,
    kind,
    clause,
    span,
    confidence,
    values,
    duty,
  })
  return [
    ...r.goals.map((g) => bare('goal', g.clause, g.clause, g.span, goalValues(g), g.confidence)),
    ...r.tasks.map((t) => bare('task', t.clause, t.clause, t.span, taskValues(t), t.confidence, t.duty)),
    ...r.recipients.map((p, i) => bare('recipient', `${i + 1}`, `Nơi nhận ${i + 1}`, p.span, { text: p.name })),
    ...r.recurringReports.map((x, i) =>
      bare('report', `${i + 1}`, x.clause ?? `Báo cáo ${i + 1}`, x.span, reportValues(x), x.confidence),
    ),
    ...r.references.map((x, i) =>
      bare('reference', `${i + 1}`, `Dẫn chiếu ${i + 1}`, x.span, referenceValues(x), x.confidence),
    ),
    bare('head', '1', 'Tên gọi', titleSpan(r), headValues(r), r.title === null || r.issuer === null ? 0.5 : 1),
    bare(
      'signer',
      '1',
      'Người ký',
      r.signer?.span ?? NOWHERE,
      signerValues(r.signer),
      r.signer?.name === null ? 0.5 : 1,
    ),
  ]
}

/** Not found in the text: nothing is marked at the left. */
const NOWHERE: Span = [0, 0]

/** Where the name of the document stands: words of its beginning to words of its end, whatever the line breaks between. */
function titleSpan(r: PlanReading): Span {
  const words = (r.title ?? '').split(' ').filter((w) => w !== '')
  if (words.length === 0) return NOWHERE
  const found = new RegExp(words.map((w) => RegExp.escape(w)).join('\\s+')).exec(r.text)
  return found === null ? NOWHERE : [found.index, found.index + found[0].length]
}

/** Items that officers added; where they stand is kept with their values. */
const addedItems = (decisions: readonly ItemDecision[]): Bare[] =>
  decisions.flatMap((d) => (isAdded(d.item) ? [addedItem(d.item, d.edits)] : []))

function addedItem(key: string, edits: Edits): Bare {
  const { clause = '', section: _s, from = '0', to = '0', into: _i, ...values } = edits
  return { key, kind: kindOf(key), clause, span: [Number(from), Number(to)], confidence: 1, values, duty: false }
}

/** Every item in the order of the document within its kind, with the decisions made so far. */
export function reviewItems(reading: PlanReading, decisions: readonly ItemDecision[]): ReviewItem[] {
  const made = new Map(decisions.map((d) => [d.item, d]))
  const added = addedItems(decisions)
  const read = readItems(reading)
  const kinds = [...new Set(read.map((b) => b.kind)), ...added.map((b) => b.kind)]
  const all = [...new Set(kinds)].flatMap((kind) => {
    const own = added.filter((b) => b.kind === kind)
    const list = [...read.filter((b) => b.kind === kind), ...own]
    return own.length === 0 ? list : list.sort((a, b) => a.span[0] - b.span[0])
  })
  return all.map((b) => withDecision(b, made.get(b.key)))
}

function withDecision(b: Bare, d: ItemDecision | undefined): ReviewItem {
  const edited = d?.verdict === 'edited' || (d?.verdict === 'rejected' && !isAdded(b.key))
  const values = edited ? { ...b.values, ...d.edits } : b.values
  const verdict = d === undefined || d.verdict === 'open' ? null : d.verdict
  return {
    ...b,
    values,
    text: values.text ?? '',
    verdict,
    verdictLabel: verdict === null ? null : VERDICT_LABEL[verdict],
    version: d?.version ?? 0,
    decidedBy: d?.decidedBy ?? null,
    unsure: verdict === null && b.confidence < SURE,
    mergedInto: verdict === 'merged' ? (d?.edits.into ?? null) : null,
    batch: d?.batch ?? null,
  }
}

/** What the officer sends about one item. */
export type Answer = {
  readonly item: string
  readonly verdict: 'accepted' | 'edited' | 'rejected'
  readonly edits: Edits
}

const ABSENT = () =>
  refuse('absent', 'document.item-absent', 'Không có mục này trong bản đọc. Mở lại văn bản để xem các mục hiện có.')

/**
 * Accepts the answer, or says field by field what must be mended. Edits equal to what was read make no edit; an added item
 * keeps its own values whatever is decided. Refuses an item that the reading does not hold.
 */
export function decideItem(reading: PlanReading, decisions: readonly ItemDecision[], answer: Answer): Decision<Stand> {
  const item = [...readItems(reading), ...addedItems(decisions)].find((b) => b.key === answer.item)
  if (item === undefined) return ABSENT()
  const own = isAdded(item.key) ? (decisions.find((d) => d.item === item.key)?.edits ?? {}) : {}
  if (answer.verdict === 'rejected') return accept({ verdict: 'rejected', edits: own })
  if (answer.verdict === 'accepted') return accept({ verdict: isAdded(item.key) ? 'added' : 'accepted', edits: own })
  const errors = fieldErrors(item.kind, answer.edits, item.values)
  if (Object.keys(errors).length > 0) return refuseFields('document.item-wrong', errors)
  const changed = Object.entries(answer.edits)
    .map(([name, value]) => [name, tidyLines(value)] as const)
    .filter(([name, value]) => name in item.values && value !== item.values[name])
  if (isAdded(item.key)) return accept({ verdict: 'added', edits: { ...own, ...Object.fromEntries(changed) } })
  if (changed.length === 0) return accept({ verdict: 'accepted', edits: {} })
  return accept({ verdict: 'edited', edits: Object.fromEntries(changed) })
}

/** The sure, undecided items among `keys`: what one press may accept together. Refuses when none is left. */
export function acceptSure(items: readonly ReviewItem[], keys: readonly string[]): Decision<readonly ReviewItem[]> {
  const found = items.filter((i) => keys.includes(i.key) && i.verdict === null && !i.unsure)
  if (found.length > 0) return accept(found)
  return refuse(
    'conflict',
    'document.nothing-to-accept',
    'Không còn mục chắc chắn nào chưa quyết định trong nhóm này. Các mục chưa chắc cần xem từng mục.',
  )
}

/** What an undone decision leaves; an added item is left out, never lost. Refuses when nothing was decided. */
export function undoStand(d: ItemDecision | undefined): Decision<Stand> {
  if (d === undefined || (d.verdict === 'open' && d.before === null))
    return refuse('conflict', 'document.nothing-to-undo', 'Mục này chưa có quyết định nào để hoàn tác.')
  if (d.before !== null) return accept(d.before)
  return accept(isAdded(d.item) ? { verdict: 'rejected', edits: d.edits } : { verdict: 'open', edits: {} })
}

const tidyLines = (text: string): string =>
  text
    .split('\n')
    .map(squeeze)
    .filter((row) => row !== '')
    .join('\n')
