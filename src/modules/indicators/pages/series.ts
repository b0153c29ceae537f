/** Trang Số liệu chính thức: the dated series, every figure with its day and source, contradicting ones side by side. */
import { showDay } from '../../../kernel/day.ts'
import { showNumber } from '../../../kernel/number.ts'
import { sortKey } from '../../../kernel/text.ts'
import type { Drawn, Seen } from '../../../platform/http/route.ts'
import { linkButton } from '../../../ui/button.ts'
import { card, stack } from '../../../ui/card.ts'
import { chips } from '../../../ui/chips.ts'
import { disclosure } from '../../../ui/dialog.ts'
import { buttons, form, hidden, textField } from '../../../ui/form.ts'
import { head } from '../../../ui/head.ts'
import { type Html, html } from '../../../ui/html.ts'
import { state } from '../../../ui/state.ts'
import { table } from '../../../ui/table.ts'
import { againstFigure } from '../rules/official-figures.ts'
import { type OfficialFigure, QUANTITIES, VALUE_STATUS_LABEL } from '../words.ts'

/** Lọc, in the address as `loc`. */
export const SERIES_FILTERS = ['tat-ca', 'mau-thuan', 'chua-kiem-chung'] as const

/** What the page shows. */
export type SeriesView = {
  readonly figures: readonly OfficialFigure[]
  readonly filter: (typeof SERIES_FILTERS)[number]
  readonly mayKeep: boolean
}

const shown = (f: OfficialFigure): string => `${f.estimate ? 'khoảng ' : ''}${showNumber(f.value, 2)}`

/** Territories with this few figures stand together under the quantity. */
const FEW = 2

const quantityOf = (f: OfficialFigure): string => `${QUANTITIES[f.quantity].label} (${QUANTITIES[f.quantity].unit})`

/** Territories of which more is known, most first. */
function mainTerritories(list: readonly OfficialFigure[]): string[] {
  const sizes = [...Map.groupBy(list, (f) => f.territory)].map(([name, all]) => ({ name, size: all.length }))
  return sizes
    .filter((t) => t.size > FEW)
    .sort((a, b) => b.size - a.size)
    .map((t) => t.name)
}

/** Chosen by an officer, with the reason; among contradicting ones, the form that chooses. */
function choice(f: OfficialFigure, contested: boolean, may: boolean, seen: Seen): Html | '' {
  if (f.kept === undefined) return ''
  if (f.kept.chosen !== null) return html`<br>${state('done', `Được dùng: ${f.kept.chosen}`, { plain: true })}`
  if (!contested || !may) return ''
  const name = `${f.kept.id}-ly-do`
  return disclosure(
    'Dùng số này',
    form({
      action: '/chi-tieu/so-lieu/chon',
      csrf: seen.csrf,
      label: `Dùng số ${shown(f)} của ${f.source}`,
      body: [
        hidden('figure', f.kept.id),
        textField({ name: 'reason', id: name, label: 'Lý do', value: '', error: seen.refusal?.fields?.reason }),
        buttons({ label: 'Dùng số này', kind: 'plain' }),
      ],
    }),
  )
}

function marks(list: readonly OfficialFigure[], f: OfficialFigure): Html {
  const against = againstFigure(list, f)
    .map((a) => `${shown(a)} (${showDay(a.asOf)})`)
    .join('; ')
  const doubt = against === '' ? '' : state('soon', `Khác nguồn khác: ${against}`, { plain: true })
  return html`${state(f.status === 'seen' ? 'done' : 'idle', VALUE_STATUS_LABEL[f.status], { plain: true })}${doubt === '' ? '' : html`<br>${doubt}`}`
}

/** Main territories first, then by quantity, newest first; the others by quantity and name. */
function inOrder(list: readonly OfficialFigure[], main: readonly string[]): OfficialFigure[] {
  const order = Object.keys(QUANTITIES)
  const rank = (f: OfficialFigure): number => (main.includes(f.territory) ? main.indexOf(f.territory) : main.length)
  return [...list].sort(
    (a, b) =>
      rank(a) - rank(b) ||
      order.indexOf(a.quantity) - order.indexOf(b.quantity) ||
      (rank(a) === main.length ? sortKey(a.territory).localeCompare(sortKey(b.territory)) : 0) ||
      b.asOf.localeCompare(a.asOf),
  )
}

/** Draws the series. */
export function seriesPage(view: SeriesView, seen: Seen): Drawn {
  const { figures } = view
  const doubtful = figures.filter((f) => againstFigure(figures, f).length > 0)
  const unverified = figures.filter((f) => f.status === 'unverified')
  const main = mainTerritories(figures)
  const isMain = (f: OfficialFigure): boolean => main.includes(f.territory)
  const rows = { 'tat-ca': figures, 'mau-thuan': doubtful, 'chua-kiem-chung': unverified }[view.filter]
  const chip = (filter: SeriesView['filter'], label: string, count: number) => ({
    label,
    href: `/chi-tieu/so-lieu?loc=${filter}`,
    count,
    current: view.filter === filter,
  })
  return {
    crumbs: [
      { label: 'Kế hoạch', href: '/ke-hoach' },
      { label: 'Chỉ tiêu', href: '/chi-tieu' },
      { label: 'Số liệu chính thức' },
    ],
    body: stack(
      head({
        title: `${figures.length} số liệu chính thức theo ngày, ${doubtful.length} số liệu khác nhau giữa các nguồn`,
        lead: 'Dùng khi rà soát kế hoạch: của nhiều con số, lấy con số gần nhất trước ngày văn bản; các con số khác vẫn nêu bên cạnh. Không số nào bị thay bằng số khác.',
        actions: view.mayKeep
          ? linkButton({ label: 'Nhập từ tệp', href: '/chi-tieu/so-lieu/nhap', icon: 'upload', kind: 'main' })
          : '',
      }),
      chips('Lọc số liệu', [
        chip('tat-ca', 'Tất cả', figures.length),
        chip('mau-thuan', 'Khác nhau giữa các nguồn', doubtful.length),
        chip('chua-kiem-chung', 'Chưa kiểm chứng', unverified.length),
      ]),
      card({
        fit: 'flush',
        body: table<OfficialFigure>({
          caption: 'Số liệu chính thức theo ngày',
          rows: inOrder(rows, main),
          empty: 'Không có số liệu nào ở mục này.',
          group: (f) => `${isMain(f) ? f.territory : 'Địa bàn khác'} · ${quantityOf(f)}`,
          columns: [
            {
              label: 'Thời điểm',
              kind: 'name',
              cell: (f) =>
                html`${isMain(f) ? f.period : f.territory}<br><small>${isMain(f) ? '' : `${f.period}, `}tính đến ${showDay(f.asOf)}</small>`,
            },
            { label: 'Số liệu', kind: 'number', cell: shown },
            {
              label: 'Nguồn',
              room: 'wide',
              phone: 'whole',
              cell: (f) => html`${f.source}${f.note === '' ? '' : html`<br><small>${f.note}</small>`}`,
            },
            {
              label: 'Độ tin',
              phone: 'whole',
              cell: (f) => html`${marks(figures, f)}${choice(f, doubtful.includes(f), view.mayKeep, seen)}`,
            },
          ],
        }),
      }),
    ),
  }
}
