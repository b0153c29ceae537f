/** Lệnh của danh mục: `code-list list`, `code-list show`, `code-list load`. */
import { type Day, dayOf, parseDay, showDay } from '../../kernel/day.ts'
import { accept, refuse } from '../../kernel/result.ts'
import type { Command, CommandIo } from '../../platform/command/command.ts'
import { loadDaysOff } from './actions/load-days-off.ts'
import { publishList } from './actions/publish-list.ts'
import { readCodeLists } from './facts.ts'
import { fromTo } from './pages/lists-page.ts'
import { entriesOf, listsOn, publishedLists, versionOn, versionsOf } from './views.ts'

const dayAsked = (io: CommandIo): Day | null => {
  const asked = io.flags['as-of']
  return asked === undefined ? dayOf(io.now) : asked === true ? null : parseDay(asked)
}

const NO_DAY = refuse('invalid', 'day', 'Ngày sau --as-of phải là ngày có thật, ví dụ 2025-07-01.')

const list: Command = {
  noun: 'code-list',
  verb: 'list',
  usage: '[--as-of NGÀY] [--json]',
  help: 'Liệt kê các danh mục dùng chung.',
  needs: 'database',
  run: async (io) => {
    const day = dayAsked(io)
    if (day === null) return NO_DAY
    const found = await io.read((ctx) => listsOn(ctx.tx, day))
    io.print(found.map((l) => `${l.list}  ${l.title}  (${l.entries} mục, ${fromTo(l)})`).join('\n'), found)
    return accept(null)
  },
}

const show: Command = {
  noun: 'code-list',
  verb: 'show',
  usage: 'TÊN [--as-of NGÀY] [--json]',
  help: 'In một danh mục với các mục có hiệu lực vào một ngày.',
  needs: 'database',
  run: async (io) => {
    const [name] = io.args
    const day = dayAsked(io)
    if (name === undefined) return refuse('invalid', 'name', 'Nêu tên danh mục, ví dụ: code-list show dan-toc.')
    if (day === null) return NO_DAY
    return io.read(async (ctx) => {
      const version = await versionOn(ctx.tx, name, day)
      if (!version) {
        const last = (await versionsOf(ctx.tx, name)).at(-1)
        if (!last)
          return refuse('absent', 'code-lists.unknown', `Không có danh mục ${name}. Xem tên bằng lệnh: code-list list.`)
        const heir = last.replacedBy === '' ? '' : ` Thay bằng: ${last.replacedBy}.`
        return refuse(
          'absent',
          'code-lists.not-valid',
          `Danh mục ${name} không có phiên bản hiệu lực ngày ${showDay(day)}.${heir}`,
        )
      }
      const entries = await entriesOf(ctx.tx, version.id)
      const lines = entries.map((e) => `${e.parent === null ? '' : '  '}${e.code}  ${e.label}`)
      io.print([`${version.title} · ${version.source} · ${fromTo(version)}`, ...lines].join('\n'), {
        ...version,
        entries,
      })
      return accept(null)
    })
  },
}

const load: Command = {
  noun: 'code-list',
  verb: 'load',
  usage: '[--json]',
  help: 'Nạp các danh mục và ngày nghỉ đi kèm, hoặc phiên bản mới hơn của chúng, còn thiếu trong cơ sở dữ liệu.',
  needs: 'database',
  run: async (io) => {
    const known = await io.read((ctx) => publishedLists(ctx.tx))
    const missing = readCodeLists().filter((l) => (known.get(l.name) ?? []).every((v) => v.valid.from < l.from))
    for (const l of missing) {
      const published = await io.act(publishList, l)
      if (!published.ok) return published
    }
    const days = await io.act(loadDaysOff, {})
    if (!days.ok) return days
    io.print(`Đã nạp ${missing.length} phiên bản danh mục, ${days.value} ngày nghỉ.`, {
      published: missing.map((l) => l.name),
      daysOff: days.value,
    })
    return accept(null)
  },
}

/** Verbs of the module. */
export const commands: readonly Command[] = [list, show, load]
