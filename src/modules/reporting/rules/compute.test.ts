/** Ô tính, số chính thức của năm trước, danh sách báo cáo theo ngày, và nháp khi biểu mẫu đổi. */
import { describe, expect, it } from 'vitest'
import { day } from '../../../kernel/day.ts'
import { at, GROUPS, REGIME, wholeAnswers, wholeReport } from '../fixtures.ts'
import { answersOf, bySection, FIELD, fieldsOf, readReport } from './answers.ts'
import { findings } from './checks.ts'
import { computedValue, computedYear, computeWords } from './compute.ts'
import { type AcceptedReport, totals } from './consolidate.ts'
import { KEPT_APART, reSection, strayAnswers } from './re-section.ts'
import type { Compute, Regime, RegimeRow } from './regime.ts'
import { reportersOf, without } from './reporters.ts'
import { officialLastYear, trueUps, trueUpWords } from './true-up.ts'

const row = (id: string, compute: Compute): RegimeRow => ({
  id,
  label: id,
  noun: id,
  kind: 'stock',
  required: true,
  compute,
})

/** The shipped form with computed rows at the end of its first table. */
const withRows = (...rows: RegimeRow[]): Regime => ({
  ...REGIME,
  tables: REGIME.tables.map((t) => (t.id === 'bieu-2' ? { ...t, rows: [...t.rows, ...rows] } : t)),
})

const SUM = row('sau-dai-hoc', { kind: 'sum', rows: ['bieu-2.tien-si', 'bieu-2.thac-si'] })
const REST = row('khac', { kind: 'difference', from: 'bieu-2.tong-so', less: 'bieu-2.sau-dai-hoc' })
const SHARE = row('ty-le', { kind: 'share', part: 'bieu-2.sau-dai-hoc', whole: 'bieu-2.tong-so' })
const FORM = withRows(SUM, REST, SHARE)

const accepted = (unitCode: string, form: Regime, tong: number, tienSi: number, closing = false): AcceptedReport => {
  const report = wholeReport()
  const cells = {
    ...report.cells,
    'bieu-2.tong-so': { toDate: tong, wholeYear: tong, note: '' },
    'bieu-2.tien-si': { toDate: tienSi, wholeYear: tienSi, note: '' },
    'bieu-2.thac-si': { toDate: 0, wholeYear: 0, note: '' },
  }
  const content = readReport(form, GROUPS, answersOf({ ...report, cells }))
  return {
    unitId: unitCode,
    unitCode,
    unitName: unitCode,
    code: unitCode,
    number: 1,
    submittedAt: at('2026-12-01 08:00'),
    closing,
    content,
  }
}

