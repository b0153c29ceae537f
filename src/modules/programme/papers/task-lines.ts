/** Dòng của danh mục nhiệm vụ: one task in the words of the columns that officials use, for Excel and Word alike. */
import { type Day, showDay } from '../../../kernel/day.ts'
import { dueOfReading, dueWords } from '../rules/due.ts'
import type { Exchange, ExchangeTask } from '../rules/exchange-shape.ts'

/** Dòng của danh mục. `due` is a day where there is one, otherwise its words. */
export type TaskLine = {
  readonly work: string
  readonly lead: string
  readonly partners: string
  readonly due: { readonly day: Day } | string
  readonly product: string
  readonly state: string
}

/** Nhóm của danh mục, under the heading of the plan. */
export type TaskGroup = { readonly title: string; readonly lines: readonly TaskLine[] }

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

function dueOf(t: ExchangeTask): TaskLine['due'] {
  const due = t.assigned?.due ?? dueOfReading(t.written.due, t.written.dueText)
  if (due.kind === 'day' && due.day !== null) return { day: due.day }
  return due.kind === 'none' ? (t.written.dueText ?? '') : capital(dueWords(due))
}

const lineOf = (t: ExchangeTask, stage: Exchange['stage'], states: ReadonlyMap<string, string>): TaskLine => ({
  work: `${t.code}. ${t.text}`,
  lead: t.assigned?.lead.name ?? t.written.lead.join('; '),
  partners: (t.assigned === null || t.assigned.coordinate.length === 0
    ? t.written.coordinate
    : t.assigned.coordinate.map((c) => c.name)
  ).join('; '),
  due: dueOf(t),
  product: t.assigned?.product || (t.written.product ?? ''),
  state: states.get(t.code) ?? stateOf(t, stage),
})

const stateOf = (t: ExchangeTask, stage: Exchange['stage']): string =>
  t.assigned !== null ? 'Đã giao' : stage === 'adopted' ? 'Chưa rõ chủ trì' : ''

/** The tasks under their headings, in the order of the plan. */
export function taskGroups(x: Exchange, states: ReadonlyMap<string, string>): TaskGroup[] {
  const groups: { title: string; section: string | null; lines: TaskLine[] }[] = []
  for (const t of x.tasks) {
    const last = groups.at(-1)
    if (last !== undefined && last.section === t.section) last.lines.push(lineOf(t, x.stage, states))
    else groups.push({ title: titleOf(x, t), section: t.section, lines: [lineOf(t, x.stage, states)] })
  }
  return groups
}

function titleOf(x: Exchange, t: ExchangeTask): string {
  const section = x.sections.find((s) => s.code === t.section)
  if (section !== undefined) return `${section.code}. ${section.title}`
  return t.duty ? 'Trách nhiệm tổ chức thực hiện' : 'Nhiệm vụ'
}

/** "Kế hoạch số 1459/KH-UBND ngày 22/04/2024 của UBND tỉnh …", with what the document leaves blank left out. */
export function nameOfPlan(x: Exchange): string {
  const { number, date, issuer } = x.programme
  const kind = capital((x.programme.kind ?? 'Văn bản').toLowerCase())
  return `${kind}${number === null ? ' chưa ghi số' : ` số ${number}`}${date === null ? '' : ` ngày ${showDay(date)}`}${issuer ? ` của ${issuer}` : ''}`
}
