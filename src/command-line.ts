/** Lệnh `nguyen-khi`: finds the verb and runs it. Verbs live in their modules; `serve` is the only one that stays. */
import { z } from 'zod'
import { demoCommands } from './demo/commands.ts'
import { systemActor } from './kernel/actor.ts'
import { dayOf } from './kernel/day.ts'
import { refuse } from './kernel/result.ts'
import { actorOfUsername } from './modules/accounts/public.ts'
import { MODULES, migrationFolders } from './modules.ts'
import { newId, perform } from './platform/action.ts'
import type { Command, DatabaseIo } from './platform/command/command.ts'
import { type Call, exitCodeOf, helpText, meantBy, readCall, verbHelp } from './platform/command/line.ts'
import { systemCommands } from './platform/command/system.ts'
import { readConfig } from './platform/config.ts'
import { explainConstraints } from './platform/database/constraint.ts'
import { transact } from './platform/database/pool.ts'
import { type Opened, openSystem } from './platform/open.ts'
import { serveForever } from './serve.ts'

// Shapes without words of their own speak Vietnamese too.
z.config(z.locales.vi())

const COMMANDS: readonly Command[] = [
  ...MODULES.flatMap((m) => m.commands ?? []),
  ...systemCommands(migrationFolders),
  ...demoCommands,
]

function output(call: Call, now: Temporal.Instant) {
  const print = (text: string, data: unknown) => process.stdout.write(`${call.json ? JSON.stringify(data) : text}\n`)
  return { args: call.args, flags: call.flags, now, print }
}

/** What a verb on the database is given: `quản trị tại máy`, or the account of `--as`. */
async function databaseIo(call: Call, system: Opened): Promise<DatabaseIo | null> {
  const now = system.clock()
  const machine = systemActor(`Quản trị tại máy (${process.env.SUDO_USER ?? process.env.USER ?? 'không rõ'})`)
  const actor =
    call.as === null
      ? machine
      : await transact(system.db, machine, (tx) => actorOfUsername(tx, call.as ?? '', dayOf(now)))
  if (actor === null) return null
  return {
    ...output(call, now),
    db: system.db,
    actor,
    read: (work) => transact(system.db, actor, (tx) => work({ tx, actor, now: system.clock(), newId })),
    act: (what, input) => perform(system.db, { actor, now: system.clock() }, what, input),
  }
}

async function runCall(call: Call): Promise<number> {
  if (call.command.needs === 'nothing') return exitCodeOf(await call.command.run(output(call, Temporal.Now.instant())))
  for (const m of MODULES) explainConstraints(m.constraints ?? {})
  const system = await openSystem(readConfig(), migrationFolders())
  try {
    const io = await databaseIo(call, system)
    if (io === null)
      return exitCodeOf(
        refuse('absent', 'account.absent', `Không có tài khoản "${call.as}". Xem danh sách: nguyen-khi account list.`),
      )
    return exitCodeOf(await call.command.run(io))
  } finally {
    await system.close()
  }
}

const argv = process.argv.slice(2)
if (argv[0] === 'serve') {
  await serveForever(argv.includes('--demo'))
} else {
  const call = readCall(argv, COMMANDS)
  if (call === null || argv.includes('--help')) {
    const asked = argv.length === 0 || argv.includes('--help')
    const meant = meantBy(argv, COMMANDS)
    const help = meant.length === COMMANDS.length ? helpText(COMMANDS) : verbHelp(meant)
    const wrong = asked ? '' : `Không có lệnh "${argv.join(' ')}".\n`
    process[asked ? 'stdout' : 'stderr'].write(`${wrong}${help}\n`)
    process.exitCode = asked ? 0 : 2
  } else {
    process.exitCode = await runCall(call).catch((error: Error) => {
      process.stderr.write(`${error.message}\n`)
      return 75
    })
  }
}
