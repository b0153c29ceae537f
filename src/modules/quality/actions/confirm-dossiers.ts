/**
 * Xác nhận hồ sơ trong đợt: the body vouches for the dossiers it keeps: what was only declared rises to level 1, and the day of the
 * confirmation is kept. Dossiers with a contradiction, or with too little in them, are left out and told.
 */
import { z } from 'zod'
import { homeBody } from '../../../kernel/actor.ts'
import { accept, type Decision, refuse } from '../../../kernel/result.ts'
import { demand } from '../../../kernel/right.ts'
import { action, type Ctx, done } from '../../../platform/action.ts'
import { id, list } from '../../../platform/http/input.ts'
import { confirmable, type Dossier, dossiersOf, vouchFor } from '../../people/public.ts'
import { canConfirmDossiers } from '../rights.ts'
import { stillOpen } from '../rules/campaign.ts'
import { findCampaign, membersAmong } from '../views.ts'

const MOST = 500

/** What was done: how many were confirmed, how many left out and why. */
export type Confirmed = { readonly confirmed: number; readonly contested: number; readonly thin: number }

async function chosenOf(ctx: Ctx, campaign: string, people: readonly string[]): Promise<Decision<Dossier[]>> {
  const members = await membersAmong(ctx.tx, campaign, people)
  const dossiers = [...(await dossiersOf(ctx.tx, members)).values()]
  for (const d of dossiers) {
    const may = demand(canConfirmDossiers, ctx.actor, d.person.unitId)
    if (!may.ok) return may
  }
  return dossiers.length === 0
    ? refuse('invalid', 'campaign.none', 'Chưa chọn hồ sơ nào trong đợt. Đánh dấu ít nhất một hồ sơ.')
    : accept(dossiers)
}

/** Refuses when none of the chosen dossiers may be confirmed; says why. */
export const confirmDossiers = action({
  name: 'quality.confirm-dossiers',
  right: canConfirmDossiers,
  input: z.object({
    dot: id(),
    hoSo: list(id(), 'Đánh dấu ít nhất một hồ sơ').refine(
      (l) => l.length <= MOST,
      `Mỗi lần xác nhận nhiều nhất ${MOST} hồ sơ`,
    ),
  }),
  run: async (ctx, input) => {
    const campaign = await findCampaign(ctx.tx, input.dot)
    if (campaign === null) return refuse('absent', 'campaign.absent', 'Không tìm thấy đợt xác nhận này.')
    const open = stillOpen(campaign)
    if (!open.ok) return open
    const chosen = await chosenOf(ctx, campaign.id, input.hoSo)
    if (!chosen.ok) return chosen
    const sorted = confirmable(
      chosen.value.map((d) => ({ d, level: d.person.level, completeness: d.person.completeness })),
    )
    const left = { contested: sorted.contested.length, thin: sorted.thin.length }
    if (sorted.may.length === 0)
      return refuse(
        'conflict',
        'campaign.nothing-confirmable',
        'Các hồ sơ đã chọn đang mâu thuẫn hoặc còn thiếu quá nhiều nên chưa xác nhận được. Mở từng hồ sơ để bổ sung.',
      )
    const saved = await vouchFor(
      ctx,
      sorted.may.map((s) => s.d),
      { batch: ctx.newId(), declared: 'with' },
    )
    if (!saved.ok) return saved
    const value: Confirmed = { confirmed: sorted.may.length, ...left }
    return done(value, {
      kind: 'campaign.confirmed',
      subject: `campaign:${campaign.id}`,
      unit: homeBody(ctx.actor)?.body ?? null,
      data: { title: campaign.title, ...value },
    })
  },
})
