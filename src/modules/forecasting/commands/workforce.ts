/** Lệnh `forecast workforce`: answers a plan file without a database. */
import fs from 'node:fs'
import os from 'node:os'
import { showNumber, showPercent } from '../../../kernel/number.ts'
import { accept, type Decision, refuse } from '../../../kernel/result.ts'
import type { Command } from '../../../platform/command/command.ts'
import { wrongCall } from '../../../platform/command/line.ts'
import { answerScenario, type SignedAnswers } from '../engine/answer.ts'

const USAGE =
  'Cần tên tệp kịch bản, ví dụ: forecast workforce kich-ban.json --json. Cách viết: docs/huong-dan/kich-ban.md.'

/** The verb of workforce plans. */
export const workforceCommand: Command = {
  noun: 'forecast',
  verb: 'workforce',
  usage: 'KỊCH_BẢN.json [--threads SỐ] [--engine wasm|plain] [--json]',
  help: 'Tính kịch bản nhân lực: số người theo năm, thiếu hụt, xác suất đạt mục tiêu, mức tuyển cần có',
  needs: 'nothing',
  run: async (io) => {
    const name = io.args[0]
    if (name === undefined) return wrongCall(USAGE)
    const threads = threadsOf(io.flags.threads)
    if (threads === null) return wrongCall('--threads cần một số nguyên từ 1 đến 64.')
    const engine = io.flags.engine ?? 'wasm'
    if (engine !== 'wasm' && engine !== 'plain') return wrongCall('--engine nhận wasm hoặc plain.')
    const json = readJson(name)
    if (!json.ok) return json
    const answers = await answerScenario(json.value, { threads, wasm: engine === 'wasm' })
    if (!answers.ok) return answers
    io.print(inWords(answers.value), answers.value)
    return accept(answers.value.digest)
  },
}

function threadsOf(flag: string | true | undefined): number | null {
  if (flag === undefined) return Math.min(4, os.availableParallelism())
  const n = Number(flag)
  return Number.isInteger(n) && n >= 1 && n <= 64 ? n : null
}

function readJson(name: string): Decision<unknown> {
  try {
    return accept(JSON.parse(fs.readFileSync(name, 'utf8')))
  } catch (error) {
    if (error instanceof SyntaxError)
      return refuse('invalid', 'scenario.json', `Tệp ${name} không phải JSON viết đúng: ${error.message}`)
    return refuse('absent', 'scenario.file', `Không đọc được tệp ${name}. Kiểm tra lại đường dẫn.`)
  }
}

function inWords(a: SignedAnswers): string {
  const rows = a.stock.filter((r) => r.sector === a.stock[0]?.sector && r.degree === a.stock[0]?.degree)
  const spread = (r: (typeof rows)[number]) => (r.sd > 0 ? ` (80%: ${showNumber(r.p10)} đến ${showNumber(r.p90)})` : '')
  const asked = a.requiredInflow === null ? [] : [`Mức tuyển cần có mỗi năm: ${showNumber(a.requiredInflow)} người`]
  const chance = a.probability === null ? [] : [`Khả năng đạt mục tiêu: ${showPercent(a.probability)}`]
  const gap = a.gap === null ? [] : [`Thiếu so với mục tiêu: ${showNumber(a.gap)}`]
  return [
    ...rows.map((r) => `${r.year}: ${showNumber(r.mean)} người${spread(r)}`),
    ...gap,
    ...chance,
    ...asked,
    ...a.notes,
  ].join('\n')
}
