/** Đăng nhập: password first, then the code where the second step is on. */
import { z } from 'zod'
import { anyone } from '../../../kernel/right.ts'
import { action, done } from '../../../platform/action.ts'
import { text } from '../../../platform/http/input.ts'
import { fitsPassword } from '../credentials.ts'
import { accountFact, type Entry, letIn, origin, refusedEntry } from '../entry.ts'
import { afterWrongTry, isLocked, NO_TRIES } from '../rules/lock.ts'
import { findAccountByUsername, openSession, type StoredAccount, saveTries } from '../store.ts'
import { SIGN_IN_REFUSED } from '../words.ts'

const triesOf = (a: StoredAccount) => ({ failed: a.failed_tries, lockedUntil: a.locked_until })

/** A wrong password, a locked, a suspended and an unknown account all look and last the same from outside. */
export const signIn = action({
  name: 'accounts.sign-in',
  right: anyone,
  elevated: true,
  input: z.object({
    username: text(100, 'Nhập tên đăng nhập'),
    password: z.string({ error: 'Nhập mật khẩu' }).min(1, 'Nhập mật khẩu').max(1000, 'Mật khẩu quá dài'),
    ...origin,
  }),
  run: async (ctx, input) => {
    const account = await findAccountByUsername(ctx.tx, input.username.toLowerCase())
    const fits = await fitsPassword(account?.password_hash ?? null, input.password)
    const refused: Entry = refusedEntry('accounts.sign-in-refused', SIGN_IN_REFUSED)
    if (account === null) {
      return done(refused, {
        kind: 'accounts.sign-in-refused',
        subject: 'account:unknown',
        data: { address: input.address },
      })
    }
    const tries = triesOf(account)
    const locked = isLocked(tries, ctx.now)
    if (!fits || locked || account.status !== 'dang-dung') {
      const after = fits && !locked ? tries : afterWrongTry(tries, ctx.now)
      await saveTries(ctx.tx, account.id, after)
      return done(
        refused,
        accountFact('accounts.sign-in-refused', account, {
          address: input.address,
          locked: after.lockedUntil !== null,
        }),
      )
    }
    if (account.totp_secret !== null) {
      const token = await openSession(ctx, account.id, 'second-step', input)
      const waiting: Entry = { outcome: 'code', token, to: secondStepPage(input.tiep) }
      return done(waiting, accountFact('accounts.password-taken', account, { address: input.address }))
    }
    await saveTries(ctx.tx, account.id, NO_TRIES)
    return done(
      await letIn(ctx, account, input),
      accountFact('accounts.signed-in', account, { address: input.address }),
    )
  },
})

const secondStepPage = (asked: string | undefined): string =>
  `/dang-nhap/ma${asked === undefined ? '' : `?tiep=${encodeURIComponent(asked)}`}`
