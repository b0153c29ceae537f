/** Tài khoản của tôi. */
import { z } from 'zod'
import { dayOf } from '../../../kernel/day.ts'
import { accept, type Decision, refuse } from '../../../kernel/result.ts'
import { holdsOn } from '../../../kernel/validity.ts'
import type { Ctx } from '../../../platform/action.ts'
import { page, submit } from '../../../platform/http/route.ts'
import { changePassword } from '../actions/change-password.ts'
import { revokeSession } from '../actions/close-session.ts'
import { confirmTotp } from '../actions/confirm-totp.ts'
import { enrolTotp } from '../actions/enrol-totp.ts'
import { secondStepAddress } from '../credentials.ts'
import { type OwnAccountView, ownAccountPage, type SessionView } from '../pages/own-account.ts'
import { ownPasswordPage } from '../pages/own-password.ts'
import { type OwnSecondStepView, ownSecondStepPage } from '../pages/own-second-step.ts'
import { readPending } from '../pending-second-step.ts'
import { canKeepOwnAccount } from '../rights.ts'
import { deviceOf } from '../rules/device.ts'
import { sleeps } from '../rules/effect.ts'
import { sessionLimits } from '../rules/session.ts'
import { findAccount } from '../store.ts'
import { type AccountRow, accountById, grantsOf, recoveryCodesLeft, type SessionRow, sessionsOf } from '../views.ts'

const ABSENT = refuse('absent', 'accounts.absent', 'Tài khoản này không còn.')

/** A stored session as pages show it. */
export const sessionView = (s: SessionRow): SessionView => ({
  id: s.id,
  opened: s.opened_at,
  lastSeen: s.last_seen_at,
  address: s.address,
  device: deviceOf(s.agent),
  current: s.current,
})

const holderOfRow = (a: AccountRow) => ({ ...a, mustChange: a.must_change, secondStep: a.second_step })

async function ownAccount(ctx: Ctx): Promise<Decision<OwnAccountView>> {
  const today = dayOf(ctx.now)
  const a = await accountById(ctx.tx, today, ctx.actor.id)
  if (a === null) return ABSENT
  const sessions = await sessionsOf(ctx.tx, a.id, ctx.now, sessionLimits(ctx.now).idleSince)
  const roles = (await grantsOf(ctx.tx, a.id)).flatMap((g) =>
    g.valid !== null && holdsOn(g.valid, today)
      ? [{ role: g.role, over: g.unit_name, valid: g.valid, sleeps: sleeps(holderOfRow(a), g.role) }]
      : [],
  )
  const { id, username, name, post, phone, email, sample } = a
  return accept({
    ...{ id, username, name, post, phone, email, sample, roles },
    unit: a.unit_name,
    mustChange: a.must_change,
    secondStep: a.second_step,
    codesLeft: await recoveryCodesLeft(ctx.tx, a.id),
    sessions: sessions.map(sessionView),
  })
}

async function ownSecondStep(ctx: Ctx): Promise<Decision<OwnSecondStepView>> {
  const account = await findAccount(ctx.tx, ctx.actor.id)
  const row = await accountById(ctx.tx, dayOf(ctx.now), ctx.actor.id)
  if (account === null || row === null) return ABSENT
  const pending = account.totp_pending === null ? null : readPending(ctx.tx.vault.open(account.totp_pending))
  return accept({
    on: account.totp_secret !== null,
    sample: account.sample,
    required: row.roles.some((g) => sleeps({ ...holderOfRow(row), mustChange: false }, g.role) !== null),
    prepared: pending === null ? null : { ...pending, address: secondStepAddress(account.username, pending.secret) },
  })
}

/** Ends at the page, with the token that replaces the session's. */
const on = (to: string, said: string, token: string | null) => ({
  to,
  said,
  ...(token === null ? {} : { session: token }),
})

/** Routes of the own account. */
export const ownRoutes = [
  page({
    path: '/toi/tai-khoan',
    title: 'Tài khoản của tôi',
    right: canKeepOwnAccount,
    input: z.object({}),
    view: ownAccount,
    html: ownAccountPage,
  }),
  page({
    path: '/toi/mat-khau',
    title: 'Đổi mật khẩu',
    right: canKeepOwnAccount,
    input: z.object({}),
    view: async (ctx) => {
      const a = await accountById(ctx.tx, dayOf(ctx.now), ctx.actor.id)
      return a === null ? ABSENT : accept({ username: a.username, mustChange: a.must_change, sample: a.sample })
    },
    html: ownPasswordPage,
  }),
  submit({
    path: '/toi/mat-khau',
    title: 'Đổi mật khẩu',
    right: canKeepOwnAccount,
    action: changePassword,
    perMinute: 20,
    next: (o) => on('/toi/tai-khoan', 'Đã đổi mật khẩu. Các phiên ở máy khác đã kết thúc.', o.token),
    back: () => '/toi/mat-khau',
  }),
  page({
    path: '/toi/xac-thuc',
    title: 'Xác thực hai bước',
    right: canKeepOwnAccount,
    input: z.object({}),
    view: ownSecondStep,
    html: ownSecondStepPage,
  }),
  submit({
    path: '/toi/xac-thuc/tao',
    title: 'Tạo khóa xác thực',
    right: canKeepOwnAccount,
    action: enrolTotp,
    next: () => ({ to: '/toi/xac-thuc' }),
    back: () => '/toi/xac-thuc',
  }),
  submit({
    path: '/toi/xac-thuc',
    title: 'Bật xác thực hai bước',
    right: canKeepOwnAccount,
    action: confirmTotp,
    perMinute: 20,
    next: (o) => on('/toi/tai-khoan', 'Đã bật xác thực hai bước.', o.token),
    back: () => '/toi/xac-thuc',
  }),
  submit({
    path: '/toi/phien/:session/ket-thuc',
    title: 'Kết thúc phiên',
    right: canKeepOwnAccount,
    action: revokeSession,
    input: (raw, seen) => ({ account: seen.actor.id, session: raw.session }),
    next: () => ({ to: '/toi/tai-khoan', said: 'Đã kết thúc phiên đăng nhập.' }),
    back: () => '/toi/tai-khoan',
  }),
]
