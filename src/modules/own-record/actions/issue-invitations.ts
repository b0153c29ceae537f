/** Cấp thư mời: a code a person, in one round; the letters are printed from the round. */
import { z } from 'zod'
import { refuse } from '../../../kernel/result.ts'
import { demand } from '../../../kernel/right.ts'
import { action, done } from '../../../platform/action.ts'
import { id, list } from '../../../platform/http/input.ts'
import { dossiersOf } from '../../people/public.ts'
import { codeDigest, codeOf } from '../codes.ts'
import { canInvite } from '../rights.ts'
import { saveInvitation } from '../store.ts'
import { aliasesOf, isBound } from '../views.ts'
import { INVITATION_DAYS } from '../words.ts'

/** Most letters of one round. */
export const MOST_LETTERS = 500

/** People without a known birth date, removed, merged away or already in get none, and are counted. */
export const issueInvitations = action({
  name: 'own-record.issue-invitations',
  right: canInvite,
  input: z.object({
    people: list(id('Chọn người trong danh sách'), 'Chọn ít nhất một người').pipe(
      z.array(z.string()).max(MOST_LETTERS, `Mỗi đợt nhiều nhất ${MOST_LETTERS} thư mời`),
    ),
  }),
  run: async (ctx, input) => {
    const dossiers = [...(await dossiersOf(ctx.tx, input.people)).values()]
    const round = ctx.newId()
    const endsAt = ctx.now.add({ hours: 24 * INVITATION_DAYS })
    let [issued, left] = [0, 0]
    for (const { person } of dossiers) {
      const allowed = demand(canInvite, ctx.actor, person.unitId)
      if (!allowed.ok) return allowed
      const out = person.birth === null || person.removed || person.mergedInto !== null
      if (out || (await isBound(ctx.tx, await aliasesOf(ctx.tx, person.id)))) {
        left++
        continue
      }
      const invitationId = ctx.newId()
      const code = codeOf(ctx.tx.vault, invitationId)
      await saveInvitation(ctx, {
        id: invitationId,
        round,
        personId: person.id,
        unitId: person.unitId,
        digest: codeDigest(ctx.tx.vault, code),
        hint: code.slice(-2),
        endsAt,
      })
      issued++
    }
    if (issued === 0)
      return refuse(
        'invalid',
        'own-record.nobody-to-invite',
        'Chưa cấp thư mời nào: người được chọn đã nhận hồ sơ, hoặc hồ sơ chưa có ngày sinh.',
      )
    const [only] = dossiers
    return done(
      { round, issued, left },
      {
        kind: 'own-record.invited',
        subject: dossiers.length === 1 && only ? `person:${only.person.id}` : `invitation-round:${round}`,
        unit: only?.person.unitId ?? null,
        data: { issued, left },
      },
    )
  },
})
