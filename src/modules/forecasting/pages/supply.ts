/** Trang «Cung và cầu»: supply, need and gap by sector and year, the age pyramid, and what a quota would do best. */
import { showNumber, showPercent } from '../../../kernel/number.ts'
import type { Drawn, Seen } from '../../../platform/http/route.ts'
import { button } from '../../../ui/button.ts'
import { card, columns, stack } from '../../../ui/card.ts'
import { form, hidden, numberField, selectField } from '../../../ui/form.ts'
import { head } from '../../../ui/head.ts'
import { heatTable } from '../../../ui/heat.ts'
import { type Html, html } from '../../../ui/html.ts'
import { linesChart } from '../../../ui/lines.ts'
import { type AgeBand, pyramidChart } from '../../../ui/pyramid.ts'
import { table } from '../../../ui/table.ts'
import type { Allotment, AllottedLine } from '../allotment.ts'
import { balanceClass, type SectorNeed } from '../rules/need.ts'
import { bandAt, type Result } from '../rules/result.ts'
import { ASSUMED, crumb, forecastTabs, SUPPLY } from './address.ts'

/** What the page shows. */
export type SupplyView = {
  readonly result: Result
  readonly needs: readonly SectorNeed[]
  readonly sector: (code: string) => string
  readonly bands: readonly AgeBand[]
  readonly retirement: { readonly men: { age: number; words: string }; readonly women: { age: number; words: string } }
  readonly notes: readonly string[]
  readonly until: number
  /** Bodies and places the reader may ask for, and the one that was. */
  readonly parts: readonly {
    readonly value: string
    readonly label: string
    readonly group: string
    readonly place: boolean
  }[]
  readonly part: string
  readonly where: string
  /** Null = nobody is needed anywhere. */
  readonly allotment: Allotment | null
}

/** Một lĩnh vực ở năm cuối. */
type Line = {
  readonly code: string
  readonly now: number
  readonly supply: number
  readonly need: number
  readonly words: string
  readonly retiring: number
  readonly leaving: number
  readonly coming: number
}

const TONE = { 'thieu-nhieu': 'far-short', thieu: 'short', 'can-bang': 'even', thua: 'over' } as const

function linesOf(v: SupplyView): Line[] {
  const { result: r } = v
  const sum = (code: string, of: 'retirements' | 'recruits' | 'leavers' | 'deaths'): number =>
    r.flows.filter((f) => f.sector === code).reduce((n, f) => n + f[of], 0)
  return r.sectors
    .map((s) => {
      const need = v.needs.find((n) => n.sector === s.sector)
      return {
        code: s.sector,
        now: bandAt(s.bands, r.start)?.mean ?? 0,
        supply: bandAt(s.bands, v.until)?.mean ?? 0,
        need: need?.byYear.get(v.until) ?? 0,
        words: need?.words ?? '',
        retiring: sum(s.sector, 'retirements'),
        leaving: sum(s.sector, 'leavers') + sum(s.sector, 'deaths'),
        coming: sum(s.sector, 'recruits'),
      }
    })
    .sort((a, b) => b.need - b.supply - (a.need - a.supply))
}

const yearsOf = (r: Result): number[] => Array.from({ length: r.years + 1 }, (_, i) => r.start + i)

/** Years across, sectors down; at most this many years so that a page holds them. */
const MOST_YEARS = 6

function heat(v: SupplyView): Html {
  const years = yearsOf(v.result)
  const every = Math.max(1, Math.ceil(years.length / MOST_YEARS))
  const shown = years.filter((y, i) => i % every === 0 || y === v.until)
  return heatTable({
    title: 'Số người dự báo và mức đáp ứng nhu cầu từng năm',
    subtitle: 'Đơn vị: người. Thiếu nhiều: dưới 90% nhu cầu; thiếu: dưới 98%; thừa: trên 110%',
    unit: 'người',
    corner: 'Lĩnh vực',
    columns: shown.map((y) => `Năm ${y}`),
    rows: linesOf(v).map((l) => {
      const need = v.needs.find((n) => n.sector === l.code)
      const bands = v.result.sectors.find((s) => s.sector === l.code)?.bands ?? []
      return {
        name: v.sector(l.code),
        cells: shown.map((y) => {
          const b = bandAt(bands, y)
          const wanted = need?.byYear.get(y)
          return b === undefined || wanted === undefined
            ? null
            : { value: b.mean, balance: TONE[balanceClass(b.mean, wanted)] }
        }),
      }
    }),
    source: 'Nguồn: hồ sơ trí thức, giả định của dự báo.',
  })
}

