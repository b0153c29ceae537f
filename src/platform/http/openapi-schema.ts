/** Lược đồ JSON (2020-12) of zod schemas, as the API description needs them: what may be sent, what leaves. */
import { z } from 'zod'

/** A JSON Schema. */
export type JsonSchema = { readonly [key: string]: unknown }

/** The schema of an object of fields: each with what it takes, and which must be sent. */
export type FieldSchemas = {
  readonly properties: Readonly<Record<string, JsonSchema>>
  readonly required: readonly string[]
}

const OPTIONS = { unrepresentable: 'any', target: 'draft-2020-12', reused: 'inline' } as const

const bare = ({ $schema, ...schema }: JsonSchema): JsonSchema => schema

/** What leaves by an output schema. */
export const outputSchema = (schema: z.ZodType): JsonSchema =>
  bare(z.toJSONSchema(schema, { ...OPTIONS, io: 'output' }) as JsonSchema)

/** What an input schema takes, field by field. A schema that is no object has no fields. */
export function fieldSchemas(schema: z.ZodType): FieldSchemas {
  const whole = bare(z.toJSONSchema(schema, { ...OPTIONS, io: 'input' }) as JsonSchema)
  const properties = { ...((whole.properties ?? {}) as Record<string, JsonSchema>) }
  const shape = shapeOf(schema)
  const required = Object.keys(properties).filter((name) => mustBeSent(shape[name]))
  return { properties, required }
}

/** Forms send text and our fields read nothing as a value of their own: only trying tells whether a field may be left out. */
function mustBeSent(field: z.ZodType | undefined): boolean {
  try {
    return field !== undefined && !field.safeParse(undefined).success
  } catch {
    return false
  }
}

type Inner = { readonly shape?: Record<string, z.ZodType>; readonly in?: z.ZodType; readonly out?: z.ZodType }

/** The fields of an object schema, through whatever is wrapped around it. */
function shapeOf(schema: z.ZodType): Record<string, z.ZodType> {
  const inner = schema.def as unknown as Inner & { innerType?: z.ZodType; type: string }
  if (inner.shape) return inner.shape
  const within = inner.innerType ?? (inner.in?.def.type === 'transform' ? inner.out : inner.in)
  return within ? shapeOf(within) : {}
}
