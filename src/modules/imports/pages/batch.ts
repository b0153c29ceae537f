/** Trang một lô: four steps on one page: the file, its columns, what must be mended, what will be written. */
import { showDay, showInstant } from '../../../kernel/day.ts'
import { showNumber } from '../../../kernel/number.ts'
import type { Drawn, Seen } from '../../../platform/http/route.ts'
import { button, linkButton } from '../../../ui/button.ts'
import { card, facts, figures, stack } from '../../../ui/card.ts'
import { progress } from '../../../ui/chart.ts'
import { disclosure } from '../../../ui/dialog.ts'
import { buttons, form, hidden } from '../../../ui/form.ts'
import { head } from '../../../ui/head.ts'
import { type Fragment, html } from '../../../ui/html.ts'
import { message } from '../../../ui/message.ts'
import { state } from '../../../ui/state.ts'
import { stages } from '../../../ui/steps.ts'
import { table } from '../../../ui/table.ts'
import { isFindingCode, tellFinding, tellGroup } from '../rules/findings.ts'
import { goalOf } from '../rules/register.ts'
import type { KeptFinding, OutcomeRow } from '../views.ts'
import { BATCH_STATES, type Batch, type BatchVerb } from '../words.ts'
import { columnsCard } from './columns.ts'
import { type DoublesView, doublesCard } from './doubles.ts'
import { valuesCard, type WaitingView } from './values.ts'

/** What the page shows. */
export type BatchView = {
  readonly batch: Batch
  readonly may: readonly BatchVerb[]
  readonly progress: { readonly rows: number; readonly total: number; readonly at: Temporal.Instant } | null
  readonly groups: readonly { readonly code: string; readonly severity: string; readonly cells: number }[]
  readonly findings: readonly KeptFinding[]
  /** Only what keeps rows from being written is shown. */
  readonly onlyErrors: boolean
  readonly page: number
  readonly pageSize: number
  readonly waiting: WaitingView
  readonly doubles: DoublesView
  readonly changed: readonly OutcomeRow[]
}

const at = (b: Batch, more = ''): string => `/nhap/${b.id}${more}`

const STEP: Readonly<Record<Batch['state'], number>> = {
  'da-gui': 1,
  'dang-kiem-tra': 2,
  'da-kiem-tra': 3,
  'dang-ghi': 3,
  'da-ghi': 4,
  'da-hoan-tac': 4,
  'da-bo': 1,
}

const LABELS = ['Chọn tệp', 'Ghép cột', 'Sửa lỗi', 'Xem thay đổi và ghi']

const stepper = (b: Batch): Fragment => stages('Các bước nhập', LABELS, STEP[b.state])

const ask = (v: BatchView, seen: Seen, to: 'kiem-tra' | 'ghi', label: string, main: boolean): Fragment =>
  form({
    action: at(v.batch, '/chay'),
    csrf: seen.csrf,
    body: html`${hidden('viec', to)}${button({ label, kind: main ? 'main' : 'plain' })}`,
  })

function actionsOf(v: BatchView, seen: Seen): Fragment {
  const { state: s } = v.batch
  if (s === 'da-gui') return ask(v, seen, 'kiem-tra', 'Kiểm tra', true)
  if (s === 'da-kiem-tra')
    return html`${ask(v, seen, 'kiem-tra', 'Kiểm tra lại', false)}${ask(v, seen, 'ghi', 'Ghi vào cơ sở dữ liệu', true)}`
  if (s === 'dang-kiem-tra' || s === 'dang-ghi') return linkButton({ label: 'Tải lại trang', href: at(v.batch) })
  return ''
}

/** What undoing does is said before it is done. */
function undoCard(v: BatchView, seen: Seen): Fragment {
  if (!v.may.includes('undo')) return ''
  const c = v.batch.counts
  const told = html`<p>${c === null ? '' : `Bỏ ${showNumber(c.new)} hồ sơ mới, trả ${showNumber(c.changed)} hồ sơ về như trước khi ghi. `}Hồ sơ đã được sửa sau lô này thì phải hoàn tác việc sửa ấy trước.</p><p>Báo cáo đã nộp và báo cáo tỉnh đã tạo giữ nguyên số liệu của ngày lập; chỉ bản tạo sau khi hoàn tác mới khác.</p>`
  return disclosure(
    'Hoàn tác lô này',
    form({
      action: at(v.batch, '/hoan-tac'),
      csrf: seen.csrf,
      body: html`${told}${buttons({ label: 'Hoàn tác lô', kind: 'danger' })}`,
    }),
  )
}

