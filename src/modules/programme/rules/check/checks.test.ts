/** Từng loại kiểm tra: when it fires, and the near misses on which it must stay silent. */
import { describe, expect, it, test } from 'vitest'
import { day } from '../../../../kernel/day.ts'
import { cohortNotMeasurable, waitIn } from './cohort.ts'
import { deadlineBeforeCutoff } from './cut-off.ts'
import { duplicateFigure } from './duplicate-figure.ts'
import { figure, goal, HISTORY, inputOf, reference, report, task } from './fixtures.ts'
import { horizonOrder } from './horizon-order.ts'
import { documentDay } from './input.ts'
import { againstKnownActs } from './known-acts.ts'
import { noBase } from './no-base.ts'
import { lastDay, ownersAndDeadlines } from './owners.ts'
import { partsAndWholes } from './parts.ts'
import { rateCheck, rateOf } from './rate-check.ts'
import { referenceErrors, swapped } from './reference.ts'
import { shareMismatch } from './share-mismatch.ts'
import { subjectEnded } from './subject-ended.ts'
import { flowOf, undefinedFlow } from './undefined-flow.ts'

const MILLION = [figure('2024-04-01', 1_000_000)]

describe('số người và tỷ lệ', () => {
  const pair = (n: number, p: number, of = 'tổng dân số') => ({
    goals: [
      goal(`Số người có trình độ đại học đạt ${n} người`, {
        value: n,
        unit: 'người',
        metric: 'số người đại học',
        clause: 'II.1a',
      }),
      goal(`chiếm ${p}% ${of}`, {
        value: p,
        unit: '%',
        denominator: of,
        metric: `số người đại học / ${of}`,
        clause: 'II.1b',
      }),
    ],
  })
  test.each([
    ['80.000 người nhưng 3% của một triệu là 30.000', 80_000, 3, 1],
    ['30.000 người là đúng 3%', 30_000, 3, 0],
    ['dân số tăng đến hạn và làm tròn giải thích được', 33_000, 3, 0],
    ['tỷ lệ quá cao so với số người', 30_000, 9, 1],
  ])('%s', (_, n, p, found) => expect(shareMismatch(inputOf(pair(n, p), { figures: MILLION }))).toHaveLength(found))

  it('chưa có dân số: nói cần số liệu gì, không kết luận', () => {
    const [found] = shareMismatch(inputOf(pair(80_000, 3)))
    expect(found?.severity).toBe('note')
    expect(found?.arithmetic).toContain('Cần số liệu: dân số tỉnh Mẫu, ngày gần nhất trước 22/04/2024')
  })
  it('số liệu sau ngày văn bản không được dùng', () => {
    const [found] = shareMismatch(inputOf(pair(80_000, 3), { figures: [figure('2024-05-01', 1_000_000)] }))
    expect(found?.arithmetic).toContain('Cần số liệu')
  })
  it('mẫu số là một phần dân số thì không so với tổng dân số', () =>
    expect(shareMismatch(inputOf(pair(80_000, 3, 'dân số trong độ tuổi lao động'), { figures: MILLION }))).toEqual([]))
  it('tỷ lệ của nhóm khác đứng sau số người thì không phải một cặp', () => {
    const goals = [
      goal('Đào tạo 80.000 người', { value: 80_000, unit: 'người', metric: 'người được đào tạo' }),
      goal('Tỷ lệ dân số tham gia bảo hiểm y tế 95%', {
        value: 95,
        unit: '%',
        denominator: 'dân số tham gia bảo hiểm y tế',
      }),
    ]
    expect(shareMismatch(inputOf({ goals }, { figures: MILLION }))).toEqual([])
  })
  it('mẫu số là lực lượng lao động thì dùng số liệu lao động', () => {
    const figures = [...MILLION, figure('2023-12-31', 600_000, { quantity: 'labour-force' })]
    const [found] = shareMismatch(inputOf(pair(300_000, 70, 'lực lượng lao động'), { figures }))
    expect(found?.arithmetic).toContain('300.000 : 600.000 = 50%')
  })
  it('địa bàn đã sáp nhập: tính thêm cho địa bàn kế thừa', () => {
    const figures = [...MILLION, figure('2025-07-01', 4_000_000, { territory: 'Thành phố Lớn' })]
    const history = {
      ...HISTORY,
      provinces: [{ name: 'Tỉnh Mẫu', until: day('2025-07-01'), act: 'Nghị quyết mẫu', heir: 'Thành phố Lớn' }],
    }
    const before = shareMismatch(inputOf(pair(80_000, 3), { figures, history, today: day('2025-06-30') }))[0]
    const after = shareMismatch(inputOf(pair(80_000, 3), { figures, history }))[0]
    expect(before?.arithmetic).not.toContain('Thành phố Lớn')
    expect(after?.arithmetic).toContain('Từ 01/07/2025 (Nghị quyết mẫu), dân số thành phố Lớn')
    expect(after?.arithmetic).toContain('3% là 120.000 người')
  })
})

