/** Câu và vế câu: where a sentence ends in a document full of "TP.", "10.000" and "./.". */
import { cut, type Passage } from './passage.ts'

const ABBREVIATION = /(?:^|[\s(])(?:TP|TM|KT|TL|TUQ|Q|ThS|TS|PGS|GS|BS|St|tr|Tr|v\.v|\p{L})\.$/u

/** The sentences of a passage, each with its full stop. */
export function sentencesOf(p: Passage): Passage[] {
  const out: Passage[] = []
  let from = 0
  for (const m of p.text.matchAll(/(?:\.\/\.|[.!?…]+["”)]?)(?=\s+["“(*]*[\p{Lu}\d])/gu)) {
    const end = m.index + m[0].length
    if (ABBREVIATION.test(p.text.slice(Math.max(0, end - 6), end))) continue
    out.push(cut(p, from, end))
    from = end
  }
  out.push(cut(p, from))
  return out.filter((s) => s.text !== '')
}

/** The parts of a sentence between semicolons outside brackets, without the semicolons. */
export function partsOf(p: Passage): Passage[] {
  const out: Passage[] = []
  let depth = 0
  let from = 0
  for (let i = 0; i < p.text.length; i++) {
    const c = p.text[i]
    if (c === '(') depth++
    if (c === ')') depth = Math.max(0, depth - 1)
    if (c !== ';' || depth > 0) continue
    out.push(cut(p, from, i))
    from = i + 1
  }
  out.push(cut(p, from))
  return out.filter((s) => s.text !== '')
}
