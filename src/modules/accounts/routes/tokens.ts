/** Khóa truy cập của hệ thống khác: list, issue, revoke. */
import { z } from 'zod'
import { addDays, dayOf } from '../../../kernel/day.ts'
import { accept, type Decision } from '../../../kernel/result.ts'
import type { Ctx } from '../../../platform/action.ts'
import { page, submit } from '../../../platform/http/route.ts'
import { issueToken } from '../actions/issue-token.ts'
import { revokeToken } from '../actions/revoke-token.ts'
import { TOKENS, type TokensView, tokensPage } from '../pages/tokens.ts'
import { canManageAccounts } from '../rights.ts'
import { LONGEST_DAYS, stateOfToken } from '../rules/service-token.ts'
import { tokensIssued } from '../views.ts'
import { unitChoices } from './administrator.ts'

const SHOWN = 200

async function tokens(ctx: Ctx): Promise<Decision<TokensView>> {
  const found = await tokensIssued(ctx.tx, ctx.now, SHOWN)
  return accept({
    tokens: found.map((t) => ({
      id: t.id,
      name: t.name,
      purpose: t.purpose,
      unit: t.unit_name,
      role: t.role,
      mayWrite: t.may_write,
      hint: t.hint,
      issued: t.issued_at,
      issuedBy: t.issued_by_name,
      ends: t.ends_at,
      lastUsed: t.last_used_at,
      state: stateOfToken({ revokedAt: t.revoked_at, endsAt: t.ends_at }, ctx.now),
    })),
    units: await unitChoices(ctx),
    latest: addDays(dayOf(ctx.now), LONGEST_DAYS),
  })
}

/** Routes of the keys. */
export const tokenRoutes = [
  page({
    path: TOKENS,
    title: 'Khóa truy cập',
    right: canManageAccounts,
    input: z.object({}),
    view: tokens,
    html: tokensPage,
  }),
  submit({
    path: TOKENS,
    title: 'Cấp khóa truy cập',
    right: canManageAccounts,
    action: issueToken,
    next: (o) => ({
      to: TOKENS,
      said: `Đã cấp khóa cho ${o.name}. Chép ngay và giao cho người quản lý hệ thống ấy, khóa không hiện lại: ${o.token}`,
    }),
    back: () => TOKENS,
  }),
  submit({
    path: `${TOKENS}/:token/thu-hoi`,
    title: 'Thu hồi khóa truy cập',
    right: canManageAccounts,
    action: revokeToken,
    next: (o) => ({ to: TOKENS, said: `Đã thu hồi khóa truy cập của ${o.name}.` }),
    back: () => TOKENS,
  }),
]
