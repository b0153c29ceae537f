/**
 * Báo cáo tỉnh: frozen figures with their sources, the words the system proposes, and the words an officer wrote instead.
 * A rebuild never touches what was written by hand; figures that changed since are marked «số đã đổi: 44 → 45».
 */
import type { Day } from '../../../kernel/day.ts'
import { showNumber } from '../../../kernel/number.ts'
import { mergedText, mergeLines } from '../../../kernel/three-way.ts'
import { type Content, figure, type Piece, plainText } from '../../../platform/word/official-paper.ts'
import type { AttributedText, ProvincialReportInput } from '../papers/provincial-input.ts'
import { canonicalJson } from './canonical.ts'
import type { SourceCell, Total } from './consolidate.ts'

/** Nguồn của một số: what it counts and the cells behind it. */
export type Source = {
  readonly id: string
  readonly label: string
  readonly shown: string
  readonly unit: string
  readonly cells: readonly SourceCell[]
  /** Where a figure without cells comes from. */
  readonly note: string
  /** The day up to which data were known, where the figure is computed from what changes later too. */
  readonly known?: Day
}

/** Số liệu đã chốt of one version. */
export type ProvincialFigures = {
  readonly input: ProvincialReportInput
  readonly sources: readonly Source[]
  /** Instant of the freeze, ISO. */
  readonly frozenAt: string
  readonly reports: number
}

/** Đoạn viết tay: replaces the proposed words of a section. `figures` = what the sources showed when it was written. */
export type ProvincialEdit = {
  readonly text: string
  readonly figures: Readonly<Record<string, string>>
  readonly by: string
  readonly at: string
  /** The words the system proposed when the section was written; left out in versions made before this was kept. */
  readonly base?: string
  /** Bodies whose paragraphs this one stands for, besides its own. */
  readonly stands?: readonly string[]
}

/** Section key (`I`, `III.2`, `III.2/H24.SYT`, `IV.1`, `IV.2`, `V`) -> words written by hand. */
export type ProvincialEdits = Readonly<Record<string, ProvincialEdit>>

/** Số đã đổi since a section was written by hand. */
export type ChangedFigure = { readonly source: string; readonly before: string; readonly after: string }

/** Prefix of the id of a number that an officer typed and no source stands behind. */
export const TYPED = 'nhap-tay'

const NUMBERS = /\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?/g

/** Changed figures of a hand-written section, in the order of the sources. */
export const changedFigures = (edit: ProvincialEdit, sources: readonly Source[]): readonly ChangedFigure[] =>
  sources.flatMap((s) => {
    const before = edit.figures[s.id]
    return before === undefined || before === s.shown ? [] : [{ source: s.id, before, after: s.shown }]
  })

/** The figures a text mentions, out of those the proposed words of its section were built from. */
export function figuresIn(text: string, proposed: readonly Content[]): Readonly<Record<string, string>> {
  const typed = new Set(text.match(NUMBERS) ?? [])
  return Object.fromEntries(
    figuresOf(proposed)
      .filter((f) => typed.has(f.figure))
      .map((f) => [f.source, f.figure]),
  )
}

type Shown = { readonly figure: string; readonly source: string }

const figuresOf = (contents: readonly Content[]): readonly Shown[] =>
  contents.flatMap((c) =>
    typeof c === 'string' ? [] : c.filter((p): p is Piece & Shown => typeof p !== 'string' && 'figure' in p),
  )

/** Hand-written lines as contents: every number is live again where its source is known, else marked as typed. */
export function linesOf(key: string, edit: ProvincialEdit): readonly Content[] {
  const bySource = Object.entries(edit.figures).sort(([a], [b]) => (a < b ? -1 : 1))
  return edit.text
    .split(/\n+/)
    .map((l) => l.trim())
    .filter((l) => l !== '')
    .map((text) => pieces(text, key, bySource))
}

