/** Khám hệ thống: what must hold for the data to be safe, each with what was found. */
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import { systemActor } from '../../kernel/actor.ts'
import type { Config } from '../config.ts'
import { APP_ROLE, type Database, transact } from '../database/pool.ts'
import { row, rows, sql, type Tx } from '../database/sql.ts'
import { firstBrokenFact } from '../ledger/record.ts'

/** Một kết quả khám. */
export type Finding = { readonly subject: string; readonly well: boolean; readonly found: string }

const OURS = sql`n.nspname not in ('pg_catalog', 'information_schema', 'graphile_worker', 'public') and n.nspname not like 'pg\\_%'`

async function serverFindings(tx: Tx): Promise<Finding[]> {
  const s = await row<{ version: string; encoding: string; fsync: string }>(
    tx,
    sql`select current_setting('server_version') as version, pg_encoding_to_char(encoding) as encoding, current_setting('fsync') as fsync
        from pg_database where datname = current_database()`,
  )
  return [
    { subject: 'PostgreSQL', well: Number.parseInt(s.version, 10) >= 15, found: `bản ${s.version}` },
    { subject: 'Bảng mã', well: s.encoding === 'UTF8', found: s.encoding },
    { subject: 'Ghi chắc xuống đĩa (fsync)', well: s.fsync === 'on', found: s.fsync === 'on' ? 'bật' : 'tắt' },
  ]
}

/** The role of every request: neither superuser nor owner, and no table without forced row level security. */
async function roleFindings(tx: Tx): Promise<Finding[]> {
  const r = await row<{ name: string; can: boolean; owns: number }>(
    tx,
    sql`select current_user as name, (rolsuper or rolbypassrls) as can,
          (select count(*) from pg_class c join pg_namespace n on n.oid = c.relnamespace where ${OURS} and c.relowner = r.oid) as owns
        from pg_roles r where rolname = current_user`,
  )
  const open = await rows<{ name: string }>(
    tx,
    sql`select format('%s.%s', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relkind in ('r', 'p') and ${OURS} and not (c.relrowsecurity and c.relforcerowsecurity) and format('%s.%s', n.nspname, c.relname) <> 'platform.migration'`,
  )
  return [
    {
      subject: 'Vai trò truy vấn',
      well: r.name === APP_ROLE && !r.can && r.owns === 0,
      found: `${r.name}${r.can ? ', vượt được phân quyền dòng' : ''}${r.owns > 0 ? `, sở hữu ${r.owns} bảng` : ''}`,
    },
    {
      subject: 'Phân quyền dòng',
      well: open.length === 0,
      found:
        open.length === 0 ? 'mọi bảng đều bật và bắt buộc' : `chưa bắt buộc ở ${open.map((o) => o.name).join(', ')}`,
    },
  ]
}

async function ledgerFinding(tx: Tx): Promise<Finding> {
  const broken = await firstBrokenFact(tx)
  const { n } = await row<{ n: number }>(tx, sql`select count(*) as n from platform.ledger`)
  return {
    subject: 'Sổ cái',
    well: broken === null,
    found: broken === null ? `${n} dòng, chuỗi nguyên vẹn` : `đứt ở dòng ${broken}`,
  }
}

function machineFindings(config: Config): Finding[] {
  const disk = fs.statfsSync(fs.existsSync(config.dataFolder) ? config.dataFolder : '.')
  const free = (disk.bavail * disk.bsize) / 1e9
  const office = spawnSync('soffice', ['--version'], { encoding: 'utf8' })
  return [
    {
      subject: 'Node.js',
      well: Number.parseInt(process.versions.node, 10) >= 26,
      found: `bản ${process.versions.node}`,
    },
    { subject: 'Ổ đĩa', well: free > 1, found: `còn ${free.toFixed(1).replace('.', ',')} GB` },
    {
      subject: 'LibreOffice (chỉ để xuất PDF)',
      well: true,
      found: office.status === 0 ? (office.stdout.trim().split('\n')[0] ?? 'có') : 'không có, vẫn xuất Word được',
    },
    {
      subject: 'Địa chỉ công khai',
      well: !config.behindProxy || config.address.startsWith('https:'),
      found:
        !config.behindProxy || config.address.startsWith('https:')
          ? config.address
          : `${config.address}; đứng sau máy chủ HTTPS thì đặt NGUYEN_KHI_ADDRESS`,
    },
    {
      subject: 'Đồng hồ',
      well: config.pretendedNow === null || config.demo || config.databaseUrl === null,
      found: config.pretendedNow === null ? 'giờ thật' : `đặt giả định ${config.pretendedNow}`,
    },
  ]
}

/** Everything found, the worst not hidden. */
export async function examine(db: Database, config: Config): Promise<Finding[]> {
  const inside = await transact(db, systemActor(), async (tx) => [
    ...(await serverFindings(tx)),
    ...(await roleFindings(tx)),
    await ledgerFinding(tx),
  ])
  return [...machineFindings(config), ...inside]
}
