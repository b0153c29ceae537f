/** Nội dung báo cáo để đọc: figures, paragraphs, results with evidence; changed cells show what they were. */
import { showNumber, showPercent } from '../../../kernel/number.ts'
import { card, stack } from '../../../ui/card.ts'
import { type Fragment, type Html, html } from '../../../ui/html.ts'
import { table } from '../../../ui/table.ts'
import type { LastYear } from '../rules/checks.ts'
import { type Regime, type RegimeRow, type RegimeTable, tableOf } from '../rules/regime.ts'
import { trueUpWords } from '../rules/true-up.ts'
import type { Change } from '../rules/versions.ts'
import type { GroupAnswer, ReportContent, TaskGroup } from '../words.ts'

/** What is shown, and what may be added to each cell (a link to mend it, a box for a remark). */
export type ContentView = {
  readonly regime: Regime
  readonly groups: readonly TaskGroup[]
  readonly content: ReportContent
  readonly lastYear: LastYear
  readonly year: number
  readonly changes: readonly Change[]
  /** Mark of where a figure came from, under it. */
  readonly origin?: (field: string, value: number | null) => Fragment
  /** Address of an attached file. */
  readonly fileHref: (fileId: string) => string
  /** Beside the title of a section: «Sửa». */
  readonly sectionAside?: (no: number) => Fragment
  /** In the last column of a row and under a paragraph: the appraiser's box. `label` of the column. */
  readonly remark?: {
    readonly label: string
    readonly row: (cell: string, label: string) => Fragment
    readonly text: (cell: string, label: string) => Fragment
  }
}

/** The whole content, one card per section. */
export function contentCards(v: ContentView): Html {
  if (v.content.nothing !== null) {
    return card({ title: 'Không phát sinh trong kỳ', body: html`<p class="prose">${v.content.nothing}</p>` })
  }
  const sections = v.regime.sections.filter((s) => s.parts.length > 0)
  return stack(
    ...sections.map((s) =>
      card({
        title: `${s.no}. ${s.title}`,
        id: `muc-${s.no}`,
        actions: v.sectionAside?.(s.no),
        body: html`${s.parts.map((p) => {
          if (p.kind === 'table') return figures(v, tableOf(v.regime, p.table))
          if (p.kind === 'groups') return html`${v.groups.map((g) => groupText(v, g))}`
          return paragraph(v, `doan.${p.id}`, p.label, v.content.paragraphs[p.id] ?? '')
        })}`,
      }),
    ),
  )
}

const changeOf = (v: ContentView, cell: string): Change | undefined => v.changes.find((c) => c.cell === cell)

/** "(bản trước: 41)" beside a cell that changed. */
const was = (v: ContentView, cell: string): Fragment => {
  const c = changeOf(v, cell)
  return c ? html`<span class="was">bản trước: ${c.before === '' ? 'trống' : c.before}</span>` : ''
}

function paragraph(v: ContentView, cell: string, label: string, text: string): Html {
  return html`<div${changeOf(v, cell) ? html` class="changed"` : ''} id="${`o-${cell.replaceAll('.', '-')}`}"><h3>${label}</h3>${text === '' ? html`<p class="none">Để trống</p>` : html`<p class="prose">${text}</p>`}${was(v, cell)}${v.remark?.text(cell, label)}</div>`
}

function groupText(v: ContentView, g: TaskGroup): Html {
  const a: GroupAnswer = v.content.groups[g.no] ?? { text: '', nothing: false, evidence: [] }
  const cell = `nhom.${g.no}`
  const text =
    a.text === ''
      ? a.nothing
        ? html`<p class="none">Không phát sinh trong kỳ</p>`
        : html`<p class="none">Để trống</p>`
      : html`<p class="prose">${a.text}</p>`
  const evidence =
    a.evidence.length === 0
      ? ''
      : html`<ul class="evidence">${a.evidence.map((e) => html`<li>Văn bản ${e.number}${e.day === '' ? '' : `, ngày ${e.day}`}${e.fileId === null ? '' : html`, <a href="${v.fileHref(e.fileId)}">${e.fileName ?? 'tệp'}</a>`}</li>`)}</ul>`
  return html`<div${changeOf(v, cell) ? html` class="changed"` : ''} id="${`o-${cell.replaceAll('.', '-')}`}"><h3>${g.no}. ${g.title}</h3>${text}${was(v, cell)}${evidence}${v.remark?.text(cell, g.no)}</div>`
}

