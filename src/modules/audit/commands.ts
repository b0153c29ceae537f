/** Lệnh kiểm tra nhật ký. */
import { accept, refuse } from '../../kernel/result.ts'
import { demand } from '../../kernel/right.ts'
import type { Command } from '../../platform/command/command.ts'
import { firstBrokenFact } from '../../platform/ledger/record.ts'
import { canReadAudit } from './rights.ts'
import { ledgerSize } from './views.ts'

/** `audit verify`: 0 when the chain holds, 3 with the first line that does not fit. */
export const commands: readonly Command[] = [
  {
    noun: 'audit',
    verb: 'verify',
    usage: '[--json]',
    help: 'Kiểm tra chuỗi băm của nhật ký',
    needs: 'database',
    run: async (io) => {
      const allowed = demand(canReadAudit, io.actor)
      if (!allowed.ok) return allowed
      const { broken, size } = await io.read(async ({ tx }) => ({
        broken: await firstBrokenFact(tx),
        size: await ledgerSize(tx),
      }))
      const data = { intact: broken === null, firstBroken: broken, lines: size.lines, last: size.last, hash: size.hash }
      if (broken !== null) {
        io.print(`Nhật ký bị đứt từ dòng ${broken}.`, data)
        return refuse(
          'invalid',
          'audit.broken',
          `Nhật ký không nguyên vẹn: dòng ${broken} là dòng đầu tiên không khớp chuỗi băm. Đối chiếu với bản sao lưu gần nhất.`,
        )
      }
      io.print(`Nhật ký nguyên vẹn: ${size.lines} dòng, băm của dòng cuối ${size.hash ?? 'chưa có'}.`, data)
      return accept(null)
    },
  },
]
