/** Trang kế hoạch của mọi cơ quan: who has made a plan, and which tasks of the province no plan carries out. */
import type { Drawn } from '../../../platform/http/route.ts'
import { card, figures, stack } from '../../../ui/card.ts'
import { disclosure } from '../../../ui/dialog.ts'
import { head } from '../../../ui/head.ts'
import { type Fragment, html } from '../../../ui/html.ts'
import { state } from '../../../ui/state.ts'
import { table } from '../../../ui/table.ts'
import { PLAN_STATES, type PlanState } from '../words.ts'
import { shortText } from './list.ts'

/** Một cơ quan. `given` = tasks the province gave it to lead; `missing` = codes of those its plan does not hold. */
export type CoverageRow = {
  readonly code: string
  readonly name: string
  readonly group: string
  readonly rank: number
  readonly state: PlanState | null
  readonly rows: number
  readonly given: number
  readonly missing: readonly string[]
  /** Rows of its own document not looked at yet, and its own work. */
  readonly open: number
  readonly own: number
}

/** What the page shows. */
export type CoverageView = {
  readonly year: number
  readonly programmeNumber: string
  readonly tasks: number
  readonly inSomePlan: number
  readonly nowhere: readonly { readonly code: string; readonly text: string; readonly lead: string | null }[]
  readonly rows: readonly CoverageRow[]
}

const planCell = (r: CoverageRow): Fragment =>
  r.state === null ? state('idle', 'Chưa lập') : state(PLAN_STATES[r.state].tone, PLAN_STATES[r.state].label)

const givenCell = (r: CoverageRow): Fragment => {
  if (r.given === 0) return ''
  const held = r.given - r.missing.length
  return r.missing.length === 0
    ? `${held}/${r.given}`
    : html`${held}/${r.given}<br><small>chưa có ${r.missing.join(', ')}</small>`
}

/** Draws the page. */
export function coveragePage(v: CoverageView): Drawn {
  const made = v.rows.filter((r) => r.state !== null)
  const lacking = v.rows.filter((r) => r.missing.length > 0).length
  return {
    crumbs: [{ label: 'Nhiệm vụ', href: '/nhiem-vu' }, { label: `Kế hoạch của các cơ quan năm ${v.year}` }],
    body: stack(
      head({
        title: `${made.length} trong ${v.rows.length} cơ quan đã lập kế hoạch năm ${v.year}${lacking === 0 ? '' : `, ${lacking} cơ quan còn thiếu nhiệm vụ tỉnh giao`}`,
        lead: `Mỗi cơ quan xây dựng kế hoạch thực hiện kế hoạch ${v.programmeNumber} và đưa thành nhiệm vụ trong kế hoạch công tác hằng năm (mục V.1).`,
      }),
      figures([
        {
          value: `${v.inSomePlan}/${v.tasks}`,
          label: 'nhiệm vụ của tỉnh',
          detail: 'có trong kế hoạch của ít nhất một cơ quan',
        },
        { value: String(made.filter((r) => r.state === 'da-duyet').length), label: 'kế hoạch', detail: 'đã duyệt' },
        {
          value: String(v.rows.reduce((n, r) => n + r.open, 0)),
          label: 'nhiệm vụ của cơ quan',
          detail: 'chưa xét liên kết',
        },
      ]),
      v.nowhere.length === 0
        ? ''
        : disclosure(
            `Nhiệm vụ của tỉnh chưa có trong kế hoạch của cơ quan nào (${v.nowhere.length})`,
            html`<ul class="prose">${v.nowhere.map((t) => html`<li><a href="${`/nhiem-vu/${t.code}`}"><b>${t.code}</b></a> ${shortText(t.text, 140)} <small>${t.lead ?? 'chưa rõ chủ trì'}</small></li>`)}</ul>`,
          ),
      card({
        fit: 'flush',
        body: table<CoverageRow>({
          caption: `Kế hoạch năm ${v.year} của các cơ quan`,
          rows: v.rows,
          keys: true,
          href: (r) => `/ke-hoach-co-quan/${v.year}/${r.code}`,
          columns: [
            { label: 'Cơ quan', kind: 'name', room: 'wide', cell: (r) => r.name },
            { label: 'Kế hoạch', kind: 'state', cell: planCell },
            { label: 'Nhiệm vụ', kind: 'number', cell: (r) => (r.rows === 0 ? '' : String(r.rows)) },
            { label: 'Tỉnh giao chủ trì', cell: givenCell },
            { label: 'Chưa xét', kind: 'number', cell: (r) => (r.open === 0 ? '' : String(r.open)), phone: 'hide' },
            { label: 'Riêng', kind: 'number', cell: (r) => (r.own === 0 ? '' : String(r.own)), phone: 'hide' },
          ],
          empty: 'Chưa có cơ quan nào phải thực hiện kế hoạch.',
        }),
      }),
    ),
  }
}
