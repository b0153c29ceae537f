/** Lệnh của trao đổi dữ liệu: the same actions as the pages. */
import fs from 'node:fs/promises'
import { accept, type Decision, refuse } from '../../kernel/result.ts'
import type { Command, DatabaseIo } from '../../platform/command/command.ts'
import { wrongCall } from '../../platform/command/line.ts'
import { receiveMessage } from './actions/receive-message.ts'
import { FORMATS, writeMessage } from './formats.ts'
import { yearMessage } from './gather.ts'
import { recordsOf } from './rules/message.ts'
import { PROFILE } from './rules/profile.ts'

async function exportYear(io: DatabaseIo): Promise<Decision<unknown>> {
  const year = Number(io.flags.year)
  if (!Number.isInteger(year) || year < 2000 || year > 2100)
    return wrongCall('Thiếu năm. Thêm --year, ví dụ --year 2026.')
  const format = FORMATS.find((f) => f === (io.flags.format ?? 'json'))
  if (!format) return wrongCall('Dạng tệp là json hoặc xml. Ví dụ --format xml.')
  const kinds = typeof io.flags.kinds === 'string' ? io.flags.kinds.split(',') : []
  const unknown = kinds.find((k) => !PROFILE.kinds.some((p) => p.id === k))
  if (unknown !== undefined)
    return wrongCall(`Không có loại gói «${unknown}». Các loại: ${PROFILE.kinds.map((k) => k.id).join(', ')}.`)
  const message = await io.read((ctx) => yearMessage(ctx, year, kinds))
  if (!message.ok) return message
  const text = writeMessage(PROFILE, message.value, format)
  const { out } = io.flags
  const records = recordsOf(PROFILE, message.value).length
  if (typeof out === 'string') await fs.writeFile(out, text)
  io.print(typeof out === 'string' ? `Đã ghi ${records} bản ghi của năm ${year} vào ${out}.` : text, {
    year,
    records,
    out: out ?? null,
  })
  return message
}

async function importFile(io: DatabaseIo): Promise<Decision<unknown>> {
  const [path] = io.args
  if (path === undefined) return wrongCall('Thiếu tên tệp.')
  const bytes = await fs.readFile(path).catch(() => null)
  if (bytes === null)
    return refuse('absent', 'file.absent', `Không đọc được tệp ${path}. Kiểm tra đường dẫn và quyền đọc.`)
  const file = { name: path, mediaType: 'application/octet-stream', bytes }
  const got = await io.act(receiveMessage, { file, mode: io.flags['keep-only'] === true ? 'luu' : 'nhap' })
  if (!got.ok) return got
  io.print(
    got.value.again
      ? `Gói này của ${got.value.sender} đã nhận. Không có gì thay đổi.`
      : `Đã nhận ${got.value.records} bản ghi của ${got.value.sender}: ${got.value.added} mới, ${got.value.changed} đổi; ${got.value.reports} bản báo cáo vào kỳ, ${got.value.waiting.length} báo cáo còn chờ phần khác.`,
    got.value,
  )
  return accept(null)
}

/** Các lệnh `exchange …`. */
export const commands: readonly Command[] = [
  {
    noun: 'exchange',
    verb: 'export',
    usage: '--year Y [--format json|xml] [--kinds A,B] [--out FILE]',
    help: 'Xuất gói báo cáo của một năm',
    needs: 'database',
    run: exportYear,
  },
  {
    noun: 'exchange',
    verb: 'import',
    usage: 'FILE [--keep-only]',
    help: 'Nhận gói báo cáo JSON hoặc XML',
    needs: 'database',
    run: importFile,
  },
]
