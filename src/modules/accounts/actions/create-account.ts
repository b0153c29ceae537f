/** Thêm tài khoản: for a person, with a first role where one is given. */
import { z } from 'zod'
import type { Role } from '../../../kernel/actor.ts'
import { type Day, dayOf } from '../../../kernel/day.ts'
import { accept, type Decision, refuse, refuseFields } from '../../../kernel/result.ts'
import { squeeze } from '../../../kernel/text.ts'
import { action, type Ctx, done } from '../../../platform/action.ts'
import { optionalDay, optionalText, text } from '../../../platform/http/input.ts'
import { findUnit } from '../../organisations/public.ts'
import { hashPassword } from '../credentials.ts'
import { canManageAccounts } from '../rights.ts'
import { passwordFault } from '../rules/password.ts'
import { findAccountByUsername, insertAccount, insertGrant } from '../store.ts'
import { GIVEN_ROLES, ROLES } from '../words.ts'

/** Tên đăng nhập: lower case letters, digits, dot, dash; 3 to 40. */
export const usernameField = z.preprocess(
  (v) => (typeof v === 'string' ? squeeze(v).toLowerCase() : v),
  z
    .string({ error: 'Nhập tên đăng nhập' })
    .regex(
      /^[a-z0-9][a-z0-9.-]{2,39}$/,
      'Tên đăng nhập gồm 3–40 chữ thường không dấu, chữ số, dấu chấm, gạch nối, ví dụ lan.snv',
    ),
) as unknown as z.ZodType<string>

/** A unit id or nothing. */
export const optionalUnit = z.preprocess(
  (v) => (typeof v === 'string' && v !== '' ? v : null),
  z.nullable(z.uuid('Chọn cơ quan trong danh sách')),
) as unknown as z.ZodType<string | null>

/** A role that may be given now. */
export const optionalRole = z.preprocess(
  (v) => (typeof v === 'string' && v !== '' ? v : null),
  z.nullable(z.enum(GIVEN_ROLES, { error: 'Chọn một vai trò trong danh sách' })),
) as unknown as z.ZodType<Role | null>

/** Refuses a grant without a body, or over a body that is not there on the day it begins. */
export async function checkBody(ctx: Ctx, role: Role, unitId: string | null, from: Day): Promise<Decision<null>> {
  if (unitId === null) {
    if (role === 'quan-tri') return accept(null)
    return refuseFields('accounts.body-missing', { unitId: `Chọn cơ quan cho vai trò ${ROLES[role].label}` })
  }
  if ((await findUnit(ctx.tx, unitId, from)) !== null) return accept(null)
  return refuseFields('accounts.body-absent', {
    unitId: 'Cơ quan này không còn hoạt động vào ngày bắt đầu, chọn cơ quan khác',
  })
}

/** Sample accounts have no password: they are entered by one click, and only while the setting `demo` is on. */
export const createAccount = action({
  name: 'accounts.create',
  right: canManageAccounts,
  input: z.object({
    username: usernameField,
    name: text(100, 'Nhập họ và tên'),
    post: optionalText(100).default(''),
    phone: optionalText(30).default(''),
    email: optionalText(100).default(''),
    unitId: optionalUnit,
    role: optionalRole,
    from: optionalDay().default(null),
    act: optionalText(200).default(''),
    password: z.string().max(1000).nullable().default(null),
    sample: z.boolean().default(false),
    /** The person chose the password: it need not be changed at the first sign-in. */
    ownPassword: z.boolean().default(false),
  }),
  run: async (ctx, input) => {
    const today = dayOf(ctx.now)
    const from = input.from ?? today
    if ((await findAccountByUsername(ctx.tx, input.username)) !== null) {
      return refuseFields('accounts.username-taken', {
        username: `Tên đăng nhập ${input.username} đã có, chọn tên khác`,
      })
    }
    const fault = input.sample ? null : passwordFault(input.password ?? '', input)
    if (fault !== null) return refuseFields('accounts.password-weak', { password: fault })
    if (input.role !== null) {
      const fits = await checkBody(ctx, input.role, input.unitId, from)
      if (!fits.ok) return fits
    } else if (input.unitId !== null && (await findUnit(ctx.tx, input.unitId)) === null) {
      return refuse('absent', 'accounts.unit-absent', 'Không có cơ quan này trong hệ thống.')
    }
    const accountId = ctx.newId()
    const passwordHash = input.sample ? null : await hashPassword(input.password ?? '')
    await insertAccount(ctx, { ...input, id: accountId, passwordHash, mustChange: !input.sample && !input.ownPassword })
    if (input.role !== null) {
      const grant = {
        id: ctx.newId(),
        accountId,
        role: input.role,
        unitId: input.unitId,
        valid: { from, to: null },
        act: input.act,
      }
      await insertGrant(ctx, grant)
    }
    return done(
      { id: accountId, username: input.username },
      {
        kind: 'accounts.created',
        subject: `account:${accountId}`,
        unit: input.unitId,
        data: { username: input.username, name: input.name, role: input.role, sample: input.sample },
      },
    )
  },
})
