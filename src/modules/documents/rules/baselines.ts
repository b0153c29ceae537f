/** Số liệu hiện trạng: figures of the present or the past, kept apart so that they never become goals. */
import { parseNumber } from '../../../kernel/number.ts'
import type { PlanFigure } from '../words.ts'
import type { Block } from './lines.ts'
import { type Passage, spanIn } from './passage.ts'
import { everyMatch, type Shape } from './phrase.ts'
import { isHeading, type Node, type Tree, topicAt, walk } from './sections.ts'
import { newsAims } from './stray-goals.ts'
import { toldIn, yearTold } from './told-figures.ts'
import { ON_TO, START_UNIT } from './units.ts'

/** Forms of present-state figures. Groups: number, unit; a year in the match is the year of the figure. */
export const BASELINE_SHAPES: readonly Shape[] = [
  {
    id: 'now',
    pattern:
      /(?:(?<!(?:thực|biểu|phát|xuất|thể|tái|đại)\s+)hiện\s+(?:nay\s+)?(?:có|đạt|là)|đến\s+nay\s+(?:có|đạt)|đã\s+(?:đạt|có))\s+(?:[^\d,;.()]{0,40})?(\d[\d.,]*)\s*(%|\p{L}+)/giu,
    example: 'hiện có 28 trạm',
  },
  {
    id: 'bracket-year',
    pattern:
      /\(\s*(?:hiện\s+nay|(?:cuối\s+|đầu\s+)?(?:năm|giai\s+đoạn)\s+\d{4}(?:\s*[-–—]\s*\d{4})?|(?:đến\s+)?(?:hết\s+)?tháng\s+\d{1,2}\/\d{4})\s*:?[^()\d]{0,60}?(\d[\d.,]*)(?:\/\d+)?\s*(%|‰|\p{L}+)[^)]{0,200}\)/giu,
    example: 'đạt 75% (năm 2020 là 65%)',
  },
  {
    id: 'year-said',
    pattern:
      /(?<!\(\s*)(?:cuối\s+)?năm\s+\d{4}\s+(?:(?:\p{L}+\s+){0,6}?)(?:là|mới\s+đạt|chỉ\s+đạt|mới\s+có|ước\s+đạt)\s+(\d[\d.,]*)\s*(%|‰|\p{L}+)/giu,
    example: 'cuối năm 2024 là 21,7%',
  },
  {
    id: 'from-to',
    pattern: new RegExp(
      `từ\\s+(?:mức\\s+)?(\\d[\\d.,]*)(${START_UNIT})(?:\\s+\\(?(?:(?:vào|của)\\s+)?(?:(?:cuối|đầu)\\s+)?năm\\s+\\d{4}\\)?)?${ON_TO}`,
      'giu',
    ),
    example: 'tăng từ 25% lên 40%',
  },
]

/** The present-state figures of a passage. */
export function baselinesIn(p: Passage): PlanFigure[] {
  return BASELINE_SHAPES.flatMap(({ pattern }) =>
    everyMatch(pattern, p.text).flatMap((m) => {
      const value = parseNumber((m[1] ?? '').replace(/[.,]$/u, ''))
      if (value === null) return []
      const year = /(?:19|20)\d{2}/u.exec(m[0].replace(m[1] ?? '', ''))?.[0]
      return [
        {
          text: m[0],
          value,
          unit: (m[2] ?? '').trim(),
          year: year ? Number(year) : null,
          span: spanIn(p, m.index, m.index + m[0].length),
        },
      ]
    }),
  )
}

/** Every figure a passage tells of, those of the present among them. */
function allTold(p: Passage, year: number | null): PlanFigure[] {
  const told = toldIn(p, year)
  const within = (b: PlanFigure): boolean =>
    told.some((t) => t.value === b.value && t.span[0] <= b.span[0] && b.span[1] <= t.span[1] + 1)
  return [...told, ...baselinesIn(p).filter((b) => !within(b))]
}

/** Số liệu của văn bản: those of the present, and the results it tells of. */
export type Facts = { readonly baselines: readonly PlanFigure[]; readonly results: readonly PlanFigure[] }

/** The year the headings above tell of: "Kết quả năm 2023". */
const yearAbove = (n: Node | null): number | null =>
  n === null ? null : (yearTold(n.block.body.text) ?? yearAbove(n.parent))

const TELLS_RESULTS = /(?:^|\s)(?:kết\s+quả|thành\s+tựu|đạt\s+được)(?=\s|$)/iu
const resultsAbove = (n: Node | null): boolean =>
  n !== null && (TELLS_RESULTS.test(n.block.body.text.slice(0, 150)) || resultsAbove(n.parent))

/** Grounds and orders of the opening tell nothing of the present state. */
const GROUNDS = /^(?:Căn cứ|Thực hiện|Theo đề nghị|Xét|Triển khai|Để|Nhằm)\s/u

/**
 * The figures a document tells of. In a results report (`report`) all of them are results; elsewhere those of a part on
 * results or on the present state, of the account in the opening, and those beside a goal.
 */
export function factsOf(tree: Tree, opening: readonly Block[], report: boolean, made: string | null): Facts {
  const baselines: PlanFigure[] = []
  const results: PlanFigure[] = []
  if (tree.roots.length > 0) {
    const account = opening.filter((b) => !GROUNDS.test(b.body.text)).flatMap((b) => allTold(b.body, null))
    ;(report ? results : baselines).push(...account)
  } else {
    for (const { body } of opening) {
      if (newsAims(body.text)) baselines.push(...baselinesIn(body))
      else results.push(...allTold(body, null))
    }
  }
  for (const n of walk(tree.roots)) {
    if (report) results.push(...allTold(n.block.body, yearAbove(n.parent)))
    else if (topicAt(n) !== 'situation') baselines.push(...baselinesIn(n.block.body))
    else if (!isHeading(n)) {
      ;(resultsAbove(n.parent) ? results : baselines).push(...allTold(n.block.body, yearAbove(n.parent)))
    }
  }
  // A figure of a year still to come is a step on the way, not the present state.
  const past = (f: PlanFigure): boolean => f.year === null || made === null || f.year <= Number(made.slice(0, 4))
  return { baselines: baselines.filter(past), results: results.filter(past) }
}
