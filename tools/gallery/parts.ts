/** Trang mẫu: each part of the design system by itself. */
import { button, linkButton } from '../../src/ui/button.ts'
import { card, columns, facts, stack } from '../../src/ui/card.ts'
import { progress, trend } from '../../src/ui/chart.ts'
import { conditions, tabs } from '../../src/ui/chips.ts'
import { compare } from '../../src/ui/compare.ts'
import { disclosure, menuButton } from '../../src/ui/dialog.ts'
import * as forms from '../../src/ui/form.ts'
import { head } from '../../src/ui/head.ts'
import { type Html, html } from '../../src/ui/html.ts'
import { ICON_NAMES, icon } from '../../src/ui/icons.ts'
import { emptyState, errorBody, message } from '../../src/ui/message.ts'
import { type Frame, page } from '../../src/ui/page.ts'
import { paper } from '../../src/ui/paper.ts'
import { sideBySide } from '../../src/ui/side-by-side.ts'
import { state, waitingFor } from '../../src/ui/state.ts'
import { stages } from '../../src/ui/steps.ts'
import * as strings from '../../src/ui/strings.ts'
import { table } from '../../src/ui/table.ts'
import { timeline } from '../../src/ui/timeline.ts'
import { tree } from '../../src/ui/tree.ts'

const states = (): Html =>
  html`<p class="actions">${state('ok', 'Đạt, đúng hạn')}${state('soon', 'Sắp đến hạn, còn 3 ngày')}${state('late', 'Quá hạn 2 ngày')}${state('back', 'Trả lại')}${state('wait', 'Đã nộp')}${state('idle', 'Chưa nộp')}${state('exempt', 'Được miễn')}${state('done', 'Đã duyệt')}</p>`

const history = (): Html =>
  timeline([
    {
      when: '16:20 04/12/2026',
      who: 'Lê Thị Lan, Sở Nội vụ',
      what: 'trả lại báo cáo',
      why: 'Biểu 2: số tiến sĩ chưa khớp danh sách kèm theo.',
      kind: 'back',
    },
    { when: '16:10 04/12/2026', who: 'Nguyễn Văn An, Giám đốc Sở Y tế', what: 'duyệt và nộp bản 1', kind: 'wait' },
    { when: '10:42 23/11/2026', who: 'Phạm Thị Hoa, Sở Y tế', what: 'bắt đầu soạn' },
  ])

const units = (): Html =>
  tree({
    label: 'Chọn cơ quan chủ trì',
    pick: { name: 'chuTri', kind: 'one', chosen: ['syt'] },
    nodes: [
      {
        id: 'ubnd',
        label: 'UBND tỉnh',
        note: '97 cơ quan',
        selectable: false,
        children: [
          { id: 'snv', label: 'Sở Nội vụ', note: 'H23.SNV' },
          {
            id: 'syt',
            label: 'Sở Y tế',
            note: 'H23.SYT',
            children: [
              { id: 'bv', label: 'Bệnh viện Đa khoa tỉnh' },
              { id: 'cdc', label: 'Trung tâm Kiểm soát bệnh tật' },
            ],
          },
          { id: 'sgd', label: 'Sở Giáo dục và Đào tạo', note: 'H23.SGDDT' },
        ],
      },
    ],
  })

const doctors = (): Html =>
  trend({
    title: 'Bác sĩ tăng 0,5 mỗi năm, cần 1,65 mỗi năm để đạt mục tiêu',
    subtitle: 'Bác sĩ trên 10.000 dân, toàn tỉnh, 2022–2026',
    points: [
      ['2022', 10.4],
      ['2023', 10.9],
      ['2024', 11.5],
      ['2025', 12],
      ['2026', 12.4],
    ].map(([label, value]) => ({ label: String(label), value: Number(value) })),
    unit: 'Bác sĩ/10.000 dân',
    target: { value: 19, label: 'Mục tiêu 2030: 19' },
    source: 'Nguồn: báo cáo đã duyệt của Sở Y tế. Số liệu đến 10:42 23/11/2026.',
  })

