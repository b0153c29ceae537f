/** Quản trị người dùng: list, add, one account. */
import { z } from 'zod'
import type { Role } from '../../../kernel/actor.ts'
import { dayOf } from '../../../kernel/day.ts'
import { accept, type Decision, refuse } from '../../../kernel/result.ts'
import type { Ctx } from '../../../platform/action.ts'
import { optionalText, text } from '../../../platform/http/input.ts'
import { page, submit } from '../../../platform/http/route.ts'
import { UNIT_GROUPS, unitsOn } from '../../organisations/public.ts'
import { changeAccount } from '../actions/change-account.ts'
import { revokeSession } from '../actions/close-session.ts'
import { createAccount } from '../actions/create-account.ts'
import { grantRole } from '../actions/grant-role.ts'
import { resetAccess } from '../actions/reset-access.ts'
import { restoreAccount } from '../actions/restore-account.ts'
import { revokeGrant } from '../actions/revoke-grant.ts'
import { suspendAccount } from '../actions/suspend-account.ts'
import { newOneTimePassword } from '../credentials.ts'
import { newAccountPage, type UnitChoice } from '../pages/new-account.ts'
import { type OneAccountView, oneAccountPage } from '../pages/one-account.ts'
import { type PeopleView, type PersonRow, peoplePage } from '../pages/people.ts'
import { canManageAccounts } from '../rights.ts'
import { sessionLimits } from '../rules/session.ts'
import { type AccountRow, accountByUsername, grantsOf, listAccounts, sessionsOf } from '../views.ts'
import { ACCOUNT_STATUS, type AccountStatus, GIVEN_ROLES } from '../words.ts'
import { sessionView } from './own.ts'

const PAGE = 50
const BASE = '/quan-tri/nguoi-dung'

const Filter = z.object({
  tim: optionalText(100).catch(''),
  'vai-tro': z.enum(GIVEN_ROLES).or(z.literal('')).catch('').default(''),
  'tinh-trang': z.enum(['dang-dung', 'tam-khoa']).or(z.literal('')).catch('').default(''),
  sau: optionalText(60).catch(''),
})

const personRow = (a: AccountRow): PersonRow => ({
  username: a.username,
  name: a.name,
  post: a.post,
  unit: a.unit_name,
  status: a.status,
  sample: a.sample,
  secondStep: a.second_step,
  mustChange: a.must_change,
  lockedUntil: a.locked_until,
  lastSeen: a.last_seen_at,
  roles: a.roles,
})

async function people(ctx: Ctx, q: z.infer<typeof Filter>): Promise<Decision<PeopleView>> {
  const filter = {
    text: q.tim.trim(),
    role: (q['vai-tro'] || null) as Role | null,
    status: (q['tinh-trang'] in ACCOUNT_STATUS ? q['tinh-trang'] : null) as AccountStatus | null,
  }
  const found = await listAccounts(ctx.tx, dayOf(ctx.now), filter, { after: q.sau, size: PAGE })
  return accept({
    ...found,
    rows: found.rows.map(personRow),
    filter: { tim: q.tim.trim(), vaiTro: q['vai-tro'], tinhTrang: q['tinh-trang'] },
    after: q.sau,
    size: PAGE,
  })
}

/** Bodies of today, to choose from. */
export async function unitChoices(ctx: Ctx): Promise<UnitChoice[]> {
  const units = await unitsOn(ctx.tx, dayOf(ctx.now))
  return units.map((u) => ({ id: u.id, label: u.officeName, group: UNIT_GROUPS[u.group].label }))
}

async function oneAccount(ctx: Ctx, username: string): Promise<Decision<OneAccountView>> {
  const today = dayOf(ctx.now)
  const a = await accountByUsername(ctx.tx, today, username)
  if (a === null) return refuse('absent', 'accounts.absent', `Không có tài khoản ${username}.`)
  const grants = await grantsOf(ctx.tx, a.id)
  const sessions = await sessionsOf(ctx.tx, a.id, ctx.now, sessionLimits(ctx.now).idleSince)
  return accept({
    ...personRow(a),
    id: a.id,
    phone: a.phone,
    email: a.email,
    unitId: a.unit_id,
    version: a.version,
    grants: grants.map((g) => ({ id: g.id, role: g.role, unit: g.unit_name, valid: g.valid, act: g.act })),
    sessions: sessions.map(sessionView),
    units: await unitChoices(ctx),
    password: newOneTimePassword(),
    today,
  })
}

