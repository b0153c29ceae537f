/** Byte ngẫu nhiên: drawn by the thousand and handed out in pieces; asking the machine for a few at a time costs more than using them. */
import { randomBytes } from 'node:crypto'

const AT_ONCE = 8192
const digits = { text: '', at: 0 }
const store = { bytes: Buffer.alloc(0), at: 0 }

/** `count` random hexadecimal digits that nobody else gets. */
export function drawHex(count: number): string {
  if (digits.at + count > digits.text.length)
    Object.assign(digits, { text: randomBytes(Math.max(AT_ONCE, count)).toString('hex'), at: 0 })
  const drawn = digits.text.slice(digits.at, digits.at + count)
  digits.at += count
  return drawn
}

/** `count` random bytes that nobody else gets. */
export function drawBytes(count: number): Buffer {
  if (store.at + count > store.bytes.length)
    Object.assign(store, { bytes: randomBytes(Math.max(AT_ONCE, count)), at: 0 })
  const drawn = store.bytes.subarray(store.at, store.at + count)
  store.at += count
  return drawn
}
