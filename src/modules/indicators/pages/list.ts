/** Trang Chỉ tiêu: one line per quantified goal with its value on the day, or who must supply it; the goals without a figure below. */
import { showDay } from '../../../kernel/day.ts'
import type { Seen } from '../../../platform/http/route.ts'
import { linkButton } from '../../../ui/button.ts'
import { card, columns, stack } from '../../../ui/card.ts'
import { head } from '../../../ui/head.ts'
import { type Fragment, type Html, html } from '../../../ui/html.ts'
import { emptyState } from '../../../ui/message.ts'
import type { Page } from '../../../ui/page.ts'
import { state } from '../../../ui/state.ts'
import { noSource } from '../../../ui/strings.ts'
import { table } from '../../../ui/table.ts'
import { meetsTarget, targetWords } from '../rules/target-words.ts'
import { formulaText } from '../rules/told.ts'
import type { ListView } from '../screens.ts'
import { FORMULA_SOURCES, type JudgedGoal, VERDICTS } from '../words.ts'
import { dayForm, questionsOf, withQuestions } from './asked.ts'
import { lineOf } from './figures.ts'
import { shownReading } from './value.ts'

type Line = ListView['list'][number]

/** The first sources, and how many more: the page of the indicator names all. */
function shortly(sources: readonly string[]): string {
  const all = sources.flatMap((s) => s.split('; '))
  return all.length < 3 ? all.join('; ') : `${all[0]} và ${all.length - 1} nguồn khác`
}

const value = ({ reading: r }: Line): Fragment =>
  html`${shownReading(r)}${r.dataOf === null ? '' : html`<br><small>${showDay(r.dataOf)} · ${shortly(r.sources)}</small>`}`

/** Both ends of a range must meet the target, or miss it. */
function standing(d: Line): Fragment {
  const { low, high } = d.reading
  if (low === null || high === null) return ''
  const [least, most] = [meetsTarget(d, low), meetsTarget(d, high)]
  if (least === null || most === null) return ''
  if (least !== most) return state('idle', 'Chưa xác định', { plain: true })
  return least ? state('done', 'Đã đạt mức đích', { plain: true }) : state('soon', 'Chưa đạt mức đích', { plain: true })
}

const judgedTable = (list: readonly JudgedGoal[]): Html =>
  table<JudgedGoal>({
    caption: 'Mục tiêu định tính',
    rows: list,
    empty: 'Kế hoạch không có mục tiêu định tính.',
    href: (g) => `/chi-tieu/dinh-tinh/${g.code}`,
    columns: [
      { label: 'Mục tiêu', kind: 'name', cell: (g) => `${g.code}. ${g.text}`, room: 'wide' },
      {
        label: 'Nhận định mới nhất',
        room: 'wide',
        cell: (g) => {
          if (g.gone !== null)
            return html`<span class="none">Không còn đối tượng từ ngày ${showDay(g.gone.from)}</span><br><small>${g.gone.act}</small>`
          const j = g.judgements.find((x) => x.supersededAt === null)
          return j === undefined
            ? html`<span class="none">${noSource(g.custodian ?? 'chưa giao').replace('số liệu', 'nhận định')}</span>`
            : html`<b>${VERDICTS[j.verdict]}</b><br><small>${showDay(j.asOf)} · ${j.source}</small>`
        },
      },
    ],
  })

/** Draws the list. */
export function listPage(view: ListView, _seen: Seen): Partial<Page> & Pick<Page, 'body'> {
  const { list } = view
  if (list.length === 0 && view.judged.length === 0) return { body: nothingYet() }
  const without = list.filter((d) => d.reading.state === 'no-source').length
  const title =
    without === 0
      ? `${list.length} chỉ tiêu đều có nguồn số liệu`
      : `${without} trong ${list.length} chỉ tiêu chưa có nguồn số liệu`
  const questions = questionsOf(view)
  return {
    crumbs: [{ label: 'Kế hoạch', href: '/ke-hoach' }, { label: 'Chỉ tiêu' }],
    body: stack(
      head({
        title,
        over: `Kế hoạch ${list[0]?.planNumber ?? ''} · ngày ${showDay(view.asOf)}`,
        lead: 'Số liệu được tính khi mở trang, từ hồ sơ, số liệu thống kê và số chính thức có nguồn; hệ thống không ước tính thay số liệu còn thiếu.',
        actions: linkButton({ label: 'Số liệu chính thức theo ngày', href: '/chi-tieu/so-lieu', icon: 'document' }),
      }),
      card({ fit: 'flush', body: quantified(list, questions) }),
      columns('aside', [
        card({ title: 'Mục tiêu định tính', fit: 'flush', body: judgedTable(view.judged) }),
        card({ title: 'Ngày xem', body: dayForm('/chi-tieu', questions, { today: view.today, places: false }) }),
      ]),
    ),
  }
}

const nothingYet = (): Html =>
  stack(
    head({ title: 'Chưa có chỉ tiêu nào' }),
    emptyState(
      'Chỉ tiêu có sau khi kế hoạch được ban hành vào hệ thống.',
      linkButton({ label: 'Mở trang Kế hoạch', href: '/ke-hoach', icon: 'plan' }),
    ),
  )

const quantified = (list: readonly Line[], questions: Readonly<Record<string, string>>): Html =>
  table<Line>({
    caption: 'Chỉ tiêu của kế hoạch',
    rows: list,
    empty: 'Chưa có chỉ tiêu nào.',
    href: (d) => withQuestions(`/chi-tieu/${d.code}`, questions),
    columns: [
      { label: 'Chỉ tiêu', kind: 'name', cell: (d) => `${d.code}. ${d.name}`, room: 'wide' },
      {
        label: 'Đích',
        cell: (d) => html`${targetWords(d)}${d.byYear === null ? '' : html`<br><small>đến năm ${d.byYear}</small>`}`,
      },
      { label: 'Giá trị', cell: value, room: 'wide' },
      {
        label: 'Cách tính',
        phone: 'hide',
        spare: true,
        cell: ({ reading: r }) =>
          html`<span title="${formulaText(r.formula)}">${FORMULA_SOURCES[r.formula?.source ?? 'reported']}</span>`,
      },
      { label: 'Diễn biến', cell: lineOf, phone: 'hide', spare: true },
      { label: 'Đánh giá', kind: 'state', cell: standing },
    ],
  })