describe('tỷ lệ trên dân số', () => {
  test.each([
    ['bác sỹ/10.000 dân', { counted: 'bác sỹ', base: 10_000 }],
    ['giường bệnh/vạn dân', { counted: 'giường bệnh', base: 10_000 }],
    ['thuê bao/100 dân', { counted: 'thuê bao', base: 100 }],
    ['nhân lực trên 1.000 dân', { counted: 'nhân lực', base: 1000 }],
    ['bé trai/100 bé gái', null],
    ['‰', null],
    ['người', null],
    [null, null],
  ])('%s', (unit, rate) => expect(rateOf(unit)).toEqual(rate))

  const doctors = goal('19 bác sỹ/10.000 dân', { value: 19, unit: 'bác sỹ/10.000 dân', clause: 'II.2' })
  it('tính ra số tuyệt đối', () =>
    expect(rateCheck(inputOf({ goals: [doctors] }, { figures: MILLION }))[0]?.arithmetic).toContain(
      '× 19 = 1.900 bác sỹ',
    ))
  it('khác với số tuyệt đối của chính văn bản thì là mâu thuẫn', () => {
    const heads = goal('Có 3.000 bác sỹ', { value: 3000, unit: 'bác sỹ', clause: 'II.3' })
    const [found] = rateCheck(inputOf({ goals: [doctors, heads] }, { figures: MILLION }))
    expect(found).toMatchObject({ severity: 'contradiction' })
    expect(found?.arithmetic).toContain('Mục II.3 của văn bản ghi 3.000 bác sỹ')
  })
  it('số tuyệt đối của năm khác thì không so', () => {
    const heads = goal('Có 3.000 bác sỹ', { value: 3000, unit: 'bác sỹ', by: 2025 })
    expect(rateCheck(inputOf({ goals: [doctors, heads] }, { figures: MILLION }))[0]?.severity).toBeUndefined()
  })
  it('chưa có dân số thì nói cần', () =>
    expect(rateCheck(inputOf({ goals: [doctors] }))[0]?.arithmetic).toContain('Cần số liệu: dân số'))
})

describe('nhóm chưa đủ thời gian', () => {
  test.each([
    ['100% nhân tài tiếp tục ở lại làm việc sau 05 năm được thu hút', { years: 5, began: 'được thu hút' }],
    ['80% sinh viên có việc làm trong vòng 12 tháng sau khi tốt nghiệp', { years: 1 }],
    ['70% doanh nghiệp tồn tại sau 3 năm thành lập', { years: 3, began: 'thành lập' }],
    ['85% học viên có việc làm sau 18 tháng tốt nghiệp', { years: 2, began: 'tốt nghiệp' }],
    ['Sau 5 năm thực hiện Nghị quyết, 100% xã đạt chuẩn', null],
    ['sơ kết sau 03 năm triển khai thực hiện', null],
    ['90% cán bộ dưới 40 tuổi', null],
    ['tăng 20% sau giai đoạn 2021 - 2025', null],
  ])('%s', (text, wait) => (wait === null ? expect(waitIn(text)).toBeNull() : expect(waitIn(text)).toMatchObject(wait)))

  const stay = goal('100% nhân tài tiếp tục ở lại làm việc sau 05 năm được thu hút', { value: 100, unit: '%' })
  it('năm đầu tiên đo được và nhóm cuối cùng', () => {
    const [found] = cohortNotMeasurable(inputOf({ goals: [{ ...stay, by: 2045 }] }))
    expect(found?.arithmetic).toContain('2024 + 5 = 2029')
    expect(found?.arithmetic).toContain('2045 - 5 = 2040')
    expect(found?.severity).toBeUndefined()
  })
  it('hạn trước khi nhóm đầu tiên đủ thời gian: không đo được', () =>
    expect(cohortNotMeasurable(inputOf({ goals: [{ ...stay, by: 2028 }] }))[0]).toMatchObject({
      severity: 'contradiction',
    }))
})

