/** Trang «Dự báo»: every goal with its chance, the first year it fails, and the intake it takes. */
import { showAmount, showNumber, showRange } from '../../../kernel/number.ts'
import type { Drawn } from '../../../platform/http/route.ts'
import { card, stack } from '../../../ui/card.ts'
import { head } from '../../../ui/head.ts'
import { type Html, html } from '../../../ui/html.ts'
import { type StateKind, state } from '../../../ui/state.ts'
import { table } from '../../../ui/table.ts'
import { type Course, goalHref } from '../../goals/public.ts'
import { targetWords } from '../../indicators/public.ts'
import type { Foreseen } from '../outlook.ts'
import { CHANCES, type ChanceClass, chanceClass, chanceWords } from '../rules/chance.ts'
import { METHODS } from '../words.ts'
import { FORECASTS, forecastTabs } from './address.ts'

/** Một mục tiêu với triển vọng của nó. */
export type OutlookLine = { readonly course: Course; readonly outlook: Foreseen }

/** What the page shows. */
export type OverviewView = { readonly plan: string | null; readonly lines: readonly OutlookLine[] }

const KIND: Readonly<Record<ChanceClass, StateKind>> = { chac: 'ok', 'co-the': 'soon', kho: 'late', 'chua-ro': 'idle' }

/** The state of a chance: shape and words. */
export const chanceState = (o: Foreseen): Html => state(KIND[chanceClass(o.chance)], CHANCES[chanceClass(o.chance)])

const pointOf = (l: OutlookLine) => l.outlook.points.find((p) => p.year === (l.course.indicator.byYear ?? -1))

function foreseen(l: OutlookLine): Html | '' {
  const p = pointOf(l)
  const { unit } = l.course.indicator
  return p === undefined || l.outlook.chance === null
    ? ''
    : html`${showAmount(p.mean, unit)}<br><small>80%: ${showRange(p.lo80, p.hi80, unit)}</small>`
}

/** Recruits a year for a chance of 80 %, beside those of now. */
function needed(l: OutlookLine): Html | '' {
  const { goal } = l.outlook
  const at = goal?.needed.find((n) => n.probability === 0.8)
  if (goal === null || at === undefined) return ''
  if (at.perYear === null) return html`<span>Không mức tuyển nào đủ</span>`
  return html`<span>${showNumber(at.perYear, 0)} người mỗi năm<br><small>nay ${showNumber(goal.planned, 0)}</small></span>`
}

function summary(v: OverviewView): string {
  const count = (c: ChanceClass): number => v.lines.filter((l) => chanceClass(l.outlook.chance) === c).length
  if (v.lines.length === 0) return 'Chưa có mục tiêu nào để dự báo'
  const [sure, hard, blind] = [count('chac'), count('kho'), count('chua-ro')]
  return `${sure} mục tiêu nhiều khả năng đạt, ${hard} mục tiêu khó đạt${blind === 0 ? '' : `, ${blind} mục tiêu chưa tính được`}`
}

/** Draws the page. */
export const overviewPage = (v: OverviewView): Drawn => ({
  crumbs: [{ label: 'Dự báo' }],
  body: stack(
    head({
      over: v.plan === null ? '' : `Kế hoạch ${v.plan}`,
      title: summary(v),
      lead: 'Khả năng tính từ hồ sơ, các giả định và chuỗi số liệu; chuỗi dưới 5 năm thì không dự báo.',
    }),
    forecastTabs(FORECASTS),
    card({
      fit: 'flush',
      body: table<OutlookLine>({
        caption: 'Khả năng đạt của từng mục tiêu',
        rows: v.lines,
        empty: 'Kế hoạch chưa được ban hành vào hệ thống.',
        href: (l) => goalHref(l.course.indicator.code),
        columns: [
          {
            label: 'Mục tiêu',
            kind: 'name',
            room: 'wide',
            cell: (l) => `${l.course.indicator.code}. ${l.course.indicator.name}`,
          },
          {
            label: 'Đích',
            cell: (l) =>
              `${targetWords(l.course.indicator)}${l.course.indicator.byYear === null ? '' : `, năm ${l.course.indicator.byYear}`}`,
          },
          {
            label: 'Khả năng',
            kind: 'state',
            cell: (l) =>
              html`${chanceState(l.outlook)}<br><small>${chanceWords(l.outlook.chance, l.outlook.why)}</small>`,
          },
          { label: 'Dự báo năm đích', kind: 'number', cell: foreseen },
          { label: 'Để đạt với khả năng 80%', cell: needed },
          {
            label: 'Cách tính',
            spare: true,
            phone: 'hide',
            cell: (l) => (l.outlook.method === null ? '' : METHODS[l.outlook.method]),
          },
        ],
      }),
    }),
  ),
})
