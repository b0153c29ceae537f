/** Lệnh: `quality board` tells what to mend first. */
import { accept } from '../../kernel/result.ts'
import { type Ctx, newId } from '../../platform/action.ts'
import type { Command } from '../../platform/command/command.ts'
import { transact } from '../../platform/database/pool.ts'
import { readBoard } from './screens.ts'

/** Verbs of the quality board. */
export const commands: readonly Command[] = [
  {
    noun: 'quality',
    verb: 'board',
    usage: '[--json]',
    help: 'Vấn đề của hồ sơ, xếp theo ảnh hưởng tới mục tiêu',
    needs: 'database',
    run: async (io) => {
      const found = await transact(io.db, io.actor, (tx) =>
        readBoard({ tx, actor: io.actor, now: io.now, newId } satisfies Ctx),
      )
      const lines = found.problems.map(
        (p) => `${String(p.people).padStart(8)}  ${p.label}${p.goals.length === 0 ? '' : ` (${p.goals.join(', ')})`}`,
      )
      io.print([`${found.totals.people} hồ sơ`, ...lines].join('\n'), {
        totals: found.totals,
        problems: found.problems,
        bodies: found.bodies,
      })
      return accept(null)
    },
  },
]
