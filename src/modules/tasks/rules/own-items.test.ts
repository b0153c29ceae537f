import fs from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readPlan } from '../../documents/public.ts'
import { dueInYear, ownItems } from './own-items.ts'

const text = fs.readFileSync(new URL('../../../../examples/ke-hoach-cua-so.txt', import.meta.url), 'utf8')

describe('thời hạn đọc được, trong năm của kế hoạch', () => {
  test.each([
    ['2026-06-30', 'đến 30/6/2026', '2026-06-30'],
    ['2026-10-30', 'trước ngày 30/10/2026', '2026-10-29'],
    ['2026-Q3', 'quý III', '2026-09-30'],
    ['2026-02', 'tháng 2', '2026-02-28'],
    ['2026', 'trong năm', '2026-12-31'],
    ['2025/2026-Q2', 'từ 2025 đến quý II/2026', '2026-06-30'],
    ['yearly:12-05', 'trước ngày 05/12 hằng năm', '2026-12-04'],
    ['continuous', 'thường xuyên', null],
    ['yearly', 'hằng năm', null],
    ['event', 'khi phát sinh', null],
    [null, null, null],
  ])('%s', (read, raw, day) => {
    expect(dueInYear(read, raw, 2026)).toBe(day)
  })
})

describe('kế hoạch của cơ quan thành các dòng', () => {
  const reading = readPlan(text)
  const read = ownItems(reading, 2026, [])
  const items = read.ok ? read.value : []

  test('bốn nhiệm vụ, mỗi dòng giữ câu gốc; trách nhiệm tổ chức không phải nhiệm vụ', () => {
    expect(items.map((i) => [i.clause, i.due])).toEqual([
      ['II.1', '2026-10-29'],
      ['II.2', '2026-09-30'],
      ['II.3', null],
      ['II.4', '2026-12-14'],
    ])
    for (const i of items) expect(reading.text.slice(...i.span)).toContain(i.text.slice(0, 30))
    expect(items[2]?.named).toEqual(['Sở Khoa học và Công nghệ'])
  })

  test('đọc lại văn bản sửa đổi: chỉ thêm dòng chưa có', () => {
    const known = items.slice(1).map((i) => i.text.toUpperCase())
    expect(ownItems(reading, 2026, known)).toMatchObject({ ok: true, value: [{ clause: 'II.1' }] })
    expect(
      ownItems(
        reading,
        2026,
        items.map((i) => i.text),
      ),
    ).toMatchObject({ code: 'plan.all-known' })
  })

  test('văn bản không có nhiệm vụ: nói rõ, không thêm gì', () => {
    expect(ownItems(readPlan('Thư mời họp lúc 8 giờ.'), 2026, [])).toMatchObject({ code: 'plan.nothing-read' })
  })
})
