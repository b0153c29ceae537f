/** Soạn, nộp, so sánh bản, mở kỳ, duyệt, đếm, tổng hợp. */
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { day } from '../../../kernel/day.ts'
import { at, GROUPS, LAST_YEAR, obligation, REGIME, wholeAnswers, wholeReport } from '../fixtures.ts'
import { PLAN_REGIME, REPORT_STATES } from '../words.ts'
import { answersOf, bySection, differing, FIELD, fieldsOf, pickAnswers, readReport } from './answers.ts'
import { acceptAll, undo } from './appraise.ts'
import { findings } from './checks.ts'
import { totals } from './consolidate.ts'
import { countsOf, type Line } from './counts.ts'
import { bodiesOn, decideOpening, expectedBodies, reportCode } from './open-period.ts'
import { doneCount, nextSection, progress } from './progress.ts'
import { cutOffOf, dueBeforeOf, FIRST_REGIME, shortNameOf } from './regime.ts'
import { submitReport, submitToHead } from './submit-report.ts'
import { changes } from './versions.ts'

test('chế độ báo cáo: hạn trước 05/12, chốt trước hạn, mốc chung 14/12 sau hạn', () => {
  expect(dueBeforeOf(REGIME, 2026)).toBe('2026-12-05')
  expect(cutOffOf(REGIME, 2026) < dueBeforeOf(REGIME, 2026)).toBe(true)
  expect(`2026-${REGIME.cutOff.general}` > dueBeforeOf(REGIME, 2026)).toBe(true)
  expect(shortNameOf(REGIME, 2026)).toBe('Báo cáo năm 2026')
  expect(REGIME.sections).toHaveLength(6)
})

describe('ô nhập và nội dung', () => {
  it('đọc rồi ghi lại không mất gì', () => {
    expect(readReport(REGIME, GROUPS, answersOf(wholeReport()))).toEqual(wholeReport())
  })
  it('chỉ nhận ô của mục, giữ nguyên chữ đã gõ kể cả khi chưa phải là số', () => {
    const section = REGIME.sections[1]
    const fields = section ? fieldsOf(REGIME, section, GROUPS) : []
    expect(pickAnswers(fields, { 'bieu-2.nu.uoc': 'khoảng 200', la: 'x', _csrf: 'y' })).toEqual({
      'bieu-2.nu.uoc': 'khoảng 200',
    })
  })
  it('chữ tổ hợp được đưa về một dạng', () => {
    const fields = [FIELD.paragraph('chi-dao')]
    expect(pickAnswers(fields, { 'doan.chi-dao': 'Tiến sĩ'.normalize('NFD') })['doan.chi-dao']).toBe(
      'Tiến sĩ'.normalize('NFC'),
    )
  })
  it('cắt theo mục rồi ghép lại là như cũ', () => {
    const all = wholeAnswers()
    expect(Object.assign({}, ...bySection(REGIME, GROUPS, all).values())).toEqual(all)
  })
  it('hai bản khác nhau ở đúng những ô đã sửa', () => {
    expect(differing(['a', 'b', 'c'], { a: '44', b: '1' }, { a: '45', b: '1', c: 'x' })).toEqual(['a', 'c'])
  })
})

describe('tiến độ', () => {
  it('báo cáo trống: năm mục chưa làm', () => {
    const p = progress(REGIME, GROUPS, {}, findings(REGIME, GROUPS, {}, {}, 2026))
    expect(doneCount(p, REGIME)).toEqual({ done: 0, of: 5 })
    expect(nextSection(p)).toBe(1)
  })
  it('xong cả: sang mục kiểm tra và trình', () => {
    const p = progress(REGIME, GROUPS, wholeAnswers(), [])
    expect(doneCount(p, REGIME)).toEqual({ done: 5, of: 5 })
    expect(nextSection(p)).toBe(6)
  })
})

