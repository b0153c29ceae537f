/** Nhận nhắc việc, nhật ký đôn đốc: what their pages read. */
import { dayOf } from '../../kernel/day.ts'
import { accept, type Decision, refuse } from '../../kernel/result.ts'
import type { Ctx } from '../../platform/action.ts'
import { readConfig } from '../../platform/config.ts'
import { accountsOf } from '../accounts/public.ts'
import { findUnitByCode, unitsByIds } from '../organisations/public.ts'
import { obligationsOf } from '../reporting/public.ts'
import { type BodyLogView, LOG_ROWS, type LogView } from './pages/log.ts'
import type { RemindingView } from './pages/reminding.ts'
import { calendarOf, type LogCount, logCounts, logOf, mailChoices, mailsTo } from './views.ts'

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
const reportsOf = async (ctx: Ctx, year: number) =>
  (await obligationsOf(ctx.tx, year, ctx.now)).map((o) => ({ id: o.id, unitId: o.unitId }))

const timesOf = (c: LogCount): number => c.inside + c.mails + c.letters

/** Reads the counts of one page of bodies. */
export async function log(ctx: Ctx, q: { year: number; trang: number }): Promise<Decision<LogView>> {
  const counts = await logCounts(ctx.tx, q.year, await reportsOf(ctx, q.year))
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
  return accept({ year: q.year, bodies, page, pages, total: all.length })
}

/** Reads the lines of one body. */
export async function bodyLog(ctx: Ctx, q: { year: number; unitCode: string }): Promise<Decision<BodyLogView>> {
  const unit = await findUnitByCode(ctx.tx, q.unitCode)
  if (unit === null) return refuse('absent', 'log.unit-absent', 'Không có cơ quan này trong hệ thống.')
  const lines = await logOf(ctx.tx, q.year, unit.id, await reportsOf(ctx, q.year))
  return accept({ year: q.year, unitCode: unit.code, unitName: unit.officeName, lines })
}
