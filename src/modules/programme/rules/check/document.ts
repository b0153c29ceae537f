/** Văn bản: what the reader found wrong in the form and wording of the document itself, as findings. */
import { DEFECT_LABELS } from '../../../documents/public.ts'
import type { Draft } from './finding.ts'
import type { CheckInput } from './input.ts'

/** Kinds that other checks tell with more, each named where it is told. */
const TOLD_ELSEWHERE = new Set([
  'inconsistent',
  'no-owner',
  'no-single-owner',
  'no-deadline',
  'no-year',
  'no-baseline',
  'unclear-denominator',
])

/** Kinds that stop the document from being followed as it is. */
const GRAVE = new Set(['nothing-recognised', 'missing-number', 'missing-date', 'numbering'])

/** Defects of form and wording, one finding each. */
export const documentDefects = (input: CheckInput): Draft[] =>
  input.reading.defects
    .filter((d) => !TOLD_ELSEWHERE.has(d.kind))
    .map((d) => ({
      kind: 'document',
      clause: d.where,
      ...(GRAVE.has(d.kind) ? { severity: 'unclear' as const } : {}),
      spans: d.span === null ? [] : [d.span],
      arithmetic: d.what.startsWith(DEFECT_LABELS[d.kind]) ? d.what : `${DEFECT_LABELS[d.kind]}. ${d.what}`,
      ...(d.suggestion === null ? {} : { proposal: `Xem xét sửa thành "${d.suggestion}".` }),
    }))
