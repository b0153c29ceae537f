/** Nạp ngày nghỉ đi kèm: shipped days that the list has nothing about; what somebody recorded stays. */
import { z } from 'zod'
import { action, done } from '../../../platform/action.ts'
import { readDaysOff } from '../days-off.ts'
import { canKeepDaysOff } from '../rights.ts'
import { saveDaysOff } from '../store.ts'
import { daysOffKept } from '../views.ts'

/** Answers how many days were new. */
export const loadDaysOff = action({
  name: 'code-lists.load-days-off',
  right: canKeepDaysOff,
  input: z.object({}),
  run: async (ctx) => {
    const known = new Set((await daysOffKept(ctx.tx)).map((d) => d.day))
    const fresh = readDaysOff().filter((d) => !known.has(d.day))
    await saveDaysOff(
      ctx,
      fresh.map((d) => ({ id: ctx.newId(), ...d })),
    )
    return done(fresh.length, { kind: 'days-off.loaded', subject: 'days-off', data: { days: fresh.length } })
  },
})
