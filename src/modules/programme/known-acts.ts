/** Văn bản đã biết kèm theo phần mềm: `facts/known-acts.json`, to compare references with. */
import fs from 'node:fs'
import { z } from 'zod'
import { dayField } from '../../platform/http/input.ts'
import type { KnownAct } from './rules/check/known-acts.ts'

const Acts = z.object({
  acts: z.array(
    z.object({
      kind: z.string().min(1),
      number: z.string().min(1),
      date: dayField('ngày'),
      title: z.string().min(1),
      status: z.enum(['seen', 'unverified']),
      source: z.string().min(1),
    }),
  ),
})

const FILE = new URL('../../../facts/known-acts.json', import.meta.url)

/** The shipped acts. Throws when the file does not have its form. */
export const knownActs = (): KnownAct[] => Acts.parse(JSON.parse(fs.readFileSync(FILE, 'utf8'))).acts
