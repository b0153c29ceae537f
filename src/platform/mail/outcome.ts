/** Kết quả gửi một thư: what a mail server answered, and whether trying again makes sense. */

/**
 * `sent` · `refused` = never for this reader · `later` = this message once more, later · `away` = the server is not to be reached or
 * does not let us in: no message has a chance now.
 */
export type Outcome = { readonly kind: 'sent' } | { readonly kind: 'refused' | 'later' | 'away'; readonly why: string }

type SmtpTrouble = { readonly code?: unknown; readonly responseCode?: unknown; readonly command?: unknown }

const REFUSED = 'Máy chủ thư không nhận địa chỉ hoặc nội dung này'
const LATER = 'Máy chủ thư chưa nhận lúc này'
const AWAY = 'Chưa nối được máy chủ thư'

/** Verbs of the conversation (RFC 5321) in which an answer is about this reader or this message, not about us. */
const ABOUT_MESSAGE = /^(RCPT TO|DATA)$/i

/** Reads what the library threw. The answer's number is kept, its text is not: servers repeat addresses in it. */
export function outcomeOf(error: unknown): Exclude<Outcome, { kind: 'sent' }> {
  const { code, responseCode, command } = (typeof error === 'object' && error !== null ? error : {}) as SmtpTrouble
  const number = typeof responseCode === 'number' ? responseCode : null
  const said = (words: string): string =>
    number === null ? `${words}${typeof code === 'string' ? ` (${code})` : ''}.` : `${words} (trả lời ${number}).`
  const aboutMessage = code === 'EENVELOPE' || code === 'EMESSAGE' || ABOUT_MESSAGE.test(String(command ?? ''))
  if (code === 'EAUTH' || number === 421 || !aboutMessage) return { kind: 'away', why: said(AWAY) }
  if (number !== null && number >= 400 && number < 500) return { kind: 'later', why: said(LATER) }
  // A sender the server does not know is our setting, not the reader's address.
  if (/^MAIL FROM$/i.test(String(command ?? ''))) return { kind: 'away', why: said(AWAY) }
  return number === null && code !== 'EENVELOPE'
    ? { kind: 'away', why: said(AWAY) }
    : { kind: 'refused', why: said(REFUSED) }
}
