/**
 * Cấu hình: every setting of the process, read once from the environment (DESIGN.md §5). `nguyen-khi --help` prints this list.
 */
import path from 'node:path'

/** One documented setting. */
export type Setting = { readonly name: string; readonly fallback: string; readonly help: string }

/** Every setting, in the order help prints them. */
export const SETTINGS: readonly Setting[] = [
  { name: 'PORT', fallback: '8080', help: 'Cổng phục vụ trang web' },
  { name: 'HOST', fallback: '127.0.0.1', help: 'Địa chỉ lắng nghe' },
  { name: 'NGUYEN_KHI_DATA', fallback: './data', help: 'Thư mục dữ liệu (cơ sở dữ liệu kèm theo, khóa bí mật)' },
  { name: 'DATABASE_URL', fallback: '', help: 'Máy chủ PostgreSQL (từ bản 15) dùng thay cơ sở dữ liệu kèm theo' },
  { name: 'NGUYEN_KHI_KEY', fallback: '', help: 'Khóa bí mật (64 chữ số hệ 16); bắt buộc khi dùng DATABASE_URL' },
  { name: 'NGUYEN_KHI_NOW', fallback: '', help: 'Thời điểm giả định (ISO), chỉ cho dữ liệu mẫu và kiểm thử' },
  { name: 'NGUYEN_KHI_DEMO', fallback: '', help: '1 = cho phép dữ liệu mẫu và thời điểm giả định trên máy chủ' },
  { name: 'NGUYEN_KHI_PROVINCE', fallback: 'VN', help: 'Mã tỉnh ghi vào mỗi dòng dữ liệu' },
  { name: 'NGUYEN_KHI_POOL', fallback: '10', help: 'Số kết nối tới cơ sở dữ liệu của một tiến trình' },
  {
    name: 'NGUYEN_KHI_NAMED',
    fallback: '1',
    help: '0 = không đặt tên câu SQL (khi đứng sau PgBouncer trước bản 1.21)',
  },
  { name: 'NGUYEN_KHI_API_PER_MINUTE', fallback: '600', help: 'Số yêu cầu /api/v1 mỗi phút từ một địa chỉ' },
  {
    name: 'NGUYEN_KHI_ADDRESS',
    fallback: '',
    help: 'Địa chỉ công khai của hệ thống, ví dụ https://trithuc.tinh.gov.vn; dùng cho liên kết trong thư và lịch',
  },
  {
    name: 'NGUYEN_KHI_SMTP_URL',
    fallback: '',
    help: 'Máy chủ thư gửi nhắc hạn, ví dụ smtps://ten:matkhau@thu.tinh.gov.vn:465; trống = không gửi thư',
  },
  {
    name: 'NGUYEN_KHI_MAIL_FROM',
    fallback: '',
    help: 'Người gửi ghi trên thư, ví dụ "Nguyên Khí <nhac-viec@tinh.gov.vn>"; bắt buộc khi có máy chủ thư',
  },
  { name: 'NGUYEN_KHI_LOG', fallback: 'info', help: 'Mức nhật ký: trace, debug, info, warn, error, silent' },
  {
    name: 'NGUYEN_KHI_PROXY',
    fallback: '',
    help: '1 = đứng sau máy chủ trung gian HTTPS (cookie bảo mật, địa chỉ thật)',
  },
]

/** Máy chủ thư: `url` is `smtp://` or `smtps://` and may hold a password; `from` is the sender as readers see it. */
export type MailSettings = { readonly url: string; readonly from: string }

/** Cấu hình đã đọc. */
export type Config = {
  readonly port: number
  readonly host: string
  readonly dataFolder: string
  readonly databaseUrl: string | null
  readonly key: string | null
  /** A pretended instant, for demo and tests only. */
  readonly pretendedNow: Temporal.Instant | null
  readonly demo: boolean
  readonly province: string
  readonly poolSize: number
  readonly apiPerMinute: number
  /** Where people reach the system, without a slash at the end; null = unknown, then nothing links to it from outside. */
  readonly address: string | null
  readonly mail: MailSettings | null
  readonly logLevel: string
  readonly behindProxy: boolean
}

