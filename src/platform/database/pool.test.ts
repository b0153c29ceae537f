/** Kết nối: where the server is can be told to another thread, whatever else whoever started it holds. */
import { expect, it } from 'vitest'
import { openVault } from '../vault.ts'
import { connect } from './pool.ts'

it('địa chỉ của máy chủ kèm theo đưa được sang luồng khác, không kèm gì khác', async () => {
  const started = { socket: '/tmp', port: 5432, user: 'a', database: 'b', stop: async () => undefined }
  const db = connect(started, openVault('7'.repeat(64)))
  expect(structuredClone(db.address)).toEqual({ socket: '/tmp', port: 5432, user: 'a', database: 'b' })
  await db.close()
})
