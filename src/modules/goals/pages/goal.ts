/** Trang một mục tiêu: the finding, the chart against path and target, who answers for it, what is shared out, why it was missed. */
import { type Day, showDay, showInstant, yearOf } from '../../../kernel/day.ts'
import { showNumber, withUnit } from '../../../kernel/number.ts'
import type { Drawn } from '../../../platform/http/route.ts'
import { linkButton } from '../../../ui/button.ts'
import { card, columns, facts, stack } from '../../../ui/card.ts'
import { tabs } from '../../../ui/chips.ts'
import { head } from '../../../ui/head.ts'
import { type Fragment, type Html, html } from '../../../ui/html.ts'
import { table } from '../../../ui/table.ts'
import { targetSentence, targetWords } from '../../indicators/public.ts'
import type { Course } from '../courses.ts'
import { expectedWords, findingOf } from '../rules/finding.ts'
import { endOf, plannedOn } from '../rules/path.ts'
import type { KeptCascade, KeptExplanation } from '../views.ts'
import { type BodyFigure, CAUSES, type Outlook, PATH_KINDS } from '../words.ts'
import { cascadeHref, compareHref, explainHref, GOALS, METHOD, pathHref } from './address.ts'
import { courseCard } from './course-chart.ts'
import { bodyFigure, figureOf, progressState, WITHHELD } from './parts.ts'

/** Người chịu trách nhiệm của một cơ quan. */
export type Answerable = {
  readonly body: string
  readonly name: string | null
  readonly post: string
  readonly phone: string
}

/** What the page shows. */
export type GoalView = {
  readonly course: Course
  readonly today: Day
  readonly lead: Answerable | null
  readonly custodian: string
  readonly tasks: readonly {
    readonly code: string
    readonly text: string
    readonly state: Html | string
    readonly href: string
  }[]
  readonly cascades: readonly (Omit<KeptCascade, 'shares'> & {
    readonly shares: readonly { readonly body: string; readonly value: number; readonly now: BodyFigure | null }[]
  })[]
  readonly explanations: readonly (KeptExplanation & { readonly body: string; readonly unitName: string })[]
  readonly maySetPath: boolean
  readonly mayExplain: boolean
  readonly canShare: boolean
  readonly outlook: Outlook | null
}

function standing(v: GoalView): Html {
  const { course: c } = v
  const { indicator: i } = c
  const year = yearOf(v.today)
  const planned = c.path === null ? '' : withUnit(plannedOn(c.path, endOf(year)), i.unit)
  const rows: (readonly [string, Fragment])[] = [
    ['Mức tiến độ', progressState(c)],
    [
      'Hiện có',
      html`${figureOf(c)}${c.reading.dataOf === null ? '' : html` <small>đến ${showDay(c.reading.dataOf)}</small>`}`,
    ],
    ['Đích', `${targetWords(i)}${i.byYear === null ? '' : `, năm ${i.byYear}`}`],
    [`Mốc cuối năm ${year}`, planned],
    ['Nếu giữ đà đến nay', c.reading.low === null ? '' : expectedWords(c.expected, i.byYear)],
    ['Từ nay mỗi năm phải thêm', c.pace === null || c.expected.kind === 'reached' ? '' : withUnit(c.pace, i.unit)],
    [
      'Lộ trình',
      c.path === null
        ? ''
        : `${PATH_KINDS[c.path.kind].label}, từ ${withUnit(c.path.base.value, i.unit)} ngày ${showDay(c.path.base.on)}${c.set === null ? ' (chưa đặt, lấy số liệu đầu tiên)' : ''}`,
    ],
  ]
  return card({ title: 'Đang ở đâu', body: facts(rows), foot: html`<a href="${METHOD}">Cách đánh giá</a>` })
}

