/**
 * Tệp sao lưu: one gzip stream of frames, written and read without holding a table in memory.
 *
 * A frame is 1 byte of kind, 4 bytes of length (big-endian), then that many bytes:
 * `H` header (JSON) · for each table `T` name and columns (JSON), `D`… rows as COPY text, `E` counts and sums (JSON) ·
 * `S` sequences (JSON) · `Z` SHA-256 of every byte before it (hex). A file without `Z` was cut off.
 */
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import fs from 'node:fs'
import { finished, pipeline } from 'node:stream/promises'
import zlib from 'node:zlib'

/** Kinds of frames, in the order they come. */
export type FrameKind = 'H' | 'T' | 'D' | 'E' | 'S' | 'Z'

/** One frame as read. */
export type Frame = { readonly kind: FrameKind; readonly body: Buffer }

/** The bytes are not a whole, unchanged archive. */
export class DamagedArchive extends Error {
  override name = 'DamagedArchive'
}

/** No frame is longer: a length beyond it means damaged bytes, not a large row (rows are cut into frames). */
const LONGEST = 64 * 1024 * 1024

/** Writes frames into `file`, which must not exist. `close` seals it and waits until it is on the disk. */
export function writeArchive(file: string) {
  const gzip = zlib.createGzip({ level: 5 })
  const output = fs.createWriteStream(file, { flags: 'wx', mode: 0o600, flush: true })
  const written = pipeline(gzip, output)
  written.catch(() => undefined)
  const sum = createHash('sha256')
  const send = async (kind: FrameKind, body: Uint8Array): Promise<void> => {
    const head = Buffer.alloc(5)
    head.write(kind, 0, 'latin1')
    head.writeUInt32BE(body.length, 1)
    sum.update(head).update(body)
    gzip.write(head)
    if (!gzip.write(body)) await Promise.race([once(gzip, 'drain'), written])
  }
  return {
    json: (kind: FrameKind, value: unknown) => send(kind, Buffer.from(JSON.stringify(value))),
    data: (rows: Uint8Array) => send('D', rows),
    async close(): Promise<void> {
      await send('Z', Buffer.from(sum.copy().digest('hex')))
      gzip.end()
      await written
    },
    async abandon(): Promise<void> {
      gzip.destroy()
      await finished(output).catch(() => undefined)
      fs.rmSync(file, { force: true })
    },
  }
}

/** Reads the frames one by one and checks the seal on the way; throws `DamagedArchive`. */
export async function* readArchive(file: string): AsyncGenerator<Frame, void, undefined> {
  const sum = createHash('sha256')
  const bytes = new Bytes(file)
  for (;;) {
    const head = await bytes.take(5)
    const kind = head.toString('latin1', 0, 1) as FrameKind
    const length = head.readUInt32BE(1)
    if (!'HTDESZ'.includes(kind) || length > LONGEST) throw new DamagedArchive('a frame of unknown kind or length')
    const body = await bytes.take(length)
    if (kind === 'Z') {
      if (body.toString() !== sum.digest('hex')) throw new DamagedArchive('the seal does not fit')
      if (!(await bytes.atEnd())) throw new DamagedArchive('bytes after the seal')
      return
    }
    sum.update(head).update(body)
    yield { kind, body }
  }
}

/** A gunzipped file as a supply of bytes. */
class Bytes {
  readonly #chunks: AsyncIterator<Buffer>
  #rest: Buffer = Buffer.alloc(0)

  constructor(file: string) {
    const gunzip = zlib.createGunzip()
    pipeline(fs.createReadStream(file), gunzip).catch(() => undefined)
    this.#chunks = gunzip[Symbol.asyncIterator]() as AsyncIterator<Buffer>
  }

  async take(size: number): Promise<Buffer> {
    const parts = [this.#rest]
    let have = this.#rest.length
    while (have < size) {
      const chunk = await this.#next()
      if (chunk === null) throw new DamagedArchive('the file was cut off')
      parts.push(chunk)
      have += chunk.length
    }
    const all = parts.length === 1 ? this.#rest : Buffer.concat(parts, have)
    this.#rest = all.subarray(size)
    return all.subarray(0, size)
  }

  async atEnd(): Promise<boolean> {
    return this.#rest.length === 0 && (await this.#next()) === null
  }

  async #next(): Promise<Buffer | null> {
    try {
      const step = await this.#chunks.next()
      return step.done ? null : step.value
    } catch (error) {
      throw new DamagedArchive((error as Error).message)
    }
  }
}
