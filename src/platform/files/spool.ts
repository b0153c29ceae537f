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
import type { LargeUpload, Spooled } from './upload.ts'

const PIECE = 1024 * 1024
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
    return { file: { ...about, size, sha256: hash.digest('hex'), pieces: () => piecesOf(lies), lies }, close }
  } catch (error) {
    await close()
    throw error
  }
}

/** The bytes of a file that lies on the disk, in this thread or another one. */
export async function* piecesOf(lies: Spooled): AsyncGenerator<Uint8Array> {
  const decipher = createDecipheriv(CIPHER, Buffer.from(lies.key, 'hex'), Buffer.from(lies.iv, 'hex'))
  for (let at = 0; at < lies.size; ) {
    const piece = Buffer.allocUnsafe(Math.min(PIECE, lies.size - at))
    const { bytesRead } = await readAt(lies.fd, piece, 0, piece.length, at)
    if (bytesRead === 0) throw new Error('the upload ends before its end')
    at += bytesRead
    yield decipher.update(piece.subarray(0, bytesRead))
  }
}

/** All of it in one piece of memory. */
export async function bytesOf(content: {
  readonly size: number
  readonly pieces: () => AsyncIterable<Uint8Array>
}): Promise<Buffer> {
  const all = Buffer.allocUnsafe(content.size)
  let at = 0
  for await (const piece of content.pieces()) {
    all.set(piece, at)
    at += piece.length
  }
  if (at !== content.size) throw new Error('the file is not as long as it says')
  return all
}
