/** Trang hồ sơ: hồ sơ bị gộp khi còn đang gửi biểu mẫu thì trang chỉ sang hồ sơ còn dùng. */
import { expect, it } from 'vitest'
import { systemActor } from '../../../kernel/actor.ts'
import { html, toText } from '../../../ui/html.ts'
import { profilePage } from './profile.ts'

it('hồ sơ đã gộp: nêu hồ sơ còn dùng', () => {
  const now = Temporal.Instant.from('2026-11-23T03:42:00Z')
  const seen = {
    actor: systemActor(),
    now,
    url: '/tri-thuc/TT-0000001',
    csrf: '',
    refusal: null,
    typed: {},
    opens: () => true,
  }
  const page = profilePage({ movedTo: '/tri-thuc/TT-0000002' }, seen)
  expect('body' in page ? toText(html`${page.body}`) : '').toContain('href="/tri-thuc/TT-0000002"')
})
