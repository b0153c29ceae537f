/** Thân yêu cầu: form fields, uploads and JSON as one plain object of raw values. */
import type { FastifyRequest } from 'fastify'
import { clean } from '../../kernel/text.ts'
import { MAX_FILE, type Upload } from '../files/upload.ts'

/** Raw input of a request: params + query + body; repeated fields are lists. */
export type Raw = Record<string, unknown>

/** Field that names an upload over the limit; the server refuses it with a sentence. */
export const TOO_LARGE = '_too_large'

function put(raw: Raw, name: string, value: unknown): void {
  const before = raw[name]
  raw[name] = before === undefined ? value : Array.isArray(before) ? [...before, value] : [before, value]
}

/** Reads a multipart body into memory, each file at most `MAX_FILE`. */
async function readParts(request: FastifyRequest): Promise<Raw> {
  const raw: Raw = {}
  for await (const part of request.parts({
    limits: { fileSize: MAX_FILE, files: 20, fields: 2000, fieldSize: 2_000_000 },
  })) {
    if (part.type === 'field') {
      put(raw, part.fieldname, String(part.value ?? ''))
      continue
    }
    const chunks: Buffer[] = []
    for await (const chunk of part.file) chunks.push(chunk as Buffer)
    if (part.file.truncated) raw[TOO_LARGE] = part.fieldname
    const bytes = Buffer.concat(chunks)
    // A browser sends a file field left blank as a file without a name; a named file of no bytes is the one chosen.
    if (bytes.length === 0 && clean(part.filename ?? '') === '') continue
    const upload: Upload = { name: clean(part.filename).slice(-200), mediaType: part.mimetype, bytes }
    put(raw, part.fieldname, upload)
  }
  return raw
}

/** The body of a submission, whatever its encoding. `If-Match` stands in for a `version` field. */
export async function readBody(request: FastifyRequest): Promise<Raw> {
  const body = request.isMultipart() ? await readParts(request) : ((request.body ?? {}) as Raw)
  const match = request.headers['if-match']
  if (typeof match === 'string' && body.version === undefined) body.version = match.replaceAll(/^W\/|"/g, '')
  return body
}

/** What was typed, as text, to show the form again. Uploads and secrets are left out. */
export function typedValues(raw: Raw): Record<string, string> {
  const typed: Record<string, string> = {}
  for (const [name, value] of Object.entries(raw)) {
    if (name.startsWith('_') || name === 'code' || /password|secret/i.test(name)) continue
    if (typeof value === 'string') typed[name] = value
    else if (Array.isArray(value)) typed[name] = value.filter((v) => typeof v === 'string').join('\n')
  }
  return typed
}
