/** Trang danh bạ trí thức. */
import { card } from '../../../ui/card.ts'
import { head } from '../../../ui/head.ts'
import { type Html, html } from '../../../ui/html.ts'
import { table } from '../../../ui/table.ts'
import type { PersonLine } from '../views/list.ts'

/** The page. */
export const listPage = (lines: readonly PersonLine[]): Html =>
  html`${head({ title: 'Hồ sơ trí thức' })}${card({
    fit: 'flush',
    body: table<PersonLine>({
      caption: 'Hồ sơ trí thức',
      rows: lines,
      columns: [
        { label: 'Họ và tên', kind: 'name', cell: (p) => p.name },
        { label: 'Mã hồ sơ', cell: (p) => p.code },
        { label: 'Năm sinh', kind: 'number', cell: (p) => p.birth?.slice(0, 4) ?? '' },
      ],
      empty: 'Chưa có hồ sơ nào.',
    }),
  })}`
