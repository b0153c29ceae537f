/** Tổng hợp báo cáo: who has sent, who is late, what can be accepted now. */
import { addDays, showDay } from '../../../kernel/day.ts'
import { showNumber, showPercent } from '../../../kernel/number.ts'
import { midSentence } from '../../../kernel/text.ts'
import type { Drawn, Seen } from '../../../platform/http/route.ts'
import { button, linkButton } from '../../../ui/button.ts'
import { card } from '../../../ui/card.ts'
import { chips } from '../../../ui/chips.ts'
import { csrfField, hidden } from '../../../ui/form.ts'
import { head } from '../../../ui/head.ts'
import { type Html, html } from '../../../ui/html.ts'
import { emptyState, message } from '../../../ui/message.ts'
import type { StateKind } from '../../../ui/state.ts'
import { table } from '../../../ui/table.ts'
import type { PeriodChoice } from '../period-choices.ts'
import { canAppraise, canRunPeriod } from '../rights.ts'
import { countsOf, FILTERS, type Filter, fits, type Line, overdue, turnout } from '../rules/counts.ts'
import { FIRST_REGIME, opensOn } from '../rules/regime.ts'
import { may } from '../rules/transitions.ts'
import type { AcceptedBatch } from '../views/batches.ts'
import type { Period } from '../views/periods.ts'
import { HREF, PLAN_REGIME } from '../words.ts'
import { openingHref } from './regimes.ts'
import { momentOf, standingState, stateOf } from './standing.ts'

/** Chế độ báo cáo: one chip per regime that has a period; nothing where there is only one. */
export const regimeChoice = (others: readonly PeriodChoice[]): Html =>
  others.length === 0 ? html`` : chips('Chế độ báo cáo', others)

const urgeHref = (of: { readonly regime: string; readonly year: number }): string => `/don-doc/${of.regime}/${of.year}`

/** Dòng of the page: with the group of the body and who prepares its report. */
export type CollectionLine = Line & { readonly group: string; readonly contact: string }

/** What the page shows. */
export type CollectionView = {
  readonly regime: string
  readonly year: number
  readonly period: Period | null
  readonly lines: readonly CollectionLine[]
  readonly filter: Filter
  readonly group: string
  readonly batch: AcceptedBatch | null
  /** The regimes to choose from; empty = there is only one. */
  readonly others: readonly PeriodChoice[]
}

/** The reports chosen for acceptance. */
export type ChosenView = { readonly period: Period; readonly chosen: readonly Line[] }

const SHAPES: Readonly<Partial<Record<Filter, StateKind>>> = {
  'chua-nop': 'idle',
  cho: 'wait',
  'tra-lai': 'back',
  'da-duyet': 'done',
  'qua-han': 'late',
  'xin-gia-han': 'soon',
  'khong-van-de': 'ok',
  mien: 'exempt',
}

const href = (v: CollectionView, filter: Filter, group: string): string => {
  const query = new URLSearchParams({
    ...(filter === 'tat-ca' ? {} : { loc: filter }),
    ...(group === '' ? {} : { nhom: group }),
  }).toString()
  return `${HREF.collection(v)}${query === '' ? '' : `?${query}`}`
}

/** The address of what is shown. */
export const collectionHref = (v: CollectionView): string => href(v, v.filter, v.group)

/** The page. */
export function collectionPage(v: CollectionView, seen: Seen): Drawn {
  if (v.period === null) return notOpen(v, seen)
  const inGroup = v.lines.filter((l) => v.group === '' || l.group === v.group)
  const shown = inGroup.filter((l) => fits(l, v.filter)).sort(urgentFirst)
  const t = turnout(v.lines)
  const late = v.lines.filter(overdue).length
  const finding =
    late > 0
      ? `${late} cơ quan quá hạn, ${t.sent}/${t.owed} đã nộp`
      : t.sent === t.owed
        ? `Đủ ${t.owed} cơ quan đã nộp`
        : `${t.owed - t.sent} cơ quan chưa nộp, ${standingWords(v)}`
  return {
    layout: 'wide',
    crumbs: [{ label: `Tổng hợp: ${midSentence(v.period.title)}` }],
    body: html`${head({
      title: finding,
      over: `Hạn nộp: trước ${showDay(v.period.dueBefore)} · chốt số liệu ${showDay(v.period.cutOff)}`,
      lead: `Đã nộp ${t.sent}/${t.owed} (${showPercent(t.owed === 0 ? 0 : t.sent / t.owed)}), đúng hạn ${t.onTime}, muộn ${t.late}, miễn ${t.released}.`,
      actions: html`${late > 0 && canAppraise.allows(seen.actor) ? linkButton({ label: `Đôn đốc (${late})`, href: urgeHref(v), icon: 'letter', data: { key: 'u' } }) : ''}${canAppraise.allows(seen.actor) ? linkButton({ label: 'Báo cáo tỉnh', href: HREF.provincial(v), kind: 'main' }) : ''}`,
    })}${regimeChoice(v.others)}${undoBand(v, seen)}${filters(v, inGroup)}${list(v, shown, seen)}`,
  }
}

