/** Các phần kiểm thử: pure rules, the same database tests on both engines, journeys in a real browser. */
import { defineConfig } from 'vitest/config'

const database = (engine: 'embedded' | 'server') => ({
  test: {
    name: `database-${engine}`,
    include: ['src/**/*.db.test.ts', 'tests/{acceptance,api,architecture,crash,rights}/**/*.db.test.ts'],
    globalSetup: ['tests/database-servers.ts'],
    env: { NGUYEN_KHI_TEST_ENGINE: engine, NGUYEN_KHI_LOG: 'silent' },
    testTimeout: 30_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
  },
})

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: [
            'src/**/*.test.ts',
            'tests/api/**/*.test.ts',
            'tests/architecture/**/*.test.ts',
            'tests/papers/**/*.test.ts',
            'tests/matching/**/*.test.ts',
            'tests/plans/**/*.test.ts',
          ],
          exclude: ['**/*.db.test.ts'],
          env: { NGUYEN_KHI_LOG: 'silent' },
          isolate: false,
          testTimeout: 20_000,
          maxWorkers: 2,
        },
      },
      database('embedded'),
      database('server'),
      {
        test: {
          name: 'journeys',
          include: ['tests/journeys/**/*.test.ts'],
          globalSetup: ['tests/database-servers.ts'],
          env: { NGUYEN_KHI_LOG: 'silent' },
          testTimeout: 240_000,
          hookTimeout: 240_000,
          maxWorkers: 2,
        },
      },
    ],
  },
})