describe('đối tượng không còn', () => {
  const found = (text: string, by: number | null, date = '2024-04-22') =>
    subjectEnded(inputOf({ goals: [goal(text, { by })], date })).length
  test.each([
    ['cấp huyện, hạn sau ngày kết thúc', '25% cấp ủy cấp huyện dưới 40 tuổi', 2030, 1],
    ['hạn trước ngày kết thúc', '25% cấp ủy cấp huyện dưới 40 tuổi', 2024, 0],
    ['cấp xã vẫn còn', '100% công chức cấp xã có trình độ đại học', 2030, 0],
    ['thị trấn', '100% xã, phường, thị trấn có mạng', 2030, 1],
    ['các huyện, thị xã, thành phố', '100% UBND các huyện, thị xã, thành phố xong', 2030, 1],
    ['thành phố trực thuộc trung ương không phải cấp huyện', 'Thành phố nằm trong nhóm 5 địa phương dẫn đầu', 2030, 0],
    ['bệnh viện tuyến huyện là tuyến chuyên môn', '100% bệnh viện tuyến huyện có bác sỹ', 2030, 0],
    ['tên người, tên đường', 'Đường Huyện đội dài 5 km', 2030, 0],
    ['chính văn bản nói đã kết thúc', 'Sau khi kết thúc hoạt động cấp huyện, 100% xã nhận việc', 2030, 0],
    ['đơn vị cũ', '100% trụ sở cấp huyện (cũ) được bàn giao', 2030, 0],
    ['không nêu năm thì xét tại ngày văn bản', '25% cấp ủy cấp huyện', null, 0],
  ])('%s', (_, text, by, n) => expect(found(text, by)).toBe(n))

  it('văn bản sau ngày kết thúc còn giao việc cho cấp huyện', () => {
    const input = inputOf({ tasks: [task('UBND các huyện, thị xã tổ chức thực hiện')], date: '2025-09-01' })
    expect(subjectEnded(input)[0]?.arithmetic).toContain('Văn bản ngày 01/09/2025 giao việc')
  })
  it('trước ngày kết thúc thì việc giao cho cấp huyện là đúng', () =>
    expect(subjectEnded(inputOf({ tasks: [task('UBND các huyện, thị xã tổ chức thực hiện')] }))).toEqual([]))
  it('rà soát trước ngày kết thúc thì chưa biết', () =>
    expect(subjectEnded(inputOf({ goals: [goal('25% cấp huyện')] }, { today: day('2025-01-01') }))).toEqual([]))
})

describe('tỷ lệ trên số phát sinh', () => {
  test.each([
    ['tổng số tuyển dụng mới', '', true],
    ['số doanh nghiệp thành lập mới', '', true],
    ['tổng số công chức', '', false],
    [null, 'đạt 10% so với tổng số tuyển dụng mới', true],
    [null, 'đạt 10% tổng sản phẩm trên địa bàn', false],
    [null, '20% số viên chức tuyển dụng mới là nhân tài', true],
    [null, '60% nông thôn mới kiểu mẫu', false],
  ])('%s %s', (denominator, text, flow) => expect(flowOf(denominator, text) !== null).toBe(flow))

  const found = (text: string) =>
    undefinedFlow(inputOf({ goals: [goal(text, { value: 20, unit: '%', denominator: 'tổng số tuyển dụng mới' })] }))
      .length
  test.each([
    ['Thu hút nhân tài từ 20% trở lên so với tổng số tuyển dụng mới', 1],
    ['Hằng năm thu hút từ 20% trở lên so với tổng số tuyển dụng mới', 0],
    ['Cả giai đoạn 2024 - 2030 thu hút 20% so với tổng số tuyển dụng mới', 0],
    ['Bình quân năm đạt 20% so với tổng số tuyển dụng mới', 0],
  ])('%s', (text, n) => expect(found(text)).toBe(n))
})

