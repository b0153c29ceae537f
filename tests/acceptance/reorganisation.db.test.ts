/**
 * Sắp xếp tổ chức qua mọi mô-đun: a department of the sample province ends, shared between two others; its accounts, dossiers and tasks
 * go where they were sent, in one transaction with one fact, and nothing is left without a keeper.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadDemo } from '../../src/demo/load.ts'
import { systemActor } from '../../src/kernel/actor.ts'
import { dayOf, showDay } from '../../src/kernel/day.ts'
import type { Decision } from '../../src/kernel/result.ts'
import { applyEvent } from '../../src/modules/organisations/actions/apply-event.ts'
import { chooseEventUnits } from '../../src/modules/organisations/actions/choose-event-units.ts'
import { openEventDraft } from '../../src/modules/organisations/actions/open-event-draft.ts'
import { reverseEvent } from '../../src/modules/organisations/actions/reverse-event.ts'
import { settleHeld } from '../../src/modules/organisations/actions/settle-held.ts'
import { shareEventOut } from '../../src/modules/organisations/actions/share-event-out.ts'
import { judgeDraft, type Keepers } from '../../src/modules/organisations/event-work.ts'
import { heirField } from '../../src/modules/organisations/rules/settle.ts'
import { findDraft } from '../../src/modules/organisations/views/drafts.ts'
import { assignTasks } from '../../src/modules/programme/actions/assign-tasks.ts'
import { MODULES } from '../../src/modules.ts'
import { type Action, newId, perform } from '../../src/platform/action.ts'
import { transact } from '../../src/platform/database/pool.ts'
import { asOwner, type TestDatabase } from '../../src/platform/database/test-database.ts'
import { firstBrokenFact } from '../../src/platform/ledger/record.ts'
import { NOW } from '../architecture/walk.ts'
import { testDatabase } from '../database.ts'

let t: TestDatabase
const actor = systemActor('Trần Thị Lan')
const act = <I, O>(what: Action<I, O>, input: unknown): Promise<Decision<O>> =>
  perform(t.db, { actor, now: NOW }, what, input)

async function must<O>(decision: Promise<Decision<O>>): Promise<O> {
  const d = await decision
  if (!d.ok) throw new Error(`${d.code}: ${d.message} ${JSON.stringify(d.fields)}`)
  return d.value
}

/** The fold of the product itself. */
const keepers: Keepers = {
  heldBy: async (ctx, units) => {
    const all = []
    for (const m of MODULES) all.push(...((await m.heldBy?.(ctx, units)) ?? []))
    return all
  },
  handOver: async (ctx, moves) => {
    let moved = 0
    for (const m of MODULES) {
      const own = moves.filter((x) => x.item.startsWith(`${m.name}.`))
      const handed = own.length > 0 ? await m.handOver?.(ctx, own) : undefined
      if (handed && !handed.ok) return handed
      moved += handed?.value ?? 0
    }
    return { ok: true, value: moved }
  },
}

const one = async <R extends Record<string, unknown>>(text: string, values: unknown[] = []): Promise<R> => {
  const [row] = await asOwner<R>(t.db, text, values)
  if (row === undefined) throw new Error(text)
  return row
}

const idOf = async (code: string): Promise<string> =>
  (
    await one<{ id: string }>('select unit_id as id from organisations.unit_identifier where value = $1 limit 1', [
      code,
    ])
  ).id

const peopleOf = async (unit: string) =>
  Number((await one<{ n: string }>('select count(*) as n from people.person where unit_id = $1', [unit])).n)

const ACT = 'Nghị quyết số 20/NQ-HĐND'
let draft = ''

beforeAll(async () => {
  t = await testDatabase({ key: 'demo', fill: (db) => loadDemo(db, NOW) })
}, 180_000)
afterAll(() => t?.drop())