function titleOf(b: Batch): string {
  const c = b.counts
  if (b.state === 'dang-kiem-tra' || b.state === 'dang-ghi') return `${BATCH_STATES[b.state].label} ${b.fileName}`
  if (c === null) return `${b.fileName}: xem cách ghép cột rồi kiểm tra`
  const told = `${showNumber(c.new)} mới, ${showNumber(c.changed)} sửa, ${showNumber(c.error)} lỗi`
  if (b.state === 'da-ghi' && c.new + c.changed === 0) return 'Không có dòng nào thay đổi'
  return b.state === 'da-ghi' ? `Đã ghi ${b.fileName}: ${told}` : `${b.fileName}: ${told}`
}

/** How far a run is, in rows and of how many where the sheets tell. */
function farOf(p: BatchView['progress']): string {
  if (p === null || p.rows === 0) return 'Đang chờ tới lượt hoặc đang mở tệp.'
  const of = p.total === 0 ? '' : ` trong khoảng ${showNumber(Math.max(p.total, p.rows))}`
  return `Đã xong ${showNumber(p.rows)}${of} dòng.`
}

const noticeOf = (v: BatchView): Fragment => {
  const { batch: b, progress: p } = v
  if (b.trouble !== '') return message({ kind: 'late', title: b.trouble })
  if (b.state !== 'dang-kiem-tra' && b.state !== 'dang-ghi') return ''
  const told = message({
    kind: 'info',
    title: farOf(p),
    body: html`${p === null || p.total === 0 ? '' : progress(Math.min(1, p.rows / p.total), 'Đã xong', { width: 320 })} Có thể rời trang này; lượt chạy vẫn tiếp tục và kết quả đứng ở đây.`,
  })
  return html`<div data-running>${told}</div>`
}

const countsOf = (b: Batch): Fragment => {
  const c = b.counts
  if (c === null) return ''
  return figures([
    { value: showNumber(c.new), label: 'người mới', detail: `${showNumber(c.rows)} dòng trong tệp` },
    { value: showNumber(c.changed), label: 'người được sửa', detail: `${showNumber(c.same)} dòng giống hệt` },
    {
      value: showNumber(c.duplicate + c.error),
      label: 'dòng không được ghi',
      detail: `${showNumber(c.error)} lỗi, ${showNumber(c.duplicate)} có thể trùng`,
      ...(c.duplicate + c.error > 0 ? { kind: 'soon' as const } : {}),
    },
  ])
}

const shown = (value: unknown): string =>
  value === null || value === undefined || value === '' ? 'trống' : String(value)

const changedCard = (v: BatchView): Fragment =>
  v.changed.length === 0
    ? ''
    : card({
        title: `${showNumber(v.batch.counts?.changed ?? v.changed.length)} người ${v.batch.state === 'da-ghi' ? 'đã được' : 'sẽ được'} sửa`,
        fit: 'flush',
        body: table<OutcomeRow>({
          caption: 'Thay đổi của từng người',
          rows: v.changed,
          columns: [
            {
              label: 'Họ và tên',
              kind: 'name',
              cell: (r) => html`${r.name}<br><small>${r.sheet}, dòng ${r.row}</small>`,
            },
            {
              label: 'Thay đổi',
              room: 'wide',
              cell: (r) =>
                html`${r.fields.slice(0, 6).map((f) => html`<div>${goalOf(`${f.group}.${f.field}`)?.field.label ?? f.field}: <s>${shown(f.before)}</s> thành <b>${shown(f.after)}</b></div>`)}`,
            },
          ],
          empty: '',
        }),
      })

