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
    /tuyển\s+dụng|mới/iu.test(g.denominator) &&
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
