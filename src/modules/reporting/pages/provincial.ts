/** Báo cáo tỉnh: outline, paper, and the source of the figure that was pressed. */

import { wordChanges } from '../../../kernel/alignment.ts'
import { showInstant } from '../../../kernel/day.ts'
import { parseNumber, showNumber } from '../../../kernel/number.ts'
import { midSentence } from '../../../kernel/text.ts'
import type { Drawn, Seen } from '../../../platform/http/route.ts'
import { button, linkButton } from '../../../ui/button.ts'
import { card, columns, facts, stack } from '../../../ui/card.ts'
import { csrfField, form, hidden, textArea } from '../../../ui/form.ts'
import { head } from '../../../ui/head.ts'
import { type Html, html } from '../../../ui/html.ts'
import { emptyState, message } from '../../../ui/message.ts'
import { table } from '../../../ui/table.ts'
import { paperPreview } from '../papers/preview.ts'
import { provincialReport } from '../papers/provincial-report.ts'
import type { PeriodChoice } from '../period-choices.ts'
import { canConsolidate } from '../rights.ts'
import type { SourceCell } from '../rules/consolidate.ts'
import { type DraftSection, plainLines, type Source, sectionsOf, TYPED, withEdits } from '../rules/provincial.ts'
import type { ProvincialVersion } from '../views/provincial.ts'
import { HREF, PLAN_REGIME } from '../words.ts'
import { regimeChoice } from './collection.ts'

/** What the page shows. */
export type ProvincialView = {
  readonly regime: string
  readonly year: number
  /** Tên báo cáo of the period. */
  readonly title: string
  readonly others: readonly PeriodChoice[]
  readonly open: boolean
  readonly accepted: number
  readonly report: ProvincialVersion | null
  /** Figures that would change if it were built again now. */
  readonly outdated: readonly { readonly source: string; readonly before: string; readonly after: string }[]
  /** Key of the section being written. */
  readonly editing: string | null
  /** The box begins with the three texts brought together. */
  readonly merging: boolean
  /** Id of the source looked at. */
  readonly source: string | null
}

/** "Báo cáo tỉnh năm 2026"; another regime than that of the Plan is named. */
export const provincialName = (v: ProvincialView): string =>
  v.regime === PLAN_REGIME ? `Báo cáo tỉnh năm ${v.year}` : `Báo cáo tỉnh: ${midSentence(v.title)}`

type Of = { readonly regime: string; readonly year: number }

const at = (of: Of, query: Record<string, string> = {}, hash = ''): string => {
  const q = new URLSearchParams(query).toString()
  return `${HREF.provincial(of)}${q === '' ? '' : `?${q}`}${hash}`
}

const buildForm = (v: ProvincialView, seen: Seen, label: string, kind: 'main' | 'plain'): Html =>
  html`<form method="post" action="${HREF.provincial(v)}">${csrfField(seen.csrf)}${button({ label, kind })}</form>`

/** The page. */
export function provincialPage(v: ProvincialView, seen: Seen): Drawn {
  const name = provincialName(v)
  const crumbs = [{ label: name }]
  const writing = canConsolidate.allows(seen.actor)
  if (v.report === null) {
    const words = !v.open
      ? `Kỳ báo cáo ${v.year} chưa mở nên chưa có gì để tổng hợp.`
      : `Chưa có ${midSentence(name)}. Đã duyệt ${v.accepted} báo cáo của các cơ quan.`
    return {
      crumbs,
      body: html`${head({ title: `${name}: chưa lập` })}${regimeChoice(v.others)}${emptyState(words, v.open && writing ? buildForm(v, seen, 'Tạo bản từ số liệu đã duyệt', 'main') : '')}`,
    }
  }
  const r = v.report
  const sections = sectionsOf(r.figures, r.edits)
  const stale = sections.filter((s) => s.changed.length > 0).length
  return {
    layout: 'wide',
    crumbs,
    body: html`${head({
      title:
        stale > 0
          ? `${name}: ${stale} mục viết tay có số đã đổi`
          : `${name}: bản ${r.number} từ ${r.figures.reports} báo cáo đã duyệt`,
      over: `Bản ${r.number} · số liệu chốt ${showInstant(Temporal.Instant.from(r.figures.frozenAt))} · ${r.builtBy}`,
      actions: html`${writing ? buildForm(v, seen, 'Cập nhật số liệu', 'plain') : ''}${linkButton({ label: 'Phụ lục Excel', href: HREF.provincial(v, 'excel'), icon: 'download' })}${linkButton({ label: 'PDF', href: HREF.provincial(v, 'pdf'), icon: 'download' })}${linkButton({ label: 'Xuất Word', href: HREF.provincial(v, 'word'), kind: 'main', icon: 'download' })}`,
    })}${regimeChoice(v.others)}${outdatedBand(v)}<div class="report-desk">${columns('aside', [
      preview(v, sections),
      stack(v.editing === null ? sourcePanel(v, seen) : editPanel(v, sections, seen), outline(v, sections, writing)),
    ])}</div>`,
  }
}

