/** Nhập mã xác thực: the second step of signing in, with the application's code or a recovery code. */
import { z } from 'zod'
import { refuse } from '../../../kernel/result.ts'
import { anyone } from '../../../kernel/right.ts'
import { action, type Ctx, done } from '../../../platform/action.ts'
import { text } from '../../../platform/http/input.ts'
import { accountFact, type Entry, letIn, origin, refusedEntry } from '../entry.ts'
import { codeForm, stepOfCode } from '../rules/code.ts'
import { afterWrongTry, isLocked } from '../rules/lock.ts'
import { findWaitingAccount, type StoredAccount, saveStep, saveTries, takeRecoveryCode } from '../store.ts'
import { CODE_REFUSED } from '../words.ts'

type Taken = { readonly by: 'app' | 'recovery'; readonly step: number }

async function takeCode(ctx: Ctx, account: StoredAccount, typed: string): Promise<Taken | null> {
  if (account.totp_secret === null) return null
  const code = codeForm(typed)
  const step = stepOfCode(ctx.tx.vault.open(account.totp_secret), code, ctx.now, account.totp_step)
  if (step !== null) return { by: 'app', step }
  return (await takeRecoveryCode(ctx, account.id, code)) ? { by: 'recovery', step: account.totp_step } : null
}

/** Refuses with `accounts.nothing-waiting` when no password was given before, or more than ten minutes ago. */
export const verifyTotp = action({
  name: 'accounts.verify-totp',
  right: anyone,
  elevated: true,
  input: z.object({ code: text(40, 'Nhập mã xác thực 6 chữ số hoặc một mã dự phòng'), ...origin }),
  run: async (ctx, input) => {
    const account = await findWaitingAccount(ctx)
    if (account === null) {
      return refuse('conflict', 'accounts.nothing-waiting', 'Bước nhập mật khẩu đã quá 10 phút. Đăng nhập lại từ đầu.')
    }
    const tries = { failed: account.failed_tries, lockedUntil: account.locked_until }
    const taken = isLocked(tries, ctx.now) ? null : await takeCode(ctx, account, input.code)
    if (taken === null) {
      await saveTries(ctx.tx, account.id, afterWrongTry(tries, ctx.now))
      const refused: Entry = refusedEntry('accounts.code-refused', CODE_REFUSED, 'code')
      return done(refused, accountFact('accounts.code-refused', account, { address: input.address }))
    }
    await saveStep(ctx.tx, account.id, taken.step)
    const entry = await letIn(ctx, account, input)
    return done(entry, accountFact('accounts.signed-in', account, { address: input.address, by: taken.by }))
  },
})
