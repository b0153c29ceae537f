/** Máy chủ thư thử: a real SMTP server on the loopback that keeps what it is handed, and can be told to misbehave. */
import { SMTPServer } from 'smtp-server'

/** A message as it came over the line. */
export type Received = {
  readonly to: string
  readonly id: string
  readonly subject: string
  readonly text: string
  readonly raw: string
}

/** How the server behaves from now on: null = takes everything. */
export type Trouble = { readonly at: 'recipient' | 'content' | 'connection'; readonly number: number } | null

/** A running server. */
export type TestPost = {
  readonly url: string
  readonly received: Received[]
  trouble: Trouble
  /** Called when a message has been taken and before the answer goes out. */
  taken: (() => Promise<void>) | null
  readonly stop: () => Promise<void>
}

const headerOf = (raw: string, name: string): string =>
  new RegExp(`^${name}: ((?:.|\\r\\n[ \\t])*)`, 'im')
    .exec(raw)?.[1]
    ?.replace(/\r\n[ \t]/g, ' ')
    .trim() ?? ''

/** Words of a header as people read them (RFC 2047). */
const worded = (header: string): string =>
  header
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/(=\?utf-8\?[qb]\?[^?]*\?=)+/gi, (run) =>
      Buffer.concat(
        [...run.matchAll(/=\?utf-8\?([qb])\?([^?]*)\?=/gi)].map(([, how, body = '']) =>
          how?.toLowerCase() === 'b' ? Buffer.from(body, 'base64') : fromQuoted(body.replaceAll('_', ' ')),
        ),
      ).toString('utf8'),
    )

const fromQuoted = (text: string): Buffer =>
  Buffer.from(
    text.replace(/=\r\n/g, '').replace(/=([0-9a-f]{2})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  )

function read(to: string, raw: string): Received {
  const body = raw.slice(raw.indexOf('\r\n\r\n') + 4)
  const how = headerOf(raw, 'Content-Transfer-Encoding')
  const text =
    how === 'base64' ? Buffer.from(body, 'base64') : how === 'quoted-printable' ? fromQuoted(body) : Buffer.from(body)
  return {
    to,
    raw,
    id: headerOf(raw, 'Message-ID'),
    subject: worded(headerOf(raw, 'Subject')),
    text: text.toString('utf8'),
  }
}

const said = (number: number): Error => Object.assign(new Error('no'), { responseCode: number })

/** Starts a server on a free port. */
export async function startTestPost(): Promise<TestPost> {
  const received: Received[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    disableReverseLookup: true,
    closeTimeout: 200,
    onConnect: (_, answer) => answer(post.trouble?.at === 'connection' ? said(post.trouble.number) : null),
    onRcptTo: (_address, _session, answer) =>
      answer(post.trouble?.at === 'recipient' ? said(post.trouble.number) : null),
    onData: (stream, session, answer) => {
      const pieces: Buffer[] = []
      stream.on('data', (piece: Buffer) => pieces.push(piece))
      stream.on('end', () => {
        if (post.trouble?.at === 'content') return answer(said(post.trouble.number))
        received.push(read(session.envelope.rcptTo[0]?.address ?? '', Buffer.concat(pieces).toString('utf8')))
        const before = post.taken?.() ?? Promise.resolve()
        before.then(
          () => answer(null),
          () => answer(said(451)),
        )
      })
    },
  })
  server.on('error', () => undefined)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  const place = server.server.address()
  const port = typeof place === 'object' && place !== null ? place.port : 0
  const post: TestPost = {
    url: `smtp://127.0.0.1:${port}`,
    received,
    trouble: null,
    taken: null,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  }
  return post
}
