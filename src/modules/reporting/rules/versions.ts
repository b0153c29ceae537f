/**
 * So sánh các bản: which figures and paragraphs changed between two versions of a report.
 */
import { showNumber } from '../../../kernel/number.ts'
import type { ReportContent } from '../words.ts'

/** Một chỗ đổi: `cell` names the figure or paragraph. */
export type Change = { readonly cell: string; readonly before: string; readonly after: string }

/** Every figure and paragraph of a content as shown text, keyed by cell. */
export function shownCells(c: ReportContent): ReadonlyMap<string, string> {
  const out = new Map<string, string>()
  out.set('khong-phat-sinh', c.nothing ?? '')
  for (const [id, text] of Object.entries(c.paragraphs)) out.set(`doan.${id}`, text)
  for (const [key, v] of Object.entries(c.cells)) {
    out.set(`${key}.den-chot`, showNumber(v.toDate, 3))
    out.set(`${key}.uoc`, showNumber(v.wholeYear, 3))
    out.set(`${key}.ghi-chu`, v.note)
    if (v.lastYear !== undefined) out.set(`${key}.nam-truoc`, showNumber(v.lastYear, 3))
  }
  for (const [no, g] of Object.entries(c.groups)) {
    out.set(`nhom.${no}`, g.nothing && g.text === '' ? 'Không phát sinh trong kỳ' : g.text)
    out.set(`nhom.${no}.minh-chung`, g.evidence.map((e) => `${e.number} ngày ${e.day}`).join('; '))
  }
  return out
}

/** The cells that differ, in the order of the newer content. */
export function changes(before: ReportContent | null, after: ReportContent): readonly Change[] {
  if (before === null) return []
  const old = shownCells(before)
  const now = shownCells(after)
  return [...new Set([...now.keys(), ...old.keys()])].flatMap((cell) => {
    const a = old.get(cell) ?? ''
    const b = now.get(cell) ?? ''
    return a === b ? [] : [{ cell, before: a, after: b }]
  })
}