function figures(v: ContentView, t: RegimeTable): Html {
  const key = (r: RegimeRow): string => `${t.id}.${r.id}`
  const number = (r: RegimeRow, column: 'den-chot' | 'uoc', value: number | null): Html =>
    html`${value === null ? html`<span class="none">chưa có</span>` : showNumber(value, 2)}${v.origin?.(`${key(r)}.${column}`, value)}${was(v, `${key(r)}.${column}`)}`
  const changed = (r: RegimeRow): boolean =>
    ['nam-truoc', 'den-chot', 'uoc', 'ghi-chu'].some((c) => changeOf(v, `${key(r)}.${c}`))
  return table<RegimeRow>({
    caption: `${t.title} (${t.unit})`,
    showCaption: true,
    rows: t.rows,
    empty: 'Biểu này chưa có dòng nào.',
    tone: (r) => (changed(r) ? 'picked' : null),
    columns: [
      {
        label: 'Chỉ tiêu',
        kind: 'text',
        room: 'wide',
        phone: 'whole',
        cell: (r) =>
          html`<span id="${`o-${key(r).replaceAll('.', '-')}`}">${r.label}</span>${r.unit === undefined ? '' : html` <small>(${r.unit})</small>`}`,
      },
      {
        label: `Năm ${v.year - 1}`,
        kind: 'number',
        cell: (r) =>
          html`${v.lastYear[key(r)] === undefined ? html`<span class="none">chưa có</span>` : showNumber(v.lastYear[key(r)], 2)}${official(v, key(r))}`,
      },
      {
        label: 'Đến ngày chốt',
        kind: 'number',
        cell: (r) => number(r, 'den-chot', v.content.cells[key(r)]?.toDate ?? null),
      },
      {
        label: 'Ước cả năm',
        kind: 'number',
        cell: (r) => html`${number(r, 'uoc', v.content.cells[key(r)]?.wholeYear ?? null)}${change(v, key(r))}`,
      },
      {
        label: 'Ghi chú, giải trình',
        kind: 'text',
        cell: (r) =>
          html`${v.content.cells[key(r)]?.note ?? ''}${explanationsOf(v, key(r)).map((e) => html`<p class="hint">Giải trình: ${e}</p>`)}`,
      },
      ...(v.remark
        ? [
            {
              label: v.remark.label,
              kind: 'text' as const,
              phone: 'whole' as const,
              cell: (r: RegimeRow) => v.remark?.row(key(r), r.label) ?? '',
            },
          ]
        : []),
    ],
  })
}

/** Số chính thức của năm trước under the estimate, and how far it is from it; nothing said = the estimate stands. */
function official(v: ContentView, key: string): Fragment {
  const value = v.content.cells[key]?.lastYear ?? null
  if (value === null) return was(v, `${key}.nam-truoc`)
  const words = trueUpWords(v.lastYear[key], value)
  return html`<span class="was">chính thức ${showNumber(value, 2)}${words === '' ? '' : `, ${words}`}</span>${was(v, `${key}.nam-truoc`)}`
}

/** Every explanation about a row: of the jump against last year, and of the checks beyond the form. */
const explanationsOf = (v: ContentView, key: string): string[] =>
  Object.entries(v.content.explanations).flatMap(([id, text]) => (id === key || id.endsWith(`:${key}`) ? [text] : []))

/** "tăng 7%" under the whole-year figure. */
export function changeWords(before: number | null | undefined, now: number | null | undefined): string {
  if (before === null || before === undefined || before === 0 || now === null || now === undefined) return ''
  const share = (now - before) / before
  return share === 0
    ? 'không đổi'
    : `${share > 0 ? 'tăng' : 'giảm'} ${showPercent(Math.abs(share), Math.abs(share) < 0.1 ? 1 : 0)}`
}

/** Kept on one line: the column of figures is narrow. */
const NO_BREAK = '\u00a0'

const change = (v: ContentView, key: string): Html => {
  const words = changeWords(v.lastYear[key], v.content.cells[key]?.wholeYear)
  return words === '' || words === 'không đổi'
    ? html``
    : html`<span class="was">${words.replaceAll(' ', NO_BREAK)}</span>`
}
