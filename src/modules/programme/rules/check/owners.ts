/** Chủ trì và thời hạn: tasks without one leading body, without a deadline, or with one that had passed when the plan was issued. */
import { type Day, parseDay, showDay } from '../../../../kernel/day.ts'
import type { PlanReading } from '../../../documents/public.ts'
import { type Draft, percent, step } from './finding.ts'
import type { CheckInput } from './input.ts'

type Task = PlanReading['tasks'][number]

/** "III.2, III.3": the headings the tasks stand under. */
const headings = (tasks: readonly Task[]): string =>
  [...new Set(tasks.map((t) => t.section ?? t.clause))].slice(0, 6).join(', ')

function noOwner(input: CheckInput): Draft[] {
  const { tasks } = input.reading
  const work = tasks.filter((t) => !t.duty && !t.support)
  const open = work.filter((t) => t.leadKind !== 'named')
  const none = open.filter((t) => t.leadKind === 'none')
  if (open.length === 0) return []
  const ratio = step(open.length, '/', work.length)
  const share = step(ratio.result, '*', 100)
  const groups = step(open.length, '-', none.length)
  const detail = groups.result === 0 ? '' : `; ${groups.result} nhiệm vụ giao chung cho nhiều cơ quan`
  return [
    {
      kind: 'no-owner',
      clause: headings(open),
      spans: open.map((t) => t.span),
      arithmetic: `${open.length} : ${work.length} = ${percent(share.result)} nhiệm vụ không nêu một cơ quan chủ trì: ${none.length} không nêu cơ quan nào${detail}. Các mục: ${open.map((t) => t.clause).join(', ')}.`,
      steps: [ratio, share, groups],
    },
  ]
}

/** A quota of every year needs no last year. */
const YEARLY = /(?:hằng|hàng|mỗi|từng|bình\s+quân)\s+năm|\/năm/iu

function noDeadline(input: CheckInput): Draft[] {
  const work = input.reading.tasks.filter((t) => !t.duty)
  const open = work.filter((t) => t.due === null)
  const goals = input.reading.goals.filter(
    (g) => g.value !== null && g.by === null && !YEARLY.test(`${g.text} ${g.unit}`),
  )
  const out: Draft[] = []
  if (open.length > 0)
    out.push({
      kind: 'no-deadline',
      clause: headings(open),
      spans: open.map((t) => t.span),
      arithmetic: `${open.length} trong ${work.length} nhiệm vụ không nêu thời hạn: ${open.map((t) => t.clause).join(', ')}.`,
    })
  if (goals.length > 0)
    out.push({
      kind: 'no-deadline',
      clause: goals
        .map((g) => g.clause)
        .slice(0, 6)
        .join(', '),
      spans: goals.map((g) => g.span),
      arithmetic: `${goals.length} chỉ tiêu có số không nêu năm phải đạt: ${goals.map((g) => g.clause).join(', ')}.`,
    })
  return out
}

const MONTHS_OF_QUARTER: Readonly<Record<string, string>> = { '1': '03', '2': '06', '3': '09', '4': '12' }

/** The last day that a deadline of one time allows; null for recurring, open and unnamed ones. */
export function lastDay(due: string | null): Day | null {
  const m = /^(\d{4})(?:-(?:(\d{2})(?:-(\d{2}))?|Q([1-4])))?$/.exec(due ?? '')
  if (!m) return null
  if (m[3] !== undefined) return parseDay(due ?? '')
  const month = m[2] ?? MONTHS_OF_QUARTER[m[4] ?? '4'] ?? '12'
  const first = parseDay(`${m[1]}-${month}-01`)
  if (first === null) return null
  return Temporal.PlainDate.from(first).add({ months: 1 }).subtract({ days: 1 }).toString() as Day
}

/** Tasks whose deadline lay before the day of the document; only where that day is known. */
function pastDeadlines(input: CheckInput): Draft[] {
  if (!['given', 'written', 'month'].includes(input.on.basis)) return []
  return input.reading.tasks.flatMap((t): Draft[] => {
    const last = lastDay(t.due)
    if (last === null || last >= input.on.day) return []
    return [
      {
        kind: 'deadline-past',
        clause: t.clause,
        spans: [t.span],
        arithmetic:
          `Thời hạn ${t.dueRaw ?? ''} hết vào ngày ${showDay(last)}, trước ngày ${showDay(input.on.day)} của văn bản.`.replace(
            '  ',
            ' ',
          ),
      },
    ]
  })
}

/** What is wrong with owners and deadlines. */
export const ownersAndDeadlines = (input: CheckInput): Draft[] => [
  ...noOwner(input),
  ...pastDeadlines(input),
  ...noDeadline(input),
]
