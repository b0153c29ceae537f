/**
 * Người dùng hệ thống: PostgreSQL refuses to run as root, so a root process hands the server to a user without rights.
 */
import fs from 'node:fs'
import path from 'node:path'

/** A user and group of the operating system by number. */
export type SystemUser = { readonly uid: number; readonly gid: number }

/** The user called `nobody` everywhere: owns nothing, may sign in nowhere. */
const NOBODY: SystemUser = { uid: 65534, gid: 65534 }

/** Whether this process is root (never on Windows). */
export const isRoot = (): boolean => process.getuid?.() === 0

/**
 * The user a server on `folder` must run as: null = as we are; for root the owner of an existing folder, else nobody.
 */
export function serverUser(folder: string): SystemUser | null {
  if (!isRoot()) return null
  const owner = fs.statSync(folder, { throwIfNoEntry: false })
  return owner && owner.uid !== 0 ? { uid: owner.uid, gid: owner.gid } : NOBODY
}

/** Whether `user` may walk into `folder`: every folder on the way must let others pass. */
export function canReach(user: SystemUser | null, folder: string): boolean {
  if (user === null) return true
  for (let at = fs.realpathSync(folder); ; at = path.dirname(at)) {
    const { uid, gid, mode } = fs.statSync(at)
    const bit = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001
    if ((mode & bit) === 0) return false
    if (at === path.dirname(at)) return true
  }
}

/** Makes a folder that only `user` (null = ourselves) may enter. */
export function makePrivateFolder(folder: string, user: SystemUser | null): void {
  fs.mkdirSync(folder, { recursive: true, mode: 0o700 })
  if (user) fs.chownSync(folder, user.uid, user.gid)
  fs.chmodSync(folder, 0o700)
}
