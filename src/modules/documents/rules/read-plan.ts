/**
 * Đọc kế hoạch: text in, everything the document itself says out. Pure: the same text gives the same reading.
 */
import type { PlanReading } from '../words.ts'
import type { Attached } from './attached.ts'
import { factsOf } from './baselines.ts'
import { defectsOf } from './defects.ts'
import { yearOfTitle } from './goal-years.ts'
import { goalsOf, uniqueClauses } from './goals.ts'
import { headerOf } from './header.ts'
import { indicatorRows } from './indicator-tables.ts'
import { linearGrids } from './linear-tables.ts'
import { type Block, blocksOf, isLoneNumber, type Line, linesOf, wrappingOf } from './lines.ts'
import { type Passage, sourceText } from './passage.ts'
import { mentionsOf, referenceDoubts, referencesOf } from './references.ts'
import { reportsOf } from './reports.ts'
import { isClosing, isHeading, sectionsOf, type Tree, topicAt, treeOf, walk } from './sections.ts'
import { type Grid, gridsIn } from './tables.ts'
import { recipientsOf, signerOf } from './tail.ts'
import { tableTasks, tasksOf } from './tasks.ts'
import { workRows } from './work-tables.ts'
import { type Zones, zonesOf } from './zones.ts'

/** A title ends where the grounds begin. */
const GROUNDS = /^(?:Căn cứ|Thực hiện|Theo|Xét|Để|Nhằm|Triển khai)\s/u

/** Who decides, between title and grounds of a decision. */
const ISSUED_BY = /^(?:CHỦ TỊCH\s+)?(?:[ỦU][ỶYỴ]\s+BAN|UBND|HỘI ĐỒNG|HĐND|GIÁM ĐỐC|BAN THƯỜNG VỤ|BỘ TRƯỞNG)(?!\p{L})/u

const LONGEST_TITLE = 600

/** The title: the first paragraph after the kind of document, and those that go on with it in capitals. */
function titleOf(opening: readonly Block[], hasKind: boolean): { title: string | null; rest: readonly Block[] } {
  const first = opening[0]
  if (!first || first.marker) return { title: null, rest: opening }
  const loose = !hasKind && (first.body.text.length > 250 || /[.;:]$/u.test(first.body.text))
  if (loose || /^Căn cứ\s/u.test(first.body.text)) return { title: null, rest: opening }
  let title = first.body.text
  let n = 1
  for (const block of opening.slice(1)) {
    const upper = (t: string): boolean => t === t.toUpperCase()
    const more =
      title.length < LONGEST_TITLE &&
      !block.marker &&
      !ISSUED_BY.test(block.body.text) &&
      !GROUNDS.test(block.body.text) &&
      upper(block.body.text) &&
      upper(title)
    if (!more) break
    title += ` ${block.body.text}`
    n++
  }
  return { title, rest: opening.slice(n) }
}

/** Passages in which reports are set: the duties, and the closing paragraphs that give no duty. */
function reportPassages(tree: Tree, tasks: ReturnType<typeof tasksOf>) {
  const byClause = new Map(tasks.map((t) => [t.clause, t]))
  return [...walk(tree.roots)].flatMap((n) => {
    const task = byClause.get(n.path) ?? null
    const topic = topicAt(n)
    const silent = topic === 'goals' || topic === 'purpose' || topic === 'situation'
    return task || isClosing(n.block.body.text) || (!silent && !isHeading(n)) ? [{ task, passage: n.block.body }] : []
  })
}

/** Tables with columns, and tables that lost them. A table of the body ends at the next heading, one of an annex with it. */
function tablesOf(text: string, zones: Zones): { columns: Grid[]; rest: Grid[] } {
  const attached = zones.attached.map((a) => a.lines)
  const columns = [zones.body, ...attached].flatMap((lines) => gridsIn(text, lines))
  const free = (lines: readonly Line[]): Line[] => lines.filter((l) => !columns.some((g) => g.lines.has(l)))
  const heading = (t: string): boolean => /^(?:[IVX]+[.)]|Phần|PHẦN)\s/u.test(t) && t === t.toUpperCase()
  const rest = [
    ...linearGrids(text, free(zones.body), heading),
    ...attached.flatMap((lines) => linearGrids(text, free(lines), () => false)),
  ]
  return { columns, rest }
}