describe('ô tính', () => {
  it('tính tổng, hiệu, tỷ lệ, kể cả ô tính dựa trên ô tính khác', () => {
    const { cells } = readReport(FORM, GROUPS, wholeAnswers())
    expect(cells['bieu-2.sau-dai-hoc']).toMatchObject({ toDate: 592, wholeYear: 605 })
    expect(cells['bieu-2.khac']).toMatchObject({ toDate: 4220, wholeYear: 4225 })
    expect(cells['bieu-2.ty-le']?.toDate).toBeCloseTo(12.302577, 5)
  })
  it('thiếu một phần thì để trống, không coi là 0; chia cho 0 cũng để trống', () => {
    const { [FIELD.toDate('bieu-2.tien-si')]: _, ...answers } = wholeAnswers()
    expect(readReport(FORM, GROUPS, answers).cells['bieu-2.sau-dai-hoc']).toMatchObject({
      toDate: null,
      wholeYear: 605,
    })
    expect(computedValue({ kind: 'share', part: 'a', whole: 'b' }, () => 0)).toBeNull()
    expect(computedValue({ kind: 'sum', rows: [] }, () => 1)).toBeNull()
  })
  it('ô dẫn vòng về chính nó để trống, không treo', () => {
    const loop = withRows(row('a', { kind: 'sum', rows: ['bieu-2.b'] }), row('b', { kind: 'sum', rows: ['bieu-2.a'] }))
    expect(readReport(loop, GROUPS, wholeAnswers()).cells['bieu-2.a']?.toDate).toBeNull()
  })
  it('không nhận số gõ vào ô tính, không đòi nhập, vẫn giữ ghi chú', () => {
    const section = FORM.sections[1]
    if (!section) throw new Error('no section')
    const fields = fieldsOf(FORM, section, GROUPS)
    expect(fields).not.toContain(FIELD.toDate('bieu-2.sau-dai-hoc'))
    expect(fields).toContain(FIELD.note('bieu-2.sau-dai-hoc'))
    expect(findings(FORM, GROUPS, {}, {}, 2026).some((f) => f.cell === 'bieu-2.sau-dai-hoc')).toBe(false)
  })
  it('tỷ lệ của tỉnh tính từ tổng, không cộng tỷ lệ của cơ quan; cơ quan đã kết thúc không vào số tại thời điểm chốt', () => {
    const list = totals(FORM, [
      accepted('A', FORM, 100, 10),
      accepted('B', FORM, 300, 90),
      accepted('C', FORM, 50, 50, true),
    ])
    const value = (id: string) => list.find((t) => t.id === id)?.value
    expect(value('bieu-2.sau-dai-hoc.uoc')).toBe(100)
    expect(value('bieu-2.ty-le.uoc')).toBe(25)
  })
  it('năm trước chưa có dòng tính thì tính từ số năm trước; đã có thì giữ', () => {
    const before = { 'bieu-2.tien-si': 2, 'bieu-2.thac-si': 3 }
    expect(computedYear(FORM, before)).toEqual({ ...before, 'bieu-2.sau-dai-hoc': 5 })
    expect(computedYear(FORM, { ...before, 'bieu-2.sau-dai-hoc': 9 })['bieu-2.sau-dai-hoc']).toBe(9)
    expect(computedYear(REGIME, before)).toBe(before)
  })
  it('nói cách tính bằng nhãn của dòng', () => {
    expect(computeWords(FORM, SUM.compute ?? { kind: 'sum', rows: [] })).toBe(
      'Tổng của: Tiến sĩ, chuyên khoa II; Thạc sĩ, chuyên khoa I, bác sĩ nội trú',
    )
  })
})

describe('số chính thức của năm trước', () => {
  const official = { ...wholeAnswers(), [FIELD.lastYear('bieu-2.tien-si')]: '43' }
  it('đi cùng báo cáo, thay số ước khi so với năm trước; không nhập thì nội dung như cũ', () => {
    const content = readReport(REGIME, GROUPS, official)
    expect(content.cells['bieu-2.tien-si']?.lastYear).toBe(43)
    expect(officialLastYear(content, { 'bieu-2.tien-si': 20, 'bieu-2.nu': 1 })).toEqual({
      'bieu-2.tien-si': 43,
      'bieu-2.nu': 1,
    })
    expect(readReport(REGIME, GROUPS, wholeAnswers())).toEqual(wholeReport())
    const jump = (answers: typeof official) =>
      findings(REGIME, GROUPS, answers, { 'bieu-2.tien-si': 20 }, 2026).some((f) => f.id === 'bieu-2.tien-si')
    expect([jump(wholeAnswers()), jump(official)]).toEqual([true, false])
  })
  it('cộng vào báo cáo tỉnh trên các cơ quan có đủ hai số', () => {
    const report = (unitId: string, content: ReturnType<typeof readReport>): AcceptedReport => ({
      ...accepted(unitId, REGIME, 1, 1),
      content,
    })
    const list = trueUps(
      REGIME,
      [
        report('a', readReport(REGIME, GROUPS, official)),
        report('b', readReport(REGIME, GROUPS, official)),
        report('c', wholeReport()),
      ],
      new Map([
        ['a', { 'bieu-2.tien-si': 40 }],
        ['c', { 'bieu-2.tien-si': 9 }],
      ]),
    )
    expect(list).toHaveLength(1)
    expect(list[0]).toMatchObject({ key: 'bieu-2.tien-si', estimate: 40, official: 43 })
    expect(trueUpWords(40, 43)).toBe('tăng 3 so với số ước')
    expect(trueUpWords(40, null)).toBe('')
  })
})

