/** Số liệu hiện trạng: figures of the present or the past, kept apart so that they never become goals. */
import { parseNumber } from '../../../kernel/number.ts'
import type { PlanFigure } from '../words.ts'
import { type Passage, spanIn } from './passage.ts'
import { everyMatch, type Shape } from './phrase.ts'

/** Forms of present-state figures. Groups: number, unit; a year in the match is the year of the figure. */
export const BASELINE_SHAPES: readonly Shape[] = [
  {
    id: 'now',
    pattern:
      /(?:hiện\s+(?:nay\s+)?(?:có|đạt|là)|đến\s+nay\s+(?:có|đạt)|đã\s+(?:đạt|có))\s+(?:[^\d,;.()]{0,40})?(\d[\d.,]*)\s*(%|\p{L}+)/giu,
    example: 'hiện có 28 trạm',
  },
  {
    id: 'bracket-year',
    pattern: /\(\s*(?:hiện\s+nay|năm\s+\d{4})\s*:?\s*(?:là|đạt)?\s*(\d[\d.,]*)\s*(%|\p{L}+)[^)]{0,60}\)/giu,
    example: 'đạt 75% (năm 2020 là 65%)',
  },
  {
    id: 'from-to',
    pattern:
      /từ\s+(?:mức\s+)?(\d[\d.,]*)\s*(%|\p{L}+)(?:\s+\(?(?:vào\s+)?năm\s+\d{4}\)?)?(?=\s+(?:lên|xuống|còn)\s)/giu,
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
          unit: m[2] ?? '',
          year: year ? Number(year) : null,
          span: spanIn(p, m.index, m.index + m[0].length),
        },
      ]
    }),
  )
}
