/**
 * Lĩnh vực theo ngạch: where nobody said in which field a person works, the code of the rank or professional title says it
 * (TT 02/2021/TT-BNV and the circulars of the ministries; families of codes by their first parts).
 */
const FAMILIES: readonly (readonly [string, string])[] = [
  ['V.07', 'giao-duc'],
  ['V.08', 'y-te'],
  ['V.05', 'khoa-hoc-cong-nghe'],
  ['V.10', 'van-hoa-nghe-thuat'],
  ['V.11', 'bao-chi'],
  ['V.03', 'nong-nghiep'],
  ['V.04', 'xay-dung-giao-thong'],
  ['V.06', 'tai-nguyen-moi-truong'],
  ['01.', 'quan-ly-nha-nuoc'],
  ['06.', 'kinh-te'],
]

/** Code of the list `linh-vuc`, or null when the rank does not tell. */
export const sectorOfRank = (code: string | null): string | null =>
  code === null ? null : (FAMILIES.find(([prefix]) => code.startsWith(prefix))?.[1] ?? null)
