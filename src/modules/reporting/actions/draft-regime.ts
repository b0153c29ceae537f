/** Soạn bản chế độ: a version that follows the one in force, a copy under another code, an empty form, or one from a file. */
import { z } from 'zod'
import { dayOf } from '../../../kernel/day.ts'
import { accept, type Decision, refuse } from '../../../kernel/result.ts'
import { action, type Ctx, done } from '../../../platform/action.ts'
import { oneOf, optionalFile, optionalText } from '../../../platform/http/input.ts'
import { canShapeRegimes } from '../rights.ts'
import { copyOf, emptyRegime, freeName, nextVersion, readRegime } from '../rules/new-regime.ts'
import type { Regime } from '../rules/regime.ts'
import { recordedId } from '../shipped-regime.ts'
import { saveRegimeDraft } from '../store.ts'
import { allRegimes, type RegimeVersion, regimeDrafts } from '../views/periods.ts'

/** Cách bắt đầu một bản soạn. */
export const BEGINNINGS = ['ban-tiep', 'sao-chep', 'trong', 'tu-tep'] as const

type Begun = { readonly regime: Regime; readonly of: RegimeVersion | null }

/** Bắt đầu soạn. Refused when the regime has a draft already, or a new one takes the code or address of another. */
export const draftRegime = action({
  name: 'reporting.draft-regime',
  right: canShapeRegimes,
  input: z.object({
    how: oneOf(BEGINNINGS, 'Chọn cách bắt đầu'),
    of: optionalText(40),
    code: optionalText(40),
    slug: optionalText(40),
    name: optionalText(300),
    file: optionalFile(),
  }),
  run: async (ctx, input) => {
    const versions = await allRegimes(ctx.tx)
    const drafts = await regimeDrafts(ctx.tx)
    const begun = begin(
      input,
      versions,
      drafts.map((d) => d.regime),
      dayOf(ctx.now),
    )
    if (!begun.ok) return begun
    const { regime, of } = begun.value
    if (drafts.some((d) => d.regime.slug === regime.slug)) {
      return refuse('conflict', 'regime.draft-exists', 'Chế độ này đã có một bản đang soạn. Mở bản ấy để sửa tiếp.')
    }
    await saveRegimeDraft(ctx, ctx.newId(), regime, of === null ? null : await recordedId(ctx, of))
    return done(
      { slug: regime.slug, version: regime.version },
      {
        kind: 'reporting.regime-drafted',
        subject: `regime:${regime.code}`,
        data: { code: regime.code, version: regime.version, how: input.how },
      },
    )
  },
})

type Wish = {
  readonly how: (typeof BEGINNINGS)[number]
  readonly of: string
  readonly code: string
  readonly slug: string
  readonly name: string
  readonly file: { readonly bytes: Uint8Array } | null
}

/** The regime to begin with, and the version it follows. */
function begin(
  wish: Wish,
  versions: readonly RegimeVersion[],
  drafts: readonly Regime[],
  today: string,
): Decision<Begun> {
  const latest = versions.find((v) => v.regime.slug === wish.of) ?? null
  if (wish.how === 'ban-tiep') {
    return latest === null
      ? refuse('absent', 'regime.absent', 'Chưa có chế độ báo cáo này.')
      : accept({ regime: nextVersion(latest.regime), of: latest })
  }
  if (wish.how === 'tu-tep') return fromFile(wish, versions)
  const taken = [...versions.map((v) => v.regime), ...drafts]
  const name = freeName(
    { code: wish.code || wish.slug, slug: wish.slug, name: wish.name || 'Chế độ báo cáo mới' },
    taken,
  )
  if (!name.ok) return name
  if (wish.how === 'trong') return accept({ regime: emptyRegime(name.value, today), of: null })
  return latest === null
    ? refuse('absent', 'regime.absent', 'Chưa có chế độ báo cáo để sao chép.')
    : accept({ regime: copyOf(latest.regime, name.value), of: null })
}

/** A file of a known regime becomes its next version, whatever number it carries; an unknown one becomes a regime of its own. */
function fromFile(wish: Wish, versions: readonly RegimeVersion[]): Decision<Begun> {
  if (wish.file === null) {
    const missing = 'Chọn tệp JSON của chế độ'
    return refuse('invalid', 'regime.file', missing, { fields: { file: missing } })
  }
  const read = readRegime(new TextDecoder().decode(wish.file.bytes))
  if (!read.ok) return read
  const same = versions.find((v) => v.regime.code === read.value.code) ?? null
  if (same)
    return accept({ regime: { ...read.value, slug: same.regime.slug, version: same.regime.version + 1 }, of: same })
  const free = freeName(
    read.value,
    versions.map((v) => v.regime),
  )
  return free.ok ? accept({ regime: { ...read.value, version: 1 }, of: null }) : free
}

/** The draft of a regime, for the actions that change it. */
export async function draftAt(ctx: Ctx, slug: string) {
  const draft = (await regimeDrafts(ctx.tx, slug))[0]
  return draft ? accept(draft) : refuse('absent', 'regime.draft-absent', 'Chế độ này không có bản đang soạn.')
}

/** Somebody else saved the draft meanwhile. */
export const draftIsStale = () =>
  refuse('stale', 'regime.stale', 'Bản soạn vừa được người khác lưu. Chưa ghi gì; tải lại trang để xem rồi sửa tiếp.')
