/** Lệnh của mô-đun báo cáo: the same actions as the pages. */
import fs from 'node:fs/promises'
import { showDay } from '../../kernel/day.ts'
import { showPercent } from '../../kernel/number.ts'
import { accept, type Decision, type Refusal, refuse } from '../../kernel/result.ts'
import type { Command, CommandIo, DatabaseIo } from '../../platform/command/command.ts'
import { findFile } from '../../platform/files/keep.ts'
import type { Measure } from '../../platform/measure.ts'
import { acceptReports } from './actions/accept-reports.ts'
import { buildProvincialReport } from './actions/build-provincial-report.ts'
import { importPacket } from './actions/import-packet.ts'
import { openPeriod } from './actions/open-period.ts'
import { returnReport } from './actions/return-report.ts'
import { submitFile } from './actions/submit-file.ts'
import { countsOf, FILTERS, overdue, turnout } from './rules/counts.ts'
import { readPacket } from './rules/packet.ts'
import { linesOf } from './views/obligations.ts'
import { packetOf } from './views/packet.ts'
import { findPeriod, openPeriods } from './views/periods.ts'
import { findProvincial } from './views/provincial.ts'
import { type PeriodName, STATES } from './words.ts'

const usage = (message: string): Refusal => refuse('invalid', 'usage', message)

function yearFlag(io: CommandIo): Decision<number> {
  const typed = io.flags.year
  const value = Number(typed)
  return typeof typed === 'string' && Number.isInteger(value) && value >= 2000 && value <= 2100
    ? accept(value)
    : usage('Thiếu năm báo cáo. Thêm --year, ví dụ --year 2026.')
}

/** The regime that was named by slug or code; an empty name is a mistake in the line. */
function regimeFlag(io: CommandIo): Decision<string | undefined> {
  const typed = io.flags.regime
  return typed === undefined || (typeof typed === 'string' && typed !== '')
    ? accept(typed)
    : usage('Thiếu mã chế độ sau --regime. Ví dụ: --regime KH1459-NAM.')
}

/** The period that is meant: the one of the year, or that of the regime named where several regimes have one. */
async function periodFlag(io: DatabaseIo): Promise<Decision<PeriodName>> {
  const year = yearFlag(io)
  if (!year.ok) return year
  const regime = regimeFlag(io)
  if (!regime.ok) return regime
  if (regime.value !== undefined) return accept({ year: year.value, regime: regime.value })
  const open = (await io.read((ctx) => openPeriods(ctx.tx))).filter((p) => p.year === year.value)
  if (open.length > 1) {
    const codes = open.map((p) => p.regime.code).join(', ')
    return usage(`Năm ${year.value} có ${open.length} kỳ đang mở. Thêm --regime với một trong các mã: ${codes}.`)
  }
  return accept({ year: year.value, regime: open[0]?.slug })
}

async function readText(path: string | undefined): Promise<Decision<string>> {
  if (path === undefined) return usage('Thiếu tên tệp.')
  try {
    return accept(await fs.readFile(path, 'utf8'))
  } catch {
    return refuse('absent', 'file.absent', `Không đọc được tệp ${path}. Kiểm tra đường dẫn và quyền đọc.`)
  }
}

async function open(io: DatabaseIo): Promise<Decision<unknown>> {
  const year = yearFlag(io)
  if (!year.ok) return year
  const regime = regimeFlag(io)
  if (!regime.ok) return regime
  const { 'cut-off': cutOff, due } = io.flags
  const opened = await io.act(openPeriod, { regime: regime.value, year: year.value, cutOff, dueBefore: due })
  if (opened.ok)
    io.print(
      `Đã mở kỳ báo cáo ${year.value}: ${opened.value.bodies} cơ quan phải nộp, ${opened.value.closing} báo cáo kết thúc.`,
      opened.value,
    )
  return opened
}

async function submit(io: DatabaseIo): Promise<Decision<unknown>> {
  const body = io.flags.body
  if (typeof body !== 'string') return usage('Thiếu mã cơ quan. Thêm --body, ví dụ --body H24.SYT.')
  const text = await readText(io.args[0])
  if (!text.ok) return text
  const read = readPacket(text.value)
  if (!read.ok) return read
  if (read.value.kind !== 'body')
    return refuse('invalid', 'packet.kind', 'Tệp này là gói của cả kỳ. Dùng lệnh report import.')
  const flag = regimeFlag(io)
  if (!flag.ok) return flag
  const { year, content } = read.value.file
  const regime = flag.value ?? read.value.file.regime
  const sent = await io.act(submitFile, { regime, year, unitCode: body, content })
  if (sent.ok)
    io.print(
      `Đã nộp ${sent.value.code}, bản ${sent.value.number}, ${sent.value.late ? 'nộp muộn' : 'đúng hạn'}.`,
      sent.value,
    )
  return sent
}

async function acceptOne(io: DatabaseIo): Promise<Decision<unknown>> {
  const of = await periodFlag(io)
  if (!of.ok) return of
  if (io.args.length === 0) return usage('Thiếu mã cơ quan. Ví dụ: report accept H24.SYT --year 2026.')
  const accepted = await io.act(acceptReports, { ...of.value, units: [...io.args] })
  if (accepted.ok) io.print(`Đã duyệt ${accepted.value.count} báo cáo.`, accepted.value)
  return accepted
}

async function giveBack(io: DatabaseIo): Promise<Decision<unknown>> {
  const of = await periodFlag(io)
  if (!of.ok) return of
  const { reason, due } = io.flags
  const returned = await io.act(returnReport, {
    ...of.value,
    unitCode: io.args[0],
    reason,
    dueBefore: due,
    marks: [],
  })
  if (returned.ok) io.print(`Đã trả lại báo cáo của ${returned.value.name}.`, returned.value)
  return returned
}

