/** Kế hoạch của chính cơ quan trên cơ sở dữ liệu: reading it, deciding its links, who sees what. */
import fs from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabase } from '../../../tests/database.ts'
import { type Actor, type Role, systemActor } from '../../kernel/actor.ts'
import type { Decision } from '../../kernel/result.ts'
import { type Action, type Ctx, newId, perform } from '../../platform/action.ts'
import { transact } from '../../platform/database/pool.ts'
import { rows, sql } from '../../platform/database/sql.ts'
import type { TestDatabase } from '../../platform/database/test-database.ts'
import type { DownloadRoute } from '../../platform/http/route.ts'
import { factsAfter } from '../../platform/ledger/record.ts'
import { readRegisterFacts } from '../organisations/facts.ts'
import { findUnitByCode, loadRegister } from '../organisations/public.ts'
import { adoptText, officer, planText } from '../programme/fixtures.ts'
import { assignTasks } from '../programme/public.ts'
import { decideLinks } from './actions/decide-links.ts'
import { decidePlan } from './actions/decide-plan.ts'
import { editPlan } from './actions/edit-plan.ts'
import { planTasks } from './actions/plan-tasks.ts'
import { readOwnPlan } from './actions/read-own-plan.ts'
import { submitPlan } from './actions/submit-plan.ts'
import { FACTS } from './facts.ts'
import { readCoverage, readOwnPlanView } from './own-plan-screens.ts'
import { routes } from './routes.ts'
import { findPlan, planItems } from './views.ts'

const IN_2024 = '2024-05-03T03:00:00Z'
const NOW = Temporal.Instant.from('2026-01-23T03:00:00Z')
const YEAR = 2026
const CULTURE = 'H24.SVHTTDL'
const HEALTH = 'H24.SYT'
const TEXT = fs.readFileSync(new URL('../../../examples/ke-hoach-cua-so.txt', import.meta.url), 'utf8')

let t: TestDatabase
const ids: Record<string, string> = {}

const person = (role: Role, code: string): Actor => ({
  kind: 'account',
  id: `${role} ${code}`,
  name: `${role} ${code}`,
  post: '',
  grants: [{ role, body: ids[code] ?? '', bodyCode: code, bodyName: code }],
  scope: [ids[code] ?? ''],
})
const culture = () => person('co-quan', CULTURE)
const health = () => person('co-quan', HEALTH)
const lan = officer()
const act = <I, O>(actor: Actor, what: Action<I, O>, input: unknown) => perform(t.db, { actor, now: NOW }, what, input)
const see = <T>(actor: Actor, work: (ctx: Ctx) => Promise<T>): Promise<T> =>
  transact(t.db, actor, (tx) => work({ tx, actor, now: NOW, newId }))
async function must<T>(decision: Promise<Decision<T>>): Promise<T> {
  const d = await decision
  if (!d.ok) throw new Error(`${d.code}: ${d.message} ${JSON.stringify(d.fields ?? {})}`)
  return d.value
}
const input = (more: Record<string, unknown> = {}) => ({ unit: ids[CULTURE], year: YEAR, text: TEXT, ...more })
const view = (actor = culture()) => must(see(actor, (ctx) => readOwnPlanView(ctx, YEAR, CULTURE)))
const planId = async () => (await view()).plan?.id ?? ''
const row = async (clause: string) => {
  const found = (await view()).items.find((i) => i.taskCode === clause)
  if (!found) throw new Error(`no row ${clause}`)
  return found
}
const decide = async (actor: Actor, ...decisions: { item: string; verdict: string; task?: string | null }[]) =>
  act(actor, decideLinks, { plan: await planId(), decisions })

beforeAll(async () => {
  t = await testDatabase()
  await must(
    perform(t.db, { actor: systemActor(), now: Temporal.Instant.from(IN_2024) }, loadRegister, readRegisterFacts()),
  )
  await adoptText(t.db, IN_2024, planText(), { number: '1459/KH-UBND', date: '22/04/2024' })
  for (const code of [CULTURE, HEALTH]) ids[code] = (await see(lan, (ctx) => findUnitByCode(ctx.tx, code)))?.id ?? ''
  for (const codes of [['III.1.2'], ['III.2.4']])
    await must(act(lan, assignTasks, { codes, lead: CULTURE, due: '29/10/2026' }))
})
afterAll(() => t.drop())