/** Numbers that belong to names of documents, dates and clauses are words, not figures. */
const NOT_FIGURE =
  /(?:số\s+)?\d+[\d/-]*\/[\p{L}\d-]+|\d{1,2}\/\d{1,2}\/\d{4}|(?:năm|ngày|tháng|khóa|quý|phụ lục|biểu|mục|điều|khoản)\s+\d+|\d+-[A-ZĐ]+\/[A-Z]+/giu

function pieces(text: string, key: string, known: readonly (readonly [string, string])[]): Content {
  const fixed = [...text.matchAll(NOT_FIGURE)].map((m) => [m.index, m.index + m[0].length] as const)
  const out: Piece[] = []
  const used = new Set<string>()
  let at = 0
  for (const m of text.matchAll(NUMBERS)) {
    if (fixed.some(([from, to]) => m.index >= from && m.index < to)) continue
    const source = known.find(([id, shown]) => shown === m[0] && !used.has(id))?.[0]
    if (source !== undefined) used.add(source)
    if (m.index > at) out.push(text.slice(at, m.index))
    out.push(figure(m[0], source ?? `${TYPED}.${key}`.slice(0, 58)))
    at = m.index + m[0].length
  }
  return at === 0 ? text : [...out, text.slice(at)].filter((p) => p !== '')
}

/** Lời văn đề xuất đã đổi since a section was written by hand: what was proposed then and now, and the three brought together. */
export type Redone = {
  readonly before: string
  readonly now: string
  readonly merged: string
  readonly conflicts: number
}

/** What became of the proposed words under a hand-written section; null = they are the same, or not known. */
export function redoneUnder(edit: ProvincialEdit, proposed: readonly Content[]): Redone | null {
  const now = plainLines(proposed)
  if (edit.base === undefined || edit.base === now) return null
  const lines = (text: string): string[] => text.split('\n').filter((l) => l.trim() !== '')
  const chunks = mergeLines(lines(edit.base), lines(edit.text), lines(now))
  return {
    before: edit.base,
    now,
    merged: mergedText(chunks),
    conflicts: chunks.filter((c) => c.kind === 'conflict').length,
  }
}

/** Một mục của bản thảo: what stands there now, and whether it was written by hand. */
export type DraftSection = {
  readonly key: string
  readonly title: string
  readonly proposed: readonly Content[]
  readonly shown: readonly Content[]
  readonly edit: ProvincialEdit | null
  readonly changed: readonly ChangedFigure[]
  readonly redone: Redone | null
  /** The paragraph of another body stands for this one. */
  readonly under: string | null
}

/** The sections that an officer may write in, in reading order. */
export function sectionsOf(figures: ProvincialFigures, edits: ProvincialEdits): readonly DraftSection[] {
  const { input } = figures
  const make = (key: string, title: string, proposed: readonly Content[]): DraftSection => {
    const edit = edits[key] ?? null
    return {
      key,
      title,
      proposed,
      shown: edit ? linesOf(key, edit) : proposed,
      edit,
      changed: edit ? changedFigures(edit, figures.sources) : [],
      redone: edit ? redoneUnder(edit, proposed) : null,
      under: null,
    }
  }
  return [
    make('I', 'Công tác chỉ đạo', input.direction),
    ...input.groups.flatMap((g, i) => [
      make(`III.${i + 1}`, g.title, g.summary),
      ...g.contributions.map((c, n) => ({
        ...make(`III.${i + 1}/${n + 1}`, c.body, [c.text]),
        under: standsUnder(i, g.contributions, edits).get(c.body) ?? null,
      })),
    ]),
    make('IV.1', 'Tồn tại, hạn chế', input.shortcomings),
    make('IV.2', 'Nguyên nhân', input.causes),
    make(
      'V',
      'Kiến nghị, đề xuất',
      input.proposals.map((p) => (isAttributed(p) ? withBody(p.text, p.body) : p)),
    ),
  ]
}

