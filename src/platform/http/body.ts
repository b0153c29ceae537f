/** Thân yêu cầu: form fields, uploads and JSON as one plain object of raw values. */
import type { FastifyRequest } from 'fastify'
import { mostOf, takerOf } from './uploads.ts'

/** Raw input of a request: params + query + body; repeated fields are lists. */
export type Raw = Record<string, unknown>

function put(raw: Raw, name: string, value: unknown): void {
  const before = raw[name]
  raw[name] = before === undefined ? value : Array.isArray(before) ? [...before, value] : [before, value]
}

/** Reads a multipart body; a file over the limit is read to its end, so that the form comes back, and its field is named. */
async function readParts(request: FastifyRequest, large: boolean): Promise<Raw> {
  const raw: Raw = {}
  const take = takerOf(request, large)
  const limits = { fileSize: mostOf(large), files: 20, fields: 2000, fieldSize: 2_000_000 }
  for await (const part of request.parts({ limits })) {
    if (part.type === 'field') {
      put(raw, part.fieldname, String(part.value ?? ''))
      continue
    }
    const taken = await take(part)
    if (typeof taken === 'string') raw[taken] = part.fieldname
    else if (taken !== null) put(raw, part.fieldname, taken)
  }
  return raw
}

/** The body of a submission, whatever its encoding; `large` = its files may be as large as any, and lie on the disk. `If-Match` stands in for a `version` field. */
export async function readBody(request: FastifyRequest, large = false): Promise<Raw> {
  const body = request.isMultipart() ? await readParts(request, large) : ((request.body ?? {}) as Raw)
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
