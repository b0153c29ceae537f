/** Dòng lệnh: how a call is taken apart, the help page, and the exit codes. */
import { afterEach, describe, expect, it, test, vi } from 'vitest'
import { accept, refuse, refuseFields } from '../../kernel/result.ts'
import { SETTINGS } from '../config.ts'
import type { Command } from './command.ts'
import { exitCodeOf, helpText, meantBy, readCall, verbHelp, wrongCall } from './line.ts'

const command = (noun: string, verb?: string, usage = ''): Command => ({
  noun,
  ...(verb === undefined ? {} : { verb }),
  usage,
  help: `Việc của ${noun}`,
  needs: 'nothing',
  run: async () => accept(null),
})
const COMMANDS = [
  command('report', 'open', '--year NĂM'),
  command('report', 'provincial build'),
  command('report', 'provincial'),
  command('backup', undefined, 'TỆP'),
]
const read = (line: string) => {
  const call = readCall(line.split(' '), COMMANDS)
  return (
    call && {
      verb: [call.command.noun, call.command.verb].filter(Boolean).join(' '),
      args: call.args,
      flags: call.flags,
    }
  )
}

describe('Đọc lời gọi', () => {
  test.each([
    ['một động từ', 'report open', 'report open', [], {}],
    ['cờ có giá trị', 'report open --year 2026', 'report open', [], { year: '2026' }],
    ['cờ viết liền', 'report open --year=2026', 'report open', [], { year: '2026' }],
    ['dấu bằng trong giá trị', 'report open --note=a=b', 'report open', [], { note: 'a=b' }],
    ['cờ không có giá trị', 'report open --json --year 2026', 'report open', [], { json: true, year: '2026' }],
    ['cờ không nuốt chữ sau nó', 'backup --yes a.tar', 'backup', ['a.tar'], { yes: true }],
    ['cờ ở cuối', 'report open --year', 'report open', [], { year: true }],
    ['hai cờ liền', 'report open --year --out x', 'report open', [], { year: true, out: 'x' }],
    ['động từ hai chữ', 'report provincial build x', 'report provincial build', ['x'], {}],
    ['động từ dài hơn thắng, thiếu thì động từ ngắn', 'report provincial xem', 'report provincial', ['xem'], {}],
    ['đối tượng không có động từ', 'backup a.tar b', 'backup', ['a.tar', 'b'], {}],
    ['cờ đứng trước', '--json report open', 'report open', [], { json: true }],
  ])('%s', (_, line, verb, args, flags) => expect(read(line)).toEqual({ verb, args, flags }))

  test.each(['', 'report', 'report close', 'plan read', '--json'])('"%s" không phải lệnh nào', (line) =>
    expect(read(line)).toBeNull())

  it('--as nêu tài khoản, --json nêu cách in', () => {
    expect(readCall(['report', 'open', '--as', 'lan.snv', '--json'], COMMANDS)).toMatchObject({
      as: 'lan.snv',
      json: true,
    })
    expect(readCall(['report', 'open', '--as'], COMMANDS)).toMatchObject({ as: null, json: false })
  })
})

it('trang trợ giúp có mọi lệnh, mọi thiết đặt và các mã thoát', () => {
  const help = helpText(COMMANDS)
  for (const text of ['report open --year NĂM', 'backup TỆP', 'Mã thoát: 0 xong', ...SETTINGS.map((s) => s.name)])
    expect(help).toContain(text)
})

test.each([
  ['một lệnh', ['report', 'open', '--help'], ['report open']],
  [
    'động từ lạ: các lệnh của đối tượng',
    ['report', 'close'],
    ['report open', 'report provincial build', 'report provincial'],
  ],
  ['không nêu gì: mọi lệnh', ['--help'], ['report open', 'report provincial build', 'report provincial', 'backup']],
])('trợ giúp hẹp theo điều đã gõ: %s', (_, argv, names) => {
  const meant = meantBy(argv, COMMANDS)
  expect(meant.map((c) => [c.noun, c.verb].filter(Boolean).join(' '))).toEqual(names)
  expect(verbHelp(meant)).toContain('Việc của report')
})

describe('Mã thoát', () => {
  afterEach(() => vi.restoreAllMocks())
  const printed = () => vi.spyOn(process.stderr, 'write').mockReturnValue(true)

  test.each([
    ['xong', accept(1), 0],
    ['gọi sai', wrongCall('Cần --year NĂM.'), 2],
    ['dữ liệu phải sửa', refuse('invalid', 'x', 'Sai.'), 3],
    ['chưa có quyền', refuse('forbidden', 'x', 'Chưa có quyền.'), 5],
    ['thử lại sau', refuse('later', 'x', 'Bận.'), 75],
  ])('%s', (_, decision, code) => {
    printed()
    expect(exitCodeOf(decision)).toBe(code)
  })

  it('lời từ chối ra luồng lỗi, mỗi ô một dòng', () => {
    const write = printed()
    exitCodeOf(refuseFields('x', { year: 'Nhập năm' }))
    expect(write).toHaveBeenCalledWith('Còn 1 chỗ phải sửa.\n  year: Nhập năm\n')
    exitCodeOf({ ...refuse('invalid', 'x', 'Tệp rỗng.'), fields: { file: 'Tệp rỗng.' } })
    expect(write).toHaveBeenLastCalledWith('Tệp rỗng.\n')
  })
})
