/** Công khai: what stands of a person's consents, and the page that follows from them. The public site asks here and nowhere else. */
import { dayOf } from '../../kernel/day.ts'
import type { Ctx } from '../../platform/action.ts'
import { dossiersOf } from '../people/public.ts'
import { speakOf } from './own.ts'
import { consented, publicItems } from './rules/consent.ts'
import { cardOf, type PublicCard } from './rules/public-card.ts'
import { aliasesOf, consentsOf, personOfSlug } from './views.ts'
import type { ConsentItem } from './words.ts'

/** Whether an item of a person is public now. */
export async function isPublic(ctx: Ctx, personId: string, item: ConsentItem): Promise<boolean> {
  return publicItems(consented(await consentsOf(ctx.tx, await aliasesOf(ctx.tx, personId)), ctx.now)).has(item)
}

/** The public page of a person, or null. Expects the scope of the system. */
export async function publicCardOf(ctx: Ctx, personId: string): Promise<PublicCard | null> {
  const agreed = consented(await consentsOf(ctx.tx, await aliasesOf(ctx.tx, personId)), ctx.now)
  if (!agreed.has('danh-ba')) return null
  const dossier = (await dossiersOf(ctx.tx, [personId])).get(personId)
  if (dossier === undefined) return null
  return cardOf(dossier, agreed, { speak: await speakOf(ctx, [dossier]), today: dayOf(ctx.now) })
}

/** The public page of an address, or null: unknown, withdrawn and never given look the same. */
export async function publicCardAt(ctx: Ctx, slug: string): Promise<PublicCard | null> {
  const personId = await personOfSlug(ctx.tx, slug)
  return personId === null ? null : publicCardOf(ctx, personId)
}
