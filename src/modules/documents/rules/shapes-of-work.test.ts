/** Giao việc trong nhiều cách viết: tables by shape; the provinces and bodies are invented. */
import { describe, expect, it } from 'vitest'
import { startsBody } from './bodies.ts'
import { listOf } from './body-lists.ts'
import { dueIn } from './deadlines.ts'
import { nameEnd } from './name-end.ts'
import { passage } from './passage.ts'
import { readPlan } from './read-plan.ts'

const whole = (text: string) => passage(text, 0, text.length)
const work = (body: string) => readPlan(`KẾ HOẠCH\nPhát triển nhân lực\nII. NHIỆM VỤ\n1. Nhóm việc\n${body}`).tasks
const duty = (body: string) => readPlan(`KẾ HOẠCH\nPhát triển nhân lực\nIII. TỔ CHỨC THỰC HIỆN\n${body}`).tasks

describe('tên cơ quan kết thúc nơi công việc bắt đầu', () => {
  it.each([
    ['Sở Khoa học và Công nghệ nâng cấp đường truyền', 'Sở Khoa học và Công nghệ'],
    ['Sở Giao thông vận tải thường xuyên tuần tra', 'Sở Giao thông vận tải'],
    ['UBND các xã, phường duy trì 1.184 tổ công nghệ số', 'UBND các xã, phường'],
    ['Công an tỉnh mở các đợt cao điểm', 'Công an tỉnh'],
    ['Công an tỉnh Phối hợp với Sở Nội vụ', 'Công an tỉnh'],
    ['Văn phòng Điều phối nông thôn mới huyện hướng dẫn các xã', 'Văn phòng Điều phối nông thôn mới huyện'],
    ['Phòng Kinh tế và Hạ tầng chủ trì, phối hợp', 'Phòng Kinh tế và Hạ tầng'],
    ['Ban Chỉ đạo chuyển đổi số tỉnh họp định kỳ', 'Ban Chỉ đạo'],
    ['Công ty cổ phần Cấp nước Bắc Lĩnh mở rộng mạng lưới', 'Công ty cổ phần Cấp nước Bắc Lĩnh'],
    ['Ngân hàng Nhà nước Chi nhánh Khu vực 9 chỉ đạo các tổ chức tín dụng', 'Ngân hàng Nhà nước Chi nhánh Khu vực 9'],
    ['Các cơ quan được phân công chủ trì thực hiện nhiệm vụ', 'Các cơ quan được phân công chủ trì'],
    ['Chi cục An toàn thực phẩm kiểm tra cơ sở', 'Chi cục An toàn thực phẩm'],
    ['Ban cán sự đảng UBND tỉnh lãnh đạo xây dựng Đề án', 'Ban cán sự đảng UBND tỉnh'],
  ])('%s', (text, name) => {
    expect(startsBody(text)).toBe(true)
    expect(text.slice(0, nameEnd(text)).trim()).toBe(name)
  })
})

describe('tách danh sách cơ quan', () => {
  it.each([
    ['Các sở: Y tế, Giáo dục và Đào tạo, Công Thương', ['Sở Y tế', 'Sở Giáo dục và Đào tạo', 'Sở Công Thương']],
    ['các Sở: Tài chính, Y tế và Sở Xây dựng', ['Sở Tài chính', 'Sở Y tế', 'Sở Xây dựng']],
    [
      'Báo và Đài Phát thanh, Truyền hình tỉnh, UBND các xã',
      ['Báo và Đài Phát thanh, Truyền hình tỉnh', 'UBND các xã'],
    ],
    ['Văn phòng HĐND và UBND xã, Công an xã', ['Văn phòng HĐND và UBND xã', 'Công an xã']],
    [
      'Sở Văn hóa, Thể thao và Du lịch; Hội Liên hiệp Phụ nữ tỉnh',
      ['Sở Văn hóa, Thể thao và Du lịch', 'Hội Liên hiệp Phụ nữ tỉnh'],
    ],
    [
      'Sở Du lịch, Bảo tàng tỉnh, Công ty cổ phần Xe khách Vân Giang',
      ['Sở Du lịch', 'Bảo tàng tỉnh', 'Công ty cổ phần Xe khách Vân Giang'],
    ],
    [
      'Ban Quản lý Khu kinh tế và các khu công nghiệp, Sở Xây dựng',
      ['Ban Quản lý Khu kinh tế và các khu công nghiệp', 'Sở Xây dựng'],
    ],
    ['Công an tỉnh và các chủ rừng', ['Công an tỉnh', 'các chủ rừng']],
  ])('%s', (text, names) => {
    expect(listOf(whole(text)).map((p) => p.text)).toEqual(names)
  })
})

