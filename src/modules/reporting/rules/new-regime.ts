/**
 * Chế độ mới: a version that follows another, a copy under another code, or an empty form to begin with.
 */
import { accept, type Decision, refuse, refuseFields } from '../../../kernel/result.ts'
import { type Regime, RegimeSchema } from './regime.ts'

/** Mã, địa chỉ và tên of a regime that is about to be made. */
export type RegimeName = { readonly code: string; readonly slug: string; readonly name: string }

/** The draft of the version that follows. */
export const nextVersion = (r: Regime): Regime => ({ ...r, version: r.version + 1 })

/** Tên gọn of a regime that begins: no two regimes may share one, or a body could not tell its duties apart. */
const shortNameFor = (name: RegimeName): string => `${name.name}, năm {year}`

/** A copy with a name of its own, as its first version; its source is still to be told. */
export const copyOf = (r: Regime, name: RegimeName): Regime => ({
  ...r,
  ...name,
  shortName: shortNameFor(name),
  // What asks for the copied report does not ask for this one.
  source: '',
  version: 1,
})

/** A form with nothing in it but the last section. */
export const emptyRegime = (name: RegimeName, today: string): Regime => ({
  ...name,
  version: 1,
  shortName: shortNameFor(name),
  source: '',
  legalBasis: [],
  content: '',
  reporters: '',
  receivers: '',
  means: 'Gửi trên hệ thống này',
  frequency: 'Hằng năm',
  procedure: '',
  effective: { from: today, to: null },
  opens: '11-01',
  due: { before: '12-15', sentence: '' },
  cutOff: { day: '11-30', general: '12-14', note: '' },
  returnDays: 5,
  appraisalDays: 7,
  changeLimit: 0.3,
  nothingStatement: 'Trong kỳ báo cáo, cơ quan không phát sinh nội dung phải báo cáo.',
  tables: [],
  checks: [],
  sections: [{ no: 1, title: 'Kiểm tra và trình', parts: [] }],
})

/** Where a draft may not begin: a code or an address that another regime has. */
export function freeName(name: RegimeName, taken: readonly { code: string; slug: string }[]): Decision<RegimeName> {
  const wrong: Record<string, string> = {}
  if (!/^[a-z0-9][a-z0-9-]{1,39}$/.test(name.slug) || RESERVED.has(name.slug)) {
    wrong.slug = 'Địa chỉ gồm chữ thường không dấu, chữ số, dấu gạch nối, ví dụ kh726'
  } else if (taken.some((t) => t.slug === name.slug || t.code === name.slug))
    wrong.slug = 'Địa chỉ này đã có chế độ khác dùng'
  if (taken.some((t) => t.code === name.code || t.slug === name.code)) wrong.code = 'Mã này đã có chế độ khác dùng'
  return Object.keys(wrong).length > 0 ? refuseFields('regime.name', wrong) : accept(name)
}

const RESERVED: ReadonlySet<string> = new Set(['mo-ky', 'soan-moi', 'che-do'])

/** Reads a regime from a JSON file; says which property is wrong. */
export function readRegime(text: string): Decision<Regime> {
  let data: unknown
  try {
    data = JSON.parse(text)
  } catch {
    return refuseFile('Tệp không phải là JSON đọc được. Chưa ghi gì.')
  }
  const parsed = RegimeSchema.safeParse(data)
  if (parsed.success) return accept(parsed.data)
  const where = parsed.error.issues[0]?.path.join('.') || 'tệp'
  return refuseFile(`Tệp chế độ sai cấu trúc tại '${where}'. Chưa ghi gì.`)
}

const refuseFile = (message: string) => refuse('invalid', 'regime.file', message, { fields: { file: message } })