describe('ai phải báo cáo, theo ngày', () => {
  const whole = { from: day('2020-01-01'), to: null }
  const units = [
    { id: '1', code: 'A', group: 'cap-xa', valid: whole },
    { id: '2', code: 'B', group: 'cap-xa', valid: { from: day('2026-07-01'), to: null } },
    { id: '3', code: 'C', group: 'dang', valid: whole },
  ]
  const line = (
    kind: 'plan' | 'group' | 'unit' | 'not-group' | 'not-unit',
    ref = '',
    from = '2026-01-01',
    to: string | null = null,
  ) => ({ kind, ref, from, to, act: '' })
  const planned = [{ unitId: '3', valid: whole, cameFrom: [] }]
  const ids = (...lines: ReturnType<typeof line>[]) =>
    reportersOf(lines, planned, units).map((h) => [h.unitId, h.valid.from, h.valid.to])

  it('không có dòng nào: theo Kế hoạch; dòng loại trừ vẫn có hiệu lực', () => {
    expect(ids()).toEqual([['3', '2020-01-01', null]])
    expect(ids(line('not-unit', 'C', '2026-05-01', '2026-06-01'))).toEqual([
      ['3', '2020-01-01', '2026-05-01'],
      ['3', '2026-06-01', null],
    ])
  })
  it('theo nhóm và đích danh, từ ngày đến ngày, trong thời gian đơn vị tồn tại', () => {
    expect(ids(line('group', 'cap-xa'))).toEqual([
      ['1', '2026-01-01', null],
      ['2', '2026-07-01', null],
    ])
    expect(ids(line('unit', 'A', '2026-03-01', '2026-04-01'), line('plan'))).toEqual([
      ['1', '2026-03-01', '2026-04-01'],
      ['3', '2026-01-01', null],
    ])
    expect(ids(line('group', 'cap-xa'), line('not-group', 'cap-xa'))).toEqual([])
  })
  it('phần còn lại của một khoảng không mất, không chồng', () => {
    const v = { from: day('2026-01-01'), to: day('2027-01-01') }
    expect(without(v, { from: day('2027-01-01'), to: null })).toEqual([v])
    expect(without(v, { from: day('2025-01-01'), to: null })).toEqual([])
    expect(without(v, { from: day('2026-02-01'), to: day('2026-03-01') })).toHaveLength(2)
  })
})

describe('nháp khi biểu mẫu đổi', () => {
  const narrow: Regime = {
    ...REGIME,
    tables: REGIME.tables.map((t) => (t.id === 'bieu-2' ? { ...t, rows: t.rows.filter((r) => r.id !== 'nu') } : t)),
    sections: REGIME.sections.filter((s) => s.no !== 1).map((s, i) => ({ ...s, no: i + 1 })),
  }
  const flat = (sections: ReadonlyMap<number, Record<string, string>>) => Object.assign({}, ...sections.values())
  const before = bySection(REGIME, GROUPS, wholeAnswers())

  it('giữ mọi ô đã gõ: ô còn chỗ theo mục mới, ô không còn chỗ để riêng', () => {
    const after = reSection(narrow, GROUPS, before)
    expect(flat(after as never)).toEqual(flat(before as never))
    expect(after.get(KEPT_APART)).toMatchObject({ [FIELD.toDate('bieu-2.nu')]: '2.254' })
    expect(after.get(1)?.[FIELD.toDate('bieu-2.tien-si')]).toBe('44')
  })
  it('biểu mẫu mở từ trước gửi ô không còn ở mục ấy: giữ lại ô có chữ mới', () => {
    const raw = { 'bieu-2.nu.uoc': '9', 'bieu-2.nu.den-chot': '8', 'doan.chi-dao': 'cũ', version: '3', la: 'x' }
    const sent = { fields: ['bieu-2.nu.den-chot'], raw, known: { 'doan.chi-dao': 'cũ' } }
    expect(strayAnswers([REGIME, narrow], GROUPS, sent)).toEqual({ 'bieu-2.nu.uoc': '9' })
  })
  it('chuyển về bản cũ thì mọi ô về chỗ cũ', () => {
    expect(reSection(REGIME, GROUPS, reSection(narrow, GROUPS, before))).toEqual(before)
  })
})