const findingsCard = (v: BatchView, seen: Seen): Fragment => {
  if (v.groups.length === 0) return ''
  const errors = v.groups.reduce((n, g) => n + (g.severity === 'error' ? g.cells : 0), 0)
  const total = v.onlyErrors ? errors : (v.batch.counts?.findings ?? v.findings.length)
  const here = (page: number): string => at(v.batch, `?trang=${page}${v.onlyErrors ? '&muc=loi' : ''}`)
  const from = (v.page - 1) * v.pageSize
  return card({
    title: 'Điều thấy trong tệp',
    fit: 'flush',
    actions: html`${
      v.onlyErrors
        ? linkButton({ label: 'Hiện mọi điều thấy', href: at(v.batch), kind: 'quiet' })
        : errors === 0 || errors === total
          ? ''
          : linkButton({ label: `Chỉ hiện ${showNumber(errors)} lỗi`, href: at(v.batch, '?muc=loi'), kind: 'quiet' })
    }${
      v.batch.madeBy !== seen.actor.id
        ? ''
        : linkButton({ label: 'Tải tệp lỗi (.xlsx)', href: at(v.batch, '/loi'), icon: 'download', download: true })
    }`,
    body: html`<div class="card-foot"><div class="chips"><ul>${v.groups.map((g) => html`<li>${state(g.severity === 'error' ? 'late' : g.severity === 'warning' ? 'soon' : 'done', isFindingCode(g.code) ? tellGroup(g.code, showNumber(g.cells)) : g.code)}</li>`)}</ul></div></div>${table<KeptFinding>(
      {
        caption: 'Điều thấy ở từng ô',
        rows: v.findings,
        columns: [
          { label: 'Điều thấy', kind: 'name', room: 'wide', cell: (f) => tellFinding(f.sheet, f) },
          {
            label: 'Mức',
            kind: 'state',
            cell: (f) =>
              f.severity === 'error'
                ? state('late', 'Lỗi')
                : f.severity === 'warning'
                  ? state('soon', 'Cảnh báo')
                  : state('done', 'Thông tin'),
          },
        ],
        empty: '',
        ...(total > v.pageSize
          ? {
              paging: {
                from: from + 1,
                to: from + v.findings.length,
                total,
                noun: 'điều',
                ...(v.page > 1 ? { previous: here(v.page - 1) } : {}),
                ...(from + v.findings.length < total && v.findings.length === v.pageSize
                  ? { next: here(v.page + 1) }
                  : {}),
              },
            }
          : {}),
      },
    )}`,
  })
}

/** Draws the page. */
export function batchPage(v: BatchView, seen: Seen): Drawn {
  const { batch: b } = v
  return {
    crumbs: [{ label: 'Nhập dữ liệu', href: '/nhap' }, { label: b.fileName }],
    body: stack(
      head({
        title: titleOf(b),
        state: state(BATCH_STATES[b.state].tone, BATCH_STATES[b.state].label),
        actions: actionsOf(v, seen),
      }),
      stepper(b),
      noticeOf(v),
      countsOf(b),
      card({
        body: html`${facts([
          ['Cơ quan', b.unitName],
          ['Danh sách tính đến', showDay(b.asOf)],
          ['Gửi lúc', `${showInstant(b.madeAt)}, ${b.madeName}`],
          ...(b.writtenAt === null ? [] : [['Ghi lúc', showInstant(b.writtenAt)] as [string, string]]),
        ])}${b.notes.map((n) => html`<p class="hint">${n}</p>`)}`,
      }),
      // Before the first check the columns are what to look at; after it, what was found.
      v.may.includes('map') && b.counts === null ? columnsCard(b, seen) : '',
      valuesCard(v.waiting, at(b, '/cach-ghi'), seen),
      doublesCard(v.doubles, { at: at(b), open: v.may.includes('decide') }, seen),
      findingsCard(v, seen),
      changedCard(v),
      undoCard(v, seen),
      v.may.includes('map') && b.counts === null ? '' : disclosure('Cách ghép cột', columnsCard(b, seen)),
      v.may.includes('void')
        ? form({ action: at(b, '/bo'), csrf: seen.csrf, body: button({ label: 'Bỏ lô này', kind: 'quiet' }) })
        : '',
    ),
  }
}
