/** Ghép cột: each column of each sheet with what it holds, how sure that is, and why. All columns choose from one list of fields. */
import type { Seen } from '../../../platform/http/route.ts'
import { card } from '../../../ui/card.ts'
import { buttons, form, hidden } from '../../../ui/form.ts'
import { attributes, type Fragment, html, idFrom } from '../../../ui/html.ts'
import { state } from '../../../ui/state.ts'
import { table } from '../../../ui/table.ts'
import { CERTAINTIES, type MappedColumn } from '../rules/columns.ts'
import type { SheetPlan } from '../rules/plan.ts'
import { nameOfTarget, TARGET_NAMES } from '../rules/target-names.ts'
import { ALLOWED, type Batch } from '../words.ts'

const TONE = { chac: 'ok', doan: 'soon', 'khong-ro': 'idle' } as const
const FIELDS = 'truong'

const fieldList: Fragment = html`<datalist id="${FIELDS}">${TARGET_NAMES.map((name) => html`<option value="${name}"></option>`)}</datalist>`

function choice(c: MappedColumn, name: string, seen: Seen): Fragment {
  const error = seen.refusal?.fields?.[name]
  const own = {
    id: idFrom(name),
    name,
    list: FIELDS,
    value: seen.typed[name] ?? nameOfTarget(c.target),
    'aria-label': `Cột ${c.label} là`,
    'aria-invalid': error === undefined ? undefined : 'true',
  }
  return html`<input class="input" autocomplete="off"${attributes(own)}>${error === undefined ? '' : html`<p class="field-error">${error}</p>`}`
}

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

/** What needs a look stands first; the rest in the order of the file. */
const doubtfulFirst = (columns: readonly MappedColumn[]): readonly MappedColumn[] => [
  ...columns.filter((c) => c.certainty !== 'chac'),
  ...columns.filter((c) => c.certainty === 'chac'),
]

/** How many columns are sure and how many are not, in words. */
function sureness(columns: readonly MappedColumn[]): string {
  const count = (c: MappedColumn['certainty']) => columns.filter((m) => m.certainty === c).length
  const [guessed, unknown] = [count('doan'), count('khong-ro')]
  if (guessed + unknown === 0) return `${columns.length} cột, cột nào cũng chắc.`
  return `${columns.length} cột: ${count('chac')} chắc, ${guessed} đoán, ${unknown} chưa rõ. Cột cần xem đứng trước.`
}

/** The table of the columns of one sheet; with choices while they may be changed. */
const columnsTable = (sheet: SheetPlan, at: number, open: Seen | null): Fragment =>
  table<MappedColumn>({
    caption: `Cột của trang ${sheet.sheet}`,
    rows: open === null ? sheet.columns : doubtfulFirst(sheet.columns),
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
          open === null
            ? nameOfTarget(c.target)
            : html`${choice(c, `cot.${at}.${c.column}`, open)}${dayChoice(sheet, at, c)}`,
      },
      {
        label: 'Độ chắc',
        cell: (c) =>
          html`${state(TONE[c.certainty], CERTAINTIES[c.certainty].label)}${c.certainty === 'chac' ? '' : html`<br><small>${c.reason}</small>`}`,
      },
    ],
  })

function pageChoice(sheet: SheetPlan, at: number): Fragment {
  if (sheet.pageSure) return sheet.page === null ? '' : html`<p class="hint">Chữ ${sheet.page}: ${sheet.pageReason}</p>`
  return html`<p>Chưa rõ bảng mã của chữ (${sheet.pageReason}). <select class="input medium" name="${`bang-ma.${at}`}" aria-label="Bảng mã của chữ"><option value="">Unicode</option>${['TCVN3', 'VNI', 'VISCII'].map((p) => html`<option${attributes({ value: p, selected: p === sheet.page })}>${p}</option>`)}</select></p>`
}

/** The card of columns; open while they may be changed. */
export function columnsCard(b: Batch, seen: Seen): Fragment {
  const open = ALLOWED[b.state].includes('map')
  const sheets = b.plan.sheets.map(
    (s, at) =>
      html`<fieldset class="group"><legend><label>${open ? html`${hidden(`doc.${at}.hoi`, '1')}<input type="checkbox" name="${`doc.${at}`}" value="1"${attributes({ checked: s.taken })}> ` : ''}Trang «${s.sheet}»${s.hidden ? ' (đang ẩn)' : ''}</label></legend>${open ? html`<p class="hint">${sureness(s.columns)}</p>` : ''}${pageChoice(s, at)}${columnsTable(s, at, open ? seen : null)}</fieldset>`,
  )
  if (!open) return html`${sheets}`
  return card({
    title: 'Ghép cột',
    body: form({
      action: `/nhap/${b.id}/cot`,
      csrf: seen.csrf,
      wide: true,
      body: html`<p class="hint">Xóa tên trường rồi gõ vài chữ để chọn trường khác. Lần sau hệ thống nhớ theo cơ quan và tiêu đề.</p>${fieldList}${sheets}${buttons({ label: 'Lưu cách ghép cột', kind: 'plain' })}`,
    }),
  })
}