describe('thời hạn trong câu', () => {
  it.each([
    ['báo cáo UBND tỉnh trước ngày 20/6 và 20/12 hằng năm', 'yearly'],
    ['Hằng năm tổng hợp, báo cáo UBND tỉnh trước ngày 25 tháng 12', 'yearly:12-25'],
    ['thực hiện từ Quý II/2026 đến Quý III/2027', '2026-Q2/2027-Q3'],
    ['mở đợt cao điểm từ tháng 3 đến tháng 10/2024', '2024-03/2024-10'],
    ['ra quân từ ngày 15/4 đến ngày 15/7/2026', '2026-04-15/2026-07-15'],
    ['báo cáo số liệu trước ngày 15 tháng 01 năm sau', 'yearly:01-15'],
    ['Đến hết năm 2027, hoàn thành cơ sở dữ liệu', '2027'],
    ['Giai đoạn 2026 - 2030, Sở Công Thương tổ chức hội chợ', '2026/2030'],
    ['Thường xuyên giám sát an toàn thông tin', 'continuous'],
    ['tổ chức lại các trường ngay sau khi có quyết định sáp nhập', 'event'],
    ['hoàn thành trong tháng 6/2025; định kỳ hằng năm rà soát', '2025-06'],
    ['bố trí kinh phí chi thường xuyên theo quy định', null],
    ['cụ thể hóa thành kế hoạch công tác hằng năm của đơn vị', null],
    ['trung tâm giáo dục thường xuyên cấp huyện', null],
    ['thực hiện Chương trình giai đoạn 2021 - 2025 của Chính phủ', null],
  ])('%s', (text, due) => {
    expect(dueIn(text, false)?.due ?? null).toBe(due)
  })
  it.each([
    ['Quý I - Quý III/2025', '2025-Q1/2025-Q3'],
    ['Đến năm 2025', '2025'],
    ['Tháng 10 hằng năm', 'yearly'],
    ['Năm 2026 và các năm tiếp theo', 'from:2026'],
    ['Theo lộ trình của Trung ương', 'per-plan'],
  ])('trong ô hoặc sau nhãn: %s', (text, due) => {
    expect(dueIn(text, true)?.due ?? null).toBe(due)
  })
})

describe('giao việc', () => {
  it.each([
    [
      '- Lập danh mục dự án (Sở Tài chính chủ trì; phối hợp: Sở Xây dựng; hoàn thành: Hằng năm).',
      ['Sở Tài chính'],
      ['Sở Xây dựng'],
      'yearly',
    ],
    [
      '- Kiểm tra kỷ luật hành chính tại 14 thôn. (Tổ kiểm tra công vụ xã, hoàn thành 30/10/2026)',
      ['Tổ kiểm tra công vụ xã'],
      [],
      '2026-10-30',
    ],
    [
      '- Duy trì tổ công nghệ số. (Phòng Văn hóa - Xã hội chủ trì; Công an xã và các thôn phối hợp)',
      ['Phòng Văn hóa - Xã hội'],
      ['Công an xã', 'các thôn'],
      null,
    ],
    [
      '- Rà soát các quy định hiện hành. Sở Nội vụ chủ trì, phối hợp với Sở Tài chính thực hiện trong quý II/2026.',
      ['Sở Nội vụ'],
      ['Sở Tài chính'],
      '2026-Q2',
    ],
    [
      '- Năm 2025, Sở Tài chính chủ trì, phối hợp với Quỹ hỗ trợ phát triển hợp tác xã tham mưu cơ chế.',
      ['Sở Tài chính'],
      ['Quỹ hỗ trợ phát triển hợp tác xã'],
      '2025',
    ],
    ['- Giao thông, xây dựng: Sở Xây dựng chuyển đổi phương tiện công cộng.', ['Sở Xây dựng'], [], null],
  ])('%s', (line, lead, coordinate, due) => {
    expect(work(line)).toMatchObject([{ lead, coordinate, due }])
  })

  it('nhãn đứng dưới từng gạch đầu dòng', () => {
    const tasks = work(
      '- Vận hành phòng đọc trực tuyến.\n+ Chủ trì: Trung tâm Lưu trữ lịch sử tỉnh.\n+ Thời gian: Quý III/2025.',
    )
    expect(tasks).toMatchObject([
      { text: 'Vận hành phòng đọc trực tuyến.', lead: ['Trung tâm Lưu trữ lịch sử tỉnh'], due: '2025-Q3' },
    ])
  })

  it('nhiều phiếu việc dưới một đề mục', () => {
    const tasks = work(
      '- Nhiệm vụ: Mở lớp bồi dưỡng.\n- Chủ trì: Sở Nội vụ\n- Thời gian: Đến năm 2026\n- Nhiệm vụ: Kiện toàn bộ máy.\n- Chủ trì: Sở Y tế\n- Thời gian: Tháng 12/2026',
    )
    expect(tasks.map((t) => [t.text, t.lead, t.due])).toEqual([
      ['Mở lớp bồi dưỡng', ['Sở Nội vụ'], '2026'],
      ['Kiện toàn bộ máy', ['Sở Y tế'], '2026-12'],
    ])
  })

  it('đề mục là tên cơ quan, việc ở dòng dưới', () => {
    expect(duty('1. Bảo hiểm xã hội tỉnh\nPhối hợp với Sở Y tế phát triển đối tượng tham gia.')).toMatchObject([
      { lead: ['Bảo hiểm xã hội tỉnh'], coordinate: ['Sở Y tế'], support: true },
    ])
  })

  it('thi hành pháp luật là việc, thi hành chính văn bản này thì không', () => {
    const tasks = duty(
      '1. Sở Tư pháp chịu trách nhiệm thi hành pháp luật về trợ giúp pháp lý trên địa bàn.\n2. Giám đốc các sở chịu trách nhiệm thi hành Kế hoạch này.',
    )
    expect(tasks.map((t) => t.clause)).toEqual(['III.1'])
  })

  it('câu kết “./.” không phải nhiệm vụ, kể cả khi sau đó còn phụ lục', () => {
    const { tasks } = readPlan(
      'KẾ HOẠCH\nThử\nIII. TỔ CHỨC THỰC HIỆN\n1. Sở Y tế tổ chức thực hiện.\nUBND tỉnh đề nghị các cơ quan phối hợp chặt chẽ./.\nNơi nhận:\n- Lưu: VT.\nPHỤ LỤC\nPHÂN CÔNG NHIỆM VỤ\nI. NHIỆM VỤ\n1. Sở Nội vụ lập danh sách.',
    )
    expect(tasks.map((t) => t.clause)).toEqual(['III.1', 'PL-1.I.1'])
  })

  it('điều khoản thi hành và câu dẫn phụ lục không phải nhiệm vụ', () => {
    const tasks = duty(
      '1. Nhiệm vụ của các cơ quan được phân công tại Phụ lục I kèm theo Kế hoạch này.\n2. Giám đốc Sở Nội vụ, Thủ trưởng các sở, ban, ngành chịu trách nhiệm thi hành Quyết định này.\n3. Sở Tài chính bố trí kinh phí.',
    )
    expect(tasks.map((t) => t.lead)).toEqual([['Sở Tài chính']])
  })
})

