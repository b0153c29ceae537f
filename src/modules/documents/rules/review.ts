/**
 * Rà soát bản đọc: the officer accepts, edits or rejects each item; the reading itself is never changed, the decisions
 * lie over it. What is sure and undecided counts as read; what is unsure must be looked at.
 */
import { parseNumber, showNumber } from '../../../kernel/number.ts'
import { accept, type Decision, refuse, refuseFields } from '../../../kernel/result.ts'
import { squeeze } from '../../../kernel/text.ts'
import type { Comparator, PlanGoal, PlanReading, PlanTask, Recipient, Span } from '../words.ts'
import { readDue, showDue } from './due.ts'

/** Quyết định về một mục. */
export type Verdict = 'accepted' | 'edited' | 'rejected'

/** Nhãn của quyết định. */
export const VERDICT_LABEL: Readonly<Record<Verdict, string>> = {
  accepted: 'Đã chấp nhận',
  edited: 'Đã sửa',
  rejected: 'Đã bỏ',
}

/** Loại mục đọc được. */
export type ItemKind = 'goal' | 'task' | 'recipient'

/** Sửa đổi: field name -> text as typed. */
export type Edits = Readonly<Record<string, string>>

/** Quyết định đã lưu. */
export type ItemDecision = {
  readonly item: string
  readonly verdict: Verdict
  readonly edits: Edits
  readonly version: number
  readonly decidedBy: string
  readonly decidedAt: Temporal.Instant
}

/** Mục đọc được, with what was decided about it. */
export type ReviewItem = {
  /** `goal:II.1.1a`, `task:III.3.3`, `recipient:1`: unique in the document. */
  readonly key: string
  readonly kind: ItemKind
  readonly clause: string
  readonly span: Span
  readonly confidence: number
  /** What stands now: as read, or as edited. */
  readonly values: Edits
  readonly text: string
  readonly duty: boolean
  readonly verdict: Verdict | null
  readonly version: number
  readonly decidedBy: string | null
  readonly unsure: boolean
}

/** Below this the reader asks for a look. */
export const SURE = 0.8

/** Thể thức so sánh in words, for the form. */
export const COMPARATORS: Readonly<Record<Comparator, string>> = {
  '>=': 'từ … trở lên',
  '<=': 'không quá',
  '=': 'đạt đúng',
  range: 'trong khoảng',
  '~': 'khoảng',
}

const number = (n: number | null): string => (n === null ? '' : showNumber(n, 6))

/** The editable fields of a goal as text. */
export const goalValues = (g: PlanGoal): Edits => ({
  text: g.text,
  metric: g.metric ?? '',
  comparator: g.comparator ?? '',
  value: number(g.value),
  valueHigh: number(g.valueHigh),
  unit: g.unit ?? '',
  by: g.by === null ? '' : String(g.by),
})

/** The editable fields of a task as text; names one to a line. */
export const taskValues = (t: PlanTask): Edits => ({
  text: t.text,
  lead: t.lead.join('\n'),
  coordinate: t.coordinate.join('\n'),
  due: showDue(t.due),
})

type Bare = Omit<ReviewItem, 'verdict' | 'version' | 'decidedBy' | 'unsure'>

function bareItems(r: PlanReading): Bare[] {
  return [
    ...r.goals.map((g) => ({
      key: `goal:${g.clause}`,
      kind: 'goal' as const,
      clause: g.clause,
      span: g.span,
      confidence: g.confidence,
      values: goalValues(g),
      text: g.text,
      duty: false,
    })),
    ...r.tasks.map((t) => ({
      key: `task:${t.clause}`,
      kind: 'task' as const,
      clause: t.clause,
      span: t.span,
      confidence: t.confidence,
      values: taskValues(t),
      text: t.text,
      duty: t.duty,
    })),
    ...r.recipients.map((p, i) => ({
      key: `recipient:${i + 1}`,
      kind: 'recipient' as const,
      clause: `Nơi nhận ${i + 1}`,
      span: p.span,
      confidence: 1,
      values: { text: p.name },
      text: p.name,
      duty: false,
    })),
  ]
}

/** Every item of the reading in the order of the document, with the decisions made so far. */
export function reviewItems(reading: PlanReading, decisions: readonly ItemDecision[]): ReviewItem[] {
  const made = new Map(decisions.map((d) => [d.item, d]))
  return bareItems(reading).map((b) => {
    const d = made.get(b.key)
    const values = d === undefined ? b.values : { ...b.values, ...d.edits }
    return {
      ...b,
      values,
      text: values.text ?? b.text,
      verdict: d?.verdict ?? null,
      version: d?.version ?? 0,
      decidedBy: d?.decidedBy ?? null,
      unsure: d === undefined && b.confidence < SURE,
    }
  })
}

/** What the officer sends about one item. */
export type Answer = { readonly item: string; readonly verdict: Verdict; readonly edits: Edits }

/**
 * Accepts the answer, or says field by field what must be mended. Edits equal to what was read make no edit.
 * Refuses an item that the reading does not hold.
 */