describe('hạn nộp trước ngày chốt số liệu (NĐ 09/2019, Điều 12)', () => {
  test.each([
    ['báo cáo năm trước 05/12', '12-05', 'yearly', 1],
    ['báo cáo năm trước 15/11', '11-15', 'yearly', 1],
    ['đúng ngày chốt 14/12', '12-14', 'yearly', 0],
    ['báo cáo năm trước 20/12', '12-20', 'yearly', 0],
    ['báo cáo năm nộp tháng 01 năm sau', '01-15', 'yearly', 0],
    ['hai lần một năm, cả hai trước ngày chốt', ['06-01', '12-01'], 'half-yearly', 2],
    ['6 tháng nộp 20/6', ['06-20', '12-20'], 'half-yearly', 0],
    ['quý nộp ngày 10 tháng cuối quý', ['03-10', '06-10', '09-10', '12-10'], 'quarterly', 4],
    ['hằng tháng báo cáo tháng trước', '*-05', 'monthly', 0],
    ['không nêu ngày', null, 'yearly', 0],
  ] as const)('%s', (_, due, period, n) =>
    expect(deadlineBeforeCutoff(inputOf({ recurringReports: [report(due, period)] }))).toHaveLength(n))
  it('nêu số ngày', () =>
    expect(deadlineBeforeCutoff(inputOf({ recurringReports: [report('12-05', 'yearly')] }))[0]?.arithmetic).toContain(
      'sớm hơn ngày chốt 9 ngày',
    ))
})

describe('viện dẫn', () => {
  const n = (...references: ReturnType<typeof reference>[]) => referenceErrors(inputOf({ references })).length
  test.each([
    ['786', '768', true],
    ['57', '75', true],
    ['57', '57', false],
    ['123', '321', false],
    ['12', '123', false],
    ['1459', '1495', true],
  ])('%s và %s đổi chỗ hai chữ số kề nhau: %s', (a, b, yes) => expect(swapped(a, b)).toBe(yes))
  test.each([
    [
      'hai chữ số đổi chỗ, một nơi không ghi ngày',
      [reference('Quyết định', '768/QĐ-TTg', '2023-04-15'), reference('Quyết định', '786/QĐ-TTg', null)],
      1,
    ],
    [
      'hai văn bản khác ngày',
      [reference('Quyết định', '768/QĐ-TTg', '2023-04-15'), reference('Quyết định', '786/QĐ-TTg', '2022-04-15')],
      0,
    ],
    ['khác ký hiệu', [reference('Quyết định', '768/QĐ-TTg', null), reference('Quyết định', '786/QĐ-UBND', null)], 0],
    [
      'một số hai ngày cùng năm',
      [reference('Nghị quyết', '71/NQ-CP', '2023-04-01'), reference('Nghị quyết', '71/NQ-CP', '2023-05-01')],
      1,
    ],
    [
      'một số hai năm',
      [reference('Quyết định', '142/QĐ-TTg', '2020-01-20'), reference('Quyết định', '142/QĐ-TTg', '2024-02-02')],
      1,
    ],
    [
      'hai cơ quan cùng số',
      [
        reference('Kế hoạch', '20/KH-UBND', '2024-01-20', { issuer: 'UBND tỉnh A' }),
        reference('Kế hoạch', '20/KH-UBND', '2024-02-02', { issuer: 'UBND tỉnh B' }),
      ],
      0,
    ],
    ['năm trong số hiệu khác năm của ngày', [reference('Nghị định', '30/2020/NĐ-CP', '2021-03-05')], 1],
    ['nghị định đúng', [reference('Nghị định', '30/2020/NĐ-CP', '2020-03-05')], 0],
    [
      'luật khóa XIV ghi năm 2014',
      [reference('Luật', '45/2019/QH14', '2019-11-20'), reference('Luật', '80/QH14', '2014-11-20')],
      1,
    ],
    ['ngày viện dẫn sau ngày văn bản', [reference('Nghị quyết', '57-NQ/TW', '2024-12-22')], 1],
    ['ký hiệu của Đảng viết gạch chéo', [reference('Nghị quyết', '27/NQ-TW', '2023-11-24')], 1],
    ['ký hiệu của Đảng đúng', [reference('Nghị quyết', '27-NQ/TW', '2023-11-24')], 0],
    ['QĐ-Tg', [reference('Quyết định', '866/QĐ-Tg', null)], 1],
    ['CTTg', [reference('Chỉ thị', '27/CTTg', null)], 1],
    ['quyết định của Thủ tướng đúng', [reference('Quyết định', '866/QĐ-TTg', null)], 0],
    ['kế hoạch của UBND đúng', [reference('Kế hoạch', '1459/KH-UBND', '2024-04-22')], 0],
  ] as const)('%s', (_, list, found) => expect(n(...list)).toBe(found))
  it('bản đọc đã nêu cách viết đúng thì theo bản đọc', () => {
    const [found] = referenceErrors(
      inputOf({ references: [reference('Nghị quyết', '09/NQTW', null, { normalised: '09-NQ/TW' })] }),
    )
    expect(found?.arithmetic).toContain('"09-NQ/TW"')
  })
})

