/** Nhập một mục: paragraphs, tables of figures, results by task group. Saves itself; works without scripts. */
import { showNumber } from '../../../kernel/number.ts'
import type { Drawn, Seen } from '../../../platform/http/route.ts'
import { button } from '../../../ui/button.ts'
import { card, stack } from '../../../ui/card.ts'
import { compare, type Difference } from '../../../ui/compare.ts'
import { disclosure } from '../../../ui/dialog.ts'
import {
  dateField,
  fieldGroup,
  fieldId,
  fileField,
  form,
  hidden,
  textArea,
  textField,
  tickField,
} from '../../../ui/form.ts'
import { attributes, classes, type Fragment, type Html, html } from '../../../ui/html.ts'
import { message } from '../../../ui/message.ts'
import { changedMeanwhile, LABEL } from '../../../ui/strings.ts'
import { type Column, table } from '../../../ui/table.ts'
import { FIELD, readReport } from '../rules/answers.ts'
import type { Finding } from '../rules/checks.ts'
import { computeWords } from '../rules/compute.ts'
import { placeOf } from '../rules/marks.ts'
import type { Vouched } from '../rules/prefill.ts'
import { type RegimeRow, type RegimeSection, type RegimeTable, type SectionPart, tableOf } from '../rules/regime.ts'
import { trueUpWords } from '../rules/true-up.ts'
import type { ReportFile } from '../views/report.ts'
import type { TaskGroup } from '../words.ts'
import { countedBeside, countingBar, originLine } from './origin.ts'
import { hrefOf, reportPage } from './report-frame.ts'

/** What the page shows: a section, perhaps on the way through returned cells. */
export type SectionView = {
  readonly file: ReportFile
  readonly section: RegimeSection
  /** Show what must be mended: the reader comes from the check page. */
  readonly mending: boolean
  /** The returned cell to begin with. */
  readonly cell: string | null
}

type Filling = {
  readonly view: SectionView
  readonly value: (name: string) => string
  readonly error: (name: string) => string | undefined
  readonly typed: Readonly<Record<string, string>>
  readonly counted: ReadonlyMap<string, Vouched>
}

/** The page. */
export function sectionPage(view: SectionView, seen: Seen): Drawn {
  const { file, section } = view
  const again = seen.refusal !== null && Object.keys(seen.typed).length > 0
  const saved = file.sections.get(section.no)
  const f: Filling = {
    view,
    typed: seen.typed,
    counted: countedBeside(file, { counting: file.beside.counting, answers: file.answers, opens: seen.opens }),
    value: (name) => (again ? (seen.typed[name] ?? '') : (saved?.answers[name] ?? '')),
    error: (name) => seen.refusal?.fields?.[name] ?? shownFinding(view, name),
  }
  const action = hrefOf(file, String(section.no))
  const body =
    seen.refusal?.kind === 'stale'
      ? staleForm(f, action, seen)
      : html`${form({
          action,
          csrf: seen.csrf,
          version: saved?.version ?? 0,
          autosave: `${action}/luu-nhap`,
          files: section.parts.some((p) => p.kind === 'groups'),
          wide: true,
          id: 'muc-bao-cao',
          body: html`${section.parts.map((p) => part(f, p))}${saveButtons(f)}`,
        })}`
  return reportPage(file, {
    at: `Mục ${section.no}. ${section.title}`,
    current: section.no,
    open: true,
    main: stack(card({ title: `${section.no}. ${section.title}`, aside: aside(f), body })),
  })
}

/** Findings of this section shown at their fields: wrong figures at once, gaps only when mending. */
function shownFinding(view: SectionView, name: string): string | undefined {
  const f = view.file.found.find((x) => x.field === name && x.section === view.section.no && x.severity === 'block')
  if (!f) return undefined
  const gap = f.id.startsWith('missing:') || f.id.startsWith('evidence:') || f.id.startsWith('mark:')
  if (f.id.startsWith('mark:') && view.mending) return 'Chưa sửa, chưa ghi lý do'
  return gap && !view.mending ? undefined : f.message
}

function aside(f: Filling): Fragment {
  const open = f.view.file.found.filter(
    (x) => x.section === f.view.section.no && x.severity === 'explain' && x.explanation === null,
  )
  return open.length > 0 ? html`<span class="hint">${open.length} ô cần giải trình</span>` : ''
}

