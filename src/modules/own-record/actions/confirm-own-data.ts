/** Chủ hồ sơ xác nhận hồ sơ đúng: that the person looked, on which day; it raises no level of proof. */

import { action, done } from '../../../platform/action.ts'
import { nothing } from '../../../platform/http/input.ts'
import { ownRecord } from '../own.ts'
import { canKeepOwnRecord } from '../rights.ts'
import { saveChecked } from '../store.ts'

/** Said again every year before the report. */
export const confirmOwnData = action({
  name: 'own-record.confirm-own-data',
  right: canKeepOwnRecord,
  elevated: true,
  input: nothing(),
  run: async (ctx) => {
    const own = await ownRecord(ctx)
    if (!own.ok) return own
    await saveChecked(ctx, own.value.boundId)
    return done(
      {},
      {
        kind: 'own-record.checked',
        subject: `person:${own.value.personId}`,
        unit: own.value.dossier.person.unitId,
      },
    )
  },
})
