/** Đọc: requests for a later day, authorities to sign, signed files. */
import type { Day } from '../../../kernel/day.ts'
import { ids, maybeRow, type RawBuilder, rows, sql, type Tx } from '../../../platform/database/sql.ts'
import type { ExtensionRequest, SignedFile, SigningAuthority } from '../words.ts'

/** Requests of a report, newest first. */
export const requestsOf = (tx: Tx, obligationId: string): Promise<ExtensionRequest[]> =>
  rows(
    tx,
    sql`select id, obligation_id as "obligationId", until, reason, document, state, asked_at as "askedAt", asked_by_name as "askedBy", answer,
          granted_until as "grantedUntil", answered_at as "answeredAt", answered_by_name as "answeredBy"
        from reporting.extension_request where obligation_id = ${obligationId} order by asked_at desc, id desc`,
  )

const AUTHORITY: RawBuilder<SigningAuthority> = sql`select id, unit_id as "unitId", account_id as "accountId", person_name as name, kind, head_post as "headPost", post, act, valid from reporting.signing_authority`

/** Authorities of a body that still run or are to come, by their first day. */
export const authoritiesOf = (tx: Tx, unitId: string, today: Day): Promise<SigningAuthority[]> =>
  rows(
    tx,
    sql<SigningAuthority>`${AUTHORITY} where unit_id = ${unitId} and (upper(valid) is null or upper(valid) > ${today}::date) order by lower(valid), person_name`,
  )

/** The authority by which somebody signs for a body on a day; null = none. */
export const authorityOn = (
  tx: Tx,
  at: { readonly unitId: string; readonly accountId: string; readonly day: Day },
): Promise<SigningAuthority | null> =>
  maybeRow(
    tx,
    sql<SigningAuthority>`${AUTHORITY} where unit_id = ${at.unitId} and account_id = ${at.accountId} and valid @> ${at.day}::date limit 1`,
  )

/** Who may sign for some bodies in place of their heads on a day: accounts by unit. */
export async function signersOf(tx: Tx, unitIds: readonly string[], day: Day): Promise<Map<string, string[]>> {
  const byUnit = new Map<string, string[]>()
  if (unitIds.length === 0) return byUnit
  const found = await rows<{ unitId: string; accountId: string }>(
    tx,
    sql`select unit_id as "unitId", account_id as "accountId" from reporting.signing_authority
        where unit_id = any(${ids(unitIds)}) and valid @> ${day}::date order by unit_id, account_id`,
  )
  for (const { unitId, accountId } of found) byUnit.set(unitId, [...(byUnit.get(unitId) ?? []), accountId])
  return byUnit
}

/** One authority within the reader's rights. */
export const findAuthority = (tx: Tx, id: string): Promise<SigningAuthority | null> =>
  maybeRow(tx, sql<SigningAuthority>`${AUTHORITY} where id = ${id}`)

/** Signed files of a report, newest first. */
export const signedFilesOf = (tx: Tx, obligationId: string): Promise<SignedFile[]> =>
  rows(
    tx,
    sql`select id, submission_number as number, of_sha256 as "ofSha256", file_id as "fileId", name, sha256, mark, received_at as "receivedAt",
          received_by_name as "receivedBy" from reporting.signed_file where obligation_id = ${obligationId} order by received_at desc, id desc`,
  )
