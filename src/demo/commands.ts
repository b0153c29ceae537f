/** Lệnh: `demo load` puts the sample world into an empty database. */
import { accept, refuse } from '../kernel/result.ts'
import type { Command } from '../platform/command/command.ts'
import { wrongCall } from '../platform/command/line.ts'
import { demoLoaded } from './loaded.ts'

const MOST_PEOPLE = 1_000_000

/** Verbs of the sample world. */
export const demoCommands: readonly Command[] = [
  {
    noun: 'demo',
    verb: 'load',
    usage: '[--people N]',
    help: 'Nạp dữ liệu mẫu vào cơ sở dữ liệu trống',
    needs: 'database',
    run: async (io) => {
      if (process.env.DATABASE_URL && process.env.NGUYEN_KHI_DEMO !== '1') {
        return refuse(
          'forbidden',
          'demo.server',
          'Dữ liệu mẫu không nạp vào máy chủ thật. Nếu đây là máy chủ thử, đặt NGUYEN_KHI_DEMO=1 rồi chạy lại.',
        )
      }
      if (await demoLoaded(io.db))
        return refuse(
          'conflict',
          'demo.not-empty',
          'Cơ sở dữ liệu đã có dữ liệu, không nạp dữ liệu mẫu. Chọn thư mục khác bằng NGUYEN_KHI_DATA.',
        )
      const asked = io.flags.people
      const people = asked === undefined ? undefined : Number(asked)
      if (people !== undefined && !(Number.isInteger(people) && people >= 0 && people <= MOST_PEOPLE))
        return wrongCall('Cách gọi: demo load [--people N], N từ 0 tới 1.000.000.')
      const { loadDemo } = await import('./load.ts')
      const made = await loadDemo(io.db, io.now, people)
      io.print(
        `Đã nạp dữ liệu mẫu: ${made.accounts} tài khoản, ${made.previous} cơ quan năm trước, ${made.open} cơ quan năm đang mở, ${made.people} hồ sơ trí thức.`,
        made,
      )
      return accept(null)
    },
  },
]
