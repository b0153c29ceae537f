/** Bản in theo loại: the three papers of one record, for the person and for an officer alike. */

import type { Day } from '../../../kernel/day.ts'
import type { PersonalPaper } from '../../../platform/word/personal-paper.ts'
import type { PaperKind } from '../pages/print.ts'
import { onePageCard } from './one-page-card.ts'
import type { Source } from './parts.ts'
import { scientificCv } from './scientific-cv.ts'
import { shortRecord } from './short-record.ts'

const PLACE = '……………'

/** The paper of a kind; `body` = the office that keeps the record. */
export function paperOf(kind: PaperKind, source: Source & { readonly today: Day }, body: string): PersonalPaper {
  const at = { date: source.today, place: PLACE, body }
  if (kind === 'mot-trang') return onePageCard(source, at)
  return kind === 'so-yeu' ? shortRecord(source, at) : scientificCv(source, at)
}
