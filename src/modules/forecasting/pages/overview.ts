/** Trang «Dự báo»: every goal with its chance, the first year it fails, and the intake it takes. */
import { showAmount, showNumber } from '../../../kernel/number.ts'
import type { Drawn, Seen } from '../../../platform/http/route.ts'
import { linkButton } from '../../../ui/button.ts'
import { card, stack } from '../../../ui/card.ts'
import { between } from '../../../ui/fan.ts'
import { head } from '../../../ui/head.ts'
import { type Html, html } from '../../../ui/html.ts'
import { type StateKind, state } from '../../../ui/state.ts'
import { table } from '../../../ui/table.ts'
import { type Course, goalHref } from '../../goals/public.ts'
import { targetWords } from '../../indicators/public.ts'
import type { Foreseen } from '../outlook.ts'
import { CHANCES, type ChanceClass, chanceClass, chanceTold, chanceWords } from '../rules/chance.ts'
import { FORECASTS, forecastTabs, WORKSPACE } from './address.ts'

/** Một mục tiêu với triển vọng của nó. */
export type OutlookLine = { readonly course: Course; readonly outlook: Foreseen }

/** What the page shows. */
export type OverviewView = { readonly plan: string | null; readonly lines: readonly OutlookLine[] }

const KIND: Readonly<Record<ChanceClass, StateKind>> = { chac: 'ok', 'co-the': 'soon', kho: 'late', 'chua-ro': 'idle' }

const classOf = (l: OutlookLine): ChanceClass => chanceClass(l.outlook.chance)

/** The chance with its shape. */
const chance = (l: OutlookLine): Html | '' =>
  l.outlook.chance === null ? '' : state(KIND[classOf(l)], chanceTold(l.outlook.chance))

/** The goal; why nothing is foreseen, without a chance. */
const nameOf = (l: OutlookLine): Html =>
  html`${l.course.indicator.code}. ${l.course.indicator.name}${l.outlook.chance === null ? html`<small>${chanceWords(null, l.outlook.why)}</small>` : ''}`

const pointOf = (l: OutlookLine) => l.outlook.points.find((p) => p.year === (l.course.indicator.byYear ?? -1))

function foreseen(l: OutlookLine): Html | '' {
  const p = pointOf(l)
  const { unit } = l.course.indicator
  const share = unit === '%' ? '%' : ''
  return p === undefined || l.outlook.chance === null
    ? ''
    : html`<span>${showAmount(p.mean, unit)}${share}<br><small>${between(p.lo80, p.hi80, unit)}${share}</small></span>`
}

/** Recruits a year for a chance of 80 %, beside those of now. */
function needed(l: OutlookLine): Html | '' {
  const { goal } = l.outlook
  const at = goal?.needed.find((n) => n.probability === 0.8)
  if (goal === null || at === undefined) return ''
  if (at.perYear === null) return html`<span>Không mức tuyển nào đủ</span>`
  return html`<span>tuyển ${showNumber(at.perYear, 0)} người mỗi năm <small>(nay ${showNumber(goal.planned, 0)})</small></span>`
}

/** What is to be done about comes first. */
const ORDER: readonly ChanceClass[] = ['kho', 'co-the', 'chac', 'chua-ro']

const byClass = (lines: readonly OutlookLine[]): OutlookLine[] =>
  ORDER.flatMap((c) => lines.filter((l) => classOf(l) === c))

const TOLD: Readonly<Record<ChanceClass, string>> = {
  kho: 'khó đạt nếu không làm thêm',
  'co-the': 'có thể đạt',
  chac: 'nhiều khả năng đạt',
  'chua-ro': 'chưa dự báo được',
}

/** "3 mục tiêu khó đạt nếu không làm thêm, 10 mục tiêu chưa dự báo được": only what there is. */
export function summary(v: OverviewView): string {
  if (v.lines.length === 0) return 'Chưa có mục tiêu nào để dự báo'
  return ORDER.flatMap((c) => {
    const count = v.lines.filter((l) => classOf(l) === c).length
    return count === 0 ? [] : [`${count} mục tiêu ${TOLD[c]}`]
  }).join(', ')
}

/** Draws the page. */
export const overviewPage = (v: OverviewView, seen: Seen): Drawn => ({
  crumbs: [{ label: 'Dự báo' }],
  body: stack(
    head({
      over: v.plan === null ? '' : `Kế hoạch ${v.plan}`,
      title: summary(v),
      lead: 'Khả năng tính từ hồ sơ, các giả định và chuỗi số liệu; chuỗi dưới 5 năm thì không dự báo.',
      actions: seen.opens(WORKSPACE) ? linkButton({ label: 'Soạn kịch bản', href: WORKSPACE, icon: 'plus' }) : '',
    }),
    forecastTabs(FORECASTS, seen),
    card({
      fit: 'flush',
      body: table<OutlookLine>({
        caption: 'Khả năng đạt của từng mục tiêu',
        rows: byClass(v.lines),
        empty: 'Kế hoạch chưa được ban hành vào hệ thống.',
        href: (l) => goalHref(l.course.indicator.code),
        group: (l) => CHANCES[classOf(l)],
        columns: [
          { label: 'Mục tiêu', kind: 'name', room: 'wide', cell: nameOf },
          {
            label: 'Đích',
            cell: (l) =>
              `${targetWords(l.course.indicator)}${l.course.indicator.byYear === null ? '' : `, năm ${l.course.indicator.byYear}`}`,
          },
          { label: 'Khả năng đạt', cell: chance },
          { label: 'Dự báo năm đích', kind: 'number', unit: 'khoảng 80%', cell: foreseen },
          { label: 'Để đạt với khả năng 80%', cell: needed },
        ],
      }),
    }),
  ),
})
