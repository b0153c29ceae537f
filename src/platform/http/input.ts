/** Đầu vào: schemas of form fields with the sentences shown beside them. Everything is NFC and trimmed before it is checked. */
import { z } from 'zod'
import { type Day, parseDay } from '../../kernel/day.ts'
import { isId } from '../../kernel/ids.ts'
import { parseNumber } from '../../kernel/number.ts'
import { clean } from '../../kernel/text.ts'
import type { LargeUpload, Upload } from '../files/upload.ts'

const tidy = (value: unknown): string => (typeof value === 'string' ? clean(value).trim() : '')

/** Required text of at most `max` characters. `missing` = sentence when empty: "Nhập lý do trả lại, tối đa 1.000 ký tự". */
export const text = (max: number, missing: string): z.ZodType<string> =>
  z.preprocess(
    tidy,
    z
      .string()
      .min(1, missing)
      .max(max, `Nội dung dài quá ${max.toLocaleString('de-DE')} ký tự, rút ngắn lại`),
  )

/** Text that may be empty. */
export const optionalText = (max: number): z.ZodType<string> =>
  z.preprocess(tidy, z.string().max(max, `Nội dung dài quá ${max.toLocaleString('de-DE')} ký tự, rút ngắn lại`))

/** One of the given values. */
export const oneOf = <const T extends string>(values: readonly T[], missing: string): z.ZodType<T> =>
  z.preprocess(tidy, z.enum(values as readonly [T, ...T[]], { error: missing }))

/** A list of values; one value sent alone counts as a list of one. */
export const list = <T>(item: z.ZodType<T>, missing?: string): z.ZodType<T[]> =>
  z.preprocess(
    (v) => (v === undefined || v === '' ? [] : Array.isArray(v) ? v : [v]),
    missing === undefined ? z.array(item) : z.array(item).min(1, missing),
  )

/** An id. */
export const id = (missing = 'Chọn một mục trong danh sách'): z.ZodType<string> =>
  z.preprocess(tidy, z.string().refine(isId, missing).meta({ format: 'uuid' }))

/** An empty field is nothing, never 0. */
const blank = (value: unknown): unknown =>
  value === null || (typeof value === 'string' && value.trim() === '') ? undefined : value

const YEAR = 'Nhập năm, ví dụ 2026'

/** A year number between 2000 and 2100. */
export const year = (): z.ZodType<number> =>
  z.preprocess(blank, z.coerce.number({ error: YEAR }).int(YEAR).min(2000, YEAR).max(2100, YEAR))

/** A whole number: version, page, position. */
export const whole = (missing = 'Nhập một số nguyên'): z.ZodType<number> =>
  z.preprocess(blank, z.coerce.number({ error: missing }).int(missing))

/** A required day, typed d/m/yyyy in any of the accepted forms. */
export const dayField = (missing: string): z.ZodType<Day> =>
  z.preprocess(
    (v) => parseDay(tidy(v)) ?? tidy(v),
    z
      .string()
      .refine((t) => parseDay(t) !== null, missing)
      .meta({ format: 'date' }),
  ) as unknown as z.ZodType<Day>

/** A day that may be left out. */
export const optionalDay = (wrong = 'Ngày phải là ngày có thật, ví dụ 02/09/2026'): z.ZodType<Day | null> =>
  z.preprocess(
    (v) => (tidy(v) === '' ? null : (parseDay(tidy(v)) ?? tidy(v))),
    z.nullable(
      z
        .string()
        .refine((t) => parseDay(t) !== null, wrong)
        .meta({ format: 'date' }),
    ),
  ) as unknown as z.ZodType<Day | null>

/** A number as officials type it, or nothing. */
export const optionalNumber = (wrong = 'Nhập một số, ví dụ 1.234 hoặc 12,5'): z.ZodType<number | null> =>
  z.preprocess(
    (v) => (typeof v === 'number' ? v : tidy(v) === '' ? null : (parseNumber(tidy(v)) ?? Number.NaN)),
    z.nullable(z.number({ error: wrong })),
  )

const isUpload = (v: unknown): v is Upload => typeof v === 'object' && v !== null && 'bytes' in v && 'name' in v

/** An upload that may be left out; a file that was chosen and holds nothing is told as such. */
export const optionalFile = (): z.ZodType<Upload | null> =>
  z.preprocess(
    (v) => (isUpload(v) && (v.bytes.length > 0 || v.name !== '') ? v : null),
    z.nullable(
      z
        .custom<Upload>(isUpload)
        .refine((f) => f.bytes.length > 0, 'Tệp rỗng (0 byte). Kiểm tra lại tệp rồi gửi lại.')
        .meta({ type: 'string', format: 'binary' }),
    ),
  )

const isLarge = (v: unknown): v is LargeUpload => typeof v === 'object' && v !== null && 'pieces' in v && 'size' in v
const sizeOf = (f: Upload | LargeUpload): number => ('bytes' in f ? f.bytes.length : f.size)

/** The same where a file may be large (`large` of the route): it stands in memory or lies on the disk. */
export const optionalLargeFile = (): z.ZodType<Upload | LargeUpload | null> =>
  z.preprocess(
    (v) => ((isUpload(v) || isLarge(v)) && (sizeOf(v) > 0 || v.name !== '') ? v : null),
    z.nullable(
      z
        .custom<Upload | LargeUpload>((v) => isUpload(v) || isLarge(v))
        .refine((f) => sizeOf(f) > 0, 'Tệp rỗng (0 byte). Kiểm tra lại tệp rồi gửi lại.')
        .meta({ type: 'string', format: 'binary', description: 'Đến 100 MB' }),
    ),
  )

/** No input at all. */
export const nothing = (): z.ZodType<Record<string, unknown>> => z.looseObject({})
