/** Xác nhận hai bước: the first right code turns it on. */
import { z } from 'zod'
import { refuse, refuseFields } from '../../../kernel/result.ts'
import { action, done } from '../../../platform/action.ts'
import { text } from '../../../platform/http/input.ts'
import { accountFact } from '../entry.ts'
import { readPending } from '../pending-second-step.ts'
import { canKeepOwnAccount } from '../rights.ts'
import { codeForm, stepOfCode } from '../rules/code.ts'
import { closeSessions, findAccount, rotateSession, saveSecondStep } from '../store.ts'

const GONE = refuse('absent', 'accounts.absent', 'Tài khoản này không còn.')

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
