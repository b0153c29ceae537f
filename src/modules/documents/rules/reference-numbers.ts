/**
 * Số và ký hiệu của văn bản: how the number of a document is built, which kind its symbol stands for, and its proper form
 * where it is misspelt. State acts put the kind before the hyphen (`1459/KH-UBND`), party acts before the slash
 * (`45-NQ/TW`), laws after the year (`45/2019/QH14`).
 */
import type { Shape } from './phrase.ts'

/** Tên loại văn bản as it stands before "số"; a longer name before the one it begins with. */
export const REFERENCE_KINDS: readonly string[] = [
  'Nghị quyết liên tịch',
  'Nghị quyết',
  'Nghị định',
  'Quyết định',
  'Kế hoạch',
  'Chỉ thị',
  'Thông tư liên tịch',
  'Thông tư',
  'Kết luận',
  'Công văn',
  'Công điện',
  'Thông báo',
  'Thông tri',
  'Tờ trình',
  'Báo cáo',
  'Chương trình hành động',
  'Chương trình',
  'Hướng dẫn',
  'Quy định',
  'Quy chế',
  'Đề án',
  'Bộ luật',
  'Luật',
  'Pháp lệnh',
  'Văn bản',
]

/** Ký hiệu -> tên loại, for a number that stands without its kind (NĐ 30/2020/NĐ-CP, Phụ lục III; Hướng dẫn 36-HD/VPTW). */
export const KIND_OF_SYMBOL: Readonly<Record<string, string>> = {
  NQ: 'Nghị quyết',
  NQLT: 'Nghị quyết liên tịch',
  NĐ: 'Nghị định',
  QĐ: 'Quyết định',
  KH: 'Kế hoạch',
  CT: 'Chỉ thị',
  TT: 'Thông tư',
  TTLT: 'Thông tư liên tịch',
  KL: 'Kết luận',
  CV: 'Công văn',
  CĐ: 'Công điện',
  TB: 'Thông báo',
  TTr: 'Tờ trình',
  BC: 'Báo cáo',
  CTr: 'Chương trình',
  CTHĐ: 'Chương trình hành động',
  CTrHĐ: 'Chương trình hành động',
  HD: 'Hướng dẫn',
  QyĐ: 'Quy định',
  QĐi: 'Quy định',
  QC: 'Quy chế',
  ĐA: 'Đề án',
  QH: 'Luật',
  PL: 'Pháp lệnh',
}

const DASH = '\\s*[-–—]\\s*'
const SLASH = '\\s*/\\s*'
const DIGITS = '(?:\\d{1,5}|\\d\\.\\d{3})[a-zđ]?'
const SYMBOL = '(?:QH\\s?\\d{1,2}|[A-ZĐÐ][A-Za-zĐđÐƯưÂÊÔĂ]{0,15}\\d{0,2}(?:&[A-ZĐ]{1,8})?)'
const PARTS = `(?:\\s*[-–—/]\\s*${SYMBOL}){0,4}(?:\\.[A-ZĐ]{2,6})?`

/** Forms of numbers. The whole match is the number; blanks around "-" and "/" are folded away. */
export const NUMBER_SHAPES: readonly Shape[] = [
  {
    id: 'F6',
    pattern: new RegExp(`${DIGITS}${SLASH}(?:19|20)\\d{2}${SLASH}${SYMBOL}${PARTS}`, 'u'),
    example: '09/2019/NĐ-CP',
  },
  {
    id: 'F4',
    pattern: new RegExp(`${DIGITS}${DASH}${SYMBOL}${SLASH}${SYMBOL}(?:${DASH}${SYMBOL})?`, 'u'),
    example: '45-NQ/TW',
  },
  { id: 'F1', pattern: new RegExp(`${DIGITS}${SLASH}${SYMBOL}${PARTS}`, 'u'), example: '1850/QĐ-TTg' },
]

/** The number without blanks, its dashes as hyphens. */
export const tidyNumber = (raw: string): string => raw.replace(/\s+/gu, '').replace(/[–—]/gu, '-')

/** The kind that the symbol of a number stands for, or null. */
export function symbolKind(number: string): string | null {
  const symbol = /^[\d.]+[a-zđ]?(?:\/\d{4})?[-/]([A-ZĐ][A-Za-zĐđƯư]*)/u.exec(number)?.[1]
  if (!symbol) return null
  return Object.hasOwn(KIND_OF_SYMBOL, symbol) ? (KIND_OF_SYMBOL[symbol] ?? null) : null
}

/** Lỗi ghi ký hiệu: how a symbol is misspelt, and its proper form. Applied in this order, each at most once. */
export const MISSPELT: readonly (Shape & { readonly proper: string })[] = [
  { id: 'eth', pattern: /Ð/gu, proper: 'Đ', example: '899/QÐ-TTg' },
  { id: 'no-stroke', pattern: /(?<=[/\d-])(Q|N)D(?=[-/])/u, proper: '$1Đ', example: '899/QD-TTg' },
  {
    id: 'party-as-state',
    pattern: /^([\d.]+[a-zđ]?)\/(NQ|KL|CT|QĐ|QĐi|CTr|KH|TB|HD|BC|ĐA|TTr|CV|QC)[-/](TW|TU|HU|ĐU|BBT|BTCTU|BTGTU|VPTW)$/u,
    proper: '$1-$2/$3',
    example: '27/NQ-TW',
  },
  {
    id: 'state-as-party',
    pattern: /^([\d.]+[a-zđ]?)-(NQ|NĐ|QĐ|CT|KH|CĐ|TB|TTr|BC)\/(CP|TTg|UBND|HĐND)$/u,
    proper: '$1/$2-$3',
    example: '71-NQ/CP',
  },
  {
    id: 'ttg',
    pattern: /(?<=\/)(QĐ|CT|CĐ|TB)[-/](?:Tg|TG|TTG|Ttg|TTG|TTgCP|TT g|ttg)$/u,
    proper: '$1-TTg',
    example: '866/QĐ-Tg',
  },
  { id: 'ttg-joined', pattern: /(?<=\/)(QĐ|C|CT)TTg$/u, proper: '$1-TTg', example: '749/QĐTTg' },
  { id: 'ct-ttg', pattern: /(?<=\/)C-TTg$/u, proper: 'CT-TTg', example: '27/C-TTg' },
  { id: 'cp-joined', pattern: /(?<=\/)(NQ|NĐ)\/?CP$/u, proper: '$1-CP', example: '30/2020/NĐCP' },
  { id: 'ubnd-joined', pattern: /(?<=\/)(QĐ|KH|CT|BC|TTr|TB)UBND$/u, proper: '$1-UBND', example: '12/QĐUBND' },
  { id: 'ubnd-slash', pattern: /(?<=\/)(NQ|QĐ|KH|CT)\/(UBND|HĐND|TTg)$/u, proper: '$1-$2', example: '12/NQ/HĐND' },
  { id: 'thousands', pattern: /^(\d)\.(\d{3})(?=[-/])/u, proper: '$1$2', example: '1.288/QĐ-UBND' },
]

/** The proper form of a misspelt number; null when nothing is wrong with it. */
export function properNumber(number: string): string | null {
  let proper = number
  for (const { pattern, proper: form } of MISSPELT) proper = proper.replace(pattern, form)
  return proper === number ? null : proper
}

/** Whether the number itself names its year, as those of normative acts do. */
export const yearOfNumber = (number: string): number | null => Number(/\/((?:19|20)\d{2})\//u.exec(number)?.[1]) || null
