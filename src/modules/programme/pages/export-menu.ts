/** Thực đơn «Xuất»: the plan, or what a list shows of it, as Word, Excel or JSON. */
import { menuButton } from '../../../ui/dialog.ts'
import { type Html, html } from '../../../ui/html.ts'

const KINDS = [
  { format: 'docx', label: 'Phụ lục phân công (.docx)' },
  { format: 'xlsx', label: 'Danh mục nhiệm vụ (.xlsx)' },
  { format: 'json', label: 'Toàn bộ dữ liệu kế hoạch (.json)' },
] as const

/** `address` without the kind of file: `/ke-hoach/xuat`. */
export const exportMenu = (address: string): Html =>
  menuButton(
    'xuat',
    'Xuất',
    KINDS.map((k) => html`<a href="${`${address}/${k.format}`}" download>${k.label}</a>`),
  )
