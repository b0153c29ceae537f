/** Chế độ báo cáo trên cơ sở dữ liệu: from opening the period to the provincial report, on both engines. */
import fs from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabase } from '../../../tests/database.ts'
import { type Actor, type Role, systemActor } from '../../kernel/actor.ts'
import type { Decision } from '../../kernel/result.ts'
import { type Action, newId, perform } from '../../platform/action.ts'
import { explainConstraints } from '../../platform/database/constraint.ts'
import { transact } from '../../platform/database/pool.ts'
import { rows, run, sql } from '../../platform/database/sql.ts'
import type { TestDatabase } from '../../platform/database/test-database.ts'
import { findFile } from '../../platform/files/keep.ts'
import { figuresOf, textOfDocx } from '../../platform/word/read-paper.ts'
import { uploadDocument } from '../documents/public.ts'
import { readRegisterFacts } from '../organisations/facts.ts'
import { findUnitByCode, loadRegister } from '../organisations/public.ts'
import { adoptPlan } from '../programme/public.ts'
import { acceptReports } from './actions/accept-reports.ts'
import { approveAndSubmit } from './actions/approve-and-submit.ts'
import { buildProvincialReport } from './actions/build-provincial-report.ts'
import { declareNothing } from './actions/declare-nothing.ts'
import { editProvincialSection } from './actions/edit-provincial-section.ts'
import { exemptBody } from './actions/exempt-body.ts'
import { extendDeadline } from './actions/extend-deadline.ts'
import { handOverDuty } from './actions/hand-over-duty.ts'
import { importPacket } from './actions/import-packet.ts'
import { mergeParagraphs } from './actions/merge-paragraphs.ts'
import { openPeriod } from './actions/open-period.ts'
import { receiveReport } from './actions/receive-report.ts'
import { reopenReport } from './actions/reopen-report.ts'
import { returnReport } from './actions/return-report.ts'
import { returnToOfficer } from './actions/return-to-officer.ts'
import { saveDraftSection } from './actions/save-draft-section.ts'
import { submitFile } from './actions/submit-file.ts'
import { submitToHead } from './actions/submit-to-head.ts'
import { undoAcceptance } from './actions/undo-acceptance.ts'
import { at, wholeAnswers, wholeReport } from './fixtures.ts'
import { reportingModule } from './module.ts'
import { provincialWorkbook } from './papers/provincial-workbook.ts'
import { readProvincialWorkbook } from './provincial-screens.ts'
import { bySection } from './rules/answers.ts'
import { sectionsOf, withEdits } from './rules/provincial.ts'
import { FIRST_REGIME } from './rules/regime.ts'
import { linesOf, obligationsOf } from './views/obligations.ts'
import { packetOf } from './views/packet.ts'
import { findProvincial, type ProvincialVersion } from './views/provincial.ts'
import { findReport } from './views/report.ts'
import type { Obligation, ReportContent, TaskGroup } from './words.ts'

const YEAR = 2026
const NOW = at('2026-11-23 10:42')
let test: TestDatabase
let bodies: Obligation[] = []
let groups: readonly TaskGroup[] = []

const as = <I, O>(actor: Actor, what: Action<I, O>, input: unknown, now = NOW): Promise<Decision<O>> =>
  perform(test.db, { actor, now }, what, input)

async function must<T>(decision: Promise<Decision<T>>): Promise<T> {
  const d = await decision
  if (!d.ok) throw new Error(`${d.code}: ${d.message} ${JSON.stringify(d.fields ?? {})}`)
  return d.value
}

const person = (role: Role, o: Obligation, name: string): Actor => ({
  kind: 'account',
  id: `${name}-${o.unitId}`,
  name,
  post: role === 'thu-truong' ? 'Giám đốc' : 'Chuyên viên',
  grants: [{ role, body: o.unitId, bodyCode: o.unitCode, bodyName: o.unitName }],
  scope: [o.unitId],
})
const homeAffairs = (): Actor => ({ ...person('so-noi-vu', body(0), 'Lê Thị Lan'), scope: 'all' })
const body = (i: number): Obligation => {
  const found = bodies[i]
  if (!found) throw new Error('no such body')
  return found
}
const where = (o: Obligation) => ({ year: YEAR, unitCode: o.unitCode })
const lineOf = async (o: Obligation, now = NOW) =>
  (await transact(test.db, systemActor(), (tx) => linesOf(tx, { year: YEAR }, now))).find((l) => l.id === o.id)