const standingWords = (v: CollectionView): string => {
  const left = v.lines.find((l) => l.daysLeft !== null)?.daysLeft
  return left === undefined || left === null
    ? 'đã hết hạn'
    : left === 0
      ? 'hôm nay là ngày cuối'
      : `hạn còn ${left} ngày`
}

const URGENCY = (l: Line): number =>
  overdue(l)
    ? 0
    : l.state === 'da-nop'
      ? 1
      : l.state === 'da-tiep-nhan'
        ? 2
        : l.state === 'tra-lai'
          ? 3
          : l.state === 'da-duyet'
            ? 6
            : l.state === 'mien' || l.state === 'ke-thua'
              ? 7
              : 4
const urgentFirst = (a: Line, b: Line): number =>
  URGENCY(a) - URGENCY(b) || b.daysOverdue - a.daysOverdue || (a.code < b.code ? -1 : 1)

function notOpen(v: CollectionView, seen: Seen): Drawn {
  const words =
    v.regime === PLAN_REGIME
      ? `Kỳ báo cáo ${v.year} chưa mở. Dự kiến mở ngày ${showDay(opensOn(FIRST_REGIME, v.year))}.`
      : `Kỳ báo cáo ${v.year} của chế độ này chưa mở.`
  return {
    crumbs: [{ label: `Tổng hợp báo cáo năm ${v.year}` }],
    body: html`${head({ title: `Kỳ báo cáo ${v.year} chưa mở` })}${regimeChoice(v.others)}${emptyState(words, canRunPeriod.allows(seen.actor) ? linkButton({ label: 'Mở kỳ', href: openingHref(v.regime, v.year), kind: 'main' }) : 'Sở Nội vụ mở kỳ.')}`,
  }
}

function filters(v: CollectionView, inGroup: readonly Line[]): Html {
  const counts = countsOf(inGroup)
  const names = [...new Set(v.lines.map((l) => l.group))]
  const keys = (Object.keys(FILTERS) as Filter[]).filter(
    (f) => f === v.filter || f === 'tat-ca' || f === 'qua-han' || counts[f] > 0,
  )
  return html`${chips(
    'Lọc theo trạng thái',
    keys.map((f) => ({
      label: FILTERS[f].label,
      href: href(v, f, v.group),
      count: counts[f],
      current: f === v.filter,
      ...(SHAPES[f] ? { kind: SHAPES[f] } : {}),
    })),
  )}${chips('Lọc theo nhóm cơ quan', [
    { label: 'Mọi nhóm', href: href(v, v.filter, ''), current: v.group === '' },
    ...names.map((g) => ({
      label: g,
      href: href(v, v.filter, g),
      count: v.lines.filter((l) => l.group === g && fits(l, v.filter)).length,
      current: v.group === g,
    })),
  ])}`
}

function undoBand(v: CollectionView, seen: Seen): Html {
  if (v.batch === null || !canAppraise.allows(seen.actor)) return html``
  const count = v.batch.obligations.length
  return message({
    kind: 'info',
    announce: false,
    title: `Đã duyệt ${count} báo cáo lúc ${momentOf(v.batch.at)}.`,
    body: html`<p>${v.batch.by}. Hoàn tác được đến khi tạo báo cáo tỉnh.</p>`,
    actions: html`<form method="post" action="${HREF.collection(v, 'hoan-tac')}">${csrfField(seen.csrf)}${hidden('batch', v.batch.at.toString())}${button({ label: 'Hoàn tác', kind: 'quiet' })}</form>`,
  })
}

