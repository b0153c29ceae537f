/** Các trường của hồ sơ mà tệp có thể mang: the groups of the register, looked up by the target of a column. */
import type { Field, Group, GroupCode } from '../../people/words/group.ts'
import { GROUPS } from '../../people/words/groups.ts'

export { type Field, GROUPS, type Group, type GroupCode }

/** Trường đích: its group and field. */
export type Goal = { readonly group: Group; readonly field: Field }

const GOALS: ReadonlyMap<string, Goal> = new Map(
  GROUPS.flatMap((group) => group.fields.map((field) => [`${group.code}.${field.name}`, { group, field }] as const)),
)

/** The field behind `group.field`; null for the parts that several columns make up. */
export const goalOf = (target: string): Goal | null => GOALS.get(target) ?? null
