/** Hai chế độ cùng mở: một cơ quan nợ hai báo cáo của một năm, mỗi báo cáo một hạn, không gì của bên này lẫn sang bên kia. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Actor, systemActor } from '../../src/kernel/actor.ts'
import type { Decision } from '../../src/kernel/result.ts'
import { sendReminders } from '../../src/modules/notices/actions/send-reminders.ts'
import { draftUrgingLetter, dutiesOf, lettersOf } from '../../src/modules/notices/public.ts'
import { log, readUrging } from '../../src/modules/notices/reminding.ts'
import { readRegisterFacts } from '../../src/modules/organisations/facts.ts'
import { loadRegister } from '../../src/modules/organisations/public.ts'
import { adoptText, planText } from '../../src/modules/programme/fixtures.ts'
import { gatherProposals } from '../../src/modules/proposals/actions/gather-proposals.ts'
import { readLines, readProposal } from '../../src/modules/proposals/screens.ts'
import { acceptReports } from '../../src/modules/reporting/actions/accept-reports.ts'
import { buildProvincialReport } from '../../src/modules/reporting/actions/build-provincial-report.ts'
import { declareNothing } from '../../src/modules/reporting/actions/declare-nothing.ts'
import { draftRegime } from '../../src/modules/reporting/actions/draft-regime.ts'
import { editRegimeDraft } from '../../src/modules/reporting/actions/edit-regime-draft.ts'
import { importPacket } from '../../src/modules/reporting/actions/import-packet.ts'
import { issueRegime } from '../../src/modules/reporting/actions/issue-regime.ts'
import { openPeriod } from '../../src/modules/reporting/actions/open-period.ts'
import { prefillReport } from '../../src/modules/reporting/actions/prefill-report.ts'
import { requestExtension } from '../../src/modules/reporting/actions/request-extension.ts'
import { saveDraftSection } from '../../src/modules/reporting/actions/save-draft-section.ts'
import { submitFile } from '../../src/modules/reporting/actions/submit-file.ts'
import { undoAcceptance } from '../../src/modules/reporting/actions/undo-acceptance.ts'
import { readCollection } from '../../src/modules/reporting/collection-screens.ts'
import { at, wholeReport } from '../../src/modules/reporting/fixtures.ts'
import { reportingModule } from '../../src/modules/reporting/module.ts'
import { readOpening } from '../../src/modules/reporting/regime-screens.ts'
import { canRunPeriod } from '../../src/modules/reporting/rights.ts'
import { FIELD } from '../../src/modules/reporting/rules/answers.ts'
import { turnout } from '../../src/modules/reporting/rules/counts.ts'
import { conductOf } from '../../src/modules/reporting/views/conduct.ts'
import { requestsOf } from '../../src/modules/reporting/views/flow.ts'
import { linesOf, myObligations, waitingCount } from '../../src/modules/reporting/views/obligations.ts'
import { packetOf } from '../../src/modules/reporting/views/packet.ts'
import { openPeriods, regimeDrafts } from '../../src/modules/reporting/views/periods.ts'
import { findProvincial } from '../../src/modules/reporting/views/provincial.ts'
import { findReport } from '../../src/modules/reporting/views/report.ts'
import { type Action, type Ctx, newId, perform } from '../../src/platform/action.ts'
import { explainConstraints } from '../../src/platform/database/constraint.ts'
import { transact } from '../../src/platform/database/pool.ts'
import type { TestDatabase } from '../../src/platform/database/test-database.ts'
import { testDatabase } from '../database.ts'

const YEAR = 2026
const PLAN = { year: YEAR, regime: 'kh1459' }
const SECOND = { year: YEAR, regime: 'kh726' }
const NAME = 'Báo cáo về chuyển đổi vị trí việc làm'
const NOW = at('2026-11-20 09:00')
const [SYT, STC, SXD] = ['H24.SYT', 'H24.STC', 'H24.SXD'] as const

let t: TestDatabase
const act = <I, O>(what: Action<I, O>, input: unknown, now = NOW, actor: Actor = systemActor()): Promise<Decision<O>> =>
  perform(t.db, { actor, now }, what, input)
const read = <T>(what: (ctx: Ctx) => Promise<T>, now = NOW, actor: Actor = systemActor()): Promise<T> =>
  transact(t.db, actor, (tx) => what({ tx, actor, now, newId }))
async function must<T>(decision: Promise<Decision<T>>): Promise<T> {
  const d = await decision
  if (!d.ok) throw new Error(`${d.code}: ${d.message} ${JSON.stringify(d.fields ?? {})}`)
  return d.value
}
const file = (of: typeof PLAN, unitCode: string, actor?: Actor, now = NOW) =>
  read((ctx) => findReport(ctx.tx, { ...of, unitCode }, now), now, actor)
const opened = async (of: typeof PLAN, unitCode: string) => must(file(of, unitCode))
const states = async (of: typeof PLAN) =>
  Object.fromEntries((await read((ctx) => linesOf(ctx.tx, of, NOW))).map((l) => [l.unitCode, l.state]))
const draftVersion = async () => (await read((ctx) => regimeDrafts(ctx.tx, 'kh726')))[0]?.version ?? 0
const edit = async (place: string, fields: Record<string, unknown>) =>
  must(act(editRegimeDraft, { slug: 'kh726', place, version: await draftVersion(), fields }))

/** An officer of one body. */
async function officer(unitCode: string): Promise<Actor> {
  const { unit } = await opened(PLAN, unitCode)
  const grant = { body: unit.id, bodyCode: unit.code, bodyName: unit.officeName }
  return {
    kind: 'account',
    id: `can-bo-${unit.id}`,
    name: 'Phạm Thị Hoa',
    post: 'Chuyên viên',
    grants: [
      { role: 'co-quan', ...grant },
      { role: 'thu-truong', ...grant },
    ],
    scope: [unit.id],
  }
}