async function saveAll(o: Obligation, officer: Actor, change: Partial<ReportContent> = {}): Promise<void> {
  for (const [section, answers] of bySection(FIRST_REGIME, groups, wholeAnswers(change))) {
    const file = await must(transact(test.db, officer, (tx) => findReport(tx, where(o), NOW)))
    const version = file.sections.get(section)?.version ?? 0
    await must(as(officer, saveDraftSection, { ...where(o), section, version, fields: answers }))
  }
}

async function send(o: Obligation, now = NOW, change: Partial<ReportContent> = {}): Promise<void> {
  const officer = person('co-quan', o, 'Phạm Thị Hoa')
  await saveAll(o, officer, change)
  await must(as(officer, submitToHead, where(o)))
  await must(as(person('thu-truong', o, 'Trần Văn Bình'), approveAndSubmit, where(o), now))
}

beforeAll(async () => {
  test = await testDatabase()
  explainConstraints(reportingModule(() => []).constraints ?? {})
  const system = systemActor()
  await must(as(system, loadRegister, readRegisterFacts()))
  const text = fs.readFileSync(new URL('../../../examples/ke-hoach-1459.txt', import.meta.url), 'utf8')
  const document = await must(as(system, uploadDocument, { text }))
  await must(as(system, adoptPlan, { document: document.id, number: '1459/KH-UBND', date: '22/04/2024', seen: '1' }))
})
afterAll(() => test.drop())

describe('mở kỳ', () => {
  it('lập đúng một nghĩa vụ cho mỗi cơ quan, theo danh sách in ra', async () => {
    const opened = await must(as(systemActor(), openPeriod, { year: YEAR }, at('2026-11-01 08:00')))
    bodies = await transact(test.db, systemActor(), (tx) => obligationsOf(tx, { year: YEAR }, NOW))
    expect(bodies).toHaveLength(opened.bodies)
    expect(opened.bodies).toBeGreaterThan(64)
    expect(new Set(bodies.map((o) => o.unitId)).size).toBe(bodies.length)
    expect(bodies[0]).toMatchObject({ state: 'chua-nop', dueBefore: '2026-12-05', daysLeft: 11, code: 'BC-2026-0001' })
    const first = await must(transact(test.db, systemActor(), (tx) => findReport(tx, where(body(0)), NOW)))
    groups = first.groups
    expect(groups.map((g) => g.no)).toEqual(['III.1', 'III.2', 'III.3', 'III.4', 'III.5'])
  })
  it('mở lần thứ hai bị từ chối', async () => {
    expect(await as(systemActor(), openPeriod, { year: YEAR })).toMatchObject({ ok: false, code: 'period.open' })
  })
  it('năm 2025: huyện nợ báo cáo kết thúc, xã kế thừa nợ phần sau', async () => {
    await must(as(systemActor(), openPeriod, { year: 2025 }, at('2025-11-01 08:00')))
    const list = await transact(test.db, systemActor(), (tx) =>
      obligationsOf(tx, { year: 2025 }, at('2025-11-02 08:00')),
    )
    expect(list.filter((o) => o.closing && o.part.to === '2025-07-01').length).toBeGreaterThanOrEqual(12)
    expect(list.some((o) => o.part.from === '2025-07-01' && !o.closing)).toBe(true)
  })
  it('cơ quan không được mở kỳ', async () => {
    expect(await as(person('co-quan', body(0), 'Hoa'), openPeriod, { year: 2027 })).toMatchObject({ kind: 'forbidden' })
  })
})