async function status(io: DatabaseIo): Promise<Decision<unknown>> {
  const of = await periodFlag(io)
  if (!of.ok) return of
  const found = await io.read(async (ctx) => ({
    period: await findPeriod(ctx.tx, of.value),
    lines: await linesOf(ctx.tx, of.value, ctx.now),
  }))
  if (!found.period)
    return refuse(
      'absent',
      'period.absent',
      `Kỳ báo cáo ${of.value.year} chưa mở. Mở kỳ bằng: report open --year ${of.value.year}.`,
    )
  const counts = countsOf(found.lines)
  const sent = turnout(found.lines)
  const text = [
    `${found.period.title}, hạn nộp: trước ${showDay(found.period.dueBefore)}`,
    `Đã nộp ${sent.sent}/${sent.owed} (${showPercent(sent.owed === 0 ? 0 : sent.sent / sent.owed)}), đúng hạn ${sent.onTime}, muộn ${sent.late}, miễn ${sent.released}`,
    ...(['chua-nop', 'cho', 'tra-lai', 'da-duyet', 'qua-han'] as const).map(
      (f) => `  ${FILTERS[f].label}: ${counts[f]}`,
    ),
    ...found.lines.filter(overdue).map((l) => `  ${l.unitCode}  ${l.unitName}  quá hạn ${l.daysOverdue} ngày`),
  ].join('\n')
  io.print(text, {
    regime: found.period.regime.code,
    year: found.period.year,
    title: found.period.title,
    dueBefore: found.period.dueBefore,
    cutOff: found.period.cutOff,
    counts,
    turnout: sent,
    bodies: found.lines.map((l) => ({
      code: l.unitCode,
      name: l.unitName,
      report: l.code,
      state: l.state,
      stateLabel: STATES[l.state].label,
      dueBefore: l.dueBefore,
      submittedAt: l.submittedAt?.toString() ?? null,
      late: l.late,
      daysLate: l.daysLate,
      daysOverdue: l.daysOverdue,
      part: l.part,
      closing: l.closing,
    })),
  })
  return accept(null)
}

const build =
  (measures: () => readonly Measure[]) =>
  async (io: DatabaseIo): Promise<Decision<unknown>> => {
    const of = await periodFlag(io)
    if (!of.ok) return of
    const out = io.flags.out
    if (typeof out !== 'string') return usage('Thiếu tệp ra. Thêm --out, ví dụ --out bao-cao-2026.docx.')
    const built = await io.act(buildProvincialReport(measures), of.value)
    if (!built.ok) return built
    const file = await io.read(async (ctx) => {
      const report = await findProvincial(ctx.tx, of.value, built.value.number)
      return report?.fileId ? findFile(ctx.tx, report.fileId) : null
    })
    if (!file) return refuse('absent', 'provincial.file', 'Chưa có tệp Word của bản này. Tạo lại bản báo cáo tỉnh.')
    await fs.writeFile(out, file.body)
    io.print(
      `Đã ghi báo cáo tỉnh năm ${of.value.year}, bản ${built.value.number} (${built.value.reports} báo cáo đã duyệt) vào ${out}.`,
      { ...built.value, out },
    )
    return built
  }

async function exportAll(io: DatabaseIo): Promise<Decision<unknown>> {
  const of = await periodFlag(io)
  if (!of.ok) return of
  const packet = await io.read((ctx) => packetOf(ctx, of.value))
  if (packet.ok) io.print(JSON.stringify(packet.value, null, 1), packet.value)
  return packet
}

async function importAll(io: DatabaseIo): Promise<Decision<unknown>> {
  const text = await readText(io.args[0])
  if (!text.ok) return text
  const read = readPacket(text.value)
  if (!read.ok) return read
  if (read.value.kind !== 'packet')
    return refuse('invalid', 'packet.kind', 'Tệp này là báo cáo của một cơ quan. Dùng lệnh report submit.')
  const imported = await io.act(importPacket, { packet: read.value.packet })
  if (imported.ok) {
    const { added, known, reports } = imported.value
    io.print(
      added === 0
        ? `Gói này đã nhập. Không có bản nào thay đổi (${known} bản đã có).`
        : `Đã nhập ${added} bản của ${reports} cơ quan, ${known} bản đã có.`,
      imported.value,
    )
  }
  return imported
}

const command = (
  verb: string,
  line: string,
  help: string,
  run: (io: DatabaseIo) => Promise<Decision<unknown>>,
): Command => ({
  noun: 'report',
  verb,
  usage: line,
  help,
  needs: 'database',
  run,
})

/** Các lệnh `report …`. */
export const commandsOf = (measures: () => readonly Measure[]): readonly Command[] => [
  command('open', '--year Y [--regime MÃ] [--due D] [--cut-off D]', 'Mở kỳ báo cáo của một chế độ', open),
  command('submit', 'FILE.json --body CODE [--regime MÃ]', 'Nộp báo cáo của một cơ quan từ tệp', submit),
  command('accept', 'CODE… --year Y [--regime MÃ]', 'Duyệt báo cáo', acceptOne),
  command('return', 'CODE --year Y --reason T [--regime MÃ] [--due D]', 'Trả lại báo cáo', giveBack),
  command('status', '--year Y [--regime MÃ] [--json]', 'Tình hình nộp báo cáo', status),
  command('build', '--year Y --out FILE.docx [--regime MÃ]', 'Lập báo cáo tỉnh và xuất Word', build(measures)),
  command('export', '--year Y [--regime MÃ]', 'Xuất mọi báo cáo đã nộp của kỳ (JSON)', exportAll),
  command('import', 'PACKET', 'Nhập gói báo cáo đã xuất', importAll),
]
