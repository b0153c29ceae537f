import { describe, expect, it } from 'vitest'
import { conditionsOf } from './machine-conditions.ts'

describe('Điều kiện lọc của máy', () => {
  it('là điều kiện của màn hình dưới tên tiếng Anh', () => {
    const read = conditionsOf({ asOf: '2025-12-31', q: 'đức', sector: ['y-te'], degree: ['tu-7'], sex: ['nu'] })
    expect(read).toMatchObject({
      ok: true,
      value: { q: 'đức', day: '2025-12-31', chosen: { 'linh-vuc': ['y-te'], 'trinh-do': ['tu-7'], gioi: ['nu'] } },
    })
  })

  it.each([
    ['sex', 'nam-nu'],
    ['degree', '9'],
    ['age', 'già'],
    ['sector', "y-te' or 1=1"],
  ] as const)('%s = %s bị từ chối ở đúng chỗ, không bị bỏ qua', (name, value) => {
    expect(conditionsOf({ asOf: null, [name]: [value] })).toMatchObject({
      ok: false,
      kind: 'invalid',
      fields: { [name]: expect.any(String) },
    })
  })

  it('giá trị gửi hai lần là một', () => {
    expect(conditionsOf({ asOf: null, sector: ['y-te', 'y-te'] })).toMatchObject({ ok: true })
  })
})
