/**
 * Nhiệm vụ và trách nhiệm: one task for each bullet, paragraph or numbered item of the parts that give work; with its
 * lead, its partners and its deadline where the document names them.
 */
import type { LeadKind, PlanTask } from '../words.ts'
import { type Assignment, assignmentIn, bodiesOfHeading, carryOut, type Labelled, labelsIn } from './assignments.ts'
import { isOpenGroup, startsBody } from './bodies.ts'
import { listOf } from './body-lists.ts'
import { dueIn } from './deadlines.ts'
import { nameEnd } from './name-end.ts'
import { cut, type Passage, spanOf } from './passage.ts'
import {
  headingOf,
  isClosing,
  isHeading,
  isNumbered,
  type Node,
  type Topic,
  type Tree,
  topicAt,
  walk,
} from './sections.ts'
import type { WorkRow } from './work-tables.ts'

const byRole = (labels: readonly Labelled[], role: Labelled['role']): Labelled[] =>
  labels.filter((l) => l.role === role)

/** The work given by labels: lead, partners, deadline. */
function labelled(labels: readonly Labelled[]): { who: Assignment; due: string | null; dueRaw: string | null } | null {
  if (labels.length === 0) return null
  const shared = byRole(labels, 'carry-out').map((l) => carryOut(l.body))
  const lead = [...byRole(labels, 'lead').flatMap((l) => carryOut(l.body).lead), ...shared.flatMap((s) => s.lead)]
  const coordinate = [
    ...byRole(labels, 'coordinate').flatMap((l) => listOf(l.body)),
    ...shared.flatMap((s) => s.coordinate),
  ]
  const time = byRole(labels, 'due')[0]?.body.text ?? null
  const due = time === null ? null : dueIn(time, true)
  return { who: { lead, coordinate, support: false }, due: due?.due ?? null, dueRaw: time }
}

/** Một cơ quan, một nhóm, hay không ai. */
export function leadKindOf(lead: readonly string[]): LeadKind {
  if (lead.length === 0) return 'none'
  return lead.length === 1 && !isOpenGroup(lead[0] ?? '') ? 'named' : 'group'
}

type Draft = { node: Node; text: Passage; labels: readonly Labelled[]; topic: Topic | null }

const headingBodies = (n: Node): Passage[] => {
  for (let at = headingOf(n); at; at = headingOf(at)) {
    const bodies = bodiesOfHeading(at.block.body)
    if (bodies.length > 0) return bodies
  }
  return []
}

function sectionOf(n: Node): string | null {
  return isNumbered(n) ? n.path : (headingOf(n)?.path ?? null)
}

function finish({ node, text, labels, topic }: Draft): PlanTask {
  const own = assignmentIn(text)
  const given = labelled(labels)
  const inherited = own.lead.length === 0 && !given?.who.lead.length ? headingBodies(node) : []
  const lead = (given?.who.lead.length ? given.who.lead : own.lead.length ? own.lead : inherited).map((p) => p.text)
  const coordinate = [...(given?.who.coordinate ?? []), ...own.coordinate].map((p) => p.text)
  const running = given?.dueRaw ? null : dueIn(text.text, false)
  const leadKind = leadKindOf(lead)
  return {
    clause: node.path,
    section: sectionOf(node),
    text: text.text,
    lead,
    leadKind,
    coordinate: [...new Set(coordinate)].filter((c) => !lead.includes(c)),
    support: own.support,
    due: given?.due ?? running?.due ?? null,
    dueRaw: given?.dueRaw ?? running?.raw ?? null,
    product: byRole(labels, 'product')[0]?.body.text ?? null,
    request: /^Đề\s+nghị\s/u.test(text.text),
    duty: topic !== 'tasks',
    span: spanOf(text),
    confidence: given ? 0.95 : own.lead.length > 0 ? 0.9 : inherited.length > 0 ? 0.85 : 0.8,
  }
}

