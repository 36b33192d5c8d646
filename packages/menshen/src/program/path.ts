/** Paths inside a program: relative, forward slashes, never starting with a slash, '' for the top. */

/** The folder of a path, with its trailing slash; '' at the top. */
export function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1)
}

/** The last segment of a path. */
export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

/** The suffix of a path in lower case without its dot, '' when it has none. */
export function suffixOf(path: string): string {
  const dot = path.lastIndexOf('.')
  return dot > path.lastIndexOf('/') ? path.slice(dot + 1).toLowerCase() : ''
}

/** Takes a known suffix (with dot) off the end of a path. */
export function withoutSuffix(path: string, suffix: string): string {
  return path.endsWith(suffix) ? path.slice(0, -suffix.length) : path
}

/**
 * Joins a folder ('' or ending in a slash) and a relative path. `.` and `..` are resolved;
 * null when the result would lie outside of the given files.
 */
export function joinPath(folder: string, relative: string): string | null {
  const path = folder + relative
  if (!path.includes('./') && !path.endsWith('.') && !path.includes('//') && !path.startsWith('/')) return path
  const parts: string[] = []
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue
    if (part === '..') {
      if (parts.length === 0) return null
      parts.pop()
    } else parts.push(part)
  }
  return parts.join('/')
}

/**
 * What a path written in a program's file points at: `/x` from the program's root, anything else from the file's folder.
 * Null when it leaves the program.
 */
export function resolvePath(root: string, fromFile: string, written: string): string | null {
  const path = written.startsWith('/') ? joinPath(root, written.replace(/^\/+/, '')) : joinPath(folderOf(fromFile), written)
  return path?.startsWith(root) ? path : null
}