describe('đọc kế hoạch của cơ quan', () => {
  it('cơ quan khác, lãnh đạo, Sở Nội vụ không đọc thay; không có gì được ghi', async () => {
    for (const actor of [health(), lan, person('lanh-dao', CULTURE)])
      expect(await act(actor, readOwnPlan, input())).toMatchObject({ ok: false, kind: 'forbidden' })
    expect(await see(systemActor(), (ctx) => rows(ctx.tx, sql`select 1 from tasks.agency_plan`))).toEqual([])
  })

  it('không tệp, tệp hỏng, văn bản không có nhiệm vụ: nêu ô phải sửa, chưa lập kế hoạch nào', async () => {
    const broken = { name: 'a.docx', mediaType: '', bytes: new Uint8Array([0x50, 0x4b, 3, 4, 9, 9]) }
    for (const more of [{ text: '' }, { text: '', file: broken }, { text: 'Thư mời họp lúc 8 giờ.' }]) {
      const d = await act(culture(), readOwnPlan, input(more))
      expect(d.ok ? {} : (d.fields ?? {})).toHaveProperty('file')
    }
    expect(await see(culture(), (ctx) => findPlan(ctx.tx, ids[CULTURE] ?? '', YEAR))).toBeNull()
  })

  it('bốn nhiệm vụ thành bốn dòng, mỗi dòng giữ chỗ của câu gốc; một sự kiện có câu', async () => {
    const file = { name: 'KH 36.txt', mediaType: 'text/plain', bytes: new TextEncoder().encode(TEXT) }
    expect(await must(act(culture(), readOwnPlan, input({ text: '', file })))).toEqual({ added: 4 })
    const v = await view()
    expect(v.document).toMatchObject({ number: '36/KH-SVHTTDL', dated: '2026-01-20', citesProgramme: true })
    expect(v.items.map((i) => [i.taskCode, i.state])).toEqual([
      ['II.1', 'chua-xet'],
      ['II.2', 'chua-xet'],
      ['II.3', 'chua-xet'],
      ['II.4', 'chua-xet'],
    ])
    for (const i of v.items) expect(v.document?.body.slice(...i.span)).toContain(i.work.slice(0, 30))
    const [fact] = (await see(systemActor(), (ctx) => factsAfter(ctx.tx, 0, 10_000))).filter(
      (f) => f.kind === 'plan.own-document-read',
    )
    expect(fact && FACTS[fact.kind]?.(fact)).toBe('đọc kế hoạch của cơ quan "KH 36.txt" vào hệ thống: 4 nhiệm vụ')
  })

  it('gửi lại văn bản ấy không thêm dòng; tệp gốc tải được trong phạm vi, ngoài phạm vi như không có', async () => {
    expect(await act(culture(), readOwnPlan, input())).toMatchObject({ ok: false, code: 'plan.all-known' })
    const route = routes.find((r) => r.path === '/ke-hoach-co-quan/van-ban/:id') as unknown as DownloadRoute<{
      id: string
    }>
    const id = (await view()).document?.id ?? ''
    expect(await see(culture(), (ctx) => route.file(ctx, { id }, ''))).toMatchObject({ value: { name: 'KH 36.txt' } })
    expect(await see(health(), (ctx) => route.file(ctx, { id }, ''))).toMatchObject({ ok: false, kind: 'absent' })
    const hidden = await see(health(), (ctx) =>
      rows(ctx.tx, sql`select id from tasks.own_document union all select id from tasks.plan_item`),
    )
    expect(hidden).toEqual([])
  })
})

