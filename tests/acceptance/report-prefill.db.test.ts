/** Điền sẵn báo cáo từ hồ sơ, trên cơ sở dữ liệu thật: đếm, điền, giữ số đã gõ, đòi lý do, đi cùng bản nộp. */
import fs from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Actor, type Role, systemActor } from '../../src/kernel/actor.ts'
import type { PartialDay } from '../../src/kernel/partial-day.ts'
import type { Decision } from '../../src/kernel/result.ts'
import { readCodeLists } from '../../src/modules/code-lists/facts.ts'
import { publishList } from '../../src/modules/code-lists/public.ts'
import { uploadDocument } from '../../src/modules/documents/public.ts'
import { readRegisterFacts } from '../../src/modules/organisations/facts.ts'
import { loadRegister } from '../../src/modules/organisations/public.ts'
import { changeAt, changeDossier, type Entry, writePeople } from '../../src/modules/people/public.ts'
import { adoptPlan } from '../../src/modules/programme/public.ts'
import { acceptReports } from '../../src/modules/reporting/actions/accept-reports.ts'
import { approveAndSubmit } from '../../src/modules/reporting/actions/approve-and-submit.ts'
import { openPeriod } from '../../src/modules/reporting/actions/open-period.ts'
import { prefillReport } from '../../src/modules/reporting/actions/prefill-report.ts'
import { saveDraftSection } from '../../src/modules/reporting/actions/save-draft-section.ts'
import { submitFile } from '../../src/modules/reporting/actions/submit-file.ts'
import { submitToHead } from '../../src/modules/reporting/actions/submit-to-head.ts'
import { at, wholeAnswers, wholeReport } from '../../src/modules/reporting/fixtures.ts'
import { reportingModule } from '../../src/modules/reporting/module.ts'
import { bySection, FIELD } from '../../src/modules/reporting/rules/answers.ts'
import { blocking } from '../../src/modules/reporting/rules/checks.ts'
import { freeze } from '../../src/modules/reporting/rules/freeze.ts'
import { cellsOf, originOf, vouchedOf } from '../../src/modules/reporting/rules/prefill.ts'
import { FIRST_REGIME } from '../../src/modules/reporting/rules/regime.ts'
import { obligationsOf } from '../../src/modules/reporting/views/obligations.ts'
import { freezeData } from '../../src/modules/reporting/views/provincial.ts'
import { findReport, type ReportFile } from '../../src/modules/reporting/views/report.ts'
import type { Answers, Obligation, TaskGroup } from '../../src/modules/reporting/words.ts'
import { measuresOf } from '../../src/modules.ts'
import { type Action, newId, perform } from '../../src/platform/action.ts'
import { explainConstraints } from '../../src/platform/database/constraint.ts'
import { transact } from '../../src/platform/database/pool.ts'
import { rows, sql } from '../../src/platform/database/sql.ts'
import type { TestDatabase } from '../../src/platform/database/test-database.ts'
import { testDatabase } from '../database.ts'

const YEAR = 2026
const NOW = at('2026-11-23 10:42')
const machine = systemActor()
const prefill = prefillReport(measuresOf)
let test: TestDatabase
let body: Obligation
let other: Obligation
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
const officer = (): Actor => person('co-quan', body, 'Phạm Thị Hoa')
const where = (o = body) => ({ year: YEAR, unitCode: o.unitCode })
const report = (o = body): Promise<ReportFile> =>
  must(transact(test.db, machine, (tx) => findReport(tx, where(o), NOW)))

const says = (group: Entry['group'], data: Entry['data'], from?: string, to?: string): Entry => ({
  group,
  data,
  level: 1,
  source: 'nhap:thu:1',
  ...(from === undefined ? {} : { from: from as PartialDay }),
  ...(to === undefined ? {} : { to: to as PartialDay }),
})
const dossier = (
  name: string,
  g: { birth: string; sex: string; degree?: string; from?: string; to?: string; more?: Entry[] },
): Entry[] => [
  says('names', { fullName: name }),
  says('birth', { birth: g.birth, sex: g.sex }),
  says('category', { category: 'vien-chuc', sector: 'y-te', area: 'nha-nuoc', main: true }),
  says('education', { level: g.degree ?? '6', graduated: 2010 }),
  says(
    'post',
    { body: body.unitId, kind: 'chinh', ...(g.to === undefined ? {} : { reason: 'thoi-viec' }) },
    g.from ?? '2020-01-01',
    g.to,
  ),
  ...(g.more ?? []),
]

