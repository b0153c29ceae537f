/**
 * Điều kiện lọc danh sách: they live in the address, so a list can be shared, kept and reloaded. Pure: from the query and back.
 * A person is "dưới 40 tuổi" on a day while the fortieth birthday is still to come; who turns 40 on the day is counted out. Of a
 * birth known by its month or year alone the first day counts, so that nobody is made younger than he may be.
 */
import { type Day, parseDay } from '../../../kernel/day.ts'
import { squeeze } from '../../../kernel/text.ts'

/** Điều kiện có giá trị chọn từ một bộ lọc. */
export const FACETS = [
  'linh-vuc',
  'don-vi',
  'dia-ban',
  'tuoi',
  'gioi',
  'trinh-do',
  'hoc-ham',
  'doi-tuong',
  'chuc-vu',
  'xac-minh',
  'ho-so',
  'thieu',
  'hien-trang',
  'khu-vuc',
  'nghe',
  'chuan',
  'chuan-vi-tri',
  'ngoai-ngu',
  'cap-co-quan',
  'co-quan',
  'thuoc',
] as const

/** Một bộ lọc. */
export type Facet = (typeof FACETS)[number]

/** Bộ lọc, in words of the screen. */
export const FACET_LABELS: Readonly<Record<Facet, string>> = {
  'linh-vuc': 'Lĩnh vực',
  'don-vi': 'Đơn vị quản lý',
  'dia-ban': 'Địa bàn',
  tuoi: 'Độ tuổi',
  gioi: 'Giới tính',
  'trinh-do': 'Trình độ',
  'hoc-ham': 'Học hàm',
  'doi-tuong': 'Nhóm đối tượng',
  'chuc-vu': 'Chức vụ',
  'xac-minh': 'Mức xác minh',
  'ho-so': 'Độ đầy đủ',
  thieu: 'Hồ sơ thiếu',
  'hien-trang': 'Hiện trạng',
  'khu-vuc': 'Khu vực',
  nghe: 'Nghề',
  chuan: 'Chuẩn trình độ đào tạo',
  'chuan-vi-tri': 'Tiêu chuẩn vị trí việc làm',
  'ngoai-ngu': 'Ngoại ngữ',
  'cap-co-quan': 'Cấp của cơ quan công tác',
  'co-quan': 'Cơ quan công tác',
  thuoc: 'Sống và làm việc trong',
}

/** Thứ tự: by tên, đệm, họ; by year of birth; by the last change; by how well the name fits what was typed. */
export const SORTS = ['ten', 'nam-sinh', 'cap-nhat', 'khop'] as const

/** Một thứ tự. */
export type SortBy = (typeof SORTS)[number]

/** Điều kiện của một danh sách. */
export type Conditions = {
  /** Name, code or number as typed. */
  readonly q: string
  /** As of which day; null = today. */
  readonly day: Day | null
  readonly chosen: Readonly<Partial<Record<Facet, readonly string[]>>>
  readonly sort: SortBy
  readonly direction: 'asc' | 'desc'
  /** From 1. */
  readonly page: number
}

const MOST_VALUES = 20
const listed = (value: unknown): string[] =>
  (Array.isArray(value) ? value : value === undefined ? [] : [value])
    .map((v) => squeeze(String(v)).slice(0, 60))
    .filter((v) => v !== '')
    .slice(0, MOST_VALUES)

/** Conditions of an address; whatever it does not know is left out. */
export function readConditions(raw: Readonly<Record<string, unknown>>): Conditions {
  const q = squeeze(String(listed(raw.q)[0] ?? '')).slice(0, 100)
  const chosen: Partial<Record<Facet, readonly string[]>> = {}
  for (const facet of FACETS) {
    const values = [...new Set(listed(raw[facet]))].filter((v) => isValue(facet, v))
    if (values.length > 0) chosen[facet] = values
  }
  const sort = SORTS.find((s) => s === raw.sap) ?? (q === '' ? 'ten' : 'khop')
  const page = Number(listed(raw.trang)[0] ?? 1)
  return {
    q,
    day: parseDay(String(listed(raw['tai-ngay'])[0] ?? '')),
    chosen,
    sort: q === '' && sort === 'khop' ? 'ten' : sort,
    direction: raw['thu-tu'] === 'desc' ? 'desc' : 'asc',
    page: Number.isInteger(page) && page > 0 && page <= 100_000 ? page : 1,
  }
}

