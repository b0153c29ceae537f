/** Trang «Kịch bản»: those that were saved, one of them, and several side by side. */
import { dayOf, showDay, showInstant } from '../../../kernel/day.ts'
import { showNumber, showSigned } from '../../../kernel/number.ts'
import type { Drawn, Seen } from '../../../platform/http/route.ts'
import { button, linkButton } from '../../../ui/button.ts'
import { card, columns, facts, stack } from '../../../ui/card.ts'
import { between } from '../../../ui/fan.ts'
import { buttons, form, textField } from '../../../ui/form.ts'
import { head } from '../../../ui/head.ts'
import { type Html, html } from '../../../ui/html.ts'
import { linesChart } from '../../../ui/lines.ts'
import { emptyState } from '../../../ui/message.ts'
import { state } from '../../../ui/state.ts'
import { table } from '../../../ui/table.ts'
import type { Levers } from '../rules/levers.ts'
import { type Bands, bandAt, type Result } from '../rules/result.ts'
import type { KeptScenario } from '../views.ts'
import { COMPARE, crumb, forecastTabs, SCENARIOS, scenarioHref, WORKSPACE } from './address.ts'

/** What the list shows. */
export type ScenariosView = { readonly list: readonly KeptScenario[]; readonly mayPlan: boolean }

const lastYear = (r: Result): number => r.start + r.years
const lastValue = (r: Result): number => bandAt(r.total, lastYear(r))?.mean ?? 0

const stateOf = (s: KeptScenario): Html =>
  s.approvedAt === null ? state('idle', 'Đang cân nhắc') : state('ok', 'Được duyệt')

/** "3 kịch bản, 1 được duyệt" */
function listed(list: readonly KeptScenario[]): string {
  const approved = list.filter((s) => s.approvedAt !== null).length
  return `${list.length} kịch bản, ${approved === 0 ? 'chưa kịch bản nào được duyệt' : `${approved} được duyệt`}`
}

/** Draws the list. */
export const scenariosPage = (v: ScenariosView, seen: Seen): Drawn => ({
  crumbs: [crumb, { label: 'Kịch bản' }],
  body: stack(
    head({
      title: v.list.length === 0 ? 'Chưa có kịch bản nào được lưu' : listed(v.list),
      actions: linkButton({ label: 'Soạn kịch bản', href: WORKSPACE, icon: 'plus', kind: 'main' }),
    }),
    forecastTabs(SCENARIOS, seen),
    v.list.length === 0
      ? emptyState(
          'Kịch bản là một cách làm khác đi: tuyển thêm, giữ chân, nâng trình độ, kéo dài thời gian làm việc; mỗi kịch bản giữ số liệu, giả định và người lưu.',
          linkButton({ label: 'Soạn kịch bản', href: WORKSPACE, icon: 'plus' }),
        )
      : form({
          action: COMPARE,
          method: 'get',
          id: 'so-sanh',
          label: 'So sánh kịch bản',
          wide: true,
          body: html`${card({
            fit: 'flush',
            body: table<KeptScenario>({
              caption: 'Kịch bản đã lưu',
              rows: v.list,
              empty: '',
              href: (s) => scenarioHref(s.id),
              select: { name: 'k', form: 'so-sanh', value: (s) => s.id, label: (s) => `Chọn ${s.title}` },
              columns: [
                { label: 'Kịch bản', kind: 'name', room: 'wide', cell: (s) => s.title },
                { label: 'Tình trạng', kind: 'state', cell: stateOf },
                { label: 'Đến năm', kind: 'number', cell: (s) => String(lastYear(s.result)) },
                { label: 'Số người', kind: 'number', cell: (s) => showNumber(lastValue(s.result), 0) },
                { label: 'Người lưu', cell: (s) => s.savedBy },
                { label: 'Ngày', kind: 'day', cell: (s) => showDay(dayOf(s.savedAt)) },
              ],
            }),
          })}${buttons(button({ label: 'So sánh kịch bản đã chọn' }))}`,
        }),
  ),
})

/** What one scenario shows. */
export type ScenarioView = {
  readonly scenario: KeptScenario
  readonly sector: (code: string) => string
  readonly mayApprove: boolean
  readonly mayPlan: boolean
  readonly again: string
}