/** Ten people of the body on the cut-off day: 2 doctors, 3 masters, 5 graduates; 4 women; 6 under 40; one came, one left this year. */
const DOSSIERS = (): Entry[][] => [
  dossier('Tiến Sĩ Một', { birth: '1970-01-01', sex: 'nam', degree: '8' }),
  dossier('Tiến Sĩ Hai', { birth: '1972-01-01', sex: 'nu', degree: 'CKII' }),
  dossier('Thạc Sĩ Một', { birth: '1975-01-01', sex: 'nam', degree: '7' }),
  dossier('Thạc Sĩ Hai', { birth: '1990-01-01', sex: 'nu', degree: '7' }),
  dossier('Thạc Sĩ Ba', { birth: '1991-01-01', sex: 'nam', degree: 'CKI' }),
  dossier('Cử Nhân Một', { birth: '1992-01-01', sex: 'nu' }),
  dossier('Cử Nhân Hai', { birth: '1993-01-01', sex: 'nam' }),
  dossier('Cử Nhân Ba', { birth: '1994-01-01', sex: 'nam', more: [says('rank', { code: 'V.08.01.03' })] }),
  dossier('Cử Nhân Bốn', { birth: '1965-01-01', sex: 'nu' }),
  dossier('Mới Về', {
    birth: '1999-01-01',
    sex: 'nam',
    from: '2026-03-01',
    more: [says('talent', { basis: 'NĐ 179', recruited: '2026-03-01' }, '2026-03-01')],
  }),
  dossier('Đã Thôi', { birth: '1985-01-01', sex: 'nam', to: '2026-05-01' }),
  dossier('Về Sau Ngày Chốt', { birth: '1998-01-01', sex: 'nu', from: '2026-11-20' }),
]

const save = async (fields: Answers): Promise<void> => {
  const file = await report()
  for (const [section, answers] of bySection(FIRST_REGIME, groups, { ...file.answers, ...fields }))
    await must(
      as(officer(), saveDraftSection, {
        ...where(),
        section,
        version: (await report()).sections.get(section)?.version ?? 0,
        fields: answers,
      }),
    )
}

beforeAll(async () => {
  test = await testDatabase()
  explainConstraints(reportingModule(() => []).constraints ?? {})
  for (const list of readCodeLists()) await must(as(machine, publishList, list))
  await must(as(machine, loadRegister, readRegisterFacts()))
  const text = fs.readFileSync(new URL('../../examples/ke-hoach-1459.txt', import.meta.url), 'utf8')
  const document = await must(as(machine, uploadDocument, { text }))
  await must(as(machine, adoptPlan, { document: document.id, number: '1459/KH-UBND', date: '22/04/2024', seen: '1' }))
  for (const year of [YEAR - 1, YEAR]) await must(as(machine, openPeriod, { year }, at(`${year}-11-01 08:00`)))
  const list = (await transact(test.db, machine, (tx) => obligationsOf(tx, { year: YEAR }, NOW))).filter(
    (o) => !o.closing,
  )
  const [first, second] = list
  if (first === undefined || second === undefined) throw new Error('no bodies')
  body = first
  other = second
  groups = (await report()).groups
  await transact(test.db, machine, async (tx) => {
    const ctx = { tx, actor: machine, now: NOW, newId }
    await writePeople(
      ctx,
      DOSSIERS().map((e) => changeDossier(null, e, changeAt(ctx, body.unitId, null))),
      null,
    )
  })
})
afterAll(() => test.drop())

