/** Trợ giúp: who does what, where, with which key. The same place on every page. */

import type { Drawn, Seen } from '../../../platform/http/route.ts'
import { card, columns, facts } from '../../../ui/card.ts'
import { head } from '../../../ui/head.ts'
import { html } from '../../../ui/html.ts'

/** The page. */
export function helpPage(_: unknown, seen: Seen): Drawn {
  const link = (href: string, words: string) => (seen.opens(href) ? html`<a href="${href}">${words}</a>` : words)
  return html`${head({ title: 'Trợ giúp' })}
${columns('two', [
  card({
    title: 'Việc thường làm',
    body: facts([
      [
        'Báo cáo năm',
        html`Cán bộ cơ quan: ${link('/viec', 'Việc của tôi')}, mở báo cáo, nhập từng mục, «Kiểm tra», «Trình thủ trưởng ký».`,
      ],
      [
        'Duyệt và nộp',
        html`Thủ trưởng: ${link('/viec?loc=cho-toi-duyet', 'Việc chờ tôi duyệt')}, đọc bản tóm tắt, «Duyệt và nộp» hoặc «Trả lại cán bộ».`,
      ],
      [
        'Thẩm định',
        html`Sở Nội vụ: ${link('/tong-hop', 'Tổng hợp báo cáo')}, mở từng báo cáo, «Duyệt» hoặc «Trả lại báo cáo» kèm lý do.`,
      ],
      ['Đôn đốc', 'Tổng hợp báo cáo, «Đôn đốc», «Soạn công văn», «Tải .docx».'],
      ['Giao nhiệm vụ', html`${link('/nhiem-vu?loc=chua-ro', 'Nhiệm vụ chưa rõ chủ trì')}, đánh dấu, «Giao chủ trì».`],
      ['Hạn nộp', 'Báo cáo ghi "trước ngày 05/12" thì phút cuối cùng đúng hạn là 23:59 ngày 04/12, giờ Việt Nam.'],
    ]),
  }),
  card({
    title: 'Bàn phím',
    body: facts([
      ['Ctrl K', 'Tìm hoặc làm'],
      ['?', 'Danh sách phím'],
      ['J, K', 'Dòng sau, dòng trước'],
      ['Enter', 'Mở dòng đang chọn'],
      ['X, Shift X', 'Đánh dấu một dòng, một khoảng'],
      ['g rồi v, t, c, n', 'Việc, Tổng hợp, Chỉ tiêu, Nhiệm vụ'],
      ['Tắt phím', html`Trong thực đơn tài khoản, mục «Phím tắt».`],
    ]),
    foot: 'Trang nào cũng đọc, nhập và nộp được khi trình duyệt tắt kịch bản.',
  }),
])}`
}
