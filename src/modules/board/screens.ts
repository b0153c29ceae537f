/** Đọc cho bảng điều hành và tổng quan: goals, late bodies, what must be decided; live, from the modules above. */
import { addDays, dayOf, parseDay, showDay, showInstant, startOf, yearOf } from '../../kernel/day.ts'
import type { Ctx } from '../../platform/action.ts'
import { factsSince, type LedgerLine } from '../../platform/ledger/record.ts'
import type { Measure } from '../../platform/measure.ts'
import { type Course, readCourses } from '../goals/public.ts'
import { currentProgramme } from '../programme/public.ts'
import { HREF, type Obligation, obligationsOf, openPeriods, STATES } from '../reporting/public.ts'
import { type TaskRow, taskRows } from '../tasks/public.ts'
import type { BoardView, Late, Matter } from './pages/board.ts'
import type { ChangesView } from './pages/changes.ts'
import type { OverviewView } from './pages/overview.ts'
import { changesBetween } from './rules/changes.ts'

const periodOf = ({ regime, year }: Obligation) => ({ regime, year })

const lateReport = (o: Obligation): Late => ({
  name: o.unitName,
  what: `${o.title}: ${STATES[o.state].label.toLowerCase()}`,
  days: o.daysOverdue,
  href: `${HREF.collection(periodOf(o))}?loc=qua-han`,
  of: 'report',
  all: `${HREF.collection(periodOf(o))}?loc=qua-han`,
})
type Period = Awaited<ReturnType<typeof openPeriods>>[number]

const lateTask = (r: TaskRow): Late => ({
  name: r.leadName ?? 'Chưa rõ cơ quan chủ trì',
  what: `Nhiệm vụ ${r.task.code}`,
  days: r.daysLate,
  href: `/nhiem-vu/${r.task.code}`,
  of: 'task',
  all: '/nhiem-vu?loc=qua-han',
})

/** The periods of the two newest years, of every regime. */
function recentPeriods(periods: readonly Period[]): readonly Period[] {
  const years = [...new Set(periods.map((p) => p.year))].slice(0, 2)
  return periods.filter((p) => years.includes(p.year))
}
const namedAs = (p: Period) => ({ regime: p.slug, year: p.year })
const isOf = (o: Obligation, p: Period): boolean => o.regime === p.slug && o.year === p.year

function matters(tasks: readonly TaskRow[], goals: readonly Course[]): Matter[] {
  const unclear = tasks.filter((r) => !r.task.clear).length
  const divided = tasks.filter((r) => r.task.clear && r.task.leadEnded !== null)
  const done = tasks.filter((r) => r.state === 'cho-xac-nhan').length
  const blind = goals.filter((g) => g.progress === 'chua-co-nguon')
  return [
    ...(unclear > 0
      ? [
          {
            what: `${unclear} nhiệm vụ chưa rõ cơ quan chủ trì`,
            why: 'Giao một cơ quan chịu trách nhiệm cho từng nhiệm vụ',
            href: '/nhiem-vu?loc=chua-ro',
            count: unclear,
          },
        ]
      : []),
    ...divided.map((r) => ({
      what: `Nhiệm vụ ${r.task.code}: cơ quan chủ trì đã kết thúc`,
      why: `${r.task.leadNamed.join(', ')} → ${r.task.successors.map((s) => s.name).join(', ') || 'chưa xác định cơ quan kế thừa'}`,
      href: `/nhiem-vu/${r.task.code}`,
      count: 1,
    })),
    ...(blind.length > 0
      ? [
          {
            what: `${blind.length} mục tiêu chưa có nguồn số liệu`,
            why: 'Giao cơ quan cung cấp và chốt cách tính',
            href: '/chi-tieu',
            count: blind.length,
          },
        ]
      : []),
    ...(done > 0
      ? [
          {
            what: `${done} nhiệm vụ chờ xác nhận hoàn thành`,
            why: 'Xem bằng chứng và xác nhận',
            href: '/nhiem-vu?loc=cho-xac-nhan',
            count: done,
          },
        ]
      : []),
  ]
}

