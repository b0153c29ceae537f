/** Lệnh `plan check`, `plan adopt`, `plan export`, `task assign`, `task list`. */
import fs from 'node:fs'
import { dayOf } from '../../kernel/day.ts'
import { accept, type Decision, refuse } from '../../kernel/result.ts'
import type { Command, DatabaseIo } from '../../platform/command/command.ts'
import { fileArgument } from '../../platform/command/file-argument.ts'
import { wrongCall } from '../../platform/command/line.ts'
import { findDocument, reviewItems, uploadDocument } from '../documents/public.ts'
import { adoptPlan } from './actions/adopt-plan.ts'
import { assignTasks } from './actions/assign-tasks.ts'
import { checkCommand } from './check-command.ts'
import { exportProgramme, FORMATS } from './exchange.ts'
import { isDocumentNumber } from './rules/adoption.ts'
import { currentProgramme, tasksOf } from './views.ts'
import type { Task } from './words.ts'

const flag = (io: DatabaseIo, name: string): string => {
  const value = io.flags[name]
  return typeof value === 'string' ? value : ''
}

const ADOPT = 'TỆP --number SỐ --date NGÀY [--json]'

async function adopt(io: DatabaseIo): Promise<Decision<unknown>> {
  const number = flag(io, 'number')
  // A wrong number is told before anything is kept.
  if (number !== '' && !isDocumentNumber(number)) {
    return refuse('invalid', 'programme.number', `Số, ký hiệu phải có dạng 1459/KH-UBND, đang nhập "${number}".`)
  }
  const file = fileArgument(io.args, `plan adopt ${ADOPT}`)
  if (!file.ok) return file
  const read = await io.act(uploadDocument, { file: { ...file.value, mediaType: 'application/octet-stream' } })
  if (!read.ok) return read
  const document = await io.read((ctx) => findDocument(ctx.tx, read.value.id))
  const unsure =
    document === null ? 0 : reviewItems(document.reading, document.decisions).filter((i) => i.unsure).length
  const before = await io.read((ctx) => currentProgramme(ctx.tx))
  const given = { document: read.value.id, number, date: flag(io, 'date'), seen: true, replaces: true }
  const adopted = await io.act(adoptPlan, given)
  if (!adopted.ok) return adopted
  const a = adopted.value
  const empty =
    a.goals + a.tasks === 0 ? ' Không nhận ra mục tiêu, nhiệm vụ nào: kế hoạch trong hệ thống đang trống.' : ''
  const replaced = before === null ? '' : ` Kế hoạch này thay Kế hoạch ${before.number}.`
  const look = unsure === 0 ? '' : ` ${unsure} mục đọc chưa chắc, xem lại tại trang Kế hoạch.`
  io.print(
    `Đã ban hành Kế hoạch ${a.number} vào hệ thống: ${a.goals} mục tiêu, ${a.tasks} nhiệm vụ, ${a.participants} cơ quan.${replaced}${empty}${look}`,
    { ...a, unsure },
  )
  return adopted
}

async function assign(io: DatabaseIo): Promise<Decision<unknown>> {
  const [code] = io.args
  if (code === undefined || flag(io, 'lead') === '' || flag(io, 'due') === '') {
    return wrongCall(
      'Cần mã nhiệm vụ, --lead MÃ và --due NGÀY, ví dụ: task assign III.3.3 --lead H23.SNV --due 30/06/2026.',
    )
  }
  const done = await io.act(assignTasks, {
    codes: [code],
    lead: flag(io, 'lead'),
    coordinators: flag(io, 'with')
      .split(',')
      .filter((c) => c !== ''),
    product: flag(io, 'product'),
    due: flag(io, 'due'),
  })
  if (!done.ok) return done
  const followed = done.value.followed === null ? '' : `, cơ quan kế thừa (${flag(io, 'lead')} đã kết thúc)`
  io.print(`Đã giao ${done.value.codes.join(', ')} cho ${done.value.leadName}${followed}.`, done.value)
  return done
}

const line = (t: Task): string =>
  `${t.code}  ${t.leadName ?? 'Chưa rõ chủ trì'}${t.leadEnded === null ? '' : ` (đã kết thúc; kế thừa: ${t.successors.map((s) => s.name).join(', ') || 'chưa xác định'})`} · hạn ${t.dueWords} · ${t.six.words}\n        ${t.text.length > 110 ? `${t.text.slice(0, 109)}…` : t.text}`

async function list(io: DatabaseIo): Promise<Decision<unknown>> {
  const found = await io.read(async (ctx) => {
    const plan = await currentProgramme(ctx.tx)
    return plan === null ? null : await tasksOf(ctx.tx, plan.id, dayOf(ctx.now))
  })
  const tasks = found ?? []
  const unclear = tasks.filter((t) => !t.clear).length
  const text =
    found === null
      ? 'Chưa có kế hoạch. Ban hành bằng lệnh plan adopt.'
      : [`Chưa rõ chủ trì: ${unclear} trong ${tasks.length} nhiệm vụ`, ...tasks.map(line)].join('\n')
  io.print(text, tasks)
  return accept(tasks.length)
}

async function exportPlan(io: DatabaseIo): Promise<Decision<unknown>> {
  const format = FORMATS.find((f) => f === flag(io, 'format'))
  const out = flag(io, 'out')
  if (format === undefined || out === '')
    return wrongCall('Cần --format và --out, ví dụ: plan export --format xlsx --out ke-hoach.xlsx.')
  const file = await io.read((ctx) => exportProgramme(ctx, format))
  if (!file.ok) return file
  try {
    fs.writeFileSync(out, file.value.bytes)
  } catch {
    return refuse('invalid', 'file.not-written', `Không ghi được tệp "${out}". Kiểm tra thư mục và quyền ghi.`)
  }
  io.print(`Đã xuất kế hoạch ra ${out}.`, { file: out, bytes: file.value.bytes.length })
  return file
}

/** The verbs. */
export const programmeCommands: readonly Command[] = [
  checkCommand,
  {
    noun: 'plan',
    verb: 'adopt',
    usage: ADOPT,
    help: 'Đọc một kế hoạch và ban hành vào hệ thống dưới số và ngày đã cho',
    needs: 'database',
    run: adopt,
  },
  {
    noun: 'plan',
    verb: 'export',
    usage: '--format json|xlsx|docx --out TỆP [--json]',
    help: 'Xuất kế hoạch trong hệ thống: dữ liệu, danh mục nhiệm vụ, phụ lục phân công',
    needs: 'database',
    run: exportPlan,
  },
  {
    noun: 'task',
    verb: 'assign',
    usage: 'MÃ --lead MÃ-CƠ-QUAN [--with MÃ,MÃ] [--product SẢN-PHẨM] --due NGÀY [--json]',
    help: 'Giao chủ trì một nhiệm vụ; NGÀY có thể là "hằng năm", "thường xuyên"',
    needs: 'database',
    run: assign,
  },
  {
    noun: 'task',
    verb: 'list',
    usage: '[--json]',
    help: 'Liệt kê nhiệm vụ: chủ trì, thời hạn, 6 rõ',
    needs: 'database',
    run: list,
  },
]
