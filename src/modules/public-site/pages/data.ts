/** Dữ liệu mở: what can be taken, what its columns mean, under which terms, of which day. */
import { type Day, showDay } from '../../../kernel/day.ts'
import type { Drawn } from '../../../platform/http/route.ts'
import { linkButton } from '../../../ui/button.ts'
import { card } from '../../../ui/card.ts'
import { head } from '../../../ui/head.ts'
import { html } from '../../../ui/html.ts'
import { table } from '../../../ui/table.ts'
import { type Column, DATASET_NAMES, DATASETS, LICENCE } from '../words.ts'
import { CALENDAR, DATA, FOLLOW, NEWS } from './address.ts'
import { site } from './parts.ts'

/** Draws the page of open data. */
export const dataPage = (v: { readonly day: Day }): Drawn =>
  site(
    DATA,
    head({
      title: `${DATASET_NAMES.length} bộ dữ liệu mở, phiên bản ngày ${showDay(v.day)}`,
      lead: `${LICENCE} Bảng đếm người có ô dưới 5 không được công bố.`,
    }),
    DATASET_NAMES.map((name) => {
      const set = DATASETS[name]
      return card({
        title: set.title,
        id: name,
        actions: html`${linkButton({ label: 'Tải CSV', href: `${DATA}/${name}/csv`, icon: 'download' })}${linkButton({ label: 'Tải JSON', href: `${DATA}/${name}/json`, icon: 'download' })}`,
        body: html`<p>Mỗi dòng là ${set.row}. Nguồn: ${set.source}.</p>${table<Column>({
          caption: `Từ điển của bộ ${set.title}`,
          rows: set.columns,
          empty: '',
          columns: [
            { label: 'Cột', kind: 'name', cell: (c) => html`<code>${c.name}</code>` },
            { label: 'Nghĩa', room: 'wide', cell: (c) => c.meaning },
            { label: 'Dạng', cell: (c) => c.form },
          ],
        })}`,
      })
    }),
  )

/** Draws the page of feeds. */
export const followPage = (): Drawn =>
  site(
    FOLLOW,
    head({
      title: 'Theo dõi hạn và số liệu mới',
      lead: 'Đưa địa chỉ vào ứng dụng lịch hoặc ứng dụng đọc tin; nội dung tự cập nhật.',
    }),
    card({
      title: 'Lịch hạn',
      body: html`<p>Hạn báo cáo năm và hạn của từng nhiệm vụ, dạng iCalendar.</p>`,
      actions: linkButton({ label: 'Thêm lịch hạn', href: CALENDAR, icon: 'calendar' }),
    }),
    card({
      title: 'Tin',
      body: html`<p>Số liệu mới ghi, kế hoạch ban hành và sửa đổi, kỳ báo cáo mở, dạng RSS.</p>`,
      actions: linkButton({ label: 'Đọc tin RSS', href: NEWS, icon: 'list' }),
    }),
  )
