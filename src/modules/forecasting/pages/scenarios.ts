/** Trang «Kịch bản»: those that were saved, one of them, and several side by side. */
import { dayOf, showDay, showInstant } from '../../../kernel/day.ts'
import { showNumber } from '../../../kernel/number.ts'
import type { Drawn, Seen } from '../../../platform/http/route.ts'
import { button, linkButton } from '../../../ui/button.ts'
import { card, columns, facts, stack } from '../../../ui/card.ts'
import { buttons, form, textField } from '../../../ui/form.ts'
import { head } from '../../../ui/head.ts'
import { type Html, html } from '../../../ui/html.ts'
import { linesChart } from '../../../ui/lines.ts'
import { emptyState } from '../../../ui/message.ts'
import { state } from '../../../ui/state.ts'
import { table } from '../../../ui/table.ts'
import type { Levers } from '../rules/levers.ts'
import { bandAt, type Result } from '../rules/result.ts'
import type { KeptScenario } from '../views.ts'
import { COMPARE, crumb, forecastTabs, SCENARIOS, scenarioHref, WORKSPACE } from './address.ts'

/** What the list shows. */
export type ScenariosView = { readonly list: readonly KeptScenario[]; readonly mayPlan: boolean }

const lastYear = (r: Result): number => r.start + r.years
const lastValue = (r: Result): number => bandAt(r.total, lastYear(r))?.mean ?? 0

const stateOf = (s: KeptScenario): Html =>
  s.approvedAt === null ? state('idle', 'Đang cân nhắc') : state('ok', 'Được duyệt')