describe('soạn', () => {
  it('lưu nháp giữ nguyên chữ đã gõ, chuyển sang Đang soạn', async () => {
    const o = body(1)
    const officer = person('co-quan', o, 'Phạm Thị Hoa')
    const saved = await must(
      as(officer, saveDraftSection, {
        ...where(o),
        section: 2,
        version: 0,
        fields: { 'bieu-2.nu.uoc': 'khoảng 200', khac: 'x' },
      }),
    )
    expect(saved).toMatchObject({ version: 1, time: '10:42' })
    const file = await must(transact(test.db, officer, (tx) => findReport(tx, where(o), NOW)))
    expect(file.answers).toEqual({ 'bieu-2.nu.uoc': 'khoảng 200' })
    expect(file.obligation.state).toBe('dang-soan')
  })
  it('bản cũ bị từ chối kèm cả hai bản, không ghi gì', async () => {
    const o = body(1)
    const other = person('co-quan', o, 'Bà Lan')
    await must(as(other, saveDraftSection, { ...where(o), section: 2, version: 1, fields: { 'bieu-2.nu.uoc': '45' } }))
    const stale = await as(person('co-quan', o, 'Phạm Thị Hoa'), saveDraftSection, {
      ...where(o),
      section: 2,
      version: 1,
      fields: { 'bieu-2.nu.uoc': '44' },
    })
    expect(stale).toMatchObject({
      ok: false,
      kind: 'stale',
      theirs: { version: 2, who: 'Bà Lan', values: { 'bieu-2.nu.uoc': '45' } },
    })
  })
  it('biểu vừa tự lưu rồi bấm nút không tự mâu thuẫn với chính mình', async () => {
    const o = body(13)
    const officer = person('co-quan', o, 'Hoa')
    const fields = { 'doan.chi-dao': 'Đã ban hành kế hoạch' }
    await must(as(officer, saveDraftSection, { ...where(o), section: 1, version: 0, fields }))
    expect(await must(as(officer, saveDraftSection, { ...where(o), section: 1, version: 0, fields }))).toMatchObject({
      version: 2,
    })
    const more = { 'doan.chi-dao': 'Đã ban hành kế hoạch số 5' }
    expect(
      await must(as(officer, saveDraftSection, { ...where(o), section: 1, version: 1, fields: more })),
    ).toMatchObject({ version: 3 })
    const later = NOW.add({ minutes: 5 })
    const old = await as(officer, saveDraftSection, { ...where(o), section: 1, version: 1, fields }, later)
    expect(old).toMatchObject({ kind: 'stale' })
  })
  it('mã tệp lạ không được nhận làm minh chứng', async () => {
    const o = body(1)
    const officer = person('co-quan', o, 'Hoa')
    await must(
      as(officer, saveDraftSection, {
        ...where(o),
        section: 3,
        version: 0,
        fields: { 'nhom.III.1.mc.1.so': '1/KH', 'nhom.III.1.mc.1.tep': '01890000-0000-7000-8000-000000000001' },
      }),
    )
    const file = await must(transact(test.db, officer, (tx) => findReport(tx, where(o), NOW)))
    expect(file.answers['nhom.III.1.mc.1.tep']).toBeUndefined()
    expect(file.answers['nhom.III.1.mc.1.so']).toBe('1/KH')
  })
  it('tệp minh chứng được lưu cùng mục', async () => {
    const o = body(1)
    const officer = person('co-quan', o, 'Hoa')
    const upload = { name: 'ke-hoach.pdf', mediaType: 'application/pdf', bytes: Buffer.from('%PDF-1.4') }
    await must(
      as(officer, saveDraftSection, {
        ...where(o),
        section: 3,
        version: 1,
        fields: { 'nhom.III.1.mc.1.so': '1/KH', 'nhom.III.1.mc.1.tai-len': upload },
      }),
    )
    const file = await must(transact(test.db, officer, (tx) => findReport(tx, where(o), NOW)))
    expect(file.answers['nhom.III.1.mc.1.ten']).toBe('ke-hoach.pdf')
  })
  it('còn thiếu thì không trình được', async () => {
    expect(await as(person('co-quan', body(1), 'Hoa'), submitToHead, where(body(1)))).toMatchObject({
      ok: false,
      code: 'report.lines-missing',
    })
  })
})

