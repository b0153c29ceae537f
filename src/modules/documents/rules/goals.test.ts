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

/** A plan with a goals section and a task; and one that gives duties only. */
const inTask = (sentence: string, opening = '') =>
  readPlan(
    `KẾ HOẠCH\n\nPhát triển nhân lực tỉnh giai đoạn 2026 - 2030\n\n${opening}I. MỤC TIÊU\n\n- Nâng cao chất lượng.\n- Tỷ lệ chung đạt 50%.\n\nII. NHIỆM VỤ\n\n1. Đào tạo\n\n- ${sentence}\n`,
  ).goals.filter((g) => g.section?.startsWith('II') && g.value !== null)
const inDuty = (sentence: string) =>
  readPlan(
    `CHỈ THỊ\n\nVề việc tăng cường kỷ luật năm 2027\n\n1. Sở Nội vụ\n\na) ${sentence}\n\nb) Theo dõi, đôn đốc.\n`,
  ).goals.filter((g) => g.value !== null)

const brief = (goals: readonly PlanGoal[]) => goals.map((g) => [g.comparator, g.value, g.unit, g.by])

describe('năm đứng cạnh con số', () => {
  it.each<[string, readonly (number | null)[]]>([
    ['Tỷ lệ hài lòng đạt 85% (năm 2025: 79,4%).', [2030]],
    ['Tỷ lệ hài lòng đạt 85% (năm 2025 là 79,4%).', [2030]],
    ['Tỷ lệ hài lòng đạt 85% (cuối năm 2024 mới đạt 61,7%, thấp hơn bình quân).', [2030]],
    ['Tỷ lệ hài lòng đạt 85% (năm 2025 toàn tỉnh có 79,4%).', [2030]],
    ['Giảm mức tiêu hao năng lượng 8% so với giai đoạn 2015 - 2018.', [2030]],
    ['Giảm 20% số vụ so với năm 2024.', [2030]],
    ['Quy mô kinh tế gấp 1,8 lần năm 2025.', [2030]],
    ['Nâng tỷ lệ từ 60% năm 2024 lên 85%.', [2030]],
    ['Tỷ lệ hài lòng đạt 85% (2027).', [2027]],
    ['Tỷ lệ hài lòng đạt 80% (năm 2027), 90% (năm 2029).', [2027, 2029]],
    ['Tỷ lệ hài lòng đạt 80% năm 2026; trên 90% vào năm 2028.', [2026, 2028]],
    ['Giai đoạn 2026 - 2028 hoàn thành tối thiểu 900 căn; riêng năm 2026 hoàn thành 150 căn.', [2028, 2026]],
    ['Xóa 100% phòng học tạm trước năm 2028.', [2028]],
    ['Số hóa xong tại 100% bản trước ngày 30 tháng 6 năm 2027.', [2027]],
    ['100% trường triển khai học bạ số từ năm học 2026 - 2027.', [2027]],
    ['Đến 2028 có 100% xã có bác sĩ.', [2028]],
    ['50% số xã, 30% số phường và 20% cơ quan cấp tỉnh đạt chuẩn đến năm 2028.', [2028, 2028, 2028]],
  ])('%s', (sentence, years) => expect(goalsOf(sentence).map((g) => g.by)).toEqual(years))
  it('năm của kỳ so sánh là năm gốc', () => {
    expect(goalsOf('Giảm 20% số vụ so với năm 2024.')).toMatchObject([{ baseYear: 2024, measure: 'decrease' }])
    expect(goalsOf('Quy mô kinh tế gấp 1,8 lần năm 2025.')).toMatchObject([{ baseYear: 2025 }])
  })
  it.each([
    ['Phát triển nhân lực năm 2026', 2026],
    ['Phát triển nhân lực giai đoạn 2026 - 2030', 2030],
    ['Phát triển nhân lực giai đoạn 2022 - 2025, định hướng đến năm 2030', 2025],
    ['Phát triển nhân lực năm 2024 và định hướng đến năm 2030', 2024],
    ['Phát triển nhân lực đến năm 2030, tầm nhìn đến năm 2045', 2030],
    ['Phát triển nhân lực', null],
  ])('không đề mục nào nêu năm thì lấy năm của tên văn bản: %s', (title, by) => {
    const r = readPlan(`KẾ HOẠCH\n\n${title}\n\nI. MỤC TIÊU\n\n- Tỷ lệ hài lòng đạt 85%.\n`)
    expect(r.goals.map((g) => g.by)).toEqual([by])
  })
})

