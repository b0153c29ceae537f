/**
 * Số liệu kể lại: every figure of a part that tells of the present or the past: a results report, "Thực trạng", "Kết quả
 * đạt được", the account before the goals. They are kept beside the goals and never become goals.
 */
import type { PlanFigure } from '../words.ts'
import { clausesOf } from './clauses.ts'
import type { Figure } from './figures.ts'
import { type Passage, spanOf } from './passage.ts'
import { partsOf, sentencesOf } from './sentences.ts'

const YEAR = /(?:năm|cuối\s+năm|giai\s+đoạn|tháng\s+\d{1,2}\/|quý\s+[IV]+\/)\s*(?:\d{4}\s*[-–—]\s*)?((?:19|20)\d{2})/giu
/** "So với năm 2022": the year compared with, not that of the figure. */
const COMPARED =
  /so\s+với\s+[^,;.]{0,60}?(?:19|20)\d{2}|(?:Nghị quyết|Quyết định|Kế hoạch|Luật|Chỉ thị)\s[^,;]{0,160}?(?:19|20)\d{2}/giu

const lastYear = (text: string): number | null =>
  Number([...text.replace(COMPARED, '').matchAll(YEAR)].at(-1)?.[1] ?? 0) || null

const told = (p: Passage, figure: Figure, year: number | null): PlanFigure => ({
  text: p.text,
  value: figure.value,
  unit: figure.unit,
  year,
  span: spanOf(p),
})

/** The figures of a passage that tells; `year` is that of what stands above it. */
export function toldIn(passage: Passage, year: number | null): PlanFigure[] {
  const figures: PlanFigure[] = []
  let said = year
  for (const sentence of sentencesOf(passage)) {
    for (const part of partsOf(sentence)) {
      for (const { passage: clause, figure } of clausesOf(part)) {
        const own = lastYear(clause.text)
        said = own ?? said
        if (figure) figures.push(told(clause, figure, own ?? said))
      }
    }
  }
  return figures
}

/** The year the title of a report or a heading tells of. */
export const yearTold = (title: string): number | null => lastYear(title)
