/** Trang đọc văn bản: a Word, PDF or text file, or pasted text; and the documents read so far. */
import { showInstant } from '../../../kernel/day.ts'
import type { Drawn, Seen } from '../../../platform/http/route.ts'
import { card, columns, stack } from '../../../ui/card.ts'
import { buttons, fileField, form, textArea } from '../../../ui/form.ts'
import { head } from '../../../ui/head.ts'
import { html } from '../../../ui/html.ts'
import { state } from '../../../ui/state.ts'
import { table } from '../../../ui/table.ts'
import type { SourceDocument } from '../../documents/public.ts'
import { short } from './parts.ts'

/** What the page shows. */
export type UploadView = {
  readonly list: readonly Omit<SourceDocument, 'reading' | 'decisions' | 'conversions' | 'imagePages'>[]
  readonly mayUpload: boolean
}

const uploadForm = (seen: Seen, action = '/ke-hoach/doc') =>
  card({
    title: 'Văn bản cần đọc',
    body: form({
      action,
      csrf: seen.csrf,
      files: true,
      label: 'Đọc văn bản',
      body: [
        fileField({
          name: 'file',
          label: 'Tệp văn bản',
          hint: 'Word (.docx), PDF có lớp chữ hoặc tệp chữ (.txt), không quá 20 MB. Chữ gõ bằng phông cũ (TCVN3, VNI) được đổi sang Unicode.',
          accept: '.docx,.docm,.pdf,.txt',
          error: seen.refusal?.fields?.file,
        }),
        textArea({
          name: 'text',
          label: 'Hoặc dán nội dung văn bản',
          rows: 6,
          value: seen.typed.text ?? '',
          error: seen.refusal?.fields?.text,
        }),
        buttons({ label: 'Đọc văn bản', kind: 'main', icon: 'upload' }),
      ],
    }),
  })

/** Draws the upload form and the list. */
export function uploadPage(v: UploadView, seen: Seen): Drawn {
  const listCard = card({
    title: 'Văn bản đã đọc',
    fit: 'flush',
    body: table({
      caption: 'Văn bản đã đọc',
      rows: v.list,
      empty: 'Chưa đọc văn bản nào.',
      href: (d) => `/ke-hoach/doc/${d.id}`,
      columns: [
        {
          label: 'Văn bản',
          kind: 'name',
          room: 'wide',
          cell: (d) => html`${short(d.title ?? d.name, 90)} <small>${d.goals} mục tiêu, ${d.tasks} nhiệm vụ</small>`,
        },
        { label: 'Người đọc vào', cell: (d) => html`${d.uploadedBy}<br><small>${showInstant(d.uploadedAt)}</small>` },
        {
          label: 'Trạng thái',
          kind: 'state',
          cell: (d) =>
            d.closedAt === null
              ? state('soon', 'Chờ xác nhận', { plain: true })
              : state('done', 'Đã ban hành', { plain: true }),
        },
      ],
    }),
  })
  return {
    crumbs: [{ label: 'Kế hoạch', href: '/ke-hoach' }, { label: 'Đọc văn bản' }],
    body: stack(
      head({
        title: 'Đọc kế hoạch từ tệp',
        lead: 'Hệ thống tách mục tiêu, nhiệm vụ, nơi nhận, thời hạn kèm câu gốc để cán bộ xác nhận. Chưa có gì thay đổi cho đến khi bấm «Ban hành vào hệ thống».',
      }),
      v.mayUpload ? columns('two', [uploadForm(seen), listCard]) : listCard,
    ),
  }
}

/** Draws the upload form of a document that amends the plan in force. */
export const amendingUploadPage = (v: UploadView, seen: Seen): Drawn => ({
  crumbs: [{ label: 'Kế hoạch', href: '/ke-hoach' }, { label: 'Đọc bản sửa đổi' }],
  body: stack(
    head({
      title: 'Đọc bản sửa đổi của kế hoạch',
      lead: 'Đưa vào toàn văn kế hoạch sau sửa đổi. Hệ thống so từng mục với kế hoạch đang thực hiện: mục thêm, mục đổi, mục bỏ. Chưa có gì thay đổi cho đến khi bấm «Sửa đổi kế hoạch».',
    }),
    v.mayUpload ? uploadForm(seen, '/ke-hoach/sua-doi') : '',
  ),
})
