/** Từ của chất lượng hồ sơ: kinds of problems of dossiers, conditions of campaigns, with labels and sources. */
import type { Day } from '../../kernel/day.ts'

/** Vấn đề của hồ sơ, besides what is missing: old, contested, not verified by anybody. */
export type Trouble = 'stale' | 'contested' | 'unverified'

/** Vấn đề của hồ sơ, in words of the screen. `goals` = clause numbers it makes uncertain. */
export const TROUBLES: Readonly<Record<Trouble, { label: string; source: string; goals: readonly string[] }>> = {
  contested: {
    label: 'Có mục mâu thuẫn, chờ quyết định',
    source: 'Luật 91/2025/QH15, Điều 13',
    goals: ['II.1.1a', 'II.1.1b', 'II.1.6', 'II.1.8a'],
  },
  unverified: {
    label: 'Chưa cơ quan nào xác nhận',
    source: 'NĐ 27/2026/NĐ-CP',
    goals: ['II.1.1a', 'II.1.1b', 'II.1.6'],
  },
  stale: { label: 'Quá 12 tháng chưa xác nhận lại', source: 'Thiết kế hệ thống', goals: ['II.1.1a', 'II.1.6'] },
}

/** Months after which a dossier that nobody confirmed is old. */
export const STALE_MONTHS = 12

/** Đợt xác nhận hồ sơ. */
export type Campaign = {
  readonly id: string
  readonly title: string
  readonly message: string
  readonly dueBefore: Day
  readonly openedOn: Day
  readonly openedBy: string
  /** `all`, a `Trouble`, or a code of what is missing. */
  readonly condition: string
  readonly closedOn: Day | null
  readonly version: number
}
