/** Điều kiện lọc của máy: the conditions of the list under English names; one that is not understood is refused, never left out. Pure. */
import { accept, type Decision, refuseFields } from '../../../kernel/result.ts'
import { type Conditions, type Facet, readConditions } from './conditions.ts'
import { readSought } from './name-query.ts'

/** Name of each condition for machines, and the filter of the screen it stands for. */
export const MACHINE_FACETS = {
  sector: 'linh-vuc',
  unit: 'don-vi',
  place: 'dia-ban',
  age: 'tuoi',
  sex: 'gioi',
  degree: 'trinh-do',
  title: 'hoc-ham',
  category: 'doi-tuong',
  leadership: 'chuc-vu',
  level: 'xac-minh',
  completeness: 'ho-so',
  missing: 'thieu',
} as const satisfies Readonly<Record<string, Facet>>

/** Tên điều kiện của máy. */
export type MachineFacet = keyof typeof MACHINE_FACETS

/** Conditions as sent: a day, a text, and lists of values by name. */
export type MachineQuery = { readonly asOf: string | null; readonly q?: string } & Readonly<
  Partial<Record<MachineFacet, readonly string[]>>
>

/** The conditions of a query. */
export function conditionsOf(query: MachineQuery): Decision<Conditions> {
  const names = Object.entries(MACHINE_FACETS) as [MachineFacet, Facet][]
  const raw = Object.fromEntries(names.map(([name, facet]) => [facet, query[name] ?? []]))
  if (readSought(query.q ?? '').kind === 'number')
    return refuseFields('people.condition', {
      q: 'Số định danh không đứng trong địa chỉ. Gửi số bằng POST /api/v1/people/find-by-number.',
    })
  const read = readConditions({ ...raw, q: query.q ?? '', 'tai-ngay': query.asOf ?? '' })
  const lost = names.filter(([name, facet]) => new Set(query[name]).size !== (read.chosen[facet]?.length ?? 0))
  if (lost.length === 0) return accept(read)
  return refuseFields(
    'people.condition',
    Object.fromEntries(lost.map(([name]) => [name, 'Giá trị lọc chưa đúng dạng'])),
  )
}
