/** Mở dữ liệu nhạy cảm của một hồ sơ for a stated purpose; noted for the person and in the ledger before anything is opened. */
import { z } from 'zod'
import { action, done } from '../../../platform/action.ts'
import { oneOf, text } from '../../../platform/http/input.ts'
import { dossierFor } from '../finding-dossier.ts'
import { canSeeSensitive } from '../rights.ts'
import { PURPOSE_CODES } from '../rules/purpose.ts'
import { noteViewing } from '../viewing.ts'
import { openSealed } from '../views/dossiers.ts'

const Input = z.object({ code: text(20, 'Thiếu mã hồ sơ'), purpose: oneOf(PURPOSE_CODES, 'Chọn mục đích xem') })

/** Refuses without a purpose. */
export const openSensitive = action({
  name: 'people.open-sensitive',
  right: canSeeSensitive,
  input: Input,
  run: async (ctx, input) => {
    const found = await dossierFor(ctx, input.code, canSeeSensitive)
    if (!found.ok) return found
    const { person } = found.value
    await noteViewing(ctx, {
      people: [person.id],
      groups: ['ethnicity', 'party', 'discipline'],
      purpose: input.purpose,
      sensitive: true,
    })
    return done(
      { person, opened: await openSealed(ctx.tx, person.id) },
      {
        kind: 'person.sensitive-opened',
        subject: `person:${person.id}`,
        unit: person.unitId,
        data: { code: input.code, purpose: input.purpose },
      },
    )
  },
})