function people(v: GoalView): Html {
  const { lead } = v
  return card({
    title: 'Nguyên nhân và người chịu trách nhiệm',
    id: 'chiu-trach-nhiem',
    body: html`${facts([
      [
        'Chịu trách nhiệm',
        lead === null
          ? html`<span class="none">Chưa giao cơ quan nào</span>`
          : html`${lead.body}${lead.name === null ? '' : html`<br>${lead.name}${lead.post === '' ? '' : `, ${lead.post}`}${lead.phone === '' ? '' : html` · <a href="${`tel:${lead.phone.replaceAll(' ', '')}`}">${lead.phone}</a>`}`}`,
      ],
      ['Cung cấp số liệu', v.custodian],
    ])}
${v.tasks.length === 0 ? '' : html`<h3>Nhiệm vụ của cơ quan chịu trách nhiệm</h3><ul class="matters">${v.tasks.map((t) => html`<li><a href="${t.href}">${t.code}. ${t.text}</a><small>${t.state}</small></li>`)}</ul>`}
${v.explanations.length === 0 ? '' : html`<h3>Giải trình</h3>${v.explanations.map((e) => html`<div class="note"><p><b>Năm ${e.year} · ${e.unitName}</b> (${CAUSES[e.cause].label.toLowerCase()})</p><p>${e.body}</p><p>Việc sẽ làm: ${e.remedy}</p><p><small>${e.recordedBy}, ${showInstant(e.recordedAt)}</small></p></div>`)}`}`,
    ...(v.mayExplain
      ? { foot: html`<a href="${explainHref(v.course.indicator.code)}">Giải trình việc chưa đạt mốc</a>` }
      : {}),
  })
}

function cascade(v: GoalView): Html {
  const { code, unit } = v.course.indicator
  if (v.cascades.length === 0) return html``
  return card({
    title: 'Giao cho cơ quan',
    id: 'giao',
    body: html`${v.cascades.map((c) =>
      table<GoalView['cascades'][number]['shares'][number]>({
        caption: `Năm ${c.year}: mốc ${showNumber(c.milestone, 2)} ${unit}`,
        rows: c.shares,
        empty: 'Chưa giao cơ quan nào.',
        columns: [
          { label: `Năm ${c.year}`, kind: 'name', cell: (s) => s.body },
          { label: `Được giao (${unit})`, kind: 'number', cell: (s) => showNumber(s.value, 2) },
          { label: 'Hiện có', kind: 'number', cell: (s) => bodyFigure(s.now) },
        ],
      }),
    )}${v.cascades.some((c) => c.shares.some((s) => s.now?.hidden === true)) ? html`<p><small>${WITHHELD}</small></p>` : ''}${v.cascades.filter((c) => c.reason !== '').map((c) => html`<p><small>Năm ${c.year}: ${c.reason}</small></p>`)}`,
    foot: v.maySetPath ? html`<a href="${cascadeHref(code)}">Sửa mức giao</a>` : '',
  })
}

const outlook = (o: Outlook): Html =>
  card({
    title: o.fan.words,
    id: 'trien-vong',
    body: facts(o.lines),
    foot: html`<a href="${o.href}">Dự báo và kịch bản</a>`,
  })

/** Draws the page. */
export function goalPage(v: GoalView): Drawn {
  const { course: c } = v
  const { indicator: i, reading: r } = c
  const now = r.low === null || r.high === null ? null : { on: r.dataOf ?? r.asOf, low: r.low, high: r.high }
  const title = findingOf({
    unit: i.unit,
    now,
    progress: c.progress,
    planned: c.planned,
    expected: c.expected,
    byYear: i.byYear,
    why: r.why,
  })
  return {
    crumbs: [{ label: 'Mục tiêu', href: GOALS }, { label: i.code }],
    body: stack(
      head({
        over: `${i.code} · ${i.name}`,
        title,
        lead: c.above ? `${targetSentence(i)}. Số liệu cao hơn mức trên của khung.` : `${targetSentence(i)}.`,
        actions: v.maySetPath
          ? html`${v.canShare ? linkButton({ label: 'Giao cho cơ quan', href: cascadeHref(i.code), icon: 'send' }) : ''}${i.byYear === null ? '' : linkButton({ label: 'Đặt lộ trình', href: pathHref(i.code), icon: 'goal' })}`
          : '',
      }),
      tabs('Trang của mục tiêu', [
        { label: 'Tiến độ', href: `${GOALS}/${i.code}`, current: true },
        ...(c.reading.formula?.splits.includes('place') === true
          ? [{ label: 'So sánh địa bàn', href: compareHref(i.code) }]
          : []),
        { label: 'Cách tính và số liệu', href: `/chi-tieu/${i.code}` },
        { label: 'Câu gốc trong kế hoạch', href: `/ke-hoach/${i.code.replace(/[a-z]$/, '')}` },
      ]),
      columns('aside', [
        courseCard(c, v.today, html`<a href="${`/chi-tieu/${i.code}`}">Cách tính và từng con số</a>`, v.outlook?.fan),
        v.outlook === null ? standing(v) : stack(standing(v), outlook(v.outlook)),
      ]),
      people(v),
      cascade(v),
    ),
  }
}