const unitLine = (ref: string) => ({ kind: 'unit', ref, from: '01/01/2026', to: '', act: 'Công văn 12/SNV' })

beforeAll(async () => {
  t = await testDatabase()
  explainConstraints(reportingModule(() => []).constraints ?? {})
  await must(act(loadRegister, readRegisterFacts(), at('2024-04-20 08:00')))
  await adoptText(t.db, '2024-05-03T03:00:00Z', planText(), { number: '1459/KH-UBND', date: '22/04/2024' })
  await must(act(openPeriod, { year: YEAR }, at('2026-11-01 08:00')))
})
afterAll(() => t.drop())

describe('mở kỳ của chế độ thứ hai', () => {
  it('chưa ban hành thì chưa mở được; bản sao có tên riêng', async () => {
    await must(act(draftRegime, { how: 'sao-chep', of: 'kh1459', code: 'KH726', slug: 'kh726', name: NAME }))
    expect((await read((ctx) => regimeDrafts(ctx.tx, 'kh726')))[0]?.regime.shortName).toBe(`${NAME}, năm {year}`)
    expect(await act(openPeriod, SECOND)).toMatchObject({ code: 'regime.absent' })
    expect(await act(openPeriod, { regime: 'khong-co', year: YEAR })).toMatchObject({ code: 'regime.absent' })
  })

  it('ai báo cáo theo dòng giao, hạn và ngày chốt theo chế độ; xem trước đúng như khi mở', async () => {
    for (const code of [SYT, STC]) await edit('doi-tuong.them-moi', unitLine(code))
    await edit('han', {
      opens: '15/11',
      'due.before': '21/12',
      'due.sentence': 'Trước ngày 21 tháng 12.',
      'cutOff.day': '30/11',
      'cutOff.general': '14/12',
      'cutOff.note': 'Theo chế độ.',
    })
    const issue = { slug: 'kh726', version: await draftVersion(), act: 'Quyết định 20/QĐ-SNV', from: '01/01/2026' }
    await must(act(issueRegime, issue))
    const preview = await must(read((ctx) => readOpening(ctx, canRunPeriod, { slug: 'kh726', year: YEAR })))
    expect(preview).toMatchObject({ open: false, had: null, cutOff: '2026-11-30', dueBefore: '2026-12-21' })
    expect(preview.bodies.map((b) => b.code).sort()).toEqual([STC, SYT].sort())
    expect(await must(act(openPeriod, SECOND, at('2026-11-15 08:00')))).toMatchObject({ regime: 'kh726', bodies: 2 })
    expect(await act(openPeriod, SECOND)).toMatchObject({ code: 'period.open' })
    expect((await read((ctx) => openPeriods(ctx.tx))).map((p) => [p.slug, p.year, p.title])).toEqual([
      ['kh1459', YEAR, `Báo cáo năm ${YEAR}`],
      ['kh726', YEAR, `${NAME}, năm ${YEAR}`],
    ])
  })
})

