/** Vẽ trang: puts the frame around what a page drew: menu within rights, counters, bands, messages. */
import { type Actor, homeBody } from '../../kernel/actor.ts'
import { showInstant } from '../../kernel/day.ts'
import type { Refusal } from '../../kernel/result.ts'
import { givenName } from '../../kernel/text.ts'
import { linkButton } from '../../ui/button.ts'
import { DISPLAY_COOKIE, readDisplay } from '../../ui/display.ts'
import { errorSummary } from '../../ui/form.ts'
import { type Html, toText } from '../../ui/html.ts'
import { errorBody, forbiddenBody, message, notFoundBody, trouble } from '../../ui/message.ts'
import { type Frame, type MenuGroup, type Page, page } from '../../ui/page.ts'
import type { Badge, MenuEntry } from '../module.ts'
import { narrow } from './narrow.ts'
import { opens } from './opens.ts'
import type { Drawn, PageRoute } from './route.ts'
import type { Visit } from './visit.ts'

/** The whole document of a page route. */
export async function drawPage(
  v: Visit,
  r: PageRoute<unknown, unknown>,
  view: unknown,
  again: { refusal: Refusal; typed: Record<string, string> } | null,
  said: string | null,
): Promise<string> {
  const frame = await frameOf(v)
  const drawn = r.html(view, {
    actor: v.ctx.actor,
    now: v.ctx.now,
    url: v.request.url,
    csrf: frame.csrf,
    refusal: again?.refusal ?? null,
    typed: again?.typed ?? {},
    opens: opens(
      v.app.modules.flatMap((m) => m.routes),
      v.ctx.actor,
    ),
  })
  const title = typeof r.title === 'string' ? r.title : r.title(view)
  const own = bodyOf(drawn)
  const messages = [
    said === null ? '' : message({ kind: 'ok', title: said }),
    again ? refusalBand(again.refusal) : '',
    own.messages ?? '',
  ]
  return toText(page(frame, { title, ...own, failed: again !== null, messages }))
}

/** What was refused, above the page: the summary of the fields, or one band with the sentence and its ground. */
function refusalBand(refusal: Refusal): Html {
  const fields = refusal.fields ?? {}
  if (Object.keys(fields).length > 0) return errorSummary(fields)
  return message({ kind: 'late', title: refusal.message, body: refusal.ground ? `Căn cứ: ${refusal.ground}` : '' })
}

const isPage = (d: Drawn): d is Partial<Page> & Pick<Page, 'body'> =>
  typeof d === 'object' && 'body' in d && !('isEscaped' in d)

const bodyOf = (d: Drawn): Partial<Page> & Pick<Page, 'body'> => (isPage(d) ? d : { body: d as Html })

/** The page shown instead of one that was refused or failed. */
export async function drawRefusal(v: Visit, refusal: Refusal): Promise<string> {
  const frame = await frameOf(v)
  const title =
    { absent: 'Không tìm thấy trang này', forbidden: 'Chưa có quyền' }[refusal.kind as string] ?? 'Chưa thực hiện được'
  return toText(page(frame, { title, body: refusalBody(v, refusal), asOf: null }))
}

function refusalBody(v: Visit, refusal: Refusal): Html {
  const code = v.request.id
  const { actor } = v.ctx
  const home = actor.kind === 'anonymous' ? '' : linkButton({ label: 'Về trang đầu', href: v.app.homeOf(actor) })
  if (refusal.code === 'fault') return errorBody(code)
  if (refusal.kind === 'forbidden') return forbiddenBody(refusal.message, home)
  if (refusal.code === 'page.absent') return notFoundBody(home)
  return trouble({
    title: refusal.kind === 'absent' ? 'Không tìm thấy' : 'Chưa thực hiện được',
    cause: refusal.message,
    code,
  })
}

async function frameOf(v: Visit): Promise<Frame> {
  const { app, ctx, request, reply } = v
  const { actor, now } = ctx
  await narrow(v, false)
  const around = await app.surroundings(ctx)
  const badges = actor.kind === 'anonymous' ? [] : await app.badges(ctx)
  const body = homeBody(actor)
  return {
    asset: (name) => app.assets.url(name),
    system: 'Nguyên Khí',
    place: around.place,
    menu:
      actor.kind === 'anonymous'
        ? []
        : menuOf(
            app.modules.flatMap((m) => m.menu ?? []),
            actor,
            badges,
          ),
    path: request.url,
    user:
      actor.kind === 'account'
        ? {
            name: actor.name,
            body: body?.bodyName ?? '',
            letter: givenName(actor.name).slice(0, 1),
            roles: app.roleLabel(actor),
          }
        : null,
    csrf: reply.generateCsrf(),
    signInHref: '/dang-nhap',
    signOutAction: '/dang-xuat',
    userLinks: [{ label: 'Tài khoản của tôi', href: '/toi/tai-khoan' }],
    unread: badges.find((b) => b.path === 'bell')?.count ?? 0,
    ...(actor.kind === 'account' ? { noticesHref: '/thong-bao', search: { href: '/tim', json: '/tim' } } : {}),
    ...(around.period ? { period: around.period } : {}),
    helpHref: '/tro-giup',
    asOf: showInstant(now),
    demo: around.demo,
    ...(app.config.pretendedNow ? { fixedClock: showInstant(now) } : {}),
    display: readDisplay(request.cookies[DISPLAY_COOKIE]),
    displayAction: '/hien-thi',
  }
}

const GROUPS: readonly MenuEntry['group'][] = ['Công việc', 'Trí thức', 'Kế hoạch', 'Điều hành', 'Quản trị']

function menuOf(entries: readonly MenuEntry[], actor: Actor, badges: readonly Badge[]): MenuGroup[] {
  return GROUPS.map((title) => ({
    title,
    items: entries
      .filter((e) => e.group === title && e.shows(actor))
      .sort((a, b) => a.order - b.order)
      .map((e) => {
        const badge = badges.find((b) => b.path === e.path)
        return {
          label: e.label,
          href: e.path,
          icon: e.icon,
          ...(badge ? { count: badge.count, countLabel: badge.label, countKind: badge.tone } : {}),
        }
      }),
  })).filter((g) => g.items.length > 0)
}
