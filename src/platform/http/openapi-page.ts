/** Trang «Giao diện lập trình»: the operations of the system for people who connect another one to it. */
import { card, stack } from '../../ui/card.ts'
import { disclosure } from '../../ui/dialog.ts'
import { head } from '../../ui/head.ts'
import { type Fragment, type Html, html } from '../../ui/html.ts'
import { table } from '../../ui/table.ts'

/** One operation as the page shows it. */
export type ShownOperation = {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly title: string
  readonly right: string
  readonly inputs: readonly { readonly name: string; readonly required: boolean }[]
  readonly forMachines: boolean
}

/** The operations by module, in the order of the story. */
export type ApiView = {
  readonly modules: readonly { readonly title: string; readonly operations: readonly ShownOperation[] }[]
}

/** Address of the document for programs. */
export const DOCUMENT = '/api/openapi.json'

const inputs = (o: ShownOperation): Fragment =>
  o.inputs.length === 0
    ? html`<span class="none">không có</span>`
    : html`<span>${o.inputs.map((i, n) => html`${n > 0 ? ', ' : ''}<code>${i.name}</code>${i.required ? ' (bắt buộc)' : ''}`)}</span>`

const operations = (caption: string, rows: readonly ShownOperation[]): Html =>
  table<ShownOperation>({
    caption,
    rows,
    empty: 'Chưa có.',
    columns: [
      { label: 'Việc', kind: 'name', cell: (o) => o.title },
      { label: 'Địa chỉ', cell: (o) => html`<code>${o.method} ${o.path}</code>` },
      { label: 'Dữ liệu vào', cell: inputs },
      { label: 'Quyền', room: 'wide', cell: (o) => o.right },
    ],
  })

/** Draws the page. */
export function apiPage(v: ApiView) {
  const all = v.modules.flatMap((m) => m.operations)
  const machine = all.filter((o) => o.forMachines)
  const rest = v.modules
    .map((m) => ({ ...m, operations: m.operations.filter((o) => !o.forMachines) }))
    .filter((m) => m.operations.length > 0)
  return {
    asOf: null,
    body: stack(
      head({
        over: 'Liên thông với hệ thống khác',
        title: `${machine.length} địa chỉ cho hệ thống khác`,
        lead: html`Quản trị cấp khóa truy cập cho cơ quan, hệ thống khác gửi khóa ấy trong tiêu đề <code>Authorization: Bearer</code>. Quyền và phạm vi như trên màn hình. Bản mô tả đầy đủ cho máy đọc: <a href="${DOCUMENT}">openapi.json</a>.`,
      }),
      card({
        title: 'Địa chỉ cho hệ thống khác',
        fit: 'flush',
        body: operations('Địa chỉ cho hệ thống khác', machine),
      }),
      card({
        title: 'Cách đọc và ghi',
        body: html`<ul><li>Danh sách trả từng trang: gửi <code>limit</code> (nhiều nhất 200) và <code>after</code> là giá trị <code>next</code> của trang trước.</li><li>Danh sách trả JSON; trả từng dòng JSON khi gửi <code>Accept: application/x-ndjson</code>, trả bảng khi gửi <code>Accept: text/csv</code>. Trong bảng, ô chữ mà phần mềm bảng tính có thể hiểu là công thức được thêm dấu nháy đơn ở đầu.</li><li>Ngày viết năm-tháng-ngày theo giờ Việt Nam; thời điểm theo giờ quốc tế.</li><li>Bản ghi có <code>ETag</code>; thao tác sửa gửi lại giá trị ấy trong <code>If-Match</code>.</li><li>Từ chối trả lời theo RFC 9457: <code>detail</code> nêu điều sai và cách làm, <code>errors</code> nêu từng chỗ.</li></ul>`,
      }),
      card({
        title: 'Trang và biểu mẫu',
        body: html`<p>Cùng địa chỉ với màn hình, trả JSON khi gửi <code>Accept: application/json</code>. Chỉ mở bằng phiên đăng nhập; nội dung theo trang và có thể đổi.</p>${rest.map((m) => disclosure(`${m.title} (${m.operations.length})`, operations(m.title, m.operations)))}`,
      }),
    ),
  }
}
