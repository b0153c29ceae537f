/** Kiến nghị trên cơ sở dữ liệu thật: gathered once, split, merged, assigned, answered; what each body sees; nothing is lost. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabase } from '../../../tests/database.ts'
import { type Actor, type Role, systemActor } from '../../kernel/actor.ts'
import type { Decision } from '../../kernel/result.ts'
import { type Action, type Ctx, newId, perform } from '../../platform/action.ts'
import { explainConstraints } from '../../platform/database/constraint.ts'
import { transact } from '../../platform/database/pool.ts'
import { rows, sql } from '../../platform/database/sql.ts'
import type { TestDatabase } from '../../platform/database/test-database.ts'
import { readRegisterFacts } from '../organisations/facts.ts'
import { loadRegister } from '../organisations/public.ts'
import { adoptText, planText } from '../programme/fixtures.ts'
import { at, sampleReopening, wholeReport } from '../reporting/fixtures.ts'
import { acceptReports, type Obligation, obligationsOf, openPeriod, submitFile } from '../reporting/public.ts'
import { answerProposal } from './actions/answer-proposal.ts'
import { assignProposal } from './actions/assign-proposal.ts'
import { declineProposal } from './actions/decline-proposal.ts'
import { editProposal } from './actions/edit-proposal.ts'
import { gatherProposals } from './actions/gather-proposals.ts'
import { mergeProposals } from './actions/merge-proposals.ts'
import { passOnProposal } from './actions/pass-on-proposal.ts'
import { reopenProposal } from './actions/reopen-proposal.ts'
import { separateProposal } from './actions/separate-proposal.ts'
import { splitProposal } from './actions/split-proposal.ts'
import { handProposalsOver, proposalsHeld } from './handing-over.ts'
import { proposals } from './module.ts'
import { readAlike, readGathering, readLines, readList, readProposal } from './screens.ts'
import { proposalsToAnswer } from './views.ts'

const YEAR = 2026
const NOW = at('2026-12-10 09:00')
const MONEY = 'Đề nghị UBND tỉnh bố trí kinh phí hỗ trợ đào tạo sau đại học cho viên chức.'
const FORM = 'Đề nghị Sở Nội vụ sớm thống nhất mẫu thu thập dữ liệu về trí thức.'

let t: TestDatabase
let bodies: Obligation[] = []
const body = (code: string): Obligation => {
  const found = bodies.find((o) => o.unitCode === code)
  if (!found) throw new Error(`no ${code}`)
  return found
}
const actor = (role: Role, code: string, scope: Actor['scope'] | null = null): Actor => {
  const o = body(code)
  return {
    kind: 'account',
    id: `${role}-${code}`,
    name: `Cán bộ ${code}`,
    post: '',
    grants: [{ role, body: o.unitId, bodyCode: code, bodyName: o.unitName }],
    scope: scope ?? [o.unitId],
  }
}
const [SYT, STC, SXD, SGD] = ['H24.SYT', 'H24.STC', 'H24.SXD', 'H24.SGDDT']
const lan = (): Actor => actor('so-noi-vu', 'H24.SNV', 'all')
const of = (code: string): Actor => actor('co-quan', code)

const act = <I, O>(who: Actor, what: Action<I, O>, input: unknown, now = NOW): Promise<Decision<O>> =>
  perform(t.db, { actor: who, now }, what, input)
async function must<T>(decision: Promise<Decision<T>>): Promise<T> {
  const d = await decision
  if (!d.ok) throw new Error(`${d.code}: ${d.message} ${JSON.stringify(d.fields ?? {})}`)
  return d.value
}
const see = <T>(who: Actor, work: (ctx: Ctx) => Promise<T>, now = NOW): Promise<T> =>
  transact(t.db, who, (tx) => work({ tx, actor: who, now, newId }))
const lines = (who: Actor = lan(), now = NOW) => see(who, (ctx) => readLines(ctx, YEAR), now)
const gather = () => must(act(lan(), gatherProposals, { year: String(YEAR) }))
const open = (code: string, who = lan()) => see(who, (ctx) => must(readProposal(ctx, code)))
const versionOf = async (code: string): Promise<number> => (await open(code)).line.version
const on = async (code: string, more: Record<string, unknown> = {}) => ({
  code,
  version: await versionOf(code),
  ...more,
})
const codeOf = async (unit: string, text: string): Promise<string> => {
  const found = (await lines()).find((p) => p.askerIds.includes(body(unit).unitId) && p.text === text)
  if (!found) throw new Error(`no proposal of ${unit}: ${text}`)
  return found.code
}
const submit = (code: string, asks: string, now = NOW) =>
  must(
    act(
      systemActor('Thủ trưởng'),
      submitFile,
      {
        year: YEAR,
        unitCode: code,
        content: wholeReport({ paragraphs: { ...wholeReport().paragraphs, 'kien-nghi': asks } }),
      },
      now,
    ),
  )
const acceptAll = (...units: string[]) => must(act(lan(), acceptReports, { year: YEAR, units }))

beforeAll(async () => {
  t = await testDatabase()
  explainConstraints(proposals.constraints ?? {})
  await must(act(systemActor(), loadRegister, readRegisterFacts(), at('2024-04-20 08:00')))
  await adoptText(t.db, '2024-05-03T03:00:00Z', planText(), { number: '1459/KH-UBND', date: '22/04/2024' })
  await must(act(systemActor(), openPeriod, { year: YEAR }, at('2026-11-01 08:00')))
  bodies = await transact(t.db, systemActor(), (tx) => obligationsOf(tx, { year: YEAR }, NOW))
  await submit(SYT ?? '', `- ${MONEY}\n- ${FORM}`)
  await submit(STC ?? '', MONEY)
  await submit(SXD ?? '', 'Không có kiến nghị.')
  await submit(SGD ?? '', MONEY)
  await acceptAll(SYT ?? '', STC ?? '', SXD ?? '')
})
afterAll(() => t.drop())

describe('tập hợp', () => {
  it('xem trước từng dòng của báo cáo đã duyệt; báo cáo chưa duyệt thì chưa lấy', async () => {
    const v = await see(lan(), (ctx) => readGathering(ctx, YEAR))
    expect(v).toMatchObject({ accepted: 3, reports: 3, silent: 1, counts: { new: 3, same: 0, changed: 0, gone: 0 } })
    expect(v.lines.map((l) => [l.kind, l.text])).toEqual(
      expect.arrayContaining([
        ['new', MONEY],
        ['new', FORM],
      ]),
    )
  })
  it('một lần bấm lấy hết; bấm lại, hai người cùng bấm: không thêm gì', async () => {
    const both = await Promise.all([gather(), gather()])
    expect(both.map((b) => b.added).sort()).toEqual([0, 3])
    expect(await gather()).toMatchObject({ reports: 0, added: 0 })
    const found = await lines()
    expect(found).toHaveLength(3)
    expect(found.find((p) => p.text === FORM)).toMatchObject({ addressee: 'Sở Nội vụ', state: 'moi', asking: 1 })
  })
  it('báo cáo duyệt sau được lấy ở lần bấm sau', async () => {
    await acceptAll(SGD ?? '')
    expect(await gather()).toMatchObject({ reports: 1, added: 1 })
  })
  it('cơ quan không được tập hợp', async () => {
    expect(await act(of('H24.SYT'), gatherProposals, { year: YEAR })).toMatchObject({ kind: 'forbidden' })
  })
})

describe('ai xem được gì', () => {
  it('cơ quan chỉ xem kiến nghị của mình, trong danh sách, trang và cơ sở dữ liệu', async () => {
    const mine = await lines(of('H24.STC'))
    expect(mine.map((p) => p.text)).toEqual([MONEY])
    const theirs = await codeOf('H24.SYT', FORM)
    expect(await see(of('H24.STC'), (ctx) => readProposal(ctx, theirs))).toMatchObject({ ok: false, kind: 'absent' })
    for (const table of ['proposal', 'source', 'attribution', 'step', 'reading'])
      expect(
        await see(of('H24.STC'), (ctx) => rows(ctx.tx, sql`select 1 from ${sql.table(`proposals.${table}`)}`)),
        table,
      ).toHaveLength(1)
  })
})

describe('sửa, tách, gộp', () => {
  it('sửa nội dung giữ nguyên văn của báo cáo', async () => {
    const code = await codeOf('H24.SYT', FORM)
    await must(
      act(lan(), editProposal, await on(code, { text: `${FORM.slice(0, -1)} và lịch nộp.`, addressee: 'Sở Nội vụ' })),
    )
    const v = await open(code)
    expect(v.line.text).toMatch(/lịch nộp/)
    expect(v.sources.map((s) => s.text)).toEqual([FORM])
    expect(await act(lan(), editProposal, { code, version: 1, text: 'khác', addressee: '' })).toMatchObject({
      kind: 'stale',
    })
  })
  it('tách thành hai, mỗi phần giữ cơ quan và dòng gốc', async () => {
    const found = (await lines()).find((p) => p.text.includes('lịch nộp'))
    const out = await must(
      act(
        lan(),
        splitProposal,
        await on(found?.code ?? '', { texts: `${FORM}\nĐề nghị Sở Nội vụ sớm ban hành lịch nộp.` }),
      ),
    )
    const part = await open(out.made[0] ?? '')
    expect(part).toMatchObject({ line: { asking: 1, addressee: 'Sở Nội vụ', state: 'moi' } })
    expect(part.sources).toMatchObject([{ unitId: body('H24.SYT').unitId, line: 2, text: FORM }])
  })
  it('gợi ý gộp kiến nghị giống nhau; gộp giữ tên và nguyên văn của từng cơ quan', async () => {
    const v = await see(lan(), (ctx) => readAlike(ctx, YEAR))
    const group = v.groups.find((g) => g.first.text === MONEY)
    expect(group?.others.map((o) => o.like)).toEqual([1, 1])
    const kept = group?.first.code ?? ''
    await must(act(lan(), mergeProposals, { code: kept, others: group?.others.map((o) => o.code) }))
    const merged = await open(kept)
    expect(merged.line.asking).toBe(3)
    expect(merged.sources.map((s) => s.unitId).sort()).toEqual(
      ['H24.SYT', 'H24.STC', 'H24.SGDDT'].map((c) => body(c).unitId).sort(),
    )
    expect((await lines()).filter((p) => p.text === MONEY)).toHaveLength(1)
  })
  it('cơ quan cùng kiến nghị xem được kiến nghị chung, không xem nguyên văn của nhau', async () => {
    const [mine] = await lines(of('H24.STC'))
    expect(mine).toMatchObject({ asking: 3, askers: [body('H24.STC').unitName] })
    expect(mine?.askerIds).toEqual([body('H24.STC').unitId])
    const v = await open(mine?.code ?? '', of('H24.STC'))
    expect(v.sources.map((s) => s.unitId)).toEqual([body('H24.STC').unitId])
  })
  it('tách khỏi nhóm rồi gộp lại', async () => {
    const kept = (await lines()).find((p) => p.text === MONEY)?.code ?? ''
    const out = (await open(kept)).merged[0]?.code ?? ''
    expect(await act(lan(), editProposal, await on(out, { text: 'x', addressee: '' }))).toMatchObject({
      code: 'proposals.merged',
    })
    await must(act(lan(), separateProposal, await on(out)))
    expect((await open(kept)).line.asking).toBe(2)
    expect((await open(out)).line).toMatchObject({ asking: 1, state: 'moi', mergedInto: null })
    await must(act(lan(), mergeProposals, { code: kept, others: out }))
    expect((await open(kept)).line.asking).toBe(3)
  })
})

describe('giao và trả lời', () => {
  const money = async () => (await lines()).find((p) => p.text === MONEY)?.code ?? ''
  it('giao cơ quan trả lời: cơ quan ấy thấy kiến nghị, ai kiến nghị và nguyên văn', async () => {
    const code = await money()
    await must(act(lan(), assignProposal, await on(code, { owner: body('H24.SXD').unitId, due: '20/12/2026' })))
    const v = await open(code, of('H24.SXD'))
    expect(v).toMatchObject({ mayAnswer: true, mayKeep: false, line: { state: 'da-giao', asking: 3 } })
    expect(v.line.askers).toHaveLength(3)
    expect(v.sources).toHaveLength(3)
    expect(await see(of('H24.SXD'), (ctx) => proposalsToAnswer(ctx.tx, [body('H24.SXD').unitId]))).toHaveLength(1)
    expect(await see(of('H24.STC'), (ctx) => proposalsToAnswer(ctx.tx, [body('H24.STC').unitId]))).toHaveLength(0)
  })
  it('quá hạn thì đứng đầu danh sách', async () => {
    const later = at('2026-12-23 08:00')
    expect((await lines(lan(), later))[0]).toMatchObject({ text: MONEY, daysLate: 3 })
    const late = await see(lan(), (ctx) => readList(ctx, YEAR, { state: '', late: true, unit: '', q: '' }, 1), later)
    expect(late).toMatchObject({ late: 1, found: 1 })
  })
  it('cơ quan không được giao thì không trả lời được, dù là cơ quan kiến nghị', async () => {
    const reply = await on(await money(), { answer: 'Đã bố trí.', document: '12/SYT', on: '09/12/2026' })
    expect(await act(of('H24.STC'), answerProposal, reply)).toMatchObject({ kind: 'forbidden' })
    expect(await act(of('H24.STC'), declineProposal, { ...reply, reason: 'x' })).toMatchObject({ kind: 'forbidden' })
    expect(await act(actor('lanh-dao', 'H24.SNV', 'all'), answerProposal, reply)).toMatchObject({ kind: 'forbidden' })
  })
  it('báo không thuộc thẩm quyền, giao lại, trả lời bằng văn bản; cơ quan kiến nghị thấy trả lời', async () => {
    const code = await money()
    await must(act(of('H24.SXD'), declineProposal, await on(code, { reason: 'Thuộc Sở Tài chính.' })))
    expect((await open(code)).line).toMatchObject({ state: 'khong-thuoc-tham-quyen', answer: 'Thuộc Sở Tài chính.' })
    await must(act(lan(), assignProposal, await on(code, { owner: body('H24.SNV').unitId, due: '31/12/2026' })))
    expect(await see(of('H24.SXD'), (ctx) => readProposal(ctx, code))).toMatchObject({ ok: false })
    await must(
      act(
        of('H24.SNV'),
        answerProposal,
        await on(code, { answer: 'Đã đưa vào dự toán 2027.', document: '812/SNV-CCVC', on: '09/12/2026' }),
      ),
    )
    const mine = await open(code, of('H24.SYT'))
    expect(mine.line).toMatchObject({
      state: 'da-tra-loi',
      document: '812/SNV-CCVC',
      answer: 'Đã đưa vào dự toán 2027.',
    })
    expect(mine.history.map((s) => s.verb)).toEqual(
      expect.arrayContaining(['tap-hop', 'gop', 'giao', 'khong-tham-quyen', 'tra-loi']),
    )
  })
  it('mở lại giữ trả lời cũ trong lịch sử; chuyển cấp trên bằng văn bản', async () => {
    const code = await money()
    await must(act(lan(), reopenProposal, await on(code, { reason: 'Dự toán không được duyệt.' })))
    expect((await open(code)).history.at(-1)).toMatchObject({
      verb: 'mo-lai',
      details: { before: expect.stringMatching(/dự toán 2027/) },
    })
    await must(
      act(lan(), passOnProposal, await on(code, { passedTo: 'Bộ Tài chính', document: '33/UBND', on: '09/12/2026' })),
    )
    expect((await open(code)).line).toMatchObject({ state: 'chuyen-cap-tren', passedTo: 'Bộ Tài chính' })
  })
})

describe('báo cáo mở lại, nộp lại', () => {
  it('không mất gì: kiến nghị, trả lời ở lại; lời mới, dòng bỏ được ghi nhận', async () => {
    const before = await lines()
    await must(
      act(lan(), sampleReopening, {
        year: YEAR,
        unitCode: 'H24.SYT',
        reason: 'Bổ sung',
        until: '20/12/2026',
        dueBefore: '20/12/2026',
      }),
    )
    expect(await lines()).toHaveLength(before.length)
    expect((await see(lan(), (ctx) => readGathering(ctx, YEAR))).reports).toBe(0)
    await submit('H24.SYT', `- ${MONEY.replace('viên chức', 'viên chức, bác sĩ')}\n- Tăng biên chế sự nghiệp y tế.`)
    await acceptAll('H24.SYT')
    expect((await see(lan(), (ctx) => readGathering(ctx, YEAR))).counts).toEqual({
      new: 1,
      same: 0,
      changed: 1,
      gone: 1,
    })
    expect(await gather()).toMatchObject({ reports: 1, added: 1, changed: 1, gone: 1 })
    expect(await gather()).toMatchObject({ reports: 0 })
    const after = await lines()
    expect(after).toHaveLength(before.length + 1)
    for (const p of before)
      expect(after.find((a) => a.code === p.code)).toMatchObject({ text: p.text, state: p.state, asking: p.asking })
    const form = await open(await codeOf('H24.SYT', FORM))
    expect(form.sources).toMatchObject([{ text: FORM, goneIn: 2 }])
    expect(form.history.at(-1)?.verb).toBe('thoi-neu')
  })
})

describe('sổ sách', () => {
  it('cơ quan trả lời kết thúc: kiến nghị đi theo cơ quan tiếp nhận', async () => {
    const code = await codeOf('H24.SYT', FORM)
    await must(act(lan(), assignProposal, await on(code, { owner: body('H24.SXD').unitId, due: '31/12/2026' })))
    const from = body('H24.SXD').unitId
    const to = body('H24.STC').unitId
    expect(await see(systemActor(), (ctx) => proposalsHeld(ctx, [from]))).toMatchObject([{ count: 1, passes: 'links' }])
    const move = {
      item: `proposals.owed:${from}`,
      from,
      to,
      on: '2027-01-01',
      since: '2027-01-01',
      act: 'Nghị quyết mẫu',
    }
    await see(systemActor(), (ctx) => handProposalsOver(ctx, [move as never]))
    expect((await open(code)).line.ownerId).toBe(to)
    expect(await see(of('H24.STC'), (ctx) => proposalsToAnswer(ctx.tx, [to]))).toHaveLength(1)
  })
  it('dòng gốc, lịch sử không sửa, không xóa được', async () => {
    for (const table of ['source', 'step', 'reading', 'attribution'])
      await expect(
        see(systemActor(), (ctx) => rows(ctx.tx, sql`delete from ${sql.table(`proposals.${table}`)}`)),
      ).rejects.toThrow(/permission denied/)
    await expect(see(systemActor(), (ctx) => rows(ctx.tx, sql`delete from proposals.proposal`))).rejects.toThrow()
  })
})
