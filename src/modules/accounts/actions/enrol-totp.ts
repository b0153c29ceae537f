/** Bật xác thực hai bước: a secret and recovery codes are made and shown; they count once the first code was right. */
import { refuse } from '../../../kernel/result.ts'
import { action, done } from '../../../platform/action.ts'
import { nothing } from '../../../platform/http/input.ts'
import { newSecondStep } from '../credentials.ts'
import { accountFact } from '../entry.ts'
import type { PendingSecondStep } from '../pending-second-step.ts'
import { canKeepOwnAccount } from '../rights.ts'
import { recoveryCodes } from '../rules/code.ts'
import { findAccount, savePendingSecondStep } from '../store.ts'

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
