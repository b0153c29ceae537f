/** Bật xác thực hai bước: a secret and recovery codes are made and shown; they count once the first code was right. */
import { z } from 'zod'
import { refuse, refuseFields } from '../../../kernel/result.ts'
import { action, done } from '../../../platform/action.ts'
import { nothing, text } from '../../../platform/http/input.ts'
import { newSecondStep } from '../credentials.ts'
import { canKeepOwnAccount } from '../rights.ts'
import { codeForm, recoveryCodes, stepOfCode } from '../rules/code.ts'
import { closeSessions, findAccount, rotateSession, savePendingSecondStep, saveSecondStep } from '../store.ts'
import { accountFact } from './entry.ts'

/** Chờ xác nhận: sealed as one text until the first code confirms it. */
const Pending = z.object({ secret: z.string(), recoveryCodes: z.array(z.string()) })

/** Secret and recovery codes that wait to be confirmed. */
export type PendingSecondStep = z.infer<typeof Pending>

/** Reads what `enrolTotp` sealed. */
export const readPending = (opened: string): PendingSecondStep => Pending.parse(JSON.parse(opened))

const GONE = refuse('absent', 'accounts.absent', 'Tài khoản này không còn.')

/** Makes a fresh secret; the second step that is on keeps working until the new one is confirmed. */
export const enrolTotp = action({
  name: 'accounts.enrol-totp',
  right: canKeepOwnAccount,
  input: nothing(),
  run: async (ctx) => {
    const account = await findAccount(ctx.tx, ctx.actor.id)
    if (account === null) return GONE
    const made = newSecondStep()
    const pending: PendingSecondStep = { secret: made.secret, recoveryCodes: recoveryCodes(made.chance) }
    await savePendingSecondStep(ctx.tx, account.id, ctx.tx.vault.seal(JSON.stringify(pending)))
    return done({}, accountFact('accounts.second-step-prepared', account))
  },
})

/** Turns the second step on; other sessions end, this one gets another token. */
export const confirmTotp = action({
  name: 'accounts.confirm-totp',
  right: canKeepOwnAccount,
  input: z.object({ code: text(20, 'Nhập mã 6 chữ số đang hiện trên ứng dụng xác thực') }),
  run: async (ctx, input) => {
    const account = await findAccount(ctx.tx, ctx.actor.id)
    if (account === null) return GONE
    if (account.totp_pending === null) {
      return refuse(
        'conflict',
        'accounts.nothing-prepared',
        'Chưa có khóa xác thực nào chờ xác nhận. Bấm «Tạo khóa xác thực» trước.',
      )
    }
    const pending = readPending(ctx.tx.vault.open(account.totp_pending))
    const step = stepOfCode(pending.secret, codeForm(input.code), ctx.now, 0)
    if (step === null) {
      return refuseFields('accounts.code-wrong', {
        code: 'Mã không khớp. Kiểm tra giờ trên điện thoại rồi nhập mã mới nhất',
      })
    }
    const codes = pending.recoveryCodes.map(codeForm)
    await saveSecondStep(ctx.tx, account.id, { secret: pending.secret, step, recoveryCodes: codes })
    const closed = await closeSessions(ctx, account.id, 'others')
    return done(
      { token: await rotateSession(ctx), closed },
      accountFact('accounts.second-step-on', account, { closed }),
    )
  },
})
