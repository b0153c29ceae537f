/** Lệnh `people duplicates`: scans who is new or changed and lists the pairs that wait. */
import { accept } from '../../kernel/result.ts'
import type { Command } from '../../platform/command/command.ts'
import { scanDuplicates } from './actions/scan-duplicates.ts'
import { pairCounts, pairLines } from './views.ts'
import { SUSPICIONS } from './words.ts'

const duplicates: Command = {
  noun: 'people',
  verb: 'duplicates',
  usage: '[--json]',
  help: 'Quét hồ sơ mới hoặc vừa đổi rồi liệt kê các cặp nghi trùng, kèm lý do',
  needs: 'database',
  run: async (io) => {
    const scanned = await io.act(scanDuplicates, {})
    if (!scanned.ok) return scanned
    const { lines, total } = await io.read(async (ctx) => ({
      lines: await pairLines(ctx.tx, 'cho'),
      total: (await pairCounts(ctx.tx)).cho,
    }))
    const pairs = lines.map((p) => ({
      id: p.id,
      verdict: p.verdict,
      posterior: p.posterior,
      people: [
        { id: p.personA, code: p.codeA, name: p.nameA, birth: p.birthA },
        { id: p.personB, code: p.codeB, name: p.nameB, birth: p.birthB },
      ],
      reasons: p.reasons,
    }))
    const text = lines.map(
      (p) =>
        `${p.codeA} ${p.nameA} · ${p.codeB} ${p.nameB}: ${SUSPICIONS[p.verdict].label.toLowerCase()} (${p.reasons
          .slice(0, 3)
          .map((r) => r.phrase)
          .join('; ')})`,
    )
    io.print([`${total} cặp hồ sơ nghi trùng.`, ...text].join('\n'), { total, scanned: scanned.value, pairs })
    return accept(null)
  },
}

/** Commands of the module. */
export const commands: readonly Command[] = [duplicates]