describe('chỉ tiêu hằng năm', () => {
  it.each<[string, readonly unknown[]]>([
    ['Mỗi năm tạo việc làm cho 4.000 lao động.', ['=', 4000, 'lao động/năm', null]],
    ['Hằng năm có từ 10 đến 15 sinh viên được cấp học bổng.', ['range', 10, 'sinh viên/năm', null]],
    ['Bình quân mỗi năm kết nạp trên 1.200 đảng viên.', ['>=', 1200, 'đảng viên/năm', null]],
    ['Đến năm 2028, mỗi năm tạo việc làm cho 5.000 lao động.', ['=', 5000, 'lao động/năm', 2028]],
    ['Tiết kiệm tối thiểu 2% tổng điện năng tiêu thụ mỗi năm.', ['>=', 2, '%/năm', 2030]],
    ['Tỷ lệ hộ tái nghèo hằng năm không vượt quá 0,3%.', ['<=', 0.3, '%', 2030]],
    ['Ít nhất 02 công trình/năm được chứng nhận.', ['>=', 2, 'công trình/năm', 2030]],
  ])('%s', (sentence, goal) => expect(brief(goalsOf(sentence))).toEqual([goal]))
  it('phần “trong đó” của chỉ tiêu hằng năm cũng là hằng năm', () => {
    const goals = goalsOf('Mỗi năm tạo việc làm cho 4.000 lao động, trong đó đưa tối thiểu 300 lao động đi nước ngoài.')
    expect(goals.map((g) => [g.unit, g.by])).toEqual([
      ['lao động/năm', null],
      ['lao động/năm', null],
    ])
  })
})

describe('đơn vị', () => {
  it.each<[string, number, string | null]>([
    ['Chỉ số phát triển con người (HDI) đạt trên 0,72.', 0.72, null],
    ['Hệ số GINI dưới 0,35 vào năm 2030.', 0.35, null],
    ['Nhân lực nghiên cứu đạt 12 người trên một vạn dân.', 12, 'người/10.000 dân'],
    ['Đạt 4,5 dược sĩ đại học/10.000 dân.', 4.5, 'dược sĩ đại học/10.000 dân'],
    ['Diện tích nhà ở đạt 30 m2 sàn/người.', 30, 'm2 sàn/người'],
    ['Thu nhập bình quân đạt 75 triệu đồng/người/năm.', 75, 'triệu đồng/người/năm'],
    ['Tổng đàn lợn đạt 1,2 triệu con.', 1.2, 'triệu con'],
    ['Tổng tỷ suất sinh đạt 2,1 con/phụ nữ.', 2.1, 'con/phụ nữ'],
    ['Đạt 95 thuê bao/100 dân.', 95, 'thuê bao/100 dân'],
    ['Chỉ số cải cách hành chính xếp thứ 12/34 tỉnh, thành phố.', 12, 'hạng'],
    ['Chỉ số PCI trong tốp 15 cả nước.', 15, 'hạng'],
    ['Tỷ lệ hộ nghèo (%): dưới 2,5', 2.5, '%'],
    ['Điều trị cho 1.200 bệnh nhân (lao phổi AFB (+) mới: 640 bệnh nhân).', 1200, 'bệnh nhân'],
  ])('%s', (sentence, value, unit) => expect(goalsOf(sentence)).toMatchObject([{ value, unit }]))
  it('đơn vị phải đoán thì kém chắc hơn', () => {
    expect(goalsOf('Trồng 500 bụi tre.')[0]?.confidence).toBeLessThan(0.8)
    expect(goalsOf('Trồng 500 ha rừng.')[0]?.confidence).toBeGreaterThan(0.9)
  })
})