function saveButtons(f: Filling): Html {
  const { file, cell } = f.view
  const place = file.marks.findIndex((m) => m.cell === cell)
  if (cell !== null && place >= 0) {
    const next = file.marks[place + 1]
    return html`${hidden('o', next?.cell ?? '')}<div class="buttons">${button({ label: next ? 'Ô tiếp theo' : 'Xong, sang kiểm tra', kind: 'main', name: 'di', value: 'o' })}${button({ label: 'Lưu nháp', name: 'di', value: 'o-lai' })}</div>`
  }
  return html`<div class="buttons">${button({ label: LABEL.saveAndNext, kind: 'main', name: 'di', value: 'tiep' })}${button({ label: 'Lưu nháp', name: 'di', value: 'o-lai' })}<a class="btn quiet" href="${hrefOf(file, 'kiem-tra')}">Kiểm tra</a></div>`
}

function part(f: Filling, p: SectionPart): Html {
  if (p.kind === 'table') return figures(f, tableOf(f.view.file.period.regime, p.table))
  if (p.kind === 'groups') return html`${f.view.file.groups.map((g) => groupFields(f, g, p))}`
  const name = FIELD.paragraph(p.id)
  return html`${markAt(f, name)}${textArea({ name, label: p.label, hint: p.hint, optional: !p.required, maxLength: p.max, rows: 6, value: f.value(name), error: f.error(name) })}${f.view.file.found.filter((x) => x.severity === 'explain' && x.field === name).map((x) => explanation(f, x))}`
}

/** The remark of the appraiser above the cell it is about. */
function markAt(f: Filling, cell: string): Html {
  const marks = f.view.file.marks.filter((m) => m.cell === cell)
  return html`${marks.map((m) => message({ kind: 'soon', title: `Bị trả lại: ${m.text}`, body: html`<p class="hint">${m.by}, bản ${m.number}</p>`, announce: false }))}`
}

function figures(f: Filling, t: RegimeTable): Html {
  const { file } = f.view
  const { year } = file.period
  const explain = file.found.filter((x) => x.severity !== 'block' && x.cell.startsWith(`${t.id}.`))
  const marked = file.marks.filter((m) => m.cell.startsWith(`${t.id}.`))
  return html`<h3>${t.title}</h3><p class="hint">Đơn vị tính: ${t.unit}. ${t.instructions} Ô trống là chưa có số liệu; không có thì ghi 0.</p>${countingBar(file, t, f.view.section.no)}
${table<RegimeRow>({
  caption: t.title,
  rows: t.rows,
  empty: 'Biểu này chưa có dòng nào.',
  tone: (r) =>
    explain.some((x) => x.cell === `${t.id}.${r.id}`)
      ? 'soon'
      : marked.some((m) => m.cell === `${t.id}.${r.id}`)
        ? 'back'
        : null,
  columns: [
    {
      label: 'Chỉ tiêu',
      kind: 'text',
      room: 'wide',
      phone: 'whole',
      cell: (r) =>
        html`${r.label}${r.unit === undefined ? '' : html` <small>(${r.unit})</small>`}${r.compute === undefined ? (r.required ? '' : html` <span class="optional">(không bắt buộc)</span>`) : html`<span class="second">${computeWords(file.period.regime, r.compute)}</span>`}${marked.filter((m) => m.cell === `${t.id}.${r.id}`).map((m) => html`<span class="returned">Bị trả lại: ${m.text}</span>`)}`,
    },
    { label: `Năm ${year - 1}`, kind: 'number', cell: (r) => lastYear(file, `${t.id}.${r.id}`) },
    ...officialColumn(f, t),
    {
      label: 'Đến ngày chốt',
      kind: 'number',
      cell: (r) => figureBox(f, r, FIELD.toDate(`${t.id}.${r.id}`), `${r.label}, đến ngày chốt`),
    },
    {
      label: 'Ước cả năm',
      kind: 'number',
      cell: (r) => figureBox(f, r, FIELD.wholeYear(`${t.id}.${r.id}`), `${r.label}, ước cả năm`),
    },
    { label: 'Ghi chú', kind: 'text', cell: (r) => noteBox(f, FIELD.note(`${t.id}.${r.id}`), `${r.label}, ghi chú`) },
  ],
})}${explain.map((x) => explanation(f, x))}`
}

