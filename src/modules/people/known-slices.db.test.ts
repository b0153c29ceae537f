/**
 * Số liệu đã biết hôm qua hôm nay vẫn đọc lại được: random edits of a few people with a clock; what was counted at every instant is
 * counted again as known at that instant, whatever was written, undone, merged or withdrawn since.
 */
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabase } from '../../../tests/database.ts'
import { systemActor } from '../../kernel/actor.ts'
import { day } from '../../kernel/day.ts'
import type { PartialDay } from '../../kernel/partial-day.ts'
import { type Ctx, newId } from '../../platform/action.ts'
import { transact } from '../../platform/database/pool.ts'
import { row, rows, run, sql } from '../../platform/database/sql.ts'
import { asOwner, type TestDatabase } from '../../platform/database/test-database.ts'
import { changeAt, mergePeople, undoPeople, writePeople } from './register.ts'
import { remakeOldSlices } from './remake.ts'
import { changeDossier } from './rules/change.ts'
import { withoutFacts } from './rules/settled.ts'
import { SLICE_RULES } from './rules/slices.ts'
import { countPeople, everybody } from './views/counted.ts'
import { dossiersOf } from './views/dossiers.ts'
import type { Dossier, Entry } from './words/dossier.ts'

const BODIES = [newId(), newId()] as const
const START = Temporal.Instant.from('2024-01-02T01:00:00Z')
const DAY = day('2024-06-30')
let t: TestDatabase

beforeAll(async () => {
  t = await testDatabase()
})
afterAll(() => t.drop())

const inTx = <T>(now: Temporal.Instant, work: (ctx: Ctx) => Promise<T>): Promise<T> =>
  transact(t.db, systemActor(), (tx) => work({ tx, actor: systemActor(), now, newId }))

/** Everything that measures can split by, as known at an instant. */
const figure = (known: Temporal.Instant | null): Promise<string> =>
  inTx(START, async ({ tx }) => {
    const by = ['sector', 'degree', 'unit', 'keeper', 'sex', 'age'] as const
    const found = await countPeople(tx, everybody(DAY, known, 'all'), by)
    const trained = await countPeople(tx, { ...everybody(DAY, known, 'all'), fit: ['dat'], international: false }, [])
    return JSON.stringify([found.map((r) => JSON.stringify(r)).sort(), trained])
  })

const says = (group: Entry['group'], data: Entry['data'], more: Partial<Entry> = {}): Entry => ({
  group,
  data,
  level: 1,
  source: 'nhap:thu:1',
  ...more,
})
const year = (n: number): PartialDay => String(n) as PartialDay

type Step = { readonly kind: string; readonly who: number; readonly other: number; readonly value: number }

const entries = ({ kind, value }: Step): Entry[] => {
  if (kind === 'degree') return [says('education', { level: String(5 + (value % 4)), graduated: 2000 + value })]
  if (kind === 'post')
    return [says('post', { body: BODIES[value % 2] ?? '', kind: 'chinh' }, { from: year(2010 + (value % 15)) })]
  if (kind === 'course') return [says('state-training', { programme: value % 2 === 0 ? 'cv' : 'cvc' })]
  if (kind === 'contact') return [says('contact', { phone: `09${value}` })]
  return [says('birth', { birth: `19${60 + (value % 30)}`, sex: value % 2 === 0 ? 'nam' : 'nu' })]
}

const fresh = (n: number): Entry[] => [
  says('names', { fullName: `Người Thử ${n}` }),
  says('birth', { birth: `19${60 + (n % 30)}-05-06`, sex: 'nam' }),
  says('category', { category: 'cong-chuc', sector: n % 2 === 0 ? 'y-te' : 'luat', main: true }),
  says('rank', { code: '01.003' }),
  says('education', { level: '6', graduated: 2005 }),
]

const step = fc.record({
  kind: fc.constantFrom('add', 'degree', 'post', 'course', 'contact', 'birth', 'withdraw', 'move', 'merge', 'undo'),
  who: fc.nat(5),
  other: fc.nat(5),
  value: fc.nat(20),
})

