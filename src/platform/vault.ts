/**
 * Khóa bí mật: seals tier B/C values at rest (AES-256-GCM) and makes keyed hashes for equality search (HMAC-SHA256).
 * The key comes from NGUYEN_KHI_KEY or from the file `key` (0600) of the data folder; `backup` never carries it.
 */
import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  createSecretKey,
  hkdfSync,
  randomBytes,
} from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import type { Config } from './config.ts'
import { drawBytes } from './random-bytes.ts'

/** Két: what can be done with the secret key; the key itself stays inside. */
export type Vault = {
  /** Seals a text. */
  readonly seal: (plain: string) => Buffer
  /** Opens a sealed text; throws when the key differs or the bytes were changed. */
  readonly open: (sealed: Uint8Array) => string
  /** Seals the bytes of a file. */
  readonly sealBytes: (plain: Uint8Array) => Buffer
  /** Opens sealed bytes. */
  readonly openBytes: (sealed: Uint8Array) => Buffer
  /** Keyed hash for equality search and for tokens kept in the database. */
  readonly digest: (text: string) => Buffer
  /** The same in hexadecimal digits. */
  readonly digestHex: (text: string) => string
  /** First half of the hash of the key: tells two keys apart without telling either. */
  readonly fingerprint: string
  /** The key itself, for another thread of this process only: it opens a vault of its own with it. */
  readonly lend: () => string
}

/** A vault on a key of 64 hexadecimal digits. */
export function openVault(keyHex: string): Vault {
  if (!/^[0-9a-f]{64}$/i.test(keyHex)) throw new Error('Khóa bí mật phải có đúng 64 chữ số hệ 16.')
  const key = Buffer.from(keyHex, 'hex')
  const part = (label: string) => createSecretKey(Buffer.from(hkdfSync('sha256', key, '', label, 32)))
  const sealing = part('seal')
  const hashing = part('digest')
  // In this mode the end of the text adds no bytes.
  const sealBytes = (plain: Uint8Array): Buffer => {
    const iv = drawBytes(12)
    const cipher = createCipheriv('aes-256-gcm', sealing, iv)
    const body = cipher.update(plain)
    cipher.final()
    return Buffer.concat([iv, cipher.getAuthTag(), body])
  }
  const openBytes = (sealed: Uint8Array): Buffer => {
    const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.length)
    const decipher = createDecipheriv('aes-256-gcm', sealing, bytes.subarray(0, 12))
    decipher.setAuthTag(bytes.subarray(12, 28))
    return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()])
  }
  return {
    seal: (plain) => sealBytes(Buffer.from(plain, 'utf8')),
    open: (sealed) => openBytes(sealed).toString('utf8'),
    sealBytes,
    openBytes,
    digest: (text) => createHmac('sha256', hashing).update(text).digest(),
    digestHex: (text) => createHmac('sha256', hashing).update(text).digest('hex'),
    fingerprint: createHash('sha256').update(key).digest('hex').slice(0, 32),
    lend: () => keyHex,
  }
}

/** The vault of this installation: NGUYEN_KHI_KEY, else the key file, made at first start of an embedded database. */
export function vaultOf(config: Config): Vault {
  if (config.key) return openVault(config.key)
  if (config.databaseUrl) {
    throw new Error('Thiếu NGUYEN_KHI_KEY. Máy chủ dùng DATABASE_URL cần cùng một khóa trên mọi tiến trình.')
  }
  const file = path.join(config.dataFolder, 'key')
  fs.mkdirSync(config.dataFolder, { recursive: true })
  try {
    fs.writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600, flag: 'wx' })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  return openVault(fs.readFileSync(file, 'utf8').trim())
}
