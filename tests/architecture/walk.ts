/** Đi khắp các trang: the running application on a database of its own, visited by the sample people of each role. */
import type { FastifyInstance, LightMyRequestResponse } from 'fastify'
import { loadDemo } from '../../src/demo/load.ts'
import { type Actor, ANONYMOUS, type Role, systemActor } from '../../src/kernel/actor.ts'
import { dayOf } from '../../src/kernel/day.ts'
import {
  accountsOf,
  actorOfUsername,
  authenticateMachine,
  homeOf,
  rolesInWords,
} from '../../src/modules/accounts/public.ts'
import { surroundings } from '../../src/modules/programme/public.ts'
import { badgesOf, MODULES, migrationFolders } from '../../src/modules.ts'
import type { Ctx } from '../../src/platform/action.ts'
import { readConfig } from '../../src/platform/config.ts'
import { explainConstraints } from '../../src/platform/database/constraint.ts'
import { PLATFORM_MIGRATIONS, readMigrations } from '../../src/platform/database/migrate.ts'
import { type Database, transact } from '../../src/platform/database/pool.ts'
import type { TestDatabase } from '../../src/platform/database/test-database.ts'
import { SESSION_COOKIE } from '../../src/platform/http/application.ts'
import type { Route } from '../../src/platform/http/route.ts'
import { createServer } from '../../src/platform/http/server.ts'
import { buildAssets } from '../../src/ui/assets.ts'
import { testDatabase } from '../database.ts'

/** The moment of the walk: the reports of the year are open, the deadline is near. */
export const NOW = Temporal.Instant.from('2026-11-30T02:00:00Z')

/** Somebody who visits: his session is his name, so the walk needs no passwords. */
export type Visitor = { readonly role: Role | 'khach'; readonly token: string | null; readonly actor: Actor }

/** A route people come to. */
type Page = Exclude<Route, { kind: 'api' }>

/** The running application and its sample people. */
export type Walk = {
  readonly server: FastifyInstance
  readonly db: Database
  readonly visitors: readonly Visitor[]
  /** Takes away what the process keeps, as after a start. */
  readonly forget: () => void
  readonly stop: () => Promise<void>
}

/** Every page, form and file of every module; addresses for machines are walked in `tests/api`. */
export const ROUTES: readonly Page[] = MODULES.flatMap((m) => m.routes).filter((r) => r.kind !== 'api')

const ROLES: readonly Role[] = ['so-noi-vu', 'co-quan', 'thu-truong', 'lanh-dao', 'quan-tri']

async function visitorsOf(t: TestDatabase, roles: readonly Role[]): Promise<Visitor[]> {
  const found: Visitor[] = [{ role: 'khach', token: null, actor: ANONYMOUS }]
  for (const role of roles) {
    const [account] = await transact(t.db, systemActor(), (tx) => accountsOf(tx, { role }, dayOf(NOW)))
    if (!account) throw new Error(`dữ liệu mẫu không có tài khoản vai trò ${role}`)
    const { rows } = await t.db.pool.query('select username from accounts.account where id = $1', [account.accountId])
    const token = String(rows[0].username)
    const actor = await transact(t.db, systemActor(), (tx) => actorOfUsername(tx, token, dayOf(NOW)))
    if (actor) found.push({ role, token, actor })
  }
  return found
}

/** Read once, as the server does between two refreshes. */
function remembered<T>(read: (ctx: Ctx) => Promise<T>): (ctx: Ctx) => Promise<T> {
  let value: Promise<T> | null = null
  return (ctx) => {
    value ??= read(ctx)
    return value
  }
}

/** Starts the application on a clone of the sample world; `prepare` adds to it before anybody comes. */
export async function startWalk(
  prepare: (t: TestDatabase) => Promise<void> = async () => undefined,
  roles: readonly Role[] = ROLES,
): Promise<Walk> {
  for (const m of MODULES) explainConstraints(m.constraints ?? {})
  const t = await testDatabase({ key: 'demo', fill: (db) => loadDemo(db, NOW) })
  await prepare(t)
  const server = await createServer({
    config: readConfig({ NGUYEN_KHI_API_PER_MINUTE: '1000000' }),
    db: t.db,
    clock: () => NOW,
    // Every page is asked for on a machine that may be busy with other things: what is looked at is the answer.
    stallMs: 60_000,
    modules: MODULES,
    assets: await buildAssets(),
    authenticate: (tx, token) => actorOfUsername(tx, token, dayOf(NOW)),
    authenticateMachine,
    homeOf,
    roleLabel: rolesInWords,
    surroundings: remembered(surroundings),
    badges: badgesOf,
    migrations: readMigrations([PLATFORM_MIGRATIONS, ...migrationFolders()]).map((m) => m.hash),
  })
  await server.ready()
  const stop = async () => {
    await server.close()
    await t.drop()
  }
  return { server, db: t.db, visitors: await visitorsOf(t, roles), forget: () => t.db.shelf.clear(), stop }
}

