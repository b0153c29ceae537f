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
  {
    name: 'NGUYEN_KHI_ADDRESS',
    fallback: '',
    help: 'Địa chỉ công khai, ví dụ https://trithuc.example.vn, đứng trước liên kết trong lịch, tin, dữ liệu mở; bỏ trống thì lấy HOST và PORT',
  },
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
    name: 'NGUYEN_KHI_SMTP_URL',
    fallback: '',
    help: 'Máy chủ thư gửi nhắc hạn, ví dụ smtps://ten:matkhau@thu.example.vn:465; trống = không gửi thư; cần có NGUYEN_KHI_ADDRESS',
  },
  {
    name: 'NGUYEN_KHI_MAIL_FROM',
    fallback: '',
    help: 'Người gửi ghi trên thư, ví dụ "Nguyên Khí <nhac-viec@example.vn>"; bắt buộc khi có máy chủ thư',
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
  /** Where the pages are found from outside, without a slash at the end. Never what a request says of its host: anybody may write that. */
  readonly address: string
  readonly dataFolder: string
  readonly databaseUrl: string | null
  readonly key: string | null
  /** A pretended instant, for demo and tests only. */
  readonly pretendedNow: Temporal.Instant | null
  readonly demo: boolean
  readonly province: string
  readonly poolSize: number
  readonly apiPerMinute: number
  /** Null = no mails are sent. */
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
    address: addressOf(of('NGUYEN_KHI_ADDRESS') || `http://${hostInAddress(of('HOST'))}:${of('PORT')}`),
    dataFolder: path.resolve(of('NGUYEN_KHI_DATA')),
    databaseUrl,
    key: of('NGUYEN_KHI_KEY') || null,
    pretendedNow: now ? instantOf(now) : null,
    demo,
    province: of('NGUYEN_KHI_PROVINCE'),
    poolSize: wholeOf('NGUYEN_KHI_POOL', of('NGUYEN_KHI_POOL'), 1, 1000),
    apiPerMinute: wholeOf('NGUYEN_KHI_API_PER_MINUTE', of('NGUYEN_KHI_API_PER_MINUTE'), 1, 1_000_000),
    mail: mailOf(of('NGUYEN_KHI_SMTP_URL'), of('NGUYEN_KHI_MAIL_FROM'), of('NGUYEN_KHI_ADDRESS')),
    logLevel: of('NGUYEN_KHI_LOG'),
    behindProxy: of('NGUYEN_KHI_PROXY') === '1',
  }
}

const EVERYWHERE: ReadonlySet<string> = new Set(['0.0.0.0', '::'])

/** The name this machine is found under at home: where it listens everywhere, `localhost`; IPv6 in brackets. */
const hostInAddress = (host: string): string =>
  EVERYWHERE.has(host) ? 'localhost' : host.includes(':') ? `[${host}]` : host

function addressOf(text: string): string {
  const url = URL.parse(text)
  if (url !== null && /^https?:$/.test(url.protocol) && url.href === `${url.origin}/`) return url.origin
  throw new Error(
    `NGUYEN_KHI_ADDRESS phải là địa chỉ http hoặc https chỉ gồm tên máy và cổng, ví dụ https://trithuc.example.vn, đang đặt "${text}".`,
  )
}

/** The value of the server's address is never repeated: it may hold a password. */
function mailOf(url: string, from: string, address: string): MailSettings | null {
  if (url === '') return null
  if (!URL.canParse(url) || !/^smtps?:$/.test(new URL(url).protocol) || new URL(url).hostname === '')
    throw new Error('NGUYEN_KHI_SMTP_URL phải có dạng smtp://máy-chủ:cổng hoặc smtps://tên:mật-khẩu@máy-chủ:cổng.')
  if (!/^([^<>\r\n@]* )?<?[^\s<>@,;]+@[^\s<>@,;]+>?$/.test(from))
    throw new Error('NGUYEN_KHI_SMTP_URL cần NGUYEN_KHI_MAIL_FROM là người gửi, ví dụ "Nguyên Khí <nhac@example.vn>".')
  if (address === '')
    throw new Error('NGUYEN_KHI_SMTP_URL cần NGUYEN_KHI_ADDRESS: liên kết trong thư dẫn tới địa chỉ ấy.')
  return { url, from }
}

function wholeOf(name: string, text: string, low: number, high: number): number {
  const n = Number(text)
  if (Number.isInteger(n) && n >= low && n <= high) return n
  throw new Error(`${name} phải là số nguyên từ ${low} đến ${high}, đang đặt "${text}".`)
}

function instantOf(text: string): Temporal.Instant {
  try {
    return Temporal.Instant.from(text)
  } catch {
    throw new Error(`NGUYEN_KHI_NOW phải là thời điểm ISO, ví dụ 2026-12-04T10:00:00+07:00, đang đặt "${text}".`)
  }
}
