/** Phần chung của các địa chỉ: which dossier, which dossiers of a list. */
import { list, text } from '../../../platform/http/input.ts'

/** Mã hồ sơ in an address. */
export const code = text(20, 'Thiếu mã hồ sơ')

/** The page of the dossier that a form is about. */
export const dossierUrl = (raw: Record<string, unknown>): string => `/tri-thuc/${raw.code}`

/** Dossiers ticked in the list. */
export const pickedCodes = list(code).catch([])

/** «Tất cả n người tìm thấy» is ticked. */
export const isWhole = (raw: Readonly<Record<string, unknown>>): boolean => raw['tat-ca'] === '1'
