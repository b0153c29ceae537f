/** Sáu rõ: which of the six things a task or an item of a plan already says. */
import { type Clear, SIX_CLEAR } from '../words.ts'

/** What is known of a task. */
export type Known = {
  person: string | null
  work: string
  due: boolean
  lead: boolean
  product: string
  authority: boolean
}

/** The things that are clear; the rest is missing. */
export function clearOnes(k: Known): { clear: Clear[]; missing: Clear[] } {
  const has: Record<Clear, boolean> = {
    người: k.person !== null && k.person.trim() !== '',
    việc: k.work.trim() !== '',
    'thời gian': k.due,
    'trách nhiệm': k.lead,
    'sản phẩm': k.product.trim() !== '',
    'thẩm quyền': k.authority,
  }
  return { clear: SIX_CLEAR.filter((c) => has[c]), missing: SIX_CLEAR.filter((c) => !has[c]) }
}

/** "6 rõ: 5/6 (thiếu sản phẩm)". */
export function clearInWords(k: Known): string {
  const { clear, missing } = clearOnes(k)
  return `6 rõ: ${clear.length}/6${missing.length === 0 ? '' : ` (thiếu ${missing.join(', ')})`}`
}
