/** Ngày nghỉ của các năm: what was announced and checked, for those who count terms; and the days that ship with the product. */
import fs from 'node:fs'
import { z } from 'zod'
import { type Day, parseDay } from '../../kernel/day.ts'
import { shared } from '../../platform/database/kept.ts'
import type { Tx } from '../../platform/database/sql.ts'
import type { Announced } from './rules/working-days.ts'
import { daysOffKept } from './views.ts'
import type { DayOff } from './words.ts'

/** Days announced beyond those of the law; what nobody checked is not among them. */
export const announcedDays = (tx: Tx): Promise<Announced> =>
  shared(tx, ['code-lists'], 'code-lists announced', async () => {
    const kept = await daysOffKept(tx)
    return new Map(kept.filter((d) => d.status === 'seen').map((d) => [d.day, d.kind]))
  })

const Shipped = z.object({
  days: z.array(
    z.object({
      day: z.custom<Day>((v) => typeof v === 'string' && /^\d{4}-/.test(v) && parseDay(v) !== null),
      kind: z.enum(['nghi', 'lam-bu']),
      occasion: z.string().min(1),
      act: z.string().min(1),
      status: z.enum(['seen', 'unverified']),
    }),
  ),
})

/** Every shipped day. Throws when the file is damaged. */
export const readDaysOff = (
  file: URL = new URL('../../../facts/days-off.json', import.meta.url),
): readonly Omit<DayOff, 'id'>[] => Shipped.parse(JSON.parse(fs.readFileSync(file, 'utf8'))).days
