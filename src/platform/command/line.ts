/** Dòng lệnh: finds the verb, gives it what it needs, prints one JSON document or a text, and answers with the exit code. */
import { type Decision, EXIT_CODE, refuse } from '../../kernel/result.ts'
import { SETTINGS } from '../config.ts'
import type { Command } from './command.ts'

/** Exit code of a wrong call. */
const USAGE = 2

/** What was typed, taken apart. */
export type Call = {
  command: Command
  args: string[]
  flags: Record<string, string | true>
  json: boolean
  as: string | null
}

const FLAGS_WITHOUT_VALUE = new Set(['json', 'dry-run', 'yes', 'demo', 'csv', 'help'])

/** Takes `noun verb args --flags` apart; null when no such verb exists. */
export function readCall(argv: readonly string[], commands: readonly Command[]): Call | null {
  const words: string[] = []
  const flags: Record<string, string | true> = {}
  for (let i = 0; i < argv.length; i++) {
    const word = argv[i] ?? ''
    if (!word.startsWith('--')) {
      words.push(word)
      continue
    }
    const [name = '', given] = word.slice(2).split(/=(.*)/s)
    const next = argv[i + 1]
    if (given !== undefined) flags[name] = given
    else if (FLAGS_WITHOUT_VALUE.has(name) || next === undefined || next.startsWith('--')) flags[name] = true
    else {
      flags[name] = next
      i++
    }
  }
  const command = commands
    .filter(
      (c) => c.noun === words[0] && (c.verb === undefined || c.verb.split(' ').every((w, i) => w === words[i + 1])),
    )
    .sort((a, b) => (b.verb?.length ?? 0) - (a.verb?.length ?? 0))[0]
  if (!command) return null
  const as = typeof flags.as === 'string' ? flags.as : null
  const taken = 1 + (command.verb?.split(' ').length ?? 0)
  return { command, args: words.slice(taken), flags, json: flags.json === true, as }
}

const name = (c: Command) => [c.noun, c.verb, c.usage].filter(Boolean).join(' ')

/** The verbs a call may mean: the one it names, else all of its noun, else all. */
export function meantBy(argv: readonly string[], commands: readonly Command[]): readonly Command[] {
  const call = readCall(argv, commands)
  if (call !== null) return [call.command]
  const noun = argv.find((word) => !word.startsWith('--'))
  const same = commands.filter((c) => c.noun === noun)
  return same.length === 0 ? commands : same
}

/** The help of a few verbs: how each is called, and what it does. */
export const verbHelp = (commands: readonly Command[]): string =>
  commands.map((c) => `Cách dùng: npx nguyen-khi ${name(c)}\n  ${c.help}`).join('\n')

/** The help page. */
export function helpText(commands: readonly Command[]): string {
  const width = Math.max(...commands.map((c) => name(c).length)) + 2
  return [
    'Nguyên Khí: hệ thống thực hiện kế hoạch xây dựng đội ngũ trí thức của tỉnh.',
    '',
    'Cách dùng: npx nguyen-khi <đối tượng> <việc> [--json] [--as TÀI_KHOẢN]',
    '',
    ...commands.map((c) => `  ${name(c).padEnd(width)}${c.help}`),
    '',
    'Thiết đặt bằng biến môi trường:',
    ...SETTINGS.map((s) => `  ${s.name.padEnd(22)}${s.help}${s.fallback ? ` (mặc định ${s.fallback})` : ''}`),
    '',
    'Mã thoát: 0 xong · 2 gọi sai · 3 dữ liệu phải sửa · 4 xung đột · 5 chưa có quyền · 6 không tìm thấy · 75 thử lại sau.',
  ].join('\n')
}

/** Prints the refusal on stderr and gives its exit code. */
export function exitCodeOf(decision: Decision<unknown>): number {
  if (decision.ok) return 0
  const fields = Object.entries(decision.fields ?? {})
    .filter(([, sentence]) => sentence !== decision.message)
    .map(([field, sentence]) => `  ${field}: ${sentence}`)
  process.stderr.write(`${[decision.message, ...fields].join('\n')}\n`)
  return decision.code === 'usage' ? USAGE : EXIT_CODE[decision.kind]
}

/** A wrong call: what is missing and how it is called right. */
export const wrongCall = (sentence: string): Decision<never> => refuse('invalid', 'usage', sentence)