describe('liên kết với nhiệm vụ của tỉnh', () => {
  it('gợi ý đúng nhiệm vụ kèm lý do; việc riêng không có gợi ý; nhiệm vụ tỉnh giao chưa có được liệt kê', async () => {
    const v = await view()
    expect(v.items.map((i) => i.suggestions[0]?.code ?? null)).toEqual(['III.1.2', 'III.2.5', 'III.3.3', null])
    expect(v.items[0]?.suggestions[0]?.reasons).toEqual(
      expect.arrayContaining(['Cơ quan chủ trì nhiệm vụ này', 'Cùng thời hạn 29/10/2026']),
    )
    expect(v.missing.map((m) => m.code)).toEqual(['III.1.2', 'III.2.4'])
    expect(v.strong).toHaveLength(3)
  })

  it('cơ quan khác không quyết định được; dòng, nhiệm vụ không có thì từ chối', async () => {
    const i = await row('II.1')
    const task = i.suggestions[0]?.taskId ?? ''
    expect(await decide(health(), { item: i.id, verdict: 'lien-ket', task })).toMatchObject({ kind: 'absent' })
    expect(await decide(lan, { item: i.id, verdict: 'lien-ket', task })).toMatchObject({ kind: 'forbidden' })
    expect(await decide(culture(), { item: newId(), verdict: 'rieng' })).toMatchObject({ code: 'link.no-item' })
    expect(await decide(culture(), { item: i.id, verdict: 'lien-ket', task: newId() })).toMatchObject({
      code: 'link.no-task',
    })
    expect(await decide(culture())).toMatchObject({ code: 'link.none' })
    expect((await row('II.1')).links).toEqual([])
  })

  it('xác nhận nhiều liên kết một lần; nhiệm vụ đã có dòng thực hiện không còn thiếu', async () => {
    const v = await view()
    await must(decide(culture(), ...v.strong.map((s) => ({ ...s, verdict: 'lien-ket' }))))
    for (const clause of ['II.1', 'II.2', 'II.3']) expect((await row(clause)).state).toBe('lien-ket')
    expect((await view()).missing.map((m) => m.code)).toEqual(['III.2.4'])
  })

  it('bác gợi ý thì không gợi ý lại; nhiệm vụ riêng; xét lại từ đầu', async () => {
    const i = await row('II.3')
    await must(decide(culture(), { item: i.id, verdict: 'xet-lai' }))
    const first = (await row('II.3')).suggestions[0]?.taskId ?? ''
    await must(decide(culture(), { item: i.id, verdict: 'khong-phai', task: first }))
    expect((await row('II.3')).suggestions.map((s) => s.taskId)).not.toContain(first)
    await must(decide(culture(), { item: (await row('II.4')).id, verdict: 'rieng' }))
    expect((await row('II.4')).state).toBe('rieng')
    await must(decide(culture(), { item: i.id, verdict: 'rieng' }, { item: i.id, verdict: 'xet-lai' }))
    expect(await row('II.3')).toMatchObject({ state: 'chua-xet', links: [] })
    expect((await row('II.3')).suggestions[0]?.taskId).toBe(first)
  })

  it('đã liên kết mà nói là việc riêng thì liên kết thôi; liên kết lại thì không còn là việc riêng', async () => {
    const i = await row('II.1')
    const task = i.links[0]?.taskId ?? ''
    await must(decide(culture(), { item: i.id, verdict: 'rieng' }))
    expect(await row('II.1')).toMatchObject({ state: 'rieng', links: [] })
    await must(decide(culture(), { item: i.id, verdict: 'lien-ket', task }))
    expect(await row('II.1')).toMatchObject({ state: 'lien-ket', ownWork: false })
  })
})

describe('kế hoạch có cả hai nguồn', () => {
  it('đưa nhiệm vụ của tỉnh vào cạnh các dòng của cơ quan, sửa, trình, duyệt; chờ duyệt thì không đổi liên kết', async () => {
    await must(act(culture(), planTasks, { unit: ids[CULTURE], year: YEAR, codes: ['III.2.4'] }))
    expect((await view()).missing).toEqual([])
    const plan = await see(culture(), (ctx) => findPlan(ctx.tx, ids[CULTURE] ?? '', YEAR))
    const items = await see(culture(), (ctx) => planItems(ctx.tx, plan?.id ?? ''))
    expect(items.map((i) => i.taskCode)).toEqual(['III.2.4', 'II.1', 'II.2', 'II.3', 'II.4'])
    expect(await act(culture(), submitPlan, { plan: plan?.id })).toMatchObject({ ok: false, code: 'plan.unclear' })
    const full = items.map((i) => ({ id: i.id, work: i.work, product: 'Báo cáo', due: '30/11/2026', person: 'Bà Hoa' }))
    await must(act(culture(), editPlan, { plan: plan?.id, version: plan?.version, items: full }))
    await must(act(culture(), submitPlan, { plan: plan?.id }))
    const i = await row('II.3')
    expect(await decide(culture(), { item: i.id, verdict: 'rieng' })).toMatchObject({ code: 'plan.sua' })
    expect(await act(culture(), readOwnPlan, input({ text: `${TEXT}\n` }))).toMatchObject({ code: 'plan.sua' })
    await must(act(person('thu-truong', CULTURE), decidePlan, { plan: plan?.id, verb: 'duyet' }))
  })

  it('Sở Nội vụ thấy mọi cơ quan: ai đã lập, ai còn thiếu, nhiệm vụ nào chưa có ở đâu', async () => {
    const v = await must(see(lan, (ctx) => readCoverage(ctx, YEAR)))
    expect(v.rows.length).toBeGreaterThan(40)
    expect(v.rows.find((r) => r.code === CULTURE)).toMatchObject({
      state: 'da-duyet',
      rows: 5,
      given: 2,
      missing: [],
      own: 1,
      open: 1,
    })
    expect(v.rows.find((r) => r.code === HEALTH)).toMatchObject({ state: null, rows: 0, given: 0 })
    expect(v.inSomePlan + v.nowhere.length).toBe(v.tasks)
    expect(v.nowhere.map((n) => n.code)).not.toContain('III.1.2')
  })
})
