/** Lệnh của sổ hồ sơ: `people find`. */

import { accept } from '../../kernel/result.ts'
import { demand } from '../../kernel/right.ts'
import type { Command } from '../../platform/command/command.ts'
import { wrongCall } from '../../platform/command/line.ts'
import { readPeopleList } from './list-screen.ts'
import { canSeePeople } from './rights.ts'
import { readConditions } from './rules/conditions.ts'

const find: Command = {
  noun: 'people',
  verb: 'find',
  usage: 'TEXT [--json]',
  help: 'Tìm hồ sơ theo họ tên (có dấu hoặc không dấu), mã hồ sơ, số định danh',
  needs: 'database',
  run: async (io) => {
    const text = io.args.join(' ')
    if (text === '') return wrongCall('Thiếu chữ cần tìm. Cách gọi: people find "Nguyễn Văn An".')
    const allowed = demand(canSeePeople, io.actor)
    if (!allowed.ok) return allowed
    const found = await io.read((ctx) => readPeopleList(ctx, readConditions({ q: text })))
    const people = found.rows.map(({ id, code, name, birth, degree, field, unit, level, completeness }) => ({
      id,
      code,
      name,
      birthYear: birth === null ? null : Number(birth.slice(0, 4)),
      degree,
      field,
      unit,
      level,
      completeness,
    }))
    const lines = people.map((p) => `${p.code}  ${p.name}  ${p.birthYear ?? ''}  ${p.degree}  ${p.unit}`)
    io.print([`${found.total} hồ sơ`, ...lines].join('\n'), { total: found.total, people })
    return accept(null)
  },
}

/** The verbs. */
export const commands: readonly Command[] = [find]