/** The levers in words, each on a line of its own. */
export function leverWords(l: Levers, sector: (code: string) => string): [string, string][] {
  const change = (n: number): string => (n === 0 ? 'như hiện nay' : `${showSigned(n, 2)}%`)
  return [
    ['Tuyển dụng', change(l.recruit)],
    ['Thôi việc, chuyển đi', change(l.leave)],
    ['Nâng trình độ', change(l.promote)],
    ['Tiến sĩ làm việc thêm', l.stayOn === null ? 'theo giả định' : `${showNumber(l.stayOn, 2)}%`],
    ...l.extra.map((e): [string, string] => [
      `Tuyển thêm: ${sector(e.sector)}`,
      `${showNumber(e.perYear, 2)} người mỗi năm, ${e.from}–${e.to}`,
    ]),
  ]
}

function approval(v: ScenarioView, seen: Seen): Html | '' {
  const { scenario: s } = v
  if (s.approvedAt !== null)
    return card({
      title: 'Được duyệt',
      body: facts([
        ['Văn bản', s.approvedAct ?? ''],
        ['Người ghi', s.approvedBy ?? ''],
        ['Lúc', showInstant(s.approvedAt)],
      ]),
    })
  const said = seen.refusal?.fields?.act
  const approve = form({
    action: `${scenarioHref(s.id)}/duyet`,
    csrf: seen.csrf,
    label: 'Ghi kịch bản được duyệt',
    body: html`${textField({ name: 'act', label: 'Văn bản duyệt', hint: 'Số, ký hiệu, ngày, cơ quan ban hành', value: seen.typed.act ?? '', ...(said === undefined ? {} : { error: said }) })}${buttons(button({ label: 'Ghi được duyệt', kind: 'main' }))}`,
  })
  const aside = form({
    action: `${scenarioHref(s.id)}/bo`,
    csrf: seen.csrf,
    label: 'Bỏ kịch bản',
    body: button({ label: 'Bỏ kịch bản', kind: 'quiet' }),
  })
  if (!v.mayApprove && !v.mayPlan) return ''
  return card({
    title: 'Đưa vào kế hoạch phát triển đội ngũ',
    id: 'duyet',
    body: html`${v.mayApprove ? approve : ''}${v.mayPlan ? aside : ''}`,
  })
}

/** "1. Tuyển thêm 10%": under this number it stands in the drawing. */
const numbered = (i: number, name: string): string => `${i + 1}. ${name}`

const chartOf = (title: string, list: readonly { name: string; result: Result }[]): Html => {
  const first = list[0]?.result
  if (first === undefined) return html``
  const end = Math.min(...list.map((s) => lastYear(s.result)))
  const start = Math.min(...list.map((s) => s.result.start))
  const years = Array.from({ length: end - start + 1 }, (_, i) => start + i)
  return linesChart({
    title,
    subtitle: `Đơn vị: người có trình độ từ đại học. Toàn tỉnh, ${start}–${end}`,
    unit: 'người',
    years,
    series: list.map((s, i) => ({
      ...(list.length === 1
        ? { name: 'Theo kịch bản', short: 'Kịch bản' }
        : { name: numbered(i, s.name), short: `Kịch bản ${i + 1}` }),
      values: years.map((y) => bandAt(s.result.total, y)?.mean ?? null),
      ...(list.length === 1
        ? {
            band: years.map((y) => {
              const b = bandAt(s.result.total, y)
              return b === undefined ? null : ([b.lo80, b.hi80] as const)
            }),
          }
        : {}),
    })),
    bandName: 'Khoảng 80%',
    zone: { from: first.start, label: end - start > 10 ? 'kịch bản' : 'dự báo' },
    source: 'Số liệu như lúc lưu; không đổi theo hồ sơ sau đó.',
  })
}

/** Một lĩnh vực của kịch bản. */
type Sector = { readonly code: string; readonly bands: Bands; readonly retiring: number }