describe('một cơ quan, hai nghĩa vụ', () => {
  it('thấy cả hai ở Việc của tôi, mỗi việc một hạn và một địa chỉ; cơ quan không được giao chỉ thấy một', async () => {
    const duties = (await read(dutiesOf, NOW, await officer(SYT))).filter((d) => d.key.startsWith('report:'))
    expect(duties.map((d) => [d.title, d.due, d.href])).toEqual([
      [`Báo cáo năm ${YEAR}`, '2026-12-04', `/bao-cao/kh1459/${YEAR}/${SYT}`],
      [`${NAME}, năm ${YEAR}`, '2026-12-20', `/bao-cao/kh726/${YEAR}/${SYT}`],
    ])
    const other = (await read(dutiesOf, NOW, await officer(SXD))).filter((d) => d.key.startsWith('report:'))
    expect(other.map((d) => d.title)).toEqual([`Báo cáo năm ${YEAR}`])
    expect(await file(SECOND, SXD)).toMatchObject({ code: 'report.absent' })
  })

  it('mã báo cáo không trùng; cơ quan khác không thấy báo cáo thứ hai', async () => {
    const second = await opened(SECOND, SYT)
    expect(second.obligation.code).toMatch(/^BC-KH726-2026-000[12]$/)
    expect((await opened(PLAN, SYT)).obligation.code).toMatch(/^BC-2026-\d{4}$/)
    expect(await file(SECOND, SYT, await officer(STC))).toMatchObject({ code: 'report.absent' })
    expect(
      await act(
        saveDraftSection,
        { ...SECOND, unitCode: SYT, section: 1, version: 0, fields: {} },
        NOW,
        await officer(STC),
      ),
    ).toMatchObject({ ok: false })
  })

  it('nháp, lần đếm, xin gia hạn của báo cáo nào ở báo cáo ấy', async () => {
    const hoa = await officer(SYT)
    const fields = { [FIELD.toDate('bieu-2.tien-si')]: '44' }
    await must(act(saveDraftSection, { ...SECOND, unitCode: SYT, section: 2, version: 0, fields }, NOW, hoa))
    await must(
      act(
        prefillReport(() => []),
        { ...SECOND, unitCode: SYT },
        NOW,
        hoa,
      ),
    )
    const asked = { ...SECOND, unitCode: SYT, until: '28/12/2026', reason: 'Chờ số liệu', document: '' }
    await must(act(requestExtension, asked, NOW, hoa))
    const [plan, second] = [await opened(PLAN, SYT), await opened(SECOND, SYT)]
    expect(second.answers).toMatchObject(fields)
    expect(plan.answers).toEqual({})
    expect([plan.beside.counting, second.beside.counting?.by]).toEqual([null, 'Phạm Thị Hoa'])
    expect([plan.obligation.state, second.obligation.state]).toEqual(['chua-nop', 'dang-soan'])
    expect(await read((ctx) => requestsOf(ctx.tx, plan.obligation.id))).toEqual([])
    expect(await read((ctx) => requestsOf(ctx.tx, second.obligation.id))).toHaveLength(1)
  })

  it('nộp «không phát sinh» ở chế độ thứ hai, duyệt, hoàn tác, duyệt lại: chế độ của Kế hoạch không đổi', async () => {
    const hoa = await officer(SYT)
    await must(act(declareNothing, { ...SECOND, unitCode: SYT }, NOW, hoa))
    const { statement } = { statement: (await opened(SECOND, SYT)).period.regime.nothingStatement }
    const content = { ...wholeReport({ paragraphs: {}, cells: {}, groups: {} }), nothing: statement }
    await must(act(submitFile, { ...SECOND, unitCode: SYT, content }, NOW, hoa))
    expect([(await states(PLAN))[SYT], (await states(SECOND))[SYT]]).toEqual(['chua-nop', 'da-nop'])
    expect(await read((ctx) => waitingCount(ctx.tx, YEAR))).toBe(1)
    expect(await act(acceptReports, { ...PLAN, units: [SYT] })).toMatchObject({ ok: false })
    const accepted = await must(act(acceptReports, { ...SECOND, units: [SYT] }, at('2026-11-20 10:00')))
    expect(accepted).toMatchObject({ regime: 'kh726', count: 1 })
    expect(await act(undoAcceptance, { ...PLAN, batch: accepted.batch })).toMatchObject({ code: 'report.batch' })
    await must(act(undoAcceptance, { ...SECOND, batch: accepted.batch }, at('2026-11-20 10:05')))
    await must(act(acceptReports, { ...SECOND, units: [SYT] }, at('2026-11-20 10:10')))
    expect([(await states(PLAN))[SYT], (await states(SECOND))[SYT]]).toEqual(['chua-nop', 'da-duyet'])
  })

  it('đủ, thiếu của mỗi chế độ đếm riêng; trang tổng hợp cho chọn chế độ', async () => {
    const [plan, second] = [await read((c) => linesOf(c.tx, PLAN, NOW)), await read((c) => linesOf(c.tx, SECOND, NOW))]
    expect(turnout(second)).toMatchObject({ owed: 2, sent: 1 })
    expect(turnout(plan)).toMatchObject({ owed: plan.length, sent: 0 })
    const shown = await must(read((ctx) => readCollection(ctx, { ...SECOND, filter: 'tat-ca', group: '' })))
    expect(shown.lines).toHaveLength(2)
    expect(shown.others.map((o) => [o.href, o.current])).toEqual([
      [`/tong-hop/kh1459/${YEAR}`, false],
      [`/tong-hop/kh726/${YEAR}`, true],
    ])
    const conduct = await read((ctx) => conductOf(ctx.tx, SECOND, NOW))
    expect(conduct?.bodies.find((b) => b.unitCode === SYT)).toMatchObject({ daysLate: 0 })
    expect((await read((ctx) => conductOf(ctx.tx, PLAN, NOW)))?.bodies.find((b) => b.unitCode === SYT)).toMatchObject({
      daysLate: null,
    })
  })
})

