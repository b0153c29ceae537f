import { describe, expect, it } from 'vitest'
import { day } from '../../../kernel/day.ts'
import { historyOfPlaces, type PlaceSpan } from './place-history.ts'

const unit = (kind: PlaceSpan['kind'], type: string | null, until: string | null, more: Partial<PlaceSpan> = {}) => ({
  kind,
  type,
  name: `${type} A`,
  until: until === null ? null : day(until),
  act: until === null ? null : `văn bản ${until}`,
  heir: null,
  ...more,
})

describe('lịch sử đơn vị hành chính', () => {
  it('một cấp kết thúc khi đơn vị cuối cùng kết thúc, theo văn bản của đơn vị ấy', () => {
    const history = historyOfPlaces([unit('district', 'Huyện', '2025-01-01'), unit('district', 'Thị xã', '2025-07-01')])
    expect(history.levels).toEqual([{ kind: 'district', type: null, until: '2025-07-01', act: 'văn bản 2025-07-01' }])
  })

  it('còn một đơn vị thì cấp ấy chưa kết thúc, loại không còn đơn vị nào thì đã kết thúc', () => {
    const history = historyOfPlaces([
      unit('commune', 'Thị trấn', '2025-07-01'),
      unit('commune', 'Xã', '2025-07-01'),
      unit('commune', 'Xã', null),
    ])
    expect(history.levels).toMatchObject([{ kind: 'commune', type: 'Thị trấn' }])
  })

  it('tỉnh đã sáp nhập nêu nơi kế thừa; cơ quan không phải đơn vị hành chính', () => {
    const history = historyOfPlaces([
      unit('province', 'Tỉnh', '2025-07-01', { heir: 'Thành phố B' }),
      unit('province', 'Thành phố', null),
      unit('body', null, '2025-07-01'),
    ])
    expect(history).toEqual({
      levels: [],
      provinces: [{ name: 'Tỉnh A', until: '2025-07-01', act: 'văn bản 2025-07-01', heir: 'Thành phố B' }],
    })
  })
})
