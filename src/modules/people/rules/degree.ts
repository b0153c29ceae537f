/**
 * Bậc của trình độ: for "highest degree". 0 not known, 1–3 sơ cấp, 4 trung cấp, 5 cao đẳng, 6 đại học, 7 thạc sĩ, 8 tiến sĩ
 * (Khung trình độ quốc gia, QĐ 1982/QĐ-TTg). Specialists of health have no level by law; here first degree specialists and
 * resident doctors stand beside masters and second degree specialists beside doctors, each under its own name.
 */
const SPECIAL: Readonly<Record<string, number>> = { SC: 1, CKI: 7, BSNT: 7, CKII: 8, TSKH: 8 }

/** Rank of a code of the list `trinh-do`. */
export function degreeRank(code: string | null): number {
  if (code === null) return 0
  const known = SPECIAL[code]
  if (known !== undefined) return known
  const n = Number(code)
  return Number.isInteger(n) && n >= 0 && n <= 8 ? n : 0
}