/** One change; nothing when the people it would need are not there. */
async function apply(ctx: Ctx, s: Step, people: string[], batches: string[]): Promise<void> {
  const batch = newId()
  const dossier = async (n: number): Promise<Dossier | null> => {
    const id = people[n % Math.max(1, people.length)]
    const found = id === undefined ? undefined : (await dossiersOf(ctx.tx, [id])).get(id)
    return found === undefined || found.person.removed || found.person.mergedInto !== null ? null : found
  }
  if (s.kind === 'add' || people.length === 0) {
    const change = changeDossier(null, fresh(s.value), changeAt(ctx, BODIES[0], batch))
    await writePeople(ctx, [change], batch)
    people.push(change.person.id)
    batches.push(batch)
    return
  }
  if (s.kind === 'undo') {
    const last = batches.pop()
    if (last !== undefined) await undoPeople(ctx, last)
    return
  }
  const d = await dossier(s.who)
  if (d === null) return
  const at = changeAt(ctx, d.person.unitId, batch)
  if (s.kind === 'withdraw') {
    const gone = d.facts[s.value % Math.max(1, d.facts.length)]
    if (gone !== undefined) await writePeople(ctx, [withoutFacts(d, [gone.id])], null)
    batches.length = 0
    return
  }
  if (s.kind === 'move') {
    const change = withoutFacts(d, [])
    await writePeople(
      ctx,
      [{ ...change, person: { ...change.person, unitId: BODIES[s.value % 2] ?? BODIES[0] } }],
      null,
    )
    batches.length = 0
    return
  }
  if (s.kind === 'merge') {
    const other = await dossier(s.other)
    if (other === null || other.person.id === d.person.id) return
    await mergePeople(ctx, { survivor: d, other, choices: { fields: [], slots: [] }, mergeId: batch })
    batches.push(batch)
    return
  }
  await writePeople(ctx, [changeDossier(d, entries(s), at)], batch)
  batches.push(batch)
}

describe('số liệu đã biết ở một thời điểm', () => {
  it('đọc lại đúng như đã trả lời, qua sửa, rút, chuyển, gộp, hoàn tác', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14 }), async (steps) => {
        await asOwner(
          t.db,
          'truncate people.person, people.fact, people.identifier, people.sealed_fact, people.slice, people.slice_known cascade',
        )
        const people: string[] = []
        const batches: string[] = []
        const told: { at: Temporal.Instant; said: string }[] = []
        for (const [i, s] of steps.entries()) {
          const now = START.add({ hours: i + 1 })
          await inTx(now, (ctx) => apply(ctx, s, people, batches))
          told.push({ at: now, said: await figure(null) })
        }
        for (const { at, said } of told) {
          expect(await figure(at)).toBe(said)
          expect(await figure(at.add({ minutes: 30 }))).toBe(said)
        }
      }),
      { numRuns: 25 },
    )
  }, 120_000)

  it('người mới không để lại gì trong sổ đã biết; mục không đổi số liệu cũng không', async () => {
    await asOwner(t.db, 'truncate people.slice_known')
    const kept = () =>
      inTx(START, ({ tx }) => row<{ n: number }>(tx, sql`select count(*) as n from people.slice_known`)).then(
        (r) => r.n,
      )
    const people: string[] = []
    await inTx(START, (ctx) => apply(ctx, { kind: 'add', who: 0, other: 0, value: 3 }, people, []))
    expect(await kept()).toBe(0)
    await inTx(START.add({ hours: 9 }), (ctx) =>
      apply(ctx, { kind: 'contact', who: 0, other: 0, value: 3 }, people, []),
    )
    expect(await kept()).toBe(0)
    await inTx(START.add({ hours: 10 }), (ctx) =>
      apply(ctx, { kind: 'degree', who: 0, other: 0, value: 3 }, people, []),
    )
    expect(await kept()).toBeGreaterThan(0)
  })

  it('quy tắc mới: lát cắt của người đã có được làm lại một lần, vẫn tính là đã biết từ trước', async () => {
    const people: string[] = []
    await inTx(START, (ctx) => apply(ctx, { kind: 'add', who: 0, other: 0, value: 4 }, people, []))
    const slices = () =>
      inTx(START, ({ tx }) =>
        rows(tx, sql`select * from people.slice where person_id = ${people[0] ?? ''} order by from_day`),
      )
    const before = await slices()
    await asOwner(t.db, 'update people.slice set profession = null, training = null, fit = null, birth_last = null')
    await asOwner(t.db, 'update people.slice_rules set rules = 1')
    await inTx(START, ({ tx }) => remakeOldSlices(tx))
    expect(await slices()).toEqual(before)
    expect(await inTx(START, ({ tx }) => row(tx, sql`select rules from people.slice_rules`))).toEqual({
      rules: SLICE_RULES,
    })
    expect(
      await inTx(START, ({ tx }) =>
        run(tx, sql`select 1 from people.slice_known where known_to > ${START.add({ hours: 500 })}`),
      ),
    ).toBe(0)
  })
})
