/** Một khiếm khuyết: kind, place, sentence; the rest where it is known. */
import type { Defect, DefectKind } from '../words.ts'

/** Makes a defect; what is not given is unknown. */
export const defect = (kind: DefectKind, where: string, what: string, more: Partial<Defect> = {}): Defect => ({
  kind,
  where,
  what,
  span: null,
  suggestion: null,
  clauses: [],
  ...more,
})