/** Draws the list. */
export const scenariosPage = (v: ScenariosView): Drawn => ({
  crumbs: [crumb, { label: 'Kịch bản' }],
  body: stack(
    head({
      title:
        v.list.length === 0
          ? 'Chưa có kịch bản nào được lưu'
          : `${v.list.length} kịch bản, ${v.list.filter((s) => s.approvedAt !== null).length} được duyệt`,
      actions: linkButton({ label: 'Soạn kịch bản', href: WORKSPACE, icon: 'plus', kind: 'main' }),
    }),
    forecastTabs(SCENARIOS),
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
  readonly again: string
}

/** The levers in words, each on a line of its own. */
export function leverWords(l: Levers, sector: (code: string) => string): [string, string][] {
  const change = (n: number): string => (n === 0 ? 'như hiện nay' : `${n > 0 ? '+' : ''}${showNumber(n, 2)}%`)
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
  if (!v.mayApprove) return ''
  const said = seen.refusal?.fields?.act
  return card({
    title: 'Đưa vào kế hoạch phát triển đội ngũ',
    id: 'duyet',
    body: html`${form({
      action: `${scenarioHref(s.id)}/duyet`,
      csrf: seen.csrf,
      body: html`${textField({ name: 'act', label: 'Văn bản duyệt', hint: 'Số, ký hiệu, ngày, cơ quan ban hành', value: seen.typed.act ?? '', ...(said === undefined ? {} : { error: said }) })}${buttons(button({ label: 'Ghi được duyệt', kind: 'main' }))}`,
    })}${form({ action: `${scenarioHref(s.id)}/bo`, csrf: seen.csrf, label: 'Bỏ kịch bản', body: html`${button({ label: 'Bỏ kịch bản', kind: 'quiet' })}` })}`,
  })
}

const chartOf = (title: string, list: readonly { name: string; result: Result }[]): Html => {
  const first = list[0]?.result
  if (first === undefined) return html``
  const end = Math.max(...list.map((s) => lastYear(s.result)))
  const start = Math.min(...list.map((s) => s.result.start))
  const years = Array.from({ length: end - start + 1 }, (_, i) => start + i)
  return linesChart({
    title,
    subtitle: `Đơn vị: người có trình độ từ đại học. Toàn tỉnh, ${start}–${end}`,
    unit: 'người',
    years,
    series: list.map((s) => ({
      name: s.name,
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
    zone: { from: first.start, label: end - start > 10 ? 'kịch bản' : 'dự báo' },
    source: 'Số liệu như lúc lưu; không đổi theo hồ sơ sau đó.',
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
        lead: s.note,
        actions: html`${linkButton({ label: 'Soạn tiếp từ đây', href: v.again, icon: 'edit' })}${linkButton({ label: 'Tải Word', href: `${scenarioHref(s.id)}/word`, icon: 'download' })}${linkButton({ label: 'Tải Excel', href: `${scenarioHref(s.id)}/excel`, icon: 'download' })}${linkButton({ label: 'Tải tệp kịch bản', href: `${scenarioHref(s.id)}/tep`, icon: 'download' })}`,
      }),
      columns('aside', [
        card({ body: chartOf('Số người theo kịch bản', [{ name: s.title, result: s.result }]) }),
        stack(
          card({ title: 'Làm khác đi', body: facts(leverWords(s.levers, v.sector)) }),
          card({
            title: 'Để tính lại',
            body: facts([
              ['Người lưu', `${s.savedBy}, ${showInstant(s.savedAt)}`],
              ['Hạt giống, số lần thử', `${s.result.seed}, ${showNumber(s.result.draws)}`],
              ['Mã băm của mô hình', html`<code>${s.modelDigest.slice(0, 16)}</code>`],
              ['Mã băm của kết quả', html`<code>${s.resultDigest.slice(0, 16)}</code>`],
            ]),
          }),
          approval(v, seen),
        ),
      ]),
    ),
  }
}

/** What the comparison shows. */
export type CompareView = { readonly list: readonly KeptScenario[]; readonly sector: (code: string) => string }

/** Draws scenarios side by side. */
export function comparePage(v: CompareView): Drawn {
  if (v.list.length < 2)
    return {
      crumbs: [crumb, { label: 'Kịch bản', href: SCENARIOS }, { label: 'So sánh' }],
      body: stack(
        head({ title: 'Chọn ít nhất hai kịch bản để so sánh' }),
        emptyState(
          'Đánh dấu các kịch bản ở danh sách rồi bấm «So sánh kịch bản đã chọn».',
          linkButton({ label: 'Về danh sách kịch bản', href: SCENARIOS, icon: 'left' }),
        ),
      ),
    }
  const sectors = [...new Set(v.list.flatMap((s) => s.result.sectors.map((x) => x.sector)))]
  const end = Math.min(...v.list.map((s) => lastYear(s.result)))
  const at = (s: KeptScenario, sector: string): number | undefined =>
    bandAt(s.result.sectors.find((x) => x.sector === sector)?.bands ?? [], end)?.mean
  return {
    crumbs: [crumb, { label: 'Kịch bản', href: SCENARIOS }, { label: 'So sánh' }],
    body: stack(
      head({ title: `${v.list.length} kịch bản cạnh nhau đến năm ${end}` }),
      card({
        body: chartOf(
          'Số người theo từng kịch bản',
          v.list.map((s) => ({ name: s.title, result: s.result })),
        ),
      }),
      card({
        title: `Từng lĩnh vực năm ${end}`,
        fit: 'flush',
        body: table<string>({
          caption: `Số người của từng lĩnh vực năm ${end} theo từng kịch bản`,
          rows: sectors,
          empty: 'Không có lĩnh vực nào.',
          phone: 'scroll',
          columns: [
            { label: 'Lĩnh vực', kind: 'name', room: 'wide', cell: v.sector },
            ...v.list.map((s) => ({
              label: s.title,
              kind: 'number' as const,
              cell: (sector: string) => {
                const n = at(s, sector)
                return n === undefined ? '' : showNumber(n, 0)
              },
            })),
          ],
        }),
      }),
      card({
        title: 'Làm khác đi',
        body: columns(
          'two',
          v.list.map((s) => html`<div><h3>${s.title}</h3>${facts(leverWords(s.levers, v.sector))}</div>`),
        ),
      }),
    ),
  }
}
