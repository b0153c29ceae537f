/** Tìm theo số định danh: sent as a form, so that the number never stands in an address; the search itself is recorded. */
import { z } from 'zod'
import { refuseFields } from '../../../kernel/result.ts'
import { action, done } from '../../../platform/action.ts'
import { text } from '../../../platform/http/input.ts'
import { askedOf } from '../asking.ts'
import { canSeeBasic } from '../rights.ts'
import { readConditions } from '../rules/conditions.ts'
import { readSought } from '../rules/name-query.ts'
import { foundPage } from '../views/found.ts'
import { listedPeople } from '../views/list.ts'

/** Finds the dossier within the reader's scope; refused when the number has not twelve digits, or nobody there bears it. */
export const findByNumber = action({
  name: 'people.find-by-number',
  right: canSeeBasic,
  input: z.object({ number: text(40, 'Nhập số định danh cá nhân') }),
  run: async (ctx, input) => {
    const sought = readSought(input.number)
    if (sought.kind !== 'number') {
      const digits = input.number.replace(/\D/g, '').length
      return refuseFields('people.number', {
        number: `Số định danh cá nhân phải có 12 chữ số, hiện có ${digits}`,
      })
    }
    const asked = await askedOf(ctx, { ...readConditions({}), q: sought.value })
    const { ids } = await foundPage(ctx.tx, asked, { sort: 'ten', direction: 'asc', limit: 1, offset: 0 })
    const [person] = await listedPeople(ctx.tx, ids, asked.day)
    if (person === undefined)
      return refuseFields('people.number', {
        number: 'Không có hồ sơ nào mang số này trong phạm vi được xem',
      })
    return done(
      { code: person.code },
      {
        kind: 'person.found-by-number',
        subject: `person:${person.id}`,
        unit: person.unitId,
        data: { code: person.code },
      },
    )
  },
})