function outdatedBand(v: ProvincialView): Html {
  if (v.outdated.length === 0) return html``
  const first = v.outdated
    .slice(0, 4)
    .map((c) => `${c.before || 'trống'} → ${c.after || 'trống'}`)
    .join('; ')
  return message({
    kind: 'soon',
    announce: false,
    title: `${v.outdated.length} số đã đổi từ khi chốt bản này`,
    body: html`<p>${first}${v.outdated.length > 4 ? '; …' : ''}. Bản này giữ nguyên cho đến khi cập nhật số liệu; phần viết tay được giữ.</p>`,
  })
}

function outline(v: ProvincialView, sections: readonly DraftSection[], writing: boolean): Html {
  const main = sections.filter((s) => !s.key.includes('/'))
  const line = (s: DraftSection): Html => {
    const inside = sections.filter((x) => x.key.startsWith(`${s.key}/`))
    const marks = [
      s.edit ? 'viết tay' : '',
      s.changed.length > 0 ? `${s.changed.length} số đã đổi` : '',
      s.redone === null ? '' : 'lời đề xuất đã đổi',
    ]
      .filter((m) => m !== '')
      .join(', ')
    return html`<li>${s.key}. ${short(s.title)}${marks === '' ? '' : html` <small>${marks}</small>`}${writing ? html` <a href="${at(v, { sua: s.key }, '#sua-muc')}">Sửa<span class="hidden"> mục ${s.key}</span></a>` : ''}${
      inside.length === 0
        ? ''
        : html`<details class="disclosure"><summary>${inside.length} đoạn của cơ quan</summary><ul class="plain-list">${inside.map((x) => html`<li>${x.title}${x.under === null ? '' : html` <small>gộp vào đoạn của ${x.under}</small>`}${x.edit ? html` <small>${(x.edit.stands ?? []).length > 0 ? `đứng thay ${x.edit.stands?.length} đoạn` : 'đã sửa'}</small>` : ''}${x.redone === null ? '' : html` <small>lời đề xuất đã đổi</small>`}${writing ? html` <a href="${at(v, { sua: x.key }, '#sua-muc')}">Sửa<span class="hidden"> đoạn của ${x.title}</span></a>` : ''}</li>`)}</ul></details>`
    }</li>`
  }
  return card({
    title: 'Đề cương',
    body: html`<ul class="plain-list outline">${main.map(line)}</ul><p class="hint">II và các phụ lục lập từ số liệu, không sửa tay.</p>`,
    ...(writing ? { foot: html`<a href="${HREF.provincial(v, 'gan-giong')}">Đoạn gần giống nhau</a>` } : {}),
  })
}

/** Long titles of task groups end at a word. */
const short = (title: string): string => (title.length <= 60 ? title : `${title.slice(0, 60).replace(/\s+\S*$/, '')}…`)

// A version does not change while it is kept in the process: its sheets are drawn once, as long as no figure is looked at.
const drawnSheets = new WeakMap<ProvincialVersion, Html>()

function preview(v: ProvincialView, sections: readonly DraftSection[]): Html {
  if (v.report === null) return html``
  if (v.source !== null) return sheets(v, v.report, sections)
  const known = drawnSheets.get(v.report)
  if (known !== undefined) return known
  const drawn = sheets(v, v.report, sections)
  drawnSheets.set(v.report, drawn)
  return drawn
}

function sheets(v: ProvincialView, r: ProvincialVersion, sections: readonly DraftSection[]): Html {
  const changed = new Map(sections.flatMap((s) => s.changed.map((c) => [c.source, c.after] as const)))
  return paperPreview(provincialReport(withEdits(r.figures, r.edits)), {
    href: (source) => at(v, { nguon: source }, '#nguon-so'),
    current: v.source,
    changed: (source) => changed.get(source) ?? null,
  })
}

function sourcePanel(v: ProvincialView, seen: Seen): Html {
  if (v.source === null)
    return card({
      title: 'Nguồn của số',
      id: 'nguon-so',
      body: html`<p class="hint">Chọn một số trong bản thảo để xem cơ quan nào báo và ô nào.</p>`,
    })
  return card({
    title: 'Nguồn của số',
    id: 'nguon-so',
    body: sourceBody(v.report?.figures.sources.find((s) => s.id === v.source) ?? null, v.source, v, seen),
    foot: html`<a href="${HREF.provincial(v, `nguon/${encodeURIComponent(v.source)}`)}">Mở ô nguồn</a>`,
  })
}

