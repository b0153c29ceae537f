import { expect, it } from 'vitest'
import { openVault } from '../vault.ts'
import { forgetIfChanged, once, remember } from './once.ts'
import type { Tx } from './sql.ts'

const nobody = {} as Tx['client']
const newTx = (): Tx => ({ client: nobody, vault: openVault('7'.repeat(64)), statements: 0, memo: null, shelved: null })

/** A read that counts how often it ran. */
function counted() {
  let times = 0
  return { read: async () => [++times], times: () => times }
}

it('đọc một lần trong một giao dịch đọc; giao dịch khác không dùng chung', async () => {
  const { read, times } = counted()
  const [one, two] = [newTx(), newTx()]
  remember(one)
  expect(await once(one, 'a', read)).toBe(await once(one, 'a', read))
  await once(one, 'b', read)
  await once(two, 'a', read)
  expect(times()).toBe(3)
})

it('ngoài giao dịch đọc thì đọc lại mỗi lần', async () => {
  const { read, times } = counted()
  const tx = newTx()
  await once(tx, 'a', read)
  await once(tx, 'a', read)
  expect(times()).toBe(2)
})

it.each([
  ['select 1 from x', 1],
  ['  with recursive a as (select 1) select * from a', 1],
  ['select last_updated from x', 1],
  ['insert into x values (1)', 2],
  ['with a as (update x set b = 1 returning *) select * from a', 2],
  ['select id from x for update', 2],
  ["select set_config('role', 'y', true)", 2],
  ['select platform.record_fact($1)', 2],
])('sau "%s" thì đọc %i lần', async (statement, expected) => {
  const { read, times } = counted()
  const tx = newTx()
  remember(tx)
  await once(tx, 'a', read)
  forgetIfChanged(tx, statement)
  await once(tx, 'a', read)
  expect(times()).toBe(expected)
})

it('danh sách nhớ được thì không ai sửa được tại chỗ', async () => {
  const tx = newTx()
  remember(tx)
  const list = await once(tx, 'a', async () => [2, 1])
  expect(() => list.sort()).toThrow(TypeError)
})