/** A heading whose lines are labels is one task for each content line, or, without one, is itself the task. */
function sheetTasks(n: Node, topic: Topic | null): Draft[] {
  const lines = n.children.map((c) => ({ c, labels: labelsIn(c.block.body) }))
  const own = labelsIn(n.block.body)
  const all = [...own, ...lines.flatMap((l) => l.labels)]
  if (!all.some((l) => l.role === 'lead' || l.role === 'carry-out' || l.role === 'due')) return []
  if (lines.some((l) => l.labels[0]?.start !== 0 && !isClosing(l.c.block.body.text))) return []
  const contents = lines.filter((l) => l.labels[0]?.role === 'content')
  if (contents.length > 1) {
    return contents.map(({ c, labels }, i) => {
      const from = lines.findIndex((l) => l.c === c)
      const next = contents[i + 1]
      const to = next ? lines.findIndex((l) => l.c === next.c) : lines.length
      const text = labels[0]?.body ?? c.block.body
      return { node: c, text, labels: lines.slice(from, to).flatMap((l) => l.labels), topic }
    })
  }
  const content = byRole(all, 'content')[0]?.body
  const head = own[0] ? cut(n.block.body, 0, own[0].start) : n.block.body
  const text = content ?? cut(head, 0, head.text.replace(/[\s(:]+$/u, '').length)
  return text.text === '' ? [] : [{ node: n, text, labels: all, topic }]
}

/** Labels that close a list hold for all its bullets: "Đơn vị chủ trì: …" after three bullets. */
function closingLabels(n: Node): Labelled[] {
  return (n.parent?.children ?? []).slice((n.parent?.children ?? []).indexOf(n) + 1).flatMap((c) => {
    const labels = labelsIn(c.block.body)
    return labels[0]?.start === 0 ? labels : []
  })
}

/** "… tại 14 thôn. (Tổ kiểm tra công vụ xã, hoàn thành 30/10/2026)": the bracket at the end says who, with whom, by when. */
function bracketLabels(body: Passage): Labelled[] {
  const m = /\(([^()]{3,250})\)[\s.;]*$/u.exec(body.text)
  if (!m || !startsBody(m[1] ?? '') || assignmentIn(body).lead.length > 0) return []
  const inside = cut(body, m.index + 1, m.index + 1 + (m[1] ?? '').length)
  const helping = /^([^;]{3,120}?)\s+chủ\s+trì\s*[;,]\s*([^;]{3,160}?)\s+phối\s+hợp\s*(?:[;,]\s*(\S[^;]*))?$/iu.exec(
    inside.text,
  )
  if (helping) {
    const second = inside.text.indexOf(helping[2] ?? '', (helping[1] ?? '').length)
    return [
      { role: 'lead', body: cut(inside, 0, (helping[1] ?? '').length), start: m.index },
      { role: 'coordinate', body: cut(inside, second, second + (helping[2] ?? '').length), start: m.index },
      ...(helping[3]
        ? [{ role: 'due' as const, body: cut(inside, inside.text.length - helping[3].length), start: m.index }]
        : []),
    ]
  }
  const partners = /[,;]?\s*(?:phối\s+hợp(?:\s+(?:với|cùng))?|cùng)\s*:?\s+/iu.exec(inside.text)
  const time =
    /[,;]\s*(?=(?:hoàn thành|xong|trong|trước|từ|tháng|quý|năm|hằng|hàng|thường xuyên|theo|bắt đầu|giai đoạn|định kỳ)(?=\s|$))/iu.exec(
      inside.text,
    )
  const end = Math.min(partners?.index ?? inside.text.length, time?.index ?? inside.text.length)
  const lead = cut(inside, 0, end)
  if (nameEnd(lead.text) > 0 && !/chủ\s+trì\s*$/u.test(lead.text)) return []
  const bare = cut(lead, 0, lead.text.replace(/\s+(?:chủ\s+trì|thực\s+hiện)\s*$/u, '').length)
  const at = { start: m.index }
  const out: Labelled[] = [{ role: 'lead', body: bare, ...at }]
  if (partners) {
    const to = time && time.index > partners.index ? time.index : inside.text.length
    out.push({ role: 'coordinate', body: cut(inside, partners.index + partners[0].length, to), ...at })
  }
  if (time) {
    const to = partners && partners.index > time.index ? partners.index : inside.text.length
    out.push({ role: 'due', body: cut(inside, time.index + time[0].length, to), ...at })
  }
  return out
}

/** Labels on the lines below an item: "+ Chủ trì: …", "+ Thời gian: …". */
function childLabels(n: Node): Labelled[] {
  const lines = n.children.map((c) => labelsIn(c.block.body))
  return lines.length > 0 && lines.every((l) => l[0]?.start === 0) ? lines.flat() : []
}

function itemTask(n: Node, topic: Topic | null): Draft | null {
  const body = n.block.body
  const within = labelsIn(body)
  const labels = within.length > 0 ? within : [...bracketLabels(body), ...childLabels(n)]
  const below = within.length === 0 && labels.length > 0 && n.children.length > 0
  if (within[0]?.start === 0 && within[0].role !== 'content') return null
  const first = labels.find((l) => l.role !== 'content')
  const content = within[0]?.role === 'content' && within[0].start === 0 ? within[0].body : null
  const end = first && !below ? first.start : body.text.length
  const text = content ?? cut(body, 0, body.text.slice(0, end).replace(/[\s(]+$/u, '').length)
  const announces = !below && /:$/u.test(text.text) && (n.children.length > 0 || n.kind === null)
  if (
    text.text === '' ||
    announces ||
    isClosing(text.text) ||
    ENFORCES.test(text.text) ||
    (text.text.length < 300 && POINTER.test(text.text) && assignmentIn(text).lead.length === 0) ||
    /^\(?(?:kèm theo|có phụ lục|chi tiết tại)|^\([^()]*Phụ lục[^()]*\)\.?$/iu.test(text.text)
  )
    return null
  return { node: n, text, labels: labels.length > 0 ? labels : closingLabels(n), topic }
}

const GIVES_WORK: ReadonlySet<Topic | null> = new Set<Topic | null>(['tasks', 'duties', 'money'])

/** Money parts and plain items that name nobody say where funds come from; they give no work. */
const isWork = (t: PlanTask, topic: Topic | null): boolean => topic !== 'money' || t.lead.length > 0

/** The tasks of a table of work: `PL1.3` is row 3 of the first table. */
export function tableTasks(rows: readonly WorkRow[], section: string): PlanTask[] {
  const seen = new Set<string>()
  return rows.map((row, i) => {
    const wanted = `${section}.${row.no}`
    const clause = seen.has(wanted) ? `${wanted}~${i + 1}` : wanted
    seen.add(clause)
    const lead = row.lead.map((p) => p.text)
    return {
      clause,
      section,
      text: row.text.text,
      lead,
      leadKind: leadKindOf(lead),
      coordinate: row.coordinate.map((p) => p.text).filter((c) => !lead.includes(c)),
      support: false,
      due: row.due,
      dueRaw: row.dueRaw,
      product: row.product,
      request: false,
      duty: false,
      span: spanOf(row.text),
      confidence: 0.9,
    }
  })
}

/** A plain paragraph under "Chế độ báo cáo" sets a report and gives no other work. */
const onlyReports = (n: Node): boolean =>
  n.kind === null && /^chế độ (?:thông tin|báo cáo)/iu.test(headingOf(n)?.block.body.text ?? '')

/** Điều khoản thi hành: who is bound by a decision, no work of the programme. */
const ENFORCES =
  /chịu\s+trách\s+nhiệm\s+thi\s+hành\s+(?:Quyết\s+định|Chỉ\s+thị|Nghị\s+quyết|Kế\s+hoạch|Chương\s+trình)(?:\s+hành\s+động)?\s+này/u

/** The paragraph with the end mark "./." closes a document, annexes or not, unless an agency heading stands over it alone. */
function closes(n: Node): boolean {
  if (n.kind !== null || !/\.\s*\/\.?$/u.test(n.block.body.text)) return false
  return !(n.parent?.children.length === 1 && bodiesOfHeading(n.parent.block.body).length > 0)
}

/** Sentences that only point to an annex, and give no work themselves. */
const POINTER =
  /(?:tại|theo|trong|ở)\s+(?:các\s+)?(?:Phụ\s+lục|Biểu|bảng)[^.;]{0,60}(?:kèm\s+theo|đính\s+kèm|Kế\s+hoạch\s+này)/iu

const rootOf = (n: Node): Node => (n.parent === null ? n : rootOf(n.parent))
/** Tên phụ lục that announces a list of work without headings of its own. */
const LISTS_WORK = /(?:nhiệm vụ|phân công|công việc)/iu

/** The tasks and duties of a document, in its order; `captions` are the titles of annexes by their first headings. */
export function tasksOf(tree: Tree, captions: ReadonlyMap<Node, string> = new Map()): PlanTask[] {
  const tasks: PlanTask[] = []
  const covered = new Set<Node>()
  for (const n of walk(tree.roots)) {
    const topic = topicAt(n) ?? (LISTS_WORK.test(captions.get(rootOf(n)) ?? '') ? 'tasks' : null)
    if (covered.has(n) || !GIVES_WORK.has(topic)) continue
    const sheet = isNumbered(n) && n.parent !== null ? sheetTasks(n, topic) : []
    const item = sheet.length > 0 || isHeading(n) || closes(n) || onlyReports(n) ? null : itemTask(n, topic)
    if (sheet.length > 0) for (const c of walk(n.children)) covered.add(c)
    for (const draft of item ? [item] : sheet) {
      const task = finish(draft)
      if (isWork(task, topic)) tasks.push(task)
    }
  }
  return tasks
}
