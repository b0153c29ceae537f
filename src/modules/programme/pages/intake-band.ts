/** Dải báo cách văn bản được đưa vào: what was turned into Unicode with an example, and pages of a PDF that were not read. */
import { tellConversion } from '../../../kernel/mend-encoding.ts'
import { stack } from '../../../ui/card.ts'
import { type Fragment, html } from '../../../ui/html.ts'
import { message } from '../../../ui/message.ts'
import type { SourceDocument } from '../../documents/public.ts'

const KEPT = 'Tệp gốc được giữ nguyên; đối chiếu bằng «Tải tệp gốc».'

const turned = (d: Pick<SourceDocument, 'conversions'>): Fragment =>
  d.conversions.length === 0
    ? ''
    : message({
        kind: 'info',
        announce: false,
        title: 'Văn bản có chữ gõ bằng bảng mã cũ, đã đổi sang Unicode trước khi đọc.',
        body: html`<ul>${d.conversions.map((c) => html`<li>${tellConversion(c)}. Ví dụ: <q>${c.before}</q> thành <q>${c.after}</q>.</li>`)}</ul><p>${KEPT}</p>`,
      })

const unread = (d: Pick<SourceDocument, 'imagePages'>): Fragment =>
  d.imagePages.length === 0
    ? ''
    : message({
        kind: 'soon',
        announce: false,
        title: `Trang ${d.imagePages.join(', ')} của tệp PDF chỉ có hình ảnh nên chưa được đọc.`,
        body: `Nếu trang này có nội dung của kế hoạch: nhận dạng chữ (OCR), soát lại rồi dán nội dung thành văn bản mới. ${KEPT}`,
      })

/** What the officer must know about the text before confirming what was read from it; nothing for a plain file. */
export const intakeBand = (d: Pick<SourceDocument, 'conversions' | 'imagePages'>): Fragment =>
  d.conversions.length + d.imagePages.length === 0 ? '' : stack(turned(d), unread(d))
