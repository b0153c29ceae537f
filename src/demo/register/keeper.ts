/** Cơ quan quản lý hồ sơ của người mẫu: the body where somebody works on the day, else the commune where they live, else home affairs. */
import type { Day } from '../../kernel/day.ts'
import { firstDayOf } from '../../kernel/partial-day.ts'
import type { Stay } from './land.ts'
import type { Life } from './life.ts'

const stayOn = (stays: readonly Stay[], day: Day): string | null =>
  stays.find((s) => (s.from === null || s.from <= day) && (s.to === null || day < s.to))?.code ?? null

/** Code of the unit in charge of the dossier on a day, as the register was then. */
export function keeperOn(life: Pick<Life, 'posts' | 'keptBy'>, day: Day): string {
  const post = life.posts.find((p) => p.from !== null && firstDayOf(p.from) <= day && (p.to === null || day < p.to))
  if (post?.body != null) return post.body
  for (const stays of life.keptBy) {
    const code = stayOn(stays, day)
    if (code !== null) return code
  }
  throw new Error('nobody keeps the dossier')
}
