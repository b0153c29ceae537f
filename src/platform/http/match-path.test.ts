/** Đường dẫn và mẫu: which page shows a refused form again. */
import { expect, test } from 'vitest'
import { matchPath } from './match-path.ts'

test.each([
  ['đúng từng phần', '/nhiem-vu/giao', '/nhiem-vu/giao', {}],
  ['phần có tên', '/nhiem-vu/:code', '/nhiem-vu/III.3.3', { code: 'III.3.3' }],
  ['phần được mã hóa', '/nhiem-vu/:code', '/nhiem-vu/a%2Fb%20c', { code: 'a/b c' }],
  ['hai phần có tên', '/tong-hop/:year/:unit', '/tong-hop/2026/H24.SYT', { year: '2026', unit: 'H24.SYT' }],
  ['thiếu phần', '/nhiem-vu/:code', '/nhiem-vu', null],
  ['thừa phần', '/nhiem-vu/:code', '/nhiem-vu/a/b', null],
  ['khác phần cố định', '/nhiem-vu/:code/tien-do', '/nhiem-vu/a/xac-nhan', null],
  ['trang đầu', '/', '/', {}],
  ['mã hóa hỏng', '/nhiem-vu/:code', '/nhiem-vu/%zz', null],
])('%s', (_, pattern, path, expected) => expect(matchPath(pattern, path)).toEqual(expected))
