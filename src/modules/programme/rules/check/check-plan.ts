/**
 * Rà soát kế hoạch: everything the checks find in one reading, gravest first. Pure: the same input gives the same findings.
 * A check fires only where its inputs are there; a figure that is missing is named, never guessed.
 */
import { cohortNotMeasurable } from './cohort.ts'
import { deadlineBeforeCutoff } from './cut-off.ts'
import { documentDefects } from './document.ts'
import { duplicateFigure } from './duplicate-figure.ts'
import { type Draft, type Finding, GROUND, keyOf, lawSource, type Source } from './finding.ts'
import { horizonOrder } from './horizon-order.ts'
import type { CheckInput } from './input.ts'
import { KIND_ORDER, KINDS, SEVERITIES, type Severity } from './kinds.ts'
import { againstKnownActs } from './known-acts.ts'
import { noBase } from './no-base.ts'
import { ownersAndDeadlines } from './owners.ts'
import { partsAndWholes } from './parts.ts'
import { rateCheck } from './rate-check.ts'
import { referenceErrors } from './reference.ts'
import { shareMismatch } from './share-mismatch.ts'
import { subjectEnded } from './subject-ended.ts'
import { undefinedFlow } from './undefined-flow.ts'

/** The checks; each file says what it looks for. */
const CHECKS: readonly ((input: CheckInput) => Draft[])[] = [
  shareMismatch,
  duplicateFigure,
  horizonOrder,
  partsAndWholes,
  subjectEnded,
  deadlineBeforeCutoff,
  cohortNotMeasurable,
  undefinedFlow,
  rateCheck,
  referenceErrors,
  againstKnownActs,
  noBase,
  ownersAndDeadlines,
  documentDefects,
]

const RANK = Object.keys(SEVERITIES) as Severity[]

/** Only the decrees whose words were read are told as seen; other grounds are for an officer to verify. */
const groundOf = (ground: string): Source => ({
  ...lawSource(GROUND, ground),
  status: /^Nghị định số (?:09\/2019|30\/2020)\/NĐ-CP/u.test(ground) ? 'seen' : 'unverified',
})

const finding = (d: Draft, text: string): Finding => ({
  key: keyOf(d, text),
  kind: d.kind,
  clause: d.clause,
  severity: d.severity ?? KINDS[d.kind].severity,
  evidence: d.spans.map(([from, to]) => ({ span: [from, to], text: text.slice(from, to) })),
  arithmetic: d.arithmetic,
  steps: d.steps ?? [],
  sources: [...(d.sources ?? []), groundOf(KINDS[d.kind].ground)],
  proposal: d.proposal ?? KINDS[d.kind].proposal,
})

/** Every finding, by severity, then by kind, then as they stand in the document. */
export function checkPlan(input: CheckInput): Finding[] {
  const { text } = input.reading
  const all = CHECKS.flatMap((check) => check(input)).map((d) => finding(d, text))
  const once = [...new Map(all.map((f) => [f.key, f])).values()]
  const at = (f: Finding): number => f.evidence[0]?.span[0] ?? -1
  return once.sort(
    (a, b) =>
      RANK.indexOf(a.severity) - RANK.indexOf(b.severity) ||
      KIND_ORDER.indexOf(a.kind) - KIND_ORDER.indexOf(b.kind) ||
      at(a) - at(b),
  )
}
