/** Trang mẫu: tổng hợp báo cáo của các cơ quan. */
import { button, linkButton } from '../../src/ui/button.ts'
import { card } from '../../src/ui/card.ts'
import { shareBar } from '../../src/ui/chart.ts'
import { chips } from '../../src/ui/chips.ts'
import { form, textField } from '../../src/ui/form.ts'
import { head } from '../../src/ui/head.ts'
import { type Html, html } from '../../src/ui/html.ts'
import { message } from '../../src/ui/message.ts'
import { type Frame, page } from '../../src/ui/page.ts'
import { type StateKind, state } from '../../src/ui/state.ts'
import { table } from '../../src/ui/table.ts'

type Row = {
  id: string
  name: string
  kind: StateKind
  words: string
  at: string
  warnings: string
  who: string
  phone: string
  group: string
}

const ROWS: readonly Row[] = [
  {
    id: '1',
    group: 'Sở, ban, ngành',
    name: 'Sở Giao thông vận tải',
    kind: 'late',
    words: 'Quá hạn 2 ngày',
    at: '',
    warnings: '',
    who: 'Nguyễn Văn Minh',
    phone: '0220 3xxx 112',
  },
  {
    id: '2',
    group: 'Sở, ban, ngành',
    name: 'Sở Y tế',
    kind: 'back',
    words: 'Trả lại: 3 ô',
    at: '16:10 04/12/2026',
    warnings: '3',
    who: 'Phạm Thị Hoa',
    phone: '0220 3xxx 118',
  },
  {
    id: '3',
    group: 'Sở, ban, ngành',
    name: 'Sở Văn hóa, Thể thao và Du lịch',
    kind: 'wait',
    words: 'Đã nộp',
    at: '09:25 03/12/2026',
    warnings: '1',
    who: 'Đỗ Thị Hằng',
    phone: '0220 3xxx 145',
  },
  {
    id: '4',
    group: 'Sở, ban, ngành',
    name: 'Sở Giáo dục và Đào tạo',
    kind: 'done',
    words: 'Đã duyệt',
    at: '08:02 02/12/2026',
    warnings: '',
    who: 'Vũ Hồng Đức',
    phone: '0220 3xxx 101',
  },
  {
    id: '5',
    group: 'Đơn vị sự nghiệp thuộc UBND tỉnh',
    name: 'Trường Cao đẳng Y tế',
    kind: 'soon',
    words: 'Chưa nộp, còn 11 ngày',
    at: '',
    warnings: '',
    who: 'Bùi Huy Khánh',
    phone: '0220 3xxx 160',
  },
  {
    id: '6',
    group: 'Đơn vị sự nghiệp thuộc UBND tỉnh',
    name: 'Ban Quản lý dự án đầu tư xây dựng các công trình giao thông',
    kind: 'wait',
    words: 'Đã nộp',
    at: '17:40 01/12/2026',
    warnings: '2',
    who: 'Trần Quốc Toản',
    phone: '0220 3xxx 171',
  },
  {
    id: '7',
    group: 'Ủy ban nhân dân cấp xã',
    name: 'UBND xã Nam Sách',
    kind: 'idle',
    words: 'Đang soạn',
    at: '',
    warnings: '',
    who: 'Lương Thị Thắm',
    phone: '0220 3xxx 204',
  },
  {
    id: '8',
    group: 'Ủy ban nhân dân cấp xã',
    name: 'UBND phường Lê Thanh Nghị',
    kind: 'done',
    words: 'Đã duyệt',
    at: '10:12 30/11/2026',
    warnings: '',
    who: 'Hoàng Anh Tuấn',
    phone: '0220 3xxx 219',
  },
  {
    id: '9',
    group: 'Ủy ban nhân dân cấp xã',
    name: 'UBND xã Thanh Hà',
    kind: 'exempt',
    words: 'Được miễn',
    at: '',
    warnings: '',
    who: 'Ngô Thị Yến',
    phone: '0220 3xxx 230',
  },
]

const FORM = 'chon-co-quan'