const lastYear = (file: ReportFile, key: string): Html => {
  const value = file.lastYear[key] ?? null
  return value === null ? html`<span class="none">chưa có</span>` : html`${showNumber(value, 2)}`
}

/** Số chính thức của năm trước beside the estimate that was sent; the difference under the box. */
function officialColumn(f: Filling, t: RegimeTable): Column<RegimeRow>[] {
  const { file } = f.view
  const { regime, year } = file.period
  if (regime.trueUp !== true) return []
  const content = readReport(regime, file.groups, file.answers)
  const difference = (key: string): Html => {
    const words = trueUpWords(file.lastYear[key], content.cells[key]?.lastYear)
    return words === '' ? html`` : html`<span class="was">${words}</span>`
  }
  return [
    {
      label: `Chính thức năm ${year - 1}`,
      kind: 'number',
      cell: (r) => {
        const key = `${t.id}.${r.id}`
        return html`${figureBox(f, r, FIELD.lastYear(key), `${r.label}, số chính thức năm ${year - 1}`)}${difference(key)}`
      },
    },
  ]
}

/** A box for a typed figure; a computed one is shown as the draft that was saved last gives it. */
function figureBox(f: Filling, r: RegimeRow, name: string, label: string): Html {
  if (r.compute === undefined) return cell(f, name, label)
  const { file } = f.view
  const [key, column] = [name.slice(0, name.lastIndexOf('.')), name.slice(name.lastIndexOf('.') + 1)]
  const cells = readReport(file.period.regime, file.groups, file.answers).cells[key]
  const value = column === 'uoc' ? cells?.wholeYear : column === 'den-chot' ? cells?.toDate : cells?.lastYear
  const error = f.error(name)
  const shown =
    value === null || value === undefined ? html`<span class="none">tính khi lưu</span>` : showNumber(value, 2)
  return html`${error ? html`<span class="field-error">${error}</span>` : ''}<output class="computed" id="${fieldId(name)}" aria-label="${label}">${shown}</output>`
}

/** The fields of a section without its form: how a regime that is being drafted will look. */
export const sectionFields = (view: SectionView): Html => {
  const f: Filling = { view, typed: {}, counted: new Map(), value: () => '', error: () => undefined }
  return html`${view.section.parts.map((p) => part(f, p))}`
}

function cell(f: Filling, name: string, label: string): Html {
  const error = f.error(name)
  const id = fieldId(name)
  const own = attributes({
    class: classes('input cell', error && 'wrong'),
    id,
    name,
    value: f.value(name),
    'aria-label': label,
    inputmode: 'decimal',
    autocomplete: 'off',
    'data-number': true,
    'aria-invalid': error ? 'true' : null,
    'aria-describedby': error ? `${id}-loi` : null,
    autofocus: f.view.cell !== null && name === FIELD.toDate(f.view.cell),
  })
  return html`${error ? html`<span class="field-error" id="${`${id}-loi`}">${error}</span>` : ''}<input${own}>${originLine(f.counted.get(name), f.value(name))}`
}

const noteBox = (f: Filling, name: string, label: string): Html =>
  html`<input${attributes({ class: 'input remark', id: fieldId(name), name, value: f.value(name), 'aria-label': label, autocomplete: 'off' })}>`

/** Cảnh báo và giải trình: the answer goes with the report. */
function explanation(f: Filling, x: Finding): Html {
  const name = FIELD.explanation(x.id)
  if (x.severity === 'note') return message({ kind: 'info', title: x.message, announce: false })
  return message({
    kind: 'soon',
    title: x.message,
    announce: false,
    body: textField({
      name,
      label: 'Giải trình',
      hint: 'Lời giải trình đi cùng báo cáo lên Sở Nội vụ.',
      value: f.value(name),
      error: f.error(name),
      optional: false,
    }),
  })
}

