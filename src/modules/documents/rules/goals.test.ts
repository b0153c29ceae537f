/** Mục tiêu của các văn bản khác nhau: one sentence, the goals it sets; the provinces are invented. */
import { describe, expect, it } from 'vitest'
import type { PlanGoal } from '../words.ts'
import { readPlan } from './read-plan.ts'

const goalsOf = (bullet: string, heading = '1. Mục tiêu đến năm 2030'): readonly PlanGoal[] =>
  readPlan(`KẾ HOẠCH\n\nPhát triển nhân lực\n\nI. MỤC TIÊU\n\n${heading}\n\n- ${bullet}\n`).goals

type Row = readonly [
  sentence: string,
  comparator: string,
  value: number,
  high: number | null,
  unit: string,
  by: number | null,
]

const ONE: readonly Row[] = [
  ['Tỷ lệ lao động qua đào tạo đạt 75%.', '=', 75, null, '%', 2030],
  ['Tỉ lệ hài lòng đạt trên 90%.', '>=', 90, null, '%', 2030],
  ['Phấn đấu tối thiểu 80% cán bộ sử dụng thành thạo tin học.', '>=', 80, null, '%', 2030],
  ['Có ít nhất 05 đề tài cấp quốc gia.', '>=', 5, null, 'đề tài', 2030],
  ['Duy trì tỷ lệ không dưới 20%.', '>=', 20, null, '%', 2030],
  ['Thu hút nhân tài từ 20% trở lên so với tổng số tuyển dụng mới.', '>=', 20, null, '%', 2030],
  ['Từ 2 đến 3% cán bộ được đào tạo ở nước ngoài.', 'range', 2, 3, '%', 2030],
  ['Có 25- 35% cán bộ đủ khả năng làm việc quốc tế.', 'range', 25, 35, '%', 2030],
  ['Năng suất lao động tăng bình quân 7 – 8%/năm.', 'range', 7, 8, '%/năm', 2030],
  ['Nhân lực khoa học đạt khoảng 12 người/vạn dân.', '~', 12, null, 'người/vạn dân', 2030],
  ['Tỷ lệ trẻ em dưới 5 tuổi suy dinh dưỡng giảm xuống dưới 12,5%.', '<=', 12.5, null, '%', 2030],
  ['Hồ sơ quá hạn không quá 2%.', '<=', 2, null, '%', 2030],
  ['Tỷ lệ che phủ ≥ 42%.', '>=', 42, null, '%', 2030],
  ['Đào tạo 1.250 người có trình độ thạc sĩ.', '=', 1250, null, 'người', 2030],
  ['Huy động 2,5 nghìn tỷ đồng cho khoa học.', '=', 2.5, null, 'nghìn tỷ đồng', 2030],
  ['100% xã có tối thiểu 1 trạm y tế đạt chuẩn.', '=', 100, null, '%', 2030],
  ['Hiện có 28 trạm, phấn đấu đạt 45 trạm.', '=', 45, null, 'trạm', 2030],
  ['Tăng tỷ lệ từ 25% lên 40% vào năm 2028.', '=', 40, null, '%', 2028],
  ['Đến hết năm 2027, tỷ lệ đạt 60%.', '=', 60, null, '%', 2027],
  ['Xây dựng 120 trạm (VNPT: 25 trạm; Viettel: 95 trạm).', '=', 120, null, 'trạm', 2030],
  ['Số bác sĩ trên 10.000 dân đạt 15 bác sĩ.', '=', 15, null, 'bác sĩ/10.000 dân', 2030],
]

describe('một câu, một chỉ tiêu', () => {
  it.each(ONE)('%s', (sentence, comparator, value, valueHigh, unit, by) => {
    const goals = goalsOf(sentence)
    expect(goals).toHaveLength(1)
    expect(goals[0]).toMatchObject({ clause: 'I.1.1', comparator, value, valueHigh, unit, by })
  })
})