const list = (): Html =>
  table<Row>({
    caption: 'Báo cáo năm 2026 của các cơ quan',
    rows: ROWS,
    href: (r) => `/bao-cao/kh1459/2026/${r.id}`,
    select: {
      name: 'coQuan',
      form: FORM,
      value: (r) => r.id,
      label: (r) => `Chọn ${r.name}`,
      checked: (r) => r.kind === 'late',
      can: (r) => r.kind !== 'done' && r.kind !== 'exempt',
    },
    sort: { by: 'trang-thai', direction: 'asc', href: (by, d) => `?sap=${by}&chieu=${d}` },
    tone: (r) => (r.kind === 'late' || r.kind === 'back' ? r.kind : null),
    group: (r) => r.group,
    empty: 'Không có cơ quan nào khớp bộ lọc.',
    keys: true,
    paging: { from: 1, to: 9, total: 132, noun: 'cơ quan', next: '?trang=2', note: 'việc gấp trước' },
    columns: [
      { label: 'Cơ quan', kind: 'name', room: 'wide', sort: 'ten', cell: (r) => r.name },
      { label: 'Trạng thái', kind: 'state', sort: 'trang-thai', cell: (r) => state(r.kind, r.words) },
      { label: 'Nộp lúc', kind: 'day', sort: 'nop', cell: (r) => r.at },
      { label: 'Cảnh báo', kind: 'number', cell: (r) => r.warnings },
      { label: 'Người phụ trách', kind: 'text', cell: (r) => r.who },
      { label: 'Điện thoại', kind: 'day', spare: true, cell: (r) => r.phone },
    ],
  })

/** Consolidation: who has sent, who is late. */
export const collectPage = (f: Frame): Html =>
  page(f, {
    title: 'Tổng hợp báo cáo năm 2026',
    crumbs: [{ label: 'Tổng hợp báo cáo', href: '/tong-hop' }, { label: 'Năm 2026' }],
    messages: message({ kind: 'ok', title: 'Đã duyệt 26 báo cáo.', actions: html`<a href="/hoan-tac">Hoàn tác</a>` }),
    body: html`${head({
      title: 'Đã nộp 105/132 (79,5%), 1 cơ quan quá hạn',
      lead: 'Hạn: trước 05/12/2026, còn 11 ngày. Đúng hạn 104, miễn 4.',
      actions: html`${linkButton({ label: 'Xuất danh sách', href: '/xuat', icon: 'download' })}${button({ label: 'Đôn đốc', kind: 'main', icon: 'send', form: FORM, data: { counts: FORM, label: 'Đôn đốc {n} cơ quan' } })}`,
    })}
${shareBar('Trạng thái báo cáo', [
  { label: 'Đã duyệt', value: 64, tone: 'ok' },
  { label: 'Đã nộp, chờ', value: 35, tone: 'wait' },
  { label: 'Trả lại', value: 6, tone: 'back' },
  { label: 'Chưa nộp', value: 26, tone: 'idle' },
  { label: 'Quá hạn', value: 1, tone: 'late' },
])}
${chips('Lọc theo trạng thái', [
  { label: 'Phải nộp', href: '?', count: 132, current: true },
  { label: 'Quá hạn', href: '?loc=qua-han', count: 1, kind: 'late' },
  { label: 'Trả lại', href: '?loc=tra-lai', count: 6, kind: 'back' },
  { label: 'Chưa nộp', href: '?loc=chua', count: 26, kind: 'idle' },
  { label: 'Đã nộp, chờ', href: '?loc=cho', count: 35, kind: 'wait' },
  { label: 'Đã duyệt', href: '?loc=duyet', count: 64, kind: 'done' },
  { label: 'Miễn', href: '?loc=mien', count: 4, kind: 'exempt' },
])}
${card({ fit: 'flush', body: list() })}
${form({ id: FORM, action: '/don-doc', csrf: 'mau', body: '', label: 'Đôn đốc' })}
<search>${form({ action: '?', method: 'get', body: textField({ name: 'tim', label: 'Tìm cơ quan', type: 'search', size: 'medium', optional: true }) })}</search>`,
  })
