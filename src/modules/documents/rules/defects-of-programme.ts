/** Khiếm khuyết của chương trình: owners, deadlines, baselines, denominators, contradictions, repetition. */
import { showNumber } from '../../../kernel/number.ts'
import type { Defect, PlanGoal, PlanTask } from '../words.ts'
import { defect } from './defect.ts'
import { spanOf } from './passage.ts'
import { isHeading, type Tree, topicAt, walk } from './sections.ts'
import { sentencesOf } from './sentences.ts'

/** Chủ trì, thời hạn: one defect per kind, with the clauses. Duties that stand under an agency have their owner. */
export function owners(tasks: readonly PlanTask[]): Defect[] {
  const work = tasks.filter((t) => !t.duty)
  const of = (list: readonly PlanTask[]): readonly string[] => list.map((t) => t.clause)
  const none = tasks.filter((t) => t.leadKind === 'none')
  const loose = work.filter((t) => t.leadKind !== 'named')
  const timeless = work.filter((t) => t.due === null)
  const out: Defect[] = []
  const where = 'các nhiệm vụ'
  if (none.length > 0)
    out.push(defect('no-owner', where, `${none.length} nhiệm vụ không nêu cơ quan chủ trì.`, { clauses: of(none) }))
  if (loose.length > 0) {
    out.push(
      defect('no-single-owner', where, `${loose.length} trong ${work.length} nhiệm vụ chưa rõ một cơ quan chủ trì.`, {
        clauses: of(loose),
      }),
    )
  }
  if (timeless.length > 0)
    out.push(
      defect('no-deadline', where, `${timeless.length} trong ${work.length} nhiệm vụ không nêu thời hạn.`, {
        clauses: of(timeless),
      }),
    )
  return out
}

const TOTAL_POPULATION = /tổng\s+dân\s+số/iu

/** "85.000 người", then "3% tổng dân số" of the same people: the population this implies. */
function impliedPopulation(goals: readonly PlanGoal[]): Defect[] {
  return goals.flatMap((share, i) => {
    const heads = goals
      .slice(0, i)
      .reverse()
      .find((g) => g.unit === 'người' && g.section === share.section && share.metric?.startsWith(g.metric ?? '\u0000'))
    const about = share.unit?.startsWith('%') && TOTAL_POPULATION.test(share.denominator ?? share.text)
    if (!heads?.value || !about || !share.value) return []
    const people = heads.value / (share.value / 100)
    const what = `${showNumber(heads.value)} người chiếm ${showNumber(share.value)}% tổng dân số thì tổng dân số là khoảng ${showNumber(people / 1e6, 2)} triệu người; cần đối chiếu với dân số thực tế.`
    return [defect('inconsistent', share.clause, what, { span: share.span, clauses: [heads.clause, share.clause] })]
  })
}

/** Baselines, years, denominators and contradictions of the goals. */
export function goalDefects(goals: readonly PlanGoal[], baselines: number): Defect[] {
  const counted = goals.filter((g) => !g.qualitative)
  const clauses = counted.map((g) => g.clause)
  const out: Defect[] = []
  if (counted.length > 0 && baselines === 0) {
    out.push(
      defect('no-baseline', 'các mục tiêu', `${counted.length} chỉ tiêu có số không kèm số liệu gốc và năm gốc.`, {
        clauses,
      }),
    )
  }
  const timeless = counted.filter((g) => g.by === null).map((g) => g.clause)
  if (timeless.length > 0)
    out.push(
      defect('no-year', 'các mục tiêu', `${timeless.length} chỉ tiêu không nêu năm phải đạt.`, { clauses: timeless }),
    )
  return [...out, ...counted.flatMap(denominators), ...impliedPopulation(goals)]
}

