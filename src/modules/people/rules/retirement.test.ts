import { describe, expect, test } from 'vitest'
import { day } from '../../../kernel/day.ts'
import { retirementDay, retiringBirths } from './retirement.ts'

/** Sex, month of birth, last month of work: where the age steps, the ends of the schedules, and some between. */
const SCHEDULE = [
  ['nam', '01/1961', '04/2021'],
  ['nam', '10/1961', '04/2022'],
  ['nam', '02/1962', '08/2022'],
  ['nam', '07/1962', '04/2023'],
  ['nam', '03/1963', '12/2023'],
  ['nam', '04/1963', '04/2024'],
  ['nam', '01/1964', '04/2025'],
  ['nam', '04/1964', '07/2025'],
  ['nam', '10/1964', '04/2026'],
  ['nam', '05/1965', '11/2026'],
  ['nam', '07/1965', '04/2027'],
  ['nam', '04/1966', '04/2028'],
  ['nam', '06/1966', '06/2028'],
  ['nam', '12/1966', '12/2028'],
  ['nu', '01/1966', '05/2021'],
  ['nu', '07/1966', '11/2021'],
  ['nu', '09/1966', '05/2022'],
  ['nu', '05/1967', '05/2023'],
  ['nu', '08/1967', '08/2023'],
  ['nu', '01/1968', '05/2024'],
  ['nu', '09/1968', '05/2025'],
  ['nu', '05/1969', '05/2026'],
  ['nu', '10/1969', '10/2026'],
  ['nu', '01/1970', '05/2027'],
  ['nu', '09/1970', '05/2028'],
  ['nu', '11/1970', '07/2028'],
  ['nu', '05/1971', '05/2029'],
  ['nu', '12/1971', '12/2029'],
  ['nu', '01/1972', '05/2030'],
  ['nu', '09/1972', '05/2031'],
  ['nu', '01/1973', '09/2031'],
  ['nu', '05/1973', '05/2032'],
  ['nu', '01/1974', '05/2033'],
  ['nu', '02/1974', '06/2033'],
  ['nu', '09/1974', '05/2034'],
  ['nu', '03/1975', '11/2034'],
  ['nu', '05/1975', '05/2035'],
  ['nu', '12/1975', '12/2035'],
] as const

const birth = (month: string) => day(`01/${month}`)

describe('ngày nghỉ hưu theo tuổi', () => {
  test.each(SCHEDULE)('%s sinh tháng %s nghỉ hết tháng %s', (sex, born, last) => {
    const found = retirementDay(sex, birth(born), 'month')
    expect(`${found.slice(5, 7)}/${found.slice(0, 4)}`).toBe(last)
  })

  test('nghỉ hết ngày cuối cùng của tháng, ngày sinh nào trong tháng cũng vậy', () => {
    expect(retirementDay('nam', day('2/2/1966'), 'day')).toBe('2027-11-30')
    expect(retirementDay('nam', day('28/2/1966'), 'day')).toBe('2027-11-30')
    expect(retirementDay('nu', day('15/6/1968'), 'day')).toBe('2024-10-31')
    expect(retirementDay('nam', day('10/2/1970'), 'day')).toBe('2032-02-29')
  })

  test('chỉ biết năm sinh: tính từ 01/01', () => {
    expect(retirementDay('nam', day('1/1/1964'), 'year')).toBe(retirementDay('nam', day('1/1/1964'), 'day'))
    expect(retirementDay('nu', day('9/9/1970'), 'year')).toBe('2027-05-31')
  })

  test('đến tuổi trước năm 2021: nam 60, nữ 55', () => {
    expect(retirementDay('nam', day('31/12/1960'), 'day')).toBe('2020-12-31')
    expect(retirementDay('nu', day('1/3/1950'), 'day')).toBe('2005-03-31')
  })

  test('sau năm cuối của lộ trình giữ nguyên tuổi: nam 62, nữ 60', () => {
    expect(retirementDay('nam', day('20/11/1990'), 'day')).toBe('2052-11-30')
    expect(retirementDay('nu', day('20/11/1990'), 'day')).toBe('2050-11-30')
  })

  test('sinh sau không nghỉ trước, trong cùng một giới', () => {
    for (const sex of ['nam', 'nu'] as const) {
      const days = Array.from({ length: 12 * 60 }, (_, i) =>
        retirementDay(sex, birth(`${(i % 12) + 1}/${1945 + Math.floor(i / 12)}`), 'month'),
      )
      expect(days.toSorted()).toEqual(days)
    }
  })
})

describe('tháng sinh của người đến tuổi nghỉ hưu', () => {
  test('mỗi năm của lộ trình có 9 tháng sinh của nam, 8 tháng sinh của nữ; xong lộ trình thì đủ 12', () => {
    const months = (year: number, sex: string) =>
      retiringBirths(day(`${year}-01-01`), day(`${year}-12-31`)).filter((r) => r.sex === sex).length
    expect([2025, 2026, 2027].map((y) => months(y, 'nam'))).toEqual([9, 9, 9])
    expect([2025, 2026, 2030].map((y) => months(y, 'nu'))).toEqual([8, 8, 8])
    expect([2029, 2040].map((y) => months(y, 'nam'))).toEqual([12, 12])
    expect(months(2036, 'nu')).toBe(12)
  })
  test('mỗi tháng sinh nghỉ hưu đúng một lần, vào ngày của nó', () => {
    const all = retiringBirths(day('2021-01-01'), day('2045-12-31'))
    const keys = all.map((r) => `${r.sex} ${r.born_from}`)
    expect(new Set(keys).size).toBe(keys.length)
    for (const r of all) expect(retirementDay(r.sex, r.born_to, 'day')).toBe(r.on_day)
  })
})
