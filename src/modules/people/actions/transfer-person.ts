/** Chuyển hồ sơ sang cơ quan khác quản lý. */
import { z } from 'zod'
import { inScope } from '../../../kernel/actor.ts'
import { refuse, refuseFields } from '../../../kernel/result.ts'
import { action, done } from '../../../platform/action.ts'
import { text } from '../../../platform/http/input.ts'
import { officeNames } from '../../organisations/public.ts'
import { saveChanges } from '../editing.ts'
import { dossierFor } from '../finding-dossier.ts'
import { formBooks } from '../form-books.ts'
import { canTransferPeople } from '../rights.ts'
import { settled } from '../rules/settled.ts'

const Input = z.object({
  code: text(20, 'Thiếu mã hồ sơ'),
  body: text(200, 'Nhập tên cơ quan nhận quản lý hồ sơ'),
  reason: text(1000, 'Nhập căn cứ chuyển, ví dụ số và ngày của quyết định'),
})

/** Refuses a body that is not known, and one outside the actor's own: that is for Sở Nội vụ. */
export const transferPerson = action({
  name: 'people.transfer-person',
  right: canTransferPeople,
  input: Input,
  run: async (ctx, input) => {
    const found = await dossierFor(ctx, input.code, canTransferPeople)
    if (!found.ok) return found
    const to = (await formBooks(ctx, {})).unitOf('unit', input.body)
    if (to === null)
      return refuseFields('transfer.body', {
        body: `Không có cơ quan nào tên "${input.body}". Ghi tên đầy đủ như trong sổ bộ tổ chức.`,
      })
    const { person } = found.value
    if (to === person.unitId) return refuseFields('transfer.same', { body: 'Cơ quan này đang quản lý hồ sơ' })
    if (!inScope(ctx.actor, to))
      return refuse(
        'forbidden',
        'transfer.outside',
        'Cơ quan nhận nằm ngoài phạm vi của cơ quan. Liên hệ: Sở Nội vụ để chuyển hồ sơ.',
      )
    const names = await officeNames(ctx.tx, [person.unitId, to])
    const change = settled(found.value)
    const saved = await saveChanges(ctx, [{ ...change, person: { ...change.person, unitId: to } }])
    if (!saved.ok) return saved
    return done(
      { code: input.code, body: names.get(to) ?? '' },
      {
        kind: 'person.transferred',
        subject: `person:${person.id}`,
        unit: to,
        reason: input.reason,
        data: { code: input.code, from: names.get(person.unitId) ?? '', to: names.get(to) ?? '' },
      },
    )
  },
})
