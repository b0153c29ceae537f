/** Giao ký thay: the head names who signs in his place, by which document, on which days. */
import { z } from 'zod'
import { refuse, refuseFields } from '../../../kernel/result.ts'
import { action, done } from '../../../platform/action.ts'
import { dayField, id, oneOf, optionalDay, text } from '../../../platform/http/input.ts'
import { accountsOf } from '../../accounts/public.ts'
import { findUnitByCode } from '../../organisations/public.ts'
import { canGiveAuthority } from '../rights.ts'
import { authorityDays } from '../rules/extension-request.ts'
import { saveAuthority } from '../store.ts'
import { AUTHORITIES, type AuthorityKind } from '../words.ts'

/** Giao ký thay. Only to somebody with an account of the body; one authority of a person at a time. */
export const recordSigningAuthority = action({
  name: 'reporting.record-signing-authority',
  right: canGiveAuthority,
  input: z.object({
    unitCode: text(40, 'Thiếu mã cơ quan'),
    accountId: id('Chọn người được giao ký'),
    kind: oneOf(Object.keys(AUTHORITIES) as AuthorityKind[], 'Chọn cách ký thay'),
    headPost: text(120, 'Nhập chức vụ của người đứng đầu, ví dụ Giám đốc'),
    post: text(120, 'Nhập chức vụ của người ký, ví dụ Phó Giám đốc'),
    act: text(200, 'Nhập số, ngày của văn bản giao'),
    from: dayField('Nhập ngày bắt đầu, ví dụ 01/01/2026'),
    to: optionalDay('Ngày hết hiệu lực phải là ngày có thật, ví dụ 31/12/2026'),
  }),
  run: async (ctx, input) => {
    const unit = await findUnitByCode(ctx.tx, input.unitCode)
    if (!unit) return refuse('absent', 'report.unit', 'Không tìm thấy cơ quan này.')
    const allowed = canGiveAuthority.allows(ctx.actor, unit.id)
    if (!allowed) return refuse('forbidden', 'right', `${canGiveAuthority.sentence} Liên hệ: ${canGiveAuthority.ask}.`)
    const valid = authorityDays(input.from, input.to)
    if (!valid.ok) return valid
    const person = (await accountsOf(ctx.tx, { unitIds: [unit.id] }, null)).find((p) => p.accountId === input.accountId)
    if (!person)
      return refuseFields('report.authority-person', { accountId: 'Người này không có tài khoản của cơ quan' })
    const { kind, headPost, post, act } = input
    await saveAuthority(ctx, {
      unitId: unit.id,
      accountId: person.accountId,
      name: person.name,
      kind,
      headPost,
      post,
      act,
      valid: valid.value,
    })
    return done(
      { unitCode: unit.code, name: person.name },
      {
        kind: 'reporting.authority-given',
        subject: `unit:${unit.id}`,
        unit: unit.id,
        reason: act,
        data: { name: person.name, lines: `${kind}. ${headPost}`, from: valid.value.from, account: person.accountId },
      },
    )
  },
})