/** States, messages, buttons, small charts, history, tree, icons. */
export const basicsPage = (f: Frame): Html =>
  page(f, {
    title: 'Các phần',
    body: html`${head({ title: 'Các phần của ngôn ngữ hình ảnh', lead: 'Mỗi phần một tệp trong src/ui. Dấu chồng: ẨẪẲẴỔỖỆỰ.', actions: html`${menuButton('xuat', 'Xuất', [html`<a href="/x">Bảng tính (.xlsx)</a>`, html`<a href="/d">Văn bản (.docx)</a>`])}${linkButton({ label: 'Thêm nhiệm vụ', href: '/', kind: 'main', icon: 'plus' })}` })}
${tabs('Phần của hồ sơ', [
  { label: 'Tổng quan', href: '?', current: true },
  { label: 'Nhiệm vụ', href: '?a', count: 22 },
  { label: 'Lịch sử', href: '?b' },
])}
${columns('two', [
  stack(
    card({ title: 'Trạng thái', body: html`${states()}${waitingFor('Giám đốc Sở Y tế', '03/12/2026')}` }),
    card({
      title: 'Thông báo',
      body: stack(
        message({
          kind: 'ok',
          title: 'Đã nộp lúc 16:10 ngày 04/12/2026, đúng hạn. Mã BC-2026-0412.',
          body: 'Sở Nội vụ sẽ kiểm tra trước ngày 12/12/2026. Kết quả gửi về mục Việc của tôi.',
          announce: false,
        }),
        message({ kind: 'info', title: 'Kỳ báo cáo 2026 chưa mở. Dự kiến mở ngày 01/11/2026.' }),
        message({ kind: 'soon', title: 'Số bác sĩ tăng 38% so với năm 2025. Kiểm tra lại hoặc giải trình.' }),
        message({ kind: 'late', title: strings.NOT_SAVED, announce: false, actions: html`<a href="?">Thử lại</a>` }),
      ),
    }),
    card({
      title: 'Nút bấm',
      body: html`<p class="actions">${button({ label: 'Trình thủ trưởng ký', kind: 'main' })}${button({ label: 'Lưu nháp' })}${button({ label: 'Thu hồi văn bản', kind: 'danger' })}${button({ label: 'Xem cách tính', kind: 'quiet' })}</p><p class="actions">${button({ label: 'Trình lại', blocked: 'Còn 3 ô chưa xử lý.' })}</p>`,
    }),
    card({
      title: 'Thông tin',
      body: facts([
        ['Chủ trì', 'Sở Nội vụ'],
        ['Hạn', '30/06/2026'],
        ['Sản phẩm', null],
        ['Tiến độ', progress(0.62, 'Tiến độ')],
      ]),
    }),
  ),
  stack(
    card({ title: 'Biểu đồ', body: doctors() }),
    card({ title: 'Lịch sử', body: history() }),
    card({ title: 'Cây đơn vị', body: units() }),
    card({ body: emptyState(strings.NOTHING_DUE, html`<a href="?">Xem việc của tháng sau</a>`) }),
    disclosure('Cảnh báo đã giải trình (4)', html`<p>Bốn cảnh báo đi cùng báo cáo.</p>`),
  ),
])}
${card({ title: 'Biểu tượng', body: html`<ul class="gallery-icons actions">${ICON_NAMES.map((n) => html`<li>${icon(n)} <small>${n}</small></li>`)}</ul>` })}`,
  })

const ERRORS = {
  hoTen: 'Nhập họ và tên người phụ trách',
  ngaySinh: 'Ngày sinh phải là ngày có thật, ví dụ 02/09/1972',
  lyDo: strings.reasonNeeded('trả lại'),
  hinhThuc: 'Chọn hình thức gửi',
}

