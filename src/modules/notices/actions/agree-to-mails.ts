/** Đồng ý nhận nhắc việc qua thư: to the address that stands in the account, in a rhythm of one's own choice. */
import { z } from 'zod'
import { dayOf } from '../../../kernel/day.ts'
import { refuse } from '../../../kernel/result.ts'
import { action, done } from '../../../platform/action.ts'
import { oneOf, text } from '../../../platform/http/input.ts'
import { isAddress } from '../../../platform/mail/letter.ts'
import { accountsOf } from '../../accounts/public.ts'
import { canChooseReminding } from '../rights.ts'
import { agreeToMails as save } from '../store.ts'
import type { Rhythm } from '../words.ts'

const RHYTHM_IDS = ['theo-bac', 'hang-ngay'] as const satisfies readonly Rhythm[]

/** The address comes along from the page: agreed is what was read there, not what somebody wrote into the account meanwhile. */
export const agreeToMails = action({
  name: 'notices.agree-to-mails',
  right: canChooseReminding,
  input: z.object({
    address: text(254, 'Tài khoản chưa có địa chỉ thư'),
    rhythm: oneOf(RHYTHM_IDS, 'Chọn nhịp nhận thư'),
  }),
  run: async (ctx, input) => {
    const [account] = await accountsOf(ctx.tx, { accountIds: [ctx.actor.id] }, dayOf(ctx.now))
    if (!account || account.email !== input.address || !isAddress(account.email))
      return refuse(
        'conflict',
        'mail.address-changed',
        'Địa chỉ thư trong tài khoản đã đổi hoặc chưa có. Chưa ghi lựa chọn; xem lại địa chỉ rồi bấm lần nữa.',
      )
    await save(ctx, account.email, input.rhythm)
    return done(
      { rhythm: input.rhythm },
      { kind: 'mails.agreed', subject: `account:${ctx.actor.id}`, data: { rhythm: input.rhythm } },
    )
  },
})
