/** Từ dùng: how a goal stands against its planned path. No probability is given before forecasting exists. */
import type { StateKind } from '../../ui/state.ts'

/** Đánh giá một mục tiêu. */
export type Standing = 'dat' | 'dung-lo-trinh' | 'cham-lo-trinh' | 'chua-du-so-lieu' | 'chua-co-nguon' | 'het-doi-tuong'

/** Label, tone and source of each standing. */
export const STANDINGS: Readonly<Record<Standing, { label: string; tone: StateKind; source: string }>> = {
  dat: { label: 'Đạt mục tiêu', tone: 'ok', source: 'KH 1459, mục II' },
  'dung-lo-trinh': { label: 'Đúng lộ trình', tone: 'ok', source: 'Lộ trình tuyến tính từ số liệu đầu đến mục tiêu' },
  'cham-lo-trinh': {
    label: 'Chậm so với lộ trình',
    tone: 'late',
    source: 'Lộ trình tuyến tính từ số liệu đầu đến mục tiêu',
  },
  'chua-du-so-lieu': { label: 'Chưa đủ số liệu để dự báo', tone: 'soon', source: 'Cần ít nhất hai số liệu ở hai năm' },
  'chua-co-nguon': { label: 'Chưa có nguồn số liệu', tone: 'idle', source: 'KH 1459, mục II' },
  'het-doi-tuong': { label: 'Không còn đối tượng', tone: 'exempt', source: 'Luật Tổ chức chính quyền địa phương 2025' },
}

/** Mục tiêu trên bảng điều hành. */
export type GoalLine = {
  code: string
  name: string
  href: string
  current: string
  target: string
  asOf: string
  values: { year: number; value: number }[]
  targetValue: number
  targetYear: number | null
  standing: Standing
  /** Who must give the figure, or answers for the goal. */
  custodian: string
}
