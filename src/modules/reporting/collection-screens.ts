/** Dữ liệu của các trang theo dõi và thẩm định. */
import { dayOf } from '../../kernel/day.ts'
import { accept, type Decision } from '../../kernel/result.ts'
import type { Ctx } from '../../platform/action.ts'
import { peopleInCharge } from '../accounts/public.ts'
import { UNIT_GROUPS, unitsByIds } from '../organisations/public.ts'
import type { AppraisalView } from './pages/appraisal.ts'
import type { CollectionLine, CollectionView } from './pages/collection.ts'
import { canFollow } from './rights.ts'
import type { Filter, Line } from './rules/counts.ts'
import { acceptedBatches } from './views/batches.ts'
import { lastCounting } from './views/counting.ts'
import { requestsOf, signedFilesOf } from './views/flow.ts'
import { linesOf } from './views/obligations.ts'
import { findPeriod, yearNow } from './views/periods.ts'
import { lastBuilt } from './views/provincial.ts'
import { type ReportAt, reportUnder } from './views/report.ts'

/** Who has sent what in a year. */
export async function readCollection(
  ctx: Ctx,
  at: { year?: number | undefined; filter: Filter; group: string },
): Promise<Decision<CollectionView>> {
  const year = at.year ?? (await yearNow(ctx))
  const period = await findPeriod(ctx.tx, year)
  const lines = await linesOf(ctx.tx, year, ctx.now)
  const ids = lines.map((l) => l.unitId)
  const units = new Map((await unitsByIds(ctx.tx, ids)).map((u) => [u.id, u.group]))
  const contacts = await peopleInCharge(ctx.tx, ids, 'co-quan', dayOf(ctx.now))
  const built = await lastBuilt(ctx.tx, year)
  const batch = (await acceptedBatches(ctx.tx, year))[0] ?? null
  return accept({
    year,
    period,
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
  at: { year: number; units: readonly string[] },
): Promise<Decision<{ year: number; chosen: readonly Line[] }>> {
  const lines = await linesOf(ctx.tx, at.year, ctx.now)
  return accept({ year: at.year, chosen: lines.filter((l) => at.units.includes(l.unitCode)) })
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
  const waiting = (await linesOf(ctx.tx, at.year, ctx.now)).filter(
    (l) => l.state === 'da-nop' || l.state === 'da-tiep-nhan' || l.unitId === unit.id,
  )
  const place = waiting.findIndex((l) => l.unitId === unit.id)
  const link = (l: Line | undefined): string | null =>
    l ? `/tong-hop/${at.year}/${encodeURIComponent(l.unitCode)}` : null
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
