/**
 * Nội dung của từng loại mục: the editable fields of what was read, as the text an officer sees and types, and back again.
 * A field that was not edited keeps the value read, with all the reader knew of it.
 */
import { parseDay, showDay } from '../../../kernel/day.ts'
import { parseNumber, showNumber } from '../../../kernel/number.ts'
import type {
  Comparator,
  PlanGoal,
  PlanReading,
  PlanReference,
  PlanTask,
  Recipient,
  RecurringReport,
  ReportPeriod,
  Signer,
} from '../words.ts'
import { pad, readDue, showDue } from './due.ts'

/** Sửa đổi: field name -> text as typed. */
export type Edits = Readonly<Record<string, string>>

/** Names of every field an officer may edit. */
export const EDITABLE = [
  'text',
  'metric',
  'comparator',
  'value',
  'valueHigh',
  'unit',
  'by',
  'lead',
  'coordinate',
  'due',
  'product',
  'request',
  'number',
  'date',
  'issuer',
  'from',
  'to',
  'via',
  'period',
  'docType',
  'post',
  'capacity',
  'authority',
] as const

/** "Trên", "dưới": a bound that does not itself meet the goal; in a reading it is `>=` or `<=` with `strict`. */
type StrictBound = '>' | '<'

const asTyped = (g: Pick<PlanGoal, 'comparator' | 'strict'>): string =>
  g.strict && g.comparator === '>=' ? '>' : g.strict && g.comparator === '<=' ? '<' : (g.comparator ?? '')

function bound(typed: string | undefined): { comparator: Comparator | null; strict: boolean } {
  if (typed === '>') return { comparator: '>=', strict: true }
  if (typed === '<') return { comparator: '<=', strict: true }
  return { comparator: (typed || null) as Comparator | null, strict: false }
}

/** Thể thức so sánh in words, for the form. */
export const COMPARATORS: Readonly<Record<Comparator | StrictBound, string>> = {
  '>=': 'từ … trở lên',
  '>': 'trên',
  '<=': 'không quá',
  '<': 'dưới',
  '=': 'đạt đúng',
  range: 'trong khoảng',
  '~': 'khoảng',
}

/** Kỳ báo cáo in words, for the form. */
export const PERIOD_LABELS: Readonly<Record<ReportPeriod, string>> = {
  yearly: 'Hằng năm',
  'half-yearly': '6 tháng',
  quarterly: 'Hằng quý',
  monthly: 'Hằng tháng',
  'as-required': 'Đột xuất, theo yêu cầu',
}

const number = (n: number | null): string => (n === null ? '' : showNumber(n, 6))

/** The editable fields of a goal as text. */
export const goalValues = (g: PlanGoal): Edits => ({
  text: g.text,
  metric: g.metric ?? '',
  comparator: asTyped(g),
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
  // Readings kept before the reader looked for these have neither.
  product: t.product ?? '',
  request: t.request === true ? '1' : '',
})

/** The editable fields of a referenced document. */
export const referenceValues = (r: PlanReference): Edits => ({
  text: r.kind,
  number: r.number,
  date: r.date === null ? '' : showDay(parseDay(r.date)),
  issuer: r.issuer ?? '',
})

/** The editable fields of a reporting duty. */
export const reportValues = (r: RecurringReport): Edits => ({
  text: r.text,
  from: r.from ?? '',
  to: r.to ?? '',
  via: r.via ?? '',
  period: r.period ?? '',
  due: showReportDue(r.due),
})

/** The editable fields of the head of the document; its number and date are given when it is adopted. */
export const headValues = (r: PlanReading): Edits => ({
  text: r.title ?? '',
  docType: r.docType ?? '',
  issuer: r.issuer ?? '',
})

/** The editable fields of the signer. */
export const signerValues = (s: Signer | null): Edits => ({
  text: s?.name ?? '',
  post: s?.post ?? '',
  capacity: s?.capacity ?? '',
  authority: s?.authority ?? '',
})

/** The days of a reporting duty as typed: "15/06; 05/12", "ngày 20". */
export function showReportDue(due: RecurringReport['due']): string {
  const list = due === null ? [] : typeof due === 'string' ? [due] : due
  return list
    .map((d) => (d.startsWith('*-') ? `ngày ${Number(d.slice(2))}` : `${d.slice(3)}/${d.slice(0, 2)}`))
    .join('; ')
}

