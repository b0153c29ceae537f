import { expect, test } from 'vitest'
import { boxesFor, boxesOf, boxOf, gridCells } from './grid.ts'

test('lưới thành ô số liệu và ngược lại; ô trống và số 0 không đếm ai', () => {
  const boxes = new Map([
    [boxOf('y-te', '6'), 12],
    [boxOf('y-te', '7'), 0],
    [boxOf('luat', '8'), 3],
  ])
  const cells = gridCells('fdi', boxes, ['y-te', 'luat'])
  expect(cells.map((c) => [c.sector, c.degree, c.count])).toEqual([
    ['y-te', '6', 12],
    ['luat', '8', 3],
  ])
  expect(boxesFor(cells)).toEqual({ area: 'fdi', boxes: { 'so.y-te.6': '12', 'so.luat.8': '3' } })
})

test('số liệu chia nhỏ hơn lưới không điền vào lưới', () => {
  const [cell] = gridCells('fdi', new Map([[boxOf('y-te', '6'), 12]]), ['y-te'])
  if (cell === undefined) throw new Error('lưới rỗng')
  expect(boxesFor([{ ...cell, sex: 'nu' }])).toBeNull()
  expect(boxesFor([cell, { ...cell, area: 'tu-nhan' }])).toBeNull()
  expect(boxesFor([{ ...cell, degree: '5' }])).toBeNull()
})

test('chỉ lấy các ô của lưới trong biểu mẫu', () => {
  expect(boxesOf({ 'so.y-te.6': '5', 'so.y-te.7': ' ', title: 'x', 'so.z': ['1'] })).toEqual({ 'so.y-te.6': '5' })
})