describe('viện dẫn đối chiếu với văn bản đã biết', () => {
  const act = (number: string, date: string) => ({
    kind: 'Nghị quyết',
    number,
    date: day(date),
    title: 'việc mẫu',
    status: 'seen' as const,
    source: 'nguồn mẫu',
  })
  const acts = [
    act('71/NQ-CP', '2025-04-01'),
    act('768/QĐ-TTg', '2025-04-15'),
    act('29-NQ/TW', '2013-11-04'),
    act('29-NQ/TW', '2022-11-17'),
    act('30/2020/NĐ-CP', '2020-03-05'),
  ]
  const n = (number: string, date: string | null) =>
    againstKnownActs(inputOf({ references: [reference('Văn bản', number, date)], date: '2026-01-01' }, { acts })).length
  test.each([
    ['đúng số, đúng ngày', '71/NQ-CP', '2025-04-01', 0],
    ['đúng số, sai ngày trong năm', '71/NQ-CP', '2025-05-01', 1],
    ['đúng số, đúng ngày tháng, sai năm', '71/NQ-CP', '2024-04-01', 1],
    ['số bắt đầu lại mỗi năm: văn bản khác của năm khác', '71/NQ-CP', '2021-06-30', 0],
    ['hai văn bản cùng số, đúng một trong hai ngày', '29-NQ/TW', '2022-11-17', 0],
    ['hai chữ số đổi chỗ, cùng ngày', '786/QĐ-TTg', '2025-04-15', 1],
    ['hai chữ số đổi chỗ nhưng khác ngày là văn bản khác', '786/QĐ-TTg', '2025-05-15', 0],
    ['số khác hẳn, cùng ngày là văn bản khác', '770/QĐ-TTg', '2025-04-15', 0],
    ['số hiệu có năm thì chỉ một văn bản mang số ấy', '30/2020/NĐ-CP', '2020-05-03', 1],
    ['không ghi ngày thì không kết luận', '786/QĐ-TTg', null, 0],
    ['văn bản không có trong danh mục', '15/NQ-CP', '2025-04-01', 0],
  ])('%s', (_, number, date, found) => expect(n(number, date)).toBe(found))
})

