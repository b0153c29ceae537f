/** Báo tin: what is sent, how it is signed, when it is tried again, which addresses are refused. */
import { accept, type Decision, refuse } from '../../../kernel/result.ts'

/** Minutes to wait after each try that failed; after the last one the news is given up. */
const WAITS = [1, 5, 30, 120, 360, 720, 1440] as const

/** When to try again after `tries` tries, or null when it is over. */
export function nextTry(tries: number, now: Temporal.Instant): Temporal.Instant | null {
  const minutes = WAITS[tries - 1]
  return minutes === undefined ? null : now.add({ minutes })
}

/** What the receiver signs again to know that it is from here: id, seconds and body, with dots between. */
export const signedText = (id: string, at: Temporal.Instant, body: string): string =>
  `${id}.${Math.floor(at.epochMilliseconds / 1000)}.${body}`

/** Dòng sổ cái, as much of it as leaves. */
export type NewsLine = {
  readonly seq: number
  readonly at: Temporal.Instant
  readonly kind: string
  readonly subject: string
  readonly data: Readonly<Record<string, unknown>>
}

const TOLD = ['year', 'code', 'number', 'late'] as const

/** The body of a delivery: what happened to what, and where to read more; no names and no words of anybody. */
export const bodyOf = (line: NewsLine, unit: string | null): string =>
  JSON.stringify({
    seq: line.seq,
    kind: line.kind,
    at: line.at.toString(),
    subject: line.subject,
    unit,
    ...Object.fromEntries(TOLD.flatMap((k) => (plain(line.data[k]) ? [[k, line.data[k]]] : []))),
  })

const plain = (v: unknown): boolean => ['string', 'number', 'boolean'].includes(typeof v)

/** The address of a receiver: https, or http where it may lie inside; no user names, no other kinds. */
export function targetOf(text: string, inside: boolean): Decision<URL> {
  const url = URL.parse(text)
  const kinds = inside ? ['https:', 'http:'] : ['https:']
  if (!url || !kinds.includes(url.protocol) || url.username !== '' || url.password !== '')
    return refuse('invalid', 'webhook.address', ADDRESS)
  const host = url.hostname.replace(/^\[|\]$/g, '')
  if (!inside && (isInside(host) || /^localhost$|\.(localhost|local|internal|lan)$/i.test(host)))
    return refuse('invalid', 'webhook.inside', INSIDE)
  return accept(url)
}

const ADDRESS = 'Nhập địa chỉ bắt đầu bằng https://, ví dụ https://truc.example.vn/tin'
const INSIDE = 'Địa chỉ nằm trong mạng nội bộ. Chọn «Cho phép địa chỉ trong mạng nội bộ» nếu đúng là nơi nhận.'

/** Whether an IP address is of this machine, of a private network, or of no use outside. Names are none of these. */
export function isInside(address: string): boolean {
  const four = /^(?:::ffff:)?(\d+)\.(\d+)\.(\d+)\.(\d+)$/i.exec(address)
  if (four) return insideFour(Number(four[1]), Number(four[2]), Number(four[3]))
  const mapped = /^::ffff:([0-9a-f]{1,4}):([0-9a-f]{1,4})$/i.exec(address)
  if (mapped) {
    const [high, low] = [Number.parseInt(mapped[1] ?? '', 16), Number.parseInt(mapped[2] ?? '', 16)]
    return insideFour(high >> 8, high & 255, low >> 8)
  }
  if (!address.includes(':')) return false
  // Outside are the global unicast addresses only, without those that carry an address of the old kind or are for examples.
  return !/^[23]/.test(address) || /^2001:(0?db8|0{0,4}):/i.test(address) || /^2002:/i.test(address)
}

function insideFour(a: number, b: number, c: number): boolean {
  if ([0, 10, 127].includes(a) || a >= 224) return true
  if (a === 100) return b >= 64 && b <= 127
  if (a === 169) return b === 254
  if (a === 172) return b >= 16 && b <= 31
  if (a === 198) return b === 18 || b === 19 || (b === 51 && c === 100)
  if (a === 203) return b === 0 && c === 113
  return a === 192 && (b === 168 || (b === 0 && (c === 0 || c === 2)))
}