function sourceBody(s: Source | null, id: string, of: Of, seen: Seen): Html {
  if (s === null) {
    const typed = id.startsWith(TYPED)
    return html`<p>${typed ? 'Số nhập tay trong mục viết tay, chưa có nguồn trong hệ thống.' : 'Không tìm thấy nguồn của số này trong bản đang xem.'}</p>`
  }
  const sum = s.cells.reduce((t, c) => t + c.value, 0)
  const adds = s.cells.length > 0 && parseNumber(s.shown) === sum
  return html`${facts([
    ['Số', html`<b>${s.shown === '' ? 'chưa có' : s.shown}</b> ${s.unit === '%' ? '' : s.unit}`],
    ['Nội dung', s.label],
    [
      'Căn cứ',
      s.cells.length === 0
        ? s.note
        : `${s.cells.length} cơ quan, bản duyệt${adds ? `, cộng lại bằng ${showNumber(sum, 2)}` : ''}`,
    ],
    ...(s.cells.length > 0 && s.note !== '' ? [['Cách tính', s.note] as const] : []),
  ])}${
    s.cells.length === 0
      ? ''
      : table<SourceCell>({
          caption: `Ô nguồn của ${s.label}`,
          rows: s.cells,
          empty: 'Chưa có ô nguồn.',
          columns: [
            { label: 'Cơ quan', kind: 'name', room: 'wide', cell: (c) => c.unitName },
            { label: 'Giá trị', kind: 'number', cell: (c) => showNumber(c.value, 2) },
            {
              label: 'Báo cáo',
              kind: 'text',
              room: 'tight',
              cell: (c) => (c.number === 0 ? c.report : `${c.report}, bản ${c.number}`),
            },
          ],
          href: (c) =>
            canConsolidate.allows(seen.actor) || seen.actor.scope === 'all'
              ? HREF.collection({ ...of, unitCode: c.unitCode })
              : null,
        })
  }`
}

function editPanel(v: ProvincialView, sections: readonly DraftSection[], seen: Seen): Html {
  const s = sections.find((x) => x.key === v.editing)
  if (!s || v.report === null) return sourcePanel(v, seen)
  const theirs = (seen.refusal?.theirs ?? null) as { version?: number; values?: { text?: string }; who?: string } | null
  const typed = seen.typed.text
  return html`${
    theirs === null
      ? ''
      : message({
          kind: 'soon',
          title: `${theirs.who ?? 'Người khác'} đã lưu một bản mới hơn`,
          body: html`<p>Bản đang lưu:</p><p class="prose">${theirs.values?.text ?? ''}</p><p>Nội dung vừa nhập còn nguyên bên dưới; lưu lần nữa là giữ bản này.</p>`,
        })
  }${s.changed.length === 0 ? '' : message({ kind: 'soon', announce: false, title: 'Số đã đổi từ khi viết mục này', body: html`<ul>${s.changed.map((c) => html`<li>«số đã đổi: ${c.before} → ${c.after}»</li>`)}</ul>` })}${redonePanel(v, s)}${card(
    {
      title: `Sửa mục ${s.key}`,
      id: 'sua-muc',
      body: form({
        action: HREF.provincial(v, 'sua'),
        csrf: seen.csrf,
        version: theirs?.version ?? v.report.version,
        label: `Sửa mục ${s.key}`,
        body: html`${hidden('key', s.key)}${textArea({ name: 'text', label: s.title, hint: `Mỗi dòng là một đoạn. Để trống thì trở về lời văn do hệ thống lập${(s.edit?.stands ?? []).length > 0 ? ', các đoạn đã gộp lại đứng riêng' : ''}.`, rows: 14, maxLength: 20_000, value: typed ?? (v.merging ? s.redone?.merged : undefined) ?? s.edit?.text ?? plainLines(s.proposed), error: seen.refusal?.fields?.text })}<div class="buttons">${button({ label: 'Lưu mục', kind: 'main' })}<a class="btn plain" href="${at(v)}">Quay lại</a></div>`,
      }),
    },
  )}`
}

/** What the system proposes now against what it proposed when the section was written; taken over only by the officer. */
function redonePanel(v: ProvincialView, s: DraftSection): Html {
  if (s.redone === null) return html``
  const { before, now, conflicts } = s.redone
  const words = wordChanges(before, now).map((c) =>
    c.kind === 'same' ? c.text : c.kind === 'added' ? html`<ins>${c.text}</ins>` : html`<del>${c.text}</del>`,
  )
  return message({
    kind: 'soon',
    announce: false,
    title: 'Lời đề xuất đã đổi từ khi viết mục này',
    body: html`<p class="prose">${words}</p><p>${conflicts === 0 ? 'Phần đổi không chạm vào dòng đã sửa tay.' : `${conflicts} chỗ cả hai cùng sửa: bản ghép giữ cả hai lời để chọn.`}</p>`,
    actions: v.merging
      ? html`<a href="${at(v, { sua: s.key }, '#sua-muc')}">Xem lại lời đã viết</a>`
      : html`<a class="btn plain" href="${at(v, { sua: s.key, gop: '1' }, '#sua-muc')}">Ghép với lời đã viết</a>`,
  })
}

/** Trang ô nguồn của một số. */
export const sourcePage = (v: Of & { id: string; source: Source | null }, seen: Seen): Drawn => ({
  crumbs: [{ label: `Báo cáo tỉnh năm ${v.year}`, href: at(v) }, { label: 'Ô nguồn' }],
  body: html`${head({ title: v.source ? `${v.source.label}: ${v.source.shown === '' ? 'chưa có số liệu' : v.source.shown}` : 'Nguồn của số' })}${card({ body: sourceBody(v.source, v.id, v, seen) })}`,
})