function sectorsOf(v: ScenarioView): Html {
  const { result: r } = v.scenario
  const last = lastYear(r)
  const rows = r.sectors
    .map((s): Sector => {
      const flows = r.flows.filter((f) => f.sector === s.sector)
      return { code: s.sector, bands: s.bands, retiring: flows.reduce((n, f) => n + f.retirements, 0) }
    })
    .toSorted((a, b) => (bandAt(b.bands, last)?.mean ?? 0) - (bandAt(a.bands, last)?.mean ?? 0))
  const at = (bands: Bands, year: number): string => showNumber(bandAt(bands, year)?.mean ?? 0, 0)
  const range = (bands: Bands): string => {
    const b = bandAt(bands, last)
    return b === undefined ? '' : between(b.lo80, b.hi80, 'người')
  }
  return card({
    title: `Từng lĩnh vực năm ${last}`,
    fit: 'flush',
    body: table<Sector>({
      caption: `Số người của từng lĩnh vực năm ${r.start} và năm ${last}`,
      rows,
      empty: 'Chưa có lĩnh vực nào.',
      columns: [
        { label: 'Lĩnh vực', kind: 'name', room: 'wide', cell: (s) => v.sector(s.code) },
        { label: `Năm ${r.start}`, kind: 'number', cell: (s) => at(s.bands, r.start) },
        { label: `Năm ${last}`, kind: 'number', cell: (s) => at(s.bands, last) },
        { label: 'Khoảng 80%', kind: 'number', cell: (s) => range(s.bands) },
        { label: 'Nghỉ hưu', kind: 'number', phone: 'hide', cell: (s) => showNumber(s.retiring, 0) },
      ],
      foot: [
        'Toàn đội ngũ',
        at(r.total, r.start),
        at(r.total, last),
        range(r.total),
        showNumber(
          rows.reduce((n, s) => n + s.retiring, 0),
          0,
        ),
      ],
    }),
  })
}

/** Draws one scenario. */
export function scenarioPage(v: ScenarioView, seen: Seen): Drawn {
  const { scenario: s } = v
  return {
    crumbs: [crumb, { label: 'Kịch bản', href: SCENARIOS }, { label: s.title }],
    body: stack(
      head({
        title: `${s.title}: ${showNumber(lastValue(s.result), 0)} người đến năm ${lastYear(s.result)}`,
        state: stateOf(s),
        lead: s.note,
        actions: html`${linkButton({ label: 'Soạn tiếp từ đây', href: v.again, icon: 'edit' })}${linkButton({ label: 'Tải Word', href: `${scenarioHref(s.id)}/word`, icon: 'download' })}${linkButton({ label: 'Tải Excel', href: `${scenarioHref(s.id)}/excel`, icon: 'download' })}${linkButton({ label: 'Tải tệp kịch bản', href: `${scenarioHref(s.id)}/tep`, icon: 'download' })}`,
      }),
      columns('aside', [
        stack(card({ body: chartOf('Số người theo kịch bản', [{ name: s.title, result: s.result }]) }), sectorsOf(v)),
        stack(
          card({ title: 'Làm khác đi', body: facts(leverWords(s.levers, v.sector)) }),
          approval(v, seen),
          card({
            title: 'Để tính lại',
            body: facts([
              ['Người lưu', `${s.savedBy}, ${showInstant(s.savedAt)}`],
              ['Hạt giống, số lần thử', `${s.result.seed}, ${showNumber(s.result.draws)}`],
              ['Mã băm của mô hình', html`<code>${s.modelDigest.slice(0, 16)}</code>`],
              ['Mã băm của kết quả', html`<code>${s.resultDigest.slice(0, 16)}</code>`],
            ]),
          }),
        ),
      ]),
    ),
  }
}

/** What the comparison shows. */
export type CompareView = { readonly list: readonly KeptScenario[]; readonly sector: (code: string) => string }

const alone = (): Drawn => ({
  crumbs: [crumb, { label: 'Kịch bản', href: SCENARIOS }, { label: 'So sánh' }],
  body: stack(
    head({ title: 'Chọn ít nhất hai kịch bản để so sánh' }),
    emptyState(
      'Đánh dấu các kịch bản ở danh sách rồi bấm «So sánh kịch bản đã chọn».',
      linkButton({ label: 'Về danh sách kịch bản', href: SCENARIOS, icon: 'left' }),
    ),
  ),
})

