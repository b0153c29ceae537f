/** Tìm đơn vị: with marks the spelling counts, without marks only the letters; a code is found by its beginning. */
import { fold, sameSpelling, squeeze } from '../../../kernel/text.ts'
import type { Unit } from '../words.ts'

/** Units whose name, office name or code fits what was typed; empty text finds nothing. */
export function findByText(units: readonly Unit[], typed: string): Unit[] {
  const text = squeeze(typed)
  if (text === '') return []
  const folded = fold(text)
  const marked = folded !== text.toLowerCase()
  const wanted = marked ? sameSpelling(text) : folded
  const has = (name: string): boolean => (marked ? sameSpelling(name) : fold(name)).includes(wanted)
  return units.filter((u) => has(u.name) || has(u.officeName) || codeFits(u.code, folded))
}

const codeFits = (code: string, folded: string): boolean => {
  const c = code.toLowerCase()
  return c.startsWith(folded) || c.slice(c.indexOf('.') + 1) === folded
}
