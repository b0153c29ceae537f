/**
 * Khiếm khuyết của văn bản: what the document alone shows to be missing, doubtful or contradictory. Each is reported
 * with its place; none is mended.
 */
import type { Defect, PlanGoal, PlanTask } from '../words.ts'
import { defect } from './defect.ts'
import { type Form, formDefects } from './defects-of-form.ts'
import {
  baseYears,
  duplicates,
  goalDefects,
  owners,
  pastDeadlines,
  repeatedTasks,
  twoFigures,
} from './defects-of-programme.ts'
import { indicatorNumbering, markup, numbering, pageBreaks, punctuation, slips, wrongMarks } from './defects-of-text.ts'
import type { Block } from './lines.ts'
import { type Tree, walk } from './sections.ts'

/** What the defects are looked for in. */
export type Examined = {
  readonly form: Form
  /** The headings of the document and of what is attached. */
  readonly tree: Tree
  /** The same, each piece by itself: numbers begin again in each. */
  readonly trees: readonly Tree[]
  /** Paragraphs of the document, then of what is attached. */
  readonly blocks: readonly Block[]
  readonly title: Block | null
  readonly goals: readonly PlanGoal[]
  readonly tasks: readonly PlanTask[]
  readonly baselines: number
}

/** Everything the document itself shows to be wrong, header first, then in the order of kinds. */
export function defectsOf(x: Examined): Defect[] {
  const nothing = x.goals.length === 0 && x.tasks.length === 0
  const empty = 'Không nhận ra mục tiêu, nhiệm vụ hay trách nhiệm nào trong văn bản.'
  const nodes = [...walk(x.tree.roots)]
  const texts = [...(x.title ? [x.title] : []), ...x.blocks].map((b) => b.whole)
  return [
    ...(nothing ? [defect('nothing-recognised', 'toàn văn bản', empty)] : []),
    ...formDefects(x.form),
    ...x.trees.flatMap((t) => numbering(t.roots)),
    ...indicatorNumbering(nodes),
    ...x.blocks.flatMap((b) => [...slips(b.whole, x.tree), ...markup(b.body, x.tree), ...pageBreaks(b, x.tree)]),
    ...wrongMarks(texts, x.tree),
    ...nodes.flatMap(punctuation),
    ...owners(x.tasks),
    ...goalDefects(x.goals, x.baselines),
    ...baseYears(x.goals),
    ...twoFigures(x.goals),
    ...pastDeadlines(x.tasks, x.form.header.date),
    ...duplicates(x.goals, x.tree),
    ...repeatedTasks(x.tasks),
  ]
}