describe('trình, nộp, nhiều bản', () => {
  it('soạn đủ, trình, thủ trưởng duyệt và nộp: một bản, tệp Word và mã băm', async () => {
    const o = body(0)
    await send(o, at('2026-12-04 16:10'))
    const file = await must(transact(test.db, systemActor(), (tx) => findReport(tx, where(o), NOW)))
    expect(file.submissions).toHaveLength(1)
    expect(file.submissions[0]).toMatchObject({
      number: 1,
      late: false,
      preparedBy: 'Phạm Thị Hoa',
      signedBy: 'Trần Văn Bình',
    })
    const kept = await transact(test.db, systemActor(), (tx) => findFile(tx, file.submissions[0]?.fileId ?? ''))
    expect(kept?.sha256.toString('hex')).toBe(file.submissions[0]?.sha256)
    const bytes = kept?.body ?? Buffer.alloc(0)
    expect(textOfDocx(bytes)).toContain('TRÌNH ĐỘ ĐỘI NGŨ')
    expect(figuresOf(bytes).find((f) => f.source === `${o.code}.1.bieu-2.tien-si.uoc`)?.value).toBe(45)
  })
  it('bấm nộp hai lần chỉ có một bản', async () => {
    const o = body(0)
    expect(await as(person('thu-truong', o, 'Bình'), approveAndSubmit, where(o))).toMatchObject({
      ok: false,
      code: 'report.state',
    })
    const o2 = body(2)
    const officer = person('co-quan', o2, 'Hoa')
    await saveAll(o2, officer)
    await must(as(officer, submitToHead, where(o2)))
    const head = person('thu-truong', o2, 'Bình')
    const both = await Promise.all([as(head, approveAndSubmit, where(o2)), as(head, approveAndSubmit, where(o2))])
    expect(both.filter((d) => d.ok)).toHaveLength(1)
    const file = await must(transact(test.db, systemActor(), (tx) => findReport(tx, where(o2), NOW)))
    expect(file.submissions).toHaveLength(1)
  })
  it('cán bộ không được duyệt và nộp; cơ quan khác không thấy gì', async () => {
    const o = body(0)
    expect(await as(person('co-quan', o, 'Hoa'), approveAndSubmit, where(o))).toMatchObject({ kind: 'forbidden' })
    const stranger = person('co-quan', body(3), 'Người khác')
    expect(await as(stranger, submitToHead, where(o))).toMatchObject({ kind: 'absent' })
    const seen = await transact(test.db, stranger, async (tx) => ({
      obligations: await rows(tx, sql`select 1 from reporting.obligation where unit_id <> ${body(3).unitId}`),
      drafts: await rows(tx, sql`select 1 from reporting.draft`),
      submissions: await rows(tx, sql`select 1 from reporting.submission`),
      steps: await rows(tx, sql`select 1 from reporting.step`),
    }))
    expect(seen).toEqual({ obligations: [], drafts: [], submissions: [], steps: [] })
  })
  it('bản đã nộp không sửa, không xóa được, kể cả bởi chủ sở hữu dữ liệu', async () => {
    const change = (text: string) => transact(test.db, systemActor(), (tx) => run(tx, sql`${sql.raw(text)}`))
    await expect(change('update reporting.submission set late = not late')).rejects.toThrow(/permission denied/)
    await expect(change('delete from reporting.submission')).rejects.toThrow(/permission denied/)
    await expect(test.db.pool.query('update reporting.submission set late = not late')).rejects.toThrow(/never changed/)
    await expect(test.db.pool.query('delete from reporting.submission')).rejects.toThrow(/never changed/)
  })
  it('Sở trả lại từng ô, cơ quan sửa và nộp bản 2; bản 1 còn nguyên', async () => {
    const o = body(0)
    expect(await as(homeAffairs(), returnReport, { ...where(o), reason: '  ', marks: [] })).toMatchObject({
      fields: { reason: 'Nhập lý do trả lại, tối đa 1.000 ký tự' },
    })
    expect(await as(homeAffairs(), returnReport, { ...where(o), reason: 'x'.repeat(1001), marks: [] })).toMatchObject({
      ok: false,
    })
    const now = at('2026-12-06 09:00')
    await must(
      as(
        homeAffairs(),
        returnReport,
        { ...where(o), reason: 'Số tiến sĩ chưa khớp', marks: [{ cell: 'bieu-2.tien-si', text: 'Đối chiếu lại' }] },
        now,
      ),
    )
    expect(await lineOf(o, now)).toMatchObject({
      state: 'tra-lai',
      marked: 1,
      returnedReason: 'Số tiến sĩ chưa khớp',
      dueBefore: '2026-12-12',
      daysLeft: 5,
      late: false,
    })
    const officer = person('co-quan', o, 'Hoa')
    expect(await as(officer, submitToHead, where(o))).toMatchObject({
      fields: { 'bieu-2.tien-si.den-chot': expect.stringContaining('chưa sửa') },
    })
    const cells = { ...wholeReport().cells, 'bieu-2.tien-si': { toDate: 44, wholeYear: 45, note: 'Đã đối chiếu' } }
    await send(o, at('2026-12-08 09:00'), { cells })
    const file = await must(transact(test.db, systemActor(), (tx) => findReport(tx, where(o), now)))
    expect(file.submissions.map((s) => s.number)).toEqual([2, 1])
    expect(file.obligation).toMatchObject({ state: 'da-nop', late: false, returnedReason: null })
  })
  it('thủ trưởng trả lại cán bộ; hạn không đổi', async () => {
    const o = body(3)
    const officer = person('co-quan', o, 'Hoa')
    await must(as(officer, declareNothing, where(o)))
    await must(as(officer, submitToHead, where(o)))
    await must(as(person('thu-truong', o, 'Bình'), returnToOfficer, { ...where(o), reason: 'Bổ sung số liệu' }))
    expect(await lineOf(o)).toMatchObject({ state: 'dang-soan', dueBefore: '2026-12-05' })
  })
  it('không phát sinh là một lời khẳng định; nộp đúng 00:00 ngày 05/12 là muộn', async () => {
    const o = body(3)
    await must(as(person('co-quan', o, 'Hoa'), submitToHead, where(o)))
    await must(as(person('thu-truong', o, 'Bình'), approveAndSubmit, where(o), at('2026-12-05 00:00:00')))
    const file = await must(transact(test.db, systemActor(), (tx) => findReport(tx, where(o), NOW)))
    expect(file.submissions[0]?.content.nothing).toBe(FIRST_REGIME.nothingStatement)
    expect(file.submissions[0]).toMatchObject({ late: true, daysLate: 1 })
  })
})