function list(v: CollectionView, shown: readonly CollectionLine[], seen: Seen): Html {
  const acting = canAppraise.allows(seen.actor)
  const canAccept = (l: Line): boolean => may(l.state, 'duyet') && l.openWarnings === 0
  const any = acting && shown.some(canAccept)
  return html`${any ? html`<form method="get" action="${HREF.collection(v, 'duyet')}" id="duyet-loat" class="bulk">${button({ label: 'Duyệt báo cáo đã chọn', icon: 'check', data: { counts: 'duyet-loat', label: 'Duyệt ({n})' } })}</form>` : ''}${card(
    {
      fit: 'flush',
      body: table<CollectionLine>({
        caption: `${v.period?.title ?? ''}: ${FILTERS[v.filter].label}`,
        rows: shown,
        keys: true,
        empty: 'Không có cơ quan nào trong nhóm này.',
        href: (l) => HREF.collection(l),
        tone: (l) => (overdue(l) ? 'late' : null),
        ...(any
          ? {
              select: {
                name: 'units',
                form: 'duyet-loat',
                value: (l: CollectionLine) => l.unitCode,
                label: (l: CollectionLine) => `Chọn ${l.unitName}`,
                can: canAccept,
              },
            }
          : {}),
        paging: { from: shown.length === 0 ? 0 : 1, to: shown.length, total: shown.length, noun: 'cơ quan' },
        columns: [
          {
            label: 'Cơ quan',
            kind: 'name',
            room: 'wide',
            cell: (l) =>
              html`${l.unitName}${l.asking ? html` <small>xin gia hạn</small>` : ''}${l.closing ? html` <small>báo cáo kết thúc, đến hết ${l.part.to === null ? '' : showDay(addDays(l.part.to, -1))}</small>` : ''}`,
          },
          { label: 'Trạng thái', kind: 'state', cell: (l) => (overdue(l) ? standingState(l) : stateOf(l, true)) },
          { label: 'Nộp lúc', kind: 'day', cell: (l) => (l.submittedAt === null ? '' : momentOf(l.submittedAt)) },
          {
            label: 'Đúng hạn',
            kind: 'text',
            room: 'tight',
            cell: (l) => (l.late === null ? '' : l.late ? 'Không' : 'Có'),
          },
          {
            label: 'Cảnh báo',
            kind: 'number',
            phone: 'hide',
            cell: (l) => (l.findings === 0 ? '' : showNumber(l.findings)),
          },
          { label: 'Phụ trách', kind: 'text', spare: true, phone: 'hide', cell: (l) => l.contact },
          { label: 'Mã', kind: 'text', room: 'tight', spare: true, phone: 'hide', cell: (l) => l.code },
        ],
      }),
    },
  )}`
}

/** Xác nhận duyệt hàng loạt: the list once more, then the button. */
export function confirmAcceptPage(v: ChosenView, seen: Seen): Drawn {
  const of = { regime: v.period.slug, year: v.period.year }
  const open = v.chosen.reduce((s, l) => s + l.openWarnings, 0)
  const n = v.chosen.length
  return {
    crumbs: [{ label: `Tổng hợp: ${midSentence(v.period.title)}`, href: HREF.collection(of) }, { label: 'Duyệt' }],
    body: html`${head({ title: `Duyệt ${n} báo cáo`, lead: `${n} báo cáo, ${open} cảnh báo chưa giải trình. Hoàn tác được đến khi tạo báo cáo tỉnh.` })}
<form method="post" action="${HREF.collection(of, 'duyet')}" class="bulk">${csrfField(seen.csrf)}${v.chosen.map((l) => hidden('units', l.unitCode))}<div class="buttons">${button({ label: `Duyệt ${n} báo cáo`, kind: 'main', ...(n === 0 ? { blocked: 'Chưa chọn báo cáo nào' } : {}) })}<a class="btn plain" href="${`${HREF.collection(of)}?loc=khong-van-de`}">Quay lại</a></div></form>
${card({
  fit: 'flush',
  body: table<Line>({
    caption: 'Báo cáo sẽ duyệt',
    rows: v.chosen,
    empty: 'Chưa chọn báo cáo nào. Quay lại danh sách để chọn.',
    columns: [
      { label: 'Cơ quan', kind: 'name', room: 'wide', cell: (l) => l.unitName },
      { label: 'Trạng thái', kind: 'state', cell: (l) => stateOf(l, true) },
      { label: 'Nộp lúc', kind: 'day', cell: (l) => (l.submittedAt === null ? '' : momentOf(l.submittedAt)) },
    ],
  }),
})}`,
  }
}
