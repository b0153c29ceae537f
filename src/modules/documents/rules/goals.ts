/**
 * Mục tiêu, chỉ tiêu: the goals of a document, one for each figure, and one for each run of sentences that set a goal
 * without a figure. A figure is never made up: "cơ bản", "toàn bộ" stay without one.
 */
import type { PlanGoal } from '../words.ts'
import { figuresIn } from './figures.ts'
import { type Above, type Draft, type Found, goalsIn } from './goal-drafts.ts'
import { yearIn, yearOfTitle } from './goal-years.ts'
import type { Block } from './lines.ts'
import { stemOf } from './metric.ts'
import { headingOf, isHeading, isNumbered, type Node, type Tree, topicAt, walk } from './sections.ts'
import { aims, horizonIn, newsAims, newsGoal, type Setting, setsGoal } from './stray-goals.ts'

const letter = (i: number): string => 'abcdefghijklmnopqrstuvwxyz'[i] ?? `z${i}`

/**
 * Clause numbers within one bullet: one figure keeps the bare number; several take a, b, …; goals without a figure
 * take the letters after them.
 */
function numbered(drafts: readonly Draft[], path: string, section: string | null): PlanGoal[] {
  const count = drafts.filter((d) => !d.qualitative).length
  let q = 0
  let rest = Math.max(1, count)
  return drafts.map((d) => {
    if (!d.qualitative) return { ...d, section, clause: count === 1 ? path : `${path}${letter(q++)}` }
    return { ...d, section, clause: drafts.length === 1 ? path : `${path}${letter(rest++)}` }
  })
}

/** Dòng dẫn: a line that only announces the lines after it: "Đến năm 2027:", "Về nhân lực:". */
type Lead = { readonly year: number | null; readonly stem: string | null }

const LONGEST_LEAD = 160

/** Whether a text only announces what follows. */
const isLead = (text: string): boolean =>
  /:\s*$/u.test(text) && text.length <= LONGEST_LEAD && figuresIn(text).length === 0

/** For each node, what the lines before it under the same heading announce. A year holds until another is announced. */
function leadsOf(nodes: readonly Node[], leads = new Map<Node, Lead>()): Map<Node, Lead> {
  let lead: Lead = { year: null, stem: null }
  for (const n of nodes) {
    const { text } = n.block.body
    if (!isNumbered(n) && n.children.length === 0 && isLead(text)) {
      lead = { year: yearIn(text) ?? lead.year, stem: stemOf(text) }
    } else leads.set(n, lead)
    leadsOf(n.children, leads)
  }
  return leads
}

type Leads = ReadonlyMap<Node, Lead>

/** The year announced above a node: by the lines before it, by its headings and the lines before them. */
function yearAbove(n: Node, leads: Leads): number | null {
  const lead = leads.get(n)?.year ?? null
  if (lead !== null || n.parent === null) return lead
  return yearIn(n.parent.block.body.text) ?? yearAbove(n.parent, leads)
}

/** What the bullet above measures: "- Tỷ lệ số hóa hồ sơ:" over "+ Cấp tỉnh đạt 95%". */
function stemAbove(n: Node, leads: Leads): string | null {
  const text = n.parent?.block.body.text ?? ''
  return leads.get(n)?.stem ?? (isLead(text) ? stemOf(text) : null)
}

/** What the document says above a node. */
type Place = { readonly leads: Leads; readonly title: number | null }

const above = (n: Node, { leads, title }: Place): Above => ({
  by: yearAbove(n, leads),
  stem: stemAbove(n, leads),
  title,
})

const drafts = (found: readonly Found[]): Draft[] => found.map((f) => f.goal)

/** Goals of a node under a goals heading. Over children only its own figures count, wordless goals stand below it. */
function announcedGoals(n: Node, place: Place): PlanGoal[] {
  const section = isNumbered(n) && n.children.length === 0 ? n.path : (headingOf(n)?.path ?? n.path)
  const all = drafts(goalsIn(n.block.body, above(n, place))).filter((d) => !d.qualitative || !isLead(d.text))
  return numbered(n.children.length > 0 ? all.filter((d) => !d.qualitative) : all, n.path, section)
}