describe('nhắc, đôn đốc', () => {
  it('mỗi nghĩa vụ một thang nhắc theo hạn của mình', async () => {
    expect((await must(act(sendReminders, PLAN, at('2026-12-01 07:30')))).reminded).toBeGreaterThan(2)
    // 20 days before its own last day no step is due but the first, thirty days before.
    const first = await must(act(sendReminders, SECOND, at('2026-12-01 07:30')))
    expect(first.reminded).toBe(1)
    expect(await must(act(sendReminders, SECOND, at('2026-12-01 08:30')))).toEqual({ reminded: 0 })
    const counts = await must(read((ctx) => log(ctx, { ...SECOND, trang: 1 })))
    expect(counts.bodies.map((b) => [b.unitCode, b.inside])).toEqual([[STC, 1]])
  })

  it('công văn đôn đốc chỉ nêu cơ quan chậm của chế độ ấy, và nêu tên chế độ', async () => {
    const late = at('2026-12-30 09:00')
    const urging = await must(read((ctx) => readUrging(ctx, SECOND), late))
    expect(urging.late.map((r) => r.obligation.unitCode)).toEqual([STC])
    const made = await must(act(draftUrgingLetter, { ...SECOND, units: [] }, late))
    expect(made).toMatchObject({ bodies: 1, again: false })
    const [letter] = await read((ctx) => lettersOf(ctx.tx, SECOND), late)
    expect(letter).toMatchObject({ regime: 'kh726', id: made.letterId })
    expect(letter?.paper.abstract).toContain('chuyển đổi vị trí việc làm')
    expect(JSON.stringify(letter?.paper.body)).toContain('(Quyết định 20/QĐ-SNV)')
    expect(JSON.stringify(letter?.paper.body)).not.toContain('Kế hoạch số')
    expect(await read((ctx) => lettersOf(ctx.tx, PLAN), late)).toEqual([])
    const plan = await must(act(draftUrgingLetter, { ...PLAN, units: [] }, late))
    expect(plan.bodies).toBeGreaterThan(1)
  })
})

