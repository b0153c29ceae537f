/** Mục lục của tệp nén lớn: read where the file lies; of the entries only those that are asked for, a range at a time. */
import { type ByteSource, rangeOf } from '../files/source.ts'
import { directoryOf, headLength, lineAt, ZIP_TAIL } from '../word/bounded-zip.ts'
import type { PackedEntry } from './inflate.ts'

/** Largest directory that is read. */
const MOST = 4 * 1024 * 1024
const HEAD = 30

/** Whether a file begins as a zip does. */
export async function isZip(source: ByteSource): Promise<boolean> {
  const head = await source.read(0, Math.min(4, source.size))
  return head.length === 4 && head[0] === 0x50 && head[1] === 0x4b && head[2] === 3 && head[3] === 4
}

/** The entries of a zip, or null when its directory cannot be read to the end. */
export async function entriesIn(source: ByteSource): Promise<PackedEntry[] | null> {
  const tail = await source.read(Math.max(0, source.size - ZIP_TAIL), source.size)
  const directory = directoryOf(tail)
  if (directory === null || directory.size > MOST || directory.from + directory.size > source.size) return null
  const lines = await source.read(directory.from, directory.from + directory.size)
  const entries: PackedEntry[] = []
  for (let i = 0, at = 0; i < directory.count; i++) {
    const line = lineAt(lines, at)
    if (line === null || line.local + HEAD > source.size) return null
    const head = headLength(await source.read(line.local, line.local + HEAD))
    const from = line.local + (head ?? 0)
    if (head === null || from + line.size > source.size) return null
    const { name, method, encrypted } = line
    entries.push({ name, method, encrypted, packed: () => rangeOf(source, from, from + line.size) })
    at += line.length
  }
  return entries
}
