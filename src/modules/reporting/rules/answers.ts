/**
 * Ô nhập và nội dung: drafts keep every field as typed; a report is read from them, and can be written back to fields.
 */
import { parseNumber, showNumber } from '../../../kernel/number.ts'
import { clean } from '../../../kernel/text.ts'
import type { Answers, Cells, Evidence, GroupAnswer, ReportContent, TaskGroup } from '../words.ts'
import { withComputed } from './compute.ts'
import { type Regime, type RegimeSection, rowsOf, tableOf } from './regime.ts'

/** Field names of a report. */
export const FIELD = {
  paragraph: (id: string): string => `doan.${id}`,
  toDate: (key: string): string => `${key}.den-chot`,
  wholeYear: (key: string): string => `${key}.uoc`,
  note: (key: string): string => `${key}.ghi-chu`,
  lastYear: (key: string): string => `${key}.nam-truoc`,
  group: (no: string): string => `nhom.${no}.noi-dung`,
  groupNothing: (no: string): string => `nhom.${no}.khong`,
  evidence: (no: string, i: number, part: 'so' | 'ngay' | 'tep' | 'ten' | 'tai-len' | 'bo-tep'): string =>
    `nhom.${no}.mc.${i}.${part}`,
  explanation: (finding: string): string => `giai-trinh.${finding}`,
  nothing: 'khong-phat-sinh',
} as const

const EXPLAINED = 'giai-trinh.'

/** Mã phát hiện about a row that a body may answer, before the key of the row. */
export const ANSWERABLE = ['dem', 'bieu', 'nhieu-nam', 'truc-thuoc'] as const
/** Mã phát hiện of a report that says what last year's said. */
export const COPIED = 'chep:bao-cao'

/** Every field name of a section: the only names a draft of it may hold. */
export function fieldsOf(regime: Regime, section: RegimeSection, groups: readonly TaskGroup[]): readonly string[] {
  return section.parts.flatMap((p) => {
    if (p.kind === 'paragraph') return [FIELD.paragraph(p.id), FIELD.explanation(COPIED)]
    if (p.kind === 'table') {
      return tableOf(regime, p.table).rows.flatMap((r) => {
        const key = `${p.table}.${r.id}`
        const said = [
          FIELD.note(key),
          FIELD.explanation(key),
          ...ANSWERABLE.map((id) => FIELD.explanation(`${id}:${key}`)),
        ]
        if (r.compute !== undefined) return said
        const before = regime.trueUp === true ? [FIELD.lastYear(key)] : []
        return [...before, FIELD.toDate(key), FIELD.wholeYear(key), ...said]
      })
    }
    return groups.flatMap((g) => [
      FIELD.group(g.no),
      FIELD.groupNothing(g.no),
      ...Array.from({ length: p.evidence }, (_, i) =>
        (['so', 'ngay', 'tep', 'ten'] as const).map((part) => FIELD.evidence(g.no, i + 1, part)),
      ).flat(),
    ])
  })
}

/** The fields of a section out of everything a form sent; text in NFC, nothing else changed. */
export function pickAnswers(fields: readonly string[], raw: Readonly<Record<string, unknown>>): Answers {
  const picked: Record<string, string> = {}
  for (const name of fields) {
    const value = raw[name]
    const text = typeof value === 'string' ? clean(value).replace(/\r\n/g, '\n').trimEnd() : ''
    if (text !== '') picked[name] = text
  }
  return picked
}

/** The report that the fields say. A figure that cannot be read is null here and a finding in `checks.ts`. */
export function readReport(regime: Regime, groups: readonly TaskGroup[], answers: Answers): ReportContent {
  const nothing = answers[FIELD.nothing] ?? null
  const paragraphs: Record<string, string> = {}
  const cells: Record<string, Cells> = {}
  const results: Record<string, GroupAnswer> = {}
  const explanations: Record<string, string> = {}
  for (const part of regime.sections.flatMap((s) => s.parts)) {
    if (part.kind === 'paragraph') paragraphs[part.id] = (answers[FIELD.paragraph(part.id)] ?? '').trim()
    if (part.kind === 'groups') for (const g of groups) results[g.no] = readGroup(answers, g.no, part.evidence)
  }
  for (const { key } of rowsOf(regime)) cells[key] = readCells(answers, key, regime.trueUp === true)
  for (const [name, text] of Object.entries(answers)) {
    if (name.startsWith(EXPLAINED) && text.trim() !== '') explanations[name.slice(EXPLAINED.length)] = text.trim()
  }
  return { nothing, paragraphs, cells: withComputed(regime, cells), groups: results, explanations }
}

