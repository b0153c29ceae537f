/** Dữ liệu của các trang theo dõi và thẩm định. */
import { dayOf } from '../../kernel/day.ts'
import { accept, type Decision, refuse } from '../../kernel/result.ts'
import type { Ctx } from '../../platform/action.ts'
import { peopleInCharge } from '../accounts/public.ts'
import { UNIT_GROUPS, unitsByIds } from '../organisations/public.ts'
import type { AppraisalView } from './pages/appraisal.ts'
import type { ChosenView, CollectionLine, CollectionView } from './pages/collection.ts'
import { periodChoices } from './period-choices.ts'
import { canFollow } from './rights.ts'
import type { Filter, Line } from './rules/counts.ts'
import { acceptedBatches } from './views/batches.ts'
import { lastCounting } from './views/counting.ts'
import { requestsOf, signedFilesOf } from './views/flow.ts'
import { linesOf } from './views/obligations.ts'
import { findPeriod, periodNow } from './views/periods.ts'
import { lastBuilt } from './views/provincial.ts'
import { type ReportAt, reportUnder } from './views/report.ts'
import { HREF, type PeriodName, PLAN_REGIME } from './words.ts'

/** Who has sent what in a period. */
export async function readCollection(
  ctx: Ctx,
  at: { regime?: string | undefined; year?: number | undefined; filter: Filter; group: string },
): Promise<Decision<CollectionView>> {
  const of =
    at.year === undefined ? await periodNow(ctx, at.regime) : { regime: at.regime ?? PLAN_REGIME, year: at.year }
  const period = await findPeriod(ctx.tx, of)
  const lines = await linesOf(ctx.tx, of, ctx.now)
  const ids = lines.map((l) => l.unitId)
  const units = new Map((await unitsByIds(ctx.tx, ids)).map((u) => [u.id, u.group]))
  const contacts = await peopleInCharge(ctx.tx, ids, 'co-quan', dayOf(ctx.now))
  const built = await lastBuilt(ctx.tx, of)
  const batch = (await acceptedBatches(ctx.tx, of))[0] ?? null
  return accept({
    ...of,
    period,
    others: await periodChoices(ctx, of, HREF.collection),
    filter: at.filter,
    group: at.group,
    batch: batch && (built === null || Temporal.Instant.compare(built, batch.at) < 0) ? batch : null,
    lines: lines.map((l): CollectionLine => {
      const group = units.get(l.unitId)
      return {
        ...l,
        group: group ? UNIT_GROUPS[group].label : 'Cơ quan khác',
        contact: contacts.get(l.unitId)?.name ?? '',
      }
    }),
  })
}

/** The reports chosen for acceptance. */
export async function readChosen(
  ctx: Ctx,
  at: PeriodName & { units: readonly string[] },
): Promise<Decision<ChosenView>> {
  const period = await findPeriod(ctx.tx, at)
  if (!period) return refuse('absent', 'period.absent', `Kỳ báo cáo ${at.year} chưa mở.`)
  const lines = await linesOf(ctx.tx, at, ctx.now)
  return accept({ period, chosen: lines.filter((l) => at.units.includes(l.unitCode)) })
}

/** One report for its appraiser. Drafts are not in it. */
export async function readAppraisal(
  ctx: Ctx,
  at: ReportAt & { number?: number | undefined },
): Promise<Decision<AppraisalView>> {
  const file = await reportUnder(ctx, canFollow, at)
  if (!file.ok) return file
  const { submissions, unit } = file.value
  const shown = submissions.find((s) => s.number === (at.number ?? submissions[0]?.number)) ?? null
  const before = shown ? (submissions.find((s) => s.number === shown.number - 1) ?? null) : null
  const contact = (await peopleInCharge(ctx.tx, [unit.id], 'co-quan', dayOf(ctx.now))).get(unit.id)
  const waiting = (await linesOf(ctx.tx, at, ctx.now)).filter(
    (l) => l.state === 'da-nop' || l.state === 'da-tiep-nhan' || l.unitId === unit.id,
  )
  const place = waiting.findIndex((l) => l.unitId === unit.id)
  const link = (l: Line | undefined): string | null => (l ? HREF.collection(l) : null)
  const counting = shown ? await lastCounting(ctx.tx, file.value.obligation.id, shown.sentAt) : null
  const beside = { ...file.value.beside, counting }
  return accept({
    file: { ...file.value, sections: new Map(), answers: {}, found: [], beside },
    shown,
    before,
    contact: contact ? { name: contact.name, phone: contact.phone } : null,
    requests: await requestsOf(ctx.tx, file.value.obligation.id),
    signed: await signedFilesOf(ctx.tx, file.value.obligation.id),
    neighbours: { previous: link(waiting[place - 1]), next: link(waiting[place + 1]) },
  })
}
