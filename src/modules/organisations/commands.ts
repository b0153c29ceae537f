/** Lệnh của sổ bộ tổ chức: `organisation tree`, `organisation resolve`, `organisation event check`, `organisation load`. */
import fs from 'node:fs'
import { type Day, dayOf, parseDay, showDay } from '../../kernel/day.ts'
import { accept, type Decision, refuse } from '../../kernel/result.ts'
import type { Ctx } from '../../platform/action.ts'
import type { Command, DatabaseIo } from '../../platform/command/command.ts'
import { wrongCall } from '../../platform/command/line.ts'
import { loadRegister } from './actions/load-register.ts'
import { heldOf, judge, type Keepers } from './event-work.ts'
import { readRegisterFacts } from './facts.ts'
import type { Issue } from './rules/event-check.ts'
import type { Resolution } from './rules/names/resolution.ts'
import { eventFile, eventsOfFile } from './rules/register-facts.ts'
import { orphansOf, type Settled } from './rules/settle.ts'
import { treeOn } from './rules/tree.ts'
import { nameResolver, registerStart, territoryRoot } from './views.ts'
import { NAME_KINDS, type TreeNode } from './words.ts'

/** The day of `--as-of`, today when absent; null when it is not a day. */
const dayAsked = (io: { flags: DatabaseIo['flags']; now: Temporal.Instant }): Day | null => {
  const asked = io.flags['as-of']
  return asked === undefined ? dayOf(io.now) : asked === true ? null : parseDay(asked)
}

const emptyRegister = (): Decision<never> =>
  refuse('absent', 'organisations.empty', 'Sổ bộ tổ chức còn trống. Nạp bằng lệnh: organisation load.')

/** The tree of the territory on `day`: that of the province of `code`, or of the first province of the register, or of its heir. */
export async function territoryTree(ctx: Ctx, day: Day, code?: string): Promise<Decision<TreeNode>> {
  const start = await registerStart(ctx.tx)
  if (start === null) return emptyRegister()
  if (day < start)
    return refuse(
      'absent',
      'organisations.before',
      `Sổ bộ bắt đầu ghi từ ngày ${showDay(start)}. Chọn ngày này hoặc sau đó.`,
    )
  const { units, first, root } = await territoryRoot(ctx.tx, day, code)
  if (!first)
    return refuse('absent', 'organisations.unknown', 'Không tìm thấy đơn vị cấp tỉnh trong sổ bộ. Kiểm tra lại mã.')
  const tree = root ? treeOn(units, root.id) : null
  return tree
    ? accept(tree)
    : refuse(
        'absent',
        'organisations.not-valid',
        `${first.name} không hoạt động ngày ${showDay(day)} và sổ bộ không có đơn vị kế thừa.`,
      )
}

const lines = (n: TreeNode, depth = 0): string[] => [
  `${'  '.repeat(depth)}${n.code}  ${n.name}${n.to === null ? '' : `  (trước ${showDay(n.to)})`}`,
  ...n.children.flatMap((c) => lines(c, depth + 1)),
]

const tree: Command = {
  noun: 'organisation',
  verb: 'tree',
  usage: '--as-of NGÀY [--territory MÃ] [--json]',
  help: 'In cây tổ chức của địa bàn vào một ngày.',
  needs: 'database',
  run: async (io) => {
    const day = dayAsked(io)
    if (day === null) return refuse('invalid', 'day', 'Ngày sau --as-of phải là ngày có thật, ví dụ 2025-07-01.')
    const code = typeof io.flags.territory === 'string' ? io.flags.territory : undefined
    const found = await io.read((ctx) => territoryTree(ctx, day, code))
    if (!found.ok) return found
    io.print(lines(found.value).join('\n'), found.value)
    return accept(null)
  },
}

function readEvents(file: string): Decision<ReturnType<typeof eventsOfFile>> {
  let raw: unknown
  try {
    raw = JSON.parse(fs.readFileSync(file, 'utf8'))
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT'
    return missing
      ? refuse('absent', 'file.absent', `Không có tệp ${file}. Kiểm tra lại đường dẫn.`)
      : refuse('invalid', 'file.unreadable', `Tệp ${file} không đọc được như JSON. Mở tệp và sửa chỗ sai cú pháp.`)
  }
  const several = typeof raw === 'object' && raw !== null && 'events' in raw
  const parsed = eventFile.safeParse(raw)
  if (parsed.success) return accept(eventsOfFile(parsed.data))
  const branches = parsed.error.issues.flatMap((i) => ('errors' in i ? (i.errors[several ? 0 : 1] ?? []) : [i]))
  const told = branches.map((i) => `${i.path.map(String).join('.') || 'tệp'}: ${i.message}`)
  return refuse('invalid', 'event.shape', `Tệp sự kiện sai ${told.length} chỗ: ${told.slice(0, 5).join('; ')}.`)
}

const show = (i: Issue): string => `${i.level === 'error' ? 'Lỗi' : 'Lưu ý'} · ${i.event} · ${i.message}`

