/**
 * Hồ sơ trao đổi: which kinds of packets there are, which fields they have and how each is written, as data. Another list of
 * names is another file; the code knows fields by their ids only.
 */
import { z } from 'zod'
import shipped from '../../../../facts/exchange/goi-bao-cao.json' with { type: 'json' }

const TYPES = ['text', 'number', 'whole', 'flag', 'day', 'instant', 'json', 'record', 'list'] as const

/** Trường của một bản ghi. */
export type Field = {
  /** What the code calls it. */
  readonly id: string
  /** What it is called in a file: as it is in JSON, with a capital in XML. */
  readonly name: string
  readonly label: string
  readonly type: (typeof TYPES)[number]
  readonly required?: boolean | undefined
  /** XML name of one entry of a list. */
  readonly item?: string | undefined
  /** Fields of a record, or of the entries of a list; `kind` = those of the kind named by the field `kind` before it. */
  readonly of?: readonly Field[] | 'kind' | undefined
}

const FieldSchema: z.ZodType<Field> = z.lazy(() =>
  z.object({
    id: z.string(),
    name: z.string().regex(/^[a-z][A-Za-z0-9]*$/),
    label: z.string(),
    type: z.enum(TYPES),
    required: z.boolean().optional(),
    item: z.string().optional(),
    of: z.union([z.literal('kind'), z.array(FieldSchema)]).optional(),
  }),
)

const ProfileSchema = z.object({
  id: z.string(),
  version: z.int(),
  namespace: z.string(),
  title: z.string(),
  basis: z.string(),
  notice: z.string(),
  root: z.string(),
  envelope: z.array(FieldSchema),
  kinds: z.array(
    z.object({
      id: z.string(),
      no: z.int(),
      name: z.string(),
      /** Ids of the fields that name a record; `body.code` = of the record within. */
      key: z.array(z.string()),
      fields: z.array(FieldSchema),
    }),
  ),
})

/** Hồ sơ trao đổi. */
export type Profile = z.infer<typeof ProfileSchema>

/** Loại gói. */
export type PacketKind = Profile['kinds'][number]

/** Hồ sơ đi kèm hệ thống. */
export const PROFILE: Profile = ProfileSchema.parse(shipped)

/** XML name of a field. */
export const xmlName = (name: string): string => name.slice(0, 1).toUpperCase() + name.slice(1)

/** The kind of an id, or null. */
export const kindOf = (profile: Profile, id: unknown): PacketKind | null =>
  profile.kinds.find((k) => k.id === id) ?? null

/** Fields within a record or list field; null when they are those of a kind nobody knows. */
export function fieldsWithin(profile: Profile, field: Field, beside: Readonly<Record<string, unknown>>) {
  return field.of === 'kind' ? (kindOf(profile, beside.kind)?.fields ?? null) : (field.of ?? [])
}
