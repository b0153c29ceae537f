/**
 * Cột theo hồ sơ cột của một cơ sở dữ liệu khác: a file whose headings follow the profile is mapped by it alone. What the profile
 * does not know is said; what may not be collected is left out with its reason.
 */
import { GROUPS } from '../../people/public.ts'
import { CHOSEN_BY } from '../words.ts'
import type { MappedColumn } from './columns.ts'
import type { Target } from './headings.ts'
import type { Plan, SheetPlan } from './plan.ts'
import { headingKey } from './sheet.ts'

/** Hồ sơ cột, as its file holds it. */
export type ProfileFile = {
  readonly name: string
  readonly act: string
  readonly statusNote: string
  readonly groups: readonly {
    readonly no: number
    readonly label: string
    readonly collect: boolean
    readonly reason?: string | undefined
    readonly columns: readonly { readonly name: string | null; readonly group: string; readonly field: string }[]
  }[]
}

/** Hồ sơ cột để ghép: fields by heading, in the order of the profile where several share one. */
export type Profile = {
  readonly name: string
  readonly act: string
  readonly notes: readonly string[]
  readonly targets: ReadonlyMap<string, readonly Target[]>
  /** Headings of what is not collected, with the reason. */
  readonly left: ReadonlyMap<string, string>
}

const labelOf = (group: string, field: string): string | null =>
  GROUPS.find((g) => g.code === group)?.fields.find((f) => f.name === field)?.label ?? null

/** The profile of a file of it. */
export function profileOf(file: ProfileFile): Profile {
  const named = file.groups.flatMap((g) =>
    g.columns.flatMap((c): [string, Target][] => {
      const heading = c.name ?? labelOf(c.group, c.field)
      return heading === null ? [] : [[headingKey(heading), `${c.group}.${c.field}`]]
    }),
  )
  const left = file.groups.filter((g) => !g.collect)
  return {
    name: file.name,
    act: file.act,
    notes: [
      `Tiêu đề theo ${file.name} (${file.act}): các cột được ghép theo hồ sơ cột ấy.`,
      file.statusNote,
      ...left.map((g) => `Nhóm ${g.no} «${g.label}»: ${(g.reason ?? '').replace(/\.$/, '')}.`),
    ],
    targets: new Map([...Map.groupBy(named, ([key]) => key)].map(([key, list]) => [key, list.map(([, t]) => t)])),
    left: new Map(left.map((g) => [headingKey(g.label), g.reason ?? ''])),
  }
}

/** A file follows the profile when most of its headings, and at least so many, are of it. */
const SHARE = 0.8
const LEAST = 8

function follows(sheet: SheetPlan, profile: Profile): boolean {
  const known = sheet.columns.filter((c) => isOf(c, profile)).length
  return known >= LEAST && known >= SHARE * sheet.columns.filter((c) => c.label.trim() !== '').length
}

const isOf = (c: MappedColumn, profile: Profile): boolean => {
  const key = headingKey(c.label)
  return profile.targets.has(key) || profile.left.has(key)
}

/** What an officer chose, now or before for the same headings, goes before the profile. */
const CHOSEN: ReadonlySet<string> = new Set(Object.values(CHOSEN_BY))

function mappedBy(sheet: SheetPlan, profile: Profile): SheetPlan {
  const used = new Map<string, number>()
  const columns = sheet.columns.map((c): MappedColumn => {
    const key = headingKey(c.label)
    const left = profile.left.get(key)
    if (CHOSEN.has(c.reason)) return c
    if (left !== undefined) return { ...c, target: 'never', certainty: 'chac', reason: left }
    const place = used.get(key) ?? 0
    const target = profile.targets.get(key)?.[place]
    if (target === undefined) return c
    used.set(key, place + 1)
    return { ...c, target, certainty: 'chac', reason: profile.name }
  })
  return { ...sheet, columns }
}

/** The plan of a file with its sheets mapped by a profile they follow; `notes` are empty when none does. */
export function withProfile(plan: Plan, profile: Profile): { readonly plan: Plan; readonly notes: readonly string[] } {
  const sheets = plan.sheets.map((s) => (follows(s, profile) ? mappedBy(s, profile) : s))
  const followed = sheets.some((s, i) => s !== plan.sheets[i])
  return followed ? { plan: { sheets }, notes: profile.notes } : { plan, notes: [] }
}
