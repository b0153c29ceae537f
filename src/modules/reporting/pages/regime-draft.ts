/** Soạn một bản chế độ: every part of the draft in lists, what must be mended, and the way on. */
import { showInstant } from '../../../kernel/day.ts'
import type { Drawn, Seen } from '../../../platform/http/route.ts'
import { button, linkButton } from '../../../ui/button.ts'
import { card, columns, stack } from '../../../ui/card.ts'
import { tabs } from '../../../ui/chips.ts'
import { csrfField, form, hidden } from '../../../ui/form.ts'
import { head } from '../../../ui/head.ts'
import { type Fragment, type Html, html } from '../../../ui/html.ts'
import { message } from '../../../ui/message.ts'
import { table } from '../../../ui/table.ts'
import { checkWords } from '../rules/check-words.ts'
import { computeWords } from '../rules/compute.ts'
import type { Regime, RegimeSection, SectionPart } from '../rules/regime.ts'
import { kindsAt, type PlaceKind } from '../rules/regime-places.ts'
import type { RegimeProblem } from '../rules/regime-problems.ts'
import { wordOf } from '../rules/regime-words.ts'
import type { RegimeDraft } from '../views/periods.ts'
import { regimeHref } from './regimes.ts'

/** What the page shows. */
export type DraftView = {
  readonly draft: RegimeDraft
  readonly problems: readonly RegimeProblem[]
  readonly tab: Tab
  /** Names of groups and units that lines of reporters point at. */
  readonly names: Readonly<Record<string, string>>
}

/** Crumbs of every page of a draft. */
export const draftCrumbs = (r: Regime, at?: string) => [
  { label: 'Chế độ báo cáo', href: '/quan-tri/che-do' },
  { label: r.code, href: regimeHref(r.slug) },
  ...(at === undefined
    ? [{ label: `Bản ${r.version} đang soạn` }]
    : [{ label: `Bản ${r.version} đang soạn`, href: regimeHref(r.slug, 'soan') }, { label: at }]),
]

const placeHref = (r: Regime, place: string): string => regimeHref(r.slug, `soan/sua/${place}`)

/** Các phần của bản soạn, each a page of its own. */
export const TABS = { chung: 'Chung', bieu: 'Biểu', 'de-cuong': 'Đề cương', 'kiem-tra': 'Phép kiểm tra' } as const

/** Phần of the draft in sight. */
export type Tab = keyof typeof TABS

/** The tab a place is listed in. */
export const tabOf = (place: string): Tab =>
  /^(bieu|dong)\b/.test(place)
    ? 'bieu'
    : /^(muc|phan)\b/.test(place)
      ? 'de-cuong'
      : place.startsWith('kiem-tra')
        ? 'kiem-tra'
        : 'chung'

const tabHref = (r: Regime, tab: Tab): string => regimeHref(r.slug, tab === 'chung' ? 'soan' : `soan?phan=${tab}`)

/** The page. */
export function draftPage(v: DraftView, seen: Seen): Drawn {
  const r = v.draft.regime
  const ready = v.problems.length === 0
  const counts = { bieu: r.tables.length, 'de-cuong': r.sections.length, 'kiem-tra': r.checks.length }
  return {
    crumbs: draftCrumbs(r),
    body: html`${head({
      title: ready
        ? `Bản ${r.version} đủ điều kiện ban hành`
        : `Bản ${r.version} còn ${v.problems.length} chỗ phải sửa`,
      over: r.name,
      lead: `${v.draft.savedBy} lưu lúc ${showInstant(v.draft.savedAt)}.`,
      actions: html`${linkButton({ label: 'Xem trước biểu mẫu', href: regimeHref(r.slug, 'soan/xem-truoc') })}${linkButton({ label: 'Thử với số liệu năm trước', href: regimeHref(r.slug, 'soan/thu') })}${linkButton({ label: 'Ban hành', href: regimeHref(r.slug, 'soan/ban-hanh'), kind: 'main' })}`,
    })}${problemBand(r, v.problems)}${tabs(
      'Các phần của bản soạn',
      (Object.keys(TABS) as Tab[]).map((tab) => ({
        label: TABS[tab],
        href: tabHref(r, tab),
        current: tab === v.tab,
        ...(tab === 'chung' ? {} : { count: counts[tab] }),
      })),
    )}${partOf(v, seen)}`,
  }
}