describe('duyệt, gia hạn, miễn', () => {
  it('duyệt hàng loạt rồi hoàn tác', async () => {
    const units = [body(0), body(2)].map((o) => o.unitCode)
    const now = at('2026-12-09 10:50')
    const batch = await must(as(homeAffairs(), acceptReports, { year: YEAR, units }, now))
    expect(batch.count).toBe(2)
    expect((await lineOf(body(0)))?.state).toBe('da-duyet')
    await must(as(homeAffairs(), undoAcceptance, { year: YEAR, batch: batch.batch }, now))
    expect((await lineOf(body(0)))?.state).toBe('da-tiep-nhan')
    await must(as(homeAffairs(), acceptReports, { year: YEAR, units }, now))
  })
  it('một báo cáo chưa nộp thì không duyệt báo cáo nào', async () => {
    const units = [body(3).unitCode, body(5).unitCode]
    const refused = await as(homeAffairs(), acceptReports, { year: YEAR, units })
    expect(refused).toMatchObject({ ok: false, code: 'report.state' })
    expect((await lineOf(body(3)))?.state).toBe('da-nop')
  })
  it('gia hạn theo số văn bản, không rút ngắn; miễn theo văn bản', async () => {
    const o = body(5)
    expect(
      await as(homeAffairs(), extendDeadline, { ...where(o), dueBefore: '04/12/2026', act: '12/SNV' }),
    ).toMatchObject({ code: 'report.extension-shorter' })
    expect(await as(homeAffairs(), extendDeadline, { ...where(o), dueBefore: '15/12/2026', act: '' })).toMatchObject({
      fields: { act: expect.any(String) },
    })
    await must(
      as(homeAffairs(), extendDeadline, { ...where(o), dueBefore: '15/12/2026', act: '12/SNV-CCVC ngày 01/12/2026' }),
    )
    expect(await lineOf(o, at('2026-12-10 08:00'))).toMatchObject({ daysLeft: 4, daysOverdue: 0 })
    await must(as(homeAffairs(), exemptBody, { ...where(body(6)), act: '13/QĐ-SNV', reason: 'Đang giải thể' }))
    expect(await lineOf(body(6), at('2026-12-10 08:00'))).toMatchObject({ state: 'mien', daysOverdue: 0 })
  })
  it('tiếp nhận báo cáo đã nộp; chưa nộp thì không tiếp nhận được', async () => {
    await must(as(homeAffairs(), receiveReport, where(body(3))))
    expect((await lineOf(body(3)))?.state).toBe('da-tiep-nhan')
    expect(await as(homeAffairs(), receiveReport, where(body(5)))).toMatchObject({ ok: false, code: 'report.state' })
    expect(await as(person('co-quan', body(3), 'Hoa'), receiveReport, where(body(3)))).toMatchObject({
      kind: 'forbidden',
    })
  })
  it('chuyển nghĩa vụ cho cơ quan kế thừa có trong danh sách', async () => {
    const act = 'Nghị quyết số 1/NQ-HĐND'
    const lost = await as(homeAffairs(), handOverDuty, { ...where(body(11)), heirCode: 'X99', act })
    expect(lost).toMatchObject({ ok: false, fields: { heirCode: expect.any(String) } })
    await must(as(homeAffairs(), handOverDuty, { ...where(body(11)), heirCode: body(12).unitCode, act }))
    expect(await lineOf(body(11))).toMatchObject({ state: 'ke-thua', inheritedBy: body(12).unitId, daysLeft: null })
  })
  it('mở lại báo cáo đã duyệt, bản mới là bản tiếp theo', async () => {
    const o = body(2)
    await must(
      as(homeAffairs(), reopenReport, { ...where(o), reason: 'Cơ quan xin đính chính' }, at('2026-12-09 11:00')),
    )
    await send(o, at('2026-12-09 15:00'))
    await must(as(homeAffairs(), acceptReports, { year: YEAR, units: [o.unitCode] }, at('2026-12-09 16:00')))
    const file = await must(transact(test.db, systemActor(), (tx) => findReport(tx, where(o), NOW)))
    expect(file.submissions.map((s) => s.number)).toEqual([2, 1])
  })
})

