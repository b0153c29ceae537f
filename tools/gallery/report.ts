/** Trang mẫu: nhập báo cáo năm, biểu số liệu. */
import { button } from '../../src/ui/button.ts'
import { card, columns } from '../../src/ui/card.ts'
import { dialog, opener } from '../../src/ui/dialog.ts'
import { buttons, fieldId, form, textArea } from '../../src/ui/form.ts'
import { head } from '../../src/ui/head.ts'
import { attributes, type Html, html } from '../../src/ui/html.ts'
import { message } from '../../src/ui/message.ts'
import { type Frame, page } from '../../src/ui/page.ts'
import { state } from '../../src/ui/state.ts'
import { steps } from '../../src/ui/steps.ts'
import { table } from '../../src/ui/table.ts'

type Line = {
  key: string
  name: string
  last: string
  data: string
  value: string
  year: string
  note?: string
  under?: boolean
}

const LINES: readonly Line[] = [
  {
    key: 'tienSi',
    name: 'Tiến sĩ, chuyên khoa II',
    last: '41',
    data: '44',
    value: '44',
    year: '45',
    note: 'Tăng 7%, cần giải trình',
  },
  {
    key: 'thacSi',
    name: 'Thạc sĩ, chuyên khoa I, bác sĩ nội trú',
    last: '512',
    data: '548',
    value: '548',
    year: '560',
  },
  { key: 'daiHoc', name: 'Đại học', last: '2.934', data: '3.016', value: '3.016', year: '3.040' },
  { key: 'bacSi', name: 'Trong đó: bác sĩ', last: '1.702', data: '1.781', value: '1.781', year: '1.800', under: true },
  { key: 'duoi40', name: 'Dưới 40 tuổi', last: '1.948', data: '2.002', value: '2.002', year: '2.010' },
  { key: 'nu', name: 'Nữ', last: '2.187', data: '2.254', value: '2.254', year: '2.262' },
  { key: 'thuHut', name: 'Thu hút trong năm', last: '6', data: '9', value: '9', year: '11' },
  { key: 'thoiViec', name: 'Thôi việc, chuyển ra ngoài tỉnh', last: '38', data: '27', value: '27', year: '30' },
]

const cell = (name: string, label: string, value: string, warn: boolean): Html =>
  html`<input${attributes({ class: warn ? 'input cell soon' : 'input cell', id: fieldId(name), name, value, inputmode: 'decimal', autocomplete: 'off', 'aria-label': label, 'data-number': true, 'aria-describedby': warn ? 'canh-bao' : null })}>`

const grid = (): Html =>
  table<Line>({
    caption: 'Biểu 2. Trình độ đội ngũ',
    rows: LINES,
    empty: 'Chưa có số liệu, nhập hoặc chọn Không phát sinh.',
    columns: [
      {
        label: 'Chỉ tiêu',
        kind: 'name',
        room: 'wide',
        cell: (l) => (l.under === true ? html`<span class="under">${l.name}</span>` : l.name),
      },
      { label: 'Năm 2025', kind: 'number', cell: (l) => l.last },
      { label: 'Cơ sở dữ liệu', kind: 'number', cell: (l) => html`<a href="/nguon">${l.data}</a>` },
      {
        label: 'Đến ngày chốt',
        kind: 'number',
        cell: (l) => cell(l.key, `${l.name}, đến ngày chốt`, l.value, l.note !== undefined),
      },
      { label: 'Ước cả năm', kind: 'number', cell: (l) => cell(`${l.key}Nam`, `${l.name}, ước cả năm`, l.year, false) },
      { label: 'Ghi chú', kind: 'state', cell: (l) => (l.note === undefined ? null : state('soon', l.note)) },
    ],
  })

const body = (): Html => html`${grid()}
${message({ kind: 'soon', title: html`<span id="canh-bao">Tiến sĩ, chuyên khoa II tăng 7% so với năm 2025.</span>`, body: html`<p>Kiểm tra lại hoặc giải trình; lời giải trình đi cùng báo cáo lên Sở Nội vụ.</p>${textArea({ name: 'giaiTrinh', label: 'Giải trình', value: '03 bác sĩ nhận bằng chuyên khoa II tháng 9/2026', maxLength: 1000, rows: 2 })}` })}
${buttons({ label: 'Lưu và sang mục sau', kind: 'main', name: 'tiep', value: '1' }, { label: 'Kiểm tra', name: 'kiemTra', value: '1' }, opener({ dialog: 'khong-phat-sinh', label: 'Không phát sinh trong kỳ', kind: 'quiet' }))}`

const SECTIONS = [
  { label: 'Tình hình chung', state: 'done', href: '?muc=1' },
  { label: 'Biểu trình độ đội ngũ', state: 'doing', href: '?muc=2', current: true },
  { label: 'Kết quả 5 nhóm nhiệm vụ', state: 'doing', href: '?muc=3', detail: 'Đang làm, 4/6 đoạn' },
  { label: 'Thu hút, trọng dụng', state: 'todo', href: '?muc=4' },
  { label: 'Khó khăn, kiến nghị', state: 'todo', href: '?muc=5' },
  { label: 'Kiểm tra và trình', state: 'blocked' },
] as const

/** Entry of a report: sections at the left, a grid of figures. */
export const reportPage = (f: Frame): Html =>
  page(
    { ...f, user: { name: 'Phạm Thị Hoa', body: 'Sở Y tế', letter: 'H' } },
    {
      title: 'Sở Y tế: báo cáo năm 2026',
      asOf: null,
      crumbs: [{ label: 'Việc của tôi', href: '/viec' }, { label: 'Báo cáo năm 2026 · Kế hoạch 1459' }],
      body: html`${head({
        title: 'Sở Y tế: báo cáo năm 2026, còn 4 mục',
        state: html`${state('soon', 'Còn 11 ngày, trước 05/12/2026')} ${state('idle', 'Đang soạn')}`,
        actions: opener({ dialog: 'in', label: 'In bản nháp', icon: 'print' }),
      })}
${columns('side', [
  steps('Các mục của báo cáo', SECTIONS),
  card({
    title: 'Biểu 2. Trình độ đội ngũ',
    aside: '14/18 ô đã có từ cơ sở dữ liệu',
    actions: html`${button({ label: 'Chỉ ô cảnh báo (1)', type: 'button' })}`,
    body: form({ action: '/luu', csrf: 'mau', version: 7, autosave: '/nhap.json', wide: true, body: body() }),
  }),
])}
${dialog({ id: 'khong-phat-sinh', title: 'Không phát sinh trong kỳ', body: html`<p>Biểu 2 sẽ ghi "Không phát sinh trong kỳ". Số liệu đang có trong biểu được giữ lại và có thể mở lại.</p>${form({ action: '/khong', csrf: 'mau', body: buttons({ label: 'Ghi không phát sinh', kind: 'main' }) })}` })}
${dialog({ id: 'in', title: 'In bản nháp', body: html`<p>Bản in ghi rõ "Bản nháp" và giờ in.</p>` })}`,
    },
  )
