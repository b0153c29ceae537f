/** Người dùng khi đo: a browser's cookies, compressed answers, and several requests at once over kept connections. */
import { Agent, type IncomingHttpHeaders, request } from 'node:http'
import { gunzipSync } from 'node:zlib'

/** What came back. `bytes` is the body as it travelled. */
export type Answer = {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly bytes: number
  readonly text: string
  /** From sending to the last byte, milliseconds. */
  readonly ms: number
}

/** Fields of a form; as pairs where a name comes more than once. */
export type Fields = Readonly<Record<string, string>> | URLSearchParams

/** Somebody with a browser. */
export type Client = {
  readonly get: (path: string) => Promise<Answer>
  readonly post: (path: string, fields: Fields, accept?: string) => Promise<Answer>
  readonly send: (path: string, fields: Readonly<Record<string, string>>, file: SentFile) => Promise<Answer>
}

/** Tệp gửi kèm biểu mẫu, under the name of its field. */
export type SentFile = { readonly field: string; readonly name: string; readonly bytes: Uint8Array }

const agent = new Agent({ keepAlive: true, maxSockets: 256 })

/** Ends the kept connections. */
export const hangUp = (): void => agent.destroy()

/** What a browser begins with. */
export type Begun = { readonly cookies?: Readonly<Record<string, string>> }

/** A browser at `base`, or at one base after another; without cookies when none are given. */
export function newClient(base: string | (() => string), begun: Begun = {}): Client {
  const jar = new Map(Object.entries(begun.cookies ?? {}))
  const baseNow = typeof base === 'string' ? () => base : base
  const send = (
    method: string,
    path: string,
    body: string | Uint8Array | null,
    { type = FORM, accept = 'text/html' } = {},
  ): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const began = performance.now()
      const sent = request(new URL(path, baseNow()), {
        agent,
        method,
        headers: {
          'accept-encoding': 'gzip',
          accept,
          cookie: [...jar].map(([k, v]) => `${k}=${v}`).join('; '),
          ...(body === null ? {} : { 'content-type': type }),
        },
      })
      sent.on('error', reject).on('response', (answer) => {
        const parts: Buffer[] = []
        answer
          .on('data', (part: Buffer) => parts.push(part))
          .on('error', reject)
          .on('end', () => {
            const ms = performance.now() - began
            for (const line of answer.headers['set-cookie'] ?? []) keepCookie(jar, line)
            const packed = Buffer.concat(parts)
            const zipped = answer.headers['content-encoding'] === 'gzip'
            resolve({
              status: answer.statusCode ?? 0,
              headers: answer.headers,
              bytes: packed.length,
              // Unpacked only for who reads it: hundreds of readers on the machine that is measured cost little themselves.
              get text() {
                return zipped && packed.length > 0 ? gunzipSync(packed).toString() : packed.toString()
              },
              ms,
            })
          })
      })
      sent.end(body ?? undefined)
    })
  return {
    get: (path) => send('GET', path, null),
    post: (path, fields, accept) =>
      send('POST', path, new URLSearchParams(fields).toString(), accept === undefined ? {} : { accept }),
    send: (path, fields, file) =>
      send('POST', path, parts(fields, file), { type: `multipart/form-data; boundary=${BOUNDARY}` }),
  }
}

const FORM = 'application/x-www-form-urlencoded'
const BOUNDARY = 'ranh-gioi-cua-bieu-mau'

function parts(fields: Readonly<Record<string, string>>, file: SentFile): Uint8Array {
  const head = (name: string, more = '') =>
    `--${BOUNDARY}\r\ncontent-disposition: form-data; name="${name}"${more}\r\n\r\n`
  const texts = Object.entries(fields).map(([name, value]) => `${head(name)}${value}\r\n`)
  const before = `${texts.join('')}${head(file.field, `; filename="${file.name}"`)}`
  return Buffer.concat([Buffer.from(before), file.bytes, Buffer.from(`\r\n--${BOUNDARY}--\r\n`)])
}

function keepCookie(jar: Map<string, string>, line: string): void {
  const [pair = ''] = line.split(';')
  const at = pair.indexOf('=')
  const value = pair.slice(at + 1)
  if (value === '') jar.delete(pair.slice(0, at))
  else jar.set(pair.slice(0, at), value)
}

/** A sample person: signs in through the first page, found by what the page says of him. */
export async function enterAs(base: string, who: RegExp): Promise<Client> {
  const client = newClient(base)
  const { text } = await client.get('/')
  const csrf = /name="_csrf" value="([^"]+)"/.exec(text)?.[1] ?? ''
  const people = [...text.matchAll(/<button class="person" name="account" value="([^"]+)">(.*?)<\/button>/gs)]
  const found = people.find(([, , said = '']) => who.test(said.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')))
  const entered = await client.post('/dang-nhap/mau', { _csrf: csrf, account: found?.[1] ?? '' })
  if (entered.status !== 303) throw new Error(`nobody like ${who} could enter: ${entered.status}`)
  return client
}

/** Sends `count` requests, never more than `atOnce` at a time; the answers in the order they were sent. */
export async function load(count: number, atOnce: number, send: () => Promise<Answer>): Promise<Answer[]> {
  const answers: Answer[] = []
  let next = 0
  const worker = async () => {
    while (next < count) {
      const mine = next++
      answers[mine] = await send()
    }
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
  return answers
}