describe('tỷ suất, tổng số, thứ hạng, mức xuất phát', () => {
  it.each<[string, readonly (readonly unknown[])[]]>([
    [
      'Tỷ suất tử vong trẻ em dưới 1 tuổi không quá 9,5‰; trẻ em dưới 5 tuổi không quá 14‰.',
      [
        ['<=', 9.5, '‰', 2030],
        ['<=', 14, '‰', 2030],
      ],
    ],
    ['Tỷ suất tử vong mẹ giảm còn 38/100.000 ca đẻ sống.', [['=', 38, '/100.000 ca đẻ sống', 2030]]],
    ['Tỷ lệ mắc sốt rét dưới 0,15/1.000 dân.', [['<=', 0.15, '/1.000 dân', 2030]]],
    ['Tỷ số giới tính khi sinh không quá 112/100.', [['<=', 112, '/100', 2030]]],
    ['Tỷ lệ mắc tai nạn dưới 05 vụ/100.000 dân.', [['<=', 5, 'vụ/100.000 dân', 2030]]],
    [
      'Tỷ suất sinh con giảm từ 11 ca/1.000 phụ nữ năm 2024 xuống dưới 7 ca/1.000 phụ nữ.',
      [['<=', 7, 'ca/1.000 phụ nữ', 2030]],
    ],
    ['Nâng số bác sĩ từ 9,5 bác sĩ/vạn dân lên 12 bác sĩ/vạn dân.', [['=', 12, 'bác sĩ/vạn dân', 2030]]],
    ['Đưa tổng số doanh nghiệp đang hoạt động lên trên 12.000.', [['>=', 12000, 'doanh nghiệp', 2030]]],
    ['Số lượng sản phẩm OCOP từ 3 sao trở lên đạt 320.', [['=', 320, 'sản phẩm', 2030]]],
    ['Chỉ số chuyển đổi số nằm trong 15/34 tỉnh, thành phố.', [['<=', 15, 'hạng', 2030]]],
    ['Chỉ số hài lòng thuộc 10 tỉnh, thành phố dẫn đầu.', [['<=', 10, 'hạng', 2030]]],
    ['Chỉ số PAPI xếp thứ hạng 20 trở lên.', [['<=', 20, 'hạng', 2030]]],
    ['Xếp hạng năng lực cạnh tranh: thứ hạng 1 khu vực.', [['=', 1, 'hạng', 2030]]],
    [
      'Thành lập từ 20 hợp tác xã trở lên, 02 liên hiệp hợp tác xã, 40 tổ hợp tác.',
      [
        ['>=', 20, 'hợp tác xã', 2030],
        ['=', 2, 'liên hiệp', 2030],
        ['=', 40, 'tổ hợp tác', 2030],
      ],
    ],
    ['90% công chức có trình độ đại học trở lên.', [['=', 90, '%', 2030]]],
    ['80% hợp tác xã xếp loại khá trở lên.', [['=', 80, '%', 2030]]],
    ['Từ 70% hộ dân trở lên dùng nước sạch.', [['>=', 70, '%', 2030]]],
  ])('%s', (sentence, goals) => expect(brief(goalsOf(sentence))).toEqual(goals))
  it('mức xuất phát là hiện trạng', () => {
    const r = readPlan('KẾ HOẠCH\n\nX\n\nI. MỤC TIÊU\n\n- Giảm số hộ nghèo từ 3.200 hộ dân xuống còn 1.100 hộ.\n')
    expect(r.baselines).toMatchObject([{ value: 3200, unit: 'hộ dân' }])
    expect(r.goals.map((g) => g.value)).toEqual([1100])
  })
})

describe('năm kéo sang vế sau', () => {
  it.each<[string, readonly (number | null)[]]>([
    ['Đến hết năm 2027, 60% xã có mạng; năm 2029, 90% xã có mạng; tỷ lệ hài lòng đạt 95%.', [2027, 2029, 2029]],
    ['Hoàn thành rà soát trước ngày 31/12/2026; tỷ lệ giải ngân đạt 100%.', [2030]],
    ['Theo lộ trình, năm 2027 doanh thu đạt 40 tỷ đồng, tăng 12% so với năm 2025.', [2027, 2027]],
    ['Từ năm 2027 trở đi, 100% hồ sơ được số hóa.', [2027]],
    ['Thu hút 150 bác sĩ, đến hết năm 2028, 100% trạm y tế có bác sĩ.', [2030, 2028]],
  ])('%s', (sentence, years) =>
    expect(goalsOf(sentence).flatMap((g) => (g.value === null ? [] : [g.by]))).toEqual(years))
})

