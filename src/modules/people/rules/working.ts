/**
 * Đang sinh sống và làm việc trên địa bàn: who of the register the Plan counts (Kế hoạch, mục II.1: "đang sinh sống và làm việc trên
 * địa bàn tỉnh"): neither retired, nor abroad, nor still a student. Codes of `doi-tuong` and `khu-vuc`.
 */
const AWAY_CATEGORIES: ReadonlySet<string> = new Set(['huu-tri', 'kieu-bao', 'tao-nguon'])
const AWAY_AREAS: ReadonlySet<string> = new Set(['nghi-huu', 'ngoai-nuoc'])

/** Whether somebody of this category and area lives and works here; who says nothing of either does. */
export const livesAndWorks = (category: string | null, area: string | null): boolean =>
  !(category !== null && AWAY_CATEGORIES.has(category)) && !(area !== null && AWAY_AREAS.has(area))