/** The last year all of them reach. */
const commonYear = (list: readonly KeptScenario[]): number => Math.min(...list.map((s) => lastYear(s.result)))

/** Which has most people in the last year all reach, and by how many more than the next. */
function compared(list: readonly KeptScenario[]): string {
  const year = commonYear(list)
  const of = (s: KeptScenario): number => Math.round(bandAt(s.result.total, year)?.mean ?? 0)
  const [first, next] = list.toSorted((a, b) => of(b) - of(a))
  if (first === undefined || next === undefined) return ''
  const more = of(first) - of(next)
  return more === 0
    ? `Đến năm ${year} các kịch bản cho số người như nhau`
    : `Đến năm ${year} «${first.title}» có nhiều người nhất: ${showNumber(of(first), 0)}, hơn «${next.title}» ${showNumber(more, 0)} người`
}

type CompareRow = { readonly name: string; readonly cell: (s: KeptScenario) => string }

const compareTable = (
  caption: string,
  kind: 'text' | 'number',
  list: readonly KeptScenario[],
  rows: readonly CompareRow[],
): Html =>
  table<CompareRow>({
    caption,
    rows,
    empty: 'Không có gì để so sánh.',
    columns: [
      { label: 'Nội dung', quiet: true, kind: 'name', cell: (r) => r.name },
      ...list.map((s, i) => ({ label: `Kịch bản ${i + 1}`, unit: s.title, kind, cell: (r: CompareRow) => r.cell(s) })),
    ],
  })

/** Levers of all scenarios, one line each; what a scenario does not have is as until now. */
function leverRows(v: CompareView): CompareRow[] {
  const words = new Map(v.list.map((s) => [s.id, new Map(leverWords(s.levers, v.sector))]))
  const names = [...new Set([...words.values()].flatMap((w) => [...w.keys()]))]
  return names.map((name) => ({ name, cell: (s) => words.get(s.id)?.get(name) ?? 'không' }))
}

function resultRows(v: CompareView): CompareRow[] {
  const end = commonYear(v.list)
  const sum = (s: KeptScenario, of: 'recruits' | 'retirements'): string =>
    showNumber(
      s.result.flows.filter((f) => f.year <= end).reduce((n, f) => n + f[of], 0),
      0,
    )
  const whole = (bands: Bands): string => showNumber(bandAt(bands, end)?.mean, 0)
  const sectors = [...new Set(v.list.flatMap((s) => s.result.sectors.map((x) => x.sector)))]
  return [
    { name: 'Toàn đội ngũ', cell: (s) => whole(s.result.total) },
    {
      name: 'Khoảng 80%',
      cell: (s) => {
        const b = bandAt(s.result.total, end)
        return b === undefined ? '' : between(b.lo80, b.hi80, 'người')
      },
    },
    { name: 'Vào mới, cộng các năm', cell: (s) => sum(s, 'recruits') },
    { name: 'Nghỉ hưu, cộng các năm', cell: (s) => sum(s, 'retirements') },
    ...sectors.map((code) => ({
      name: v.sector(code),
      cell: (s: KeptScenario) => whole(s.result.sectors.find((x) => x.sector === code)?.bands ?? []),
    })),
  ]
}

/** Draws scenarios side by side. */
export function comparePage(v: CompareView): Drawn {
  if (v.list.length < 2) return alone()
  const end = commonYear(v.list)
  return {
    crumbs: [crumb, { label: 'Kịch bản', href: SCENARIOS }, { label: 'So sánh' }],
    body: stack(
      head({ title: compared(v.list) }),
      columns('two', [
        card({
          body: chartOf(
            'Số người theo từng kịch bản',
            v.list.map((s) => ({ name: s.title, result: s.result })),
          ),
        }),
        card({
          title: 'Làm khác đi',
          fit: 'flush',
          body: compareTable('Mức thay đổi của từng kịch bản', 'text', v.list, leverRows(v)),
        }),
      ]),
      card({
        title: `Kết quả năm ${end}`,
        fit: 'flush',
        body: compareTable(`Số người năm ${end} theo từng kịch bản`, 'number', v.list, resultRows(v)),
      }),
    ),
  }
}