describe('tuổi, cấp độ, tính chất đứng cạnh chỉ tiêu không thành chỉ tiêu', () => {
  it.each<[string, readonly number[]]>([
    ['Tỷ lệ huy động trẻ 5 tuổi ra lớp đạt 99%.', [99]],
    ['Trên 90% trẻ từ 6 đến dưới 16 tuổi biết bơi.', [90]],
    ['Tuổi thọ bình quân đạt 76 tuổi, số năm sống khỏe đạt 68 năm.', [76, 68]],
    ['100% hồ sơ đạt dịch vụ công mức độ 4.', [100]],
    ['100% học sinh tiểu học, trung học cơ sở được học 2 buổi/ngày.', [100]],
    ['100% nhà văn hóa có điểm truy cập, tốc độ từ 100 Mbps trở lên.', [100]],
    ['Sắp xếp xong 12 trường quy mô dưới 05 lớp.', [12]],
    ['Nhân rộng mô hình tại các xã có tỷ lệ tảo hôn từ 10% trở lên.', []],
    ['Vận hành thông suốt chính quyền địa phương 02 cấp.', []],
    ['Không còn hộ nghèo ở nhà tạm.', []],
    ['100% tàu cá có chiều dài từ 15 m trở lên lắp đặt thiết bị giám sát.', [100]],
    ['Tỷ lệ tiêm chủng cho trẻ với 8 loại vắc xin đạt trên 95%.', [95]],
    ['Trên 95% công chức cấp xã, cán bộ thôn học tập, bồi dưỡng ít nhất 40 tiết/năm.', [95]],
    ['100% trạm y tế xã thực hiện được tối thiểu 80% danh mục kỹ thuật.', [100]],
    ['100% xã, phường có ít nhất 70% hộ dân dùng nước sạch.', [100]],
    ['Giảm ít nhất 1/3 số vụ cháy.', []],
    ['Rút ngắn thời gian xử lý hồ sơ từ 15 ngày xuống còn 10 ngày.', [10]],
    ['100% xã có ít nhất 01 sản phẩm OCOP, có ít nhất 12 xã đạt chuẩn nâng cao.', [100, 12]],
    ['Có 80% phụ nữ mang thai được khám ≥ 4 lần trong 3 thời kỳ.', [80]],
    ['Không còn xã dưới 15 tiêu chí.', []],
  ])('%s', (sentence, values) => {
    expect(goalsOf(sentence).flatMap((g) => (g.value === null ? [] : [g.value]))).toEqual(values)
  })
})

describe('so sánh kéo sang con số sau', () => {
  it.each<[string, readonly string[]]>([
    ['Tối thiểu 45% lao động tham gia bảo hiểm xã hội, 35% tham gia bảo hiểm thất nghiệp.', ['>=', '>=']],
    ['Giảm tỷ lệ bỏ học xuống dưới 0,3% vào năm 2027; 0,1% vào năm 2030.', ['<=', '<=']],
    ['Giảm ít nhất 10% số vụ vào năm 2027; 20% vào năm 2030.', ['>=', '>=']],
    ['Tỷ lệ đạt trên 60% vào năm 2027; 100% vào năm 2030.', ['>=', '=']],
    ['100% hồ sơ cấp tỉnh, trên 90% hồ sơ cấp xã được xử lý trên mạng.', ['=', '>=']],
    ['Tỷ lệ xã đạt tối thiểu 80%; tỷ lệ phường đạt 90%.', ['>=', '=']],
  ])('%s', (sentence, comparators) => {
    expect(goalsOf(sentence).map((g) => g.comparator)).toEqual(comparators)
  })
})

describe('tên chỉ tiêu lấy từ chữ phía trên', () => {
  it('đầu câu trước dấu hai chấm', () => {
    expect(goalsOf('Tỷ lệ số hóa hồ sơ: cấp tỉnh 95%; cấp xã 90%.').map((g) => g.metric)).toEqual([
      'Tỷ lệ số hóa hồ sơ cấp tỉnh',
      'Tỷ lệ số hóa hồ sơ cấp xã',
    ])
  })
  it('gạch đầu dòng phía trên dấu cộng', () => {
    const r = readPlan(
      'KẾ HOẠCH\n\nX năm 2027\n\nI. MỤC TIÊU\n\n- Tỷ lệ số hóa hồ sơ:\n+ Cấp tỉnh đạt 95%;\n+ Cấp xã đạt 90%.\n',
    )
    expect(r.goals.map((g) => [g.metric, g.value])).toEqual([
      ['Tỷ lệ số hóa hồ sơ Cấp tỉnh', 95],
      ['Tỷ lệ số hóa hồ sơ Cấp xã', 90],
    ])
  })
  it('đề mục mang chỉ tiêu trên chính dòng của mình', () => {
    const r = readPlan(
      'KẾ HOẠCH\n\nX năm 2027\n\nI. MỤC TIÊU\n\n1. Về nhân lực: nhân lực nghiên cứu đạt tối thiểu 12 người/vạn dân\n\n- Bảo đảm cơ cấu hợp lý.\n\n2. Mục tiêu chung: Tỷ lệ hài lòng đạt trên 90%.\n',
    )
    expect(r.goals.filter((g) => g.value !== null).map((g) => [g.value, g.by])).toEqual([
      [12, 2027],
      [90, 2027],
    ])
  })
})

