/** Xem dữ liệu tìm thấy: the code of the letter and the birth date open a short time in which the person says "this is me". */
import { z } from 'zod'
import { type Refusal, refuse } from '../../../kernel/result.ts'
import { anyone } from '../../../kernel/right.ts'
import { action, type Ctx, done } from '../../../platform/action.ts'
import { text } from '../../../platform/http/input.ts'
import { addressDigest, codeDigest, newTicket, ticketDigest } from '../codes.ts'
import { afterWrongBirth, fitsBirth, isOpen, LOCK_MINUTES, MOST_OF_ADDRESS } from '../rules/invitation.ts'
import { saveClaim, saveWrongBirth, saveWrongTry } from '../store.ts'
import { invitationOfCode, type StoredInvitation, wrongTriesOf } from '../views.ts'
import { CLAIM_REFUSED } from '../words.ts'

/** How long the found record waits for its owner, in minutes. */
export const CLAIM_MINUTES = 20

/** Found, or refused and counted. */
export type Opened =
  | { readonly outcome: 'found'; readonly ticket: string }
  | { readonly outcome: 'refused'; readonly refusal: Refusal }

/** An unknown code, a wrong birth date, an ended letter and a locked one all answer the same. */
export const openClaim = action({
  name: 'own-record.open-claim',
  right: anyone,
  elevated: true,
  input: z.object({
    code: text(40, 'Nhập mã mời trong thư'),
    birth: text(20, 'Nhập ngày sinh, ví dụ 02/09/1972'),
    address: z.string().catch('').default(''),
  }),
  run: async (ctx, input) => {
    const address = addressDigest(ctx.tx.vault, input.address)
    const since = ctx.now.subtract({ minutes: LOCK_MINUTES })
    const blocked = (await wrongTriesOf(ctx.tx, address, since)) >= MOST_OF_ADDRESS
    const invitation = blocked ? null : await invitationOfCode(ctx.tx, codeDigest(ctx.tx.vault, input.code))
    if (invitation === null || !isOpen(invitation, ctx.now) || !fitsBirth(input.birth, invitation.birth))
      return refused(ctx, address, invitation)
    const ticket = newTicket()
    await saveClaim(ctx, {
      invitationId: invitation.id,
      ticket: ticketDigest(ctx.tx.vault, ticket),
      endsAt: ctx.now.add({ minutes: CLAIM_MINUTES }),
    })
    return done<Opened>(
      { outcome: 'found', ticket },
      { kind: 'own-record.claim-opened', subject: `person:${invitation.personId}` },
    )
  },
})

async function refused(ctx: Ctx, address: Buffer, invitation: StoredInvitation | null) {
  await saveWrongTry(ctx, address)
  if (invitation !== null && isOpen(invitation, ctx.now))
    await saveWrongBirth(ctx.tx, invitation.id, afterWrongBirth(invitation, ctx.now))
  const refusal = refuse('invalid', 'own-record.claim-refused', CLAIM_REFUSED)
  return done<Opened>({ outcome: 'refused', refusal }, { kind: 'own-record.claim-refused', subject: 'person:unknown' })
}
