/** Thử bản đang soạn với báo cáo đã nộp, and the page that issues it. */
import { showNumber } from '../../../kernel/number.ts'
import type { Drawn, Seen } from '../../../platform/http/route.ts'
import { button, linkButton } from '../../../ui/button.ts'
import { card, figures, stack } from '../../../ui/card.ts'
import { chips } from '../../../ui/chips.ts'
import { dateField, form, hidden, selectField, textArea } from '../../../ui/form.ts'
import { head } from '../../../ui/head.ts'
import { type Html, html } from '../../../ui/html.ts'
import { emptyState, message } from '../../../ui/message.ts'
import { table } from '../../../ui/table.ts'
import type { RegimeChange } from '../rules/regime-changes.ts'
import type { RegimeProblem } from '../rules/regime-problems.ts'
import type { Trial, TrialFinding, TrialTotal } from '../rules/try-regime.ts'
import type { Period, RegimeDraft, RegimeVersion } from '../views/periods.ts'
import { HREF } from '../words.ts'
import { draftCrumbs } from './regime-draft.ts'
import { regimeHref } from './regimes.ts'

/** What the trial shows; null = there is no report to try on. */
export type TrialView = {
  readonly draft: RegimeDraft
  readonly trial: Trial | null
  readonly year: number
  /** Every year with a period: another one may be tried. */
  readonly years: readonly number[]
  /** Whether the year before has figures: without them no jump can be told. */
  readonly compared: boolean
}

const SEVERITY = { block: 'Phải sửa', explain: 'Phải giải trình', note: 'Để biết' } as const

/** The page of the trial. */
export function trialPage(v: TrialView): Drawn {
  const r = v.draft.regime
  const back = linkButton({ label: 'Về bản soạn', href: regimeHref(r.slug, 'soan') })
  const years = chips(
    'Thử với năm',
    v.years.map((y) => ({
      label: `Năm ${y}`,
      href: regimeHref(r.slug, `soan/thu?nam=${y}`),
      current: y === v.year,
    })),
  )
  const t = v.trial
  if (t === null || t.reports === 0) {
    return {
      crumbs: draftCrumbs(r, 'Thử'),
      body: html`${head({ title: 'Chưa có báo cáo đã nộp để thử', over: r.name, actions: back })}${years}${card({ body: emptyState('Chế độ này chưa có kỳ nào có báo cáo đã nộp. Xem trước biểu mẫu rồi ban hành.') })}`,
    }
  }
  const bodies = new Set(t.fresh.flatMap((f) => f.bodies.map((b) => b.unitCode))).size
  return {
    crumbs: draftCrumbs(r, `Thử với kỳ ${v.year}`),
    body: html`${head({
      title:
        bodies === 0
          ? `Bản ${r.version} không nêu thêm phát hiện nào ở ${t.reports} báo cáo năm ${v.year}`
          : `Bản ${r.version} sẽ nêu thêm phát hiện ở ${bodies} cơ quan`,
      over: r.name,
      lead: `Thử trên ${t.reports} báo cáo đã nộp của năm ${v.year}. Không ghi gì vào các báo cáo ấy.${v.compared ? '' : ` Chưa có số liệu năm ${v.year - 1}, nên phép so với năm trước chưa nêu được gì.`}`,
      actions: back,
    })}${years}${stack(
      figures([
        { value: showNumber(t.kept), label: 'ô đã nhập còn chỗ' },
        {
          value: showNumber(t.withoutPlace.reduce((s, x) => s + x.filled, 0)),
          label: 'ô đã nhập không còn chỗ',
          ...(t.withoutPlace.length > 0 ? { kind: 'soon' as const } : {}),
        },
        { value: showNumber(t.emptyRows.length), label: 'dòng chưa báo cáo nào có số' },
      ]),
      findingCard('Phát hiện thêm', 'Không có phát hiện nào thêm.', t.fresh, r.slug, v.year),
      findingCard('Phát hiện không còn', 'Không có phát hiện nào mất đi.', t.gone, r.slug, v.year),
      placeCard(t),
      card({ title: `Tổng thay đổi (${t.totals.length})`, fit: 'flush', body: totalTable(t.totals) }),
    )}`,
  }
}

