/**
 * Khiếm khuyết của văn bản: what the document alone shows to be missing, doubtful or contradictory. Each is reported
 * with its place; none is mended.
 */
import type { Defect, PlanGoal, PlanTask, Signer } from '../words.ts'
import { defect } from './defect.ts'
import { duplicates, goalDefects, owners } from './defects-of-programme.ts'
import { markup, numbering, pageBreaks, punctuation, slips } from './defects-of-text.ts'
import type { Header } from './header.ts'
import type { Block } from './lines.ts'
import { type Tree, walk } from './sections.ts'

/** What the defects are looked for in. */
export type Examined = {
  readonly header: Header
  readonly tree: Tree
  readonly blocks: readonly Block[]
  readonly goals: readonly PlanGoal[]
  readonly tasks: readonly PlanTask[]
  readonly signer: Signer | null
}

/** Số, ngày, cơ quan ban hành, quốc hiệu, người ký. */
function missing({ header, signer }: Examined): Defect[] {
  const out: Defect[] = []
  if (header.docNumber === null) {
    out.push(
      defect(
        'missing-number',
        'phần đầu',
        header.docNumberRaw ? `Số văn bản để trống (“${header.docNumberRaw}”).` : 'Văn bản không có dòng số, ký hiệu.',
      ),
    )
  }
  if (header.date === null) {
    const part =
      header.dateKnown === null
        ? 'Văn bản không có ngày ban hành.'
        : `Ngày ban hành ghi không đủ (“${header.placeDate ?? ''}”).`
    out.push(defect('missing-date', 'phần đầu', part))
  }
  const lacking = [
    header.motto ? '' : 'quốc hiệu, tiêu ngữ',
    header.issuerWritten ? '' : 'tên cơ quan ban hành',
  ].filter((x) => x !== '')
  if (lacking.length > 0) out.push(defect('missing-header', 'phần đầu', `Phần đầu không có ${lacking.join(' và ')}.`))
  if (!signer?.name) out.push(defect('missing-signer', 'phần ký', 'Văn bản không ghi tên người ký.'))
  return out
}

/** Everything the document itself shows to be wrong, header first, then in the order of kinds. */
export function defectsOf(x: Examined, baselines: number): Defect[] {
  const nothing = x.goals.length === 0 && x.tasks.length === 0
  const head = nothing
    ? [
        defect(
          'nothing-recognised',
          'toàn văn bản',
          'Không nhận ra mục tiêu, nhiệm vụ hay trách nhiệm nào trong văn bản.',
        ),
      ]
    : []
  const nodes = [...walk(x.tree.roots)]
  return [
    ...head,
    ...missing(x),
    ...numbering(x.tree.roots),
    ...x.blocks.flatMap((b) => [...slips(b.whole, x.tree), ...markup(b.body, x.tree), ...pageBreaks(b, x.tree)]),
    ...nodes.flatMap(punctuation),
    ...owners(x.tasks),
    ...goalDefects(x.goals, baselines),
    ...duplicates(x.goals, x.tree),
  ]
}
