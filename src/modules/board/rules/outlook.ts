/** Mục tiêu nào đáng lo: behind their path, or not reached in time at the pace so far. The rest is told, not counted as trouble. */
import { type Course, isBehind } from '../../goals/public.ts'

const UNSURE: ReadonlySet<Course['progress']> = new Set(['chua-du', 'chua-co-nguon', 'chua-xac-dinh'])

/** What a goal is judged by here. */
export type Outlook = Pick<Course, 'progress' | 'expected'>

/** Dự kiến không đạt: late or never at this pace, or already behind. A goal that ended is neither met nor missed. */
export const willMiss = (c: Outlook): boolean =>
  isBehind(c) ||
  (c.progress !== 'dat' &&
    c.progress !== 'het-doi-tuong' &&
    (c.expected.kind === 'never' || (c.expected.kind === 'year' && !c.expected.inTime)))

/** Chưa kết luận được. */
export const isUnsure = (c: Outlook): boolean => UNSURE.has(c.progress) && !willMiss(c)

const ORDER: readonly Course['progress'][] = [
  'di-lui',
  'rat-cham',
  'cham',
  'chua-xac-dinh',
  'chua-du',
  'dung-huong',
  'dat',
  'chua-co-nguon',
  'het-doi-tuong',
]

/** The order of the board: what is worst first; equals as the plan has them. */
export const worstFirst = <C extends Outlook>(courses: readonly C[]): C[] =>
  [...courses].sort((a, b) => ORDER.indexOf(a.progress) - ORDER.indexOf(b.progress))
