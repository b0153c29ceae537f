/** Nhận nhắc việc, nhật ký đôn đốc: what their pages read. */
import { dayOf, showDay, showInstant } from '../../kernel/day.ts'
import { accept, type Decision, refuse } from '../../kernel/result.ts'
import type { Ctx } from '../../platform/action.ts'
import { readConfig } from '../../platform/config.ts'
import { accountsOf } from '../accounts/public.ts'
import { findUnitByCode, unitsByIds } from '../organisations/public.ts'
import { obligationsOf } from '../reporting/public.ts'
import { lateRows } from './letter.ts'
import { type BodyLogView, LOG_ROWS, type LogView } from './pages/log.ts'
import type { RemindingView } from './pages/reminding.ts'
import type { UrgeView } from './pages/urge.ts'
import { type PeriodAsked, periodAsked } from './period.ts'
import { calendarOf, type LogCount, lettersOf, logCounts, logOf, mailChoices, mailsTo } from './views.ts'

/** Reads the own choices. */
export async function reminding(ctx: Ctx): Promise<Decision<RemindingView>> {
  const me = ctx.actor.id
  const config = readConfig()
  const [account] = await accountsOf(ctx.tx, { accountIds: [me] }, dayOf(ctx.now))
  const [choice] = await mailChoices(ctx.tx, [me])
  const email = account?.email ?? ''
  const holds = choice !== undefined && choice.address === email
  const calendar = await calendarOf(ctx.tx, me)
  const path = calendar === null ? '' : `/lich-viec/${ctx.tx.vault.open(calendar.sealed)}`
  return accept({
    email,
    agreed: holds ? { rhythm: choice.rhythm, since: choice.agreedAt } : null,
    changed: choice !== undefined && !holds,
    server: config.mail !== null,
    mails: await mailsTo(ctx.tx, me),
    calendar: calendar === null ? null : { path, address: `${config.address}${path}`, since: calendar.openedAt },
  })
}

/** Mails name obligations; the log wants their bodies. */
const reportsOf = async (ctx: Ctx, of: PeriodAsked) =>
  (await obligationsOf(ctx.tx, of, ctx.now)).map((o) => ({ id: o.id, unitId: o.unitId }))

const about = ({ regime, year, title }: { regime: string; year: number; title: string }) => ({ regime, year, title })

const timesOf = (c: LogCount): number => c.inside + c.mails + c.letters

/** Reads who is late in a period, and the letters there are. */
export async function readUrging(ctx: Ctx, q: PeriodAsked): Promise<Decision<UrgeView>> {
  const of = await periodAsked(ctx.tx, q)
  const late = await lateRows(ctx, of)
  const due = late[0]?.obligation.dueBefore ?? of.dueBefore
  return accept({
    ...about(of),
    late,
    letters: await lettersOf(ctx.tx, of),
    dueBefore: due ? showDay(due) : null,
    asOf: showInstant(ctx.now),
  })
}

/** Reads the counts of one page of bodies. */
export async function log(ctx: Ctx, q: PeriodAsked & { trang: number }): Promise<Decision<LogView>> {
  const of = await periodAsked(ctx.tx, q)
  const counts = await logCounts(ctx.tx, of, await reportsOf(ctx, of))
  const units = new Map(
    (
      await unitsByIds(
        ctx.tx,
        counts.map((c) => c.unitId),
      )
    ).map((u) => [u.id, u]),
  )
  const all = counts
    .map((c) => {
      const unit = units.get(c.unitId)
      return { ...c, unitCode: unit?.code ?? '', unitName: unit?.officeName ?? 'Cơ quan không còn trong sổ bộ' }
    })
    .sort((a, b) => timesOf(b) - timesOf(a) || a.unitName.localeCompare(b.unitName, 'vi'))
  const pages = Math.max(1, Math.ceil(all.length / LOG_ROWS))
  const page = Math.min(Math.max(q.trang, 1), pages)
  const bodies = all.slice((page - 1) * LOG_ROWS, page * LOG_ROWS)
  return accept({ ...about(of), bodies, page, pages, total: all.length })
}

/** Reads the lines of one body. */
export async function bodyLog(ctx: Ctx, q: PeriodAsked & { unitCode: string }): Promise<Decision<BodyLogView>> {
  const of = await periodAsked(ctx.tx, q)
  const unit = await findUnitByCode(ctx.tx, q.unitCode)
  if (unit === null) return refuse('absent', 'log.unit-absent', 'Không có cơ quan này trong hệ thống.')
  const lines = await logOf(ctx.tx, of, unit.id, await reportsOf(ctx, of))
  return accept({ ...about(of), unitCode: unit.code, unitName: unit.officeName, lines })
}