/** Việc mồ côi as the command prints it: what is kept for a unit that ends, and who could take it. */
const orphan = (s: Settled) => ({
  item: s.item,
  kind: s.kind,
  unit: s.from,
  what: s.what,
  count: s.count,
  heirs: s.heirs,
})

/**
 * Checks the events of a file against the register and everything kept for units that end; changes nothing. Errors make exit
 * code 3; what is ownerless is listed and settled when the event is recorded.
 */
async function checkFile(io: DatabaseIo, keepers: Keepers): Promise<Decision<unknown>> {
  const file = io.args.find((a) => a !== 'check')
  if (file === undefined) return wrongCall('Nêu tệp sự kiện cần kiểm tra: organisation event check TỆP.json.')
  const read = readEvents(file)
  if (!read.ok) return read
  const { issues, orphans } = await io.read(async (ctx) => {
    const held: Settled[] = []
    for (const e of read.value) held.push(...(await heldOf(ctx, keepers, e, null)))
    return { issues: await judge(ctx, read.value), orphans: orphansOf(held).map(orphan) }
  })
  const errors = issues.filter((i) => i.level === 'error').length
  const verdict = `${read.value.length} sự kiện: ${errors} lỗi, ${issues.length - errors} lưu ý, ${orphans.length} mục chờ nêu nơi nhận. Chưa ghi gì vào sổ bộ.`
  const told = orphans.map(
    (o) => `Mồ côi · ${o.unit} · ${o.kind}: ${o.what}. Nơi có thể nhận: ${o.heirs.join(', ') || 'chưa có'}`,
  )
  io.print([...issues.map(show), ...told, verdict].join('\n'), {
    ok: errors === 0,
    events: read.value.length,
    issues,
    orphans,
  })
  return errors === 0 ? accept(null) : refuse('invalid', 'event.wrong', verdict)
}

const eventCheck = (keepers: Keepers): Command => ({
  noun: 'organisation',
  verb: 'event',
  usage: 'check TỆP.json [--json]',
  help: 'Kiểm tra tệp sự kiện tổ chức với sổ bộ: lỗi, chồng lấn, việc mồ côi; không ghi gì.',
  needs: 'database',
  run: (io) =>
    io.args[0] === 'check'
      ? checkFile(io, keepers)
      : Promise.resolve(wrongCall('Lệnh đúng là: organisation event check TỆP.json.')),
})

const load: Command = {
  noun: 'organisation',
  verb: 'load',
  usage: '[--json]',
  help: 'Nạp sổ bộ tổ chức và địa bàn từ dữ kiện đi kèm vào cơ sở dữ liệu còn trống.',
  needs: 'database',
  run: async (io) => {
    const loaded = await io.act(loadRegister, readRegisterFacts())
    if (!loaded.ok) return loaded
    io.print(`Đã nạp ${loaded.value.units} đơn vị và ${loaded.value.events} sự kiện.`, loaded.value)
    return accept(null)
  },
}

const heirsOf = (r: Resolution): string =>
  (r.ended?.heirs ?? []).map((h) => `${h.name}${h.function === null ? '' : ` (${h.function})`}`).join('; ') ||
  'chưa xác định'

/** What a name is, for people: the kind, the bodies, what ended, who comes close. */
function told(r: Resolution): string[] {
  const shown = r.units.slice(0, 20).map((u) => `  ${u.name}`)
  const more = r.units.length > shown.length ? [`  và ${r.units.length - shown.length} đơn vị khác`] : []
  const ended =
    r.ended === null ? [] : [`  Kết thúc từ ${showDay(r.ended.on)} (${r.ended.act}). Kế thừa: ${heirsOf(r)}.`]
  return [
    `${r.written}: ${NAME_KINDS[r.kind].label}${r.words === '' ? '' : ` · ${r.words}`}${r.leaders ? ' · qua người đứng đầu' : ''}${r.open ? ' · và nhóm không cố định' : ''}`,
    ...shown,
    ...more,
    ...ended,
    ...r.candidates.map((c) => `  Có thể là: ${c.name} (${c.reason})`),
  ]
}

const resolve: Command = {
  noun: 'organisation',
  verb: 'resolve',
  usage: '"TÊN" [--as-of NGÀY] [--json]',
  help: 'Đối chiếu một tên viết trong văn bản với sổ bộ của ngày văn bản.',
  needs: 'database',
  run: async (io) => {
    const day = dayAsked(io)
    if (day === null) return refuse('invalid', 'day', 'Ngày sau --as-of phải là ngày có thật, ví dụ 2025-07-01.')
    const name = io.args.join(' ')
    if (name === '') return wrongCall('Nêu tên cần đối chiếu: organisation resolve "Sở TT&TT" --as-of 2024-04-22.')
    const asked = { territoryId: null, day, today: dayOf(io.now), documentId: null }
    const tell = await io.read(async ({ tx }) => ((await registerStart(tx)) === null ? null : nameResolver(tx, asked)))
    if (tell === null) return emptyRegister()
    const found = tell(name)
    io.print(told(found).join('\n'), found)
    return accept(null)
  },
}

/** Verbs of the module. */
export const commands = (keepers: Keepers): readonly Command[] => [tree, resolve, eventCheck(keepers), load]
