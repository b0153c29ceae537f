/** Máy chủ cơ sở dữ liệu của một lượt thử: one per engine, started before its first test file, gone after the last. */
import type { TestProject } from 'vitest/node'
import { hasEngine, makeTestServer, SERVER_BINARIES, startEngine } from '../src/platform/database/test-engine.ts'
import { fastFolder, makeScratch } from './scratch.ts'

/** Called by vitest for each project of `vitest.config.ts` that names this file. */
export default async function startDatabaseServer(project: TestProject): Promise<() => Promise<void>> {
  const engine = project.config.env.NGUYEN_KHI_TEST_ENGINE === 'server' ? 'server' : 'embedded'
  if (!hasEngine(engine))
    throw new Error(`PostgreSQL 15: không có ở ${SERVER_BINARIES}, phần kiểm thử trên máy chủ không chạy.`)
  const disk = makeScratch(`${engine}-files`)
  const memory = makeScratch(engine, fastFolder())
  const clear = async () => {
    await Promise.all([disk.clear(), memory.clear()])
  }
  try {
    const server = await startEngine(engine, memory.folder, { durable: false })
    project.provide('scratch', disk.folder)
    project.provide('databaseServer', await makeTestServer(engine, server))
  } catch (error) {
    await clear()
    throw error
  }
  return clear
}
