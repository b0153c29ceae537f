/** Trang Cách đánh giá: the published method, from the same constants the rules use. */
import { showPercent } from '../../../kernel/number.ts'
import type { Drawn } from '../../../platform/http/route.ts'
import { card, facts, stack } from '../../../ui/card.ts'
import { head } from '../../../ui/head.ts'
import { html } from '../../../ui/html.ts'
import { state } from '../../../ui/state.ts'
import { table } from '../../../ui/table.ts'
import { BOUNDS } from '../rules/progress.ts'
import { PATH_KINDS, PROGRESS, type Progress } from '../words.ts'
import { GOALS } from './address.ts'

/** Draws the page. */
export function methodPage(): Drawn {
  return {
    crumbs: [{ label: 'Mục tiêu', href: GOALS }, { label: 'Cách đánh giá' }],
    body: stack(
      head({
        title: 'Mục tiêu được đánh giá theo phần đường đã đi so với phần phải đi',
        lead: 'Cách đánh giá là một cho mọi mục tiêu và công bố cho mọi người đọc số liệu.',
      }),
      card({
        title: 'Phần đường đã đi',
        body: html`<p>Lấy số liệu gốc làm điểm xuất phát. Lộ trình cho biết đến ngày của số liệu gần nhất phải đi được bao nhiêu. Phần đường đã đi bằng mức đã tăng (hoặc giảm, với mục tiêu giảm) chia cho mức phải tăng đến ngày ấy. Lộ trình tăng trưởng kép so tốc độ tăng thay cho mức tăng.</p>
<p>Số liệu chỉ biết trong khoảng thì xét cả hai đầu: hai đầu cho một kết luận thì ghi kết luận ấy, khác nhau thì ghi «Chưa xác định». Tỷ lệ của toàn tỉnh tính lại từ tử số và mẫu số, không lấy bình quân các tỷ lệ.</p>`,
      }),
      card({
        title: 'Mức tiến độ',
        fit: 'flush',
        body: table<Progress>({
          caption: 'Mức tiến độ và căn cứ',
          rows: Object.keys(PROGRESS) as Progress[],
          empty: '',
          columns: [
            { label: 'Mức', kind: 'state', cell: (p) => state(PROGRESS[p].tone, PROGRESS[p].label, { plain: true }) },
            { label: 'Khi nào', room: 'wide', cell: (p) => PROGRESS[p].source },
          ],
        }),
        foot: `Ngưỡng: ${showPercent(BOUNDS.onTrack, 0)}, ${showPercent(BOUNDS.slow, 0)} và ${showPercent(BOUNDS.back, 0)} phần đường phải đi. Mục tiêu ghi một khung, ví dụ 15% đến 20%, là đạt từ mức dưới của khung; cao hơn mức trên được nêu riêng.`,
      }),
      card({
        title: 'Lộ trình và năm dự kiến đạt',
        body: html`${facts(Object.values(PATH_KINDS).map((k) => [k.label, k.hint] as const))}<p>Chưa đặt lộ trình thì chỉ tiêu do cơ quan báo cáo lấy đường thẳng từ số liệu đầu tiên đến đích; chỉ tiêu đếm từ hồ sơ chờ Sở Nội vụ đặt số liệu gốc, vì số đếm của những năm hồ sơ còn đang nhập không nói được tình hình của tỉnh. Năm dự kiến đạt giả định mục tiêu đi tiếp theo đà từ số liệu gốc đến nay; đó không phải dự báo có xác suất.</p>`,
      }),
    ),
  }
}