/** Bodies whose paragraph of a group another body's stands for: body -> whose. A name that two bear is nobody's: both stay. */
function standsUnder(
  group: number,
  list: readonly AttributedText[],
  edits: ProvincialEdits,
): ReadonlyMap<string, string> {
  const once = (body: string): boolean => list.filter((c) => c.body === body).length === 1
  return new Map(
    list.flatMap((c, n) =>
      (edits[`III.${group + 1}/${n + 1}`]?.stands ?? []).filter(once).map((body) => [body, c.body] as const),
    ),
  )
}

const isAttributed = (p: ProvincialReportInput['proposals'][number]): p is AttributedText =>
  typeof p !== 'string' && 'body' in p

const withBody = (text: Content, body: string): Content => [...(typeof text === 'string' ? [text] : text), ` (${body})`]

/** The report with the hand-written words in their places: what the paper is made from. */
export function withEdits(figures: ProvincialFigures, edits: ProvincialEdits): ProvincialReportInput {
  const { input } = figures
  const words = (key: string, proposed: readonly Content[]): readonly Content[] => {
    const edit = edits[key]
    return edit ? linesOf(key, edit) : proposed
  }
  return {
    ...input,
    direction: words('I', input.direction),
    groups: input.groups.map((g, i) => ({
      ...g,
      summary: words(`III.${i + 1}`, g.summary),
      contributions: standing(i, g.contributions, edits).flatMap(({ c, key }) =>
        words(key, [c.text]).map((text) => ({ ...c, body: bodiesOf(c.body, edits[key]), text })),
      ),
    })),
    shortcomings: words('IV.1', input.shortcomings),
    causes: words('IV.2', input.causes),
    proposals: edits.V ? linesOf('V', edits.V) : input.proposals,
  }
}

/** The paragraphs of a group that stand for themselves, each with its key. */
const standing = (group: number, list: readonly AttributedText[], edits: ProvincialEdits) => {
  const under = standsUnder(group, list, edits)
  return list.flatMap((c, n) => (under.has(c.body) ? [] : [{ c, key: `III.${group + 1}/${n + 1}` }]))
}

const bodiesOf = (body: string, edit: ProvincialEdit | undefined): string => [body, ...(edit?.stands ?? [])].join('; ')

/** Edits that still have their place after a rebuild: a body's paragraph is known by its body and group, not by its number. */
export function carryEdits(
  before: ProvincialFigures,
  edits: ProvincialEdits,
  after: ProvincialFigures,
): ProvincialEdits {
  const out: Record<string, ProvincialEdit> = {}
  for (const [key, edit] of Object.entries(edits)) {
    const m = /^III\.(\d+)\/(\d+)$/.exec(key)
    if (!m) {
      out[key] = edit
      continue
    }
    const group = Number(m[1]) - 1
    const body = before.input.groups[group]?.contributions[Number(m[2]) - 1]?.body
    const place = after.input.groups[group]?.contributions.findIndex((c) => c.body === body) ?? -1
    if (place < 0) continue
    const there = new Set(after.input.groups[group]?.contributions.map((c) => c.body))
    const stands = (edit.stands ?? []).filter((b) => there.has(b))
    out[`III.${group + 1}/${place + 1}`] = edit.stands === undefined ? edit : { ...edit, stands }
  }
  return out
}

/** The text an officer starts from when writing a section by hand. */
export const plainLines = (contents: readonly Content[]): string => contents.map(plainText).join('\n')

/** A total as a figure and its source; null where no body gave one. */
export const sourceOfTotal = (t: Total, year: number): Source => ({
  id: `${year}.${t.id}`,
  label: t.label,
  shown: t.value === null ? '' : showNumber(t.value, 2),
  unit: t.unit,
  cells: t.cells,
  note: t.cells.length === 0 ? 'Chưa có cơ quan nào cho số liệu này.' : (t.note ?? ''),
})

/** Whether two freezes say the same, whenever they were made. */
export function sameFigures(a: ProvincialFigures, b: ProvincialFigures): boolean {
  const bare = (f: ProvincialFigures) =>
    canonicalJson({
      ...f,
      frozenAt: '',
      input: { ...f.input, asOf: '' },
      sources: f.sources.map(({ known: _, ...s }) => s),
    })
  return bare(a) === bare(b)
}