const CLOSED: Readonly<Partial<Record<Facet, RegExp>>> = {
  gioi: /^(nam|nu|chua-ro)$/,
  'trinh-do': /^(tu-)?[0-8]$/,
  'xac-minh': /^(-1|[0-3])$/,
  'ho-so': /^(duoi-50|50-79|tu-80)$/,
  chuan: /^(dat|chua|chua-du)$/,
  'chuan-vi-tri': /^(dat|chua|chua-du)$/,
  'ngoai-ngu': /^quoc-te$/,
  'cap-co-quan': /^(tinh|huyen|xa)$/,
  'hien-trang': /^lam-viec$/,
  tuoi: /^(duoi-\d{2}|tu-\d{2}|\d{2}-\d{2}|chua-ro)$/,
}
const isValue = (facet: Facet, value: string): boolean => (CLOSED[facet] ?? /^[A-Za-z0-9._-]+$/).test(value)

const defaultSort = (c: Conditions): SortBy => (c.q === '' ? 'ten' : 'khop')

/** The address of a list; a default is not written. */
export function addressOf(c: Conditions, path = '/tri-thuc'): string {
  const query = queryOf(c)
  return query === '' ? path : `${path}?${query}`
}

/** The query of a list without the question mark. */
export function queryOf(c: Conditions): string {
  const p = new URLSearchParams()
  if (c.q !== '') p.set('q', c.q)
  for (const facet of FACETS) for (const v of c.chosen[facet] ?? []) p.append(facet, v)
  if (c.day !== null) p.set('tai-ngay', c.day)
  if (c.sort !== defaultSort(c)) p.set('sap', c.sort)
  if (c.direction === 'desc') p.set('thu-tu', 'desc')
  if (c.page > 1) p.set('trang', String(c.page))
  return p.toString()
}

/** The same list with one more value of a facet, from its first page. */
export const withValue = (c: Conditions, facet: Facet, value: string): Conditions => ({
  ...c,
  chosen: { ...c.chosen, [facet]: [...new Set([...(c.chosen[facet] ?? []), value])] },
  page: 1,
})

/** The same list without a value of a facet. */
export function withoutValue(c: Conditions, facet: Facet, value: string): Conditions {
  const { [facet]: had = [], ...others } = c.chosen
  const left = had.filter((v) => v !== value)
  return { ...c, chosen: left.length === 0 ? others : { ...others, [facet]: left }, page: 1 }
}

/** The same list without what was typed. */
export const withoutText = (c: Conditions): Conditions => ({ ...c, q: '', sort: 'ten', page: 1 })

/** Every condition with the list it would be without it. */
export const eachCondition = (c: Conditions): { facet: Facet | 'q'; value: string; without: Conditions }[] => [
  ...(c.q === '' ? [] : [{ facet: 'q' as const, value: c.q, without: withoutText(c) }]),
  ...FACETS.flatMap((facet) =>
    (c.chosen[facet] ?? []).map((value) => ({ facet, value, without: withoutValue(c, facet, value) })),
  ),
]

/** Nhóm tuổi of the filter and of statistics, youngest first. */
export const AGE_BANDS = ['duoi-30', '30-39', '40-49', '50-59', 'tu-60'] as const

/** "dưới 30 tuổi", "30–39 tuổi", "từ 60 tuổi". */
export function ageLabel(band: string): string {
  if (band === 'chua-ro') return 'chưa rõ năm sinh'
  if (band.startsWith('duoi-')) return `dưới ${band.slice(5)} tuổi`
  return band.startsWith('tu-') ? `từ ${band.slice(3)} tuổi` : `${band.replace('-', '–')} tuổi`
}

/** Years of age a band spans: `[from, to)`; null = open. */
export function agesOf(band: string): { from: number | null; to: number | null } {
  if (band.startsWith('duoi-')) return { from: null, to: Number(band.slice(5)) }
  if (band.startsWith('tu-')) return { from: Number(band.slice(3)), to: null }
  const [from, to] = band.split('-').map(Number)
  return { from: from ?? null, to: to === undefined ? null : to + 1 }
}

/** The last birthday of somebody who has `years` full years on `day`: born on it or before it. */
export const bornBy = (day: Day, years: number): Day =>
  Temporal.PlainDate.from(day).subtract({ years }).toString() as Day

/** Trình độ, by rank of the highest degree. */
export const DEGREE_LABELS: Readonly<Record<string, string>> = {
  '8': 'Tiến sĩ, chuyên khoa II',
  '7': 'Thạc sĩ, chuyên khoa I',
  '6': 'Đại học',
  '5': 'Cao đẳng',
  '4': 'Trung cấp',
  '3': 'Sơ cấp',
  '2': 'Sơ cấp',
  '1': 'Sơ cấp',
  '0': 'Chưa rõ trình độ',
}

/** Độ đầy đủ của hồ sơ, least first. */
export const COMPLETENESS: Readonly<Record<string, { label: string; from: number; to: number }>> = {
  'duoi-50': { label: 'dưới 50%', from: 0, to: 49 },
  '50-79': { label: '50–79%', from: 50, to: 79 },
  'tu-80': { label: 'từ 80%', from: 80, to: 100 },
}