function partOf(v: DraftView, seen: Seen): Html {
  const r = v.draft.regime
  if (v.tab === 'bieu') {
    return stack(
      ...r.tables.map((_, i) => tableCard(v, i, seen)),
      html`<div class="buttons">${linkButton({ label: 'Thêm biểu', href: placeHref(r, 'bieu.them-moi') })}</div>`,
    )
  }
  if (v.tab === 'de-cuong') return outline(v, seen)
  if (v.tab === 'kiem-tra') return checkCard(v, seen)
  return stack(
    columns('two', [
      linkCard(
        r,
        'chung',
        'Nội dung chung',
        'Các trường theo Nghị định 09/2019/NĐ-CP, ngưỡng giải trình, số năm trước.',
      ),
      linkCard(
        r,
        'han',
        'Hạn nộp và ngày chốt',
        `Nộp trước ngày ${md(r.due.before)}${r.due.nextYear === true ? ' năm sau' : ''}; chốt số liệu ngày ${md(r.cutOff.day)}.`,
      ),
    ]),
    reporterCard(v, seen),
    fileAndDrop(v, seen),
  )
}

const md = (monthDay: string): string => monthDay.split('-').reverse().join('/')

function problemBand(r: Regime, problems: readonly RegimeProblem[]): Html {
  if (problems.length === 0) return html``
  return message({
    kind: 'soon',
    title: `${problems.length} chỗ phải sửa trước khi ban hành`,
    announce: false,
    body: html`<ul>${problems.map((p) => html`<li><a href="${p.place === 'muc' ? tabHref(r, 'de-cuong') : placeHref(r, p.place)}">${p.message}</a></li>`)}</ul>`,
  })
}

const linkCard = (r: Regime, place: string, title: string, words: string): Html =>
  card({
    title,
    body: html`<p>${words}</p><div class="buttons">${linkButton({ label: `Sửa ${title.charAt(0).toLowerCase()}${title.slice(1)}`, href: placeHref(r, place) })}</div>`,
  })

/** Lên, xuống, bỏ: one small form per row, each button one post. */
function arrange(v: DraftView, place: string, name: string, seen: Seen): Html {
  const r = v.draft.regime
  const one = (how: string, label: string) =>
    html`<button class="btn quiet" name="how" value="${how}" aria-label="${`${label} ${name}`}">${label}</button>`
  return html`<form class="row-tools" method="post" action="${regimeHref(r.slug, 'soan/sap-xep')}">${csrfField(seen.csrf)}${hidden('version', v.draft.version)}${hidden('place', place)}${one('len', 'Lên')}${one('xuong', 'Xuống')}${one('bo', 'Bỏ')}</form>`
}

type Line = { readonly place: string; readonly name: string; readonly detail: Fragment; readonly kind: string }

const lineTable = (v: DraftView, caption: string, empty: string, lines: readonly Line[], seen: Seen): Html =>
  table<Line>({
    caption,
    rows: lines,
    empty,
    tone: (l) => (v.problems.some((p) => p.place === l.place) ? 'soon' : null),
    columns: [
      {
        label: 'Tên',
        room: 'wide',
        phone: 'whole',
        cell: (l) =>
          html`<a href="${placeHref(v.draft.regime, l.place)}">${l.name}</a>${l.detail === '' ? '' : html`<span class="second">${l.detail}</span>`}`,
      },
      { label: 'Loại', cell: (l) => l.kind },
      { label: 'Sắp xếp', kind: 'action', quiet: true, cell: (l) => arrange(v, l.place, l.name, seen) },
    ],
  })

/** Task groups stand in one section: where they have one, no second is offered. */
const offered = (r: Regime, k: string): boolean =>
  k !== 'groups' || !r.sections.some((s) => s.parts.some((p) => p.kind === 'groups'))

const adders = (r: Regime, kind: PlaceKind, at: string, prefix: string): Html =>
  html`<div class="buttons">${kindsAt(kind)
    .filter((k) => offered(r, k))
    .map((k) =>
      linkButton({
        label: `Thêm: ${wordOf(`${prefix}=${k}`).label.toLowerCase()}`,
        href: `${placeHref(r, at)}?loai=${k}`,
      }),
    )}</div>`

function reporterCard(v: DraftView, seen: Seen): Html {
  const r = v.draft.regime
  const lines = (r.assignment ?? []).map((l, i): Line => {
    const name = l.kind === 'plan' ? '' : (v.names[l.ref] ?? l.ref)
    return {
      place: `doi-tuong.${i}`,
      name: name === '' ? wordOf(`kind=${l.kind}`).label : name,
      detail: `từ ${l.from.split('-').reverse().join('/')}${l.to === null ? '' : ` đến trước ${l.to.split('-').reverse().join('/')}`}${l.act === '' ? '' : `; ${l.act}`}`,
      kind: wordOf(`kind=${l.kind}`).label,
    }
  })
  return card({
    title: 'Ai phải báo cáo',
    body: html`${lineTable(v, 'Ai phải báo cáo', 'Mọi cơ quan có trách nhiệm theo Kế hoạch.', lines, seen)}<div class="buttons">${linkButton({ label: 'Thêm dòng giao báo cáo', href: placeHref(r, 'doi-tuong.them-moi') })}</div>`,
  })
}

