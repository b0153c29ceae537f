/** Khóa bí mật: what is sealed opens only with the same key, unchanged; the key file is made once. */
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { afterEach, describe, expect, it, test } from 'vitest'
import { readConfig } from './config.ts'
import { openVault, vaultOf } from './vault.ts'

const KEY = 'ab'.repeat(32)
const vault = openVault(KEY)

describe('Niêm phong', () => {
  it('mở ra đúng chữ đã niêm phong, hai lần niêm phong cho hai dãy khác nhau', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(vault.open(vault.seal(text))).toBe(text)
        expect(vault.seal(text).equals(vault.seal(text))).toBe(false)
      }),
    )
  })

  it('đổi một bit ở bất cứ đâu thì không mở được', () => {
    const sealed = vault.seal('Số định danh 030')
    for (let i = 0; i < sealed.length; i++) {
      const changed = Buffer.from(sealed)
      changed[i] = (changed[i] ?? 0) ^ 1
      expect(() => vault.open(changed)).toThrow()
    }
    expect(() => vault.open(sealed.subarray(0, 20))).toThrow()
  })

  it('khóa khác thì không mở được, băm khác, dấu nhận khóa khác', () => {
    const other = openVault('cd'.repeat(32))
    expect(() => other.open(vault.seal('a'))).toThrow()
    expect(other.digest('a').equals(vault.digest('a'))).toBe(false)
    expect(vault.digest('a').equals(openVault(KEY).digest('a'))).toBe(true)
    expect(other.fingerprint).not.toBe(vault.fingerprint)
    expect(KEY).not.toContain(vault.fingerprint)
  })

  test.each(['', 'ab', 'g'.repeat(64), 'a'.repeat(65)])('khóa "%s" sai dạng bị từ chối', (key) =>
    expect(() => openVault(key)).toThrow('64 chữ số hệ 16'))
})

describe('Khóa của một máy', () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'nk-khoa-'))
  afterEach(() => fs.rmSync(folder, { recursive: true, force: true }))

  it('tệp khóa được tạo một lần, chỉ chủ tệp đọc được', () => {
    const config = readConfig({ NGUYEN_KHI_DATA: path.join(folder, 'moi') })
    const first = vaultOf(config).fingerprint
    expect(vaultOf(config).fingerprint).toBe(first)
    expect(fs.statSync(path.join(folder, 'moi', 'key')).mode & 0o777).toBe(0o600)
  })

  it('khóa trong thiết đặt được dùng thay tệp, không tạo tệp nào', () => {
    const config = readConfig({ NGUYEN_KHI_DATA: folder, NGUYEN_KHI_KEY: KEY })
    expect(vaultOf(config).fingerprint).toBe(vault.fingerprint)
    expect(fs.existsSync(path.join(folder, 'key'))).toBe(false)
  })

  it('máy chủ riêng mà không có khóa thì dừng, nêu thiết đặt còn thiếu', () => {
    expect(() => vaultOf(readConfig({ DATABASE_URL: 'postgresql://localhost/x' }))).toThrow('NGUYEN_KHI_KEY')
  })
})