/** A heading may set a goal on its own line: "1. Về nhân lực: đạt 12 người/vạn dân". */
const headingSetsGoal = (n: Node): boolean =>
  figuresIn(n.block.body.text).some((f) => f.unit.startsWith('%') || f.rawComparator !== null)

/** How sure a goal found outside the goals heading is at most. */
const STRAY = 0.75
const lessSure = (d: Draft): Draft => ({ ...d, confidence: Math.min(STRAY, d.confidence) })

function strayGoals(n: Node, title: number | null, setting: Setting, purpose: boolean): PlanGoal[] {
  const found = goalsIn(n.block.body, { by: null, stem: null, title })
  const kept = drafts(found.filter((f) => setsGoal(f, setting) && (!purpose || aims(f)))).map(lessSure)
  return numbered(kept, n.path, headingOf(n)?.path ?? null)
}

/** Goals of running paragraphs without headings, as news items have them. */
function newsGoals(body: readonly Block[], made: number | null): PlanGoal[] {
  let horizon: number | null = null
  return body.flatMap((block, i) => {
    const { text } = block.body
    if (!newsAims(text)) return []
    horizon = horizonIn(text) ?? horizon
    const found = goalsIn(block.body, { by: horizon, stem: null, title: null })
    return numbered(drafts(found.filter((f) => newsGoal(f, made))).map(lessSure), String(i + 1), null)
  })
}

/** Clause numbers told apart where a document numbers two items alike. */
export const uniqueClauses = (goals: readonly PlanGoal[]): PlanGoal[] => {
  const seen = new Map<string, number>()
  return goals.map((g) => {
    const n = (seen.get(g.clause) ?? 0) + 1
    seen.set(g.clause, n)
    return n === 1 ? g : { ...g, clause: `${g.clause}~${n}` }
  })
}

/** What the head of a document says of its goals: its title, and the day it was made as far as known. */
export type Head = {
  readonly title: string | null
  readonly made: string | null
  /** Tên phụ lục over each top heading of an annex: "CÁC CHỈ TIÊU CHỦ YẾU ĐẾN NĂM 2030". */
  readonly captions: ReadonlyMap<Node, string>
}

const ANNOUNCES = /(?:^|\s)(?:chỉ tiêu|mục tiêu)(?=\s|$)(?!.*(?:nhiệm vụ|phân công))/iu

/** The caption of the annex a node stands in. */
const captionOver = (n: Node, captions: Head['captions']): string | null =>
  n.parent === null ? (captions.get(n) ?? null) : captionOver(n.parent, captions)

/** The goals of a document, in its order. */
export function goalsOf(tree: Tree, body: readonly Block[], head: Head): PlanGoal[] {
  const title = yearOfTitle(head.title)
  const made = head.made === null ? null : Number(head.made.slice(0, 4))
  if (tree.roots.length === 0) return newsGoals(body, made)
  const nodes = [...walk(tree.roots)].map((n) => {
    const caption = captionOver(n, head.captions)
    const over = caption !== null && ANNOUNCES.test(caption)
    return { n, topic: over ? 'goals' : topicAt(n), title: (over ? yearOfTitle(caption) : null) ?? title }
  })
  const announced = nodes.some(({ n, topic }) => topic === 'goals' && !isHeading(n))
  const leads = leadsOf(tree.roots)
  return nodes.flatMap(({ n, topic, title }) => {
    if (topic === 'goals') return !isHeading(n) || headingSetsGoal(n) ? announcedGoals(n, { leads, title }) : []
    // A numbered item over its labels is a task, though it stands like a heading.
    const heads = isHeading(n) && !/[.;]$/u.test(n.block.body.text)
    if (heads || topic === 'situation' || topic === 'money') return []
    return strayGoals(n, title, { announced, made }, topic === 'purpose')
  })
}
