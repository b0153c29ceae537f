/** Trang Bản đồ địa bàn: outlines an administrator brought in, and the form for another. */
import { showDay } from '../../../kernel/day.ts'
import type { Drawn, Seen } from '../../../platform/http/route.ts'
import { button } from '../../../ui/button.ts'
import { card, stack } from '../../../ui/card.ts'
import { buttons, dateField, fileField, form, hidden, radioField, textField } from '../../../ui/form.ts'
import { head } from '../../../ui/head.ts'
import { table } from '../../../ui/table.ts'
import type { KeptOutlines } from '../views.ts'
import { GOALS, MAPS } from './address.ts'

const LEVELS = { district: 'cấp huyện', commune: 'cấp xã' } as const

/** Draws the page. */
export function mapsPage(v: { readonly maps: readonly Omit<KeptOutlines, 'shapes'>[] }, seen: Seen): Drawn {
  const { typed } = seen
  const wrong = seen.refusal?.fields ?? {}
  return {
    crumbs: [{ label: 'Mục tiêu', href: GOALS }, { label: 'Bản đồ địa bàn' }],
    body: stack(
      head({
        title:
          v.maps.length === 0
            ? 'Chưa có ranh giới nào, trang so sánh vẽ bản đồ ô'
            : `${v.maps.length} bản đồ ranh giới đang dùng`,
        lead: 'Ranh giới chỉ để minh họa, không phải ranh giới pháp lý. Ngày nào chưa có ranh giới thì vẽ bản đồ ô của phần mềm.',
      }),
      card({
        title: 'Đang dùng',
        fit: 'flush',
        body: table<Omit<KeptOutlines, 'shapes'>>({
          caption: 'Bản đồ ranh giới đang dùng',
          rows: v.maps,
          empty: 'Chưa đưa ranh giới nào vào.',
          columns: [
            { label: 'Bản đồ', kind: 'name', room: 'wide', cell: (m) => m.title },
            { label: 'Cấp', cell: (m) => LEVELS[m.kind] },
            {
              label: 'Hiệu lực',
              cell: (m) =>
                `từ ${showDay(m.valid.from)}${m.valid.to === null ? '' : ` đến trước ${showDay(m.valid.to)}`}`,
            },
            { label: 'Số vùng', kind: 'number', cell: (m) => String(m.places) },
            { label: 'Nguồn', cell: (m) => m.credit, spare: true },
            {
              label: 'Việc',
              kind: 'action',
              cell: (m) =>
                form({
                  action: `${MAPS}/bo`,
                  csrf: seen.csrf,
                  label: `Bỏ ${m.title}`,
                  body: [hidden('id', m.id), button({ label: 'Bỏ bản đồ', kind: 'quiet' })],
                }),
            },
          ],
        }),
      }),
      card({
        title: 'Đưa ranh giới vào',
        fit: 'narrow',
        body: form({
          action: MAPS,
          csrf: seen.csrf,
          files: true,
          body: [
            textField({ name: 'title', label: 'Tên bản đồ', value: typed.title ?? '', error: wrong.title }),
            radioField({
              name: 'kind',
              label: 'Các vùng là đơn vị',
              value: typed.kind ?? 'commune',
              error: wrong.kind,
              options: Object.entries(LEVELS).map(([value, label]) => ({ value, label })),
            }),
            dateField({ name: 'from', label: 'Có hiệu lực từ', value: typed.from ?? '', error: wrong.from }),
            dateField({ name: 'to', label: 'Hết hiệu lực từ', optional: true, value: typed.to ?? '', error: wrong.to }),
            textField({
              name: 'credit',
              label: 'Nguồn và điều kiện dùng',
              hint: 'Hiện dưới bản đồ',
              value: typed.credit ?? '',
              error: wrong.credit,
            }),
            fileField({
              name: 'file',
              label: 'Tệp GeoJSON',
              hint: 'Mỗi vùng có thuộc tính code là mã đơn vị hành chính; tọa độ WGS 84',
              error: wrong.file,
              accept: '.json,.geojson',
            }),
            buttons({ label: 'Đưa vào', kind: 'main' }),
          ],
        }),
      }),
    ),
  }
}
