/** So đường dẫn với mẫu: `/viec/:id`. */

/** Values of `:name` parts when `path` fits the pattern. */
export function matchPath(pattern: string, path: string): Record<string, string> | null {
  const want = pattern.split('/')
  const have = path.split('/')
  if (want.length !== have.length) return null
  const params: Record<string, string> = {}
  for (const [i, part] of want.entries()) {
    const given = have[i] ?? ''
    if (!part.startsWith(':')) {
      if (part !== given) return null
      continue
    }
    const value = decoded(given)
    if (value === null) return null
    params[part.slice(1)] = value
  }
  return params
}

function decoded(part: string): string | null {
  try {
    return decodeURIComponent(part)
  } catch {
    return null
  }
}