describe('lấy số từ hồ sơ', () => {
  it('chưa biết tổng số người thì đếm mà không điền, và nói vì sao', async () => {
    const out = await must(as(officer(), prefill, where()))
    expect(out.filled).toBe(0)
    const file = await report()
    const [v] = vouchedOf(FIRST_REGIME, file.beside.counting ?? fail(), file.answers, file.lastYear)
    expect(v?.caution).toBe('Hồ sơ có 10 người; nhập tổng số người để biết hồ sơ đã đủ chưa.')
    expect(file.obligation.state).toBe('chua-nop')
  })

  it('biết tổng số thì một lần bấm điền ít nhất 70% ô số liệu, mỗi ô mang dấu nguồn; số đã gõ giữ nguyên', async () => {
    await save({ [FIELD.toDate('bieu-2.tong-so')]: '10', [FIELD.toDate('bieu-2.nu')]: '5' })
    const out = await must(as(officer(), prefill, where()))
    const file = await report()
    const vouched = new Map(
      vouchedOf(FIRST_REGIME, file.beside.counting ?? fail(), file.answers, file.lastYear).map((v) => [v.field, v]),
    )
    const cells = cellsOf(FIRST_REGIME)
    const counted = cells.filter((c) => originOf(file.answers[c.field], vouched.get(c.field)) === 'dem')
    expect(counted.length / cells.length).toBeGreaterThanOrEqual(0.7)
    expect(out.filled).toBe(counted.length)
    const figures = (key: string) => [file.answers[FIELD.toDate(key)], file.answers[FIELD.wholeYear(key)]]
    expect(figures('bieu-2.tien-si')).toEqual(['2', '2'])
    expect(figures('bieu-2.thac-si')).toEqual(['3', '3'])
    expect(figures('bieu-2.dai-hoc')).toEqual(['5', '6'])
    expect(figures('bieu-2.bac-si')).toEqual(['1', '1'])
    expect(figures('bieu-2.duoi-40')).toEqual(['6', '7'])
    expect(figures('bieu-2.nu')).toEqual(['5', '5'])
    expect(figures('bieu-2.moi')).toEqual(['1', '2'])
    expect(figures('bieu-2.thoi')).toEqual(['1', '1'])
    expect(figures('bieu-4.thu-hut')).toEqual(['1', '1'])
    expect(figures('bieu-4.bo-nhiem')).toEqual(['0', '0'])
    expect(file.obligation.state).toBe('dang-soan')
  })

  it('con số mở được danh sách người của cơ quan vào ngày chốt', async () => {
    const file = await report()
    const href = file.beside.counting?.figures[FIELD.toDate('bieu-2.tien-si')]?.href ?? ''
    expect(href).toMatch(/^\/tri-thuc\?/)
    expect(href).toContain('tai-ngay=2026-11-15')
    expect(href).toContain(`co-quan=${body.unitId}`)
    expect(href).toContain('trinh-do=8')
  })

  it('số gõ khác số đếm thì phải nêu lý do; bấm thay thì hết khác', async () => {
    const found = (await report()).found.filter((f) => f.id.startsWith('dem:'))
    expect(found.map((f) => [f.id, f.severity, f.message])).toEqual([
      ['dem:bieu-2.nu', 'explain', 'Số nữ: biểu ghi 5, hồ sơ là 4 (đến 15/11/2026). Sửa lại hoặc nêu lý do khác nhau.'],
    ])
    expect(blocking(found)).toHaveLength(1)
    await save({ [FIELD.explanation('dem:bieu-2.nu')]: 'Một người mới đổi tên, hồ sơ chưa cập nhật.' })
    expect(blocking((await report()).found.filter((f) => f.id.startsWith('dem:')))).toHaveLength(0)
  })

  it('mục đang mở được lưu trước khi điền: không mất chữ nào; ô trống vừa xóa được điền lại', async () => {
    const file = await report()
    const saved = file.sections.get(2)
    const fields = { ...saved?.answers, [FIELD.note('bieu-2.nu')]: 'gõ dở', [FIELD.toDate('bieu-2.thac-si')]: '' }
    const out = await must(
      as(officer(), prefill, { ...where(), open: { section: 2, version: saved?.version, fields } }),
    )
    expect(out.filled).toBe(1)
    const after = (await report()).answers
    expect([after[FIELD.note('bieu-2.nu')], after[FIELD.toDate('bieu-2.thac-si')]]).toEqual(['gõ dở', '3'])
    const stale = await as(
      officer(),
      prefill,
      { ...where(), open: { section: 2, version: 0, fields: { [FIELD.note('bieu-2.nu')]: 'cũ' } } },
      at('2026-11-23 11:42'),
    )
    expect(stale.ok ? '' : stale.code).toBe('report.stale')
  })

  it('cơ quan khác không đếm thay, không thấy lần đếm', async () => {
    const refused = await as(person('co-quan', other, 'Người Khác'), prefill, where())
    expect(refused.ok).toBe(false)
    const seen = await transact(test.db, person('co-quan', other, 'Người Khác'), (tx) =>
      rows(tx, sql`select 1 from reporting.counting`),
    )
    expect(seen).toEqual([])
  })
})

describe('giải trình đi cùng báo cáo', () => {
  it('vào bản nộp và phụ lục của báo cáo tỉnh', async () => {
    const have = (await report()).answers
    const figures = Object.fromEntries(
      cellsOf(FIRST_REGIME).map((c) => [c.field, have[c.field] ?? (c.key === 'bieu-2.tong-so' ? '11' : '1')]),
    )
    await save({ ...wholeAnswers(), ...have, ...figures })
    await must(as(officer(), submitToHead, where()))
    await must(as(person('thu-truong', body, 'Trần Văn Bình'), approveAndSubmit, where()))
    const file = await report()
    expect(file.submissions[0]?.findings.find((f) => f.id === 'dem:bieu-2.nu')?.explanation).toContain('đổi tên')
    await must(as(machine, acceptReports, { year: YEAR, units: [body.unitCode] }))
    const ready = await must(
      transact(test.db, machine, (tx) => freezeData({ tx, actor: machine, now: NOW, newId }, [], { year: YEAR })),
    )
    const { explained } = freeze(ready.data).input
    expect(explained).toEqual([
      {
        body: body.unitName,
        matter: 'Số nữ: biểu ghi 5, hồ sơ là 4 (đến 15/11/2026).',
        explanation: 'Một người mới đổi tên, hồ sơ chưa cập nhật.',
      },
    ])
  })
})

describe('báo cáo chép năm trước', () => {
  it('chỉ đổi số thì phải giải trình trước khi nộp', async () => {
    await must(
      as(
        machine,
        submitFile,
        { year: YEAR - 1, unitCode: other.unitCode, content: wholeReport() },
        at('2025-11-28 09:00'),
      ),
    )
    const refused = await as(machine, submitFile, { ...where(other), content: wholeReport() })
    expect(refused.ok ? '' : JSON.stringify(refused.fields)).toContain('Lời văn giống 100% báo cáo năm 2025')
    const content = wholeReport({ explanations: { 'chep:bao-cao': 'Nhiệm vụ thường xuyên, kết quả nêu bằng số.' } })
    await must(as(machine, submitFile, { ...where(other), content }))
  })
})

const fail = (): never => {
  throw new Error('nothing was counted')
}
