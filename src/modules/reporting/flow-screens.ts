/** Dữ liệu của gia hạn, ký thay, ký số. */
import { dayOf } from '../../kernel/day.ts'
import { accept, type Decision, refuse } from '../../kernel/result.ts'
import { demand } from '../../kernel/right.ts'
import type { Ctx } from '../../platform/action.ts'
import { findFile } from '../../platform/files/keep.ts'
import { packFiles } from '../../platform/files/pack.ts'
import { accountsOf, peopleInCharge } from '../accounts/public.ts'
import { findUnitByCode } from '../organisations/public.ts'
import type { AuthoritiesView } from './pages/authorities.ts'
import { canDraft, canGiveAuthority, canRead } from './rights.ts'
import { authoritiesOf, authorityOn, requestsOf, signedFilesOf } from './views/flow.ts'
import { type ReportAt, type ReportFile, reportUnder } from './views/report.ts'
import type { ExtensionRequest, SignedFile, SigningAuthority } from './words.ts'

type File = { name: string; mediaType: string; bytes: Uint8Array }

/** The report with its requests for a later day, and the authority by which the reader may sign it now. */
export async function readHub(
  ctx: Ctx,
  at: ReportAt,
): Promise<Decision<ReportFile & { requests: readonly ExtensionRequest[]; by: SigningAuthority | null }>> {
  const file = await reportUnder(ctx, canDraft, at)
  if (!file.ok) return file
  const { obligation } = file.value
  return accept({
    ...file.value,
    requests: await requestsOf(ctx.tx, obligation.id),
    by: obligation.state === 'cho-ky' ? await ownAuthority(ctx, obligation.unitId) : null,
  })
}

const ownAuthority = (ctx: Ctx, unitId: string): Promise<SigningAuthority | null> =>
  authorityOn(ctx.tx, { unitId, accountId: ctx.actor.id, day: dayOf(ctx.now) })

/** The report for whoever signs it; `by`: the authority by which the reader would sign, null = as the head or not at all. */
export async function readSigning(
  ctx: Ctx,
  at: ReportAt,
): Promise<Decision<ReportFile & { by: SigningAuthority | null }>> {
  const file = await reportUnder(ctx, canDraft, at)
  if (!file.ok) return file
  return accept({ ...file.value, by: await ownAuthority(ctx, file.value.unit.id) })
}

/** The report that was sent, with its signed files. */
export async function readSent(
  ctx: Ctx,
  at: ReportAt,
): Promise<Decision<ReportFile & { signed: readonly SignedFile[] }>> {
  const file = await reportUnder(ctx, canDraft, at)
  if (!file.ok) return file
  return accept({ ...file.value, signed: await signedFilesOf(ctx.tx, file.value.obligation.id) })
}

const GUIDE = `Cách ký số báo cáo
1. Kiểm tra mã băm của tệp Word bằng tệp SHA256SUMS.txt.
2. Mở tệp Word, kiểm tra nội dung; không sửa nội dung. Muốn sửa thì trả lại cán bộ trên hệ thống và nộp bản mới.
3. Chuyển sang PDF nếu công cụ ký số của cơ quan cần, rồi ký.
4. Đưa tệp đã ký vào trang xác nhận nộp báo cáo. Hệ thống gắn tệp với bản đã nộp và lưu mã băm của cả hai.
`

/** Gói ký số: the Word file of a version, its hash as tools check it, and what it is. The same version gives the same bytes. */
export async function readSigningPackage(ctx: Ctx, at: ReportAt & { number: number }): Promise<Decision<File>> {
  const found = await reportUnder(ctx, canRead, at)
  if (!found.ok) return found
  const { obligation, unit, period, submissions } = found.value
  const version = submissions.find((s) => s.number === at.number)
  const kept = version?.fileId ? await findFile(ctx.tx, version.fileId) : null
  if (!version || !kept) return refuse('absent', 'file.absent', `Không có tệp Word của bản ${at.number}.`)
  const about = {
    code: obligation.code,
    version: version.number,
    year: period.year,
    regime: period.regime.code,
    body: { code: unit.code, name: unit.officeName },
    file: kept.name,
    sha256: version.sha256,
    sentAt: version.sentAt.toString(),
    signer: { name: version.signedBy, post: version.signedByPost, for: version.signedFor },
  }
  const bytes = packFiles([
    { name: kept.name, body: kept.body },
    { name: 'SHA256SUMS.txt', body: `${version.sha256}  ${kept.name}\n` },
    { name: 'ban-bao-cao.json', body: `${JSON.stringify(about, null, 2)}\n` },
    { name: 'CACH-KY.txt', body: GUIDE },
  ])
  return accept({ name: `${obligation.code}-ban-${version.number}-ky-so.zip`, mediaType: 'application/zip', bytes })
}

/** One signed file. */
export async function readSignedFile(ctx: Ctx, at: ReportAt & { file: string }): Promise<Decision<File>> {
  const found = await reportUnder(ctx, canRead, at)
  if (!found.ok) return found
  const signed = (await signedFilesOf(ctx.tx, found.value.obligation.id)).find((s) => s.id === at.file)
  const kept = signed ? await findFile(ctx.tx, signed.fileId) : null
  if (!kept) return refuse('absent', 'file.absent', 'Không tìm thấy tệp đã ký này.')
  return accept({ name: kept.name, mediaType: kept.media_type, bytes: kept.body })
}

/** Who signs in place of the head of a body. */
export async function readAuthorities(ctx: Ctx, at: { unitCode: string }): Promise<Decision<AuthoritiesView>> {
  const unit = await findUnitByCode(ctx.tx, at.unitCode)
  if (!unit) return refuse('absent', 'report.unit', 'Không tìm thấy cơ quan này.')
  const allowed = demand(canGiveAuthority, ctx.actor, unit.id)
  if (!allowed.ok) return allowed
  const today = dayOf(ctx.now)
  const head = (await peopleInCharge(ctx.tx, [unit.id], 'thu-truong', today)).get(unit.id)
  const people = await accountsOf(ctx.tx, { unitIds: [unit.id] }, today)
  const once = new Map(people.map((p) => [p.accountId, p]))
  return accept({
    unit: { code: unit.code, officeName: unit.officeName },
    headPost: head?.post ?? '',
    authorities: await authoritiesOf(ctx.tx, unit.id, today),
    people: [...once.values()].filter((p) => p.accountId !== ctx.actor.id),
  })
}
