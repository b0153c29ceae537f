/** Lệnh của hệ thống: migrate, backup, restore, doctor. */
import path from 'node:path'
import { accept, type Decision } from '../../kernel/result.ts'
import { readConfig } from '../config.ts'
import { backup } from '../database/backup.ts'
import { type MigrationFolder, PLATFORM_MIGRATIONS, readMigrations } from '../database/migrate.ts'
import { connect } from '../database/pool.ts'
import { restore } from '../database/restore.ts'
import { startEmbedded } from '../database/supervisor.ts'
import { vaultOf } from '../vault.ts'
import type { Command, CommandIo, DatabaseIo } from './command.ts'
import { examine } from './doctor.ts'
import { wrongCall } from './line.ts'

async function makeBackup(io: DatabaseIo): Promise<Decision<unknown>> {
  const file = io.args[0]
  if (file === undefined) return wrongCall('Cần tên tệp: nguyen-khi backup TỆP.')
  const made = await backup(io.db.pool, path.resolve(file), { keyFingerprint: io.db.vault.fingerprint, now: io.now })
  if (!made.ok) return made
  const { rows, tables, leftOut } = made.value
  io.print(
    `Đã sao lưu ${rows} dòng của ${tables.length} bảng vào ${file}.\nKhông có trong tệp:\n${leftOut.map((l) => `- ${l}`).join('\n')}`,
    made.value,
  )
  return accept(null)
}

/** Opens the database without bringing it up to date: the archive decides what it holds. */
async function takeBack(io: CommandIo, folders: readonly MigrationFolder[]): Promise<Decision<unknown>> {
  const file = io.args[0]
  if (file === undefined) return wrongCall('Cần tên tệp: nguyen-khi restore TỆP [--yes].')
  const config = readConfig()
  const vault = vaultOf(config)
  const embedded = config.databaseUrl === null ? await startEmbedded(path.join(config.dataFolder, 'postgres')) : null
  const db = connect(embedded ?? { url: config.databaseUrl ?? '' }, vault)
  try {
    const migrations = readMigrations([PLATFORM_MIGRATIONS, ...folders])
    const done = await restore(db.pool, path.resolve(file), {
      yes: io.flags.yes === true,
      keyFingerprint: vault.fingerprint,
      migrations,
    })
    if (!done.ok) return done
    await db.pool.query("select graphile_worker.add_job('facts', json_build_object(), job_key := 'facts')")
    io.print(
      `Đã khôi phục ${done.value.rows} dòng của ${done.value.tables} bảng, bản sao lưu lúc ${done.value.madeAt}.`,
      done.value,
    )
    return accept(null)
  } finally {
    await db.close()
    await embedded?.stop()
  }
}

async function seeDoctor(io: DatabaseIo): Promise<Decision<unknown>> {
  const findings = await examine(io.db, readConfig())
  const sick = findings.filter((f) => !f.well)
  io.print(findings.map((f) => `${f.well ? 'Tốt ' : 'Sai '} ${f.subject}: ${f.found}`).join('\n'), {
    well: sick.length === 0,
    findings,
  })
  if (sick.length === 0) return accept(null)
  return {
    ok: false,
    kind: 'invalid',
    code: 'doctor',
    message: `Còn ${sick.length} chỗ phải sửa: ${sick.map((f) => f.subject).join(', ')}.`,
  }
}

/** Verbs that belong to no module. */
export const systemCommands = (folders: () => readonly MigrationFolder[]): readonly Command[] => [
  {
    noun: 'serve',
    usage: '[--demo]',
    help: 'Phục vụ trang web (--demo nạp dữ liệu mẫu vào thư mục trống)',
    needs: 'nothing',
    run: async () => accept(null),
  },
  {
    noun: 'migrate',
    usage: '',
    help: 'Nâng cấp cơ sở dữ liệu lên bản hiện tại',
    needs: 'database',
    run: async (io) => {
      io.print('Cơ sở dữ liệu đã ở bản hiện tại.', { ok: true })
      return accept(null)
    },
  },
  {
    noun: 'backup',
    usage: 'TỆP',
    help: 'Sao lưu toàn bộ dữ liệu (không gồm khóa bí mật)',
    needs: 'database',
    run: makeBackup,
  },
  {
    noun: 'restore',
    usage: 'TỆP [--yes]',
    help: 'Khôi phục từ bản sao lưu; --yes khi cơ sở dữ liệu không trống',
    needs: 'nothing',
    run: (io) => takeBack(io, folders()),
  },
  {
    noun: 'doctor',
    usage: '',
    help: 'Kiểm tra sức khỏe: cơ sở dữ liệu, quyền, sổ cái, khóa, phần mềm kèm theo',
    needs: 'database',
    run: seeDoctor,
  },
]
