/** Thư điện tử: one message to one reader, and the name by which a mail system knows that it has it already. */
import { createHash } from 'node:crypto'

/** One message. Plain text only: it is read the same everywhere, and nothing in it is fetched from anywhere. */
export type Letter = {
  readonly to: string
  readonly subject: string
  readonly text: string
  /** What it is about, stable over tries: `digest:<account>:2026-12-04`. The same key is the same message. */
  readonly key: string
}

/** `Message-ID` of a key: a second copy after a cut connection bears the same, and mail systems drop it. `domain` is the sender's. */
export const messageIdOf = (key: string, domain: string): string =>
  `<${createHash('sha256').update(key).digest('hex').slice(0, 40)}@${domain}>`

/** Whether a text is one plain address, `ten@co-quan.gov.vn`, and nothing besides: no second address, no header. */
export const isAddress = (text: string): boolean =>
  text.length <= 254 && /^[^\s@<>,;:"()[\]\\]{1,64}@([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)*[a-z0-9-]{2,}$/i.test(text)
