/** Quét hồ sơ trùng: who is new or changed since the last scan is compared with everybody. */
import { z } from 'zod'
import { action, done } from '../../../platform/action.ts'
import { canScan } from '../rights.ts'
import { scanRegister } from '../scanning.ts'
import { saveScan } from '../store.ts'

/** Never refuses; a scan without new people is noted too, so that the page can say when the latest was. */
export const scanDuplicates = action({
  name: 'duplicates.scan',
  right: canScan,
  input: z.object({}),
  run: async (ctx) => {
    const began = performance.now()
    const scanned = await scanRegister(ctx)
    await saveScan(ctx, { ...scanned, milliseconds: Math.round(performance.now() - began) })
    return done(scanned, { kind: 'duplicates.scanned', subject: 'duplicates', data: { ...scanned } })
  },
})
