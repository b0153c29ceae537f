/**
 * Nháp khi biểu mẫu đổi: every typed field goes to the section the new form has it in; a field the new form does not have
 * is kept apart, shown, and comes back when a form has it again.
 */
import type { Answers, TaskGroup } from '../words.ts'
import { FIELD, fieldsOf, pickAnswers } from './answers.ts'
import type { Regime } from './regime.ts'

/** Number of the section that keeps what no section of the form has. */
export const KEPT_APART = -1

/** The sections of a draft, arranged by another version of the form. Nothing typed is lost or doubled. */
export function reSection(
  regime: Regime,
  groups: readonly TaskGroup[],
  sections: ReadonlyMap<number, Answers>,
): ReadonlyMap<number, Answers> {
  const all: Answers = Object.assign({}, ...[...sections].sort(([a], [b]) => a - b).map(([, a]) => a))
  const home = new Map(regime.sections.flatMap((s) => fieldsOf(regime, s, groups).map((f) => [f, s.no] as const)))
  home.set(FIELD.nothing, 0)
  const out = new Map<number, Record<string, string>>()
  for (const [name, text] of Object.entries(all)) {
    const no = home.get(name) ?? KEPT_APART
    out.set(no, { ...out.get(no), [name]: text })
  }
  return out
}

/** What a form of an earlier version sent beside the fields of its section: fields some form knows, with words not kept yet. */
export function strayAnswers(
  forms: readonly Regime[],
  groups: readonly TaskGroup[],
  sent: {
    readonly fields: readonly string[]
    readonly raw: Readonly<Record<string, unknown>>
    readonly known: Answers
  },
): Answers {
  const every = forms.flatMap((r) => r.sections.flatMap((s) => fieldsOf(r, s, groups)))
  const elsewhere = [...new Set(every)].filter((f) => !sent.fields.includes(f))
  const typed = pickAnswers(elsewhere, sent.raw)
  return Object.fromEntries(Object.entries(typed).filter(([name, text]) => sent.known[name] !== text))
}