/** A form that came back with errors, and a stale edit. */
export const formsPage = (f: Frame): Html =>
  page(f, {
    title: 'Biểu mẫu',
    failed: true,
    crumbs: [{ label: 'Các phần', href: '/' }, { label: 'Biểu mẫu' }],
    body: html`${head({ title: 'Biểu mẫu' })}${stages('Các bước nhập tệp', ['Chọn tệp', 'Ghép cột', 'Sửa lỗi', 'Xem thay đổi và ghi'], 1)}
${columns('two', [
  card({
    body: html`${forms.errorSummary(ERRORS)}${forms.form({
      action: '/bieu-mau',
      csrf: 'mau',
      label: 'Mẫu',
      body: html`
${forms.textField({ name: 'hoTen', label: 'Họ và tên', error: ERRORS.hoTen })}
${forms.dateField({ name: 'ngaySinh', label: 'Ngày sinh', value: '31/02/1980', error: ERRORS.ngaySinh })}
${forms.numberField({ name: 'soNguoi', label: 'Số người', value: '1.234', unit: 'người' })}
${forms.selectField({
  name: 'coQuan',
  label: 'Cơ quan',
  value: 'syt',
  blank: 'Chọn cơ quan',
  options: [
    { value: 'snv', label: 'Sở Nội vụ', group: 'Sở' },
    { value: 'syt', label: 'Sở Y tế', group: 'Sở' },
  ],
})}
${forms.textArea({ name: 'lyDo', label: 'Lý do trả lại', hint: 'Cơ quan nộp đọc nguyên văn.', value: '', maxLength: 1000, error: ERRORS.lyDo, rows: 3 })}
${forms.radioField({
  name: 'hinhThuc',
  label: 'Hình thức gửi',
  error: ERRORS.hinhThuc,
  options: [
    { value: 'truc', label: 'Gửi qua trục liên thông', hint: 'Có mã theo dõi' },
    { value: 'giay', label: 'Gửi bản giấy' },
  ],
})}
${forms.checkboxField({
  name: 'noiNhan',
  label: 'Nơi nhận',
  optional: true,
  values: ['vt'],
  options: [
    { value: 'vt', label: 'Văn thư' },
    { value: 'ld', label: 'Lãnh đạo Sở' },
  ],
})}
${forms.fileField({ name: 'tep', label: 'Văn bản kèm theo', hint: 'Tệp .docx hoặc .pdf, tối đa 20 MB', optional: true })}
${forms.tickField({ name: 'chiuTrachNhiem', label: 'Đã đọc và chịu trách nhiệm về số liệu' })}
${forms.buttons({ label: 'Trả lại báo cáo', kind: 'main' }, { label: 'Lưu nháp' })}`,
    })}`,
  }),
  card({
    title: 'Sửa trùng lúc',
    body: compare({
      action: '/luu',
      csrf: 'mau',
      version: 9,
      changedBy: 'Lê Thị Lan, Sở Nội vụ, lúc 10:41 23/11/2026',
      backHref: '/',
      differences: [
        {
          name: 'tienSi',
          label: 'Tiến sĩ, đến ngày chốt',
          mine: '44',
          theirs: '45',
          sentence: strings.changedMeanwhile('Bà Lan', '10:41', '44', '45'),
        },
        { name: 'ghiChu', label: 'Ghi chú', mine: '03 bác sĩ nhận bằng chuyên khoa II tháng 9/2026.', theirs: '' },
      ],
    }),
  }),
])}`,
  })

const TEXT = `II. MỤC TIÊU
1. Mục tiêu đến năm 2030
Phấn đấu có trên 85.000 người có trình độ đại học trở lên; đạt tỷ lệ 19 bác sĩ trên 10.000 dân.
Tỷ lệ lao động qua đào tạo có bằng cấp, chứng chỉ đạt 43%.
III. NHIỆM VỤ, GIẢI PHÁP
3. Xây dựng cơ sở dữ liệu về đội ngũ trí thức của tỉnh, hoàn thành trước ngày 30/6/2026.`

const span = (words: string, item: string, kind: 'plain' | 'soon' = 'plain') => ({
  item,
  kind,
  from: TEXT.indexOf(words),
  to: TEXT.indexOf(words) + words.length,
})

/** Source text beside what was read from it. */
export const sourcePage = (f: Frame): Html =>
  page(f, {
    title: 'Đọc kế hoạch',
    layout: 'wide',
    crumbs: [{ label: 'Kế hoạch', href: '/ke-hoach' }, { label: 'Đọc văn bản' }],
    body: html`${head({ title: 'Đọc được 3 chỉ tiêu, 1 nhiệm vụ; 1 chỗ cần xem lại', actions: button({ label: 'Ban hành chương trình', kind: 'main' }) })}${conditions([{ label: 'Chỉ chỗ cần xem lại', without: '?' }])}
${sideBySide({
  sourceTitle: 'Văn bản gốc',
  text: TEXT,
  itemsTitle: 'Đã đọc được',
  passages: [
    span('có trên 85.000 người có trình độ đại học trở lên', 'II.1.1a'),
    span('đạt tỷ lệ 19 bác sĩ trên 10.000 dân', 'II.1.2'),
    span('Tỷ lệ lao động qua đào tạo có bằng cấp, chứng chỉ đạt 43%', 'II.1.3'),
    span('Xây dựng cơ sở dữ liệu về đội ngũ trí thức của tỉnh, hoàn thành trước ngày 30/6/2026', 'III.3'),
    span('trước ngày 30/6/2026', 'han', 'soon'),
  ],
  items: [
    {
      id: 'II.1.1a',
      group: 'Chỉ tiêu',
      title: 'Người có trình độ đại học trở lên',
      body: 'trên 85.000 người, đến 2030',
    },
    { id: 'II.1.2', group: 'Chỉ tiêu', title: 'Bác sĩ trên 10.000 dân', body: '19, đến 2030' },
    { id: 'II.1.3', group: 'Chỉ tiêu', title: 'Lao động qua đào tạo có bằng cấp, chứng chỉ', body: '43%, đến 2030' },
    { id: 'III.3', group: 'Nhiệm vụ', title: 'Xây dựng cơ sở dữ liệu về đội ngũ trí thức', body: 'Chưa rõ chủ trì' },
    {
      id: 'han',
      group: 'Nhiệm vụ',
      title: 'Hạn: 30/06/2026',
      tone: 'soon',
      body: 'Kế hoạch viết "30/6/2026", trùng hạn với nhiệm vụ III.5.',
    },
  ],
})}`,
  })

