import { describe, expect, test } from 'vitest'
import { toText } from './html.ts'
import { bySwing, tornadoChart } from './tornado.ts'

const swing = (label: string, low: number, high: number) => ({ label, low, high, lowWords: '1%', highWords: '4%' })

const chart = (swings = [swing('Tuyển mới', -150, 150), swing('Thôi việc', 182, -236)]) =>
  toText(
    tornadoChart({
      title: 'Tỷ lệ thôi việc làm kết quả đổi nhiều nhất',
      subtitle: 'Số bác sĩ năm 2030 so với 2.655 người',
      unit: 'người',
      swings,
      source: '',
    }),
  )

describe('biểu đồ độ nhạy', () => {
  test('giả định làm kết quả đổi nhiều nhất đứng trên cùng, trong hình, trong bảng và khi đọc', () => {
    expect(chart()).toMatch(/aria-label="[^"]*Thôi việc: 1% thì \+182, 4% thì -236; Tuyển mới/)
    expect(chart()).toMatch(/<th scope="row">Thôi việc<\/th>.*<th scope="row">Tuyển mới<\/th>/s)
  })
  test('bằng nhau thì giữ thứ tự đã cho', () =>
    expect(bySwing([swing('A', -1, 1), swing('B', 0, 2), swing('C', -3, 0)]).map((s) => s.label)).toEqual([
      'C',
      'A',
      'B',
    ]))
  test('thay đổi mang dấu; mức thấp và mức cao khác nền', () => {
    const made = chart()
    expect(made).toContain('>+150</text>')
    expect(made).toContain('>-236</text>')
    expect(made).toContain('Đặt ở mức thấp')
  })
  test('hai mức cùng một phía: thanh ngắn nằm trên thanh dài, số kia ở bảng', () => {
    const made = chart([swing('Chuyển đi', -6, -21)])
    expect(made).toMatch(/fill="#0B4F8A"[^>]*\/><rect[^>]*fill="#C9DDEE"/)
    expect(made).toContain('<td class="c-number">-6</td>')
  })
  test('không giả định nào, hoặc không gì thay đổi, vẫn vẽ được', () => {
    expect(chart([])).toContain('Chưa có giả định nào được thử.')
    expect(chart([swing('A', 0, 0)])).not.toMatch(/NaN|Infinity/)
  })
})
