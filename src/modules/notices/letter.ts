/** Gom số liệu của công văn đôn đốc: exactly the late bodies of this moment, the issuer of this day, who was reminded how often. */
import { addDays, type Day, dayOf, showDay, showDayInDocument, showTime } from '../../kernel/day.ts'
import { accept, type Decision, refuse } from '../../kernel/result.ts'
import { midSentence } from '../../kernel/text.ts'
import type { Ctx } from '../../platform/action.ts'
import { peopleInCharge } from '../accounts/public.ts'
import { issuerOn, UNIT_GROUPS, type Unit, unitsOn } from '../organisations/public.ts'
import { currentProgramme } from '../programme/public.ts'
import { type Obligation, obligationsOf, PLAN_REGIME, STATES } from '../reporting/public.ts'
import type { UrgingLetterInput } from './papers/urging-letter.ts'
import { type PeriodAsked, periodAsked } from './period.ts'
import { owesReport } from './rules/duties.ts'
import { reminderCounts } from './views.ts'

/** Cơ quan quá hạn: one row of the list to urge. */
export type LateRow = {
  obligation: Obligation
  group: string
  officer: string | null
  phone: string | null
  reminders: number
}

const ANSWER_DAYS = 3

/** Bodies whose report is past its day and still owed, by group and name. */
export const lateRows = async (ctx: Ctx, of: PeriodAsked): Promise<LateRow[]> =>
  rowsOf(ctx, (await obligationsOf(ctx.tx, of, ctx.now)).filter(isLate))

const isLate = (o: Obligation): boolean => owesReport(o) && o.daysOverdue > 0

async function rowsOf(ctx: Ctx, late: readonly Obligation[]): Promise<LateRow[]> {
  const units = new Map((await unitsOn(ctx.tx, dayOf(ctx.now))).map((u) => [u.id, u]))
  const people = await peopleInCharge(
    ctx.tx,
    late.map((o) => o.unitId),
    'co-quan',
    dayOf(ctx.now),
  )
  const counts = await reminderCounts(
    ctx.tx,
    late.map((o) => o.id),
  )
  const order = Object.keys(UNIT_GROUPS)
  const groupOf = (u: Unit | undefined) => u?.group ?? 'don-vi-su-nghiep'
  return late
    .map((o) => ({
      obligation: o,
      rank: order.indexOf(groupOf(units.get(o.unitId))),
      group: UNIT_GROUPS[groupOf(units.get(o.unitId))].label,
      officer: people.get(o.unitId)?.name ?? null,
      phone: people.get(o.unitId)?.phone ?? null,
      reminders: counts.get(o.unitId) ?? 0,
    }))
    .sort((a, b) => a.rank - b.rank || a.obligation.unitName.localeCompare(b.obligation.unitName, 'vi'))
}

/** Everything the letter says, for the chosen late bodies (all when none is chosen). Refuses when nobody is late. */
export async function letterInput(
  ctx: Ctx,
  of: PeriodAsked,
  chosen: readonly string[],
): Promise<Decision<{ input: UrgingLetterInput; unitIds: string[]; regime: string; title: string }>> {
  const programme = await currentProgramme(ctx.tx)
  if (programme === null) return refuse('conflict', 'programme.absent', 'Chưa có kế hoạch trong hệ thống.')
  const { regime, year, title, form, issuedBy } = await periodAsked(ctx.tx, of)
  const all = await obligationsOf(ctx.tx, of, ctx.now)
  const asked = (o: Obligation): boolean => chosen.length === 0 || chosen.includes(o.unitId)
  const rows = await rowsOf(
    ctx,
    all.filter((o) => isLate(o) && asked(o)),
  )
  if (rows.length === 0)
    return refuse(
      'conflict',
      'urging.nobody-late',
      `Không có cơ quan nào quá hạn ${midSentence(title)}. Chưa soạn công văn.`,
    )
  const today = dayOf(ctx.now)
  const issuer = await issuerOn(ctx.tx, programme.territoryId, today)
  const adopted = await issuerOn(ctx.tx, programme.territoryId, programme.date)
  const head = (await peopleInCharge(ctx.tx, [issuer.homeAffairs.id], 'thu-truong', today)).get(issuer.homeAffairs.id)
  const bound = all.filter((o) => !['mien', 'ke-thua', 'chua-mo'].includes(o.state))
  const dueBefore = rows[0]?.obligation.dueBefore ?? (`${year}-12-05` as Day)
  return accept({
    regime,
    title,
    unitIds: rows.map((r) => r.obligation.unitId).sort(),
    input: {
      issuer: { superior: issuer.committee.officeName, body: issuer.homeAffairs.officeName, place: issuer.place },
      number: { number: null, symbol: 'SNV-CCVC' },
      date: today,
      year,
      plan: `Kế hoạch số ${programme.number}`,
      planInFull: `Kế hoạch số ${programme.number} ${showDayInDocument(programme.date)} của ${adopted.committee.officeName} ${lowerFirst(programme.title)}`,
      clause: 'điểm 1, mục V',
      ...(regime === PLAN_REGIME || form === null ? {} : { other: { title, name: form.name, source: issuedBy } }),
      dueBefore,
      reportsTo: `${issuer.committee.officeName} (qua ${issuer.homeAffairs.officeName} để tổng hợp)`,
      asOf: { day: today, time: showTime(ctx.now) },
      late: rows.map((r) => ({
        name: r.obligation.unitName,
        status: STATES[r.obligation.state].label,
        overdueDays: r.obligation.daysOverdue,
        reminders: r.reminders,
        officer: r.officer,
        group: r.group,
      })),
      obligated: bound.length,
      received: bound.filter((o) => o.submittedAt !== null && !owesReport(o)).length,
      answerBy: addDays(today, ANSWER_DAYS),
      contact: ctx.actor.kind === 'account' ? `${ctx.actor.name}, ${issuer.homeAffairs.officeName}` : null,
      signature: { authority: [], post: head?.post || 'Giám đốc', name: head?.name ?? null },
      copies: [`${issuer.committee.officeName} (để báo cáo)`, `Lãnh đạo ${issuer.homeAffairs.officeName}`],
      filing: 'CCVC',
      source: `don-doc:${regime === PLAN_REGIME ? '' : `${regime}:`}${year}:${showDay(today).replaceAll('/', '')}`,
    },
  })
}

const lowerFirst = (text: string): string => text.slice(0, 1).toLowerCase() + text.slice(1)
