/** Yêu cầu đang xử lý: found, the right asked again for the body it was sent to; what rules and pages look at. */
import { type Day, dayOf } from '../../kernel/day.ts'
import { accept, type Decision, refuse } from '../../kernel/result.ts'
import { demand } from '../../kernel/right.ts'
import type { Ctx } from '../../platform/action.ts'
import type { RequestView } from './pages/own-request.ts'
import { canAnswerRequests, canAnswerSensitive } from './rights.ts'
import { clockOf, lateness, type Running } from './rules/clocks.ts'
import type { Standing } from './rules/requests.ts'
import { groupNamed } from './rules/showing.ts'
import { findRequest, type StoredRequest } from './views.ts'

/** Whether what is claimed is of a group that only some may read: sealed groups and identity numbers. */
export const isSensitive = (r: Pick<StoredRequest, 'group'>): boolean =>
  r.group !== null && (r.group === 'identity' || groupNamed(r.group).tier === 'C')

/** The request, when the actor may act on it. */
export async function requestFor(ctx: Ctx, id: string): Promise<Decision<StoredRequest>> {
  const found = await findRequest(ctx.tx, id)
  if (found === null) return refuse('absent', 'own-record.no-request', 'Không có yêu cầu này.')
  const allowed = demand(isSensitive(found) ? canAnswerSensitive : canAnswerRequests, ctx.actor, found.unitId)
  return allowed.ok ? accept(found) : allowed
}

/** What the rules look at. */
export const standingOf = (r: StoredRequest): Standing => ({
  state: r.state,
  version: r.version,
  decideBy: r.decideBy,
  extended: r.extendedAt !== null,
})

/** What its terms look at. */
export const runningOf = (r: StoredRequest): Running => ({
  receiveBy: r.receiveBy,
  decideBy: r.decideBy,
  receivedOn: r.receivedAt === null ? null : dayOf(r.receivedAt),
  answeredOn: r.answeredAt === null ? null : dayOf(r.answeredAt),
})

/** A stored request as both sides see it. */
export function requestView(r: StoredRequest, body: string, today: Day): RequestView {
  const l = lateness(runningOf(r), today)
  return {
    ...r,
    group: r.group === null ? null : groupNamed(r.group).label,
    body,
    late: l.late ? `Quá hạn ${l.what === 'tiep-nhan' ? 'tiếp nhận' : 'trả lời'} ${l.days} ngày` : null,
    clockSource: clockOf(r.kind).source,
  }
}