describe('một nội dung, hai con số; mốc sau thấp hơn mốc trước', () => {
  const share = (metric: string, value: number, by: number | null, more = {}) =>
    goal(`${metric} ${value}%`, { metric, value, unit: '%', by, clause: `II.${metric}-${value}-${by}`, ...more })
  const internet = 'tỷ lệ hộ gia đình có internet băng rộng'
  test.each([
    ['cùng năm, hai con số', [share(internet, 70, 2030), share(`${internet} trên địa bàn tỉnh`, 80, 2030)], 1, 0],
    ['lặp lại cùng con số', [share(internet, 70, 2030), share(internet, 70, 2030)], 0, 0],
    ['hai mốc tăng dần', [share(internet, 70, 2025), share(internet, 80, 2030)], 0, 0],
    ['mốc sau thấp hơn', [share(internet, 80, 2025), share(internet, 70, 2030)], 0, 1],
    ['hai mốc bằng nhau', [share(internet, 80, 2025), share(internet, 80, 2030)], 0, 0],
    [
      'chỉ tiêu càng thấp càng tốt, mốc sau thấp hơn là đúng',
      [
        share('tỷ lệ hộ nghèo đa chiều', 3, 2025, { direction: 'down' }),
        share('tỷ lệ hộ nghèo đa chiều', 1, 2030, { direction: 'down' }),
      ],
      0,
      0,
    ],
    [
      'chỉ tiêu càng thấp càng tốt, mốc sau cao hơn là sai',
      [
        share('tỷ lệ hộ nghèo đa chiều', 1, 2025, { direction: 'down' }),
        share('tỷ lệ hộ nghèo đa chiều', 3, 2030, { direction: 'down' }),
      ],
      0,
      1,
    ],
    [
      'hai đối tượng khác nhau',
      [share('tỷ lệ xã có internet', 70, 2030), share('tỷ lệ trường có internet', 80, 2030)],
      0,
      0,
    ],
    ['số người và tỷ lệ', [share(internet, 70, 2030), { ...share(internet, 7000, 2030), unit: 'hộ' }], 0, 0],
    ['tăng thêm và mức đạt', [share(internet, 70, 2030), share(internet, 20, 2030, { measure: 'increase' })], 0, 0],
  ])('%s', (_, goals, duplicates, orders) => {
    expect(duplicateFigure(inputOf({ goals }))).toHaveLength(duplicates)
    expect(horizonOrder(inputOf({ goals }))).toHaveLength(orders)
  })
  it('từ 25% và trên 25% chỉ khác nhau ở chỗ lấy cả mức', () => {
    const goals = [share(internet, 25, 2030), share(internet, 25, 2030, { strict: true, clause: 'PL.1' })]
    expect(duplicateFigure(inputOf({ goals }))[0]).toMatchObject({ severity: 'note' })
  })
})

describe('phần và toàn thể', () => {
  const kinds = (text: string, value: number, unit: string) =>
    partsAndWholes(inputOf({ goals: [goal(text, { value, unit })] })).map((d) => d.kind)
  test.each([
    ['Xây dựng 120 trạm (Đơn vị A: 25 trạm; Đơn vị B: 60 trạm)', 120, 'trạm', ['sum-mismatch']],
    ['Xây dựng 120 trạm (Đơn vị A: 60 trạm; Đơn vị B: 60 trạm)', 120, 'trạm', []],
    ['Xây dựng 120 trạm, trong đó 25 trạm ở vùng cao', 120, 'trạm', []],
    ['Xây dựng 120 trạm, trong đó 125 trạm ở vùng cao', 120, 'trạm', ['part-over-whole']],
    ['Xây dựng 120 trạm (năm 2025: 20 trạm, năm 2030: 50 trạm)', 120, 'trạm', []],
    ['Đào tạo 1.000 người, gồm 400 người ở xã và 500 người ở tỉnh', 1000, 'người', ['sum-mismatch']],
    ['Đào tạo 1.000 người dưới 40 tuổi (mỗi lớp 30 học viên)', 1000, 'người', []],
    ['Làm 3,3 km đường, gồm 1,1 km ở xã và 2,2 km ở tỉnh', 3.3, 'km', []],
    ['120% xã đạt chuẩn', 120, '%', ['part-over-whole']],
    ['Thu ngân sách đạt 120% dự toán', 120, '%', []],
    ['Cơ cấu kinh tế: nông nghiệp 10%, công nghiệp 60%, dịch vụ 35%', 10, '%', ['sum-mismatch']],
    ['Cơ cấu kinh tế: nông nghiệp 10%, công nghiệp 60%, dịch vụ 30%', 10, '%', []],
    ['Cơ cấu lao động: nông nghiệp dưới 10%', 10, '%', []],
  ])('%s', (text, value, unit, found) => expect(kinds(text, value, unit)).toEqual(found))
})

