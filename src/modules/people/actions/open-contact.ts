/** Xem thông tin liên hệ của một hồ sơ for a stated purpose; noted for the person and in the ledger before anything is opened. */
import { z } from 'zod'
import { action, done } from '../../../platform/action.ts'
import { oneOf, text } from '../../../platform/http/input.ts'
import { dossierFor } from '../finding-dossier.ts'
import { canOpenContact } from '../rights.ts'
import { PURPOSE_CODES } from '../rules/purpose.ts'
import { noteViewing } from '../viewing.ts'

const Input = z.object({ code: text(20, 'Thiếu mã hồ sơ'), purpose: oneOf(PURPOSE_CODES, 'Chọn mục đích xem') })

/** Refuses without a purpose. */
export const openContact = action({
  name: 'people.open-contact',
  right: canOpenContact,
  input: Input,
  run: async (ctx, input) => {
    const found = await dossierFor(ctx, input.code, canOpenContact)
    if (!found.ok) return found
    const { person, facts } = found.value
    await noteViewing(ctx, { people: [person.id], groups: ['contact'], purpose: input.purpose })
    return done(
      { person, opened: facts.filter((f) => f.group === 'contact' && f.level >= 0 && f.to === null) },
      {
        kind: 'person.contact-opened',
        subject: `person:${person.id}`,
        unit: person.unitId,
        data: { code: input.code, purpose: input.purpose },
      },
    )
  },
})