describe('kiến nghị, báo cáo tỉnh, gói', () => {
  it('kiến nghị nêu báo cáo của chế độ nào', async () => {
    const paragraphs = { ...wholeReport().paragraphs, 'kien-nghi': 'Đề nghị bố trí kinh phí chuyển đổi.' }
    const sent = at('2026-12-02 09:00')
    await must(act(submitFile, { ...SECOND, unitCode: STC, content: wholeReport({ paragraphs }) }, sent))
    await must(act(acceptReports, { ...SECOND, units: [STC] }, sent))
    await must(act(gatherProposals, { year: YEAR }, sent))
    const [line] = await read((ctx) => readLines(ctx, YEAR), sent)
    const shown = await must(read((ctx) => readProposal(ctx, line?.code ?? ''), sent))
    expect(shown.sources).toMatchObject([{ unitId: line?.askerIds[0], title: `${NAME}, năm ${YEAR}` }])
  })

  it('báo cáo tỉnh của chế độ nào lập từ báo cáo của chế độ ấy, không nêu mục tiêu của Kế hoạch', async () => {
    const made = at('2026-12-03 09:00')
    const build = buildProvincialReport(() => [])
    expect(await must(act(build, SECOND, made))).toMatchObject({ regime: 'kh726', number: 1, reports: 2 })
    expect(await must(act(build, PLAN, made))).toMatchObject({ regime: 'kh1459', number: 1, reports: 0 })
    const second = await read((ctx) => findProvincial(ctx.tx, SECOND), made)
    expect(second?.figures.input).toMatchObject({ goals: [], tasks: [], other: { title: `${NAME}, năm ${YEAR}` } })
    expect(second?.figures.input.other?.figures.length).toBeGreaterThan(0)
    expect((await read((ctx) => findProvincial(ctx.tx, PLAN), made))?.figures.input.goals.length).toBeGreaterThan(0)
  })

  it('gói của chế độ nào mang mã chế độ ấy; nhập lại hai lần không thêm gì', async () => {
    const packet = await must(read((ctx) => packetOf(ctx, SECOND)))
    expect([packet.regime, packet.reports.map((r) => r.body).sort()]).toEqual(['KH726', [STC, SYT].sort()])
    expect(await must(act(importPacket, { packet }))).toMatchObject({ added: 0, reports: 2 })
    expect((await must(read((ctx) => packetOf(ctx, PLAN)))).reports).toEqual([])
  })

  it('năm sau, số năm trước của chế độ này không lấy từ chế độ kia', async () => {
    const next = at('2027-11-20 09:00')
    await must(act(openPeriod, { ...PLAN, year: YEAR + 1 }, next))
    await must(act(openPeriod, { ...SECOND, year: YEAR + 1 }, next))
    const of = async (regime: string) =>
      must(read((ctx) => findReport(ctx.tx, { regime, year: YEAR + 1, unitCode: STC }, next), next))
    expect((await of('kh1459')).lastYear).toEqual({})
    expect((await of('kh726')).lastYear['bieu-2.tien-si']).toBe(45)
    const stc = (await of('kh726')).unit.id
    expect(await read((ctx) => myObligations(ctx.tx, [stc], next))).toHaveLength(4)
  })
})

describe('chế độ đột xuất', () => {
  it('hỏi cơ quan có trách nhiệm vào ngày chốt; mở một kỳ rồi thôi', async () => {
    const name = 'Báo cáo đột xuất về biên chế'
    await must(act(draftRegime, { how: 'sao-chep', of: 'kh726', code: 'DX1', slug: 'dx1', name }))
    const version = (await read((ctx) => regimeDrafts(ctx.tx, 'dx1')))[0]?.version ?? 0
    const general = (await read((ctx) => regimeDrafts(ctx.tx, 'dx1')))[0]?.regime
    const fields = {
      ...general,
      legalBasis: general?.legalBasis.join('\n'),
      source: 'Công văn 1',
      cycle: 'dot-xuat',
      changeLimit: '30',
      returnDays: '5',
      appraisalDays: '7',
      trueUp: '',
    }
    await must(act(editRegimeDraft, { slug: 'dx1', place: 'chung', version, fields }))
    const seen = (await read((ctx) => regimeDrafts(ctx.tx, 'dx1')))[0]
    expect(seen?.regime.cycle).toBe('dot-xuat')
    await must(act(issueRegime, { slug: 'dx1', version: seen?.version, act: 'Công văn 1', from: '01/01/2026' }))
    const days = { cutOff: '30/06/2026', dueBefore: '10/07/2026' }
    expect(await must(act(openPeriod, { regime: 'DX1', year: YEAR, ...days }))).toMatchObject({ bodies: 2, closing: 0 })
    expect(await act(openPeriod, { regime: 'dx1', year: YEAR + 1 })).toMatchObject({ code: 'period.one-off' })
  })
})