function total(v: SupplyView): Html {
  const years = yearsOf(v.result)
  const need = years.map((y) => v.needs.reduce((n, s) => n + (s.byYear.get(y) ?? 0), 0))
  const band = (y: number) => bandAt(v.result.total, y)
  return linesChart({
    title: 'Cung và cầu của toàn đội ngũ',
    subtitle: `Đơn vị: người có trình độ từ đại học. Phạm vi: ${v.where}, ${v.result.start}–${v.until}`,
    unit: 'người',
    years,
    series: [
      {
        name: 'Cung: số người dự báo',
        short: 'Cung',
        values: years.map((y) => band(y)?.mean ?? null),
        band: years.map((y) => {
          const b = band(y)
          return b === undefined ? null : ([b.lo80, b.hi80] as const)
        }),
      },
      { name: 'Cầu: số người cần có', short: 'Cầu', values: need },
    ],
    zone: { from: v.result.start, label: 'dự báo' },
    bandName: 'Khoảng 80% của cung',
    source: 'Nguồn: hồ sơ trí thức, giả định của dự báo.',
  })
}

/** The words of need that most sectors share: told once under the table. */
function shared(lines: readonly Line[]): string {
  const count = (words: string): number => lines.filter((l) => l.words === words).length
  return lines.reduce((best, l) => (count(l.words) > count(best) ? l.words : best), lines[0]?.words ?? '')
}

/** "thiếu 112", "thừa 3", "đủ": words, not signs. */
function gapWords(l: Line): string {
  const gap = Math.round(l.supply) - Math.round(l.need)
  return gap === 0 ? 'đủ' : `${gap < 0 ? 'thiếu' : 'thừa'} ${showNumber(Math.abs(gap), 0)}`
}

function gaps(v: SupplyView): Html {
  const lines = linesOf(v)
  const usual = shared(lines)
  const unlike = lines.some((l) => l.words !== usual)
  return card({
    title: `Thiếu, thừa đến năm ${v.until}`,
    fit: 'flush',
    body: table<Line>({
      caption: `Cung, cầu và chênh lệch của từng lĩnh vực đến năm ${v.until}`,
      rows: lines,
      empty: 'Chưa có hồ sơ nào trong phạm vi này.',
      columns: [
        { label: 'Lĩnh vực', kind: 'name', room: 'wide', cell: (l) => v.sector(l.code) },
        { label: 'Nay', kind: 'number', cell: (l) => showNumber(l.now, 0) },
        { label: 'Nghỉ hưu', kind: 'number', spare: true, phone: 'hide', cell: (l) => showNumber(l.retiring, 0) },
        {
          label: 'Thôi việc, qua đời',
          kind: 'number',
          spare: true,
          phone: 'hide',
          cell: (l) => showNumber(l.leaving, 0),
        },
        { label: 'Vào mới', kind: 'number', spare: true, phone: 'hide', cell: (l) => showNumber(l.coming, 0) },
        { label: 'Cung', kind: 'number', cell: (l) => showNumber(l.supply, 0) },
        { label: 'Cầu', kind: 'number', cell: (l) => showNumber(l.need, 0) },
        { label: 'Chênh lệch', kind: 'number', cell: gapWords },
        ...(unlike
          ? [{ label: 'Cầu tính theo', spare: true, cell: (l: Line) => (l.words === usual ? '' : l.words) }]
          : []),
      ],
    }),
    foot: html`Nghỉ hưu, thôi việc, vào mới: cộng các năm. Cầu${unlike ? ' của các lĩnh vực không ghi riêng' : ''}: ${usual}; đặt mức khác ở trang <a href="${ASSUMED}">Giả định</a> (định mức, tăng nhu cầu).`,
  })
}

