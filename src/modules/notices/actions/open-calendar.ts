/** Tạo địa chỉ lịch riêng: a secret address a calendar program reads the reader's duties from; the one before is closed. */
import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { action, done } from '../../../platform/action.ts'
import { calendarHash } from '../calendar.ts'
import { canChooseReminding } from '../rights.ts'
import { openCalendar as save } from '../store.ts'

const BYTES = 24

/** 192 bits of chance; kept as a keyed hash to find it and sealed to show it to its holder. */
export const openCalendar = action({
  name: 'notices.open-calendar',
  right: canChooseReminding,
  input: z.object({}),
  run: async (ctx) => {
    const token = randomBytes(BYTES).toString('base64url')
    await save(ctx, { hash: calendarHash(ctx.tx, token), sealed: ctx.tx.vault.seal(token) })
    return done({ opened: true }, { kind: 'calendar.opened', subject: `account:${ctx.actor.id}` })
  },
})