describe('trình và nộp', () => {
  const found = findings(REGIME, GROUPS, wholeAnswers(), LAST_YEAR, 2026)
  const due = day('2026-12-05')
  test.each([
    ['ngày cuối còn hạn', '2026-12-04 23:59:59.999', { late: false, daysLate: 0 }],
    ['đúng ngày 05 là muộn', '2026-12-05 00:00', { late: true, daysLate: 1 }],
    ['nộp muộn vẫn nhận', '2026-12-20 10:00', { late: true, daysLate: 16 }],
  ])('%s', (_, now, expected) => {
    expect(submitReport({ state: 'cho-ky', dueBefore: due, found }, at(now))).toMatchObject({
      ok: true,
      value: { state: 'da-nop', ...expected },
    })
  })
  it('thiếu mục bắt buộc thì không trình được, mỗi chỗ một câu', () => {
    const gaps = findings(REGIME, GROUPS, wholeAnswers({ paragraphs: {} }), LAST_YEAR, 2026)
    expect(submitToHead({ state: 'dang-soan', dueBefore: due, found: gaps })).toMatchObject({
      ok: false,
      code: 'report.lines-missing',
      fields: { 'doan.chi-dao': expect.any(String) },
    })
  })
  it('đã nộp rồi thì không nộp lần nữa', () => {
    expect(submitReport({ state: 'da-nop', dueBefore: due, found }, at('2026-12-01 08:00'))).toMatchObject({
      ok: false,
      code: 'report.state',
    })
  })
})

test('so sánh hai bản: đúng những ô đổi', () => {
  const before = wholeReport()
  const after = wholeReport({
    cells: {
      ...before.cells,
      'bieu-2.tien-si': { toDate: 45, wholeYear: 45, note: before.cells['bieu-2.tien-si']?.note ?? '' },
    },
  })
  expect(changes(before, after)).toEqual([{ cell: 'bieu-2.tien-si.den-chot', before: '44', after: '45' }])
  expect(changes(before, before)).toEqual([])
})

describe('mở kỳ', () => {
  const holder = (unitId: string, from: string, to: string | null, cameFrom: string[] = []) => ({
    unitId,
    valid: { from: day(from), to: to === null ? null : day(to) },
    cameFrom,
  })
  it('cơ quan kết thúc giữa năm nợ báo cáo kết thúc, cơ quan kế thừa nợ phần sau', () => {
    const list = expectedBodies(
      [holder('huyen', '2024-04-22', '2025-07-01'), holder('xa', '2025-07-01', null, ['huyen'])],
      2025,
    )
    expect(list).toEqual([
      { unitId: 'huyen', part: { from: '2025-01-01', to: '2025-07-01' }, closing: true, cameFrom: [] },
      { unitId: 'xa', part: { from: '2025-07-01', to: '2026-01-01' }, closing: false, cameFrom: ['huyen'] },
    ])
  })
  it('hết nhiệm vụ từ năm trước thì không có tên', () => {
    expect(expectedBodies([holder('huyen', '2024-04-22', '2025-07-01')], 2026)).toEqual([])
  })
  it('hai khoảng của một cơ quan là một nghĩa vụ', () => {
    expect(
      expectedBodies([holder('so', '2024-04-22', '2025-02-20'), holder('so', '2025-02-20', null, ['cu'])], 2025),
    ).toEqual([{ unitId: 'so', part: { from: '2025-01-01', to: '2026-01-01' }, closing: false, cameFrom: ['cu'] }])
  })
  const given = { year: 2026, cutOff: day('2026-11-15'), dueBefore: day('2026-12-05'), alreadyOpen: false }
  const one = expectedBodies([holder('so', '2024-04-22', null)], 2026)
  it('mở được, và các trường hợp từ chối', () => {
    expect(decideOpening(one, given)).toMatchObject({ ok: true })
    expect(decideOpening(one, { ...given, alreadyOpen: true })).toMatchObject({ code: 'period.open' })
    expect(decideOpening([], given)).toMatchObject({ code: 'period.nobody' })
    expect(decideOpening(one, { ...given, cutOff: day('2026-12-14') })).toMatchObject({ code: 'period.cut-off' })
  })
  it('báo cáo đột xuất: chỉ cơ quan có trách nhiệm vào ngày chốt, không báo cáo kết thúc; một kỳ rồi thôi', () => {
    const holders = [
      holder('a', '2024-01-01', null),
      holder('b', '2024-01-01', '2026-07-01'),
      holder('c', '2026-07-01', null),
    ]
    const on = (d: string) => bodiesOn(holders, 2026, day(d)).map((b) => [b.unitId, b.closing])
    expect(on('2026-06-30')).toEqual([
      ['a', false],
      ['b', false],
    ])
    expect(on('2026-07-01')).toEqual([
      ['a', false],
      ['c', false],
    ])
    expect(decideOpening(one, { ...given, had: 2025 })).toMatchObject({ code: 'period.one-off' })
    expect(decideOpening(one, { ...given, had: null })).toMatchObject({ ok: true })
  })
  it('mã báo cáo', () => {
    expect(reportCode({ slug: PLAN_REGIME, year: 2026 }, 412)).toBe('BC-2026-0412')
    expect(reportCode({ slug: 'kh726', year: 2026 }, 3)).toBe('BC-KH726-2026-0003')
    expect(PLAN_REGIME).toBe(FIRST_REGIME.slug)
  })
})