/** What a quota would do best, and how even the sectors are. */
function quota(v: SupplyView): Html | '' {
  const a = v.allotment
  if (a === null) return ''
  const percent = (share: number): string => showPercent(share, 0)
  const given = a.quota > 0
  return card({
    title: given
      ? `${showNumber(a.quota, 0)} chỉ tiêu nâng mức đáp ứng thấp nhất từ ${percent(a.lowest.before)} lên ${percent(a.lowest.after)}`
      : 'Phân bổ chỉ tiêu',
    id: 'chi-tieu',
    body: html`${form({
      action: `${SUPPLY}#chi-tieu`,
      method: 'get',
      label: 'Phân bổ chỉ tiêu',
      wide: true,
      body: html`${hidden('pham-vi', v.part)}${hidden('den-nam', String(v.until))}<div class="row-fields">${numberField({ name: 'chi-tieu', label: `Chỉ tiêu tuyển thêm đến năm ${v.until}`, unit: 'người', value: given ? String(a.quota) : '', size: 'short' })}${button({ label: 'Phân bổ' })}</div>`,
    })}<p>${unevenWords(a)}</p>${
      given
        ? table<AllottedLine>({
            caption: `Phân bổ ${showNumber(a.quota, 0)} chỉ tiêu cho các lĩnh vực`,
            rows: a.lines,
            empty: 'Không có lĩnh vực nào.',
            columns: [
              { label: 'Lĩnh vực', kind: 'name', room: 'wide', cell: (l) => v.sector(l.sector) },
              { label: 'Cần', kind: 'number', cell: (l) => showNumber(l.need, 0) },
              { label: 'Đáp ứng khi chưa phân', kind: 'number', cell: (l) => percent(l.before) },
              { label: 'Phân thêm', kind: 'number', unit: 'người', cell: (l) => showNumber(l.added, 0) },
              { label: 'Đáp ứng sau khi phân', kind: 'number', cell: (l) => percent(l.after) },
            ],
          })
        : ''
    }`,
    foot: 'Chỉ tiêu được dành cho lĩnh vực có mức đáp ứng thấp nhất, nâng dần cho ngang nhau; coi như người tuyển thêm còn làm việc đến năm cuối.',
  })
}

/** "Để mọi lĩnh vực được đáp ứng như nhau phải có 6,2% số người ở lĩnh vực khác (chỉ số Hoover)" */
function unevenWords(a: Allotment): string {
  const after = a.quota > 0 ? `; sau khi phân còn ${showPercent(a.uneven.after)}` : ''
  return `Mức mất cân đối giữa các lĩnh vực (chỉ số Hoover): ${showPercent(a.uneven.before)} số người phải ở lĩnh vực khác thì mọi lĩnh vực mới được đáp ứng như nhau${after}.`
}

const filter = (v: SupplyView): Html =>
  form({
    action: SUPPLY,
    method: 'get',
    label: 'Chọn phạm vi và năm',
    body: html`<div class="filter-row">${selectField({ name: 'pham-vi', label: 'Phạm vi', value: v.part, options: [...v.parts], blank: 'Toàn tỉnh' })}${numberField({ name: 'den-nam', label: 'Đến năm', value: String(v.until), size: 'short' })}${button({ label: 'Xem' })}</div>`,
  })

function finding(v: SupplyView): string {
  const short = linesOf(v).filter((l) => ['thieu-nhieu', 'thieu'].includes(balanceClass(l.supply, l.need)))
  const [worst] = short
  if (worst === undefined) return `Đến năm ${v.until} không lĩnh vực nào thiếu người so với nhu cầu đã đặt`
  return `Đến năm ${v.until} có ${short.length} lĩnh vực thiếu người, nhiều nhất là ${v.sector(worst.code)}: thiếu ${showNumber(worst.need - worst.supply, 0)} người`
}

/** Draws the page. */
export const supplyPage = (v: SupplyView, seen: Seen): Drawn => ({
  crumbs: [crumb, { label: 'Cung và cầu' }],
  body: stack(
    head({
      title: finding(v),
      lead: 'Cung: người đang có, trừ nghỉ hưu, thôi việc, qua đời, cộng người vào mới. Cầu: theo định mức hoặc mức tăng đã đặt cho từng lĩnh vực, chưa đặt thì giữ số người hiện có.',
    }),
    forecastTabs(SUPPLY, seen),
    filter(v),
    gaps(v),
    quota(v),
    columns('two', [
      card({ body: total(v) }),
      card({
        body: pyramidChart({
          title: 'Tháp tuổi của đội ngũ',
          subtitle: `Đơn vị: người có trình độ từ đại học. Phạm vi: ${v.where}`,
          bands: v.bands,
          now: `Năm ${v.result.start}`,
          later: null,
          retirement: v.retirement,
          source: 'Nguồn: hồ sơ trí thức. Vạch: tuổi nghỉ hưu của năm.',
        }),
      }),
    ]),
    card({ body: heat(v) }),
    notes(v.notes),
  ),
})

/** What was bridged. */
export const notes = (list: readonly string[]): Html =>
  list.length === 0
    ? html``
    : card({ title: 'Cần biết khi đọc', body: html`<ul>${list.map((n) => html`<li>${n}</li>`)}</ul>` })