describe('một sở kết thúc, việc chia cho hai sở', () => {
  it('mọi thứ sở ấy đang mang đều được nêu, không tự đi khi có hai nơi kế thừa', async () => {
    await must(act(assignTasks, { codes: ['III.2.1'], lead: 'H24.SKHCN', product: 'Đề án', due: '30/06/2027' }))
    draft = (
      await must(
        act(openEventDraft, { kind: 'dissolve', number: ACT, signedOn: '01/11/2026', on: showDay(dayOf(NOW)) }),
      )
    ).id
    const units = { from: ['H24.SKHCN'], to: ['H24.SYT', 'H24.STC'], toKind: ['co', 'co'] }
    await must(act(chooseEventUnits, { draft, version: 1, ...units }))
    await must(act(shareEventOut, { draft, version: 2, 'ly-do-0': 'Chưa có phương án biên chế' }))
    const { settled, issues } = await judged()
    expect(issues.filter((i) => i.level === 'error')).toEqual([])
    expect(new Set(settled.map((s) => s.kind))).toEqual(
      new Set(['Tài khoản', 'Hồ sơ trí thức', 'Nhiệm vụ', 'Kế hoạch của cơ quan', 'Nghĩa vụ báo cáo', 'Nhân tài']),
    )
    expect(settled.every((s) => s.by === 'open')).toBe(true)
    expect(await act(applyEvent(keepers), { draft, confirm: ACT })).toMatchObject({ code: 'held.orphans' })
  })

  it('ngày hiệu lực đã đến: chuyển ngay trong một giao dịch, một dòng sổ cái', async () => {
    const [gone, health, finance] = [await idOf('H24.SKHCN'), await idOf('H24.SYT'), await idOf('H24.STC')]
    const kept = (await peopleOf(gone)) + (await peopleOf(health))
    const { settled } = await judged()
    const heir = (kind: string) => (kind === 'Nhiệm vụ' ? 'H24.STC' : 'H24.SYT')
    const answers = Object.fromEntries(settled.map((s) => [heirField(s.item), heir(s.kind)]))
    await must(act(settleHeld(keepers), { draft, ...answers }))
    const lines = async () => Number((await one<{ n: string }>('select count(*) as n from platform.ledger')).n)
    const before = await lines()
    const applied = await must(act(applyEvent(keepers), { draft, confirm: ACT }))
    expect(applied.now).toBe(true)
    expect(await lines()).toBe(before + 1)
    expect([await peopleOf(gone), await peopleOf(health)]).toEqual([0, kept])
    const { n } = await one<{ n: string }>('select count(*) as n from accounts.account where unit_id = $1', [gone])
    expect(Number(n)).toBe(0)
    const grants = await one<{ open: string; fresh: string }>(
      `select count(*) filter (where unit_id = $1 and upper_inf(valid)) as open,
         count(*) filter (where unit_id = $2 and act like 'Nghị quyết số 20%') as fresh from accounts.role_grant`,
      [gone, health],
    )
    expect([Number(grants.open), Number(grants.fresh) > 0]).toEqual([0, true])
    const { talents } = await one<{ talents: string }>(
      'select count(*) as talents from talent.talent where unit_id = $1',
      [gone],
    )
    expect(Number(talents)).toBe(0)
    const lead = await one<{ lead: string }>(
      `select a.lead_id as lead from programme.assignment a join programme.task t on t.id = a.subject_id
       where t.code = 'III.2.1' and a.until is null`,
    )
    expect(lead.lead).toBe(finance)
    expect(await act(reverseEvent, { key: applied.key, reason: 'thử' })).toMatchObject({ code: 'event.in-force' })
    expect(await transact(t.db, actor, (tx) => firstBrokenFact(tx))).toBeNull()
  })
})

const judged = () =>
  transact(t.db, actor, async (tx) => {
    const ctx = { tx, actor, now: NOW, newId }
    const found = await findDraft(tx, draft)
    if (found === null) throw new Error('no draft')
    return judgeDraft(ctx, keepers, found)
  })
