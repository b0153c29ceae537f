import { describe, expect, test } from 'vitest'
import { day } from '../../../kernel/day.ts'
import { isDocumentNumber, numberAndDate, replacing, statedByAmendment, territoryOf, unsureSeen } from './adoption.ts'

const TODAY = day('2024-05-03')
const blank = { docNumber: null, date: null, dateKnown: '2024-04' }

describe('số, ký hiệu', () => {
  test.each([
    ['1459/KH-UBND', true],
    ['23/2024/QĐ-UBND', true],
    ['200-KH/TU', true],
    ['45-NQ/TW', true],
    ['12a/KH-UBND', true],
    ['1459', false],
    ['KH-UBND', false],
    ['/KH-UBND', false],
    ['1459/kh-ubnd', false],
    ['1459 KH UBND', false],
    ['', false],
  ])('%s → %s', (text, good) => expect(isDocumentNumber(text)).toBe(good))
})

describe('số và ngày khi ban hành vào hệ thống', () => {
  test('đủ và khớp thì nhận', () => {
    expect(numberAndDate(blank, { number: ' 1459 / KH-UBND ', date: '22/4/2024' }, TODAY)).toEqual({
      ok: true,
      value: { number: '1459/KH-UBND', date: '2024-04-22' },
    })
  })

  test('văn bản tự có số và ngày thì không phải nhập', () => {
    const stated = { docNumber: '726/KH-UBND', date: '2024-03-11', dateKnown: '2024-03-11' }
    expect(numberAndDate(stated, { number: '', date: '' }, TODAY)).toMatchObject({
      value: { number: '726/KH-UBND', date: '2024-03-11' },
    })
  })

  test.each<[string, Parameters<typeof numberAndDate>[0], { number: string; date: string }, string[]]>([
    ['để trống cả hai: hỏi cả hai, không đoán', blank, { number: '', date: '' }, ['number', 'date']],
    ['ngày sau hôm nay', { ...blank, dateKnown: null }, { number: '1/KH-UBND', date: '04/05/2024' }, ['date']],
    ['ngày không có thật', blank, { number: '1/KH-UBND', date: '31/04/2024' }, ['date']],
    ['khác tháng văn bản ghi', blank, { number: '1/KH-UBND', date: '22/03/2024' }, ['date']],
    [
      'khác số văn bản ghi',
      { ...blank, docNumber: '2/KH-UBND' },
      { number: '1/KH-UBND', date: '22/04/2024' },
      ['number'],
    ],
  ])('%s', (_, stated, typed, fields) => {
    const decided = numberAndDate(stated, typed, TODAY)
    expect(decided.ok ? [] : Object.keys(decided.fields ?? {})).toEqual(fields)
  })
})

test('mục chưa chắc phải được xem', () => {
  expect(unsureSeen(0, false).ok).toBe(true)
  expect(unsureSeen(3, true).ok).toBe(true)
  expect(unsureSeen(3, false)).toMatchObject({ ok: false, fields: { seen: expect.stringContaining('3 mục') } })
})

describe('kế hoạch của tỉnh nào', () => {
  const provinces = [
    { id: 'a', name: 'Tỉnh An Bình' },
    { id: 'b', name: 'Thành phố Bình Hải' },
  ]
  test('theo cơ quan ban hành; một tỉnh thì là tỉnh đó; còn lại hỏi', () => {
    expect(territoryOf('UBND tỉnh An Bình', provinces)).toMatchObject({ value: 'a' })
    expect(territoryOf(null, provinces.slice(1))).toMatchObject({ value: 'b' })
    expect(territoryOf(null, provinces)).toMatchObject({ ok: false, kind: 'conflict' })
    expect(territoryOf('UBND tỉnh An Bình', [])).toMatchObject({ ok: false, code: 'programme.no-register' })
  })
})

describe('số, ngày của văn bản sửa đổi', () => {
  const plan = { number: '1459/KH-UBND', date: day('2024-04-22') }
  const none = { docNumber: null, date: null, dateKnown: null }
  test.each([
    [
      'văn bản hợp nhất còn số, ngày của kế hoạch',
      { docNumber: '1459/KH-UBND', date: '2024-04-22', dateKnown: '2024-04-22' },
      none,
    ],
    ['bản để trống số, còn tháng của kế hoạch', blank, none],
  ])('%s: hỏi số, ngày của văn bản sửa đổi', (_, stated, said) => expect(statedByAmendment(stated, plan)).toEqual(said))
  test('văn bản có số, ngày riêng: theo văn bản', () => {
    const own = { docNumber: '2001/KH-UBND', date: '2025-03-03', dateKnown: '2025-03-03' }
    expect(statedByAmendment(own, plan)).toEqual(own)
  })
})

describe('thay kế hoạch đang thực hiện', () => {
  const inForce = { number: '1459/KH-UBND' }
  test.each([
    ['chưa có kế hoạch nào', null, '9/KH-UBND', false, true],
    ['cùng số: không phải thay', inForce, '1459/KH-UBND', false, true],
    ['kế hoạch khác, chưa đồng ý thay', inForce, '9/KH-UBND', false, false],
    ['kế hoạch khác, đồng ý thay', inForce, '9/KH-UBND', true, true],
  ])('%s', (_, current, number, agreed, ok) => expect(replacing(current, number, agreed).ok).toBe(ok))
})
