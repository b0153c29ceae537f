/** Lệnh về tài khoản: add one, list them. */
import { dayOf } from '../../kernel/day.ts'
import { accept, type Decision, refuse } from '../../kernel/result.ts'
import { demand } from '../../kernel/right.ts'
import type { Command, DatabaseIo } from '../../platform/command/command.ts'
import { findUnitByCode } from '../organisations/public.ts'
import { createAccount } from './actions/create-account.ts'
import { newOneTimePassword } from './credentials.ts'
import { canManageAccounts } from './rights.ts'
import { listAccounts } from './views.ts'
import { ACCOUNT_STATUS, ROLES } from './words.ts'

const flag = (io: DatabaseIo, name: string): string => {
  const given = io.flags[name]
  return typeof given === 'string' ? given : ''
}

async function add(io: DatabaseIo): Promise<Decision<unknown>> {
  const code = flag(io, 'body')
  const unit = code === '' ? null : await io.read((ctx) => findUnitByCode(ctx.tx, code, dayOf(ctx.now)))
  if (code !== '' && unit === null)
    return refuse('absent', 'accounts.body-absent', `Không có cơ quan nào mang mã ${code} vào hôm nay.`)
  const password = newOneTimePassword()
  const made = await io.act(createAccount, {
    username: io.args[0] ?? '',
    name: flag(io, 'name'),
    post: flag(io, 'post'),
    unitId: unit?.id ?? '',
    role: flag(io, 'role'),
    password,
  })
  if (!made.ok) return made
  io.print(`Đã thêm tài khoản ${made.value.username}. Mật khẩu dùng một lần: ${password}`, {
    username: made.value.username,
    id: made.value.id,
    oneTimePassword: password,
  })
  return made
}

async function list(io: DatabaseIo): Promise<Decision<unknown>> {
  const allowed = demand(canManageAccounts, io.actor)
  if (!allowed.ok) return allowed
  const all = { text: '', role: null, status: null }
  const { rows } = await io.read((ctx) => listAccounts(ctx.tx, dayOf(ctx.now), all, { after: '', size: 10_000 }))
  const data = rows.map((r) => ({
    username: r.username,
    name: r.name,
    post: r.post,
    status: r.status,
    sample: r.sample,
    secondStep: r.second_step,
    roles: r.roles,
  }))
  const lines = rows.map((r) => {
    const roles = r.roles.map((g) => `${ROLES[g.role].label}${g.unit === null ? '' : ` (${g.unit})`}`).join('; ')
    return `${r.username}\t${r.name}\t${roles || 'chưa có vai trò'}\t${ACCOUNT_STATUS[r.status]}`
  })
  io.print(lines.length === 0 ? 'Chưa có tài khoản nào.' : lines.join('\n'), data)
  return accept(null)
}

/** Verbs of the command line. */
export const commands: readonly Command[] = [
  {
    noun: 'account',
    verb: 'add',
    usage: 'TÊN --name HỌ_TÊN [--role VAI_TRÒ --body MÃ] [--post CHỨC_VỤ]',
    help: 'Thêm tài khoản, in mật khẩu dùng một lần',
    needs: 'database',
    run: add,
  },
  {
    noun: 'account',
    verb: 'list',
    usage: '[--json]',
    help: 'Liệt kê tài khoản và vai trò',
    needs: 'database',
    run: list,
  },
]
