/** Thiết đặt và đồng hồ: defaults, contradictions, and the pretended clock that keeps running. */
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { describe, expect, it, test } from 'vitest'
import { clockFrom } from './clock.ts'
import { readConfig, SETTINGS } from './config.ts'

describe('Thiết đặt', () => {
  it('không đặt gì thì có giá trị mặc định', () => {
    expect(readConfig({})).toEqual({
      apiPerMinute: 600,
      mail: null,
      port: 8080,
      host: '127.0.0.1',
      address: 'http://127.0.0.1:8080',
      dataFolder: path.resolve('./data'),
      databaseUrl: null,
      key: null,
      pretendedNow: null,
      demo: false,
      province: 'VN',
      poolSize: 10,
      logLevel: 'info',
      behindProxy: false,
    })
  })

  it('khoảng trắng và giá trị rỗng như không đặt', () => {
    expect(readConfig({ PORT: ' ', HOST: '', DATABASE_URL: ' ' })).toMatchObject({ port: 8080, databaseUrl: null })
    expect(readConfig({ PORT: ' 9000 ' }).port).toBe(9000)
  })

  test.each([
    ['đặt', { NGUYEN_KHI_ADDRESS: 'https://trithuc.example.vn/' }, 'https://trithuc.example.vn'],
    ['không đặt', { HOST: '10.0.0.7', PORT: '9000' }, 'http://10.0.0.7:9000'],
    ['nghe mọi địa chỉ', { HOST: '0.0.0.0' }, 'http://localhost:8080'],
    ['nghe IPv6', { HOST: '::1' }, 'http://[::1]:8080'],
  ])('địa chỉ công khai khi %s', (_, env, address) => expect(readConfig(env).address).toBe(address))

  test.each([
    ['địa chỉ công khai không phải địa chỉ', { NGUYEN_KHI_ADDRESS: 'trithuc' }],
    ['địa chỉ công khai có đường dẫn', { NGUYEN_KHI_ADDRESS: 'https://example.vn/tri-thuc' }],
    ['địa chỉ công khai không phải trang web', { NGUYEN_KHI_ADDRESS: 'ftp://example.vn' }],
    [
      'thời điểm giả định trên máy chủ thật',
      { NGUYEN_KHI_NOW: '2026-12-04T10:00:00+07:00', DATABASE_URL: 'postgresql://x/y' },
    ],
    ['thời điểm không đọc được', { NGUYEN_KHI_NOW: 'hôm qua' }],
    ['cổng không phải số', { PORT: 'tám nghìn' }],
    ['cổng ngoài khoảng', { PORT: '70000' }],
    ['số kết nối bằng không', { NGUYEN_KHI_POOL: '0' }],
    ['máy chủ thư không phải SMTP', { NGUYEN_KHI_SMTP_URL: 'https://c.vn', NGUYEN_KHI_MAIL_FROM: 'a@b.vn' }],
    ['máy chủ thư mà không có người gửi', { NGUYEN_KHI_SMTP_URL: 'smtp://c.vn' }],
    [
      'máy chủ thư mà không có địa chỉ công khai',
      { NGUYEN_KHI_SMTP_URL: 'smtp://c.vn', NGUYEN_KHI_MAIL_FROM: 'a@b.vn' },
    ],
    [
      'người gửi kèm dòng lạ',
      { NGUYEN_KHI_SMTP_URL: 'smtp://c.vn', NGUYEN_KHI_MAIL_FROM: 'A <a@b.vn>\r\nBcc: <x@y.vn>' },
    ],
  ])('%s: dừng và nêu tên thiết đặt', (_, env) => {
    expect(() => readConfig(env)).toThrow(Object.keys(env)[0])
  })

  it('máy chủ thử được phép giả định thời điểm', () => {
    const env = { NGUYEN_KHI_NOW: '2026-12-04T10:00:00+07:00', DATABASE_URL: 'postgresql://x/y', NGUYEN_KHI_DEMO: '1' }
    expect(readConfig(env).pretendedNow?.toString()).toBe('2026-12-04T03:00:00Z')
  })

  it('máy chủ thư và người gửi; mật khẩu không hiện trong câu báo', () => {
    const mail = { NGUYEN_KHI_SMTP_URL: 'smtps://u:p@thu.vn:465', NGUYEN_KHI_MAIL_FROM: 'Nguyên Khí <nhac@thu.vn>' }
    expect(readConfig({ ...mail, NGUYEN_KHI_ADDRESS: 'https://nk.tinh.vn/' }).mail).toEqual({
      url: 'smtps://u:p@thu.vn:465',
      from: 'Nguyên Khí <nhac@thu.vn>',
    })
    expect(() => readConfig({ NGUYEN_KHI_SMTP_URL: 'smtp:u:matkhau' })).toThrow(/^(?!.*matkhau)/)
  })

  it('mỗi thiết đặt có tên riêng và lời giải thích', () => {
    expect(new Set(SETTINGS.map((s) => s.name)).size).toBe(SETTINGS.length)
    expect(SETTINGS.filter((s) => s.help === '')).toEqual([])
  })
})

describe('Đồng hồ', () => {
  it('thời điểm giả định bắt đầu ở đó rồi chạy tiếp', async () => {
    const start = Temporal.Instant.from('2026-12-04T03:00:00Z')
    const clock = clockFrom(start)
    const first = clock()
    await delay(15)
    expect(first.since(start).total('seconds')).toBeLessThan(5)
    expect(Temporal.Instant.compare(clock(), first)).toBe(1)
  })

  it('không giả định thì là giờ thật', () => {
    expect(Math.abs(clockFrom(null)().epochMilliseconds - Date.now())).toBeLessThan(5000)
  })
})
