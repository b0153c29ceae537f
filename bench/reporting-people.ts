/** Người của đêm hạn chót: officers who write, heads who send, readers who look now and then; each with a session that is open. */
import { setTimeout as sleep } from 'node:timers/promises'
import { SESSION_COOKIE } from '../src/platform/http/application.ts'
import { type Answer, type Client, newClient } from './client.ts'
import { rounded, type Spread, spread } from './figures.ts'
import { type Body, type Person, YEAR } from './reporting-world.ts'

/** What is measured, by the name of what was done. */
export type Kind =
  | 'obligations'
  | 'section'
  | 'save'
  | 'check'
  | 'hub'
  | 'layBefore'
  | 'signing'
  | 'submit'
  | 'collection'
  | 'departmentDuties'
  | 'notices'

/** Milliseconds at the reader's and at the server. */
type Sample = { readonly ms: number; readonly server: number; readonly statements: number; readonly bytes: number }

/** Samples by phase and kind; `phase` is where they go now. */
export type Meter = {
  phase: string
  readonly phases: Map<string, Map<Kind, Sample[]>>
  /** Answers nobody expected, and how many of each. */
  readonly strange: Map<string, number>
}

/** A meter that has seen nothing. */
export const newMeter = (): Meter => ({ phase: '', phases: new Map(), strange: new Map() })

/** Notes an answer under the phase that runs. */
export function note(meter: Meter, kind: Kind, a: Answer, expected: readonly number[]): void {
  if (!expected.includes(a.status)) {
    const what = `${kind}: ${a.status}`
    meter.strange.set(what, (meter.strange.get(what) ?? 0) + 1)
  }
  const kinds = meter.phases.get(meter.phase) ?? new Map<Kind, Sample[]>()
  meter.phases.set(meter.phase, kinds)
  const timing = String(a.headers['server-timing'])
  const of = (pattern: RegExp): number => Number(pattern.exec(timing)?.[1] ?? 0)
  const list = kinds.get(kind) ?? []
  kinds.set(kind, list)
  list.push({ ms: a.ms, server: of(/total;dur=([\d.]+)/), statements: of(/sql;desc="(\d+)"/), bytes: a.bytes })
}

/** The figures of a phase. */
export function found(meter: Meter, phase: string): Partial<Record<Kind, KindFound>> {
  return Object.fromEntries(
    [...(meter.phases.get(phase) ?? [])].map(([kind, list]) => [
      kind,
      {
        count: list.length,
        ...spread(list.map((s) => s.ms)),
        server: spread(list.map((s) => s.server)),
        statements: Math.max(...list.map((s) => s.statements)),
        kb: rounded(Math.max(...list.map((s) => s.bytes)) / 1024),
      },
    ]),
  )
}

/** One kind of request in one phase. */
export type KindFound = Spread & {
  readonly count: number
  readonly server: Spread
  readonly statements: number
  readonly kb: number
}

/** Somebody at the pages. */
export type Seat = { readonly client: Client; readonly csrf: () => Promise<string> }

/** Sits down with an open session, at one process or at several in turn. The form's token is asked for once. */
export function sitDown(person: Person, base: () => string): Seat {
  const cookies = { [SESSION_COOKIE]: person.token }
  const client = newClient(base, { cookies })
  let token: Promise<string> | null = null
  const ask = async (): Promise<string> => csrfOf((await client.get('/toi/nhan-nhac')).text)
  return {
    client,
    csrf: () => {
      token ??= ask()
      return token
    },
  }
}

const csrfOf = (text: string): string => /name="_csrf"[^>]*value="([^"]+)"/.exec(text)?.[1] ?? ''

/** Address of a body's report. */
export const hrefOf = (b: Pick<Body, 'code'>, sub = ''): string =>
  `/bao-cao/kh1459/${YEAR}/${encodeURIComponent(b.code)}${sub === '' ? '' : `/${sub}`}`

/** Waits some part of `ms` to twice of it: people do not work in step. */
export const think = (ms: number): Promise<void> => sleep(ms * (0.5 + Math.random()))

/** What an editor was told is saved: obligation, field, value. */
export type Typed = { readonly obligationId: string; readonly field: string; readonly value: string }

const SAVES = 6
const THINK_MS = 900

/** Writes a report section by section as long as the night lasts; what was acknowledged last stands in `typed`. */
export async function edit(
  b: Body,
  seat: Seat,
  meter: Meter,
  typed: Map<string, Typed>,
  over: () => boolean,
): Promise<void> {
  const versions = new Map<number, number>()
  const csrf = await seat.csrf()
  for (let round = 0; !over(); round++) {
    for (const [section, fields] of b.sections) {
      if (over()) return
      note(meter, 'section', await seat.client.get(hrefOf(b, String(section))), [200])
      const names = Object.keys(fields).filter((n) => !n.endsWith('.tep') && /^\d+$|[A-Za-zÀ-ỹ]/.test(fields[n] ?? ''))
      const now = new Map(Object.entries(fields))
      for (let i = 0; i < SAVES && !over(); i++) {
        await think(THINK_MS)
        const name = names[(round * SAVES + i) % Math.max(1, names.length)]
        if (name === undefined) break
        const value = changed(fields[name] ?? '', round * SAVES + i)
        now.set(name, value)
        const sent = { ...Object.fromEntries(now), version: String(versions.get(section) ?? 0), _csrf: csrf }
        const answer = await seat.client.post(hrefOf(b, `${section}/luu-nhap`), sent, 'application/json')
        note(meter, 'save', answer, [200])
        if (answer.status !== 200) break
        versions.set(section, (JSON.parse(answer.text) as { version: number }).version)
        for (const [field, v] of now)
          typed.set(`${b.obligationId} ${field}`, { obligationId: b.obligationId, field, value: v })
      }
    }
    note(meter, 'check', await seat.client.get(hrefOf(b, 'kiem-tra')), [200])
  }
}

/** Another value of the same kind: a figure stays a figure. */
const changed = (value: string, n: number): string =>
  /^\d+$/.test(value) ? String(Number(value) + 1) : `${value} (${n})`

/** Looks at pages now and then. */
export async function look(
  pages: readonly (readonly [Kind, string])[],
  seat: Seat,
  meter: Meter,
  { every, over }: { every: number; over: () => boolean },
): Promise<void> {
  await sleep(Math.random() * every)
  for (let i = Math.floor(Math.random() * pages.length); !over(); i++) {
    const [kind, page] = pages[i % pages.length] ?? ['obligations', '/viec']
    note(meter, kind, await seat.client.get(page), [200])
    await think(every)
  }
}

/** Lays a written report before the head, who looks at it and sends it; every tenth press is a double one, every twentieth comes again later. */
export async function sendReport(
  b: Body,
  n: number,
  { officer, head, meter }: { officer: Seat; head: Seat; meter: Meter },
): Promise<boolean> {
  const laid = await officer.client.post(hrefOf(b, 'trinh'), { _csrf: await officer.csrf() })
  note(meter, 'layBefore', laid, [303])
  const _csrf = await head.csrf()
  note(meter, 'signing', await head.client.get(hrefOf(b, 'ky')), [200])
  const press = () => head.client.post(hrefOf(b, 'ky'), { _csrf })
  const presses = await Promise.all(n % 10 === 3 ? [press(), press()] : [press()])
  if (n % 20 === 7) presses.push(await press())
  const taken = presses.filter((p) => p.status === 303 && String(p.headers.location).endsWith('/da-nop'))
  for (const p of presses) note(meter, 'submit', p, [303, 409, 412])
  return taken.length > 0
}