describe('dòng dẫn “Đến năm …:” đứng trước các gạch đầu dòng', () => {
  it.each([
    ['đoạn thường', '\nĐến năm 2027:\n\n- Đạt 40% xã.\n\nĐến năm 2032:\n\n- Đạt 70% xã.\n- Đạt 80% phường.\n'],
    ['dấu sao', '* Đến năm 2027:\n\n- Đạt 40% xã.\n\n* Đến năm 2032:\n\n- Đạt 70% xã.\n- Đạt 80% phường.\n'],
    ['dấu cộng', '- Đến năm 2027:\n+ Đạt 40% xã.\n- Đến năm 2032:\n+ Đạt 70% xã.\n+ Đạt 80% phường.\n'],
    ['chữ cái', 'a) Đến năm 2027:\n- Đạt 40% xã.\nb) Đến năm 2032:\n- Đạt 70% xã.\n- Đạt 80% phường.\n'],
  ])('%s', (_, lines) => {
    const r = readPlan(`KẾ HOẠCH\n\nX\n\nI. MỤC TIÊU\n\n1. Mục tiêu cụ thể\n\n${lines}`)
    expect(r.goals.map((g) => [g.value, g.by])).toEqual([
      [40, 2027],
      [70, 2032],
      [80, 2032],
    ])
  })
})

describe('cách đo, chiều tốt', () => {
  it.each([
    ['Lắp đặt mới 120 trạm.', 'increment', 'up'],
    ['Doanh thu tăng thêm 25%.', 'increase', 'up'],
    ['Tốc độ tăng trưởng đạt 8%/năm.', 'increase', 'up'],
    ['Giảm lượng xăng dầu tiêu thụ 5%.', 'decrease', 'down'],
    ['Tỷ lệ hộ nghèo giảm còn 2%.', 'level', 'down'],
    ['Tỷ lệ thất nghiệp ở mức 2%.', 'level', 'down'],
    ['Tỷ lệ hộ nghèo được vay vốn đạt 80%.', 'level', 'up'],
    ['Chỉ số PAPI thuộc nhóm 10 tỉnh dẫn đầu.', 'rank', 'down'],
  ])('%s', (sentence, measure, direction) => expect(goalsOf(sentence)).toMatchObject([{ measure, direction }]))
})

