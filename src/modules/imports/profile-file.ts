/** Hồ sơ cột của Cơ sở dữ liệu quốc gia về cán bộ, công chức, viên chức (Nghị định 27/2026/NĐ-CP): read from `facts` once. */
import fs from 'node:fs'
import { z } from 'zod'
import { type Profile, profileOf } from './rules/profile.ts'

const File = z.object({
  name: z.string(),
  act: z.string(),
  statusNote: z.string(),
  groups: z.array(
    z.object({
      no: z.int(),
      label: z.string(),
      collect: z.boolean(),
      reason: z.string().optional(),
      columns: z.array(z.object({ name: z.string().nullable(), group: z.string(), field: z.string() })),
    }),
  ),
})

const kept: { profile: Profile | null } = { profile: null }

/** The profile; throws when its file is not as agreed. */
export function nationalProfile(): Profile {
  kept.profile ??= profileOf(
    File.parse(JSON.parse(fs.readFileSync(new URL('../../../facts/nd27-profile.json', import.meta.url), 'utf8'))),
  )
  return kept.profile
}
