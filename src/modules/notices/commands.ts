/** Lệnh: `report remind` sends the reminders of the day and writes the urging letter of the late bodies. */
import fs from 'node:fs'
import path from 'node:path'
import { accept } from '../../kernel/result.ts'
import type { Command, DatabaseIo } from '../../platform/command/command.ts'
import { wrongCall } from '../../platform/command/line.ts'
import { findFile } from '../../platform/files/keep.ts'
import { draftUrgingLetter } from './actions/draft-urging-letter.ts'
import { sendReminders } from './actions/send-reminders.ts'
import { lateRows } from './letter.ts'
import { findLetter } from './views.ts'

async function writeLetter(
  io: DatabaseIo,
  year: number,
  folder: string,
): Promise<{ file: string | null; refusal: Awaited<ReturnType<typeof io.act>> | null }> {
  const drafted = await io.act(draftUrgingLetter, { year, units: [] })
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

const remind: Command = {
  noun: 'report',
  verb: 'remind',
  usage: '--year NĂM --out THƯ_MỤC',
  help: 'Gửi nhắc hạn trong hệ thống và soạn công văn đôn đốc cho đúng các cơ quan quá hạn',
  needs: 'database',
  run: async (io) => {
    const year = Number(io.flags.year)
    if (!Number.isInteger(year) || typeof io.flags.out !== 'string')
      return wrongCall('Cần --year NĂM và --out THƯ_MỤC.')
    const sent = await io.act(sendReminders, { year })
    if (!sent.ok) return sent
    const late = await io.read((ctx) => lateRows(ctx, year))
    const names = late.map((r) => r.obligation.unitName)
    if (late.length === 0) {
      io.print(
        `Không có cơ quan nào quá hạn báo cáo năm ${year}, chưa cần công văn. Đã nhắc ${sent.value.reminded} cơ quan theo bậc nhắc hôm nay.`,
        { year, late: [], reminded: sent.value.reminded, file: null },
      )
      return accept(null)
    }
    const { file, refusal } = await writeLetter(io, year, io.flags.out)
    if (refusal && !refusal.ok) return refusal
    io.print(
      `Đã soạn công văn gửi ${late.length} cơ quan quá hạn: ${file}\nĐã nhắc ${sent.value.reminded} cơ quan trong hệ thống.`,
      { year, late: names, reminded: sent.value.reminded, file },
    )
    return accept(null)
  },
}

/** Verbs of the module. */
export const commands: readonly Command[] = [remind]
