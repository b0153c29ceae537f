/** Trang của cơ quan: letters and requests, within the reader's scope by row level security. */

import { homeBody } from '../../kernel/actor.ts'
import { addDays, dayOf, showDay } from '../../kernel/day.ts'
import { accept, type Decision, refuse } from '../../kernel/result.ts'
import { fold } from '../../kernel/text.ts'
import type { Ctx } from '../../platform/action.ts'
import { officeNames } from '../organisations/public.ts'
import { openWhole } from '../people/public.ts'
import type { InvitationsView } from './pages/invitations.ts'
import type { HandledView, QueueRow, QueueView } from './pages/requests.ts'
import { isSensitive, requestView } from './requested.ts'
import { canAnswerRequests, canAnswerSensitive } from './rights.ts'
import { MOST_EXTENSION } from './rules/clocks.ts'
import { invitationState } from './rules/invitation.ts'
import {
  findRequest,
  type InvitationFilter,
  invitationCounts,
  invitationLines,
  lettersOfRound,
  requestCounts,
  requestsInScope,
  type StoredRequest,
} from './views.ts'

/** Rows shown at once: a long register is narrowed by name. */
const MOST_ROWS = 100

/** Thư mời. */
export async function invitations(
  ctx: Ctx,
  filter: InvitationFilter,
  round: string | null,
): Promise<Decision<InvitationsView>> {
  const lines = await invitationLines(ctx.tx, { which: filter.which, folded: fold(filter.name) }, MOST_ROWS)
  const bodies = await officeNames(
    ctx.tx,
    lines.map((l) => l.unitId),
  )
  const made = round === null ? [] : await lettersOfRound(ctx.tx, round, ctx.now)
  return accept({
    rows: lines.map((l) => ({
      personId: l.personId,
      code: l.code,
      name: l.name,
      birth: l.birth,
      body: bodies.get(l.unitId) ?? '',
      invitationId: l.invitationId,
      letter:
        l.endsAt === null ? null : invitationState({ endsAt: l.endsAt, used: l.used, revoked: l.revoked }, ctx.now),
      ends: l.endsAt === null ? '' : showDay(dayOf(l.endsAt)),
      bound: l.bound,
    })),
    counts: await invitationCounts(ctx.tx),
    filter,
    round: round === null || made.length === 0 ? null : { id: round, count: made.length },
    most: MOST_ROWS,
  })
}

const queueRow = (r: StoredRequest, ctx: Ctx, bodies: ReadonlyMap<string, string>): QueueRow => ({
  ...requestView(r, bodies.get(r.unitId) ?? '', dayOf(ctx.now)),
  personName: r.personName,
  personCode: r.personCode,
})

/** Nothing of what was asked travels in the queue: a list is read by many eyes. */
const withoutContent = (r: QueueRow): QueueRow => ({
  ...r,
  content: { stated: [], claimed: [], reason: '', evidence: '' },
  answer: '',
})

/** Yêu cầu về dữ liệu. */
export async function queue(ctx: Ctx, open: boolean): Promise<Decision<QueueView>> {
  const list = await requestsInScope(ctx.tx, open, MOST_ROWS)
  const bodies = await officeNames(
    ctx.tx,
    list.map((r) => r.unitId),
  )
  return accept({
    rows: list.map((r) => withoutContent(queueRow(r, ctx, bodies))),
    counts: await requestCounts(ctx.tx, dayOf(ctx.now)),
    open,
  })
}

/** Một yêu cầu. Content of the sensitive tier is opened only for whoever may, and that is noted for the person to see. */
export async function handled(ctx: Ctx, id: string): Promise<Decision<HandledView>> {
  const r = await findRequest(ctx.tx, id)
  if (r === null) return refuse('absent', 'own-record.no-request', 'Không có yêu cầu này.')
  const allowed = (isSensitive(r) ? canAnswerSensitive : canAnswerRequests).allows(ctx.actor, r.unitId)
  if (allowed && isSensitive(r)) {
    const body = homeBody(ctx.actor)?.bodyName ?? ''
    await openWhole(ctx, r.personId, { body, role: ctx.actor.post, purpose: `Trả lời yêu cầu số ${r.number}` })
  }
  const row = queueRow(r, ctx, await officeNames(ctx.tx, [r.unitId]))
  return accept({
    ...(allowed ? row : withoutContent(row)),
    version: r.version,
    allowed,
    extended: r.extendedAt !== null,
    lastExtension: showDay(addDays(r.decideBy, MOST_EXTENSION)),
  })
}
