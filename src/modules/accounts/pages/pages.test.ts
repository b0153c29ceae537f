import { describe, expect, it } from 'vitest'
import { ANONYMOUS } from '../../../kernel/actor.ts'
import { refuse } from '../../../kernel/result.ts'
import type { Drawn, Seen } from '../../../platform/http/route.ts'
import { SIGN_IN_REFUSED } from '../words.ts'
import { type EntryView, entryPage } from './entry.ts'
import { newAccountPage } from './new-account.ts'
import { type OwnAccountView, ownAccountPage } from './own-account.ts'
import { rightsPreview } from './rights-preview.ts'

const NOW = Temporal.Instant.from('2026-11-23T03:42:00Z')
const seen: Seen = { actor: ANONYMOUS, now: NOW, url: '/', csrf: 'x', refusal: null, typed: {}, opens: () => true }
const text = (d: Drawn): string => String(typeof d === 'object' && 'body' in d ? d.body : d)

const person = (id: string, role: 'co-quan' | 'thu-truong', name = 'Lê Thị Lan') => ({
  id,
  name,
  post: 'Chuyên viên',
  unit: 'Sở Y tế',
  role,
})
const view = (more: Partial<EntryView> = {}): EntryView => ({
  empty: false,
  demo: true,
  people: [],
  tiep: null,
  ...more,
})

describe('Trang vào hệ thống', () => {
  it('người giữ hai vai trò chỉ đứng một lần, mỗi người một nút', () => {
    const page = text(
      entryPage(
        view({ people: [person('1', 'thu-truong'), person('1', 'co-quan'), person('2', 'thu-truong', 'Bùi Sơn')] }),
        seen,
      ),
    )
    expect(page.match(/name="account"/g)).toHaveLength(2)
    expect(page).toContain('Dữ liệu mẫu')
  })

  it('nhiều người thì số còn lại nằm trong phần mở thêm', () => {
    const people = Array.from({ length: 9 }, (_, i) => person(String(i), 'co-quan'))
    expect(text(entryPage(view({ people }), seen))).toContain('Xem thêm 4 người')
  })

  it('hệ thống thật chỉ có biểu mẫu; trang được hỏi đi theo', () => {
    const page = text(entryPage(view({ demo: false, tiep: '/viec?a=1&b=2' }), seen))
    expect(page).not.toContain('name="account"')
    expect(page).toContain('name="tiep" value="/viec?a=1&amp;b=2"')
  })

  it('sau khi bị từ chối, tên đăng nhập còn, mật khẩu không bao giờ hiện lại', () => {
    const refusal = refuse('invalid', 'x', SIGN_IN_REFUSED)
    const page = text(
      entryPage(view({ demo: false }), { ...seen, refusal, typed: { username: 'lan.snv', password: 'bí mật' } }),
    )
    expect(page).toContain('value="lan.snv"')
    expect(page).not.toContain('bí mật')
  })
})

const own = (more: Partial<OwnAccountView>): OwnAccountView => ({
  id: '1',
  username: 'lan.snv',
  name: 'Lê Thị Lan',
  post: '',
  phone: '',
  email: '',
  unit: null,
  sample: false,
  mustChange: false,
  secondStep: false,
  codesLeft: 0,
  roles: [],
  sessions: [],
  ...more,
})

describe('Tài khoản của tôi', () => {
  const role = { role: 'so-noi-vu', over: 'Sở Nội vụ', valid: { from: '2026-01-01', to: null }, sleeps: 'second-step' }
  it('vai trò chờ xác thực hai bước: nói lý do và chỉ đường', () => {
    const page = text(ownAccountPage(own({ roles: [role] as unknown as OwnAccountView['roles'] }), seen))
    expect(page).toContain('bắt buộc xác thực hai bước')
    expect(page).toContain('href="/toi/xac-thuc"')
  })

  it('mật khẩu cấp một lần: đổi mật khẩu trước', () => {
    expect(text(ownAccountPage(own({ mustChange: true }), seen))).toContain('href="/toi/mat-khau"')
  })

  it('chưa có vai trò thì nói hỏi ai', () => {
    expect(text(ownAccountPage(own({}), seen))).toContain('Liên hệ quản trị hệ thống của cơ quan')
  })
})

it('xem trước quyền nêu phạm vi, sẽ thấy và không thấy', () => {
  const words = String(rightsPreview('co-quan', 'Sở Y tế'))
  for (const part of ['Phạm vi: Sở Y tế và đơn vị trực thuộc', 'Sẽ thấy', 'Không thấy', 'Báo cáo của cơ quan khác']) {
    expect(words).toContain(part)
  }
})

it('biểu mẫu thêm tài khoản giữ lại mọi điều đã gõ', () => {
  const typed = {
    name: 'Ngô Thị Hạnh',
    username: 'hanh',
    post: 'Văn thư',
    phone: '0220',
    email: 'h@x.vn',
    act: 'QĐ 12',
    from: '1/1/2026',
  }
  const page = text(newAccountPage({ units: [], password: 'ba-be-bi' }, { ...seen, typed }))
  for (const value of Object.values(typed)) expect(page).toContain(`value="${value}"`)
})
