/** Giao việc, thời hạn, báo cáo, dẫn chiếu trong các dạng văn bản khác nhau; the provinces are invented. */
import { describe, expect, it } from 'vitest'
import type { PlanReading } from '../words.ts'
import { readPlan } from './read-plan.ts'

const plan = (body: string): PlanReading => readPlan(`KẾ HOẠCH\nPhát triển nhân lực\n${body}`)
const work = (body: string) => plan(`II. NHIỆM VỤ\n1. Nhóm việc\n${body}`).tasks
const duty = (body: string) => plan(`III. TỔ CHỨC THỰC HIỆN\n${body}`).tasks

describe('ai chủ trì, ai phối hợp', () => {
  it.each([
    [
      '- Sở Y tế chủ trì, phối hợp với Sở Tài chính và các địa phương xây dựng đề án.',
      ['Sở Y tế'],
      ['Sở Tài chính', 'các địa phương'],
      'named',
    ],
    ['- Giao Sở Khoa học và Công nghệ tham mưu ban hành quy chế.', ['Sở Khoa học và Công nghệ'], [], 'named'],
    ['- Đề nghị Ủy ban Mặt trận Tổ quốc tỉnh tuyên truyền chính sách.', ['Ủy ban Mặt trận Tổ quốc tỉnh'], [], 'named'],
    ['- Các sở, ngành theo chức năng, nhiệm vụ được giao rà soát nhu cầu.', ['Các sở, ngành'], [], 'group'],
    ['- Sở Nội vụ, Sở Tài chính rà soát nhu cầu.', ['Sở Nội vụ', 'Sở Tài chính'], [], 'group'],
    ['- Định kỳ hằng năm, UBND các xã, phường rà soát nhu cầu.', ['UBND các xã, phường'], [], 'group'],
    ['- Ban hành quy chế tôn vinh trí thức.', [], [], 'none'],
    ['- Tham mưu cho UBND tỉnh ban hành chính sách.', [], [], 'none'],
  ])('%s', (line, lead, coordinate, leadKind) => {
    expect(work(line)).toMatchObject([{ clause: 'II.1.1', lead, coordinate, leadKind, duty: false }])
  })
  it('nhãn trong phiếu việc: nội dung, chủ trì, phối hợp, thời gian là một nhiệm vụ', () => {
    const tasks = work(
      '- Nội dung: Xây dựng nghị quyết về thu hút nhân tài.\n- Cơ quan chủ trì: Sở Nội vụ.\n- Cơ quan phối hợp: Sở Tài chính, Sở Tư pháp và các sở, ban, ngành có liên quan.\n- Thời gian thực hiện: Quý III/2026.',
    )
    expect(tasks).toMatchObject([
      {
        clause: 'II.1',
        text: 'Xây dựng nghị quyết về thu hút nhân tài',
        lead: ['Sở Nội vụ'],
        coordinate: ['Sở Tài chính', 'Sở Tư pháp', 'các sở, ban, ngành có liên quan'],
        due: '2026-Q3',
      },
    ])
  })
  it('nhãn đứng cuối danh sách dùng cho mọi gạch đầu dòng ở trên', () => {
    const tasks = work(
      '- Tuyên truyền chính sách.\n- Tổ chức gặp mặt.\nĐơn vị chủ trì: Sở Văn hóa, Thể thao và Du lịch; đơn vị phối hợp: Báo và Đài Phát thanh - Truyền hình tỉnh. Thời gian: Thường xuyên.',
    )
    expect(tasks.map((t) => [t.lead, t.due])).toEqual(
      Array(2).fill([['Sở Văn hóa, Thể thao và Du lịch'], 'continuous']),
    )
  })
  it('nhãn trong ngoặc cuối câu', () => {
    expect(
      work('- Mở lớp bồi dưỡng (Đơn vị chủ trì: Trường Chính trị tỉnh; thời gian thực hiện: 2025 - 2027).'),
    ).toMatchObject([
      { text: 'Mở lớp bồi dưỡng', lead: ['Trường Chính trị tỉnh'], due: '2025/2027', dueRaw: '2025 - 2027' },
    ])
  })
  it('trách nhiệm đứng dưới tên cơ quan thuộc về cơ quan đó', () => {
    const tasks = duty(
      '1. Sở Tài chính\na) Cân đối, bố trí kinh phí.\nb) Phối hợp với Sở Nội vụ trong công tác thẩm định.\n2. Các sở, ban, ngành; UBND các xã, phường\nXây dựng kế hoạch của đơn vị mình.',
    )
    expect(tasks.map((t) => [t.clause, t.lead, t.support, t.duty])).toEqual([
      ['III.1.a', ['Sở Tài chính'], false, true],
      ['III.1.b', ['Sở Tài chính'], true, true],
      ['III.2.1', ['Các sở, ban, ngành', 'UBND các xã, phường'], false, true],
    ])
    expect(tasks[1]?.coordinate).toEqual(['Sở Nội vụ'])
  })
  it('bảng phân công ở phụ lục: cột, ô trống, “nt”', () => {
    const r = plan(
      'I. NHIỆM VỤ\n- Theo phụ lục.\nNơi nhận:\n- Lưu: VT.\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\nLê Văn Minh\nPHỤ LỤC\nTT\tNhiệm vụ\tChủ trì\tPhối hợp\tThời gian\nI\tĐào tạo\n1\tXây dựng đề án\tSở Nội vụ\tSở Tài chính\tQuý II/2026\n2\tKhảo sát nhu cầu\tnt\t\t12/2026',
    )
    expect(r.tasks.filter((t) => t.section === 'PL1')).toMatchObject([
      { clause: 'PL1.1', text: 'Xây dựng đề án', lead: ['Sở Nội vụ'], coordinate: ['Sở Tài chính'], due: '2026-Q2' },
      { clause: 'PL1.2', text: 'Khảo sát nhu cầu', lead: ['Sở Nội vụ'], coordinate: [], due: '2026-12' },
    ])
  })
})

