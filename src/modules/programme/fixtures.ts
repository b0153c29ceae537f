/** Dữ liệu thử: the real register and the real plan, up to any step of the way (tests only). */
import fs from 'node:fs'
import { type Actor, systemActor } from '../../kernel/actor.ts'
import type { Decision } from '../../kernel/result.ts'
import { type Action, perform } from '../../platform/action.ts'
import type { Database } from '../../platform/database/pool.ts'
import { uploadDocument } from '../documents/public.ts'
import { adoptPlan } from './actions/adopt-plan.ts'

/** The plan of the repository's example. */
export const planText = (): string =>
  fs.readFileSync(new URL('../../../examples/ke-hoach-1459.txt', import.meta.url), 'utf8')

/** Sở Nội vụ at work. */
export const officer = (name = 'Lê Thị Lan'): Actor => ({
  kind: 'account',
  id: `can-bo-${name}`,
  name,
  post: 'Chuyên viên',
  grants: [
    { role: 'so-noi-vu', body: '00000000-0000-7000-8000-000000000001', bodyCode: 'X.SNV', bodyName: 'Sở Nội vụ' },
  ],
  scope: 'all',
})

/** Performs an action at `at`, as the system unless somebody is named. */
export const doing =
  (db: Database, at: string, actor: Actor = systemActor()) =>
  <I, O>(what: Action<I, O>, input: unknown): Promise<Decision<O>> =>
    perform(db, { actor, now: Temporal.Instant.from(at) }, what, input)

/** Uploads a text and adopts it; throws when it is refused. */
export async function adoptText(db: Database, at: string, text: string, given: { number: string; date: string }) {
  const act = doing(db, at)
  const read = await act(uploadDocument, { text })
  if (!read.ok) throw new Error(read.message)
  const adopted = await act(adoptPlan, { document: read.value.id, seen: true, ...given })
  if (!adopted.ok) throw new Error(`${adopted.message} ${JSON.stringify(adopted.fields ?? {})}`)
  return adopted.value
}