/** Reads the settings. Throws a Vietnamese sentence when one cannot be read or two contradict each other. */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const of = (name: string): string => {
    const setting = SETTINGS.find((s) => s.name === name)
    return env[name]?.trim() || (setting?.fallback ?? '')
  }
  const databaseUrl = of('DATABASE_URL') || null
  const demo = of('NGUYEN_KHI_DEMO') === '1'
  const now = of('NGUYEN_KHI_NOW')
  if (now && databaseUrl && !demo) {
    throw new Error(
      'NGUYEN_KHI_NOW không dùng được với DATABASE_URL. Bỏ NGUYEN_KHI_NOW, hoặc đặt NGUYEN_KHI_DEMO=1 nếu đó là máy chủ thử.',
    )
  }
  return {
    port: wholeOf('PORT', of('PORT'), 0, 65_535),
    host: of('HOST'),
    dataFolder: path.resolve(of('NGUYEN_KHI_DATA')),
    databaseUrl,
    key: of('NGUYEN_KHI_KEY') || null,
    pretendedNow: now ? instantOf(now) : null,
    demo,
    province: of('NGUYEN_KHI_PROVINCE'),
    poolSize: wholeOf('NGUYEN_KHI_POOL', of('NGUYEN_KHI_POOL'), 1, 1000),
    apiPerMinute: wholeOf('NGUYEN_KHI_API_PER_MINUTE', of('NGUYEN_KHI_API_PER_MINUTE'), 1, 1_000_000),
    address: of('NGUYEN_KHI_ADDRESS') ? addressOf(of('NGUYEN_KHI_ADDRESS')) : null,
    mail: mailOf(of('NGUYEN_KHI_SMTP_URL'), of('NGUYEN_KHI_MAIL_FROM')),
    logLevel: of('NGUYEN_KHI_LOG'),
    behindProxy: of('NGUYEN_KHI_PROXY') === '1',
  }
}

function wholeOf(name: string, text: string, low: number, high: number): number {
  const n = Number(text)
  if (Number.isInteger(n) && n >= low && n <= high) return n
  throw new Error(`${name} phải là số nguyên từ ${low} đến ${high}, đang đặt "${text}".`)
}

function addressOf(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null
  if (url === null || !/^https?:$/.test(url.protocol) || url.search !== '' || url.hash !== '' || url.username !== '')
    throw new Error(`NGUYEN_KHI_ADDRESS phải là địa chỉ https://…, đang đặt "${text}".`)
  return url.href.replace(/\/+$/, '')
}

/** The value of the server's address is never repeated: it may hold a password. */
function mailOf(url: string, from: string): MailSettings | null {
  if (url === '') return null
  if (!URL.canParse(url) || !/^smtps?:$/.test(new URL(url).protocol) || new URL(url).hostname === '')
    throw new Error('NGUYEN_KHI_SMTP_URL phải có dạng smtp://máy-chủ:cổng hoặc smtps://tên:mật-khẩu@máy-chủ:cổng.')
  if (!/^([^<>\r\n@]* )?<?[^\s<>@,;]+@[^\s<>@,;]+>?$/.test(from))
    throw new Error(
      'NGUYEN_KHI_SMTP_URL cần NGUYEN_KHI_MAIL_FROM là người gửi, ví dụ "Nguyên Khí <nhac-viec@tinh.gov.vn>".',
    )
  return { url, from }
}

function instantOf(text: string): Temporal.Instant {
  try {
    return Temporal.Instant.from(text)
  } catch {
    throw new Error(`NGUYEN_KHI_NOW phải là thời điểm ISO, ví dụ 2026-12-04T10:00:00+07:00, đang đặt "${text}".`)
  }
}