describe('bảng', () => {
  const HEAD = 'TT\tNhiệm vụ\tCơ quan chủ trì\tCơ quan phối hợp\tThời gian\tSản phẩm'
  const annex = (body: string) =>
    readPlan(
      `KẾ HOẠCH\nThử\nI. NHIỆM VỤ\n- Làm.\nNơi nhận:\n- Lưu: VT.\nPHỤ LỤC\nDANH MỤC NHIỆM VỤ\n${body}`,
    ).tasks.filter((t) => t.clause.startsWith('PL'))

  it('hai cơ quan trong một ô không có dấu ngăn, sản phẩm ở cột cuối', () => {
    expect(annex(`${HEAD}\n1\tLập đề án\tSở Nội vụ\tSở Tài chính Bưu điện tỉnh\tQuý II/2026\tĐề án`)).toMatchObject([
      { lead: ['Sở Nội vụ'], coordinate: ['Sở Tài chính', 'Bưu điện tỉnh'], due: '2026-Q2', product: 'Đề án' },
    ])
  })

  it('bảng kẻ bằng dấu gạch đứng', () => {
    const rows = `| TT | Nhiệm vụ | Chủ trì | Phối hợp | Thời gian |\n|---|---|---|---|---|\n| 1 | Lập đề án | Sở Nội vụ | Sở Y tế | Năm 2026 |`
    expect(annex(rows)).toMatchObject([
      { text: 'Lập đề án', lead: ['Sở Nội vụ'], coordinate: ['Sở Y tế'], due: '2026' },
    ])
  })

  it('bảng mất cột, mỗi ô một dòng', () => {
    const rows = `${HEAD.replaceAll('\t', '\n')}\n1\nLập đề án\nSở Nội vụ\nSở Y tế\nQuý II/2026\nĐề án\n2\nKhảo sát nhu cầu\nSở Y tế\nSở Nội vụ\nHằng năm\nBáo cáo`
    expect(annex(rows)).toMatchObject([
      { text: 'Lập đề án', lead: ['Sở Nội vụ'], coordinate: ['Sở Y tế'], due: '2026-Q2', product: 'Đề án' },
      { text: 'Khảo sát nhu cầu', lead: ['Sở Y tế'], coordinate: ['Sở Nội vụ'], due: 'yearly', product: 'Báo cáo' },
    ])
  })

  it('một ô ngắt thành hai dòng vẫn là một hàng', () => {
    expect(annex(`${HEAD}\n1\tLập đề án phát triển\nnhân lực\tSở Nội vụ\tSở Y tế\tQuý II/2026\tĐề án`)).toHaveLength(1)
  })
})