/** What the leader's page shows. */
export async function readBoard(ctx: Ctx, measures: readonly Measure[]): Promise<BoardView> {
  const programme = await currentProgramme(ctx.tx)
  const today = dayOf(ctx.now)
  if (programme === null)
    return { programme: null, goals: [], late: [], matters: [], period: null, asOf: showInstant(ctx.now) }
  const goals = await readCourses(ctx, measures)
  const tasks = await taskRows(ctx.tx, programme.id, today)
  const periods = await openPeriods(ctx.tx)
  const reports: Obligation[] = []
  for (const p of recentPeriods(periods)) reports.push(...(await obligationsOf(ctx.tx, namedAs(p), ctx.now)))
  const late = [
    ...reports.filter((o) => o.daysOverdue > 0).map(lateReport),
    ...tasks.filter((r) => r.state === 'qua-han').map(lateTask),
  ]
  const open = periods[0]
  return {
    programme: { number: programme.number, title: programme.title },
    goals,
    late: late.sort((a, b) => b.days - a.days),
    matters: matters(tasks, goals),
    period: open
      ? {
          year: open.year,
          title: open.title,
          dueBefore: showDay(open.dueBefore),
          sent: reports.filter((o) => isOf(o, open) && o.submittedAt !== null).length,
          owed: reports.filter((o) => isOf(o, open) && !['mien', 'ke-thua'].includes(o.state)).length,
        }
      : null,
    asOf: showInstant(ctx.now),
  }
}

/** What the first page of the department shows. */
export async function readOverview(ctx: Ctx): Promise<OverviewView> {
  const programme = await currentProgramme(ctx.tx)
  const year = yearOf(dayOf(ctx.now))
  const tasks = programme ? await taskRows(ctx.tx, programme.id, dayOf(ctx.now)) : []
  const periods = await openPeriods(ctx.tx)
  const years: OverviewView['periods'][number][] = []
  for (const p of recentPeriods(periods)) {
    const { title, dueBefore } = p
    years.push({ ...namedAs(p), title, dueBefore, obligations: await obligationsOf(ctx.tx, namedAs(p), ctx.now) })
  }
  return {
    programme: programme ? { number: programme.number } : null,
    year,
    today: dayOf(ctx.now),
    periods: years,
    tasks: {
      total: tasks.length,
      unclear: tasks.filter((r) => !r.task.clear).length,
      late: tasks.filter((r) => r.state === 'qua-han').length,
      toAccept: tasks.filter((r) => r.state === 'cho-xac-nhan').length,
    },
  }
}

/** Kinds of facts a leader is told of: what changes where the plan stands. */
const TOLD =
  /^(indicator\.|goals\.|task\.|programme\.|reporting\.period|report\.(submitted|accepted|returned)|organisations\.event)/
const MOST_EVENTS = 12
const MOST_FACTS = 2000
/** What is compared with when no day is chosen. */
const DAYS_BACK = 20

/** What changed since the end of a day. */
export async function readChanges(
  ctx: Ctx,
  handed: { measures: () => readonly Measure[]; sentenceOf: (line: LedgerLine) => string },
  typed: string,
): Promise<ChangesView> {
  const today = dayOf(ctx.now)
  const asked = typed === '' ? null : parseDay(typed)
  const since = asked !== null && asked < today ? asked : addDays(today, -DAYS_BACK)
  const before = await readCourses(ctx, handed.measures(), since, since)
  const now = await readCourses(ctx, handed.measures())
  const told = (await factsSince(ctx.tx, startOf(addDays(since, 1)), MOST_FACTS)).filter((l) => TOLD.test(l.kind))
  return {
    since,
    today,
    wrong: typed !== '' && since !== asked ? typed : null,
    changes: changesBetween(before, now),
    events: told.slice(0, MOST_EVENTS).map((l) => ({ at: l.at, who: l.actor_name, what: handed.sentenceOf(l) })),
    more: Math.max(0, told.length - MOST_EVENTS),
  }
}
