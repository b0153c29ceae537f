/** Thêm hồ sơ: somebody the register does not have; a number that names somebody else is refused. */
import { z } from 'zod'
import { dayOf } from '../../../kernel/day.ts'
import { firstDayOf, parsePartialDay } from '../../../kernel/partial-day.ts'
import { refuse, refuseFields } from '../../../kernel/result.ts'
import { demand } from '../../../kernel/right.ts'
import { squeeze } from '../../../kernel/text.ts'
import { action, done } from '../../../platform/action.ts'
import { oneOf, optionalText, text } from '../../../platform/http/input.ts'
import { findUnitByCode } from '../../organisations/public.ts'
import { saveChanges } from '../editing.ts'
import { changeAt } from '../register.ts'
import { canEditPeople } from '../rights.ts'
import { wrongBirth } from '../rules/birth.ts'
import { changeDossier } from '../rules/change.ts'
import { checkCitizenId } from '../rules/citizen-id.ts'
import { saidBy } from '../rules/sources.ts'
import { peopleByIds } from '../views/dossiers.ts'
import { namesakes } from '../views/waiting.ts'
import type { Entry } from '../words/dossier.ts'

/** Refuses a name with digits, a birthday that is none, a wrong number; a namesake of the same birthday asks for a second look. */
export const addPerson = action({
  name: 'people.add-person',
  right: canEditPeople,
  input: z.object({
    name: text(100, 'Nhập họ và tên'),
    birth: text(20, 'Nhập ngày sinh; chỉ biết năm thì ghi năm'),
    sex: oneOf(['nam', 'nu'], 'Chọn giới tính'),
    cccd: optionalText(20),
    body: text(60, 'Nhập mã cơ quan quản lý hồ sơ'),
    seen: optionalText(5),
  }),
  run: async (ctx, input) => {
    const name = squeeze(input.name)
    if (!/^[\p{L}\p{M}][\p{L}\p{M}'’ .-]*$/u.test(name))
      return refuseFields('person.name', { name: 'Họ và tên chỉ gồm chữ, dấu nháy, gạch nối' })
    const birth = parsePartialDay(input.birth)
    if (birth === null)
      return refuseFields('person.birth', { birth: 'Ngày sinh phải là ngày có thật, ví dụ 02/09/1972' })
    const wrong = wrongBirth(birth, dayOf(ctx.now))
    if (wrong !== null) return refuseFields('person.birth', { birth: wrong })
    const unit = await findUnitByCode(ctx.tx, input.body)
    if (unit === null) return refuseFields('person.body', { body: `Không có cơ quan mã ${input.body}` })
    const may = demand(canEditPeople, ctx.actor, unit.id)
    if (!may.ok) return may
    if (input.cccd !== '') {
      const checked = checkCitizenId(input.cccd, { sex: input.sex, birth: firstDayOf(birth), on: dayOf(ctx.now) })
      if (!checked.ok) return refuseFields('person.cccd', { cccd: checked.problem ?? 'Nhập đủ 12 chữ số' })
    }
    const same = await namesakes(ctx.tx, name, birth)
    if (same.length > 0 && input.seen === '')
      return refuseFields('person.namesake', {
        seen: `Đã có ${same.map((s) => `${s.name} (${s.code})`).join(', ')} cùng ngày sinh. Mở hồ sơ ấy, hoặc đánh dấu «Là người khác» rồi thêm`,
      })
    const source = saidBy(ctx.actor)
    const entries: Entry[] = [
      { group: 'names', data: { fullName: name }, level: 1, source },
      { group: 'birth', data: { birth, sex: input.sex }, level: 1, source },
      ...(input.cccd === ''
        ? []
        : [{ group: 'identity' as const, data: { cccd: input.cccd }, level: 1 as const, source }]),
    ]
    const change = changeDossier(null, entries, changeAt(ctx, unit.id, null))
    const saved = await saveChanges(ctx, [change])
    if (!saved.ok) return saved
    const [made] = await peopleByIds(ctx.tx, [change.person.id])
    if (made === undefined) return refuse('absent', 'person.absent', 'Chưa thêm được hồ sơ.')
    return done(
      { code: made.code },
      { kind: 'person.added', subject: `person:${made.id}`, unit: unit.id, data: { code: made.code } },
    )
  },
})