const findingCard = (title: string, empty: string, list: readonly TrialFinding[], regime: string, year: number): Html =>
  card({
    title: `${title} (${list.length})`,
    fit: 'flush',
    body: table<TrialFinding>({
      caption: title,
      rows: list,
      empty,
      columns: [
        { label: 'Câu nêu với cơ quan đầu tiên', room: 'wide', phone: 'whole', cell: (f) => f.message },
        { label: 'Mức', cell: (f) => SEVERITY[f.severity] },
        { label: 'Số cơ quan', kind: 'number', cell: (f) => showNumber(f.bodies.length) },
        {
          label: 'Cơ quan',
          phone: 'whole',
          cell: (f) =>
            html`${f.bodies.slice(0, 3).map((b, i) => html`${i > 0 ? '; ' : ''}<a href="${HREF.collection({ regime, year, unitCode: b.unitCode })}">${b.unitName}</a>`)}${f.bodies.length > 3 ? ` và ${f.bodies.length - 3} cơ quan khác` : ''}`,
        },
      ],
    }),
  })

function placeCard(t: Trial): Html {
  if (t.withoutPlace.length === 0 && t.emptyRows.length === 0) return html``
  return card({
    title: 'Chỗ của số liệu cũ',
    body: html`${t.withoutPlace.length === 0 ? '' : html`<h3>Không còn chỗ trong bản mới</h3><ul class="plain-list">${t.withoutPlace.map((x) => html`<li>${x.label}: ${x.filled} ô đã nhập</li>`)}</ul>`}${t.emptyRows.length === 0 ? '' : html`<h3>Chưa báo cáo nào có số</h3><ul class="plain-list">${t.emptyRows.map((x) => html`<li>${x}</li>`)}</ul>`}`,
  })
}

const totalTable = (list: readonly TrialTotal[]): Html =>
  table<TrialTotal>({
    caption: 'Tổng trước và sau',
    rows: list,
    empty: 'Các tổng không đổi.',
    columns: [
      { label: 'Số', room: 'wide', phone: 'whole', cell: (x) => html`${x.label} <small>(${x.unit})</small>` },
      { label: 'Bản đang áp dụng', kind: 'number', cell: (x) => (x.isNew ? 'không có dòng' : figure(x.before)) },
      { label: 'Bản đang soạn', kind: 'number', cell: (x) => (x.isGone ? 'không có dòng' : figure(x.after)) },
    ],
  })

const figure = (n: number | null): Html =>
  n === null ? html`<span class="none">chưa có</span>` : html`${showNumber(n, 2)}`

/** What the page before issuing shows. */
export type IssueView = {
  readonly draft: RegimeDraft
  readonly problems: readonly RegimeProblem[]
  readonly changes: readonly RegimeChange[]
  readonly from: string
}

const HOW = { them: 'Thêm', bo: 'Bỏ', sua: 'Sửa' } as const

