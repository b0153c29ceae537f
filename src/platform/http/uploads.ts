/** Tệp của một yêu cầu: small ones in memory, large ones on the disk until the request is over. */
import type { MultipartFile } from '@fastify/multipart'
import type { FastifyRequest } from 'fastify'
import { clean } from '../../kernel/text.ts'
import { takeIn } from '../files/spool.ts'
import { type LargeUpload, MAX_FILE, MAX_LARGE_FILE, type Upload } from '../files/upload.ts'

/** Field that names an upload over the limit; the server refuses it with a sentence. */
export const TOO_LARGE = '_too_large'
/** Field that names the upload with which the files of one request are more than memory is given to. */
export const TOO_MANY = '_too_many'

/** Bytes of all files of a request that are held in memory. */
const MOST_HELD = 60 * 1024 * 1024

const open = new WeakMap<FastifyRequest, (() => Promise<void>)[]>()

/** Lets go of the files of a request; whoever answered it calls this, more than once does no harm. */
export async function letGo(request: FastifyRequest): Promise<void> {
  const closing = open.get(request) ?? []
  open.delete(request)
  await Promise.all(closing.map((close) => close()))
}

/** What became of a file: taken in, left blank in the form, or why it was not taken. */
export type Taken = Upload | LargeUpload | null | typeof TOO_LARGE | typeof TOO_MANY

/** Takes the files of one request, one after another. */
export function takerOf(request: FastifyRequest, large: boolean): (part: MultipartFile) => Promise<Taken> {
  let held = 0
  return async (part) => {
    const about = { name: clean(part.filename ?? '').slice(-200), mediaType: part.mimetype }
    if (large) return takeLarge(request, part, about)
    const chunks: Buffer[] = []
    for await (const chunk of part.file as AsyncIterable<Buffer>) {
      held += chunk.length
      if (held <= MOST_HELD) chunks.push(chunk)
    }
    if (held > MOST_HELD) return TOO_MANY
    if (part.file.truncated) return TOO_LARGE
    const bytes = Buffer.concat(chunks)
    // A browser sends a file field left blank as a file without a name; a named file of no bytes is the one chosen.
    return bytes.length === 0 && about.name === '' ? null : { ...about, bytes }
  }
}

async function takeLarge(
  request: FastifyRequest,
  part: MultipartFile,
  about: { name: string; mediaType: string },
): Promise<Taken> {
  const { file, close } = await takeIn(part.file, about)
  if (part.file.truncated || (file.size === 0 && about.name === '')) {
    await close()
    return part.file.truncated ? TOO_LARGE : null
  }
  open.set(request, [...(open.get(request) ?? []), close])
  return file
}

/** Most bytes of one file. */
export const mostOf = (large: boolean): number => (large ? MAX_LARGE_FILE : MAX_FILE)
