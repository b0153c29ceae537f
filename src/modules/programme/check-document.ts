/** Rà soát một văn bản đã đọc: its reading as decided on, measured by what the system knows, with the opinions kept on each finding. */
import { dayOf } from '../../kernel/day.ts'
import { accept, type Decision, refuse } from '../../kernel/result.ts'
import type { Ctx } from '../../platform/action.ts'
import { applyDecisions, findDocument, type SourceDocument } from '../documents/public.ts'
import { knownOutside } from './outside.ts'
import { checkPlan } from './rules/check/check-plan.ts'
import type { Finding } from './rules/check/finding.ts'
import { type CheckInput, checkInput } from './rules/check/input.ts'
import { findingMarks, programmeOfDocument } from './views.ts'
import type { FindingMark, Programme } from './words.ts'

/** Phát hiện, with what was held of it; null = nothing yet. */
export type MarkedFinding = Finding & { readonly mark: FindingMark | null }

/** Kết quả rà soát. */
export type CheckedDocument = {
  readonly document: SourceDocument
  /** The programme adopted from it. */
  readonly plan: Programme | null
  readonly input: CheckInput
  readonly findings: readonly MarkedFinding[]
}

/** Checks a kept document as its reading stands; an adopted one is held to the day of its adoption. */
export async function checkDocument(ctx: Ctx, id: string): Promise<Decision<CheckedDocument>> {
  const document = await findDocument(ctx.tx, id)
  if (document === null) return refuse('absent', 'document.absent', 'Không tìm thấy văn bản này.')
  const plan = await programmeOfDocument(ctx.tx, id)
  const reading = applyDecisions(document.reading, document.decisions)
  const input = checkInput(reading, await knownOutside(ctx.tx, plan?.date ?? null, dayOf(ctx.now)))
  const marks = new Map((await findingMarks(ctx.tx, id)).map((m) => [m.finding, m]))
  const findings = checkPlan(input).map((f) => ({ ...f, mark: marks.get(f.key) ?? null }))
  return accept({ document, plan, input, findings })
}
