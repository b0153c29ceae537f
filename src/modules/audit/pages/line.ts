/** Một dòng nhật ký: who, what, when, why, before and after, and the link of the chain. */
import { showInstant } from '../../../kernel/day.ts'
import type { Drawn } from '../../../platform/http/route.ts'
import { card, facts } from '../../../ui/card.ts'
import { head } from '../../../ui/head.ts'
import { html, nothing } from '../../../ui/html.ts'
import { table } from '../../../ui/table.ts'
import type { Detail } from '../rules.ts'

/** Một dòng đầy đủ. */
export type FullLineView = {
  seq: number
  at: Temporal.Instant
  who: string
  whoKind: string
  what: string
  kind: string
  subject: string
  unit: string | null
  reason: string
  request: string
  hash: string
  beforeHash: string
  details: Detail[]
}

const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** Draws the page. */
export function linePage(v: FullLineView): Drawn {
  const changes = v.details.filter((d) => d.before !== null)
  const noted = v.details.filter((d) => d.before === null)
  return {
    asOf: null,
    crumbs: [{ label: 'Nhật ký', href: '/quan-tri/nhat-ky' }, { label: `Dòng ${v.seq}` }],
    body: html`${head({ title: upperFirst(v.what), over: `Dòng ${v.seq}` })}
${card({
  body: facts([
    ['Người thực hiện', v.who],
    ['Loại', v.whoKind],
    ['Lúc', showInstant(v.at)],
    ['Cơ quan', v.unit],
    ['Lý do', v.reason],
    ['Mã yêu cầu', v.request],
    ...noted.map((d) => [d.label, d.after] as const),
  ]),
})}
${
  changes.length === 0
    ? nothing
    : card({
        title: 'Thay đổi',
        fit: 'flush',
        body: table<Detail>({
          caption: 'Trước và sau',
          columns: [
            { label: 'Nội dung', kind: 'name', cell: (d) => d.label },
            { label: 'Trước', cell: (d) => d.before },
            { label: 'Sau', cell: (d) => d.after },
          ],
          rows: changes,
          empty: 'Không có thay đổi.',
        }),
      })
}
${card({
  title: 'Mắt xích của chuỗi',
  body: facts([
    ['Loại sự kiện', v.kind],
    ['Đối tượng', html`<a href="${`/quan-tri/nhat-ky?doi-tuong=${encodeURIComponent(v.subject)}`}">${v.subject}</a>`],
    ['Băm của dòng trước', html`<code>${v.beforeHash.slice(0, 16)}…</code>`],
    ['Băm của dòng này', html`<code>${v.hash.slice(0, 16)}…</code>`],
  ]),
  foot: 'Sửa hoặc xóa một dòng làm chuỗi đứt; lệnh «audit verify» chỉ ra dòng đầu tiên không khớp.',
})}`,
  }
}