export function decideItem(reading: PlanReading, answer: Answer): Decision<{ verdict: Verdict; edits: Edits }> {
  const item = bareItems(reading).find((b) => b.key === answer.item)
  if (item === undefined) {
    return refuse(
      'absent',
      'document.item-absent',
      'Không có mục này trong bản đọc. Mở lại văn bản để xem các mục hiện có.',
    )
  }
  if (answer.verdict !== 'edited') return accept({ verdict: answer.verdict, edits: {} })
  const errors = fieldErrors(item.kind, answer.edits)
  if (Object.keys(errors).length > 0) return refuseFields('document.item-wrong', errors)
  const changed = Object.entries(answer.edits).filter(
    ([name, value]) => name in item.values && tidyLines(value) !== item.values[name],
  )
  if (changed.length === 0) return accept({ verdict: 'accepted', edits: {} })
  return accept({ verdict: 'edited', edits: Object.fromEntries(changed.map(([k, v]) => [k, tidyLines(v)])) })
}

const tidyLines = (text: string): string =>
  text
    .split('\n')
    .map(squeeze)
    .filter((row) => row !== '')
    .join('\n')

function fieldErrors(kind: ItemKind, e: Edits): Record<string, string> {
  const errors: Record<string, string> = {}
  if (e.text !== undefined && squeeze(e.text) === '') errors.text = 'Nhập nội dung của mục'
  if (kind === 'task' && readDue(e.due ?? '') === false) {
    errors.due = 'Thời hạn phải là ngày có thật, quý, năm, "hằng năm" hoặc "thường xuyên"'
  }
  return kind === 'goal' ? { ...errors, ...goalErrors(e) } : errors
}

function goalErrors(e: Edits): Record<string, string> {
  const errors: Record<string, string> = {}
  const low = parseNumber(e.value ?? '')
  const high = parseNumber(e.valueHigh ?? '')
  if ((e.value ?? '') !== '' && low === null) errors.value = 'Giá trị phải là một số, ví dụ 85.000 hoặc 4,3'
  if ((e.valueHigh ?? '') !== '' && high === null) errors.valueHigh = 'Giá trị trên phải là một số, ví dụ 20'
  if (e.comparator === 'range' && low !== null && (high === null || high <= low)) {
    errors.valueHigh = `Giá trị trên phải lớn hơn giá trị dưới (${e.value})`
  }
  if (low !== null && (e.comparator ?? '') === '') errors.comparator = 'Chọn cách so sánh với giá trị'
  if (e.comparator !== undefined && e.comparator !== '' && !(e.comparator in COMPARATORS)) {
    errors.comparator = 'Chọn cách so sánh trong danh sách'
  }
  if ((e.by ?? '') !== '' && !/^20\d{2}$/.test(e.by ?? '')) errors.by = 'Năm phải đạt gồm bốn chữ số, ví dụ 2030'
  return errors
}

const lines = (text: string | undefined): string[] => (text ?? '').split('\n').filter((row) => row !== '')

function editedGoal(g: PlanGoal, e: Edits): PlanGoal {
  const v = { ...goalValues(g), ...e }
  const value = parseNumber(v.value ?? '')
  const comparator = value === null ? null : ((v.comparator || null) as Comparator | null)
  return {
    ...g,
    text: v.text ?? g.text,
    metric: v.metric || null,
    comparator,
    rawComparator: comparator === g.comparator ? g.rawComparator : null,
    strict: comparator === g.comparator && g.strict,
    value,
    valueHigh: comparator === 'range' ? parseNumber(v.valueHigh ?? '') : null,
    unit: v.unit || null,
    by: v.by ? Number(v.by) : null,
    qualitative: value === null,
  }
}

function editedTask(t: PlanTask, e: Edits): PlanTask {
  const v = { ...taskValues(t), ...e }
  const lead = lines(v.lead)
  const due = readDue(v.due ?? '')
  const leadKind = lead.length === 0 ? 'none' : lead.length === 1 ? 'named' : 'group'
  return {
    ...t,
    text: v.text ?? t.text,
    lead,
    leadKind: e.lead === undefined ? t.leadKind : leadKind,
    coordinate: lines(v.coordinate),
    due: e.due === undefined || due === false ? t.due : due,
  }
}

const editedRecipient = (p: Recipient, e: Edits): Recipient => ({ ...p, name: e.text ?? p.name })

/** The reading with the decisions carried out: rejected items left out, edited ones replaced. */
export function applyDecisions(reading: PlanReading, decisions: readonly ItemDecision[]): PlanReading {
  const made = new Map(decisions.map((d) => [d.item, d]))
  const keep = <T>(list: readonly T[], key: (x: T, i: number) => string, edit: (x: T, e: Edits) => T): T[] =>
    list.flatMap((x, i) => {
      const d = made.get(key(x, i))
      if (d?.verdict === 'rejected') return []
      return [d?.verdict === 'edited' ? edit(x, d.edits) : x]
    })
  return {
    ...reading,
    goals: keep(reading.goals, (g) => `goal:${g.clause}`, editedGoal),
    tasks: keep(reading.tasks, (t) => `task:${t.clause}`, editedTask),
    recipients: keep(reading.recipients, (_, i) => `recipient:${i + 1}`, editedRecipient),
  }
}