function readCells(a: Answers, key: string, trueUp: boolean): Cells {
  const lastYear = trueUp ? parseNumber(a[FIELD.lastYear(key)] ?? '') : null
  return {
    toDate: parseNumber(a[FIELD.toDate(key)] ?? ''),
    wholeYear: parseNumber(a[FIELD.wholeYear(key)] ?? ''),
    note: (a[FIELD.note(key)] ?? '').trim(),
    ...(lastYear === null ? {} : { lastYear }),
  }
}

function readGroup(a: Answers, no: string, lines: number): GroupAnswer {
  const evidence = Array.from({ length: lines }, (_, i): Evidence => {
    const part = (p: 'so' | 'ngay' | 'tep' | 'ten') => (a[FIELD.evidence(no, i + 1, p)] ?? '').trim()
    return { number: part('so'), day: part('ngay'), fileId: part('tep') || null, fileName: part('ten') || null }
  })
  return {
    text: (a[FIELD.group(no)] ?? '').trim(),
    nothing: a[FIELD.groupNothing(no)] === '1',
    evidence: evidence.filter((e) => e.number !== '' || e.day !== '' || e.fileId !== null),
  }
}

/** The content a draft says now. A statement of nothing stands alone. */
export function contentOf(f: {
  readonly period: { readonly regime: Regime }
  readonly groups: readonly TaskGroup[]
  readonly answers: Answers
}): ReportContent {
  const nothing = f.answers[FIELD.nothing]
  return readReport(f.period.regime, f.groups, nothing === undefined ? f.answers : { [FIELD.nothing]: nothing })
}

/** The fields that say a report: how a file packet becomes a draft. */
export function answersOf(content: ReportContent): Answers {
  const out: Record<string, string> = {}
  const put = (name: string, text: string) => {
    if (text !== '') out[name] = text
  }
  put(FIELD.nothing, content.nothing ?? '')
  for (const [id, text] of Object.entries(content.paragraphs)) put(FIELD.paragraph(id), text)
  for (const [key, c] of Object.entries(content.cells)) {
    put(FIELD.toDate(key), showNumber(c.toDate, 3))
    put(FIELD.wholeYear(key), showNumber(c.wholeYear, 3))
    put(FIELD.lastYear(key), showNumber(c.lastYear, 3))
    put(FIELD.note(key), c.note)
  }
  for (const [no, g] of Object.entries(content.groups)) {
    put(FIELD.group(no), g.text)
    put(FIELD.groupNothing(no), g.nothing ? '1' : '')
    g.evidence.forEach((e, i) => {
      put(FIELD.evidence(no, i + 1, 'so'), e.number)
      put(FIELD.evidence(no, i + 1, 'ngay'), e.day)
      put(FIELD.evidence(no, i + 1, 'tep'), e.fileId ?? '')
      put(FIELD.evidence(no, i + 1, 'ten'), e.fileName ?? '')
    })
  }
  for (const [id, text] of Object.entries(content.explanations)) put(FIELD.explanation(id), text)
  return out
}

/** The answers of a whole report cut into its sections; the statement of nothing is section 0. */
export function bySection(regime: Regime, groups: readonly TaskGroup[], all: Answers): ReadonlyMap<number, Answers> {
  const out = new Map<number, Answers>()
  for (const s of regime.sections) {
    const picked = pickAnswers(fieldsOf(regime, s, groups), all)
    if (Object.keys(picked).length > 0) out.set(s.no, picked)
  }
  const nothing = all[FIELD.nothing]
  if (nothing !== undefined) out.set(0, { [FIELD.nothing]: nothing })
  return out
}

/** Fields on which two versions of a section differ, in the order of the form. */
export const differing = (fields: readonly string[], mine: Answers, theirs: Answers): readonly string[] =>
  fields.filter((f) => (mine[f] ?? '') !== (theirs[f] ?? ''))
