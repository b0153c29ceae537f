/** Sổ thử của các phép thử chấp nhận: the lists and bodies of the product, officers who act on dossiers, and what their screens show. */
import type { Actor } from '../../src/kernel/actor.ts'
import { systemActor } from '../../src/kernel/actor.ts'
import type { Decision } from '../../src/kernel/result.ts'
import { addPerson } from '../../src/modules/people/actions/add-person.ts'
import { readPeopleList } from '../../src/modules/people/list-screen.ts'
import type { ListView } from '../../src/modules/people/pages/list.ts'
import type { ProfileView } from '../../src/modules/people/pages/profile.ts'
import { type ProfileAsked, readProfile } from '../../src/modules/people/profile-screen.ts'
import { changeAt, writePeople } from '../../src/modules/people/register.ts'
import { changeDossier } from '../../src/modules/people/rules/change.ts'
import { readConditions } from '../../src/modules/people/rules/conditions.ts'
import { dossiersOf, personByCode } from '../../src/modules/people/views/dossiers.ts'
import type { Dossier, Entry } from '../../src/modules/people/words/dossier.ts'
import { type Action, type Ctx, newId, perform } from '../../src/platform/action.ts'
import { type Database, transact } from '../../src/platform/database/pool.ts'
import { row, sql } from '../../src/platform/database/sql.ts'
import { testDatabase } from '../database.ts'
import { BODY, importWorld, NOW } from './import-world.ts'

const SYSTEM = systemActor('Hệ thống')

/** What the form of an entry sends: `m-` before each field. */
export const typed = (values: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(values).map(([k, v]) => [`m-${k}`, v]))

/** Somebody with one role over one body. */
function actor(role: Actor['grants'][number]['role'], body: string, code: string, scope: Actor['scope']): Actor {
  return {
    kind: 'account',
    id: `00000000-0000-7000-8000-0000000000${role.length}${code.length}`,
    name: `Cán bộ ${code}`,
    post: '',
    grants: [{ role, body, bodyCode: code, bodyName: code }],
    scope,
  }
}

/** The screens of dossiers as somebody sees them. */
export function screensOf(db: Database, now: Temporal.Instant) {
  const reading = <T>(who: Actor, read: (ctx: Ctx) => Promise<T>): Promise<T> =>
    transact(db, who, (tx) => read({ tx, actor: who, now, newId }))
  return {
    reading,
    /** The list of an address. */
    listed: (query: Record<string, unknown>, who: Actor): Promise<ListView> =>
      reading(who, (ctx) => readPeopleList(ctx, readConditions(query))),
    /** The page of a dossier. */
    profile: async (code: string, asked: Partial<ProfileAsked>, who: Actor): Promise<ProfileView> => {
      const whole: ProfileAsked = {
        code,
        tab: 'tong-quan',
        day: null,
        knownOn: null,
        list: null,
        place: null,
        ...asked,
      }
      const found = await reading(who, (ctx) => readProfile(ctx, whole))
      if (!found.ok) throw new Error(`${found.code}: ${found.message}`)
      if (found.value.movedTo !== null) throw new Error(`${code} lives on under ${found.value.movedTo}`)
      return found.value
    },
  }
}

/** A database of its own with lists and bodies, and hands to act on it. */
export async function peopleWorld() {
  const t = await testDatabase()
  const { db } = t
  await importWorld(db).prepare()
  const idOf = async (code: string): Promise<string> =>
    (
      await transact(db, SYSTEM, (tx) =>
        row<{ id: string }>(
          tx,
          sql`select unit_id as id from organisations.unit_identifier where value = ${code} limit 1`,
        ),
      )
    ).id
  const [health, school] = [await idOf(BODY), await idOf('H24.SGDDT')]
  const province = (): Actor => actor('so-noi-vu', health, 'H24.SNV', 'all')
  const act = <I, O>(what: Action<I, O>, input: unknown, who = province()): Promise<Decision<O>> =>
    perform(db, { actor: who, now: NOW }, what, input)
  const must = async <I, O>(what: Action<I, O>, input: unknown, who = province()): Promise<O> => {
    const done = await act(what, input, who)
    if (!done.ok) throw new Error(`${done.code}: ${done.message} ${JSON.stringify(done.fields)}`)
    return done.value
  }
  const screens = screensOf(db, NOW)
  let count = 0
  return {
    db,
    system: SYSTEM,
    health,
    school,
    actor,
    province,
    officer: (): Actor => actor('co-quan', health, BODY, [health]),
    act,
    must,
    close: () => t.drop(),
    /** Adds somebody; answers with the code of the dossier. */
    added: async (name: string, more: Record<string, string> = {}): Promise<string> => {
      count++
      const birth = `${String((count % 27) + 1).padStart(2, '0')}/03/1980`
      return (await must(addPerson, { name, birth, sex: 'nam', body: BODY, seen: 'co', ...more })).code
    },
    dossierOf: (code: string): Promise<Dossier> =>
      transact(db, province(), async (tx) => {
        const p = await personByCode(tx, code)
        const d = p === null ? undefined : (await dossiersOf(tx, [p.id])).get(p.id)
        if (d === undefined) throw new Error('no dossier')
        return d
      }),
    /** Writes entries the way an import does. */
    says: (code: string, entries: readonly Entry[]): Promise<void> =>
      transact(db, province(), async (tx) => {
        const ctx = { tx, actor: province(), now: NOW, newId }
        const p = await personByCode(tx, code)
        const d = p === null ? null : ((await dossiersOf(tx, [p.id])).get(p.id) ?? null)
        await writePeople(ctx, [changeDossier(d, entries, changeAt(ctx, health, null))], null)
      }),
    listed: (query: Record<string, unknown>, who = province()) => screens.listed(query, who),
    profile: (code: string, asked: Partial<ProfileAsked> = {}, who = province()) => screens.profile(code, asked, who),
    reading: screens.reading,
  }
}

/** What `peopleWorld` opens. */
export type PeopleWorld = Awaited<ReturnType<typeof peopleWorld>>