/** Mẫu số chưa rõ: a share without its own subject, or of recruits without a period. */
function denominators(g: PlanGoal): Defect[] {
  if (!g.unit?.startsWith('%')) return []
  const at = { span: g.span, clauses: [g.clause] }
  if (g.metric?.includes(' / '))
    return [defect('unclear-denominator', g.clause, 'Tỷ lệ không nêu chủ thể; hiểu theo chỉ tiêu đứng trước.', at)]
  if (
    g.denominator &&
    /tuyển\s+(?:dụng|mới)/iu.test(g.denominator) &&
    !/(?:hằng|hàng|mỗi)\s+năm|giai\s+đoạn/iu.test(g.text)
  ) {
    return [
      defect(
        'unclear-denominator',
        g.clause,
        `Mẫu số “${g.denominator}” không nêu tính theo năm hay cả giai đoạn.`,
        at,
      ),
    ]
  }
  return []
}

const WINDOW = 14

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []

function windowsOf(text: string): string[] {
  const words = wordsOf(text)
  return words.slice(0, Math.max(0, words.length - WINDOW + 1)).map((_, i) => words.slice(i, i + WINDOW).join(' '))
}

/** Sentences that stand once as a goal and once as a task. */
export function duplicates(goals: readonly PlanGoal[], tree: Tree): Defect[] {
  const seen = new Map<string, string>()
  const spans = new Map(goals.map((g) => [g.clause, g.span] as const))
  for (const g of goals) for (const w of windowsOf(g.text)) if (!seen.has(w)) seen.set(w, g.clause)
  const out: Defect[] = []
  const told = new Set<string>()
  for (const n of walk(tree.roots)) {
    if (topicAt(n) === 'goals' || isHeading(n)) continue
    for (const s of sentencesOf(n.block.body)) {
      const goal = windowsOf(s.text)
        .map((w) => seen.get(w))
        .find((c) => c !== undefined)
      if (goal === undefined || told.has(`${goal} ${n.path}`)) continue
      const [from, to] = spanOf(s)
      const own = spans.get(goal)
      // A goal set inside a duty is not said twice.
      if (own && own[0] < to && from < own[1]) continue
      told.add(`${goal} ${n.path}`)
      out.push(
        defect('duplicate', n.path, `Cùng một nội dung đứng ở mục tiêu ${goal} và ở ${n.path}.`, {
          span: spanOf(s),
          clauses: [goal, n.path],
        }),
      )
    }
  }
  return out
}

const key = (text: string): string => wordsOf(text).join(' ')

/** Nhiệm vụ đứng hai lần: in the duties and again in the annex, word for word. */
export function repeatedTasks(tasks: readonly PlanTask[]): Defect[] {
  const seen = new Map<string, PlanTask>()
  return tasks.flatMap((t) => {
    const words = key(t.text)
    const first = words.split(' ').length >= 8 ? seen.get(words) : undefined
    if (!first) seen.set(words, t)
    if (!first || first.lead.join() !== t.lead.join()) return []
    const what = `Cùng một nhiệm vụ đứng ở ${first.clause} và ở ${t.clause}.`
    return [defect('duplicate', t.clause, what, { span: t.span, clauses: [first.clause, t.clause] })]
  })
}

/** Chỉ tiêu tăng, giảm so với chính nó needs the year it is measured from. */
export function baseYears(goals: readonly PlanGoal[]): Defect[] {
  return goals.flatMap((g) => {
    const relative = (g.measure === 'increase' || g.measure === 'decrease') && (g.unit === '%' || g.unit === 'lần')
    const compared =
      /so\s+với|cùng\s+kỳ|hiện\s+nay|hiện\s+tại|(?:hằng|hàng|mỗi)\s+năm|bình\s+quân|\/\s*năm|năm\s+trước/iu.test(g.text)
    const rate = /tốc\s+độ|tăng\s+trưởng|cắt\s+giảm/iu.test(g.text)
    if (!relative || g.baseYear !== null || compared || rate || g.value === null) return []
    const what = `“${g.text.slice(0, 80)}” không nêu năm gốc để so sánh.`
    return [defect('no-base-year', g.clause, what, { span: g.span, clauses: [g.clause] })]
  })
}

const SMALL: ReadonlySet<string> = new Set([
  'tỷ',
  'tỉ',
  'lệ',
  'số',
  'các',
  'và',
  'của',
  'đạt',
  'trên',
  'có',
  'được',
  'là',
  'tổng',
  'đến',
  'hết',
  'năm',
  'tỉnh',
  'toàn',
  'địa',
  'bàn',
  'theo',
])

