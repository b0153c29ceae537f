/**
 * Gửi một tin: one POST, signed, to an address that was looked at after its name was resolved. Nothing is followed elsewhere,
 * nothing of the answer but its status is read.
 */
import { createHmac } from 'node:crypto'
import dns from 'node:dns/promises'
import http from 'node:http'
import https from 'node:https'
import { isInside, signedText, targetOf } from './rules/webhook.ts'
import type { Due } from './store.ts'

/** Kết quả một lần gửi. */
export type Tried = { readonly ok: boolean; readonly status: number | null; readonly trouble: string }

const PATIENCE_MS = 5000

/** The signature a receiver makes again from what it got: `v1,` and HMAC-SHA256 in base64. */
export const signatureOf = (secret: string, text: string): string =>
  `v1,${createHmac('sha256', secret).update(text).digest('base64')}`

/** Sends a delivery once; taken = the receiver answered 2xx. */
export async function sendNews(due: Due, now: Temporal.Instant): Promise<Tried> {
  const target = targetOf(due.url, due.inside)
  if (!target.ok) return { ok: false, status: null, trouble: target.message }
  const address = await addressOf(target.value.hostname, due.inside)
  return typeof address === 'string'
    ? { ok: false, status: null, trouble: address }
    : post(target.value, address, { due, now })
}

type Address = { readonly address: string; readonly family: number }

/** Where a name leads now; a sentence when it leads nowhere, or inside. */
async function addressOf(hostname: string, inside: boolean): Promise<Address | string> {
  const host = hostname.replace(/^\[|\]$/g, '')
  const found = await dns.lookup(host, { all: true }).catch(() => [])
  const first = found[0]
  if (!first) return `Không tìm được máy chủ ${host}`
  return !inside && found.some((f) => isInside(f.address))
    ? `Máy chủ ${host} nằm trong mạng nội bộ, không được phép`
    : first
}

function post(url: URL, address: Address, { due, now }: { due: Due; now: Temporal.Instant }): Promise<Tried> {
  const failed = (trouble: string): Tried => ({ ok: false, status: null, trouble })
  return new Promise((resolve) => {
    const request = (url.protocol === 'http:' ? http : https).request(
      url,
      {
        method: 'POST',
        headers: {
          'content-type': 'application/json; charset=utf-8',
          'content-length': Buffer.byteLength(due.body),
          'user-agent': 'nguyen-khi',
          'webhook-id': due.id,
          'webhook-timestamp': String(Math.floor(now.epochMilliseconds / 1000)),
          'webhook-signature': signatureOf(due.secret, signedText(due.id, now, due.body)),
        },
        // The address that was looked at is the one that is called: a name may lead elsewhere a moment later.
        lookup: (_host, options, answer) =>
          options.all ? answer(null, [address]) : answer(null, address.address, address.family),
        signal: AbortSignal.timeout(PATIENCE_MS),
        agent: false,
      },
      (response) => {
        const status = response.statusCode ?? 0
        response.destroy()
        const ok = status >= 200 && status < 300
        resolve({ ok, status, trouble: ok ? '' : `Nơi nhận trả lời ${status}` })
      },
    )
    request.on('error', (error) =>
      resolve(
        failed(
          error.name === 'TimeoutError' || error.name === 'AbortError'
            ? 'Nơi nhận không trả lời trong 5 giây'
            : 'Không nối được với nơi nhận',
        ),
      ),
    )
    request.end(due.body)
  })
}
