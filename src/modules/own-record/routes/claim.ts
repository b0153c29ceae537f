/** Đường dẫn nhận hồ sơ, and the public page: both are open to anybody. */
import { z } from 'zod'
import { dayOf } from '../../../kernel/day.ts'
import { accept, type Decision, refuse } from '../../../kernel/result.ts'
import { anyone } from '../../../kernel/right.ts'
import type { Ctx } from '../../../platform/action.ts'
import { nothing } from '../../../platform/http/input.ts'
import { page, type Route, submit } from '../../../platform/http/route.ts'
import { officeNames } from '../../organisations/public.ts'
import { dossiersOf } from '../../people/public.ts'
import { confirmClaim } from '../actions/confirm-claim.ts'
import { openClaim } from '../actions/open-claim.ts'
import { ticketDigest } from '../codes.ts'
import { speakOf } from '../own.ts'
import { claimPage, type FoundView, foundPage } from '../pages/claim.ts'
import { publicPage } from '../pages/public-card.ts'
import { publicCardAt } from '../public-view.ts'
import { mainPost, postWords, titlesOf } from '../rules/public-card.ts'
import { invitationOfTicket } from '../views.ts'

/** Hồ sơ tìm thấy. */
async function found(ctx: Ctx, ticket: string): Promise<Decision<FoundView>> {
  const invitation = await invitationOfTicket(ctx.tx, ticketDigest(ctx.tx.vault, ticket), ctx.now)
  const dossier =
    invitation === null ? undefined : (await dossiersOf(ctx.tx, [invitation.personId])).get(invitation.personId)
  if (dossier === undefined)
    return refuse(
      'absent',
      'own-record.claim-ended',
      'Lượt nhận hồ sơ này đã hết thời gian hoặc đã dùng. Nhập lại mã mời và ngày sinh.',
    )
  const { person, facts } = dossier
  return accept({
    ticket,
    name: person.name,
    titles: titlesOf(facts),
    code: person.code,
    post: postWords(mainPost(facts, dayOf(ctx.now)), await speakOf(ctx, [dossier])),
    body: (await officeNames(ctx.tx, [person.unitId])).get(person.unitId) ?? '',
    entries: facts.length,
    signedIn: ctx.actor.kind === 'account' ? ctx.actor.name : null,
    username: person.code.toLowerCase(),
  })
}

/** Routes before sign-in. */
export const claimRoutes: readonly Route[] = [
  page({
    path: '/nhan-ho-so',
    title: 'Nhận hồ sơ bằng mã mời',
    right: anyone,
    input: nothing(),
    view: async () => accept({}),
    html: claimPage,
  }),
  submit({
    path: '/nhan-ho-so',
    title: 'Xem dữ liệu tìm thấy',
    right: anyone,
    action: openClaim,
    perMinute: 20,
    input: (raw, seen) => ({ code: raw.code, birth: raw.birth, address: seen.address }),
    next: (o) =>
      o.outcome === 'found' ? { to: `/nhan-ho-so/${o.ticket}` } : { to: '/nhan-ho-so', refused: o.refusal },
    back: () => '/nhan-ho-so',
  }),
  page({
    path: '/nhan-ho-so/:ticket',
    title: 'Hồ sơ tìm thấy',
    right: anyone,
    elevated: true,
    input: z.object({ ticket: z.string().max(100) }),
    view: (ctx, q) => found(ctx, q.ticket),
    html: foundPage,
  }),
  submit({
    path: '/nhan-ho-so/:ticket',
    title: 'Đúng là tôi',
    right: anyone,
    action: confirmClaim,
    perMinute: 20,
    input: (raw, seen) => ({ ...raw, address: seen.address, agent: seen.agent }),
    next: (o) => ({
      to: '/toi/quyen-rieng-tu',
      said: 'Đã nhận hồ sơ. Chọn từng mục được công khai, hoặc không chọn mục nào.',
      ...(o.token === null ? {} : { session: o.token }),
    }),
    back: (raw) => `/nhan-ho-so/${String(raw.ticket)}`,
  }),
  page({
    path: '/cong-khai/tri-thuc/:slug',
    title: 'Danh bạ trí thức',
    right: anyone,
    elevated: true,
    input: z.object({ slug: z.string().regex(/^[0-9a-f]{20}$/) }),
    view: async (ctx, q) => {
      const card = await publicCardAt(ctx, q.slug)
      return card === null
        ? refuse('absent', 'page.absent', 'Không tìm thấy trang này. Có thể hồ sơ đã gộp vào hồ sơ khác.')
        : accept(card)
    },
    html: publicPage,
  }),
]