describe('một câu, nhiều chỉ tiêu', () => {
  it.each([
    ['100% công chức có trình độ đại học và 90% đạt chuẩn tin học.', [100, 90]],
    ['Tỷ lệ đạt 30% vào năm 2025; 60% vào năm 2030, tiến tới đạt 100% vào năm 2045.', [30, 60, 100]],
    ['Lao động qua đào tạo đạt 75%, trong đó có bằng cấp, chứng chỉ đạt 35%.', [75, 35]],
  ])('%s', (sentence, values) => {
    const goals = goalsOf(sentence)
    expect(goals.map((g) => g.value)).toEqual(values)
    expect(goals.map((g) => g.clause)).toEqual(values.map((_, i) => `I.1.1${'abc'[i]}`))
  })
  it('chỉ tiêu nối tiếp mang tên của chỉ tiêu đứng trước, mang năm của mình', () => {
    const goals = goalsOf('Tỷ lệ nhân tài được bồi dưỡng đạt 30% vào năm 2025; 60% vào năm 2030.')
    expect(goals.map((g) => [g.metric, g.by])).toEqual([
      ['Tỷ lệ nhân tài được bồi dưỡng', 2025],
      ['Tỷ lệ nhân tài được bồi dưỡng', 2030],
    ])
  })
  it('phần không có số đứng riêng, mã không trùng', () => {
    const goals = goalsOf('Bảo đảm đủ giáo viên; 100% giáo viên đạt chuẩn. Chú trọng vùng khó khăn.')
    expect(goals.map((g) => [g.clause, g.value])).toEqual([
      ['I.1.1b', null],
      ['I.1.1', 100],
      ['I.1.1c', null],
    ])
  })
})

describe('số không phải chỉ tiêu', () => {
  it.each([
    'Nâng cao năng lực tiếp cận cuộc cách mạng công nghiệp 4.0.',
    'Cơ bản cán bộ có độ tuổi dưới 40 được luân chuyển.',
    'Triển khai Đề án 06 và Nghị quyết số 57-NQ/TW.',
    'Rà soát 5 năm một lần theo Điều 12, khoản 3.',
    'Toàn bộ người từ 65 tuổi trở lên được chăm sóc.',
    'Tiếp tục chương trình giai đoạn 2021 - 2025.',
  ])('%s', (sentence) => {
    expect(goalsOf(sentence).filter((g) => !g.qualitative)).toEqual([])
  })
  it('“cơ bản”, “toàn bộ” không thành 100%', () => {
    expect(goalsOf('Cơ bản cán bộ xã dùng thành thạo công nghệ số.')).toMatchObject([
      { value: null, qualitative: true },
    ])
  })
  it('số liệu hiện trạng đứng riêng với chỉ tiêu', () => {
    const r = readPlan('KẾ HOẠCH\nX\nI. MỤC TIÊU\n- Tỷ lệ hài lòng đạt trên 90% (năm 2025 là 84,5%).')
    expect(r.goals.map((g) => g.value)).toEqual([90])
    expect(r.baselines).toMatchObject([{ value: 84.5, unit: '%', year: 2025 }])
  })
})

describe('năm phải đạt lấy từ đề mục gần nhất', () => {
  it('đề mục con nêu năm riêng', () => {
    const r = readPlan(
      'KẾ HOẠCH\nX\nI. MỤC TIÊU ĐẾN NĂM 2035\n1. Cụ thể\na) Đến năm 2027:\n- Đạt 40% xã.\nb) Lâu dài:\n- Đạt 70% xã.',
    )
    expect(r.goals.map((g) => [g.clause, g.by])).toEqual([
      ['I.1.a.1', 2027],
      ['I.1.b.1', 2035],
    ])
  })
  it('không đề mục nào nêu thì để trống và nêu khiếm khuyết', () => {
    const r = readPlan('KẾ HOẠCH\nX\nI. MỤC TIÊU\n- Tỷ lệ đạt 40% số xã.')
    expect(r.goals).toMatchObject([{ by: null }])
    expect(r.defects.map((d) => d.kind)).toContain('no-year')
  })
})
