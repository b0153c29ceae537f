/** «Thu hút nhân tài … từ 20% trở lên so với tổng số tuyển dụng mới» (Kế hoạch, mục II.1.10). */
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { day } from '../../../kernel/day.ts'
import type { Recruitment } from '../words.ts'
import { flowOf, recruiting, shareOfTalents } from './recruitment.ts'

const today = day('2026-11-23')
const draft = {
  from: day('2026-01-01'),
  to: day('2026-06-30'),
  recruited: 10,
  talents: 2,
  named: [] as string[],
  evidence: 'Quyết định 15/QĐ-SYT',
}
const fieldsOf = (more: Partial<typeof draft>, others: readonly Pick<Recruitment, 'from' | 'to'>[] = []) => {
  const decided = recruiting({ ...draft, ...more }, others, ['NT-0001', 'NT-0002', 'NT-0003'], today)
  return decided.ok ? [] : Object.keys(decided.fields ?? {})
}

describe('Báo cáo kết quả tuyển dụng', () => {
  test.each([
    ['đủ thì ghi được', {}, []],
    ['không tuyển ai vẫn báo cáo được', { recruited: 0, talents: 0, evidence: '' }, []],
    ['nhân tài nhiều hơn số tuyển', { talents: 11 }, ['talents']],
    ['số âm', { recruited: -1, talents: 0 }, ['recruited', 'talents']],
    ['kỳ chưa hết', { to: day('2026-12-31') }, ['to']],
    ['kỳ qua hai năm', { from: day('2025-12-01') }, ['to']],
    ['ngày cuối trước ngày đầu', { to: day('2025-12-31') }, ['to']],
    ['có nhân tài mà không nêu chứng cứ', { evidence: '' }, ['evidence']],
    ['nêu mã thì không cần chứng cứ khác', { evidence: '', named: ['NT-0001'] }, []],
    ['nêu mã lạ', { named: ['NT-9999'] }, ['named']],
    ['nêu nhiều người hơn số ghi', { named: ['NT-0001', 'NT-0002', 'NT-0003'] }, ['named']],
  ] as const)('%s', (_case, more, fields) => expect(fieldsOf(more as Partial<typeof draft>)).toEqual(fields))

  it('kỳ chồng lên kỳ đã báo cáo thì từ chối', () => {
    expect(fieldsOf({}, [{ from: day('2026-06-30'), to: day('2026-07-31') }])).toEqual(['from'])
    expect(fieldsOf({}, [{ from: day('2026-07-01'), to: day('2026-07-31') }])).toEqual([])
  })
})

const report = (unitId: string, from: string, to: string, recruited: number, talents: number): Recruitment => ({
  key: `${unitId}${from}`,
  unitId,
  from: day(from),
  to: day(to),
  state: 'bao-cao',
  recruited,
  talents,
  named: [],
  evidence: '',
  document: 'Báo cáo',
  reason: '',
  version: 1,
  recordedAt: Temporal.Instant.from('2026-01-01T00:00:00Z'),
  recordedBy: 'A',
  supersededAt: null,
})

describe('Cộng theo năm', () => {
  const all = [report('a', '2026-01-01', '2026-06-30', 10, 2), report('b', '2026-03-01', '2026-10-31', 6, 3)]

  it('kỳ nằm trọn trong khoảng thì tính đủ', () => {
    expect(flowOf(all, day('2026-01-01'), day('2026-11-23'))).toEqual({
      recruited: { low: 16, high: 16 },
      talents: { low: 5, high: 5 },
      dataOf: '2026-10-31',
      bodies: 2,
    })
  })

  it('kỳ chỉ nằm một phần thì là một khoảng, không đoán', () => {
    expect(flowOf(all, day('2026-01-01'), day('2026-08-31'))).toMatchObject({ recruited: { low: 10, high: 16 } })
  })

  it('chưa ai báo cáo thì không có ngày số liệu', () => {
    expect(flowOf(all, day('2025-01-01'), day('2025-12-31'))).toMatchObject({ dataOf: null, bodies: 0 })
  })

  it('chia năm thành các khoảng không cắt kỳ nào thì cộng lại bằng cả năm', () => {
    const month = fc.integer({ min: 1, max: 12 })
    const last = (m: number): string =>
      Temporal.PlainYearMonth.from({ year: 2026, month: m }).toPlainDate({ day: 31 }).toString()
    const first = (m: number): string => `2026-${String(m).padStart(2, '0')}-01`
    fc.assert(
      fc.property(fc.array(fc.tuple(month, fc.nat(50)), { maxLength: 20 }), month, (list, cut) => {
        const made = list.map(([m, n], i) => report(`u${i}`, first(m), last(m), n, 0))
        const whole = flowOf(made, day('2026-01-01'), day('2026-12-31')).recruited
        const before = flowOf(made, day('2026-01-01'), day(last(cut))).recruited
        const after = cut === 12 ? { low: 0 } : flowOf(made, day(first(cut + 1)), day('2026-12-31')).recruited
        expect(before.low + after.low).toBe(whole.low)
        expect(whole.low).toBe(whole.high)
      }),
    )
  })
})

describe('Tỷ lệ nhân tài', () => {
  it('không tuyển ai thì không xác định, không phải 0% cũng không phải 100%', () => {
    expect(shareOfTalents({ recruited: 0, talents: 0 }, 2026)).toEqual({
      state: 'undefined',
      why: 'Không có ai được tuyển mới trong năm 2026',
    })
  })
  it('chưa ai báo cáo là chưa có nguồn', () => expect(shareOfTalents(null, 2026)).toMatchObject({ state: 'no-source' }))
  it('2 trong 10 là 20%', () =>
    expect(shareOfTalents({ recruited: 10, talents: 2 }, 2026)).toEqual({ state: 'value', share: 0.2 }))
})
