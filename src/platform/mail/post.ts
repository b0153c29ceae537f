/** Bưu điện: the mail server of the settings. One connection for a run, one message after the other. */
import { setTimeout as delay } from 'node:timers/promises'
import nodemailer from 'nodemailer'
import type { MailSettings } from '../config.ts'
import { type Letter, messageIdOf } from './letter.ts'
import { type Outcome, outcomeOf } from './outcome.ts'

/** An open line to the server; nothing is connected before the first message. */
export type Line = {
  /** Hands one message over. Never throws; answers within `SEND_MS`. */
  readonly send: (letter: Letter) => Promise<Outcome>
  readonly close: () => void
}

/** Máy chủ thư đã đặt. */
export type Post = { readonly open: () => Line }

const CONNECT_MS = 8_000
const SILENCE_MS = 20_000
/** Nothing of a message may take longer, however slowly a server drips: jobs wait behind it. */
const SEND_MS = 45_000

const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|\[?::1\]?)$/

/** The post of the settings, or null when there is none. */
export function postOf(settings: MailSettings | null): Post | null {
  if (settings === null) return null
  const { url, from } = settings
  const { hostname, username } = new URL(url)
  const domain = from.slice(from.lastIndexOf('@') + 1).replace(/>$/, '')
  // A password is not said over an open line to another machine.
  const guarded = username !== '' && !LOOPBACK.test(hostname)
  return {
    open: () => {
      const transport = nodemailer.createTransport(
        {
          url,
          pool: true,
          maxConnections: 1,
          connectionTimeout: CONNECT_MS,
          greetingTimeout: CONNECT_MS,
          socketTimeout: SILENCE_MS,
          disableFileAccess: true,
          disableUrlAccess: true,
          ...(guarded ? { requireTLS: true } : {}),
        },
        { from },
      )
      const hand = async (letter: Letter): Promise<Outcome> => {
        try {
          await transport.sendMail({
            to: letter.to,
            subject: letter.subject,
            text: letter.text,
            messageId: messageIdOf(letter.key, domain),
            // Answering machines do not answer one another (RFC 3834).
            headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
          })
          return { kind: 'sent' }
        } catch (error) {
          return outcomeOf(error)
        }
      }
      const tooLong = async (stop: AbortSignal): Promise<Outcome> => {
        await delay(SEND_MS, undefined, { signal: stop, ref: false })
        return { kind: 'away', why: 'Máy chủ thư trả lời quá chậm.' }
      }
      return {
        send: async (letter) => {
          const stop = new AbortController()
          const late = tooLong(stop.signal).catch((): Outcome => ({ kind: 'away', why: '' }))
          const outcome = await Promise.race([hand(letter), late])
          stop.abort()
          return outcome
        },
        close: () => transport.close(),
      }
    },
  }
}
