/** Vào hệ thống: first page, sign-in, code, sample people, set-up, sign-out. */
import { z } from 'zod'
import { dayOf } from '../../../kernel/day.ts'
import { accept } from '../../../kernel/result.ts'
import { anyone } from '../../../kernel/right.ts'
import type { Ctx } from '../../../platform/action.ts'
import { type Next, page, submit } from '../../../platform/http/route.ts'
import { enterSample } from '../actions/enter-sample.ts'
import { setUpFirstAdministrator } from '../actions/set-up.ts'
import { signIn } from '../actions/sign-in.ts'
import { signOut } from '../actions/sign-out.ts'
import { signOutEverywhere } from '../actions/sign-out-everywhere.ts'
import { verifyTotp } from '../actions/verify-totp.ts'
import type { Entry } from '../entry.ts'
import { type EntryView, entryPage } from '../pages/entry.ts'
import { secondStepPage } from '../pages/second-step.ts'
import { setUpPage } from '../pages/set-up.ts'
import { canKeepOwnAccount } from '../rights.ts'
import { homeOf, localPath } from '../rules/home.ts'
import { codeIsAwaited, demoIsOn, isEmpty, samplePeople } from '../views.ts'

const Asked = z.object({ tiep: z.string().optional().catch(undefined) })

async function entryView(ctx: Ctx, tiep: string | undefined): Promise<EntryView> {
  const demo = await demoIsOn(ctx.tx)
  const people = demo ? await samplePeople(ctx.tx, dayOf(ctx.now)) : []
  return { empty: people.length === 0 && (await isEmpty(ctx.tx)), demo, people, tiep: localPath(tiep) }
}

/** Where a door leads: inside, to the code, or back with the refusal that was counted. */
const through = (e: Entry): Next =>
  e.outcome === 'refused' ? { to: '/dang-nhap', refused: e.refusal } : { to: e.to, session: e.token }

type Raw = Record<string, unknown>
type From = { address: string; agent: string }

const pick = (raw: Raw, names: readonly string[]): Raw => Object.fromEntries(names.map((n) => [n, raw[n]]))

const withOrigin =
  (...names: string[]) =>
  (raw: Raw, seen: From): Raw => ({ ...pick(raw, [...names, 'tiep']), address: seen.address, agent: seen.agent })

const backTo = (path: string) => (raw: Raw) =>
  typeof raw.tiep === 'string' && raw.tiep !== '' ? `${path}?tiep=${encodeURIComponent(raw.tiep)}` : path

const entrance = (path: string) =>
  page({
    path,
    title: 'Đăng nhập',
    right: anyone,
    elevated: true,
    input: Asked,
    view: async (ctx, input) => accept(await entryView(ctx, input.tiep)),
    elsewhere: (view, actor) =>
      actor.kind === 'account' ? (view.tiep ?? homeOf(actor)) : view.empty ? '/thiet-lap' : null,
    html: entryPage,
  })

/** Routes before and around sign-in. */
export const entryRoutes = [
  entrance('/'),
  entrance('/dang-nhap'),
  submit({
    path: '/dang-nhap',
    title: 'Đăng nhập',
    right: anyone,
    action: signIn,
    perMinute: 20,
    input: withOrigin('username', 'password'),
    next: through,
    back: backTo('/dang-nhap'),
  }),
  submit({
    path: '/dang-nhap/mau',
    title: 'Vào bằng người mẫu',
    right: anyone,
    action: enterSample,
    perMinute: 120,
    input: withOrigin('account'),
    next: through,
    back: backTo('/dang-nhap'),
  }),
  page({
    path: '/dang-nhap/ma',
    title: 'Nhập mã xác thực',
    right: anyone,
    elevated: true,
    input: Asked,
    view: async (ctx, input) => accept({ awaited: await codeIsAwaited(ctx.tx, ctx.now), tiep: localPath(input.tiep) }),
    elsewhere: (view, actor) => (view.awaited ? null : actor.kind === 'account' ? homeOf(actor) : '/dang-nhap'),
    html: secondStepPage,
  }),
  submit({
    path: '/dang-nhap/ma',
    title: 'Xác nhận mã',
    right: anyone,
    action: verifyTotp,
    perMinute: 20,
    input: withOrigin('code'),
    next: through,
    back: backTo('/dang-nhap/ma'),
  }),
  page({
    path: '/thiet-lap',
    title: 'Thiết lập hệ thống lần đầu',
    right: anyone,
    elevated: true,
    input: z.object({}),
    view: async (ctx) => accept({ open: await isEmpty(ctx.tx) }),
    elsewhere: (view, actor) => (view.open ? null : homeOf(actor)),
    html: setUpPage,
  }),
  submit({
    path: '/thiet-lap',
    title: 'Tạo tài khoản quản trị',
    right: anyone,
    action: setUpFirstAdministrator,
    perMinute: 20,
    input: withOrigin('username', 'name', 'post', 'password', 'passwordAgain'),
    next: through,
    back: () => '/thiet-lap',
  }),
  submit({
    path: '/dang-xuat',
    title: 'Đăng xuất',
    right: canKeepOwnAccount,
    action: signOut,
    next: () => ({ to: '/', said: 'Đã đăng xuất.', session: null }),
    back: () => '/toi/tai-khoan',
  }),
  submit({
    path: '/dang-xuat/tat-ca',
    title: 'Đăng xuất mọi nơi',
    right: canKeepOwnAccount,
    action: signOutEverywhere,
    next: (o) => ({ to: '/', said: `Đã kết thúc ${o.closed} phiên đăng nhập.`, session: null }),
    back: () => '/toi/tai-khoan',
  }),
]