describe('thiếu gốc', () => {
  const n = (text: string, more = {}) =>
    noBase(inputOf({ goals: [goal(text, { value: 50, unit: '%', measure: 'decrease', ...more })] })).length
  test.each([
    ['Giảm 50% số cặp tảo hôn', {}, 1],
    ['Giảm 50% số cặp tảo hôn so với năm 2020', { baseYear: 2020 }, 0],
    ['Giảm 50% so với cùng kỳ', {}, 0],
    ['Hằng năm giảm 2% số hộ nghèo', {}, 0],
    ['Giảm 200 vụ', { unit: 'vụ' }, 0],
    ['Đạt 50%', { measure: 'level' }, 0],
    ['Tăng thêm 20%', { measure: 'increase' }, 1],
  ])('%s', (text, more, found) => expect(n(text, more)).toBe(found))
})

describe('chủ trì, thời hạn', () => {
  const kinds = (...tasks: ReturnType<typeof task>[]) => ownersAndDeadlines(inputOf({ tasks })).map((d) => d.kind)
  it('có chủ trì, có thời hạn', () => expect(kinds(task('x'))).toEqual([]))
  it('không nêu chủ trì', () => expect(kinds(task('x', { leadKind: 'none', lead: [] }))).toEqual(['no-owner']))
  it('giao chung cho nhiều cơ quan', () => expect(kinds(task('x', { leadKind: 'group' }))).toEqual(['no-owner']))
  it('trách nhiệm phối hợp không cần chủ trì', () =>
    expect(kinds(task('x', { leadKind: 'none', lead: [], support: true }))).toEqual([]))
  it('không nêu thời hạn', () => expect(kinds(task('x', { due: null }))).toEqual(['no-deadline']))
  test.each([
    ['2024-03-31', ['deadline-past']],
    ['2024-Q1', ['deadline-past']],
    ['2023', ['deadline-past']],
    ['2024-04', []],
    ['2024', []],
    ['2024-04-22', []],
    ['2021/2025', []],
    ['from:2020', []],
    ['yearly:01-01', []],
  ])('hạn %s, văn bản ngày 22/04/2024', (due, found) => expect(kinds(task('x', { due }))).toEqual(found))
  it('ngày cuối của một thời hạn', () => {
    expect([lastDay('2024-02'), lastDay('2025-Q3'), lastDay('2025'), lastDay('continuous'), lastDay(null)]).toEqual([
      '2024-02-29',
      '2025-09-30',
      '2025-12-31',
      null,
      null,
    ])
  })
})

describe('ngày của văn bản', () => {
  const today = day('2026-11-23')
  const on = (parts: Parameters<typeof inputOf>[0], date: string | null = null) =>
    documentDay(inputOf(parts).reading, { date: date === null ? null : day(date), today })
  test.each([
    ['ngày đưa từ ngoài', { date: '2024-04-22' }, '2024-04-23', '2024-04-23', 'given'],
    ['ngày ghi trong văn bản', { date: '2024-04-22' }, null, '2024-04-22', 'written'],
    ['chỉ có tháng', { date: null, dateKnown: '2024-04' }, null, '2024-04-01', 'month'],
    ['chỉ có năm', { date: null, dateKnown: '2024' }, null, '2024-01-01', 'year'],
    [
      'theo văn bản viện dẫn muộn nhất',
      { date: null, dateKnown: null, references: [reference('Nghị quyết', '45-NQ/TW', '2023-11-24')] },
      null,
      '2023-11-24',
      'references',
    ],
    ['không có gì', { date: null, dateKnown: null }, null, '2026-11-23', 'today'],
  ] as const)('%s', (_, parts, given, d, basis) =>
    expect(on({ ...parts, references: 'references' in parts ? [...parts.references] : [] }, given)).toEqual({
      day: d,
      basis,
    }))
})