describe('báo cáo', () => {
  const only = (line: string) =>
    duty(`1. Sở Nội vụ\n${line}`) && plan(`III. TỔ CHỨC THỰC HIỆN\n1. Sở Nội vụ\n${line}`).recurringReports
  it.each([
    [
      '- Trước ngày 10 tháng 12 hằng năm, tổng hợp kết quả báo cáo UBND tỉnh.',
      { due: '12-10', period: 'yearly', from: 'Sở Nội vụ', to: 'UBND tỉnh', via: null },
    ],
    [
      '- Các sở, ngành báo cáo UBND tỉnh (qua Sở Tài chính để tổng hợp) trước ngày 30/11 hằng năm.',
      { due: '11-30', period: 'yearly', from: 'Các sở, ngành', to: 'UBND tỉnh', via: 'Sở Tài chính' },
    ],
    [
      '- Báo cáo UBND tỉnh định kỳ 6 tháng (trước ngày 01/6) và năm (trước ngày 15/11).',
      { due: ['06-01', '11-15'], period: 'half-yearly', to: 'UBND tỉnh' },
    ],
    ['- Báo cáo UBND tỉnh trước ngày 20 hằng tháng.', { due: '*-20', period: 'monthly', to: 'UBND tỉnh' }],
    [
      '- Định kỳ hằng quý báo cáo kết quả về Sở Nội vụ để tổng hợp, báo cáo UBND tỉnh.',
      { due: null, period: 'quarterly', via: 'Sở Nội vụ', to: 'UBND tỉnh' },
    ],
  ])('%s', (line, report) => {
    expect(only(line)).toMatchObject([report])
  })
  it.each([
    '- Báo cáo cấp có thẩm quyền phê duyệt đề án.',
    '- Chịu trách nhiệm về việc báo cáo, đề nghị ban hành Kế hoạch.',
    '- Xây dựng kế hoạch.',
  ])('%s không phải chế độ báo cáo', (line) => expect(only(line)).toEqual([]))
})