const said = (text: string) => ({
  text,
  nothing: false,
  evidence: [{ number: '88/KH', day: '15/01/2026', fileId: null, fileName: null }],
})
async function newest(): Promise<ProvincialVersion> {
  const report = await transact(test.db, systemActor(), (tx) => findProvincial(tx, { year: YEAR }))
  if (!report) throw new Error('no report')
  return report
}

describe('báo cáo tỉnh', () => {
  const now = at('2026-12-10 14:00')
  it('cộng đúng các báo cáo đã duyệt; mỗi số trong tệp Word bằng số đã chốt; hai lần không đổi', async () => {
    const built = await must(
      as(
        homeAffairs(),
        buildProvincialReport(() => []),
        { year: YEAR },
        now,
      ),
    )
    expect(built).toMatchObject({ number: 1, fresh: true, reports: 2 })
    const report = await transact(test.db, systemActor(), (tx) => findProvincial(tx, { year: YEAR }))
    const source = report?.figures.sources.find((s) => s.id === '2026.bieu-2.tien-si.uoc')
    expect(source).toMatchObject({ shown: '90' })
    expect(source?.cells).toHaveLength(2)
    const kept = await transact(test.db, systemActor(), (tx) => findFile(tx, report?.fileId ?? ''))
    const shown = new Map(report?.figures.sources.map((s) => [s.id, s.shown]))
    const inPaper = figuresOf(kept?.body ?? Buffer.alloc(0))
    expect(inPaper.length).toBeGreaterThan(10)
    for (const f of inPaper) expect([f.source, f.text]).toEqual([f.source, shown.get(f.source)])
    const again = await must(
      as(
        homeAffairs(),
        buildProvincialReport(() => []),
        { year: YEAR },
        now.add({ hours: 1 }),
      ),
    )
    expect(again).toMatchObject({ number: 1, fresh: false, sha256: built.sha256 })
  })
  it('sau khi tổng hợp thì không hoàn tác duyệt được', async () => {
    const batch = at('2026-12-09 16:00').toString()
    expect(await as(homeAffairs(), undoAcceptance, { year: YEAR, batch }, now)).toMatchObject({
      ok: false,
      code: 'report.consolidated',
    })
  })
  it('đoạn viết tay còn sau khi cập nhật số liệu; số đổi được đánh dấu', async () => {
    await must(
      as(
        homeAffairs(),
        editProvincialSection,
        { year: YEAR, key: 'I', text: 'Toàn địa bàn có 90 tiến sĩ, chuyên khoa II.', version: 1 },
        now,
      ),
    )
    expect(
      await as(homeAffairs(), editProvincialSection, { year: YEAR, key: 'I', text: 'Bản khác', version: 1 }, now),
    ).toMatchObject({ kind: 'stale' })
    await must(as(homeAffairs(), acceptReports, { year: YEAR, units: [body(3).unitCode] }, now))
    await send(body(7), now)
    await must(as(homeAffairs(), acceptReports, { year: YEAR, units: [body(7).unitCode] }, now))
    const built = await must(
      as(
        homeAffairs(),
        buildProvincialReport(() => []),
        { year: YEAR },
        now.add({ hours: 2 }),
      ),
    )
    expect(built).toMatchObject({ number: 2, fresh: true, reports: 4 })
    const report = await transact(test.db, systemActor(), (tx) => findProvincial(tx, { year: YEAR }))
    if (!report) throw new Error('no report')
    const first = sectionsOf(report.figures, report.edits)[0]
    expect(first?.edit?.text).toBe('Toàn địa bàn có 90 tiến sĩ, chuyên khoa II.')
    expect(first?.changed).toEqual([{ source: '2026.bieu-2.tien-si.uoc', before: '90', after: '135' }])
    expect(first?.redone).toMatchObject({ before: expect.stringContaining('90'), now: expect.stringContaining('135') })
  })
  it('gộp đoạn của các cơ quan: một đoạn đứng thay, mang đủ tên; cập nhật số liệu vẫn giữ; để trống thì tách lại', async () => {
    await send(body(10), now, {
      groups: { ...wholeReport().groups, 'III.1': said('Đã tổ chức 14 hội nghị quán triệt Nghị quyết.') },
    })
    await must(as(homeAffairs(), acceptReports, { year: YEAR, units: [body(10).unitCode] }, now))
    await must(
      as(
        homeAffairs(),
        buildProvincialReport(() => []),
        { year: YEAR },
        now.add({ hours: 3 }),
      ),
    )
    const before = await newest()
    const inside = sectionsOf(before.figures, before.edits).filter((s) => s.key.startsWith('III.1/'))
    const [lead, other] = inside
    expect(inside.length).toBeGreaterThan(1)
    const merging = { year: YEAR, key: lead?.key, bodies: [other?.title], version: before.version }
    expect(await as(homeAffairs(), mergeParagraphs, { ...merging, bodies: [] }, now)).toMatchObject({ ok: false })
    expect(await as(person('co-quan', body(10), 'Hoa'), mergeParagraphs, merging, now)).toMatchObject({
      kind: 'forbidden',
    })
    await must(as(homeAffairs(), mergeParagraphs, merging, now))
    expect(await as(homeAffairs(), mergeParagraphs, merging, now)).toMatchObject({ kind: 'stale' })
    const merged = await newest()
    const names = (v: typeof merged) => withEdits(v.figures, v.edits).groups[0]?.contributions.map((c) => c.body) ?? []
    expect(names(merged)).toContain(`${lead?.title}; ${other?.title}`)
    expect(names(merged)).not.toContain(other?.title)
    const words = textOfDocx(
      (await transact(test.db, systemActor(), (tx) => findFile(tx, merged.fileId ?? '')))?.body ?? Buffer.alloc(0),
    )
    expect(words).toContain(`${lead?.title}; ${other?.title}`)
    const apart = { year: YEAR, key: lead?.key, text: '', version: merged.version }
    await must(as(homeAffairs(), editProvincialSection, apart, now))
    expect(names(await newest())).toContain(other?.title)
  })
  it('phụ lục Excel: hai lần lập như nhau từng byte, mọi số của bản đều có', async () => {
    const take = () =>
      must(
        transact(test.db, homeAffairs(), (tx) =>
          readProvincialWorkbook({ tx, actor: homeAffairs(), now, newId }, { regime: 'kh1459', year: YEAR }),
        ),
      )
    const [one, two] = [await take(), await take()]
    expect(Buffer.from(one.bytes).equals(Buffer.from(two.bytes))).toBe(true)
    const { figures } = await newest()
    const cells = figures.sources.reduce((n, s) => n + s.cells.length, 0)
    expect(
      provincialWorkbook(figures).sheets.map((s) => [s.name, [...(s.rows as Iterable<unknown>)].length - 3]),
    ).toEqual([
      ['Mục tiêu', figures.input.goals.length],
      ['Số tổng hợp', figures.sources.length],
      ['Ô nguồn', cells],
      ['Nhiệm vụ', figures.input.tasks.length],
      ['Nộp muộn, chưa nộp', figures.input.late.length],
    ])
  })
})