const cookiesOf = (who: Visitor): Record<string, string> => (who.token === null ? {} : { [SESSION_COOKIE]: who.token })

/** Reads a page as `who`. */
export const visitPage = (
  { server }: Walk,
  who: Visitor,
  url: string,
  headers: Record<string, string> = {},
): Promise<LightMyRequestResponse> => server.inject({ method: 'GET', url, cookies: cookiesOf(who), headers })

const tokens = new WeakMap<Visitor, Promise<{ csrf: string; secret: string }>>()

/** The token that every form carries and its secret: the sign-in form has it, and the frame of any other page. */
async function takeToken(walk: Walk, who: Visitor): Promise<{ csrf: string; secret: string }> {
  const page = await visitPage(walk, who, who.token === null ? '/dang-nhap' : '/trang-khong-co')
  return {
    csrf: /name="_csrf"[^>]*value="([^"]+)"/.exec(page.body)?.[1] ?? '',
    secret: page.cookies.find((c) => c.name === 'csrf')?.value ?? '',
  }
}

/** Sends a form as `who`, with the token every form carries. */
export async function sendForm(
  walk: Walk,
  who: Visitor,
  url: string,
  fields: Readonly<Record<string, string>>,
): Promise<LightMyRequestResponse> {
  const token = tokens.get(who) ?? takeToken(walk, who)
  tokens.set(who, token)
  const { csrf, secret } = await token
  return walk.server.inject({
    method: 'POST',
    url,
    cookies: { ...cookiesOf(who), csrf: secret },
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({ ...fields, _csrf: csrf }).toString(),
  })
}

/** Whether an address fits the pattern of a route. */
export function fits(pattern: string, url: string): boolean {
  const have = new URL(url, 'http://localhost').pathname.split('/')
  const want = pattern.split('/')
  return (
    want.length === have.length && want.every((part, i) => (part.startsWith(':') ? have[i] !== '' : part === have[i]))
  )
}

/** The route that answers a GET: exact parts win over `:name`, as in the server. */
export function pageFor(url: string): Page | undefined {
  const fitting = ROUTES.filter((r) => r.kind !== 'submit' && fits(r.path, url))
  return fitting.sort((a, b) => a.path.split(':').length - b.path.split(':').length)[0]
}

/** Addresses inside the application that a page links to. */
export const linksOf = (html: string): string[] =>
  [...html.matchAll(/<a\b[^>]*?\shref="(\/[^"#]*)/g)].map((m) => (m[1] ?? '').replaceAll('&amp;', '&'))

/** One address and its answer. */
export type Visited = {
  readonly who: Visitor
  readonly url: string
  readonly route: Page | undefined
  readonly answer: LightMyRequestResponse
  /** False for pages that were typed in, without the query some of them need. */
  readonly linked: boolean
}

const SAMPLES_PER_ROUTE = 3

/** Follows every link from the first page on, a few addresses for each route; what each visitor met. */
export async function walkAll(walk: Walk): Promise<Visited[]> {
  const met: Visited[] = []
  for (const who of walk.visitors) {
    const typed = ROUTES.filter((r) => r.kind === 'page' && !r.path.includes(':')).map((r) => r.path)
    const queue = ['/', ...typed]
    const seen = new Set<string>()
    const linked = new Set(['/'])
    const samples = new Map<string, number>()
    for (let url = queue.shift(); url !== undefined; url = queue.shift()) {
      const route = pageFor(url)
      const key = route?.path ?? url.split('/').slice(0, 3).join('/')
      const count = samples.get(key) ?? 0
      if (seen.has(url) || count >= SAMPLES_PER_ROUTE) continue
      seen.add(url)
      samples.set(key, count + 1)
      const answer = await visitPage(walk, who, url)
      met.push({ who, url, route, answer, linked: linked.has(url) })
      const links = isHtml(answer) ? linksOf(answer.body) : []
      for (const link of links) linked.add(link)
      queue.push(...links)
    }
  }
  return met
}

/** Whether an answer is a page. */
export const isHtml = (answer: LightMyRequestResponse): boolean =>
  String(answer.headers['content-type'] ?? '').startsWith('text/html')

/** An address of a route: one that was met, else the pattern with `value` in its holes. */
export function addressOf(route: Page, met: readonly Visited[], value = 'x'): string {
  const known = met.find((v) => v.route?.path === route.path)?.url
  return known ?? route.path.replaceAll(/:\w+/g, value)
}