/** The page before issuing: what the version changes, and the act it is issued by. */
export function issuePage(v: IssueView, seen: Seen): Drawn {
  const r = v.draft.regime
  const wrong = seen.refusal?.fields ?? {}
  return {
    crumbs: draftCrumbs(r, 'Ban hành'),
    body: html`${head({
      title: `Ban hành bản ${r.version} của ${r.code}`,
      over: r.name,
      lead: 'Bản đã ban hành không sửa được. Kỳ đang mở giữ bản của mình; kỳ mở sau ngày áp dụng dùng bản này.',
    })}${stack(
      v.problems.length > 0
        ? message({
            kind: 'soon',
            title: `Còn ${v.problems.length} chỗ phải sửa nên chưa ban hành được`,
            body: html`<ul>${v.problems.map((p) => html`<li>${p.message}</li>`)}</ul>`,
            actions: linkButton({ label: 'Về bản soạn', href: regimeHref(r.slug, 'soan') }),
            announce: false,
          })
        : card({
            title: 'Văn bản ban hành',
            fit: 'narrow',
            body: form({
              action: regimeHref(r.slug, 'soan/ban-hanh'),
              csrf: seen.csrf,
              version: v.draft.version,
              body: html`${textArea({ name: 'act', label: 'Số, ngày, trích yếu của văn bản', rows: 2, value: seen.typed.act ?? '', error: wrong.act })}${dateField({ name: 'from', label: 'Áp dụng từ ngày', value: seen.typed.from ?? v.from, error: wrong.from })}<div class="buttons">${button({ label: `Ban hành bản ${r.version}`, kind: 'main' })}<a class="btn quiet" href="${regimeHref(r.slug, 'soan')}">Về bản soạn</a></div>`,
            }),
          }),
      card({ title: `Khác với bản trước (${v.changes.length})`, fit: 'flush', body: changeTable(v.changes) }),
    )}`,
  }
}

const changeTable = (list: readonly RegimeChange[]): Html =>
  table<RegimeChange>({
    caption: 'Khác với bản trước',
    rows: list,
    empty: 'Không khác bản trước.',
    columns: [
      { label: 'Thay đổi', kind: 'state', cell: (c) => HOW[c.how] },
      { label: 'Phần', room: 'wide', phone: 'whole', cell: (c) => c.what },
      { label: 'Chi tiết', phone: 'whole', cell: (c) => c.detail },
    ],
  })

/** What the page of moving a period shows. */
export type MoveView = {
  readonly period: Period
  readonly versions: readonly RegimeVersion[]
  readonly drafts: number
  readonly sent: number
}

/** Chuyển kỳ sang bản khác. */
export function movePage(v: MoveView, seen: Seen): Drawn {
  const r = v.period.regime
  const wrong = seen.refusal?.fields ?? {}
  const others = v.versions.filter((x) => x.regime.version !== r.version && x.id !== null)
  const title = `Kỳ ${v.period.year} đang dùng bản ${r.version}`
  return {
    crumbs: [
      { label: 'Chế độ báo cáo', href: '/quan-tri/che-do' },
      { label: r.code, href: regimeHref(r.slug) },
      { label: `Kỳ ${v.period.year}` },
    ],
    body: html`${head({
      title,
      over: r.name,
      lead: `${v.drafts} cơ quan đang có bản nháp, ${v.sent} cơ quan đã nộp. Chuyển bản thì nháp giữ nguyên mọi ô đã nhập; báo cáo đã nộp vẫn đọc theo biểu mẫu lúc nộp.`,
    })}${stack(
      others.length === 0
        ? card({
            body: emptyState(
              'Chế độ chưa có bản nào khác để chuyển sang. Soạn và ban hành bản mới trước.',
              linkButton({ label: 'Mở chế độ báo cáo', href: regimeHref(r.slug) }),
            ),
          })
        : card({
            title: 'Chuyển sang bản khác',
            fit: 'narrow',
            body: form({
              action: regimeHref(r.slug, `ky/${v.period.year}`),
              csrf: seen.csrf,
              body: html`${hidden('year', v.period.year)}${selectField({ name: 'to', label: 'Bản chế độ', value: seen.typed.to ?? String(others[0]?.regime.version ?? ''), options: others.map((x) => ({ value: String(x.regime.version), label: `Bản ${x.regime.version}: ${x.act === '' ? 'đi kèm hệ thống' : x.act.slice(0, 80)}` })), error: wrong.to })}${textArea({ name: 'act', label: 'Văn bản hoặc lý do', rows: 2, value: seen.typed.act ?? '', error: wrong.act })}<div class="buttons">${button({ label: `Chuyển kỳ ${v.period.year}`, kind: 'main' })}</div>`,
            }),
          }),
    )}`,
  }
}