describe('gói báo cáo', () => {
  it('nộp từ tệp; nộp lại cùng nội dung bị từ chối; xuất rồi nhập lại không thêm gì', async () => {
    const o = body(8)
    const content = wholeReport()
    await must(as(systemActor(), submitFile, { ...where(o), content }))
    expect(await as(systemActor(), submitFile, { ...where(o), content })).toMatchObject({
      ok: false,
      code: 'report.same',
    })
    const packet = await must(
      transact(test.db, systemActor(), (tx) =>
        packetOf({ tx, actor: systemActor(), now: NOW, newId: () => '' }, { year: YEAR }),
      ),
    )
    const travelled = JSON.parse(JSON.stringify(packet))
    expect(await must(as(systemActor(), importPacket, { packet: travelled }))).toMatchObject({ added: 0 })
    const report = travelled.reports.find((r: { body: string }) => r.body === o.unitCode)
    const elsewhere = { ...travelled, reports: [{ ...report, body: body(9).unitCode }] }
    expect(await must(as(systemActor(), importPacket, { packet: elsewhere }))).toMatchObject({ added: 1, known: 0 })
    expect((await lineOf(body(9)))?.state).toBe('da-nop')
    expect(await must(as(systemActor(), importPacket, { packet: elsewhere }))).toMatchObject({ added: 0, known: 1 })
  })
  it('dòng lạ trong tệp bị từ chối theo tên', async () => {
    const refused = await as(systemActor(), submitFile, {
      ...where(body(10)),
      content: { cells: { 'bieu-9.la': { toDate: 1 } } },
    })
    expect(refused).toMatchObject({ ok: false, code: 'packet.unknown', message: expect.stringContaining('bieu-9.la') })
  })
})

it('mọi cơ quan trong danh sách có tên trong sổ bộ', async () => {
  const unit = await transact(test.db, systemActor(), (tx) => findUnitByCode(tx, body(0).unitCode))
  expect(unit?.officeName).toBe(body(0).unitName)
})