function tableCard(v: DraftView, i: number, seen: Seen): Html {
  const r = v.draft.regime
  const t = r.tables[i]
  if (!t) return html``
  const lines = t.rows.map(
    (row): Line => ({
      place: `dong.${t.id}.${row.id}`,
      name: row.label,
      detail: row.compute === undefined ? '' : computeWords(r, row.compute),
      kind: row.compute !== undefined ? 'Hệ thống tính' : wordOf(`kind=${row.kind}`).label,
    }),
  )
  return card({
    title: t.title,
    aside: html`<span class="hint">${t.unit}, ${t.rows.length} dòng</span>`,
    actions: html`${linkButton({ label: 'Sửa tên và hướng dẫn', href: placeHref(r, `bieu.${t.id}`), kind: 'quiet' })}${arrange(v, `bieu.${t.id}`, t.title, seen)}`,
    body: html`${lineTable(v, t.title, 'Biểu chưa có dòng nào.', lines, seen)}<div class="buttons">${linkButton({ label: 'Thêm dòng', href: placeHref(r, `dong.${t.id}.them-moi`) })}</div>`,
  })
}

const partName = (r: Regime, p: SectionPart): string =>
  p.kind === 'table' ? (r.tables.find((t) => t.id === p.table)?.title ?? 'Biểu chưa chọn') : p.label || 'Chưa đặt tên'

const outline = (v: DraftView, seen: Seen): Html =>
  stack(
    ...v.draft.regime.sections.map((s) => sectionCard(v, s, seen)),
    html`<div class="buttons">${linkButton({ label: 'Thêm mục', href: placeHref(v.draft.regime, 'muc.them-moi') })}</div>`,
  )

function sectionCard(v: DraftView, s: RegimeSection, seen: Seen): Html {
  const r = v.draft.regime
  const title = `${s.no}. ${s.title}`
  const rename = linkButton({ label: 'Sửa tên', href: placeHref(r, `muc.${s.no}`), kind: 'quiet' })
  if (s === r.sections.at(-1)) {
    const words = 'Mục này luôn đứng cuối: kết quả kiểm tra và nút trình.'
    return card({ title, actions: rename, body: html`<p class="hint">${words}</p>` })
  }
  const lines = s.parts.map(
    (p, i): Line => ({
      place: `phan.${s.no}.${i}`,
      name: partName(r, p),
      detail: p.kind === 'table' ? '' : p.required ? 'bắt buộc' : 'không bắt buộc',
      kind: wordOf(`part=${p.kind}`).label,
    }),
  )
  return card({
    title,
    actions: html`${rename}${arrange(v, `muc.${s.no}`, `mục ${s.no}`, seen)}`,
    body: html`${lineTable(v, `Mục ${s.no}`, 'Mục chưa có phần nào.', lines, seen)}${adders(r, 'phan', `phan.${s.no}.them-moi`, 'part')}`,
  })
}

function checkCard(v: DraftView, seen: Seen): Html {
  const r = v.draft.regime
  const lines = r.checks.map(
    (c, i): Line => ({
      place: `kiem-tra.${i}`,
      name: wordOf(`check=${c.kind}`).label,
      detail: checkWords(r, c).sentence,
      kind: `Phép ${i + 1}`,
    }),
  )
  return card({
    title: `Phép kiểm tra (${r.checks.length})`,
    body: html`${lineTable(v, 'Phép kiểm tra', 'Chưa có phép kiểm tra nào.', lines, seen)}${adders(r, 'kiem-tra', 'kiem-tra.them-moi', 'check')}`,
  })
}

const fileAndDrop = (v: DraftView, seen: Seen): Html =>
  card({
    title: 'Tải về hoặc bỏ bản soạn',
    body: html`<p class="hint">Tệp JSON đưa sang hệ thống khác được. Bỏ bản soạn thì các bản đã ban hành và các kỳ đã mở không thay đổi.</p>${form(
      {
        action: regimeHref(v.draft.regime.slug, 'soan/bo'),
        csrf: seen.csrf,
        version: v.draft.version,
        body: html`<div class="buttons">${linkButton({ label: 'Tải tệp JSON', href: regimeHref(v.draft.regime.slug, 'soan/json'), download: true })}${button({ label: `Bỏ bản ${v.draft.regime.version} đang soạn`, kind: 'danger' })}</div>`,
      },
    )}`,
  })
