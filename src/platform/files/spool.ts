/**
 * Tệp đang tới: a large upload goes to the disk while it comes, so that memory does not grow with it. The file has no name there
 * and is sealed with a key that only this process knows: whatever stops the process, nothing readable is left behind.
 */
import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'
import { read } from 'node:fs'
import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { type ByteSource, rangeOf } from './source.ts'
import type { LargeUpload, Spooled } from './upload.ts'

const CIPHER = 'aes-256-ctr'
const readAt = promisify(read)

/** Tệp đã tới: closed by whoever took it in, when the request is over. */
export type Arrived = { readonly file: LargeUpload; readonly close: () => Promise<void> }

/** Takes a file in to its end. */
export async function takeIn(
  from: AsyncIterable<Uint8Array>,
  about: { readonly name: string; readonly mediaType: string },
): Promise<Arrived> {
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'nk-tep-'))
  const handle = await fs.open(path.join(folder, 'tep'), 'wx+', 0o600)
  await fs.rm(folder, { recursive: true, force: true }).catch(() => undefined)
  const close = () => handle.close()
  try {
    const key = randomBytes(32)
    const iv = randomBytes(16)
    const cipher = createCipheriv(CIPHER, key, iv)
    const hash = createHash('sha256')
    let size = 0
    for await (const piece of from) {
      hash.update(piece)
      size += piece.length
      await handle.writeFile(cipher.update(piece))
    }
    const lies: Spooled = { fd: handle.fd, size, key: key.toString('hex'), iv: iv.toString('hex') }
    return {
      file: { ...about, size, sha256: hash.digest('hex'), pieces: () => rangeOf(sourceOf(lies), 0, size), lies },
      close,
    }
  } catch (error) {
    await close()
    throw error
  }
}

/** A file that lies on the disk, read in this thread or another one. */
export const sourceOf = (lies: Spooled): ByteSource => ({
  size: lies.size,
  read: (from, to) => readRange(lies, from, to),
})

const BLOCK = 16

/** The cipher runs on from any block: the counter of a block is the first one plus its number. */
function counterAt(iv: string, block: number): Buffer {
  const counter = (BigInt(`0x${iv}`) + BigInt(block)) & ((1n << 128n) - 1n)
  return Buffer.from(counter.toString(16).padStart(32, '0'), 'hex')
}

async function readRange(lies: Spooled, from: number, to: number): Promise<Uint8Array> {
  const first = Math.floor(from / BLOCK)
  const start = first * BLOCK
  const bytes = Buffer.allocUnsafe(to - start)
  for (let at = 0; at < bytes.length; ) {
    const { bytesRead } = await readAt(lies.fd, bytes, at, bytes.length - at, start + at)
    if (bytesRead === 0) throw new Error('the upload ends before its end')
    at += bytesRead
  }
  const decipher = createDecipheriv(CIPHER, Buffer.from(lies.key, 'hex'), counterAt(lies.iv, first))
  return decipher.update(bytes).subarray(from - start)
}

/** All of it in one piece of memory. */
export async function bytesOf(content: {
  readonly size: number
  readonly pieces: () => AsyncIterable<Uint8Array>
}): Promise<Buffer> {
  const all = Buffer.allocUnsafe(content.size)
  let at = 0
  for await (const piece of content.pieces()) {
    if (at + piece.length > all.length) throw new Error('the file is longer than it says')
    all.set(piece, at)
    at += piece.length
  }
  if (at !== content.size) throw new Error('the file is not as long as it says')
  return all
}