/** Every attached piece has headings of its own; forms to be filled in give no work and hold no goals. */
function attachedTrees(pieces: readonly Attached[], blocksIn: (lines: readonly Line[]) => Block[]) {
  const used = new Set<string>()
  return pieces.map((piece, i) => {
    const lines = blocksIn(piece.lines)
    // The plan that a decision issues keeps its own numbers.
    const wanted = piece.kind === 'document' ? '' : `PL-${piece.no || i + 1}.`
    const prefix = used.has(wanted) ? `PL-${i + 1}~.` : wanted
    used.add(prefix)
    const tree = treeOf(piece.kind === 'form' ? [] : lines, prefix)
    const head = blocksIn(piece.head)
    const caption = piece.kind === 'annex' ? head.map((b) => b.body.text).join(' ') : ''
    return { tree, caption, blocks: [...head, ...lines] }
  })
}

/** Clauses are unique in a reading: what repeats a number says so after "~". */
function distinct<T extends { readonly clause: string }>(items: readonly T[]): T[] {
  const used = new Set<string>()
  return items.map((item, i) => {
    const clause = used.has(item.clause) ? `${item.clause}~${i + 1}` : item.clause
    used.add(clause)
    return clause === item.clause ? item : { ...item, clause }
  })
}

const bodies = (blocks: readonly Block[]): Passage[] => blocks.map((b) => b.body)

/** Reads a plan document. Spans point into `reading.text`. Nothing is invented: what is not there stays null. */
export function readPlan(given: string): PlanReading {
  const text = sourceText(given)
  const lines = linesOf(text)
  const wrapping = wrappingOf(lines)
  const zones = zonesOf(lines)
  const { columns, rest: loose } = tablesOf(text, zones)
  const grids = [...columns, ...loose]
  const running = (part: readonly Line[]): Line[] =>
    part.filter((l) => !isLoneNumber(l) && !grids.some((t) => t.lines.has(l)))
  const blocks = blocksOf(text, running(zones.body), wrapping)
  const attached = attachedTrees(zones.attached, (part) => blocksOf(text, running(part), wrapping))
  const outer = treeOf(blocks)
  const under = titleOf(outer.opening, zones.kind !== null)
  const { title, rest } = zones.abstract === null ? under : { title: zones.abstract, rest: outer.opening }
  const tree: Tree = { opening: rest, roots: [...outer.roots, ...attached.flatMap((a) => a.tree.roots)] }
  const kind = zones.kind?.name ?? null
  const header = headerOf(text, zones, outer.opening)
  const tabled = grids.map((grid, i) => indicatorRows(grid, `PL${i + 1}`, yearOfTitle(title), header.dateKnown))
  const captions = new Map(attached.flatMap((a) => a.tree.roots.map((root) => [root, a.caption] as const)))
  const report = kind === 'BÁO CÁO'
  // A results report sets no goals: its quotas are those of another document.
  const goals = report
    ? []
    : uniqueClauses([
        ...goalsOf(tree, rest, { title, made: header.dateKnown, captions }),
        ...tabled.flatMap((t) => t.goals),
      ])
  const told = factsOf(tree, rest, report, header.dateKnown)
  const tasks = distinct([
    ...tasksOf(tree, captions),
    ...grids.flatMap((grid, i) => tableTasks(workRows(grid), `PL${i + 1}`)),
  ])
  const signer = signerOf(zones.tail)
  const inner = blocks.slice(outer.opening.length)
  const baselines = [...told.baselines, ...tabled.flatMap((t) => t.baselines)]
  const mentions = mentionsOf(bodies(outer.opening), [
    ...bodies([...inner, ...attached.flatMap((a) => a.blocks), ...blocksOf(text, zones.notes, wrapping)]),
    ...grids.flatMap((g) => g.rows.flat()),
  ])
  const recipients = recipientsOf(zones.tail)
  const own = { number: header.docNumber, date: header.date }
  const closing = inner.at(-1)?.body.text ?? ''
  const examined = {
    form: { header, signer, recipients, closing, head: zones.header, attached: zones.attached },
    tree,
    trees: [outer, ...attached.map((a) => a.tree)],
    blocks: [...rest, ...inner, ...attached.flatMap((a) => a.blocks)],
    title: rest === outer.opening ? null : (outer.opening[0] ?? null),
    goals,
    tasks,
    baselines: baselines.length,
  }
  return {
    text,
    docType: header.docType,
    title,
    docNumber: header.docNumber,
    docNumberRaw: header.docNumberRaw,
    issuer: header.issuer,
    placeDate: header.placeDate,
    date: header.date,
    dateKnown: header.dateKnown,
    sections: sectionsOf(tree.roots),
    goals,
    tasks,
    references: referencesOf(mentions, own),
    recurringReports: report ? [] : reportsOf(reportPassages(tree, tasks)),
    recipients,
    signer,
    baselines,
    results: told.results,
    defects: [...defectsOf(examined), ...referenceDoubts(mentions, own)],
  }
}