/** An urging letter with its annex. */
export const paperPage = (f: Frame): Html =>
  page(f, {
    title: 'Công văn đôn đốc',
    body: html`${head({ title: 'Công văn đôn đốc 2 cơ quan', actions: linkButton({ label: 'Tải Word', href: '/x.docx', kind: 'main', icon: 'download', download: true }) })}
${paper({
  parent: 'ỦY BAN NHÂN DÂN TỈNH HẢI DƯƠNG',
  issuer: 'SỞ NỘI VỤ',
  number: '412/SNV-CCVC',
  place: 'Hải Dương',
  day: 'ngày 06 tháng 12 năm 2026',
  subject: 'đôn đốc gửi báo cáo năm 2026 thực hiện Kế hoạch số 1459/KH-UBND',
  to: ['Sở Giao thông vận tải', 'Trường Cao đẳng Y tế'],
  body: html`<p>Thực hiện Kế hoạch số 1459/KH-UBND, các cơ quan gửi báo cáo trước ngày 05 tháng 12 hằng năm. Tính đến 17 giờ 00 ngày 06/12/2026, quý cơ quan chưa gửi báo cáo.</p><p>Sở Nội vụ đề nghị quý cơ quan gửi báo cáo trước ngày <a class="live" href="#nguon">10/12/2026</a> để tổng hợp./.</p>`,
  signerPost: ['KT. GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC'],
  signerName: 'Nguyễn Văn Bình',
  recipients: ['Như trên', 'UBND tỉnh (để báo cáo)', 'Lưu: VT, CCVC'],
})}`,
  })

const YEARS = ['2019', '2020', '2021', '2022', '2023', '2024', '2025', '2026', '2027', '2028', '2029', '2030']

/** A grid of more than 12 columns: scrolls inside its frame, first column stays. */
export const gridPage = (f: Frame): Html =>
  page(f, {
    title: 'Lưới nhiều cột',
    layout: 'wide',
    body: html`${head({ title: 'Số cán bộ, công chức, viên chức theo đơn vị và năm' })}${card({
      body: table({
        caption: 'Số người theo đơn vị và năm',
        phone: 'scroll',
        rows: Array.from({ length: 24 }, (_, i) => i),
        empty: 'Chưa có số liệu.',
        columns: [
          { label: 'Đơn vị', kind: 'name' as const, cell: (i: number) => `Ủy ban nhân dân xã Tân Phong ${i + 1}` },
          ...YEARS.map((y, k) => ({
            label: y,
            kind: 'number' as const,
            unit: 'người',
            cell: (i: number) => String(40 + ((i * 7 + k * 3) % 23)),
          })),
        ],
      }),
    })}`,
  })

/** What a person sees after a bug. */
export const troublePage = (f: Frame): Html =>
  page(f, { title: 'Hệ thống gặp lỗi', body: errorBody('7F3A-21', 'xuất Word') })

/** Sign-in: no menu. */
export const signInPage = (f: Frame): Html =>
  page(f, {
    title: 'Đăng nhập',
    layout: 'plain',
    body: html`${card({ body: html`${head({ title: 'Đăng nhập', lead: 'Dành cho cán bộ, công chức, viên chức được cấp tài khoản.' })}${forms.form({ action: '/dang-nhap', csrf: 'mau', body: html`${forms.textField({ name: 'taiKhoan', label: 'Tên đăng nhập', autocomplete: 'username' })}${forms.textField({ name: 'matKhau', label: 'Mật khẩu', type: 'password', autocomplete: 'current-password' })}${forms.buttons({ label: 'Đăng nhập', kind: 'main' })}` })}` })}`,
  })
