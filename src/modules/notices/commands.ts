/** Lệnh: `report remind` sends the reminders of the day and writes the urging letter of the late bodies. */
import fs from 'node:fs'
import path from 'node:path'
import { accept, type Decision } from '../../kernel/result.ts'
import type { Command, DatabaseIo } from '../../platform/command/command.ts'
import { wrongCall } from '../../platform/command/line.ts'
import { findFile } from '../../platform/files/keep.ts'
import { openPeriods } from '../reporting/public.ts'
import { draftUrgingLetter } from './actions/draft-urging-letter.ts'
import { sendReminders } from './actions/send-reminders.ts'
import { lateRows } from './letter.ts'
import type { PeriodAsked } from './period.ts'
import { findLetter } from './views.ts'

async function writeLetter(
  io: DatabaseIo,
  of: PeriodAsked,
  folder: string,
): Promise<{ file: string | null; refusal: Awaited<ReturnType<typeof io.act>> | null }> {
  const drafted = await io.act(draftUrgingLetter, { ...of, units: [] })
  if (!drafted.ok) return { file: null, refusal: drafted }
  const file = await io.read(async (ctx) => {
    const letter = await findLetter(ctx.tx, drafted.value.letterId)
    return letter ? findFile(ctx.tx, letter.fileId) : null
  })
  if (file === null) return { file: null, refusal: null }
  fs.mkdirSync(folder, { recursive: true })
  const target = path.join(folder, file.name)
  fs.writeFileSync(target, file.body)
  return { file: target, refusal: null }
}

/** The period that is meant: that of the regime named, or the only one of the year. */
async function askedOf(io: DatabaseIo, year: number): Promise<Decision<PeriodAsked>> {
  const { regime } = io.flags
  if (typeof regime === 'string' && regime !== '') return accept({ year, regime })
  const open = (await io.read((ctx) => openPeriods(ctx.tx))).filter((p) => p.year === year)
  return open.length > 1
    ? wrongCall(
        `Năm ${year} có ${open.length} kỳ đang mở. Thêm --regime với một trong các mã: ${open.map((p) => p.regime.code).join(', ')}.`,
      )
    : accept({ year, regime: open[0]?.slug })
}

const remind: Command = {
  noun: 'report',
  verb: 'remind',
  usage: '--year NĂM --out THƯ_MỤC [--regime MÃ]',
  help: 'Gửi nhắc hạn trong hệ thống và soạn công văn đôn đốc cho đúng các cơ quan quá hạn',
  needs: 'database',
  run: async (io) => {
    const year = Number(io.flags.year)
    if (!Number.isInteger(year) || typeof io.flags.out !== 'string')
      return wrongCall('Cần --year NĂM và --out THƯ_MỤC.')
    const of = await askedOf(io, year)
    if (!of.ok) return of
    const sent = await io.act(sendReminders, of.value)
    if (!sent.ok) return sent
    const late = await io.read((ctx) => lateRows(ctx, of.value))
    const names = late.map((r) => r.obligation.unitName)
    if (late.length === 0) {
      io.print(
        `Không có cơ quan nào quá hạn báo cáo năm ${year}, chưa cần công văn. Đã nhắc ${sent.value.reminded} cơ quan theo bậc nhắc hôm nay.`,
        { ...of.value, late: [], reminded: sent.value.reminded, file: null },
      )
      return accept(null)
    }
    const { file, refusal } = await writeLetter(io, of.value, io.flags.out)
    if (refusal && !refusal.ok) return refusal
    io.print(
      `Đã soạn công văn gửi ${late.length} cơ quan quá hạn: ${file}\nĐã nhắc ${sent.value.reminded} cơ quan trong hệ thống.`,
      { ...of.value, late: names, reminded: sent.value.reminded, file },
    )
    return accept(null)
  },
}

/** Verbs of the module. */
export const commands: readonly Command[] = [remind]