describe('duyệt', () => {
  const r = { id: 'a', name: 'Sở Y tế', state: 'da-nop' as const, openWarnings: 0 }
  it('duyệt hàng loạt: tất cả hoặc không', () => {
    expect(acceptAll([r])).toEqual({ ok: true, value: ['a'] })
    expect(acceptAll([])).toMatchObject({ code: 'report.none-chosen' })
    expect(acceptAll([r, { ...r, state: 'tra-lai' }])).toMatchObject({ ok: false, code: 'report.state' })
    expect(acceptAll([{ ...r, openWarnings: 1 }])).toMatchObject({ code: 'report.warnings' })
  })
  it('hoàn tác được đến khi tổng hợp', () => {
    const accepted = at('2026-12-06 09:00')
    expect(undo('da-duyet', accepted, null)).toEqual({ ok: true, value: 'da-tiep-nhan' })
    expect(undo('da-duyet', accepted, at('2026-12-05 09:00'))).toMatchObject({ ok: true })
    expect(undo('da-duyet', accepted, at('2026-12-06 09:00'))).toMatchObject({ code: 'report.consolidated' })
  })
})

test('bốn nhóm trạng thái luôn cộng lại bằng số phải nộp', () => {
  const line = fc.record({
    state: fc.constantFrom(...REPORT_STATES),
    daysOverdue: fc.integer({ min: 0, max: 3 }),
    openWarnings: fc.integer({ min: 0, max: 2 }),
    asking: fc.boolean(),
  })
  fc.assert(
    fc.property(fc.array(line), (list) => {
      const c = countsOf(list.map((l): Line => ({ ...obligation(), ...l, findings: 0 })))
      return (
        c['chua-nop'] + c.cho + c['tra-lai'] + c['da-duyet'] === c['tat-ca'] && c['tat-ca'] + c.mien === list.length
      )
    }),
  )
})

test('tổng hợp: cộng đúng, mỗi số có ô nguồn, không có số thì không phải là 0', () => {
  const of = (unitCode: string, tienSi: number | null) => ({
    unitId: unitCode,
    unitCode,
    unitName: unitCode,
    code: `BC-${unitCode}`,
    number: 1,
    submittedAt: at('2026-12-01 08:00'),
    closing: false,
    content: wholeReport({ cells: { 'bieu-2.tien-si': { toDate: tienSi, wholeYear: null, note: '' } } }),
  })
  const all = totals(REGIME, [of('A', 44), of('B', 1), of('C', null)])
  const find = (id: string) => all.find((t) => t.id === id)
  expect(find('bieu-2.tien-si.den-chot')).toMatchObject({
    value: 45,
    cells: [
      { unitCode: 'A', value: 44 },
      { unitCode: 'B', value: 1 },
    ],
  })
  expect(find('bieu-2.tien-si.uoc')).toMatchObject({ value: null, cells: [] })
  fc.assert(
    fc.property(fc.array(fc.option(fc.integer({ min: 0, max: 10_000 }))), (values) => {
      const t = totals(
        REGIME,
        values.map((v, i) => of(`U${i}`, v)),
      ).find((x) => x.id === 'bieu-2.tien-si.den-chot')
      return (t?.cells.reduce((s, c) => s + c.value, 0) ?? 0) === (t?.value ?? 0)
    }),
  )
})

test('cơ quan đã kết thúc: số phát sinh vẫn cộng, số người không đếm hai lần', () => {
  const of = (unitCode: string, closing: boolean) => ({
    unitId: unitCode,
    unitCode,
    unitName: unitCode,
    code: unitCode,
    number: 1,
    submittedAt: at('2026-12-01 08:00'),
    closing,
    content: wholeReport(),
  })
  const all = totals(REGIME, [of('A', false), of('B', true)])
  expect(all.find((t) => t.id === 'bieu-2.tien-si.uoc')?.value).toBe(45)
  expect(all.find((t) => t.id === 'bieu-4.thu-hut.uoc')?.value).toBe(22)
})
