/** Mở số định danh của một hồ sơ for a stated purpose; noted for the person and in the ledger before anything is opened. */
import { z } from 'zod'
import { action, done } from '../../../platform/action.ts'
import { oneOf, text } from '../../../platform/http/input.ts'
import { dossierFor } from '../finding-dossier.ts'
import { canOpenNumbers } from '../rights.ts'
import { PURPOSE_CODES } from '../rules/purpose.ts'
import { noteViewing } from '../viewing.ts'
import { openNumbers } from '../views/dossiers.ts'

const Input = z.object({ code: text(20, 'Thiếu mã hồ sơ'), purpose: oneOf(PURPOSE_CODES, 'Chọn mục đích xem') })

/** Refuses without a purpose. */
export const openNumberValues = action({
  name: 'people.open-number-values',
  right: canOpenNumbers,
  input: Input,
  run: async (ctx, input) => {
    const found = await dossierFor(ctx, input.code, canOpenNumbers)
    if (!found.ok) return found
    const { person } = found.value
    await noteViewing(ctx, { people: [person.id], groups: ['identity'], purpose: input.purpose, sensitive: true })
    return done(
      { person, opened: await openNumbers(ctx.tx, person.id) },
      {
        kind: 'person.numbers-opened',
        subject: `person:${person.id}`,
        unit: person.unitId,
        data: { code: input.code, purpose: input.purpose },
      },
    )
  },
})
