/** Lời của khả năng đạt. Pure. */

/** Nothing is certain: a chance computed by draws is told within these. */
const told = (chance: number): string => {
  const percent = Math.round(chance * 100)
  return percent <= 0 ? 'dưới 1%' : percent >= 100 ? 'trên 99%' : `${percent}%`
}

/** «Khả năng đạt: 62%»; why none can be told. */
export const chanceWords = (chance: number | null, why: string): string =>
  chance === null ? (why === '' ? 'Chưa đủ số liệu để tính khả năng đạt' : why) : `Khả năng đạt: ${told(chance)}`

/** How a chance reads beside a goal: what it means for what is to be done. */
export type ChanceClass = 'chac' | 'co-the' | 'kho' | 'chua-ro'

/** Mức khả năng, in words of the screen. Nguồn: Kế hoạch, mục III.3.3. */
export const CHANCES: Readonly<Record<ChanceClass, string>> = {
  chac: 'Nhiều khả năng đạt',
  'co-the': 'Có thể đạt',
  kho: 'Khó đạt nếu không làm thêm',
  'chua-ro': 'Chưa tính được',
}

/** From 80 % likely, under 50 % hard. */
export const chanceClass = (chance: number | null): ChanceClass =>
  chance === null ? 'chua-ro' : chance >= 0.8 ? 'chac' : chance >= 0.5 ? 'co-the' : 'kho'