/** The normal form of typed days; null = none, false = not understood. */
export function readReportDue(typed: string): RecurringReport['due'] | false {
  const parts = typed.split(/[;,]/).flatMap((p) => (p.trim() === '' ? [] : [p.trim()]))
  const days = parts.map((p) => {
    const monthly = /^(?:ngày\s*)?(\d{1,2})$/i.exec(p)
    if (monthly && Number(monthly[1]) >= 1 && Number(monthly[1]) <= 31) return `*-${pad(monthly[1])}`
    const yearly = /^(?:ngày\s*)?(\d{1,2})[/-](\d{1,2})$/i.exec(p)
    return yearly && parseDay(`2024-${pad(yearly[2])}-${pad(yearly[1])}`) ? `${pad(yearly[2])}-${pad(yearly[1])}` : null
  })
  const known = days.filter((d): d is string => d !== null)
  if (known.length < days.length) return false
  return known.length === 0 ? null : known.length === 1 ? (known[0] ?? null) : known
}

const lines = (text: string | undefined): string[] => (text ?? '').split('\n').filter((row) => row !== '')

/** The goal as edited. */
export function editedGoal(g: PlanGoal, e: Edits): PlanGoal {
  const v = { ...goalValues(g), ...e }
  const value = parseNumber(v.value ?? '')
  const { comparator, strict } = bound(value === null ? '' : v.comparator)
  return {
    ...g,
    text: v.text ?? g.text,
    metric: v.metric || null,
    comparator,
    rawComparator: v.comparator === asTyped(g) ? g.rawComparator : null,
    strict,
    value,
    valueHigh: comparator === 'range' ? parseNumber(v.valueHigh ?? '') : null,
    unit: v.unit || null,
    by: v.by ? Number(v.by) : null,
    direction: comparator === '<=' && g.comparator !== '<=' ? 'down' : g.direction,
    qualitative: value === null,
  }
}

/** The task as edited. */
export function editedTask(t: PlanTask, e: Edits): PlanTask {
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
    dueRaw: e.due === undefined || due === false || due === t.due ? t.dueRaw : null,
    product: v.product || null,
    request: v.request === '1',
  }
}

/** The recipient as edited. */
export const editedRecipient = (p: Recipient, e: Edits): Recipient => ({ ...p, name: e.text ?? p.name })

/** The reference as edited; a corrected number is taken as well written. */
export function editedReference(r: PlanReference, e: Edits): PlanReference {
  const v = { ...referenceValues(r), ...e }
  return {
    ...r,
    kind: v.text || r.kind,
    number: v.number || r.number,
    normalised: e.number === undefined ? (r.normalised ?? null) : null,
    date: parseDay(v.date ?? ''),
    issuer: v.issuer || null,
  }
}

/** The reporting duty as edited. */
export function editedReport(r: RecurringReport, e: Edits): RecurringReport {
  const v = { ...reportValues(r), ...e }
  const due = e.due === undefined ? r.due : readReportDue(e.due)
  return {
    ...r,
    text: v.text ?? r.text,
    from: v.from || null,
    to: v.to || null,
    toImplied: e.to === undefined && r.toImplied,
    via: v.via || null,
    period: (v.period || null) as ReportPeriod | null,
    due: due === false ? r.due : due,
  }
}

/** The head as edited. */
export function editedHead(r: PlanReading, e: Edits): Pick<PlanReading, 'title' | 'docType' | 'issuer'> {
  const v = { ...headValues(r), ...e }
  return { title: v.text || null, docType: v.docType || null, issuer: v.issuer || null }
}

/** The signer as edited; `end` = where one stands that was not read. */
export function editedSigner(s: Signer | null, e: Edits, end: number): Signer | null {
  const v = { ...signerValues(s), ...e }
  if (s === null && Object.values(v).every((x) => x === '')) return null
  return {
    authority: v.authority || null,
    capacity: v.capacity || null,
    post: v.post || null,
    name: v.text || null,
    span: s?.span ?? [end, end],
  }
}
