/** The JSON that `plan read --json` prints: a stable shape that scripts rely on. Empty lists, never absent keys. */
import type { PlanReading, PlanSection } from '../words.ts'

type JsonSection = { no: string; title: string; children: JsonSection[] }

const section = (s: PlanSection): JsonSection => ({ no: s.no, title: s.title, children: s.children.map(section) })

/** `reading` in the shape of `plan read --json`; keys beyond it: `clause`, `span`, `confidence`, `measure`, `denominator`. */
export function toPlanJson(reading: PlanReading) {
  const {
    goals,
    tasks,
    recipients,
    signer,
    references,
    recurringReports,
    text: _text,
    sections,
    baselines,
    results,
    defects,
    ...head
  } = reading
  return {
    ...head,
    sections: sections.map(section),
    targets: goals,
    tasks,
    references: references.map(({ basis, ...r }) => ({ ...r, role: basis ? 'basis' : null })),
    recurringReports,
    recipients: recipients.map((r) => (r.note === null ? r.name : `${r.name} (${r.note})`)),
    signer: signer && { authority: signer.authority, capacity: signer.capacity, post: signer.post, name: signer.name },
    baselines,
    results,
    defects,
  }
}
