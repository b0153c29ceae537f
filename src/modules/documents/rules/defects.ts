/**
 * Khiếm khuyết của văn bản: what the document alone shows to be missing, doubtful or contradictory. Each is reported
 * with its place; none is mended.
 */
import { showNumber } from '../../../kernel/number.ts'
import type { Defect, DefectKind, PlanGoal, PlanTask, Signer, Span } from '../words.ts'
import type { Header } from './header.ts'
import type { Block } from './lines.ts'
import { roman, romanValue } from './markers.ts'
import { SLIPS } from './ocr-slips.ts'
import { type Passage, spanIn, spanOf } from './passage.ts'
import { everyMatch } from './phrase.ts'
import { isHeading, isNumbered, type Node, type Tree, topicAt, walk } from './sections.ts'
import { sentencesOf } from './sentences.ts'

/** What the defects are looked for in. */
export type Examined = {
  readonly header: Header
  readonly tree: Tree
  readonly blocks: readonly Block[]
  readonly goals: readonly PlanGoal[]
  readonly tasks: readonly PlanTask[]
  readonly signer: Signer | null
}

const defect = (kind: DefectKind, where: string, what: string, more: Partial<Defect> = {}): Defect => ({
  kind,
  where,
  what,
  span: null,
  suggestion: null,
  clauses: [],
  ...more,
})

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

function ordinal(n: Node): number | null {
  if (n.kind === 'roman') return romanValue(n.no)
  if (n.kind === 'number' || n.kind === 'article') return Number(n.no)
  return null
}

const LETTERS = 'abcdđeghiklmnopqrstuvxy'

/** Gaps and repeats in the numbers of siblings. */
function numbering(nodes: readonly Node[]): Defect[] {
  const out: Defect[] = []
  let before: { n: Node; value: number } | null = null
  for (const n of nodes.filter(isNumbered)) {
    const value = n.kind === 'letter' ? LETTERS.indexOf(n.no) + 1 : ordinal(n)
    if (value !== null && before && before.n.kind === n.kind) {
      const gap = value - before.value
      const show = (v: number): string =>
        n.kind === 'roman' ? roman(v) : n.kind === 'letter' ? (LETTERS[v - 1] ?? '?') : String(v)
      const span = spanOf(n.block.whole)
      if (gap > 1 && gap < 10) {
        const lost = Array.from({ length: gap - 1 }, (_, i) => show(before ? before.value + 1 + i : 0)).join(', ')
        out.push(defect('numbering', n.path, `Sau mục ${before.n.no} là mục ${n.no}: không có mục ${lost}.`, { span }))
      } else if (gap === 0) out.push(defect('numbering', n.path, `Mục ${n.no} được đánh số hai lần.`, { span }))
    }
    if (value !== null) before = { n, value }
    out.push(...numbering(n.children))
  }
  return out
}

/** The clause whose text covers a place. */
function clauseAt(tree: Tree, at: number): string | null {
  let best: string | null = null
  for (const n of walk(tree.roots)) {
    const [from, to] = spanOf(n.block.whole)
    if (at >= from && at < to) best = n.path
  }
  return best
}

function suggestionFor(suggestion: string, wrong: string): string {
  const meant = suggestion === 'ngh…' ? `${wrong.slice(0, 2)}h${wrong.slice(2)}` : suggestion
  const capital = wrong.charAt(0) !== wrong.charAt(0).toLowerCase()
  return capital ? meant.charAt(0).toUpperCase() + meant.slice(1) : meant
}

function slips(p: Passage, tree: Tree): Defect[] {
  return SLIPS.flatMap((slip) =>
    everyMatch(slip.pattern, p.text).flatMap((m) => {
      const wrong = m[0]
      const suggestion = suggestionFor(slip.suggestion, wrong)
      if (suggestion.toLowerCase() === wrong.toLowerCase().replace(/\s+/gu, ' ')) return []
      const span = spanIn(p, m.index, m.index + wrong.length)
      const guess = slip.certain ? 'nghi là' : 'có thể là'
      // One syllable alone is hard to find again in the text: it is shown with the next one.
      const next = wrong.includes(' ') ? '' : (/^\s\p{L}+/u.exec(p.text.slice(m.index + wrong.length))?.[0] ?? '')
      return [
        defect(
          slip.kind,
          clauseAt(tree, span[0]) ?? 'phần mở đầu',
          `“${wrong}${next}” ${guess} “${suggestion}${next}”.`,
          {
            span,
            suggestion,
          },
        ),
      ]
    }),
  )
}

function markup(p: Passage, tree: Tree): Defect[] {
  return everyMatch(/\*+[^*\n]{1,200}\*+/gu, p.text).map((m) => {
    const span = spanIn(p, m.index, m.index + m[0].length)
    return defect(
      'markup',
      clauseAt(tree, span[0]) ?? 'phần mở đầu',
      `Chữ nghiêng hoặc đậm còn để dấu sao: “${m[0]}”.`,
      { span },
    )
  })
}

function pageBreaks(block: Block, tree: Tree): Defect[] {
  return block.cuts.map((at) => {
    const index = block.whole.at.indexOf(at)
    const before = block.whole.text.slice(0, index).trim().split(/\s+/u).slice(-3).join(' ')
    const after = block.whole.text.slice(index).split(/\s+/u).slice(0, 3).join(' ')
    const what = `Câu bị cắt khi sang trang: “…${before}” / “${after}…”.`
    return defect('page-break', clauseAt(tree, at) ?? 'phần mở đầu', what, { span: [at, at + 1] })
  })
}

/** A bullet or paragraph that ends without a full stop, or on an ellipsis. */
function punctuation(n: Node): Defect[] {
  const { text } = n.block.body
  if (isHeading(n) || isNumbered(n) || n.children.length > 0 || text.length < 60 || text.includes('\t')) return []
  const span = spanOf(n.block.body)
  const end: Span = [span[1] - 1, span[1]]
  if (/(?:\.{3}|…)$/u.test(text))
    return [defect('punctuation', n.path, `Kết thúc bằng dấu ba chấm: “${text.slice(-30)}”.`, { span: end })]
  if (!/[.!?;:]["”)]*$/u.test(text))
    return [defect('punctuation', n.path, `Kết thúc không có dấu chấm: “${text.slice(-30)}”.`, { span: end })]
  return []
}

/** Chủ trì, thời hạn: one defect per kind, with the clauses. Duties that stand under an agency have their owner. */
function owners(tasks: readonly PlanTask[]): Defect[] {
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

function goalDefects(goals: readonly PlanGoal[], baselines: number): Defect[] {
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
function duplicates(goals: readonly PlanGoal[], tree: Tree): Defect[] {
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