describe('chỉ tiêu trong nhiệm vụ của kế hoạch có phần mục tiêu', () => {
  it.each<[string, readonly (readonly unknown[])[]]>([
    [
      'Tuyên truyền, phấn đấu 100% hộ dân được phổ biến, trên 80% hài lòng.',
      [
        ['=', 100, '%', 2030],
        ['>=', 80, '%', 2030],
      ],
    ],
    ['Bảo đảm tỷ lệ số hóa hồ sơ đạt 95% trở lên vào năm 2027.', [['>=', 95, '%', 2027]]],
    [
      'Giảm tỷ lệ bỏ học xuống dưới 0,3% vào năm 2027; 0,1% vào năm 2030.',
      [
        ['<=', 0.3, '%', 2027],
        ['<=', 0.1, '%', 2030],
      ],
    ],
    ['Đến năm 2029 có ít nhất 50 hợp tác xã ứng dụng công nghệ cao.', [['>=', 50, 'hợp tác xã', 2029]]],
    [
      'Xây dựng Đề án trạm sạc, phấn đấu có 150 trạm vào năm 2027 và không dưới 400 trạm vào năm 2030.',
      [
        ['=', 150, 'trạm', 2027],
        ['>=', 400, 'trạm', 2030],
      ],
    ],
    [
      'Giai đoạn 2026 - 2030, cử 40 cán bộ đi đào tạo tiến sĩ, 300 người đi đào tạo thạc sĩ; mở 05 lớp.',
      [
        ['=', 40, 'cán bộ', 2030],
        ['=', 300, 'người', 2030],
      ],
    ],
    [
      'Tổ chức bồi dưỡng; giai đoạn 2026 - 2029 bồi dưỡng cho ít nhất 3.000 lượt người.',
      [['>=', 3000, 'lượt người', 2029]],
    ],
    [
      'Phấn đấu đến năm 2028 trên 70% nhiệm vụ được ứng dụng; hỗ trợ hình thành mới ít nhất 25 doanh nghiệp.',
      [
        ['>=', 70, '%', 2028],
        ['>=', 25, 'doanh nghiệp', 2028],
      ],
    ],
    ['Bồi dưỡng học sinh giỏi; mỗi năm có từ 35 giải quốc gia trở lên.', [['>=', 35, 'giải/năm', null]]],
    ['Phối hợp đào tạo nghề, mỗi năm đào tạo từ 450 - 500 người.', [['range', 450, 'người/năm', null]]],
    ['Mỗi năm thực hiện ít nhất 12 nhiệm vụ tư vấn.', [['>=', 12, 'nhiệm vụ/năm', null]]],
    ['Kéo giảm tỷ lệ mắc xuống dưới 50/100.000 dân.', [['<=', 50, '/100.000 dân', 2030]]],
    ['Hoàn thành các chỉ tiêu: đến hết năm 2027, 100% tàu cá lắp đặt thiết bị giám sát.', [['=', 100, '%', 2027]]],
  ])('%s', (sentence, goals) => expect(brief(inTask(sentence))).toEqual(goals))
  it.each([
    'Xây mới 09 trạm y tế, nâng cấp 12 trạm.',
    'Mở 05 lớp tập huấn cho 210 cán bộ trong năm 2026.',
    'Thực hiện Chương trình phát triển công nghiệp đến năm 2030, tổ chức 05 hội nghị.',
    'Hỗ trợ 50% kinh phí đào tạo; hỗ trợ tối đa 70% chi phí mua máy.',
    'Cơ quan có tỷ lệ trễ hạn trên 5% phải kiểm điểm trách nhiệm.',
    'Phát huy hiệu quả, đến nay tỷ lệ đã đạt 88,7%.',
    'Giai đoạn 2026 - 2030, mở ít nhất 05 lớp tập huấn, bố trí 385 tỷ đồng.',
    'Mỗi năm tổ chức ít nhất 02 hội nghị đối thoại.',
    'Hỗ trợ 500 hộ nghèo xây nhà, mức hỗ trợ 60 triệu đồng/hộ.',
  ])('chỉ là khối lượng công việc hoặc hiện trạng: %s', (sentence) => expect(inTask(sentence)).toEqual([]))
  it('mục tiêu tìm thấy trong nhiệm vụ được đưa cho cán bộ xem trước', () => {
    expect(inTask('Phấn đấu 100% hộ dân được phổ biến.')[0]?.confidence).toBeLessThan(0.8)
  })
})

describe('văn bản chỉ có phân công: chỉ tiêu nằm trong việc giao', () => {
  it.each<[string, readonly (readonly unknown[])[]]>([
    [
      'Chủ trì, bảo đảm tỷ lệ giải quyết tin báo đạt trên 90%; 100% nạn nhân được bảo vệ.',
      [
        ['>=', 90, '%', 2027],
        ['=', 100, '%', 2027],
      ],
    ],
    ['Lồng ghép vào hương ước; hoàn thành tại 100% bản trước ngày 30 tháng 6 năm 2029.', [['=', 100, '%', 2029]]],
    ['Hỗ trợ sinh kế cho ít nhất 70% hộ gia đình có nạn nhân trở về.', [['>=', 70, '%', 2027]]],
  ])('%s', (sentence, goals) => expect(brief(inDuty(sentence))).toEqual(goals))
  it.each([
    'Thành lập 03 đoàn kiểm tra, xong trước ngày 10/01/2027.',
    'Chậm nhất sau 02 giờ phải phong tỏa tài khoản.',
  ])('không phải chỉ tiêu: %s', (sentence) => expect(inDuty(sentence)).toEqual([]))
})

