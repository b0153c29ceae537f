/** Người phía sau một con số phát sinh trong kỳ: who, on which day, and whether the dossier says so for certain. */
import { type Day, showDay } from '../../../kernel/day.ts'
import type { Drawn } from '../../../platform/http/route.ts'
import { card } from '../../../ui/card.ts'
import { head } from '../../../ui/head.ts'
import { html } from '../../../ui/html.ts'
import { table } from '../../../ui/table.ts'
import type { HappenedTo } from '../views/happened.ts'

/** What the page shows. */
export type HappenedView = {
  readonly label: string
  readonly meaning: string
  readonly lacks: string
  readonly from: Day
  readonly to: Day
  readonly bodies: readonly string[]
  readonly list: readonly HappenedTo[]
}

/** The page. */
export function happenedPage(v: HappenedView): Drawn {
  const open = v.list.filter((p) => !p.certain).length
  const span = `Từ ${showDay(v.from)} đến hết ${showDay(v.to)}${v.bodies.length === 0 ? '' : ` · ${v.bodies.join(', ')}`}`
  return {
    crumbs: [{ label: 'Hồ sơ trí thức', href: '/tri-thuc' }, { label: v.label }],
    body: html`${head({
      title: `${v.label}: ${v.list.length} người`,
      over: span,
      lead: `${v.meaning}${open > 0 ? ` Trong đó ${open} người ${v.lacks}: có thể tính hoặc không.` : ''}`,
    })}${card({
      fit: 'flush',
      body: table<HappenedTo>({
        caption: v.label,
        rows: v.list,
        empty: 'Không có ai trong khoảng ngày này.',
        href: (p) => `/tri-thuc/${p.code}`,
        columns: [
          { label: 'Họ và tên', kind: 'name', room: 'wide', cell: (p) => p.name },
          { label: 'Mã hồ sơ', kind: 'text', cell: (p) => p.code },
          { label: 'Ngày', kind: 'day', cell: (p) => showDay(p.on) },
          { label: 'Căn cứ', kind: 'text', cell: (p) => (p.certain ? 'Hồ sơ ghi rõ' : v.lacks) },
        ],
      }),
    })}`,
  }
}
