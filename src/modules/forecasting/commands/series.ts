/** Lệnh `forecast`: forecasts without a database. */
import { showNumber } from '../../../kernel/number.ts'
import { accept, type Decision, refuse } from '../../../kernel/result.ts'
import type { Command, CommandIo } from '../../../platform/command/command.ts'
import { fileArgument } from '../../../platform/command/file-argument.ts'
import { readSeries } from '../series/csv.ts'
import { answerFor, csvFor, MAX_HORIZON, textFor } from '../series-answer.ts'

const USAGE = 'TỆP.csv --horizon SỐ_NĂM [--json | --csv]'
const DEFAULT_HORIZON = 6

/** The horizon of the call; refuses what is no number of years. */
function horizonOf(flags: CommandIo['flags']): Decision<number> {
  const given =
    flags.horizon === undefined ? DEFAULT_HORIZON : Number(flags.horizon === true ? Number.NaN : flags.horizon)
  if (Number.isInteger(given) && given >= 1 && given <= MAX_HORIZON) return accept(given)
  const message = `Số năm dự báo phải là số nguyên từ 1 đến ${MAX_HORIZON}. Cách dùng: forecast series ${USAGE}.`
  return refuse('invalid', 'forecasting.horizon', message)
}

function series(io: CommandIo): Decision<unknown> {
  const horizon = horizonOf(io.flags)
  if (!horizon.ok) return horizon
  const file = fileArgument(io.args, `forecast series ${USAGE}`)
  if (!file.ok) return file
  const { lines, missing } = readSeries(new TextDecoder().decode(file.value.bytes))
  if (missing.length > 0)
    return refuse(
      'invalid',
      'forecasting.columns',
      `Tệp thiếu cột ${missing.join(', ')}. Dòng đầu phải là: id,kind,start,values (và h nếu chuỗi có số năm riêng).`,
    )
  if (io.flags.csv) io.print(csvFor(lines, horizon.value), {})
  else if (io.flags.json) io.print('', answerFor(lines, horizon.value))
  else
    io.print(
      textFor(lines, horizon.value, (v) => showNumber(v, 2)),
      {},
    )
  return accept(lines.length)
}

/** The verbs. */
export const commands: readonly Command[] = [
  {
    noun: 'forecast',
    verb: 'series',
    usage: USAGE,
    help: 'Dự báo các chuỗi số liệu năm (cột id, kind, start, values nối bằng dấu chấm phẩy, h): điểm giữa, khoảng 80% và 95%',
    needs: 'nothing',
    run: async (io) => series(io),
  },
]
