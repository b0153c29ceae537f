/** Điều thấy được về một mục tiêu, in one sentence: what there is, against what was planned, and whether it will be in time. */
import { type Day, showDay } from '../../../kernel/day.ts'
import { showRange, withUnit } from '../../../kernel/number.ts'
import type { Reading } from '../../indicators/public.ts'
import type { Progress } from '../words.ts'
import type { Expected } from './progress.ts'

/** What the sentence is made of. */
export type Finding = {
  readonly unit: string
  readonly now: { readonly on: Day; readonly low: number; readonly high: number } | null
  readonly progress: Progress
  readonly planned: number | null
  readonly expected: Expected
  readonly byYear: number | null
  /** Why there is no figure; '' when there is. */
  readonly why: string
}

const TAIL: Readonly<Record<Progress, string>> = {
  dat: 'đã đạt mức đích',
  'dung-huong': 'đúng lộ trình',
  cham: 'chậm so với lộ trình',
  'rat-cham': 'rất chậm so với lộ trình',
  'di-lui': 'đang lùi xa đích',
  'chua-du': 'chưa đủ số liệu để đánh giá',
  'chua-co-nguon': '',
  'chua-xac-dinh': 'chưa đủ căn cứ để kết luận',
  'het-doi-tuong': '',
}

const NO_FIGURE = {
  'no-source': 'Chưa có nguồn số liệu',
  undefined: 'Chưa xác định được',
  'no-subject': 'Không còn đối tượng',
} as const

/** The figure as it is shown in a line; the words for why there is none. */
export function figureWords(r: Pick<Reading, 'state' | 'low' | 'high' | 'unit'>): string {
  if (r.low !== null && r.high !== null) return showRange(r.low, r.high, r.unit)
  return r.state === 'undefined' || r.state === 'no-subject' ? NO_FIGURE[r.state] : NO_FIGURE['no-source']
}

/** The sentence that heads a goal's page. */
export function findingOf(f: Finding): string {
  const why = f.why.replace(/\.$/, '')
  if (f.progress === 'het-doi-tuong') return why || NO_FIGURE['no-subject']
  // A rate of nobody: there is a source, and it says so.
  if (f.now === null) return f.progress === 'chua-du' ? why || NO_FIGURE.undefined : NO_FIGURE['no-source']
  const planned =
    f.planned === null || f.progress === 'dat' ? '' : ` (mốc của lộ trình: ${withUnit(f.planned, f.unit)})`
  return `Đến ${showDay(f.now.on)}: ${showRange(f.now.low, f.now.high, f.unit)}, ${TAIL[f.progress]}${planned}`
}

/** "Dự kiến đạt năm 2034, chậm 4 năm". */
export function expectedWords(e: Expected, byYear: number | null): string {
  if (e.kind === 'reached') return 'Đã đạt'
  if (e.kind === 'never') return 'Theo đà hiện nay thì không đạt'
  if (e.kind === 'unknown') return 'Chưa đủ số liệu để dự kiến'
  if (byYear === null) return `Dự kiến đạt năm ${e.year}`
  const late = e.year - byYear
  return late > 0 ? `Dự kiến đạt năm ${e.year}, chậm ${late} năm` : `Dự kiến đạt năm ${e.year}, đúng hạn`
}
