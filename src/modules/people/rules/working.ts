/**
 * Đang sinh sống và làm việc trên địa bàn: who of the register the Plan counts (Kế hoạch, mục II.1: "đang sinh sống và làm việc trên
 * địa bàn tỉnh"): neither retired, nor abroad, nor still a student.
 */

/** Codes of `doi-tuong` and `khu-vuc` that say of somebody that he does not live and work here. */
export const ABROAD_OR_RETIRED = {
  categories: ['huu-tri', 'kieu-bao', 'tao-nguon'],
  areas: ['nghi-huu', 'ngoai-nuoc'],
} as const
