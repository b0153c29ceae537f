/** Sáu rõ: what an assignment must make clear; each missing part is named. */
import { SIX_LABELS, type SixClear, type SixKey } from '../words.ts'

/** What is known of a piece of work. The same meter serves the tasks of the plan and the rows of a body's own plan. */
export type SixFacts = {
  /** Somebody who exists today answers for it: the head of the lead body, or a named person. */
  readonly person: boolean
  readonly work: string
  readonly hasDue: boolean
  /** One body leads, and it is not among those that only co-ordinate. */
  readonly responsibility: boolean
  readonly product: string
  /** The issuer may give work to the lead body. */
  readonly authority: boolean
}

/** Measures the six. */
export function sixClear(f: SixFacts): SixClear {
  const clear: Record<SixKey, boolean> = {
    person: f.person,
    work: f.work.trim() !== '',
    time: f.hasDue,
    responsibility: f.responsibility,
    product: f.product.trim() !== '',
    authority: f.authority,
  }
  const keys = Object.keys(SIX_LABELS) as SixKey[]
  const missing = keys.filter((k) => !clear[k])
  const met = keys.length - missing.length
  const lack = missing.length === 0 ? '' : ` (thiếu ${missing.map((k) => SIX_LABELS[k]).join(', ')})`
  return { met, missing, words: `6 rõ: ${met}/6${lack}` }
}
