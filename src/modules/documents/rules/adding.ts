/**
 * Thêm mục: a stretch of the text that the reader passed over becomes a goal or a task. The reader reads the stretch alone
 * for its figures and names; the officer confirms them.
 */
import { accept, type Decision, refuseFields } from '../../../kernel/result.ts'
import { squeeze } from '../../../kernel/text.ts'
import type { PlanReading, PlanSection, Span } from '../words.ts'
import { type Edits, goalValues, taskValues } from './item-values.ts'
import { readPlan } from './read-plan.ts'
import type { ReviewItem } from './review.ts'

/** What the officer gives. */
export type NewItem = {
  readonly kind: 'goal' | 'task'
  readonly text: string
  /** The stretch chosen at the left; null when the words were typed. */
  readonly span: Span | null
  /** Number of the heading it belongs to; "" = the heading above the words. */
  readonly section: string
}

/** Every heading in the order of the document. */
export const headings = (list: readonly PlanSection[]): PlanSection[] =>
  list.flatMap((s) => [s, ...headings(s.children)])

/** The heading above a place of the text, or null. */
export const headingAt = (reading: PlanReading, at: number): PlanSection | null =>
  headings(reading.sections).findLast((s) => s.span[0] <= at) ?? null

/** Where words stand in the text, whatever the line breaks between them; null when they are nowhere. */
export function placeOfWords(text: string, words: string): Span | null {
  const parts = squeeze(words)
    .split(' ')
    .map((w) => RegExp.escape(w))
  if (parts.join('') === '') return null
  const found = new RegExp(parts.join('\\s+')).exec(text)
  return found === null ? null : [found.index, found.index + found[0].length]
}

/**
 * The values of an added item: its words, its place, the next free number under its heading, and what the reader finds in
 * them. Refuses no words, and words that stand nowhere in the text while no heading is chosen.
 */
export function newItem(reading: PlanReading, items: readonly ReviewItem[], given: NewItem): Decision<Edits> {
  const text = squeeze(given.text)
  if (text === '')
    return refuseFields('document.add-nothing', { text: 'Chọn một đoạn của văn bản hoặc nhập nội dung của mục' })
  const inText = given.span !== null && given.span[1] > given.span[0] && given.span[1] <= reading.text.length
  const span = inText ? given.span : placeOfWords(reading.text, text)
  const chosen = headings(reading.sections).find((s) => s.path === given.section)
  const heading = chosen ?? (span === null ? undefined : (headingAt(reading, span[0]) ?? undefined))
  if (span === null && heading === undefined && reading.sections.length > 0) {
    return refuseFields('document.add-nowhere', {
      section: 'Nội dung này không có nguyên văn trong văn bản. Chọn đề mục mà nó thuộc về',
    })
  }
  const [from, to] = span ?? heading?.span ?? [0, 0]
  const section = heading?.path ?? ''
  return accept({
    ...valuesRead(given.kind, text),
    clause: nextClause(section, given.kind, items),
    section,
    from: String(from),
    to: String(to),
  })
}

/** "III.2.6" after "III.2.5"; never one that is there already. */
function nextClause(section: string, kind: string, items: readonly ReviewItem[]): string {
  const prefix = section === '' ? '' : `${section}.`
  const used = items
    .filter((i) => i.kind === kind && i.clause.startsWith(prefix))
    .map((i) => i.clause.slice(prefix.length))
  const numbers = used.flatMap((u) => (/^\d+[a-z]?$/.test(u) ? [Number.parseInt(u, 10)] : []))
  return `${prefix}${Math.max(0, ...numbers) + 1}`
}

/** Headings under which a lone sentence is read as a goal, as a task. */
const UNDER = {
  goal: 'II. MỤC TIÊU\n1. Mục tiêu cụ thể\n- ',
  task: 'III. NHIỆM VỤ, GIẢI PHÁP\n1. Nhiệm vụ\n- ',
} as const

function valuesRead(kind: 'goal' | 'task', text: string): Edits {
  const alone = readPlan(`KẾ HOẠCH\n${UNDER[kind]}${text}\n`)
  const goal = alone.goals[0]
  const task = alone.tasks[0]
  if (kind === 'goal') return { ...(goal === undefined ? NO_GOAL : goalValues(goal)), text }
  return { ...(task === undefined ? NO_TASK : taskValues(task)), text }
}

const NO_GOAL: Edits = { metric: '', comparator: '', value: '', valueHigh: '', unit: '', by: '' }
const NO_TASK: Edits = { lead: '', coordinate: '', due: '', product: '', request: '' }