function contentOf(g: PlanGoal): Set<string> {
  return new Set(wordsOf(g.metric ?? '').filter((w) => !SMALL.has(w) && !/^\d+$/u.test(w)))
}

function alike(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  if (a.size < 3 || b.size < 3) return false
  let shared = 0
  for (const w of a) if (b.has(w)) shared++
  return shared / (a.size + b.size - shared) >= 0.85
}

const MOST_COMPARED = 400

/** "III.2.3b" -> "III.2.3": several goals of one sentence stand apart by a letter. */
const sentenceOf = (clause: string): string => clause.replace(/(?<=\d)[a-zđ]{1,2}$/u, '')

/** "giường/10.000 dân" in the text is "Giường" in the column of units. */
const unitOf = (g: PlanGoal): string => (g.unit ?? '').toLowerCase().replace(/\/.*$/u, '').trim()

/** Hai con số cho một chỉ tiêu: the same words, unit and year, and another figure. */
export function twoFigures(goals: readonly PlanGoal[]): Defect[] {
  const counted = goals.filter((g) => g.value !== null && g.by !== null).slice(0, MOST_COMPARED)
  const words = counted.map(contentOf)
  return counted.flatMap((b, j) => {
    const i = counted.findIndex((a, k) => {
      const apart = sentenceOf(a.clause) !== sentenceOf(b.clause)
      const same = k < j && apart && unitOf(a) === unitOf(b) && a.by === b.by && a.measure === b.measure
      return (
        same &&
        a.value !== b.value &&
        a.valueHigh === b.valueHigh &&
        alike(words[k] ?? new Set(), words[j] ?? new Set())
      )
    })
    const a = counted[i]
    if (!a || a.value === null || b.value === null) return []
    const unit = b.unit?.startsWith('%') ? '%' : ` ${b.unit ?? ''}`
    const what = `Cùng một chỉ tiêu năm ${b.by ?? ''}: ${showNumber(a.value)}${unit} ở ${a.clause}, ${showNumber(b.value)}${unit} ở ${b.clause}.`
    return [defect('inconsistent', b.clause, what, { span: b.span, clauses: [a.clause, b.clause] })]
  })
}

/** The last day of a deadline in its normal form; null for open ones. */
function lastDay(due: string): string | null {
  const m = /^(?:\d{4}\/)?(\d{4})(?:-(?:(\d{2})(?:-(\d{2}))?|Q([1-4])))?$/u.exec(due)
  if (!m) return null
  const month = m[4] ? String(Number(m[4]) * 3).padStart(2, '0') : (m[2] ?? '12')
  return `${m[1]}-${month}-${m[3] ?? '31'}`
}

const MONTH = 30
/** Days from `a` to `b`, months as thirty days: enough to say "within a month". */
const daysBetween = (a: string, b: string): number => {
  const n = (d: string): number => Number(d.slice(0, 4)) * 365 + Number(d.slice(5, 7)) * 30.4 + Number(d.slice(8, 10))
  return n(b) - n(a)
}

/** Thời hạn đã qua khi ký, or a named day less than a month away. */
export function pastDeadlines(tasks: readonly PlanTask[], signed: string | null): Defect[] {
  if (signed === null) return []
  return tasks.flatMap((t) => {
    const day = t.due === null ? null : lastDay(t.due)
    if (t.due === null || day === null) return []
    const at = { span: t.span, clauses: [t.clause] }
    const said = t.dueRaw ?? t.due
    if (day < signed)
      return [defect('past-deadline', t.clause, `Thời hạn “${said}” đã qua khi văn bản được ban hành.`, at)]
    const near = /^\d{4}-\d{2}-\d{2}$/u.test(t.due) && daysBetween(signed, day) < MONTH
    return near
      ? [defect('past-deadline', t.clause, `Thời hạn “${said}” cách ngày ban hành chưa đến một tháng.`, at)]
      : []
  })
}