function groupFields(f: Filling, g: TaskGroup, p: Extract<SectionPart, { kind: 'groups' }>): Html {
  const name = FIELD.group(g.no)
  const used = Array.from({ length: p.evidence }, (_, i) => i + 1).filter((i) =>
    (['so', 'ngay', 'tep'] as const).some((x) => f.value(FIELD.evidence(g.no, i, x)) !== ''),
  )
  const last = Math.max(0, ...used)
  const lines = Array.from({ length: Math.max(1, last) }, (_, i) => i + 1)
  const more = last > 0 && last < p.evidence ? last + 1 : null
  return fieldGroup(
    `${g.no}. ${g.title}`,
    html`${markAt(f, `nhom.${g.no}`)}${textArea({ name, label: p.label, hint: g === f.view.file.groups[0] ? p.hint : '', maxLength: p.max, rows: 4, value: f.value(name), error: f.error(name) })}
${tickField({ name: FIELD.groupNothing(g.no), label: 'Không phát sinh trong kỳ', checked: f.value(FIELD.groupNothing(g.no)) === '1' })}
${lines.map((i) => evidence(f, g, i))}${more === null ? '' : disclosure('Thêm văn bản', evidence(f, g, more))}`,
  )
}

function evidence(f: Filling, g: TaskGroup, i: number): Html {
  const of = (x: Parameters<typeof FIELD.evidence>[2]): string => FIELD.evidence(g.no, i, x)
  const fileId = f.value(of('tep'))
  const has = (x: Parameters<typeof FIELD.evidence>[2]) => ({
    name: of(x),
    value: f.value(of(x)),
    error: f.error(of(x)),
  })
  return html`<div class="evidence-line">
${textField({ ...has('so'), label: `Văn bản ${i}: số, ký hiệu`, size: 'medium', optional: i > 1 })}
${dateField({ ...has('ngay'), label: 'Ngày văn bản', hint: '', optional: i > 1 })}
${
  fileId === ''
    ? fileField({ name: of('tai-len'), label: 'Tệp', optional: true })
    : html`<p class="field">${hidden(of('tep'), fileId)}${hidden(of('ten'), f.value(of('ten')))}<span class="label">Tệp</span><a href="${hrefOf(f.view.file, `tep/${fileId}`)}">${f.value(of('ten'))}</a></p>${tickField({ name: of('bo-tep'), label: 'Bỏ tệp này' })}`
}</div>`
}

/** Both versions side by side; the reader chooses for each field, the rest goes along. */
function staleForm(f: Filling, action: string, seen: Seen): Html {
  const theirs = (seen.refusal?.theirs ?? {}) as {
    version?: number
    who?: string
    time?: string
    values?: Record<string, string>
  }
  const values = theirs.values ?? {}
  const differences = Object.entries(values).map(([name, value]): Difference => {
    const mine = f.typed[name] ?? ''
    const label = labelOf(f, name)
    return {
      name,
      label,
      mine,
      theirs: value,
      sentence: changedMeanwhile(theirs.who ?? '', theirs.time ?? '', value || 'trống', mine || 'trống'),
    }
  })
  // Everything typed goes along, also fields of a form that has changed meanwhile.
  const rest = Object.fromEntries(
    Object.entries(f.typed).filter(([n]) => n.includes('.') && values[n] === undefined && !n.endsWith('.tai-len')),
  )
  return compare({
    action,
    csrf: seen.csrf,
    version: theirs.version ?? 0,
    changedBy: `${theirs.who ?? ''}, lúc ${theirs.time ?? ''}`,
    differences,
    rest: { ...rest, di: 'o-lai' },
    backHref: action,
  })
}

function labelOf(f: Filling, name: string): string {
  const regime = f.view.file.period.regime
  const column = [
    ['.den-chot', 'đến ngày chốt'],
    ['.uoc', 'ước cả năm'],
    ['.ghi-chu', 'ghi chú'],
    ['.nam-truoc', 'số chính thức năm trước'],
  ].find(([end]) => name.endsWith(end ?? ''))
  if (column) return `${placeOf(regime, name.slice(0, -(column[0] ?? '').length)).label}, ${column[1]}`
  const group = f.view.file.groups.find((g) => name.startsWith(`nhom.${g.no}.`))
  return group ? `Nhóm ${group.no}` : placeOf(regime, name).label
}