describe('tin, bài không có đề mục', () => {
  const news = readPlan(
    [
      'Tỉnh Lâm Thượng: phấn đấu 45 xã đạt chuẩn',
      '',
      'Theo Kế hoạch vừa ban hành, phấn đấu đến năm 2030 toàn tỉnh có 45 xã đạt chuẩn, trong đó ít nhất 15 xã nâng cao. Thu nhập bình quân tăng tối thiểu 2,5 lần so với năm 2020.',
      '',
      'Được biết, đến tháng 9/2025 toàn tỉnh có 31 xã đạt chuẩn, đã huy động 9.870 tỷ đồng.',
      '',
      'Kế hoạch cũng đặt ra yêu cầu về môi trường. Cụ thể, 100% xã thu gom rác; từ 30% hộ dân trở lên phân loại rác.',
      '',
      'Anh Vàng A Pó, 46 tuổi, nuôi 320 đàn ong, cho biết thôn có 87 hộ, 100% trẻ em được đến trường.',
    ].join('\n'),
  )
  it('chỉ đoạn đặt mục tiêu cho chỉ tiêu, năm lấy từ đoạn đặt mục tiêu', () => {
    expect(brief(news.goals)).toEqual([
      ['=', 45, 'xã', 2030],
      ['>=', 15, 'xã', 2030],
      ['>=', 2.5, 'lần', 2030],
      ['=', 100, '%', 2030],
      ['>=', 30, '%', 2030],
    ])
  })
  it('đoạn kể hiện trạng cho số liệu kết quả', () => {
    expect(news.results.map((f) => f.value)).toEqual(expect.arrayContaining([31, 9870]))
  })
})

describe('báo cáo kết quả', () => {
  const report = readPlan(
    'BÁO CÁO\n\nTình hình kinh tế - xã hội năm 2024\n\nI. KẾT QUẢ THỰC HIỆN MỤC TIÊU NĂM 2024\n\n1. Tỷ lệ hộ nghèo còn 3,9%; phấn đấu giữ vững kết quả. Năm 2023 đạt 88,5%.\n2. Thu hút 41 dự án, đạt 92,1% kế hoạch.\n',
  )
  it('không có chỉ tiêu nào', () => expect(report.goals).toEqual([]))
  it('mọi số liệu thành kết quả, mang năm của mình hoặc của đề mục', () => {
    expect(report.results.map((f) => [f.value, f.unit, f.year])).toEqual([
      [3.9, '%', 2024],
      [88.5, '%', 2023],
      [41, 'dự án', 2024],
      [92.1, '%', 2024],
    ])
  })
  it('phần thực trạng của kế hoạch cho số liệu, không cho chỉ tiêu', () => {
    const r = readPlan(
      'KẾ HOẠCH\n\nX năm 2027\n\nI. THỰC TRẠNG\n\n- Toàn tỉnh có 28 trạm, tỷ lệ phủ sóng đạt 61%.\n\nII. MỤC TIÊU\n\n- Tỷ lệ phủ sóng đạt 90%.\n',
    )
    expect(r.goals.map((g) => g.value)).toEqual([90])
    expect(r.baselines.map((f) => [f.value, f.unit])).toEqual([
      [28, 'trạm'],
      [61, '%'],
    ])
  })
})

describe('phụ lục chỉ tiêu không kẻ bảng', () => {
  it('tên phụ lục báo có chỉ tiêu và nêu năm', () => {
    const r = readPlan(
      'KẾ HOẠCH\n\nX\n\nI. MỤC ĐÍCH\n\n- Nâng cao chất lượng.\n\nII. NHIỆM VỤ\n\n1. Tuyên truyền.\n\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\nNguyễn Văn A\n\nPhụ lục I\nCÁC CHỈ TIÊU CHỦ YẾU ĐẾN NĂM 2029\n(Kèm theo Kế hoạch số 12/KH-UBND ngày 12/5/2026)\n\n1. Tỷ lệ hài lòng đạt trên 60%.\n2. Số bác sĩ/10.000 dân: 12 bác sĩ.\n',
    )
    expect(brief(r.goals)).toEqual([
      ['>=', 60, '%', 2029],
      ['=', 12, 'bác sĩ/10.000 dân', 2029],
    ])
  })
})
