/** Các trường của hồ sơ mà tệp có thể mang: the groups of the register, looked up by the target of a column. */
import { type Field, GROUPS, type Group, type GroupCode, type SheetColumn } from '../../people/public.ts'

/** Trường đích: its group and field. */
export type Goal = { readonly group: Group; readonly field: Field }

const GOALS: ReadonlyMap<string, Goal> = new Map(
  GROUPS.flatMap((group) => group.fields.map((field) => [`${group.code}.${field.name}`, { group, field }] as const)),
)

/** The field behind `group.field` or `group.field@2`; null for the parts that several columns make up, and for dates. */
export const goalOf = (target: string): Goal | null => GOALS.get(bareTarget(target)) ?? null

/** `education.level@2` -> `education.level`. */
export const bareTarget = (target: string): string =>
  target.includes('@') ? target.slice(0, target.indexOf('@')) : target

/** Which of several entries of the group a target is of: `education.level@2` -> 2. */
export const setOf = (target: string): number =>
  target.includes('@') ? Number(target.slice(target.indexOf('@') + 1)) : 1

/** The target of a column of the template. */
export const targetOfColumn = (c: SheetColumn): string => (c.set === 1 ? c.target : `${c.target}@${c.set}`)

/** Start or end of an entry: its group; null for other targets. */
export function dateOf(target: string): { readonly group: GroupCode; readonly end: 'from' | 'to' } | null {
  const [group, end] = bareTarget(target).split('.')
  const known = GROUPS.find((g) => g.code === group)
  return known !== undefined && (end === 'from' || end === 'to') ? { group: known.code, end } : null
}

/** Names of the fields a fact of a group is nothing without. */
export const REQUIRED: ReadonlyMap<GroupCode, readonly string[]> = new Map(
  GROUPS.filter((g) => g.keeps === 'fact' && g.code !== 'names').map((g) => [
    g.code,
    g.fields.filter((f) => f.required === true).map((f) => f.name),
  ]),
)
