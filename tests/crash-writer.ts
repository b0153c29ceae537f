/**
 * Người ghi bị ngắt (for the crash tests): starts or adopts the server of a folder, then writes rows for ever and prints
 * the number of each acknowledged one. `node tests/crash-writer.ts embedded|server FOLDER`
 */
import pg from 'pg'
import { type Engine, startEngine } from '../src/platform/database/test-engine.ts'

const [engine = 'embedded', folder = ''] = process.argv.slice(2)
const server = await startEngine(engine as Engine, folder)
const client = new pg.Client({ host: server.socket, port: server.port, user: server.user, database: server.database })
client.on('error', () => process.exit(1))
await client.connect()
await client.query('create table if not exists written (n integer primary key)')
const last = await client.query('select coalesce(max(n), 0) as n from written')
process.stdout.write(`server ${server.pid}\n`)
for (let n = last.rows[0].n + 1; ; n++) {
  await client.query('insert into written values ($1)', [n])
  process.stdout.write(`${n}\n`)
}