describe('văn bản dẫn chiếu', () => {
  const refs = (text: string) =>
    plan(`Thực hiện ${text} Sở Nội vụ ban hành kế hoạch.\nI. NHIỆM VỤ\n- Làm việc.`).references
  it.each([
    [
      'Nghị quyết số 57- NQ/TW, ngày 22 tháng 12 năm 2024 của Bộ Chính trị;',
      'Nghị quyết',
      '57-NQ/TW',
      '2024-12-22',
      'Bộ Chính trị',
    ],
    [
      'Nghị định số 09/2019/NĐ-CP ngày 24/01/2019 của Chính phủ quy định chế độ báo cáo;',
      'Nghị định',
      '09/2019/NĐ-CP',
      '2019-01-24',
      'Chính phủ',
    ],
    ['Luật số 80/2025/QH15 ngày 24/6/2025;', 'Luật', '80/2025/QH15', '2025-06-24', null],
    ['Quyết định 899/QĐ-TTg;', 'Quyết định', '899/QĐ-TTg', null, null],
    ['Công văn số 123/UBND-NV ngày 30/02/2025 của UBND tỉnh;', 'Công văn', '123/UBND-NV', null, 'UBND tỉnh'],
  ])('%s', (text, kind, number, date, issuer) => {
    expect(refs(text)).toMatchObject([{ kind, number, date, issuer }])
  })
  it('một loại, nhiều số; một văn bản nhắc nhiều lần là một', () => {
    const found = refs(
      'các Quyết định: số 899/QĐ-TTg ngày 31/7/2023; số 12/QĐ-UBND ngày 03/01/2026 của UBND tỉnh; Quyết định số 899/QĐ-TTg;',
    )
    expect(found.map((r) => [r.kind, r.number, r.date])).toEqual([
      ['Quyết định', '899/QĐ-TTg', '2023-07-31'],
      ['Quyết định', '12/QĐ-UBND', '2026-01-03'],
    ])
  })
  it('cùng số khác năm là hai văn bản', () => {
    expect(refs('Quyết định số 142/QĐ-TTg ngày 20/01/2020, Quyết định số 142/QĐ-TTg ngày 02/02/2024,')).toHaveLength(2)
  })
})

describe('phần đầu và phần cuối', () => {
  it('phần đầu dồn trên một dòng', () => {
    const r = readPlan(
      'ỦY BAN NHÂN DÂN TỈNH LÂM SƠN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\nSố: 512/QĐ-UBND Lâm Sơn, ngày 07 tháng 3 năm 2025\n\nQUYẾT ĐỊNH\n\nVề việc ban hành Kế hoạch',
    )
    expect(r).toMatchObject({
      docType: 'QUYẾT ĐỊNH',
      docNumber: '512/QĐ-UBND',
      issuer: 'UBND tỉnh Lâm Sơn',
      date: '2025-03-07',
      title: 'Về việc ban hành Kế hoạch',
    })
  })
  it('cơ quan ban hành là dòng dưới, không phải cơ quan cấp trên', () => {
    const r = readPlan(
      'UBND TỈNH LÂM SƠN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSỞ KHOA HỌC VÀ CÔNG NGHỆ\tĐộc lập - Tự do - Hạnh phúc\nSố: …/KH-SKHCN\tLâm Sơn, ngày … tháng … năm 2026\nKẾ HOẠCH\nChuyển đổi số',
    )
    expect(r).toMatchObject({
      issuer: 'Sở Khoa học và Công nghệ tỉnh Lâm Sơn',
      docNumber: null,
      date: null,
      dateKnown: '2026',
    })
  })
  it('nơi nhận và chữ ký dồn hai cột', () => {
    const r = plan(
      'I. NHIỆM VỤ\n- Làm việc./.\nNơi nhận:\tTM. ỦY BAN NHÂN DÂN\n- Bộ Nội vụ (để b/c);\tKT. CHỦ TỊCH\n- Lưu: VT, NC (5b).\tPHÓ CHỦ TỊCH\n\tNguyễn Thị Hồng Vân',
    )
    expect(r.recipients).toMatchObject([
      { name: 'Bộ Nội vụ', note: 'để b/c' },
      { name: 'Lưu: VT, NC (5b)', archive: true },
    ])
    expect(r.signer).toMatchObject({
      authority: 'TM. ỦY BAN NHÂN DÂN',
      capacity: 'KT. CHỦ TỊCH',
      post: 'PHÓ CHỦ TỊCH',
      name: 'Nguyễn Thị Hồng Vân',
    })
  })
  it('quyết định kèm kế hoạch: loại của văn bản ngoài, nhiệm vụ của kế hoạch kèm theo', () => {
    const r = readPlan(
      'QUYẾT ĐỊNH\n\nVề việc ban hành Kế hoạch\n\nĐiều 1. Ban hành Kế hoạch.\n\nNơi nhận:\n- Lưu: VT.\n\nCHỦ TỊCH\n\nPhạm Văn Hòa\n\nKẾ HOẠCH\nPhát triển nhân lực\n\nPhần I\nMỤC TIÊU\n\n1. Tỷ lệ đạt 75% vào năm 2030.\n\nPhần II\nNHIỆM VỤ\n\n1. Sở Y tế xây dựng đề án.',
    )
    expect(r.docType).toBe('QUYẾT ĐỊNH')
    expect(r.goals).toMatchObject([{ clause: 'PI.1', value: 75, by: 2030 }])
    expect(r.tasks).toMatchObject([{ clause: 'PII.1', lead: ['Sở Y tế'] }])
    expect(r.signer?.name).toBe('Phạm Văn Hòa')
  })
})
