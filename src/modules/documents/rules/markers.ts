/**
 * Dấu đề mục: how a line says that it begins a part, an article, a numbered item or a bullet
 * (NĐ 30/2020/NĐ-CP, Phụ lục I, mục II.6; the ladder I / 1 / a) / - / + is the habit of plans).
 */
import type { Shape } from './phrase.ts'

/** Loại đề mục, from the outermost to the innermost. */
export type MarkerKind =
  | 'part'
  | 'capital'
  | 'roman'
  | 'article'
  | 'number'
  | 'number-2'
  | 'number-3'
  | 'letter'
  | 'bullet'
  | 'plus'

/** Đề mục at the start of a line: its kind, its number as written, and how many characters it takes. */
export type Marker = { readonly kind: MarkerKind; readonly no: string; readonly length: number }

/** Rows are tried in this order; the number is group 1. */
export const MARKERS: readonly (Shape & { readonly kind: MarkerKind })[] = [
  {
    id: 'S0',
    kind: 'part',
    pattern: /^(?:PHẦN|Phần)\s+(?:THỨ\s+|thứ\s+)?([IVX]+|NHẤT|HAI|BA|nhất|hai|ba|\d{1,2})(?=[\s.:]|$)[.:]?\s*/u,
    example: 'Phần I. MỤC TIÊU',
  },
  { id: 'S1', kind: 'roman', pattern: /^([IVX]{1,6})\s?[./)](?:\s+(?=\S)|(?=\p{L}{2}))/u, example: 'III. NHIỆM VỤ' },
  { id: 'S1h', kind: 'roman', pattern: /^([IVX]{1,6})\s?[-–]\s*(?=\p{Lu})/u, example: 'II- MỤC TIÊU' },
  { id: 'S1a', kind: 'capital', pattern: /^([A-EĐGH])\s?[./](?:\s+(?=\p{Lu}))/u, example: 'A. NHIỆM VỤ CHUNG' },
  {
    id: 'S9',
    kind: 'article',
    pattern: /^Điều\s+(\d{1,3})\s*[.:]\s*/u,
    example: 'Điều 1. Ban hành kèm theo Quyết định này',
  },
  {
    id: 'S2c',
    kind: 'number-3',
    pattern: /^([1-9]\d?\.[1-9]\d?\.[1-9]\d?(?:\.[1-9]\d?)?)(?:[.)/]\s*|\s+)(?=[\p{L}"“])/u,
    example: '2.3.1. Đào tạo',
  },
  {
    id: 'S2b',
    kind: 'number-2',
    pattern: /^([1-9]\d?\.[1-9]\d?)(?:[.)/]\s*(?=[\p{L}"“\d])|\s+(?=[\p{Lu}"“]))/u,
    example: '1.1. Mục tiêu tổng quát',
  },
  { id: 'S2', kind: 'number', pattern: /^(\d{1,2})\s?(?:[.)/]\s+(?=\S)|[.)](?=\p{L}))/u, example: '2. Sở Nội vụ' },
  { id: 'S2h', kind: 'number', pattern: /^([1-9]\d?)\s?[-–]\s+(?=\p{Lu})/u, example: '1- Các cấp ủy đảng' },
  { id: 'S3', kind: 'letter', pattern: /^([a-zđ])\s?[.)/]\s+(?=\S)/u, example: 'đ) Tuyên truyền' },
  {
    id: 'S4',
    kind: 'bullet',
    pattern: /^(?:([-–—•●▪■◦·])\s*(?=[^\s\d*–—-])|(\*)\s+(?=\S))/u,
    example: '- Ban hành quy chế',
  },
  { id: 'S4d', kind: 'bullet', pattern: /^([-–—•●▪■◦·])\s+(?=\d)/u, example: '- 100% cán bộ có trình độ đại học' },
  { id: 'S5', kind: 'plus', pattern: /^(\+)\s*(?=\S)/u, example: '+ Tổ chức hội nghị' },
]

/** The marker a line begins with, or null. */
export function markerOf(line: string): Marker | null {
  for (const { pattern, kind } of MARKERS) {
    const m = pattern.exec(line)
    if (m) return { kind, no: m[1] ?? '', length: m[0].length }
  }
  return null
}

/** Bậc of a marker: 0 is outermost. */
export const RANK: Readonly<Record<MarkerKind, number>> = {
  part: 0,
  capital: 1,
  roman: 2,
  article: 3,
  number: 4,
  'number-2': 5,
  'number-3': 6,
  letter: 7,
  bullet: 8,
  plus: 9,
}

/** Value of a Roman numeral up to XXXIX, or null when it is not written canonically. */
export function romanValue(no: string): number | null {
  const m = /^(X{0,3})(IX|IV|V?I{0,3})$/.exec(no)
  if (!m || no === '') return null
  const units: Record<string, number> = { '': 0, I: 1, II: 2, III: 3, IV: 4, V: 5, VI: 6, VII: 7, VIII: 8, IX: 9 }
  return (m[1] ?? '').length * 10 + (units[m[2] ?? ''] ?? 0)
}

/** Roman numeral of 1 to 39. */
export const roman = (n: number): string =>
  'X'.repeat(Math.floor(n / 10)) + (['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX'][n % 10] ?? '')
