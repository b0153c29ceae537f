/** Đúng là tôi: an account is made (or the one that is signed in is taken) and bound to the record for good. */
import { z } from 'zod'
import { hasRole, systemActor } from '../../../kernel/actor.ts'
import { accept, type Decision, refuse, refuseFields } from '../../../kernel/result.ts'
import { anyone } from '../../../kernel/right.ts'
import { action, type Ctx, done, performIn } from '../../../platform/action.ts'
import { createAccount, grantRole, letIn } from '../../accounts/public.ts'
import { dossiersOf } from '../../people/public.ts'
import { ticketDigest } from '../codes.ts'
import { saveBinding } from '../store.ts'
import { aliasesOf, invitationOfTicket, isBound, recordOfAccount } from '../views.ts'

const maybe = z.string().max(1000).catch('').default('')

const ENDED = refuse(
  'absent',
  'own-record.claim-ended',
  'Lượt nhận hồ sơ này đã hết thời gian. Nhập lại mã mời và ngày sinh để tiếp tục; mã mời còn nguyên.',
)

/** Answers with the session that begins. */
export const confirmClaim = action({
  name: 'own-record.confirm-claim',
  right: anyone,
  elevated: true,
  input: z.object({
    ticket: z.string().min(1).max(100),
    username: maybe,
    password: maybe,
    passwordAgain: maybe,
    address: maybe,
    agent: maybe,
  }),
  run: async (ctx, input) => {
    const invitation = await invitationOfTicket(ctx.tx, ticketDigest(ctx.tx.vault, input.ticket), ctx.now)
    if (invitation === null || invitation.used || invitation.revoked) return ENDED
    const person = (await dossiersOf(ctx.tx, [invitation.personId])).get(invitation.personId)?.person
    if (person === undefined || person.removed) return ENDED
    if (await isBound(ctx.tx, await aliasesOf(ctx.tx, person.id)))
      return refuse(
        'conflict',
        'own-record.taken',
        'Hồ sơ này đã có người nhận. Báo cơ quan quản lý hồ sơ nếu đó không phải là mình.',
      )
    const signedIn = ctx.actor.kind === 'account'
    const account = signedIn ? await takeRole(ctx, person.unitId) : await openAccount(ctx, person, input)
    if (!account.ok) return account
    await saveBinding(ctx, {
      personId: person.id,
      accountId: account.value,
      how: 'thu-moi',
      invitationId: invitation.id,
    })
    // A new right ends the sessions that were opened without it: this one begins anew.
    const entry = await letIn(ctx, { id: account.value }, { address: input.address, agent: input.agent })
    return done(
      { token: entry.outcome === 'in' ? entry.token : null },
      { kind: 'own-record.claimed', subject: `person:${person.id}`, unit: person.unitId, data: { code: person.code } },
    )
  },
})

type Named = { readonly name: string; readonly unitId: string; readonly code: string }

/** An account of its own, with a password the person chose. The system acts: nobody is signed in yet. */
async function openAccount(
  ctx: Ctx,
  person: Named,
  typed: { username: string; password: string; passwordAgain: string },
): Promise<Decision<string>> {
  if (typed.password.normalize('NFC') !== typed.passwordAgain.normalize('NFC'))
    return refuseFields('own-record.password-differs', { passwordAgain: 'Hai lần nhập mật khẩu chưa giống nhau' })
  const made = await performIn({ ...ctx, actor: systemActor() }, createAccount, {
    username: typed.username,
    name: person.name,
    unitId: person.unitId,
    role: 'tri-thuc',
    act: `Nhận hồ sơ ${person.code} bằng thư mời`,
    password: typed.password,
    ownPassword: true,
  })
  return made.ok ? accept(made.value.id) : made
}

/** Somebody who has an account already keeps it and gets the role beside the others. */
async function takeRole(ctx: Ctx, unitId: string): Promise<Decision<string>> {
  if ((await recordOfAccount(ctx.tx, ctx.actor.id)) !== null)
    return refuse(
      'conflict',
      'own-record.account-bound',
      'Tài khoản này đã gắn với một hồ sơ. Đăng xuất rồi nhập lại mã mời.',
    )
  if (hasRole(ctx.actor, 'tri-thuc')) return accept(ctx.actor.id)
  const given = await performIn({ ...ctx, actor: systemActor() }, grantRole, {
    account: ctx.actor.id,
    role: 'tri-thuc',
    unitId,
    act: 'Nhận hồ sơ bằng thư mời',
  })
  return given.ok ? accept(ctx.actor.id) : given
}
