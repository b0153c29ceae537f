/** Chụp lại ảnh của README và hướng dẫn (`npm run pictures`): runs the journeys that take pictures, and only those. */
import { spawn } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'

const ROOT = path.resolve(import.meta.dirname, '..')
const FOLDER = path.join('tests', 'journeys')

const taking = fs
  .readdirSync(path.join(ROOT, FOLDER))
  .filter((f) => f.endsWith('.test.ts') && fs.readFileSync(path.join(ROOT, FOLDER, f), 'utf8').includes('.picture('))
  .map((f) => path.join(FOLDER, f))

const run = spawn('npx', ['vitest', 'run', '--project', 'journeys', ...taking], {
  cwd: ROOT,
  stdio: 'inherit',
  env: { ...process.env, NGUYEN_KHI_PICTURES: '1' },
})
run.on('close', (code) => {
  process.exitCode = code ?? 1
})