type Raw = Record<string, unknown>
type Named = { username: string; name: string }

const pageOf = (raw: Raw): string => `${BASE}/${String(raw.username)}`

const said = (o: Named, words: string) => ({ to: `${BASE}/${o.username}`, said: words })

const keep =
  (...names: string[]) =>
  (raw: Raw): Raw =>
    Object.fromEntries(names.map((n) => [n, raw[n]]))

/** Routes of the administrator. */
export const administratorRoutes = [
  page({
    path: BASE,
    title: 'Người dùng',
    right: canManageAccounts,
    input: Filter,
    view: people,
    html: (view, seen) => peoplePage(view, seen.now),
  }),
  page({
    path: `${BASE}/them`,
    title: 'Thêm tài khoản',
    right: canManageAccounts,
    input: z.object({}),
    view: async (ctx) => accept({ units: await unitChoices(ctx), password: newOneTimePassword() }),
    html: newAccountPage,
  }),
  submit({
    path: `${BASE}/them`,
    title: 'Cấp tài khoản',
    right: canManageAccounts,
    action: createAccount,
    input: keep('username', 'name', 'post', 'phone', 'email', 'unitId', 'role', 'from', 'act', 'password'),
    next: (o) => ({
      to: `${BASE}/${o.username}`,
      said: `Đã cấp tài khoản ${o.username}. Giao mật khẩu dùng một lần cho người dùng.`,
    }),
    back: () => `${BASE}/them`,
  }),
  page({
    path: `${BASE}/:username`,
    title: (view: OneAccountView) => view.name,
    right: canManageAccounts,
    input: z.object({ username: text(60, 'Thiếu tên đăng nhập') }),
    view: (ctx, input) => oneAccount(ctx, input.username),
    html: oneAccountPage,
  }),
  submit({
    path: `${BASE}/:username/thong-tin`,
    title: 'Sửa thông tin tài khoản',
    right: canManageAccounts,
    action: changeAccount,
    input: keep('account', 'version', 'name', 'post', 'phone', 'email', 'unitId'),
    next: (o) => said(o, `Đã sửa thông tin của ${o.name}.`),
    back: pageOf,
  }),
  submit({
    path: `${BASE}/:username/quyen`,
    title: 'Cấp vai trò',
    right: canManageAccounts,
    action: grantRole,
    input: keep('account', 'role', 'unitId', 'from', 'until', 'act'),
    next: (o) => ({
      ...said(o, `Đã cấp vai trò ${o.label} cho ${o.name}.`),
      ...(o.token === null ? {} : { session: o.token }),
    }),
    back: pageOf,
  }),
  submit({
    path: `${BASE}/:username/quyen/:grant/thu-hoi`,
    title: 'Thu hồi vai trò',
    right: canManageAccounts,
    action: revokeGrant,
    input: keep('grant', 'reason'),
    next: (o) => ({
      ...said(o, `Đã thu hồi vai trò ${o.label} của ${o.name}.`),
      ...(o.token === null ? {} : { session: o.token }),
    }),
    back: pageOf,
  }),
  submit({
    path: `${BASE}/:username/tam-khoa`,
    title: 'Tạm khóa tài khoản',
    right: canManageAccounts,
    action: suspendAccount,
    input: keep('account', 'reason'),
    next: (o) => said(o, `Đã tạm khóa tài khoản của ${o.name}.`),
    back: pageOf,
  }),
  submit({
    path: `${BASE}/:username/mo-lai`,
    title: 'Mở lại tài khoản',
    right: canManageAccounts,
    action: restoreAccount,
    input: keep('account'),
    next: (o) => said(o, `Đã mở lại tài khoản của ${o.name}.`),
    back: pageOf,
  }),
  submit({
    path: `${BASE}/:username/mat-khau`,
    title: 'Cấp lại mật khẩu',
    right: canManageAccounts,
    action: resetAccess,
    input: keep('account', 'password', 'dropSecondStep'),
    next: (o) => said(o, `Đã cấp lại mật khẩu cho ${o.name}. Giao mật khẩu dùng một lần cho người dùng.`),
    back: pageOf,
  }),
  submit({
    path: `${BASE}/:username/phien/:session/ket-thuc`,
    title: 'Kết thúc phiên',
    right: canManageAccounts,
    action: revokeSession,
    input: keep('account', 'session'),
    next: (o) => ({ to: `${BASE}/${o.username}`, said: 'Đã kết thúc phiên đăng nhập.' }),
    back: pageOf,
  }),
]
