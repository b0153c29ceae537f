/** Đọc cho bảng điều hành và tổng quan: goals, late bodies, what must be decided; live, from the modules above. */
import { dayOf, showDay, showInstant, yearOf } from '../../kernel/day.ts'
import { showNumber } from '../../kernel/number.ts'
import type { Ctx } from '../../platform/action.ts'
import { type IndicatorView, indicatorViews, meetsTarget, targetWords } from '../indicators/public.ts'
import { currentProgramme, goalsOf } from '../programme/public.ts'
import { type Obligation, obligationsOf, openPeriods, STATES } from '../reporting/public.ts'
import { type TaskRow, taskRows } from '../tasks/public.ts'
import type { BoardView, Late, Matter } from './pages/board.ts'
import type { OverviewView } from './pages/overview.ts'
import { standingOf } from './rules/standing.ts'
import type { GoalLine } from './words.ts'

const figure = (value: number, unit: string): string =>
  unit === '%' ? `${showNumber(value, 1)}%` : showNumber(value, 1)

/** One goal with its course. The figures of one year count once: the newest of that year. */
function goalLine(i: IndicatorView, lead: string | null): GoalLine {
  const valid = i.values.filter((v) => v.supersededAt === null)
  const years = [...new Set(valid.map((v) => v.year))].sort((a, b) => a - b)
  const values = years.flatMap((year) => {
    const of = valid.find((v) => v.year === year)
    return of ? [{ year, value: of.value }] : []
  })
  const latest = valid[0]
  const rivals = latest ? valid.filter((v) => v.year === latest.year).map((v) => v.value) : []
  const conflict = new Set(rivals).size > 1
  const met = latest && !conflict ? meetsTarget(i, latest.value) : null
  return {
    code: i.code,
    name: i.name,
    href: `/chi-tieu/${i.code}`,
    current: latest
      ? conflict
        ? `${figure(Math.min(...rivals), i.unit)}–${figure(Math.max(...rivals), i.unit)}`
        : figure(latest.value, i.unit)
      : '',
    target: targetWords(i),
    asOf: latest ? showDay(latest.asOf) : '',
    values,
    targetValue: i.target,
    targetYear: i.byYear,
    standing: standingOf({ conflict, values, target: i.target, targetYear: i.byYear, direction: i.direction, met }),
    custodian: lead ?? i.custodianName ?? '',
  }
}

/** Every quantified goal of the plan, in its order. */
async function goalLines(ctx: Ctx, programmeId: string): Promise<GoalLine[]> {
  const goals = new Map((await goalsOf(ctx.tx, programmeId, dayOf(ctx.now))).map((g) => [g.code, g.leadName]))
  return (await indicatorViews(ctx.tx)).map((i) => goalLine(i, goals.get(i.code) ?? null))
}

const lateReport = (o: Obligation): Late => ({
  name: o.unitName,
  what: `Báo cáo năm ${o.year}: ${STATES[o.state].label.toLowerCase()}`,
  days: o.daysOverdue,
  href: `/tong-hop/${o.year}?loc=qua-han`,
})
const lateTask = (r: TaskRow): Late => ({
  name: r.leadName ?? '',
  what: `Nhiệm vụ ${r.task.code}`,
  days: r.daysLate,
  href: `/nhiem-vu/${r.task.code}`,
})

function matters(tasks: readonly TaskRow[], goals: readonly GoalLine[]): Matter[] {
  const unclear = tasks.filter((r) => !r.task.clear).length
  const divided = tasks.filter((r) => r.task.clear && r.task.leadEnded !== null)
  const done = tasks.filter((r) => r.state === 'cho-xac-nhan').length
  const blind = goals.filter((g) => g.standing === 'chua-co-nguon')
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
export async function readBoard(ctx: Ctx): Promise<BoardView> {
  const programme = await currentProgramme(ctx.tx)
  const today = dayOf(ctx.now)
  if (programme === null)
    return { programme: null, goals: [], late: [], matters: [], period: null, asOf: showInstant(ctx.now) }
  const goals = await goalLines(ctx, programme.id)
  const tasks = await taskRows(ctx.tx, programme.id, today)
  const periods = await openPeriods(ctx.tx)
  const reports: Obligation[] = []
  for (const p of periods.slice(0, 2)) reports.push(...(await obligationsOf(ctx.tx, p.year, ctx.now)))
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
          dueBefore: showDay(open.dueBefore),
          sent: reports.filter((o) => o.year === open.year && o.submittedAt !== null).length,
          owed: reports.filter((o) => o.year === open.year && !['mien', 'ke-thua'].includes(o.state)).length,
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
  for (const { year, dueBefore } of periods.slice(0, 2))
    years.push({ year, dueBefore, obligations: await obligationsOf(ctx.tx, year, ctx.now) })
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
