/** Đăng ký nơi nhận tin: another system is told when something happens, from now on. */
import { z } from 'zod'
import { refuseFields } from '../../../kernel/result.ts'
import { action, done } from '../../../platform/action.ts'
import { list, oneOf, text } from '../../../platform/http/input.ts'
import { drawBytes } from '../../../platform/random-bytes.ts'
import { canSubscribe } from '../rights.ts'
import { targetOf } from '../rules/webhook.ts'
import { saveSubscription } from '../store.ts'
import { EVENTS } from '../words.ts'

const KINDS = Object.keys(EVENTS)

/** The secret is in the answer and nowhere else but sealed. */
export const subscribe = action({
  name: 'exchange.subscribe',
  right: canSubscribe,
  input: z.object({
    name: text(100, 'Nhập tên hệ thống nhận tin, ví dụ Trục liên thông của tỉnh'),
    url: text(500, 'Nhập địa chỉ nhận tin, bắt đầu bằng https://'),
    kinds: list(oneOf(KINDS, 'Chọn tin trong danh sách'), 'Chọn ít nhất một tin'),
    inside: z.preprocess((v) => v === true || v === '1', z.boolean()),
  }),
  run: async (ctx, input) => {
    const target = targetOf(input.url, input.inside)
    if (!target.ok) return refuseFields(target.code, { url: target.message })
    const id = ctx.newId()
    const secret = `nkw_${drawBytes(32).toString('base64url')}`
    await saveSubscription(ctx, { ...input, id, url: target.value.href }, secret)
    return done(
      { id, name: input.name, secret },
      {
        kind: 'exchange.subscribed',
        subject: `subscription:${id}`,
        data: { name: input.name, host: target.value.host, kinds: input.kinds, inside: input.inside },
      },
    )
  },
})
