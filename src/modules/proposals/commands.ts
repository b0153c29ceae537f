/** Lệnh của kiến nghị: `proposal list`. */
import { dayOf, showDay, yearOf } from '../../kernel/day.ts'
import { accept, refuse } from '../../kernel/result.ts'
import { demand } from '../../kernel/right.ts'
import type { Command } from '../../platform/command/command.ts'
import { canSeeProposals } from './rights.ts'
import type { ProposalLine } from './rules/listing.ts'
import { readLines } from './screens.ts'
import { STATES } from './words.ts'

const words = (p: ProposalLine): string => {
  const owner =
    p.ownerName === null ? 'chưa giao' : `${p.ownerName}${p.due === null ? '' : `, chậm nhất ${showDay(p.due)}`}`
  const state = p.daysLate > 0 ? `quá hạn ${p.daysLate} ngày` : STATES[p.state].label
  return `${p.code}  ${state} · ${owner} · ${p.asking} cơ quan kiến nghị · ${p.text}`
}

const list: Command = {
  noun: 'proposal',
  verb: 'list',
  usage: '[--year NĂM] [--json]',
  help: 'Liệt kê kiến nghị của một năm: ai kiến nghị, ai trả lời, hạn, trạng thái.',
  needs: 'database',
  run: async (io) => {
    const year = io.flags.year === undefined ? yearOf(dayOf(io.now)) : Number(io.flags.year)
    if (!Number.isInteger(year) || year < 2000 || year > 2100)
      return refuse('invalid', 'year', 'Năm sau --year phải là một năm, ví dụ 2026.')
    const may = demand(canSeeProposals, io.actor)
    if (!may.ok) return may
    const lines = await io.read((ctx) => readLines(ctx, year))
    io.print(lines.length === 0 ? `Năm ${year} chưa có kiến nghị nào.` : lines.map(words).join('\n'), lines)
    return accept(lines.length)
  },
}

/** Verbs of the module. */
export const commands: readonly Command[] = [list]
