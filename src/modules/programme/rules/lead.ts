/**
 * Chủ trì: one task, one lead. A task whose document names a group, several bodies or nobody stays «Chưa rõ chủ trì»
 * until somebody assigns it; a lead that no longer exists is flagged with those who took over, never replaced in silence.
 */
import { type Day, showDay } from '../../../kernel/day.ts'
import { accept, type Decision, refuse, refuseFields } from '../../../kernel/result.ts'
import type { Leading, NameKind } from '../words.ts'

/** What a name resolves to on the day of the document (organisations' `nameResolver`). */
export type Resolved = { readonly unitIds: readonly string[]; readonly kind: NameKind }

/** The one body the document itself makes lead, or null. */
export function leadByDocument(
  task: { readonly leadKind: 'named' | 'group' | 'none'; readonly lead: readonly string[] },
  resolve: (name: string) => Resolved,
): string | null {
  const name = task.lead[0]
  if (task.leadKind !== 'named' || task.lead.length !== 1 || name === undefined) return null
  const found = resolve(name)
  return found.kind === 'single' && found.unitIds.length === 1 ? (found.unitIds[0] ?? null) : null
}

/** A body as this rule needs it. */
export type Body = { readonly id: string; readonly name: string; readonly ended: Day | null }

/** Who holds a body's duties today. */
export type HeirsOf = (unitId: string) => readonly { readonly id: string; readonly name: string }[]

/** The lead with what the register knows of it today. */
export function leading(leadId: string | null, bodyOf: (id: string) => Body | undefined, heirsOf: HeirsOf): Leading {
  if (leadId === null) return { leadUnitId: null, leadName: null, leadEnded: null, successors: [] }
  const body = bodyOf(leadId)
  const ended = body?.ended ?? null
  return {
    leadUnitId: leadId,
    leadName: body?.name ?? null,
    leadEnded: ended,
    successors: ended === null ? [] : heirsOf(leadId).filter((h) => h.id !== leadId),
  }
}

/** The lead to write down. */
export type ChosenLead = { readonly id: string; readonly name: string; readonly followed: string | null }

/**
 * Accepts a body that exists today. One that has ended gives way to its only successor (`followed` says so);
 * with several or none the choice is refused and they are named.
 */
export function chooseLead(body: Body | undefined, heirsOf: HeirsOf): Decision<ChosenLead> {
  if (body === undefined) return refuseFields('task.lead', { lead: 'Chọn cơ quan chủ trì trong danh sách' })
  if (body.ended === null) return accept({ id: body.id, name: body.name, followed: null })
  const heirs = heirsOf(body.id).filter((h) => h.id !== body.id)
  const only = heirs.length === 1 ? heirs[0] : undefined
  if (only !== undefined) return accept({ id: only.id, name: only.name, followed: body.name })
  const ended = `${body.name} đã kết thúc từ ngày ${showDay(body.ended)}`
  const way =
    heirs.length === 0
      ? 'Chưa xác định cơ quan kế thừa'
      : `Chọn một trong các cơ quan kế thừa: ${heirs.map((h) => h.name).join(', ')}`
  return refuse('conflict', 'task.lead-ended', `${ended}. ${way}.`, { fields: { lead: `${ended}. ${way}` } })
}

/** Refuses a lead that is also to co-ordinate its own task. */
export const leadApart = (leadId: string, coordinators: readonly string[]): Decision<null> =>
  coordinators.includes(leadId)
    ? refuseFields('task.lead-coordinates', {
        coordinators: 'Cơ quan chủ trì không đồng thời là cơ quan phối hợp. Bỏ khỏi danh sách phối hợp',
      })
    : accept(null)
