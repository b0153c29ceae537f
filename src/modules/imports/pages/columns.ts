/** Ghép cột: each column of each sheet with what it holds, how sure that is, and why. */
import type { Seen } from '../../../platform/http/route.ts'
import { card } from '../../../ui/card.ts'
import { buttons, form, hidden } from '../../../ui/form.ts'
import { attributes, type Fragment, html } from '../../../ui/html.ts'
import { state } from '../../../ui/state.ts'
import { table } from '../../../ui/table.ts'
import { COLUMNS } from '../../people/public.ts'
import { CERTAINTIES, type MappedColumn, targetLabel } from '../rules/columns.ts'
import { HEADINGS, PARTS } from '../rules/headings.ts'
import type { SheetPlan } from '../rules/plan.ts'
import { targetOfColumn } from '../rules/register.ts'
import { ALLOWED, type Batch } from '../words.ts'

const TARGETS: readonly string[] = [
  ...new Set([...HEADINGS.map((h) => h.target), ...Object.keys(PARTS), ...COLUMNS.map(targetOfColumn)]),
]

const TONE = { chac: 'ok', doan: 'soon', 'khong-ro': 'idle' } as const

const choice = (c: MappedColumn, name: string): Fragment =>
  html`<select class="input" name="${name}" id="${`o-${name.replaceAll('.', '-')}`}" aria-label="${`Cột ${c.label} là`}"><option value="khong"${attributes({ selected: c.target === null })}>Bỏ qua cột này</option>${TARGETS.map((t) => html`<option${attributes({ value: t, selected: t === c.target })}>${targetLabel(t)}</option>`)}</select>`

function dayChoice(sheet: SheetPlan, at: number, c: MappedColumn): Fragment {
  const day = sheet.days.find((d) => d.column === c.column)
  if (day === undefined) return ''
  const century =
    day.century === 'ask'
      ? html`<select class="input" name="${`the-ky.${at}.${c.column}`}" aria-label="${`Năm hai chữ số của cột ${c.label}`}"><option value="">Năm hai chữ số: chọn thế kỷ</option><option value="19">19xx cho tất cả</option><option value="20">20xx cho tất cả</option></select>`
      : ''
  const order = day.sure
    ? html`<small>${day.order === 'dmy' ? 'ngày/tháng/năm' : 'tháng/ngày/năm'}</small>`
    : html`<select class="input" name="${`thu-tu.${at}.${c.column}`}" aria-label="${`Thứ tự ngày tháng của cột ${c.label}`}"><option value="dmy"${attributes({ selected: day.order === 'dmy' })}>ngày/tháng/năm</option><option value="mdy"${attributes({ selected: day.order === 'mdy' })}>tháng/ngày/năm</option></select>`
  return html`<div>${order}${century}</div>`
}

/** The table of the columns of one sheet; with choices while they may be changed. */
const columnsTable = (sheet: SheetPlan, at: number, open: boolean): Fragment =>
  table<MappedColumn>({
    caption: `Cột của trang ${sheet.sheet}`,
    rows: sheet.columns,
    empty: 'Trang này không có cột nào.',
    columns: [
      {
        label: 'Cột trong tệp',
        kind: 'name',
        cell: (c) =>
          html`${c.label}${c.examples.length === 0 ? '' : html`<br><small class="examples">${c.examples.join(' · ')}</small>`}`,
      },
      {
        label: 'Trường',
        room: 'wide',
        phone: 'whole',
        cell: (c) =>
          open
            ? html`${choice(c, `cot.${at}.${c.column}`)}${dayChoice(sheet, at, c)}`
            : c.target === null
              ? 'Bỏ qua'
              : targetLabel(c.target),
      },
      {
        label: 'Độ chắc',
        cell: (c) => html`${state(TONE[c.certainty], CERTAINTIES[c.certainty].label)}<br><small>${c.reason}</small>`,
      },
    ],
  })

function pageChoice(sheet: SheetPlan, at: number): Fragment {
  if (sheet.pageSure) return sheet.page === null ? '' : html`<p class="hint">Chữ ${sheet.page}: ${sheet.pageReason}</p>`
  return html`<p>Chưa rõ bảng mã của chữ (${sheet.pageReason}). <select class="input" name="${`bang-ma.${at}`}" aria-label="Bảng mã của chữ"><option value="">Unicode</option>${['TCVN3', 'VNI', 'VISCII'].map((p) => html`<option${attributes({ value: p, selected: p === sheet.page })}>${p}</option>`)}</select></p>`
}

/** The card of columns; open while they may be changed. */
export function columnsCard(b: Batch, seen: Seen): Fragment {
  const open = ALLOWED[b.state].includes('map')
  const sheets = b.plan.sheets.map(
    (s, at) =>
      html`<fieldset class="group"><legend><label>${open ? html`${hidden(`doc.${at}.hoi`, '1')}<input type="checkbox" name="${`doc.${at}`}" value="1"${attributes({ checked: s.taken })}> ` : ''}Trang «${s.sheet}»${s.hidden ? ' (đang ẩn)' : ''}</label></legend>${pageChoice(s, at)}${columnsTable(s, at, open)}</fieldset>`,
  )
  if (!open) return html`${sheets}`
  return card({
    title: 'Ghép cột',
    body: form({
      action: `/nhap/${b.id}/cot`,
      csrf: seen.csrf,
      wide: true,
      body: html`${sheets}${buttons({ label: 'Lưu cách ghép cột', kind: 'plain' })}`,
    }),
  })
}
